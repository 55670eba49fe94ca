//! Indirect speech: what X said, ruled out, wants and refuses, and what is so according to X.

use crate::report::parts::PartOfSpeech;

use super::cue_at::{CueAt, Sense};
use super::{Scan, Voice, trim};
use crate::report::lexicon::{PRONOUNS, Stance};
use crate::report::phrase::{Phrase, Subject, named_after, subject_before};
use crate::report::quotes::Quote;
use crate::report::tokens::Token;

/// A statement that a cue of the sentence made.
struct Made {
    content: std::ops::Range<usize>,
    /// Where what is reported begins, behind the words that deny it.
    core: usize,
    /// Whether its cue reports a clause, as `said` does, rather than a thing, as `accepted` may.
    clause: bool,
    /// Whether it denies or refuses.
    denies: bool,
}

impl Scan<'_> {
    pub(super) fn indirect(
        &mut self,
        range: &std::ops::Range<usize>,
        quotes: &[Quote],
        cues: &[CueAt],
        used: &[usize],
        told: Option<&std::ops::Range<usize>>,
    ) {
        let words = self.words;
        // The last speaker of the sentence, and the verb at which they spoke.
        let mut previous: Option<(Voice, usize)> = None;
        let trailing = self.trailing(range, cues).filter(|(k, _, front)| {
            let told = told.is_some_and(|t| t.start < front.end && front.start < t.end);
            let quoted =
                |q: &Quote| q.open < front.end && front.start < q.after && q.inside.len() * 2 > front.len();
            !told && !used.contains(k) && !quotes.iter().any(quoted)
        });
        if let Some((k, voice, front)) = trailing {
            // What is told inside it is told by the one at the end.
            self.remember(Some(&voice), front.start, false);
            self.push(front, Some(voice), Some(&cues[k]), false);
            return;
        }
        let wrapped = if told.is_some() { None } else { self.wrapped(range, cues, used) };
        let mut made: Vec<Made> = Vec::new();
        for (k, cue) in cues.iter().enumerate() {
            let from = quotes
                .iter()
                .map(|q| q.after)
                .filter(|after| *after <= cue.words.start)
                .max()
                .unwrap_or(range.start)
                .max(range.start);
            if wrapped.as_ref().or(told).is_some_and(|w| w.contains(&cue.words.start)) {
                continue;
            }
            if used.contains(&k) {
                let at = previous.as_ref().map_or(range.start, |p| p.1);
                previous = self.voice_before(from, cue.words.start).map(|voice| (voice, at)).or(previous);
                continue;
            }
            let subject = if cue.participle {
                Some(Subject::Shared)
            } else {
                subject_before(words, from, cue.words.start, self.names)
            };
            let subject = subject.map(|subject| match (subject, made.last()) {
                (Subject::Named(phrase), Some(last)) => Subject::Named(behind_object(words, phrase, last)),
                (subject, _) => subject,
            });
            let own = subject.as_ref().and_then(Subject::own);
            let sense = self.sense(from, cue, own.as_ref());
            if sense == Sense::Unreal {
                continue;
            }
            let voice = self.voice_by(subject, cue, from, range.start, previous.as_ref());
            let Some(voice) = voice else {
                if own.is_none()
                    && let Some((content, voice)) = self.inverted(range, cue)
                {
                    self.remember(Some(&voice), content.start, false);
                    self.push(content, Some(voice), Some(cue), false);
                }
                continue;
            };
            // What is reported inside another's words is theirs: `the envoy said the front wants …`
            if let Some(last) = made.last()
                && last.content.contains(&cue.words.start)
                && !goes_on(words, cue, last, own.as_ref())
                && !contrasts(words, cue, last, own.as_ref())
            {
                continue;
            }
            previous = Some((voice.clone(), cue.words.start));
            let denied = match sense {
                Sense::Denied(denied) => Some(denied),
                _ => None,
            };
            let clause = self.own_clause(range, own.as_ref());
            let Some(mut content) = self.content(&clause, cue, denied.is_some()) else {
                self.note_silent(voice, cue);
                continue;
            };
            if let Some(before) = made.last_mut()
                && before.content.end > cue.words.start
            {
                self.cut(&mut before.content, cue);
            }
            let core = content.start;
            content.start = self.kept_from(core, cue, denied.as_ref(), own.as_ref());
            let denies = denied.is_some() || cue.cue.stance == Stance::Against;
            made.push(Made { content: content.clone(), core, clause: cue.cue.quotes, denies });
            let nobody = denied.as_ref().is_some_and(|d| {
                words[d.clone()].iter().any(|w| w.is_any(&["no", "none", "nobody", "nothing", "few"]))
                    && own.as_ref().is_some_and(|p| d.start <= p.range.start)
            });
            let voice = (!nobody).then_some(voice);
            self.remember(voice.as_ref(), cue.words.start, false);
            self.push(content, voice, Some(cue), false);
            if let (Some(denied), Some(said)) = (denied, self.found.last_mut()) {
                said.denied = Some(denied);
            }
        }
    }

    /// Who a subject is; one who is not named again is whoever spoke before in the sentence.
    fn voice_by(
        &self,
        subject: Option<Subject>,
        cue: &CueAt,
        from: usize,
        begin: usize,
        previous: Option<&(Voice, usize)>,
    ) -> Option<Voice> {
        match subject? {
            Subject::Named(phrase) => Some(self.resolve(phrase)),
            Subject::Pronoun(at) => self.antecedent(at),
            Subject::Shared => {
                let opening = if cue.participle { begin } else { from };
                let parted = (from..cue.words.start).rev().find(|k| self.words[*k].text == ";");
                let before = previous.filter(|(_, at)| parted.is_none_or(|k| k < *at));
                before.map(|(voice, _)| voice.clone()).or_else(|| self.sharer(opening, cue))
            }
        }
    }

    /// `The envoys doubt it; they …`: too little for a statement, enough for a pronoun to stand for them. Who is named by way of another,
    /// `his deputy`, stays out: that name means nothing elsewhere. So does `a driver called Anna Alpha`.
    fn note_silent(&mut self, voice: Voice, cue: &CueAt) {
        let words = self.words;
        let own = !words[voice.phrase.range.start].is_any(&["his", "her", "its", "their", "our", "my"]);
        if !voice.carried && own && voice.is_settled() && !words[cue.words.start].is("called") {
            self.note(voice.phrase, cue.words.start);
        }
    }

    /// The clause of a cue: one that opens with `before` or `although` ends at its comma.
    fn own_clause(&self, range: &std::ops::Range<usize>, own: Option<&Phrase>) -> std::ops::Range<usize> {
        let words = self.words;
        let joint = own.and_then(|p| {
            let before = p.range.start.checked_sub(1)?;
            let article = words[before].tagged(&[PartOfSpeech::Determiner]);
            before.checked_sub(usize::from(article))
        });
        let opens = joint.filter(|k| {
            *k >= range.start
                && words[*k].is_any(&[
                    "when", "before", "after", "once", "although", "though", "because", "since", "while",
                ])
                && (*k == range.start || words[k - 1].is_mark())
        });
        let comma = opens.and_then(|k| (k..range.end).find(|c| words[*c].text == ","));
        range.start..comma.unwrap_or(range.end)
    }

    /// Ends what is reported before where another clause begins.
    fn cut(&mut self, before: &mut std::ops::Range<usize>, cue: &CueAt) {
        let verb = cue.words.start;
        before.end = if cue.participle { verb - 1 } else { coordination(self.words, before.start, verb) };
        let content = trim(self.words, before.clone());
        let statement = self.found.iter_mut().rev().find(|s| s.content.start == before.start && !s.direct);
        if let Some(statement) = statement {
            statement.pieces = vec![content.clone()];
            statement.content = content;
        }
    }

    /// Where the text of a statement begins: what is denied or refused keeps the words that say so, and what hangs on a condition the condition.
    fn kept_from(
        &self,
        content: usize,
        cue: &CueAt,
        denied: Option<&std::ops::Range<usize>>,
        own: Option<&Phrase>,
    ) -> usize {
        let against = denied.is_some() || cue.cue.stance == Stance::Against;
        let own_self = self.words[cue.group.start].is_any(&["himself", "herself", "itself", "themselves"]);
        let group = cue.group.start + usize::from(own_self);
        // `reportedly said`
        let hearsay = self.words[cue.group.start..cue.words.start]
            .iter()
            .any(|w| w.is_any(&["allegedly", "reportedly", "supposedly", "purportedly", "apparently"]));
        let condition = self.condition_before(own.map_or(cue.group.start, |p| p.range.start));
        [(against || hearsay).then_some(group), denied.map(|d| d.start), condition.map(|c| c.start)]
            .into_iter()
            .flatten()
            .fold(content, usize::min)
    }

    /// Whose verb stands before `and`, though it attributes nothing: `its secretary telephoned and said …`; or who opens the clause.
    fn sharer(&self, from: usize, cue: &CueAt) -> Option<Voice> {
        let words = self.words;
        let and = cue.group.start;
        let clause = (from..and).rev().find(|k| words[*k].text == ";").map_or(from, |k| k + 1);
        let verb = (clause..and)
            .rev()
            .take(20)
            .find(|k| words[*k].tagged(&[PartOfSpeech::Verb]) && !words[*k].stem.ends_with("ing"));
        let subject =
            verb.filter(|_| !cue.participle).and_then(|verb| subject_before(words, clause, verb, self.names));
        let voice = match subject {
            Some(Subject::Named(phrase)) => Some(self.resolve(phrase)),
            Some(Subject::Pronoun(at)) => self.antecedent(at),
            _ => None,
        };
        voice.or_else(|| self.opening_voice(from, cue.words.start))
    }

    /// The condition that stands right before a main clause: `If the road is opened, the front …`
    fn condition_before(&self, subject: usize) -> Option<std::ops::Range<usize>> {
        let clause = self.clauses.iter().rev().find(|c| c.range.end <= subject)?;
        let between = &self.words[clause.range.end..subject];
        let close = between.len() <= 4
            && between.iter().all(|w| {
                w.is_mark() && w.text != ";"
                    || w.is_any(&["then", "the", "a", "an"])
                    || w.tagged(&[PartOfSpeech::Adverb])
            });
        (clause.condition && close).then(|| clause.range.clone())
    }

    /// Who speaks by a cue, where a quotation follows it.
    pub(super) fn voice_of(&self, from: usize, cue: &CueAt) -> Option<Voice> {
        if cue.participle {
            return self.opening_voice(from, cue.words.start);
        }
        self.voice_before(from, cue.words.start)
    }

    /// Whoever a clause opens with.
    pub(super) fn opening_voice(&self, from: usize, verb: usize) -> Option<Voice> {
        let clause = (from..verb).rev().find(|i| self.words[*i].text == ";").map_or(from, |i| i + 1);
        let start = (clause..verb)
            .find(|i| !self.words[*i].is_mark() && !self.words[*i].tagged(&[PartOfSpeech::Coordinator]))?;
        named_after(self.words, start, verb, self.names, false).map(|phrase| self.resolve(phrase))
    }
}

