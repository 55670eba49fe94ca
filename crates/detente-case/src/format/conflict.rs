//! The tables on what each side could do instead: moves, states, and who prefers what.

use super::{Kind, Names, Shape, UNIT, may, must};

pub(super) static MOVE: Shape = Shape {
    name: "move",
    about: "Something that a party can do or leave undone.",
    keys: &[
        must("by", Kind::Id(Names::Party), "Who can do it.").or(&["of", "party"]),
        must("text", Kind::Text, "What it is.").or(&["name", "title"]),
        may("reversible", Kind::Truth, "Whether it can be taken back; `true` if not said."),
        may(
            "direction",
            Kind::Word(&["both", "forward", "back"]),
            "Instead of `reversible`: made and taken back, made but not taken back, or taken back but not made.",
        ),
    ],
    others: None,
};

pub(super) static CONFLICT: Shape = Shape {
    name: "conflict",
    about: "How the moves hang together, and who prefers what.",
    keys: &[
        may("infeasible", Kind::List(&Kind::Formula), "Combinations of moves that cannot be."),
        may("status_quo", Kind::List(&Kind::Id(Names::Move)), "The moves that are made now."),
        may(
            "preferences",
            Kind::ByName(Names::Party, &Kind::Either(&[Kind::List(&PREFERRED), Kind::Table(&RANKING)])),
            "What each party prefers: statements, most important first, or a ranking. A statement `>>` ends those that \
             weigh much more than the rest; `?` before one says that nobody knows which way the party wants it. A list \
             inside is of statements whose order nobody knows.",
        ),
        may(
            "matrix",
            Kind::Table(&MATRIX),
            "Instead of `[moves]`: the states of the conflict and the moves between them.",
        ),
        may(
            "unknown",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Whole))),
            "Pairs of states of which nobody knows which one the party prefers.",
        ),
        may(
            "hidden",
            Kind::ByName(Names::Party, &Kind::List(&Kind::Either(&[Kind::Formula, Kind::Whole]))),
            "States that the party does not see: their numbers, or statements that hold in them.",
        ),
        may("coalitions", Kind::List(&Kind::List(&Kind::Id(Names::Party))), "Parties that act together."),
    ],
    others: None,
};

/// What stands in a list of preferences: a statement, one that is not certain, or several without an order.
static PREFERRED: Kind = Kind::Either(&[
    Kind::Formula,
    Kind::Table(&LEANING),
    Kind::List(&Kind::Either(&[Kind::Formula, Kind::Table(&LEANING)])),
]);

static LEANING: Shape = Shape {
    name: "leaning",
    about: "A statement of which it is not certain that the party wants it.",
    keys: &[
        must("statement", Kind::Formula, "What it would want to hold."),
        must("sure", Kind::Number(UNIT), "How likely it is that it wants this, and not the opposite."),
    ],
    others: None,
};

static MATRIX: Shape = Shape {
    name: "matrix",
    about: "A conflict given by its states, as a paper prints it. States are numbered from 1 in the order of the list.",
    keys: &[
        must("states", Kind::List(&Kind::Text), "What each state is."),
        may(
            "moves",
            Kind::ByName(Names::Party, &Kind::List(&Kind::List(&Kind::Whole))),
            "Who can move from which state to which: pairs of numbers.",
        ),
        may("status_quo", Kind::Whole, "The state that is now, by its number."),
    ],
    others: None,
};

static RANKING: Shape = Shape {
    name: "ranking",
    about: "States by number, best first. Feasible states are numbered from 1 in increasing decimal order, the \
            first move being the lowest bit.",
    keys: &[
        must(
            "ranking",
            Kind::List(&Kind::Either(&[Kind::List(&Kind::Whole), Kind::Word(&[">>"])])),
            "Groups of states that are equally good; `\">>\"` between two groups says that the first is much better.",
        ),
        may(
            "unsure",
            Kind::List(&Kind::List(&Kind::Whole)),
            "Groups of states of which nobody knows which stands where: any of them could have the place of any other.",
        ),
    ],
    others: None,
};
