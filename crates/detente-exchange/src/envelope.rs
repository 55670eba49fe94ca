//! The envelope: the fewest who must still be held, day by day, for both sides to go on.
//!
//! With side One giving `a` and side Two giving `b` (fractions allowed, lots in a fixed order), the envelope on day t is
//! the least pair with
//!
//! ```text
//! a = fewest worth give_Two(b) + need_Two(t) to Two,     b = fewest worth give_One(a) + need_One(t) to One
//! ```
//!
//! For single lots that is `h_t = max(0, (κ(T−t) + d·p_t − G − Φ)/v)`, `p_t = max(0, (l·h_t − β(T−t) − G − Φ)/u)`, and its
//! solution is the optimum of the linear programme "fewest held subject to both going on". The contraction ratio is
//! ρ = l·d/(u·v); where the conditions of both bind and ρ ≥ 1, nothing is enough.
//!
//! Both maps are rising and linear in pieces, so their composition is too: its breakpoints are listed and the first
//! crossing is solved for, piece by piece. O(lots²) a day.

use crate::stakes::Stakes;
use crate::{ExchangeError, Side, Terms};

/// The envelope on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct EnvelopeDay {
    /// Days since the pledge began.
    pub day: f64,
    /// The fewest of each lot that must still be to come, in fractions; `None` if all are not enough.
    pub held: Option<Vec<f64>>,
}

/// The envelope for every day of the pledge, lots going in the order given for each side (as in
/// [`Plan::order`](crate::Plan)); `None` for the order of the terms.
///
/// ```
/// use detente_exchange::{envelope, Side, SideTerms, Terms};
///
/// let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 135.0)
///     .lot("people held", Side::Two, 101, 1.0, 0.2)
///     .lot("prisoners", Side::One, 1500, 0.03, 0.02);
/// terms.sides[0].war_gain_per_day = 0.5;
/// terms.sides[1].calm_value_per_day = 0.05;
/// let held = envelope(&terms, None).unwrap()[0].held.clone().unwrap();
/// // h = 67.5 + 0.02 p, p = (0.2 h − 6.75)/0.03: h = 63/(1 − 2/15).
/// assert!((held[0] - 63.0 / (13.0 / 15.0)).abs() < 1e-9);
/// ```
///
/// # Errors
/// The terms are not well formed.
pub fn envelope(terms: &Terms, order: Option<&[Vec<usize>; 2]>) -> Result<Vec<EnvelopeDay>, ExchangeError> {
    terms.check()?;
    let listed = crate::schedule::orders_as_listed(terms);
    let order = order.unwrap_or(&listed);
    for side in Side::BOTH {
        let (expected, found) = (&listed[side.index()], &order[side.index()]);
        let all = expected.iter().all(|lot| found.contains(lot) || terms.lots[*lot].count == 0);
        if !all || found.iter().any(|lot| !expected.contains(lot)) {
            let what = format!("order of the lots of {}", terms.side(side).name);
            return Err(ExchangeError::Mismatch { what, expected: expected.len(), found: found.len() });
        }
    }
    let stakes = Stakes::new(terms);
    let tails = Side::BOTH.map(|side| Tail::new(terms, &order[side.index()]));
    let mut days: Vec<f64> = (0..=terms.pledge_days.floor() as u32).map(f64::from).collect();
    if terms.pledge_days.fract() > 0.0 {
        days.push(terms.pledge_days);
    }
    Ok(days
        .into_iter()
        .map(|day| {
            let need = Side::BOTH.map(|side| stakes.need(side, day, false).to_f64());
            let held = least_pair(&tails, need).map(|pair| {
                let mut held = vec![0.0; terms.lots.len()];
                for i in [0, 1] {
                    write_held(pair[i], &order[i], terms, &mut held);
                }
                held
            });
            EnvelopeDay { day, held }
        })
        .collect())
}

/// Worths of the tail of a queue, linear between the ends of lots.
#[derive(Debug)]
pub(crate) struct Tail {
    /// Units left at the ends of lots, from 0 up.
    ends: Vec<f64>,
    receive: Vec<f64>,
    give: Vec<f64>,
}

