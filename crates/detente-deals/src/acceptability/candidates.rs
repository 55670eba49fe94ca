//! Spaces too large to list: the packages that are best in some world, and what is better than they.
//!
//! Candidates are the packages that come nearest to agreement in some world, and the bargaining solutions of the central world and of a few
//! others. Those that most worlds accept are improved step by step ([`super::improve`]), and all are judged in every world.

use std::collections::BTreeMap;
use std::ops::Range;

use detente_model::side_by_side::{each, gathered};
use detente_model::{Package, Progress, Share, Worlds};

use super::PackageAcceptability;
use super::bound::bound;
use super::improve::improve;
use crate::DealsError;
use crate::blockers::{BlockerShares, BlockerTally, Slots};
use crate::efforts::Efforts;
use crate::fixed::Units;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// The worlds seen so far, and the packages met in them.
pub(super) struct Candidates<'a> {
    worlds: &'a Worlds,
    central: &'a DealSpace,
    efforts: Efforts,
    /// The draws with a zone, ascending.
    zone: Vec<u64>,
    /// In how many draws it is not known whether there is one.
    not_known: u64,
    /// In how many draws the search between stops was given up.
    at_stops_only: u64,
    /// Packages that are known from the central world.
    known: Vec<Package>,
    /// How often each package was the one nearest to agreement.
    met: BTreeMap<Package, u64>,
    /// What blocks in the first draws.
    blockers: BlockerTally,
}

impl<'a> Candidates<'a> {
    /// `solved` are packages of the central world, its bargaining solutions among them.
    pub fn new(
        worlds: &'a Worlds,
        central: &'a DealSpace,
        solved: Vec<Package>,
        efforts: Efforts,
    ) -> Result<Self, DealsError> {
        let mut met: BTreeMap<Package, u64> = BTreeMap::new();
        met.extend(central.margin_at_stops(&[], efforts.margin_in_a_draw)?.map(|margin| (margin.package, 1)));
        for package in &solved {
            *met.entry(package.clone()).or_default() += 1;
        }
        let (known, blockers) = (solved, BlockerTally::nothing(Slots::of(central)));
        let zone = Vec::new();
        Ok(Self { worlds, central, efforts, zone, not_known: 0, at_stops_only: 0, known, met, blockers })
    }

    /// Looks into some further draws; in how many of them there is a zone.
    pub fn batch(&mut self, draws: Range<u64>, progress: &Progress) -> Result<u64, DealsError> {
        let count = (draws.end - draws.start) as usize;
        let slots = Slots::of(self.central);
        let looked: Vec<(Nearest, Option<Package>, BlockerTally)> = each(count, progress, &|i| {
            progress.stepping(|| {
                let draw = draws.start + i as u64;
                let space = DealSpace::new(&self.worlds.draw(draw))?.watched_like(self.central);
                let (nearest, package) = nearest(&space, &self.known, &self.efforts)?;
                let mut blockers = BlockerTally::nothing(slots);
                if draw < limits::BLOCKER_DRAWS {
                    match nearest.exists {
                        Some(true) => blockers.open(),
                        Some(false) => {
                            space.count_blockers(slots, self.efforts.blocker_in_a_draw, &mut blockers)?;
                        }
                        None => blockers.not_known(),
                    }
                }
                Ok((nearest, package, blockers))
            })
        })
        .into_iter()
        .collect::<Result<_, DealsError>>()?;
        let before = self.zone.len();
        for (draw, (nearest, package, blockers)) in draws.zip(looked) {
            self.blockers.add(&blockers);
            match nearest.exists {
                Some(true) => self.zone.push(draw),
                Some(false) => {}
                None => self.not_known += 1,
            }
            self.at_stops_only += u64::from(nearest.at_stops_only);
            if let Some(package) = package {
                *self.met.entry(package).or_default() += 1;
            }
        }
        Ok((self.zone.len() - before) as u64)
    }

    /// What blocks in the first draws, where there is no zone.
    pub fn blockers(&self) -> BlockerShares {
        self.blockers.shares()
    }

    /// In how many of the draws so far it is not known whether there is a zone.
    pub fn not_known(&self) -> u64 {
        self.not_known
    }

    /// In how many draws the search between stops was given up.
    pub fn at_stops_only(&self) -> u64 {
        self.at_stops_only
    }

