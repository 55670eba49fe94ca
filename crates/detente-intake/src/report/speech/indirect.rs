//! Indirect speech: what X said, ruled out, wants and refuses, and what is so according to X.

use crate::report::parts::PartOfSpeech;

use super::{CueAt, Said, Scan, Voice, has_verb, last_word, trim};
use crate::report::lexicon::HUMANS;
use crate::report::lexicon::Stance;
use crate::report::phrase::{Phrase, Subject, named_after, subject_before};
use crate::report::quotes::Quote;
use crate::report::tokens::Token;

/// Most words in the place and day that open a wire report.
const DATELINE: usize = 12;

impl Scan<'_> {
    pub(super) fn indirect(
        &mut self,
        index: usize,
        range: &std::ops::Range<usize>,
        quotes: &[Quote],
        cues: &[CueAt],
        used: &[usize],
    ) {
        let words = self.words;
        let mut previous: Option<Voice> = None;
        let trailing = self.trailing(range, cues).filter(|(k, _, front)| {
            let quoted =
                |q: &Quote| q.open < front.end && front.start < q.after && q.inside.len() * 2 > front.len();
            !used.contains(k) && !quotes.iter().any(quoted)
        });
        if let Some((k, voice, front)) = trailing {
            // What is told inside it is told by the one at the end.
            let cue = Some((cues[k].words.clone(), cues[k].cue.stance));
            self.remember(Some(&voice), front.start);
            self.found.push(Said {
                content: front,
                speaker: Some(voice),
                cue,
                direct: false,
                sentence: index,
            });
            return;
        }
        // The speakers of cues that made a statement, with where the cue's clause begins.
        let mut made: Vec<(usize, Voice, std::ops::Range<usize>)> = Vec::new();
        for (k, cue) in cues.iter().enumerate() {
            let from = quotes
                .iter()
                .map(|q| q.after)
                .filter(|after| *after <= cue.words.start)
                .max()
                .unwrap_or(range.start)
                .max(range.start);
            if used.contains(&k) {
                previous = self.voice_before(from, cue.words.start).or(previous);
                continue;
            }
            let voice = match subject_before(words, from, cue.words.start, self.names) {
                Some(Subject::Named(phrase)) => Some(self.resolve(phrase)),
                Some(Subject::Pronoun(at)) => {
                    // A name earlier in the same sentence comes first: `although the premier is pressed, he is keen to …`
                    let here = self.earlier_here(range.start, at, &words[at]);
                    here.or_else(|| self.antecedent(&words[at])).map(|phrase| Voice { phrase, carried: true })
                }
                // The subject may belong to a verb that attributes nothing: `the movement freed nine and has hinted that …`
                Some(Subject::Shared) => {
                    previous.clone().or_else(|| self.opening_voice(from, cue.words.start))
                }
                None => None,
            };
            let Some(voice) = voice else {
                if let Some((content, voice)) = self.inverted(range, cue) {
                    self.remember(Some(&voice), content.start);
                    let words = Some((cue.words.clone(), cue.cue.stance));
                    self.found.push(Said {
                        content,
                        speaker: Some(voice),
                        cue: words,
                        direct: false,
                        sentence: index,
                    });
                }
                continue;
            };
            // What is reported inside another's words is theirs: `the envoy said the front wants …`
            if made.last().is_some_and(|(_, _, content)| {
                content.contains(&cue.words.start) && !shares_subject(words, cue.words.start)
            }) {
                continue;
            }
            previous = Some(voice.clone());
            let Some(content) = self.content(range, cue) else {
                // `The envoys doubt it; they …`: too little for a statement, enough for a pronoun to stand for them. Who is named
                // by way of another, `his deputy`, stays out: that name means nothing elsewhere.
                let own =
                    !words[voice.phrase.range.start].is_any(&["his", "her", "its", "their", "our", "my"]);
                if !voice.carried && own {
                    self.people.push(voice.phrase);
                }
                continue;
            };
            if let Some((_, _, before)) = made.last_mut()
                && before.end > cue.words.start
            {
                let cut = coordination(words, before.start, cue.words.start);
                before.end = cut;
                if let Some(statement) =
                    self.found.iter_mut().rev().find(|s| s.content.start == before.start && !s.direct)
                {
                    statement.content = trim(words, before.start..cut);
                }
            }
            made.push((k, voice.clone(), content.clone()));
            self.remember(Some(&voice), cue.words.start);
            self.found.push(Said {
                content,
                speaker: Some(voice),
                cue: Some((cue.words.clone(), cue.cue.stance)),
                direct: false,
                sentence: index,
            });
        }
    }

    /// The last person named between `from` and a pronoun of the same sentence.
    pub(super) fn earlier_here(&self, from: usize, at: usize, pronoun: &Token) -> Option<Phrase> {
        if !pronoun.is_any(&["he", "she"]) {
            return None;
        }
        let found = (from..at).find_map(|i| {
            let (known, len) = self.names.at(&self.words[i..at])?;
            known.person.map(|_| i..i + len)
        })?;
        // Titles before the name belong to it.
        let mut start = found.start;
        while start > from
            && (self.words[start - 1].is_capital() || HUMANS.contains(&self.words[start - 1].stem.as_str()))
            && !self.words[start - 1].is_any(&["but", "although", "while"])
        {
            start -= 1;
        }
        Some(Phrase { range: start..found.end, apposition: None })
    }

    /// The words that a cue reports.
    pub(super) fn content(
        &self,
        range: &std::ops::Range<usize>,
        cue: &CueAt,
    ) -> Option<std::ops::Range<usize>> {
        let words = self.words;
        let mut start = cue.words.end;
        let end = last_word(words, range);
        // A semicolon parts what one said from what another did.
        let end = (start..end).find(|i| words[*i].text == ";").unwrap_or(end);
        let opens_with = |start: usize, mark| start < end && words[start].text == mark;
        if opens_with(start, ":") {
            start += 1;
        }
        // `said on Tuesday that …`, `told reporters in the capital that …`
        let that = (start..end.min(start + 14)).find(|i| {
            words[*i].is("that")
                && words[start..*i].iter().all(|w| {
                    !w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) || w.is_any(&["meeting"])
                })
        });
        let told = words[cue.words.start].is_any(&["told", "tells", "tell"]);
        if cue.cue.quotes {
            if let Some(that) = that {
                start = that + 1;
            } else {
                if told {
                    // The listener comes first: up to the noun that ends the phrase.
                    while start < end && start < cue.words.end + 8 {
                        let noun = words[start].tagged(&[
                            PartOfSpeech::Noun,
                            PartOfSpeech::ProperNoun,
                            PartOfSpeech::Pronoun,
                        ]);
                        start += 1;
                        if noun
                            && words
                                .get(start)
                                .is_none_or(|w| !w.tagged(&[PartOfSpeech::Noun, PartOfSpeech::ProperNoun]))
                        {
                            break;
                        }
                    }
                }
                start = self.past_setting(start, end);
            }
        }
        if opens_with(start, ",") {
            start += 1;
        }
        let end = own_end(words, cue.words.start, start, end);
        let content = trim(words, start..end);
        // `declined to comment` says nothing.
        if matches!(&words[content.clone()], [to, comment] if to.is("to") && comment.is("comment")) {
            return None;
        }
        let enough = content.len() >= if cue.cue.quotes { 3 } else { 1 };
        if enough && (!cue.cue.quotes || has_verb(&words[content.clone()])) {
            return Some(content);
        }
        None
    }

    /// Skips where and when something was said.
    pub(super) fn past_setting(&self, mut start: usize, end: usize) -> usize {
        while start < end {
            let near = self.dates.partition_point(|(r, _)| r.start < start);
            let Some((date, _)) = self.dates.get(near) else { return start };
            let on = date.start == start + 1 && self.words[start].is_any(&["on", "in", "late", "early"]);
            if date.start != start && !on {
                return start;
            }
            start = date.end.min(end);
        }
        start
    }

    /// Whoever a clause opens with, a dateline (`PORT CITY, March 12 –`) left out.
    pub(super) fn opening_voice(&self, from: usize, verb: usize) -> Option<Voice> {
        let after = |marks: &[&str], i: &usize| marks.contains(&self.words[*i].text.as_str());
        let from = (from..verb.min(from + DATELINE))
            .find(|i| after(&["–", "—"], i))
            .filter(|_| is_upper(&self.words[from]))
            .map_or(from, |dash| dash + 1);
        let clause = (from..verb).rev().find(|i| after(&[";"], i)).map_or(from, |i| i + 1);
        let start = (clause..verb)
            .find(|i| !self.words[*i].is_mark() && !self.words[*i].tagged(&[PartOfSpeech::Coordinator]))?;
        named_after(self.words, start, verb, self.names, false).map(|phrase| self.resolve(phrase))
    }

    /// The verb before its speaker without a quotation: `There are 88 of them, says the office; ninety, says the front.`
    fn inverted(
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
            || has_verb(&words[rest.clone()])
            || words[cue.words.end..end].iter().any(|w| w.is("that"))
        {
            return None;
        }
        if !rest.is_empty() && !words[rest.start].is_any(&["in", "at", "on", "after", "during"]) {
            return None;
        }
        let voice = self.voice_before(range.start, cue.words.start)?;
        let clause = match subject_before(words, range.start, cue.words.start, self.names)? {
            Subject::Pronoun(at) => at,
            Subject::Named(phrase) => phrase.range.start,
            Subject::Shared => return None,
        };
        let comma = (range.start..clause).rev().take(3).find(|i| words[*i].text == ",")?;
        let front = trim(words, range.start..comma);
        (front.len() >= 3 && has_verb(&words[front.clone()])).then_some((k, voice, front))
    }

    pub(super) fn according_to(&mut self, index: usize, range: &std::ops::Range<usize>, quotes: &[Quote]) {
        let words = self.words;
        let at = (range.start..range.end.saturating_sub(2)).find(|i| {
            words[*i].is("according")
                && words[*i + 1].is("to")
                && !quotes.iter().any(|q| q.open < *i && *i < q.after)
        });
        let Some(at) = at else { return };
        let Some(phrase) = named_after(words, at + 2, range.end, self.names, true) else { return };
        let voice = self.resolve(phrase);
        let end = last_word(words, range);
        let content = if at == range.start {
            let comma = (voice.phrase.range.end..end)
                .find(|i| words[*i].text == ",")
                .map_or(voice.phrase.range.end, |c| c + 1);
            trim(words, comma..end)
        } else {
            trim(words, range.start..at)
        };
        let taken = self
            .found
            .iter()
            .rev()
            .take(50)
            .any(|s| s.content.start < content.end && content.start < s.content.end);
        if content.len() < 3 || taken {
            return;
        }
        self.remember(Some(&voice), at);
        let cue = Some((at..at + 2, Stance::States));
        self.found.push(Said { content, speaker: Some(voice), cue, direct: false, sentence: index });
    }
}

