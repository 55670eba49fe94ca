//! Who has handed over, and who has received, how much by which day.

use std::collections::BTreeMap;

use detente_model::{Case, CommitmentId, PartyId};
use jiff::civil::Date;

use crate::Ledger;

/// Things of one kind that one party hands over to another, as commitments promise them.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// Who hands over.
    pub by: PartyId,
    /// Who receives; `None` where no commitment says.
    pub to: Option<PartyId>,
    /// What, in words.
    pub what: String,
    /// What they are counted in, if that is said.
    pub unit: Option<String>,
    /// The commitments, in the order of the case.
    pub commitments: Vec<CommitmentId>,
    /// How many were promised in all, as far as is known.
    pub promised: u32,
    /// How many of these should have been handed over by now.
    pub due: u32,
    /// How many were, by all accounts.
    pub least: u32,
    /// How many by the accounts that say most.
    pub most: u32,
    /// What was handed over on each day, where accounts agree, by day.
    pub by_day: Vec<HandedOver>,
}

/// So many on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOver {
    /// The day.
    pub day: Date,
    /// How many on that day.
    pub count: u32,
    /// How many by the end of it, in all.
    pub so_far: u32,
}

/// What was handed over by whom to whom: commitments to hand over the same together, in the order of the case.
pub fn handed_over(case: &Case, ledger: &Ledger) -> Vec<Delivery> {
    let mut found: Vec<Delivery> = Vec::new();
    let mut days: Vec<BTreeMap<Date, u32>> = Vec::new();
    for entry in &ledger.entries {
        let commitment = case.commitment(entry.commitment);
        let alike = |delivery: &Delivery| {
            (delivery.by, delivery.to) == (commitment.by, commitment.to)
                && (&delivery.what, &delivery.unit) == (&commitment.what, &commitment.unit)
        };
        let place = found.iter().position(alike).unwrap_or_else(|| {
            days.push(BTreeMap::new());
            found.push(Delivery {
                by: commitment.by,
                to: commitment.to,
                what: commitment.what.clone(),
                unit: commitment.unit.clone(),
                commitments: Vec::new(),
                promised: 0,
                due: 0,
                least: 0,
                most: 0,
                by_day: Vec::new(),
            });
            found.len() - 1
        });
        let delivery = &mut found[place];
        delivery.commitments.push(entry.commitment);
        delivery.promised = delivery.promised.saturating_add(entry.promised);
        delivery.due = delivery.due.saturating_add(if entry.is_due { entry.promised } else { 0 });
        delivery.least = delivery.least.saturating_add(entry.least);
        delivery.most = delivery.most.saturating_add(entry.most);
        for (day, count) in &entry.handed_over {
            let on = days[place].entry(*day).or_default();
            *on = on.saturating_add(*count);
        }
    }
    for (delivery, days) in found.iter_mut().zip(days) {
        let mut so_far = 0u32;
        for (day, count) in days {
            so_far = so_far.saturating_add(count);
            delivery.by_day.push(HandedOver { day, count, so_far });
        }
    }
    found
}
