//! Direct speech: who a quotation belongs to.

use super::cue_at::{CueAt, Sense};
use super::{Said, Scan, Voice, ends_sentence, has_verb, trim};
use crate::report::lexicon::{PRONOUNS, is_human};
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::{Phrase, named_after, named_before};
use crate::report::quotes::Quote;
use crate::report::tokens::{Token, TokenKind};

impl Scan<'_> {
    /// Tries to attribute a quotation; the cue that it used, if any, and the speaker.
    pub(super) fn direct(
        &mut self,
        quote: &Quote,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
    ) -> Option<(Option<usize>, Option<Voice>)> {
        let words = self.words;
        let length = words[quote.inside.clone()].iter().filter(|w| !w.is_mark()).count();
        if length == 0 {
            return None;
        }
        let content = trim(words, quote.inside.clone());
        if quote.turn {
            // A question tells nothing.
            let mark = |k: usize| matches!(words[k].text.as_str(), "." | "!");
            let asked = words[quote.inside.clone()].last().is_some_and(|w| w.text == "?");
            if self.asks(quote) || asked && !quote.inside.clone().any(mark) {
                return None;
            }
            let voice = self.turn_voice(quote);
            self.push(content, voice.clone(), None, true);
            self.remember(voice.as_ref(), quote.open, true);
            return Some((None, voice));
        }
        if let Some((cue, voice)) = self.attribution_after(quote, range, cues) {
            self.push(content, Some(voice.clone()), Some(&cues[cue]), true);
            // `“We will come,” the envoy did not say.`
            if let (Some(negation), Some(said)) = (&cues[cue].group.negation, self.found.last_mut()) {
                said.denied = Some(negation.clone());
            }
            self.join(quote, &cues[cue]);
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
            // `What they say: Alpha: “…”`
            let other_label = gap.len() > 1 && words[gap.start..gap.end - 1].iter().any(|w| w.text == ":");
            if no_content
                && !other_label
                && !another_between
                && length >= 2
                && let Some(voice) = self.voice_of(range.start, cue)
            {
                let denied = match self.sense(range.start, cue, Some(&voice.phrase)) {
                    Sense::Plain => None,
                    Sense::Denied(denied) => Some(denied),
                    // `if the envoy says: “…”`
                    Sense::Unreal => return None,
                };
                self.push(content, Some(voice.clone()), Some(cue), true);
                if let (Some(denied), Some(said)) = (denied, self.found.last_mut()) {
                    deny(said, denied);
                }
                return Some((Some(k), Some(voice)));
            }
        }
        // The Norwegian envoy: “…” · She was blunt: “…”
        let colon = quote.open.checked_sub(1).filter(|k| words[*k].text == ":");
        if let Some(colon) = colon.filter(|_| length >= 2) {
            let front = if colon >= range.start { range.start..colon } else { self.before.start..colon };
            // The colon of `10:40` parts nothing.
            let clock = |k: usize| {
                words.get(k + 1).is_some_and(|w| w.kind == TokenKind::Figure && w.start == words[k].end)
            };
            let mark = |k: &usize| {
                matches!(words[*k].text.as_str(), ":" | ";" | "—" | "–" | "!" | "?" | "”") && !clock(*k)
            };
            let behind = (front.start..front.end).rev().find(mark).map_or(front.start, |k| k + 1);
            let voice = self.voice_with_colon(&(behind..front.end));
            if voice.is_some() || length >= 4 {
                self.push(content, voice.clone(), None, true);
                self.remember(voice.as_ref(), quote.open, true);
                return Some((None, voice));
            }
            return None;
        }
        // A quotation that is a sentence by itself goes on from the last speaker. After a cue it is part of what is reported.
        let alone =
            words[range.start..quote.open].iter().all(Token::is_mark) || ends_sentence(words, quote.open);
        // `“I know,” came the reply.`
        let followed = words[quote.after.min(range.end)..range.end].iter().any(|w| !w.is_mark())
            && !self.quotes.iter().any(|q| q.open >= quote.after);
        if alone && followed {
            self.push(content, None, None, true);
            self.last = None;
            return Some((None, None));
        }
        let own = length >= 4 && alone;
        if own && let Some(voice) = self.voice_going_on(quote) {
            self.push(content, Some(voice.clone()), None, true);
            self.remember(Some(&voice), quote.open, true);
            return Some((None, Some(voice)));
        }
        if own && length >= 6 {
            // Someone said it, but the text does not say who.
            self.push(content, None, None, true);
            return Some((None, None));
        }
        None
    }

    /// Who speaks in a quotation without attribution: the last speaker, if nobody else was named since. In a paragraph of its own it may be
    /// anybody's, unless the quotation before was left open.
    fn voice_going_on(&self, quote: &Quote) -> Option<Voice> {
        let last = self.last.as_ref()?;
        let paragraph = self.words[quote.open].paragraph;
        if paragraph > last.paragraph + 1 {
            return None;
        }
        let voice = Voice { carried: true, ..last.voice.clone() };
        let mut others: Vec<_> = self
            .people
            .iter()
            .filter(|m| m.prominent && m.sentence > last.sentence && !self.same(&m.phrase, &voice.phrase))
            .map(|m| m.phrase.clone())
            .collect();
        if others.is_empty() && (paragraph == last.paragraph || last.direct) {
            return Some(voice);
        }
        if others.is_empty() {
            return Some(voice.doubted());
        }
        others.insert(0, voice.phrase.clone());
        Some(Voice { phrase: voice.phrase, carried: true, open: others })
    }

    /// Who stands before a colon: `the Norwegian envoy:`, or who the clause before it is about.
    fn voice_with_colon(&self, front: &std::ops::Range<usize>) -> Option<Voice> {
        let words = self.words;
        // `Commander Alpha, in a voice message: “…”`: whoever is named first, not how it was said.
        let opens = words[front.start..front.end].first();
        let set = opens.is_none_or(|w| {
            w.tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Subordinator, PartOfSpeech::Adverb])
        });
        let comma = (front.start + 1..front.end.saturating_sub(1)).find(|k| words[*k].text == ",");
        let comma = comma.filter(|k| !set && !has_verb(&words[front.start..*k]));
        if let Some(comma) = comma {
            let behind = comma + 1..front.end;
            // `The chairman, a former pilot: “…”`; but `Alpha, the front and the council: “…”` are three.
            let explains = (words[behind.start].tagged(&[PartOfSpeech::Determiner])
                || words[behind.start].is_any(&["his", "her", "its", "their"]))
                && !words[behind.clone()].iter().any(|w| w.is("and"));
            if explains || words[behind.start].tagged(&[PartOfSpeech::Preposition]) {
                let phrase = named_before(words, front.start, comma, self.names, true)?;
                return Some(self.resolve(Phrase { apposition: explains.then_some(behind), ..phrase }));
            }
        }
        if !has_verb(&words[front.clone()]) {
            let phrase = named_before(words, front.start, front.end, self.names, true)?;
            return Some(self.resolve(phrase));
        }
        if let Some(pronoun) =
            (front.start..front.end).find(|k| !words[*k].is_mark()).filter(|k| words[*k].is_any(PRONOUNS))
        {
            return self.antecedent(pronoun);
        }
        let first = (front.start..front.end).find(|k| !words[*k].is_mark())?;
        let phrase = named_after(words, first, front.end, self.names, false)?;
        let human = words[phrase.range.clone()].iter().any(|w| is_human(&w.stem))
            || self.names.best(&words[phrase.range.clone()]).is_some();
        let alone = self
            .mentions(front.clone(), &[])
            .iter()
            .all(|m| self.same(&m.phrase, &phrase) || m.phrase.range.start < phrase.range.end);
        let voice = self.resolve(phrase);
        human.then(|| if alone { voice } else { voice.doubted() })
    }

    /// `…,” X said` and `…,” said X`.
    pub(super) fn attribution_after(
        &self,
        quote: &Quote,
        range: &std::ops::Range<usize>,
        cues: &[CueAt],
    ) -> Option<(usize, Voice)> {
        let words = self.words;
        if quote.after >= range.end || quote.turn {
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
        if !(ended_with_comma || comma_follows) || cue.words.start - quote.after > 16 || cue.participle {
            return None;
        }
        if inverted {
            if words.get(cue.words.end).is_some_and(|w| w.is_any(PRONOUNS)) {
                return self.antecedent(cue.words.end).map(|voice| (k, voice));
            }
            let phrase = named_after(words, cue.words.end, stop, self.names, true)?;
            return Some((k, self.resolve(phrase)));
        }
        self.voice_before(quote.after, cue.words.start).map(|voice| (k, voice))
    }

    /// Takes in the rest of a quotation that its attribution parts: `“We will come,” she said, “if they do.”`
    fn join(&mut self, quote: &Quote, cue: &CueAt) {
        let words = self.words;
        let Some(next) = self.quotes.iter().find(|q| q.open >= cue.words.end && !q.turn) else { return };
        let parted = words[quote.inside.clone()]
            .last()
            .is_some_and(|w| matches!(w.text.as_str(), "," | "—" | "–" | "-"))
            || words.get(quote.after).is_some_and(|w| w.text == ",");
        let goes_on = words[next.open - 1].text == ","
            && next.open - cue.words.end <= 20
            && !words[cue.words.end..next.open].iter().any(|w| matches!(w.text.as_str(), "." | ";" | ":"));
        let rest = trim(words, next.inside.clone());
        if !(parted && goes_on) || rest.is_empty() {
            return;
        }
        self.joined = next.after;
        if let Some(said) = self.found.last_mut() {
            said.content.end = rest.end;
            said.pieces.push(rest);
        }
    }

    /// The cue after a long quotation names the speaker of its last part.
    pub(super) fn attribute(&mut self, quote: &Quote, cue: &CueAt, voice: &Voice) {
        let at = self.found.iter().rposition(|s| s.direct && quote.inside.contains(&s.content.start));
        let content = trim(self.words, quote.inside.clone());
        match at.map(|k| &mut self.found[k]) {
            Some(statement) => {
                statement.speaker = Some(voice.clone());
                statement.cue = Some((cue.words.clone(), cue.cue.stance));
            }
            None => self.push(content, Some(voice.clone()), Some(cue), true),
        }
        self.remember(Some(voice), quote.open, true);
    }
}

/// Notes that a statement is denied, with the words that deny it in its text.
pub(super) fn deny(said: &mut Said, denied: std::ops::Range<usize>) {
    said.content.start = said.content.start.min(denied.start);
    if let Some(first) = said.pieces.first_mut() {
        first.start = first.start.min(denied.start);
    }
    said.denied = Some(denied);
}
