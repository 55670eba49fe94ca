//! The tables on what is on the table: issues, and what cannot go together.

use super::{Kind, Shape, WHEN, may, must};

pub(super) static ISSUE: Shape = Shape {
    name: "issue",
    about: "A question that a deal must settle. It has `options` or a `range`.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        may("unit", Kind::Text, "Unit of an issue in numbers, for example `days`."),
        may("options", Kind::List(&Kind::Option), "The possible answers, all in words or all in numbers.")
            .or(&["values", "choices"]),
        may(
            "range",
            Kind::Table(&RANGE),
            "The possible answers: evenly spaced numbers, or every number between two.",
        ),
    ],
    others: None,
};

static RANGE: Shape = Shape {
    name: "range",
    about: "Evenly spaced numbers, or without a step every number from one to the other.",
    keys: &[
        must("from", Kind::Exact, "The first.").or(&["min", "low", "start"]),
        must("to", Kind::Exact, "The last; the steps must reach it.").or(&["max", "high", "end"]),
        may(
            "step",
            Kind::Exact,
            "The distance between one and the next; above 0. Without it the issue is continuous.",
        )
        .or(&["by"]),
    ],
    others: None,
};

pub(super) static INFEASIBLE: Shape = Shape {
    name: "infeasible",
    about: "A combination of options that no package can contain.",
    keys: &[
        must("when", WHEN, "What cannot go together: issue and option, or a list of options."),
        may("because", Kind::Text, "Why not.").or(&["reason"]),
    ],
    others: None,
};