/// Where what is reported ends, if the sentence goes on with what someone did: `who called it a farce, shook hands`,
/// `calls it an insult and has closed the road`.
fn own_end(words: &[Token], verb: usize, start: usize, end: usize) -> usize {
    let mut before = verb;
    while before > 0
        && (words[before - 1].tagged(&[PartOfSpeech::Adverb, PartOfSpeech::Auxiliary])
            || words[before - 1].is("once"))
    {
        before -= 1;
    }
    let relative = before > 0 && words[before - 1].is_any(&["who", "which"]);
    let ends = |k: &usize| {
        let deed = words[*k].is("and")
            && words.get(k + 1).is_some_and(|w| w.is_any(&["has", "have", "had"]))
            && !words[start..*k].iter().any(|w| w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]));
        (relative && words[*k].text == ",") || deed
    };
    (start..end).find(ends).unwrap_or(end)
}

fn is_upper(word: &Token) -> bool {
    word.text.len() > 1 && word.text.chars().all(char::is_uppercase)
}

/// Whether the words before a verb say that it shares the subject of the verb before.
fn shares_subject(words: &[Token], verb: usize) -> bool {
    let mut at = verb;
    while at > 0 && words[at - 1].tagged(&[PartOfSpeech::Adverb]) {
        at -= 1;
    }
    at > 0 && words[at - 1].is_any(&["and", "but", "or", "yet"])
}

/// Where a coordinated clause begins: before `, but` or `and`.
fn coordination(words: &[Token], from: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > from && !words[at - 1].is_any(&["and", "but", "or", "yet"]) {
        at -= 1;
    }
    let mut at = at.saturating_sub(1).max(from);
    if at > from && words[at - 1].text == "," {
        at -= 1;
    }
    at
}
