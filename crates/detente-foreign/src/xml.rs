//! XML as the tools of the field write it: with blanks and comments before the declaration, and with bare `&`.
//!
//! Document types are refused, and with them every entity but the five of XML; nesting and the number of nodes are
//! bounded. `roxmltree` does the reading.

use detente_case::Code;
use detente_case::report::{Fault, Faults, Span, Text, grouped, quoted};
use roxmltree::{Attribute, Document, Node, ParsingOptions, TextPos};

use crate::data::{DEEPEST, MOST_NODES};
use crate::xml_limits;

/// Stands for a bare `&` while the file is read: one byte, allowed in XML, and written by nobody.
const STAND_IN: char = '\u{7f}';

/// A file made fit to be read: offsets in it are those of the file, less `base`.
#[derive(Debug)]
pub(crate) struct Prepared {
    content: String,
    base: usize,
}

impl Prepared {
    pub(crate) fn of(text: &Text) -> Self {
        let content = from_declaration(text.content());
        let base = text.content().len() - content.len();
        if content.contains(STAND_IN) {
            return Self { content: content.to_owned(), base };
        }
        let mut fit = String::with_capacity(content.len());
        let mut rest = content;
        while let Some(at) = rest.find('&') {
            fit.push_str(&rest[..at]);
            rest = &rest[at..];
            fit.push(if is_reference(rest) { '&' } else { STAND_IN });
            rest = &rest[1..];
        }
        fit.push_str(rest);
        Self { content: fit, base }
    }

    /// The document; `None` with a fault.
    pub(crate) fn document(&self, text: &Text, faults: &mut Faults) -> Option<Document<'_>> {
        if let Some(fault) = xml_limits::beyond(&self.content, self.base) {
            faults.push(fault);
            return None;
        }
        let options = ParsingOptions { nodes_limit: MOST_NODES as u32, ..ParsingOptions::default() };
        let fault = match Document::parse_with_options(&self.content, options) {
            Ok(document) => match document.descendants().find(|node| is_too_deep(*node)) {
                None => return Some(document),
                Some(node) => xml_limits::too_deep(self.span(node)),
            },
            Err(error) => self.refused(text, &error),
        };
        faults.push(fault);
        None
    }

    fn refused(&self, text: &Text, error: &roxmltree::Error) -> Fault {
        use roxmltree::Error;
        let at = self.offset(text, error.pos());
        let here = Span::new(at, at + 1);
        match error {
            Error::DtdDetected => {
                let start = self.content.find("<!DOCTYPE").map_or(at, |found| self.base + found);
                Fault::new(Code::Entities, Span::new(start, start + 9), "document types in XML are refused")
                    .label("a document type")
                    .help("they can name other files and multiply themselves, and no profile needs one: remove it")
            }
            Error::UnknownEntityReference(name, _) => Fault::new(
                Code::Entities,
                here,
                format!("the entity {} is not one of the five of XML", quoted(name)),
            )
            .label("not known")
            .help("write the character itself; a bare `&` is fine"),
            Error::NodesLimitReached | Error::AttributesLimitReached => Fault::of_file(
                Code::TooMany,
                format!("the file has more than the {} nodes that are read", grouped(MOST_NODES)),
            )
            .help("a scenario has some thousand: is this the file that was meant?"),
            Error::NoRootNode => Fault::of_file(Code::EmptyFile, "the file holds no element")
                .help("a domain begins with `<negotiation_template>`, a profile with `<utility_space>`"),
            _ => {
                let said = error.to_string();
                let said = said.rsplit_once(" at ").map_or(said.as_str(), |(said, _)| said);
                Fault::new(Code::Syntax, here, format!("this is not well-formed XML: {said}")).label("here").help(
                    "close every element and quote every value; the tool that wrote the file can write it again",
                )
            }
        }
    }

    /// The byte of a row and a column in characters.
    fn offset(&self, text: &Text, pos: TextPos) -> usize {
        let first = text.line_of(self.base);
        let row = (first + pos.row.saturating_sub(1) as usize).min(text.line_count() - 1);
        let line = text.lines(row, row);
        let start = if row == first { self.base } else { line.start };
        let skip = pos.col.saturating_sub(1) as usize;
        let within = text.slice(Span::new(start, line.end.max(start)));
        start + within.char_indices().nth(skip).map_or(within.len(), |(at, _)| at)
    }

    pub(crate) fn span(&self, node: Node<'_, '_>) -> Span {
        let range = node.range();
        Span::new(self.base + range.start, self.base + range.end)
    }

    pub(crate) fn span_of(&self, attribute: Attribute<'_, '_>) -> Span {
        let range = attribute.range();
        Span::new(self.base + range.start, self.base + range.end)
    }
}

/// A text from its declaration on, where only blanks and comments come before it; without a declaration, from its first
/// character that is no blank.
fn from_declaration(text: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let whole = text.trim_start_matches(blank);
    let mut rest = whole;
    while let Some(after) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.1.trim_start_matches(blank);
    }
    if rest.starts_with("<?xml") { rest } else { whole }
}

fn is_too_deep(node: Node<'_, '_>) -> bool {
    node.ancestors().nth(DEEPEST + 1).is_some()
}

/// Whether an `&` at the start begins a reference, to one of the five or to anything that has the form of one.
fn is_reference(text: &str) -> bool {
    let Some((name, _)) = text[1..].split_once(';') else { return false };
    !name.is_empty()
        && name.len() <= 32
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '#' | '_' | '-' | '.'))
}

/// The value of an attribute, with its bare `&` again.
pub(crate) fn attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.attribute(name).map(|value| value.replace(STAND_IN, "&"))
}

/// The child elements of a name.
pub(crate) fn children<'a, 'i: 'a>(
    node: Node<'a, 'i>,
    name: &'a str,
) -> impl Iterator<Item = Node<'a, 'i>> + 'a {
    node.children().filter(move |child| child.has_tag_name(name))
}
