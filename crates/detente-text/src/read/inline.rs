//! The words of a clause: what is open in brackets, what is tied in braces.

use detente_case::report::Fault;
use detente_case::{Code, Span};

use super::Reader;
use crate::allowed::MOST_BOXES;
use crate::version::{Bracket, Piece, Ties, Wording};

/// A wording as it is read, with where it stands.
struct Read {
    wording: Wording,
    span: Span,
    end: usize,
}

impl Reader<'_> {
    /// The pieces of a clause, and what braces outside of brackets tie.
    pub(super) fn words(&mut self, words: &[(char, usize)]) -> (Vec<Piece>, Ties) {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut plain = String::new();
        let mut ties = Ties::default();
        let mut i = 0;
        while i < words.len() {
            let (c, at) = words[i];
            match c {
                '\\' if words.get(i + 1).is_some_and(|(next, _)| next.is_ascii_punctuation()) => {
                    plain.push(words[i + 1].0);
                    i += 2;
                }
                '[' if is_link(words, i) => {
                    let end = link_end(words, i);
                    plain.extend(words[i..end].iter().map(|(c, _)| *c));
                    i = end;
                }
                '[' | '~' if begins_wording(words, i) => {
                    let (bracket, end) = self.bracket(words, i);
                    if !plain.is_empty() {
                        pieces.push(Piece::Words(std::mem::take(&mut plain)));
                    }
                    pieces.push(Piece::Bracket(bracket));
                    i = end;
                }
                ']' => {
                    let fault =
                        Fault::new(Code::Bracket, Span::new(at, at + 1), "this bracket was never opened");
                    self.faults
                        .push(fault.label("closed here").help("put `[` before what is open, or write `\\]`"));
                    i += 1;
                }
                '{' => {
                    let (inner, end) = self.braces(words, i);
                    if let Some(inner) = inner {
                        let (found, id) = self.ties(&inner, words.get(i + 1).map_or(at, |(_, at)| *at));
                        if id.is_some() {
                            let fault = Fault::new(
                                Code::Bracket,
                                Span::new(at, at + 1),
                                "an id stands in the middle of words",
                            );
                            self.faults.push(
                                fault
                                    .label("here")
                                    .help("an id is that of a clause, and stands behind its heading"),
                            );
                        }
                        ties = ties.both(&found);
                    }
                    // The blank before the braces belongs to them.
                    if plain.ends_with(' ') {
                        plain.pop();
                    }
                    i = end;
                }
                c => {
                    plain.push(c);
                    i += 1;
                }
            }
        }
        if !plain.is_empty() {
            pieces.push(Piece::Words(plain));
        }
        (pieces, ties)
    }

    /// A bracket with all its wordings, and where it ends.
    fn bracket(&mut self, words: &[(char, usize)], from: usize) -> (Bracket, usize) {
        let mut read = vec![self.wording(words, from)];
        let mut end = read[0].end;
        while let Some(next) = next_wording(words, end) {
            let wording = self.wording(words, next);
            end = wording.end;
            read.push(wording);
        }
        let start = words[from].1;
        let span = Span::new(start, read.last().map_or(start, |read| read.span.end));
        let mut wordings: Vec<Wording> = read.into_iter().map(|read| read.wording).collect();
        if let [only] = &wordings[..]
            && !only.struck
        {
            if only.ties.words_options() {
                let fault = Fault::new(
                    Code::LoneBracket,
                    span,
                    "this bracket has one wording, so that it is open whether it stands at all",
                );
                self.faults.push(fault.label("stands, or does not").help(format!(
                    "if it is settled, write the words without the bracket and `{{{}}}` behind them; if not, write the other wording beside it: ` / [other words]{{…}}`",
                    only.ties.shown(self.case)
                )));
            }
            wordings.push(Wording::default());
        }
        let boxes = wordings
            .iter()
            .filter(|wording| !wording.struck)
            .map(|wording| wording.ties.when.0.len().max(1))
            .fold(1usize, usize::saturating_mul);
        if wordings.iter().any(|wording| wording.ties.words_options()) {
            self.boxes = self.boxes.saturating_add(boxes);
        }
        if self.boxes > MOST_BOXES {
            let message = "with this bracket the text ties more than can be put together";
            let fault = Fault::new(Code::TooMany, span, message).label("too much at once");
            self.faults.push(fault.help("put what a bracket says of each issue into a bracket of its own"));
            wordings.truncate(1);
        }
        (Bracket { wordings, line: self.text.line_of(start) + 1 }, end)
    }

    /// One wording: `[words]{ties}`, struck out between `~~`.
    fn wording(&mut self, words: &[(char, usize)], from: usize) -> Read {
        let struck = words[from].0 == '~';
        let open = if struck { from + 2 } else { from };
        let start = words[open].1;
        let mut said = String::new();
        let mut i = open + 1;
        let mut closed = false;
        while let Some((c, at)) = words.get(i).copied() {
            match c {
                '\\' if words.get(i + 1).is_some_and(|(next, _)| next.is_ascii_punctuation()) => {
                    said.push(words[i + 1].0);
                    i += 1;
                }
                ']' => {
                    closed = true;
                    i += 1;
                    break;
                }
                '[' => {
                    let fault =
                        Fault::new(Code::Bracket, Span::new(at, at + 1), "a bracket stands inside another");
                    self.faults.push(fault.label("opened again here").related(Span::new(start, start + 1), "still open").help(
                        "close the outer one first, or give each of its wordings in full; a bracket that is only a bracket is written `\\[`",
                    ));
                }
                c => said.push(c),
            }
            i += 1;
        }
        if !closed {
            let fault = Fault::new(Code::Bracket, Span::new(start, start + 1), "this bracket is not closed");
            self.faults.push(fault.label("opened here").help("put `]` behind what is open"));
        }
        let mut ties = Ties::default();
        if words.get(i).is_some_and(|(c, _)| *c == '{') {
            let at = words.get(i + 1).map_or(start, |(_, at)| *at);
            let (inner, end) = self.braces(words, i);
            if let Some(inner) = inner {
                let (found, id) = self.ties(&inner, at);
                if id.is_some() {
                    let fault = Fault::new(Code::Bracket, Span::new(at, at + 1), "a wording has no id");
                    self.faults.push(
                        fault.label("here").help("an id is that of a clause, and stands behind its heading"),
                    );
                }
                ties = found;
            }
            i = end;
        }
        if struck {
            let ends = words.get(i..i + 2).is_some_and(|two| two.iter().all(|(c, _)| *c == '~'));
            if ends {
                i += 2;
            } else {
                let at = words[from].1;
                let fault = Fault::new(Code::Bracket, Span::new(at, at + 2), "what is struck out has no end");
                self.faults
                    .push(fault.label("begins here").help("put `~~` behind the bracket and its braces"));
            }
        }
        let last = words.get(i.saturating_sub(1)).map_or(start, |(c, at)| at + c.len_utf8());
        Read {
            wording: Wording { words: said.trim().to_owned(), ties, struck },
            span: Span::new(start, last),
            end: i,
        }
    }

    /// What stands between braces, and where they end.
    fn braces(&mut self, words: &[(char, usize)], open: usize) -> (Option<String>, usize) {
        let mut in_quotes = false;
        for (i, (c, _)) in words.iter().enumerate().skip(open + 1) {
            match c {
                '"' => in_quotes = !in_quotes,
                '}' if !in_quotes => {
                    return (Some(words[open + 1..i].iter().map(|(c, _)| *c).collect()), i + 1);
                }
                _ => {}
            }
        }
        let at = words[open].1;
        let fault = Fault::new(Code::Bracket, Span::new(at, at + 1), "these braces are not closed");
        self.faults
            .push(fault.label("opened here").help("put `}` behind the options, or write `\\{` for a brace"));
        (None, words.len())
    }
}

