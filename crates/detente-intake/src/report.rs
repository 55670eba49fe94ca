//! Drafting claims from the text of a report.
//!
//! A report is plain text, or HTML that is read as if its tags were spaces. Intake finds sentences; direct and indirect speech and who
//! speaks, also across sentences; acts; people and organisations, matched to the parties of the case; dates, resolved against
//! the day of the report; quantities with their hedges and what they count. It drafts claims from them for a person to accept, change
//! or drop. It invents nothing: every draft has the stretch of characters it came from, and every word in it stands in the report. Nor does it
//! overstate: what the report denies keeps the words that deny it, what hangs on a condition the condition, and where the text does not settle who
//! spoke, a draft lists who it could be and names nobody.
//!
//! Under it lie tokens (`tokens.rs`), sentences (`sentences.rs`) and parts of speech (`parts.rs`); on them work closed lists of words
//! (`lexicon/`) and rules that look a few sentences back. Rules rather than a model: each draft can be explained by pointing at a word. How much
//! they find is measured on annotated reports: `tests/intake/reports/README.md` has the figures. What they miss most: turns that are on
//! no list, and speakers told of in a roundabout way.
//!
//! The time is linear in the text. A text may have 32 MiB; a longer one, a binary file, and text that is mostly not in Latin letters are
//! refused by name.
//!
//! ```
//! use detente_intake::report::{DraftKind, read_report};
//! use detente_model::Case;
//! use jiff::civil::date;
//!
//! let report = "The envoy ruled out an early end to the talks. “We have a long way to go,” she added on Monday.";
//! let found = read_report(report, &Case::default(), date(2024, 2, 14)).unwrap();
//! let texts: Vec<&str> = found.drafts.iter().map(|d| d.text.as_str()).collect();
//! assert_eq!(texts, ["ruled out an early end to the talks", "We have a long way to go"]);
//! assert!(found.drafts.iter().all(|d| d.by.as_ref().is_some_and(|by| by.name == "envoy")));
//! assert_eq!(found.drafts[1].said.as_ref().and_then(|d| d.day()), Some(date(2024, 2, 12)));
//! ```

mod acts;
mod conditions;
mod dates;
mod draft;
mod lexicon;
mod names;
mod parts;
mod phrase;
mod quantities;
mod quotes;
mod sentences;
mod speech;
mod text;
mod together;
mod tokens;
mod verb_group;

use jiff::civil::Date;

use detente_model::Case;

use crate::Error;
use names::{CaseActor, CaseNames};
use phrase::Phrase;
use sentences::ReportText;
use speech::{Said, Voice, name_of};
use tokens::Token;

pub use dates::DateMention;
pub use draft::{Draft, DraftKind, DraftSpeaker};
pub use lexicon::Stance;
pub use quantities::QuantityMention;
pub use text::MOST_BYTES;

/// What was found in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportDrafts {
    /// Drafts of claims, in the order of the text.
    pub drafts: Vec<Draft>,
    /// Every date named in it, in the order of the text.
    pub dates: Vec<DateMention>,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many sentences were cut because no full stop ended them within 300 words.
    pub cut_sentences: usize,
}

