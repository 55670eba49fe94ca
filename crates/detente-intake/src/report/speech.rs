//! Who said what.
//!
//! Direct speech is a quotation with a verb of saying before or after it, or one that goes on from the quotation before: “…,” X said.
//! “…” Indirect speech is a verb of saying, wanting or refusing with somebody before it (X said that …; X rules out …; X wants …, but
//! refuses …), `according to X`, or a statement with its speaker at the end (…, X said). A pronoun stands for the last
//! speaker it can stand for; that is noted, and so is a speaker carried over from the sentence before.

mod indirect;
mod reference;

use super::parts::PartOfSpeech;

use super::dates::DateMention;
use super::lexicon::{Cue, Stance, UNLISTED, UNSAID, cues_of};
use super::names::CaseNames;
use super::phrase::{Phrase, Subject, named_after, subject_before};
use super::quantities::text_of;
use super::quotes::Quote;
use super::sentences::ReportText;
use super::tokens::Token;

/// A statement found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// The words of what was said.
    pub content: std::ops::Range<usize>,
    pub speaker: Option<Voice>,
    /// The words of the cue.
    pub cue: Option<(std::ops::Range<usize>, Stance)>,
    pub direct: bool,
    pub sentence: usize,
}

/// A speaker as the text gives one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Voice {
    pub phrase: Phrase,
    /// Whether the text only has a pronoun, or nothing, where this statement is made.
    pub carried: bool,
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
        last: None,
        people: Vec::new(),
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
        scan.sentence(index, sentence.clone(), &quotes[from..next_quote], open_before);
    }
    let mut found = scan.found;
    found.sort_by_key(|s| (s.content.start, s.content.end));
    found
}

struct Scan<'a> {
    words: &'a [Token],
    /// Those that open in the sentence at hand.
    quotes: &'a [Quote],
    names: &'a CaseNames,
    dates: Dates<'a>,
    /// The last speaker, and the paragraph in which they spoke.
    last: Option<(Phrase, usize)>,
    /// People named so far, the last one last.
    people: Vec<Phrase>,
    found: Vec<Said>,
}

