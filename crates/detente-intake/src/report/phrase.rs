//! Noun phrases: who stands before or after a verb.

use super::parts::PartOfSpeech;

use super::lexicon::{BETWEEN, HUMANS, LINKS, PRONOUNS, SPEAKING};
use super::names::CaseNames;
use super::tokens::{Token, TokenKind};

/// Most words in the name of a speaker.
const LONGEST: usize = 16;

/// A phrase that names somebody, as a range of words, with the words that explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub range: std::ops::Range<usize>,
    pub apposition: Option<std::ops::Range<usize>>,
}

/// What the subject of a verb turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    Named(Phrase),
    Pronoun(usize),
    /// `… and proposes`: the subject of the verb before.
    Shared,
}

fn is_end(word: &Token) -> bool {
    matches!(
        word.text.as_str(),
        ";" | ":" | "“" | "”" | "\"" | "—" | "–" | "(" | ")" | "." | "!" | "?" | "»" | "«" | "‘"
    )
}

/// Whether a word can be part of a name: nouns, adjectives, determiners and capitals.
fn nominal(word: &Token) -> bool {
    match word.kind {
        TokenKind::Mark => matches!(word.text.as_str(), "-" | "/") || word.text == "'",
        TokenKind::Figure => true,
        TokenKind::Letters => {
            word.is_capital()
                || word.possessive
                || word.tagged(&[
                    PartOfSpeech::Noun,
                    PartOfSpeech::ProperNoun,
                    PartOfSpeech::Adjective,
                    PartOfSpeech::Determiner,
                    PartOfSpeech::Numeral,
                ])
                || HUMANS.contains(&word.stem.as_str())
                || word.is_any(&["his", "her", "their", "its", "our", "two", "whose"])
        }
    }
}

/// The subject that ends right before `verb`, looking no farther back than `from`.
pub(super) fn subject_before(
    words: &[Token],
    from: usize,
    verb: usize,
    names: &CaseNames,
) -> Option<Subject> {
    let speaking = SPEAKING.contains(&words[verb].stem.as_str());
    let mut end = before_day(words, from, verb);
    while end > from
        && (BETWEEN.contains(&words[end - 1].stem.as_str())
            || (words[end - 1].tagged(&[PartOfSpeech::Adverb]) && words[end - 1].stem.ends_with("ly")))
    {
        end -= 1;
    }
    end = before_day(words, from, end);
    // `the front (the largest of them) said`
    if end > from && words[end - 1].text == ")" {
        end = (from..end).rev().take(LONGEST).find(|k| words[*k].text == "(")?;
    }
    if end == from {
        return None;
    }
    let last = &words[end - 1];
    if last.is_any(PRONOUNS) {
        return Some(Subject::Pronoun(end - 1));
    }
    if last.is_any(&["and", "but", "or", "yet"]) {
        return Some(Subject::Shared);
    }
    if last.is("who") || last.is("which") {
        let mut before = end - 1;
        while before > from && words[before - 1].text == "," {
            before -= 1;
        }
        return named_before(words, from, before, names, speaking).map(Subject::Named);
    }
    if last.text == "," {
        // `X, the minister of Y, said`: find the comma that opens the explanation.
        let open =
            (from..end - 1).rev().take(LONGEST).find(|k| words[*k].text == "," || is_end(&words[*k]))?;
        if words[open].text == "," {
            // The explanation itself may hold commas: take the farthest one before which a name stands.
            let explanation = open + 1..end - 1;
            if let Some(explained) = named_before(words, from, open, names, speaking) {
                return Some(Subject::Named(Phrase { apposition: Some(explanation), ..explained }));
            }
            // `One of them, a senior envoy, said …`
            return speaker_phrase(words, explanation, names, false).map(Subject::Named);
        }
        return None;
    }
    named_before(words, from, end, names, speaking).map(Subject::Named)
}

