//! Answers as types. What a verb prints as JSON is one of these types, written by serde; the JSON Schema, the reference `docs/json.md`
//! and the TypeScript types are generated from them (feature `contract`, which only the tests turn on).
//!
//! One file a section. Each answer is made of what was composed (`DealsAnswer::of(&deals, …)`) and is plain data of its own:
//!
//! - Parties, issues, lots and propositions go by the ids or names of the case; objects keyed by them keep its order.
//! - Every list of values over parties follows `parties`.
//! - A key that may be missing says so; what is there and not known is null.
//! - Counts that may be beyond 2⁵³ are strings of digits.
//! - Keys stay as they are; more may be added.

/// The JSON Schema of all answers, as `detente schema --answers` prints it. Its root is any of them; each has a definition under its name.
pub const SCHEMA: &str = include_str!("../../../../schema/answers.schema.json");

mod body;
mod brief;
mod check;
mod collective;
pub mod columns;
mod compare;
mod deals;
mod durability;
mod exchange;
mod extract;
mod figures;
mod findings;
mod judged;
mod marks;
mod merge;
mod one_text;
mod outlook;
mod overlay;
mod package;
mod settle;
mod settlement;
mod stability;
mod sweep;
pub mod tables;
mod talks;
mod three_tests;
mod tournament;
mod watch;

pub use body::*;
pub use brief::{BriefAnswer, CaseNamed, FiguresByGround, FilesAbsent, ValueSet};
pub use check::{
    CaseContents, CaseFault, CaseStretch, CheckAnswer, CheckedCase, CheckedText, EngineRefusal,
    FaultSeverity, RelatedPlace,
};
pub use collective::*;
pub use compare::*;
pub use deals::*;
pub use durability::*;
pub use exchange::*;
pub use extract::*;
pub use figures::{ByName, Interval, Probability, Spread, SpreadKnown};
pub use findings::*;
pub use judged::*;
pub use marks::{MarkKind, MarkTold, MarksAnswer};
pub use merge::*;
pub use one_text::*;
pub use outlook::*;
pub use overlay::*;
pub use package::{OptionValue, PackageOptions};
pub use settle::*;
pub use settlement::*;
pub use stability::*;
pub use sweep::*;
pub use talks::*;
pub use three_tests::*;
pub use tournament::*;
pub use watch::*;