/// Whether a wording begins here, struck out or not.
fn begins_wording(words: &[(char, usize)], i: usize) -> bool {
    let is = |place: usize, c: char| words.get(place).is_some_and(|(found, _)| *found == c);
    is(i, '[') && !is_link(words, i) || is(i, '~') && is(i + 1, '~') && is(i + 2, '[')
}

/// Where the next wording of a bracket begins: behind a stroke.
fn next_wording(words: &[(char, usize)], end: usize) -> Option<usize> {
    let skip = |from: usize| {
        let blanks = words.get(from..)?.iter().take_while(|(c, _)| c.is_whitespace()).count();
        Some(from + blanks)
    };
    let stroke = skip(end).filter(|at| words.get(*at).is_some_and(|(c, _)| *c == '/'))?;
    skip(stroke + 1).filter(|at| begins_wording(words, *at))
}

/// Whether a bracket is that of a link: `[words](address)`.
fn is_link(words: &[(char, usize)], open: usize) -> bool {
    let close = words.iter().skip(open + 1).position(|(c, _)| matches!(c, ']' | '[')).map(|at| open + 1 + at);
    close.is_some_and(|close| words[close].0 == ']' && words.get(close + 1).is_some_and(|(c, _)| *c == '('))
}

/// Behind the address of a link.
fn link_end(words: &[(char, usize)], open: usize) -> usize {
    let close = words.iter().skip(open).position(|(c, _)| *c == ')').map(|at| open + at + 1);
    close.unwrap_or(words.len())
}
