//! What was done: verbs of arriving, attacking, freeing, signing, with who did it or to whom.

use super::parts::PartOfSpeech;

use super::lexicon::{ACT_NOUNS, ACTS};
use super::names::CaseNames;
use super::phrase::{Phrase, Subject, named_after, subject_before};
use super::quotes::Quote;
use super::tokens::Token;

/// An act found in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Act {
    /// The words that tell of it.
    pub clause: std::ops::Range<usize>,
    /// Who did it, where the text says so before the verb or after `by`.
    pub actor: Option<Phrase>,
    /// The word for the act.
    pub word: usize,
}

/// Every act told of in a sentence, in order. Words that `taken` marks belong to a statement and are left to it.
pub(super) fn acts_in(
    words: &[Token],
    sentence: &std::ops::Range<usize>,
    quotes: &[Quote],
    names: &CaseNames,
    taken: impl Fn(usize) -> bool,
) -> Vec<Act> {
    let mut found: Vec<Act> = Vec::new();
    for i in sentence.clone() {
        let word = &words[i];
        let quoted = quotes.iter().any(|q| q.open <= i && i < q.after);
        if quoted || taken(i) || found.iter().any(|a| a.clause.contains(&i)) {
            continue;
        }
        let act = if ACTS.contains(&word.stem.as_str()) {
            verb(words, sentence, i, names)
        } else if ACT_NOUNS.contains(&word.stem.as_str()) {
            noun(words, sentence, i, names)
        } else {
            None
        };
        found.extend(act);
    }
    found
}

fn clause_end(words: &[Token], from: usize, limit: usize) -> usize {
    let mut end = from;
    while end < limit
        && !matches!(
            words[end].text.as_str(),
            "," | ";" | ":" | "." | "!" | "?" | "—" | "–" | "“" | "”" | "("
        )
    {
        if end > from && words[end].is_any(&["but", "while", "although", "because", "which", "whereas"]) {
            break;
        }
        end += 1;
    }
    end
}

fn verb(words: &[Token], sentence: &std::ops::Range<usize>, i: usize, names: &CaseNames) -> Option<Act> {
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map(|b| &words[b])?;
    // Not yet done, or an adjective.
    let unreal = before.is_any(&[
        "to", "will", "would", "should", "could", "may", "might", "must", "can", "not", "the", "a", "an",
        "recently", "be", "been", "is", "are",
    ]);
    if unreal && !before.is("been") {
        return None;
    }
    let passive = before.is_any(&["was", "were", "been"])
        || (i >= 2 && words[i - 1].tagged(&[PartOfSpeech::Adverb]) && words[i - 2].is_any(&["was", "were"]));
    let end = clause_end(words, i, sentence.end);
    if passive {
        let by = (i + 1..end).find(|k| words[*k].is("by"));
        let actor = by.and_then(|by| named_after(words, by + 1, end, names, false));
        let mut start = i;
        while start > sentence.start
            && !matches!(words[start - 1].text.as_str(), "," | ";" | ":" | "“" | "”" | "—" | "–")
            && i - start < 16
        {
            start -= 1;
        }
        return Some(Act { clause: start..end, actor, word: i });
    }
    // `the displaced people`
    if before.tagged(&[PartOfSpeech::Adjective, PartOfSpeech::Determiner]) {
        return None;
    }
    let subject = subject_before(words, sentence.start, i, names).or_else(|| {
        // A thing can kill: `the raid also killed 74 people`.
        let harms =
            words[i].is_any(&["killed", "wounded", "injured", "destroyed", "displaced", "hit", "struck"]);
        harms.then_some(Subject::Shared)
    });
    match subject? {
        Subject::Named(phrase) => {
            let start = phrase.range.start;
            Some(Act { clause: start..end.max(i + 1), actor: Some(phrase), word: i })
        }
        Subject::Shared | Subject::Pronoun(_) => {
            let joined = words[i - 1].is_any(&["and", "but"]);
            let noun = |k: usize| {
                words[k].tagged(&[
                    PartOfSpeech::Noun,
                    PartOfSpeech::ProperNoun,
                    PartOfSpeech::Determiner,
                    PartOfSpeech::Adverb,
                    PartOfSpeech::Pronoun,
                ])
            };
            let start = if joined {
                i
            } else {
                (sentence.start..i).rev().take(4).take_while(|k| noun(*k)).last().unwrap_or(i)
            };
            Some(Act { clause: start..end.max(i + 1), actor: None, word: i })
        }
    }
}

/// `the arrival in Cairo of X`, `the rescue of two people`, `a raid by X`.
fn noun(words: &[Token], sentence: &std::ops::Range<usize>, i: usize, names: &CaseNames) -> Option<Act> {
    let limit = sentence.end.min(i + 8);
    let of = (i + 1..limit).find(|k| words[*k].is_any(&["of", "by"]))?;
    // Between the noun and `of` only a place may stand.
    let direct = words[i + 1..of]
        .iter()
        .all(|w| !w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) && !w.is_mark());
    let real = i > sentence.start && !words[i - 1].is_any(&["for", "a", "any", "no", "staggered", "to"]);
    if !direct || !real {
        return None;
    }
    let mover = words[i].is_any(&["arrival", "departure", "visit", "presence", "withdrawal", "resignation"])
        || words[of].is("by");
    let actor = if mover { named_after(words, of + 1, sentence.end, names, false) } else { None };
    let mut start = i;
    while start > sentence.start
        && i - start < 5
        && (words[start - 1].tagged(&[
            PartOfSpeech::Determiner,
            PartOfSpeech::Adjective,
            PartOfSpeech::Numeral,
            PartOfSpeech::ProperNoun,
        ]) || words[start - 1].possessive)
    {
        start -= 1;
    }
    Some(Act { clause: start..clause_end(words, i, sentence.end), actor, word: i })
}
