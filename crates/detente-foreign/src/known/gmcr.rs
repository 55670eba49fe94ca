//! GMCR+: the keys of a conflict, in the editions that write JSON.

use super::Within::Place;
use super::{Known, irrelevant, used};

const PREFERENCES: &str = "prioritised statements, unless states are ranked by hand";

pub(crate) const ROWS: &[Known] = &[
    used(&["conflict"], &["options"], "moves").holds(Place("option")),
    used(&["conflict"], &["decisionMakers"], "parties").holds(Place("decision maker")),
    used(&["conflict"], &["infeasibles"], "`infeasible`").holds(Place("condition")),
    used(
        &["conflict"],
        &["useManualPreferenceRanking", "useManualPreferenceVectors"],
        "whether states are ranked by hand",
    )
    .spellings(),
    used(&["conflict"], &["coalitions"], "`coalitions`"),
    irrelevant(&["conflict"], &["coalitionsFull"], "repeats `coalitions` and what its members want"),
    irrelevant(&["conflict"], &["program", "version"], "who wrote the file"),
    used(&["option"], &["name"], "the move"),
    used(&["option"], &["permittedDirection"], "`direction`"),
    used(&["decision maker"], &["name"], "the party"),
    used(&["decision maker"], &["options"], "the moves it decides on"),
    used(&["decision maker"], &["preferences"], PREFERENCES).holds(Place("condition")),
    used(
        &["decision maker"],
        &["preferenceRanking", "preferenceVector"],
        "a ranking, where states are ranked by hand",
    )
    .spellings(),
    used(&["decision maker"], &["misperceptions"], "`hidden`").holds(Place("condition")),
    irrelevant(&["decision maker"], &["payoffs"], "follows from what it wants, and is found anew"),
    used(&["condition"], &["members"], "at least one of them holds").holds(Place("condition")),
    irrelevant(&["condition"], &["compound"], "said by `members` already"),
    irrelevant(&["condition"], &["name"], "written from its parts"),
];
