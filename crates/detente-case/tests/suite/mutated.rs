//! Thousands of damaged cases, the same in every run: nothing may panic, and an edit of what was read reads again.

use std::fs;
use std::path::Path;

use detente_case::edit;

use super::mutation::each_damaged;
use super::robust::digest;

/// The cases of the project that are short enough to be read thousands of times.
fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    ["elmira-1991", "gaza-2023", "north-korea-2017", "prisoners-dilemma-1950"]
        .map(|name| fs::read_to_string(folder.join(name).join("case.toml")).unwrap())
        .into()
}

#[test]
fn a_damaged_case_gets_an_answer() {
    each_damaged(&cases(), 2_000, |_, text| {
        digest(text);
    });
}

#[test]
fn a_damaged_case_can_be_edited_or_says_why_not() {
    each_damaged(&cases(), 1_000, |_, text| {
        let Ok(places) = edit::paths(text) else { return };
        for place in &places {
            assert_eq!(&text[place.span.start..place.span.end], place.text);
        }
        let Some(place) = places.get(text.len() % places.len().max(1)) else { return };
        if let Ok(edited) = edit::set(text, &place.path, &place.text) {
            assert_eq!(edited.text, text, "{}", place.path);
        }
        let _ = edit::remove(text, &place.path);
    });
}
