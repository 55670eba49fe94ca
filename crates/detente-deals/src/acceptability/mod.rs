//! How likely it is that a package would be accepted, over all that the case leaves open.
//!
//! The *acceptability* of a package is the share of worlds in which all accept it (after SMAA: Lahdelma, Hokkanen &
//! Salminen 1998); for one principal, the share in which that one does, its audiences with a veto and its
//! ratification included. The *zone probability* is the share of worlds in which there is such a package at all.
//!
//! Up to [`limits::LISTED`] packages, every one is judged in every world. Beyond, the zone probability is still exact in
//! each world; the packages judged are those that are best in some world, improved by changes on one issue or two, and a proven bound says how
//! much better any package could be.

mod bound;
mod candidates;
mod improve;
mod leading;
mod listing;
mod sampling;

use std::ops::Range;
use std::sync::Arc;

use detente_model::{Actor, Package, Progress, Share, Worlds};
use num_bigint::BigUint;

pub use sampling::{BATCH, Sampling};

use self::bound::bound;
use self::candidates::{Candidates, solved};
use self::leading::Leading;
use self::listing::Listed;
use crate::DealsError;
use crate::blockers::BlockerShares;
use crate::drivers::{Driver, drivers};
use crate::efforts::Efforts;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// What the draws say.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// Share of worlds with a zone of agreement, as far as is known.
    pub zone: Share,
    /// In how many of the worlds it is not known whether there is a zone, for the work that it would take; the share lies between
    /// [`Self::zone`] and that many worlds more.
    pub zone_not_known: u64,
    /// The judgements on which the existence of a zone hangs, the largest share first.
    pub drivers: Vec<Driver>,
    /// The leading packages, most acceptable to all first; then most acceptable to whom each is hardest, to all taken
    /// together, and by the central world.
    pub packages: Vec<PackageAcceptability>,
    /// Whether every package of the space was judged, or only candidates.
    pub listed: bool,
    /// The share that no package of the space exceeds in these worlds, proven; that of the best one where all were judged.
    pub bound: Share,
    /// In how many of these worlds the search between the stops of continuous issues was given up, so that a zone there may have been missed.
    pub at_stops_only: u64,
    /// In what share of the worlds that the ranges allow the comparisons of packages can all hold; `None` if there are none. The other
    /// shares are of the worlds in which they do.
    pub agreement: Option<Share>,
    /// What blocks in the worlds without a zone.
    pub blockers: BlockerShares,
}

/// How acceptable one package is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageAcceptability {
    /// The package.
    pub package: Package,
    /// Share of worlds in which all accept it.
    pub all: Share,
    /// Share in which each principal accepts it, its audiences included.
    pub principals: Vec<Share>,
    /// Share in which each actor with a position finds it no worse than no deal: principals and audiences, each for
    /// itself.
    pub actors: Vec<(Actor, Share)>,
}

impl PackageAcceptability {
    /// The share of the principal that accepts it least often.
    pub fn hardest(&self) -> u64 {
        self.principals.iter().map(|share| share.hits).min().unwrap_or(0)
    }
}

impl Acceptability {
    /// Judges the packages of a case in as many worlds as are asked for and keeps the `leading` most acceptable ones, of those worth
    /// the same to every principal in the central world the first. `progress` makes
    /// a step after each world that is judged, from any thread; where nothing is in doubt that is one.
    ///
    /// # Errors
    /// If some world's space cannot be searched; see [`DealsError`].
    pub fn over(
        worlds: &Worlds,
        sampling: Sampling,
        leading: usize,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        let central = DealSpace::new(worlds.central())?.watched_by(progress);
        let efforts = Efforts::default();
        let solved = if central.package_count() <= BigUint::from(limits::LISTED) {
            Vec::new()
        } else {
            solved(&central, &efforts)
        };
        Self::from_solved(worlds, &central, solved, sampling, leading, &efforts, progress)
    }

    /// As [`Self::over`], where the bargaining solutions of the central world are known.
    pub(crate) fn from_solved(
        worlds: &Worlds,
        central: &DealSpace,
        solved: Vec<Package>,
        sampling: Sampling,
        leading: usize,
        efforts: &Efforts,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        if worlds.dimension() > 0 || sampling.most() == 0 {
            return Self::judged(worlds, central, solved, sampling, leading, efforts, progress);
        }
        // Nothing is in doubt, so all worlds are the same one, and what holds in one holds in all.
        let one = Self::judged(worlds, central, solved, Sampling::Draws(1), leading, efforts, progress)?;
        let all = sample(sampling, |draws| Ok(one.zone.hits * (draws.end - draws.start)))?;
        Ok(one.times(all.draws))
    }

