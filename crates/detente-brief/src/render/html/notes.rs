//! Numbered notes: from every figure to its source, and from every source back to the figures that rest on it.
//!
//! A source keeps the number of its place in the case, whoever cites it first. Each citation on the page becomes an
//! anchor of its own, so that the note can point back at it.

use super::escape::escape;
use crate::page::{Cite, SourceNote};
use crate::words;

/// Where a source is cited.
struct Cited {
    cite: Cite,
    anchor: String,
}

/// All citations met so far, in reading order.
#[derive(Default)]
pub(super) struct Notes {
    cited: Vec<Cited>,
    /// The section of which a fragment is made; `None` for a whole page.
    within: Option<String>,
}

/// A place inside a source, and what rests on it: in few words, with the anchors where it says so.
struct Place<'a> {
    locator: Option<&'a str>,
    back: Vec<(&'a str, Vec<&'a str>)>,
}

impl Notes {
    /// None yet, of a section that is a fragment of a page.
    pub fn within(section: &str) -> Self {
        Self { within: Some(section.to_owned()), ..Self::default() }
    }

    /// Whether an application puts the page together: then it is told where everything leads.
    pub fn is_fragment(&self) -> bool {
        self.within.is_some()
    }

    /// Takes up a citation, and gives its anchor.
    pub fn refer(&mut self, cite: &Cite) -> String {
        let number = self.cited.len() + 1;
        let anchor = match &self.within {
            Some(section) => format!("cite-{section}-{number}"),
            None => format!("cite-{number}"),
        };
        self.cited.push(Cited { cite: cite.clone(), anchor: anchor.clone() });
        anchor
    }

    /// The sources as numbered notes, each with the way back to everything that rests on it.
    pub fn list(&self, out: &mut String, sources: &[SourceNote]) {
        out.push_str("<ol class=\"notes\">\n");
        for source in sources {
            let note = source.note;
            out.push_str(&format!(r#"<li id="{}" value="{note}"><cite>"#, target(note)));
            out.push_str(&format!("{}</cite>", escape(&source.title)));
            if let Some(day) = source.published {
                let later = if source.later { ", after the day of this view" } else { "" };
                out.push_str(&format!(", {}{later}", words::date(day.0)));
            }
            if let Some(locator) = &source.locator {
                out.push_str(&format!(r#", <span class="address">{}</span>"#, escape(locator)));
            }
            out.push_str(". ");
            if let Some((letter, meaning)) = source.reliability {
                out.push_str(&format!("Reliability {letter} ({meaning})."));
            }
            out.push('\n');
            self.back(out, note);
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n");
    }

    fn back(&self, out: &mut String, note: usize) {
        let places = self.places(note);
        if places.is_empty() {
            out.push_str("<p class=\"back\">No figure on this page cites it.</p>\n");
        }
        for place in places {
            let locator = place.locator.map_or(String::new(), |locator| format!("{}: ", escape(locator)));
            let back = place.back.iter().map(|(what, anchors)| {
                let link = |(i, anchor): (usize, &&str)| match i {
                    0 => format!(r##"<a href="#{anchor}">↑ {}</a>"##, escape(what)),
                    _ => format!(r##" <a href="#{anchor}">{}</a>"##, i + 1),
                };
                anchors.iter().enumerate().map(link).collect::<String>()
            });
            let back: Vec<String> = back.collect();
            out.push_str(&format!("<p class=\"back\">{locator}{}</p>\n", back.join(" · ")));
        }
    }

    fn places(&self, note: usize) -> Vec<Place<'_>> {
        let mut places: Vec<Place<'_>> = Vec::new();
        for Cited { cite, anchor } in self.cited.iter().filter(|cited| cited.cite.note == note) {
            let locator = cite.locator.as_deref();
            let at = places.iter().position(|place| place.locator == locator).unwrap_or_else(|| {
                places.push(Place { locator, back: Vec::new() });
                places.len() - 1
            });
            // Figures that stand on one line of the case share an entry.
            match places[at].back.iter_mut().find(|(what, _)| *what == cite.what) {
                Some((_, anchors)) => anchors.push(anchor),
                None => places[at].back.push((&cite.what, vec![anchor])),
            }
        }
        places
    }
}

/// The anchor of a source's note.
pub(super) fn target(note: usize) -> String {
    format!("note-{note}")
}
