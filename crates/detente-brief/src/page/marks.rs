//! What a delegation marked in a document of the text.

use super::wording::Phrase;
use super::{Block, Page, Piece, Section};
use crate::answers::{MarkKind, MarkTold, MarksAnswer};
use crate::words;

/// What was marked, for a person to accept one by one.
pub fn marks(found: &MarksAnswer) -> Page {
    let many = words::plural(found.marks.len(), "mark", "marks");
    let mut blocks = vec![Block::see(match found.marks.len() {
        0 => format!("Nothing was marked in the document of version {}.", found.version),
        _ => format!("{many} in the document of version {}.", found.version),
    })];
    let mut last = None;
    for mark in &found.marks {
        let heading = mark.heading.clone().unwrap_or_else(|| "At no clause, or in a heading".to_owned());
        if last.as_ref() != Some(&heading) {
            blocks.push(Block::heading(heading.clone()));
            last = Some(heading);
        }
        blocks.push(Block::told(told(mark)));
    }
    if !found.missing.is_empty() {
        let missing = found.missing.join(", ");
        blocks.push(Block::told(format!(
            "The document no longer has these clauses, and nobody marked that they went: {missing}."
        )));
    }
    if found.marks.iter().any(|mark| mark.not_taken.is_none()) {
        blocks.push(Block::how(
            "`--accept 1,3 --out FILE` writes a new version: other words become a wording in brackets beside the one on the table, a comment becomes an \
             objection of whoever made it. `--accept all` takes all that can be taken.",
        ));
    }
    Page { head: None, sections: vec![Section::new("marks", "", blocks)], foot: None }
}

fn told(mark: &MarkTold) -> Phrase {
    let who = match (&mark.by, &mark.party) {
        (Some(by), Some(party)) if by != party => format!("{by} ({party})"),
        (Some(by), _) => by.clone(),
        (None, Some(party)) => format!("{party}, without marking it"),
        (None, None) => "Somebody, without marking it".to_owned(),
    };
    let day = mark.on.as_ref().map_or(String::new(), |day| format!(", {day}"));
    let does = match (mark.kind, mark.out.as_str(), mark.into.as_str()) {
        (MarkKind::Comment, "", says) => format!(" says: “{says}”"),
        (MarkKind::Comment, on, says) => format!(" on “{on}”: “{says}”"),
        (_, "", into) => format!(" writes in “{into}”"),
        (_, out, "") => format!(" strikes out “{out}”"),
        (_, out, into) => format!(" writes “{into}” in the place of “{out}”"),
    };
    let said =
        Phrase::from(format!("{}. ", mark.number)).and(Piece::Strong(who)).and(format!("{day}{does}."));
    match &mark.not_taken {
        Some(why) => said.and(format!(" It cannot be taken: {why}.")),
        None => said,
    }
}
