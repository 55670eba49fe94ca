//! Noun phrases: who stands before or after a verb.

use super::parts::PartOfSpeech;

use super::lexicon::{LINKS, PRONOUNS, SPEAKING, is_human};
use super::names::CaseNames;
use super::tokens::{Token, TokenKind};
use super::verb_group::{is_helper, is_name, verb_group};

/// Most words in the name of a speaker.
const LONGEST: usize = 16;

/// Words with which somebody else comes in between commas.
const NO_EXPLANATION: &[&str] = &[
    "among",
    "including",
    "with",
    "like",
    "unlike",
    "such",
    "alongside",
    "besides",
    "except",
    "and",
    "or",
    "not",
];

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

impl Subject {
    /// The words of the subject itself, where it has its own.
    pub fn own(&self) -> Option<Phrase> {
        match self {
            Self::Named(phrase) => Some(phrase.clone()),
            Self::Pronoun(at) => Some(Phrase { range: *at..at + 1, apposition: None }),
            Self::Shared => None,
        }
    }
}

fn is_end(word: &Token) -> bool {
    matches!(
        word.text.as_str(),
        ";" | ":" | "“" | "”" | "\"" | "—" | "–" | "(" | ")" | "." | "!" | "?" | "»" | "«" | "‘"
    )
}

/// Whether a phrase ends before a word; the stop of `Mr.` ends none.
fn ends_at(words: &[Token], k: usize) -> bool {
    let shortened = words[k].text == "." && k > 0 && super::lexicon::is_abbreviation(&words[k - 1].stem);
    is_end(&words[k]) && !shortened
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
                || is_human(&word.stem)
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
    end = verb_group(words, from, end).start;
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
    // `one of them said`
    if last.is("them")
        && end >= from + 3
        && words[end - 2].is("of")
        && words[end - 3].is_any(&[
            "one", "two", "three", "some", "many", "most", "several", "another", "neither", "none", "both",
            "all", "few",
        ])
    {
        return Some(Subject::Named(Phrase { range: end - 3..end, apposition: None }));
    }
    if last.is("who") || last.is("which") {
        let mut before = end - 1;
        while before > from && words[before - 1].text == "," {
            before -= 1;
        }
        let named = named_before(words, from, before, names, speaking)?;
        // `under the chairmanship of Maria Alpha, who …`: the person.
        let inside = words[named.range.clone()].iter();
        let of = named.range.clone().find(|k| words[*k].is("of") && *k > named.range.start);
        let range = match of {
            Some(of)
                if last.is("who")
                    && !inside.take(of - named.range.start).any(|w| is_human(&w.stem))
                    && words.get(of + 1).is_some_and(Token::is_capital) =>
            {
                of + 1..named.range.end
            }
            _ => named.range,
        };
        return Some(Subject::Named(Phrase { range, ..named }));
    }
    if last.text == "," {
        // `X, the minister of Y, said`: find the comma that opens the explanation.
        let open =
            (from..end - 1).rev().take(LONGEST).find(|k| words[*k].text == "," || ends_at(words, *k))?;
        if words[open].text == "," {
            // The explanation itself may hold commas: take the farthest one before which a name stands.
            let explanation = open + 1..end - 1;
            if let Some(explained) = named_before(words, from, open, names, speaking) {
                // `its head, Maria Alpha,`: the name says more.
                let other = words[explained.range.start].is_any(&["its", "his", "her", "their", "our", "my"]);
                let full =
                    !explanation.is_empty() && words[explanation.clone()].iter().all(Token::is_capital);
                if other && full {
                    return Some(Subject::Named(Phrase {
                        range: explanation,
                        apposition: Some(explained.range),
                    }));
                }
                // `Diplomats, among them the ambassador,` are not the ambassador.
                let part = words.get(explanation.start).is_some_and(|w| w.is_any(NO_EXPLANATION));
                let apposition = (!part).then_some(explanation);
                return Some(Subject::Named(Phrase { apposition, ..explained }));
            }
            // `The archbishop, his cousin, said …`: whoever is explained by a word for people is one.
            let people = words[explanation.clone()].iter().any(|w| is_human(&w.stem));
            let plain = (from..open).rev().take(4).take_while(|k| nominal(&words[*k])).last();
            if people && let Some(start) = plain.filter(|k| words[*k].tagged(&[PartOfSpeech::Determiner])) {
                return Some(Subject::Named(Phrase { range: start..open, apposition: Some(explanation) }));
            }
            // `The plan, drawn up by the bloc, says …`: a thing, and no name.
            if words[explanation.clone()]
                .iter()
                .any(|w| w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]))
            {
                return None;
            }
            // `One of them, a senior envoy, said …`
            return speaker_phrase(words, explanation, names, false).map(Subject::Named);
        }
        return None;
    }
    let phrase = named_before(words, from, end, names, speaking)?;
    // `either Alpha or Bravo said`: the text does not say which.
    let start = phrase.range.start;
    if start > from + 1 && words[start - 1].is("or") && nominal(&words[start - 2]) {
        return None;
    }
    // `the man who shot Alpha said`
    let verb = start.checked_sub(1).filter(|k| {
        *k > from
            && words[*k].tagged(&[PartOfSpeech::Verb])
            && super::lexicon::cues_of(&words[*k].stem).is_empty()
    });
    if let Some(verb) = verb {
        let who =
            (from..verb).rev().take(8).take_while(|k| !words[*k].is_mark()).find(|k| words[*k].is("who"));
        let head = who.or_else(|| words[verb].stem.ends_with("ing").then_some(verb));
        if let Some(head) = head {
            return named_before(words, from, head, names, speaking).map(Subject::Named);
        }
    }
    Some(Subject::Named(phrase))
}

