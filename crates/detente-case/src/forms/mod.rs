//! A case as forms: what can be changed on the thing itself, each with the path by which it is edited.
//!
//! Forms are read from the text and not from the case that it is, so that a case with faults can be mended in them as well: whatever
//! has a place in the format and is sound TOML is found, everything else is left to the text.
//!
//! ```
//! use detente_case::{forms, template};
//!
//! let found = forms::of(template()).unwrap();
//! let upland = found.positions.iter().find(|position| position.of == "upland").unwrap();
//! assert_eq!(upland.path, "positions.upland");
//! // A path leads to a place whether anything stands there or not.
//! let term = upland.stands.iter().find(|stand| stand.issue == "term").unwrap();
//! assert_eq!(term.at_most_path, "positions.upland.term.at_most");
//! ```

mod gather;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::edit::EditFault;

pub use self::gather::of;

/// Everything in a case that has a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Forms {
    /// Who talks, in the order of the file, as everything below.
    pub parties: Vec<PartyForm>,
    /// Who stands behind them.
    pub audiences: Vec<AudienceForm>,
    /// What is on the table.
    pub issues: Vec<IssueForm>,
    /// What each wants whose position is stated.
    pub positions: Vec<PositionForm>,
    /// What is open.
    pub propositions: Vec<PropositionForm>,
    /// What was said and done.
    pub claims: Vec<ClaimForm>,
    /// What can be cited.
    pub sources: Vec<SourceForm>,
    /// Every other number of the case: of the exchange, of durability, of ratification and so on.
    pub others: Vec<NumberForm>,
    /// A sentence on each key that a form shows, by table and key: `claim.strength`. It says what counts where nothing is stated.
    pub about: BTreeMap<String, String>,
}

/// A number that nobody may know exactly, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct NumberForm {
    /// The path that leads to it.
    pub path: String,
    /// As stated.
    pub stated: String,
    /// The number; its two ends; or low, most likely and high. Empty if it is written in another way, which only the text shows.
    pub parts: Vec<f64>,
    /// The least that the format allows there; null if there is no bound.
    pub least: Option<f64>,
    /// The most that the format allows there; null if there is no bound.
    pub most: Option<f64>,
    /// The line, counted from 1.
    pub line: usize,
}

/// Somebody at the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PartyForm {
    /// Its id.
    pub id: String,
    /// The path that leads to it.
    pub path: String,
    /// Name as shown; its id if none is stated.
    pub name: String,
    /// What it does at the table; empty if that is not stated.
    pub role: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// Somebody behind a party.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AudienceForm {
    /// Its id.
    pub id: String,
    /// The path that leads to it.
    pub path: String,
    /// Name as shown; its id if none is stated.
    pub name: String,
    /// The id of the party behind which it stands; empty if that is not stated.
    pub of: String,
    /// Whether there is no deal without it.
    pub veto: bool,
    /// The line, counted from 1.
    pub line: usize,
}

/// An issue.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct IssueForm {
    /// Its id.
    pub id: String,
    /// The path that leads to it.
    pub path: String,
    /// Name as shown; its id if none is stated.
    pub name: String,
    /// The unit; null if none is stated.
    pub unit: Option<String>,
    /// The possible answers; of a range with steps, each step; of one without, none.
    pub options: Vec<OptionForm>,
    /// Whether the answers are numbers.
    pub numeric: bool,
    /// Whether it has a range instead of options.
    pub ranged: bool,
    /// Where an option is inserted.
    pub options_path: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// An option of an issue.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OptionForm {
    /// What it says.
    pub text: String,
    /// How it is written in TOML.
    pub written: String,
    /// The path that leads to it in the list of options; null if it is a step of a range.
    pub path: Option<String>,
}

/// What somebody wants.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PositionForm {
    /// The id of the party or the audience.
    pub of: String,
    /// The path that leads to it.
    pub path: String,
    /// The worth of no agreement; null if it is not stated, or as options.
    pub no_deal: Option<NumberForm>,
    /// The worth of no agreement as it is written; null if it is not stated.
    pub no_deal_stated: Option<String>,
    /// How much each issue matters, where weights are stated.
    pub weights: Vec<WeightForm>,
    /// The issues by their ids, what matters most first, those in one list alike; null where no order is stated.
    pub importance: Option<Vec<Vec<String>>>,
    /// What it cites; null if nothing is said of it.
    pub cite: Option<Vec<String>>,
    /// A remark.
    pub note: Option<String>,
    /// What it wants on each issue, in the order of the issues; also where it says nothing.
    pub stands: Vec<StandForm>,
    /// The line, counted from 1.
    pub line: usize,
}

