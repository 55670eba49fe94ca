//! "One more day for every ten": how far an extension rule carries.
//!
//! After the pledge has run its course, every further batch of the people named buys further days, and something in
//! return. Each such tranche is an exchange of its own: nobody breaks a promise by not offering the next. It
//! happens when both sides gain by it,
//!
//! ```text
//! Σ worth received − Σ worth given − (κ − β)·D(days) ≥ 0    for both,
//! ```
//!
//! and the course ends when one would not gain, when fewer are left than a tranche takes, or when the limit is
//! reached. November 2023 had this form: one day for every ten freed, until the eligible were too few.

use crate::stakes::Stakes;
use crate::{Amount, ExchangeError, Side, Terms};

/// One extension.
#[derive(Debug, Clone, PartialEq)]
pub struct Tranche {
    /// The day on which it begins.
    pub day: f64,
    /// What is handed over for it, both ways: lot and how many.
    pub give: Vec<(usize, u32)>,
    /// What each side gains by it.
    pub gain: [f64; 2],
}

/// Why it goes no further.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExtensionEnd {
    /// Fewer people are left of the lots named than one extension takes.
    TooFewLeft {
        /// How many.
        left: u32,
    },
    /// Fewer are left of what goes in return.
    NothingInReturn,
    /// The side would not gain by another one.
    WouldNotGain {
        /// The side.
        side: Side,
        /// By how much it would lose.
        short_by: f64,
    },
    /// No more days may be added.
    Limit,
}

/// How far an extension rule carries.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtensionCourse {
    /// The extensions that both would want, in order.
    pub tranches: Vec<Tranche>,
    /// The day on which calm ends.
    pub ends_on_day: f64,
    /// Why.
    pub because: ExtensionEnd,
}

/// Follows the extension rule of the terms from a state: what is left of each lot when the pledge has run its course.
/// `None` if the terms have no such rule.
///
/// # Errors
/// The terms are not well formed, a lot is unknown, a rule adds no days or asks for nobody, or `left` has the wrong
/// length.
pub fn extend(terms: &Terms, left: &[u32]) -> Result<Option<ExtensionCourse>, ExchangeError> {
    terms.check()?;
    let Some(rule) = &terms.extension else { return Ok(None) };
    let lots = terms.lots.len();
    if left.len() != lots {
        return Err(ExchangeError::Mismatch {
            what: "people left".to_owned(),
            expected: lots,
            found: left.len(),
        });
    }
    if let Some(&lot) =
        rule.of.iter().chain(rule.in_return.iter().map(|(lot, _)| lot)).find(|lot| **lot >= lots)
    {
        return Err(ExchangeError::UnknownLot { lot, lots });
    }
    if !rule.days.is_finite() || rule.days <= 0.0 || rule.for_every == 0 {
        return Err(ExchangeError::Empty { what: "days or people of the extension rule".to_owned() });
    }
    let stakes = Stakes::new(terms);
    let mut left = left.to_vec();
    let mut day = terms.pledge_days;
    let mut tranches = Vec::new();
    let limit = terms.pledge_days + rule.at_most.unwrap_or(crate::LONGEST_PLEDGE);
    let because = loop {
        if day + rule.days > limit {
            break ExtensionEnd::Limit;
        }
        let eligible: u32 = rule.of.iter().map(|lot| left[*lot]).sum();
        if eligible < rule.for_every {
            break ExtensionEnd::TooFewLeft { left: eligible };
        }
        if rule.in_return.iter().any(|(lot, n)| left[*lot] < *n) {
            break ExtensionEnd::NothingInReturn;
        }
        let mut give = Vec::new();
        let mut wanted = rule.for_every;
        for &lot in &rule.of {
            let here = wanted.min(left[lot]);
            wanted -= here;
            if here > 0 {
                give.push((lot, here));
            }
        }
        give.extend(rule.in_return.iter().copied().filter(|(_, n)| *n > 0));
        let gain = Side::BOTH.map(|side| gain(&stakes, side, &give, rule.days));
        if let Some(side) = Side::BOTH.into_iter().find(|side| gain[side.index()] < Amount::ZERO) {
            break ExtensionEnd::WouldNotGain { side, short_by: (-gain[side.index()]).to_f64() };
        }
        for (lot, n) in &give {
            left[*lot] -= n;
        }
        tranches.push(Tranche { day, give, gain: gain.map(Amount::to_f64) });
        day += rule.days;
    };
    Ok(Some(ExtensionCourse { tranches, ends_on_day: day, because }))
}

fn gain(stakes: &Stakes<'_>, side: Side, give: &[(usize, u32)], days: f64) -> Amount {
    let terms = stakes.terms;
    let handed: Amount = give
        .iter()
        .map(|(lot, n)| {
            let n = i64::from(*n);
            if terms.lots[*lot].from == side { stakes.give[*lot] * -n } else { stakes.receive[*lot] * n }
        })
        .sum();
    let of = terms.side(side);
    let cost = Amount::from(of.war_gain_per_day) - Amount::from(of.calm_value_per_day);
    let r = terms.discount_per_day;
    let pause =
        if r > 0.0 { Amount::from(cost.to_f64() * -(-r * days).exp_m1() / r) } else { cost.over_days(days) };
    handed - pause
}
