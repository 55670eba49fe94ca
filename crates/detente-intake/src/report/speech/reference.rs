//! Whom a pronoun or `the general` stands for.
//!
//! It stands for somebody only if no one else can be meant: who is spoken of in the nearest sentence that speaks of anybody who fits, `he` and
//! `she` one person, `it` a body, `they` a body or several. Whoever has just spoken goes on speaking, whomever they spoke of; else all who
//! fit remain, and the text does not settle it. Looks back three sentences, and not beyond the paragraph before.

use super::mention::{Mention, is_full_name, overlap};
use super::{Last, Scan, Voice};
use crate::report::lexicon::{FEMALE, LINKS, MALE, is_for_one, is_human};
use crate::report::names::CaseNames;
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::Phrase;
use crate::report::quotes::Quote;
use crate::report::together::parted;
use crate::report::tokens::{Token, TokenKind};

/// Sentences back in which a pronoun finds whom it stands for.
const REACH: usize = 3;

/// Words back in its own sentence, likewise: longer sentences are lists, or have lost their stops.
const NEAR: usize = 80;

/// Mentions kept.
const KEPT: usize = 40;

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
    pub(super) fn key(&self, phrase: &Phrase) -> String {
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
        let here = self.mentions(self.whole.start.max(at.saturating_sub(NEAR))..at, self.quotes);
        let near = |m: &&Mention| {
            m.phrase.range.end <= at && m.sentence + REACH >= self.index && m.paragraph + 1 >= paragraph
        };
        let mut all: Vec<&Mention> =
            self.people.iter().chain(&here).filter(near).filter(|m| self.fits(pronoun, &m.phrase)).collect();
        all.sort_by_key(|m| m.phrase.range.start);
        // `They` are both of two who were named together.
        let joint =
            |m: &&&Mention| m.prominent && self.words[m.phrase.range.clone()].iter().any(|w| w.is("and"));
        if pronoun.is("they")
            && let Some(both) = all.iter().rev().find(joint).map(|m| m.phrase.clone())
        {
            all.retain(|m| m.phrase == both || !overlap(&m.phrase, &both));
        }
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
            // `“You are late,” Alpha told Bravo. “I know,” she said.` Who adds, though, has spoken before.
            let adds = self.words[at.saturating_sub(2)..(at + 3).min(self.words.len())]
                .iter()
                .any(|w| w.is_any(&["added", "adds", "continued", "continues", "also"]));
            let listens = |m: &Mention| {
                let before = m.phrase.range.start.checked_sub(1);
                !adds
                    && before.is_some_and(|k| {
                        self.words[k]
                            .is_any(&["told", "tells", "asked", "asks", "warned", "assured", "reminded"])
                    })
            };
            let others = distinct(&|m| {
                m.key != one.key
                    && if spoke { m.sentence > nearest || listens(m) } else { m.sentence >= nearest }
            });
            // `The two leaders met. “It was good,” he said.`
            let several = !pronoun.is_any(&["they", "it"])
                && self.people.iter().any(|m| {
                    m.prominent && m.sentence > nearest && plural_head(&self.words[m.phrase.range.clone()])
                });
            if several {
                return Some(Voice::carried(one.phrase.clone()).doubted());
            }
            if others.is_empty() {
                let voice = Voice::carried(one.phrase.clone());
                return Some(if self.speaks_of_others(one, at) { voice.doubted() } else { voice });
            }
        }
        Voice::among(phrases(distinct(&|m| m.sentence >= nearest)))
    }

    /// Whether the paragraph of a pronoun tells of something else before it, and never names whoever stands in the paragraph before.
    fn speaks_of_others(&self, mention: &Mention, at: usize) -> bool {
        let paragraph = self.words[at].paragraph;
        let named = self.people.iter().any(|m| m.key == mention.key && m.paragraph == paragraph);
        let person = self.words[at].is_any(&["he", "she"]);
        let told = self.words[self.before.clone()]
            .first()
            .is_some_and(|w| w.paragraph == paragraph && !matches!(w.text.as_str(), "“" | "\"" | "«" | "‘"));
        person && told && !named && mention.paragraph < paragraph
    }

    /// Whether a pronoun can stand for a phrase.
    fn fits(&self, pronoun: &Token, phrase: &Phrase) -> bool {
        let words = &self.words[phrase.range.clone()];
        let person = self.is_one_person(phrase);
        let together = words.iter().any(|w| w.is("and"));
        if together && !pronoun.is("they") {
            return false;
        }
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
        // `Alpha's counterpart`: a word on no list may be for a person as well.
        let unknown = !words.iter().any(|w| is_human(&w.stem) && !w.possessive)
            && self.names.speaks_for(words).is_none()
            && !words.last().is_some_and(|w| w.stem.ends_with('s') || w.is_capital())
            && phrase.range.len() > 1;
        let other = self.called.get(&self.key(phrase)).is_some_and(|called| !pronoun.is(called));
        (person || unknown) && !other && !(pronoun.is("he") && of(FEMALE)) && !(pronoun.is("she") && of(MALE))
    }

    pub(super) fn remember(&mut self, voice: Option<&Voice>, at: usize, direct: bool) {
        if let Some(voice) = voice {
            let (paragraph, sentence) = (self.words[at].paragraph, self.index);
            self.last = Some(Last { voice: voice.clone(), paragraph, sentence, direct });
            if voice.is_settled() {
                let phrase = voice.phrase.clone();
                // Each of two who speak together may speak alone in the next sentence.
                for range in parted(self.words, &phrase.range, self.names) {
                    self.people.push(Mention {
                        sentence,
                        paragraph,
                        ..self.mention(Phrase { range, apposition: None })
                    });
                }
                self.people.push(Mention { sentence, paragraph, spoke: true, ..self.mention(phrase) });
            }
        }
    }

    /// Notes somebody whom the sentence is about, though no statement is theirs.
    pub(super) fn note(&mut self, phrase: Phrase, at: usize) {
        let paragraph = self.words[at].paragraph;
        self.people.push(Mention { paragraph, ..self.mention(phrase) });
    }

    /// Who is called `he` or `she` in a sentence is not called otherwise later.
    pub(super) fn note_pronouns(&mut self, range: &std::ops::Range<usize>, quotes: &[Quote]) {
        for called in ["he", "she"] {
            let outside = |k: &usize| !quotes.iter().any(|q| q.open <= *k && *k < q.after);
            let first = range.clone().filter(outside).find(|k| self.words[*k].is(called));
            if let Some(voice) = first.and_then(|k| self.antecedent(k)).filter(Voice::is_settled) {
                let words = &self.words[voice.phrase.range.clone()];
                // Only of a name: there may be another envoy.
                let of_the_case = self.names.speaks_for(words).is_some_and(|known| known.person.is_some());
                let named = words.last().is_some_and(|w| w.is_capital() && !is_human(&w.stem));
                if of_the_case || named {
                    self.called.entry(self.key(&voice.phrase)).or_insert(called);
                }
            }
        }
    }

    /// Names in a sentence that a later pronoun may stand for.
    pub(super) fn note_people(&mut self, range: &std::ops::Range<usize>, quotes: &[Quote]) {
        let found = self.mentions(range.clone(), quotes);
        let before = self.people.len();
        for mention in found {
            let known = self.people[..before]
                .iter()
                .any(|m| m.sentence == self.index && overlap(&m.phrase, &mention.phrase));
            if !known {
                self.people.push(mention);
            }
        }
        self.people.sort_by_key(|m| (m.sentence, m.phrase.range.start));
        // Older names are out of reach of any pronoun.
        let excess = self.people.len().saturating_sub(KEPT);
        self.people.drain(..excess);
    }
}

fn plural_head(words: &[Token]) -> bool {
    words.iter().any(|w| is_human(&w.stem) && w.stem.ends_with('s') && !w.is_any(&["forces", "chairs"]))
}

/// Words for one person, so that `he` or `she` can stand for the phrase.
fn is_person(words: &[Token], names: &CaseNames) -> bool {
    words.iter().any(|w| !w.possessive && is_for_one(&w.stem))
        || names.speaks_for(words).is_some_and(|k| k.person.is_some())
}
