//! The moves that the parties could make if they do not agree: the material of the graph model.

use crate::{MoveId, PartyId, Place};

/// Something that a party can do or leave undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Short id in the case file.
    pub id: String,
    /// Who can do it.
    pub by: PartyId,
    /// What it is.
    pub text: String,
    /// Whether it can be taken back.
    pub reversible: bool,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// The conflict around the moves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conflict {
    /// Combinations of moves that cannot be.
    pub infeasible: Vec<Statement>,
    /// The moves that are made now; `None` when the case does not say.
    pub status_quo: Option<Vec<MoveId>>,
    /// What each party prefers.
    pub preferences: Vec<(PartyId, MovePreference)>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// A formula with the words in which it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// As written.
    pub text: String,
    /// As understood.
    pub formula: Formula,
    /// Where it stands.
    pub place: Option<Place>,
}

/// A statement about which moves are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// The move is made.
    Move(MoveId),
    /// Not.
    Not(Box<Formula>),
    /// Both.
    And(Box<Formula>, Box<Formula>),
    /// At least one.
    Or(Box<Formula>, Box<Formula>),
    /// The second, if the first.
    Implies(Box<Formula>, Box<Formula>),
    /// Both or neither.
    Iff(Box<Formula>, Box<Formula>),
}

impl Formula {
    /// Whether it holds when `made` says which moves are made.
    pub fn holds(&self, made: &impl Fn(MoveId) -> bool) -> bool {
        match self {
            Self::Move(id) => made(*id),
            Self::Not(a) => !a.holds(made),
            Self::And(a, b) => a.holds(made) && b.holds(made),
            Self::Or(a, b) => a.holds(made) || b.holds(made),
            Self::Implies(a, b) => !a.holds(made) || b.holds(made),
            Self::Iff(a, b) => a.holds(made) == b.holds(made),
        }
    }
}

/// How a party ranks the states of the conflict.
#[derive(Debug, Clone, PartialEq)]
pub enum MovePreference {
    /// Statements, most important first (Peng, Hipel, Kilgour & Fang 1997).
    Prioritised(Vec<Statement>),
    /// States by number, best first, ties in one group. Feasible states are numbered from 1 in increasing
    /// decimal order, the first move being the lowest bit.
    Ranking(Vec<Vec<usize>>),
}
