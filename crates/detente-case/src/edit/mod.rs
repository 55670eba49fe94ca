//! Changes of a case by path, in the text that people wrote: a number, a range, an order, a red line, an option, a claim.
//!
//! An edit replaces the text of one value and leaves every other byte as it is: comments, layout, line ends. Edits are made
//! one after the other, all or none, and what comes out is read like any case: if it has an error, nothing is changed and
//! the report says why.
//!
//! A path is the keys that lead to a thing, joined by dots, as the tool prints it: `positions.port.no_deal`,
//! `positions.port.weights.pay`, `exchange.lots.back pay.worth.union`, `claims.forecast-feb.said`.
//!
//! - A key may hold dots and blanks; where two readings are possible the longest key is meant, or the part stands in
//!   quotes: `positions.port.shifts.values."ten hours"`.
//! - `[2]` is the second member of a list: `interactions[2].value`, `claims[3]`, `issues.pay.options[1]`. A member with an
//!   `id`, or else a `name`, is known by it as well, as if it were a key.
//! - `points[1]` is what the first point is worth, as in [`Number::path`](detente_model::Number::path); `points[1][1]` is
//!   where it lies. Removing or inserting `points[1]` takes the whole point.
//! - Options in numbers are known by the number, however the key writes it: `30` finds `30.0`.
//! - `[]`, in an insertion, is the place behind the last member: `claims[]`.
//!
//! ```
//! use detente_case::edit::{self, Edit, EditFault};
//! use detente_case::template;
//!
//! let edited = edit::set(template(), "positions.upland.no_deal", "[0.3, 0.5]").unwrap();
//! assert!(edited.text.contains("no_deal = [0.3, 0.5]"));
//!
//! // Several at once: an order of importance for weights.
//! let order = r#"["release", ["payment", "monitoring"], "term"]"#;
//! let edits =
//!     [Edit::remove("positions.upland.weights"), Edit::insert("positions.upland.importance", order)];
//! assert!(edit::apply(template(), &edits).unwrap().text.contains(order));
//! // One of them alone would make no sound case, and nothing is changed.
//! assert!(matches!(edit::apply(template(), &edits[..1]), Err(EditFault::Unsound(_))));
//!
//! let fault = edit::set(template(), "positions.upland.no_dael", "0.4").unwrap_err();
//! assert_eq!(fault.faults()[0].help.as_deref(), Some("did you mean `positions.upland.no_deal`?"));
//! ```

mod across;
mod difference;
pub(crate) mod inline;
pub(crate) mod insert;
pub(crate) mod kind;
pub(crate) mod layout;
mod list;
mod over;
mod overlaid;
pub(crate) mod path;
pub(crate) mod remove;
mod rename;
mod rests;
mod setting;
pub(crate) mod sketch;
mod strike;
mod value;

use toml::de::DeTable;

pub use self::across::{ChangedSheets, EditedAcross, apply_across};
pub use self::difference::{Difference, Variant, differences, variants};
use self::insert::{New, insert, wrapped};
use self::layout::{How, Layout};
pub use self::list::{EditPlace, What, paths};
pub use self::over::Over;
pub use self::overlaid::{Alternative, Overlaid, overlaid};
use self::path::{Astray, Paths};
pub use self::rests::{Ground, Resting, RestingClaim, RestingFigure, in_case as resting_in, rests_on};
pub use self::setting::{ReadingWith, Setting, parse_with, parse_with_in, read_with};
pub use self::strike::{Struck, strike_claim, strike_source};
use crate::code::Code;
use crate::fault::{Fault, Faults, Report};
use crate::format::Kind;
use crate::read::{CASE_FILE, Reading, parse};
use crate::syntax;
use crate::text::{Span, Text, quoted};

/// The most edits that are made at once.
pub const MOST_EDITS: usize = 1_000;

/// One change. What it does to the text is said at the functions that make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    path: String,
    change: Change,
}

/// What an edit does, by the function that makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// [`Edit::set`].
    Set,
    /// [`Edit::insert`].
    Insert,
    /// [`Edit::put`].
    Put,
    /// [`Edit::remove`].
    Remove,
    /// [`Edit::rename`].
    Rename,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Set(String),
    Insert(String),
    Put(String),
    Remove,
    Rename(String),
}

