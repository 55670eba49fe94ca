//! What keeping and breaking tell about the terms.
//!
//! A side that went on at some moment showed that its slack was at least 0 there; one that stopped, that it was at most 0.
//! With what was still to come known, the slack is linear in worths, κ, β, Φ, G: so every observation is one linear
//! inequality, and the least and the largest value of each figure that is consistent with all of them and with the ranges
//! stated beforehand are two linear programmes ([`LinearProgramme`]). Only ratios are revealed: a side's scale must be fixed
//! by a range of no width on one of its figures, or all of them may grow together up to their ranges.
//!
//! Where the observations contradict the ranges, a smallest set of them that already does is named (deletion filter,
//! Chinneck & Dravnieks 1991).

use crate::{ExchangeError, LinearProgramme, Side, Terms};

/// A moment at which a side was seen to go on or to stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// The side.
    pub side: Side,
    /// Days since the pledge began.
    pub day: f64,
    /// The length of that pledge.
    pub pledge_days: f64,
    /// What was still to come of each lot.
    pub remaining: Vec<u32>,
    /// Whether it went on.
    pub kept: bool,
}

/// A figure of the terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// Worth of one of a lot to the receiver.
    ToReceiver(usize),
    /// Worth of one of a lot to the giver.
    ToGiver(usize),
    /// κ of a side.
    WarGain(Side),
    /// β of a side.
    CalmValue(Side),
    /// Φ of a side.
    DayAfter(Side),
    /// G of a side.
    Guarantee(Side),
}

impl Figure {
    /// All figures of the terms: lots first, then both sides.
    pub fn all(terms: &Terms) -> Vec<Self> {
        let lots = (0..terms.lots.len()).flat_map(|lot| [Self::ToReceiver(lot), Self::ToGiver(lot)]);
        let of =
            |side| [Self::WarGain(side), Self::CalmValue(side), Self::DayAfter(side), Self::Guarantee(side)];
        lots.chain(Side::BOTH.into_iter().flat_map(of)).collect()
    }

    /// Its name as shown.
    pub fn name(self, terms: &Terms) -> String {
        match self {
            Self::ToReceiver(lot) => format!("worth of one of `{}` to the receiver", terms.lots[lot].name),
            Self::ToGiver(lot) => format!("worth of one of `{}` to the giver", terms.lots[lot].name),
            Self::WarGain(side) => format!("war gain per day of {}", terms.side(side).name),
            Self::CalmValue(side) => format!("value of a calm day of {}", terms.side(side).name),
            Self::DayAfter(side) => format!("day after of {}", terms.side(side).name),
            Self::Guarantee(side) => format!("guarantee of {}", terms.side(side).name),
        }
    }

    /// Its value in the terms.
    pub fn value(self, terms: &Terms) -> f64 {
        match self {
            Self::ToReceiver(lot) => terms.lots[lot].to_receiver,
            Self::ToGiver(lot) => terms.lots[lot].to_giver,
            Self::WarGain(side) => terms.side(side).war_gain_per_day,
            Self::CalmValue(side) => terms.side(side).calm_value_per_day,
            Self::DayAfter(side) => terms.side(side).day_after,
            Self::Guarantee(side) => terms.side(side).guarantee,
        }
    }

    /// By how much a side's slack at an observation grows with it.
    fn coefficient(self, terms: &Terms, seen: &Observation) -> f64 {
        let mut at = terms.clone();
        at.pledge_days = seen.pledge_days;
        let days = at.days_to_come(seen.day);
        let own = |side: Side, x: f64| if side == seen.side { x } else { 0.0 };
        match self {
            Self::ToReceiver(lot) if terms.lots[lot].from != seen.side => f64::from(seen.remaining[lot]),
            Self::ToGiver(lot) if terms.lots[lot].from == seen.side => -f64::from(seen.remaining[lot]),
            Self::ToReceiver(_) | Self::ToGiver(_) => 0.0,
            Self::WarGain(side) => own(side, -days),
            Self::CalmValue(side) => own(side, days),
            Self::DayAfter(side) => own(side, 1.0),
            Self::Guarantee(side) => own(side, terms.side(side).share_in_force(seen.day)),
        }
    }
}

/// What the observations leave of one figure's range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureBounds {
    /// The figure.
    pub figure: Figure,
    /// The range stated beforehand.
    pub before: (f64, f64),
    /// What is left of it: everything outside is excluded, whatever the rounding.
    pub after: (f64, f64),
}

/// What follows from the observations.
#[derive(Debug, Clone, PartialEq)]
pub enum Inverse {
    /// The ranges that are left.
    Bounds(Vec<FigureBounds>),
    /// These observations, by their place in the list, cannot all be true within the ranges; without any one of them the
    /// others can.
    Contradiction(Vec<usize>),
}

