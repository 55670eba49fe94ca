//! JSON with its numbers as they are written, so that two of them are the same only if every digit is.

use std::fmt;

#[derive(Debug, PartialEq)]
pub(crate) enum Node<'a> {
    Object(Vec<(&'a str, Node<'a>)>),
    List(Vec<Node<'a>>),
    /// A string, number, boolean or null, as written.
    Written(&'a str),
}

impl<'a> Node<'a> {
    /// Reads a text that is JSON; both sides of a comparison were written by a serializer.
    pub fn parse(text: &'a str) -> Self {
        let mut rest = text;
        let node = Self::read(&mut rest);
        assert!(rest.trim().is_empty(), "something stands behind the JSON: {:.80}", rest.trim());
        node
    }

    fn read(rest: &mut &'a str) -> Self {
        *rest = rest.trim_start();
        match rest.as_bytes().first() {
            Some(b'{') => Self::Object(members(rest, '}', |rest| {
                let key = written(rest);
                expect(rest, ':');
                (key, Self::read(rest))
            })),
            Some(b'[') => Self::List(members(rest, ']', Self::read)),
            _ => Self::Written(written(rest)),
        }
    }
}

/// What stands between brackets, comma by comma.
fn members<'a, T>(rest: &mut &'a str, close: char, mut member: impl FnMut(&mut &'a str) -> T) -> Vec<T> {
    let mut all = Vec::new();
    *rest = rest[1..].trim_start();
    while !rest.starts_with(close) {
        if !all.is_empty() {
            expect(rest, ',');
        }
        all.push(member(rest));
        *rest = rest.trim_start();
    }
    *rest = &rest[1..];
    all
}

fn expect(rest: &mut &str, what: char) {
    *rest = rest.trim_start().strip_prefix(what).unwrap_or_else(|| panic!("no `{what}` at {rest:.80}"));
}

/// A scalar, as written.
fn written<'a>(rest: &mut &'a str) -> &'a str {
    *rest = rest.trim_start();
    let bytes = rest.as_bytes();
    let mut end = 0;
    if bytes.first() == Some(&b'"') {
        end = 1;
        while bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        end += 1;
    } else {
        while end < bytes.len() && !b",]} \n\t\r".contains(&bytes[end]) {
            end += 1;
        }
    }
    assert!(end > 0, "the JSON ends too early");
    let (scalar, after) = rest.split_at(end);
    *rest = after;
    scalar
}

/// Something that was there and is not, or is otherwise.
#[derive(Debug)]
pub(crate) struct Difference {
    pub place: String,
    pub was: String,
    pub is: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: was {}, is {}", self.place, self.was, self.is)
    }
}

/// What is missing or otherwise in `is`; keys that were not there before are no difference.
pub(crate) fn differences(was: &Node<'_>, is: &Node<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(String::new(), was, Some(is), &mut found);
    found
}

fn compare(place: String, was: &Node<'_>, is: Option<&Node<'_>>, found: &mut Vec<Difference>) {
    match (was, is) {
        (Node::Object(was), Some(Node::Object(is))) => {
            for (key, value) in was {
                let now = is.iter().find(|(other, _)| other == key).map(|(_, value)| value);
                compare(format!("{place}.{}", key.trim_matches('"')), value, now, found);
            }
        }
        (Node::List(was), Some(Node::List(is))) if was.len() == is.len() => {
            for (i, (was, is)) in was.iter().zip(is).enumerate() {
                compare(format!("{place}[{i}]"), was, Some(is), found);
            }
        }
        (Node::Written(was), Some(Node::Written(is))) if was == is => {}
        _ => found.push(Difference { place, was: short(was), is: is.map_or("missing".to_owned(), short) }),
    }
}

fn short(node: &Node<'_>) -> String {
    match node {
        Node::Object(members) => format!("an object of {} keys", members.len()),
        Node::List(members) => format!("a list of {}", members.len()),
        Node::Written(text) => text.chars().take(80).collect(),
    }
}
