//! Tokens: words, figures and marks.
//!
//! A word is a run of letters and digits that begins with a letter; apostrophes belong to it where letters stand on both sides. Hyphens part
//! words, so that `ceasefire-line` is three tokens. `U.S.` and `a.m.` are one word, their last stop included. `1,500` and `2.3` are one figure, `7th` is a figure and a word. What is
//! neither is a mark of one character. White space only parts. Time is linear in the text; each spelling is kept once, however often it
//! stands in the text.

use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use super::parts::PartOfSpeech;

/// A token that is not white space.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// As written.
    pub text: Spelling,
    /// In small letters, with straight apostrophes and without a possessive ending.
    pub stem: Spelling,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// Part of speech.
    pub part: PartOfSpeech,
    /// Whether it is a word, a figure or a mark.
    pub kind: TokenKind,
    /// Whether it ends in a possessive `'s` or `'`.
    pub possessive: bool,
    /// Which paragraph it stands in.
    pub paragraph: usize,
}

/// What sort of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word: letters, with digits or apostrophes inside it; also an address on the net.
    Letters,
    /// A number in figures.
    Figure,
    /// Any other character by itself.
    Mark,
}

impl Token {
    pub fn is(&self, stem: &str) -> bool {
        self.stem == stem
    }

    pub fn is_any(&self, stems: &[&str]) -> bool {
        stems.contains(&self.stem.as_str())
    }

    pub fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }

    pub fn is_capital(&self) -> bool {
        self.kind == TokenKind::Letters && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Initials with their stops, such as `U.S.`.
    pub fn is_initials(&self) -> bool {
        self.kind == TokenKind::Letters && self.stem.len() > 2 && self.stem.ends_with('.')
    }

    pub fn tagged(&self, parts: &[PartOfSpeech]) -> bool {
        parts.contains(&self.part)
    }
}

/// The letters of a word, shared by all tokens that are spelt alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling(Rc<str>);

