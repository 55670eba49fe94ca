//! Plots of a body: who stands where and what could be carried, and where everybody goes turn by turn.

use serde::Serialize;

/// Who stands where on a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stands {
    /// What the scale counts.
    pub along: String,
    /// From which number to which it goes.
    pub scale: [f64; 2],
    /// How things stand.
    pub status_quo: Option<f64>,
    /// From where to where things as they are could be changed.
    pub carries: Option<[f64; 2]>,
    /// From where to where nothing could be carried against a place; `None` where something mostly could against each.
    pub unbeaten: Option<[f64; 2]>,
    /// What would be decided: the middle.
    pub middle: f64,
    /// A range that holds half of such decisions.
    pub half: [f64; 2],
    /// A range that holds nine tenths.
    pub most: [f64; 2],
    /// The actors, from the low end of the scale to the high one.
    pub rows: Vec<StandMark>,
}

/// Where one actor stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandMark {
    /// Who.
    pub name: String,
    /// Its place in the central world.
    pub at: f64,
    /// Where it stands in nine tenths of the worlds.
    pub range: [f64; 2],
    /// How it mostly votes on the middle; `None` where there is no vote.
    pub votes: Option<VoteSign>,
    /// Whether its vote alone often decides.
    pub decides: bool,
}

/// How somebody votes, as a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteSign {
    /// In favour.
    For,
    /// Neither.
    Abstains,
    /// Against.
    Against,
}

impl VoteSign {
    /// The sign: `+`, `○` or `−`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::For => "+",
            Self::Abstains => "○",
            Self::Against => "−",
        }
    }
}

/// Where everybody goes turn by turn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Turns {
    /// What the scale counts.
    pub up: String,
    /// From which number to which it goes.
    pub scale: [f64; 2],
    /// Actors who go the same way are one line.
    pub lines: Vec<TurnLine>,
}

/// One way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TurnLine {
    /// Who goes it.
    pub name: String,
    /// The number of its look.
    pub look: usize,
    /// The place after each turn, first before the first.
    pub places: Vec<f64>,
}