/// Skips a weekday between a subject and its verb: `the minister on Tuesday said`.
fn before_day(words: &[Token], from: usize, end: usize) -> usize {
    let day = end > from && crate::calendar::weekday(&words[end - 1].stem).is_some();
    let on = day && end > from + 1 && words[end - 2].is_any(&["on", "late", "early", "last"]);
    end - usize::from(day) - usize::from(on)
}

/// The phrase that ends right before `end`.
fn named_before(
    words: &[Token],
    from: usize,
    end: usize,
    names: &CaseNames,
    speaking: bool,
) -> Option<Phrase> {
    let mut start = end;
    while start > from && end - start < LONGEST {
        let word = &words[start - 1];
        if is_end(word)
            && !(word.text == "." && start >= 2 && super::lexicon::is_abbreviation(&words[start - 2].stem))
        {
            break;
        }
        let initials = word.text == "." && start < end;
        let link = LINKS.contains(&word.stem.as_str())
            && start < end
            && start - 1 > from
            && nominal(&words[start - 2]);
        let joined = word.is("and")
            && start < end
            && start - 1 > from
            && nominal(&words[start - 2])
            && nominal(&words[start]);
        if !(nominal(word) || link || joined || initials)
            || word.is_any(&["that", "this", "although", "while", "when", "as", "if"])
        {
            break;
        }
        start -= 1;
    }
    if let Some(narrowed) = with_participle(words, from, start) {
        return speaker_phrase(words, narrowed, names, speaking);
    }
    start = with_list(words, from, start, end);
    // What begins with a preposition or a time is no subject: `on Tuesday the minister`.
    while start < end
        && (LINKS.contains(&words[start].stem.as_str())
            || words[start].tagged(&[
                PartOfSpeech::Preposition,
                PartOfSpeech::Coordinator,
                PartOfSpeech::Subordinator,
                PartOfSpeech::Adverb,
            ]) && !words[start].is_capital()
            || words[start].is_any(&[
                "but",
                "and",
                "as",
                "yet",
                "still",
                "however",
                "meanwhile",
                "although",
                "because",
                "when",
                "after",
                "before",
                "later",
                "earlier",
            ])
            || crate::calendar::weekday(&words[start].stem).is_some()
            || matches!(words[start].text.as_str(), "-" | "." | "," | "/"))
    {
        start += 1;
    }
    // `last week the premier`
    let time = |k: usize| {
        words[k].is_any(&["last", "this", "next"]) && words[k + 1].is_any(&["week", "month", "year"])
    };
    if start + 2 < end && time(start) {
        start += 2;
    }
    speaker_phrase(words, start..end, names, speaking)
}

/// The person before a participle that narrows who is meant: `a resident reached by telephone said`.
fn with_participle(words: &[Token], from: usize, start: usize) -> Option<std::ops::Range<usize>> {
    let behind = start.checked_sub(1).filter(|k| *k > from)?;
    if !words[behind].tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Verb]) || words[behind].is_capital() {
        return None;
    }
    let near = (from..behind).rev().take(6).take_while(|k| !words[*k].is_mark());
    let head =
        near.into_iter().find(|k| HUMANS.contains(&words[*k].stem.as_str()) && !words[*k].possessive)?;
    let next = &words[head + 1];
    let participle =
        next.tagged(&[PartOfSpeech::Verb]) && (next.stem.ends_with("ed") || next.stem.ends_with("ing"));
    let participle = participle || next.is_any(&["known", "held", "sent", "left", "taken", "shown"]);
    // Only a phrase that opens its clause: otherwise the participle may be its verb.
    let opens = (from..head).rev().take_while(|k| nominal(&words[*k])).last().unwrap_or(head);
    let article = words[opens].is_any(&["a", "an", "one", "another"]);
    (participle && article).then_some(opens..head + 1)
}

