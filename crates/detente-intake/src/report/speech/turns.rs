//! Transcripts: whose turn it is, and what is told within one.

use super::{Scan, Voice};
use crate::report::conditions::clauses_in;
use crate::report::phrase::Phrase;
use crate::report::quotes::Quote;

/// Labels of those who ask.
const ASKING: &[&str] = &["q", "question"];

/// Labels that say what a turn is rather than whose.
const UNNAMED: &[&str] = &["q", "a", "question", "answer"];

/// Words by which whoever has the turn speaks of themselves or to others.
const OWN: &[&str] = &["i", "we", "you", "us", "my", "our", "your", "mine", "ours", "yours"];

impl Scan<'_> {
    /// The words of a label before its colon, without what stands in brackets.
    fn label(&self, turn: &Quote) -> std::ops::Range<usize> {
        let paragraph = self.words[turn.open].paragraph;
        let start = (0..turn.open).rev().take_while(|k| self.words[*k].paragraph == paragraph).last();
        let from = start.unwrap_or(turn.open);
        let end = (from..turn.open).find(|k| self.words[*k].text == "(").unwrap_or(turn.open);
        from..end
    }

    /// Whether a turn is a question: it states nothing.
    pub(super) fn asks(&self, turn: &Quote) -> bool {
        self.words[self.label(turn)].first().is_some_and(|w| w.is_any(ASKING))
    }

    /// Whose turn it is in a transcript.
    pub(super) fn turn_voice(&self, turn: &Quote) -> Option<Voice> {
        let label = self.label(turn);
        let unnamed = label.len() == 1 && self.words[label.start].is_any(UNNAMED);
        (!unnamed && !label.is_empty()).then(|| Voice::named(Phrase { range: label, apposition: None }))
    }

    /// What a sentence within a turn tells that others said: `MINISTER: The general has denied that …`. Only where it names them; whom a
    /// pronoun means in the mouth of another is left open. A question is asked by nobody in particular, but what it reports is reported.
    pub(super) fn told_in_turn(&mut self, turn: &Quote, sentence: &std::ops::Range<usize>) {
        let words = self.words;
        let range = turn.inside.start.max(sentence.start)..turn.inside.end.min(sentence.end);
        let quotes_within =
            words[range.clone()].iter().any(|w| matches!(w.text.as_str(), "“" | "”" | "\"" | "«" | "‘"));
        let label = self.label(turn);
        if range.is_empty() || label.is_empty() || quotes_within {
            return;
        }
        // Whoever is named in a turn is nobody for whom a pronoun outside it stands.
        let (last, people) = (self.last.clone(), self.people.clone());
        let quotes = std::mem::take(&mut self.quotes);
        let first = self.found.len();
        self.clauses = clauses_in(words, &range);
        let cues = self.cues_in(&range, &[]);
        let told = self.according_to(&range, &[]);
        self.indirect(&range, &[], &cues, &[], told.as_ref());
        (self.last, self.people, self.quotes) = (last, people, quotes);
        let told_by = Voice::named(Phrase { range: label, apposition: None });
        let own = |v: &Voice| words[v.phrase.range.start].is_any(OWN);
        let mut k = first;
        while k < self.found.len() {
            let settled = |v: &Voice| v.is_settled() && !v.carried && !own(v);
            if self.found[k].speaker.as_ref().is_some_and(settled) {
                self.found[k].told_by = Some(told_by.clone());
                k += 1;
            } else {
                self.found.remove(k);
            }
        }
    }
}
