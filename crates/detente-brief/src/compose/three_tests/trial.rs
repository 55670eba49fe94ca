//! One package in one world: is it accepted, does its exchange hold itself, how likely does it last?

use detente_deals::DealSpace;
use detente_durability::{Agreement, Agreements, DurabilityError};
use detente_exchange::{ExchangeError, Holds, Packages};
use detente_model::side_by_side::each;
use detente_model::{Band, Case, Durability, Package, Progress, Share, World, Worlds};

use super::{Gain, Results, TestsError, lasting_days};

/// What is found of one package in one world.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trial {
    /// Whether all accept it.
    pub accepted: bool,
    /// As proposed, where the case proposes a way for the package.
    proposed: Option<bool>,
    some_way: Option<bool>,
    /// The probability that it outlives the compared day of the durability; `None` when the case has no durability.
    pub lasts: Option<f64>,
}

impl Trial {
    /// What is found of it one by one.
    pub fn of(accepted: bool, held: Option<Holds>, lasts: Option<f64>) -> Self {
        let proposed = held.and_then(|held| held.proposed);
        Self { accepted, proposed, some_way: held.map(|held| held.some_way), lasts }
    }

    /// Whether its exchange holds itself; `None` when the case has no exchange.
    pub fn enforced(self) -> Option<bool> {
        self.proposed.or(self.some_way)
    }

    /// The probability of passing every test in this world.
    pub fn passes(self) -> f64 {
        if self.accepted && self.enforced().unwrap_or(true) { self.lasts.unwrap_or(1.0) } else { 0.0 }
    }
}

/// Packages of a case that are put to the tests, sorted by what the exchange and the durability of each hang on.
#[derive(Debug)]
pub(crate) struct Tests {
    exchanges: Option<Packages>,
    agreements: Option<Agreements>,
    days: [f64; 2],
}

impl Tests {
    /// Sorts packages of a case.
    pub fn of<'p>(case: &Case, packages: impl IntoIterator<Item = &'p Package> + Clone) -> Self {
        let agreements = case.durability.as_ref().map(|_| Agreements::new(case, packages.clone()));
        let exchanges = case.exchange_of_lots().map(|_| Packages::new(case, packages));
        let last = case.durability.as_ref().map_or(0.0, Durability::last_day);
        Self { exchanges, agreements, days: [lasting_days(case), last] }
    }

    /// The day at which lasting is judged, and the last that is told.
    pub fn days(&self) -> [f64; 2] {
        self.days
    }

    /// Whether the exchange of each package holds itself in a world; `None` when the case has no exchange.
    pub fn held(&self, world: &World, progress: &Progress) -> Result<Option<Vec<Holds>>, ExchangeError> {
        self.exchanges.as_ref().map(|packages| packages.in_world(world, progress)).transpose()
    }

    /// What `figure` tells of how long each package lasts in a world; `None` when the case has no durability.
    pub fn lasts<T: Copy>(
        &self,
        world: &World,
        figure: impl Fn(&Agreement) -> T,
    ) -> Result<Option<Vec<T>>, DurabilityError> {
        self.agreements.as_ref().map(|agreements| agreements.in_world(world, figure)).transpose()
    }
}

/// What is found of one package over the worlds.
pub(super) struct Tried {
    pub results: Results,
    /// The probability of passing every test, world by world.
    passes: Vec<f64>,
}

impl Tried {
    /// By how much this package passes all tests more often than another one in the same worlds.
    pub fn gain_over(&self, other: &Self) -> Gain {
        Gain::of(&self.passes, &other.passes)
    }
}

impl Gain {
    /// The mean of the differences, world by world, with its 95 % interval. Both sequences are of the same worlds: what they have in common drops
    /// out.
    fn of(with: &[f64], without: &[f64]) -> Self {
        let differences: Vec<f64> = with.iter().zip(without).map(|(with, without)| with - without).collect();
        let n = (differences.len() as f64).max(1.0);
        let mean = differences.iter().sum::<f64>() / n;
        let variance = differences.iter().map(|by| (by - mean).powi(2)).sum::<f64>() / (n - 1.0).max(1.0);
        let half = NORMAL_95 * (variance / n).sqrt();
        Self { mean, interval: [mean - half, mean + half] }
    }
}

/// Between this and its negative lie 95 % of a standard normal variable.
const NORMAL_95: f64 = 1.959_963_984_540_054;

/// The 95 % interval of the mean of values between 0 and 1: Wilson's (1927), for as many draws as a share of yes and no would need to be known as
/// well as this mean is (its effective number, after Kish 1965). For values that are all 0 or 1 it is Wilson's own.
fn mean_interval(values: &[f64]) -> [f64; 2] {
    let n = values.len() as f64;
    if values.is_empty() {
        return [0.0, 1.0];
    }
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    let binary = mean * (1.0 - mean);
    let effective = match (variance > 0.0, binary > 0.0) {
        (true, _) => n * (binary / variance).max(1.0),
        (false, true) => return [mean, mean],
        (false, false) => n,
    };
    let z2 = NORMAL_95 * NORMAL_95;
    let centre = (mean + z2 / (2.0 * effective)) / (1.0 + z2 / effective);
    let half =
        NORMAL_95 / (1.0 + z2 / effective) * (binary / effective + z2 / (4.0 * effective * effective)).sqrt();
    // At 0 and at 1 the mean is an end itself; rounding must not put it outside.
    [(centre - half).max(0.0).min(mean), (centre + half).min(1.0).max(mean)]
}

