//! Sentences.
//!
//! A sentence ends with its paragraph, or at a full stop, a question or an exclamation mark. A full stop after an abbreviation, after
//! initials or inside a number ends none; a closing quotation mark belongs to the sentence that it closes.

use super::lexicon::{is_abbreviation, is_title};
use super::parts;
use super::tokens::{Token, TokenKind, tokens};

/// Longest stretch of words treated as one sentence: no rule looks farther, and text without full stops stays cheap.
const LONGEST_SENTENCE: usize = 300;

/// Most words in the place and day that open a wire report.
const LONGEST_DATELINE: usize = 14;

/// A report cut into words and sentences.
#[derive(Debug, Clone)]
pub(super) struct ReportText {
    /// All words in order.
    pub words: Vec<Token>,
    /// Sentences as ranges of words.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// How many sentences were cut because they had no end.
    pub cut: usize,
}

/// Cuts readable text into words and sentences, with parts of speech.
pub(super) fn read(chars: &[char]) -> ReportText {
    let mut words = tokens(chars);
    let (sentences, cut) = sentences(&words);
    for sentence in &sentences {
        parts::tag(&mut words[sentence.clone()]);
    }
    ReportText { words, sentences, cut }
}

fn sentences(words: &[Token]) -> (Vec<std::ops::Range<usize>>, usize) {
    let (mut found, mut cut) = (Vec::new(), 0);
    let mut from = 0;
    let mut i = 0;
    while i < words.len() {
        let mut end = None;
        if matches!(words[i].text.as_str(), "." | "!" | "?" | "…") && !is_inner_stop(words, from, i) {
            let mut last = i;
            while words.get(last + 1).is_some_and(|w| {
                w.start == words[last].end
                    && (matches!(w.text.as_str(), "”" | "\"" | "’" | "'" | ")" | "»" | "." | "!" | "?"))
            }) {
                last += 1;
            }
            let quoted = last > i;
            let goes_on = words.get(last + 1).is_some_and(|w| {
                w.paragraph == words[last].paragraph
                    && w.text.chars().next().is_some_and(char::is_lowercase)
                    && (quoted || words[i].text != ".")
            });
            if !goes_on {
                end = Some(last + 1);
            }
        }
        // `at 9 a.m. The road …`: the stop of initials may end the sentence as well.
        if words[i].is_initials()
            && words.get(i + 1).is_some_and(|next| {
                next.paragraph == words[i].paragraph
                    && next.is_capital()
                    && (opens_sentence(next) || words[i].is_any(&["a.m.", "p.m."]))
            })
        {
            end = Some(i + 1);
        }
        if end.is_none() && words.get(i + 1).is_none_or(|w| w.paragraph != words[i].paragraph) {
            end = Some(i + 1);
        }
        if end.is_none() && i + 1 - from >= LONGEST_SENTENCE {
            end = Some(i + 1);
            cut += 1;
        }
        if let Some(end) = end {
            found.push(from..end);
            from = end;
            i = end;
        } else {
            i += 1;
        }
    }
    (found, cut)
}

/// Where a sentence begins behind its dateline: `PORT CITY, March 12 (Agency) –`.
pub(super) fn past_dateline(words: &[Token], sentence: &std::ops::Range<usize>) -> usize {
    let limit = sentence.end.min(sentence.start + LONGEST_DATELINE);
    let place = words.get(sentence.start).is_some_and(|w| w.is_capital() && w.text.chars().count() > 1);
    let dash = (sentence.start + 1..limit).find(|k| {
        matches!(words[*k].text.as_str(), "-" | "–" | "—")
            && words[k - 1].end < words[*k].start
            && words.get(k + 1).is_some_and(|w| w.start > words[*k].end)
    });
    let Some(dash) = dash.filter(|_| place) else { return sentence.start };
    let plain = |w: &Token| {
        w.is_capital() || w.kind != TokenKind::Letters || w.is_any(&["de", "el", "la", "al", "on"])
    };
    let dated = words[sentence.start..dash].iter().any(|w| w.kind == TokenKind::Figure || w.text == "(");
    let large = words[sentence.start].text.chars().all(|c| c.is_uppercase() || c == '-');
    if words[sentence.start..dash].iter().all(plain) && (dated || large) && dash + 1 < sentence.end {
        dash + 1
    } else {
        sentence.start
    }
}

