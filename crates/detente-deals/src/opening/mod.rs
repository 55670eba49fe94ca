//! The smallest sets of concessions that open a closed zone.
//!
//! **Definition.** Among the sets of concessions (see [`crate::sticking`]) after which there is a package that all accept, those with the
//! fewest concessions, and among these the cheapest. Where different actors could open the zone at the same price, each way to share it is
//! reported: which of them should move is not for arithmetic to say.
//!
//! **Method.** A search over packages in which every option is also offered as conceded, at the price of one concession to the actor who makes
//! it. Two methods, with the same answer: *by frontiers*, in one pass with a coordinate for what each actor pays, where the frontiers stay
//! small; else one concession at a time ([`single`]), and where none of them suffices *by branches* ([`crate::pareto`], `reach`), which lowers what may be spent until nothing is found for less, first in number, then
//! in cost, and then takes in turn from each actor what it pays in the ways found so far.
//!
//! **Cost.** Exponential in the worst case. Work is counted; past the limit no opening is given, and the reason is.

mod single;

use std::collections::{BTreeMap, BTreeSet};

use detente_model::Package;

use crate::continuous::SettledPackage;
use crate::count::smallest_majorities;
use crate::limits;
use crate::pareto::{Choice, Coordinate, Point, Problem, Steps, solve};
use crate::question::Weighed;
use crate::search::Search;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::sticking::{Concession, ConcessionKind, StickingPoint, in_order};
use crate::{DealsError, Known};

/// A smallest and cheapest set of concessions that opens the zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The concessions, in the order of the issues.
    pub concessions: Vec<Concession>,
    /// The package that they make acceptable; where it lies between stops, the one beside it.
    pub package: Package,
    /// The package itself, where it lies between the stops of continuous issues.
    pub between: Option<SettledPackage>,
}

/// Dearer than any sum of costs, so that fewer concessions always beat cheaper ones.
const ONE_CONCESSION: i64 = 1_000_000_000_000_000;

/// Of how much weight one concession is against a value of 1, in the search by branches: it only guides.
const GUIDE: i64 = 100_000_000_000;

/// Concessions by issue and choice.
type Offers = Vec<Vec<Vec<Concession>>>;

/// What may be spent on an opening.
#[derive(Debug, Clone)]
struct Caps {
    /// Concessions.
    count: i64,
    /// Their cost.
    cost: i64,
    /// By signatory, a price in concessions and their cost (see [`ONE_CONCESSION`]).
    payers: Vec<i64>,
}

impl DealSpace {
    /// The smallest, then cheapest, sets of concessions that open the zone, one for each way to share them among the
    /// actors. A single empty set if the zone is open; none if no concessions by signatories open it (infeasible
    /// combinations or ratification at home still forbid every package). Each of the two methods may take the work that `search` allows.
    ///
    /// # Errors
    /// If the space cannot be searched, or not with the work set aside for it; see [`DealsError::is_limit`].
    pub fn openings(&self, search: &Search) -> Result<Vec<Opening>, DealsError> {
        if let Some(package) = self.find_agreement(&Search::default())? {
            return Ok(vec![Opening { concessions: Vec::new(), package, between: None }]);
        }
        self.openings_of_closed(search)
    }

    /// As [`Self::openings`], where the zone is known to be closed.
    pub(crate) fn openings_of_closed(&self, search: &Search) -> Result<Vec<Opening>, DealsError> {
        match self.openings_by_frontiers(search.effort.unwrap_or(limits::OPENINGS_BY_FRONTIERS)) {
            Err(limit) if limit.is_limit() || matches!(limit, DealsError::TooManyActors { .. }) => {
                let steps = search.effort.unwrap_or(limits::OPENINGS_BY_BRANCHES);
                self.openings_by_branches(&mut Steps::new(steps)).unwrap_or(Err(limit))
            }
            found => found,
        }
    }

