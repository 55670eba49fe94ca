//! The deal space as it is once some events have happened, made once in a world and kept.

use std::cell::OnceCell;
use std::sync::Arc;

use detente_deals::{DealSpace, Known, Over, RedLines, Search, Solutions, Units};
use detente_model::{Amendment, IssueId, Package, Talks, Worlds};

use super::Variation;
use crate::{Scenario, TalksError};

/// How an agreement compares with what was possible on the day on which it was signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What it is worth to each principal.
    pub worth: Vec<f64>,
    /// By how much all principals could have gained at once by another package that crosses no red line, each on its own scale; 0 on the frontier. `None` where it was not
    /// asked or is not known.
    pub all_gain: Option<f64>,
    /// What the Nash package is worth to each principal; `None` where no package is acceptable to all by what no deal is worth in the case, or where it is not known.
    pub nash: Option<Arc<[f64]>>,
}

/// The deal space at some time.
pub(super) struct State {
    pub(super) space: DealSpace,
    /// `None` where some party has no package that it would sign whatever no deal is worth.
    pub(super) scenario: Option<Scenario>,
    /// What the Nash package is worth, once it was asked for.
    nash: OnceCell<Option<Arc<[f64]>>>,
}

/// What a state comes from: a variation's own changes, and the events that have happened, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    lever: Option<usize>,
    settled: Option<(IssueId, usize)>,
    happened: Arc<[usize]>,
}

/// All states that were made in one world.
pub(super) struct States<'c> {
    worlds: &'c Worlds,
    talks: &'c Talks,
    draw: u64,
    made: Vec<(Made, State)>,
    /// The packages that were agreed on, each kept once: a world is looked at in some twenty variations, most of which end alike, and
    /// thousands of worlds are kept.
    agreed: Vec<Arc<Package>>,
}

impl<'c> States<'c> {
    pub(super) fn of(worlds: &'c Worlds, talks: &'c Talks, draw: u64) -> Self {
        Self { worlds, talks, draw, made: Vec::new(), agreed: Vec::new() }
    }

    /// The place of a state, which is made if it is asked for first.
    pub(super) fn place(&mut self, variation: &Variation, happened: &[usize]) -> Result<usize, TalksError> {
        let lever = match variation {
            // A lever that leaves packages as they are shares their state.
            Variation::Lever(lever) => Some(*lever).filter(|lever| {
                self.talks.levers.get(*lever).is_some_and(|l| !l.changes.is_empty() || !l.settles.is_empty())
            }),
            _ => None,
        };
        let settled = match variation {
            Variation::Settled(issue, option) => Some((*issue, *option)),
            _ => None,
        };
        let known =
            |made: &Made| made.lever == lever && made.settled == settled && *made.happened == *happened;
        if let Some(place) = self.made.iter().position(|(made, _)| known(made)) {
            return Ok(place);
        }
        let made = Made { lever, settled, happened: Arc::from(happened) };
        let state = self.make(&made)?;
        self.made.push((made, state));
        Ok(self.made.len() - 1)
    }

    /// The one that is kept of a package.
    pub(super) fn shared(&mut self, package: Package) -> Arc<Package> {
        if let Some(kept) = self.agreed.iter().find(|kept| ***kept == package) {
            return Arc::clone(kept);
        }
        let kept = Arc::new(package);
        self.agreed.push(Arc::clone(&kept));
        kept
    }

    /// The events that had happened when a state held.
    pub(super) fn happened(&self, place: usize) -> Arc<[usize]> {
        Arc::clone(&self.made[place].0.happened)
    }

    pub(super) fn at(&self, place: usize) -> &State {
        &self.made[place].1
    }

    fn make(&self, made: &Made) -> Result<State, TalksError> {
        let lever = made.lever.and_then(|lever| self.talks.levers.get(lever));
        let of_lever = lever.iter().flat_map(|lever| &lever.changes);
        let events = made.happened.iter().filter_map(|event| self.talks.events.get(*event));
        let changes: Vec<Amendment> =
            of_lever.chain(events.flat_map(|event| &event.changes)).cloned().collect();
        let space = if changes.is_empty() {
            DealSpace::new(&self.worlds.draw(self.draw))?
        } else {
            DealSpace::new(&self.worlds.amended(self.draw, &changes))?
        };
        let case = self.worlds.case();
        let names = self.talks.bargainers.iter().map(|who| case.party(who.of).name.as_str());
        let mut settled: Vec<(IssueId, usize)> = made.settled.into_iter().collect();
        settled.extend(lever.iter().flat_map(|lever| lever.settles.iter().copied()));
        let scenario = match Scenario::with_homes(&space, names, &settled) {
            Ok(scenario) => Some(scenario),
            Err(TalksError::NoPackage) => None,
            Err(other) => return Err(other),
        };
        Ok(State { space, scenario, nash: OnceCell::new() })
    }

    /// How a package that was agreed compares with what was possible.
    pub(super) fn measured(
        &mut self,
        variation: &Variation,
        happened: &[usize],
        package: &Package,
        with_frontier: bool,
    ) -> Result<Measured, TalksError> {
        let place = self.place(variation, happened)?;
        let state = &self.made[place].1;
        let nash = if let Some(found) = state.nash.get() {
            found.clone()
        } else {
            let found = nash(&state.space)?;
            state.nash.get_or_init(|| found).clone()
        };
        let all_gain = if with_frontier {
            let bettered = state.space.bettered(package, RedLines::Kept)?;
            bettered.all_gain.and_then(Known::into_value).map(Units::to_f64)
        } else {
            None
        };
        let worth = state.space.values(package).into_iter().map(Units::to_f64).collect();
        Ok(Measured { worth, all_gain, nash })
    }
}

/// What the Nash package of a space is worth to each principal.
fn nash(space: &DealSpace) -> Result<Option<Arc<[f64]>>, TalksError> {
    let solutions = match space.frontier(Over::Zone, &Search::default()).into_value() {
        Some(frontier) => {
            let no_deal: Vec<Units> = space.principals().iter().map(|terms| terms.reservation).collect();
            Solutions::on(&frontier, &no_deal)
        }
        None => match space.solutions(&Search::default()) {
            Err(limit) if limit.is_limit() => None,
            found => found?,
        },
    };
    let point = solutions.and_then(|solutions| solutions.nash).map(|nash| nash.point);
    Ok(point.map(|point| point.values.into_iter().map(Units::to_f64).collect()))
}
