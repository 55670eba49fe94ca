//! What a word most often is: what a list says of it, or else what its ending says.

use super::PartOfSpeech::{
    Adjective, Adverb, Auxiliary, Coordinator, Determiner, Noun, Particle, Preposition, Pronoun, ProperNoun,
    Subordinator, Verb,
};
use super::lists::{Listed, listed};
use super::{Form, Guess};
use crate::report::tokens::Token;

/// The guess for a word of letters; `opens` says that it is the first of its sentence or quotation, where a capital tells nothing.
pub(super) fn guess(token: &Token, opens: bool) -> Guess {
    let capital = token.is_capital();
    // `US` is no pronoun.
    if token.text == "US" || capital && token.text.chars().count() == 1 && !matches!(&*token.stem, "a" | "i")
    {
        return ProperNoun.alone();
    }
    let whole = token.text.to_lowercase().replace(['’', 'ʼ'], "'");
    if let Some(closed) = listed(&whole).filter(Listed::is_closed) {
        // `on 3 May`
        return if whole == "may" && capital && !opens { ProperNoun.alone() } else { closed.guess() };
    }
    if token.possessive {
        // `it's`, `that's`: a pronoun and its verb.
        let with_verb = listed(&token.stem).is_some_and(|l| l.is_closed());
        return if with_verb {
            Pronoun
        } else if capital {
            ProperNoun
        } else {
            Noun
        }
        .alone();
    }
    if capital && !opens {
        return listed(&whole).filter(|l| l.demonym).map_or(ProperNoun.alone(), Listed::guess);
    }
    let known =
        listed(&whole).map(Listed::guess).or_else(|| inflected(&whole)).or_else(|| with_prefix(&whole));
    known.unwrap_or_else(|| if capital { ProperNoun.alone() } else { by_ending(&whole) })
}

impl super::PartOfSpeech {
    /// The guess that it is this and nothing else.
    fn alone(self) -> Guess {
        self.or(&[], Form::Plain)
    }

    fn or(self, or: &'static [super::PartOfSpeech], form: Form) -> Guess {
        Guess { part: self, or, form }
    }
}

impl Listed {
    fn guess(self) -> Guess {
        self.part.or(self.or, if self.past { Form::Past } else { Form::Plain })
    }

    fn is_closed(&self) -> bool {
        matches!(
            self.part,
            Determiner | Pronoun | Auxiliary | Coordinator | Subordinator | Preposition | Particle
        )
    }

    fn may_be(self, part: super::PartOfSpeech) -> bool {
        self.part == part || self.or.contains(&part)
    }
}

/// A plural, a third person, a past, a participle or a comparative of a word that is listed or looks like one.
fn inflected(word: &str) -> Option<Guess> {
    if let Some(rest) = word.strip_suffix("ing").filter(|rest| rest.len() > 1 && has_vowel(rest)) {
        // `ceasing`, `planning`
        let verb = stems(rest).iter().filter_map(|s| listed(s)).any(|l| l.may_be(Verb));
        return (verb || rest.len() > 2).then(|| Verb.or(&[Noun, Adjective], Form::Ing));
    }
    // `agreed` and `freed`, but `seed` and `greed`.
    let with_d = word.strip_suffix('d').filter(|rest| rest.ends_with("ee"));
    let past = with_d
        .map_or(word.ends_with("ed"), |verb| listed(verb).is_some_and(|l| l.may_be(Verb)) || verb == "free");
    if past && word.len() > 3 {
        return Some(Verb.or(&[Adjective], Form::Past));
    }
    if let Some(rest) =
        word.strip_suffix('s').filter(|rest| rest.len() > 1 && !rest.ends_with(['s', 'u', 'i']))
    {
        let stem = [
            Some(rest.to_owned()),
            rest.strip_suffix('e').map(str::to_owned),
            rest.strip_suffix("ie").map(|r| format!("{r}y")),
        ];
        let Some(known) = stem.into_iter().flatten().find_map(|s| listed(&s)) else {
            let noun = by_ending(rest);
            return Some(Noun.or(if noun.or.is_empty() { &[] } else { &[Verb] }, Form::S));
        };
        return Some(match (known.part, known.may_be(Noun), known.may_be(Verb)) {
            (Verb, false, _) => Verb.or(&[], Form::S),
            (_, _, true) => Noun.or(&[Verb], Form::S),
            _ => Noun.or(&[], Form::S),
        });
    }
    if let Some(rest) = word.strip_suffix("er").or_else(|| word.strip_suffix("est"))
        && stems(rest).iter().filter_map(|s| listed(s)).any(|l| l.part == Adjective)
    {
        return Some(Adjective.alone());
    }
    None
}

/// What a word may be without its ending: `clos` → close, `plann` → plan, `happi` → happy.
fn stems(rest: &str) -> Vec<String> {
    let mut found = vec![rest.to_owned(), format!("{rest}e")];
    let mut back = rest.chars().rev();
    if let (Some(last), Some(before)) = (back.next(), back.next())
        && last == before
    {
        found.push(rest[..rest.len() - last.len_utf8()].to_owned());
    }
    found.extend(rest.strip_suffix('i').map(|r| format!("{r}y")));
    found
}

/// `reopen`, `unhappy`, `overrule`: what is listed, behind a prefix.
fn with_prefix(word: &str) -> Option<Guess> {
    const PREFIXES: [&str; 9] = ["un", "re", "over", "mis", "dis", "out", "de", "co", "counter"];
    let rest = PREFIXES.iter().find_map(|p| word.strip_prefix(p)).filter(|rest| rest.len() > 3)?;
    let known = listed(rest)?;
    match known.part {
        Adjective => Some(Adjective.alone()),
        Noun | Verb if known.may_be(Verb) => {
            Some(Verb.or(&[Noun], if known.past { Form::Past } else { Form::Plain }))
        }
        _ => None,
    }
}

const ADJECTIVE_ENDINGS: [&str; 14] =
    ["ous", "ful", "less", "able", "ible", "ive", "ical", "ial", "ual", "ional", "ic", "ary", "ish", "ese"];

const NOUN_ENDINGS: [&str; 22] = [
    "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ship", "hood", "ance", "ence", "ency", "ancy",
    "dom", "or", "er", "ee", "logy", "graphy", "ure", "age", "cy",
];

/// By the ending alone; a noun if that tells nothing.
fn by_ending(word: &str) -> Guess {
    let ends = |endings: &[&str]| endings.iter().any(|e| word.len() > e.len() + 1 && word.ends_with(e));
    if ends(&["ly"]) {
        Adverb.or(&[Adjective], Form::Plain)
    } else if ends(&NOUN_ENDINGS) {
        Noun.alone()
    } else if ends(&["ify", "ize", "ise", "ate"]) {
        Verb.or(&[Noun, Adjective], Form::Plain)
    } else if ends(&ADJECTIVE_ENDINGS) || ends(&["al", "ent", "ant"]) {
        Adjective.or(&[Noun], Form::Plain)
    } else {
        Noun.or(&[Verb], Form::Plain)
    }
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}
