//! Two versions of a case that go back to one, put together judgement by judgement.
//!
//! A judgement is what stands at a path: a number however it is written, a text, an order, a list of options. What one side alone changed
//! is taken, and so is what both changed alike. Where they part ways the judgement of the common origin stays, so that neither side
//! is favoured by the order in which the files are named; the place is a [`Conflict`], with what either side says and on what ground, and a
//! [`Take`] settles it. Citations are put together one by one, and lists of tables without ids by what their members say.
//!
//! The text is that of both, line by line, with their order, layout and comments; it holds no mark of any conflict. Comments that could
//! not be kept are told.
//!
//! ```
//! use detente_case::merge::{Side, Take, merge};
//! use detente_case::template;
//!
//! let base = template();
//! let mine = base.replace("no_deal = [0.30, 0.45]", "no_deal = 0.5");
//! let theirs = base.replace("no_deal = [0.2, 0.4]", "no_deal = 0.3");
//! let merged = merge(base, &mine, &theirs, &[]).unwrap();
//! assert!(merged.conflicts.is_empty());
//! assert!(merged.text.contains("no_deal = 0.5") && merged.text.contains("no_deal = 0.3"));
//!
//! let other = base.replace("no_deal = [0.30, 0.45]", "no_deal = 0.2");
//! let merged = merge(base, &mine, &other, &[]).unwrap();
//! assert_eq!(merged.conflicts[0].path, "positions.upland.no_deal");
//! assert_eq!(merged.text, base);
//! let take = Take::parse("positions.upland.no_deal=theirs").unwrap();
//! assert_eq!(merge(base, &mine, &other, &[take]).unwrap().text, other);
//! ```

mod align;
mod ground;
mod lines;
mod said;
mod weave;

use std::collections::BTreeMap;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use self::ground::ground;
pub use self::ground::{Ground, GroundCited};
use self::said::Said;
use self::weave::{Moved, Parted, Weaver};
use crate::edit::layout::Layout;
use crate::edit::{Difference, Edit, EditFault, MOST_EDITS, differences, rewrite, sound};
use crate::fault::Report;
use crate::text::quoted;

/// One of two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Whoever merges.
    Mine,
    /// The other.
    Theirs,
}

/// Which side is taken at a path and below it, whatever the other says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// The path; empty for the whole case.
    pub path: String,
    /// The side.
    pub side: Side,
}

impl Take {
    /// Reads `PATH=mine`, `PATH=theirs`, or a side alone for all that is not said otherwise.
    ///
    /// # Errors
    /// What to write instead, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (path, side) = text.rsplit_once('=').unwrap_or(("", text));
        let side = match side.trim() {
            "mine" => Side::Mine,
            "theirs" => Side::Theirs,
            _ => {
                return Err(format!(
                    "{} takes no side: write `mine` or `theirs` for all, or a path before it, as in \
                     `positions.port.no_deal=theirs`",
                    quoted(text)
                ));
            }
        };
        Ok(Self { path: path.trim().to_owned(), side })
    }
}

/// A place at which the two sides departed from their origin in different ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The path.
    pub path: String,
    /// What the origin says, as a value on one line; `None` where it says nothing.
    pub base: Option<String>,
    /// What one side says.
    pub mine: Option<String>,
    /// What the other says.
    pub theirs: Option<String>,
    /// On what the one rests.
    pub mine_ground: Ground,
    /// On what the other rests.
    pub theirs_ground: Ground,
    /// The side that was taken; `None` where the origin's judgement stays.
    pub taken: Option<Side>,
}

/// A judgement of the result that is not that of the origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedChange {
    /// The path.
    pub path: String,
    /// What the origin says.
    pub before: Option<String>,
    /// What the result says.
    pub after: Option<String>,
    /// Whose it is; `None` if both made it.
    pub by: Option<Side>,
}

/// A comment that one side wrote and the result does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostComment {
    /// Whose.
    pub of: Side,
    /// The comment, with its `#`.
    pub text: String,
}

/// Two versions put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text. It is TOML; whether it is a sound case is for [`parse`](crate::parse()) to say.
    pub text: String,
    /// What was changed, in the order of the file.
    pub changes: Vec<MergedChange>,
    /// Where the two sides part ways, those that were settled by a [`Take`] among them.
    pub conflicts: Vec<Conflict>,
    /// Comments that could not be kept.
    pub lost: Vec<LostComment>,
}

impl Merged {
    /// The conflicts in which neither side was taken.
    pub fn open(&self) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter(|conflict| conflict.taken.is_none())
    }
}

/// Why two versions cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MergeFault {
    /// One of the three texts is not TOML.
    #[error("{which} cannot be read: {report}")]
    Broken {
        /// Which: `the base`, `mine` or `theirs`.
        which: &'static str,
        /// What is wrong with it.
        report: Box<Report>,
    },
    /// A side is taken at a path at which nothing is to be decided.
    #[error("nothing differs at {}, so that no side can be taken there", quoted(path))]
    NothingToTake {
        /// The path.
        path: String,
    },
    /// What was woven could not be written.
    #[error(
        "what both say together could not be written into one text{}",
        .0.as_ref().map(|fault| format!(": {fault}")).unwrap_or_default()
    )]
    NotWritten(Option<Box<EditFault>>),
}

