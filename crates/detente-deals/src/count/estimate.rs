//! The size of a zone that cannot be counted, with an interval that can be relied on.
//!
//! **Definition.** The number of acceptable packages is the mean of X over draws of the lesser issues, where X is the number of ways, counted exactly,
//! to settle the other issues such that all accept, divided by the chance of the draw (conditional Monte Carlo: Hammersley 1956). Draws
//! are tilted towards acceptable packages ([`super::tilt`]; Siegmund 1976), which keeps rare zones from being missed and bounds X.
//!
//! **Interval.** X lies between 0 and a bound that is known beforehand, so the mean of n draws has a 95 % interval that holds for every n and
//! every distribution: a mean is ruled out when a gambler who bets against it at fair odds would have made forty times the
//! stake (betting intervals: Waudby-Smith & Ramdas 2024). A zone that no draw met has an upper end all the same.
//!
//! **Cost.** [`limits::COUNT_DRAWS`] draws of at most about [`limits::COUNT_IN_A_DRAW`] steps each. The seed is fixed: the same case, the same figures.

use num_bigint::BigUint;
use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use super::CountEstimate;
use super::dominance::{Budget, pairs, predicted_work};
use super::halves::Ways;
use super::parts::{Part, Parts, plus};
use super::ranks::Ranked;
use super::sums::Sums;
use super::tilt::{Vectors, dot, log_total, scaled, tilt};
use crate::limits;
use crate::sorting::Sorting;
use crate::watch::Meter;

/// Where the draws start.
pub(super) const SEED: u64 = 0x005E_ED0F_C0FF_EE00;
/// Draws at the beginning that only say how much X varies.
const PILOT: usize = 512;
/// How many times the stake a gambler must have made for a mean to be ruled out, on either side: 2 / 0.05.
const RULED_OUT: f64 = 40.0;
/// The part of the stake that is bet at most.
const STAKE: f64 = 0.75;

/// Counts the ways to complete a sum.
type Counter = Box<dyn Fn(&[i64]) -> f64>;

/// A part whose vector is drawn.
struct Drawn {
    vectors: Vectors,
    /// The chances of the vectors, summed up.
    upto: Vec<f64>,
}

impl Drawn {
    fn new(vectors: Vectors, weights: &[f64]) -> Self {
        let log = log_total(&vectors, weights);
        let mut sum = 0.0;
        let upto = vectors.iter().map(|(at, log_ways)| {
            sum += (dot(weights, at) + log_ways - log).exp();
            sum
        });
        Self { upto: upto.collect(), vectors }
    }

    fn draw(&self, random: &mut ChaCha8Rng) -> usize {
        let total = self.upto.last().copied().unwrap_or(0.0);
        let u = (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64 * total;
        self.upto.partition_point(|upto| *upto <= u).min(self.upto.len() - 1)
    }
}

impl Parts<'_> {
    /// The estimate, from draws of about `a_draw` steps of exact counting each. `open` says that a package that all accept is known.
    pub fn estimate(&self, open: bool, seed: u64, a_draw: u64, draws: usize) -> CountEstimate {
        let packages = self.packages();
        if packages == BigUint::ZERO {
            return CountEstimate { central: BigUint::ZERO, interval: [BigUint::ZERO, BigUint::ZERO] };
        }
        let (log_bound, shares) = self.shares(seed, a_draw, draws);
        let [low, high] = mean_interval(&shares);
        let mean = shares.iter().sum::<f64>() / shares.len() as f64;
        let least = BigUint::from(u8::from(open));
        let low = rounded(low.ln() + log_bound, f64::floor, &packages).clamp(least.clone(), packages.clone());
        let high = rounded(high.ln() + log_bound, f64::ceil, &packages).clamp(low.clone(), packages.clone());
        let central = rounded(mean.ln() + log_bound, f64::round, &packages).clamp(low.clone(), high.clone());
        CountEstimate { central, interval: [low, high] }
    }

