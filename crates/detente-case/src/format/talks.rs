//! The tables on how people talk: protocol, meetings, ways to bargain, what may happen meanwhile, what could shorten it.

use detente_model::{Talks, TalksProtocol, WAYS_TO_BARGAIN};

use super::{AMENDMENTS, AMOUNT, Bounds, CITE, Kind, Names, PACKAGE, Shape, UNIT, may, must};

/// Days from one meeting to the next: at most ten meetings a day.
pub(crate) const BETWEEN_MEETINGS: Bounds = Bounds { least: 0.1, most: 3_650.0 };
/// A length of time in which something of these talks could end.
pub(crate) const DAYS: Bounds = Bounds { least: 0.0, most: 36_525.0 };
/// A length of time by which something is divided.
pub(crate) const SPAN: Bounds = Bounds { least: 0.1, most: 36_525.0 };
/// A change of worth, in either direction.
pub(crate) const EITHER_WAY: Bounds = Bounds { least: -1.0, most: 1.0 };
/// How often something happens in thirty days.
pub(crate) const OFTEN: Bounds = Bounds { least: 0.0, most: 1_000.0 };
/// How long talks can be followed.
pub(crate) const FOLLOWED: Bounds = Bounds { least: 1.0, most: Talks::MOST_DAYS as f64 };

const PROTOCOL: Kind = Kind::Word(&TalksProtocol::WORDS);

pub(super) static TALKS: Shape = Shape {
    name: "talks",
    about: "How the talks are held, and what changes while they go on. What is left out is as the key says.",
    keys: &[
        may(
            "protocol",
            PROTOCOL,
            "Who may say what: `alternating offers`, each in turn; `simultaneous offers`, all at once; `single text`, a mediator's draft that is \
             changed bit by bit; `mediator proposes`, from what each has told it. `alternating offers` if not said.",
        )
        .or(&["way", "manner"]),
        may(
            "every",
            Kind::Number(BETWEEN_MEETINGS),
            "Days from one meeting to the next, the first being so many days after `as_of`; 7 if not said.",
        )
        .or(&["meetings", "interval"]),
        may(
            "deadline",
            Kind::Number(DAYS),
            "Days after which nobody meets any more, counted from `as_of`; there is none if not said.",
        ),
        may("horizon", Kind::Whole, "Days for which the talks are followed, from 1 to 3,650; 180 if not said.").or(&["days"]),
        may(
            "beliefs_halve",
            Kind::Number(SPAN),
            "Days in which half of every party's `optimism` is gone, as what happens teaches it; 60 if not said.",
        ),
        may(
            "parties",
            Kind::ByName(Names::Party, &Kind::Table(&BARGAINER)),
            "How each principal bargains, and what presses on it.",
        )
        .or(&["sides"]),
        may("events", Kind::List(&Kind::Table(&EVENT)), "What may happen while they talk."),
        may(
            "levers",
            Kind::List(&Kind::Table(&LEVER)),
            "What somebody could do from the first day on to bring an agreement nearer. Tried beside a deadline, a mediator's text, more meetings, \
             pressure on each party, each guarantee of the exchange settled beforehand, and each event left out, which are always tried.",
        ),
        may("cite", CITE, "What the protocol, the meetings and the deadline rest on."),
    ],
    others: None,
};

