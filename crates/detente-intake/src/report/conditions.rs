//! Conditions: `if …`, `unless …`, `provided that …`; and clauses in which nothing is yet so.

use super::parts::PartOfSpeech;
use super::phrase::is_negative;
use super::tokens::Token;

/// Verbs after which `if` asks whether rather than sets a condition.
const ASKING: &[&str] = &[
    "ask",
    "asks",
    "asked",
    "say",
    "says",
    "said",
    "know",
    "knows",
    "knew",
    "see",
    "wonder",
    "wonders",
    "wondered",
    "clear",
    "unclear",
    "sure",
    "decide",
    "decided",
    "tell",
    "told",
    "comment",
    "confirm",
    "specify",
    "doubt",
    "doubted",
    "out",
    "question",
    "questioned",
    "whether",
];

/// A clause in which what is told is not yet so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub range: std::ops::Range<usize>,
    /// Whether it states a condition; if not, it asks (`whether …`) or waits (`until …`).
    pub condition: bool,
}

/// Every condition and every clause that asks or waits within a stretch of words, in order.
pub(super) fn clauses_in(words: &[Token], range: &std::ops::Range<usize>) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut i = range.start;
    while i < range.end {
        match opens(words, range, i) {
            Some((condition, after)) => {
                let end = end_of(words, range, after);
                let inside = &words[after.min(end)..end];
                // `if the weather permits`, but not `if necessary`.
                let tells = inside.len() >= 3
                    || inside.iter().any(|w| w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]));
                if tells {
                    let start = if i > range.start
                        && words[i - 1].is_any(&["only", "even", "but"])
                        && words[i].is("if")
                    {
                        i - usize::from(!words[i - 1].is("but"))
                    } else if i > range.start && (words[i].is("long") || words[i].is("condition")) {
                        i - 1
                    } else {
                        i
                    };
                    found.push(Clause { range: start..end, condition });
                }
                i = if tells { end.max(i + 1) } else { i + 1 };
            }
            None => i += 1,
        }
    }
    found
}

/// Whether a clause opens here: whether it is a condition, and the word after what opens it.
fn opens(words: &[Token], range: &std::ops::Range<usize>, i: usize) -> Option<(bool, usize)> {
    let word = &words[i];
    let next = |k: usize, stem: &str| i + k < range.end && words[i + k].is(stem);
    let before = i.checked_sub(1).filter(|k| *k >= range.start).map(|k| &words[k]);
    let first = before.is_none_or(|w| w.is_mark() || w.is_any(&["that", "but", "and"]));
    if word.is("if") {
        if before.is_some_and(|w| w.is("as")) || next(1, "not") || next(1, "any") || next(1, "anything") {
            return None;
        }
        let asks = before.is_some_and(|w| w.is_any(ASKING));
        return Some((!asks, i + 1));
    }
    if word.is("unless") {
        return Some((true, i + 1));
    }
    if word.is_any(&["provided", "providing"]) && (next(1, "that") || (first && i > range.start)) {
        return Some((true, i + 1));
    }
    if word.is("long") && before.is_some_and(|w| w.is_any(&["as", "so"])) && next(1, "as") {
        return Some((true, i + 2));
    }
    if word.is("condition") && before.is_some_and(|w| w.is("on")) && next(1, "that") {
        return Some((true, i + 2));
    }
    // `Should the permits be issued, …`, `Had the front agreed, …`
    let inverted = word.is_any(&["should", "had", "were"]) && word.is_capital() && first;
    if inverted
        && words[i..range.end].iter().take(40).any(|w| w.text == ",")
        && words
            .get(i + 1)
            .is_some_and(|w| !w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Adverb]) && !w.is_mark())
    {
        return Some((true, i + 1));
    }
    if word.is("event") && before.is_some_and(|w| w.is("the")) && next(1, "that") {
        return Some((true, i + 2));
    }
    if word.is("case") && before.is_some_and(|w| w.is("in")) && !next(1, "of") && !next(1, "in") {
        return Some((true, i + 1));
    }
    // `Once the front accepts, …`: not yet. In the past tense it has happened.
    let waits = word.is_any(&["when", "whenever", "once", "before"]) || word.is("soon") && next(1, "as");
    if waits && is_present(words, range, i + 1) {
        return Some((!word.is("before"), i + 1 + usize::from(word.is("soon"))));
    }
    if word.is_any(&["whether", "until"]) {
        return Some((false, i + 1));
    }
    None
}

/// Whether the first verb of a clause is in the present.
fn is_present(words: &[Token], range: &std::ops::Range<usize>, after: usize) -> bool {
    let verb = (after..range.end)
        .take(12)
        .take_while(|k| !words[*k].is_mark())
        .find(|k| words[*k].tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]));
    verb.is_some_and(|k| {
        let word = &words[k];
        word.is_any(&["is", "are", "has", "have", "does", "do", "can"])
            || word.tagged(&[PartOfSpeech::Verb])
                && word.stem.ends_with('s')
                && !word.stem.ends_with("ss")
                && !word.is_any(&["was", "says"])
            || word.is("says") && words[after - 1].is_any(&["once", "before", "soon", "as"])
    })
}

/// Where a clause ends: at the first comma after its verb, or a stronger mark.
fn end_of(words: &[Token], range: &std::ops::Range<usize>, after: usize) -> usize {
    let mut told = false;
    for (i, word) in words.iter().enumerate().take(range.end).skip(after) {
        let strong = matches!(
            word.text.as_str(),
            ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "!" | "?" | "." | "(" | ")" | "«" | "»"
        );
        if strong || (told && word.text == ",") {
            return i;
        }
        told |= word.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]);
    }
    range.end
}

/// Whether a clause that begins with `that` or `whether` at `that` hangs on words that deny or doubt it: `no sign that …`,
/// `it is not true that …`, `rumours that …`.
pub(super) fn is_doubted(words: &[Token], from: usize, that: usize) -> bool {
    const DOUBT: &[&str] = &[
        "unclear",
        "unlikely",
        "impossible",
        "false",
        "untrue",
        "doubt",
        "doubts",
        "doubted",
        "doubtful",
        "deny",
        "denies",
        "denied",
        "denying",
        "refuted",
        "dismissed",
        "rumour",
        "rumours",
        "rumor",
        "rumors",
        "speculation",
        "suggestion",
        "suggestions",
        "allegation",
        "allegations",
        "reports",
        "claim",
        "report",
        "idea",
        "notion",
        "assertion",
        "whoever",
        "anyone",
        "anybody",
        "impression",
        "theory",
        "imagine",
        "suppose",
        "assume",
        "claims",
        "hope",
        "hopes",
        "fears",
        "wrong",
        "whether",
        "lack",
        "if",
        "failed",
        "refused",
        "declined",
        "rejected",
        "hoping",
        "expectation",
        "expectations",
        "possibility",
        "chance",
        "would",
        "might",
        "could",
        "may",
    ];
    words[from..that]
        .iter()
        .rev()
        .take(12)
        .take_while(|w| !w.is_mark())
        .any(|w| is_negative(w) || w.is_any(DOUBT))
}
