//! Where a text attributes: cues that are used as verbs, and whether they tell of anything.

use super::{Scan, has_verb};
use crate::report::conditions::is_doubted;
use crate::report::lexicon::{Cue, MESSAGES, UNLISTED, UNSAID, cues_of, is_abbreviation};
use crate::report::parts::PartOfSpeech;
use crate::report::phrase::{Phrase, denying_subject, inverted_helper, is_negative};
use crate::report::quotes::Quote;
use crate::report::tokens::{Token, TokenKind};
use crate::report::verb_group::{VerbGroup, verb_group};

/// Adjectives of will, which attribute with a form of *be*.
const WILLING: &[&str] = &[
    "willing",
    "ready",
    "prepared",
    "keen",
    "determined",
    "open",
    "committed",
    "unwilling",
    "reluctant",
    "opposed",
    "interested",
];

/// A cue that is used as one.
#[derive(Debug)]
pub(super) struct CueAt {
    pub words: std::ops::Range<usize>,
    pub cue: &'static Cue,
    pub group: VerbGroup,
    /// Whether it is a participle that goes on from the verb before: `…, adding that`.
    pub participle: bool,
}

/// How a cue is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sense {
    Plain,
    /// By the words in the range, which stand before or in its verb group.
    Denied(std::ops::Range<usize>),
    /// Asked, doubted or under a condition: said by nobody.
    Unreal,
}

