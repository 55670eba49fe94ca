//! Who said something, and why, as far as the file tells: the sources cited, the reason and the remark beside it, the comment behind it.

use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::text::Span;

/// On what a judgement rests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// The sources that it cites: its own, or those of what it belongs to.
    pub cites: Vec<GroundCited>,
    /// Who said it, of a claim or a forecast.
    pub by: Option<String>,
    /// `because`.
    pub because: Option<String>,
    /// `note`.
    pub note: Option<String>,
    /// The comment on its line, or else the comment lines directly above, without the `#`.
    pub comment: Option<String>,
}

impl Ground {
    /// Whether the file gives none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A source that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundCited {
    /// Its id.
    pub source: String,
    /// Its title, if the file has it.
    pub title: Option<String>,
    /// The place in it.
    pub place: Option<String>,
}

/// The ground of what stands at a path.
pub(super) fn ground(layout: &Layout<'_>, path: &str) -> Ground {
    let Ok(found) = layout.find(path) else { return Ground::default() };
    let mut ground = Ground { comment: comment(layout, found.id), ..Ground::default() };
    let mut at = Some(found.id);
    let mut cited = false;
    while let Some(id) = at.filter(|id| *id != ROOT) {
        let text = |key: &str| layout.child(id, key).and_then(|child| layout.text_of(child));
        if !cited && let Some(cites) = layout.child(id, "cite").or_else(|| layout.child(id, "source")) {
            cited = true;
            let each = match layout.node(cites).how {
                How::List(_) => layout.node(cites).children.clone(),
                _ => vec![cites],
            };
            ground.cites =
                each.into_iter().filter_map(|cite| Some(source(layout, &layout.text_of(cite)?))).collect();
        }
        ground.by = ground.by.or_else(|| text("by").filter(|_| speaks(layout, id)));
        ground.because = ground.because.or_else(|| text("because"));
        ground.note = ground.note.or_else(|| text("note"));
        at = layout.node(id).parent;
    }
    ground
}

/// Whether a table is a member of the claims or of the forecasts, of which `by` says who spoke.
fn speaks(layout: &Layout<'_>, table: Id) -> bool {
    let list = layout.node(table).parent.map(|list| layout.node(list));
    list.and_then(|list| list.key.as_deref()).is_some_and(|key| matches!(key, "claims" | "forecasts"))
}

/// What `"minutes#page 4"` refers to.
fn source(layout: &Layout<'_>, cite: &str) -> GroundCited {
    let (id, place) = cite.split_once('#').map_or((cite, ""), |(id, place)| (id, place.trim()));
    let id = id.trim();
    let title = layout
        .child(ROOT, "sources")
        .and_then(|sources| layout.child(sources, id))
        .and_then(|source| layout.text_of(layout.child(source, "title")?));
    GroundCited { source: id.to_owned(), title, place: (!place.is_empty()).then(|| place.to_owned()) }
}

/// The comment that speaks of a thing.
fn comment(layout: &Layout<'_>, id: Id) -> Option<String> {
    let span = layout.shown(id)?;
    // Inside a list or a table in braces what is behind belongs to all of it.
    let end = layout.line_end(span.end);
    let behind = layout.slice(Span::new(span.end, end)).trim_start_matches([' ', '\t', ',', ']', '}']);
    if let Some(comment) = behind.strip_prefix('#') {
        return said(comment);
    }
    layout.node(id).statement?;
    let first = crate::edit::remove::first_line(layout, span);
    let above: Vec<&str> = layout
        .slice(Span::new(first, layout.line_start(span.start)))
        .lines()
        .map(|line| line.trim().trim_start_matches('#').trim())
        .collect();
    said(&above.join(" "))
}

fn said(comment: &str) -> Option<String> {
    let said = comment.trim();
    (!said.is_empty()).then(|| said.to_owned())
}