    /// Makes one list of single concessions and openings: a single concession that opens the zone is listed with the others, and no opening is dearer
    /// than one that is listed. Between the stops of continuous issues the list may hold what the openings, found at stops, do not.
    pub(crate) fn one_list(
        &self,
        points: &mut Vec<StickingPoint>,
        openings: Known<Vec<Opening>>,
    ) -> Result<Known<Vec<Opening>>, DealsError> {
        let cheapest = points.iter().filter(|point| point.opens).map(|point| point.concession.cost).min();
        let mut single = Vec::new();
        for point in points.iter().filter(|point| point.opens && Some(point.concession.cost) == cheapest) {
            single.extend(self.opening_by(&point.concession)?);
        }
        let price = |openings: &[Opening]| openings.first().map(|o| (o.concessions.len(), o.cost()));
        let openings = match openings {
            Known::Exactly(found) | Known::Within(found, _) => {
                let at_stops = price(&found);
                match price(&single) {
                    Some(listed) if at_stops.is_none_or(|known| listed < known) => Known::Exactly(single),
                    _ => Known::Exactly(found),
                }
            }
            // Of a red line on listed options only one option is listed, so a cheaper one may not be.
            Known::GivenUp(limit) => Known::GivenUp(limit),
        };
        for opening in openings.value().into_iter().flatten() {
            let [concession] = &opening.concessions[..] else { continue };
            if !points.iter().any(|point| point.concession == *concession) {
                points.extend(self.sticking_point_of(concession)?);
            }
        }
        in_order(points);
        Ok(openings)
    }

    /// The opening by one concession; `None` if no package can be named for it within the work set aside.
    fn opening_by(&self, concession: &Concession) -> Result<Option<Opening>, DealsError> {
        let package = match self.after(concession).agreed(limits::CONCESSION) {
            Err(limit) if limit.is_limit() => return Ok(None),
            found => found?,
        };
        Ok(package.map(|settled| {
            let at_stops = self.is_at_stops(&settled);
            Opening {
                concessions: vec![concession.clone()],
                package: self.beside(&settled),
                between: (!at_stops).then_some(settled),
            }
        }))
    }

