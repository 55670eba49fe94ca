//! What can come at a place.

use super::cursor::Cursor;
use super::pattern::key_of;
use crate::edit::kind::under;
use crate::edit::layout::{Id, Layout, ROOT};
use crate::edit::sketch::Open;
use crate::expected::wanted;
use crate::format::{Kind, Names, Shape};
use crate::text::Span;
use crate::write::Key;

/// As many are offered, the best first; whoever wants another types a letter more.
pub const MOST_COMPLETIONS: usize = 1_000;

/// Something that can come at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is shown in the list.
    pub label: String,
    /// What is written.
    pub insert: String,
    /// What it replaces: the word, or the text in quotes, that is being typed; empty where nothing has been typed.
    pub span: Span,
    /// A few words: the shape of a value, the name behind an id.
    pub detail: String,
    /// A sentence on what it means.
    pub doc: String,
    /// What it is.
    pub kind: CompletionKind,
}

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A key of the format.
    Key,
    /// The heading of a table.
    Table,
    /// The id of something that the case declares, or the path of a number.
    Id,
    /// An option of an issue.
    Option,
    /// A word of the format, a number, a day, a list or a table to begin with.
    Value,
}

/// Something that may be offered, before it is known whether it answers what has been typed.
#[derive(Debug)]
pub(super) struct Offer {
    pub(super) label: String,
    pub(super) insert: String,
    pub(super) detail: String,
    pub(super) doc: String,
    pub(super) kind: CompletionKind,
    /// Other words that find it.
    pub(super) otherwise: &'static [&'static str],
    /// Whether it is less likely than those that are not.
    pub(super) later: bool,
}

impl Offer {
    pub(super) fn new(label: impl Into<String>, insert: impl Into<String>, kind: CompletionKind) -> Self {
        Self {
            label: label.into(),
            insert: insert.into(),
            detail: String::new(),
            doc: String::new(),
            kind,
            otherwise: &[],
            later: false,
        }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    pub(super) fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = doc.into();
        self
    }
}

/// What can come at a byte of a text: keys of the table one is in, those not there yet first; headings after `[` and at the beginning
/// of a line; ids, options, fixed words, days and numbers, lists and tables in braces where the format asks for them. What has been
/// typed of a word is answered by names that begin with it, then by names that it is in. None in comments and behind a value.
///
/// ```
/// use detente_case::assist::{CompletionKind, completions};
/// let text = "[issues.term]\nname = \"Term\"\noptions = [30, 90]\n\n[positions.north.term]\nnever = [";
/// let options: Vec<String> = completions(text, text.len())
///     .into_iter()
///     .filter(|one| one.kind == CompletionKind::Option)
///     .map(|one| one.insert)
///     .collect();
/// assert_eq!(options, ["30", "90"]);
/// ```
pub fn completions(text: &str, offset: usize) -> Vec<Completion> {
    let Some(mut cursor) = Cursor::at(text, offset) else { return Vec::new() };
    let whole = Layout::sketch(text).layout;
    let offers = match cursor.before.open.clone() {
        Open::Heading { .. } => super::headings::offers(&whole, cursor.typed),
        Open::Key { table, through, braces } => {
            let mut offers = keys(&cursor, &whole, table, &through, braces);
            if !braces && through.is_empty() && !cursor.in_quotes && !cursor.assigned {
                offers.extend(super::headings::offers(&whole, cursor.typed).into_iter().map(|offer| Offer {
                    label: offer.insert.clone(),
                    later: true,
                    ..offer
                }));
            }
            offers
        }
        Open::Value { holder, key } => super::values::offers(&mut cursor, &whole, holder, key.as_deref()),
        Open::Nothing => Vec::new(),
    };
    let mut fitting: Vec<((bool, u8), Offer)> = offers
        .into_iter()
        .filter_map(|offer| Some(((offer.later, cursor.fits(&offer.label, offer.otherwise)?), offer)))
        .collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting
        .into_iter()
        .take(MOST_COMPLETIONS)
        .map(|(_, offer)| Completion {
            label: offer.label,
            insert: offer.insert,
            span: cursor.span,
            detail: offer.detail,
            doc: offer.doc,
            kind: offer.kind,
        })
        .collect()
}

