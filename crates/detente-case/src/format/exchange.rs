//! The tables on what would change hands: the exchange, its lots, days, extensions and schedules.

use super::{ABOVE_ZERO, AMOUNT, AMOUNT_BY_PARTY, BY_PARTY, CITE, Kind, Names, Shape, WHEN, may, must};

pub(super) static EXCHANGE: Shape = Shape {
    name: "exchange",
    about: "What would change hands, and what holds each side to it.",
    keys: &[
        may(
            "begins",
            Kind::Date,
            "The day that is day 0 of the pledge and of every schedule; it must be there if a commitment names a lot.",
        )
        .or(&["began", "day_0"]),
        may(
            "ended",
            Kind::Date,
            "The day on which it ended otherwise than by being carried out. Nothing knows of it before that day.",
        )
        .or(&["broke", "collapsed"]),
        must(
            "pledge_days",
            Kind::Either(&[Kind::Number(AMOUNT), Kind::FromIssue]),
            "For how long calm is pledged, in days, or `\"issue:…\"`: as the package says.",
        ),
        may(
            "guarantee",
            Kind::Either(&[AMOUNT_BY_PARTY, Kind::FromIssue]),
            "What a guarantor can make a breach cost each party, or `\"issue:…\"`: see `guarantee_table`.",
        ),
        may(
            "guarantee_table",
            Kind::ByName(Names::Option, &AMOUNT_BY_PARTY),
            "The guarantee for each option of the issue that `guarantee` names.",
        ),
        may("war_gain_per_day", BY_PARTY, "Net gain per day from fighting rather than pausing."),
        may("calm_value_per_day", BY_PARTY, "Worth of a day of calm."),
        may("day_after", BY_PARTY, "Worth of the relation after the exchange is over."),
        may("lots", Kind::List(&Kind::Table(&LOT)), "What is handed over."),
        may("capacity_per_day", AMOUNT_BY_PARTY, "The most people that a side can hand over on one day."),
        may(
            "minimum_batch",
            AMOUNT_BY_PARTY,
            "The fewest that a side hands over at a time, or all that are left.",
        ),
        may(
            "deliver",
            Kind::Either(&[Kind::Word(&["daily"]), Kind::Table(&DELIVERY)]),
            "On which days there are handovers; `\"daily\"` if not said.",
        ),
        may("rounds_per_day", Kind::Number(ABOVE_ZERO), "How many handovers on one such day; 1 if not said."),
        may(
            "handover",
            Kind::Text,
            "`\"simultaneous\"`, or the id of the party that hands over first; simultaneous if not said.",
        ),
        may(
            "watch",
            Kind::Word(&["daily", "throughout"]),
            "When each side thinks again: once a day, or also in the moment before a handover.",
        ),
        may("discount_per_day", Kind::Number(AMOUNT), "The rate at which days to come are discounted."),
        may(
            "guarantee_over_time",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Number(AMOUNT)))),
            "Pairs of a day and the share of the guarantee in force; linear between, flat beyond.",
        ),
        may("escrow", AMOUNT_BY_PARTY, "What a party deposits and loses by stopping."),
        may(
            "escrow_until",
            Kind::Word(&["completion", "end"]),
            "When a deposit is given back: as soon as all is handed over, or at the end of the pledge.",
        ),
        may("extension", Kind::Table(&EXTENSION), "More days of calm for more people."),
        may(
            "extended",
            Kind::List(&Kind::Table(&EXTENDED)),
            "Days of calm that were added after it began; `detente watch` reckons with them, `detente exchange` looks at what was signed.",
        ),
        may("schedule", Kind::List(&Kind::Table(&SCHEDULE)), "Schedules that somebody proposes."),
        may(
            "observed",
            Kind::List(&Kind::Table(&OBSERVED)),
            "Steps of this or an earlier exchange on the same terms that were kept or broken.",
        ),
        may("cite", CITE, "What its numbers rest on."),
    ],
    others: None,
};

static LOT: Shape = Shape {
    name: "lot",
    about: "People or things of one kind that one side hands over.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every lot."),
        must("from", Kind::Id(Names::Party), "Who hands them over."),
        must(
            "count",
            Kind::Either(&[Kind::Number(AMOUNT), Kind::FromIssue]),
            "How many, or `\"issue:…\"`: as the package says.",
        ),
        must(
            "worth",
            BY_PARTY,
            "What one is worth to each party: to the receiver, and to the giver as leverage.",
        ),
        may("cite", CITE, "What its numbers rest on, instead of what the exchange cites."),
        may("worth_cite", CITE, "What the worths rest on, if on something else; `[]` for a judgement."),
    ],
    others: None,
};

static DELIVERY: Shape = Shape {
    name: "delivery",
    about: "On which days there are handovers: `every` or `on`.",
    keys: &[
        may("every", Kind::Number(ABOVE_ZERO), "On day 0 and every so many days."),
        may("on", Kind::List(&Kind::Exact), "On these days since the pledge began, in order."),
    ],
    others: None,
};

static EXTENSION: Shape = Shape {
    name: "extension",
    about: "More days of calm for more people. The lots that it names belong to extensions alone.",
    keys: &[
        must("days", Kind::Number(AMOUNT), "How many days are added at a time."),
        must("for_every", Kind::Number(ABOVE_ZERO), "For how many people."),
        must("of", Kind::List(&Kind::Text), "Of which lots, by name, in the order in which they go."),
        may(
            "in_return",
            Kind::ByName(Names::Lot, &Kind::Number(AMOUNT)),
            "How many of which lots go the other way.",
        ),
        may("at_most", Kind::Number(AMOUNT), "The most days that can be added."),
    ],
    others: None,
};

static EXTENDED: Shape = Shape {
    name: "extended pledge",
    about: "Days of calm that were added after the pledge began.",
    keys: &[
        must("agreed", Kind::Date, "The day on which that was agreed: nothing knows of it before that day."),
        must("days", Kind::Number(AMOUNT), "How many days."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

static SCHEDULE: Shape = Shape {
    name: "schedule",
    about: "A schedule that somebody proposes: `steps`, or `stages` and `every`.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every schedule."),
        may("when", WHEN, "The packages that it belongs to; all, if not said."),
        may("handover", Kind::Text, "As in the exchange, if it differs."),
        may("steps", Kind::List(&Kind::Table(&STEP)), "What goes on which day, in order."),
        may("stages", Kind::Whole, "Every lot in so many equal parts."),
        may("every", Kind::Exact, "So many days apart, from day 0 on."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

static STEP: Shape = Shape {
    name: "step",
    about: "One day of a schedule.",
    keys: &[
        must("day", Kind::Exact, "Days since the pledge began."),
        must("give", Kind::ByName(Names::Lot, &Kind::Whole), "How many of which lots."),
    ],
    others: None,
};

static OBSERVED: Shape = Shape {
    name: "observed step",
    about: "A step that a party kept or broke.",
    keys: &[
        must("party", Kind::Id(Names::Party), "Who went on or stopped."),
        must("day", Kind::Exact, "Days since the pledge began."),
        must("pledge_days", Kind::Exact, "The length of that pledge."),
        may(
            "still_to_come",
            Kind::ByName(Names::Lot, &Kind::Whole),
            "How many of which lots were still to come, from both sides; a lot not named was done.",
        ),
        must("kept", Kind::Truth, "`true` if it went on, `false` if it stopped."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};