static BARGAINER: Shape = Shape {
    name: "bargainer",
    about: "How one principal bargains. `strategy` and `firmness` are two ways to say the same: one of them, or neither.",
    keys: &[
        may(
            "strategy",
            Kind::Either(&[
                Kind::Word(&WAYS_TO_BARGAIN),
                Kind::List(&Kind::Word(&WAYS_TO_BARGAIN)),
                Kind::Table(&WAYS),
            ]),
            "A way to bargain by name; or a list of them, one of which it is; or a table of them with how likely each is, to each other.",
        )
        .or(&["strategies", "way", "ways"]),
        may(
            "firmness",
            Kind::Number(UNIT),
            "How late it concedes: 0 gives way at once, 0.2 early, 0.5 evenly, 0.8 late, 1 never. Anything from 0.2 to 0.8 if neither this nor \
             `strategy` is said.",
        )
        .or(&["toughness"]),
        may(
            "patience",
            Kind::Number(SPAN),
            "Days over which it would come down to what no deal is worth to it; the horizon if not said. A deadline that comes earlier counts instead.",
        ),
        may(
            "cost_per_day",
            Kind::Number(UNIT),
            "What a day of going on as before costs it, on its own scale: it takes an offer that is short of its own by less than waiting for the next \
             meeting would cost. 0 if not said.",
        )
        .or(&["cost"]),
        may(
            "pressure_per_day",
            Kind::Number(EITHER_WAY),
            "By how much each day of talks lowers what no deal is worth to it, because its home presses for one; below 0 where its home hardens. 0 if \
             not said.",
        )
        .or(&["pressure"]),
        may(
            "optimism",
            Kind::Number(EITHER_WAY),
            "By how much more than it is no deal seems worth to it on the first day; below 0 for less. It fades, see `beliefs_halve`. 0 if not said.",
        ),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

static WAYS: Shape = Shape {
    name: "ways",
    about: "Ways to bargain, each with how likely it is, compared with the others.",
    keys: &[
        may("boulware", Kind::Number(AMOUNT), "Concedes late."),
        may("linear", Kind::Number(AMOUNT), "Concedes evenly over the time."),
        may("conceder", Kind::Number(AMOUNT), "Concedes early."),
        may(
            "relative tit for tat",
            Kind::Number(AMOUNT),
            "Concedes in the proportion of the other's last move.",
        ),
        may(
            "absolute tit for tat",
            Kind::Number(AMOUNT),
            "Concedes as much as the other did with its last move.",
        ),
        may(
            "averaged tit for tat",
            Kind::Number(AMOUNT),
            "Concedes in the proportion of the other's moves over five offers.",
        ),
        may(
            "nice tit for tat",
            Kind::Number(AMOUNT),
            "Aims at what seems fair to both, and comes towards it as the other does.",
        ),
        may("micro", Kind::Number(AMOUNT), "One new offer for each new offer, from its best down."),
        may("fast micro", Kind::Number(AMOUNT), "The same, leaving packages out to be done in time."),
        may(
            "hybrid",
            Kind::Number(AMOUNT),
            "Follows the other's moves at first, and more and more time alone.",
        ),
        may(
            "trade-off",
            Kind::Number(AMOUNT),
            "Concedes evenly, and gives what is most like the other's offer at that price.",
        ),
        may("tough", Kind::Number(AMOUNT), "Never concedes."),
        may("random", Kind::Number(AMOUNT), "Offers anything not worse than no deal."),
    ],
    others: None,
};

static EVENT: Shape = Shape {
    name: "event",
    about: "Something that may happen on any day of the talks.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every event."),
        must(
            "per_month",
            Kind::Number(OFTEN),
            "How often it happens in thirty days, on average: on each day it happens with the chance that goes with that, at most once.",
        )
        .or(&["rate", "often"]),
        may(
            "changes",
            AMENDMENTS,
            "Numbers of this file outside of `talks`, by their path, and what they are from the day on which it first happens.",
        )
        .or(&["amends", "when_true"]),
        may("suspends", Kind::Number(DAYS), "Days for which nobody meets after it; 0 if not said."),
        may("ends", Kind::Number(UNIT), "How likely it ends the talks for good, each time; 0 if not said."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

static LEVER: Shape = Shape {
    name: "lever",
    about: "Something that somebody could do from the first day on.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every lever."),
        may(
            "changes",
            AMENDMENTS,
            "Numbers of this file outside of `talks`, by their path, and what they would be.",
        ),
        may(
            "settles",
            PACKAGE,
            "Issues that would be settled before the talks, and how: they bargain over the others alone.",
        ),
        may("deadline", Kind::Number(DAYS), "Another deadline, in days."),
        may("every", Kind::Number(BETWEEN_MEETINGS), "Days from one meeting to the next instead."),
        may("protocol", PROTOCOL, "Another protocol."),
        may(
            "pressure_per_day",
            Kind::ByName(Names::Party, &Kind::Number(EITHER_WAY)),
            "Further pressure on a principal, added to what it has.",
        ),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_a_weight() {
        assert!(WAYS.keys.iter().map(|key| key.name).eq(WAYS_TO_BARGAIN));
    }

    #[test]
    fn what_is_said_of_defaults_is_what_they_are() {
        let about = |shape: &Shape, name: &str| {
            shape.keys.iter().find(|key| key.name == name).map(|key| key.about).unwrap_or_default()
        };
        assert!(about(&TALKS, "every").ends_with(&format!("; {} if not said.", Talks::EVERY)));
        assert!(about(&TALKS, "horizon").ends_with(&format!("; {} if not said.", Talks::HORIZON)));
        assert!(
            about(&TALKS, "beliefs_halve").ends_with(&format!("; {} if not said.", Talks::BELIEFS_HALVE))
        );
        let [low, high] = Talks::FIRMNESS;
        assert!(about(&BARGAINER, "firmness").contains(&format!("from {low} to {high} if neither")));
        assert!(
            about(&TALKS, "protocol")
                .ends_with(&format!("`{}` if not said.", TalksProtocol::default().word()))
        );
        assert_eq!(FOLLOWED.most, 3_650.0);
    }
}
