//! Who is named in a sentence, so that a later pronoun may stand for them.

use super::Scan;
use crate::calendar::{month, weekday};
use crate::report::lexicon::is_human;
use crate::report::names::CaseNames;
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::{Phrase, named_after};
use crate::report::quotes::Quote;
use crate::report::together::parted;
use crate::report::tokens::{Token, TokenKind};
use crate::report::verb_group::{is_helper, is_name};

/// What speaks in a report but is nobody for whom a pronoun stands.
const THINGS: &[&str] = &["statement", "note", "communique", "report", "channel", "newspaper", "campaign"];

/// Somebody named in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    pub phrase: Phrase,
    pub sentence: usize,
    pub paragraph: usize,
    /// Whether the sentence is about them: its first subject, or one who speaks in it.
    pub prominent: bool,
    /// Whether they speak in it.
    pub spoke: bool,
    /// What tells them from others: mentions with the same key are of the same one.
    pub key: String,
}

impl Scan<'_> {
    /// Everybody named in a stretch of the sentence at hand outside quotations, in order.
    pub(super) fn mentions(&self, range: std::ops::Range<usize>, quotes: &[Quote]) -> Vec<Mention> {
        let words = self.words;
        let mut found: Vec<Mention> = Vec::new();
        if let Some(phrase) = self.opening(&range, quotes).filter(|p| !p.range.is_empty()) {
            found.push(self.mention(phrase));
        }
        // `Alpha and the council met`: they, and each of them.
        let joint = found.first().map(|m| m.phrase.clone()).and_then(|first| self.joined(&first, range.end));
        if let Some(both) = joint {
            let parts = parted(words, &both.range, self.names);
            if parts.len() > 1 {
                found.clear();
                for range in parts {
                    found.push(self.mention(Phrase { range, apposition: None }));
                }
                found.push(self.mention(both));
            }
        }
        let mut add = |phrase: Phrase, prominent: bool| {
            if !found.iter().any(|m| overlap(&m.phrase, &phrase)) && !phrase.range.is_empty() {
                found.push(Mention { prominent, ..self.mention(phrase) });
            }
        };
        let mut i = range.start;
        while i < range.end {
            if let Some(quote) = quotes.iter().find(|q| q.open <= i && i < q.after) {
                i = quote.after.max(i + 1);
                continue;
            }
            // A quotation ends whatever is named before it.
            let limit = quotes
                .iter()
                .map(|q| q.open)
                .filter(|open| *open > i)
                .min()
                .unwrap_or(range.end)
                .min(range.end);
            let (named, next) = self.named_at(i, &(range.start..limit));
            // A party in the genitive, `Northland’s army`, is not who is spoken of.
            if let Some(named) = named.filter(|n| !words[n.end - 1].possessive) {
                // `the council's spokeswoman, Maria Alpha,`
                let comma = named.end;
                let name = (comma + 1..limit).take(5).take_while(|k| is_proper(&words[*k])).last();
                let apposition = name
                    .filter(|k| words[comma].text == "," && words.get(k + 1).is_none_or(Token::is_mark))
                    .map(|k| comma + 1..k + 1);
                add(Phrase { range: named, apposition }, false);
            }
            i = next;
        }
        found.sort_by_key(|m| m.phrase.range.start);
        found
    }

    /// Somebody whom the sentence at hand is about.
    pub(super) fn mention(&self, phrase: Phrase) -> Mention {
        let paragraph = self.words[phrase.range.start].paragraph;
        let key = self.key(&phrase);
        Mention { phrase, sentence: self.index, paragraph, prominent: true, spoke: false, key }
    }

    /// A phrase with the one that `and` joins to it.
    fn joined(&self, first: &Phrase, limit: usize) -> Option<Phrase> {
        let and = first.range.end;
        if first.apposition.is_some() || and + 1 >= limit || !self.words[and].is("and") {
            return None;
        }
        let second = named_after(self.words, and + 1, limit, self.names, false)?;
        Some(Phrase { range: first.range.start..second.range.end, apposition: None })
    }

    /// Who opens a sentence: whom the next `she` means.
    fn opening(&self, range: &std::ops::Range<usize>, quotes: &[Quote]) -> Option<Phrase> {
        let words = self.words;
        let first = |from: usize| {
            (from..range.end).find(|k| {
                !words[*k].is_mark()
                    && words[*k].kind != TokenKind::Figure
                    && !words[*k].tagged(&[PartOfSpeech::Coordinator])
            })
        };
        // `In a statement, the ministry …`
        let begin = first(range.start)?;
        let set = words[begin].tagged(&[
            PartOfSpeech::Preposition,
            PartOfSpeech::Subordinator,
            PartOfSpeech::Adverb,
        ]) || words[begin].stem.ends_with("ing");
        let begin = if set {
            let comma = (begin..range.end).take(16).find(|c| words[*c].text == ",")?;
            first(comma + 1)?
        } else {
            begin
        };
        // `Would the envoy …?`
        let asks = is_helper(&words[begin]) && !is_name(words, begin);
        if asks || quotes.iter().any(|q| q.open <= begin && begin < q.after) {
            return None;
        }
        let phrase = named_after(words, begin, range.end, self.names, false)?;
        let inside = &words[phrase.range.clone()];
        let possessive = inside.last().is_some_and(|w| w.possessive);
        let somebody = inside.iter().any(|w| is_human(&w.stem))
            || self.names.best(inside).is_some()
            || is_full_name(inside, self.names);
        let thing = inside.iter().any(|w| w.is_any(THINGS));
        (somebody && !possessive && !thing).then_some(phrase)
    }

    /// Who is named at a word, if anybody, and the next word to look at.
    fn named_at(&self, i: usize, range: &std::ops::Range<usize>) -> (Option<std::ops::Range<usize>>, usize) {
        let words = self.words;
        if let Some((_, len)) = self.names.at(&words[i..range.end]) {
            // Titles before the name belong to it, and `the Northland army` is the army.
            let title = |k: &usize| words[*k].is_capital() && is_human(&words[*k].stem);
            let start = (range.start..i).rev().take_while(title).last().unwrap_or(i);
            let after = i + len;
            let office = (after..range.end).take(3).take_while(|k| is_human(&words[*k].stem)).last();
            let end = if words[after - 1].possessive { after } else { office.map_or(after, |k| k + 1) };
            return (Some(start..end), after);
        }
        // `the deputy`, `an army`, `General Oscar`
        // `shook his head`
        let body = words[i].is("head") && i > 0 && words[i - 1].is_any(&["his", "her", "their", "my"]);
        if is_human(&words[i].stem) && !words[i].possessive && !words[i].is_any(THINGS) && !body {
            let goes_on = |k: &usize| {
                let word = &words[*k];
                is_human(&word.stem) && !word.is_any(&["both", "neither"])
                    || word.is_capital() && weekday(&word.stem).is_none() && month(&word.stem).is_none()
            };
            let end = (i + 1..range.end).take_while(goes_on).last().map_or(i + 1, |k| k + 1);
            let part = |k: &usize| {
                words[*k].tagged(&[
                    PartOfSpeech::Determiner,
                    PartOfSpeech::Adjective,
                    PartOfSpeech::Noun,
                    PartOfSpeech::ProperNoun,
                ])
            };
            let start = (range.start..i).rev().take(4).take_while(part).last().unwrap_or(i);
            return (Some(start..end), end);
        }
        // `Maria Hotel`, whom no list knows; but not a place, `in Old Harbour`.
        let run = (i..range.end).take(6).take_while(|k| is_proper(&words[*k])).count();
        let place = i
            .checked_sub(1)
            .is_some_and(|k| words[k].is_any(&["in", "at", "from", "near", "of", "to", "the", "on"]));
        ((run >= 2 && !place).then_some(i..i + run), i + run.max(1))
    }
}

/// Whether two phrases share words, explanations included.
pub(super) fn overlap(a: &Phrase, b: &Phrase) -> bool {
    let ranges = |p: &Phrase| [Some(p.range.clone()), p.apposition.clone()];
    ranges(a)
        .into_iter()
        .flatten()
        .any(|x| ranges(b).into_iter().flatten().any(|y| x.start < y.end && y.start < x.end))
}

fn is_proper(word: &Token) -> bool {
    word.is_capital()
        && word.tagged(&[PartOfSpeech::ProperNoun])
        && weekday(&word.stem).is_none()
        && month(&word.stem).is_none()
}

/// Two or more capitals that are no party of the case: a first and a last name.
pub(super) fn is_full_name(words: &[Token], names: &CaseNames) -> bool {
    let proper = words.len() >= 2 && words.iter().all(is_proper) && names.best(words).is_none();
    proper && !words.iter().any(|w| is_human(&w.stem))
}