/// Skips a weekday between a subject and its verb: `the minister on Tuesday said`.
fn before_day(words: &[Token], from: usize, end: usize) -> usize {
    let day = end > from && crate::calendar::weekday(&words[end - 1].stem).is_some();
    let on = day && end > from + 1 && words[end - 2].is_any(&["on", "late", "early", "last"]);
    end - usize::from(day) - usize::from(on)
}

/// Whether a word denies: `no`, `nobody`, `never`, `hasn't`.
pub(super) fn is_negative(word: &Token) -> bool {
    word.is_any(&[
        "not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "hardly",
    ]) || word.stem.ends_with("n't")
}

/// The words that make a subject deny its verb: `no official`, `neither side`, `none of them`, `not all`, `nor has the front …`.
pub(super) fn denying_subject(
    words: &[Token],
    from: usize,
    phrase: &Phrase,
) -> Option<std::ops::Range<usize>> {
    let start = phrase.range.start;
    let negative = |k: usize| words[k].is_any(&["no", "none", "nobody", "nothing", "neither"]);
    // `few believe`, but `a few believe`.
    let few = words[start].is("few") && !(start > from && words[start - 1].is("a"));
    if negative(start) || few || words[start].is("not") {
        return Some(start..start + 1);
    }
    // `none of the …`, `not one of the …`, `no one from the …`: the phrase may begin behind what denies it.
    let reach = (from..start).rev().take(5).take_while(|k| {
        words[*k].tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Determiner, PartOfSpeech::Numeral])
            || negative(*k)
            || words[*k].is_any(&["one", "not", "even", "all", "every", "the", "his", "her", "its", "their"])
    });
    reach.into_iter().find(|k| negative(*k) || words[*k].is("not")).map(|k| k..start)
}

/// The auxiliary before the subject where the two have changed places: `has the front …`, `nor did the envoy …`.
pub(super) fn inverted_helper(words: &[Token], from: usize, phrase: &Phrase) -> Option<usize> {
    let before = phrase.range.start.checked_sub(1).filter(|k| *k >= from)?;
    (is_helper(&words[before]) && !is_name(words, before) && !words[before].possessive).then_some(before)
}

/// The phrase that ends right before `end`.
pub(super) fn named_before(
    words: &[Token],
    from: usize,
    end: usize,
    names: &CaseNames,
    speaking: bool,
) -> Option<Phrase> {
    let mut start = end;
    while start > from && end - start < LONGEST {
        let word = &words[start - 1];
        if ends_at(words, start - 1) {
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
    // `the paper that the council sent to the premier says`: whom a verb reaches through a preposition is not the subject of the next.
    if start >= from + 2
        && words[start - 1].tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Particle])
        && !words[start - 1].is_capital()
        && words[start - 2].tagged(&[PartOfSpeech::Verb])
        && !words[start - 2].is_capital()
    {
        return None;
    }
    // `in a statement the ministry said`: another phrase begins at the article.
    let article = (start + 1..end).rev().find(|k| {
        words[*k].is_any(&["the", "a", "an"])
            && !words[*k].is_capital()
            && !words[k - 1].is_any(LINKS)
            && !words[k - 1].is_any(&["and", "both", "all", "half", "or", "nor", "between", "as"])
            && !words[k - 1].is_mark()
    });
    start = article.unwrap_or(start);
    start = with_list(words, from, start, end, names);
    // `neither the North nor the South`
    if start > from
        && words[start - 1].is("nor")
        && let Some(neither) = (from..start - 1).rev().take(LONGEST).find(|k| words[*k].is("neither"))
    {
        return speaker_phrase(words, neither..end, names, speaking);
    }
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
            // `Has the North …`, `Unless the North …`
            || (is_helper(&words[start]) && !is_name(words, start))
            || words[start].is_any(&["let", "suppose", "imagine", "assume", "unless", "if", "until", "nor", "whether", "once", "while", "since", "not"])
            || matches!(words[start].text.as_str(), "-" | "." | "," | "/"))
    {
        start += 1;
    }
    // `2/ The council said`, `10:40 The council says`: a number in a list, a time.
    while start < end
        && words[start].kind == TokenKind::Figure
        && (words.get(start + 1).is_some_and(|w| matches!(w.text.as_str(), "/" | ")" | "."))
            || start > from && words[start - 1].text == ":")
    {
        start += 1;
        while start < end && words[start].is_mark() {
            start += 1;
        }
    }
    // `What the chairman asked for is …`
    if words[start..end].first().is_some_and(|w| w.is_any(&["what", "whatever", "how", "why"])) {
        return None;
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
    let head = near.into_iter().find(|k| is_human(&words[*k].stem) && !words[*k].possessive)?;
    let next = &words[head + 1];
    let participle =
        next.tagged(&[PartOfSpeech::Verb]) && (next.stem.ends_with("ed") || next.stem.ends_with("ing"));
    let participle = participle || next.is_any(&["known", "held", "sent", "left", "taken", "shown"]);
    // Only a phrase that opens its clause: otherwise the participle may be its verb.
    let opens = (from..head).rev().take_while(|k| nominal(&words[*k])).last().unwrap_or(head);
    let article = words[opens].is_any(&["a", "an", "one", "another"]);
    // `officials briefed on the talks said`
    let followed =
        words.get(head + 2).is_some_and(|w| w.tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Particle]));
    let alone =
        opens == from || words[opens - 1].is_mark() || words[opens - 1].is_any(&["and", "but", "that"]);
    (participle && (article || followed && alone)).then_some(opens..head + 1)
}

