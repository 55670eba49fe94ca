//! Every package in every world.
//!
//! Packages are numbered in counting order and split into a front and a back half, so that a world costs one addition and
//! one comparison for each package and actor.

use std::ops::Range;

use detente_model::side_by_side::gathered;
use detente_model::{Actor, Combination, IssueId, Package, Progress, Share, Worlds};

use super::PackageAcceptability;
use super::leading::Leading;
use crate::DealsError;
use crate::blockers::{BlockerShares, BlockerTally, Condition, Slots};
use crate::limits;
use crate::space::{ActorTerms, DealSpace};

/// What nothing can make good: a red line crossed.
const REFUSED: i64 = -(1 << 56);

/// What does not change from world to world.
struct Listing {
    /// How many issues are in the front half.
    front: usize,
    feasible: Vec<bool>,
    /// For each actor and each of its interactions, the packages in which it counts.
    touched: Vec<Vec<Vec<u32>>>,
    /// For each actor that is not asked about every package, about which it is.
    asked: Vec<Option<Vec<bool>>>,
    /// For each principal, which audiences with a veto stand behind it; the last entry holds all others.
    vetoes: Vec<Vec<usize>>,
    /// The conditions that can block.
    slots: Slots,
}

/// How often each package was accepted, package fastest.
#[derive(Clone)]
struct Tally {
    /// The draws with a zone, in no particular order.
    zone: Vec<u64>,
    /// In how many draws the search between stops was given up.
    at_stops_only: u64,
    all: Vec<u32>,
    principals: Vec<u32>,
    actors: Vec<u32>,
    blockers: BlockerTally,
}

/// All packages with what has been counted so far.
pub(super) struct Listed<'a> {
    worlds: &'a Worlds,
    central: &'a DealSpace,
    listing: Listing,
    /// `None` before the first batch.
    tally: Option<Tally>,
}

impl<'a> Listed<'a> {
    pub fn new(worlds: &'a Worlds, central: &'a DealSpace) -> Self {
        let listing = Listing::of(worlds, central);
        Self { worlds, central, listing, tally: None }
    }

    /// Judges every package in some further draws; in how many of them there is a zone.
    pub fn batch(&mut self, draws: Range<u64>, progress: &Progress) -> Result<u64, DealsError> {
        let nothing = || Tally::nothing(self.listing.feasible.len(), self.central);
        if draws.is_empty() {
            return Ok(0);
        }
        // Counts are whole numbers, so the order in which they are added up does not matter.
        let tally = gathered(
            (draws.end - draws.start) as usize,
            progress,
            &nothing,
            &|tally: &mut Tally, i| {
                let draw = draws.start + i as u64;
                progress.stepping(|| {
                    let space = DealSpace::new(&self.worlds.draw(draw))?.watched_like(self.central);
                    self.listing.count(&space, draw, tally)
                })
            },
            &|a, b| a.add(&b),
        )?;
        let open = tally.zone.len() as u64;
        match &mut self.tally {
            Some(before) => before.add(&tally),
            none => *none = Some(tally),
        }
        Ok(open)
    }

    /// The draws with a zone, ascending, the `leading` packages with their shares, and the share of the best one.
    pub fn finish(mut self, draws: u64, leading: usize) -> (Vec<u64>, Vec<PackageAcceptability>, Share) {
        let packages = self.listing.feasible.len();
        let mut tally = self.tally.take().unwrap_or_else(|| Tally::nothing(packages, self.central));
        let surpluses: Vec<Vec<i64>> = (self.central.principals().iter().zip(&self.listing.touched))
            .map(|(terms, touched)| self.listing.surpluses(terms, touched))
            .collect();
        let mut best = Leading::new(leading);
        let mut most = 0;
        let mut of_each = vec![0; surpluses.len()];
        let mut package = Package(vec![0; self.central.sizes.len()]);
        for x in 0..packages {
            if self.listing.feasible[x] {
                let hits = |i: usize| u64::from(tally.principals[i * packages + x]);
                let hardest = (0..surpluses.len()).map(hits).min().unwrap_or(0);
                let all = u64::from(tally.all[x]);
                most = most.max(all);
                of_each.iter_mut().zip(&surpluses).for_each(|(surplus, of)| *surplus = of[x]);
                best.offer([all, hardest, (0..surpluses.len()).map(hits).sum()], &of_each, || {
                    self.package(&tally, x, package.clone(), draws)
                });
            }
            self.central.next_package(&mut package);
        }
        tally.zone.sort_unstable();
        (tally.zone, best.into_packages(), Share::of(most, draws))
    }

