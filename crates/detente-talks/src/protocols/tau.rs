//! TAU, talks that end only by agreement or when nobody has anything new to say (Mohammad 2023).
//!
//! Every round each party makes an offer, and all others answer at once. To repeat one's last offer is to stand by it; to offer anything older again,
//! or nothing, ends the talks with that round, and so does a round in which all stand by what they said. Agreed is an offer that all have made and all have
//! accepted when another made it; to make it is not to accept it. As nobody can go on without offering something new, talks end after one round more than there are packages.

use std::collections::HashMap;

use crate::{Answer, End, Ended, Moment, Negotiator, Offer, Wants};

/// An offer and who accepted it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// In which round, from 0.
    pub round: u32,
    /// Who offered.
    pub seat: usize,
    /// What; `None` if there was nothing to offer.
    pub offer: Option<Offer>,
    /// Who accepted.
    pub accepted: Vec<usize>,
}

/// Who has offered and who has accepted a package, one bit a seat.
#[derive(Debug, Default, Clone, Copy)]
struct Consent {
    offered: u128,
    accepted: u128,
}

/// Parties that TAU can seat.
pub const MOST_SEATS: usize = 128;

/// Holds talks by TAU, for at most so many rounds. `wants` and `parties` follow the seats, of which at most [`MOST_SEATS`] are taken.
pub fn hold<N: Negotiator>(
    wants: &[Wants<'_>],
    parties: &mut [N],
    most_rounds: Option<u32>,
    mut watch: impl FnMut(&Heard),
) -> Ended {
    let seats = parties.len().min(wants.len()).min(MOST_SEATS);
    let all = if seats == MOST_SEATS { u128::MAX } else { (1 << seats) - 1 };
    let packages = wants.first().map_or(0, |wants| wants.bids.layout().packages());
    let natural = u32::try_from(packages.saturating_add(1)).unwrap_or(u32::MAX);
    let limit = most_rounds.map_or(natural, |most| most.min(natural));
    let mut consents: HashMap<Offer, Consent> = HashMap::new();
    let mut last: Vec<Option<Offer>> = vec![None; seats];
    for round in 0..limit {
        // Without a deadline no time passes.
        let t = most_rounds.map_or(0.0, |most| crate::Deadline::rounds(most).share(round));
        let moment = |seat: usize| Moment { t, round, rounds: most_rounds, seat, seats, wants: &wants[seat] };
        let (mut repeated, mut broken) = (0, false);
        let mut agreed = None;
        for seat in 0..seats {
            let offer = parties[seat].proposes(&moment(seat));
            let mut heard = Heard { round, seat, offer, accepted: Vec::new() };
            let Some(offer) = offer else {
                watch(&heard);
                broken = true;
                continue;
            };
            let consent = consents.entry(offer).or_default();
            if last[seat] == Some(offer) {
                repeated += 1;
            } else if consent.offered >> seat & 1 == 1 {
                broken = true;
            }
            consent.offered |= 1 << seat;
            last[seat] = Some(offer);
            for other in (0..seats).filter(|other| *other != seat) {
                parties[other].hears(&moment(other), seat, &offer);
            }
            for other in (0..seats).filter(|other| *other != seat) {
                if parties[other].answers(&moment(other), seat, &offer) == Answer::Accept {
                    heard.accepted.push(other);
                    consent.accepted |= 1 << other;
                }
            }
            if consent.offered & all == all && consent.accepted & all == all {
                agreed = agreed.or(Some(offer));
            }
            watch(&heard);
        }
        let ended = |end| Ended { end, rounds: round + 1 };
        if let Some(offer) = agreed {
            return ended(End::Agreement(offer));
        }
        if broken || repeated == seats {
            return ended(End::Broken);
        }
    }
    Ended {
        end: if most_rounds.is_some_and(|most| most <= limit) { End::Timeout } else { End::Broken },
        rounds: limit,
    }
}
