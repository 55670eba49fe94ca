//! What stands at a place, in words.

use super::cursor::on_a_character;
use super::naming::tables;
use crate::edit::kind::{asks_for_ids, declared, under};
use crate::edit::layout::{Id, Layout, ROOT};
use crate::edit::path::Paths;
use crate::expected::wanted;
use crate::format::{Key, Kind, Names};
use crate::text::{Span, listed, quoted};

/// What is told of the place at which somebody points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The key or the value that it is about.
    pub span: Span,
    /// The key; of a number its path; of an id what it names.
    pub title: String,
    /// What it means, in sentences; of an id where it is declared.
    pub text: String,
    /// What the value must look like; empty where that is no question.
    pub shape: String,
    /// How it can be written; empty where that is no question.
    pub example: String,
}

/// What the key at a byte of a text means, from the declaration of the format: its shape with bounds, what holds if it is not said,
/// an example. Of an id, what it names and where that is declared; of a number, its path and what it is about. `None` where nothing
/// is known.
///
/// ```
/// use detente_case::assist::hover;
/// let text = "[parties.north]\nname = \"North\"\n[audiences.home]\nof = \"north\"\n";
/// let told = hover(text, text.len() - 3).unwrap();
/// assert_eq!(told.title, "North");
/// assert!(told.text.contains("party") && told.text.contains("line 1"));
/// ```
pub fn hover(text: &str, offset: usize) -> Option<Hover> {
    let at = on_a_character(text, offset);
    let layout = Layout::sketch(text).layout;
    let (id, key) = layout.thing_at(at)?;
    let span = key.or_else(|| layout.value(id))?;
    if let Some(key_span) = key
        && !layout.value(id).is_some_and(|value| value.start <= at && at < value.end)
    {
        return of_key(&layout, id, key_span);
    }
    of_value(&layout, id).map(|hover| Hover { span, ..hover }).or_else(|| {
        let holder = keyed(&layout, id);
        let key_span = *layout.node(holder).keys.first()?;
        of_key(&layout, holder, key_span).map(|hover| Hover { span, ..hover })
    })
}

/// The thing itself or the nearest around it that stands under a key.
fn keyed(layout: &Layout<'_>, id: Id) -> Id {
    let mut at = id;
    while let (None, Some(parent)) = (&layout.node(at).key, layout.node(at).parent) {
        at = parent;
    }
    at
}

