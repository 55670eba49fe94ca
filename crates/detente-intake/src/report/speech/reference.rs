//! Whom a pronoun or `the general` stands for.
//!
//! The last speaker comes first, then whoever was named last and fits: `he` and `she` one person, `it` a body, `they` a
//! body or several people. Looks back over the last forty names at most.

use super::{Scan, Voice};
use crate::report::lexicon::{HUMANS, PERSONS};
use crate::report::names::CaseNames;
use crate::report::phrase::{Phrase, named_after};
use crate::report::quotes::Quote;
use crate::report::tokens::Token;

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
            let same = self.people.iter().rev().find(|p| {
                let of =
                    |r: &std::ops::Range<usize>| self.words[r.clone()].iter().any(|w| w.stem == role.stem);
                of(&p.range) || p.apposition.as_ref().is_some_and(of)
            });
            if let Some(same) = same.filter(|p| p.range != phrase.range) {
                return Voice { phrase: same.clone(), carried: true };
            }
        }
        Voice { phrase, carried: false }
    }

    /// Whom a pronoun stands for: the last speaker if that can be, else the last one named who can.
    pub(super) fn antecedent(&self, pronoun: &Token) -> Option<Phrase> {
        let fits = |phrase: &Phrase| {
            let words = &self.words[phrase.range.clone()];
            let person = is_person(words, self.names);
            if pronoun.is("they") {
                return !person || words.iter().any(|w| w.is("and"));
            }
            if pronoun.is("it") { !person && !plural_head(words) } else { person }
        };
        let last = self.last.as_ref().map(|(p, _)| p);
        // Someone named since the last statement comes before its speaker.
        let newest = self.people.iter().rev().find(|p| fits(p));
        match (last.filter(|p| fits(p)), newest) {
            (Some(last), Some(newest)) if newest.range.start > last.range.end => Some(newest.clone()),
            (Some(last), _) => Some(last.clone()),
            (None, newest) => newest.cloned(),
        }
    }

    pub(super) fn remember(&mut self, voice: Option<&Voice>, at: usize) {
        if let Some(voice) = voice {
            self.last = Some((voice.phrase.clone(), self.words[at].paragraph));
            if !voice.carried {
                self.people.push(voice.phrase.clone());
            }
        }
    }

    /// Names in a sentence that a later pronoun may stand for.
    pub(super) fn note_people(&mut self, range: &std::ops::Range<usize>, quotes: &[Quote]) {
        // Who opens a sentence is whom the next `she` means.
        let opening = named_after(self.words, range.start, range.end, self.names, false);
        if let Some(phrase) = opening
            && is_person(&self.words[phrase.range.clone()], self.names)
            && self.people.iter().all(|p| p.range.start != phrase.range.start)
        {
            self.people.push(phrase);
        }
        let mut i = range.start;
        while i < range.end {
            let quoted = quotes.iter().any(|q| q.inside.contains(&i));
            match self.names.at(&self.words[i..range.end]).filter(|_| !quoted) {
                Some((_, len)) => {
                    let phrase = Phrase { range: i..i + len, apposition: None };
                    let known = self.people.iter().any(|p| p.range.start <= i && i < p.range.end);
                    // A party in the genitive, `Northland’s army`, is not who is spoken of.
                    if !known && !self.words[i + len - 1].possessive {
                        self.people.push(phrase);
                    }
                    i += len;
                }
                None => i += 1,
            }
        }
        self.people.sort_by_key(|p| p.range.start);
        // Older names are out of reach of any pronoun.
        let excess = self.people.len().saturating_sub(40);
        self.people.drain(..excess);
    }
}

fn plural_head(words: &[Token]) -> bool {
    words.iter().any(|w| {
        HUMANS.contains(&w.stem.as_str()) && w.stem.ends_with('s') && !w.is_any(&["forces", "chairs"])
    })
}

/// Words for one person, so that `he` or `she` can stand for the phrase.
fn is_person(words: &[Token], names: &CaseNames) -> bool {
    words.iter().any(|w| !w.possessive && w.is_any(PERSONS))
        || names.best(words).is_some_and(|k| k.person.is_some())
}
