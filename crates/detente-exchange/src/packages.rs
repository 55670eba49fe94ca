//! Several packages tried in the same worlds.
//!
//! Packages that differ only in what the exchange does not depend on have one exchange: it is looked into once. And packages that
//! exchange the same numbers of the same lots share the orders in which these can go.

use detente_model::{Case, Count, Guarantee, Package, PledgeDays, Progress, World};

use crate::plan::Planner;
use crate::stakes::{Stakes, Timeline};
use crate::verify::Walk;
use crate::{ExchangeError, schedules_of, terms_of};

/// Whether the exchange of a package holds itself in one world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holds {
    /// As the case proposes it: whether one of the proposed ways does; `None` where the case proposes none for the package.
    pub proposed: Option<bool>,
    /// In some way, whether proposed or not.
    pub some_way: bool,
}

/// Packages of one case, sorted by what their exchanges depend on.
#[derive(Debug, Clone)]
pub struct Packages {
    /// One package of each set of terms.
    terms: Vec<Package>,
    /// One package of each set of terms and proposed schedules, with the place of its terms.
    exchanges: Vec<(Package, usize)>,
    /// For each package the place of its exchange.
    places: Vec<usize>,
}

impl Packages {
    /// Sorts packages of a case.
    pub fn new<'o>(case: &Case, packages: impl IntoIterator<Item = &'o Package>) -> Self {
        let mut sorted = Self { terms: Vec::new(), exchanges: Vec::new(), places: Vec::new() };
        let (mut all_terms, mut all_exchanges) = (Vec::new(), Vec::new());
        for package in packages {
            let terms = terms_hang_on(case, package);
            let schedules = proposed_for(case, package);
            let of_terms = place(&mut all_terms, terms, || sorted.terms.push(package.clone()));
            let of_exchange = place(&mut all_exchanges, (of_terms, schedules), || {
                sorted.exchanges.push((package.clone(), of_terms));
            });
            sorted.places.push(of_exchange);
        }
        sorted
    }

    /// Whether the exchange of each package holds itself in a world of its case. `progress` may cancel it.
    ///
    /// # Errors
    /// The case has no exchange, or one that makes no sense in this world.
    pub fn in_world(&self, world: &World, progress: &Progress) -> Result<Vec<Holds>, ExchangeError> {
        let stated = self.terms.iter().map(|package| terms_of(world, package));
        let stated = stated.collect::<Result<Vec<_>, _>>()?;
        let pledged: Vec<_> =
            stated.iter().map(|terms| terms.extension.is_some().then(|| terms.pledged())).collect();
        let both = stated.iter().zip(&pledged);
        let stakes: Vec<Stakes<'_>> =
            both.map(|(terms, pledged)| Stakes::new(pledged.as_ref().unwrap_or(terms))).collect();
        let mut planners: Vec<Planner<'_>> = Vec::new();
        let mut some_way = vec![None; stakes.len()];
        let mut found = Vec::with_capacity(self.exchanges.len());
        for (package, of_terms) in &self.exchanges {
            let own = &stakes[*of_terms];
            let mut proposed = None;
            for schedule in schedules_of(world.case(), &stated[*of_terms], package) {
                let schedule = schedule.fitting(own.terms);
                schedule.check(own.terms)?;
                let holds = Walk::holds(own, &schedule);
                proposed = Some(holds || proposed.unwrap_or(false));
            }
            let some_way = proposed == Some(true)
                || *some_way[*of_terms].get_or_insert_with(|| {
                    Timeline::can_begin_and_end(own)
                        && (Timeline::holds_at_once_at_the_end(own)
                            || planner(&mut planners, own, progress).exists(&Timeline::new(own)))
                });
            found.push(Holds { proposed, some_way });
        }
        Ok(self.places.iter().map(|place| found[*place]).collect())
    }
}

/// A planner for these stakes, which shares the orders of its lots with another for the same lots.
fn planner<'a>(
    planners: &mut Vec<Planner<'a>>,
    stakes: &'a Stakes<'a>,
    progress: &'a Progress,
) -> Planner<'a> {
    let same = planners.iter().find(|planner| planner.is_for_lots_of(stakes));
    let planner = same.map_or_else(|| Planner::new(stakes, progress), |planner| planner.again(stakes));
    if same.is_none() {
        planners.push(planner.clone());
    }
    planner
}

/// The place of something in a list, at whose end it is put, and told of, if it is new.
fn place<T: PartialEq>(list: &mut Vec<T>, of: T, told: impl FnOnce()) -> usize {
    if let Some(place) = list.iter().position(|known| *known == of) {
        return place;
    }
    list.push(of);
    told();
    list.len() - 1
}

/// The options on which the terms of a package hang.
fn terms_hang_on(case: &Case, package: &Package) -> Vec<usize> {
    let Some(exchange) = &case.exchange else { return Vec::new() };
    let guarantee = match &exchange.guarantee {
        Guarantee::Issue { issue, .. } => Some(*issue),
        Guarantee::Fixed(_) => None,
    };
    let pledge = match &exchange.pledge_days {
        PledgeDays::Issue(issue) => Some(*issue),
        PledgeDays::Days(_) => None,
    };
    let counts = exchange.lots.iter().filter_map(|lot| match &lot.count {
        Count::Issue(issue) => Some(*issue),
        Count::Number(_) => None,
    });
    guarantee.into_iter().chain(pledge).chain(counts).map(|issue| package.option(issue)).collect()
}

/// The schedules that the case proposes for a package, by their places.
fn proposed_for(case: &Case, package: &Package) -> Vec<usize> {
    let schedules = case.exchange.iter().flat_map(|exchange| &exchange.rules.schedules).enumerate();
    schedules.filter(|(_, proposed)| proposed.when.holds(package)).map(|(place, _)| place).collect()
}
