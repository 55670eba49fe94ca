//! What would change hands, and what holds each side to it.

use jiff::civil::Date;

use crate::{Citation, ExchangeRules, Extended, IssueId, NumberId, PartyId, Place};

/// The exchange that a deal would set in motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// The day that is day 0 of the pledge and of its schedules, if the exchange has begun or its beginning is set.
    pub begins: Option<Date>,
    /// The day on which it ended otherwise than by being carried out.
    pub ended: Option<Date>,
    /// Days of calm that were added later, in the order of the file.
    pub extended: Vec<Extended>,
    /// For how long calm is pledged, in days.
    pub pledge_days: PledgeDays,
    /// What a guarantor can make a breach cost each party.
    pub guarantee: Guarantee,
    /// Net gain per day from fighting rather than pausing.
    pub war_gain_per_day: Vec<(PartyId, NumberId)>,
    /// Worth of a day of calm.
    pub calm_value_per_day: Vec<(PartyId, NumberId)>,
    /// Worth of the relation after the exchange is over.
    pub day_after: Vec<(PartyId, NumberId)>,
    /// What is handed over.
    pub lots: Vec<Lot>,
    /// How it is handed over, and what else binds; all of it may be left out of a case file.
    pub rules: ExchangeRules,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// The length of the pledge.
#[derive(Debug, Clone, PartialEq)]
pub enum PledgeDays {
    /// A number of days.
    Days(NumberId),
    /// The option that the package picks on a numeric issue.
    Issue(IssueId),
}

/// How many people or things a lot is.
#[derive(Debug, Clone, PartialEq)]
pub enum Count {
    /// So many, whatever the package; rounded to whole ones where it is in doubt.
    Number(NumberId),
    /// The option that the package picks on a numeric issue.
    Issue(IssueId),
}

/// What a breach would cost.
#[derive(Debug, Clone, PartialEq)]
pub enum Guarantee {
    /// A number a party; a party that is not named has none.
    Fixed(Vec<(PartyId, NumberId)>),
    /// It depends on the option that the package picks on an issue.
    Issue {
        /// The issue.
        issue: IssueId,
        /// One row an option, each as in [`Guarantee::Fixed`].
        table: Vec<Vec<(PartyId, NumberId)>>,
    },
}

/// People or things of one kind that one side hands over.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    /// Name as shown.
    pub name: String,
    /// Who hands them over.
    pub from: PartyId,
    /// How many.
    pub count: Count,
    /// What one is worth to each party: to the receiver, and to the giver as leverage.
    pub worth: Vec<(PartyId, NumberId)>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}
