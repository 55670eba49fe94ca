//! The tables on how long agreements last.

use detente_model::{Class, Form, Lasting};

use super::{ABOVE_ZERO, CITE, Kind, Shape, WHEN, may, must};

pub(super) static DURABILITY: Shape = Shape {
    name: "durability",
    about: "How long agreements last here, and what makes them last.",
    keys: &[
        must("baseline", Kind::Table(&BASELINE), "How long they last without any of the factors, as the case judges it; `class` may stand in its place.")
            .unless(&["class"]),
        may(
            "class",
            Kind::Word(&Class::WORDS),
            "Instead of `baseline`: how long agreements of this class lasted elsewhere, put together with `record`. Beside it: the class whose \
             record lends the spread of lives.",
        ),
        may(
            "life",
            Kind::Word(&Form::WORDS),
            "How the risk of breaking runs: it falls (`lognormal`, if not said, or `weibull`), or is `constant`.",
        )
        .or(&["risk", "hazard", "form"]),
        may(
            "shape",
            Kind::Number(ABOVE_ZERO),
            "Weibull shape around the median of `baseline`: 1 is a constant hazard, below 1 a falling one; if not said, the spread of lives is that of \
             records elsewhere.",
        ),
        may("record", Kind::List(&Kind::Table(&PAST)), "How earlier agreements of this conflict went."),
        may(
            "held_since",
            Kind::Date,
            "The day since which the agreement in question has been in force: it is told how long it is likely to last on.",
        )
        .or(&["since", "in_force_since"]),
        may(
            "hindsight",
            Kind::Truth,
            "Whether records may be used that were published after the day of the case; `false` if not said.",
        ),
        may(
            "of",
            Kind::Word(&Lasting::WORDS),
            "What is to last: a `truce`, told at up to a year, or a `peace`, told at up to five; `truce` if not said.",
        ),
        may(
            "horizons",
            Kind::List(&Kind::Exact),
            "The days at which it is told whether an agreement is still in force, instead of those that `of` stands for. On the last but one \
             packages and factors are compared.",
        )
        .or(&["days", "horizon"]),
        may(
            "breach",
            Kind::Number(ABOVE_ZERO),
            "By what the hazard is multiplied while a breach of a commitment is open, however many are; anywhere from 1 to 2.9 if not said.",
        ),
        may("factors", Kind::List(&Kind::Table(&FACTOR)), "What raises or lowers the hazard."),
        may("cite", CITE, "What the baseline, the shape and the record rest on."),
    ],
    others: None,
};

static PAST: Shape = Shape {
    name: "past agreement",
    about: "How an earlier agreement of this conflict went: it broke on a day, broke between two, or held.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every one."),
        may(
            "began",
            Kind::Date,
            "The day on which it began; what came after the day of the case is then left out.",
        ),
        may("broke_after", Kind::Exact, "After how many days it broke."),
        may(
            "broke_between",
            Kind::List(&Kind::Exact),
            "Two numbers of days between which it broke, where nobody knows when.",
        ),
        may(
            "held_for",
            Kind::Exact,
            "How many days it held at least: it holds still, or ended otherwise than by breaking.",
        ),
    ],
    others: None,
};

static BASELINE: Shape = Shape {
    name: "baseline",
    about: "How long agreements have lasted here without any of the factors.",
    keys: &[must("median_days", Kind::Number(ABOVE_ZERO), "The median life in days.")],
    others: None,
};

static FACTOR: Shape = Shape {
    name: "factor",
    about: "Something about an agreement that changes how long it lasts.",
    keys: &[
        must("name", Kind::Text, "Name as shown, different for every factor."),
        must("when", WHEN, "The packages that have it: issue and option, or a list of options."),
        may(
            "hazard_ratio",
            Kind::Number(ABOVE_ZERO),
            "By what it multiplies the hazard; below 1 it helps. Beside `finding`: an adjustment for this war.",
        ),
        may(
            "finding",
            Kind::Text,
            "The id of a published finding on what makes agreements last; `detente durability --findings` lists them.",
        ),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};
