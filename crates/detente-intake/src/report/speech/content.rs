//! The words that a cue reports.

use super::cue_at::CueAt;
use super::{Scan, has_verb, last_word, trim};
use crate::report::lexicon::Stance;
use crate::report::parts::PartOfSpeech;
use crate::report::tokens::Token;

impl Scan<'_> {
    /// The words that a cue reports.
    pub(super) fn content(
        &self,
        range: &std::ops::Range<usize>,
        cue: &CueAt,
        denied: bool,
    ) -> Option<std::ops::Range<usize>> {
        let words = self.words;
        let mut start = cue.words.end;
        let end = last_word(words, range);
        // A semicolon parts what one said from what another did.
        let end = (start..end).find(|i| words[*i].text == ";").unwrap_or(end);
        // `denied that it was over: “…”`
        let colon =
            self.quotes.iter().map(|q| q.open).find(|open| *open > start && words[open - 1].text == ":");
        let end = colon.map_or(end, |open| end.min(open - 1));
        let opens_with = |start: usize, mark| start < end && words[start].text == mark;
        if opens_with(start, ":") {
            start += 1;
        }
        if cue.cue.quotes {
            start = self.past_listener(start, end, cue);
        }
        if opens_with(start, ",") {
            start += 1;
        }
        let end = own_end(words, cue.words.start, start, end);
        let content = trim(words, start..end);
        if says_nothing(words, cue, &content, denied) {
            return None;
        }
        // `asked the envoy for another week`: what for. `acknowledged four deaths`: a thing may be owned up to.
        if let Some(wish) = wished(words, cue, &content) {
            return Some(wish);
        }
        let owned = words[cue.words.start].is_any(OWNING)
            && words[content.start].tagged(&[PartOfSpeech::Numeral])
            && words[content.end - 1].is_any(&[
                "death",
                "deaths",
                "loss",
                "losses",
                "casualties",
                "injuries",
            ]);
        if owned && content.len() >= 2 {
            return Some(content);
        }
        let enough = content.len() >= if cue.cue.quotes && !denied { 3 } else { 1 };
        if enough && (!cue.cue.quotes || denied || has_verb(&words[content.clone()])) {
            return Some(content);
        }
        None
    }

    /// Skips to whom, where and when something was said.
    fn past_listener(&self, mut start: usize, end: usize, cue: &CueAt) -> usize {
        let words = self.words;
        // `said on Tuesday that …`, `told reporters in the capital that …`
        let that = (start..end.min(start + 14)).find(|i| {
            words[*i].is("that")
                && words[start..*i].iter().all(|w| {
                    !w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]) || w.is_any(&["meeting"])
                })
        });
        let told = words[cue.words.start].is_any(&["told", "tells", "tell"]);
        if let Some(that) = that {
            return that + 1;
        }
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
                    // `told a crowd of supporters that …`
                    if words.get(start).is_some_and(|w| w.is_any(&["of", "from"])) && start < end {
                        start += 1;
                        continue;
                    }
                    break;
                }
            }
        }
        self.past_setting(start, end)
    }

    /// Skips where and when something was said.
    pub(super) fn past_setting(&self, mut start: usize, end: usize) -> usize {
        while start < end {
            let near = self.dates.partition_point(|(r, _)| r.start < start);
            let Some((date, _)) = self.dates.get(near) else { return start };
            let on = date.start == start + 1 && self.words[start].is_any(&["on", "in", "late", "early"]);
            // `says Friday’s extension …`: what is said begins with the day.
            if date.start != start && !on || self.words[date.end - 1].possessive {
                return start;
            }
            start = date.end.min(end);
        }
        start
    }
}

/// Whether what follows a cue is too little for a statement, or none.
fn says_nothing(words: &[Token], cue: &CueAt, content: &std::ops::Range<usize>, denied: bool) -> bool {
    // `declined to comment` and `did not respond to our letter` say nothing.
    let silent =
        |w: &Token| w.is_any(&["comment", "respond", "reply", "answer", "elaborate", "speak", "say"]);
    let empty = match &words[content.clone()] {
        [to, what] => to.is("to") && silent(what),
        // `asked not to be named`: a source that stays one.
        [not, to, be, what, ..] if not.is("not") && to.is("to") && be.is("be") => {
            what.is_any(&["named", "identified", "quoted", "mentioned"])
        }
        [what] if denied && what.is_any(&["him", "her", "them", "me", "us"]) => true,
        [what, rest @ ..]
            if silent(what)
                && rest.first().is_none_or(|w| w.is_mark() || w.is_any(&["and", "but", "or"])) =>
        {
            cue.cue.stance == Stance::Against
        }
        [first, ..] => {
            denied && cue.cue.quotes && first.tagged(&[PartOfSpeech::Preposition, PartOfSpeech::Particle])
        }
        [] => true,
    };
    if empty {
        return true;
    }
    // `Alpha called Bravo in April` is a telephone call; `called the plan “a farce”` says what it is.
    if words[cue.words.start].is_any(&["called", "calls", "calling"]) && cue.cue.then.is_empty() {
        let inside = &words[content.clone()];
        let names = inside.iter().any(|w| matches!(w.text.as_str(), "“" | "\"" | "‘" | "«"))
            || inside.iter().skip(1).any(|w| w.is_any(&["a", "an"]))
            || inside.last().is_some_and(|w| w.tagged(&[PartOfSpeech::Adjective]));
        if !names {
            return true;
        }
    }
    // `asked the company whether work would stop`: a question states nothing.
    let asks = words[cue.words.start].is_any(&["asked", "asks", "ask"])
        && content
            .clone()
            .take_while(|k| !words[*k].tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]))
            .any(|k| words[k].is_any(&["whether", "if", "why", "how", "what", "where", "when"]));
    // `appealed to the court` asks for nothing yet.
    let pleads = cue.cue.then.first() == Some(&"to")
        && words[cue.words.start].is_any(&["appealed", "appeals", "appeal"])
        && !words[content.clone()].iter().any(|w| w.is_any(&["to", "for", "not"]));
    asks || pleads
}

/// Verbs by which somebody owns up to a number.
const OWNING: &[&str] =
    &["acknowledged", "acknowledges", "admitted", "admits", "conceded", "concedes", "confirmed", "confirms"];

/// What somebody was asked for: `asked the envoy for another week`.
fn wished(words: &[Token], cue: &CueAt, content: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let asks = cue.cue.then.is_empty() && words[cue.words.start].is_any(&["asked", "asks", "ask"]);
    let object = |k: &usize| {
        words[*k].tagged(&[
            PartOfSpeech::Noun,
            PartOfSpeech::ProperNoun,
            PartOfSpeech::Determiner,
            PartOfSpeech::Adjective,
            PartOfSpeech::Pronoun,
        ])
    };
    let listener = content.clone().take(4).take_while(object).last()?;
    let start = listener + 2;
    (asks && start < content.end && words[listener + 1].is("for")).then_some(start..content.end)
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
        let deed = words[*k].is_any(&["and", "but", "yet"])
            && words.get(k + 1).is_some_and(|w| {
                w.is_any(&["has", "have", "had", "did", "does", "do", "was", "were", "is", "are"])
            })
            && !words[start..*k].iter().any(|w| w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]));
        // `…, and according to the envoy …`
        let other =
            words[*k].is_any(&["and", "but", "while"]) && words.get(k + 1).is_some_and(|w| w.is("according"));
        (relative && words[*k].text == ",") || deed || other
    };
    (start..end).find(ends).unwrap_or(end)
}
