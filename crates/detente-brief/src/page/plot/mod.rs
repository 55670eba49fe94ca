//! Plots as data: what is shown and how it is named, without a line of drawing.

mod acceptance;
mod body;
mod envelope;
mod handovers;
mod outlook;
mod pair;
mod states;
mod survival;
mod sweep;
mod tournament;
mod trade_off;

pub use acceptance::{Acceptance, Accepted};
pub use body::{StandMark, Stands, TurnLine, Turns, VoteSign};
pub use envelope::{Envelope, HeldLine};
pub use handovers::{Handovers, StillToCome, Stop};
pub use outlook::{OutlookByDate, OutlookStep};
pub use pair::{Dot, Grid, Kind, Named, Pair, Pick};
pub use states::{Arrow, Spot, States};
pub use survival::{Beyond, Survival};
pub use sweep::{SweepCurve, SweepMark};
pub use tournament::{MeanMark, Means, Replies, ShareLine, Shares};
pub use trade_off::{Mark, TradeOff};

use serde::Serialize;

use super::wording::{Phrase, Wording};

/// Plots under a sentence that says what to see.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Illustration {
    /// What to see; it stands above the plots on a page.
    pub caption: Phrase,
    /// How they stand beside each other.
    pub layout: Panels,
    /// The plots.
    pub panels: Vec<Panel>,
    /// How to read them; it stands below the plots.
    pub how: Option<Wording>,
}

/// How the plots of a figure stand beside each other on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Panels {
    /// One plot as wide as the text.
    One,
    /// Small plots side by side.
    Several,
    /// One graph as wide as the page.
    Graph,
}

/// One plot of a figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// What stands above it.
    pub caption: Option<Phrase>,
    /// The plot.
    pub plot: Plot,
}

/// A plot.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    /// Its name, once on a page.
    pub id: String,
    /// What it shows, for those who listen.
    pub title: String,
    /// What is to be seen in it, for those who listen.
    pub desc: String,
    /// What is drawn.
    pub data: Data,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Data {
    /// Packages by what they are worth to two principals.
    Pair(Box<Pair>),
    /// How often each leading package is accepted.
    Acceptance(Acceptance),
    /// The tests of the leading packages against each other.
    TradeOff(TradeOff),
    /// The fewest who must still be held, day by day.
    Envelope(Envelope),
    /// A schedule of handovers.
    Handovers(Handovers),
    /// How likely a truce is to last.
    Survival(Survival),
    /// How likely a deal is, by date.
    Outlook(OutlookByDate),
    /// How likely a deal is along a range of values.
    Sweep(SweepCurve),
    /// The states of a conflict and the moves between them.
    States(States),
    /// Means, one a row.
    Means(Means),
    /// Shares of several things along a line.
    Shares(Shares),
    /// Who answers whom best.
    Replies(Replies),
    /// Who stands where in a body.
    Stands(Stands),
    /// Where everybody in a body goes turn by turn.
    Turns(Turns),
}

impl Illustration {
    /// Plots under a sentence.
    pub fn new(caption: impl Into<Phrase>, plots: impl IntoIterator<Item = Plot>) -> Self {
        let panels: Vec<Panel> = plots.into_iter().map(|plot| Panel { caption: None, plot }).collect();
        let layout = if panels.len() > 1 { Panels::Several } else { Panels::One };
        Self { caption: caption.into(), layout, panels, how: None }
    }

    /// The same with a word on how to read it.
    #[must_use]
    pub fn read(self, how: impl Into<Wording>) -> Self {
        Self { how: Some(how.into()), ..self }
    }

    /// The same in another layout.
    #[must_use]
    pub fn laid_out(self, layout: Panels) -> Self {
        Self { layout, ..self }
    }
}