impl Scan<'_> {
    fn sentence(
        &mut self,
        index: usize,
        whole: std::ops::Range<usize>,
        quotes: &[Quote],
        open_before: Option<&Quote>,
    ) {
        // Words inside a quotation that opened in an earlier sentence have been dealt with there, but for those after it.
        let start = open_before.map_or(whole.start, |q| q.after.max(whole.start));
        if start >= whole.end {
            return;
        }
        let range = start..whole.end;
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
            if let Some((cue, voice)) = self.direct(index, quote, &range, &cues)
                && let Some(cue) = cue
            {
                used.push(cue);
                self.remember(voice.as_ref(), quote.open);
            }
        }
        self.indirect(index, &range, quotes, &cues, &used);
        self.according_to(index, &range, quotes);
        self.note_people(&range, quotes);
    }

    /// Cues outside quotations: where they start and end, and which.
    fn cues_in(&self, range: &std::ops::Range<usize>, quotes: &[Quote]) -> Vec<CueAt> {
        let mut found = Vec::new();
        let mut i = range.start;
        while i < range.end {
            if let Some(quote) = quotes.iter().find(|q| q.open <= i && i < q.after) {
                i = quote.after.max(i + 1);
                continue;
            }
            match self.cue_at(i, range.end) {
                Some(cue) => {
                    i = cue.words.end;
                    found.push(cue);
                }
                None => i += 1,
            }
        }
        found
    }

    fn cue_at(&self, i: usize, limit: usize) -> Option<CueAt> {
        let words = self.words;
        let listed = cues_of(&words[i].stem).iter().copied().find(|cue| {
            !words[i].possessive
                && i + cue.then.len() < limit
                && cue.then.iter().enumerate().all(|(k, then)| words[i + 1 + k].is(then))
        });
        let cue = listed.or_else(|| self.is_unlisted_cue(i, limit).then_some(&UNLISTED))?;
        let end = i + 1 + cue.then.len();
        let before = i.checked_sub(1).map(|b| &words[b]);
        let after_noun_mark = before.is_some_and(|b| {
            b.tagged(&[PartOfSpeech::Determiner, PartOfSpeech::Adjective, PartOfSpeech::Numeral])
                || b.possessive
                || b.is_any(&["the", "a", "an", "his", "her", "their", "its", "of", "any", "no", "such"])
        });
        // A participle after a form of be is passive; `to say` and `to agree` are no statements yet.
        let passive = cue.then.is_empty()
            && before.is_some_and(|b| {
                b.is_any(&[
                    "is", "are", "was", "were", "been", "be", "being", "to", "will", "would", "should",
                    "could", "may", "might", "must", "can", "cannot", "if",
                ])
            });
        let next = words.get(end).filter(|_| end < limit);
        let noun_use = cue.ambiguous
            && (after_noun_mark
                || next.is_none_or(|n| {
                    n.is_any(&[
                        "by", "of", "from", "in", "on", "for", "and", "were", "are", "was", "is", "have",
                        "had", "at",
                    ]) || n.is_mark()
                }));
        // `the Downstream States objected`: the end of a name.
        let name_use = cue.ambiguous
            && words[i].is_capital()
            && before.is_some_and(Token::is_capital)
            && next.is_some_and(|n| !n.is_capital());
        let adjective_use = !cue.ambiguous && cue.then.is_empty() && after_noun_mark && !cue.quotes;
        (!(passive || noun_use || name_use || adjective_use)).then_some(CueAt { words: i..end, cue })
    }

    /// Whether a verb on no list stands where only a verb of saying can: before `that` (`the premier let it be known that …`,
    /// `the office underscored that …`), or beside a quotation that ends with a comma (`“…,” shrugged the mayor`).
    fn is_unlisted_cue(&self, i: usize, limit: usize) -> bool {
        let words = self.words;
        let word = &words[i];
        if !word.tagged(&[PartOfSpeech::Verb])
            || word.possessive
            || word.is_any(UNSAID)
            || word.stem.ends_with("ing")
        {
            return false;
        }
        let quoted = self.quotes.iter().any(|q| {
            let comma = words[q.inside.clone()].last().is_some_and(|w| w.text == ",");
            q.after <= i && i - q.after <= 6 && comma && !has_verb(&words[q.after..i])
        });
        if quoted {
            return true;
        }
        let Some(that) = (i + 1..limit.min(i + 5)).find(|k| words[*k].is("that")) else { return false };
        let between = &words[i + 1..that];
        // After a noun `that` begins a relative clause: `accepted the plan that …`.
        let complement = match between {
            [] => true,
            [.., last] => last.tagged(&[PartOfSpeech::Adjective]) && !last.is("sure") || last.is("known"),
        };
        let clause = &words[that + 1..limit];
        complement
            && !between.iter().any(Token::is_mark)
            && clause
                .first()
                .is_some_and(|w| !w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) && !w.is_mark())
            && has_verb(clause)
    }

    /// Tries to attribute a quotation; the cue that it used, if any, and the speaker.
    fn direct(
        &mut self,
        index: usize,
        quote: &Quote,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
    ) -> Option<(Option<usize>, Option<Voice>)> {
        let words = self.words;
        let length = words[quote.inside.clone()].iter().filter(|w| !w.is_mark()).count();
        if length == 0 {
            return None;
        }
        let push = |scan: &mut Self, speaker: Option<Voice>, cue: Option<&CueAt>| {
            let cue = cue.map(|c| (c.words.clone(), c.cue.stance));
            scan.found.push(Said {
                content: trim(words, quote.inside.clone()),
                speaker,
                cue,
                direct: true,
                sentence: index,
            });
        };
        if let Some((cue, voice)) = self.attribution_after(quote, range, cues) {
            push(self, Some(voice.clone()), Some(&cues[cue]));
            return Some((Some(cue), Some(voice)));
        }
        // X said: “…” · X told reporters that “…”
        let before = cues.iter().enumerate().rev().find(|(_, c)| c.words.end <= quote.open && c.cue.quotes);
        if let Some((k, cue)) = before {
            let gap = cue.words.end..quote.open;
            let opens = words[gap.clone()].last().is_none_or(|w| {
                matches!(w.text.as_str(), ":" | ",") || w.is_any(&["that", "reporters", "journalists"])
            });
            let no_content = gap.len() <= 14
                && (gap.is_empty()
                    || words[gap.clone()].last().is_some_and(|w| matches!(w.text.as_str(), ":" | ",")))
                || (opens && gap.len() <= 4);
            let another_between =
                self.quotes.iter().any(|q| q.open >= cue.words.end && q.after <= quote.open);
            if no_content
                && !another_between
                && length >= 2
                && let Some(voice) = self.voice_before(range.start, cue.words.start)
            {
                push(self, Some(voice.clone()), Some(cue));
                return Some((Some(k), Some(voice)));
            }
        }
        // A quotation that is a sentence by itself goes on from the last speaker. After a cue it is part of what is reported.
        let alone =
            words[range.start..quote.open].iter().all(Token::is_mark) || ends_sentence(words, quote.open);
        let own = length >= 4 && alone;
        let recent = self
            .last
            .as_ref()
            .filter(|(_, paragraph)| words[quote.open].paragraph <= paragraph + 1)
            .map(|(p, _)| p.clone());
        if own && let Some(phrase) = recent {
            let voice = Voice { phrase, carried: true };
            push(self, Some(voice.clone()), None);
            self.remember(Some(&voice), quote.open);
            return Some((None, Some(voice)));
        }
        if own && length >= 6 {
            // Someone said it, but the text does not say who.
            push(self, None, None);
            return Some((None, None));
        }
        None
    }

    /// `…,” X said` and `…,” said X`.
    fn attribution_after(
        &self,
        quote: &Quote,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
    ) -> Option<(usize, Voice)> {
        let words = self.words;
        if quote.after >= range.end {
            return None;
        }
        let stop = self
            .quotes
            .iter()
            .map(|q| q.open)
            .find(|open| *open >= quote.after)
            .unwrap_or(range.end)
            .min(range.end);
        let (k, cue) = cues
            .iter()
            .enumerate()
            .find(|(_, c)| c.words.start >= quote.after && c.words.start < stop && c.cue.quotes)?;
        let ended_with_comma = words[quote.inside.clone()]
            .last()
            .is_some_and(|w| matches!(w.text.as_str(), "," | "!" | "?" | "." | "—"));
        let comma_follows = words.get(quote.after).is_some_and(|w| w.text == ",");
        let inverted = cue.words.start == quote.after + usize::from(comma_follows);
        if !(ended_with_comma || comma_follows) || cue.words.start - quote.after > 16 {
            return None;
        }
        if inverted {
            if let Some(word) = words.get(cue.words.end).filter(|w| w.is_any(super::lexicon::PRONOUNS)) {
                return self.antecedent(word).map(|phrase| (k, Voice { phrase, carried: true }));
            }
            let phrase = named_after(words, cue.words.end, stop, self.names, true)?;
            return Some((k, Voice { phrase, carried: false }));
        }
        self.voice_before(quote.after, cue.words.start).map(|voice| (k, voice))
    }

    /// The cue after a long quotation names the speaker of its last part.
    fn attribute(&mut self, quote: &Quote, cue: &CueAt, voice: &Voice) {
        let at = self.found.iter().rposition(|s| s.direct && quote.inside.contains(&s.content.start));
        let content = trim(self.words, quote.inside.clone());
        let cue = Some((cue.words.clone(), cue.cue.stance));
        match at.map(|k| &mut self.found[k]) {
            Some(statement) => {
                statement.speaker = Some(voice.clone());
                statement.cue = cue;
            }
            None => self.found.push(Said {
                content,
                speaker: Some(voice.clone()),
                cue,
                direct: true,
                sentence: 0,
            }),
        }
        self.remember(Some(voice), quote.open);
    }

    fn voice_before(&self, from: usize, verb: usize) -> Option<Voice> {
        match subject_before(self.words, from, verb, self.names)? {
            Subject::Named(phrase) => Some(self.resolve(phrase)),
            Subject::Pronoun(at) => {
                self.antecedent(&self.words[at]).map(|phrase| Voice { phrase, carried: true })
            }
            Subject::Shared => None,
        }
    }
}

#[derive(Debug)]
struct CueAt {
    words: std::ops::Range<usize>,
    cue: &'static Cue,
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
