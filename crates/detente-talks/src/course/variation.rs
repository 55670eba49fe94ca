//! What is assumed, or done, otherwise than the case has it.

use detente_model::{Bargains, Case, Guarantee, IssueId, Talks, TalksProtocol};

use crate::Way;

/// One way in which the talks of a case are held.
#[derive(Debug, Clone, PartialEq)]
pub enum Variation {
    /// As the case has it.
    AsStated,
    /// Everybody bargains in this way.
    Everybody(Way),
    /// This principal concedes late (boulware) and all others early (conceder).
    FirmAlone(usize),
    /// There is a deadline after so many days.
    Deadline(f64),
    /// By another protocol.
    Protocol(TalksProtocol),
    /// People meet twice as often.
    TwiceAsOften,
    /// So much more pressure a day on this principal.
    Pressure(usize, f64),
    /// This event never happens.
    Without(usize),
    /// An issue is settled beforehand.
    Settled(IssueId, usize),
    /// This lever of the case.
    Lever(usize),
}

/// Principals for whom it is asked what comes if each alone is firm.
const MOST_FIRM: usize = 4;
/// By how much the pressure that is always tried lowers what no deal is worth from the first day to the horizon.
const PRESSED: f64 = 0.1;

impl Variation {
    /// The case as it is, and what else is assumed of how people bargain: everybody late, evenly, early, as the other does, one new offer for each new offer;
    /// every way that the case names; each of at most four principals firm alone.
    pub fn assumptions(case: &Case, talks: &Talks) -> Vec<Self> {
        let mut ways = vec![
            Way::Time { beta: 0.25 },
            Way::Time { beta: 1.0 },
            Way::Time { beta: 4.0 },
            Way::RelativeTitForTat,
            Way::Micro,
        ];
        for bargainer in &talks.bargainers {
            let Bargains::OneOf(named) = &bargainer.bargains else { continue };
            for way in named.iter().filter_map(|(name, _)| name.parse::<Way>().ok()) {
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        let principals = case.principals().count();
        let firm = if (2..=MOST_FIRM).contains(&principals) { principals } else { 0 };
        let everybody = ways.into_iter().map(Self::Everybody);
        std::iter::once(Self::AsStated).chain(everybody).chain((0..firm).map(Self::FirmAlone)).collect()
    }

    /// What could shorten the talks: a deadline at half the time there is, a mediator's text (or, where there is a mediator already, none), meetings twice as
    /// often, pressure on each principal alike, each guarantee of the exchange settled beforehand, each event left out, and the levers of the case.
    pub fn levers(case: &Case, talks: &Talks) -> Vec<Self> {
        let horizon = f64::from(talks.horizon);
        let time = talks.deadline.map_or(horizon, |id| case.numbers[id].value.central().min(horizon));
        let mut levers = vec![Self::Deadline((time / 2.0).floor())];
        levers.push(Self::Protocol(if talks.protocol.is_mediated() {
            TalksProtocol::AlternatingOffers
        } else {
            TalksProtocol::SingleText
        }));
        levers.push(Self::TwiceAsOften);
        levers.extend((0..talks.bargainers.len()).map(|who| Self::Pressure(who, PRESSED / horizon)));
        if let Some(Guarantee::Issue { issue, .. }) =
            case.exchange.as_ref().map(|exchange| &exchange.guarantee)
        {
            let options = case.issues.get(issue.0).map_or(0, |issue| issue.options.len());
            levers.extend((0..options).map(|option| Self::Settled(*issue, option)));
        }
        levers.extend((0..talks.events.len()).map(Self::Without));
        levers.extend((0..talks.levers.len()).map(Self::Lever));
        levers
    }
}
