//! What was done: verbs and nouns of arriving, attacking, freeing, signing, with who did it or to whom.
//!
//! What was not done (`did not sign`, `no convoy crossed`) keeps the words that say so. What will or may be done, is asked, doubted
//! or hangs on a condition is no act.

use super::conditions::{Clause, is_doubted};
use super::lexicon::{ACT_NOUNS, HARMS, acts_with, is_deed};
use super::names::CaseNames;
use super::parts::PartOfSpeech;
use super::phrase::{Phrase, Subject, denying_subject, inverted_helper, named_after, subject_before};
use super::tokens::Token;
use super::verb_group::verb_group;

/// An act found in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Act {
    /// The words that tell of it.
    pub clause: std::ops::Range<usize>,
    /// Who did it, where the text says so before the verb or after `by`.
    pub actor: Option<Phrase>,
    /// The word for the act.
    pub word: usize,
    /// The words that say that it was not done.
    pub denied: Option<std::ops::Range<usize>>,
}

/// Every act told of in a sentence, in order. `within` gives the stretch in which the subject of a word is to be looked for, none where
/// its act is not the report's to tell: in a quotation, or in what somebody wants.
pub(super) fn acts_in(
    words: &[Token],
    sentence: &std::ops::Range<usize>,
    names: &CaseNames,
    clauses: &[Clause],
    within: impl Fn(usize) -> Option<std::ops::Range<usize>>,
) -> Vec<Act> {
    let mut found: Vec<Act> = Vec::new();
    if words[sentence.clone()].last().is_some_and(|w| w.text == "?") {
        return found;
    }
    for i in sentence.clone() {
        let word = &words[i];
        let verbal = is_act(words, i, sentence.end);
        if !verbal && !ACT_NOUNS.contains(&word.stem.as_str()) {
            continue;
        }
        let Some(range) = within(i) else { continue };
        if clauses.iter().any(|c| c.range.contains(&i)) || found.iter().any(|a| a.clause.contains(&i)) {
            continue;
        }
        let mut act = if verbal { verb(words, &range, i, names) } else { noun(words, &range, i, names) };
        // `arrived on Tuesday and met the envoy`: the same did both.
        if let (Some(act), Some(before)) = (&mut act, found.last()) {
            let joined = before.clause.end < act.clause.start + 1
                && words[before.clause.end..act.clause.start.max(before.clause.end)]
                    .iter()
                    .all(|w| w.is("and"))
                && words[act.clause.start - 1].is("and");
            if act.actor.is_none() && verbal && joined && before.denied.is_none() {
                act.actor.clone_from(&before.actor);
            }
        }
        found.extend(act);
    }
    found
}

/// Whether a word is an act by itself or with what follows it: `signed`; `shook hands`.
fn is_act(words: &[Token], i: usize, limit: usize) -> bool {
    let word = &words[i];
    if word.possessive || word.tagged(&[PartOfSpeech::Adjective]) {
        return false;
    }
    // `recalled that …`: said, not done.
    if is_deed(&word.stem) {
        let seizes = word.is("seized") && words.get(i + 1).is_some_and(|w| w.is_any(&["on", "upon"]));
        return !seizes && !words.get(i + 1).is_some_and(|w| w.is("that")) && !word.is_capital();
    }
    acts_with(&word.stem).is_some_and(|nouns| words[i + 1..limit].iter().take(4).any(|w| w.is_any(nouns)))
}

/// Who stands after `by`: one, or two joined by `and`.
fn actors_after(words: &[Token], from: usize, end: usize, names: &CaseNames) -> Option<Phrase> {
    let first = named_after(words, from, end, names, false)?;
    let and = first.range.end;
    if and < end
        && words[and].is("and")
        && first.apposition.is_none()
        && let Some(second) = named_after(words, and + 1, end, names, false)
    {
        return Some(Phrase { range: first.range.start..second.range.end, apposition: None });
    }
    Some(first)
}

/// Whether nobody or nothing is the subject in a stretch of words. `No. 5` is a number.
fn nobody(words: &[Token], range: std::ops::Range<usize>) -> bool {
    range.into_iter().any(|k| {
        words[k].is_any(&["none", "nobody", "neither"])
            || words[k].is("no") && words.get(k + 1).is_none_or(|w| w.text != ".")
    })
}

