//! What each side wants and could live with.
//!
//! The value of a package x to i is `v_i(x) = Σ_k w_ik · v_ik(x_k) + Σ interactions`, with every `v_ik` in
//! [0, 1] and the weights summing to 1.

use crate::{AudienceId, Citation, Combination, IssueId, NumberId, PartyId, Place, PropositionId};

/// Whose position it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// A party at the table.
    Party(PartyId),
    /// A group behind one.
    Audience(AudienceId),
}

/// All that a party or an audience wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Whose it is.
    pub of: Actor,
    /// What no agreement is worth to it.
    pub reservation: Reservation,
    /// How much each issue matters.
    pub weights: Weights,
    /// What it wants on each issue, at most one entry an issue; an issue without one has weight 0.
    pub issues: Vec<IssuePosition>,
    /// What the position as a whole rests on.
    pub cite: Vec<Citation>,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// What no agreement is worth.
#[derive(Debug, Clone, PartialEq)]
pub enum Reservation {
    /// A value on the party's own scale.
    Value(NumberId),
    /// As much as this package with every other issue at its worst. Interactions count when all of their
    /// condition lies in the options named here.
    Package(Vec<(IssueId, usize)>),
}

/// How much the issues matter.
#[derive(Debug, Clone, PartialEq)]
pub enum Weights {
    /// A number for each issue, rescaled in every world to sum to 1.
    Stated(Vec<(IssueId, NumberId)>),
    /// An order, most important first; issues in the same group are tied. Stands for every weight vector in
    /// that order, none likelier than another.
    Order(Vec<Vec<IssueId>>),
}

/// What a party wants on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct IssuePosition {
    /// The issue.
    pub issue: IssueId,
    /// What the options are worth; `None` when only red lines are stated.
    pub valuation: Option<Valuation>,
    /// Options that no deal may contain, whatever else is in it.
    pub never: Vec<usize>,
    /// Options that no deal may contain if the line is meant, which is not certain; none of them is in `never`.
    pub doubtful: Vec<DoubtfulLine>,
    /// Red line: no deal above this number.
    pub at_most: Option<NumberId>,
    /// Red line: no deal below this number.
    pub at_least: Option<NumberId>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Where it is stated.
    pub place: Option<Place>,
}

impl IssuePosition {
    /// Whether any red line is drawn on this issue.
    pub fn has_red_line(&self) -> bool {
        !self.never.is_empty()
            || !self.doubtful.is_empty()
            || self.at_most.is_some()
            || self.at_least.is_some()
    }
}

/// A red line on an option that may not be meant. In a world it holds if the question on which it rests is settled so, and if the world falls
/// within what is sure of it.
///
/// Several lines of a party that rest on one question are given up together.
#[derive(Debug, Clone, PartialEq)]
pub struct DoubtfulLine {
    /// The option.
    pub option: usize,
    /// The probability that it is meant, once the question on which it rests is settled so; known to be 1 where the file states none.
    pub sure: NumberId,
    /// Where in that doubt a world falls. The reader of a case file adds this number itself, under the path `….never[i].meant`: anywhere between 0
    /// and 1, so that the doubt is drawn like any other. The line holds below `sure`.
    pub quantile: NumberId,
    /// The question that must be true for it to hold.
    pub only_if: Option<PropositionId>,
    /// The question that must be false for it to hold, such as whether the party is ready to settle.
    pub unless: Option<PropositionId>,
}

/// What the options of one issue are worth to a party, each in [0, 1].
#[derive(Debug, Clone, PartialEq)]
pub enum Valuation {
    /// One number an option.
    Table(Vec<NumberId>),
    /// 1 at the ideal, 0 at the worst, linear between, flat beyond.
    Linear {
        /// Where the value is 1.
        ideal: NumberId,
        /// Where the value is 0.
        worst: NumberId,
    },
    /// Linear between the points, flat beyond; first coordinates increase.
    Piecewise(Vec<(f64, NumberId)>),
}

/// A bonus or malus when certain options come together.
#[derive(Debug, Clone, PartialEq)]
pub struct Interaction {
    /// To whom it matters.
    pub of: Actor,
    /// What must come together.
    pub when: Combination,
    /// What is then added to the weighted sum.
    pub value: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}