/// Whether a full stop belongs to an abbreviation, initials or a name with a dot in it.
fn is_inner_stop(words: &[Token], from: usize, i: usize) -> bool {
    if words[i].text != "." {
        return false;
    }
    let next = words.get(i + 1).filter(|w| w.paragraph == words[i].paragraph);
    let glued_next = next.is_some_and(|w| w.start == words[i].end && !w.is_mark());
    let before =
        i.checked_sub(1).filter(|b| *b >= from).map(|b| &words[b]).filter(|w| w.end == words[i].start);
    let Some(before) = before else { return glued_next };
    let initial =
        before.kind == TokenKind::Letters && before.text.chars().count() == 1 && before.is_capital();
    // `U.S. officials`: goes on; `in the U.S. The`: ends. A capital after initials is read as a new sentence only when it
    // opens one of the words that open sentences.
    let opens = next.is_some_and(opens_sentence);
    // `No. 5`, but `“No.” She left.`
    let shortened = if before.is("no") {
        next.is_some_and(|w| w.kind == TokenKind::Figure)
    } else {
        is_title(&before.stem) || (is_abbreviation(&before.stem) && !opens)
    };
    glued_next || (next.is_some() && ((initial && !opens) || shortened))
}

/// Whether a word with a capital is one with which sentences begin rather than a name.
fn opens_sentence(word: &Token) -> bool {
    word.is_capital()
        && word.is_any(&[
            "the", "but", "a", "an", "in", "it", "he", "she", "they", "on", "and", "this", "we", "i", "if",
            "there", "when", "its", "his", "her", "their", "as", "at", "for", "both", "neither", "after",
            "that", "these", "those", "what", "no", "not", "our", "my", "you", "one", "some", "all", "by",
            "with", "yet", "so",
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let reading = read(&chars);
        let of = |r: &std::ops::Range<usize>| {
            chars[reading.words[r.start].start..reading.words[r.end - 1].end].iter().collect()
        };
        reading.sentences.iter().map(of).collect()
    }

    #[test]
    fn stops_inside_names_and_figures_end_nothing() {
        assert_eq!(
            cut(
                "Gen. Alpha met U.S. envoys on Feb. 3. About 1,500 left. “It is 3.5 km.” He added: “Go!” they shouted."
            ),
            [
                "Gen. Alpha met U.S. envoys on Feb. 3.",
                "About 1,500 left.",
                "“It is 3.5 km.”",
                "He added: “Go!” they shouted.",
            ]
        );
        assert_eq!(
            cut(
                "“No. We stay.” Sen. Alpha left at 9 a.m. Then No. 5 Rd. closed in the U.S. The U.S. said no."
            ),
            [
                "“No.",
                "We stay.”",
                "Sen. Alpha left at 9 a.m.",
                "Then No. 5 Rd. closed in the U.S.",
                "The U.S. said no."
            ]
        );
        assert_eq!(cut("Headline without a stop\n\nThe text."), ["Headline without a stop", "The text."]);
    }

    #[test]
    fn figures_are_one_word_and_possessives_have_a_stem() {
        let chars: Vec<char> = "Northland’s 12,400 troops".chars().collect();
        let reading = read(&chars);
        let stems: Vec<&str> = reading.words.iter().map(|w| w.stem.as_str()).collect();
        assert_eq!(stems, ["northland", "12,400", "troops"]);
        assert!(reading.words[0].possessive);
    }

    #[test]
    fn text_without_an_end_is_cut_and_counted() {
        let chars: Vec<char> = "word ".repeat(1000).chars().collect();
        let reading = read(&chars);
        assert_eq!((reading.sentences.len(), reading.cut), (4, 3));
    }
}
