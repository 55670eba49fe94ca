//! Shapes of a schedule, compared.
//!
//! Theories disagree on how batches should run. With values known and no doubt of good faith they should shrink, the
//! costliest to give going first (Pitchford & Snyder 2004). With good faith in doubt they should grow, the cheapest first:
//! "start small" (Watson 1999; Hua & Watson 2022). Where war threatens and people are collateral, they run along
//! the envelope. None of this is built in: schedules of each shape, with many ratios from batch to batch, numbers of rounds
//! and spacings, and lots in either order, are made and verified like any other, and the best of each shape is shown
//! with what speaks for and against it: whether it holds itself, the guarantee it would take, the day on which it is done, and
//! what each side has at stake in the first round and in the largest, should the other take it and give nothing.

use detente_model::{Progress, Work};

use crate::guarantee::guarantee_for_schedule;
use crate::plan::{Planned, plan_watched};
use crate::stakes::Stakes;
use crate::verify::{Walk, verify_checked};
use crate::{ExchangeError, Schedule, Side, Terms, Verification};

/// How batches change from round to round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// Each smaller than the one before.
    Shrinking,
    /// All alike.
    Equal,
    /// Each larger than the one before.
    Growing,
    /// As the planner finds it.
    AlongTheEnvelope,
}

/// Which lots go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LotOrder {
    /// Those that it costs the giver most to give.
    CostliestFirst,
    /// Those that it costs the giver least to give.
    CheapestFirst,
    /// As the planner finds it.
    AsPlanned,
}

/// The best schedule of a shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    /// The shape.
    pub shape: Shape,
    /// Which lots go first.
    pub order: LotOrder,
    /// Size of a batch against the one before; 1 for equal ones, `None` along the envelope.
    pub ratio: Option<f64>,
    /// The schedule.
    pub schedule: Schedule,
    /// Its moments, verified.
    pub verification: Verification,
    /// The guarantee that it takes on each side; `None` if none is enough.
    pub guarantee: [Option<f64>; 2],
    /// What each side gives in its first batch, at its own worth.
    pub first_at_stake: [f64; 2],
    /// What each side gives in its largest batch, at its own worth.
    pub most_at_stake: [f64; 2],
    /// The theory that recommends it, if one does.
    pub basis: Option<&'static str>,
}

/// Ratios from batch to batch that are tried.
const RATIOS: [f64; 9] = [0.25, 1.0 / 3.0, 0.5, 0.75, 1.0, 4.0 / 3.0, 2.0, 3.0, 4.0];
/// Numbers of rounds that are tried.
const ROUNDS: [u32; 7] = [2, 3, 4, 6, 8, 12, 16];

/// The best schedule of every shape and order: one that holds itself and is done soonest if there is one, else the one with
/// the least to gain from stopping. In the order of [`Shape`] and [`LotOrder`]; the envelope last, if it can be planned.
///
/// # Errors
/// The terms are not well formed.
pub fn compare_shapes(terms: &Terms) -> Result<Vec<Shaped>, ExchangeError> {
    compare_shapes_watched(terms, &Progress::default())
}

/// As [`compare_shapes`], with a progress that may cancel it.
pub(crate) fn compare_shapes_watched(
    terms: &Terms,
    progress: &Progress,
) -> Result<Vec<Shaped>, ExchangeError> {
    terms.check()?;
    let stakes = Stakes::new(terms);
    let mut work = Work::of(progress);
    let mut shaped = Vec::new();
    for shape in [Shape::Shrinking, Shape::Equal, Shape::Growing] {
        for order in [LotOrder::CostliestFirst, LotOrder::CheapestFirst] {
            let lots = ordered(terms, order);
            let mut best: Option<(f64, Schedule, Merit)> = None;
            for ratio in RATIOS.into_iter().filter(|ratio| shape_of(*ratio) == shape) {
                for rounds in ROUNDS {
                    let shares: Vec<f64> = (0..rounds).map(|k| ratio.powf(f64::from(k))).collect();
                    for every in spacings(terms.pledge_days, rounds) {
                        let name = format!("{rounds} rounds");
                        let schedule =
                            Schedule::in_shares(terms, &name, terms.first, &shares, every, &lots, true);
                        work.add(terms.pledge_days as u64 + 1);
                        let merit = Merit::of(&stakes, &schedule);
                        if best.as_ref().is_none_or(|(_, _, now)| merit.is_better_than(*now)) {
                            best = Some((ratio, schedule, merit));
                        }
                    }
                }
            }
            if let Some((ratio, schedule, _)) = best {
                let verification = verify_checked(&stakes, &schedule);
                shaped.push(describe(terms, shape, order, Some(ratio), schedule, verification)?);
            }
        }
    }
    if let Planned::Found(plan) = plan_watched(terms, progress)? {
        let (shape, order) = (Shape::AlongTheEnvelope, LotOrder::AsPlanned);
        shaped.push(describe(terms, shape, order, None, plan.schedule, plan.verification)?);
    }
    Ok(shaped)
}

