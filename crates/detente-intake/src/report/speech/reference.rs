//! Whom a pronoun or `the general` stands for.
//!
//! It stands for somebody only if no one else can be meant: who is spoken of in the nearest sentence that speaks of anybody who fits, `he` and
//! `she` one person, `it` a body, `they` a body or several. Whoever has just spoken goes on speaking, whomever they spoke of; else all who
//! fit remain, and the text does not settle it. Looks back three sentences, and not beyond the paragraph before.

use super::{Last, Scan, Voice};
use crate::calendar::{month, weekday};
use crate::report::lexicon::{FEMALE, LINKS, MALE, is_for_one, is_human};
use crate::report::names::CaseNames;
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::{Phrase, named_after};
use crate::report::quotes::Quote;
use crate::report::tokens::{Token, TokenKind};

/// Sentences back in which a pronoun finds whom it stands for.
const REACH: usize = 3;

/// What speaks in a report but is nobody for whom a pronoun stands.
const THINGS: &[&str] = &["statement", "note", "communique", "report", "channel", "newspaper", "campaign"];

/// Mentions kept.
const KEPT: usize = 40;

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
    key: String,
}

impl Scan<'_> {
    /// A phrase such as `the general` stands for the general named before.
    pub(super) fn resolve(&self, phrase: Phrase) -> Voice {
        let words = &self.words[phrase.range.clone()];
        let named = words.iter().skip(1).any(Token::is_capital)
            || self.names.best(words).is_some()
            || phrase.apposition.is_some();
        if let [the, .., role] = words
            && the.is("the")
            && !named
            && words.len() <= 3
        {
            let mut same: Vec<&Mention> = Vec::new();
            for mention in self.people.iter().rev() {
                let p = &mention.phrase;
                let of = |r: &std::ops::Range<usize>| self.is_headed_by(r, &role.stem);
                if p.range != phrase.range
                    && (of(&p.range)
                        || p.apposition.as_ref().is_some_and(|r| of(&(r.start..self.noun_end(r)))))
                    && is_for_one(&role.stem) == self.is_one_person(p)
                    && !same.iter().any(|m| m.key == mention.key)
                {
                    same.push(mention);
                }
            }
            // `the general` again is whoever that was.
            let told: Vec<Phrase> = same
                .iter()
                .filter(|m| {
                    self.words[m.phrase.range.clone()].iter().skip(1).any(Token::is_capital)
                        || m.phrase.range.len() == 1
                        || m.phrase.apposition.is_some()
                })
                .map(|m| m.phrase.clone())
                .collect();
            match &told[..] {
                [one] => return Voice::carried(one.clone()),
                [] => {}
                _ => return Voice { phrase, carried: false, open: told },
            }
        }
        Voice::named(phrase)
    }

    /// Whether a role is what the words of a mention are about: `general` in `General Alpha of the army`, but not `council` in
    /// `the council's envoy` or `the head of the council`.
    fn is_headed_by(&self, range: &std::ops::Range<usize>, role: &str) -> bool {
        let words = &self.words[range.clone()];
        let end = words.iter().position(|w| w.is_any(LINKS) && !w.is_capital()).unwrap_or(words.len());
        words[..end].iter().enumerate().any(|(k, w)| {
            w.is(role)
                && !w.possessive
                && words[..end]
                    .get(k + 1)
                    .is_none_or(|next| next.is_capital() && !is_human(&next.stem) || next.is_mark())
        })
    }

    /// Where the first noun phrase of an explanation ends: at its verb or at `who`.
    fn noun_end(&self, range: &std::ops::Range<usize>) -> usize {
        range
            .clone()
            .find(|k| {
                let word = &self.words[*k];
                word.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) || word.is_any(&["who", "which"])
            })
            .unwrap_or(range.end)
    }

    fn is_one_person(&self, phrase: &Phrase) -> bool {
        let words = &self.words[phrase.range.clone()];
        is_person(words, self.names)
            || is_full_name(words, self.names)
            || phrase.apposition.as_ref().is_some_and(|r| is_person(&self.words[r.clone()], self.names))
    }

    /// What tells a mention from others: the person of the case, or the last word of the name or office.
    fn key(&self, phrase: &Phrase) -> String {
        let words = &self.words[phrase.range.clone()];
        let person = self
            .names
            .speaks_for(words)
            .and_then(|known| known.person.map(|k| format!("{}/{k}", known.party.0)));
        person.unwrap_or_else(|| {
            let linked = |w: &Token| w.is_any(LINKS) && !w.is_capital();
            let end = words.iter().skip(1).position(linked).map_or(words.len(), |k| k + 1);
            words[..end]
                .iter()
                .rev()
                .find(|w| w.kind == TokenKind::Letters)
                .map_or(String::new(), |w| w.stem.to_string())
        })
    }

    /// Whether two phrases name the same one.
    pub(super) fn same(&self, a: &Phrase, b: &Phrase) -> bool {
        a.range == b.range || self.key(a) == self.key(b)
    }

    /// Whom the pronoun at a place stands for.
    pub(super) fn antecedent(&self, at: usize) -> Option<Voice> {
        let pronoun = &self.words[at];
        let paragraph = pronoun.paragraph;
        let here = self.mentions(self.whole.start..at, self.quotes);
        let near = |m: &&Mention| {
            m.phrase.range.end <= at && m.sentence + REACH >= self.index && m.paragraph + 1 >= paragraph
        };
        let mut all: Vec<&Mention> =
            self.people.iter().chain(&here).filter(near).filter(|m| self.fits(pronoun, &m.phrase)).collect();
        all.sort_by_key(|m| m.phrase.range.start);
        let last = self
            .last
            .as_ref()
            .filter(|last| last.paragraph + 1 >= paragraph && last.sentence + REACH >= self.index);
        let nearest = all.iter().rev().find(|m| m.prominent).map(|m| m.sentence);
        // Whoever could not be told in the sentence before cannot be told now.
        if let Some(last) = last.filter(|l| !l.voice.is_settled() && nearest.is_none_or(|n| n <= l.sentence))
        {
            return Some(Voice { carried: true, ..last.voice.clone() });
        }
        let distinct = |wanted: &dyn Fn(&Mention) -> bool| {
            let mut found: Vec<&Mention> = Vec::new();
            for mention in all.iter().rev().filter(|m| wanted(m)) {
                if !found.iter().any(|f| f.key == mention.key) {
                    found.push(mention);
                }
            }
            found
        };
        let phrases = |found: Vec<&Mention>| found.into_iter().map(|m| m.phrase.clone()).collect::<Vec<_>>();
        let Some(nearest) = nearest else {
            let others = distinct(&|_| true);
            return Voice::among(phrases(others));
        };
        let about = distinct(&|m| m.prominent && m.sentence == nearest);
        if let [one] = about[..] {
            let spoke = all.iter().any(|m| m.key == one.key && m.spoke && m.sentence == nearest);
            let others = distinct(&|m| {
                m.key != one.key && if spoke { m.sentence > nearest } else { m.sentence >= nearest }
            });
            if others.is_empty() {
                return Some(Voice::carried(one.phrase.clone()));
            }
        }
        Voice::among(phrases(distinct(&|m| m.sentence >= nearest)))
    }

    /// Whether a pronoun can stand for a phrase.
    fn fits(&self, pronoun: &Token, phrase: &Phrase) -> bool {
        let words = &self.words[phrase.range.clone()];
        let person = is_person(words, self.names) || is_full_name(words, self.names);
        if pronoun.is("they") {
            return !person || words.iter().any(|w| w.is("and"));
        }
        if pronoun.is("it") {
            return !person && !plural_head(words);
        }
        let of = |list: &[&str]| {
            let all = words.iter().chain(phrase.apposition.iter().flat_map(|r| &self.words[r.clone()]));
            all.clone().any(|w| w.is_any(list) && !w.possessive)
        };
        person && !(pronoun.is("he") && of(FEMALE)) && !(pronoun.is("she") && of(MALE))
    }

    pub(super) fn remember(&mut self, voice: Option<&Voice>, at: usize, direct: bool) {
        if let Some(voice) = voice {
            let (paragraph, sentence) = (self.words[at].paragraph, self.index);
            self.last = Some(Last { voice: voice.clone(), paragraph, sentence, direct });
            if voice.is_settled() {
                let phrase = voice.phrase.clone();
                let key = self.key(&phrase);
                self.people.push(Mention { phrase, sentence, paragraph, prominent: true, spoke: true, key });
            }
        }
    }

    /// Notes somebody whom the sentence is about, though no statement is theirs.
    pub(super) fn note(&mut self, phrase: Phrase, at: usize) {
        let (paragraph, sentence, key) = (self.words[at].paragraph, self.index, self.key(&phrase));
        self.people.push(Mention { phrase, sentence, paragraph, prominent: true, spoke: false, key });
    }

    /// Names in a sentence that a later pronoun may stand for.
    pub(super) fn note_people(&mut self, range: &std::ops::Range<usize>, quotes: &[Quote]) {
        let found = self.mentions(range.clone(), quotes);
        for mention in found {
            let known =
                self.people.iter().any(|m| m.sentence == self.index && overlap(&m.phrase, &mention.phrase));
            if !known {
                self.people.push(mention);
            }
        }
        self.people.sort_by_key(|m| (m.sentence, m.phrase.range.start));
        // Older names are out of reach of any pronoun.
        let excess = self.people.len().saturating_sub(KEPT);
        self.people.drain(..excess);
    }

    /// Everybody named in a stretch of the sentence at hand outside quotations, in order.
    pub(super) fn mentions(&self, range: std::ops::Range<usize>, quotes: &[Quote]) -> Vec<Mention> {
        let words = self.words;
        let mut found: Vec<Mention> = Vec::new();
        let mut add = |phrase: Phrase, prominent: bool| {
            let overlaps = found.iter().any(|m| overlap(&m.phrase, &phrase));
            if !overlaps && !phrase.range.is_empty() {
                let paragraph = words[phrase.range.start].paragraph;
                let key = self.key(&phrase);
                found.push(Mention { phrase, sentence: self.index, paragraph, prominent, spoke: false, key });
            }
        };
        let quoted = |i: usize| quotes.iter().any(|q| q.open <= i && i < q.after);
        // Who opens a sentence is whom the next `she` means.
        let first = |from: usize| {
            (from..range.end).find(|k| {
                !words[*k].is_mark()
                    && words[*k].kind != TokenKind::Figure
                    && !words[*k].tagged(&[PartOfSpeech::Coordinator])
            })
        };
        // `In a statement, the ministry …`
        let opening = first(range.start).and_then(|k| {
            let set = words[k].tagged(&[
                PartOfSpeech::Preposition,
                PartOfSpeech::Subordinator,
                PartOfSpeech::Adverb,
            ]) || words[k].stem.ends_with("ing");
            let comma = || (k..range.end).take(16).find(|c| words[*c].text == ",");
            if set { comma().and_then(|c| first(c + 1)) } else { Some(k) }
        });
        if let Some(phrase) = opening
            .filter(|k| !quoted(*k))
            .and_then(|first| named_after(words, first, range.end, self.names, false))
        {
            let inside = &words[phrase.range.clone()];
            let possessive = inside.last().is_some_and(|w| w.possessive);
            let somebody = inside.iter().any(|w| is_human(&w.stem))
                || self.names.best(inside).is_some()
                || is_full_name(inside, self.names);
            let thing = inside.iter().any(|w| w.is_any(THINGS));
            if somebody && !possessive && !thing {
                add(phrase, true);
            }
        }
        let mut i = range.start;
        while i < range.end {
            if quoted(i) {
                i += 1;
                continue;
            }
            if let Some((_, len)) = self.names.at(&words[i..range.end]) {
                // Titles before the name belong to it.
                let mut start = i;
                while start > range.start
                    && words[start - 1].is_capital()
                    && is_human(&words[start - 1].stem)
                    && !quoted(start - 1)
                {
                    start -= 1;
                }
                // A party in the genitive, `Northland’s army`, is not who is spoken of.
                if !words[i + len - 1].possessive {
                    // `the Northland army`: the army.
                    let more = (i + len..range.end)
                        .take(3)
                        .take_while(|k| is_human(&words[*k].stem) && !quoted(*k))
                        .last();
                    if !more.is_some_and(|k| words[k].possessive) {
                        add(
                            Phrase { range: start..more.map_or(i + len, |k| k + 1), apposition: None },
                            false,
                        );
                    }
                }
                i += len;
                continue;
            }
            // `the deputy`, `an army`, `General Oscar`
            if is_human(&words[i].stem) && !words[i].possessive && !words[i].is_any(THINGS) {
                let mut end = i + 1;
                while end < range.end
                    && (is_human(&words[end].stem)
                        || words[end].is_capital()
                            && weekday(&words[end].stem).is_none()
                            && month(&words[end].stem).is_none())
                    && !quoted(end)
                {
                    end += 1;
                }
                let mut start = i;
                while start > range.start
                    && i - start < 4
                    && !quoted(start - 1)
                    && words[start - 1].tagged(&[
                        PartOfSpeech::Determiner,
                        PartOfSpeech::Adjective,
                        PartOfSpeech::Noun,
                        PartOfSpeech::ProperNoun,
                    ])
                {
                    start -= 1;
                }
                if !words[end - 1].possessive {
                    add(Phrase { range: start..end, apposition: None }, false);
                }
                i = end;
                continue;
            }
            // `Maria Hotel`, whom no list knows; but not a place, `in Old Harbour`.
            let run = (i..range.end).take(6).take_while(|k| is_proper(&words[*k]) && !quoted(*k)).count();
            if run >= 2 {
                let place = i
                    .checked_sub(1)
                    .is_some_and(|k| words[k].is_any(&["in", "at", "from", "near", "of", "to", "the", "on"]));
                if !place && !words[i + run - 1].possessive {
                    add(Phrase { range: i..i + run, apposition: None }, false);
                }
            }
            i += run.max(1);
        }
        found.sort_by_key(|m| m.phrase.range.start);
        found
    }
}

/// Whether two phrases share words, explanations included.
fn overlap(a: &Phrase, b: &Phrase) -> bool {
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
fn is_full_name(words: &[Token], names: &CaseNames) -> bool {
    let proper = words.len() >= 2 && words.iter().all(is_proper) && names.best(words).is_none();
    proper && !words.iter().any(|w| is_human(&w.stem))
}

fn plural_head(words: &[Token]) -> bool {
    words.iter().any(|w| is_human(&w.stem) && w.stem.ends_with('s') && !w.is_any(&["forces", "chairs"]))
}

/// Words for one person, so that `he` or `she` can stand for the phrase.
fn is_person(words: &[Token], names: &CaseNames) -> bool {
    words.iter().any(|w| !w.possessive && is_for_one(&w.stem))
        || names.best(words).is_some_and(|k| k.person.is_some())
}
