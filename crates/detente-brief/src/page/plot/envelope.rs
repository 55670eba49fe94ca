//! The fewest who must still be held, day by day, for both sides to go on.

use serde::Serialize;

use crate::page::Face;

/// What a pledge of one length takes: a line a guarantee.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Envelope {
    /// The side that holds.
    pub holder: Face,
    /// How many it holds before anything is handed over.
    pub people: f64,
    /// How long the pledge is.
    pub days: f64,
    /// One line a guarantee, weaker ones first.
    pub lines: Vec<HeldLine>,
}

/// The fewest who must be held under one guarantee.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldLine {
    /// The guarantee in words.
    pub name: String,
    /// The same where it stands for every larger one as well.
    pub name_and_more: String,
    /// Whether it is that of the package.
    pub own: bool,
    /// How many on each day; `None` where even all are not enough.
    pub fewest: Vec<(f64, Option<f64>)>,
}
