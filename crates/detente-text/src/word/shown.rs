//! The words of a clause as a document shows them, each letter with where it comes from.

use crate::version::{Bracket, Clause, Piece};

/// Where a letter comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// From words between brackets: the place of the piece, and of the letter in it in bytes.
    Words(usize, usize),
    /// From a wording: the place of the piece, of the wording in the bracket, and of the letter in it in bytes.
    Wording(usize, usize, usize),
    /// From nobody: a bracket, a stroke, `nothing`.
    Sign,
}

/// The letters of a clause as they are shown, runs of blanks as one blank, each with its origin.
pub(super) fn letters(clause: &Clause) -> Vec<(char, Origin)> {
    let mut all = Vec::new();
    for (place, piece) in clause.body.iter().enumerate() {
        match piece {
            Piece::Words(words) => {
                all.extend(words.char_indices().map(|(at, letter)| (letter, Origin::Words(place, at))));
            }
            Piece::Bracket(bracket) => of_bracket(place, bracket, &mut all),
        }
    }
    collapsed(all)
}

/// As [`Bracket::shown`] shows it.
fn of_bracket(place: usize, bracket: &Bracket, all: &mut Vec<(char, Origin)>) {
    let sign = |text: &'static str| text.chars().map(|letter| (letter, Origin::Sign));
    let open: Vec<(usize, &str)> = bracket.open().map(|(at, wording)| (at, wording.words.as_str())).collect();
    let words = |(wording, words): (usize, &str)| -> Vec<(char, Origin)> {
        words.char_indices().map(|(at, letter)| (letter, Origin::Wording(place, wording, at))).collect()
    };
    match open[..] {
        [] => {}
        [only] => all.extend(words(only)),
        [one, (_, "")] => {
            all.extend(sign("["));
            all.extend(words(one));
            all.extend(sign("]"));
        }
        _ => {
            all.extend(sign("["));
            for (i, one) in open.into_iter().enumerate() {
                if i > 0 {
                    all.extend(sign(" / "));
                }
                if one.1.is_empty() {
                    all.extend(sign("nothing"));
                } else {
                    all.extend(words(one));
                }
            }
            all.extend(sign("]"));
        }
    }
}

/// Runs of blanks as one, none at the ends.
pub(super) fn collapsed<T>(letters: impl IntoIterator<Item = (char, T)>) -> Vec<(char, T)> {
    let mut kept: Vec<(char, T)> = Vec::new();
    for (letter, of) in letters {
        if !letter.is_whitespace() {
            kept.push((letter, of));
        } else if kept.last().is_some_and(|(last, _)| *last != ' ') {
            kept.push((' ', of));
        }
    }
    if kept.last().is_some_and(|(last, _)| *last == ' ') {
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::Wording;

    #[test]
    fn letters_say_what_the_clause_shows() {
        let wording = |words: &str| Wording { words: words.to_owned(), ..Wording::default() };
        let brackets = [
            vec![wording("six weeks"), wording("90  days")],
            vec![wording("in full"), wording("")],
            vec![wording("a"), wording(""), wording("b")],
            vec![wording("alone")],
        ];
        for wordings in brackets {
            let bracket = Bracket { wordings, line: 1 };
            let clause = Clause {
                body: vec![
                    Piece::Words("for \n\n ".to_owned()),
                    Piece::Bracket(bracket),
                    Piece::Words(" from now.".to_owned()),
                ],
                ..Clause::default()
            };
            let said: String = letters(&clause).into_iter().map(|(letter, _)| letter).collect();
            assert_eq!(said, clause.shown().split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
