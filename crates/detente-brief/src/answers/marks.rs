//! `text marked`: what a delegation marked in a document of the text.

use detente_model::Case;
use detente_text::{Mark, MarkIs, Marks, NotTaken, TextVersion, actor_called, taken};
use serde::Serialize;

/// What `detente text marked CASE FILE --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarksAnswer {
    /// The version of which the document was made.
    pub version: String,
    /// What was marked, in reading order.
    pub marks: Vec<MarkTold>,
    /// The ids of clauses that the document no longer has.
    pub missing: Vec<String>,
}

/// Something marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarkTold {
    /// Its number, by which it is accepted.
    pub number: usize,
    /// `words`, `comment`, or `elsewhere` for what stands at no clause or in a heading.
    pub kind: MarkKind,
    /// The id of the clause; null where it stands at none.
    pub clause: Option<String>,
    /// The heading of the clause, or else its first words; null where it stands at none.
    pub heading: Option<String>,
    /// Under which name it was made; null where words were changed without being marked.
    pub by: Option<String>,
    /// Whom that name means in the case; null if nobody.
    pub party: Option<String>,
    /// The day: `2024-02-15`; null where the document says none.
    pub on: Option<String>,
    /// What is to go, or what a comment is on; empty for nothing.
    pub out: String,
    /// What is to come, or what a comment says; empty for nothing.
    pub into: String,
    /// Why it could not be taken into a new version; null if it can.
    pub not_taken: Option<String>,
}

/// Kinds of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MarkKind {
    /// Other words.
    Words,
    /// A comment.
    Comment,
    /// What no clause could take.
    Elsewhere,
}

impl MarksAnswer {
    /// What was marked in a document of a version. On whose behalf it is taken decides whether a comment by a name that the case does not know can be.
    pub fn of(
        case: &Case,
        version: &TextVersion,
        marks: &Marks,
        on_behalf: Option<detente_model::Actor>,
    ) -> Self {
        let told = |(at, mark): (usize, &Mark)| {
            let clause = mark.clause.as_ref().and_then(|id| version.clause(id));
            let heading = clause.map(|clause| match clause.heading() {
                heading if heading.is_empty() => clause.shown().chars().take(40).collect(),
                heading => heading,
            });
            let not: Option<NotTaken> =
                taken(case, version, std::slice::from_ref(mark), on_behalf).not.first().map(|(_, why)| *why);
            let (kind, out, into) = match &mark.is {
                MarkIs::Words { out, into, .. } => (MarkKind::Words, out, into),
                MarkIs::Comment { on, says } => (MarkKind::Comment, on, says),
                MarkIs::Elsewhere { out, into } => (MarkKind::Elsewhere, out, into),
            };
            let actor = mark.by.as_deref().and_then(|name| actor_called(case, name)).or(on_behalf);
            MarkTold {
                number: at + 1,
                kind,
                clause: mark.clause.clone(),
                heading,
                by: mark.by.clone(),
                party: actor.map(|actor| case.actor_name(actor).to_owned()),
                on: mark.on.map(|day| day.to_string()),
                out: out.trim().to_owned(),
                into: into.trim().to_owned(),
                not_taken: not.map(|why| why.to_string()),
            }
        };
        Self {
            version: version.name.clone(),
            marks: marks.list.iter().enumerate().map(told).collect(),
            missing: marks.missing.clone(),
        }
    }
}
