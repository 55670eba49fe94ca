//! Numbered notes: from every figure to its source, and from every source back to the figures that rest on it.
//!
//! A source keeps the number of its place in the case, whoever cites it first. Each citation on the page becomes an
//! anchor of its own, so that the note can point back at it.

use detente_model::{Citation, SourceId};
use serde::Serialize;

/// A citation as it stands in the text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Reference {
    /// The number of the note.
    pub number: usize,
    /// The place inside the source, if one was given.
    pub locator: Option<String>,
    /// The anchor of this citation.
    pub anchor: String,
    /// The anchor of the note.
    pub target: String,
}

/// Where a source is cited.
pub(super) struct Cited {
    pub source: SourceId,
    pub locator: Option<String>,
    pub anchor: String,
    /// What rests on it, in few words.
    pub what: String,
}

/// All citations met so far, in reading order.
#[derive(Default)]
pub(super) struct Notes {
    pub cited: Vec<Cited>,
}

impl Notes {
    /// References for everything that `what` rests on.
    pub fn refer(&mut self, citations: &[Citation], what: &str) -> Vec<Reference> {
        let mut refer = |citation: &Citation| {
            let anchor = format!("cite-{}", self.cited.len() + 1);
            self.cited.push(Cited {
                source: citation.source,
                locator: citation.locator.clone(),
                anchor: anchor.clone(),
                what: what.to_owned(),
            });
            Reference {
                number: number(citation.source),
                locator: citation.locator.clone(),
                anchor,
                target: target(citation.source),
            }
        };
        citations.iter().map(&mut refer).collect()
    }
}

/// The number of a source's note.
pub(super) fn number(source: SourceId) -> usize {
    source.index() + 1
}

/// The anchor of a source's note.
pub(super) fn target(source: SourceId) -> String {
    format!("note-{}", number(source))
}