impl Edit {
    /// Puts a value in the place of the one at a path. The value is TOML on one line: `0.4`, `[0.3, 0.5]`, `"issue:term"`,
    /// `2024-02-14`, `{ pay = 4 }`; [`write::Value`](crate::write::Value) makes one of anything.
    pub fn set(path: impl Into<String>, value: impl Into<String>) -> Self {
        Self { path: path.into(), change: Change::Set(value.into()) }
    }

    /// Adds a key, or a member of a list, that is not there. `claims[]` adds a claim behind the last, `claims[2]` one that
    /// will be the second; a whole table is written in braces and gets a heading where its fellows have headings. Tables
    /// that the path goes through and that are not there are made.
    pub fn insert(path: impl Into<String>, value: impl Into<String>) -> Self {
        Self { path: path.into(), change: Change::Insert(value.into()) }
    }

    /// Sets a value if there is one at the path, and inserts it if there is none.
    pub fn put(path: impl Into<String>, value: impl Into<String>) -> Self {
        Self { path: path.into(), change: Change::Put(value.into()) }
    }

    /// Takes out a key with its value, a table, or a member of a list. What stands on lines of its own goes with the
    /// comment behind it and the comment lines directly above.
    pub fn remove(path: impl Into<String>) -> Self {
        Self { path: path.into(), change: Change::Remove }
    }

    /// What is done.
    pub fn action(&self) -> Action {
        match self.change {
            Change::Set(_) => Action::Set,
            Change::Insert(_) => Action::Insert,
            Change::Put(_) => Action::Put,
            Change::Remove => Action::Remove,
            Change::Rename(_) => Action::Rename,
        }
    }

    /// Where.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value that comes, as TOML on one line; `None` where something is only taken out.
    pub fn value(&self) -> Option<&str> {
        match &self.change {
            Change::Set(value) | Change::Insert(value) | Change::Put(value) | Change::Rename(value) => {
                Some(value)
            }
            Change::Remove => None,
        }
    }

    /// Gives an option of an issue another text or number, wherever the case names it: `issues.release.options[2]`, or
    /// `issues.release.options.three stages`. The option is TOML: `"four stages"`, `45`.
    pub fn rename(path: impl Into<String>, option: impl Into<String>) -> Self {
        Self { path: path.into(), change: Change::Rename(option.into()) }
    }
}

/// A case with changes in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The text.
    pub text: String,
    /// What was done to the text, in order; each splice is in the text that those before it left.
    pub splices: Vec<Splice>,
    /// The case that the text is.
    pub reading: Reading,
}

/// A stretch of text and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// What goes; empty where something is only added.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Splice {
    fn new(start: usize, end: usize, text: &str) -> Self {
        Self { span: Span::new(start, end), text: text.to_owned() }
    }
}

/// Why nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditFault {
    /// The text is not sound TOML as it stands, so that no path leads anywhere.
    #[error("no path leads anywhere: {0}")]
    Broken(Report),
    /// An edit cannot be made. Where its fault has a span, that is in the text which the edits before it left.
    #[error("{}", fault.message)]
    Impossible {
        /// Which edit, counted from zero.
        edit: usize,
        /// What is wrong with it.
        fault: Box<Fault>,
    },
    /// What would come out is not a sound case. Places are in the text that would come out.
    #[error("the case would not be sound: {0}")]
    Unsound(Report),
}

impl EditFault {
    /// All faults; at least one.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Broken(report) | Self::Unsound(report) => report.faults(),
            Self::Impossible { fault, .. } => std::slice::from_ref(&**fault),
        }
    }
}

/// Sets one value: [`Edit::set`].
///
/// # Errors
/// Why nothing was changed.
pub fn set(text: &str, path: &str, value: &str) -> Result<Edited, EditFault> {
    apply(text, &[Edit::set(path, value)])
}

/// Adds one value: [`Edit::insert`].
///
/// # Errors
/// Why nothing was changed.
pub fn insert_at(text: &str, path: &str, value: &str) -> Result<Edited, EditFault> {
    apply(text, &[Edit::insert(path, value)])
}

/// Takes one thing out: [`Edit::remove`].
///
/// # Errors
/// Why nothing was changed.
pub fn remove(text: &str, path: &str) -> Result<Edited, EditFault> {
    apply(text, &[Edit::remove(path)])
}

