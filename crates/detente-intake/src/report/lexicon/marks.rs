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

/// Shortened titles and first parts of names: a name follows.
// One word a line would hide the list.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "gen", "col", "lt", "sgt", "maj", "brig", "capt", "cmdr", "cdr", "adm", "sen",
    "rep", "gov", "prof", "st", "ste", "rev", "hon", "amb", "pres", "sec", "dep", "asst", "cpl", "pte", "pvt", "insp",
    "supt", "msgr", "fr", "mme", "mt", "ft",
];

/// Other words that a full stop shortens; they may also stand at the end of a sentence.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "jr", "sr", "no", "nos", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "approx", "ca", "inc", "ltd", "corp", "co",
    "dept", "est", "rd", "ave",
];

/// Whether a full stop after this word may belong to it.
pub(in crate::report) fn is_abbreviation(stem: &str) -> bool {
    is_title(stem) || ABBREVIATIONS.contains(&stem)
}

/// Whether it is a shortened title, so that a full stop after it never ends a sentence.
pub(in crate::report) fn is_title(stem: &str) -> bool {
    TITLES.contains(&stem)
}