impl Tail {
    pub fn new(terms: &Terms, order: &[usize]) -> Self {
        let mut tail = Self { ends: vec![0.0], receive: vec![0.0], give: vec![0.0] };
        let (mut units, mut receive, mut give) = (0.0, 0.0, 0.0);
        for &lot in order.iter().rev().filter(|lot| terms.lots[**lot].count > 0) {
            let lot = &terms.lots[lot];
            let count = f64::from(lot.count);
            units += count;
            receive += count * lot.to_receiver;
            give += count * lot.to_giver;
            tail.ends.push(units);
            tail.receive.push(receive);
            tail.give.push(give);
        }
        tail
    }

    fn give_at(&self, x: f64) -> f64 {
        between(&self.ends, &self.give, x)
    }

    fn all(&self) -> f64 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// The fewest units worth so much to the receiver; `None` if all are not.
    fn fewest_worth(&self, worth: f64) -> Option<f64> {
        if worth <= 0.0 {
            return Some(0.0);
        }
        let k = self.receive.iter().position(|x| *x >= worth)?;
        let (x0, x1) = (self.ends[k - 1], self.ends[k]);
        let (y0, y1) = (self.receive[k - 1], self.receive[k]);
        Some(x0 + (worth - y0) / (y1 - y0) * (x1 - x0))
    }
}

/// How many of each lot are left when so many units are.
fn write_held(left: f64, order: &[usize], terms: &Terms, held: &mut [f64]) {
    let mut left = left;
    for &lot in order.iter().rev() {
        let here = left.min(f64::from(terms.lots[lot].count));
        held[lot] = here;
        left -= here;
    }
}

fn between(xs: &[f64], ys: &[f64], x: f64) -> f64 {
    let k = xs.partition_point(|at| *at <= x).clamp(1, xs.len().max(2) - 1);
    match (xs.get(k - 1), xs.get(k)) {
        (Some(x0), Some(x1)) if x1 > x0 => ys[k - 1] + (x - x0) / (x1 - x0) * (ys[k] - ys[k - 1]),
        _ => ys.first().copied().unwrap_or(0.0),
    }
}

/// The least pair at which both go on.
pub(crate) fn least_pair(tails: &[Tail; 2], need: [f64; 2]) -> Option<[f64; 2]> {
    let [one, two] = tails;
    // What Two must still owe for One to go on with `a` of its own left, and what One must still owe then.
    let theirs = |a: f64| two.fewest_worth(one.give_at(a) + need[0]);
    let back = |a: f64| one.fewest_worth(two.give_at(theirs(a)?) + need[1]);
    // Where the composed map bends: ends of One's lots; where Two's tail begins, bends or ends; where One's tail bends again.
    let mut bends = one.ends.clone();
    let mut at_give = |level: f64| {
        // Units of One at which giving them reaches this level.
        for k in 1..one.ends.len() {
            let (g0, g1) = (one.give[k - 1], one.give[k]);
            if g1 > g0 && level > g0 && level < g1 {
                bends.push(one.ends[k - 1] + (level - g0) / (g1 - g0) * (one.ends[k] - one.ends[k - 1]));
            }
        }
    };
    for receive in &two.receive {
        at_give(receive - need[0]);
    }
    for receive in &one.receive {
        let level = receive - need[1];
        for k in 1..two.ends.len() {
            let (g0, g1) = (two.give[k - 1], two.give[k]);
            if g1 > g0 && level > g0 && level < g1 {
                let b = two.ends[k - 1] + (level - g0) / (g1 - g0) * (two.ends[k] - two.ends[k - 1]);
                at_give(between(&two.ends, &two.receive, b) - need[0]);
            }
        }
        // A receiver that is already content needs nothing: the kink at the bottom.
        at_give(-need[0]);
    }
    bends.sort_by(f64::total_cmp);
    bends.dedup();
    for (k, &a) in bends.iter().enumerate() {
        if back(a).is_some_and(|f| f <= a) {
            return Some([a, theirs(a)?]);
        }
        let Some(&next) = bends.get(k + 1) else { break };
        // Linear inside: two points tell the line.
        let (x, y) = (a + (next - a) / 3.0, a + (next - a) * 2.0 / 3.0);
        if let (Some(fx), Some(fy)) = (back(x), back(y)) {
            let slope = (fy - fx) / (y - x);
            if slope < 1.0 {
                let crossing = (fx - slope * x) / (1.0 - slope);
                if crossing > a && crossing < next {
                    return Some([crossing, theirs(crossing)?]);
                }
            }
        }
    }
    let all = one.all();
    back(all).filter(|f| *f <= all).and_then(|_| Some([all, theirs(all)?]))
}