/// A subject without the object of the verb before, which `and` seems to join to it: `accepted the map and the council rejected it`.
fn behind_object(words: &[Token], phrase: Phrase, made: &Made) -> Phrase {
    let object =
        !made.clause && made.content.start <= phrase.range.start && phrase.range.start < made.content.end;
    let and =
        (phrase.range.start + 1..phrase.range.end.saturating_sub(1)).rev().find(|k| words[*k].is("and"));
    let between = words[made.core.min(phrase.range.start)..phrase.range.start].iter();
    match and.filter(|_| object && between.clone().all(|w| w.tagged(&[PartOfSpeech::Determiner]))) {
        Some(and) => Phrase { range: and + 1..phrase.range.end, ..phrase },
        None => phrase,
    }
}

/// Whether a cue within what is reported goes on from the verb that reports it: `says that … but refuses …`, `rejected the plan, calling it …`.
fn goes_on(words: &[Token], cue: &CueAt, made: &Made, own: Option<&Phrase>) -> bool {
    let content = made.core..made.content.end;
    // `say that both the council and the front have accepted …`: the `and` of its own subject opens no clause.
    let before = own.filter(|_| made.clause).map_or(cue.group.start, |p| p.range.start);
    if cue.participle {
        return words[cue.words.start].is("adding") || !has_finite(&words[content.start..cue.words.start]);
    }
    // `did not accept the timetable, and its minister refused …`: what is reported is no clause, so another begins at `and`.
    let another = (content.start..before.max(content.start))
        .rev()
        .find(|k| words[*k].is_any(&["and", "but", "while", "yet"]))
        .is_some_and(|k| !has_finite(&words[content.start..k]) && k > content.start);
    another || shares_subject(words, cue.group.start)
}