/// The table in a text to which a path of keys leads from another, if it is there.
fn inner(layout: &Layout<'_>, table: Id, through: &[String]) -> Option<Id> {
    if !layout.has(table) {
        return None;
    }
    through.iter().try_fold(table, |at, key| layout.child(at, key))
}

fn keys(cursor: &Cursor<'_>, whole: &Layout<'_>, table: Id, through: &[String], braces: bool) -> Vec<Offer> {
    let layout = &cursor.before.layout;
    let kind =
        through.iter().try_fold(layout.kind(table), |kind, key| Some(kind.and_then(|k| under(k, key))));
    let Some(kind) = kind.flatten() else { return Vec::new() };
    let there = inner(whole, table, through);
    let is_there = |key: &str| there.is_some_and(|table| whole.child(table, key).is_some());
    let at_top = table == ROOT && through.is_empty() && !braces;
    let mut offers = Vec::new();
    tables_of(kind, &mut |shape| {
        for key in shape.keys {
            // At the top, tables have headings, which are offered beside the keys.
            if at_top && !matches!(key.kind, Kind::Version | Kind::Text | Kind::Date) {
                continue;
            }
            let needed = if key.always_required() { "needed: " } else { "" };
            let mut offer = Offer::new(key.name, assigning(cursor, key.name), CompletionKind::Key)
                .detail(format!("{needed}{}", wanted(&key.kind)))
                .doc(key.about);
            offer.otherwise = key.otherwise;
            offer.later = is_there(key.name);
            offers.push(offer);
        }
    });
    // Issues of a position stand under headings of their own, or in braces.
    names_of(kind, &mut |names, of| {
        let issue = match through.split_last() {
            // `values.` on an issue of a position: the options are those of the issue.
            Some((last, [])) => layout.issue_of_place(table, last).map(str::to_owned),
            Some(_) => there.and_then(|table| whole.issue_of_keys(table)),
            None => layout.issue_of_keys(table),
        };
        for mut offer in names_offered(whole, names, issue.as_deref()) {
            offer.later |= is_there(&offer.label);
            offer.insert = assigning(cursor, &offer.label);
            if offer.detail.is_empty() {
                offer.detail = wanted(of);
            }
            offers.push(offer);
        }
    });
    offers
}

/// A key as it is written where it is typed, with its `=` if there is none yet.
fn assigning(cursor: &Cursor<'_>, key: &str) -> String {
    let key = if cursor.in_quotes { Key::quoted(key) } else { Key::from(key) };
    format!("{}{}", key.as_str(), if cursor.assigned { "" } else { " = " })
}

/// The tables that a kind of value can be.
pub(super) fn tables_of(kind: &'static Kind, found: &mut impl FnMut(&'static Shape)) {
    match kind {
        Kind::Table(shape) => found(shape),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| tables_of(kind, found)),
        _ => {}
    }
}

/// What the keys of a kind of table name, and what stands under them.
pub(super) fn names_of(kind: &'static Kind, found: &mut impl FnMut(Names, &'static Kind)) {
    match kind {
        Kind::ByName(names, of) | Kind::Table(Shape { others: Some((names, of)), .. }) => found(*names, of),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| names_of(kind, found)),
        _ => {}
    }
}

/// Everything that names of a kind can be, as keys.
fn names_offered(whole: &Layout<'_>, names: Names, issue: Option<&str>) -> Vec<Offer> {
    let plain = |name: &str, doc: &str| Offer::new(name, "", CompletionKind::Id).doc(doc);
    match names {
        Names::New => Vec::new(),
        Names::Option => {
            let options = issue.map(|issue| whole.options(issue)).unwrap_or_default();
            options
                .iter()
                .map(|option| {
                    Offer::new(key_of(option), "", CompletionKind::Option).doc("An option of the issue.")
                })
                .collect()
        }
        Names::Path => {
            whole.number_paths().iter().map(|path| plain(path, "A number of this case.")).collect()
        }
        Names::Trust => ["A", "B", "C", "D", "E", "F"]
            .map(|letter| plain(letter, "Reliability of the source."))
            .into_iter()
            .chain(
                ["1", "2", "3", "4", "5", "6"].map(|digit| plain(digit, "Credibility of the information.")),
            )
            .chain([plain("ungraded", "A claim that nobody has graded.")])
            .collect(),
        _ => whole
            .named(names)
            .into_iter()
            .map(|named| Offer::new(&named.id, "", CompletionKind::Id).detail(named.words()))
            .collect(),
    }
}
