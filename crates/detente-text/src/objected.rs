//! The course of objections through the versions of a text: which was raised when, which still stands, which is answered.
//!
//! An objection stands in every version in which it is written. One that a later version does not write any more is *answered*: its party does not
//! raise it against the words as they are now. One that still stands although the words of its clause were changed after it was
//! raised was met with other words, and they did not do.

use std::collections::BTreeMap;

use crate::changed::changes;
use crate::version::{Objection, SingleText, TextVersion};

/// An objection, from the version in which it was raised.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectionCourse {
    /// The id of the clause that it is about, in the version asked about, or in the last that had the clause.
    pub clause: String,
    /// The heading of the clause there.
    pub heading: String,
    /// The objection.
    pub objection: Objection,
    /// The name of the version that was the first to write it.
    pub raised_in: String,
    /// The name of the version that was the first not to write it any more; `None` while it stands.
    pub answered_in: Option<String>,
    /// The name of the last version that changed the words of the clause while the objection stood; `None` where none did.
    pub reworded_in: Option<String>,
}

impl ObjectionCourse {
    /// Whether it stands in the version asked about.
    pub fn stands(&self) -> bool {
        self.answered_in.is_none()
    }

    fn is(&self, clause: &str, objection: &Objection) -> bool {
        let known = &self.objection;
        self.clause == clause
            && known.by == objection.by
            && known.since == objection.since
            && known.words == objection.words
    }
}

/// Every objection that was raised up to a version of a text: by clause in the reading order of that version, then those against clauses that
/// are gone; those against one clause in the order in which they were raised.
pub fn objections_until(text: &SingleText, version: &TextVersion) -> Vec<ObjectionCourse> {
    let last = text.versions.iter().position(|other| other.name == version.name);
    let Some(versions) = last.and_then(|last| text.versions.get(..=last)) else { return Vec::new() };
    let mut course: Vec<ObjectionCourse> = Vec::new();
    let Some(first) = versions.first() else { return course };
    for clause in first.clauses() {
        for objection in &clause.objections {
            course.push(raised(&clause.id, clause.heading(), objection, &first.name));
        }
    }
    for pair in versions.windows(2) {
        let [before, after] = pair else { continue };
        let found = changes(before, after);
        // A clause may take the id that another gives up, so that all are renamed at once.
        let renamed: BTreeMap<&str, (&str, String)> = found
            .iter()
            .filter_map(|change| {
                let (old, new) = change.before.zip(change.after)?;
                Some((old.id.as_str(), (new.id.as_str(), new.heading())))
            })
            .collect();
        for change in &found {
            let (Some(old), reworded) = (change.before, change.after.is_some() && change.words_changed())
            else {
                continue;
            };
            for known in course.iter_mut().filter(|known| known.stands() && known.clause == old.id) {
                if change.dropped.iter().any(|objection| known.is(&old.id, objection)) {
                    known.answered_in = Some(after.name.clone());
                } else if reworded {
                    known.reworded_in = Some(after.name.clone());
                }
            }
        }
        for known in &mut course {
            if let Some((id, heading)) = renamed.get(known.clause.as_str()) {
                known.clause = (*id).to_owned();
                known.heading.clone_from(heading);
            }
        }
        for change in &found {
            let Some(clause) = change.after else { continue };
            for objection in &change.raised {
                match course.iter_mut().find(|known| known.is(&clause.id, objection)) {
                    // Written again in the same words: it was not answered after all.
                    Some(known) => known.answered_in = None,
                    None => course.push(raised(&clause.id, clause.heading(), objection, &after.name)),
                }
            }
        }
    }
    let order: BTreeMap<&str, usize> =
        version.clauses().enumerate().map(|(place, clause)| (clause.id.as_str(), place)).collect();
    course.sort_by_key(|known| {
        (order.get(known.clause.as_str()).copied().unwrap_or(usize::MAX), known.objection.since)
    });
    course
}

fn raised(clause: &str, heading: String, objection: &Objection, version: &str) -> ObjectionCourse {
    ObjectionCourse {
        clause: clause.to_owned(),
        heading,
        objection: objection.clone(),
        raised_in: version.to_owned(),
        answered_in: None,
        reworded_in: None,
    }
}