impl Scan<'_> {
    /// Cues outside quotations. A question attributes nothing.
    pub(super) fn cues_in(&self, range: &std::ops::Range<usize>, quotes: &[Quote]) -> Vec<CueAt> {
        let mut found = Vec::new();
        let quoted = |i: usize| quotes.iter().find(|q| q.open <= i && i < q.after);
        let asks = (range.start..range.end)
            .next_back()
            .is_some_and(|k| self.words[k].text == "?" && quoted(k).is_none());
        if asks {
            return found;
        }
        let mut i = range.start;
        while i < range.end {
            if let Some(quote) = quoted(i) {
                i = quote.after.max(i + 1);
                continue;
            }
            match self.cue_at(i, range) {
                Some(cue) => {
                    i = cue.words.end;
                    found.push(cue);
                }
                None => i += 1,
            }
        }
        found
    }

    fn cue_at(&self, i: usize, range: &std::ops::Range<usize>) -> Option<CueAt> {
        let (words, limit) = (self.words, range.end);
        let may_be = words[i].is_any(WILLING)
            || words[i].tagged(&[PartOfSpeech::Verb])
            || !cues_of(&words[i].stem).is_empty()
            || words[i].stem.ends_with("ing")
            || words[i].is_any(MESSAGES);
        if !may_be {
            return None;
        }
        let follows = |cue: &&'static Cue| {
            !words[i].possessive
                && i + cue.then.len() < limit
                && cue.then.iter().enumerate().all(|(k, then)| words[i + 1 + k].is(then))
        };
        let before = i.checked_sub(1).filter(|k| *k >= range.start).map(|b| &words[b]);
        let group = verb_group(words, range.start, i);
        let ing = words[i].stem.ends_with("ing");
        let participle = ing && !group.be && before.is_some_and(|b| b.text == ",");
        let listed = if ing {
            // Only in progress, `is demanding`, or going on from the verb before, `…, demanding`.
            let pronoun_is = before.is_some_and(|b| b.possessive && b.is_any(&["he", "she", "it"]));
            if group.be || participle || pronoun_is {
                in_progress(&words[i].stem).find(follows)
            } else {
                None
            }
        } else {
            let plain = cues_of(&words[i].stem).iter().copied().find(follows);
            // `did not rule out`: the plain form of a listed one.
            plain.or_else(|| {
                let stem = words[i].stem.as_str();
                let helped = group.negation.is_some() && group.start < i && !group.be;
                let forms = [format!("{stem}s"), format!("{stem}ed"), format!("{stem}d")];
                forms.iter().filter(|_| helped).flat_map(|f| cues_of(f).iter().copied()).find(follows)
            })
        };
        let cue = listed.or_else(|| self.is_unlisted_cue(i, limit).then_some(&UNLISTED))?;
        let end = i + 1 + cue.then.len();
        if self.is_name(i, range) {
            return None;
        }
        let after_noun_mark = before.is_some_and(|b| {
            b.tagged(&[PartOfSpeech::Determiner, PartOfSpeech::Adjective, PartOfSpeech::Numeral])
                || b.possessive && !b.is_any(&["he", "she", "it"])
                || b.is_any(&["the", "a", "an", "his", "her", "their", "its", "of", "any", "no", "such"])
        });
        // A participle after a form of be is passive; `to say` and `would agree` are no statements yet.
        let joins = cue.then.first().is_some_and(|t| WILLING.contains(t)) || words[i].is_any(WILLING);
        let passive = cue.then.is_empty() && group.be && !ing;
        let unreal = group.infinitive || (group.modal && group.negation.is_none() && !joins && cue.then.is_empty())
            || before.is_some_and(|b| b.is("if"))
            // `I am told by two officials that …`
            || words.get(i + 1).is_some_and(|w| w.is("by"))
            // `Alpha said to be giving up`: said by others.
            || words[i].is_any(&["said", "reported", "believed", "thought", "alleged", "estimated", "feared"])
                && cue.then.is_empty()
                && words.get(i + 1).is_some_and(|w| w.is("to"))
                && words.get(i + 2).is_some_and(|w| w.is_any(&["be", "have"]));
        let next = words.get(end).filter(|_| end < limit);
        // `is not willing to`: without the negation the cue begins with the form of be.
        let willing = words[i].is_any(WILLING) && !(group.be && group.negation.is_some());
        let noun_use = cue.ambiguous
            && !group.be
            && (after_noun_mark
                || next.is_none_or(|n| {
                    n.is_any(&[
                        "by", "of", "from", "in", "on", "for", "and", "were", "are", "was", "is", "have",
                        "had", "at",
                    ]) || n.is_mark()
                }));
        // `the Downstream States objected`: the end of a name.
        // `has yet to confirm`, but not `has yet to arrive`.
        let verbless = matches!(cue.then, ["to"])
            && words[i].is_any(&["yet", "declined", "declines", "decline", "failed", "fails", "fail"])
            && next.is_none_or(|n| {
                cues_of(&n.stem).is_empty()
                    && cues_of(&format!("{}ed", n.stem.as_str())).is_empty()
                    && cues_of(&format!("{}d", n.stem.as_str())).is_empty()
            });
        let name_use = cue.ambiguous
            && words[i].is_capital()
            && before.is_some_and(Token::is_capital)
            && next.is_some_and(|n| !n.is_capital());
        let adjective_use = !cue.ambiguous && cue.then.is_empty() && after_noun_mark && !cue.quotes;
        (!(passive || unreal || noun_use || name_use || adjective_use || verbless || willing))
            .then_some(CueAt { words: i..end, cue, group, participle })
    }

    /// Whether a word that looks like a verb is written as a name: `Amina Said said`, `Mr. Said`, `Said said`.
    fn is_name(&self, i: usize, range: &std::ops::Range<usize>) -> bool {
        let words = self.words;
        if !words[i].is_capital() {
            return false;
        }
        // A heading in capitals: `WHAT THEY SAY: …`
        let large = |w: &Token| w.text.chars().count() > 1 && w.text.chars().all(char::is_uppercase);
        if large(&words[i])
            && words[range.clone()].iter().any(|w| w.kind == TokenKind::Letters && !w.is_capital())
        {
            return true;
        }
        let lower_verb = |w: &Token| {
            w.kind == TokenKind::Letters
                && !w.is_capital()
                && w.tagged(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary])
        };
        let titled = i >= 2 && words[i - 1].text == "." && is_abbreviation(&words[i - 2].stem);
        let first = i == range.start || words[i - 1].is_mark();
        if first && !titled {
            return words.get(i + 1).is_some_and(|w| {
                !w.is_capital() && (!cues_of(&w.stem).is_empty() || lower_verb(w) && !w.stem.ends_with("ing"))
            });
        }
        // Not in a headline, where every word has a capital.
        words[range.clone()].iter().any(lower_verb)
    }

    /// Whether a word is the first that may be the verb behind a quotation that ends with a comma.
    fn stands_beside_quotation(&self, i: usize) -> bool {
        self.quotes.iter().any(|q| {
            let comma = self.words[q.inside.clone()].last().is_some_and(|w| w.text == ",");
            q.after <= i && i - q.after <= 6 && comma && !has_verb(&self.words[q.after..i])
        })
    }

    /// Whether a verb on no list stands where only a verb of saying can: before `that` (`the premier let it be known that …`,
    /// `the office underscored that …`), or beside a quotation that ends with a comma (`“…,” shrugged the mayor`).
    fn is_unlisted_cue(&self, i: usize, limit: usize) -> bool {
        let words = self.words;
        let word = &words[i];
        // `“…,” a surgeon texts.`, but not `“…,” the texts say`.
        if word.is_any(MESSAGES) {
            let last = words.get(i + 1).filter(|_| i + 1 < limit).is_none_or(Token::is_mark);
            return last && self.stands_beside_quotation(i);
        }
        if !word.tagged(&[PartOfSpeech::Verb])
            || word.possessive
            || word.is_any(UNSAID)
            || word.stem.ends_with("ing")
        {
            return false;
        }
        if self.stands_beside_quotation(i) {
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

    /// How a cue of the sentence at hand is meant, given its subject where it has one of its own.
    pub(super) fn sense(&self, from: usize, cue: &CueAt, subject: Option<&Phrase>) -> Sense {
        let words = self.words;
        if self.clauses.iter().any(|clause| clause.range.contains(&cue.words.start)) {
            return Sense::Unreal;
        }
        let start = subject.map_or(cue.group.start, |p| p.range.start);
        if let Some(phrase) = subject {
            if let Some(helper) = inverted_helper(words, from, phrase) {
                // `Nor has the front …`, `At no time did the front …`; else a question or a condition.
                let first = (from..helper).rev().take(3).rfind(|k| is_negative(&words[*k]));
                let denies = is_negative(&words[helper]).then_some(helper).or(first);
                return denies.map_or(Sense::Unreal, |k| Sense::Denied(k..helper + 1));
            }
            if let Some(denying) = denying_subject(words, from, phrase) {
                return Sense::Denied(denying);
            }
        }
        // `Let the front accept …`, `suppose the front accepted …`
        let supposes = ["let", "lets", "suppose", "imagine", "assume"];
        if start.checked_sub(1).is_some_and(|k| k >= from && words[k].is_any(&supposes)) {
            return Sense::Unreal;
        }
        // `contrary to what the front said, …`
        if start.checked_sub(1).is_some_and(|k| k >= from && words[k].is_any(&["what", "whatever", "how"])) {
            return Sense::Unreal;
        }
        // `no sign that the front has agreed`
        let that = start.checked_sub(1).filter(|k| *k >= from && words[*k].is_any(&["that", "whether"]));
        if that.is_some_and(|that| is_doubted(words, from, that)) {
            return Sense::Unreal;
        }
        // `offers no proof`, `accepted none of it`
        // `agreed to nothing`
        let object = cue.words.end
            + usize::from(
                words.get(cue.words.end).is_some_and(|w| w.is_any(&["to", "on", "with", "for", "of"])),
            );
        let nothing = words
            .get(object)
            .filter(|w| !cue.cue.quotes && w.is_any(&["no", "none", "nothing", "nobody", "neither"]));
        if nothing.is_some() && cue.group.negation.is_none() && !cue.group.modal {
            return Sense::Denied(object..object + 1);
        }
        match &cue.group.negation {
            Some(negation) => Sense::Denied(negation.clone()),
            None if cue.group.modal => Sense::Unreal,
            None => Sense::Plain,
        }
    }
}

/// The cues of which a participle may be a form: `demanding` of `demand`, `proposing` of `proposes`.
fn in_progress(stem: &str) -> impl Iterator<Item = &'static Cue> + use<> {
    let base = stem.strip_suffix("ing").unwrap_or_default().to_owned();
    let mut bases = vec![base.clone(), format!("{base}e")];
    let mut back = base.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next())
        && last == before
    {
        bases.push(base[..base.len() - last.len_utf8()].to_owned());
    }
    let forms: Vec<String> = std::iter::once(stem.to_owned())
        .chain(bases.iter().flat_map(|b| [b.clone(), format!("{b}s"), format!("{b}ed"), format!("{b}d")]))
        .filter(|form| form.len() > 2)
        .collect();
    forms.into_iter().flat_map(|form| cues_of(&form).iter().copied())
}
