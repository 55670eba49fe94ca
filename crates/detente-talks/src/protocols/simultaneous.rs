//! Simultaneous offers: in every round all offer at once, without having heard the others.
//!
//! Then each answers what the others have offered. Agreed is an offer that all others accept; of several, one by lot. Nobody gains by speaking first or last.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

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
        if let Some(end) = self::round(&mut parties[..seats], moment, &mut chance, &mut watch) {
            return Ended { end, rounds: round + 1 };
        }
    }
    Ended { end: End::Timeout, rounds: deadline.count() }
}

/// One round. Says how talks end, if they do: a party that leaves or has nothing to offer breaks them. `moment` says to each seat how it stands in
/// this round.
pub fn round<'m, N: Negotiator>(
    parties: &mut [N],
    moment: impl Fn(usize) -> Moment<'m>,
    chance: &mut ChaCha8Rng,
    watch: &mut impl FnMut(&Act),
) -> Option<End> {
    let seats = parties.len();
    let mut offers: Vec<Offer> = Vec::with_capacity(seats);
    for (seat, party) in parties.iter_mut().enumerate() {
        let at = moment(seat);
        let Some(offer) = party.proposes(&at) else {
            watch(&Act { round: at.round, t: at.t, seat, said: Said::Leave });
            return Some(End::Broken);
        };
        watch(&Act { round: at.round, t: at.t, seat, said: Said::Offer(offer) });
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
            let at = moment(other);
            let mut say = |said| watch(&Act { round: at.round, t: at.t, seat: other, said });
            match parties[other].answers(&at, by, offer) {
                Answer::Accept => say(Said::Accept),
                Answer::Reject => all = false,
                Answer::Leave => {
                    say(Said::Leave);
                    return Some(End::Broken);
                }
            }
        }
        if all && !agreed.contains(offer) {
            agreed.push(*offer);
        }
    }
    (!agreed.is_empty()).then(|| End::Agreement(agreed[chance.random_range(0..agreed.len())]))
}
