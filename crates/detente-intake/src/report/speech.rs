//! Who said what.
//!
//! Direct speech is a quotation with a verb of saying before or after it, one behind `the envoy:`, or one that goes on from the quotation
//! before: “…,” X said. “…” Indirect speech is a verb of saying, wanting or refusing with somebody before it (X said that …; X rules out …; X
//! wants …, but refuses …), `according to X`, or a statement with its speaker at the end (…, X said).
//!
//! A statement keeps its sense. What is denied (`has not said`, `neither … nor`, `refused to`) has the words that deny it within its text, and
//! they are noted; what hangs on a condition has the condition. What is told only under a condition, asked, or doubted
//! (`if X says …`, `no sign that X agreed`) is said by nobody.
//!
//! A pronoun stands for somebody only where no one else could be meant; else all who could be are kept, and nobody is given
//! the words.

mod around;
mod content;
mod cue_at;
mod direct;
mod indirect;
mod mention;
mod reference;
mod turns;

use std::collections::HashMap;

use super::conditions::{Clause, clauses_in};
use super::dates::DateMention;
use super::lexicon::Stance;
use super::names::CaseNames;
use super::parts::PartOfSpeech;
use super::phrase::{Phrase, Subject, subject_before};
use super::quantities::text_of;
use super::quotes::Quote;
use super::sentences::{ReportText, past_dateline};
use super::tokens::Token;
use cue_at::CueAt;
use mention::Mention;

/// A statement found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// The words of what was said, from the first to the last.
    pub content: std::ops::Range<usize>,
    /// The same without an attribution that stands in the middle.
    pub pieces: Vec<std::ops::Range<usize>>,
    pub speaker: Option<Voice>,
    /// The words of the cue.
    pub cue: Option<(std::ops::Range<usize>, Stance)>,
    pub direct: bool,
    pub sentence: usize,
    /// The words that deny that it was said, wanted or accepted.
    pub denied: Option<std::ops::Range<usize>>,
    /// The conditions on which it hangs.
    pub conditions: Vec<std::ops::Range<usize>>,
    /// Whose turn in a transcript tells of it.
    pub told_by: Option<Voice>,
}

/// A speaker as the text gives one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Voice {
    pub phrase: Phrase,
    /// Whether the text only has a pronoun, or nothing, where this statement is made.
    pub carried: bool,
    /// Who it could be, where the text does not settle it.
    pub open: Vec<Phrase>,
}

impl Voice {
    fn named(phrase: Phrase) -> Self {
        Self { phrase, carried: false, open: Vec::new() }
    }

    fn carried(phrase: Phrase) -> Self {
        Self { phrase, carried: true, open: Vec::new() }
    }

    /// Somebody of these; one alone is settled.
    fn among(mut candidates: Vec<Phrase>) -> Option<Self> {
        let first = candidates.first()?.clone();
        if candidates.len() == 1 {
            candidates.clear();
        }
        Some(Self { phrase: first, carried: true, open: candidates })
    }

    /// The same, as nobody in particular.
    fn doubted(self) -> Self {
        let open = if self.open.is_empty() { vec![self.phrase.clone()] } else { self.open };
        Self { open, carried: true, ..self }
    }

    /// Whether the text says who it is.
    pub fn is_settled(&self) -> bool {
        self.open.is_empty()
    }
}

type Dates<'a> = &'a [(std::ops::Range<usize>, DateMention)];

/// Every statement in a text, in order.
pub(super) fn statements(
    reading: &ReportText,
    quotes: &[Quote],
    names: &CaseNames,
    dates: Dates<'_>,
) -> Vec<Said> {
    let mut scan = Scan {
        words: &reading.words,
        quotes: &[],
        names,
        dates,
        index: 0,
        whole: 0..0,
        before: 0..0,
        clauses: Vec::new(),
        last: None,
        people: Vec::new(),
        called: HashMap::new(),
        joined: 0,
        found: Vec::new(),
    };
    let mut next_quote = 0;
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let from = next_quote;
        while quotes.get(next_quote).is_some_and(|q| q.open < sentence.end) {
            next_quote += 1;
        }
        // A quotation of several sentences reaches into later ones; it belongs to the one in which it opens.
        let open_before = from.checked_sub(1).map(|k| &quotes[k]).filter(|q| q.after > sentence.start);
        scan.quotes = &quotes[from..next_quote];
        scan.index = index;
        scan.before = std::mem::replace(&mut scan.whole, sentence.clone());
        scan.sentence(sentence.clone(), &quotes[from..next_quote], open_before);
    }
    let mut found = scan.found;
    for said in &mut found {
        let inside: Vec<std::ops::Range<usize>> = said
            .pieces
            .iter()
            .flat_map(|piece| clauses_in(&reading.words, piece))
            .filter(|clause| clause.condition)
            .map(|clause| trim(&reading.words, clause.range))
            .collect();
        said.conditions.extend(inside);
        said.conditions.sort_by_key(|c| c.start);
        said.conditions.dedup();
    }
    found.sort_by_key(|s| (s.content.start, s.content.end));
    found
}

