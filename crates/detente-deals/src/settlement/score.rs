//! How well chances of packages did on settlements that people reached.
//!
//! A forecast is scored by *nats*: minus the natural logarithm of the chance that it gave to the package settled on (Good 1952). Fewer are better; a
//! uniform forecast over 64 packages scores ln 64 = 4.16. Packages are counted one by one, also where two of them are worth the same to both.
//! Negotiations without a settlement are no part of it: the forecast is of what is signed, if anything is.

use detente_model::Progress;
use detente_model::side_by_side::each;
use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use super::divisions::Division;
use super::features::{COUNT, UNIMPROVED};
use super::listing::MeasuredZone;
use super::logit::{Choice, Coefficients, Fit, LAPSE, Prior, chances, fit};

/// The precision around the pooled coefficients with which one set is fitted: what a set says nothing of stays as the others have it.
const OWN_PRECISION: f64 = 0.03;
/// The place of the product of shares among the measures.
const PRODUCT: usize = 4;
/// Rounds in which the noise of a base line is found.
const ROUNDS: usize = 200;
/// The upper ends of the bins in which chances are compared with what happened.
pub const BINS: [f64; 8] = [0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 1.0];

/// A settlement with all that they could have settled on.
#[derive(Debug, Clone)]
pub struct Settled {
    /// What was shared out.
    pub division: Division,
    /// The packages that both accept.
    pub zone: MeasuredZone,
    /// What they chose from.
    pub choice: Choice,
}

/// The settlements among divisions.
///
/// # Errors
/// If a worth is out of range.
pub fn settled(divisions: &[Division]) -> Result<Vec<Settled>, crate::DealsError> {
    let choices = each(divisions.len(), &Progress::default(), &|i| {
        divisions[i].first_got.map(|_| divisions[i].choice()).transpose()
    });
    let mut settled = Vec::new();
    for (division, found) in divisions.iter().zip(choices) {
        if let Some((Some(choice), zone)) = found? {
            settled.push(Settled { division: division.clone(), zone, choice });
        }
    }
    Ok(settled)
}

/// Fits to several sets of settlements: to all of them as one, and to each, near that one.
#[derive(Debug, Clone, PartialEq)]
pub struct Fits {
    /// To all.
    pub pooled: Fit,
    /// To each.
    pub own: Vec<Fit>,
}

/// Fits coefficients to sets of choices.
pub fn fits(sets: &[Vec<&Choice>]) -> Fits {
    let all: Vec<&Choice> = sets.iter().flatten().copied().collect();
    let pooled = fit(&all, &Prior::of_nothing());
    let prior = Prior { centre: pooled.coefficients, precision: OWN_PRECISION };
    let own = sets.iter().map(|set| fit(set, &prior)).collect();
    Fits { pooled, own }
}

/// The chances that were given to settlements by coefficients fitted on others.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldOut {
    /// For each settlement of each set, the coefficients of its own set.
    pub own: Vec<Vec<Coefficients>>,
    /// Those of all sets as one.
    pub pooled: Vec<Vec<Coefficients>>,
}

/// Coefficients for each settlement, fitted on those that are not in its fold. Each set is shuffled by the seed and dealt into folds.
pub fn held_out(sets: &[Vec<&Choice>], folds: usize, seed: u64) -> HeldOut {
    let folds = folds.max(2);
    let dealt: Vec<Vec<usize>> = sets.iter().map(|set| dealt(set.len(), folds, seed)).collect();
    let fitted = each(folds, &Progress::default(), &|left_out| {
        let rest: Vec<Vec<&Choice>> = (sets.iter().zip(&dealt))
            .map(|(set, dealt)| {
                set.iter()
                    .zip(dealt)
                    .filter(|(_, fold)| **fold != left_out)
                    .map(|(choice, _)| *choice)
                    .collect()
            })
            .collect();
        fits(&rest)
    });
    let of = |pick: &dyn Fn(&Fits, usize) -> Coefficients| -> Vec<Vec<Coefficients>> {
        dealt
            .iter()
            .enumerate()
            .map(|(set, dealt)| dealt.iter().map(|fold| pick(&fitted[*fold], set)).collect())
            .collect()
    };
    HeldOut {
        own: of(&|fits, set| fits.own[set].coefficients),
        pooled: of(&|fits, _| fits.pooled.coefficients),
    }
}

