//! What becomes of every key, element and attribute of a file of another tool.
//!
//! Each is used, or known to bear on no figure, or refused with its place; one that is not listed is refused as well, for
//! nobody can say what a file means without it. One list a format, of which `docs/reference/foreign-formats.md` shows
//! the same rows: a test holds the two together.

mod genius;
mod geniusweb;
mod gmcr;
mod negmas;
#[cfg(test)]
mod table;
mod walk;

use std::collections::BTreeSet;

use detente_case::Code;
use detente_case::report::{Fault, Span, listed, nearest, quoted};

use crate::File;
use crate::recognise::{Content, Kind};

/// What becomes of a part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is read; what of it, in a few words.
    Used(&'static str),
    /// No figure rests on it, and why.
    Irrelevant(&'static str),
    /// It would change the figures in a way that a case cannot hold, and how.
    Refused(&'static str),
}

/// What stands within a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// Nothing that has keys of its own.
    Nothing,
    /// Parts of this place; of each member, if it is a list.
    Place(&'static str),
    /// A list, or a table whose keys are names from the domain: in each, parts of this place.
    Each(&'static str),
    /// Parts of the place that bears the name of its class.
    OfClass,
    /// A list, or a table whose keys are names from the domain: each as [`Within::OfClass`].
    EachOfClass,
}

/// A part of a file: an element, an attribute (with `@`), or a key, in the place where it may stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    /// The elements or tables that it can stand in.
    pub(crate) places: &'static [&'static str],
    /// Its names: all spellings that the programs read.
    pub(crate) names: &'static [&'static str],
    pub(crate) fate: Fate,
    pub(crate) within: Within,
    /// Whether its names are spellings of one thing, of which a table can have only one.
    pub(crate) one: bool,
}

impl Known {
    const fn new(places: &'static [&'static str], names: &'static [&'static str], fate: Fate) -> Self {
        Self { places, names, fate, within: Within::Nothing, one: false }
    }

    const fn spellings(self) -> Self {
        Self { one: true, ..self }
    }

    const fn holds(self, within: Within) -> Self {
        Self { within, ..self }
    }
}

const fn used(places: &'static [&'static str], names: &'static [&'static str], what: &'static str) -> Known {
    Known::new(places, names, Fate::Used(what))
}

const fn irrelevant(
    places: &'static [&'static str],
    names: &'static [&'static str],
    why: &'static str,
) -> Known {
    Known::new(places, names, Fate::Irrelevant(why))
}

const fn refused(
    places: &'static [&'static str],
    names: &'static [&'static str],
    why: &'static str,
) -> Known {
    Known::new(places, names, Fate::Refused(why))
}

/// Reports every part of a file that is not known, or refused.
pub(crate) fn check(file: &mut File, content: &Content) {
    let mut judge = Judge { told: BTreeSet::new(), faults: Vec::new() };
    match content {
        Content::Xml(xml, part) => {
            // What is wrong with the document itself has been said when it was recognised.
            let Some(document) = xml.document(&file.text, &mut file.faults) else { return };
            let rows = match part {
                crate::genius::Part::Domain => genius::DOMAIN,
                crate::genius::Part::Profile => genius::PROFILE,
            };
            walk::elements(&mut judge, rows, document.root_element(), xml);
        }
        Content::Data(root, Kind::WebDomain) => walk::data(&mut judge, geniusweb::ROWS, "domain", root),
        Content::Data(root, Kind::WebProfile) => walk::data(&mut judge, geniusweb::ROWS, "file", root),
        Content::Data(root, Kind::Space) => walk::data(&mut judge, negmas::ROWS, "outcome space", root),
        Content::Data(root, Kind::Function) => walk::of_class(&mut judge, negmas::ROWS, root),
        Content::Data(root, Kind::Conflict) => walk::data(&mut judge, gmcr::ROWS, "conflict", root),
    }
    for fault in judge.faults {
        file.faults.push(fault);
    }
}

/// Collects what is to be said, each thing once however often it stands in the file.
struct Judge {
    told: BTreeSet<(String, String)>,
    faults: Vec<Fault>,
}

impl Judge {
    /// The row of a part, if what stands in it is to be looked at; says what is wrong with the part.
    ///
    /// `says_nothing` where the part is there without saying anything: refused parts that are empty refuse nothing.
    fn row(
        &mut self,
        rows: &'static [Known],
        (place, name): (&str, &str),
        span: Span,
        says_nothing: bool,
    ) -> Option<&'static Known> {
        let row = rows.iter().find(|row| row.places.contains(&place) && row.names.contains(&name));
        match row.map(|row| row.fate) {
            Some(Fate::Used(_)) => return row,
            Some(Fate::Irrelevant(_)) => {}
            Some(Fate::Refused(_)) if says_nothing => {}
            Some(Fate::Refused(why)) => {
                if self.told.insert((place.to_owned(), name.to_owned())) {
                    self.faults.push(
                        Fault::new(
                            Code::Unsupported,
                            span,
                            format!("{} cannot be held by a case: {why}", shown(name)),
                        )
                        .label("not read, and not passed over")
                        .help("the figures would not be those of the file: take it out only if it is to count for nothing"),
                    );
                }
            }
            None => {
                if self.told.insert((place.to_owned(), name.to_owned())) {
                    self.faults.push(unknown(rows, place, name, span));
                }
            }
        }
        None
    }
}

/// The fault of a key that says again, in another spelling, what the table has said.
fn again(first: &crate::data::Node, key: &crate::data::Node) -> Fault {
    let message =
        format!("{} and {} say the same thing twice", quoted(&first.key_name()), quoted(&key.key_name()));
    Fault::new(Code::DuplicateKey, key.span, message)
        .label("in another spelling")
        .related(first.span, "first here")
        .help("keep the one that is meant")
}

/// The fault of a part that is not listed.
fn unknown(rows: &'static [Known], place: &str, name: &str, span: Span) -> Fault {
    let is_attribute = name.starts_with('@');
    let here: Vec<&'static str> = rows
        .iter()
        .filter(|row| row.places.contains(&place) && matches!(row.fate, Fate::Used(_)))
        .flat_map(|row| row.names.iter().copied())
        .filter(|known| known.starts_with('@') == is_attribute)
        .collect();
    let help = match nearest(name, here.iter().copied()) {
        Some(near) => format!("did you mean {}?", shown(near)),
        None if here.is_empty() => {
            String::from("what it means for the figures is not known: take it out if nothing depends on it")
        }
        None => format!(
            "read here are {}; what it means for the figures is not known: take it out if nothing depends on it",
            listed(here.iter().map(|name| name.trim_start_matches('@')))
        ),
    };
    let message = format!("{} is not known in {}", shown(name), quoted(place));
    Fault::new(Code::UnknownKey, span, message).label("neither read nor known to be irrelevant").help(help)
}

/// A name as it is shown, an attribute without its `@`.
fn shown(name: &str) -> String {
    quoted(name.trim_start_matches('@'))
}
