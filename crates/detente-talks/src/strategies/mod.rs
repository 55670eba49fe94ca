//! Ways to bargain. One file each.

pub mod hybrid;
