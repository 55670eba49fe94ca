//! The sources as numbered notes, each with the way back to everything that rests on it.

use detente_model::{Case, Reliability, SourceId};
use serde::Serialize;

use crate::html::notes::{self, Notes};

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

/// The way back to a citation.
#[derive(Serialize)]
struct Back {
    anchor: String,
    what: String,
}

pub(in crate::html) fn section(case: &Case, notes: &Notes) -> Option<Sources> {
    if case.sources.is_empty() {
        return None;
    }
    let note = |(i, source): (usize, &detente_model::Source)| Note {
        number: notes::number(SourceId(i)),
        anchor: notes::target(SourceId(i)),
        title: source.title.clone(),
        published: source.published.map(|date| date.strftime("%-d %B %Y").to_string()),
        reliability: source.reliability.map(reliability),
        locator: source.locator.clone(),
        places: places(notes, SourceId(i)),
    };
    Some(Sources { notes: case.sources.iter().enumerate().map(note).collect() })
}

fn places(notes: &Notes, source: SourceId) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for cited in notes.cited.iter().filter(|cited| cited.source == source) {
        let back = Back { anchor: cited.anchor.clone(), what: cited.what.clone() };
        match places.iter_mut().find(|place| place.locator == cited.locator) {
            Some(place) => place.back.push(back),
            None => places.push(Place { locator: cited.locator.clone(), back: vec![back] }),
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