/// Puts two versions of a text together that go back to one.
///
/// # Errors
/// One of the texts is not TOML, or a side is taken where nothing differs.
pub fn merge(base: &str, mine: &str, theirs: &str, takes: &[Take]) -> Result<Merged, MergeFault> {
    for (which, text) in [("the base", base), ("mine", mine), ("theirs", theirs)] {
        sound(text).map_err(|report| MergeFault::Broken { which, report: Box::new(report) })?;
    }
    let (Some(first), Some(my), Some(their)) = (Layout::of(base), Layout::of(mine), Layout::of(theirs))
    else {
        return Ok(Merged {
            text: base.to_owned(),
            changes: Vec::new(),
            conflicts: Vec::new(),
            lost: Vec::new(),
        });
    };
    let [origin, me, them] = [&first, &my, &their].map(|layout| Said::of(layout));
    let mut weaver = Weaver::new(takes);
    let woven = weaver.weave_whole(&origin, &me, &them);
    let unused =
        takes.iter().enumerate().find(|(at, take)| !take.path.is_empty() && !weaver.used.contains(at));
    if let Some((_, take)) = unused {
        return Err(MergeFault::NothingToTake { path: take.path.clone() });
    }
    let text = written(&woven, base, mine, theirs)?;
    let lost = lost(base, &text, [(Side::Mine, mine), (Side::Theirs, theirs)]);
    let conflict = |parted: Parted| {
        let Parted { path, base, mine, theirs, taken } = parted;
        let of = |layout: &Layout<'_>, said: &Option<Said>| {
            said.as_ref().map(|said| ground(layout, &said.path)).unwrap_or_default()
        };
        Conflict {
            mine_ground: of(&my, &mine),
            theirs_ground: of(&their, &theirs),
            base: base.map(|said| said.shown),
            mine: mine.map(|said| said.shown),
            theirs: theirs.map(|said| said.shown),
            path,
            taken,
        }
    };
    let change = |moved: Moved| {
        let Moved { path, base, now, by } = moved;
        MergedChange { path, before: base, after: now, by }
    };
    Ok(Merged {
        text,
        changes: weaver.moved.into_iter().map(change).collect(),
        conflicts: weaver.parted.into_iter().map(conflict).collect(),
        lost,
    })
}

impl Weaver<'_> {
    fn weave_whole(&mut self, base: &Said, mine: &Said, theirs: &Said) -> Said {
        let woven = self.weave(Some(base), Some(mine), Some(theirs));
        woven.unwrap_or_else(|| Said::table(base, Vec::new(), false))
    }
}

/// The most turns in which a text is brought to say what it should.
const MOST_TURNS: usize = 8;

/// The text of both that says what was woven.
fn written(woven: &Said, base: &str, mine: &str, theirs: &str) -> Result<String, MergeFault> {
    let says_it = |text: &str| Layout::of(text).is_some_and(|layout| Said::of(&layout) == *woven);
    let both = lines::together(base, mine, theirs);
    let document = woven.document();
    let mut refused = None;
    for start in [both.as_str(), mine, theirs, base] {
        if sound(start).is_err() {
            continue;
        }
        let mut text = start.to_owned();
        for _ in 0..MOST_TURNS {
            if says_it(&text) {
                return Ok(text);
            }
            match towards(&text, &document) {
                Ok(next) if next != text => text = next,
                Ok(_) => break,
                Err(fault) => {
                    refused = Some(fault);
                    break;
                }
            }
        }
    }
    // Nobody's layout, but what both say.
    if says_it(&document) {
        return Ok(document);
    }
    Err(MergeFault::NotWritten(refused.map(Box::new)))
}

/// A text one turn closer to what another says: what is too much goes from the end, so that the places of the others stay.
fn towards(text: &str, wanted: &str) -> Result<String, EditFault> {
    let found = differences(text, wanted)?;
    let (mut gone, mut made): (Vec<&Difference>, Vec<&Difference>) =
        found.iter().partition(|difference| difference.after.is_none());
    gone.reverse();
    gone.append(&mut made);
    let mut text = text.to_owned();
    for difference in gone.into_iter().take(MOST_EDITS) {
        let made = difference.made();
        // A table under headings is replaced whole.
        text = match rewrite(&text, std::slice::from_ref(&made)) {
            Ok((text, _)) => text,
            Err(fault) => {
                let Some(value) = made.value() else { return Err(fault) };
                let anew = [Edit::remove(made.path()), Edit::insert(made.path(), value)];
                rewrite(&text, &anew).map_err(|_| fault)?.0
            }
        };
    }
    Ok(text)
}

/// The comments of both sides that are in neither the origin nor the result.
fn lost(base: &str, result: &str, sides: [(Side, &str); 2]) -> Vec<LostComment> {
    let (before, after) = (comments(base), comments(result));
    let mut lost = Vec::new();
    for (of, text) in sides {
        for (comment, count) in comments(text) {
            let in_base = before.get(&comment).copied().unwrap_or(0);
            let kept = after.get(&comment).copied().unwrap_or(0);
            if count > in_base && kept < count {
                lost.push(LostComment { of, text: comment });
            }
        }
    }
    lost
}

/// Every comment of a text, and how often it stands there.
fn comments(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for token in Source::new(text).lex() {
        if token.kind() == TokenKind::Comment {
            let span = token.span();
            let comment = text.get(span.start()..span.end()).unwrap_or("").trim_end();
            *found.entry(comment.to_owned()).or_insert(0) += 1;
        }
    }
    found
}