/// The fold of each of so many things: shuffled by the seed, then dealt out in turn.
fn dealt(count: usize, folds: usize, seed: u64) -> Vec<usize> {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut order: Vec<(u64, usize)> = (0..count).map(|i| (random.next_u64(), i)).collect();
    order.sort_unstable();
    let mut fold = vec![0; count];
    order.iter().enumerate().for_each(|(place, (_, i))| fold[*i] = place % folds);
    fold
}

/// Chances over the packages that both accept, and what is left for each of all that can be put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// One chance a package that both accept.
    pub chances: Vec<f64>,
    /// The chance of any other.
    pub else_each: f64,
}

impl Forecast {
    /// What coefficients say.
    pub fn by(choice: &Choice, coefficients: &Coefficients) -> Self {
        Self::noisy(&chances(&choice.packages, coefficients), choice.feasible, LAPSE)
    }

    /// Chances, but for a part that falls on all packages alike.
    fn noisy(chances: &[f64], feasible: u64, noise: f64) -> Self {
        let each = noise / feasible.max(1) as f64;
        Self { chances: chances.iter().map(|p| (1.0 - noise) * p + each).collect(), else_each: each }
    }

    /// The chance of what was settled on.
    pub fn of_settled(&self, choice: &Choice) -> f64 {
        choice.settled.map_or(self.else_each, |place| self.chances[place])
    }
}

/// A forecast by a plain rule, its noise fitted to the very settlements that it is scored on, which favours it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaseLine {
    /// Every package alike.
    Uniform,
    /// Every package alike that both accept and that no change on one issue or two betters.
    Frontier,
    /// The package with the largest product of gains, with noise.
    Nash,
    /// The more likely the larger the product of shares.
    ProductOfShares,
}

/// All base lines with their names.
pub const BASE_LINES: [(&str, BaseLine); 4] = [
    ("uniform", BaseLine::Uniform),
    ("frontier_with_noise", BaseLine::Frontier),
    ("nash_with_noise", BaseLine::Nash),
    ("product_of_shares", BaseLine::ProductOfShares),
];

impl BaseLine {
    /// What it says of each settlement.
    pub fn forecasts(self, settled: &[Settled]) -> Vec<Forecast> {
        if self == Self::ProductOfShares {
            let only = |choice: &Choice| {
                let mut alone = choice.clone();
                for features in &mut alone.packages {
                    let product = features[PRODUCT];
                    *features = [0.0; COUNT];
                    features[PRODUCT] = product;
                }
                alone
            };
            let alone: Vec<Choice> = settled.iter().map(|one| only(&one.choice)).collect();
            let fitted =
                fit(&alone.iter().collect::<Vec<_>>(), &Prior { centre: [0.0; COUNT], precision: 1e-6 });
            return alone.iter().map(|choice| Forecast::by(choice, &fitted.coefficients)).collect();
        }
        let plain: Vec<Vec<f64>> = settled.iter().map(|one| self.plain(one)).collect();
        // The largest likelihood of the noise, by expectation and maximisation.
        let mut noise: f64 = 0.5;
        for _ in 0..ROUNDS {
            let of_noise = settled.iter().zip(&plain).map(|(one, plain)| {
                let each = noise / one.choice.feasible.max(1) as f64;
                let rule = one.choice.settled.map_or(0.0, |place| plain[place]) * (1.0 - noise);
                each / (each + rule)
            });
            noise = of_noise.sum::<f64>() / (settled.len() as f64).max(1.0);
        }
        (settled.iter().zip(plain))
            .map(|(one, plain)| Forecast::noisy(&plain, one.choice.feasible, noise))
            .collect()
    }