/// How much an issue matters.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WeightForm {
    /// The id of the issue.
    pub issue: String,
    /// How much.
    pub weight: NumberForm,
}

/// What somebody wants on one issue.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StandForm {
    /// The id of the issue.
    pub issue: String,
    /// The path that leads to it, also where nothing is stated.
    pub path: String,
    /// Whether anything is stated.
    pub there: bool,
    /// What each option is worth, in the order of the options; those without a value as well.
    pub values: Vec<ValueForm>,
    /// Whether values are stated.
    pub valued: bool,
    /// Where the worth is 1.
    pub ideal: Option<NumberForm>,
    /// Where the worth is 0.
    pub worst: Option<NumberForm>,
    /// Numbers and what they are worth.
    pub points: Vec<PointForm>,
    /// The options that it never accepts, by their text.
    pub never: Vec<String>,
    /// The options that it perhaps never accepts, by their text.
    pub perhaps_never: Vec<String>,
    /// No deal above this.
    pub at_most: Option<NumberForm>,
    /// Where the former is, or would be.
    pub at_most_path: String,
    /// No deal below this.
    pub at_least: Option<NumberForm>,
    /// Where the former is, or would be.
    pub at_least_path: String,
    /// What it cites; null if that is what the position cites; empty for a judgement.
    pub cite: Option<Vec<String>>,
    /// A remark.
    pub note: Option<String>,
    /// The line, counted from 1; 0 where nothing is stated.
    pub line: usize,
}

/// What an option is worth.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ValueForm {
    /// The option.
    pub option: String,
    /// How it is written in TOML.
    pub written: String,
    /// The path, also where no value is stated.
    pub path: String,
    /// What it is worth; null if it is not stated.
    pub value: Option<NumberForm>,
}

/// A number on an issue and what it is worth there.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PointForm {
    /// The number.
    pub at: NumberForm,
    /// What it is worth.
    pub worth: NumberForm,
}

/// An open question.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PropositionForm {
    /// Its id.
    pub id: String,
    /// The path that leads to it.
    pub path: String,
    /// What it says; its id if that is not stated.
    pub text: String,
    /// How likely it was before any claim; null if that is not stated.
    pub prior: Option<NumberForm>,
    /// The line, counted from 1.
    pub line: usize,
}

/// A claim. What is not stated is null.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClaimForm {
    /// The path that leads to it.
    pub path: String,
    /// Its id.
    pub id: Option<String>,
    /// What was said.
    pub text: Option<String>,
    /// When it was said: `2024-02-14`.
    pub said: Option<String>,
    /// When it was reported.
    pub reported: Option<String>,
    /// Who said it.
    pub by: Option<String>,
    /// The id of the party for which they speak.
    pub party: Option<String>,
    /// In what capacity they speak.
    pub role: Option<String>,
    /// Where it was reported: the id of a source, and after `#` the place in it.
    pub source: Option<String>,
    /// Reports with the same origin count once.
    pub origin: Option<String>,
    /// The id of the proposition on which it bears.
    pub on: Option<String>,
    /// `for` or `against`.
    pub stance: Option<String>,
    /// `weak`, `moderate` or `strong`.
    pub strength: Option<String>,
    /// Instead of a stance.
    pub likelihood_ratio: Option<NumberForm>,
    /// What it counts.
    pub quantity: Option<String>,
    /// How many.
    pub value: Option<NumberForm>,
    /// Reliability and credibility: `B2`.
    pub grade: Option<String>,
    /// Whether it waits for somebody to accept it.
    pub draft: bool,
    /// The line, counted from 1.
    pub line: usize,
}

/// Something that can be cited.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SourceForm {
    /// Its id.
    pub id: String,
    /// Its title; its id if none is stated.
    pub title: String,
}

/// Why there are no forms: the text is not TOML.
pub type NoForms = EditFault;
