//! Attributions behind, around and before what was said: `…, the mayor said`, `Peace, the mayor said, is …`, `according to the mayor`.

use super::cue_at::{CueAt, Sense};
use super::indirect::has_finite;
use super::{Scan, Voice, has_verb, last_word, trim};
use crate::report::lexicon::Stance;
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::{Phrase, Subject, named_after, named_before, subject_before};
use crate::report::quotes::Quote;
use crate::report::tokens::Token;

/// Whether a word behind a cue is the verb of another clause; in `stated in a letter dated 2 March` the participle is none.
fn tells(words: &[Token], start: usize, k: usize) -> bool {
    const PARTICIPLES: &[&str] = &["dated", "issued", "published", "posted", "sent", "released"];
    words[k].tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary])
        && !(k > start + 1 && words[k].is_any(PARTICIPLES))
}

/// Whether an attribution parts a verb from its object: `She trusts, she says, his arithmetic`.
fn lacks_object(words: &[Token], front: &std::ops::Range<usize>, rest: &std::ops::Range<usize>) -> bool {
    let verb = words[front.clone()].last().is_some_and(|w| w.tagged(&[PartOfSpeech::Verb]));
    let object = words[rest.start].is_any(&["his", "her", "its", "their", "our", "my"]);
    front.len() <= 3 && verb && object && rest.len() <= 6 && !has_finite(&words[rest.clone()])
}