    /// The package with this number and its shares.
    fn package(&self, tally: &Tally, x: usize, package: Package, draws: u64) -> PackageAcceptability {
        let packages = self.listing.feasible.len();
        let share = |hits: &[u32], i: usize| Share { hits: u64::from(hits[i * packages + x]), draws };
        PackageAcceptability {
            package,
            all: share(&tally.all, 0),
            principals: (0..self.central.principals).map(|i| share(&tally.principals, i)).collect(),
            actors: (self.central.actors.iter().enumerate())
                .map(|(i, terms)| (terms.actor, share(&tally.actors, i)))
                .collect(),
        }
    }

    /// What blocks in the draws without a zone.
    pub fn blockers(&self) -> BlockerShares {
        self.tally.as_ref().map_or_else(BlockerShares::default, |tally| tally.blockers.shares())
    }

    /// In how many draws the search between stops was given up.
    pub fn at_stops_only(&self) -> u64 {
        self.tally.as_ref().map_or(0, |tally| tally.at_stops_only)
    }

    /// The draws with a zone, ascending, and all feasible packages with their shares.
    #[cfg(test)]
    pub fn all(mut self, draws: u64) -> (Vec<u64>, Vec<PackageAcceptability>) {
        let mut tally = self.tally.take().unwrap();
        let feasible = self.central.packages().enumerate().filter(|(x, _)| self.listing.feasible[*x]);
        let packages = feasible.map(|(x, package)| self.package(&tally, x, package, draws)).collect();
        tally.zone.sort_unstable();
        (tally.zone, packages)
    }
}

impl Tally {
    fn nothing(packages: usize, central: &DealSpace) -> Self {
        Self {
            zone: Vec::new(),
            at_stops_only: 0,
            all: vec![0; packages],
            principals: vec![0; packages * central.principals],
            actors: vec![0; packages * central.actors.len()],
            blockers: BlockerTally::nothing(Slots::of(central)),
        }
    }

    fn add(&mut self, other: &Self) {
        let add = |mine: &mut Vec<u32>, other: &[u32]| mine.iter_mut().zip(other).for_each(|(a, b)| *a += b);
        self.zone.extend_from_slice(&other.zone);
        self.at_stops_only += other.at_stops_only;
        add(&mut self.all, &other.all);
        add(&mut self.principals, &other.principals);
        add(&mut self.actors, &other.actors);
        self.blockers.add(&other.blockers);
    }
}

impl Listing {
    fn of(worlds: &Worlds, central: &DealSpace) -> Self {
        let total: usize = central.sizes.iter().product();
        let mut front = 0;
        let mut front_size = 1;
        while front < central.sizes.len() && front_size * front_size < total {
            front_size *= central.sizes[front];
            front += 1;
        }
        let touched = central
            .actors
            .iter()
            .enumerate()
            .map(|(i, _)| {
                central.stated(i).interactions.iter().map(|(when, _)| holding(when, &central.sizes)).collect()
            })
            .collect();
        let mut vetoes = vec![Vec::new(); central.principals + 1];
        for (i, terms) in central.actors.iter().enumerate().skip(central.principals).filter(|(_, t)| t.signs)
        {
            let Actor::Audience(id) = terms.actor else { continue };
            let of = Actor::Party(worlds.case().audience(id).of);
            let behind =
                central.principals().iter().position(|p| p.actor == of).unwrap_or(central.principals);
            vetoes[behind].push(i);
        }
        let asked = (0..central.actors.len()).map(|i| {
            let mut asked = vec![false; total];
            for x in holding(central.asked_when(i)?, &central.sizes) {
                asked[x as usize] = true;
            }
            Some(asked)
        });
        let asked = asked.collect();
        let mut feasible = vec![true; total];
        for x in central.infeasible.iter().flat_map(|when| holding(when, &central.sizes)) {
            feasible[x as usize] = false;
        }
        Self { front, feasible, touched, asked, vetoes, slots: Slots::of(central) }
    }

