//! The inverse question: what would make a wanted state one in which the conflict could rest?
//!
//! Either someone comes to see it otherwise ([`preference`]), or something becomes possible or impossible
//! ([`commitment`]): what a third party could bring about. Every answer is checked forwards before it is
//! given.

pub(crate) mod commitment;
pub(crate) mod preference;
