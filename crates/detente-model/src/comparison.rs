//! Packages that a side has compared.
//!
//! "They would rather have a long pledge and few prisoners than a short one and many" is easier to say, and to check,
//! than a weight. Between partial packages, every other issue equal, such a statement is linear in the weights: with
//! `v_k` the value function of issue k, *this is wanted at least as much as that* says `Σ_k w_k (v_k(this_k) − v_k(that_k)) ≥ 0`
//! (Jacquet-Lagrèze & Siskos 1982).

use crate::{Actor, Citation, IssueId, Place};

/// One comparison of two partial packages, as somebody stated it.
///
/// ```toml
/// [[prefers]]
/// of = "hamas"
/// this = { truce = 135, prisoners = 500 }
/// over = { truce = 45, prisoners = 1500 }      # or: as_much_as = { … }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Whose preference it is.
    pub of: Actor,
    /// The options of the one package. Both name the same issues, at most one option on each.
    pub this: Vec<(IssueId, usize)>,
    /// The options of the other.
    pub that: Vec<(IssueId, usize)>,
    /// How the two compare.
    pub relation: Relation,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// How the first of two packages compares with the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// It is wanted at least as much.
    Preferred,
    /// It is wanted exactly as much.
    Indifferent,
}
