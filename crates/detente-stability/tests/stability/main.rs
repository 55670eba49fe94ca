//! The engine against published results, and against the definitions taken at their word.

#![allow(clippy::unwrap_used, reason = "the whole binary is tests")]

mod cancelled;
mod case;
mod coalitions;
mod explanations;
mod inclusions;
mod individual;
mod inverse;
mod large;
mod literal;
mod margins;
mod perception;
mod published;
mod random;
mod refusals;
mod routes;
