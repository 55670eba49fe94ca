//! Adding something to the text where a person would look for it, laid out as its neighbours are.
//!
//! A key goes below the last of those that the format names before it, an id or an option below the last one there. A table
//! gets a heading where its fellows have headings, and stands in braces where they do.

use std::collections::BTreeMap;

use super::Splice;
use super::kind::{declared, is_name, member, under};
use super::layout::{How, Id, Layout, ROOT};
use super::remove::first_line;
use super::value::{Pair, pairs};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::Kind;
use crate::text::{Span, quoted};
use crate::write::{Key, dotted};

/// The longest table in braces that is written into a section: more gets a heading and a line for each key.
const WIDEST: usize = 120;

/// What is added to a table or a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum New<'a> {
    /// A key of a table.
    Key(&'a str),
    /// A key of a table with a list of tables, of which this is the first.
    List(&'a str),
    /// The member of a list that will have this number, counted from one; 0 for the last.
    Member(usize),
}

/// The pieces of text that add a value; a fault if it cannot stand there.
pub(crate) fn insert(
    layout: &Layout<'_>,
    into: Id,
    new: New<'_>,
    value: &str,
) -> Result<Vec<Splice>, Box<Fault>> {
    match new {
        New::Key(key) => key_of(layout, into, key, value),
        New::List(key) => match pairs(value) {
            Some(body) if layout.node(into).how == How::Section => {
                Ok(vec![block(layout, into, key, &body, true)])
            }
            _ => key_of(layout, into, key, &format!("[{value}]")),
        },
        New::Member(place) => {
            // Statements of a preference are counted through the lists inside.
            let statement = place.checked_sub(1).filter(|_| layout.is_list_of_statements(into));
            let statement = statement.and_then(|index| layout.statements_in(into).get(index).copied());
            if let Some((statement, list)) = statement.and_then(|id| Some((id, layout.node(id).parent?)))
                && let Some(index) = layout.node(list).children.iter().position(|id| *id == statement)
            {
                return member_of(layout, list, index + 1, value);
            }
            let place = if layout.is_list_of_statements(into) { 0 } else { place };
            member_of(layout, into, place, value)
        }
    }
}

fn key_of(layout: &Layout<'_>, table: Id, key: &str, value: &str) -> Result<Vec<Splice>, Box<Fault>> {
    match layout.node(table).how {
        How::Braces(span) => {
            let members: Vec<Span> = layout.node(table).members.iter().map(|member| member.span).collect();
            let entry = format!("{} = {value}", Key::from(key).as_str());
            return Ok(in_brackets(layout, table, span, members.len(), &entry));
        }
        How::Section | How::Dotted => {}
        How::Scalar(_) | How::List(_) | How::Sections => {
            let fault =
                Fault::of_file(Code::UnknownPath, format!("{} cannot have a key", what(layout, table)));
            let help = "a key belongs to a table: put it into one of those that the path leads to";
            return Err(Box::new(fault.help(help)));
        }
    }
    if layout.node(table).how == How::Dotted {
        return Ok(vec![dotted_key(layout, table, key, value)]);
    }
    let kind = layout.kind(table);
    if let Some(body) = pairs(value).filter(|_| wants_heading(layout, table, key, kind, value)) {
        return Ok(vec![block(layout, table, key, &body, false)]);
    }
    let line = format!("{} = {value}", Key::from(key).as_str());
    Ok(vec![own_line(layout, table, key, &line)])
}

fn what(layout: &Layout<'_>, id: Id) -> String {
    match (&layout.node(id).key, layout.node(id).how) {
        (Some(key), How::Scalar(_)) => format!("{} is a value and", quoted(key)),
        (Some(key), _) => format!("{} is a list and", quoted(key)),
        (None, How::Scalar(_)) => String::from("this is a value and"),
        (None, _) => String::from("this is a list and"),
    }
}

/// Whether a new table in a table that stands under a heading gets a heading of its own.
fn wants_heading(
    layout: &Layout<'_>,
    table: Id,
    key: &str,
    kind: Option<&'static Kind>,
    value: &str,
) -> bool {
    let named = is_name(kind, key);
    let mut fellows = layout.node(table).children.iter().rev().filter_map(|id| {
        let node = layout.node(*id);
        let same = node.key.as_deref().is_some_and(|other| is_name(kind, other) == named);
        match node.how {
            How::Section if same => Some(true),
            How::Braces(_) if same => Some(false),
            _ => None,
        }
    });
    // What has no heading above has to have one: ids and issues, and all at the top.
    let at_top = table == ROOT || layout.node(table).statement.is_none();
    if named {
        return fellows.next().unwrap_or(true);
    }
    // Words of the format stand in braces, unless there is too much in them or all their fellows have headings.
    at_top
        || value.chars().count() > WIDEST
        || fellows.next().is_some_and(|last| last && fellows.all(|heading| heading))
}

/// A line in the section of a table.
fn own_line(layout: &Layout<'_>, table: Id, key: &str, line: &str) -> Splice {
    let node = layout.node(table);
    let eol = layout.line_break();
    let (first, anchor) = match node.statement {
        Some(heading) => (heading + 1, Some(heading)),
        None if table == ROOT => (0, None),
        None => {
            // Only tables in this one have headings: its own goes before the first of them.
            let first = layout.statements_of(table).first().copied().unwrap_or(0);
            let at = layout
                .statements
                .get(first)
                .map_or(layout.text.len(), |first| first_line(layout, first.span));
            let heading = dotted(&keys_to(layout, table));
            return Splice::new(at, at, &format!("[{heading}]{eol}{line}{eol}{eol}"));
        }
    };
    let section: Vec<usize> =
        (first..layout.statements.len()).take_while(|i| !layout.statements[*i].heading).collect();
    let order = declared(layout.kind(table));
    let rank = |key: &str| order.iter().position(|declared| declared.name == key);
    let mut owners: BTreeMap<usize, &str> = BTreeMap::new();
    for id in &layout.node(table).children {
        let node = layout.node(*id);
        let Some(key) = node.key.as_deref() else { continue };
        match node.how {
            How::Dotted => {
                owners.extend(layout.statements_of(*id).into_iter().map(|statement| (statement, key)));
            }
            _ => owners.extend(node.statement.map(|statement| (statement, key))),
        }
    }
    let before = match rank(key) {
        Some(rank_of_new) => section.iter().rev().find(|statement| {
            let known = owners.get(*statement).and_then(|key| rank(key));
            known.is_some_and(|known| known < rank_of_new)
        }),
        None => section.last(),
    };
    let Some(anchor) = before.copied().or(anchor) else {
        let at = section
            .first()
            .map_or(layout.line_start(0), |first| first_line(layout, layout.statements[*first].span));
        return Splice::new(at, at, &format!("{line}{eol}"));
    };
    let span = layout.statements[anchor].span;
    let beside = before.or(section.first()).map_or(span, |statement| layout.statements[*statement].span);
    let indent = layout.indent(beside.start).unwrap_or("");
    let at = layout.line_end(span.end);
    Splice::new(at, at, &format!("{eol}{indent}{line}"))
}

/// A key of a table that is written by dotted keys.
fn dotted_key(layout: &Layout<'_>, table: Id, key: &str, value: &str) -> Splice {
    // What the dotted keys begin from: a section, or a table in braces.
    let mut keys = vec![key.to_owned()];
    let mut at = table;
    while layout.node(at).how == How::Dotted {
        keys.extend(layout.node(at).key.clone());
        match layout.node(at).parent {
            Some(parent) => at = parent,
            None => break,
        }
    }
    keys.reverse();
    let line = format!("{} = {value}", dotted(&keys));
    if let How::Braces(span) = layout.node(at).how {
        let members = &layout.node(at).members;
        let last = members.iter().rposition(|member| layout.is_within(member.leaf, table));
        return in_brackets(layout, at, span, last.map_or(members.len(), |last| last + 1), &line)
            .pop()
            .unwrap_or_else(|| Splice::new(span.end, span.end, ""));
    }
    let statements = layout.statements_of(table);
    let last = statements.last().map_or(Span::new(0, 0), |last| layout.statements[*last].span);
    let (at, eol, indent) =
        (layout.line_end(last.end), layout.line_break(), layout.indent(last.start).unwrap_or(""));
    Splice::new(at, at, &format!("{eol}{indent}{line}"))
}

/// The keys that lead to a table, as a heading writes them; of a list of tables the last is meant.
fn keys_to(layout: &Layout<'_>, table: Id) -> Vec<String> {
    let mut keys = Vec::new();
    let mut at = Some(table);
    while let Some(id) = at {
        keys.extend(layout.node(id).key.clone());
        at = layout.node(id).parent;
    }
    keys.reverse();
    keys
}

/// A table under a heading of its own, below its fellows.
fn block(layout: &Layout<'_>, table: Id, key: &str, body: &[Pair], listed: bool) -> Splice {
    let mut keys = keys_to(layout, table);
    keys.push(key.to_owned());
    // Below the last fellow; at the top, below the last table that the format names before it.
    let order = declared(layout.kind(table));
    let rank = |key: &str| order.iter().position(|declared| declared.name == key);
    let rank_of_new = rank(key).unwrap_or(order.len());
    let children = &layout.node(table).children;
    let fellow = children.iter().rev().find(|id| {
        let node = layout.node(**id);
        let known = node.key.as_deref().and_then(rank);
        matches!(node.how, How::Section | How::Sections)
            && (known.unwrap_or(order.len()) <= rank_of_new || table != ROOT)
    });
    let above = fellow.and_then(|id| layout.statements_of(*id).last().copied());
    let kind = layout.kind(table).and_then(|kind| under(kind, key));
    let kind = if listed { kind.and_then(member) } else { kind };
    below(layout, above.or(layout.node(table).statement), (&keys, kind), body, listed, fellow.copied())
}

/// A heading and what is under it, below the section that a statement belongs to.
fn below(
    layout: &Layout<'_>,
    statement: Option<usize>,
    (keys, kind): (&[String], Option<&'static Kind>),
    body: &[Pair],
    listed: bool,
    fellow: Option<Id>,
) -> Splice {
    let eol = layout.line_break();
    let text = block_text(keys, kind, body, listed, eol);
    let next = statement.map_or(0, |statement| statement + 1);
    let end = (next..layout.statements.len())
        .find(|i| layout.statements[*i].heading)
        .unwrap_or(layout.statements.len());
    let Some(last) = end.checked_sub(1) else {
        let at = layout.line_start(0);
        return Splice::new(at, at, &format!("{text}{eol}"));
    };
    let at = layout.line_end(layout.statements[last].span.end);
    let gap = if fellow.is_some_and(|fellow| stands_close(layout, fellow)) { "" } else { eol };
    Splice::new(at, at, &format!("{eol}{gap}{text}"))
}

/// A heading with what is under it; tables that are known by ids or issues get headings of their own below.
fn block_text(
    keys: &[String],
    kind: Option<&'static Kind>,
    body: &[Pair],
    listed: bool,
    eol: &str,
) -> String {
    let heading = dotted(keys);
    let mut lines = vec![if listed { format!("[[{heading}]]") } else { format!("[{heading}]") }];
    let mut blocks = Vec::new();
    for pair in body {
        let table = kind.and_then(|kind| under(kind, &pair.name)).filter(|_| is_name(kind, &pair.name));
        match pair.value.as_deref().and_then(pairs).filter(|_| matches!(table, Some(Kind::Table(_)))) {
            Some(below) => {
                let keys = [keys, std::slice::from_ref(&pair.name)].concat();
                blocks.push(block_text(&keys, table, &below, false, eol));
            }
            None => lines.push(pair.line.clone()),
        }
    }
    // A heading with nothing under it but other headings says nothing.
    if lines.len() > 1 || blocks.is_empty() {
        blocks.insert(0, lines.join(eol));
    }
    blocks.join(&eol.repeat(2))
}

/// Whether the last heading of a table has the line above it directly before it.
fn stands_close(layout: &Layout<'_>, table: Id) -> bool {
    let node = layout.node(table);
    let id = if node.how == How::Sections { node.children.last().copied().unwrap_or(table) } else { table };
    let Some(heading) = layout.node(id).statement else { return false };
    let start = first_line(layout, layout.statements[heading].span);
    let above = layout.line_start(start.saturating_sub(1));
    start > 0 && above < start && !layout.text[above..start].trim().is_empty()
}

fn member_of(layout: &Layout<'_>, list: Id, place: usize, value: &str) -> Result<Vec<Splice>, Box<Fault>> {
    let node = layout.node(list);
    let count = match node.how {
        How::List(_) => node.members.len(),
        How::Sections => node.children.len(),
        _ => {
            let key = quoted(node.key.as_deref().unwrap_or(""));
            let fault = Fault::of_file(Code::UnknownPath, format!("{key} is not a list, and has no members"));
            return Err(Box::new(fault.help("name the key that is to be added")));
        }
    };
    if place > count + 1 {
        let message = format!("there are {count} members, so that none can become number {place}");
        return Err(Box::new(
            Fault::of_file(Code::UnknownPath, message).help("`[]` adds one behind the last"),
        ));
    }
    let index = place.checked_sub(1).unwrap_or(count);
    if let How::List(span) = node.how {
        return Ok(in_brackets(layout, list, span, index, value));
    }
    let Some(body) = pairs(value) else {
        let shown = quoted(value);
        let fault =
            Fault::of_file(Code::NotAValue, format!("{shown} is not a table, and this is a list of tables"));
        return Err(Box::new(fault.help("write its keys and values in braces: `{ id = \"…\" }`")));
    };
    let keys = keys_to(layout, list);
    let kind = layout.kind(list).and_then(member);
    if let Some(after) = node.children.get(index)
        && let Some(heading) = layout.node(*after).statement
    {
        let eol = layout.line_break();
        let at = first_line(layout, layout.statements[heading].span);
        let gap = if stands_close(layout, list) { "" } else { eol };
        return Ok(vec![Splice::new(
            at,
            at,
            &format!("{}{eol}{gap}", block_text(&keys, kind, &body, true, eol)),
        )]);
    }
    let last = layout.statements_of(list).last().copied();
    Ok(vec![below(layout, last, (&keys, kind), &body, true, (count > 1).then_some(list))])
}

/// A member of a list, or an entry of a table in braces, before the one with this index or behind the last.
fn in_brackets(layout: &Layout<'_>, container: Id, whole: Span, index: usize, value: &str) -> Vec<Splice> {
    let members = &layout.node(container).members;
    let braces = matches!(layout.node(container).how, How::Braces(_));
    let eol = layout.line_break();
    if let Some(next) = members.get(index) {
        let start = next.span.start;
        // On a line of its own where the one that it comes before begins a line.
        return vec![match layout.indent(start).filter(|_| layout.line_start(start) > whole.start) {
            Some(indent) => Splice::new(start, start, &format!("{value},{eol}{indent}")),
            None => Splice::new(start, start, &format!("{value}, ")),
        }];
    }
    let Some(last) = members.last() else {
        let inside = layout.text.get(whole.start + 1..whole.end - 1).unwrap_or("");
        if inside.trim_matches([' ', '\t']).is_empty() {
            let text = if braces { format!(" {value} ") } else { value.to_owned() };
            return vec![Splice::new(whole.start + 1, whole.end - 1, &text)];
        }
        // A comment or a line break is in there.
        return vec![Splice::new(whole.start + 1, whole.start + 1, value)];
    };
    let own_line = layout.indent(last.span.start).filter(|_| {
        let start = layout.line_start(last.span.start);
        start > whole.start && layout.line_end(last.span.end) < whole.end
    });
    match (own_line, last.comma) {
        (Some(indent), comma) => {
            let at = layout.line_end(last.span.end);
            let after = if comma.is_some() { "," } else { "" };
            let line = Splice::new(at, at, &format!("{eol}{indent}{value}{after}"));
            match comma {
                Some(_) => vec![line],
                None => vec![Splice::new(last.span.end, last.span.end, ","), line],
            }
        }
        (None, Some(comma)) => vec![Splice::new(comma, comma, &format!(" {value},"))],
        (None, None) => vec![Splice::new(last.span.end, last.span.end, &format!(", {value}"))],
    }
}

/// The value that a key gets when more keys are to lead to what is inserted: `{ at_most = 60 }` for `at_most`.
pub(crate) fn wrapped(kind: Option<&'static Kind>, rest: &str, value: &str) -> Option<String> {
    if rest.is_empty() {
        return Some(value.to_owned());
    }
    if rest == "[]" || rest == "[1]" {
        return Some(format!("[{value}]"));
    }
    let (key, rest) = super::path::new_key(kind, rest.strip_prefix('.')?)?;
    let inner = wrapped(kind.and_then(|kind| under(kind, &key)), rest, value)?;
    Some(format!("{{ {} = {inner} }}", Key::from(key.as_str()).as_str()))
}
