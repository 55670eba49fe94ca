//! Rates of exchange that a mediator can use.
//!
//! At the point of the envelope on a day, one more unit of guarantee on side s is worth
//!
//! - 1/v people of the other side who need not be held back, v being the worth to s of the next one to go; or
//!   1/(v(1−ρ)) where the other side's condition binds as well, ρ = l·d/(u·v) being the contraction ratio;
//! - 1/c days of pledge, c = κ − β being what the pause costs s a day.
//!
//! The lots that count are those at the margin of the envelope.

use crate::envelope::EnvelopeDay;
use crate::{Side, Terms};

/// What one unit of guarantee on a side is worth on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// The side that is bound.
    pub side: Side,
    /// People of the other side who need not be held back; `None` where none are, or nothing helps.
    pub people: Option<f64>,
    /// Days of pledge; `None` where the pause costs the side nothing.
    pub days: Option<f64>,
    /// Days of pledge for one person more still to come; `None` likewise.
    pub days_per_person: Option<f64>,
    /// The contraction ratio ρ at the margin; `None` unless the conditions of both sides bind.
    pub contraction: Option<f64>,
}

/// The rates for a side at a point of the envelope, lots going in `order`.
///
/// ```
/// use detente_exchange::{envelope, rates, Side, SideTerms, Terms};
///
/// let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 135.0)
///     .lot("people held", Side::Two, 101, 1.0, 0.2)
///     .lot("prisoners", Side::One, 1500, 0.03, 0.02);
/// terms.sides[0].war_gain_per_day = 0.5;
/// terms.sides[1].calm_value_per_day = 0.05;
/// let days = envelope(&terms, None).unwrap();
/// let rates = rates(&terms, &[vec![1], vec![0]], &days[0], Side::One);
/// assert_eq!(rates.days, Some(2.0));
/// // Both bind: 1/(1 − 0.2·0.02/(0.03·1)) = 15/13.
/// assert!((rates.people.unwrap() - 15.0 / 13.0).abs() < 1e-12);
/// ```
pub fn rates(terms: &Terms, order: &[Vec<usize>; 2], at: &EnvelopeDay, side: Side) -> Rates {
    let of = terms.side(side);
    let cost = of.war_gain_per_day - of.calm_value_per_day;
    let margin = |giver: Side| {
        // The next unit to go is of the first lot in the order that is not yet done.
        let held = at.held.as_ref()?;
        order[giver.index()]
            .iter()
            .map(|&lot| (lot, held[lot]))
            .find(|(_, left)| *left > 0.0)
            .map(|(lot, _)| lot)
    };
    let theirs = margin(side.other());
    let own = margin(side);
    let contraction = match (theirs, own) {
        (Some(theirs), Some(own)) => {
            let (v, l) = (terms.lots[theirs].to_receiver, terms.lots[theirs].to_giver);
            let (u, d) = (terms.lots[own].to_receiver, terms.lots[own].to_giver);
            (u * v > 0.0).then(|| l * d / (u * v))
        }
        _ => None,
    };
    let value = theirs.map(|lot| terms.lots[lot].to_receiver).filter(|v| *v > 0.0);
    let people = value.and_then(|v| match contraction {
        Some(rho) if rho >= 1.0 => None,
        Some(rho) => Some(1.0 / (v * (1.0 - rho))),
        None => Some(1.0 / v),
    });
    let days = (cost > 0.0).then(|| 1.0 / cost);
    let days_per_person = days.zip(people).map(|(days, people)| days / people);
    Rates { side, people, days, days_per_person, contraction }
}