    fn openings_by_frontiers(&self, effort: u64) -> Result<Vec<Opening>, DealsError> {
        let signatories = self.signatories();
        let mut weighed: Vec<Weighed<'_>> =
            signatories.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::reach_zero)).collect();
        for (voter, _) in self.ratification.iter().flat_map(|r| &r.voters) {
            let may_refuse = Weighed::new(&self.actors[*voter], Coordinate::touch_zero);
            weighed.push(Weighed { may_refuse: true, ..may_refuse });
        }
        let mut problem = self.question(&weighed, &[]);
        problem.effort = effort;
        // One more coordinate for what each signatory pays, so that equal prices paid by different ones stay apart.
        let price = problem.coordinates.len();
        problem.coordinates.extend(signatories.iter().map(|_| Coordinate::more(0)));
        let offers = self.offer_concessions(&mut problem, |paid| paid.iter().map(|p| -p).collect());
        let mut points = solve(&problem)?;
        points.retain(|p| self.ratified_by_all(&problem.package(&p.picks)));
        let paid = |p: &Point| -> i64 { p.at[price..].iter().sum() };
        let least = points.iter().map(paid).max();
        points.retain(|p| Some(paid(p)) == least);
        // In the order of the actors who pay. Audiences that may refuse can keep several packages apart that cost the same to the same actors.
        points.order_by(|a, b| a.at[price..].cmp(&b.at[price..]).then(a.picks.cmp(&b.picks)));
        points.dedup_by(|next, kept| next.at[price..] == kept.at[price..]);
        Ok(points.iter().map(|p| opening(&problem, &offers, &p.picks)).collect())
    }

    /// Offers each option of a problem once for every way in which the signatories, its first coordinates, can be brought to it.
    /// `further` says what the prices that the signatories pay add to the coordinates beyond the actors'.
    fn offer_concessions(&self, problem: &mut Problem, further: impl Fn(&[i64]) -> Vec<i64>) -> Offers {
        let signatories = self.signatories();
        let nothing = further(&vec![0; signatories.len()]);
        for add in problem.factors.iter_mut().filter_map(|factor| factor.add.as_mut()) {
            add.extend(nothing.iter().map(|_| 0));
        }
        let mut offers = Offers::new();
        for issue in 0..self.sizes.len() {
            let mut choices = Vec::new();
            let mut conceded = Vec::new();
            for plain in std::mem::take(&mut problem.choices[issue]) {
                for concessions in self.ways_to(issue, plain.option, &signatories) {
                    let mut add = plain.add.clone();
                    let mut paid = vec![0; signatories.len()];
                    for concession in &concessions {
                        let conceding = |i: &usize| self.actors[*i].actor == concession.actor;
                        let Some(d) = signatories.iter().position(conceding) else { continue };
                        if concession.kind == ConcessionKind::Move {
                            add[d] += concession.cost.raw();
                        }
                        if self.asked_when(signatories[d]).is_some()
                            && self.stated(signatories[d]).refused[issue][plain.option]
                        {
                            add[d] += self.aside.raw();
                        }
                        paid[d] += ONE_CONCESSION + concession.cost.raw();
                    }
                    add.extend(further(&paid));
                    choices.push(Choice { option: plain.option, add });
                    conceded.push(concessions);
                }
            }
            problem.choices[issue] = choices;
            offers.push(conceded);
        }
        offers
    }

    /// The search by branches; `None` if too many audiences vote for it.
    fn openings_by_branches(&self, steps: &mut Steps) -> Option<Result<Vec<Opening>, DealsError>> {
        match self.single_openings(steps)? {
            Ok(none) if none.is_empty() => {}
            found => return Some(found),
        }
        let questions: Vec<(Problem, Offers)> =
            smallest_majorities(&self.ratification)?.iter().map(|voters| self.priced(voters)).collect();
        Some(self.least_within(&questions, steps))
    }

    /// The question about packages that some voters accept, all concessions on offer: first what each actor gains, then the number of
    /// concessions, their cost, and the price that each signatory pays.
    fn priced(&self, voters: &[usize]) -> (Problem, Offers) {
        self.offering(voters, |paid| {
            let total: i64 = paid.iter().sum();
            let totals = [-(total / ONE_CONCESSION) * GUIDE, -(total % ONE_CONCESSION)];
            totals.into_iter().chain(paid.iter().map(|p| -p)).collect()
        })
    }

    /// The question about packages that some voters accept, all concessions on offer, with no more coordinates than `further` gives.
    fn offering(&self, voters: &[usize], further: impl Fn(&[i64]) -> Vec<i64>) -> (Problem, Offers) {
        let all: Vec<usize> = self.signatories().into_iter().chain(voters.iter().copied()).collect();
        let weighed: Vec<Weighed<'_>> =
            all.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::reach_zero)).collect();
        let mut problem = self.question(&weighed, voters);
        let offers = self.offer_concessions(&mut problem, further);
        (problem, offers)
    }

    fn least_within(
        &self,
        questions: &[(Problem, Offers)],
        steps: &mut Steps,
    ) -> Result<Vec<Opening>, DealsError> {
        let signatories = self.signatories().len();
        let mut find = |caps: &Caps| -> Result<Option<Opening>, DealsError> {
            for (problem, offers) in questions {
                let mut capped = problem.clone();
                let guides = capped.coordinates.len() + 2;
                let starts = [caps.count * GUIDE, caps.cost].into_iter().chain(caps.payers.iter().copied());
                capped.coordinates.extend(starts.map(Coordinate::reach_zero));
                if let Some(picks) = capped.reach(guides, steps)? {
                    let picks: Vec<u16> = picks.iter().map(|pick| *pick as u16).collect();
                    return Ok(Some(opening(&capped, offers, &picks)));
                }
            }
            Ok(None)
        };
        // Whatever it takes, then fewer, then for less.
        let most = (signatories * self.sizes.len()) as i64;
        let dearest =
            |issue: usize| (0..self.sizes[issue]).flat_map(move |o| (0..signatories).map(move |d| (d, o)));
        let ids = self.signatories();
        let cost: i64 = (0..self.sizes.len())
            .flat_map(|issue| dearest(issue).map(move |(d, option)| (issue, d, option)))
            .map(|(issue, d, option)| self.cost(ids[d], issue, option).raw())
            .sum();
        let mut caps = Caps { count: most, cost, payers: vec![most * ONE_CONCESSION + cost; signatories] };
        let Some(mut best) = find(&caps)? else { return Ok(Vec::new()) };
        while best.concessions.len() > 2 {
            caps.count = best.concessions.len() as i64 - 1;
            let Some(fewer) = find(&caps)? else { break };
            best = fewer;
        }
        caps.count = best.concessions.len() as i64;
        while best.cost() > 0 {
            caps.cost = best.cost() - 1;
            let Some(cheaper) = find(&caps)? else { break };
            best = cheaper;
        }
        caps.cost = best.cost();
        // Every other way to share the price takes less from somebody than the ways that are known.
        let paid = |opening: &Opening| -> Vec<i64> {
            let by = |i: &usize| -> i64 {
                let own = opening.concessions.iter().filter(|c| c.actor == self.actors[*i].actor);
                own.map(|c| ONE_CONCESSION + c.cost.raw()).sum()
            };
            ids.iter().map(by).collect()
        };
        let mut found = BTreeMap::from([(paid(&best), best)]);
        let mut boxes = vec![caps.payers.clone()];
        let mut seen = BTreeSet::new();
        while let Some(payers) = boxes.pop() {
            if !seen.insert(payers.clone()) {
                continue;
            }
            let inside = |price: &Vec<i64>| price.iter().zip(&payers).all(|(p, cap)| p <= cap);
            let known = found.keys().find(|price| inside(price)).cloned();
            let price = if let Some(price) = known {
                price
            } else {
                let Some(other) = find(&Caps { payers: payers.clone(), ..caps })? else { continue };
                let price = paid(&other);
                found.insert(price.clone(), other);
                price
            };
            for (d, p) in price.iter().enumerate().filter(|(_, p)| **p > 0) {
                let mut less = payers.clone();
                less[d] = p - 1;
                boxes.push(less);
            }
        }
        // Those in which the first signatory pays most come first.
        Ok(found.into_values().rev().collect())
    }

    /// Every combination of concessions by which signatories can come to an option; the empty one first if none
    /// refuses it.
    fn ways_to(&self, issue: usize, option: usize, signatories: &[usize]) -> Vec<Vec<Concession>> {
        let mut ways = vec![Vec::new()];
        for &actor in signatories {
            let moved = self.move_on(actor, issue).filter(|c| c.option == option);
            let refuses = self.stated(actor).refused[issue][option];
            let lifted = || self.concession(actor, issue, option, ConcessionKind::RedLine);
            let with = |ways: &[Vec<Concession>], concession: &Concession| -> Vec<Vec<Concession>> {
                ways.iter().map(|way| way.iter().cloned().chain([concession.clone()]).collect()).collect()
            };
            ways = match (refuses, moved) {
                (true, moved) => {
                    let conceding = with(&ways, &moved.unwrap_or_else(lifted));
                    // Somebody who is not asked about every package need not concede for every package.
                    let as_they_are = if self.asked_when(actor).is_some() { ways } else { Vec::new() };
                    as_they_are.into_iter().chain(conceding).collect()
                }
                (false, Some(moved)) => {
                    let conceding = with(&ways, &moved);
                    ways.into_iter().chain(conceding).collect()
                }
                (false, None) => ways,
            };
        }
        ways
    }
}

