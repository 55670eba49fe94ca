//! Files of other tools from the outside: what they become, what is refused, and what is said of it.

// Helpers of tests stand outside of test functions, where the lints do not see that they are tests.
#![allow(clippy::unwrap_used, clippy::format_collect)]

mod bodies;
mod broken;
mod foreign;
mod mutated;
#[path = "../../../../tests/mutation.rs"]
mod mutation;
mod spellings;