/// The last speaker and where they spoke.
#[derive(Debug, Clone)]
struct Last {
    voice: Voice,
    paragraph: usize,
    sentence: usize,
    /// Whether it was a quotation.
    direct: bool,
}

struct Scan<'a> {
    words: &'a [Token],
    /// Those that open in the sentence at hand.
    quotes: &'a [Quote],
    names: &'a CaseNames,
    dates: Dates<'a>,
    /// The sentence at hand: its number and its words, and those of the sentence before.
    index: usize,
    whole: std::ops::Range<usize>,
    before: std::ops::Range<usize>,
    /// Clauses of it in which nothing is yet so.
    clauses: Vec<Clause>,
    last: Option<Last>,
    /// People and bodies named so far, the last one last.
    people: Vec<Mention>,
    /// Who is called `he` and who `she`, by what tells them from others.
    called: HashMap<String, &'static str>,
    /// Up to where quotations belong to one that an attribution has parted.
    joined: usize,
    found: Vec<Said>,
}

impl Scan<'_> {
    fn sentence(&mut self, whole: std::ops::Range<usize>, quotes: &[Quote], open_before: Option<&Quote>) {
        let turn = open_before.or(quotes.first()).filter(|q| q.turn);
        self.sentence_outside(&whole, quotes, open_before);
        if let Some(turn) = turn {
            self.told_in_turn(turn, &whole);
        }
    }

    /// What a sentence has outside quotations that opened before it.
    fn sentence_outside(
        &mut self,
        whole: &std::ops::Range<usize>,
        quotes: &[Quote],
        open_before: Option<&Quote>,
    ) {
        // Words inside a quotation that opened in an earlier sentence have been dealt with there, but for those after it.
        let start = open_before.map_or(whole.start, |q| q.after.max(whole.start));
        if start >= whole.end {
            return;
        }
        let start = if start == whole.start { past_dateline(self.words, whole) } else { start };
        let range = start..whole.end;
        self.clauses = clauses_in(self.words, &range);
        let cues = self.cues_in(&range, quotes);
        let mut used: Vec<usize> = Vec::new();
        // What follows a quotation of several sentences may name its speaker: `… it is over,” he said.`
        if let Some(quote) = open_before
            && let Some((cue, voice)) = self.attribution_after(quote, &range, &cues)
        {
            used.push(cue);
            self.attribute(quote, &cues[cue], &voice);
        }
        for quote in quotes {
            if quote.open >= self.joined
                && let Some((cue, voice)) = self.direct(quote, &range, &cues)
                && let Some(cue) = cue
            {
                used.push(cue);
                self.remember(voice.as_ref(), quote.open, true);
            }
        }
        // What is so according to somebody is theirs, whoever said or promised it there.
        let told = self.according_to(&range, quotes);
        self.indirect(&range, quotes, &cues, &used, told.as_ref());
        self.note_people(&range, quotes);
        self.note_pronouns(&range, quotes);
    }

    fn push(
        &mut self,
        content: std::ops::Range<usize>,
        speaker: Option<Voice>,
        cue: Option<&CueAt>,
        direct: bool,
    ) {
        let sentence = self.index;
        let cue = cue.map(|c| (c.words.clone(), c.cue.stance));
        let (denied, conditions) = (None, Vec::new());
        let pieces = vec![content.clone()];
        let told_by = None;
        self.found.push(Said {
            content,
            pieces,
            speaker,
            cue,
            direct,
            sentence,
            denied,
            conditions,
            told_by,
        });
    }

    fn voice_before(&self, from: usize, verb: usize) -> Option<Voice> {
        match subject_before(self.words, from, verb, self.names)? {
            Subject::Named(phrase) => Some(self.resolve(phrase)),
            Subject::Pronoun(at) => self.antecedent(at),
            Subject::Shared => None,
        }
    }
}

/// The words of a sentence without its final mark.
fn last_word(words: &[Token], range: &std::ops::Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start && matches!(words[end - 1].text.as_str(), "." | "!" | "?" | "…") {
        end -= 1;
    }
    end
}

/// Without marks and spaces at either end, unless they are one half of a pair.
fn trim(words: &[Token], range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let loose =
        |w: &Token| matches!(w.text.as_str(), "," | "." | ";" | ":" | "!" | "?" | "-" | "–" | "—" | "…");
    while start < end && loose(&words[start]) {
        start += 1;
    }
    while end > start && loose(&words[end - 1]) {
        end -= 1;
    }
    start..end
}

fn has_verb(words: &[Token]) -> bool {
    words.iter().any(|w| w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]))
}

fn ends_sentence(words: &[Token], open: usize) -> bool {
    open == 0 || matches!(words[open - 1].text.as_str(), "." | "!" | "?" | "”" | ":")
}

/// The speaker as the text writes it, without an article.
pub(super) fn name_of(words: &[Token], phrase: &Phrase) -> String {
    let words = &words[phrase.range.clone()];
    let skip = usize::from(words.first().is_some_and(|w| w.is_any(&["the", "a", "an"])) && words.len() > 1);
    let mut name = text_of(&words[skip..]);
    if words.last().is_some_and(|w| w.possessive) {
        name.truncate(name.trim_end_matches("'s").trim_end_matches("’s").len());
    }
    name
}
