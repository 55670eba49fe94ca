//! Limits of XML that are checked before it is parsed: the parser takes time that grows with the square of what it meets.
//!
//! Attributes of one element are compared with each other, and namespaces are handed down from element to element. No
//! tool writes more than a dozen of either.

use detente_case::Code;
use detente_case::report::{Fault, Span, grouped};

use crate::data::DEEPEST;

/// How many attributes an element can have, and a file namespaces.
const MOST_ATTRIBUTES: usize = 1_000;

/// The first place at which a text goes beyond the limits; its offset counts from `base`.
pub(crate) fn beyond(text: &str, base: usize) -> Option<Fault> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut namespaces) = (0, 0usize, 0usize);
    while let Some(found) = text.get(at..)?.find('<') {
        let start = at + found;
        let rest = &text[start..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open));
        if let Some((open, close)) = skipped {
            // What is never closed is for the parser to say.
            let end = rest[open.len()..].find(close)?;
            at = start + open.len() + end + close.len();
            continue;
        }
        let tag = Tag::read(bytes, start);
        at = tag.end;
        namespaces += tag.namespaces;
        let span = Span::new(base + start, base + tag.end);
        if tag.attributes > MOST_ATTRIBUTES || namespaces > MOST_ATTRIBUTES {
            let what = if tag.attributes > MOST_ATTRIBUTES {
                format!("this element has more than {} attributes", grouped(MOST_ATTRIBUTES))
            } else {
                format!("the file declares more than {} namespaces", grouped(MOST_ATTRIBUTES))
            };
            let help = "the elements of a scenario have a dozen: is this the file that was meant?";
            return Some(Fault::new(Code::TooMany, span, what).label("too many").help(help));
        }
        match tag.kind {
            Kind::Closes => depth = depth.saturating_sub(1),
            Kind::Opens => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(too_deep(span));
                }
            }
            Kind::Empty => {}
        }
    }
    None
}

/// The fault of an element within too many others.
pub(crate) fn too_deep(span: Span) -> Fault {
    Fault::new(Code::TooDeep, span, format!("elements nest more than {DEEPEST} levels deep here"))
        .label("too deep")
        .help("a scenario takes a dozen levels: is an element left open further up?")
}

enum Kind {
    Opens,
    Closes,
    Empty,
}

/// What stands between `<` and `>`.
struct Tag {
    kind: Kind,
    attributes: usize,
    namespaces: usize,
    /// One past its last byte.
    end: usize,
}

impl Tag {
    fn read(bytes: &[u8], start: usize) -> Self {
        let closes = bytes.get(start + 1) == Some(&b'/');
        let (mut attributes, mut namespaces, mut quote) = (0, 0, None);
        let mut at = start + 1;
        while let Some(&byte) = bytes.get(at) {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => attributes += 1,
                (None, b'x') if bytes[at..].starts_with(b"xmlns") => namespaces += 1,
                (None, b'>') => break,
                _ => {}
            }
            at += 1;
        }
        let kind = match (closes, at.checked_sub(1).and_then(|last| bytes.get(last))) {
            (true, _) => Kind::Closes,
            (false, Some(b'/')) => Kind::Empty,
            _ => Kind::Opens,
        };
        Self { kind, attributes, namespaces, end: (at + 1).min(bytes.len()) }
    }
}