    fn count(&self, space: &DealSpace, draw: u64, tally: &mut Tally) -> Result<(), DealsError> {
        let packages = self.feasible.len();
        let accepts: Vec<Vec<bool>> = space
            .actors
            .iter()
            .enumerate()
            .map(|(i, _)| {
                let mut accepted = self.accepted(space.stated(i), &self.touched[i]);
                if let Some(asked) = &self.asked[i] {
                    accepted.iter_mut().zip(asked).for_each(|(accepted, asked)| *accepted |= !asked);
                }
                accepted
            })
            .collect();
        for (i, accepted) in accepts.iter().enumerate() {
            for (count, accepted) in tally.actors[i * packages..].iter_mut().zip(accepted) {
                *count += u32::from(*accepted);
            }
        }
        let mut all = self.feasible.clone();
        let and = |mine: &mut [bool], other: &[bool]| mine.iter_mut().zip(other).for_each(|(a, b)| *a &= b);
        for principal in 0..space.principals {
            let mut accepted = accepts[principal].clone();
            for &veto in &self.vetoes[principal] {
                and(&mut accepted, &accepts[veto]);
            }
            for ratification in space.ratification.iter().filter(|r| r.principal == principal) {
                for (x, accepted) in accepted.iter_mut().enumerate() {
                    *accepted &= ratification.carried(|voter| accepts[voter][x]);
                }
            }
            for (count, accepted) in tally.principals[principal * packages..].iter_mut().zip(&accepted) {
                *count += u32::from(*accepted);
            }
            and(&mut all, &accepted);
        }
        for &veto in &self.vetoes[space.principals] {
            and(&mut all, &accepts[veto]);
        }
        for (count, all) in tally.all.iter_mut().zip(&all) {
            *count += u32::from(*all);
        }
        let looked = space.look_between(all.contains(&true), limits::BETWEEN_STOPS_IN_A_DRAW)?;
        if looked.open {
            tally.zone.push(draw);
            tally.blockers.open();
        } else if looked.at_stops_only {
            tally.blockers.not_known();
        } else {
            self.count_blockers(space, &accepts, &mut tally.blockers)?;
        }
        tally.at_stops_only += u64::from(looked.at_stops_only);
        Ok(())
    }

    /// Which conditions block alone in a world without a zone: those that some package violates and no other with it.
    fn count_blockers(
        &self,
        space: &DealSpace,
        accepts: &[Vec<bool>],
        tally: &mut BlockerTally,
    ) -> Result<(), DealsError> {
        // Of each package how many must accept and do not, and the last of them: a principal, an audience with a veto, or, after the actors, the
        // ratification of a principal.
        let mut refusing = vec![(0_u32, 0_usize); self.feasible.len()];
        let mut refuse = |who: usize, accepted: &[bool]| {
            for (refusing, accepted) in refusing.iter_mut().zip(accepted) {
                if !accepted {
                    *refusing = (refusing.0 + 1, who);
                }
            }
        };
        for (i, _) in space.actors.iter().enumerate().filter(|(_, terms)| terms.signs) {
            refuse(i, &accepts[i]);
        }
        for rule in &space.ratification {
            let carried: Vec<bool> =
                (0..self.feasible.len()).map(|x| rule.carried(|voter| accepts[voter][x])).collect();
            refuse(space.actors.len() + rule.principal, &carried);
        }
        let mut alone = vec![false; self.slots.len()];
        let mut package = Package(vec![0; space.sizes.len()]);
        let one_refuses = |x: &usize| self.feasible[*x] && refusing[*x].0 == 1;
        for x in (0..self.feasible.len()).filter(one_refuses) {
            let who = refusing[x].1;
            let condition = if who >= space.actors.len() {
                Some(Condition::Quota { principal: who - space.actors.len() })
            } else if who >= space.principals {
                Some(Condition::Veto { audience: who })
            } else {
                numbered(x, &space.sizes, &mut package);
                let known = |condition: Condition| alone[self.slots.place(condition)];
                the_only_one(&space.actors[who], who, &package, &known)
            };
            if let Some(condition) = condition {
                alone[self.slots.place(condition)] = true;
            }
        }
        if space.scales.is_empty() {
            tally.closed(&alone);
            return Ok(());
        }
        // Between stops there may be what no stop shows.
        let opens = |lifted: &DealSpace| Ok(lifted.agreement_between(limits::BLOCKER_IN_A_DRAW)?.is_some());
        if space.look_for_blockers(self.slots, &mut alone, &opens)? {
            tally.closed(&alone);
        } else {
            tally.not_known();
        }
        Ok(())
    }