fn clause_end(words: &[Token], from: usize, limit: usize) -> usize {
    let mut end = from;
    while end < limit
        && !matches!(
            words[end].text.as_str(),
            "," | ";" | ":" | "!" | "?" | "—" | "–" | "“" | "”" | "("
        )
        // The stop of `St. Mary’s` ends nothing.
        && !(words[end].text == "." && end + 1 >= limit)
    {
        if end > from
            && words[end].is_any(&["but", "while", "although", "because", "which", "whereas", "according"])
        {
            break;
        }
        // `recalled its consul and Dorland closed the strait`
        let another = end > from
            && words[end].is("and")
            && (end + 1..limit.min(end + 6)).take_while(|k| !words[*k].is_mark()).any(|k| {
                is_act(words, k, limit)
                    || k == end + 1 && (super::verb_group::is_helper(&words[k]) || words[k].is("that"))
            });
        if another {
            break;
        }
        end += 1;
    }
    end
}

fn verb(words: &[Token], range: &std::ops::Range<usize>, i: usize, names: &CaseNames) -> Option<Act> {
    let group = verb_group(words, range.start, i);
    let before = group.start.checked_sub(1).filter(|b| *b >= range.start).map(|b| &words[b]);
    // Not yet done, or an adjective: `the displaced people`.
    let bare = (group.start..i).any(|k| words[k].is("be"));
    let unreal = group.infinitive || group.modal || bare;
    let adjective = before.is_some_and(|b| {
        b.tagged(&[PartOfSpeech::Adjective, PartOfSpeech::Determiner])
            && !b.is_any(&["no", "all", "both", "some", "neither"])
    });
    if unreal || adjective || (before.is_none() && group.start == i) {
        return None;
    }
    let end = clause_end(words, i, range.end).max(i + 1);
    let without = words.get(i + 1).is_some_and(|w| w.is_any(&["no", "nothing", "nobody", "none", "neither"]));
    let mut denied = group.negation.clone().or_else(|| without.then_some(i + 1..i + 2));
    // `the sailors captured in May`: no verb of its own, but done to them.
    let participle = HARMS.contains(&words[i].stem.as_str())
        && group.start == i
        && words.get(i + 1).is_none_or(|w| w.tagged(&[PartOfSpeech::Preposition]) || w.is_mark());
    if group.be || participle {
        let by = (i + 1..end).find(|k| words[*k].is("by"));
        let actor = by.and_then(|by| actors_after(words, by + 1, end, names));
        let mut start = group.start;
        while start > range.start
            && !matches!(words[start - 1].text.as_str(), "," | ";" | ":" | "“" | "”" | "—" | "–")
            && i - start < 16
        {
            start -= 1;
        }
        if nobody(words, start..group.start) {
            denied = denied.or(Some(start..start + 1));
        }
        return Some(Act { clause: start..end, actor, word: i, denied });
    }
    let subject = subject_before(words, range.start, i, names).or_else(|| {
        // A thing can kill: `the raid also killed 74 people`.
        let harms =
            words[i].is_any(&["killed", "wounded", "injured", "destroyed", "displaced", "hit", "struck"]);
        (harms || denied.is_some()).then_some(Subject::Shared)
    });
    match subject? {
        Subject::Named(phrase) => {
            if inverted_helper(words, range.start, &phrase).is_some() {
                return None;
            }
            let start = phrase.range.start;
            let that =
                start.checked_sub(1).filter(|k| *k >= range.start && words[*k].is_any(&["that", "whether"]));
            if that.is_some_and(|that| is_doubted(words, range.start, that)) {
                return None;
            }
            let denying = denying_subject(words, range.start, &phrase);
            let start = denying.as_ref().map_or(start, |d| d.start.min(start));
            // `no convoy crossed`: nobody did it.
            let actor = denying.is_none().then_some(phrase);
            Some(Act { clause: start..end, actor, word: i, denied: denying.or(denied) })
        }
        Subject::Shared | Subject::Pronoun(_) => {
            let joined = before.is_some_and(|b| b.is_any(&["and", "but"]));
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
                group.start
            } else {
                (range.start..group.start)
                    .rev()
                    .take(4)
                    .take_while(|k| noun(*k))
                    .last()
                    .unwrap_or(group.start)
            };
            if nobody(words, start..group.start) {
                denied = denied.or(Some(start..start + 1));
            }
            Some(Act { clause: start..end, actor: None, word: i, denied })
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
    // `demanding the release of …` wants it; `did not confirm the arrest of …` does not tell of it.
    let wanted = (sentence.start..i).rev().take(6).any(|k| {
        words[k].stem.ends_with("ing") && words[k].tagged(&[PartOfSpeech::Verb])
            || super::phrase::is_negative(&words[k])
            || words[k].is_any(&[
                "for", "if", "until", "unless", "would", "will", "could", "may", "might", "demanded",
                "demands", "wants", "proposed", "promised", "denied",
            ])
    });
    if !direct || !real || wanted {
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
    Some(Act { clause: start..clause_end(words, i, sentence.end), actor, word: i, denied: None })
}