/// Takes in the front of a list: `the envoys of the North, the South and the islands`.
fn with_list(words: &[Token], from: usize, start: usize, end: usize) -> usize {
    let listed =
        start > from + 1 && words[start - 1].text == "," && words[start..end].iter().any(|w| w.is("and"));
    if !listed {
        return start;
    }
    let part = |w: &Token| nominal(w) || LINKS.contains(&w.stem.as_str());
    let front =
        (from..start - 1).rev().take(LONGEST).take_while(|k| part(&words[*k])).last().unwrap_or(start);
    // Without people in it, the front is a place or a time: `In the capital, envoys and …`
    let people = front < start && words[front..start - 1].iter().any(|w| HUMANS.contains(&w.stem.as_str()));
    if people && !words[front].tagged(&[PartOfSpeech::Preposition]) { front } else { start }
}

/// The phrase that begins at `start`: the subject of an inverted verb (`said the minister`) or the object of `by`.
pub(super) fn named_after(
    words: &[Token],
    start: usize,
    limit: usize,
    names: &CaseNames,
    speaking: bool,
) -> Option<Phrase> {
    let mut end = start;
    while end < limit && end - start < LONGEST {
        let word = &words[end];
        let link = LINKS.contains(&word.stem.as_str())
            && end > start
            && word.is_any(&["of", "for", "from", "in"])
            && words.get(end + 1).is_some_and(|w| {
                nominal(w)
                    && crate::calendar::weekday(&w.stem).is_none()
                    && crate::calendar::month(&w.stem).is_none()
            });
        let initials =
            word.text == "." && end > start && super::lexicon::is_abbreviation(&words[end - 1].stem);
        let weekday = crate::calendar::weekday(&word.stem).is_some();
        if weekday || !(nominal(word) || link || initials) || (word.kind == TokenKind::Figure && end == start)
        {
            break;
        }
        end += 1;
    }
    let phrase = speaker_phrase(words, start..end, names, speaking)?;
    // `said X, the minister,`: what stands between commas explains.
    let apposition = words.get(end).filter(|w| w.text == ",").and_then(|_| {
        let close =
            (end + 1..limit.min(end + 1 + LONGEST)).find(|k| words[*k].text == "," || is_end(&words[*k]))?;
        words
            .get(end + 1)
            .is_some_and(|w| {
                w.is_any(&["the", "a", "an", "its", "who"])
                    || w.possessive
                    || HUMANS.contains(&w.stem.as_str())
            })
            .then_some(end + 1..close)
    });
    Some(Phrase { apposition, ..phrase })
}

/// The range as a phrase if somebody is named in it. What speaks may be any noun: `a study says`.
fn speaker_phrase(
    words: &[Token],
    range: std::ops::Range<usize>,
    names: &CaseNames,
    speaking: bool,
) -> Option<Phrase> {
    // `at odds with those of the ministry, which …`
    let those = range
        .clone()
        .rev()
        .find(|k| words[*k].is_any(&["those", "that"]) && range.contains(&(k + 2)) && words[k + 1].is("of"));
    let range = those.map_or(range.start, |k| k + 2)..range.end;
    let inside = &words[range.clone()];
    if let [one] = inside
        && one.is_any(&["i", "there", "that", "this", "what", "you", "everyone", "nobody", "none", "one"])
    {
        return None;
    }
    let noun = speaking && inside.iter().any(|w| w.tagged(&[PartOfSpeech::Noun, PartOfSpeech::ProperNoun]));
    let human = inside.iter().any(|w| HUMANS.contains(&w.stem.as_str()));
    let known = names.best(inside).is_some();
    let proper = inside.iter().any(|w| {
        w.is_capital()
            && (w.tagged(&[PartOfSpeech::ProperNoun]) || range.start > 0)
            && crate::calendar::month(&w.stem).is_none()
            && crate::calendar::weekday(&w.stem).is_none()
            && !w.is_any(&["the", "a", "an", "in", "on", "but", "this", "that", "these", "those"])
    });
    // A thing is no speaker: a phrase in small letters needs a word for people.
    let head_is_name = inside.last().is_some_and(Token::is_capital);
    (!inside.is_empty() && (human || known || noun || (proper && head_is_name)))
        .then_some(Phrase { range, apposition: None })
}
