//! What the browser and the server say to each other, as types. The TypeScript in `app/types/protocol.ts` is generated from them.
//!
//! Places in a text are counted in UTF-16 code units, as the browser counts them.

mod assist;
mod begin;
mod conflict;
mod day_after;
mod edits;
mod evidence;
mod extract;
mod files;
mod forms;
mod hands;
mod intake;
mod ledger;
mod look;
mod one_text;
mod packages;
mod page;
mod variants;

pub use assist::*;
pub use begin::*;
pub use conflict::*;
pub use day_after::*;
pub use edits::*;
pub use evidence::*;
pub use extract::*;
pub use files::*;
pub use forms::*;
pub use hands::*;
pub use intake::*;
pub use ledger::*;
pub use look::*;
pub use one_text::*;
pub use packages::*;
pub use page::*;
pub use variants::*;

use detente_case::{Fault, Severity, assist as mending};
use serde::Serialize;

use crate::limits;
use crate::units::Units;

/// Why a request is not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Refusal {
    /// Of which kind: one word for programs.
    pub code: String,
    /// Why, in a sentence.
    pub message: String,
    /// What to do about it; null if there is nothing to say.
    pub hint: Option<String>,
    /// The faults of the text that was sent, where it has some.
    pub faults: Vec<FaultFound>,
}

/// A stretch of a text, in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Stretch {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// A stretch of a text and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextChange {
    /// Where what goes begins.
    pub from: usize,
    /// Where it ends; the same where something is only added.
    pub to: usize,
    /// What comes.
    pub insert: String,
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum HowBad {
    /// The case cannot be used before it is mended.
    Error,
    /// The case can be used; something in it is probably not what was meant.
    Warning,
}

/// One thing that is wrong, or probably not meant, in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FaultFound {
    /// Of which kind it is.
    pub code: String,
    /// How bad it is.
    pub severity: HowBad,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where; null for a fault of the case as a whole.
    pub at: Option<Stretch>,
    /// The line, counted from 1; null as `at` is.
    pub line: Option<usize>,
    /// A few words for that place; null if there are none.
    pub label: Option<String>,
    /// What to do about it; null if there is nothing to say.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<RelatedFound>,
    /// Changes of the text that would mend it.
    pub fixes: Vec<Fix>,
}

/// Another place that has to do with a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RelatedFound {
    /// Where.
    pub at: Stretch,
    /// What is there, in a few words.
    pub label: String,
}

/// A change of the text that would mend a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Fix {
    /// What it does, in a few words.
    pub title: String,
    /// The changes, all of them in the text that was sent.
    pub changes: Vec<TextChange>,
}

impl Fix {
    fn of(fix: mending::Fix, units: &Units<'_>) -> Self {
        let change = |(span, insert): (detente_case::Span, String)| {
            let Stretch { from, to } = units.stretch(span);
            TextChange { from, to, insert }
        };
        Self { title: fix.title, changes: fix.edits.into_iter().map(change).collect() }
    }
}

impl FaultFound {
    /// The faults of a text.
    pub(crate) fn all(faults: &[Fault], text: &str) -> Vec<Self> {
        let units = Units::of(text);
        let told = faults.iter().enumerate().map(|(i, fault)| {
            // What stands in a file that the text includes is not before anybody: it is told in words.
            if let (Some(file), line) = (&fault.file, fault.line.unwrap_or(1)) {
                let message = format!("in `{file}`, line {line}: {}", fault.message);
                let told = Self::of(fault, &Units::of(""));
                return Self { message, at: None, line: None, related: Vec::new(), ..told };
            }
            let here = |(span, _): &&(detente_case::Span, String)| span.end <= text.len();
            let related = fault.related.iter().filter(here).cloned().collect();
            let fault = &Fault { related, ..fault.clone() };
            let fixes = if i < limits::MENDED { mending::fixes(text, fault) } else { Vec::new() };
            Self {
                fixes: fixes.into_iter().map(|fix| Fix::of(fix, &units)).collect(),
                ..Self::of(fault, &units)
            }
        });
        told.collect()
    }

    /// The faults of a text that nobody has before them: without places.
    pub(crate) fn of_another_text(faults: &[Fault]) -> Vec<Self> {
        let placeless =
            |fault| Self { at: None, line: None, related: Vec::new(), ..Self::of(fault, &Units::of("")) };
        faults.iter().map(placeless).collect()
    }

    fn of(fault: &Fault, units: &Units<'_>) -> Self {
        let related = |(span, label): &(detente_case::Span, String)| RelatedFound {
            at: units.stretch(*span),
            label: label.clone(),
        };
        Self {
            code: fault.code.as_str().to_owned(),
            severity: match fault.code.severity() {
                Severity::Error => HowBad::Error,
                Severity::Warning => HowBad::Warning,
            },
            message: fault.message.clone(),
            at: fault.span.map(|span| units.stretch(span)),
            line: fault.line,
            label: fault.label.clone(),
            help: fault.help.clone(),
            related: fault.related.iter().map(related).collect(),
            fixes: Vec::new(),
        }
    }

    /// A fault of the case as a whole, which an engine found, with the line of the table that it is about.
    pub(crate) fn of_engine(message: String, line: Option<usize>) -> Self {
        Self {
            code: "detente::engine".to_owned(),
            severity: HowBad::Error,
            message,
            at: None,
            line,
            label: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }
}
