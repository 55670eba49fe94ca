//! Quotations: where they open and close.
//!
//! “…”, "…", «…» and ‘…’ are read. A quotation ends with its paragraph if nothing closes it, as newspapers leave one open when the
//! next paragraph goes on with it. Inside “…” and "…" single marks are part of the quotation. In a transcript each turn is a
//! quotation: a paragraph that begins with a label and a colon, `ENVOY ALPHA: …`, if several do.

use std::collections::HashMap;

use super::lexicon::{is_abbreviation, is_human, is_title};
use super::names::CaseNames;
use super::parts::PartOfSpeech;
use super::quantities::text_of;
use super::tokens::{Token, TokenKind};

/// A quotation: the words that its marks enclose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The first word after the closing mark, or after the paragraph.
    pub after: usize,
    /// The words inside, marks excluded.
    pub inside: std::ops::Range<usize>,
    /// Whether it is a turn in a transcript, `ENVOY: We will come.`; `open` is then the colon.
    pub turn: bool,
}

/// Every quotation of a text, in order.
pub(super) fn quotes_in(words: &[Token], names: &CaseNames) -> Vec<Quote> {
    let turns = turns_in(words, names);
    let mut next_turn = turns.iter().peekable();
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if let Some(turn) = next_turn.next_if(|turn| turn.open <= i) {
            found.push(turn.clone());
            i = turn.after;
            continue;
        }
        let closing: &[&str] = match words[i].text.as_str() {
            "“" => &["”", "\""],
            "\"" => &["\"", "”"],
            "«" => &["»"],
            "‘" => &["’", "'"],
            _ => {
                i += 1;
                continue;
            }
        };
        let paragraph = words[i].paragraph;
        let mut k = i + 1;
        while words
            .get(k)
            .is_some_and(|w| w.paragraph == paragraph && !closing.contains(&w.text.as_str()) && w.text != "“")
        {
            k += 1;
        }
        let closed =
            words.get(k).is_some_and(|w| w.paragraph == paragraph && closing.contains(&w.text.as_str()));
        if closed || words[i].text == "“" {
            found.push(Quote {
                open: i,
                after: if closed { k + 1 } else { k },
                inside: i + 1..k,
                turn: false,
            });
            i = if closed { k + 1 } else { k };
        } else {
            // A mark that nothing closes, such as an inch or a stray apostrophe.
            i += 1;
        }
    }
    found
}

/// Labels of paragraphs that name no speaker.
const HEADINGS: &[&str] = &[
    "update",
    "analysis",
    "breaking",
    "warning",
    "note",
    "notes",
    "summary",
    "comment",
    "background",
    "correction",
    "headline",
    "editor",
    "location",
    "date",
    "source",
    "subject",
    "place",
    "time",
    "access",
    "security",
    "outlook",
    "from",
    "to",
    "re",
    "ps",
    "contact",
    "photo",
    "caption",
    "related",
    "read",
    "more",
    "press",
    "release",
    "transcript",
    "annex",
    "figure",
    "table",
    "chapter",
    "part",
    "section",
    "article",
    "live",
    "watch",
    "exclusive",
    "opinion",
    "report",
    "news",
    "what",
    "why",
    "how",
    "who",
    "where",
    "when",
    "which",
    "they",
    "we",
    "it",
    "next",
];

/// The turns of a transcript; none unless at least two paragraphs have the label of a speaker.
fn turns_in(words: &[Token], names: &CaseNames) -> Vec<Quote> {
    let mut labelled: Vec<(Quote, std::ops::Range<usize>, bool)> = Vec::new();
    let mut times: HashMap<String, usize> = HashMap::new();
    let (mut paragraphs, mut i) = (0, 0);
    while i < words.len() {
        let paragraph = words[i].paragraph;
        let end = i + words[i..].partition_point(|w| w.paragraph == paragraph);
        paragraphs += 1;
        if let Some((colon, name, capitals)) = label(&words[i..end]) {
            let turn = Quote { open: i + colon, after: end, inside: i + colon + 1..end, turn: true };
            *times.entry(text_of(&words[i..i + name]).to_lowercase()).or_default() += 1;
            labelled.push((turn, i..i + name, capitals));
        }
        i = end;
    }
    // A label that names nobody is a heading, unless it comes back.
    let often = |label: &std::ops::Range<usize>| {
        times.get(&text_of(&words[label.clone()]).to_lowercase()).copied().unwrap_or_default()
    };
    labelled.retain(|(_, label, _)| {
        let inside = &words[label.clone()];
        if inside.iter().any(|w| w.kind == TokenKind::Letters && !w.is_capital() && is_human(&w.stem)) {
            return often(label) >= 2;
        }
        often(label) >= 2
            || names.best(inside).is_some()
            || inside.iter().any(|w| {
                is_human(&w.stem) || is_title(&w.stem) || w.is_any(&["q", "a", "question", "answer"])
            })
    });
    // `Envoy Alpha: We come.` may be a list of points; it is a transcript if there are many of them.
    let capitals = labelled.iter().filter(|(_, _, capitals)| *capitals).count();
    let transcript = capitals >= 2
        || labelled.iter().any(|(_, label, _)| often(label) >= 3)
        || labelled.len() >= 4 && labelled.len() * 2 >= paragraphs;
    labelled.into_iter().filter(|_| transcript).map(|(turn, _, _)| turn).collect()
}

/// The colon after a label that begins a paragraph, how many words the name in it has, and whether it is written in capitals.
fn label(paragraph: &[Token]) -> Option<(usize, usize, bool)> {
    let colon = paragraph.iter().take(14).position(|w| w.text == ":").filter(|k| *k > 0)?;
    // `Ms. Alpha (North Coast): …`
    let name = &paragraph[..colon];
    let name = if name[colon - 1].text == ")" {
        &name[..name.iter().position(|w| w.text == "(").filter(|k| *k > 0)?]
    } else {
        name
    };
    if name.len() > 7 {
        return None;
    }
    let word = |w: &Token| {
        w.is_capital()
            || matches!(w.text.as_str(), "." | "-")
            || w.kind == TokenKind::Figure
            || is_abbreviation(&w.stem)
    };
    let after = paragraph.get(colon + 1)?;
    let quoted = matches!(after.text.as_str(), "“" | "\"" | "‘" | "«");
    // `The Norwegian envoy: …`, an office in small letters.
    let office = |w: &Token| {
        w.tagged(&[PartOfSpeech::Noun, PartOfSpeech::Adjective]) || w.is_any(&["of", "for", "the"])
    };
    let small = name.iter().any(|w| !w.is_capital() && is_human(&w.stem));
    if quoted
        || !name.iter().all(|w| word(w) || small && office(w))
        || !name[0].is_capital()
        || name.iter().any(|w| w.is_any(HEADINGS))
    {
        return None;
    }
    let capitals =
        name.iter().filter(|w| w.kind == TokenKind::Letters).all(|w| w.text.chars().all(char::is_uppercase));
    Some((colon, name.len(), capitals))
}