impl Scan<'_> {
    /// A statement around its attribution: `Peace, the envoy said, is what remains.` What goes on with a participle or a time is the report's
    /// own: `…, officials said, ending a rupture …`. The words that it takes.
    pub(super) fn wrapped(
        &mut self,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
        used: &[usize],
    ) -> Option<std::ops::Range<usize>> {
        let words = self.words;
        let end = last_word(words, range);
        for (k, cue) in cues.iter().enumerate() {
            let comma = self.past_way(self.past_setting(cue.words.end, end), end);
            if used.contains(&k)
                || !cue.cue.quotes
                || cue.participle
                || comma >= end
                || words[comma].text != ","
            {
                continue;
            }
            let subject = self.subject_between(range.start, cue);
            let own = match &subject {
                Some(Subject::Named(phrase)) if phrase.apposition.is_none() => phrase.clone(),
                Some(Subject::Pronoun(at)) => Phrase { range: *at..at + 1, apposition: None },
                _ => continue,
            };
            let before = own.range.start;
            let article = before > range.start && words[before - 1].tagged(&[PartOfSpeech::Determiner]);
            let open = before.saturating_sub(usize::from(article) + 1);
            if open <= range.start || words[open].text != "," {
                continue;
            }
            let clause = (range.start..open)
                .rev()
                .find(|k| matches!(words[*k].text.as_str(), ";" | ":"))
                .map_or(range.start, |k| k + 1);
            let front = trim(words, clause..open);
            let rest = trim(words, comma + 1..end);
            let quoted = self.quotes.iter().any(|q| q.open < comma && clause < q.after);
            if front.is_empty()
                || rest.is_empty()
                || quoted
                || self.sense(range.start, cue, Some(&own)) != Sense::Plain
            {
                continue;
            }
            let first = &words[rest.start];
            let verb =
                first.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) && !first.stem.ends_with("ing");
            let told = has_finite(&words[front.clone()]);
            // `If it arrives, both sides say, talks could resume.`
            let conditional =
                self.clauses.iter().any(|c| c.range.start <= front.start && front.end <= c.range.end + 1);
            let one = verb && has_verb(&words[rest.clone()])
                || conditional && told
                || self.goes_before(&front, &rest)
                || lacks_object(words, &front, &rest);
            if !one && (!told || front.len() < 3) {
                continue;
            }
            let voice = match subject {
                Some(Subject::Pronoun(at)) => self.antecedent(at),
                _ => Some(self.resolve(own)),
            };
            let Some(voice) = voice else { continue };
            self.remember(Some(&voice), cue.words.start, false);
            self.push(front.clone(), Some(voice), Some(cue), false);
            if let Some(said) = self.found.last_mut().filter(|_| verb || one) {
                said.content.end = rest.end;
                said.pieces.push(rest);
            }
            return Some(clause..if verb || one { end } else { comma });
        }
        None
    }

    /// Skips how something was said, up to its comma: `, the council wrote in a letter dated 2 March,`.
    fn past_way(&self, start: usize, end: usize) -> usize {
        let words = self.words;
        let comma = (start..end).take(9).find(|k| words[*k].text == ",");
        let way = comma.filter(|comma| {
            words[start].is_any(&["in", "at", "on", "during", "after"])
                && !(start..*comma).any(|k| tells(words, start, k))
        });
        way.unwrap_or(start)
    }

    /// The subject of a cue that stands behind or in the middle of what was said, where any noun speaks: `the harbourmaster reckons`.
    fn subject_between(&self, from: usize, cue: &CueAt) -> Option<Subject> {
        subject_before(self.words, from, cue.words.start, self.names)
            .or_else(|| named_before(self.words, from, cue.group.start, self.names, true).map(Subject::Named))
    }

    /// Whether what stands before an attribution opens the clause behind it: `Of 900 pupils, the teacher says, a third will go`. Where and
    /// when something was said does not: `In a letter, the teacher says, …`.
    fn goes_before(&self, front: &std::ops::Range<usize>, rest: &std::ops::Range<usize>) -> bool {
        const SETTINGS: &[&str] = &[
            "statement",
            "letter",
            "speech",
            "interview",
            "message",
            "report",
            "press",
            "conference",
            "briefing",
            "address",
            "remarks",
            "post",
            "note",
            "email",
            "comments",
            "testimony",
        ];
        let words = self.words;
        let inside = &words[front.clone()];
        let dated = self.dates.iter().any(|(r, _)| r.start < front.end && front.start < r.end);
        inside.len() >= 3
            && inside[0].tagged(&[PartOfSpeech::Preposition])
            && !has_finite(inside)
            && !dated
            && !inside.iter().any(|w| w.is_any(SETTINGS))
            && has_finite(&words[rest.clone()])
    }

    /// The verb before its speaker without a quotation: `There are 88 of them, says the office; ninety, says the front.`
    pub(super) fn inverted(
        &self,
        range: &std::ops::Range<usize>,
        cue: &CueAt,
    ) -> Option<(std::ops::Range<usize>, Voice)> {
        let words = self.words;
        let comma = cue.words.start.checked_sub(1).filter(|k| *k > range.start && words[*k].text == ",")?;
        let end = last_word(words, range);
        let phrase = named_after(words, cue.words.end, end, self.names, true)?;
        let closes = words.get(phrase.range.end).is_none_or(Token::is_mark) || phrase.range.end >= end;
        let clause =
            (range.start..comma).rev().find(|k| words[*k].text == ";").map_or(range.start, |k| k + 1);
        let content = trim(words, clause..comma);
        (closes && cue.cue.quotes && !content.is_empty()).then(|| (content, self.resolve(phrase)))
    }

    /// The speaker at the end of a sentence: `The road was open, the mayor said on Monday.` The cue, and what was said.
    pub(super) fn trailing(
        &self,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
    ) -> Option<(usize, Voice, std::ops::Range<usize>)> {
        let words = self.words;
        let (k, cue) = cues.iter().enumerate().next_back().filter(|(_, c)| c.cue.quotes)?;
        let end = last_word(words, range);
        let rest = trim(words, self.past_setting(cue.words.end, end)..end);
        // Only where and when may follow: `said on Monday`, `said in a statement`.
        if rest.len() > 6
            || rest.clone().any(|k| tells(words, rest.start, k))
            || words[cue.words.end..end].iter().any(|w| w.is("that"))
        {
            return None;
        }
        // `…, the mayor told state radio`
        let listener = words[cue.words.start].is_any(&["told", "tells"]) && rest.len() <= 5;
        if !rest.is_empty() && !listener && !words[rest.start].is_any(&["in", "at", "on", "after", "during"])
        {
            return None;
        }
        let subject = self.subject_between(range.start, cue)?;
        let own = subject.own()?;
        if cue.participle || self.sense(range.start, cue, Some(&own)) != Sense::Plain {
            return None;
        }
        let clause = own.range.start;
        let voice = match subject {
            Subject::Named(phrase) => self.resolve(phrase),
            Subject::Pronoun(at) => self.antecedent(at)?,
            Subject::Shared => return None,
        };
        let comma = (range.start..clause).rev().take(3).find(|i| words[*i].text == ",")?;
        // `She corrected her chairman: the boats would pass, she said.`
        let parted = (range.start..comma)
            .rev()
            .find(|k| matches!(words[*k].text.as_str(), ":" | ";") && words[*k].end < words[*k + 1].start);
        let begins = parted.filter(|k| has_verb(&words[k + 1..comma])).map_or(range.start, |k| k + 1);
        let front = trim(words, begins..comma);
        (front.len() >= 3 && has_verb(&words[front.clone()])).then_some((k, voice, front))
    }

    /// What is so `according to` somebody; the words of it.
    pub(super) fn according_to(
        &mut self,
        range: &std::ops::Range<usize>,
        quotes: &[Quote],
    ) -> Option<std::ops::Range<usize>> {
        let words = self.words;
        let at = (range.start..range.end.saturating_sub(2)).find(|i| {
            words[*i].is("according")
                && !(*i > range.start && words[*i - 1].is("not"))
                && words[*i + 1].is("to")
                && !quotes.iter().any(|q| q.open < *i && *i < q.after)
        });
        let at = at?;
        let phrase = named_after(words, at + 2, range.end, self.names, true)?;
        let voice = self.resolve(phrase);
        let end = last_word(words, range);
        let clause = (range.start..at).rev().find(|k| words[*k].text == ";").map_or(range.start, |k| k + 1);
        // `…, and according to the envoy it is over`
        let opens = at == clause || words[at - 1].tagged(&[PartOfSpeech::Coordinator]);
        let content = if opens {
            let comma = (voice.phrase.range.end..end)
                .find(|i| words[*i].text == ",")
                .map_or(voice.phrase.range.end, |c| c + 1);
            trim(words, comma..end)
        } else {
            trim(words, clause..at)
        };
        let taken = self
            .found
            .iter()
            .rev()
            .take(50)
            .any(|s| s.content.start < content.end && content.start < s.content.end);
        if content.len() < 3 || taken {
            return None;
        }
        // `The league, according to its newsletter, will not disarm`: one statement around its source.
        let close = voice.phrase.range.end;
        let parted = !opens && words.get(close).is_some_and(|w| w.text == ",") && words[at - 1].text == ",";
        let rest = parted.then(|| trim(words, close + 1..end)).filter(|_| !has_verb(&words[content.clone()]));
        let rest = rest.filter(|r| !r.is_empty() && has_verb(&words[r.clone()]));
        self.remember(Some(&voice), at, false);
        self.push(content.clone(), Some(voice), None, false);
        let mut taken = content;
        if let Some(said) = self.found.last_mut() {
            said.cue = Some((at..at + 2, Stance::States));
            if let Some(rest) = rest {
                said.content.end = rest.end;
                taken.end = rest.end;
                said.pieces.push(rest);
            }
        }
        Some(taken)
    }
}
