//! Everything said in a negotiation of a tournament, for whoever wants to check its table.

use serde::Serialize;
use serde_json::{Value, json};

use super::holding::Shown;
use super::{Held, Pairing, Tournament};
use crate::{Layout, Offer, Said};

/// A negotiation with everything that was said in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Traced {
    /// The name of the scenario.
    pub scenario: String,
    /// Who spoke, in the order of the seats.
    pub seats: Vec<TracedSeat>,
    /// Which repetition, from 0.
    pub repetition: u32,
    /// As how many negotiations it counts.
    pub times: u32,
    /// What was said: `[round, t, seat, "offer" | "accept" | "reject" | "leave", package | null]`, or of TAU `[round, seat, package | null, [seats that accepted]]`. Packages are
    /// lists of the places of options.
    pub said: Vec<Value>,
    /// How it ended: `agreement`, `timeout` or `broken`.
    pub end: &'static str,
    /// In how many rounds.
    pub rounds: u32,
    /// What was agreed.
    pub package: Option<Vec<usize>>,
    /// The same in names, issue by issue.
    pub options: Option<Vec<String>>,
}

/// Somebody at the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TracedSeat {
    /// The party.
    pub party: String,
    /// Its place among the parties of the scenario.
    pub place: usize,
    /// The way it bargained.
    pub way: String,
    /// What no deal is worth to it.
    pub no_deal: f64,
    /// What its best package is worth to it.
    pub most: f64,
    /// What the end was worth to it.
    pub utility: f64,
}

impl Tournament {
    /// A negotiation held again, with everything that is said in it.
    pub fn traced(&self, pairing: &Pairing) -> Traced {
        let arena = &self.arenas()[pairing.arena];
        let layout = arena.scenario.layout();
        let mut said = Vec::new();
        let ended = self.watched(pairing, |shown| said.push(row(layout, shown)));
        let held = Held { ended, nanoseconds: None };
        let package = self.agreed(pairing, &held);
        let worth = self.worth(pairing, &held);
        let seats = pairing.contenders.iter().zip(worth).enumerate().map(|(seat, (contender, utility))| {
            let place = pairing.party(seat);
            let party = &arena.scenario.parties()[place];
            TracedSeat {
                party: party.name.clone(),
                place,
                way: self.contenders()[*contender].name().to_owned(),
                no_deal: party.no_deal,
                most: party.bids.most(),
                utility,
            }
        });
        let option = |(issue, option): (usize, &usize)| {
            let named =
                arena.issues.get(issue).and_then(|(name, options)| Some((name, options.get(*option)?)));
            named.map_or_else(|| format!("{issue}: {option}"), |(name, option)| format!("{name}: {option}"))
        };
        Traced {
            scenario: arena.name.clone(),
            seats: seats.collect(),
            repetition: pairing.repetition,
            times: pairing.times,
            said,
            end: Self::end(&held),
            rounds: ended.rounds,
            options: package.as_ref().map(|package| package.iter().enumerate().map(option).collect()),
            package,
        }
    }
}

/// A row of a trace.
fn row(layout: &Layout, shown: &Shown<'_>) -> Value {
    let options = |offer: &Offer| layout.options(offer).collect::<Vec<_>>();
    match shown {
        Shown::Act(act) => {
            let (said, package) = match &act.said {
                Said::Offer(offer) => ("offer", Some(options(offer))),
                Said::Accept => ("accept", None),
                Said::Reject => ("reject", None),
                Said::Leave => ("leave", None),
            };
            json!([act.round, act.t, act.seat, said, package])
        }
        Shown::Heard(heard) => {
            json!([heard.round, heard.seat, heard.offer.as_ref().map(options), heard.accepted])
        }
    }
}
