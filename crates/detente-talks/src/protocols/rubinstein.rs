//! Rubinstein's alternating offers with discounting (Rubinstein 1982), on a pie and, exactly, on a whole deal space.
//!
//! The two take turns to offer; an offer refused costs a period, over which each side's worth is discounted by its own δ. In the only subgame-perfect
//! equilibrium nobody is offered less than what waiting is worth to it, nor more than it takes.
//!
//! On a deal space only packages of the frontier matter. With a last period the equilibrium is worked out backwards from it: in a period somebody takes what
//! is worth no less to it than no deal, nor than δ times what it expects of the period after; in the last, what is worth no less than no deal. Who
//! proposes picks the best of what the other takes, if that is no worse to it than waiting. One period costs one halving of the frontier. Without
//! a last period the values of both kinds of period are looked for that lead to themselves.

use detente_deals::{DealSpace, Over, Search};
use detente_model::Package;

use crate::TalksError;

/// What the two get of a pie of 1 if the first offers first.
///
/// ```
/// use detente_talks::protocols::rubinstein::shares;
///
/// let [first, second] = shares([0.9, 0.8]);
/// assert!((first - 0.2 / 0.28).abs() < 1e-12 && (first + second - 1.0).abs() < 1e-12);
/// ```
pub fn shares(discounts: [f64; 2]) -> [f64; 2] {
    let [first, second] = discounts;
    // Who never loses by waiting takes all; if neither does, whoever speaks.
    let share = if second >= 1.0 && first < 1.0 {
        0.0
    } else if first * second >= 1.0 {
        0.5
    } else {
        (1.0 - second) / (1.0 - first * second)
    };
    [share, 1.0 - share]
}

/// The same with rates of discount ρ and periods of a length: δ = e^(−ρ·length). With periods of length 0 who speaks first does not matter, and
/// shares are as the other's rate to the sum of both.
///
/// ```
/// use detente_talks::protocols::rubinstein::shares_at_rates;
///
/// assert!((shares_at_rates([0.1, 0.3], 0.0)[0] - 0.75).abs() < 1e-15);
/// assert!((shares_at_rates([0.1, 0.3], 1e-6)[0] - 0.75).abs() < 1e-6);
/// ```
pub fn shares_at_rates(rates: [f64; 2], length: f64) -> [f64; 2] {
    let [a, b] = rates.map(|rate| rate * length);
    if a + b > 0.0 {
        // (1 − e^−b) / (1 − e^−(a + b)), without losing what is small.
        let share = (-b).exp_m1() / (-(a + b)).exp_m1();
        return [share, 1.0 - share];
    }
    let sum: f64 = rates.iter().sum();
    let share = if sum > 0.0 { rates[1] / sum } else { 0.5 };
    [share, 1.0 - share]
}

/// A package of a frontier and what it is worth to the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is worth to the first and to the second.
    pub worth: [f64; 2],
    /// The package.
    pub package: Package,
}

/// What the two bargain over: the packages that matter, and what no deal is worth to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Bargain {
    /// The frontier, the first's best first: nothing here betters anything else.
    points: Vec<Point>,
    no_deal: [f64; 2],
}

/// How long they can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// So many periods, at least 1.
    Periods(u32),
    /// For ever.
    Endless,
}

/// What equilibrium comes to in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// Who proposes: 0 or 1.
    pub proposer: usize,
    /// What they agree on, as a place in [`Bargain::points`]; `None` if they would rather wait, or never agree.
    pub agreed: Option<usize>,
    /// What each expects, counted in worth of this period.
    pub worth: [f64; 2],
}

impl Bargain {
    /// The bargain over some packages, of which those are kept that no other betters.
    pub fn over(points: impl IntoIterator<Item = Point>, no_deal: [f64; 2]) -> Self {
        let mut points: Vec<Point> =
            points.into_iter().filter(|p| p.worth.iter().all(|w| w.is_finite())).collect();
        points.sort_by(|a, b| {
            let [a1, a2] = a.worth;
            let [b1, b2] = b.worth;
            b1.total_cmp(&a1).then(b2.total_cmp(&a2)).then_with(|| a.package.0.cmp(&b.package.0))
        });
        let mut most = f64::NEG_INFINITY;
        points.retain(|point| {
            let better = point.worth[1] > most;
            most = most.max(point.worth[1]);
            better
        });
        Self { points, no_deal }
    }

    /// The bargain over the zone of agreement of a deal space with two principals, from its exact frontier.
    ///
    /// # Errors
    /// [`TalksError::PartyCount`] if there are not two principals; [`TalksError::Deals`] if the frontier is not to be had.
    pub fn of(space: &DealSpace) -> Result<Self, TalksError> {
        let [first, second] = space.principals() else {
            let (protocol, wanted) = ("Rubinstein's bargaining", "two");
            return Err(TalksError::PartyCount { protocol, wanted, found: space.principals().len() });
        };
        let no_deal = [first, second].map(|terms| terms.reservation.to_f64());
        let frontier = space.frontier(Over::Zone, &Search::default()).into_result()?;
        let point = |point: detente_deals::FrontierPoint| Point {
            worth: [point.values[0].to_f64(), point.values[1].to_f64()],
            package: point.package,
        };
        Ok(Self::over(frontier.into_iter().map(point), no_deal))
    }

