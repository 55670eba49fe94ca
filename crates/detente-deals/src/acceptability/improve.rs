//! Better packages than those found in single worlds.
//!
//! A package that is best in some world need not be the one that most worlds accept. From the most acceptable ones found so far a
//! climb goes on: of all changes on a single issue, judged in every world that has a zone, the one after which most worlds accept is made, until none
//! helps. Where there are few enough of them, changes on two issues at once are tried from the best packages that result. All counts are exact; what
//! is found is a local optimum, and [`super::bound`] says how much better a package could be.
//!
//! A pass over the worlds serves all climbs at once, and costs an addition and a comparison for each change and actor in each world.

use std::collections::BTreeSet;

use detente_model::side_by_side::gathered;
use detente_model::{Package, Worlds};

use crate::DealsError;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::{ActorTerms, DealSpace};
use crate::watch::Watch;

/// From how many packages a climb starts.
const CLIMBS: usize = 20;
/// From how many of the packages reached changes on two issues are tried.
const PAIRED: usize = 3;

/// A change on one issue or on two.
type Move = [Option<(usize, u16)>; 2];

/// How good a package is: in how many worlds all accept it; then, how many of those who must sign accept it, over all worlds.
type Rank = (u64, u64);

/// The packages to which climbs from `starts`, the most promising first, lead.
pub(super) fn improve(
    worlds: &Worlds,
    central: &DealSpace,
    zone: &[u64],
    starts: &[Package],
) -> Result<Vec<Package>, DealsError> {
    if zone.is_empty() {
        return Ok(Vec::new());
    }
    let climbing = starts.iter().take(CLIMBS).cloned().collect();
    let mut tops = climb(worlds, &central.watch, zone, climbing, &|package| singles(central, package))?;
    loop {
        let best: Vec<Package> = tops.iter().take(PAIRED).map(|(_, package)| package.clone()).collect();
        let reached = climb(worlds, &central.watch, zone, best, &|package| {
            let mut moves = singles(central, package);
            moves.extend(pairs(central, package));
            moves
        })?;
        let before = tops.first().map(|(rank, _)| *rank);
        tops.extend(reached);
        order(&mut tops);
        if tops.first().map(|(rank, _)| *rank) == before {
            return Ok(tops.into_iter().map(|(_, package)| package).collect());
        }
    }
}

/// Best first, each package once.
fn order(tops: &mut Vec<(Rank, Package)>) {
    tops.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    tops.dedup();
}

fn climb(
    worlds: &Worlds,
    watch: &Watch,
    zone: &[u64],
    starts: Vec<Package>,
    moves: &dyn Fn(&Package) -> Vec<Move>,
) -> Result<Vec<(Rank, Package)>, DealsError> {
    let mut seen: BTreeSet<Package> = starts.iter().cloned().collect();
    let mut climbing = starts;
    let mut tops = Vec::new();
    while !climbing.is_empty() {
        let trials: Vec<(Package, Vec<Move>)> =
            climbing.drain(..).map(|package| (package.clone(), moves(&package))).collect();
        let ranks = count(worlds, watch, zone, &trials)?;
        for ((package, moves), ranks) in trials.into_iter().zip(ranks) {
            let here = ranks[0];
            let better =
                moves.iter().zip(&ranks[1..]).map(|(change, rank)| (*rank, changed(&package, change)));
            match better.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))) {
                Some((rank, next)) if rank > here => {
                    if seen.insert(next.clone()) {
                        climbing.push(next);
                    }
                }
                _ => tops.push((here, package)),
            }
        }
    }
    order(&mut tops);
    Ok(tops)
}

fn singles(space: &DealSpace, package: &Package) -> Vec<Move> {
    let mut moves = Vec::new();
    for (k, size) in space.sizes.iter().enumerate() {
        let others = (0..*size as u16).filter(|option| *option != package.0[k]);
        moves.extend(others.map(|option| [Some((k, option)), None]));
    }
    moves
}

/// Changes on two issues; none if they are too many.
fn pairs(space: &DealSpace, package: &Package) -> Vec<Move> {
    let singles = singles(space, package);
    if singles.len() * singles.len() / 2 > limits::PAIRED_CHANGES {
        return Vec::new();
    }
    let mut moves = Vec::new();
    for (i, a) in singles.iter().enumerate() {
        for b in &singles[i + 1..] {
            if let ([Some(a), _], [Some(b), _]) = (a, b)
                && a.0 != b.0
            {
                moves.push([Some(*a), Some(*b)]);
            }
        }
    }
    moves
}

fn changed(package: &Package, change: &Move) -> Package {
    let mut next = package.clone();
    for (k, option) in change.iter().flatten() {
        next.0[*k] = *option;
    }
    next
}

/// The rank of each package, and of what each of its changes leads to.
fn count(
    worlds: &Worlds,
    watch: &Watch,
    zone: &[u64],
    trials: &[(Package, Vec<Move>)],
) -> Result<Vec<Vec<Rank>>, DealsError> {
    let nothing =
        || -> Vec<Vec<Rank>> { trials.iter().map(|(_, moves)| vec![(0, 0); moves.len() + 1]).collect() };
    gathered(
        zone.len(),
        watch.progress(),
        &nothing,
        &|ranks: &mut Vec<Vec<Rank>>, i| {
            let space = DealSpace::new(&worlds.draw(zone[i]))?;
            for ((package, moves), ranks) in trials.iter().zip(ranks) {
                watch.work(1_000 + (moves.len() * space.actors.len()) as u64);
                let world = InWorld::of(&space, package);
                let stay = [None, None];
                for (change, rank) in std::iter::once(&stay).chain(moves).zip(ranks) {
                    let (all, acceptors) = world.after(change);
                    rank.0 += u64::from(all);
                    rank.1 += acceptors;
                }
            }
            Ok(())
        },
        &|a, b| {
            for (x, y) in a.iter_mut().flatten().zip(b.into_iter().flatten()) {
                x.0 += y.0;
                x.1 += y.1;
            }
        },
    )
}