    /// Which packages an actor finds no worse than no deal, with no red line crossed.
    fn accepted(&self, terms: &ActorTerms, touched: &[Vec<u32>]) -> Vec<bool> {
        let worth = |k: usize, option: usize| {
            if terms.refused[k][option] { REFUSED } else { terms.worth[k][option].raw() }
        };
        let (front, back) = self.halves(terms, worth);
        if terms.interactions.is_empty() {
            let needed = |f: &i64| terms.reservation.raw() - f;
            return front.iter().flat_map(|f| back.iter().map(move |b| *b >= needed(f))).collect();
        }
        let values = whole(&front, &back, terms, touched);
        values.iter().map(|v| *v >= terms.reservation.raw()).collect()
    }

    /// What each package is worth to an actor beyond no deal, red lines aside.
    fn surpluses(&self, terms: &ActorTerms, touched: &[Vec<u32>]) -> Vec<i64> {
        let (front, back) = self.halves(terms, |k, option| terms.worth[k][option].raw());
        let mut values = whole(&front, &back, terms, touched);
        for value in &mut values {
            *value -= terms.reservation.raw();
        }
        values
    }

    /// The sums over the front and over the back issues, in counting order; far below anything where a red line is crossed.
    fn halves(&self, terms: &ActorTerms, worth: impl Fn(usize, usize) -> i64) -> (Vec<i64>, Vec<i64>) {
        let half = |issues: Range<usize>| {
            issues.fold(vec![0], |sums: Vec<i64>, k| {
                let worth: Vec<i64> = (0..terms.worth[k].len()).map(|option| worth(k, option)).collect();
                sums.iter().flat_map(|sum| worth.iter().map(move |w| (sum + w).max(REFUSED))).collect()
            })
        };
        (half(0..self.front), half(self.front..terms.worth.len()))
    }
}

/// The values of all packages from those of their halves.
fn whole(front: &[i64], back: &[i64], terms: &ActorTerms, touched: &[Vec<u32>]) -> Vec<i64> {
    let mut values: Vec<i64> = front.iter().flat_map(|f| back.iter().map(move |b| f + b)).collect();
    for ((_, value), packages) in terms.interactions.iter().zip(touched) {
        for &x in packages {
            values[x as usize] += value.raw();
        }
    }
    values
}

/// The package with this number in counting order.
fn numbered(mut x: usize, sizes: &[usize], package: &mut Package) {
    for (option, size) in package.0.iter_mut().zip(sizes).rev() {
        *option = (x % size) as u16;
        x /= size;
    }
}

/// The one condition that a principal does not meet in a package that it refuses; `None` if there are several, or if the one is `known` already.
fn the_only_one(
    terms: &ActorTerms,
    principal: usize,
    package: &Package,
    known: &dyn Fn(Condition) -> bool,
) -> Option<Condition> {
    let mut crossed = (terms.refused.iter().zip(&package.0).enumerate())
        .filter(|(_, (row, option))| row[usize::from(**option)])
        .map(|(k, _)| Condition::RedLine { principal, issue: IssueId(k) });
    let Some(line) = crossed.next() else {
        // What it refuses for no red line is worth too little to it.
        return Some(Condition::Surplus { principal });
    };
    let alone = crossed.next().is_none() && !known(line) && terms.value(package) >= terms.reservation;
    alone.then_some(line)
}

/// The packages that meet a condition, by their numbers in counting order.
fn holding(when: &Combination, sizes: &[usize]) -> Vec<u32> {
    let meets = |k: usize, option: usize| {
        when.0.iter().all(|(issue, options)| issue.index() != k || options.contains(&option))
    };
    sizes.iter().enumerate().fold(vec![0], |numbers, (k, size)| {
        let open: Vec<u32> = (0..*size).filter(|o| meets(k, *o)).map(|o| o as u32).collect();
        numbers.iter().flat_map(|number| open.iter().map(move |o| number * *size as u32 + o)).collect()
    })
}
