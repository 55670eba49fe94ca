//! Drafting claims from the text of a report.
//!
//! A report is plain text, or HTML that is read as if its tags were spaces. Intake finds sentences; direct and indirect speech and who
//! speaks, also across sentences; acts; people and organisations, matched to the parties of the case; dates, resolved against
//! the day of the report; quantities with their hedges and what they count. It drafts claims from them for a person to accept, change
//! or drop. It invents nothing: every draft has the stretch of characters it came from, and every word in it stands in the report.
//!
//! Under it lie tokens (`tokens.rs`), sentences (`sentences.rs`) and parts of speech (`parts.rs`); on them work closed lists of words
//! (`lexicon/`) and rules that look at most one sentence back. Rules rather than a model: each draft can be explained by pointing at a word. How much
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
//! assert_eq!(texts, ["an early end to the talks", "We have a long way to go"]);
//! assert!(found.drafts.iter().all(|d| d.by.as_ref().is_some_and(|by| by.name == "envoy")));
//! assert_eq!(found.drafts[1].said.as_ref().and_then(|d| d.day()), Some(date(2024, 2, 12)));
//! ```

mod acts;
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
mod tokens;

use jiff::civil::Date;

use detente_model::Case;

use crate::Error;
use names::CaseNames;
use phrase::Phrase;
use sentences::ReportText;
use speech::{Voice, name_of};
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
    let quotes = quotes::quotes_in(&reading.words);
    let mut dated = Vec::new();
    for sentence in &reading.sentences {
        for (range, mention) in dates::dates_in(&reading.words[sentence.clone()], reported) {
            dated.push((range.start + sentence.start..range.end + sentence.start, mention));
        }
    }
    let statements = speech::statements(&reading, &quotes, &names, &dated);
    let original: Vec<char> = report.chars().collect();
    let scribe = Scribe { case, reading: &reading, names: &names, original: &original, dated: &dated };
    let mut drafts = Vec::new();
    let mut last_day: Option<(String, DateMention)> = None;
    for statement in &statements {
        let by = statement.speaker.as_ref().map(|v| scribe.speaker(v));
        let sentence = &reading.sentences
            [scribe.sentence_of(statement.cue.as_ref().map_or(statement.content.start, |c| c.0.start))];
        let mut said = scribe.date_outside(sentence, &statement.content);
        // What goes on from a dated statement by the same speaker was said on the same day.
        if let Some(by) = &by {
            match (&said, &last_day) {
                (None, Some((name, day))) if *name == by.name && by.carried => said = Some(day.clone()),
                (Some(day), _) => last_day = Some((by.name.clone(), day.clone())),
                (None, _) => {}
            }
        }
        let cue = statement.cue.as_ref().map(|(r, stance)| (scribe.words(r), *stance));
        drafts.extend(scribe.draft(
            &statement.content,
            DraftKind::Statement { direct: statement.direct, cue },
            by,
            said,
        ));
    }
    let first_after = |s: &std::ops::Range<usize>| statements.partition_point(|x| x.content.end <= s.start);
    for sentence in &reading.sentences {
        let near = first_after(sentence).saturating_sub(1);
        let here = &statements[near..(near + 40).min(statements.len())];
        let taken = |i: usize| here.iter().any(|s| s.content.contains(&i));
        let from = quotes.partition_point(|q| q.after <= sentence.start);
        let to = quotes.partition_point(|q| q.open < sentence.end);
        for act in acts::acts_in(&reading.words, sentence, &quotes[from..to.max(from)], &names, taken) {
            let by = act.actor.map(|phrase| scribe.speaker(&Voice { phrase, carried: false }));
            let said = scribe.date_near(sentence, &act.clause);
            let word = reading.words[act.word].text.as_str().to_owned();
            drafts.extend(scribe.draft(&act.clause, DraftKind::Act { word }, by, said));
        }
        let inside: Vec<_> = scribe
            .dates_of(sentence)
            .iter()
            .map(|(r, d)| (r.start - sentence.start..r.end - sentence.start, d.clone()))
            .collect();
        for quantity in quantities::quantities_in(&reading.words[sentence.clone()], &inside) {
            let speaker = here.iter().find(|s| {
                let (a, b) = (reading.words[s.content.start].start, reading.words[s.content.end - 1].end);
                a <= quantity.span.0 && quantity.span.1 <= b
            });
            let by = speaker.and_then(|s| s.speaker.as_ref()).map(|v| scribe.speaker(v));
            // A count was stated when the statement that holds it was made; a date beside it may be that of anything.
            let said = speaker.and_then(|s| scribe.date_outside(sentence, &s.content));
            drafts.push(Draft {
                span: quantity.span,
                stretches: vec![quantity.span],
                text: original[quantity.span.0..quantity.span.1].iter().collect(),
                together: Vec::new(),
                could_be: Vec::new(),
                denied: None,
                conditions: Vec::new(),
                told_by: None,
                kind: DraftKind::Quantity(quantity),
                by,
                said,
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

/// Writes drafts from ranges of words.
struct Scribe<'a> {
    case: &'a Case,
    reading: &'a ReportText,
    names: &'a CaseNames,
    original: &'a [char],
    dated: &'a [(std::ops::Range<usize>, DateMention)],
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
        range: &std::ops::Range<usize>,
        kind: DraftKind,
        by: Option<DraftSpeaker>,
        said: Option<DateMention>,
    ) -> Option<Draft> {
        let words = &self.reading.words[range.clone()];
        let (first, last) = (words.first()?, words.last()?);
        Some(Draft {
            span: (first.start, last.end),
            stretches: vec![(first.start, last.end)],
            text: self.words(range),
            kind,
            by,
            said,
            together: Vec::new(),
            could_be: Vec::new(),
            denied: None,
            conditions: Vec::new(),
            told_by: None,
        })
    }

    fn speaker(&self, voice: &Voice) -> DraftSpeaker {
        let Phrase { range, apposition } = &voice.phrase;
        let words = &self.reading.words;
        let all: Vec<&Token> =
            words[range.clone()].iter().chain(apposition.iter().flat_map(|r| &words[r.clone()])).collect();
        let known = self
            .names
            .best(&words[range.clone()])
            .or_else(|| apposition.as_ref().and_then(|r| self.names.best(&words[r.clone()])));
        let stems: Vec<&str> = all.iter().map(|w| w.stem.as_str()).collect();
        let office = known
            .and_then(|k| self.case.party(k.party).people.get(k.person?)?.role.clone())
            .map(|r| r.to_lowercase());
        let role = lexicon::capacity(&stems).or_else(|| {
            let office = office?;
            lexicon::capacity(&office.split_whitespace().collect::<Vec<_>>())
        });
        DraftSpeaker {
            name: name_of(words, &voice.phrase),
            span: (words[range.start].start, words[range.end - 1].end),
            party: known.map(|k| k.party),
            person: known.and_then(|k| k.person),
            role,
            carried: voice.carried,
        }
    }

    fn sentence_of(&self, word: usize) -> usize {
        self.reading.sentences.partition_point(|s| s.end <= word).min(self.reading.sentences.len() - 1)
    }

    fn dates_of(&self, sentence: &std::ops::Range<usize>) -> &[(std::ops::Range<usize>, DateMention)] {
        let from = self.dated.partition_point(|(r, _)| r.start < sentence.start);
        let to = self.dated.partition_point(|(r, _)| r.start < sentence.end);
        &self.dated[from..to]
    }

    /// The date in a sentence that stands outside what is said: when it was said.
    fn date_outside(
        &self,
        sentence: &std::ops::Range<usize>,
        content: &std::ops::Range<usize>,
    ) -> Option<DateMention> {
        let mut outside = self.dates_of(sentence).iter().filter(|(r, _)| !content.contains(&r.start));
        match (outside.next(), outside.next()) {
            (Some((_, date)), None) => Some(date.clone()),
            _ => None,
        }
    }

    /// The only date in a clause or right before it.
    fn date_near(
        &self,
        sentence: &std::ops::Range<usize>,
        clause: &std::ops::Range<usize>,
    ) -> Option<DateMention> {
        let near = |r: &std::ops::Range<usize>| r.start < clause.end && r.end + 2 >= clause.start;
        let mut dates = self.dates_of(sentence).iter().filter(|(r, _)| near(r));
        match (dates.next(), dates.next()) {
            (Some((_, date)), None) => Some(date.clone()),
            _ => None,
        }
    }
}
