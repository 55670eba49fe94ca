//! Statements about moves: `offensive -> !release`.
//!
//! From the strongest to the weakest: `!` not, `&` and, `|` or, `->` if then (to the right: `a -> b -> c` is
//! `a -> (b -> c)`), `<->` both or neither. Parentheses group. Time is linear in the length of the statement; the
//! depth is bounded, so that nothing that walks the formula can exhaust the stack.

use detente_model::{Formula, MoveId};

use crate::names::in_id;

/// The deepest formula; people write fewer than ten levels.
const DEEPEST: usize = 100;

/// What is wrong with a formula, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
}

/// The kinds of flaw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Unknown(String),
    Message { message: String, help: &'static str },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'s> {
    Name(&'s str),
    Not,
    And,
    Or,
    Implies,
    Iff,
    Open,
    Close,
    Strange(char),
}

/// Understands a formula; all unknown names are reported, and the first flaw of grammar.
pub(super) fn parse(text: &str, known: &impl Fn(&str) -> Option<MoveId>) -> Result<Formula, Vec<Flaw>> {
    let mut parser = Parser { tokens: tokens(text), next: 0, end: text.len(), known, unknown: Vec::new() };
    let parsed = parser.iff(0).and_then(|tree| match parser.peek() {
        None => Ok(tree),
        Some(Token::Close) => {
            Err(parser.flaw("a parenthesis is closed that was never opened", "remove it, or open one before"))
        }
        Some(Token::Strange(c)) => Err(parser.strange(c)),
        Some(_) => Err(parser.flaw("two statements follow each other without an operator", OPERATORS)),
    });
    match parsed {
        Ok(tree) if parser.unknown.is_empty() => Ok(tree.formula),
        Ok(_) => Err(parser.unknown),
        Err(flaw) => {
            parser.unknown.push(flaw);
            Err(parser.unknown)
        }
    }
}

const OPERATORS: &str = "join them with `&` and, `|` or, `->` if then, `<->` both or neither";

struct Tree {
    formula: Formula,
    depth: usize,
}

struct Parser<'s, F> {
    tokens: Vec<(Token<'s>, usize, usize)>,
    next: usize,
    end: usize,
    known: &'s F,
    unknown: Vec<Flaw>,
}

impl<F: Fn(&str) -> Option<MoveId>> Parser<'_, F> {
    fn peek(&self) -> Option<Token<'_>> {
        self.tokens.get(self.next).map(|(token, ..)| *token)
    }

    fn eat(&mut self, token: Token<'_>) -> bool {
        let eaten = self.peek() == Some(token);
        self.next += usize::from(eaten);
        eaten
    }

    /// A flaw at the next token, or at the end.
    fn flaw(&self, message: &str, help: &'static str) -> Flaw {
        let (start, end) =
            self.tokens.get(self.next).map_or((self.end, self.end), |(_, start, end)| (*start, *end));
        Flaw { start, end, what: What::Message { message: message.to_owned(), help } }
    }

    fn strange(&self, c: char) -> Flaw {
        let shown = crate::text::quoted(&c.to_string());
        self.flaw(
            &format!("{shown} has no meaning here"),
            "a statement is made of names of moves, `!`, `&`, `|`, `->`, `<->` and parentheses",
        )
    }

    fn join(
        &self,
        join: fn(Box<Formula>, Box<Formula>) -> Formula,
        left: Tree,
        right: Tree,
    ) -> Result<Tree, Flaw> {
        let depth = left.depth.max(right.depth) + 1;
        self.not_too_deep(depth)?;
        Ok(Tree { formula: join(Box::new(left.formula), Box::new(right.formula)), depth })
    }

    fn not_too_deep(&self, depth: usize) -> Result<(), Flaw> {
        if depth > DEEPEST {
            return Err(self.flaw("the statement nests too deep", "split it into several statements"));
        }
        Ok(())
    }

    fn iff(&mut self, open: usize) -> Result<Tree, Flaw> {
        let mut left = self.implies(open)?;
        while self.eat(Token::Iff) {
            let right = self.implies(open)?;
            left = self.join(Formula::Iff, left, right)?;
        }
        Ok(left)
    }

    fn implies(&mut self, open: usize) -> Result<Tree, Flaw> {
        let mut parts = vec![self.or(open)?];
        while self.eat(Token::Implies) {
            parts.push(self.or(open)?);
        }
        let mut parts = parts.into_iter().rev();
        let Some(mut right) = parts.next() else { return Err(self.flaw("nothing is stated", OPERATORS)) };
        for left in parts {
            right = self.join(Formula::Implies, left, right)?;
        }
        Ok(right)
    }

    fn or(&mut self, open: usize) -> Result<Tree, Flaw> {
        let mut left = self.and(open)?;
        while self.eat(Token::Or) {
            let right = self.and(open)?;
            left = self.join(Formula::Or, left, right)?;
        }
        Ok(left)
    }

    fn and(&mut self, open: usize) -> Result<Tree, Flaw> {
        let mut left = self.not(open)?;
        while self.eat(Token::And) {
            let right = self.not(open)?;
            left = self.join(Formula::And, left, right)?;
        }
        Ok(left)
    }

    fn not(&mut self, open: usize) -> Result<Tree, Flaw> {
        let mut nots = 0;
        while self.eat(Token::Not) {
            nots += 1;
        }
        let mut tree = self.atom(open)?;
        self.not_too_deep(tree.depth + nots)?;
        for _ in 0..nots {
            tree = Tree { formula: Formula::Not(Box::new(tree.formula)), depth: tree.depth + 1 };
        }
        Ok(tree)
    }

    fn atom(&mut self, open: usize) -> Result<Tree, Flaw> {
        self.not_too_deep(open)?;
        let token = self.tokens.get(self.next).copied();
        match token {
            Some((Token::Name(name), start, end)) => {
                self.next += 1;
                let id = (self.known)(name).unwrap_or_else(|| {
                    self.unknown.push(Flaw { start, end, what: What::Unknown(name.to_owned()) });
                    MoveId(0)
                });
                Ok(Tree { formula: Formula::Move(id), depth: 1 })
            }
            Some((Token::Open, start, end)) => {
                self.next += 1;
                let inside = self.iff(open + 1)?;
                if self.eat(Token::Close) {
                    return Ok(inside);
                }
                if self.peek().is_some() {
                    return Err(
                        self.flaw("a closing parenthesis or an operator should stand here", OPERATORS)
                    );
                }
                let what = What::Message {
                    message: "a parenthesis is opened and never closed".to_owned(),
                    help: "close it with `)`",
                };
                Err(Flaw { start, end, what })
            }
            Some((Token::Strange(c), ..)) => Err(self.strange(c)),
            Some(_) => {
                Err(self.flaw("a move should stand here", "an operator needs a statement on either side"))
            }
            None => Err(self.flaw("the statement stops before it is complete", "name a move here")),
        }
    }
}

