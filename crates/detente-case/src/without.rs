//! What can be read of a case of which a file is not here.
//!
//! What hangs on the file that is absent, such as a position that nobody can look up, is left out piece by piece, until what is left is
//! a case; each piece is told. If the position of somebody who must sign is not here, nothing can be said of which deals all would sign, so
//! that the whole table of issues goes; the outlook, the conflict and an exchange that hangs on no issue stay.

use crate::code::Code;
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::path::Paths;
use crate::edit::remove::remove;
use crate::fault::Fault;
use crate::format::Kind;
use crate::sheets::blanked;
use crate::text::Span;

/// What of the table goes together.
const TABLE: [&str; 6] = ["issues", "positions", "infeasible", "interactions", "prefers", "talks"];

/// Lists and tables of which a single member can go, the others staying true.
const APART: [&str; 7] =
    ["propositions", "claims", "commitments", "sources", "forecasts", "audiences", "ratification"];

/// A text without what cannot stand, and the paths of what went.
pub(crate) struct Left {
    pub(crate) text: String,
    pub(crate) paths: Vec<String>,
}

/// A text without what the faults of a reading are about; `None` where a fault has nothing to do with an absent file.
pub(crate) fn left_out(text: &str, faults: &[Fault]) -> Option<Left> {
    let layout = Layout::of(text)?;
    let names = Paths::of(&layout);
    let mut gone: Vec<Id> = Vec::new();
    for fault in faults.iter().filter(|fault| fault.is_error() || fault.code == Code::MissingPreferences) {
        match fault.code {
            Code::MissingPosition | Code::MissingKey | Code::NoIssues => gone.extend(table(&layout)),
            Code::MissingPreferences => gone.extend(layout.child(ROOT, "conflict")),
            Code::UnknownSource
            | Code::UnknownParty
            | Code::UnknownActor
            | Code::UnknownIssue
            | Code::UnknownOption
            | Code::UnknownProposition
            | Code::UnknownMove
            | Code::UnknownLot
            | Code::UnknownCommitment
            | Code::Commitment
            | Code::AmendsNothing
            | Code::NotAmendable
            | Code::WeightWithoutValues
            | Code::ValuesWithoutWeight
            | Code::PositionWithoutWeights
            | Code::GuaranteeTable
            | Code::Formula
            | Code::ConflictWithoutMoves => gone.extend(unit(&layout, at(&layout, fault.span?)?)?),
            _ => return None,
        }
    }
    gone.sort_unstable();
    gone.dedup();
    // What goes with something else is not told twice.
    let whole: Vec<Id> = gone
        .iter()
        .copied()
        .filter(|id| gone.iter().all(|other| other == id || !layout.is_within(*id, *other)))
        .collect();
    if whole.is_empty() {
        return None;
    }
    let stretches: Vec<Span> =
        whole.iter().flat_map(|id| remove(&layout, *id)).map(|splice| splice.span).collect();
    let text = blanked(text, &stretches);
    Layout::of(&text)?;
    Some(Left { text, paths: whole.iter().map(|id| names.path(&layout, *id)).collect() })
}

/// The issues with all that is about them, and the conditions on packages under which somebody at home is asked.
fn table(layout: &Layout<'_>) -> Vec<Id> {
    let mut gone: Vec<Id> = TABLE.iter().filter_map(|key| layout.child(ROOT, key)).collect();
    for key in ["audiences", "ratification"] {
        let members = layout.child(ROOT, key).map_or(&[][..], |table| &layout.node(table).children);
        gone.extend(members.iter().filter_map(|member| layout.child(*member, "when")));
    }
    gone
}

/// The smallest thing at a place.
fn at(layout: &Layout<'_>, span: Span) -> Option<Id> {
    let holds =
        |stretch: &Span| stretch.start <= span.start && span.start < stretch.end.max(stretch.start + 1);
    layout
        .ids()
        .filter_map(|id| {
            let node = layout.node(id);
            let stretch = layout.value(id).filter(holds).or_else(|| node.keys.iter().copied().find(holds))?;
            Some((stretch.end - stretch.start, std::cmp::Reverse(id), id))
        })
        .min()
        .map(|(_, _, id)| id)
}

/// What goes if something in it cannot stand; `None` where that would leave no case.
fn unit(layout: &Layout<'_>, id: Id) -> Option<Vec<Id>> {
    let mut chain = vec![id];
    while let Some(parent) = layout.node(*chain.last()?).parent.filter(|parent| *parent != ROOT) {
        chain.push(parent);
    }
    let key = |id: Id| layout.node(id).key.as_deref().unwrap_or("");
    for link in chain.windows(2) {
        let (member, around) = (link[0], link[1]);
        let citation = matches!(layout.node(around).how, How::List(_))
            && matches!(layout.kind(around), Some(Kind::List(Kind::Citation)));
        if citation || matches!(key(around), "when_true" | "when_false" | "changes") {
            return Some(vec![member]);
        }
    }
    let top = *chain.last()?;
    let below = |levels: usize| chain.len().checked_sub(levels + 1).map(|place| chain[place]);
    match key(top) {
        "parties" | "case" | "title" | "as_of" | "summary" => None,
        place if TABLE.contains(&place) && !matches!(place, "talks") => match place {
            "infeasible" | "interactions" | "prefers" if layout.child(ROOT, "issues").is_none() => {
                Some(vec![top])
            }
            _ => Some(table(layout)),
        },
        place if APART.contains(&place) => Some(vec![below(1).unwrap_or(top)]),
        "durability" => match below(2).filter(|_| below(1).is_some_and(|list| key(list) == "factors")) {
            Some(factor) => Some(vec![factor]),
            None => Some(vec![top]),
        },
        _ => Some(vec![top]),
    }
}

/// Which questions have no answer without what is left out.
pub(crate) fn falls_away(left_out: &[String]) -> Vec<&'static str> {
    // A question from which something no longer follows is still a question.
    let of_a_part =
        |path: &str| [".when_true.", ".when_false.", ".cite"].iter().any(|part| path.contains(part));
    let gone = |key: &str| {
        left_out.iter().any(|path| {
            let rest = path.strip_prefix(key);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])) && !of_a_part(path)
        })
    };
    [
        ("issues", "which deals all would sign"),
        ("issues", "what stands in the way of one"),
        ("issues", "the three tests"),
        ("talks", "how the bargaining would go"),
        ("exchange", "whether an exchange would hold"),
        ("durability", "how long an agreement would last"),
        ("conflict", "why the conflict rests where it does"),
        ("propositions", "some of the open questions"),
        ("forecasts", "some of the forecasts"),
        ("commitments", "some of what was promised"),
    ]
    .into_iter()
    .filter(|(key, _)| gone(key))
    .map(|(_, question)| question)
    .collect()
}
