//! What a body decides together.

use crate::Body;

/// Something that a body decides, and what is known of it besides who wants what.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// What it is called.
    pub name: String,
    /// What it belongs to, with others: the proposal.
    pub proposal: Option<String>,
    /// What the issues are called.
    pub issues: Vec<String>,
    /// From which number to which the scale of each issue goes; positions are told in it.
    pub scales: Vec<(f64, f64)>,
    /// Who decides.
    pub body: Body,
    /// What was decided on each issue, as a share of the scale; none where that is not known.
    pub decided: Vec<Option<f64>>,
    /// How things stand on each issue if nothing is decided, as a share of the scale; none where that is not known.
    pub status_quo: Vec<Option<f64>>,
    /// The rule of decision in words.
    pub rule: Option<String>,
    /// On which line of its table each actor stands, from 1.
    pub lines: Vec<u64>,
    /// Actors that have no say in it, with why.
    pub left_out: Vec<String>,
}
