//! Words, parts of speech and sentences.
//!
//! Tokens and sentence ends come from `harper-core`, parts of speech from the Brill tagger that belongs to it
//! (`harper-brill`; Brill 1992, universal tags). Three repairs are made: figures such as `1,500` are
//! one token; a full stop after an abbreviation or inside a number ends no sentence; a closing quotation mark belongs to the sentence
//! that it closes. Harper's neural chunker is left out: it costs a thousand times the rest.

use harper_brill::{Tagger, UPOS, brill_tagger};
use harper_core::TokenKind;
use harper_core::parsers::{Parser, PlainEnglish};

use super::lexicon::is_abbreviation;

/// Longest stretch of words treated as one sentence: no rule looks farther, and text without full stops stays cheap.
const LONGEST_SENTENCE: usize = 300;
/// Longest stretch without a space handed to the tokenizer, whose numbers cost the square of it.
const LONGEST_RUN: usize = 200;

/// A token that is not white space.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// As written.
    pub text: String,
    /// In small letters, with straight apostrophes and without a possessive ending.
    pub stem: String,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// Part of speech, if the tagger knows one.
    pub tag: Option<UPOS>,
    /// Whether it is a word, a figure or a mark.
    pub kind: WordKind,
    /// Whether it ends in a possessive `'s` or `'`.
    pub possessive: bool,
    /// Which paragraph it stands in.
    pub paragraph: usize,
}

/// What sort of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    Letters,
    Figure,
    Mark,
}

impl Word {
    pub fn is(&self, stem: &str) -> bool {
        self.stem == stem
    }

    pub fn is_any(&self, stems: &[&str]) -> bool {
        stems.contains(&self.stem.as_str())
    }

    pub fn is_mark(&self) -> bool {
        self.kind == WordKind::Mark
    }

    pub fn is_capital(&self) -> bool {
        self.kind == WordKind::Letters && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn tagged(&self, tags: &[UPOS]) -> bool {
        self.tag.is_some_and(|t| tags.contains(&t))
    }
}

/// A report cut into words and sentences.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// All words in order.
    pub words: Vec<Word>,
    /// Sentences as ranges of words.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// How many sentences were cut because they had no end.
    pub cut: usize,
}

/// Cuts readable text into words and sentences, with parts of speech.
pub(super) fn read(chars: &[char]) -> Reading {
    let mut words = tokens(chars);
    join_figures(&mut words);
    let (sentences, cut) = sentences(&words);
    let tagger = brill_tagger();
    for sentence in &sentences {
        let plain: Vec<String> = words[sentence.clone()].iter().map(|w| w.text.replace('’', "'")).collect();
        for (word, tag) in words[sentence.clone()].iter_mut().zip(tagger.tag_sentence(&plain)) {
            word.tag = tag;
        }
    }
    Reading { words, sentences, cut }
}

fn tokens(chars: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut at, mut paragraph) = (0, 0);
    while at < chars.len() {
        if chars[at].is_whitespace() {
            let gap = chars[at..].iter().take_while(|c| c.is_whitespace()).count();
            if chars[at..at + gap].iter().filter(|c| **c == '\n').count() >= 2 {
                paragraph += 1;
            }
            at += gap;
            continue;
        }
        let run = chars[at..].iter().take(LONGEST_RUN).take_while(|c| !c.is_whitespace()).count();
        for token in PlainEnglish.parse(&chars[at..at + run]) {
            let kind = match token.kind {
                TokenKind::Word(_) => WordKind::Letters,
                TokenKind::Number(_) => WordKind::Figure,
                _ => WordKind::Mark,
            };
            push(&mut words, chars, at + token.span.start..at + token.span.end, kind, paragraph);
        }
        at += run;
    }
    words
}

fn push(
    words: &mut Vec<Word>,
    chars: &[char],
    span: std::ops::Range<usize>,
    kind: WordKind,
    paragraph: usize,
) {
    let text: String = chars[span.clone()].iter().collect();
    // A number is lexed with what is glued to it (`7th`); anything else that holds letters is a word.
    let kind = match kind {
        WordKind::Mark if text.chars().any(char::is_alphabetic) => WordKind::Letters,
        kind => kind,
    };
    let folded = text.to_lowercase().replace(['’', 'ʼ'], "'");
    let stem = folded.strip_suffix("'s").unwrap_or(&folded);
    let possessive = stem.len() < folded.len();
    let stem = stem.to_owned();
    words.push(Word { text, stem, start: span.start, end: span.end, tag: None, kind, possessive, paragraph });
}

/// `1 , 500` without spaces is one figure.
fn join_figures(words: &mut Vec<Word>) {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for word in words.drain(..) {
        let three = word.kind == WordKind::Figure && word.text.len() == 3;
        if let [.., figure, comma] = joined.as_slice()
            && three
            && comma.text == ","
            && figure.kind == WordKind::Figure
            && figure.end == comma.start
            && comma.end == word.start
            && !figure.text.contains('.')
        {
            joined.pop();
            if let Some(figure) = joined.last_mut() {
                figure.text = format!("{},{}", figure.text, word.text);
                figure.stem.clone_from(&figure.text);
                figure.end = word.end;
            }
            continue;
        }
        joined.push(word);
    }
    *words = joined;
}

fn sentences(words: &[Word]) -> (Vec<std::ops::Range<usize>>, usize) {
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

/// Whether a full stop belongs to an abbreviation, initials or a name with a dot in it.
fn is_inner_stop(words: &[Word], from: usize, i: usize) -> bool {
    if words[i].text != "." {
        return false;
    }
    let next = words.get(i + 1).filter(|w| w.paragraph == words[i].paragraph);
    let glued_next = next.is_some_and(|w| w.start == words[i].end && !w.is_mark());
    let before =
        i.checked_sub(1).filter(|b| *b >= from).map(|b| &words[b]).filter(|w| w.end == words[i].start);
    let Some(before) = before else { return glued_next };
    let initial = before.kind == WordKind::Letters && before.text.chars().count() == 1 && before.is_capital();
    // `U.S. officials`: goes on; `in the U.S. The`: ends. A capital after initials is read as a new sentence only when it
    // opens one of the words that open sentences.
    let opens = next.is_some_and(|w| {
        w.is_capital()
            && w.is_any(&["the", "but", "a", "an", "in", "it", "he", "she", "they", "on", "and", "this"])
    });
    glued_next || (next.is_some() && ((initial && !opens) || is_abbreviation(&before.stem)))
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
