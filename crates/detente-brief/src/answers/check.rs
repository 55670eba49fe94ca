//! `check`: what is wrong with case files, and what is in those that are sound.
//!
//! Faults are found by whoever reads the files, which this crate does not; it holds what is said of them.

use std::ops::Range;

use detente_deals::BigUint;
use detente_model::Case;
use serde::Serialize;

use super::{CaseNamed, FiguresByGround};
use crate::brief::Grounds;
use crate::compose::trial_run::Refusal;

/// What `detente check CASE… --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CheckAnswer {
    /// The cases, in the order in which they were named; those of a folder by name.
    pub cases: Vec<CheckedCase>,
}

impl CheckAnswer {
    /// Whether no case and no text of one has an error, and no engine refuses one.
    pub fn is_sound(&self) -> bool {
        self.cases
            .iter()
            .all(|case| case.contents.is_some() && case.text.iter().all(|version| version.errors == 0))
    }
}

/// What is wrong with one case file, and what is in it if it is sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CheckedCase {
    /// The path of the file, as it was named or found.
    pub file: String,
    /// How many errors it has, those that are not listed included.
    pub errors: usize,
    /// How many warnings it has, those that are not listed included.
    pub warnings: usize,
    /// The faults by their place. Of more than a thousand, the first thousand that were found; the first two hundred of them come with hints.
    pub faults: Vec<CaseFault>,
    /// What an engine refuses in a file that reads without error; empty otherwise.
    pub refusals: Vec<EngineRefusal>,
    /// What is in the case; null if it has errors or an engine refuses it.
    pub contents: Option<CaseContents>,
    /// The versions of its text that have faults. Only where one has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<CheckedText>,
}

/// What is wrong with a version of the text of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CheckedText {
    /// The path of its file.
    pub file: String,
    /// How many errors it has, those that are not listed included.
    pub errors: usize,
    /// How many warnings it has, those that are not listed included.
    pub warnings: usize,
    /// The faults by their place, as those of a case.
    pub faults: Vec<CaseFault>,
}

impl CheckedCase {
    /// A file that has errors, or that reads: then `case` with what the engines refuse in it.
    pub fn of(
        file: String,
        (errors, warnings): (usize, usize),
        faults: Vec<CaseFault>,
        read: Option<(&Case, Vec<Refusal>)>,
    ) -> Self {
        let contents =
            read.as_ref().filter(|(_, refused)| refused.is_empty()).map(|(case, _)| CaseContents::of(case));
        let refused = read.map(|(_, refused)| refused).unwrap_or_default();
        Self {
            file,
            errors,
            warnings,
            faults,
            refusals: refused.into_iter().map(EngineRefusal::from).collect(),
            contents,
            text: Vec::new(),
        }
    }
}

/// One thing that is wrong, or probably not meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseFault {
    /// Of which kind it is: `detente::unknown_issue`.
    pub code: String,
    /// How bad it is.
    pub severity: FaultSeverity,
    /// What is wrong, in a sentence.
    pub message: String,
    /// The file in which it is, where that is one that the case includes; left out for the case file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where; null for a fault of the file as a whole.
    pub span: Option<CaseStretch>,
    /// A few words for that place; null if there are none.
    pub label: Option<String>,
    /// What to do about it; null if there is nothing to say.
    pub help: Option<String>,
    /// Other places that have to do with it, for example where an issue is declared.
    pub related: Vec<RelatedPlace>,
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum FaultSeverity {
    /// The case cannot be used before it is mended.
    Error,
    /// The case can be used; something in it is probably not what was meant.
    Warning,
}

/// A stretch of a case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseStretch {
    /// Its first byte, counted from 0.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// The column in characters at which it begins, counted from 1.
    pub column: usize,
}

impl CaseStretch {
    /// The bytes of a stretch, and where it begins.
    pub fn new(bytes: Range<usize>, line: usize, column: usize) -> Self {
        Self { start: bytes.start, end: bytes.end, line, column }
    }
}

/// Another place that has to do with a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RelatedPlace {
    /// The file in which it is, where that is one that the case includes; left out for the case file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where.
    pub span: CaseStretch,
    /// What is there, in a few words.
    pub label: String,
}

/// Something that an engine refuses: figures that are sound one by one and make no sense together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EngineRefusal {
    /// The line on which the table begins that it is about, counted from 1; null if that is not known.
    pub line: Option<usize>,
    /// The table and what is wrong with it, in a sentence.
    pub message: String,
}

impl From<Refusal> for EngineRefusal {
    fn from(refusal: Refusal) -> Self {
        Self { line: refusal.line, message: refusal.sentence }
    }
}

/// What is in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseContents {
    /// The case.
    pub case: CaseNamed,
    /// How many parties must sign.
    pub principals: usize,
    /// How many audiences stand behind them.
    pub audiences: usize,
    /// How many issues are on the table.
    pub issues: usize,
    /// How many packages can be put together, before any is ruled out: digits.
    pub packages: String,
    /// How many propositions there are.
    pub propositions: usize,
    /// How many claims there are.
    pub claims: usize,
    /// How many forecasts there are.
    pub forecasts: usize,
    /// How many moves there are in the conflict.
    pub moves: usize,
    /// Whether there is an exchange.
    pub exchange: bool,
    /// Whether there is anything on durability.
    pub durability: bool,
    /// Whether there is a conflict.
    pub conflict: bool,
    /// What its figures rest on.
    pub figures: FiguresByGround,
}

impl CaseContents {
    fn of(case: &Case) -> Self {
        let packages: BigUint = case.issues.iter().map(|issue| BigUint::from(issue.options.len())).product();
        Self {
            case: CaseNamed::of(case),
            principals: case.principals().count(),
            audiences: case.audiences.len(),
            issues: case.issues.len(),
            packages: packages.to_string(),
            propositions: case.propositions.len(),
            claims: case.claims.len(),
            forecasts: case.forecasts.len(),
            moves: case.moves.len(),
            exchange: case.exchange_of_lots().is_some(),
            durability: case.durability.is_some(),
            conflict: case.conflict.is_some(),
            figures: FiguresByGround::of(&Grounds::of(case)),
        }
    }
}
