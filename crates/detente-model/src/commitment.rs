//! What was promised for the time after the signing, and what is reported of it.

use jiff::civil::Date;

use crate::{Citation, CommitmentId, NumberId, PartyId, Place};

/// Something that a party promised to hand over or to do by a day.
///
/// ```toml
/// [[commitments]]
/// id = "first-release"
/// agreed = 2023-11-22                # nothing knows of it before that day
/// schedule = "day by day"            # a step of a schedule of the exchange: giver, receiver, day and count follow from it
/// step = 1
/// lot = "women and children"
/// cite = ["agreement"]
///
/// [[commitments]]
/// id = "aid"
/// agreed = 2023-11-22
/// by = "israel"
/// to = "hamas"
/// what = "trucks of aid let in"
/// count = 200
/// unit = "trucks"
/// due = 2023-11-24
/// grace = [0, 1]
/// clause = "2.1"                     # of the text of the deal
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// Short id in the case file.
    pub id: String,
    /// The day on which it was agreed: nothing knows of it before.
    pub agreed: Date,
    /// Who promised it.
    pub by: PartyId,
    /// To whom.
    pub to: Option<PartyId>,
    /// What is to be handed over or done, in words.
    pub what: String,
    /// How many of it; `None` for one thing that is done or not.
    pub count: Option<u32>,
    /// What they are counted in, if `what` does not say it.
    pub unit: Option<String>,
    /// The last day on which it is in time.
    pub due: Date,
    /// Days after that which nobody counts as late; `None` for none.
    pub grace: Option<NumberId>,
    /// What of the exchange it is.
    pub hands_over: Option<HandsOver>,
    /// The clause of the text that words it, by its id.
    pub clause: Option<String>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

impl Commitment {
    /// How many units it is: what is one thing counts as one.
    pub fn units(&self) -> u32 {
        self.count.unwrap_or(1)
    }
}

/// What of an exchange a commitment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandsOver {
    /// The lot, as an index into [`Exchange::lots`](crate::Exchange::lots).
    pub lot: usize,
    /// The step of a proposed schedule; `None` for what no schedule has, such as an extension.
    pub step: Option<StepOfSchedule>,
}

/// A step of a proposed schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepOfSchedule {
    /// The schedule, as an index into [`ExchangeRules::schedules`](crate::ExchangeRules::schedules).
    pub schedule: usize,
    /// The step, counted from zero.
    pub step: usize,
}

/// Days of calm that were added to a pledge after it began.
#[derive(Debug, Clone, PartialEq)]
pub struct Extended {
    /// The day on which that was agreed: nothing knows of it before.
    pub agreed: Date,
    /// How many days.
    pub days: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// What a claim says of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommitmentReport {
    /// Which one.
    pub commitment: CommitmentId,
    /// What it says.
    pub says: Says,
    /// How many of it had been handed over or done by then, in all.
    pub count: Option<u32>,
    /// The day on which it happened, if that is not the day on which it was said.
    pub happened: Option<Date>,
}

/// What can be said of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// All of it was handed over or done.
    Done,
    /// So many so far.
    Partly,
    /// Held back and still to come.
    Late,
    /// It was not done, and is not coming.
    Denied,
    /// What others say of it is contested.
    Disputed,
}

impl Says {
    /// All of them, in the order in which they are documented.
    pub const ALL: [Self; 5] = [Self::Done, Self::Partly, Self::Late, Self::Denied, Self::Disputed];

    /// The words used in case files, in the order of [`Self::ALL`].
    pub const WORDS: [&str; 5] = ["done", "partly", "late", "denied", "disputed"];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What a word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|says| says.word() == word)
    }
}
