//! Final-offer arbitration (Stevens 1966; Farber 1980).
//!
//! Each of two makes one last offer, and the arbitrator must pick one of them: the one that lies nearer to what it thinks fair. The parties
//! know that only up to a probability. On a line, where the first wants more and the second less, the one with the lower offer a wins against b with
//! probability F((a + b)/2), F being the distribution of what the arbitrator thinks fair.
//!
//! On a deal space an offer lies at the first party's share of what both gain, each on its own scale.

use super::monotonic::Gains;

/// What is known of what an arbitrator thinks fair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fair {
    /// Anything between two numbers, all alike likely.
    Between(f64, f64),
    /// Normal, with a mean and a standard deviation above 0.
    Normal {
        /// The mean.
        mean: f64,
        /// The standard deviation.
        deviation: f64,
    },
}

impl Fair {
    /// The chance that the arbitrator thinks no more than x fair.
    pub fn at_most(self, x: f64) -> f64 {
        match self {
            Self::Between(low, high) if high > low => ((x - low) / (high - low)).clamp(0.0, 1.0),
            Self::Between(at, _) => f64::from(u8::from(x >= at)),
            Self::Normal { mean, deviation } => normal_below((x - mean) / deviation),
        }
    }

    /// The chance that of two offers the lower one is picked.
    pub fn lower_wins(self, one: f64, other: f64) -> f64 {
        self.at_most(f64::midpoint(one, other))
    }

    /// What two who do not mind risk offer in equilibrium, the lower offer first: as far from the median on either side as half of one over the density there.
    ///
    /// ```
    /// use detente_talks::protocols::final_offer::Fair;
    ///
    /// let [low, high] = Fair::Normal { mean: 10.0, deviation: 2.0 }.equilibrium();
    /// assert!((high - low - 2.0 * (2.0 * std::f64::consts::PI).sqrt()).abs() < 1e-12);
    /// assert_eq!(Fair::Between(0.0, 1.0).equilibrium(), [0.0, 1.0]);
    /// ```
    pub fn equilibrium(self) -> [f64; 2] {
        let (median, gap) = match self {
            Self::Between(low, high) => (f64::midpoint(low, high), high - low),
            Self::Normal { mean, deviation } => (mean, deviation * (2.0 * std::f64::consts::PI).sqrt()),
        };
        [median - gap / 2.0, median + gap / 2.0]
    }
}

/// The chance that a standard normal number is at most z: half of erfc(−z/√2), by the expansion of the error function around 0 and its continued fraction
/// further out, to the last digits.
fn normal_below(z: f64) -> f64 {
    let x = z.abs() / std::f64::consts::SQRT_2;
    let scale = (-x * x).exp() / std::f64::consts::PI.sqrt();
    let tail = if x < 2.5 {
        let (mut term, mut sum, mut n) = (x, x, 0.0);
        while term > sum * 1e-17 && term > 0.0 {
            n += 1.0;
            term *= 2.0 * x * x / (2.0 * n + 1.0);
            sum += term;
        }
        0.5 - scale * sum
    } else {
        let fraction = (1..120).rev().fold(x, |below, k| x + f64::from(k) / 2.0 / below);
        scale / fraction / 2.0
    };
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// What two offer, and what they may expect of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FinalOffers {
    /// Their offers, as places among the packages.
    pub offers: [usize; 2],
    /// The chance that the first's offer is picked.
    pub first_wins: f64,
    /// What each expects to gain.
    pub gains: [f64; 2],
}

/// The first party's share of what both gain by each package, each gain counted on the scale of what that party could gain at the most.
pub fn shares(bargain: &Gains) -> Vec<f64> {
    let most = [0, 1].map(|side: usize| bargain.gains().iter().map(|gain| gain[side]).fold(0.0, f64::max));
    let share = |gain: &[f64; 2]| {
        let scaled = [0, 1].map(|side: usize| if most[side] > 0.0 { gain[side] / most[side] } else { 0.0 });
        let sum = scaled[0] + scaled[1];
        if sum > 0.0 { scaled[0] / sum } else { 0.5 }
    };
    bargain.gains().iter().map(share).collect()
}

/// What comes of two offers, given the [`shares`] of all packages.
///
/// # Panics
/// If there is no package at one of the places, or no share for it.
pub fn outcome(bargain: &Gains, shares: &[f64], offers: [usize; 2], fair: Fair) -> FinalOffers {
    let [first, second] = offers.map(|offer| shares[offer]);
    let lower = fair.lower_wins(first, second);
    // The same offer twice is that offer, whoever wins.
    let first_wins = if first < second { lower } else { 1.0 - lower };
    let expected = [0, 1].map(|side: usize| {
        let [first, second] = offers.map(|offer| bargain.gains()[offer][side]);
        first_wins * first + (1.0 - first_wins) * second
    });
    FinalOffers { offers, first_wins, gains: expected }
}

/// Final offers of which neither party gains by changing its own: found by answering in turn with the best there is, from either party's best package on.
/// `None` if there is nothing to offer, or if the answers go round in a circle, which is to say that they have no equilibrium in such offers that is
/// reached this way.
pub fn equilibrium(bargain: &Gains, fair: Fair) -> Option<FinalOffers> {
    let last = bargain.gains().len().checked_sub(1)?;
    let shares = shares(bargain);
    let mut now = [0, last];
    for _ in 0..=4 * (last + 1) {
        let before = now;
        for side in 0..2 {
            let gain = |offer: usize| {
                let mut offers = now;
                offers[side] = offer;
                outcome(bargain, &shares, offers, fair).gains[side]
            };
            // What is held already is kept unless something is better.
            let held = (now[side], gain(now[side]));
            let better = |best: (usize, f64), offer| {
                let reached = gain(offer);
                if reached > best.1 { (offer, reached) } else { best }
            };
            now[side] = (0..=last).fold(held, better).0;
        }
        if now == before {
            return Some(outcome(bargain, &shares, now, fair));
        }
    }
    None
}