    fn judged(
        worlds: &Worlds,
        central: &DealSpace,
        solved: Vec<Package>,
        sampling: Sampling,
        leading: usize,
        efforts: &Efforts,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        let few = central.package_count() <= BigUint::from(limits::LISTED);
        // Between stops there are packages that no list holds.
        let listed = few && central.scales.is_empty();
        let (zone_not_known, blockers);
        let (zone, packages, bound, at_stops_only) = if few {
            let mut judging = Listed::new(worlds, central);
            let drawn = sample(sampling, |draws| judging.batch(draws, progress))?;
            let at_stops_only = judging.at_stops_only();
            zone_not_known = at_stops_only;
            blockers = judging.blockers();
            let (zone, packages, best) = judging.finish(drawn.draws, leading);
            let most = if listed { best.hits } else { bound(worlds, central, &zone, best.hits)? };
            (zone, packages, Share::of(most, drawn.draws), at_stops_only)
        } else {
            let mut judging = Candidates::new(worlds, central, solved, *efforts)?;
            let drawn = sample(sampling, |draws| judging.batch(draws, progress))?;
            zone_not_known = judging.not_known();
            blockers = judging.blockers();
            let at_stops_only = judging.at_stops_only();
            let (zone, judged, bound) = judging.finish(drawn.draws)?;
            (zone, best_of(judged, central, leading), bound, at_stops_only)
        };
        let draws = bound.draws;
        let drivers = drivers(worlds, draws, &zone, progress);
        let agreement = worlds.agreement(draws);
        let zone = Share::of(zone.len() as u64, draws);
        Ok(Self {
            zone,
            zone_not_known,
            drivers,
            packages,
            listed,
            bound,
            at_stops_only,
            agreement,
            blockers,
        })
    }
}

impl Acceptability {
    /// The same worlds, so many times over.
    fn times(mut self, count: u64) -> Self {
        let times = |share: &mut Share| *share = Share::of(share.hits * count, share.draws * count);
        times(&mut self.zone);
        times(&mut self.bound);
        self.at_stops_only *= count;
        self.zone_not_known *= count;
        self.agreement.iter_mut().for_each(times);
        self.blockers = self.blockers.times(count);
        for package in &mut self.packages {
            times(&mut package.all);
            package.principals.iter_mut().for_each(times);
            for (_, share) in &mut package.actors {
                times(share);
            }
        }
        self
    }
}

/// The leading ones among packages, the best first.
fn best_of(
    mut judged: Vec<PackageAcceptability>,
    central: &DealSpace,
    leading: usize,
) -> Vec<PackageAcceptability> {
    judged.order_by(|a, b| a.package.cmp(&b.package));
    let mut best = Leading::new(leading);
    for package in judged {
        let surpluses: Vec<i64> =
            central.principals().iter().map(|t| (t.value(&package.package) - t.reservation).raw()).collect();
        let total = package.principals.iter().map(|share| share.hits).sum();
        best.offer([package.all.hits, package.hardest(), total], &surpluses, || package);
    }
    best.into_packages()
}

/// Draws batch after batch until there are enough.
fn sample(
    sampling: Sampling,
    mut batch: impl FnMut(Range<u64>) -> Result<u64, DealsError>,
) -> Result<Share, DealsError> {
    let mut zone = Share::of(0, 0);
    while let Some(more) = sampling.next(zone) {
        zone.hits += batch(zone.draws..zone.draws + more)?;
        zone.draws += more;
    }
    Ok(zone)
}

#[cfg(test)]
mod tests {
    use super::improve::improve;
    use super::*;
    use detente_model::{
        Audience, Case, Choice, Combination, Interaction, Issue, IssueId, IssuePosition, Number, Party,
        PartyId, Position, Reservation, Role, Uncertain, Valuation, Weights,
    };
    use proptest::prelude::*;

