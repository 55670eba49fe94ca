//! The tables on how long agreements last.

use detente_model::Lasting;

use super::{ABOVE_ZERO, CITE, Kind, Shape, WHEN, may, must};

pub(super) static DURABILITY: Shape = Shape {
    name: "durability",
    about: "How long agreements have lasted here, and what makes them last.",
    keys: &[
        must("baseline", Kind::Table(&BASELINE), "How long they have lasted without any of the factors."),
        may("shape", Kind::Number(ABOVE_ZERO), "Weibull shape; 1, a constant hazard, if not said."),
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
        may("factors", Kind::List(&Kind::Table(&FACTOR)), "What raises or lowers the hazard."),
        may("cite", CITE, "What the baseline and the shape rest on."),
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
