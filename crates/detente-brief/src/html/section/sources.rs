//! The sources as numbered notes, each with the way back to everything that rests on it.

use detente_model::{Case, Reliability, SourceId};
use serde::Serialize;

use crate::html::notes::{self, Notes};
use crate::words;

/// All sources of the case.
#[derive(Serialize)]
pub(in crate::html) struct Sources {
    notes: Vec<Note>,
}

/// One source.
#[derive(Serialize)]
struct Note {
    number: usize,
    anchor: String,
    title: String,
    published: Option<String>,
    reliability: Option<String>,
    locator: Option<String>,
    /// What rests on it, by the place inside the source.
    places: Vec<Place>,
}

/// A place inside a source.
#[derive(Serialize)]
struct Place {
    locator: Option<String>,
    back: Vec<Back>,
}

/// The way back to citations: what rests on the source, and where it says so.
#[derive(Serialize)]
struct Back {
    what: String,
    anchors: Vec<String>,
}

pub(in crate::html) fn section(case: &Case, notes: &Notes) -> Option<Sources> {
    if case.sources.is_empty() {
        return None;
    }
    let note = |(i, source): (usize, &detente_model::Source)| Note {
        number: notes::number(SourceId(i)),
        anchor: notes::target(SourceId(i)),
        title: source.title.clone(),
        published: source.published.map(|day| {
            let later = if day > case.as_of { ", after the day of this view" } else { "" };
            words::date(day) + later
        }),
        reliability: source.reliability.map(reliability),
        locator: source.locator.clone(),
        places: places(notes, SourceId(i)),
    };
    // What had not appeared on the day of the view is listed only if a figure rests on it.
    let later = |source: &detente_model::Source| source.published.is_some_and(|day| day > case.as_of);
    let shown = case.sources.iter().enumerate();
    let shown = shown.filter(|(i, s)| !later(s) || notes.cited.iter().any(|c| c.source == SourceId(*i)));
    Some(Sources { notes: shown.map(note).collect() })
}

fn places(notes: &Notes, source: SourceId) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for cited in notes.cited.iter().filter(|cited| cited.source == source) {
        let at = places.iter().position(|place| place.locator == cited.locator).unwrap_or_else(|| {
            places.push(Place { locator: cited.locator.clone(), back: Vec::new() });
            places.len() - 1
        });
        let back = &mut places[at].back;
        // Figures that stand on one line of the case share an entry.
        match back.iter_mut().find(|back| back.what == cited.what) {
            Some(known) => known.anchors.push(cited.anchor.clone()),
            None => back.push(Back { what: cited.what.clone(), anchors: vec![cited.anchor.clone()] }),
        }
    }
    places
}

/// The grade with what it means.
fn reliability(grade: Reliability) -> String {
    let meaning = match grade {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "reliability cannot be judged",
    };
    format!("{} ({meaning})", grade.letter())
}