    /// A random case whose numbers are all ranges: two or three principals, perhaps an audience with a veto, an interaction.
    fn random_case(seed: u64) -> Case {
        let mut state = seed;
        let mut dice = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let mut case = Case::default();
        let sizes: Vec<usize> = (0..2 + dice(3)).map(|_| 2 + dice(3) as usize).collect();
        let issue = |(k, size): (usize, &usize)| Issue {
            id: format!("k{k}"),
            name: format!("k{k}"),
            unit: None,
            options: (0..*size).map(|o| Choice::Number(o as f64)).collect(),
            continuous: false,
            place: None,
        };
        case.issues = sizes.iter().enumerate().map(issue).collect();
        let principals = 2 + dice(2) as usize;
        for i in 0..principals {
            case.parties.push(Party {
                id: format!("p{i}"),
                name: format!("p{i}"),
                role: Role::Principal,
                people: Vec::new(),
                quota: None,
                quota_when: None,
                place: None,
            });
        }
        let mut actors: Vec<Actor> = (0..principals).map(|i| Actor::Party(PartyId(i))).collect();
        if dice(2) == 0 {
            let weight = case.numbers.add(Number::new("audience.weight", 0.0));
            let when = (dice(2) == 0).then(|| Combination(vec![(IssueId(0), vec![0])]));
            let (id, name) = ("home".to_owned(), "home".to_owned());
            case.audiences.push(Audience { id, name, of: PartyId(0), veto: true, weight, when, place: None });
            actors.push(Actor::Audience(detente_model::AudienceId(0)));
        }
        for of in actors {
            let id = case.actor_id(of).to_owned();
            let mut range = |path: String, low: u64, high: u64| {
                let low = low as f64 / 10.0;
                let value = Uncertain::uniform(low, low + high as f64 / 10.0).unwrap();
                case.numbers.add(Number::new(path, value))
            };
            let reservation = Reservation::Value(range(format!("{id}.no_deal"), 2 + dice(4), dice(4)));
            let mut weights = Vec::new();
            let mut issues = Vec::new();
            for (k, size) in sizes.iter().enumerate() {
                weights.push((IssueId(k), range(format!("{id}.w{k}"), 1 + dice(5), dice(4))));
                let values = (0..*size).map(|o| range(format!("{id}.{k}.{o}"), dice(8), dice(3))).collect();
                let never = if dice(6) == 0 { vec![dice(*size as u64) as usize] } else { Vec::new() };
                issues.push(IssuePosition {
                    issue: IssueId(k),
                    valuation: Some(Valuation::Table(values)),
                    never,
                    doubtful: Vec::new(),
                    at_most: None,
                    at_least: None,
                    cite: Vec::new(),
                    note: None,
                    place: None,
                });
            }
            if dice(3) == 0 {
                let when = Combination(vec![(IssueId(0), vec![0]), (IssueId(1), vec![1])]);
                let value = range(format!("{id}.extra"), dice(3), 1);
                case.interactions.push(Interaction { of, when, value, cite: Vec::new(), place: None });
            }
            let weights = Weights::Stated(weights);
            let (cite, note, place) = (Vec::new(), None, None);
            case.positions.push(Position { of, reservation, weights, issues, cite, note, place });
        }
        case
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// What is found without listing the packages is as good as what listing them finds, or the bound says how far from it: the bound holds for the
        /// best of all packages, and the shares of those judged are the same.
        #[test]
        fn candidates_against_all_packages(seed in any::<u64>()) {
            const DRAWS: u64 = 60;
            let case = random_case(seed);
            let worlds = Worlds::new(&case, seed);
            let central = DealSpace::new(worlds.central()).unwrap();
            let mut listed = Listed::new(&worlds, &central);
            let efforts = Efforts::default();
            let mut candidates = Candidates::new(&worlds, &central, solved(&central, &efforts), efforts).unwrap();
            for draws in [0..20, 20..DRAWS] {
                prop_assert_eq!(listed.batch(draws.clone(), &Arc::default()).unwrap(), candidates.batch(draws, &Arc::default()).unwrap());
            }
            let (zone, all) = listed.all(DRAWS);
            let (found_zone, judged, bound) = candidates.finish(DRAWS).unwrap();
            prop_assert_eq!(zone.clone(), found_zone);
            for package in &judged {
                prop_assert_eq!(all.iter().find(|p| p.package == package.package), Some(package));
            }
            let best = |packages: &[PackageAcceptability]| packages.iter().map(|p| p.all.hits).max().unwrap_or(0);
            prop_assert!(best(&judged) <= best(&all) && best(&all) <= bound.hits, "{} {} {}", best(&judged), best(&all), bound.hits);
            prop_assert!(bound.hits <= zone.len() as u64 && bound.draws == DRAWS);
        }
    }