impl Opening {
    /// What the concessions cost those who make them, in units of their scales.
    fn cost(&self) -> i64 {
        self.concessions.iter().map(|c| c.cost.raw()).sum()
    }
}

fn opening(problem: &Problem, offers: &Offers, picks: &[u16]) -> Opening {
    let conceded =
        offers.iter().zip(picks).flat_map(|(offers, pick)| offers[usize::from(*pick)].iter().cloned());
    Opening { concessions: conceded.collect(), package: problem.package(picks), between: None }
}

#[cfg(test)]
mod tests {
    use detente_model::{Combination, IssueId};
    use proptest::prelude::*;

    use super::*;
    use crate::Units;
    use crate::literal::{Shape, conceded, random_space};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn branches_find_the_openings_that_frontiers_find(seed in any::<u64>(), tied in any::<bool>()) {
            let most = if tied { 4 } else { 1 };
            let shape = Shape {
                principals: 2..5, issues: 1..5, audiences: 0..4, interactions: 0..most, infeasible: 0..most,
            };
            let mut space = random_space(seed, &shape);
            for actor in space.principals..space.actors.len() {
                // In a half of the spaces every other audience is asked about the first option of the first issue alone.
                if seed % 2 == 0 && actor % 2 == 0 {
                    space = space.asked_only_if(actor, &Combination(vec![(IssueId(0), vec![0])]));
                }
            }
            prop_assume!(space.find_agreement(&Search::default()).unwrap().is_none());
            let by_frontiers = space.openings_by_frontiers(u64::MAX).unwrap();
            let by_branches = space.openings_by_branches(&mut Steps::new(u64::MAX)).unwrap().unwrap();
            let paid = |opening: &Opening| {
                let mut paid: Vec<_> = opening.concessions.iter().map(|c| (c.actor, c.cost)).collect();
                paid.sort_unstable();
                paid.chunk_by(|a, b| a.0 == b.0)
                    .map(|own| (own[0].0, own.len(), own.iter().map(|c| c.1).sum::<Units>()))
                    .collect::<Vec<_>>()
            };
            prop_assert_eq!(
                by_frontiers.iter().map(paid).collect::<Vec<_>>(),
                by_branches.iter().map(paid).collect::<Vec<_>>()
            );
            for opening in &by_branches {
                let mut after = space.clone();
                for concession in &opening.concessions {
                    after = after.after(concession);
                }
                prop_assert!(after.all_accept(&opening.package));
                if seed % 2 == 1 {
                    prop_assert!(conceded(&space, &opening.concessions).all_accept(&opening.package));
                }
            }
        }
    }
}