/// Bounds on the figures from observed steps. `ranges` holds what is possible beforehand; figures that are not named
/// are as the terms have them. Escrow of the terms counts as stated.
///
/// ```
/// use detente_exchange::{infer, Figure, Inverse, Observation, Side, SideTerms, Terms};
///
/// // Side One went on although 550 prisoners were still to be released and nothing was left to come for it: whatever holds
/// // it outweighs them.
/// let terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 60.0).lot("prisoners", Side::One, 1027, 0.1, 0.01);
/// let seen = Observation { side: Side::One, day: 1.0, pledge_days: 60.0, remaining: vec![550], kept: true };
/// let figure = Figure::DayAfter(Side::One);
/// let Inverse::Bounds(bounds) = infer(&terms, &[(figure, 0.0, 100.0)], &[seen]).unwrap() else { panic!() };
/// assert!((bounds[0].after.0 - 5.5).abs() < 1e-9);
/// ```
///
/// # Errors
/// The terms or ranges are not well formed, or an observation has the wrong number of lots.
pub fn infer(
    terms: &Terms,
    ranges: &[(Figure, f64, f64)],
    observations: &[Observation],
) -> Result<Inverse, ExchangeError> {
    terms.check()?;
    let lots = terms.lots.len();
    for seen in observations {
        if seen.remaining.len() != lots {
            let what = "observation".to_owned();
            return Err(ExchangeError::Mismatch { what, expected: lots, found: seen.remaining.len() });
        }
        for value in [seen.day, seen.pledge_days] {
            if !value.is_finite() {
                return Err(ExchangeError::OutOfRange { what: "day of an observation".to_owned(), value });
            }
        }
    }
    for (figure, low, high) in ranges {
        if let Figure::ToReceiver(lot) | Figure::ToGiver(lot) = figure
            && *lot >= lots
        {
            return Err(ExchangeError::UnknownLot { lot: *lot, lots });
        }
        if !(low.is_finite() && high.is_finite() && low <= high) {
            return Err(ExchangeError::OutOfRange { what: figure.name(terms), value: *low });
        }
    }
    let rows: Vec<(Vec<f64>, f64)> = observations.iter().map(|seen| row(terms, ranges, seen)).collect();
    let programme = |kept: &[usize]| LinearProgramme {
        rows: kept.iter().map(|i| rows[*i].clone()).collect(),
        bounds: ranges.iter().map(|(_, low, high)| (*low, *high)).collect(),
    };
    let all: Vec<usize> = (0..observations.len()).collect();
    let nothing = vec![0.0; ranges.len()];
    let possible = |kept: &[usize]| programme(kept).maximise(&nothing).is_some();
    if !possible(&all) {
        let mut needed = all;
        let mut i = 0;
        while i < needed.len() {
            let mut without = needed.clone();
            without.remove(i);
            if possible(&without) { i += 1 } else { needed = without }
        }
        return Ok(Inverse::Contradiction(needed));
    }
    let programme = programme(&all);
    let bounds = ranges
        .iter()
        .enumerate()
        .map(|(j, (figure, low, high))| {
            let end = |sign: f64| {
                let mut c = nothing.clone();
                c[j] = sign;
                // The safe bound, not the value reached: nothing possible is cut off by rounding.
                programme.maximise(&c).map(|best| sign * best.bound)
            };
            let after = (end(-1.0).unwrap_or(*low).max(*low), end(1.0).unwrap_or(*high).min(*high));
            FigureBounds { figure: *figure, before: (*low, *high), after }
        })
        .collect();
    Ok(Inverse::Bounds(bounds))
}

/// An observation as a·x ≤ b over the figures that are in doubt.
fn row(terms: &Terms, ranges: &[(Figure, f64, f64)], seen: &Observation) -> (Vec<f64>, f64) {
    let sign = if seen.kept { -1.0 } else { 1.0 };
    let a: Vec<f64> = ranges.iter().map(|(figure, _, _)| sign * figure.coefficient(terms, seen)).collect();
    let complete = seen.remaining.iter().all(|n| *n == 0);
    let deposit = match terms.escrow_until {
        detente_model::EscrowEnd::Completion if complete => 0.0,
        _ => terms.side(seen.side).escrow,
    };
    let known: f64 = Figure::all(terms)
        .into_iter()
        .filter(|figure| !ranges.iter().any(|(named, _, _)| named == figure))
        .map(|figure| figure.coefficient(terms, seen) * figure.value(terms))
        .sum();
    (a, -sign * (known + deposit))
}