/// Drafts claims from a report that appeared on `reported`, for a case whose parties it may name.
///
/// # Errors
/// When the text is too long, empty, binary or not in Latin letters.
pub fn read_report(report: &str, case: &Case, reported: Date) -> Result<ReportDrafts, Error> {
    let chars = text::readable(report)?;
    let reading = sentences::read(&chars);
    let names = CaseNames::of(case);
    let quotes = quotes::quotes_in(&reading.words, &names);
    let mut dated = Vec::new();
    for sentence in &reading.sentences {
        for (range, mention) in dates::dates_in(&reading.words[sentence.clone()], reported) {
            dated.push((range.start + sentence.start..range.end + sentence.start, mention));
        }
    }
    let statements = speech::statements(&reading, &quotes, &names, &dated);
    let original: Vec<char> = report.chars().collect();
    let scribe = Scribe {
        case,
        reading: &reading,
        names: &names,
        original: &original,
        dated: &dated,
        reach: &reach(&statements),
    };
    let mut drafts = scribe.statements(&statements);
    for sentence in &reading.sentences {
        let near = scribe.first_reaching(sentence).saturating_sub(1);
        let here = &statements[near..(near + 40).min(statements.len())];
        let telling = |i: usize| here.iter().find(|s| s.content.contains(&i));
        let from = quotes.partition_point(|q| q.after <= sentence.start);
        let to = quotes.partition_point(|q| q.open < sentence.end);
        let quotes = &quotes[from..to.max(from)];
        let clauses = conditions::clauses_in(&reading.words, sentence);
        let within = |i: usize| {
            if quotes.iter().any(|q| q.open <= i && i < q.after) {
                return None;
            }
            match telling(i) {
                None => Some(sentences::past_dateline(&reading.words, sentence)..sentence.end),
                Some(said) if tells_of_acts(said) => Some(said.content.clone()),
                Some(_) => None,
            }
        };
        for act in acts::acts_in(&reading.words, sentence, &names, &clauses, within) {
            let who = scribe
                .who(act.actor.map(|phrase| Voice { phrase, carried: false, open: Vec::new() }).as_ref());
            let said = scribe.date_near(sentence, &act.clause);
            let word = reading.words[act.word].text.as_str().to_owned();
            let told_by = telling(act.word).and_then(|s| scribe.who(s.speaker.as_ref()).by);
            let denied = act.denied.as_ref().map(|d| scribe.words(d));
            drafts.extend(
                scribe.draft(&[act.clause], DraftKind::Act { word }, who, said).map(|draft| Draft {
                    denied,
                    told_by,
                    ..draft
                }),
            );
        }
        let inside: Vec<_> = scribe
            .dates_of(sentence)
            .iter()
            .map(|(r, d)| (r.start - sentence.start..r.end - sentence.start, d.clone()))
            .collect();
        for quantity in quantities::quantities_in(&reading.words[sentence.clone()], &inside) {
            let speaker = here.iter().rev().find(|s| {
                let (a, b) = (reading.words[s.content.start].start, reading.words[s.content.end - 1].end);
                a <= quantity.span.0 && quantity.span.1 <= b
            });
            let who = scribe.who(speaker.and_then(|s| s.speaker.as_ref()));
            // A count was stated when the statement that holds it was made; a date beside it may be that of anything.
            let said = speaker.and_then(|s| scribe.date_outside(sentence, |k| s.content.contains(&k)));
            drafts.push(Draft {
                span: quantity.span,
                stretches: vec![quantity.span],
                text: original[quantity.span.0..quantity.span.1].iter().collect(),
                kind: DraftKind::Quantity(quantity),
                by: who.by,
                said,
                together: who.together,
                could_be: who.could_be,
                denied: speaker.and_then(|s| s.denied.as_ref()).map(|d| scribe.words(d)),
                conditions: speaker
                    .map_or(Vec::new(), |s| s.conditions.iter().map(|c| scribe.words(c)).collect()),
                told_by: None,
            });
        }
    }
    drafts.sort_by_key(|d| (d.span.0, d.span.1, matches!(d.kind, DraftKind::Quantity(_))));
    let dates = dated.into_iter().map(|(_, d)| d).collect();
    Ok(ReportDrafts { drafts, dates, sentences: reading.sentences.len(), cut_sentences: reading.cut })
}

impl ReportDrafts {
    /// All drafts as a case file writes them, blank lines between; `report` is the id of the report among its sources.
    pub fn to_toml(&self, case: &Case, report: &str, reported: Date) -> String {
        let drafts: Vec<String> = self.drafts.iter().map(|d| d.to_toml(case, report, reported)).collect();
        drafts.join("\n")
    }
}

/// Whether what a statement reports is told as done, on the word of its speaker.
fn tells_of_acts(said: &Said) -> bool {
    let states = said.cue.as_ref().is_some_and(|(_, stance)| *stance == Stance::States);
    !said.direct && states && said.denied.is_none()
}

/// Words for those who share a last name.
const KIN: &[&str] = &[
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "mother",
    "father",
    "widow",
    "cousin",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "namesake",
    "grandson",
    "granddaughter",
];

/// Who said or did something.
#[derive(Debug, Default)]
struct Who {
    by: Option<DraftSpeaker>,
    together: Vec<DraftSpeaker>,
    could_be: Vec<DraftSpeaker>,
}