/// Takes in the front of a list: `the envoys of the North, the South and the islands`.
fn with_list(words: &[Token], from: usize, start: usize, end: usize, names: &CaseNames) -> usize {
    let listed =
        start > from + 1 && words[start - 1].text == "," && words[start..end].iter().any(|w| w.is("and"));
    if !listed {
        return start;
    }
    let part = |w: &Token| nominal(w) || LINKS.contains(&w.stem.as_str());
    let front =
        (from..start - 1).rev().take(LONGEST).take_while(|k| part(&words[*k])).last().unwrap_or(start);
    // Without people in it, the front is a place or a time: `In the capital, envoys and …`
    let people = front < start
        && (words[front..start - 1].iter().any(|w| is_human(&w.stem))
            || names.best(&words[front..start - 1]).is_some());
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
        // `according to the South the talks are over`: another phrase begins.
        let another = end > start
            && word.is_any(&["the", "a", "an"])
            && !word.is_capital()
            && !words[end - 1].is_any(LINKS)
            && !words[end - 1].tagged(&[PartOfSpeech::Determiner]);
        // `Alpha and Bravo both denied`
        let both = end > start && word.is_any(&["both", "each"]);
        if another || both {
            break;
        }
        if weekday || !(nominal(word) || link || initials) || (word.kind == TokenKind::Figure && end == start)
        {
            break;
        }
        end += 1;
    }
    // `two diplomats close to them`
    let link = words.get(end).is_some_and(|w| w.is_any(&["to", "with", "of"]));
    if end > start
        && link
        && end + 1 < limit
        && words[end - 1].is_any(&["close", "familiar", "loyal", "privy", "aware", "opposed", "near"])
    {
        end += 1;
        while end < limit
            && end - start < LONGEST
            && (nominal(&words[end]) || words[end].is_any(&["them", "him", "her", "it"]))
        {
            end += 1;
        }
    }
    let phrase = speaker_phrase(words, start..end, names, speaking)?;
    // `said X, the minister,`: what stands between commas explains.
    let apposition = words.get(end).filter(|w| w.text == ",").and_then(|_| {
        let close =
            (end + 1..limit.min(end + 1 + LONGEST)).find(|k| words[*k].text == "," || ends_at(words, *k))?;
        words
            .get(end + 1)
            .is_some_and(|w| {
                w.is_any(&["the", "a", "an", "its", "who"])
                    || w.possessive
                    // `the chamber's director, Maria Alpha, …`
                    || w.is_capital() && words[phrase.range.clone()].iter().any(|p| !p.is_capital() && is_human(&p.stem))
                    || is_human(&w.stem)
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
        && one.is_any(&[
            "i", "there", "that", "this", "what", "you", "everyone", "nobody", "none", "one", "i'm", "we're",
            "you're", "they're", "who", "it's", "whoever", "anyone", "anybody",
        ])
    {
        return None;
    }
    let noun = speaking && inside.iter().any(|w| w.tagged(&[PartOfSpeech::Noun, PartOfSpeech::ProperNoun]));
    let human = inside.iter().any(|w| is_human(&w.stem));
    let known = names.best(inside).is_some();
    let proper = inside.iter().any(|w| {
        w.is_capital()
            && (w.tagged(&[PartOfSpeech::ProperNoun, PartOfSpeech::Verb, PartOfSpeech::Auxiliary])
                || range.start > 0)
            && (crate::calendar::month(&w.stem).is_none() || w.is("may"))
            && crate::calendar::weekday(&w.stem).is_none()
            && !w.is_any(&["the", "a", "an", "in", "on", "but", "this", "that", "these", "those"])
    });
    // A thing is no speaker: a phrase in small letters needs a word for people.
    let head_is_name = inside.last().is_some_and(Token::is_capital);
    (!inside.is_empty() && (human || known || noun || (proper && head_is_name)))
        .then_some(Phrase { range, apposition: None })
}
