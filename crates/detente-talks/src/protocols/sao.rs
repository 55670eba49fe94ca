//! Stacked alternating offers (Aydoğan, Festen, Hindriks & Jonker 2017).
//!
//! Parties speak in the order of their seats, one turn a round. Whoever has the turn answers the offer on the table: accepts it, or rejects it
//! and puts another in its place, or leaves. Agreed is what all have accepted in a row, the one who offered it included. What the last
//! party offers in the last round is never answered. For two parties these are Rubinstein's alternating offers.

use crate::{Act, Answer, Deadline, End, Ended, Moment, Negotiator, Offer, Said, Wants};

/// Holds talks by stacked alternating offers. `wants` and `parties` follow the seats; what is said is shown to `watch` as it is said.
///
/// ```
/// use detente_talks::protocols::sao;
/// use detente_talks::{Deadline, Scenario, Way};
///
/// let mut pie = Scenario::over([11]);
/// let share: Vec<f64> = (0..=10).map(|tenths| f64::from(tenths) / 10.0).collect();
/// pie.party("left", 0.0, [share.clone()]).party("right", 0.0, [share.into_iter().rev()]);
/// let pie = pie.build()?;
///
/// let ways = ["boulware", "conceder"].map(|name| name.parse::<Way>().expect("a known way"));
/// let mut parties: Vec<_> = ways.iter().enumerate().map(|(seat, way)| way.seated(seat, 1)).collect();
/// let ended = sao::hold(&pie.wants(), &mut parties, Deadline::rounds(20), |_| ());
/// let worth = ended.worth(&pie.wants());
/// assert!(worth[0] > worth[1], "who concedes late gets more: {worth:?}");
/// # Ok::<(), detente_talks::TalksError>(())
/// ```
pub fn hold<N: Negotiator>(
    wants: &[Wants<'_>],
    parties: &mut [N],
    deadline: Deadline,
    mut watch: impl FnMut(&Act),
) -> Ended {
    let seats = parties.len().min(wants.len());
    let mut table = Table::default();
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
        if let Some(end) = table.round(&mut parties[..seats], moment, &mut watch) {
            return Ended { end, rounds: round + 1 };
        }
    }
    Ended { end: End::Timeout, rounds: deadline.count() }
}

/// What lies on the table, from one round to the next.
#[derive(Debug, Clone, Copy, Default)]
pub struct Table {
    standing: Option<(usize, Offer)>,
    accepted: usize,
}

impl Table {
    /// One round: a turn for everybody, in the order of the seats. Says how talks end, if they do: a party that leaves or has nothing to offer
    /// breaks them. `moment` says to each seat how it stands in this round.
    pub fn round<'m, N: Negotiator>(
        &mut self,
        parties: &mut [N],
        moment: impl Fn(usize) -> Moment<'m>,
        watch: &mut impl FnMut(&Act),
    ) -> Option<End> {
        let seats = parties.len();
        for seat in 0..seats {
            let at = moment(seat);
            let mut say = |said| watch(&Act { round: at.round, t: at.t, seat, said });
            if let Some((by, offer)) = self.standing {
                match parties[seat].answers(&at, by, &offer) {
                    Answer::Accept => {
                        say(Said::Accept);
                        self.accepted += 1;
                        if self.accepted >= seats {
                            return Some(End::Agreement(offer));
                        }
                        continue;
                    }
                    Answer::Leave => {
                        say(Said::Leave);
                        return Some(End::Broken);
                    }
                    Answer::Reject => say(Said::Reject),
                }
            }
            let Some(offer) = parties[seat].proposes(&at) else {
                say(Said::Leave);
                return Some(End::Broken);
            };
            say(Said::Offer(offer));
            (self.standing, self.accepted) = (Some((seat, offer)), 1);
            if self.accepted >= seats {
                return Some(End::Agreement(offer));
            }
            for other in (0..seats).filter(|other| *other != seat) {
                parties[other].hears(&moment(other), seat, &offer);
            }
        }
        None
    }
}