fn tokens(text: &str) -> Vec<(Token<'_>, usize, usize)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (token, len) = if c.is_whitespace() {
            rest = &rest[c.len_utf8()..];
            continue;
        } else if rest.starts_with("<->") {
            (Token::Iff, 3)
        } else if rest.starts_with("->") {
            (Token::Implies, 2)
        } else {
            match c {
                '!' => (Token::Not, 1),
                '&' => (Token::And, 1),
                '|' => (Token::Or, 1),
                '(' => (Token::Open, 1),
                ')' => (Token::Close, 1),
                _ => match name_len(rest) {
                    0 => (Token::Strange(c), c.len_utf8()),
                    len => (Token::Name(&rest[..len]), len),
                },
            }
        };
        tokens.push((token, start, start + len));
        rest = &rest[len..];
    }
    tokens
}

/// The length of the id at the start; a `-` belongs to it unless an arrow begins there.
fn name_len(text: &str) -> usize {
    let ends = |(at, c): &(usize, char)| !in_id(*c) || text[*at..].starts_with("->");
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Option<MoveId> {
        ["a", "b", "c", "атака"].iter().position(|known| *known == name).map(MoveId)
    }

    /// Moves that are made, as bits.
    fn holds(text: &str, made: u8) -> bool {
        parse(text, &known).unwrap().holds(&|id| made >> id.0 & 1 == 1)
    }

    fn same(one: &str, other: &str) {
        for made in 0..16 {
            assert_eq!(holds(one, made), holds(other, made), "{one} and {other} at {made:04b}");
        }
    }

    #[test]
    fn operators_bind_as_documented() {
        same("!a & b | c", "((!a) & b) | c");
        same("a | b -> c", "(a | b) -> c");
        same("a -> b -> c", "a -> (b -> c)");
        same("a -> b <-> !b -> !a", "(a -> b) <-> ((!b) -> (!a))");
        same("атака->a", "!атака | a");
        same("!!a", "a");
        assert!(holds("a <-> b", 0b11) && !holds("a <-> b", 0b01));
    }

    #[test]
    fn flaws_have_their_place() {
        let flaw = |text: &str| parse(text, &known).unwrap_err().remove(0);
        assert_eq!((flaw("a & ").start, flaw("a & ").end), (4, 4));
        assert_eq!((flaw("(a & b").start, flaw("(a & b").end), (0, 1));
        assert_eq!((flaw("a b").start, flaw("a b").end), (2, 3));
        assert_eq!(flaw("a & x").what, What::Unknown("x".to_owned()));
        assert_eq!(flaw("a => b").start, 2);
        assert_eq!(flaw("a)").start, 1);
        assert_eq!(flaw("").start, 0);
    }

    #[test]
    fn depth_is_bounded_whatever_nests() {
        let deep = |text: String| parse(&text, &known).is_err();
        assert!(deep("(".repeat(100_000)));
        assert!(deep(format!("{}a", "!".repeat(100_000))));
        assert!(deep(format!("a{}", " & a".repeat(100_000))));
        assert!(deep(format!("a{}", " -> a".repeat(100_000))));
        assert!(!deep(format!("a{}", " & a".repeat(90))));
    }
}
