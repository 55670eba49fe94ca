//! Every package in every world.
//!
//! Packages are numbered in counting order and split into a front and a back half, so that a world costs one addition and
//! one comparison for each package and actor.

use std::ops::Range;

use detente_model::{Actor, Outcome, Share, Worlds};
use rayon::prelude::*;

use super::PackageAcceptability;
use crate::DealsError;
use crate::continuous::EFFORT_IN_A_DRAW;
use crate::space::{DealSpace, Terms};

/// What nothing can make good: a red line crossed.
const REFUSED: i64 = -(1 << 56);

/// What does not change from world to world.
struct Listing {
    /// How many issues are in the front half.
    front: usize,
    feasible: Vec<bool>,
    /// For each actor and each of its interactions, the packages in which it counts.
    touched: Vec<Vec<Vec<u32>>>,
    /// For each principal, which audiences with a veto stand behind it; the last entry holds all others.
    vetoes: Vec<Vec<usize>>,
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
}

/// All packages with what has been counted so far.
pub(super) struct Listed<'a> {
    worlds: &'a Worlds<'a>,
    central: &'a DealSpace,
    listing: Listing,
    tally: Tally,
}

impl<'a> Listed<'a> {
    pub fn new(worlds: &'a Worlds<'a>, central: &'a DealSpace) -> Self {
        let listing = Listing::of(worlds, central);
        let tally = Tally::nothing(listing.feasible.len(), central);
        Self { worlds, central, listing, tally }
    }

    /// Judges every package in some further draws; in how many of them there is a zone.
    pub fn batch(&mut self, draws: Range<u64>, drawn: &(dyn Fn() + Sync)) -> Result<u64, DealsError> {
        let nothing = || Tally::nothing(self.listing.feasible.len(), self.central);
        // Counts are whole numbers, so the order in which threads add them up does not matter.
        let tally = draws
            .into_par_iter()
            .try_fold(nothing, |mut tally, draw| {
                let space = DealSpace::new(self.worlds.case(), &self.worlds.draw(draw))?;
                self.listing.count(&space, draw, &mut tally)?;
                drawn();
                Ok(tally)
            })
            .try_reduce(nothing, |mut a, b| {
                a.add(&b);
                Ok(a)
            })?;
        self.tally.add(&tally);
        Ok(tally.zone.len() as u64)
    }

    /// In how many draws the search between stops was given up.
    pub fn at_stops_only(&self) -> u64 {
        self.tally.at_stops_only
    }

    /// The draws with a zone, ascending, and all feasible packages with their shares.
    pub fn finish(self, draws: u64) -> (Vec<u64>, Vec<PackageAcceptability>) {
        let Self { central, listing, tally, .. } = self;
        let packages = listing.feasible.len();
        let mut zone = tally.zone;
        zone.sort_unstable();
        let share = |hits: u32| Share { hits: u64::from(hits), draws };
        let judged =
            central.outcomes().enumerate().filter(|(x, _)| listing.feasible[*x]).map(|(x, outcome)| {
                PackageAcceptability {
                    outcome,
                    all: share(tally.all[x]),
                    principals: (0..central.principals)
                        .map(|i| share(tally.principals[i * packages + x]))
                        .collect(),
                    actors: (central.actors.iter().enumerate())
                        .map(|(i, terms)| (terms.actor, share(tally.actors[i * packages + x])))
                        .collect(),
                }
            });
        (zone, judged.collect())
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
        }
    }

    fn add(&mut self, other: &Self) {
        let add = |mine: &mut Vec<u32>, other: &[u32]| mine.iter_mut().zip(other).for_each(|(a, b)| *a += b);
        self.zone.extend_from_slice(&other.zone);
        self.at_stops_only += other.at_stops_only;
        add(&mut self.all, &other.all);
        add(&mut self.principals, &other.principals);
        add(&mut self.actors, &other.actors);
    }
}

impl Listing {
    fn of(worlds: &Worlds<'_>, central: &DealSpace) -> Self {
        let outcomes: Vec<Outcome> = central.outcomes().collect();
        let total = outcomes.len();
        let mut front = 0;
        let mut front_size = 1;
        while front < central.sizes.len() && front_size * front_size < total {
            front_size *= central.sizes[front];
            front += 1;
        }
        let holding = |when: &detente_model::Combination| {
            (0u32..).zip(&outcomes).filter(|(_, outcome)| when.holds(outcome)).map(|(x, _)| x).collect()
        };
        let touched = central
            .actors
            .iter()
            .map(|t| t.interactions.iter().map(|(when, _)| holding(when)).collect())
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
        let feasible = outcomes.iter().map(|outcome| central.is_feasible(outcome)).collect();
        Self { front, feasible, touched, vetoes }
    }

    fn count(&self, space: &DealSpace, draw: u64, tally: &mut Tally) -> Result<(), DealsError> {
        let packages = self.feasible.len();
        let accepts: Vec<Vec<bool>> = space
            .actors
            .iter()
            .enumerate()
            .map(|(i, terms)| self.accepted(terms, &self.touched[i]))
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
        let looked = space.look_between(all.contains(&true), EFFORT_IN_A_DRAW)?;
        if looked.open {
            tally.zone.push(draw);
        }
        tally.at_stops_only += u64::from(looked.at_stops_only);
        Ok(())
    }

    /// Which packages an actor finds no worse than no deal, with no red line crossed.
    fn accepted(&self, terms: &Terms, touched: &[Vec<u32>]) -> Vec<bool> {
        let front = half(terms, 0..self.front);
        let back = half(terms, self.front..terms.worth.len());
        if terms.interactions.is_empty() {
            let needed = |f: &i64| terms.reservation - f;
            return front.iter().flat_map(|f| back.iter().map(move |b| *b >= needed(f))).collect();
        }
        let mut values: Vec<i64> = front.iter().flat_map(|f| back.iter().map(move |b| f + b)).collect();
        for ((_, value), packages) in terms.interactions.iter().zip(touched) {
            for &x in packages {
                values[x as usize] += value;
            }
        }
        values.iter().map(|v| *v >= terms.reservation).collect()
    }
}

/// The sums over some of the issues, in counting order; far below anything where a red line is crossed.
fn half(terms: &Terms, issues: Range<usize>) -> Vec<i64> {
    issues.fold(vec![0], |sums, k| {
        let worth = terms.worth[k]
            .iter()
            .zip(&terms.refused[k])
            .map(|(w, refused)| if *refused { REFUSED } else { *w });
        let worth: Vec<i64> = worth.collect();
        sums.iter().flat_map(|sum| worth.iter().map(move |w| (sum + w).max(REFUSED))).collect()
    })
}