    /// The logarithm of the bound, and draws of X as shares of it.
    fn shares(&self, seed: u64, a_draw: u64, draws: usize) -> (f64, Vec<f64>) {
        let units = self.units();
        let scaled = |at: &[i64]| scaled(at, &units);
        let of_part = |part: &Part| part.iter().map(|(at, n)| (scaled(at), (*n as f64).ln())).collect();
        let of_issue = |k: &usize| self.problem.choices[*k].iter().map(|c| (scaled(&c.add), 0.0)).collect();
        let listed: Vec<Vectors> = self.listed.iter().map(of_part).collect();
        let loose: Vec<Vectors> = self.loose.iter().map(of_issue).collect();
        let start = scaled(&self.start);
        let all: Vec<Vectors> = listed.iter().chain(&loose).cloned().collect();
        let weights = tilt(&all, &start);
        let helps = |add: &Vec<i64>| dot(&weights, &scaled(add)).max(0.0);
        let log_bound = dot(&weights, &start)
            + all.iter().map(|part| log_total(part, &weights)).sum::<f64>()
            + self.loose_factors().filter_map(|f| f.add.as_ref()).map(helps).sum::<f64>();

        let (rest, drawn) = self.share_out(a_draw);
        let counters = self.counters(&rest);
        let log_drawn: f64 =
            drawn.iter().map(|k| &listed[*k]).chain(&loose).map(|part| log_total(part, &weights)).sum();
        let parts: Vec<Drawn> = drawn.iter().map(|k| Drawn::new(listed[*k].clone(), &weights)).collect();
        let loose: Vec<Drawn> = loose.into_iter().map(|part| Drawn::new(part, &weights)).collect();
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut picks = vec![0; self.problem.choices.len()];
        let watch = &self.problem.watch;
        let mut one = || {
            watch.work((drawn.len() + self.loose.len()) as u64);
            let mut at = self.start.clone();
            let mut log_weight = log_drawn;
            for (k, part) in drawn.iter().zip(&parts) {
                let pick = part.draw(&mut random);
                plus(&mut at, &self.listed[*k][pick].0);
                log_weight -= dot(&weights, &part.vectors[pick].0);
            }
            for (k, part) in self.loose.iter().zip(&loose) {
                picks[*k] = part.draw(&mut random);
                log_weight -= dot(&weights, &part.vectors[picks[*k]].0);
            }
            let Some(add) = self.added_by_loose(&picks) else { return 0.0 };
            plus(&mut at, &add);
            let ways = match &counters {
                Some(counters) => counters.iter().map(|(counter, sign)| sign * counter(&at)).sum(),
                None => f64::from(u8::from(self.accepts(&at))),
            };
            // Signed counts may leave a trace of rounding.
            if ways < 0.5 { 0.0 } else { (ways.ln() + log_weight - log_bound).exp().min(1.0) }
        };
        let shares = (0..draws).map(|_| one()).collect();
        (log_bound, shares)
    }

    /// The largest number that each signatory's coordinate shows in a part: the unit of its scale.
    fn units(&self) -> Vec<f64> {
        let loose = self.loose.iter().flat_map(|k| self.problem.choices[*k].iter().map(|c| &c.add));
        let vectors = self.listed.iter().flatten().map(|(at, _)| at).chain(loose);
        vectors.fold(vec![1.0; self.signatories], |units, at| {
            units.iter().zip(at).map(|(unit, x)| unit.max(x.unsigned_abs() as f64)).collect()
        })
    }

    /// The parts that are counted exactly, and those that are drawn: the parts that matter most are counted, as many as a
    /// draw has time for.
    fn share_out(&self, a_draw: u64) -> ([Vec<usize>; 2], Vec<usize>) {
        let spread = |k: usize| {
            let part = &self.listed[k];
            let range = |d: usize| {
                let values = || part.iter().map(|(at, _)| at[d]);
                values().max().unwrap_or(0) - values().min().unwrap_or(0)
            };
            (0..self.signatories).map(range).max().unwrap_or(0)
        };
        let terms = self.terms();
        let cost = |sums: u64| {
            let of_term = |(coordinates, _): &(Vec<usize>, i64)| predicted_work(coordinates.len(), sums);
            terms.iter().flatten().map(of_term).fold(0, u64::saturating_add)
        };
        let spreads: Vec<i64> = (0..self.listed.len()).map(spread).collect();
        let mut order: Vec<usize> = (0..self.listed.len()).collect();
        order.order_by_key(|k| std::cmp::Reverse(spreads[*k]));
        let (mut halves, mut drawn) = ([(1u64, Vec::new()), (1u64, Vec::new())], Vec::new());
        for k in order {
            let smaller = usize::from(halves[1].0 < halves[0].0);
            let grown = halves[smaller].0.saturating_mul(self.listed[k].len() as u64);
            if terms.is_some() && cost(grown.saturating_add(halves[1 - smaller].0)) <= a_draw {
                halves[smaller].0 = grown;
                halves[smaller].1.push(k);
            } else {
                drawn.push(k);
            }
        }
        (halves.map(|(_, parts)| parts), drawn)
    }

