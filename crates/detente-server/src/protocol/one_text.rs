//! The text of a deal: its versions and what each does, objections, and documents that came back marked.

use detente_brief::answers::{
    ArticleTold, MarksAnswer, ObjectionTold, TextAnswer, TextSettled, TextVersionNamed,
};
use serde::{Deserialize, Serialize};

use super::{ActorListed, ForeignFault, IssueListed, Manner};

/// `POST /api/one-text`: a version of the text that lies beside the case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OneTextAsked {
    /// The text of the case.
    pub text: String,
    /// The name of the version; null for the last.
    #[serde(default)]
    pub version: Option<String>,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The event `laid` of `POST /api/one-text`: the version as it stands, before anything is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OneTextLaid {
    /// The version.
    pub version: TextVersionNamed,
    /// All versions, the earliest first.
    pub versions: Vec<TextVersionNamed>,
    /// What the text is called; null where the version does not say.
    pub title: Option<String>,
    /// A remark of whoever wrote it; null where there is none.
    pub note: Option<String>,
    /// Its articles. Whose red lines they cross is told later.
    pub articles: Vec<ArticleTold>,
    /// What is on the table.
    pub issues: Vec<IssueListed>,
    /// Who must sign, then everybody else, in the order of the case.
    pub actors: Vec<ActorListed>,
    /// How many of those must sign.
    pub principals: usize,
    /// Every objection up to this version, whether it stands or not: by clause, in reading order.
    pub objections: Vec<ObjectionOnBoard>,
    /// What is probably not meant in the files of the versions.
    pub warnings: Vec<ForeignFault>,
}

/// An objection with its course through the versions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ObjectionOnBoard {
    /// The id of the clause.
    pub clause: String,
    /// Its heading; empty for none.
    pub heading: String,
    /// The objection.
    pub objection: ObjectionTold,
    /// The name of the version that was the first to write it.
    pub raised_in: String,
    /// The name of the version that was the first not to write it any more; null while it stands.
    pub answered_in: Option<String>,
    /// The name of the last version that changed the words of the clause while it stood; null where none did.
    pub reworded_in: Option<String>,
}

/// The event `found` of `POST /api/one-text`: what the version does. It comes twice where there are many draws, from the first of them and
/// from all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OneTextFound {
    /// The answer.
    pub answer: TextAnswer,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// `POST /api/one-text/settled`: the text that a package gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SettleTextAsked {
    /// The text of the case.
    pub text: String,
    /// The name of the version; null for the last.
    #[serde(default)]
    pub version: Option<String>,
    /// The package, every issue named: `release=all at once,truce=90`.
    pub package: String,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The answer to `POST /api/one-text/settled`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextSettledTold {
    /// Its articles, with every bracket settled that words an option.
    pub articles: Vec<ArticleTold>,
    /// How it was settled.
    pub settled: TextSettled,
    /// The name of the version that was settled.
    pub version: String,
}

/// `POST /api/one-text/compared`: two versions side by side. The answer is that of `detente text diff --json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VersionsAsked {
    /// The text of the case.
    pub text: String,
    /// The name of the first version.
    pub before: String,
    /// The name of the second.
    pub after: String,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// `POST /api/one-text/document`: a version as a document for Word.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VersionDocumentAsked {
    /// The text of the case.
    pub text: String,
    /// The name of the version.
    pub version: String,
    /// The name of the version since which changes are marked; null to mark none.
    #[serde(default)]
    pub since: Option<String>,
}

/// `POST /api/one-text/marked`: a document that came back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarkedAsked {
    /// The text of the case.
    pub text: String,
    /// The bytes of the `.docx`, in Base64 (RFC 4648).
    pub document: String,
    /// The name of the version of which it was made; null for what the document says itself.
    #[serde(default)]
    pub version: Option<String>,
    /// On whose behalf marks are taken by a name that the case does not know: the id or name of a party or audience. Null for nobody's.
    #[serde(default)]
    pub by: Option<String>,
}

/// The answer to `POST /api/one-text/marked`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarkedRead {
    /// What was marked.
    pub marks: MarksAnswer,
    /// A name that no version has yet.
    pub next: String,
}

/// `POST /api/one-text/take`: a new version of the marks that somebody accepts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarksTakeAsked {
    /// The document, as it was asked about.
    pub marked: MarkedAsked,
    /// The numbers of the marks.
    pub accept: Vec<usize>,
    /// The name of the file that came back.
    pub file: String,
    /// The name of the new version, which no other may have.
    pub name: String,
}

/// The answer to `POST /api/one-text/take`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarksTaken {
    /// The name of the new version.
    pub version: String,
    /// The file that was written: `text/4.md`.
    pub file: String,
    /// What was accepted and could not be taken.
    pub not_taken: Vec<MarkNotTaken>,
}

/// A mark that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarkNotTaken {
    /// Its number.
    pub number: usize,
    /// Why not.
    pub because: String,
}
