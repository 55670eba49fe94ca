//! The days of a case on which something was said, reported or published: where one can go back to.

use std::collections::BTreeMap;

use detente_model::{Case, ClaimId, SourceId};
use jiff::civil::Date;

/// The days, ascending. The last that can be looked back from is the day of the case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// What happened on each day on which something did.
    pub days: BTreeMap<Date, Happened>,
}

/// What happened on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happened {
    /// What was said or done.
    pub said: Vec<ClaimId>,
    /// What was reported.
    pub reported: Vec<ClaimId>,
    /// What was published.
    pub published: Vec<SourceId>,
}

impl Timeline {
    /// The days of a case; none after its own.
    pub fn of(case: &Case) -> Self {
        let mut days: BTreeMap<Date, Happened> = BTreeMap::new();
        for (i, claim) in case.claims.iter().enumerate() {
            if let Some(day) = claim.said {
                days.entry(day).or_default().said.push(ClaimId(i));
            }
            if let Some(day) = claim.reported {
                days.entry(day).or_default().reported.push(ClaimId(i));
            }
        }
        for (i, source) in case.sources.iter().enumerate() {
            if let Some(day) = source.published {
                days.entry(day).or_default().published.push(SourceId(i));
            }
        }
        days.retain(|day, _| *day <= case.as_of);
        Self { days }
    }
}
