//! Words that hedge a figure, and those that a full stop shortens.

/// Hedges before a figure, the longer first.
pub(in crate::report) const HEDGES: &[&[&str]] = &[
    &["as", "many", "as"],
    &["as", "few", "as"],
    &["no", "more", "than"],
    &["no", "fewer", "than"],
    &["not", "more", "than"],
    &["up", "to"],
    &["at", "least"],
    &["at", "most"],
    &["more", "than"],
    &["fewer", "than"],
    &["less", "than"],
    &["an", "estimated"],
    &["close", "to"],
    &["approximately"],
    &["around"],
    &["about"],
    &["roughly"],
    &["nearly"],
    &["almost"],
    &["over"],
    &["under"],
    &["some"],
    &["only"],
    &["just"],
    &["exactly"],
    &["estimated"],
    &["perhaps"],
    &["possibly"],
];

// One word a line would hide the list.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "maj", "brig", "capt", "cmdr", "adm", "sen", "rep",
    "gov", "prof", "st", "jr", "sr", "rev", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "approx", "ca",
];

/// Whether a full stop after this word may belong to it.
pub(in crate::report) fn is_abbreviation(stem: &str) -> bool {
    ABBREVIATIONS.contains(&stem)
}