fn shape_of(ratio: f64) -> Shape {
    if ratio < 1.0 {
        Shape::Shrinking
    } else if ratio > 1.0 {
        Shape::Growing
    } else {
        Shape::Equal
    }
}

/// Days between rounds: one, and spread over the pledge with the last round on its last day or a round's length before.
fn spacings(pledge: f64, rounds: u32) -> Vec<f64> {
    let n = f64::from(rounds);
    let mut spacings = vec![1.0, (pledge / n).floor(), (pledge / (n - 1.0)).floor()];
    spacings.retain(|every| *every >= 1.0 && *every * (n - 1.0) <= pledge.max(n - 1.0));
    spacings.dedup();
    spacings
}

/// What schedules of one shape are compared by.
#[derive(Debug, Clone, Copy)]
struct Merit {
    self_enforcing: bool,
    /// The day on which everything is handed over; infinite if it never is.
    done: f64,
    epsilon: f64,
}

impl Merit {
    fn of(stakes: &Stakes<'_>, schedule: &Schedule) -> Self {
        let walk = Walk::through(stakes, schedule);
        let last = schedule.rounds.last().map_or(0.0, |round| round.day);
        Self {
            self_enforcing: walk.self_enforcing(),
            done: if walk.is_complete() { last } else { f64::INFINITY },
            epsilon: walk.epsilon(),
        }
    }

    fn is_better_than(self, other: Self) -> bool {
        if self.self_enforcing != other.self_enforcing {
            return self.self_enforcing;
        }
        if self.self_enforcing { self.done < other.done } else { self.epsilon < other.epsilon }
    }
}

fn ordered(terms: &Terms, order: LotOrder) -> [Vec<usize>; 2] {
    Side::BOTH.map(|side| {
        let mut lots: Vec<usize> = terms.lots_of(side).collect();
        lots.sort_by(|a, b| {
            let cost = |lot: usize| terms.lots[lot].to_giver;
            let rising = cost(*a).total_cmp(&cost(*b));
            if order == LotOrder::CostliestFirst { rising.reverse() } else { rising }.then(a.cmp(b))
        });
        lots
    })
}

fn describe(
    terms: &Terms,
    shape: Shape,
    order: LotOrder,
    ratio: Option<f64>,
    schedule: Schedule,
    verification: Verification,
) -> Result<Shaped, ExchangeError> {
    let guarantee = guarantee_for_schedule(terms, &schedule)?;
    let batches = |side: Side| {
        let worth = |round: &crate::Round| -> f64 {
            round
                .give
                .iter()
                .filter(|(lot, _)| terms.lots[*lot].from == side)
                .map(|(lot, n)| f64::from(*n) * terms.lots[*lot].to_giver)
                .sum()
        };
        schedule.rounds.iter().map(worth).filter(|x| *x > 0.0).collect::<Vec<_>>()
    };
    let first_at_stake = Side::BOTH.map(|side| batches(side).first().copied().unwrap_or(0.0));
    let most_at_stake = Side::BOTH.map(|side| batches(side).into_iter().fold(0.0, f64::max));
    let basis = match (shape, order) {
        (Shape::Shrinking, LotOrder::CostliestFirst) => {
            Some("values known, no doubt of good faith (Pitchford & Snyder 2004)")
        }
        (Shape::Growing, LotOrder::CheapestFirst) => {
            Some("good faith in doubt (Watson 1999; Hua & Watson 2022)")
        }
        (Shape::AlongTheEnvelope, _) => {
            Some("fighting threatens, and what is still held is the pledge against it (the envelope)")
        }
        _ => None,
    };
    Ok(Shaped {
        shape,
        order,
        ratio,
        schedule,
        verification,
        guarantee,
        first_at_stake,
        most_at_stake,
        basis,
    })
}

/// ε of the exchange in equal rounds spread over the pledge, by number of rounds: what finer steps buy.
///
/// # Errors
/// The terms are not well formed.
pub fn epsilon_by_rounds(terms: &Terms, rounds: &[u32]) -> Result<Vec<(u32, f64)>, ExchangeError> {
    terms.check()?;
    let stakes = Stakes::new(terms);
    Ok(rounds
        .iter()
        .map(|&n| {
            let n = n.clamp(1, 1_000);
            let every = if n > 1 { terms.pledge_days / f64::from(n - 1) } else { 0.0 };
            let schedule = Schedule::equal(terms, "equal rounds", terms.first, n, every);
            (n, Walk::through(&stakes, &schedule).epsilon())
        })
        .collect())
}