    /// What counts the completions of a draw, with the sign of each; `None` where too many vote.
    fn counters(&self, rest: &[Vec<usize>; 2]) -> Option<Vec<(Counter, f64)>> {
        let counter = |(coordinates, sign): (Vec<usize>, i64)| {
            let ways = Ways::of(self, &coordinates);
            if coordinates.len() > limits::COUNTED_COORDINATES {
                return None;
            }
            let counter = counter(&ways, rest, coordinates);
            Some((counter, sign as f64))
        };
        self.terms()?.into_iter().map(counter).collect()
    }
}

/// Counts the ways to complete a sum by one vector from each of the parts of `rest`.
fn counter(ways: &Ways, rest: &[Vec<usize>; 2], coordinates: Vec<usize>) -> Counter {
    let meter = Meter::of(&ways.watch);
    let sums = |parts: &Vec<usize>| -> Sums<f64> {
        let mut sums = Sums::one(&vec![0; coordinates.len()]);
        for part in parts.iter().map(|k| &ways.parts[*k]) {
            let mut next = Sums::none(coordinates.len());
            for (add, n) in part {
                for (row, of_row) in sums.rows().zip(&sums.ways) {
                    next.push(row.iter().zip(add).map(|(x, y)| x + y), of_row * *n as f64);
                }
            }
            sums = next;
        }
        sums.sort(&meter);
        sums
    };
    let (left, right) = (sums(&rest[0]), sums(&rest[1]).negated(&meter));
    Box::new(move |at| {
        let mut wanted = right.clone();
        for floor in wanted.numbers_mut() {
            for (x, d) in floor.iter_mut().zip(&coordinates) {
                *x -= at[*d];
            }
        }
        pairs(&Ranked::of(&left, &wanted, &meter), &Budget::of(u64::MAX, meter.watch())).unwrap_or(0.0)
    })
}

/// The 95 % interval of the mean of independent draws between 0 and 1.
fn mean_interval(draws: &[f64]) -> [f64; 2] {
    let n = draws.len() as f64;
    // How much is bet on each draw depends on the draws before it alone.
    let (mut bets, mut sum, mut squares) = (Vec::with_capacity(draws.len()), 0.0, 1.0 / (n * n));
    for (i, x) in draws.iter().enumerate() {
        let seen = i as f64;
        bets.push(if i < PILOT { 0.0 } else { (2.0 * RULED_OUT.ln() * seen / (n * squares)).sqrt() });
        let mean = if i == 0 { *x } else { sum / seen };
        squares += (x - mean) * (x - mean);
        sum += x;
    }
    let won = |mean: f64, sign: f64| -> f64 {
        let most = STAKE / if sign > 0.0 { mean } else { 1.0 - mean };
        draws.iter().zip(&bets).map(|(x, bet)| (sign * bet.min(most) * (x - mean)).ln_1p()).sum()
    };
    let mean = sum / n;
    let search = |mut inside: f64, mut outside: f64, sign: f64| {
        for _ in 0..60 {
            let middle = f64::midpoint(inside, outside);
            if won(middle, sign) > RULED_OUT.ln() {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        outside
    };
    [if mean > 0.0 { search(mean, 0.0, 1.0) } else { 0.0 }, search(mean, 1.0, -1.0)]
}

/// The number with a natural logarithm, to four figures; `most` where it is beyond that, however far: where issues are tied, a bound can have millions of digits.
fn rounded(log: f64, round: fn(f64) -> f64, most: &BigUint) -> BigUint {
    if log > most.bits() as f64 * std::f64::consts::LN_2 {
        return most.clone();
    }
    let log = log / std::f64::consts::LN_10;
    if log.is_nan() || log == f64::NEG_INFINITY {
        return BigUint::ZERO;
    }
    let shift = (log.floor() - 3.0).max(0.0);
    let figures = round(10f64.powf(log - shift)) as u64;
    BigUint::from(figures) * BigUint::from(10u8).pow(shift as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_of_millions_of_digits_is_not_written_out() {
        let most = BigUint::from(10u8).pow(12);
        for log in [1e9, 1e300, f64::INFINITY] {
            assert_eq!(rounded(log, f64::ceil, &most), most);
        }
        assert_eq!(rounded(12_345_f64.ln(), f64::ceil, &most), BigUint::from(12_350_u32));
        assert_eq!(rounded(f64::NEG_INFINITY, f64::floor, &most), BigUint::ZERO);
    }
}
