//! Where everything is: for folding, for jumping, and for the path of the place at which somebody is.

use super::cursor::on_a_character;
use crate::edit::kind::is_name;
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::path::Paths;
use crate::format::Kind;
use crate::text::Span;

/// A table of a text, or a named thing in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineItem {
    /// The path that leads there, as edits know it.
    pub path: String,
    /// The name as people know it; of a table that has none, its key.
    pub title: String,
    /// What the format calls it: `issue`, `claim`, `position`; of a table of such things, its key: `issues`.
    pub kind: String,
    /// From its heading, or its key, to the end of what belongs to it.
    pub span: Span,
    /// The line on which that begins, counted from one.
    pub line: usize,
}

/// The tables of a text and the named things in them, in the order of the file, a table before what is in it.
///
/// ```
/// let items = detente_case::assist::outline(detente_case::template());
/// let delta = items.iter().find(|item| item.path == "parties.delta").unwrap();
/// assert_eq!((delta.kind.as_str(), delta.title.as_str()), ("party", "Delta Province"));
/// ```
pub fn outline(text: &str) -> Vec<OutlineItem> {
    let layout = Layout::sketch(text).layout;
    let paths = Paths::of(&layout);
    let extents = extents(&layout);
    let mut items: Vec<OutlineItem> = Vec::new();
    for id in layout.ids().filter(|id| *id != ROOT) {
        let node = layout.node(id);
        if matches!(node.how, How::Scalar(_) | How::List(_)) {
            continue;
        }
        let kind = layout.kind(id);
        let named = is_named(&layout, id);
        let headed = matches!(node.how, How::Section | How::Sections);
        // What stands in braces inside a list is a part of its line.
        if !headed && !named {
            continue;
        }
        let Some(span) = extents[id.0] else { continue };
        let key = node.key.clone().unwrap_or_default();
        let shape = match kind {
            Some(Kind::Table(shape)) if named => shape.name.to_owned(),
            _ if key.is_empty() => String::from("table"),
            _ => key.clone(),
        };
        let path = paths.path(&layout, id);
        let title = layout.title(id, &key);
        items.push(OutlineItem { path, title, kind: shape, span, line: layout.line_of(span.start) });
    }
    items.sort_by_key(|item| (item.span.start, std::cmp::Reverse(item.span.end)));
    items
}

/// Whether a table is one of several that are told apart by a name: under an id, or a member of a list under headings.
fn is_named(layout: &Layout<'_>, id: Id) -> bool {
    let node = layout.node(id);
    let Some(parent) = node.parent else { return false };
    match &node.key {
        Some(key) => is_name(layout.kind(parent), key) && matches!(layout.kind(id), Some(Kind::Table(_))),
        None => layout.node(parent).how == How::Sections,
    }
}

impl Layout<'_> {
    /// What people call a table.
    pub(super) fn title(&self, id: Id, key: &str) -> String {
        let own = self.text_of_key(id, "id").filter(|_| self.node(id).key.is_none());
        let shown = self.shown_name(id);
        if !shown.is_empty() {
            return shown;
        }
        // A position, and what it says on an issue, are called as whom and what they are about.
        let declared = [crate::format::Names::Actor, crate::format::Names::Issue]
            .into_iter()
            .filter(|_| self.is_in_positions(id))
            .find_map(|names| self.declared(names, key));
        own.or_else(|| declared.map(|named| named.shown).filter(|shown| !shown.is_empty()))
            .or_else(|| self.text_of_key(id, "of"))
            .unwrap_or_else(|| key.to_owned())
    }

    fn is_in_positions(&self, id: Id) -> bool {
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            if parent == ROOT {
                return at != id && self.node(at).key.as_deref() == Some("positions");
            }
            at = parent;
        }
        false
    }

    fn text_of_key(&self, table: Id, key: &str) -> Option<String> {
        self.text_of(self.child(table, key)?)
    }

    /// The thing at a byte: the innermost whose key or value is there, or the table to whose lines the byte belongs. With whether the
    /// byte is in its key.
    pub(super) fn thing_at(&self, at: usize) -> Option<(Id, Option<Span>)> {
        let holds = |span: &Span| span.start <= at && at <= span.end;
        let mut found: Option<(usize, Id, Option<Span>)> = None;
        for id in self.ids().filter(|id| *id != ROOT) {
            let node = self.node(id);
            let key = node.keys.iter().copied().find(|span| holds(span));
            let span = key.or_else(|| self.value(id).filter(|span| holds(span)));
            if let Some(span) = span {
                let wide = span.end - span.start;
                if found.as_ref().is_none_or(|(width, ..)| wide <= *width) {
                    found = Some((wide, id, key));
                }
            }
        }
        found.map(|(_, id, key)| (id, key))
    }
}