impl Spelling {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Spelling {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Spelling {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Spelling {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// What a line holds so far.
#[derive(Debug, Default)]
struct Heading {
    words: usize,
    /// Whether any letter is small.
    small: bool,
}

impl Heading {
    /// A few words in capitals.
    fn is_one(&self) -> bool {
        (1..=8).contains(&self.words) && !self.small
    }
}

/// The spellings met so far: as written, the stem, and whether it is possessive.
type Spellings = HashMap<Rc<str>, (Spelling, bool)>;

/// Cuts readable text into tokens.
pub(super) fn tokens(chars: &[char]) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut spellings, mut text) = (Spellings::new(), String::new());
    let (mut at, mut paragraph) = (0, 0);
    let mut heading = Heading::default();
    while at < chars.len() {
        let gap = chars[at..].iter().take_while(|c| c.is_whitespace()).count();
        if gap > 0 {
            let breaks = chars[at..at + gap].iter().filter(|c| **c == '\n').count();
            // A line of capitals is a heading, and a dash at the beginning of a line opens a point of a list.
            let point = matches!(chars.get(at + gap), Some('-' | '•' | '*' | '–'))
                && chars.get(at + gap + 1).is_some_and(|c| c.is_whitespace());
            if breaks >= 2 || breaks == 1 && (heading.is_one() || point) {
                paragraph += 1;
            }
            if breaks > 0 {
                heading = Heading::default();
            }
            at += gap;
            continue;
        }
        let (len, kind) = match chars[at] {
            c if c.is_alphabetic() => {
                (initials(&chars[at..]).unwrap_or_else(|| word(&chars[at..])), TokenKind::Letters)
            }
            c if c.is_ascii_digit() => figure(&chars[at..]),
            _ => (1, TokenKind::Mark),
        };
        if kind == TokenKind::Letters {
            heading.words += 1;
            heading.small |= chars[at..at + len].iter().any(|c| c.is_lowercase());
        }
        text.clear();
        text.extend(&chars[at..at + len]);
        let (spelling, stem, possessive) = spelling(&text, &mut spellings);
        let (start, end, part) = (at, at + len, PartOfSpeech::Mark);
        found.push(Token { text: spelling, stem, start, end, part, kind, possessive, paragraph });
        at += len;
    }
    found
}

fn spelling(text: &str, seen: &mut Spellings) -> (Spelling, Spelling, bool) {
    if let Some((text, (stem, possessive))) = seen.get_key_value(text) {
        return (Spelling(Rc::clone(text)), stem.clone(), *possessive);
    }
    let folded = text.to_lowercase().replace(['’', 'ʼ'], "'");
    let stem = folded.strip_suffix("'s").unwrap_or(&folded);
    let possessive = stem.len() < folded.len();
    let text: Rc<str> = text.into();
    let stem = if *stem == *text { Spelling(Rc::clone(&text)) } else { Spelling(stem.into()) };
    seen.insert(Rc::clone(&text), (stem.clone(), possessive));
    (Spelling(text), stem, possessive)
}

/// How many characters the initials at the front have: two or more single letters, each with its stop, and a possessive ending.
fn initials(chars: &[char]) -> Option<usize> {
    let pair = |at: usize| {
        chars.get(at).is_some_and(|c| c.is_alphabetic()) && chars.get(at + 1).is_some_and(|c| *c == '.')
    };
    let mut len = 0;
    while pair(len) {
        len += 2;
    }
    let ends = chars.get(len).is_none_or(|c| !c.is_alphanumeric());
    if len < 4 || !ends {
        return None;
    }
    let possessive = matches!(chars.get(len), Some('\'' | '’' | 'ʼ'))
        && chars.get(len + 1) == Some(&'s')
        && chars.get(len + 2).is_none_or(|c| !c.is_alphanumeric());
    Some(if possessive { len + 2 } else { len })
}

/// How many characters the word at the front has.
fn word(chars: &[char]) -> usize {
    let apostrophe = |c: char| matches!(c, '\'' | '’' | 'ʼ');
    // Marks that are written above the letter before them are part of it.
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut len = 1;
    while let Some(c) = chars.get(len) {
        if apostrophe(*c) && chars.get(len + 1).is_some_and(|next| next.is_alphabetic()) {
            len += 2;
        } else if inner(*c) {
            len += 1;
        } else {
            break;
        }
    }
    // `https://…` and `office@…` are one word each, up to the mark that ends them.
    let address = chars[len..].starts_with(&[':', '/', '/'])
        || (chars.get(len) == Some(&'@') && chars.get(len + 1).is_some_and(|c| c.is_alphanumeric()));
    if address {
        let ends =
            |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '<' | '>' | '(' | ')' | ',' | ';');
        len += chars[len..].iter().take_while(|c| !ends(**c)).count();
        while matches!(chars[len - 1], '.' | '!' | '?' | ':' | '\'' | '’') {
            len -= 1;
        }
    }
    len
}

/// How many characters the figure at the front has: digits, commas before three of them, one decimal point. `1990s` is a word.
fn figure(chars: &[char]) -> (usize, TokenKind) {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let first = digits(0);
    if first == 4 && chars.get(4) == Some(&'s') && chars.get(5).is_none_or(|c| !c.is_alphanumeric()) {
        return (5, TokenKind::Letters);
    }
    let mut len = first;
    while chars.get(len) == Some(&',') && digits(len + 1) == 3 {
        len += 4;
    }
    if chars.get(len) == Some(&'.') && digits(len + 1) > 0 {
        len += 1 + digits(len + 1);
    }
    (len, TokenKind::Figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        tokens(&chars).into_iter().map(|t| t.text.as_str().to_owned()).collect()
    }

    #[test]
    fn words_figures_and_marks() {
        assert_eq!(
            texts("Villagers’ ‘don’t’ 1,500 2.3km 7th mid-May (50%)."),
            [
                "Villagers",
                "’",
                "‘",
                "don’t",
                "’",
                "1,500",
                "2.3",
                "km",
                "7",
                "th",
                "mid",
                "-",
                "May",
                "(",
                "50",
                "%",
                ")",
                "."
            ]
        );
        assert_eq!(
            texts("in the 1990s, 2024-02-13"),
            ["in", "the", "1990s", ",", "2024", "-", "02", "-", "13"]
        );
        assert_eq!(texts("1,50 1,5000 3."), ["1", ",", "50", "1", ",", "5000", "3", "."]);
    }

    #[test]
    fn initials_are_one_word_with_their_stops() {
        assert_eq!(
            texts("The U.S. met E.U.’s envoy at 9 a.m. on J. Alpha’s plan B.A new"),
            [
                "The",
                "U.S.",
                "met",
                "E.U.’s",
                "envoy",
                "at",
                "9",
                "a.m.",
                "on",
                "J",
                ".",
                "Alpha’s",
                "plan",
                "B",
                ".",
                "A",
                "new"
            ]
        );
    }

    #[test]
    fn addresses_are_one_word() {
        assert_eq!(texts("see https://example.org/a?b."), ["see", "https://example.org/a?b", "."]);
        assert_eq!(texts("(press@example.org)"), ["(", "press@example.org", ")"]);
    }
}
