//! The trust that the last handover takes.
//!
//! A side that hands over the last of what it holds gives up its hold on the other. With `Keep` what that is worth to it,
//! `u·p` what it still receives, and `Peace` and `War` what follows when the other side keeps the calm or does not, it
//! hands over iff it believes in calm with a probability of at least
//!
//! ```text
//! q* = (Keep − u·p − War) / (Peace − War)
//! ```
//!
//! to be set beside the probability that the evidence supports. On the scale of [`Terms`] war afterwards is 0 and peace is
//! the calm that is left and the relation after, β·D(T−t) + Φ; what a breach would cost the side lowers `Keep`. So q* ≤ 1
//! says the same as the side's slack being at least 0.

use crate::stakes::Stakes;
use crate::{Schedule, Side, Terms};

/// The probability of calm that a side must believe in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trust {
    /// None: it would hand over even if war were sure to follow.
    NotNeeded,
    /// At least this probability, in (0, 1].
    AtLeast(f64),
    /// No trust is enough.
    NeverEnough,
}

/// q* from its four parts.
///
/// ```
/// use detente_exchange::{trust_needed, Trust};
///
/// assert_eq!(trust_needed(4.0, 1.0, 0.0, 6.0), Trust::AtLeast(0.5));
/// assert_eq!(trust_needed(1.0, 1.0, 0.0, 6.0), Trust::NotNeeded);
/// assert_eq!(trust_needed(9.0, 1.0, 0.0, 6.0), Trust::NeverEnough);
/// ```
pub fn trust_needed(keep: f64, to_come: f64, war: f64, peace: f64) -> Trust {
    let lacking = keep - to_come - war;
    if lacking <= 0.0 {
        return Trust::NotNeeded;
    }
    if peace - war < lacking { Trust::NeverEnough } else { Trust::AtLeast(lacking / (peace - war)) }
}

/// What a side's last handover takes.
#[derive(Debug, Clone, PartialEq)]
pub struct LastHandover {
    /// The side.
    pub side: Side,
    /// The day.
    pub day: f64,
    /// How many of each lot it hands over then.
    pub give: Vec<(usize, u32)>,
    /// How many of each of the other's lots are still to come at that moment, those of the same round included.
    pub to_come: Vec<(usize, u32)>,
    /// The trust that it takes.
    pub trust: Trust,
}

/// The last handover of a side in a well-formed schedule; `None` if it hands over nothing.
pub fn last_handover(terms: &Terms, schedule: &Schedule, side: Side) -> Option<LastHandover> {
    let of = |lot: usize| terms.lots.get(lot).map(|lot| lot.from);
    let last = schedule
        .rounds
        .iter()
        .rposition(|round| round.give.iter().any(|(lot, n)| of(*lot) == Some(side) && *n > 0))?;
    let round = &schedule.rounds[last];
    let give: Vec<(usize, u32)> =
        round.give.iter().copied().filter(|(lot, _)| of(*lot) == Some(side)).collect();
    // When the other side goes first, its half of the round is already in hand.
    let in_hand = schedule.first == Some(side.other());
    let mut still = vec![0u32; terms.lots.len()];
    for later in &schedule.rounds[if in_hand { last + 1 } else { last }..] {
        for (lot, count) in later.give.iter().filter(|(lot, _)| of(*lot) == Some(side.other())) {
            still[*lot] += count;
        }
    }
    let to_come: Vec<(usize, u32)> = still.iter().copied().enumerate().filter(|(_, n)| *n > 0).collect();
    let worth = |list: &[(usize, u32)], receive: bool| -> f64 {
        list.iter()
            .map(|(lot, n)| {
                let lot = &terms.lots[*lot];
                f64::from(*n) * if receive { lot.to_receiver } else { lot.to_giver }
            })
            .sum()
    };
    let own = terms.side(side);
    let bound = own.guarantee * own.share_in_force(round.day) + own.escrow;
    let keep = worth(&give, false) - bound + own.war_gain_per_day * terms.days_to_come(round.day);
    let peace = own.calm_value_per_day * terms.days_to_come(round.day) + own.day_after;
    Some(LastHandover {
        side,
        day: round.day,
        trust: trust_needed(keep, worth(&to_come, true), 0.0, peace),
        give,
        to_come,
    })
}

/// The slack of a side just before a handover, for setting beside its trust: what [`verify`](crate::verify) would find.
pub fn slack_at(terms: &Terms, side: Side, day: f64, remaining: &[u32]) -> f64 {
    if remaining.len() != terms.lots.len() {
        return f64::NAN;
    }
    Stakes::new(terms).slack(side, day, remaining).to_f64()
}
