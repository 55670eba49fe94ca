//! The tables on who talks and on what grounds: sources, parties, the audiences behind them.

use super::collective::EITHER_SHARE;
use super::{AMOUNT, CITE, Kind, Names, Shape, UNIT, WHEN, may, must};

pub(super) static SOURCE: Shape = Shape {
    name: "source",
    about: "A publication, document or conversation.",
    keys: &[
        must("title", Kind::Text, "What it is, as a reader would look it up.").or(&["name"]),
        may("published", Kind::Date, "When it appeared.").or(&["date"]),
        may(
            "reliability",
            Kind::Word(&["A", "B", "C", "D", "E", "F"]),
            "Reliability on the NATO (Admiralty) scale; F says that it cannot be judged.",
        )
        .or(&["grade"]),
        may(
            "locator",
            Kind::Text,
            "Where to find it: an address, an ISBN, an archive number. Never fetched.",
        )
        .or(&["url", "link"]),
    ],
    others: None,
};

pub(super) static PARTY: Shape = Shape {
    name: "party",
    about: "Someone at the table.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        must(
            "role",
            Kind::Word(&["principal", "mediator", "guarantor", "other"]),
            "What it does at the table; only principals must sign.",
        ),
        may("people", Kind::List(&Kind::Table(&PERSON)), "Who speaks for it."),
        may(
            "cost_of_blocking",
            Kind::Number(UNIT),
            "What it loses by being the one who says no, where the same people meet again, on the scale of its position: no deal is worth so much less to it. 0 if not said.",
        ),
        may(
            "balance",
            Kind::Number(EITHER_SHARE),
            "What it has got (above 0) or given (below 0) in other dealings with the same people, on the same scale: no deal is worth so much less to it, or more. 0 if not \
             said.",
        ),
    ],
    others: None,
};

static PERSON: Shape = Shape {
    name: "person",
    about: "Someone who speaks or acts for a party.",
    keys: &[
        must("name", Kind::Text, "The name as reports give it."),
        may("role", Kind::Text, "The office held."),
        may("aliases", Kind::List(&Kind::Text), "Other spellings and short forms."),
    ],
    others: None,
};

pub(super) static AUDIENCE: Shape = Shape {
    name: "audience",
    about: "A group behind a party, whose consent matters at home.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        must("of", Kind::Id(Names::Party), "The party behind which it stands.").or(&["party"]),
        may("veto", Kind::Truth, "Whether there is no deal without it; `false` if not said."),
        may(
            "weight",
            Kind::Number(AMOUNT),
            "What it counts for in the party's ratification; 1 if not said; unused with a veto.",
        ),
        may(
            "when",
            WHEN,
            "The packages about which it is asked; every one if not said. About any other it is not in the way: a veto is not \
             cast, a vote counts in favour.",
        )
        .or(&["only_if", "if"]),
        may("cite", CITE, "What the weight rests on."),
    ],
    others: None,
};

pub(super) static RATIFICATION: Shape = Shape {
    name: "ratification",
    about: "What a party needs at home before it can sign.",
    keys: &[
        must(
            "quota",
            Kind::Number(UNIT),
            "Share of the weight of its audiences without a veto that must accept. Without it the leader decides.",
        )
        .or(&["share", "threshold"]),
        may("when", WHEN, "The packages that are put to this vote; every one if not said.").or(&["only_if", "if"]),
        may("cite", CITE, "What the quota rests on."),
    ],
    others: None,
};
