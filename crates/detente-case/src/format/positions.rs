//! The tables on what each side wants: positions, interactions, packages that somebody compared.

use super::{ADDED, AMOUNT, ANY, CITE, Kind, Names, PACKAGE, Shape, UNIT, WHEN, may, must};

pub(crate) static POSITION: Shape = Shape {
    name: "position",
    about: "What a principal or an audience wants. Keys other than these are issues.",
    keys: &[
        must(
            "no_deal",
            Kind::Either(&[Kind::Number(UNIT), PACKAGE]),
            "Worth of no agreement on its own scale from 0 to 1, or options: as much as these with every other \
             issue at its worst.",
        )
        .or(&["reservation", "batna", "reservation_value"]),
        may(
            "weights",
            Kind::ByName(Names::Issue, &Kind::Number(AMOUNT)),
            "How much each issue matters; they sum to 1, or are ranges that are rescaled.",
        )
        .or(&["weight"]),
        may(
            "importance",
            Kind::List(&Kind::Either(&[
                Kind::Id(Names::Issue),
                Kind::List(&Kind::Id(Names::Issue)),
            ])),
            "The issues, most important first; a list inside is a tie.",
        )
        .or(&["priorities", "order"]),
        may("cite", CITE, "What all of its numbers rest on.").or(&["source", "sources"]),
        may("note", Kind::Text, "A remark for the reader."),
    ],
    others: Some((Names::Issue, &Kind::Table(&ISSUE_POSITION))),
};

static ISSUE_POSITION: Shape = Shape {
    name: "issue position",
    about: "What an actor wants on one issue: `values`, or `ideal` and `worst`, or `points`; and its red lines.",
    keys: &[
        may(
            "values",
            Kind::ByName(Names::Option, &Kind::Number(UNIT)),
            "What each option is worth, from 0 to 1.",
        )
        .or(&["value", "options"]),
        may("ideal", Kind::Number(ANY), "Where the worth is 1, on an issue in numbers.").or(&["best"]),
        may("worst", Kind::Number(ANY), "Where the worth is 0; linear between, flat beyond."),
        may(
            "points",
            Kind::List(&Kind::List(&Kind::Number(ANY))),
            "Pairs of a number and its worth; linear between, flat beyond.",
        ),
        may(
            "never",
            Kind::List(&NEVER),
            "Red line: options that no deal may contain; one that may not be meant as a table with how sure it is.",
        )
        .or(&[
            "red_line",
            "red_lines",
            "refuses",
        ]),
        may("at_most", Kind::Number(ANY), "Red line: no deal above this number.").or(&["max"]),
        may("at_least", Kind::Number(ANY), "Red line: no deal below this number.").or(&["min"]),
        may(
            "cite",
            CITE,
            "What these numbers rest on, instead of what the position cites; `[]` for a judgement.",
        )
        .or(&["source", "sources"]),
        may("note", Kind::Text, "A remark for the reader."),
    ],
    others: None,
};

/// What stands in a list of red lines: an option, or one that may not be refused after all.
static NEVER: Kind = Kind::Either(&[Kind::Option, Kind::Table(&DOUBTFUL_LINE)]);

static DOUBTFUL_LINE: Shape = Shape {
    name: "doubtful red line",
    about: "A red line that may not be meant. Lines of a side that rest on one question are given up together.",
    keys: &[
        must("option", Kind::Option, "The option that it refuses, if it means it."),
        may("sure", Kind::Number(UNIT), "How likely it is meant; certain if not said."),
        may("if", Kind::Id(Names::Proposition), "It holds only if this is true."),
        may(
            "unless",
            Kind::Id(Names::Proposition),
            "It is given up if this is true: whether the side is ready to settle, say.",
        ),
    ],
    others: None,
};

pub(super) static INTERACTION: Shape = Shape {
    name: "interaction",
    about: "Worth that options have only when they come together.",
    keys: &[
        must("of", Kind::Id(Names::Actor), "To whom: a party or an audience with a position.").or(&["party"]),
        must("when", WHEN, "What must come together: issue and option, or a list of options."),
        must("value", Kind::Number(ADDED), "What is then added to the weighted sum."),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};

pub(super) static COMPARISON: Shape = Shape {
    name: "comparison",
    about: "Two packages of which a side would rather have one, or wants both alike; on issues that neither names they are the same.",
    keys: &[
        must("of", Kind::Id(Names::Actor), "Whose preference: a party or an audience with a position.")
            .or(&["party", "by", "who"]),
        must("this", PACKAGE, "The one package: options of some issues.").or(&["prefers", "package"]),
        must("over", PACKAGE, "The other, on the same issues, wanted no more than the one.")
            .unless(&["as_much_as"])
            .or(&["to", "than", "that"]),
        may(
            "as_much_as",
            PACKAGE,
            "The other, on the same issues, wanted exactly as much: they are indifferent.",
        )
        .or(&["indifferent", "equals", "same_as"]),
        may("cite", CITE, "What it rests on."),
    ],
    others: None,
};
