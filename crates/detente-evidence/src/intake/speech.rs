//! Who said what.
//!
//! Direct speech is a quotation with a verb of saying before or after it, or one that goes on from the quotation before: “…,” X said.
//! “…” Indirect speech is a verb of saying, wanting or refusing with somebody before it (X said that …; X rules out …; X wants …, but
//! refuses …), `according to X`, or a statement with its speaker at the end (…, X said). A pronoun stands for the last
//! speaker it can stand for; that is noted, and so is a speaker carried over from the sentence before.

use harper_brill::UPOS;

use super::dates::DateMention;
use super::lexicon::{CUES, Cue, HUMANS, Stance};
use super::names::Names;
use super::phrase::{Phrase, Subject, named_after, subject_before};
use super::quantities::text_of;
use super::quotes::Quote;
use super::sentences::{Reading, Word};

/// A statement found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
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
    reading: &Reading,
    quotes: &[Quote],
    names: &Names,
    dates: Dates<'_>,
) -> Vec<Statement> {
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
    words: &'a [Word],
    /// Those that open in the sentence at hand.
    quotes: &'a [Quote],
    names: &'a Names,
    dates: Dates<'a>,
    /// The last speaker, and the paragraph in which they spoke.
    last: Option<(Phrase, usize)>,
    /// People named so far, the last one last.
    people: Vec<Phrase>,
    found: Vec<Statement>,
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
        let cue = CUES.iter().find(|cue| {
            cue.forms.contains(&words[i].stem.as_str())
                && !words[i].possessive
                && i + cue.then.len() < limit
                && cue.then.iter().enumerate().all(|(k, then)| words[i + 1 + k].is(then))
        })?;
        let end = i + 1 + cue.then.len();
        let before = i.checked_sub(1).map(|b| &words[b]);
        let after_noun_mark = before.is_some_and(|b| {
            b.tagged(&[UPOS::DET, UPOS::ADJ, UPOS::NUM])
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
        let adjective_use = !cue.ambiguous && cue.then.is_empty() && after_noun_mark && !cue.quotes;
        (!(passive || noun_use || adjective_use)).then_some(CueAt { words: i..end, cue })
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
            scan.found.push(Statement {
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
            words[range.start..quote.open].iter().all(Word::is_mark) || ends_sentence(words, quote.open);
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
            None => self.found.push(Statement {
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

    /// A phrase such as `the general` stands for the general named before.
    fn resolve(&self, phrase: Phrase) -> Voice {
        let words = &self.words[phrase.range.clone()];
        let named = words.iter().skip(1).any(Word::is_capital)
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
    fn antecedent(&self, pronoun: &Word) -> Option<Phrase> {
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

    fn remember(&mut self, voice: Option<&Voice>, at: usize) {
        if let Some(voice) = voice {
            self.last = Some((voice.phrase.clone(), self.words[at].paragraph));
            if !voice.carried {
                self.people.push(voice.phrase.clone());
            }
        }
    }

    fn indirect(
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
            self.found.push(Statement {
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
            let Some(voice) = voice else { continue };
            // What is reported inside another's words is theirs: `the envoy said the front wants …`
            if made.last().is_some_and(|(_, _, content)| {
                content.contains(&cue.words.start) && !shares_subject(words, cue.words.start)
            }) {
                continue;
            }
            previous = Some(voice.clone());
            let Some(content) = self.content(range, cue) else { continue };
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
            self.found.push(Statement {
                content,
                speaker: Some(voice),
                cue: Some((cue.words.clone(), cue.cue.stance)),
                direct: false,
                sentence: index,
            });
        }
    }

    /// The last person named between `from` and a pronoun of the same sentence.
    fn earlier_here(&self, from: usize, at: usize, pronoun: &Word) -> Option<Phrase> {
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
    fn content(&self, range: &std::ops::Range<usize>, cue: &CueAt) -> Option<std::ops::Range<usize>> {
        let words = self.words;
        let mut start = cue.words.end;
        let end = last_word(words, range);
        // A semicolon parts what one said from what another did.
        let end = (start..end).find(|i| words[*i].text == ";").unwrap_or(end);
        if words.get(start).is_some_and(|w| w.text == ":") {
            start += 1;
        }
        // `said on Tuesday that …`, `told reporters in the capital that …`
        let that = (start..end.min(start + 14)).find(|i| {
            words[*i].is("that")
                && words[start..*i]
                    .iter()
                    .all(|w| !w.tagged(&[UPOS::VERB, UPOS::AUX]) || w.is_any(&["meeting"]))
        });
        let told = words[cue.words.start].is_any(&["told", "tells", "tell"]);
        if cue.cue.quotes {
            if let Some(that) = that {
                start = that + 1;
            } else {
                if told {
                    // The listener comes first: up to the noun that ends the phrase.
                    while start < end && start < cue.words.end + 8 {
                        let noun = words[start].tagged(&[UPOS::NOUN, UPOS::PROPN, UPOS::PRON])
                            || words[start].tag.is_none();
                        start += 1;
                        if noun && words.get(start).is_none_or(|w| !w.tagged(&[UPOS::NOUN, UPOS::PROPN])) {
                            break;
                        }
                    }
                }
                start = self.past_setting(start, end);
            }
        }
        if words.get(start).is_some_and(|w| w.text == ",") {
            start += 1;
        }
        let content = trim(words, start..end);
        let enough = content.len() >= if cue.cue.quotes { 3 } else { 2 };
        if enough && (!cue.cue.quotes || has_verb(&words[content.clone()])) {
            return Some(content);
        }
        None
    }

    /// Skips where and when something was said.
    fn past_setting(&self, mut start: usize, end: usize) -> usize {
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

    /// Whoever a clause opens with.
    fn opening_voice(&self, from: usize, verb: usize) -> Option<Voice> {
        let clause = (from..verb).rev().find(|i| self.words[*i].text == ";").map_or(from, |i| i + 1);
        let start =
            (clause..verb).find(|i| !self.words[*i].is_mark() && !self.words[*i].tagged(&[UPOS::CCONJ]))?;
        named_after(self.words, start, verb, self.names, false).map(|phrase| self.resolve(phrase))
    }

    /// The speaker at the end of a sentence: `The road was open, the mayor said on Monday.` The cue, and what was said.
    fn trailing(
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

    fn according_to(&mut self, index: usize, range: &std::ops::Range<usize>, quotes: &[Quote]) {
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
        self.found.push(Statement { content, speaker: Some(voice), cue, direct: false, sentence: index });
    }

    /// Names in a sentence that a later pronoun may stand for.
    fn note_people(&mut self, range: &std::ops::Range<usize>, quotes: &[Quote]) {
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

#[derive(Debug)]
struct CueAt {
    words: std::ops::Range<usize>,
    cue: &'static Cue,
}

/// Whether the words before a verb say that it shares the subject of the verb before.
fn shares_subject(words: &[Word], verb: usize) -> bool {
    let mut at = verb;
    while at > 0 && words[at - 1].tagged(&[UPOS::ADV]) {
        at -= 1;
    }
    at > 0 && words[at - 1].is_any(&["and", "but", "or", "yet"])
}

/// Where a coordinated clause begins: before `, but` or `and`.
fn coordination(words: &[Word], from: usize, verb: usize) -> usize {
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

/// The words of a sentence without its final mark.
fn last_word(words: &[Word], range: &std::ops::Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start && matches!(words[end - 1].text.as_str(), "." | "!" | "?" | "…") {
        end -= 1;
    }
    end
}

/// Without marks and spaces at either end, unless they are one half of a pair.
fn trim(words: &[Word], range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let loose =
        |w: &Word| matches!(w.text.as_str(), "," | "." | ";" | ":" | "!" | "?" | "-" | "–" | "—" | "…");
    while start < end && loose(&words[start]) {
        start += 1;
    }
    while end > start && loose(&words[end - 1]) {
        end -= 1;
    }
    start..end
}

fn has_verb(words: &[Word]) -> bool {
    words.iter().any(|w| w.tagged(&[UPOS::VERB, UPOS::AUX]))
}

fn ends_sentence(words: &[Word], open: usize) -> bool {
    open == 0 || matches!(words[open - 1].text.as_str(), "." | "!" | "?" | "”" | ":")
}

fn plural_head(words: &[Word]) -> bool {
    words.iter().any(|w| {
        HUMANS.contains(&w.stem.as_str()) && w.stem.ends_with('s') && !w.is_any(&["forces", "chairs"])
    })
}

/// Words for one person, so that `he` or `she` can stand for the phrase.
fn is_person(words: &[Word], names: &Names) -> bool {
    const ROLES: &[&str] = &[
        "captive",
        "detainee",
        "hostage",
        "patient",
        "prisoner",
        "sailor",
        "student",
        "adviser",
        "aide",
        "ambassador",
        "analyst",
        "author",
        "captain",
        "chairman",
        "chairwoman",
        "chief",
        "colonel",
        "commander",
        "commissioner",
        "delegate",
        "deputy",
        "diplomat",
        "director",
        "doctor",
        "dr",
        "economist",
        "editor",
        "envoy",
        "expert",
        "father",
        "farmer",
        "fighter",
        "foreman",
        "general",
        "gen",
        "col",
        "lt",
        "governor",
        "head",
        "historian",
        "journalist",
        "judge",
        "king",
        "lawmaker",
        "lawyer",
        "leader",
        "lieutenant",
        "major",
        "mayor",
        "mediator",
        "minister",
        "mother",
        "mr",
        "mrs",
        "ms",
        "negotiator",
        "observer",
        "officer",
        "official",
        "premier",
        "president",
        "priest",
        "professor",
        "rapporteur",
        "representative",
        "resident",
        "scholar",
        "secretary",
        "senator",
        "soldier",
        "speaker",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "teacher",
        "villager",
        "widow",
        "witness",
        "woman",
        "man",
        "daughter",
        "son",
        "brother",
        "sister",
        "nurse",
        "driver",
        "survivor",
        "worker",
        "monitor",
    ];
    words.iter().any(|w| !w.possessive && w.is_any(ROLES))
        || names.best(words).is_some_and(|k| k.person.is_some())
}

/// The speaker as the text writes it, without an article.
pub(super) fn name_of(words: &[Word], phrase: &Phrase) -> String {
    let words = &words[phrase.range.clone()];
    let skip = usize::from(words.first().is_some_and(|w| w.is_any(&["the", "a", "an"])) && words.len() > 1);
    let mut name = text_of(&words[skip..]);
    if words.last().is_some_and(|w| w.possessive) {
        name.truncate(name.trim_end_matches("'s").trim_end_matches("’s").len());
    }
    name
}
