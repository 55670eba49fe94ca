//! The moves that the parties could make if they do not agree: the material of the graph model.

use crate::{Doubt, MoveId, PartyId, Place};

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
    /// Moves that can be taken back but not made: [`Move::reversible`] knows only the other direction.
    pub only_undone: Vec<MoveId>,
    /// States and moves given one by one, for a conflict without options; then `infeasible`, `status_quo`
    /// and `only_undone` stay empty.
    pub matrix: Option<Matrix>,
    /// Pairs of states of which nobody knows which one the party prefers (Li, Hipel, Kilgour & Fang 2004),
    /// by number. A stated order between them is a guess.
    pub unknown: Vec<(PartyId, usize, usize)>,
    /// States that a party does not see (Obeidi, Hipel & Kilgour 2009).
    pub hidden: Vec<(PartyId, StateList)>,
    /// Parties that act together, to be looked at before any other coalition.
    pub coalitions: Vec<Vec<PartyId>>,
    /// What the analyst is not sure of in the preferences, one entry a party at most.
    pub doubts: Vec<Doubt>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// A conflict given by its states and the moves between them, as a paper prints it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matrix {
    /// What each state is; the first has number 1.
    pub states: Vec<String>,
    /// Who can move, from which state, to which, by number.
    pub moves: Vec<(PartyId, usize, usize)>,
    /// The state that is now, by number.
    pub status_quo: Option<usize>,
}

/// Some of the states of a conflict.
#[derive(Debug, Clone, PartialEq)]
pub enum StateList {
    /// Those in which a statement about the moves holds.
    When(Statement),
    /// Those with these numbers.
    Numbers(Vec<usize>),
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
    /// A ranking in which some steps weigh much more than others (Hamouda, Kilgour & Hipel 2004).
    RankingByStrength {
        /// States by number, best first, ties in one group.
        groups: Vec<Vec<usize>>,
        /// `k` stands for a `>>` between group `k` and group `k + 1`, counted from zero.
        much: Vec<usize>,
    },
    /// Prioritised statements of which the first few weigh much more, or of which it is not known whether
    /// the party wants them to hold.
    PrioritisedByStrength {
        /// Statements, most important first.
        statements: Vec<Statement>,
        /// States that differ in one of the first so many statements differ strongly (`>>`).
        strong: usize,
        /// Statements, counted from zero, that matter to the party although it is not known which way.
        unknown: Vec<usize>,
    },
}