/// What the format declares of a key.
fn declaration(layout: &Layout<'_>, id: Id) -> Option<&'static Key> {
    let key = layout.node(id).key.as_deref()?;
    let holder = layout.kind(layout.node(id).parent?);
    declared(holder).iter().find(|declared| declared.name == key)
}

fn of_key(layout: &Layout<'_>, id: Id, span: Span) -> Option<Hover> {
    let parent = layout.node(id).parent?;
    let key = layout.node(id).key.as_deref()?;
    let issue = issue_around(layout, id);
    if let Some(declared) = declaration(layout, id) {
        let needed = match (declared.required, declared.unless) {
            (true, []) => String::from(", needed"),
            (true, others) => format!(", needed unless there is {}", listed(others.iter().copied())),
            (false, _) => String::new(),
        };
        let figure = if layout.is_number(id) { Paths::of(layout).path(layout, id) } else { String::new() };
        let unit = unit_of(layout, id, issue.as_deref());
        return Some(Hover {
            span,
            title: if figure.is_empty() { key.to_owned() } else { figure },
            text: format!("{}{unit}", declared.about),
            shape: format!("{}{needed}", wanted(&declared.kind)),
            example: example(layout, key, &declared.kind, issue.as_deref()),
        });
    }
    // A name: where it is declared, or what stands here under it.
    let holder = layout.kind(parent)?;
    let names = names_in(holder)?;
    let kind = under(holder, key)?;
    if names == Names::New {
        let about = about_of(kind);
        let shown = layout.shown_name(id);
        let title = if shown.is_empty() { key.to_owned() } else { shown };
        let text = format!("{} is declared here as {}. {about}", quoted(&title), quoted(key));
        return Some(Hover { span, title, text, shape: wanted(kind), example: String::new() });
    }
    if layout.is_number(id) {
        let path = Paths::of(layout).path(layout, id);
        let about = declaration(layout, parent).map_or("", |declared| declared.about);
        return Some(Hover {
            span,
            title: path,
            text: about.to_owned(),
            shape: wanted(kind),
            example: String::new(),
        });
    }
    named(layout, names, key).map(|hover| Hover { span, shape: wanted(kind), ..hover })
}

fn of_value(layout: &Layout<'_>, id: Id) -> Option<Hover> {
    let figure = layout.figure(id);
    let is_point = layout.node(figure).parent.is_some_and(|list| layout.is_list_of_pairs(list));
    if is_point || layout.is_number(figure) && layout.text_of(figure).is_none() {
        let holder = keyed(layout, figure);
        let parent = layout.node(holder).parent?;
        let declared = declaration(layout, holder).or_else(|| declaration(layout, parent))?;
        let unit = unit_of(layout, figure, issue_around(layout, figure).as_deref());
        return Some(Hover {
            span: Span::new(0, 0),
            title: Paths::of(layout).path(layout, figure),
            text: format!("{}{unit}", declared.about),
            shape: layout.kind(figure).map(wanted).unwrap_or_default(),
            example: String::new(),
        });
    }
    let text = layout.text_of(id)?;
    match asks_for_ids(layout.kind(id)?)? {
        Names::Option => None,
        Names::Source => named(layout, Names::Source, text.split('#').next().unwrap_or("").trim()),
        names => named(layout, names, text.strip_prefix("issue:").unwrap_or(&text)),
    }
}

/// What an id names, and on which line that is declared.
fn named(layout: &Layout<'_>, names: Names, id: &str) -> Option<Hover> {
    let named = layout.declared(names, id)?;
    let line = layout.shown(named.node).map_or(1, |span| layout.line_of(span.start));
    let title = if named.shown.is_empty() { named.id.clone() } else { named.shown.clone() };
    let table = tables(names).iter().find(|(_, what)| *what == named.what).map_or("", |(table, _)| *table);
    let place = if table.is_empty() { String::new() } else { format!(" under {}", quoted(table)) };
    let options = layout.options(&named.id);
    let mut text = format!("The {} {}, declared{place} on line {line}.", named.what, quoted(&named.id));
    if names == Names::Issue && !options.is_empty() {
        text.push_str(&format!(" Its options: {}.", listed(options.iter().map(String::as_str))));
    }
    Some(Hover { span: Span::new(0, 0), title, text, shape: String::new(), example: String::new() })
}

/// What the keys of a table name.
fn names_in(kind: &'static Kind) -> Option<Names> {
    let mut found = None;
    super::complete::names_of(kind, &mut |names, _| found = found.or(Some(names)));
    found
}

fn about_of(kind: &'static Kind) -> &'static str {
    let mut about = "";
    super::complete::tables_of(kind, &mut |shape| about = shape.about);
    about
}

/// The issue about which a thing says something: the nearest key around it that is one.
fn issue_around(layout: &Layout<'_>, id: Id) -> Option<String> {
    let mut at = id;
    while let Some(parent) = layout.node(at).parent {
        let key = layout.node(at).key.as_deref();
        let holder = layout.kind(parent);
        let is_issue = holder.is_some_and(|kind| matches!(names_in(kind), Some(Names::Issue)))
            || layout.node(parent).key.as_deref() == Some("issues")
                && layout.node(parent).parent == Some(ROOT);
        if let Some(key) =
            key.filter(|key| is_issue && declared(holder).iter().all(|known| known.name != *key))
        {
            return Some(key.to_owned());
        }
        at = parent;
    }
    None
}

/// In which unit a number on an issue is, where it is one of the issue's own numbers and no worth.
fn unit_of(layout: &Layout<'_>, id: Id, issue: Option<&str>) -> String {
    let key = layout.node(keyed(layout, id)).key.as_deref().unwrap_or("");
    if !matches!(key, "ideal" | "worst" | "at_most" | "at_least" | "from" | "to" | "step" | "options") {
        return String::new();
    }
    let unit = issue.and_then(|issue| {
        let issue = layout.child(layout.child(ROOT, "issues")?, issue)?;
        layout.text_of(layout.child(issue, "unit")?)
    });
    unit.map_or_else(String::new, |unit| format!(" In {unit}."))
}

/// How a key can be written.
fn example(layout: &Layout<'_>, key: &str, kind: &'static Kind, issue: Option<&str>) -> String {
    match kind {
        Kind::Table(_) | Kind::ByName(Names::New, Kind::Table(_)) => format!("[{key}]"),
        Kind::List(Kind::Table(_)) => format!("[[{key}]]"),
        Kind::Number(bounds) => format!("{key} = {}", super::pattern::numbers(*bounds)[2]),
        _ => format!("{key} = {}", layout.pattern(kind, issue)),
    }
}
