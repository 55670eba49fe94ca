//! The engine against published results, and against the definitions taken at their word.

mod coalitions;
mod inclusions;
mod individual;
mod literal;
mod published;
mod random;