/// Makes edits one after the other, all of them or none.
///
/// # Errors
/// Why nothing was changed: the text is broken, an edit is impossible, or the case would not be sound.
pub fn apply(text: &str, edits: &[Edit]) -> Result<Edited, EditFault> {
    let (text, splices) = rewrite(text, edits)?;
    match parse(CASE_FILE, &text) {
        Ok(reading) => Ok(Edited { text, splices, reading }),
        Err(report) => Err(EditFault::Unsound(report)),
    }
}

/// The text that edits lead to, without asking whether it is a sound case: for a file that has faults before and after, as
/// while somebody mends it. It is sound TOML.
///
/// # Errors
/// The text is broken, or an edit is impossible.
pub fn rewrite(text: &str, edits: &[Edit]) -> Result<(String, Vec<Splice>), EditFault> {
    let mut now = text.to_owned();
    let mut done = Vec::new();
    if edits.len() > MOST_EDITS {
        let message =
            format!("there are {} edits, more than the {MOST_EDITS} that are made at once", edits.len());
        let fault = Fault::of_file(Code::TooMany, message).help("make them in several turns");
        return Err(EditFault::Impossible { edit: MOST_EDITS, fault: Box::new(fault) });
    }
    sound(&now).map_err(EditFault::Broken)?;
    for (i, edit) in edits.iter().enumerate() {
        let impossible = |fault: Fault, text: &str| EditFault::Impossible {
            edit: i,
            fault: Box::new(placed(fault, text)),
        };
        let splices = match Layout::of(&now) {
            Some(layout) => one(&layout, edit),
            None => Err(Box::new(
                Fault::of_file(Code::NotUnderstood, "the text could not be laid out")
                    .help("this is a fault of the reader: please report it with the file"),
            )),
        };
        let splices = from_the_end(splices.map_err(|fault| impossible(*fault, &now))?);
        let mut next = now.clone();
        for splice in &splices {
            next.replace_range(splice.span.start..splice.span.end, &splice.text);
        }
        if let Err(report) = sound(&next) {
            let said = report.faults().first().map(|fault| fault.message.clone()).unwrap_or_default();
            let message = format!("{} cannot be written there: {said}", quoted(&edit.path));
            let fault =
                Fault::of_file(Code::NotAValue, message).help("write the value as the file would have it");
            return Err(impossible(fault, &now));
        }
        done.extend(splices);
        now = next;
    }
    Ok((now, done))
}

/// Pieces of one text in the order in which each leaves the others where they are; what goes may touch or overlap.
pub(crate) fn from_the_end(mut splices: Vec<Splice>) -> Vec<Splice> {
    splices.sort_by_key(|splice| (splice.span.start, splice.span.end));
    let mut apart: Vec<Splice> = Vec::with_capacity(splices.len());
    for splice in splices {
        match apart.last_mut() {
            Some(last) if splice.span.start < last.span.end => {
                last.span.end = last.span.end.max(splice.span.end);
                last.text.push_str(&splice.text);
            }
            _ => apart.push(splice),
        }
    }
    apart.reverse();
    apart
}

/// Whether a text is TOML, and not too long; a report of what is wrong with it.
pub(crate) fn sound(content: &str) -> Result<(), Report> {
    let text = Text::new(CASE_FILE, content);
    let mut faults = Faults::default();
    if content.len() as u64 > crate::read::LARGEST {
        faults.push(
            Fault::of_file(
                Code::TooLarge,
                format!("the case has {} bytes, more than the 8 MB that are read", content.len()),
            )
            .help("a case is written by hand and takes some kilobytes"),
        );
    } else if let Some(fault) = syntax::hopeless(&text) {
        faults.push(fault);
    } else {
        let (document, errors) = DeTable::parse_recoverable(content);
        syntax::report(&text, &document, &errors, &mut faults);
    }
    if faults.any_error() { Err(faults.into_report(text)) } else { Ok(()) }
}

/// A fault with its line and column.
fn placed(fault: Fault, text: &str) -> Fault {
    let mut faults = Faults::default();
    let plain = fault.clone();
    faults.push(fault);
    faults.into_report(Text::new(CASE_FILE, text)).faults().first().cloned().unwrap_or(plain)
}

