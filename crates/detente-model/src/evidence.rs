//! What was said, and what it bears on.

use jiff::civil::Date;

use crate::{CommitmentReport, NumberId, PartyId, Place, PropositionId, Reliability, SourceId, Uncertain};

/// A statement about the world that is either true or false, and what follows from it for the case.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposition {
    /// Short id in the case file.
    pub id: String,
    /// The statement.
    pub text: String,
    /// Probability before any claim is heard.
    pub prior: NumberId,
    /// What changes in the case if it is true.
    pub when_true: Vec<Amendment>,
    /// What changes in the case if it is false.
    pub when_false: Vec<Amendment>,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// A number of the case, restated.
#[derive(Debug, Clone, PartialEq)]
pub struct Amendment {
    /// Which number.
    pub number: NumberId,
    /// What it is instead.
    pub value: Uncertain,
    /// Where the amendment is stated.
    pub place: Option<Place>,
}

/// Something that somebody said or did, as reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Short id in the case file.
    pub id: String,
    /// When it was said or done.
    pub said: Option<Date>,
    /// When it was reported.
    pub reported: Option<Date>,
    /// Who said or did it.
    pub by: Option<String>,
    /// The party for which they speak.
    pub party: Option<PartyId>,
    /// In what capacity.
    pub role: Option<Speaker>,
    /// Where it was reported.
    pub source: Option<SourceId>,
    /// Page, paragraph or stretch of characters inside the source, written `source = "dispatch#paragraph 8"` as in
    /// a citation. A draft says `source = "dispatch#characters 120-245"`: where in the report's text it stands,
    /// counted in characters from zero, the end not included.
    pub locator: Option<String>,
    /// Reports that share an origin count once.
    pub origin: Option<String>,
    /// What was said, in the analyst's own words.
    pub text: Option<String>,
    /// What it bears on.
    pub bearing: Option<Bearing>,
    /// How far source and information are trusted.
    pub grade: Option<Grade>,
    /// Whether it still waits for a person's review.
    pub draft: bool,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// In what capacity a claimant speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// Head of a government or movement.
    Leader,
    /// A soldier.
    Military,
    /// A diplomat.
    Diplomat,
    /// An intelligence service.
    Intelligence,
    /// A mediator.
    Mediator,
    /// A journalist or medium.
    Press,
    /// The public, families, demonstrators.
    Public,
}

impl Speaker {
    /// All of them, in the order in which they are documented.
    pub const ALL: [Self; 7] = [
        Self::Leader,
        Self::Military,
        Self::Diplomat,
        Self::Intelligence,
        Self::Mediator,
        Self::Press,
        Self::Public,
    ];

    /// The word used in case files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Military => "military",
            Self::Diplomat => "diplomat",
            Self::Intelligence => "intelligence",
            Self::Mediator => "mediator",
            Self::Press => "press",
            Self::Public => "public",
        }
    }
}

/// What a claim bears on.
#[derive(Debug, Clone, PartialEq)]
pub enum Bearing {
    /// The truth of a proposition.
    Proposition {
        /// Which one.
        on: PropositionId,
        /// How strongly, and which way.
        evidence: Evidence,
    },
    /// How many or how much there is of something.
    Quantity {
        /// What is counted.
        quantity: String,
        /// How many.
        value: NumberId,
        /// What the count includes.
        counting: Option<String>,
    },
    /// What became of a commitment.
    Commitment(CommitmentReport),
    /// Something that happened, from a data set of events; it weighs nothing until a person says what it bears on.
    Event(Event),
}

/// Something that happened, as a data set of events records it.
///
/// In a case file it is a claim with `kind = "event"`:
/// ```toml
/// [[claims]]
/// id = "ged-412700"
/// kind = "event"
/// said = 2024-02-11            # first day on which it can have happened
/// until = 2024-02-12           # last day, when it is not `said` itself
/// precision = "range"          # day | range | week | month | year | unknown
/// retrieved = 2024-03-01       # when the row was taken from the data set: rows are revised later
/// dataset = "UCDP GED"
/// code = "190"                 # a string: '010' is not '10'
/// actors = ["…", "…"]
/// location = "Rafah"
/// deaths = [60, 67, 80]        # low, best, high, as any number
/// source = "ged#412700"
/// ```
/// Only `kind`, `dataset` and `precision` must be stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The data set, as it is cited: `UCDP GED`.
    pub dataset: String,
    /// Its code in the data set's own scheme, as written there.
    pub code: Option<String>,
    /// Who did it and to whom, as written there.
    pub actors: Vec<String>,
    /// Where, as written there.
    pub location: Option<String>,
    /// How closely the day is known.
    pub precision: DatePrecision,
    /// The last day on which it can have happened, if not the day given as `said`.
    pub until: Option<Date>,
    /// How many died in it.
    pub deaths: Option<NumberId>,
    /// When the row was taken from the data set.
    pub retrieved: Option<Date>,
}

/// How closely the day of an event is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatePrecision {
    /// To the day.
    Day,
    /// Within a few days, two to six.
    Range,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the year, or to some months of it.
    Year,
    /// The data set does not say.
    Unknown,
}

impl DatePrecision {
    /// All of them, closest first.
    pub const ALL: [Self; 6] = [Self::Day, Self::Range, Self::Week, Self::Month, Self::Year, Self::Unknown];

    /// The word used in case files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Range => "range",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }
}

/// How strongly a claim bears on a proposition.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// In words: for or against, and how strongly.
    Stance {
        /// Whether it speaks for the proposition.
        supports: bool,
        /// How strongly.
        strength: Strength,
    },
    /// As a likelihood ratio: how much likelier the claim is if the proposition is true.
    LikelihoodRatio(NumberId),
}

/// How strongly a claim speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// It would hardly have been different otherwise.
    Weak,
    /// It tells something.
    Moderate,
    /// It would be surprising otherwise.
    Strong,
}

impl Strength {
    /// All of them, weakest first.
    pub const ALL: [Self; 3] = [Self::Weak, Self::Moderate, Self::Strong];

    /// The word used in case files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
        }
    }
}

/// NATO (Admiralty) grade: reliability of the source A–F, credibility of the information 1–6. `F` and `6` say
/// that it cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grade {
    /// Reliability of the source.
    pub reliability: Reliability,
    /// Credibility of the information, 1 (confirmed) to 5 (improbable), 6 (cannot be judged).
    pub credibility: u8,
}

impl std::fmt::Display for Grade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.reliability.letter(), self.credibility)
    }
}
