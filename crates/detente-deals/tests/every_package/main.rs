//! The engine against the definitions taken literally, where every package of a small random space is listed and judged by itself.

#![allow(clippy::unwrap_used)]

mod asked;
mod bettered;
mod blockers;
mod laws;
#[path = "../literal/mod.rs"]
mod literal;
mod lotteries;
mod tolerance;