/// The stretch of text that belongs to each thing: of a table under headings from its heading to its last line.
fn extents(layout: &Layout<'_>) -> Vec<Option<Span>> {
    let ids: Vec<Id> = layout.ids().collect();
    let mut extents: Vec<Option<Span>> = ids
        .iter()
        .map(|id| {
            let node = layout.node(*id);
            let own = node.statement.map(|statement| layout.statements[statement].span);
            let key = node.keys.first().copied().filter(|_| own.is_none());
            let value = layout.value(*id);
            [own, key, value].into_iter().flatten().reduce(around)
        })
        .collect();
    // What is inside comes after what it is in.
    for id in ids.iter().rev() {
        if let (Some(parent), Some(span)) = (layout.node(*id).parent, extents[id.0]) {
            let whole = extents[parent.0].map_or(span, |whole| around(whole, span));
            extents[parent.0] = Some(whole);
        }
    }
    extents
}

fn around(one: Span, other: Span) -> Span {
    Span::new(one.start.min(other.start), one.end.max(other.end))
}

/// Where the thing stands to which a path leads: its value, or of a table under headings its first line. Works on a text with faults
/// in it, as far as it can be made out.
///
/// ```
/// use detente_case::assist::place_of;
/// let text = "[positions.north]\nno_deal = 0.4\nweights = {";
/// let place = place_of(text, "positions.north.no_deal").unwrap();
/// assert_eq!(&text[place.start..place.end], "0.4");
/// ```
pub fn place_of(text: &str, path: &str) -> Option<Span> {
    let layout = Layout::sketch(text).layout;
    let found = layout.find(path).ok()?;
    layout.shown(found.value)
}

/// The path of the thing at a byte of a text: of the value or the key there, or else of the table to whose lines the byte belongs;
/// `None` above the first.
///
/// ```
/// use detente_case::assist::path_at;
/// let text = "[positions.north]\nno_deal = 0.4\n\n";
/// assert_eq!(path_at(text, 20).as_deref(), Some("positions.north.no_deal"));
/// assert_eq!(path_at(text, text.len()).as_deref(), Some("positions.north"));
/// ```
pub fn path_at(text: &str, offset: usize) -> Option<String> {
    let at = on_a_character(text, offset);
    let layout = Layout::sketch(text).layout;
    let id = layout.thing_at(at).map(|(id, _)| layout.figure(id)).or_else(|| layout.section_at(at))?;
    let path = Paths::of(&layout).path(&layout, id);
    (!path.is_empty()).then_some(path)
}

impl Layout<'_> {
    /// The number of which a value is an end; itself if it is none.
    pub(super) fn figure(&self, id: Id) -> Id {
        let mut at = id;
        while let (None, Some(parent)) = (self.kind(at), self.node(at).parent) {
            if self.is_number(parent) {
                return self.figure_of_point(parent);
            }
            at = parent;
        }
        self.figure_of_point(id)
    }

    /// A point is known by what it is worth: the path of its second number is that of the point.
    fn figure_of_point(&self, id: Id) -> Id {
        match self.node(id).parent {
            Some(point)
                if self.node(point).parent.is_some_and(|list| self.is_list_of_pairs(list))
                    && self.node(point).children.get(1) == Some(&id) =>
            {
                point
            }
            _ => id,
        }
    }

    /// The table to whose lines a byte belongs.
    pub(super) fn section_at(&self, at: usize) -> Option<Id> {
        let before = self.statements.partition_point(|statement| statement.span.start <= at);
        let heading = self.statements[..before].iter().rposition(|statement| statement.heading)?;
        self.ids().find(|id| self.node(*id).statement == Some(heading))
    }
}
