//! The verb group: the auxiliaries, adverbs and negations before a verb, and what they make of it.
//!
//! `has never once proposed` is one group that denies; `might soon accept` one that tells of nothing yet; `has been demanding` one that does.

use super::lexicon::BETWEEN;
use super::parts::PartOfSpeech;
use super::tokens::Token;

/// Most words before the verb that belong to its group.
const LONGEST: usize = 10;

const BE: &[&str] =
    &["is", "are", "was", "were", "been", "be", "being", "isn't", "aren't", "wasn't", "weren't"];
const MODALS: &[&str] = &[
    "will",
    "would",
    "should",
    "could",
    "may",
    "might",
    "must",
    "can",
    "shall",
    "cannot",
    "can't",
    "couldn't",
    "won't",
    "wouldn't",
    "shouldn't",
    "mustn't",
    "mightn't",
];
const HELPERS: &[&str] = &[
    "have", "has", "had", "having", "do", "does", "did", "haven't", "hasn't", "hadn't", "don't", "doesn't",
    "didn't",
];

/// Words that deny the verb behind them, or all but do.
const DENYING: &[&str] = &[
    "not",
    "never",
    "hardly",
    "scarcely",
    "barely",
    "rarely",
    "seldom",
    "almost",
    "nearly",
    "falsely",
    "wrongly",
    "mistakenly",
];

/// What stands before a verb and belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// The first word of the group; the verb itself if it stands alone.
    pub start: usize,
    /// The words that deny it.
    pub negation: Option<std::ops::Range<usize>>,
    /// Whether it may, will or could be, rather than is.
    pub modal: bool,
    /// Whether a form of *be* stands nearest: the verb is passive, or in progress if it ends in `-ing`.
    pub be: bool,
    /// Whether `to` stands right before: an infinitive.
    pub infinitive: bool,
}

/// Whether an auxiliary may open a question or a condition: `has the front …`, `had the front …`.
pub(super) fn is_helper(word: &Token) -> bool {
    word.is_any(BE) || word.is_any(MODALS) || word.is_any(HELPERS)
}

/// Whether `Will` or `May` is written as a name: with a capital, before another name or as the subject of its verb.
pub(super) fn is_name(words: &[Token], i: usize) -> bool {
    let next = words.get(i + 1);
    words[i].is_capital()
        && words[i].is_any(&["will", "may"])
        && next.is_some_and(|w| {
            w.is_capital() || w.tagged(&[PartOfSpeech::Verb]) || w.is_any(HELPERS) || w.text == ","
        })
}

/// Whether a word may stand between a subject and its verb.
fn stands_between(word: &Token) -> bool {
    let joins = word.is_any(&["however", "instead", "when", "where", "why", "how", "ago", "here", "there"]);
    let listed =
        word.is_any(BETWEEN) || word.is_any(&["yet", "ever", "so", "far", "even", "soon", "today", "all"]);
    !joins && (listed || word.tagged(&[PartOfSpeech::Adverb]))
}

/// The group of the verb at `verb`, no farther back than `from`.
pub(super) fn verb_group(words: &[Token], from: usize, verb: usize) -> VerbGroup {
    let mut group = VerbGroup { start: verb, negation: None, modal: false, be: false, infinitive: false };
    let mut nearest = true;
    let deny = |group: &mut VerbGroup, first: usize, after: usize| {
        let end = group.negation.as_ref().map_or(after, |n| n.end);
        group.negation = Some(first..end);
    };
    while group.start > from && verb - group.start < LONGEST {
        let k = group.start - 1;
        let word = &words[k];
        let is = |back: usize, stem: &str| k >= from + back && words[k - back].is(stem);
        let mut took = 1;
        if word.is("to") && (nearest && k + 1 == verb || words[k + 1].is_any(&["have", "be"])) {
            group.infinitive = true;
            break;
        } else if word.is_any(DENYING) {
            // `not only said` denies nothing.
            if !words[k + 1].is_any(&["only", "just", "merely", "simply"]) {
                deny(&mut group, k, k + 1);
            }
        } else if word.is_any(&["neither", "nor"]) {
            // `neither said`: the subject.
            let subject = k == from || words[k - 1].is_mark() || words[k - 1].is_any(&["and", "but", "that"]);
            if subject {
                break;
            }
            deny(&mut group, k, k + 1);
        } else if word.is("longer") && is(1, "no") {
            took = 2;
            deny(&mut group, k - 1, k + 1);
        } else if word.is("time") && is(1, "no") && is(2, "at") {
            took = 3;
            deny(&mut group, k - 2, k + 1);
        } else if is_helper(word) && !is_name(words, k) {
            if nearest {
                group.be = word.is_any(BE);
            }
            nearest = false;
            group.modal |= word.is_any(MODALS);
            if word.stem.ends_with("n't") || word.is("cannot") {
                deny(&mut group, k, k + 1);
            }
        } else if word.is_capital() || !stands_between(word) {
            break;
        }
        group.start = (k + 1).saturating_sub(took).max(from);
    }
    group
}

#[cfg(test)]
mod tests {
    use super::super::sentences::read;
    use super::*;

    /// The group before the last word of letters, and the words that deny it.
    fn group(text: &str) -> (String, String) {
        let chars: Vec<char> = text.chars().collect();
        let words = read(&chars).words;
        let verb = words.len() - 1;
        let group = verb_group(&words, 0, verb);
        let text = |r: std::ops::Range<usize>| {
            words[r].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        (text(group.start..verb), group.negation.map(text).unwrap_or_default())
    }

    #[test]
    fn groups_reach_back_to_the_subject() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(group("The front has not said"), pair("has not", "not"));
        assert_eq!(group("The front hasn’t yet agreed"), pair("hasn’t yet", "hasn’t"));
        assert_eq!(group("The front has never once proposed"), pair("has never once", "never"));
        assert_eq!(group("The front no longer insists"), pair("no longer", "no longer"));
        assert_eq!(group("The front has at no time agreed"), pair("has at no time", "at no time"));
        assert_eq!(group("The front would neither confirm"), pair("would neither", "neither"));
        assert_eq!(group("The front not only said"), pair("not only", ""));
        assert_eq!(group("Theresa May said"), pair("", ""));
        assert_eq!(group("The front has been demanding"), pair("has been", ""));
    }
}