/// Whether a cue with a subject of its own stands against what is reported before: `says that 37 are held, while the council speaks of 31`.
/// or against the denial: `denied that it had fired, but it stopped short of …`.
fn contrasts(words: &[Token], cue: &CueAt, made: &Made, own: Option<&Phrase>) -> bool {
    let Some(own) = own else { return false };
    if words[own.range.start].is_any(PRONOUNS) {
        let but = own.range.start.checked_sub(2).filter(|k| *k >= made.core);
        return made.denies && but.is_some_and(|k| words[k].text == "," && words[k + 1].is("but"));
    }
    let article = own.range.start > 0 && words[own.range.start - 1].tagged(&[PartOfSpeech::Determiner]);
    let Some(joint) = own.range.start.checked_sub(1 + usize::from(article)) else { return false };
    let comma = joint > 0 && words[joint - 1].text == ",";
    let speech = words[cue.words.start].is_any(&["said", "says", "say", "told", "tells"]);
    comma && (words[joint].is_any(&["while", "whereas", "but"]) || words[joint].is("and") && speech)
}

/// Whether there is a verb that is neither an infinitive nor a participle.
pub(super) fn has_finite(words: &[Token]) -> bool {
    (0..words.len()).any(|k| {
        let verb = words[k].tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]);
        verb && !words[k].stem.ends_with("ing") && !(k > 0 && words[k - 1].is("to"))
    })
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
    while at > from && !words[at - 1].is_any(&["and", "but", "or", "yet", "while", "whereas"]) {
        at -= 1;
    }
    let mut at = at.saturating_sub(1).max(from);
    if at > from && words[at - 1].text == "," {
        at -= 1;
    }
    at
}