    /// The packages that matter, the first's best first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// What equilibrium comes to in each period, from the first on; without a last one, in the two kinds of period, of which the first is the first
    /// period. `first` proposes in it.
    ///
    /// For ever, the values are those to which ever more periods lead; where packages are few these may go round in a circle, and those of
    /// [`MOST_PERIODS`] periods are given.
    pub fn equilibrium(&self, discounts: [f64; 2], first: usize, horizon: Horizon) -> Vec<Period> {
        let first = first.min(1);
        match horizon {
            Horizon::Periods(periods) => {
                let mut found = Vec::new();
                let mut next = None;
                for k in (0..periods.max(1)).rev() {
                    let period = self.period(discounts, (first + k as usize) % 2, next);
                    next = Some(period.worth);
                    found.push(period);
                }
                found.reverse();
                found
            }
            Horizon::Endless => {
                // Backwards from a last period that moves ever further away, two periods at a time.
                let mut known = self.period(discounts, 1 - first, None);
                for _ in 0..MOST_PERIODS {
                    let own = self.period(discounts, first, Some(known.worth));
                    let other = self.period(discounts, 1 - first, Some(own.worth));
                    if other == known {
                        return vec![own, other];
                    }
                    known = other;
                }
                vec![self.period(discounts, first, Some(known.worth)), known]
            }
        }
    }

    /// One period, from what the next is worth; `None` if there is none.
    fn period(&self, discounts: [f64; 2], proposer: usize, next: Option<[f64; 2]>) -> Period {
        let waits =
            |j: usize| next.map_or(self.no_deal[j], |next| self.no_deal[j].max(discounts[j] * next[j]));
        let other = 1 - proposer;
        let (own, theirs) = (waits(proposer), waits(other));
        // Along the frontier the first's worth falls and the second's rises: the proposer's best is the last, or first, that the other takes.
        let at = if proposer == 0 {
            self.points.partition_point(|point| point.worth[1] < theirs)
        } else {
            self.points.partition_point(|point| point.worth[0] >= theirs).wrapping_sub(1)
        };
        let agreed =
            self.points.get(at).filter(|point| point.worth[proposer] >= own && point.worth[other] >= theirs);
        let mut worth = [own; 2];
        worth[other] = theirs;
        Period { proposer, agreed: agreed.map(|_| at), worth: agreed.map_or(worth, |point| point.worth) }
    }

    /// What the two get if they may also share packages out by lot, for ever and with the first to propose: the one pair of proposals, each worth to
    /// the other just what waiting for its own is. Worth is counted from no deal, to which a period of waiting takes it nearer.
    /// `None` where nothing betters no deal for both.
    pub fn by_lot(&self, discounts: [f64; 2]) -> Option<[f64; 2]> {
        let hull = self.gains_by_lot()?;
        let (low, high) = (hull[hull.len() - 1][0], hull[0][0]);
        // What the second gets at most where the first gets so much, and the other way round.
        let second_at = |first: f64| along(&hull, first, 0);
        // The first's proposal x: the second's counterproposal y leaves the first δ₁x, and x leaves the second δ₂ of what y leaves it.
        let too_much = |x: f64| second_at(x) < discounts[1] * second_at((discounts[0] * x).max(low));
        let (mut least, mut most) = (low, high);
        for _ in 0..200 {
            let middle = f64::midpoint(least, most);
            if too_much(middle) { most = middle } else { least = middle }
        }
        Some([self.no_deal[0] + least, self.no_deal[1] + second_at(least)])
    }

    /// Gains over no deal on the upper hull of the packages, the first's best first, ending where either gains nothing.
    fn gains_by_lot(&self) -> Option<Vec<[f64; 2]>> {
        let gains = self.points.iter().map(|p| [p.worth[0] - self.no_deal[0], p.worth[1] - self.no_deal[1]]);
        let mut hull: Vec<[f64; 2]> = Vec::new();
        for point in gains.filter(|gain| gain.iter().all(|gain| *gain >= 0.0)) {
            while let [.., a, b] = hull.as_slice() {
                let turns = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
                if turns > 0.0 {
                    break;
                }
                hull.pop();
            }
            hull.push(point);
        }
        // Anybody may be given less than the frontier has for it, so the hull reaches down to nothing for the first.
        let last = *hull.last()?;
        if last[0] > 0.0 {
            hull.push([0.0, last[1]]);
        }
        (hull[0][0] > 0.0 && last[1] > 0.0).then_some(hull)
    }
}

/// How many periods are gone back at the most where there is no last one.
pub const MOST_PERIODS: u32 = 100_000;

/// The other coordinate of a falling line of points at a value of one coordinate.
fn along(hull: &[[f64; 2]], value: f64, of: usize) -> f64 {
    let at = hull.partition_point(|point| point[of] > value);
    match (at.checked_sub(1).and_then(|before| hull.get(before)), hull.get(at)) {
        (Some(a), Some(b)) if a[of] > b[of] => {
            let share = (a[of] - value) / (a[of] - b[of]);
            a[1 - of] + share * (b[1 - of] - a[1 - of])
        }
        (_, Some(b)) => b[1 - of],
        (Some(a), None) => a[1 - of],
        (None, None) => 0.0,
    }
}
