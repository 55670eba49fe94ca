//! Rules that correct the first guess by the company of a word.
//!
//! Each rule goes once over the sentence from left to right, in the order of the list; a later one sees what an earlier one changed. A word
//! only becomes what it may be by its list or ending. Beyond either end of a sentence there is a mark.

use super::PartOfSpeech::{
    self, Adjective, Adverb, Auxiliary, Coordinator, Determiner, Mark, Noun, Numeral, Particle, Preposition,
    Pronoun, ProperNoun, Subordinator, Verb,
};
use super::{Form, Guess};
use crate::report::tokens::Token;

/// What must hold of the word so many places away.
#[derive(Debug)]
enum Near {
    Is(isize, &'static [PartOfSpeech]),
    IsNot(isize, &'static [PartOfSpeech]),
    Word(isize, &'static [&'static str]),
    NotWord(isize, &'static [&'static str]),
    /// It has one of these forms.
    Has(isize, &'static [Form]),
    /// It stands for several: a plural noun.
    Plural(isize),
    /// It ends in a possessive `'s`, or is `his`, `their` and the like.
    Owner(isize),
}

/// Turns one part into another where all conditions hold.
#[derive(Debug)]
struct Rule {
    from: PartOfSpeech,
    to: PartOfSpeech,
    when: &'static [Near],
}

use Form::{Ing, Past, Plain, S};
use Near::{Has, Is, IsNot, NotWord, Owner, Plural, Word};

const fn rule(from: PartOfSpeech, to: PartOfSpeech, when: &'static [Near]) -> Rule {
    Rule { from, to, when }
}

/// Verbs that make the next one plain, but for forms of *be* and *have*.
const MODALS: &[&str] = &[
    "will",
    "would",
    "shall",
    "should",
    "can",
    "could",
    "may",
    "might",
    "must",
    "cannot",
    "can't",
    "couldn't",
    "won't",
    "wouldn't",
    "shouldn't",
    "mustn't",
    "do",
    "does",
    "did",
    "don't",
    "doesn't",
    "didn't",
    "i'll",
    "we'll",
    "he'll",
    "she'll",
    "they'll",
    "it'll",
    "you'll",
    "i'd",
    "we'd",
    "he'd",
    "she'd",
    "they'd",
    "you'd",
    "let's",
];

/// Subjects of plain forms, and of forms with an *s*.
const MANY: &[&str] = &["i", "you", "we", "they", "who", "which"];
const SINGLE: &[&str] = &["he", "she", "it", "who", "which", "someone", "everyone", "nobody"];
const OWNERS: &[&str] = &["my", "your", "his", "her", "its", "our", "their", "whose"];
const RELATIVES: &[&str] = &["who", "which", "whom", "whose"];
/// Nouns that are verbs where `that` or `to` follows.
const CLAIMING: &[&str] = &[
    "claim", "claims", "demand", "demands", "report", "reports", "note", "notes", "hope", "hopes", "fear",
    "fears", "state", "states", "plan", "plans", "need", "needs", "aim", "aims", "pledge", "pledges", "vow",
    "vows", "promise", "promises", "offer", "offers", "wish", "wishes", "doubt", "doubts", "answer",
    "answers", "comment", "hint", "hints",
];
const OBJECT: &[PartOfSpeech] = &[Determiner, Pronoun];
const NAMES: &[PartOfSpeech] = &[Noun, ProperNoun];

const RULES: &[Rule] = &[
    // `his plan`, `the killing of`, `a cut`; `the warring parties`, `the displaced people`.
    rule(
        Verb,
        Adjective,
        &[
            Has(0, &[Ing, Past]),
            Is(-1, &[Determiner, Adjective, Numeral]),
            Is(1, &[Noun, Adjective, ProperNoun]),
        ],
    ),
    rule(Verb, Adjective, &[Has(0, &[Ing, Past]), Owner(-1), Is(1, &[Noun, Adjective])]),
    rule(
        Verb,
        Noun,
        &[Is(-1, &[Determiner]), NotWord(-1, &["all", "both", "some", "this", "those"]), IsNot(1, OBJECT)],
    ),
    rule(Verb, Noun, &[Has(0, &[Plain, S]), Is(-1, &[Adjective, Numeral]), IsNot(1, OBJECT)]),
    rule(Verb, Noun, &[Owner(-1), Has(0, &[Plain, S, Ing]), IsNot(1, OBJECT)]),
    rule(Verb, Noun, &[Has(0, &[Ing]), Is(-1, &[Preposition, Adjective]), Word(1, &["of"])]),
    rule(Verb, Adjective, &[Has(0, &[Past]), Is(-1, &[Determiner]), IsNot(1, OBJECT)]),
    // `to report`, `will not attack`
    rule(Noun, Verb, &[Has(0, &[Plain]), Word(-1, &["to"]), NotWord(1, &["of", "between", "and"])]),
    rule(Noun, Verb, &[Has(0, &[Plain]), Word(-1, MODALS)]),
    rule(Noun, Verb, &[Has(0, &[Plain]), Word(-2, MODALS), Is(-1, &[Adverb, Particle])]),
    rule(Adjective, Verb, &[Word(-1, &["to"]), Is(1, OBJECT)]),
    rule(Adjective, Verb, &[Word(-1, MODALS)]),
    // `they plan`, `she also demands`, `who report`
    rule(Noun, Verb, &[Has(0, &[Plain]), Word(-1, MANY)]),
    rule(Noun, Verb, &[Has(0, &[S]), Word(-1, SINGLE)]),
    rule(Noun, Verb, &[Has(0, &[Plain]), Word(-2, MANY), Is(-1, &[Adverb])]),
    rule(Noun, Verb, &[Has(0, &[S]), Word(-2, SINGLE), Is(-1, &[Adverb])]),
    // `officials claim the hill`, `the army shells a village`
    rule(Noun, Verb, &[Has(0, &[Plain, S]), Is(-1, NAMES), Is(1, OBJECT), NotWord(1, RELATIVES)]),
    rule(Noun, Verb, &[Word(0, CLAIMING), Is(-1, NAMES), Word(1, &["that", "to"])]),
    rule(
        Noun,
        Verb,
        &[Has(0, &[Plain]), Plural(-1), Is(1, &[Preposition, Adverb, Particle, Mark, Adjective])],
    ),
    rule(
        Noun,
        Verb,
        &[Has(0, &[Plain, S]), Is(-1, &[Coordinator, Adverb]), Is(1, OBJECT), NotWord(1, RELATIVES)],
    ),
    // `that day`, `that is`, `these are`, `some of`
    rule(Subordinator, Determiner, &[Word(0, &["that"]), Is(-1, &[Preposition]), Is(1, &[Noun, Adjective])]),
    rule(Subordinator, Pronoun, &[Word(0, &["that"]), Is(-1, &[Noun, Mark]), Is(1, &[Verb, Auxiliary])]),
    rule(Determiner, Pronoun, &[Is(1, &[Verb, Auxiliary, Mark, Preposition, Subordinator])]),
    // `had a plan`
    rule(
        Auxiliary,
        Verb,
        &[
            Word(0, &["have", "has", "had", "having", "do", "does", "did"]),
            Is(1, &[Determiner, Noun, Adjective, Numeral]),
        ],
    ),
    // `the public is`, `the local military`
    rule(
        Adjective,
        Noun,
        &[Is(-1, &[Determiner, Adjective]), IsNot(1, &[Noun, ProperNoun, Adjective, Coordinator])],
    ),
    rule(Adverb, Adjective, &[Is(-1, &[Determiner]), Is(1, &[Noun, Adjective])]),
    rule(Preposition, Particle, &[Word(0, &["to"]), Is(1, &[Verb, Auxiliary])]),
    rule(Preposition, Subordinator, &[Word(1, &["i", "we", "they", "he", "she"])]),
    rule(Preposition, Adverb, &[Is(-1, &[Verb]), Is(1, &[Mark])]),
];

/// Applies every rule in turn.
pub(super) fn apply(sentence: &mut [Token], guesses: &[Guess]) {
    for rule in RULES {
        for i in 0..sentence.len() {
            let may = guesses[i].part == rule.to || guesses[i].or.contains(&rule.to);
            if may
                && sentence[i].part == rule.from
                && rule.when.iter().all(|near| near.holds(sentence, guesses, i))
            {
                sentence[i].part = rule.to;
            }
        }
    }
}

impl Near {
    fn holds(&self, sentence: &[Token], guesses: &[Guess], i: usize) -> bool {
        let at = |offset: isize| i.checked_add_signed(offset).filter(|k| *k < sentence.len());
        let part = |offset| at(offset).map_or(Mark, |k| sentence[k].part);
        let word = |offset, words: &[&str]| {
            at(offset).is_some_and(|k| {
                sentence[k].is_any(words) || words.contains(&sentence[k].text.to_lowercase().as_str())
            })
        };
        match *self {
            Is(offset, parts) => parts.contains(&part(offset)),
            IsNot(offset, parts) => !parts.contains(&part(offset)),
            Word(offset, words) => word(offset, words),
            NotWord(offset, words) => !word(offset, words),
            Has(offset, forms) => at(offset).is_some_and(|k| forms.contains(&guesses[k].form)),
            Plural(offset) => at(offset).is_some_and(|k| {
                let noun = matches!(sentence[k].part, Noun | ProperNoun);
                noun && (guesses[k].form == S
                    || sentence[k].is_any(&["people", "men", "women", "police", "children"]))
            }),
            Owner(offset) => at(offset).is_some_and(|k| {
                sentence[k].is_any(OWNERS) || sentence[k].possessive && sentence[k].part != Pronoun
            }),
        }
    }
}
