//! The envelope for several pledges and guarantees: how a longer pledge keeps people waiting, and what a guarantee buys.

use detente_exchange::{Assessment, ExchangeError, Planned, Side, Terms, envelope, guarantee_for_day_zero};
use detente_model::{Case, PledgeDays};

/// The fewest of one side's lots that must still be held, by pledge and by guarantee on the other side.
#[derive(Debug, Clone, PartialEq)]
pub struct Variations {
    /// The side whose guarantee is varied: the one that a pause costs more.
    pub bound: Side,
    /// One panel a pledge, shorter ones first.
    pub panels: Vec<EnvelopePanel>,
}

/// One pledge.
#[derive(Debug, Clone, PartialEq)]
pub struct EnvelopePanel {
    /// Its length.
    pub pledge_days: f64,
    /// Whether the package has it.
    pub own: bool,
    /// One line a guarantee, weaker ones first.
    pub lines: Vec<EnvelopeLine>,
}

/// One guarantee.
#[derive(Debug, Clone, PartialEq)]
pub struct EnvelopeLine {
    /// What a breach would cost the bound side.
    pub guarantee: f64,
    /// Whether the package has it.
    pub own: bool,
    /// The fewest of the other side's lots still held on each day, in fractions; `None` if all are not enough.
    pub held: Vec<(f64, Option<f64>)>,
}

impl Variations {
    pub(super) fn of(case: &Case, assessment: &Assessment) -> Result<Self, ExchangeError> {
        let terms = &assessment.terms;
        let cost = |side: Side| terms.side(side).war_gain_per_day - terms.side(side).calm_value_per_day;
        let bound = if cost(Side::Two) > cost(Side::One) { Side::Two } else { Side::One };
        let pledges = pledges(case, terms.pledge_days);
        let longest = Terms { pledge_days: pledges.last().copied().unwrap_or(0.0), ..terms.clone() };
        let guarantees = guarantees(&longest, bound);
        let order = match &assessment.planned {
            Planned::Found(plan) => plan.order.clone(),
            Planned::None(_) => None,
        };
        let panel = |pledge_days: f64| {
            let line = |guarantee: f64| {
                let mut at = Terms { pledge_days, ..terms.clone() };
                at.side_mut(bound).guarantee = guarantee;
                let of_other = |held: Vec<f64>| at.lots_of(bound.other()).map(|lot| held[lot]).sum();
                let days = envelope(&at, order.as_ref())?;
                let held = days.into_iter().map(|day| (day.day, day.held.map(of_other))).collect();
                Ok(EnvelopeLine { guarantee, own: guarantee == terms.side(bound).guarantee, held })
            };
            let lines = guarantees.iter().map(|g| line(*g)).collect::<Result<_, ExchangeError>>()?;
            Ok(EnvelopePanel { pledge_days, own: pledge_days == terms.pledge_days, lines })
        };
        Ok(Self { bound, panels: pledges.into_iter().map(panel).collect::<Result<_, ExchangeError>>()? })
    }
}

/// The package's own pledge between a shorter and a longer one: of the issue if it is on the table, else half and twice.
fn pledges(case: &Case, own: f64) -> Vec<f64> {
    let mut pledges = match case.exchange.as_ref().map(|exchange| &exchange.pledge_days) {
        Some(PledgeDays::Issue(issue)) => {
            let mut days: Vec<f64> =
                case.issue(*issue).options.iter().filter_map(detente_model::Choice::number).collect();
            days.retain(|days| *days > 0.0);
            days.sort_by(f64::total_cmp);
            let at = days.partition_point(|days| *days < own);
            let below = &days[..at];
            let above = &days[days.partition_point(|days| *days <= own)..];
            // Half way to the shortest and to the longest: far enough to differ, near enough to be meant.
            let picked = [below.get(below.len() / 2), above.get(above.len() / 2)];
            picked.into_iter().flatten().copied().collect()
        }
        _ => vec![own / 2.0, own * 2.0],
    };
    pledges.push(own);
    pledges.retain(|days| (0.0..=detente_exchange::LONGEST_PLEDGE).contains(days));
    pledges.sort_by(f64::total_cmp);
    pledges.dedup();
    pledges
}

/// None, thirds of what lets everybody go on day 0 of the longest pledge, and the package's own.
fn guarantees(longest: &Terms, bound: Side) -> Vec<f64> {
    let own = longest.side(bound).guarantee;
    let all = guarantee_for_day_zero(longest, bound);
    let mut guarantees: Vec<f64> = vec![0.0, own];
    for third in 1..=3u32 {
        let guarantee = two_digits(all * f64::from(third) / 3.0);
        // Lines that lie on each other say nothing.
        if (guarantee - own).abs() > all / 12.0 {
            guarantees.push(guarantee);
        }
    }
    guarantees.retain(|g| g.is_finite() && *g >= 0.0);
    guarantees.sort_by(f64::total_cmp);
    guarantees.dedup();
    guarantees
}

/// Rounded up to two significant digits, so that the last third is enough.
fn two_digits(x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let unit = 10f64.powf(x.log10().floor() - 1.0);
    (x / unit - 1e-9).ceil() * unit
}
