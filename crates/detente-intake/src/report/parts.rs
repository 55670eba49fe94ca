//! Parts of speech.
//!
//! The way of Brill (1992): every word first gets the part that it most often is, from lists of words or from its ending
//! (`guess.rs`); then rules that look at most two words to either side correct that where the company of a word speaks for another part
//! that it may be (`rules.rs`). Brill's rules are learnt from a corpus; these, and the lists (`lists.rs`), were written for this project. The parts
//! are those of Universal Dependencies, but for fewer kinds of mark.
//!
//! It only has to be right where intake looks: whether a word can stand in a name, is a verb, or joins clauses. Time is linear in
//! the sentence.

mod guess;
mod lists;
mod rules;

use super::tokens::{Token, TokenKind};

/// What a word does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum PartOfSpeech {
    Noun,
    ProperNoun,
    Verb,
    /// Forms of *be*, *have* and *do* that help another verb, *be* that joins, and *can*, *will* and their like.
    Auxiliary,
    Adjective,
    Adverb,
    Determiner,
    Pronoun,
    Numeral,
    Preposition,
    /// *and*, *but*, *or*.
    Coordinator,
    /// *that*, *because*, *although*: opens a clause inside another.
    Subordinator,
    /// *to* before a verb, and *not*.
    Particle,
    Mark,
}

/// What a word may be, and what it is held to be as long as nothing speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Guess {
    part: PartOfSpeech,
    /// Other parts that it may be.
    or: &'static [PartOfSpeech],
    form: Form,
}

/// What the ending makes of a word that may be a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As in a dictionary: *report*.
    Plain,
    /// With an *s*: *reports*.
    S,
    /// *reported*, *said*.
    Past,
    /// *reporting*.
    Ing,
}

/// Gives each word of a sentence its part of speech.
pub(super) fn tag(sentence: &mut [Token]) {
    let guesses: Vec<Guess> = (0..sentence.len()).map(|i| guess_at(sentence, i)).collect();
    for (token, guess) in sentence.iter_mut().zip(&guesses) {
        token.part = guess.part;
    }
    rules::apply(sentence, &guesses);
}

fn guess_at(sentence: &[Token], i: usize) -> Guess {
    let token = &sentence[i];
    match token.kind {
        TokenKind::Mark => Guess { part: PartOfSpeech::Mark, or: &[], form: Form::Plain },
        TokenKind::Figure => Guess { part: PartOfSpeech::Numeral, or: &[], form: Form::Plain },
        TokenKind::Letters => {
            // The first word of a sentence or quotation has a capital whatever it is.
            let opens = sentence[..i].iter().rev().take_while(|t| !t.is_mark()).next().is_none()
                && i.checked_sub(1).is_none_or(|k| sentence[k].text != "-");
            guess::guess(token, opens)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PartOfSpeech::{
        Adjective, Adverb, Auxiliary, Determiner, Mark, Noun, Numeral, Particle, Preposition, Pronoun,
        ProperNoun, Subordinator, Verb,
    };
    use super::*;
    use crate::report::sentences::read;

    fn parts(text: &str) -> Vec<PartOfSpeech> {
        let chars: Vec<char> = text.chars().collect();
        read(&chars).words.iter().map(|word| word.part).collect()
    }

    #[test]
    fn nouns_and_verbs_of_one_spelling_part_by_their_company() {
        assert_eq!(parts("The plan"), [Determiner, Noun]);
        assert_eq!(parts("They plan a raid"), [Pronoun, Verb, Determiner, Noun]);
        assert_eq!(parts("to report the attack"), [Particle, Verb, Determiner, Noun]);
        assert_eq!(parts("the army shells a village"), [Determiner, Noun, Verb, Determiner, Noun]);
        assert_eq!(parts("the talks that began"), [Determiner, Noun, Pronoun, Verb]);
        assert_eq!(parts("officials claim that talks"), [Noun, Verb, Subordinator, Noun]);
        assert_eq!(parts("it will not attack"), [Pronoun, Auxiliary, Particle, Verb]);
    }

    #[test]
    fn participles_before_nouns_are_adjectives() {
        assert_eq!(parts("the warring parties"), [Determiner, Adjective, Noun]);
        assert_eq!(parts("the meeting ended"), [Determiner, Noun, Verb]);
        assert_eq!(parts("40 people captured in May"), [Numeral, Noun, Verb, Preposition, ProperNoun]);
        assert_eq!(
            parts("they agreed and were freed"),
            [Pronoun, Verb, PartOfSpeech::Coordinator, Auxiliary, Verb]
        );
    }

    #[test]
    fn capitals_and_endings_tell_what_no_list_holds() {
        assert_eq!(parts("a Zorblan gremulated quixly."), [Determiner, ProperNoun, Verb, Adverb, Mark]);
        assert_eq!(parts("a florbous gramption"), [Determiner, Adjective, Noun]);
        assert_eq!(
            parts("It met US envoys on 3 May"),
            [Pronoun, Verb, ProperNoun, Noun, Preposition, Numeral, ProperNoun]
        );
    }

    #[test]
    fn no_word_is_listed_twice() {
        assert_eq!(lists::twice(), Vec::<&str>::new());
    }
}
