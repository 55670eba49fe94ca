//! The text of a deal: laws on random texts, faults, and what is read and written.

#![allow(clippy::unwrap_used)]

mod chance;
mod faults;
mod laws;
mod sound;
mod word;