/// A package in one world, with what it is worth to each actor, so that a change costs no more than what it changes.
struct InWorld<'a> {
    space: &'a DealSpace,
    package: &'a Package,
    /// For each actor how much the sum over the issues is above what no deal is worth, in the units of the space, and how many options cross a red line.
    worth: Vec<(i64, usize)>,
    /// Whether worth and feasibility depend on single options alone.
    additive: bool,
}

impl<'a> InWorld<'a> {
    fn of(space: &'a DealSpace, package: &'a Package) -> Self {
        let worth = |terms: &ActorTerms| {
            let picks = || package.0.iter().map(|option| usize::from(*option)).enumerate();
            let sum: i64 = picks().map(|(k, option)| terms.worth[k][option].raw()).sum();
            (sum - terms.reservation.raw(), picks().filter(|(k, option)| terms.refused[*k][*option]).count())
        };
        let additive =
            space.infeasible.is_empty() && space.actors.iter().all(|terms| terms.interactions.is_empty());
        Self { space, package, worth: space.actors.iter().map(worth).collect(), additive }
    }

    /// Whether all accept after a change, and how many of those who must sign do.
    fn after(&self, change: &Move) -> (bool, u64) {
        let next = (!self.additive).then(|| changed(self.package, change));
        if next.as_ref().is_some_and(|next| !self.space.is_feasible(next)) {
            return (false, 0);
        }
        let accepts = |i: usize| {
            let terms = &self.space.actors[i];
            let (mut sum, mut refused) = self.worth[i];
            for (k, option) in change.iter().flatten() {
                let (old, new) = (usize::from(self.package.0[*k]), usize::from(*option));
                sum += terms.worth[*k][new].raw() - terms.worth[*k][old].raw();
                refused = refused + usize::from(terms.refused[*k][new]) - usize::from(terms.refused[*k][old]);
            }
            let met = |next: &Package| -> i64 {
                let holding = terms.interactions.iter().filter(|(when, _)| when.holds(next));
                holding.map(|(_, value)| value.raw()).sum()
            };
            refused == 0 && sum + next.as_ref().map_or(0, met) >= 0
        };
        let signs = (0..self.space.actors.len()).filter(|i| self.space.actors[*i].signs);
        let (mut needed, mut acceptors) = (0, 0);
        for i in signs {
            needed += 1;
            acceptors += u64::from(accepts(i));
        }
        let all = acceptors == needed && self.space.ratification.iter().all(|r| r.carried(accepts));
        (all, acceptors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixed::in_units;
    use crate::{Units, Votes};
    use detente_model::{Actor, AudienceId, Combination, IssueId, PartyId};
    use proptest::prelude::*;

    proptest! {
        /// Counting by differences gives what judging the changed package anew gives.
        #[test]
        fn changes_are_judged_as_the_packages_they_lead_to(
            worth in proptest::collection::vec(proptest::collection::vec(0i64..6, 3), 9),
            refused in proptest::collection::vec(proptest::collection::vec(proptest::bool::weighted(0.1), 3), 9),
            reservations in proptest::collection::vec(0i64..9, 3),
            extra in -3i64..3, entangled in any::<bool>(), quota in 0i64..3,
        ) {
            let when = Combination(vec![(IssueId(0), vec![1]), (IssueId(1), vec![0, 2])]);
            let terms = |i: usize, actor: Actor, signs: bool| ActorTerms {
                actor,
                signs,
                worth: worth[3 * i..3 * i + 3].iter().map(|row| in_units(row)).collect(),
                refused: refused[3 * i..3 * i + 3].to_vec(),
                interactions: if entangled { vec![(when.clone(), Units::from_raw(extra))] } else { Vec::new() },
                reservation: Units::from_raw(reservations[i]),
            };
            let actors = vec![
                terms(0, Actor::Party(PartyId(0)), true),
                terms(1, Actor::Party(PartyId(1)), true),
                terms(2, Actor::Audience(AudienceId(0)), false),
            ];
            let forbidden = Combination(vec![(IssueId(1), vec![1]), (IssueId(2), vec![2])]);
            let infeasible = if entangled { vec![forbidden] } else { Vec::new() };
            let vote = crate::Ratification { principal: 0, voters: vec![(2, Votes::from_raw(2))], needed: Votes::from_raw(quota) };
            let space = DealSpace::from_parts(vec![3; 3], actors, 2, infeasible, vec![vote]).unwrap();
            for package in space.packages() {
                let world = InWorld::of(&space, &package);
                let moves = singles(&space, &package).into_iter().chain(pairs(&space, &package));
                let mut reached = 0;
                for change in moves {
                    let next = changed(&package, &change);
                    prop_assert_eq!(world.after(&change).0, space.all_accept(&next), "{:?}", next);
                    reached += 1;
                }
                prop_assert_eq!(reached, 6 + 12);
            }
        }
    }
}
