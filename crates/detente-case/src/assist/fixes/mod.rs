//! Quick fixes: what mends a fault without anybody having to know the format.
//!
//! For each kind of fault there are ways that may mend it, made from the declaration of the format and from what the text names. Each
//! is tried on a copy of the text, and only those are offered after which this fault is gone and the text has no new flaw of TOML: so
//! that a fix cannot promise what it does not do. None makes up a figure: where a number is needed that nobody has stated, it is the
//! range of all that it could be, or one that the title shows.

mod at;
mod figures;
mod keys;
mod names;
mod parts;
mod syntax;

use std::collections::BTreeMap;

use self::at::Mender;
use crate::code::Code;
use crate::edit::layout::Layout;
use crate::fault::{Fault, Report};
use crate::read::{CASE_FILE, parse};
use crate::text::Span;

/// As many fixes are offered for one fault.
const MOST_FIXES: usize = 6;
/// In a text of more bytes than this the first fix that mends is enough: trying each takes a reading of all of it.
const LONG: usize = 500_000;
/// In such a text no more are tried.
const MOST_TRIED_WHEN_LONG: usize = 3;

/// A way to mend a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a person would ask for it.
    pub title: String,
    /// Stretches of the text and what stands there instead, in the order of the text and apart from one another.
    pub edits: Vec<(Span, String)>,
}

impl Fix {
    /// The text with the fix in it.
    pub fn applied(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (span, new) in self.edits.iter().rev() {
            if text.is_char_boundary(span.start) && text.is_char_boundary(span.end) {
                text.replace_range(span.start..span.end, new);
            }
        }
        text
    }
}

/// The ways to mend a fault that the reader has found in a text; the one that leaves the fewest other faults first, at most six. Each
/// has been tried: with it the fault is gone, and no flaw of TOML has come. Empty where mending takes knowledge of the matter.
///
/// ```
/// use detente_case::{assist::fixes, parse, template};
///
/// let text = template().replace("no_deal = 0.3\n", "no_deal = 30\n");
/// let report = parse("case.toml", &text).unwrap_err();
/// let fixes = fixes(&text, &report.faults()[0]);
/// assert_eq!(fixes[0].title, "write `0.3`");
/// assert!(parse("case.toml", &fixes[0].applied(&text)).unwrap().report.is_clean());
/// ```
pub fn fixes(text: &str, fault: &Fault) -> Vec<Fix> {
    let layout = Layout::sketch(text).layout;
    let candidates = Mender::new(&layout, fault).candidates();
    if candidates.is_empty() {
        return Vec::new();
    }
    let before = Census::of(text);
    let long = text.len() > LONG;
    let most = if long { MOST_TRIED_WHEN_LONG } else { candidates.len() };
    let mut sound: Vec<(usize, Fix)> = Vec::new();
    for fix in candidates.into_iter().take(most) {
        let after = Census::of(&fix.applied(text));
        if before.is_mended(&after, fault) && sound.iter().all(|(_, other)| other.edits != fix.edits) {
            sound.push((after.errors, fix));
            if long {
                break;
            }
        }
    }
    sound.sort_by_key(|(errors, _)| *errors);
    sound.into_iter().map(|(_, fix)| fix).take(MOST_FIXES).collect()
}

/// The faults of a text, counted.
struct Census {
    faults: BTreeMap<(Code, String), usize>,
    errors: usize,
    all: usize,
    flaws: usize,
}

impl Census {
    fn of(text: &str) -> Self {
        let report: Report = match parse(CASE_FILE, text) {
            Ok(reading) => reading.report,
            Err(report) => report,
        };
        let mut faults = BTreeMap::new();
        for fault in report.faults() {
            *faults.entry((fault.code, fault.message.clone())).or_insert(0) += 1;
        }
        let is_flaw = |fault: &&Fault| {
            matches!(fault.code, Code::Syntax | Code::DuplicateKey | Code::TooDeep | Code::EmptyFile)
        };
        let flaws = report.faults().iter().filter(is_flaw).count();
        Self { faults, errors: report.errors(), all: report.errors() + report.warnings(), flaws }
    }

    /// Whether a fault is gone, and no flaw of TOML has come.
    fn is_mended(&self, after: &Self, fault: &Fault) -> bool {
        let count =
            |census: &Self| census.faults.get(&(fault.code, fault.message.clone())).copied().unwrap_or(0);
        // Where only the first thousand are kept, one that is gone may make room for its like.
        let fewer = count(after) < count(self) || count(self) == 0 && after.all < self.all;
        fewer && after.flaws <= self.flaws
    }
}