/// Writes drafts from ranges of words.
struct Scribe<'a> {
    case: &'a Case,
    reading: &'a ReportText,
    names: &'a CaseNames,
    original: &'a [char],
    dated: &'a [(std::ops::Range<usize>, DateMention)],
    /// For each statement the farthest end of it and those before, as one may lie within another.
    reach: &'a [usize],
}

/// For each statement the farthest end of it and those before.
fn reach(statements: &[Said]) -> Vec<usize> {
    let mut far = 0;
    let farther = |s: &Said| {
        far = far.max(s.content.end);
        far
    };
    statements.iter().map(farther).collect()
}

impl Scribe<'_> {
    fn words(&self, range: &std::ops::Range<usize>) -> String {
        let words = &self.reading.words[range.clone()];
        words
            .first()
            .zip(words.last())
            .map_or(String::new(), |(a, b)| self.original[a.start..b.end].iter().collect())
    }

    fn draft(
        &self,
        pieces: &[std::ops::Range<usize>],
        kind: DraftKind,
        who: Who,
        said: Option<DateMention>,
    ) -> Option<Draft> {
        let stretches: Vec<(usize, usize)> = pieces
            .iter()
            .filter_map(|piece| {
                let words = &self.reading.words[piece.clone()];
                Some((words.first()?.start, words.last()?.end))
            })
            .collect();
        let (first, last) = (stretches.first()?, stretches.last()?);
        let span = (first.0, last.1);
        let text = pieces.iter().map(|piece| self.words(piece)).collect::<Vec<_>>().join(" ");
        let Who { by, together, could_be } = who;
        Some(Draft {
            span,
            stretches,
            text,
            kind,
            by,
            together,
            could_be,
            said,
            denied: None,
            conditions: Vec::new(),
            told_by: None,
        })
    }

    /// A draft of each statement.
    fn statements(&self, statements: &[Said]) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut last_day: Option<(String, DateMention)> = None;
        for statement in statements {
            let who = self.who(statement.speaker.as_ref());
            let mut said = self.day_of(statement, statements);
            // What goes on from a dated statement by the same speaker was said on the same day.
            if let Some(by) = &who.by {
                match (&said, &last_day) {
                    (None, Some((name, day))) if *name == by.name && by.carried => said = Some(day.clone()),
                    (Some(day), _) => last_day = Some((by.name.clone(), day.clone())),
                    (None, _) => {}
                }
            }
            let cue = statement.cue.as_ref().map(|(r, stance)| (self.words(r), *stance));
            let kind = DraftKind::Statement { direct: statement.direct, cue };
            drafts.extend(self.draft(&statement.pieces, kind, who, said).map(|draft| Draft {
                denied: statement.denied.as_ref().map(|d| self.words(d)),
                conditions: statement.conditions.iter().map(|c| self.words(c)).collect(),
                told_by: self.who(statement.told_by.as_ref()).by,
                ..draft
            }));
        }
        drafts
    }

    /// Who a voice is: the speaker where that is settled, each of several, or who it could be.
    fn who(&self, voice: Option<&Voice>) -> Who {
        let Some(voice) = voice else { return Who::default() };
        let one = |phrase: &Phrase| self.speaker(phrase, voice.carried);
        let could_be: Vec<DraftSpeaker> = voice.open.iter().map(one).collect();
        if !voice.is_settled() {
            // `the minister`, of whom there are two: described, but nobody's.
            let described = DraftSpeaker { party: None, person: None, ..one(&voice.phrase) };
            return Who { by: (!voice.carried).then_some(described), together: Vec::new(), could_be };
        }
        let words = &self.reading.words;
        let parts = together::parted(words, &voice.phrase.range, self.names);
        let together: Vec<DraftSpeaker> =
            parts.into_iter().map(|range| one(&Phrase { range, apposition: None })).collect();
        let mut by = one(&voice.phrase);
        if together.iter().any(|t| t.party != together[0].party || t.person != together[0].person) {
            by = DraftSpeaker { party: None, person: None, role: None, ..by };
        }
        Who { by: Some(by), together, could_be }
    }

    fn speaker(&self, phrase: &Phrase, carried: bool) -> DraftSpeaker {
        let Phrase { range, apposition } = phrase;
        let words = &self.reading.words;
        let all: Vec<&Token> =
            words[range.clone()].iter().chain(apposition.iter().flat_map(|r| &words[r.clone()])).collect();
        // `the North's president, General Alpha,`: the person before the party.
        let named = self.names.speaks_for(&words[range.clone()]);
        let explained = apposition.as_ref().and_then(|r| self.names.speaks_for(&words[r.clone()]));
        // `Mr. Alpha, the general's husband,` is not the general.
        let kin = apposition
            .as_ref()
            .is_some_and(|r| words[r.clone()].iter().any(|w| w.is_any(KIN) && !w.possessive));
        let known = match (named.filter(|_| !kin), explained) {
            (Some(CaseActor { person: None, party }), Some(other)) if other.party == party => Some(other),
            (None, other) => other,
            (named, _) => named,
        };
        let stems: Vec<&str> = all.iter().map(|w| w.stem.as_str()).collect();
        let office = known
            .and_then(|k| self.case.party(k.party).people.get(k.person?)?.role.clone())
            .map(|r| r.to_lowercase());
        let role = lexicon::capacity(&stems).or_else(|| {
            let office = office?;
            lexicon::capacity(&office.split_whitespace().collect::<Vec<_>>())
        });
        DraftSpeaker {
            name: name_of(words, phrase),
            span: (words[range.start].start, words[range.end - 1].end),
            party: known.map(|k| k.party),
            person: known.and_then(|k| k.person),
            role,
            carried,
        }
    }

    /// The first statement that reaches beyond the start of a sentence.
    fn first_reaching(&self, sentence: &std::ops::Range<usize>) -> usize {
        self.reach.partition_point(|end| *end <= sentence.start)
    }

    fn sentence_of(&self, word: usize) -> usize {
        self.reading.sentences.partition_point(|s| s.end <= word).min(self.reading.sentences.len() - 1)
    }

    fn dates_of(&self, sentence: &std::ops::Range<usize>) -> &[(std::ops::Range<usize>, DateMention)] {
        let from = self.dated.partition_point(|(r, _)| r.start < sentence.start);
        let to = self.dated.partition_point(|(r, _)| r.start < sentence.end);
        &self.dated[from..to]
    }

    /// When a statement was made: the date in its sentence that is of nothing else told there.
    fn day_of(&self, statement: &Said, all: &[Said]) -> Option<DateMention> {
        let cue = statement.cue.as_ref().map_or(statement.content.start, |c| c.0.start);
        let sentence = &self.reading.sentences[self.sentence_of(cue)];
        let near = self.first_reaching(sentence).saturating_sub(1);
        let told = |k: usize| {
            all[near..].iter().take_while(|s| s.content.start < sentence.end).any(|s| s.content.contains(&k))
        };
        self.date_outside(sentence, |k| told(k) || statement.content.contains(&k))
    }

    /// The date in a sentence that stands outside what is said: when it was said.
    fn date_outside(
        &self,
        sentence: &std::ops::Range<usize>,
        inside: impl Fn(usize) -> bool,
    ) -> Option<DateMention> {
        let mut outside =
            self.dates_of(sentence).iter().filter(|(r, _)| !inside(r.start) && !self.is_apart(sentence, r));
        match (outside.next(), outside.next()) {
            (Some((_, date)), None) => Some(date.clone()),
            _ => None,
        }
    }

    /// Whether a date tells of something else than the sentence: `Friday's extension`, the day of the extension, or a dateline.
    fn is_apart(&self, sentence: &std::ops::Range<usize>, date: &std::ops::Range<usize>) -> bool {
        let words = &self.reading.words;
        words[date.end - 1].possessive || date.start < sentences::past_dateline(words, sentence)
    }

    /// The only date in a clause or right before it.
    fn date_near(
        &self,
        sentence: &std::ops::Range<usize>,
        clause: &std::ops::Range<usize>,
    ) -> Option<DateMention> {
        let near = |r: &std::ops::Range<usize>| {
            r.start < clause.end && r.end + 2 >= clause.start && !self.is_apart(sentence, r)
        };
        let mut dates = self.dates_of(sentence).iter().filter(|(r, _)| near(r));
        match (dates.next(), dates.next()) {
            (Some((_, date)), None) => Some(date.clone()),
            _ => None,
        }
    }
}
