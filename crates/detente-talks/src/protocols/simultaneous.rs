//! Simultaneous offers: in every round all offer at once, without having heard the others.
//!
//! Then each answers what the others have offered. Agreed is an offer that all others accept; of several, one by lot. Nobody gains by speaking first or last.

use rand::RngExt;

use crate::{Act, Answer, Deadline, End, Ended, Moment, Negotiator, Offer, Said, Wants, chance_of};

/// Holds talks by simultaneous offers. `wants` and `parties` follow the seats; `seed` picks among several offers that all accept. Whoever has nothing to
/// offer, or leaves, ends the talks.
pub fn hold<N: Negotiator>(
    wants: &[Wants<'_>],
    parties: &mut [N],
    deadline: Deadline,
    seed: u64,
    mut watch: impl FnMut(&Act),
) -> Ended {
    let seats = parties.len().min(wants.len());
    let mut chance = chance_of(seed, seats);
    let mut offers: Vec<Offer> = Vec::with_capacity(seats);
    for round in 0..deadline.count() {
        let t = deadline.share(round);
        let moment = |seat: usize| Moment {
            t,
            round,
            rounds: Some(deadline.count()),
            seat,
            seats,
            wants: &wants[seat],
        };
        let broken = Ended { end: End::Broken, rounds: round + 1 };
        offers.clear();
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            let Some(offer) = party.proposes(&moment(seat)) else {
                watch(&Act { round, t, seat, said: Said::Leave });
                return broken;
            };
            watch(&Act { round, t, seat, said: Said::Offer(offer) });
            offers.push(offer);
        }
        for (by, offer) in offers.iter().enumerate() {
            for other in (0..seats).filter(|other| *other != by) {
                parties[other].hears(&moment(other), by, offer);
            }
        }
        let mut agreed: Vec<Offer> = Vec::new();
        for (by, offer) in offers.iter().enumerate() {
            let mut all = true;
            for other in (0..seats).filter(|other| *other != by) {
                match parties[other].answers(&moment(other), by, offer) {
                    Answer::Accept => watch(&Act { round, t, seat: other, said: Said::Accept }),
                    Answer::Reject => all = false,
                    Answer::Leave => {
                        watch(&Act { round, t, seat: other, said: Said::Leave });
                        return broken;
                    }
                }
            }
            if all && !agreed.contains(offer) {
                agreed.push(*offer);
            }
        }
        if !agreed.is_empty() {
            let picked = agreed[chance.random_range(0..agreed.len())];
            return Ended { end: End::Agreement(picked), rounds: round + 1 };
        }
    }
    Ended { end: End::Timeout, rounds: deadline.count() }
}
