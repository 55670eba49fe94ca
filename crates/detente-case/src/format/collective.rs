//! The tables on a body in which many have a say: what it decides, who is in it, by which rule.

use super::{ABOVE_ZERO, AMOUNT, ANY, Bounds, CITE, Kind, Names, Shape, UNIT, may, must};

/// What is lost by saying no, or was got elsewhere: shares of the most that a decision could move.
pub(crate) const EITHER_SHARE: Bounds = Bounds { least: -1.0, most: 1.0 };
/// A share of the votes that somebody must have.
pub(crate) const QUOTA: Bounds = Bounds { least: 0.001, most: 1.0 };

/// Actors in an order; a list inside is a tie.
const ORDER: Kind =
    Kind::List(&Kind::Either(&[Kind::Id(Names::Member), Kind::List(&Kind::Id(Names::Member))]));

pub(super) static COLLECTIVE: Shape = Shape {
    name: "collective",
    about: "A body in which many have a say and nobody signs alone: a council, an alliance, a congress.",
    keys: &[
        may("name", Kind::Text, "What the body is called.").or(&["title"]),
        must(
            "issues",
            Kind::ByName(Names::New, &Kind::Table(&MATTER)),
            "What it decides, each a place on a scale.",
        ),
        must("actors", Kind::ByName(Names::New, &Kind::Table(&MEMBER)), "Who has a say.").or(&["members"]),
        may(
            "capability_order",
            ORDER,
            "Actors of which only the order of their capabilities is known, the most able first.",
        ),
        may("rule", Kind::Table(&RULE), "How it decides; more than half of the votes if not said."),
        may("cite", CITE, "What figures rest on that say nothing of their own."),
    ],
    others: None,
};

static MATTER: Shape = Shape {
    name: "collective issue",
    about: "Something that a body decides: a place on a scale, any or one of a few.",
    keys: &[
        must("name", Kind::Text, "Name as shown.").or(&["title"]),
        may("unit", Kind::Text, "What the scale counts."),
        may(
            "scale",
            Kind::List(&Kind::Exact),
            "From which number to which the scale goes; from the first to the last of `options`, or 0 to 100, if not said.",
        )
        .or(&["range"]),
        may(
            "options",
            Kind::List(&Kind::Table(&PLACE)),
            "The only places that can be decided; any place of the scale can if not said.",
        ),
        may(
            "status_quo",
            Kind::Either(&[Kind::Number(ANY), Kind::Text]),
            "How things stand if nothing is decided: a place on the scale, or the name of an option.",
        )
        .or(&["reference_point"]),
        may(
            "position_order",
            ORDER,
            "Actors of which only the order along the scale is known, from its low end to its high one.",
        ),
        may("salience_order", ORDER, "Actors of which it is only known to whom this matters more, most first."),
    ],
    others: None,
};

static PLACE: Shape = Shape {
    name: "place",
    about: "A place that can be decided.",
    keys: &[
        must("name", Kind::Text, "Name as shown."),
        must("at", Kind::Exact, "Where on the scale it lies."),
    ],
    others: None,
};

static MEMBER: Shape = Shape {
    name: "member",
    about: "Somebody who has a say. An id that is also that of a party stands for the same people.",
    keys: &[
        may("name", Kind::Text, "Name as shown; that of the party of the same id if not said."),
        may(
            "capability",
            Kind::Number(ABOVE_ZERO),
            "What it can bring to bear, in a unit that is the same for all; 1 if neither this nor `capability_order` says.",
        )
        .or(&["weight", "influence", "power"]),
        may("votes", Kind::Number(AMOUNT), "What its vote counts; what the rule says if not said."),
        may(
            "position",
            Kind::ByName(Names::Matter, &Kind::Either(&[Kind::Number(ANY), Kind::Text])),
            "Where it stands on each issue: a place on the scale, a range, or the name of an option. Needed on every issue but those in whose \
             `position_order` it is.",
        )
        .or(&["positions"]),
        may(
            "salience",
            Kind::ByName(Names::Matter, &Kind::Number(UNIT)),
            "How much each issue matters to it, from 0 to 1; anything between if neither this nor `salience_order` says.",
        )
        .or(&["saliences"]),
        may(
            "cost_of_blocking",
            Kind::Number(UNIT),
            "What it loses by being the one who says no in a body that meets again, as a share of the most that the decision could move for it; 0 if not said.",
        ),
        may(
            "balance",
            Kind::Number(EITHER_SHARE),
            "What it has got (above 0) or given (below 0) in other decisions of the body, on the same scale: it lets pass so much more, or less. 0 if not said.",
        ),
        may("cite", CITE, "What its figures rest on."),
        may("note", Kind::Text, "A remark for the reader."),
    ],
    others: None,
};

static RULE: Shape = Shape {
    name: "voting rule",
    about: "How a body decides. Somebody who gains votes in favour, somebody who would lose more than `cost_of_blocking` and `balance` votes against, and the others abstain.",
    keys: &[
        may(
            "quota",
            Kind::Number(QUOTA),
            "The share of all votes that must be in favour; more than half if not said.",
        ),
        may(
            "votes",
            Kind::Word(&["capability", "heads"]),
            "What the vote of an actor counts that states no `votes`: its capability, or one each; `capability` if not said.",
        ),
        may(
            "unanimity",
            Kind::Truth,
            "Whether nobody may be against; then there is no quota, and who abstains is in nobody's way. `false` if not said.",
        ),
        may("veto", Kind::List(&Kind::Id(Names::Member)), "Who must not be against."),
        may(
            "together",
            Kind::Truth,
            "Whether all issues are voted on as one package, so that what somebody gains on one can pay for what it gives on another; `false` if not said.",
        ),
    ],
    others: None,
};