    /// Where nothing is in doubt, one world stands for all.
    #[test]
    fn certain_cases_are_judged_once() {
        for seed in 0..300u64 {
            let mut case = random_case(seed);
            let mut numbers = detente_model::Numbers::default();
            for (_, number) in case.numbers.iter() {
                numbers.add(Number::new(&number.path, number.value.central()));
            }
            case.numbers = numbers;
            let worlds = Worlds::new(&case, seed);
            assert_eq!(worlds.dimension(), 0);
            let central = DealSpace::new(worlds.central()).unwrap();
            let efforts = Efforts::default();
            let solutions = || solved(&central, &efforts);
            let draws = Sampling::Draws(700);
            let each =
                Acceptability::judged(&worlds, &central, solutions(), draws, 5, &efforts, &Arc::default())
                    .unwrap();
            assert_eq!(Acceptability::over(&worlds, draws, 5, &Arc::default()).unwrap(), each);
            let mut judging = Candidates::new(&worlds, &central, solutions(), efforts).unwrap();
            judging.batch(0..1, &Arc::default()).unwrap();
            let (_, once, bound) = judging.finish(1).unwrap();
            let mut judging = Candidates::new(&worlds, &central, solutions(), efforts).unwrap();
            judging.batch(0..30, &Arc::default()).unwrap();
            let (_, often, bound_of_all) = judging.finish(30).unwrap();
            let hits = |judged: &[PackageAcceptability], draws: u64| -> Vec<(Package, u64)> {
                judged.iter().map(|p| (p.package.clone(), p.all.hits * 30 / draws)).collect()
            };
            assert_eq!(hits(&once, 1), hits(&often, 30));
            assert_eq!(bound.hits * 30, bound_of_all.hits);
        }
    }

    /// How good the search is where nothing forces it to be: of 500 fixed cases it finds the best package in all but a few, and in most
    /// the bound proves it.
    #[test]
    fn the_best_package_is_rarely_missed() {
        let (mut missed, mut proven) = (0, 0);
        for seed in 0..500u64 {
            let case = random_case(seed);
            let worlds = Worlds::new(&case, seed);
            let central = DealSpace::new(worlds.central()).unwrap();
            let mut listed = Listed::new(&worlds, &central);
            listed.batch(0..60, &Arc::default()).unwrap();
            let (zone, all) = listed.all(60);
            let best = all.iter().map(|p| p.all.hits).max().unwrap_or(0);
            // From one package alone, the worst: the many candidates that a real search has would hide what the climb is worth.
            let worst = all.iter().min_by_key(|p| p.all.hits).unwrap().package.clone();
            let reached = improve(&worlds, &central, &zone, &[worst]).unwrap();
            let hits =
                |package: &Package| all.iter().find(|p| p.package == *package).map_or(0, |p| p.all.hits);
            let found = reached.iter().map(hits).max().unwrap_or(0);
            missed += u32::from(found < best);
            proven += u32::from(bound(&worlds, &central, &zone, best).unwrap() == best);
        }
        assert!(missed <= 10 && proven >= 400, "{missed} missed, {proven} proven");
    }

    #[test]
    fn sampling_stops_when_the_interval_is_narrow_or_at_the_limit() {
        let even = |sampling| sample(sampling, |draws| Ok((draws.end - draws.start) / 2)).unwrap();
        assert_eq!(even(Sampling::Draws(1_234)), Share::of(617, 1_234));
        // A share of one half has a half width of 1.96 · √(0.25/n), so ± 0.02 takes 2,401 draws but for Wilson's correction.
        let narrow = even(Sampling::Interval { half_width: 0.02, most: 100_000 });
        assert_eq!(narrow, Share::of(1_250, 2_500));
        assert!(narrow.half_width() <= 0.02 && Share::of(1_000, 2_000).half_width() > 0.02);
        assert_eq!(even(Sampling::Interval { half_width: 0.001, most: 700 }), Share::of(350, 700));
    }
}
