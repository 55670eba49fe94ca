//! The definitions taken literally, on random small cases, and what holds of every answer.

#![allow(clippy::unwrap_used)]

mod exchange;
mod ledger;
mod small;