    /// What the rule says without noise.
    fn plain(self, one: &Settled) -> Vec<f64> {
        let packages = &one.choice.packages;
        let measure = |features: &[f64; COUNT]| match self {
            Self::Frontier => features[UNIMPROVED],
            Self::Nash => features[PRODUCT],
            Self::Uniform | Self::ProductOfShares => 1.0,
        };
        let top = packages.iter().map(measure).fold(f64::NEG_INFINITY, f64::max);
        let picked: Vec<f64> =
            packages.iter().map(|features| f64::from(u8::from(measure(features) >= top - 1e-9))).collect();
        let count: f64 = picked.iter().sum();
        picked.iter().map(|picked| picked / count.max(1.0)).collect()
    }
}

/// Chances beside what happened, in one bin of [`BINS`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bin {
    /// How many packages had such a chance, over all settlements.
    pub packages: u64,
    /// How many settlements there would be among them if the chances were right.
    pub expected: f64,
    /// The standard deviation of that.
    pub deviation: f64,
    /// How many there were.
    pub happened: u64,
}

/// How forecasts did.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The nats of each settlement.
    pub nats: Vec<f64>,
    /// In which share of the settlements the likeliest package was the one settled on, ties shared out.
    pub first: f64,
    /// In which share it should have been, by the forecasts.
    pub first_expected: f64,
    /// By how much the points that a side is expected to get are off, on average over sides and settlements.
    pub points_off: f64,
    /// Calibration.
    pub bins: [Bin; BINS.len()],
}

impl Score {
    /// The score of one forecast for each settlement.
    pub fn of(settled: &[Settled], forecasts: &[Forecast]) -> Self {
        let mut score = Self {
            nats: Vec::with_capacity(settled.len()),
            first: 0.0,
            first_expected: 0.0,
            points_off: 0.0,
            bins: [Bin::default(); BINS.len()],
        };
        for (one, forecast) in settled.iter().zip(forecasts) {
            let choice = &one.choice;
            score.nats.push(-forecast.of_settled(choice).ln());
            let top = forecast.chances.iter().copied().fold(0.0, f64::max);
            let likeliest: Vec<usize> =
                (0..forecast.chances.len()).filter(|i| forecast.chances[*i] >= top - 1e-12).collect();
            score.first_expected += top;
            if choice.settled.is_some_and(|place| likeliest.contains(&place)) {
                score.first += 1.0 / likeliest.len() as f64;
            }
            let total: f64 = forecast.chances.iter().sum();
            let mut expected = [0.0; 2];
            for (package, chance) in one.zone.packages.iter().zip(&forecast.chances) {
                let points = one.division.points_of(package);
                expected.iter_mut().zip(points).for_each(|(sum, points)| *sum += chance / total * points);
            }
            let actual = one.actual();
            score.points_off += (0..2).map(|i| (actual[i] - expected[i]).abs() / 2.0).sum::<f64>();
            for (place, chance) in forecast.chances.iter().enumerate() {
                let bin = BINS.iter().position(|end| chance <= end).unwrap_or(BINS.len() - 1);
                let bin = &mut score.bins[bin];
                bin.packages += 1;
                bin.expected += chance;
                bin.deviation += chance * (1.0 - chance);
                bin.happened += u64::from(choice.settled == Some(place));
            }
        }
        let count = (settled.len() as f64).max(1.0);
        score.first /= count;
        score.first_expected /= count;
        score.points_off /= count;
        score.bins.iter_mut().for_each(|bin| bin.deviation = bin.deviation.sqrt());
        score
    }

    /// The mean of the nats.
    pub fn mean(&self) -> f64 {
        self.nats.iter().sum::<f64>() / (self.nats.len() as f64).max(1.0)
    }
}

impl Settled {
    /// The points that the two got.
    pub fn actual(&self) -> [f64; 2] {
        let got = self.division.first_got.unwrap_or_default();
        self.division.points_of(&detente_model::Package(got.iter().map(|count| *count as u16).collect()))
    }
}

/// How far the points that a side gets are off their mean over all settlements, on average: what a forecast of points has to beat.
pub fn points_off_their_mean(settled: &[Settled]) -> f64 {
    let points: Vec<f64> = settled.iter().flat_map(Settled::actual).collect();
    let count = (points.len() as f64).max(1.0);
    let mean = points.iter().sum::<f64>() / count;
    points.iter().map(|x| (x - mean).abs()).sum::<f64>() / count
}