    /// The draws with a zone, ascending, the candidates with their shares, and the share that no package exceeds.
    pub fn finish(mut self, draws: u64) -> Result<(Vec<u64>, Vec<PackageAcceptability>, Share), DealsError> {
        // Where nothing is in doubt, every draw is the central world, whose solutions are known.
        let different = if self.worlds.dimension() == 0 { 0 } else { self.efforts.solved_draws };
        let solved: Vec<Vec<Package>> =
            each(self.zone.len().min(different), self.central.watch.progress(), &|i| {
                let space = DealSpace::new(&self.worlds.draw(self.zone[i]))?;
                Ok(solved(&space.watched_like(self.central), &self.efforts))
            })
            .into_iter()
            .collect::<Result<_, DealsError>>()?;
        for package in solved.into_iter().flatten() {
            *self.met.entry(package).or_default() += 1;
        }
        let mut met: Vec<(Package, u64)> = self.met.into_iter().collect();
        met.order_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        met.truncate(limits::CANDIDATES);
        let candidates: Vec<Package> = met.into_iter().map(|(package, _)| package).collect();
        let mut judged = judge(self.worlds, self.central, draws, candidates)?;
        judged.order_by(|a, b| {
            (b.all.hits, b.hardest()).cmp(&(a.all.hits, a.hardest())).then(a.package.cmp(&b.package))
        });
        let starts: Vec<Package> = judged.iter().map(|package| package.package.clone()).collect();
        let mut improved = improve(self.worlds, self.central, &self.zone, &starts)?;
        improved.retain(|package| !starts.contains(package));
        judged.extend(judge(self.worlds, self.central, draws, improved)?);
        let best = judged.iter().map(|package| package.all.hits).max().unwrap_or(0);
        let bound = bound(self.worlds, self.central, &self.zone, best)?;
        // A package that is in none of the zones known may be in those that are not.
        Ok((self.zone, judged, Share::of(bound + self.not_known, draws)))
    }
}

/// The bargaining solutions of a world, as far as they are known: they are only a place to start from.
pub(super) fn solved(space: &DealSpace, efforts: &Efforts) -> Vec<Package> {
    let known = space.find_agreement_for(efforts.finding_in_a_draw).ok().flatten();
    known
        .map(|known| space.solutions_near(&[known], efforts.solution_in_a_draw).packages())
        .unwrap_or_default()
}

/// How acceptable some packages are.
fn judge(
    worlds: &Worlds,
    central: &DealSpace,
    draws: u64,
    candidates: Vec<Package>,
) -> Result<Vec<PackageAcceptability>, DealsError> {
    let (principals, actors) = (central.principals, central.actors.len());
    let width = 1 + principals + actors;
    let watch = &central.watch;
    let hits = gathered(
        draws as usize,
        watch.progress(),
        &|| vec![0u64; candidates.len() * width],
        &|hits: &mut Vec<u64>, draw| {
            let space = DealSpace::new(&worlds.draw(draw as u64))?;
            watch.work((candidates.len() * space.sizes.len() * (2 * principals + actors)) as u64);
            for (package, row) in candidates.iter().zip(hits.chunks_mut(width)) {
                row[0] += u64::from(space.all_accept(package));
                for i in 0..principals {
                    row[1 + i] += u64::from(space.principal_accepts(i, package));
                }
                for (i, terms) in space.actors.iter().enumerate() {
                    row[1 + principals + i] += u64::from(terms.accepts(package));
                }
            }
            Ok(())
        },
        &|a, b| a.iter_mut().zip(b).for_each(|(x, y)| *x += y),
    )?;
    let share = |hits: &u64| Share { hits: *hits, draws };
    let judged = candidates.into_iter().zip(hits.chunks(width)).map(|(package, row)| PackageAcceptability {
        package,
        all: share(&row[0]),
        principals: row[1..=principals].iter().map(share).collect(),
        actors: central
            .actors
            .iter()
            .map(|terms| terms.actor)
            .zip(row[1 + principals..].iter().map(share))
            .collect(),
    });
    Ok(judged.collect())
}

/// What is known of the zone of one world.
struct Nearest {
    /// Whether there is one; `None` if the work set aside for a world leaves that open.
    exists: Option<bool>,
    /// Whether the search between stops was given up.
    at_stops_only: bool,
}

impl DealSpace {
    /// Whether there is a package that all accept, for one world of many; `None` where the work set aside for a world leaves that open.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn zone_exists(&self) -> Result<Option<bool>, DealsError> {
        if self.package_count() <= limits::LISTED.into() {
            let found = self.find_agreement_for(limits::AGREEMENT)?.is_some();
            return Ok(self.look_between(found, limits::BETWEEN_STOPS_IN_A_DRAW)?.exists(Some(found)));
        }
        nearest(self, &[], &Efforts::default()).map(|(nearest, _)| nearest.exists)
    }
}

/// What is known of the zone, and the package that is in it, or nearest to it. Some packages may be known that others accept.
fn nearest(
    space: &DealSpace,
    known: &[Package],
    efforts: &Efforts,
) -> Result<(Nearest, Option<Package>), DealsError> {
    let margin = space.margin_at_stops(&[], efforts.margin_in_a_draw)?;
    let hopeless = margin.as_ref().is_some_and(|margin| margin.at_most < Units::ZERO);
    let nearest = margin.map(|margin| margin.package);
    let accepted = nearest.clone().filter(|package| space.all_accept(package));
    let accepted = accepted.or_else(|| known.iter().find(|package| space.all_accept(package)).cloned());
    let (found, at_stops) = if hopeless || accepted.is_some() {
        let known = Some(accepted.is_some());
        (accepted, known)
    } else {
        match space.find_agreement_for(efforts.finding_in_a_draw) {
            Ok(found) => (found.clone(), Some(found.is_some())),
            Err(limit) if limit.is_limit() => (None, None),
            Err(error) => return Err(error),
        }
    };
    let looked = space.look_between(found.is_some(), limits::BETWEEN_STOPS_IN_A_DRAW)?;
    let known = Nearest { exists: looked.exists(at_stops), at_stops_only: looked.at_stops_only };
    Ok((known, found.or(nearest)))
}
