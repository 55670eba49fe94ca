//! Ways of talking: who may say what, when, and when it is agreed. One file each.

pub mod sao;
pub mod tau;