/// The pieces of text that one edit replaces, none over another.
fn one(layout: &Layout<'_>, edit: &Edit) -> Result<Vec<Splice>, Box<Fault>> {
    let path = edit.path.trim();
    match &edit.change {
        Change::Set(value) => set_at(layout, path, value::checked(value)?),
        Change::Insert(value) => add_at(layout, path, value::checked(value)?),
        Change::Put(value) => {
            let value = value::checked(value)?;
            if layout.find(path).is_ok() { set_at(layout, path, value) } else { add_at(layout, path, value) }
        }
        Change::Remove => match layout.find(path) {
            Ok(found) => Ok(remove::remove(layout, found.id)),
            Err(astray) => Err(unknown(layout, path, astray)),
        },
        Change::Rename(option) => {
            let found = layout.find(path).map_err(|astray| unknown(layout, path, astray))?;
            rename::rename(layout, found.id, value::checked(option)?)
        }
    }
}

fn set_at(layout: &Layout<'_>, path: &str, value: &str) -> Result<Vec<Splice>, Box<Fault>> {
    let found = layout.find(path).map_err(|astray| unknown(layout, path, astray))?;
    if let Some(span) = layout.value(found.value) {
        return Ok(vec![Splice { span, text: value.to_owned() }]);
    }
    let what = match layout.node(found.value).how {
        How::Sections => "a list of tables under headings",
        How::Dotted => "a table of dotted keys",
        _ => "a table under a heading",
    };
    let mut fault = Fault::of_file(
        Code::WholeTable,
        format!("{} is {what}, which no value can stand in for", quoted(path)),
    );
    fault.span = layout.shown(found.value);
    let help = "set what is in it, key by key; or remove it, and insert the new one";
    Err(Box::new(fault.label("stands here").help(help)))
}

fn add_at(layout: &Layout<'_>, path: &str, value: &str) -> Result<Vec<Splice>, Box<Fault>> {
    // A place in a list that is there: what stands there now moves on.
    if let Some((list, place)) = path.strip_suffix(']').and_then(|path| path.rsplit_once('['))
        && let Ok(place) = if place.is_empty() { Ok(0) } else { place.parse() }
        && (place > 0 || path.ends_with("[]"))
        && let Ok(found) = layout.find(list)
        && matches!(layout.node(found.id).how, How::List(_) | How::Sections)
    {
        return insert(layout, found.id, New::Member(place), value);
    }
    let astray = match layout.find(path) {
        Err(astray) => astray,
        Ok(found) => {
            let mut fault = Fault::of_file(Code::AlreadyThere, format!("{} is there already", quoted(path)));
            fault.span = layout.shown(found.id);
            return Err(Box::new(fault.label("stands here").help("set it instead")));
        }
    };
    let kind = layout.kind(astray.at);
    let Some((key, rest)) = path::new_key(kind, astray.rest) else {
        return Err(unknown(layout, path, astray));
    };
    // A list whose members are known by name has no key to add.
    if matches!(layout.node(astray.at).how, How::List(_) | How::Sections) {
        let here = Paths::of(layout).path(layout, astray.at);
        let fault = unknown(layout, path, astray);
        let help = format!("to add to the list, insert at {}", quoted(&format!("{here}[]")));
        return Err(Box::new(fault.help(help)));
    }
    let under: Option<&'static Kind> = kind.and_then(|kind| kind::under(kind, &key));
    // The first of a list of tables.
    if matches!(rest, "[]" | "[1]") && matches!(under.and_then(kind::member), Some(Kind::Table(_))) {
        return insert(layout, astray.at, New::List(&key), value);
    }
    match wrapped(under, rest, value) {
        Some(value) => insert(layout, astray.at, New::Key(&key), &value),
        None => Err(unknown(layout, path, astray)),
    }
}

/// A path that leads nowhere.
fn unknown(layout: &Layout<'_>, path: &str, astray: Astray<'_>) -> Box<Fault> {
    if path.is_empty() {
        let fault = Fault::of_file(Code::UnknownPath, "the path is empty");
        return Box::new(fault.help(path::WHAT_A_PATH_IS));
    }
    let mut fault = Fault::of_file(Code::UnknownPath, format!("{} leads nowhere", quoted(path)));
    if astray.at != layout::ROOT {
        fault.span = layout.shown(astray.at);
        fault = fault.label("leads as far as this");
    }
    Box::new(fault.help(layout.hint(astray, &Paths::of(layout))))
}
