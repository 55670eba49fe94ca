//! Taking something out of the text, with the comments that speak of it and nothing else.
//!
//! What stands on lines of its own goes with these lines, with the comment behind it, and with the comment lines directly
//! above, down from a ruled line or a blank one: they speak of what is gone. In brackets and braces one comma goes along.

use super::Splice;
use super::layout::{How, Id, Layout, Member};
use crate::text::Span;

/// The stretches of text that go when a thing goes.
pub(crate) fn remove(layout: &Layout<'_>, id: Id) -> Vec<Splice> {
    match layout.enclosing(id) {
        Some(container) => {
            let members = &layout.node(container).members;
            let gone: Vec<usize> =
                (0..members.len()).filter(|i| layout.is_within(members[*i].leaf, id)).collect();
            from_brackets(layout, container, &gone)
        }
        None => lines(layout, &layout.statements_of(id)),
    }
}

/// Members of a list, or entries of a table in braces.
fn from_brackets(layout: &Layout<'_>, container: Id, gone: &[usize]) -> Vec<Splice> {
    let members = &layout.node(container).members;
    let (How::List(whole) | How::Braces(whole)) = layout.node(container).how else { return Vec::new() };
    let end_of = |i: usize| members[i].comma.unwrap_or(members[i].span.end);
    if gone.len() == members.len() {
        // Blanks and comments that are left stay.
        let Some((first, last)) = gone.first().zip(gone.last()) else { return Vec::new() };
        let (start, end) = (members[*first].span.start, end_of(*last));
        let braces = matches!(layout.node(container).how, How::Braces(_));
        let blanks = layout.text[end..].len() - layout.text[end..].trim_start_matches([' ', '\t']).len();
        let before = layout.text[whole.start + 1..start].trim_matches([' ', '\t']).is_empty();
        let start = if before { whole.start + 1 } else { start };
        return vec![Splice::new(start, end + blanks, if braces { " " } else { "" })];
    }
    gone.iter().map(|i| member(layout, whole, members, *i)).collect()
}

/// One of several members.
fn member(layout: &Layout<'_>, whole: Span, members: &[Member], i: usize) -> Splice {
    let span = members[i].span;
    let end = members[i].comma.unwrap_or(span.end);
    let first_on_line = layout.indent(span.start).is_some();
    let line_end = layout.line_end(span.end);
    let alone = first_on_line
        && layout.line_start(span.start) > whole.start
        && line_end < whole.end
        && is_comment(layout.text.get(end..line_end).unwrap_or(""));
    if alone {
        return Splice::new(layout.line_start(span.start), layout.next_line(span.end), "");
    }
    let before = i.checked_sub(1).map(|before| members[before].span.end);
    match (before, members.get(i + 1)) {
        // The comma before it goes, the one behind it serves what is before.
        (Some(before), _) if layout.line_start(before) == layout.line_start(span.start) => {
            Splice::new(before, span.end, "")
        }
        (_, Some(next)) => Splice::new(span.start, next.span.start, ""),
        (_, None) => {
            Splice::new(if first_on_line { layout.line_start(span.start) } else { span.start }, end, "")
        }
    }
}

/// Nothing, or a comment.
fn is_comment(rest: &str) -> bool {
    let rest = rest.trim_matches([' ', '\t', '\r']);
    rest.is_empty() || rest.starts_with('#')
}

/// Whole statements, with the lines on which they stand.
fn lines(layout: &Layout<'_>, gone: &[usize]) -> Vec<Splice> {
    let mut splices: Vec<Splice> = Vec::new();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for statement in gone {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *statement => *last = *statement,
            _ => runs.push((*statement, *statement)),
        }
    }
    for (first, last) in runs {
        let (first, last) = (layout.statements[first], layout.statements[last]);
        let start = first_line(layout, first.span);
        let mut end = layout.next_line(last.span.end);
        let blank = |span: Span| layout.slice(span).trim().is_empty();
        if first.heading {
            // One of the blank lines around it goes too.
            let above = start == 0 || {
                let line = layout.line_start(start - 1);
                blank(Span::new(line, start))
            };
            while above && end < layout.text.len() && blank(Span::new(end, layout.next_line(end))) {
                end = layout.next_line(end);
            }
        }
        let at_end = end == layout.text.len();
        let start = if at_end && !layout.text.ends_with('\n') {
            // The text ended without a line break, and still does.
            layout.text[..start].trim_end_matches(['\n', '\r']).len()
        } else if at_end && first.heading {
            let kept = layout.text[..start].trim_end_matches(['\n', '\r', ' ', '\t']).len();
            if kept == 0 { start } else { layout.next_line(kept).min(start) }
        } else {
            start
        };
        splices.push(Splice::new(start, end, ""));
    }
    splices
}

/// The start of the first line that speaks of a statement: comment lines directly above it, up to a ruled line.
pub(crate) fn first_line(layout: &Layout<'_>, span: Span) -> usize {
    let mut start = layout.line_start(span.start);
    while start > 0 {
        let above = layout.line_start(start - 1);
        let line = layout.slice(Span::new(above, start)).trim();
        let speaks = line.starts_with('#') && line.chars().any(char::is_alphanumeric);
        if !speaks || above == start {
            break;
        }
        start = above;
    }
    start
}