/// Puts packages to the tests in the first so many worlds.
pub(super) fn results(
    worlds: &Worlds,
    draws: u64,
    packages: &[&Package],
    progress: &Progress,
) -> Result<Vec<Tried>, TestsError> {
    let tried = tried(worlds, draws, packages, progress)?;
    Ok((0..packages.len()).map(|package| gathered(&tried, package, progress)).collect())
}

/// What is found of packages in each of the first so many worlds, in their order: threads change nothing.
pub(crate) fn tried(
    worlds: &Worlds,
    draws: u64,
    packages: &[&Package],
    progress: &Progress,
) -> Result<Vec<Vec<Trial>>, TestsError> {
    let case = worlds.case();
    let tests = Tests::of(case, packages.iter().copied());
    let [compared, _] = tests.days();
    progress.expect(draws);
    let in_worlds = each(draws as usize, progress, &|draw| {
        progress.step();
        let world = worlds.draw(draw as u64);
        let space = DealSpace::new(&world)?;
        let held = tests.held(&world, progress)?;
        let lasts = tests.lasts(&world, |agreement| agreement.survival(compared))?;
        let trial = |(i, package): (usize, &&Package)| {
            let held = held.as_ref().map(|held| held[i]);
            Trial::of(space.all_accept(package), held, lasts.as_ref().map(|lasts| lasts[i]))
        };
        Ok(packages.iter().enumerate().map(trial).collect())
    });
    in_worlds.into_iter().collect()
}

fn gathered(tried: &[Vec<Trial>], package: usize, progress: &Progress) -> Tried {
    let draws = tried.len() as u64;
    let trials = || progress.along(tried).map(|world| world[package]);
    let share = |found: &dyn Fn(Trial) -> Option<bool>| {
        let known: Vec<bool> = trials().filter_map(found).collect();
        (!known.is_empty()).then(|| Share::of(known.iter().filter(|holds| **holds).count() as u64, draws))
    };
    let passes: Vec<f64> = trials().map(Trial::passes).collect();
    let results = Results {
        acceptable: Share::of(trials().filter(|trial| trial.accepted).count() as u64, draws),
        enforceable: share(&Trial::enforced),
        as_proposed: trials().any(|trial| trial.proposed.is_some()),
        some_way: share(&|trial| trial.some_way),
        durable: Band::watched(trials().filter_map(|trial| trial.lasts).collect(), progress),
        all_three: passes.iter().sum::<f64>() / draws.max(1) as f64,
        all_three_interval: mean_interval(&passes),
    };
    Tried { results, passes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_yes_and_no_is_that_of_a_share() {
        for hits in [0u32, 1, 7, 50, 99, 100] {
            let values: Vec<f64> = (0..100).map(|i| f64::from(u8::from(i < hits))).collect();
            let [low, high] = mean_interval(&values);
            let [wilson_low, wilson_high] = Share::of(u64::from(hits), 100).interval();
            assert!(
                (low - wilson_low).abs() < 1e-6 && (high - wilson_high).abs() < 1e-6,
                "{hits}: {low} {high}"
            );
        }
    }

    /// Steps are counted, not time.
    #[test]
    fn gathering_many_worlds_is_reported_in_small_pieces() {
        let trial = Trial { accepted: true, proposed: None, some_way: Some(true), lasts: Some(0.5) };
        let (worlds, progress) = (100_000, Progress::default());
        let found = gathered(&vec![vec![trial]; worlds], 0, &progress);
        assert_eq!(found.results.durable.map(|band| band.median), Some(0.5));
        // Seven figures, and the order of one of them.
        assert!(progress.work_done() >= 15 * worlds as u64, "{}", progress.work_done());
        assert!(progress.most_at_once() <= detente_model::MOST_BETWEEN_REPORTS);
    }

    #[test]
    fn a_mean_of_chances_is_known_better_than_a_share_and_worse_than_a_constant() {
        let chances: Vec<f64> = (0..100).map(|i| f64::from(i % 5) / 10.0).collect();
        let [low, high] = mean_interval(&chances);
        let [wide_low, wide_high] = Share::of(20, 100).interval();
        assert!(wide_low < low && low < 0.2 && 0.2 < high && high < wide_high);
        assert_eq!(mean_interval(&[0.25; 9]), [0.25, 0.25]);
        assert_eq!(mean_interval(&[]), [0.0, 1.0]);
    }

    #[test]
    fn a_gain_in_the_same_worlds_is_known_exactly_where_it_is_the_same_in_each() {
        let gain = Gain::of(&[0.5, 0.75, 0.25], &[0.25, 0.5, 0.0]);
        assert_eq!((gain.mean, gain.interval), (0.25, [0.25, 0.25]));
        assert!(gain.is_sure());
        let luck = Gain::of(&[1.0, 0.0, 0.5], &[0.0, 1.0, 0.25]);
        assert!(luck.interval[0] < 0.0 && luck.interval[1] > 0.0 && !luck.is_sure());
        assert!(!Gain::of(&[], &[]).is_sure());
    }
}
