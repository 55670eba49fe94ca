//! A first case, for somebody who does not know the format: plain answers become a case file.
//!
//! The questions are who talks, about what, who wants what, and what happens to each without a deal. The answers are orders, names
//! and days; no figure is asked for that people would have to make up. What the format needs as a number is written as a judgement: a
//! range, without a source, with a comment that says what it stands for.
//!
//! | asked | answered | written |
//! |---|---|---|
//! | the order of options on an issue in words | best first; those wanted alike together | `values`: 1 for the best, 0 for the worst, between them ranges that keep the order |
//! | the order of an issue in numbers | the best and the worst number | `ideal` and `worst`: linear between |
//! | what it would never accept | options; a number above or below | `never`, `at_most`, `at_least` |
//! | how much each issue matters | an order | `importance` |
//! | what happens without a deal | one of five steps ([`Without`]) | `no_deal`, a range |
//! | the say of people at home | [`Say`] | `veto`, or a vote with a quota of a half, or neither |
//!
//! ```
//! use detente_case::begin::{Answers, first_case};
//!
//! let answers: Answers = serde_json::from_str(r#"{
//!     "title": "The lease of the lower dock",
//!     "day": "2025-03-01",
//!     "about": "Port and union talk about who works the lower dock, and for how long.",
//!     "parties": [
//!         { "name": "Port authority", "part": "must_sign", "wants": {
//!             "on": [
//!                 { "issue": "Crew", "best_first": [["own staff"], ["mixed"], ["union"]], "never": ["union"] },
//!                 { "issue": "Term", "best": 10, "worst": 1 }
//!             ],
//!             "matters": [["Crew"], ["Term"]],
//!             "without": "worse" } },
//!         { "name": "Dockers' union", "part": "must_sign", "wants": {
//!             "on": [{ "issue": "Crew", "best_first": [["union"], ["mixed"], ["own staff"]] }],
//!             "without": "far_worse" } }
//!     ],
//!     "issues": [
//!         { "name": "Crew", "answers": { "words": ["own staff", "mixed", "union"] } },
//!         { "name": "Term", "unit": "years", "answers": { "range": { "from": 1, "to": 10, "step": 1 } } }
//!     ]
//! }"#).unwrap();
//! let text = first_case(&answers).unwrap();
//! assert!(text.contains("no_deal = [0.1, 0.3]"));
//! assert!(text.contains(r#"values = { "own staff" = 1, "mixed" = [0.25, 0.75], "union" = 0 }"#));
//! assert!(detente_case::parse("case.toml", &text).unwrap().report.is_clean());
//!
//! // What is missing or cannot be is told all at once, each with the answer it is about.
//! let faults = first_case(&Answers { parties: Vec::new(), ..answers }).unwrap_err();
//! assert_eq!(faults[0].path, "/parties");
//! ```

mod check;
mod ids;
mod lay_out;
mod wants;

use serde::{Deserialize, Serialize};

/// What somebody answers who begins a case. All of it can be left empty: what is needed is told by [`first_case`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// What the case is called.
    pub title: String,
    /// The day on which things stand as described, as people write days: `2025-03-01`, `1 March 2025`.
    pub day: String,
    /// A sentence or a few on what it is about; may be empty.
    pub about: String,
    /// Who talks.
    pub parties: Vec<Party>,
    /// About what.
    pub issues: Vec<Issue>,
    /// What the person has read; may be empty. Nothing cites them yet.
    pub sources: Vec<Source>,
}

/// Somebody at the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// What it does there.
    pub part: Part,
    /// What it wants; only of those who must sign.
    pub wants: Wants,
    /// People at home whose consent matters to it.
    pub home: Vec<Home>,
}

/// What a party does at the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Without it there is no deal.
    #[default]
    MustSign,
    /// It helps the others to agree.
    Mediates,
    /// It can make a breach cost something.
    Guarantees,
    /// It is there.
    Other,
}

/// A group behind a party.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Home {
    /// Its name.
    pub name: String,
    /// What its consent counts for.
    pub say: Say,
    /// What it wants.
    pub wants: Wants,
}

/// What the consent of people at home counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Say {
    /// It is told what they think; they can stop nothing.
    #[default]
    Heard,
    /// They have a part in a vote, at which half of all who have one must accept.
    Votes,
    /// There is no deal without them.
    CanStop,
}

/// What somebody wants.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Wants {
    /// On each issue on which it wants something.
    pub on: Vec<Wish>,
    /// The issues by name, most important first; those in one list matter alike. May be empty where there is only one.
    pub matters: Vec<Vec<String>>,
    /// What happens to it without a deal.
    pub without: Option<Without>,
}

/// What somebody wants on one issue.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Wish {
    /// The issue, by its name.
    pub issue: String,
    /// On an issue in words: all options, best first; those in one list are wanted alike.
    pub best_first: Vec<Vec<String>>,
    /// On an issue in numbers: the number it would like best.
    pub best: Option<f64>,
    /// On an issue in numbers: the number it would like least.
    pub worst: Option<f64>,
    /// On an issue in words: options that it would never accept, whatever else is in the deal.
    pub never: Vec<String>,
    /// On an issue in numbers: it would never accept more.
    pub at_most: Option<f64>,
    /// On an issue in numbers: it would never accept less.
    pub at_least: Option<f64>,
}

/// A question that a deal must settle.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// Of an issue in numbers, what is counted: days, prisoners, million euros; may be empty.
    pub unit: String,
    /// How it can be settled.
    pub answers: OnTheTable,
}

/// How an issue can be settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OnTheTable {
    /// By one of some options in words.
    Words(Vec<String>),
    /// By one of some numbers.
    Numbers(Vec<f64>),
    /// By a number from one to another, in steps, or any between the two.
    Range {
        /// The least.
        from: f64,
        /// The most.
        to: f64,
        /// The distance from one to the next; none for any number between.
        #[serde(default)]
        step: Option<f64>,
    },
}

impl Default for OnTheTable {
    fn default() -> Self {
        Self::Words(Vec::new())
    }
}

/// What happens to somebody without a deal, in five steps; each stands for a range of worths on its own scale, on which the best
/// that a deal could bring it is 1 and the worst 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Without {
    /// Far worse than any deal: 0 to 0.1.
    FarWorse,
    /// Worse than most deals: 0.1 to 0.3.
    Worse,
    /// About as good as a middling deal: 0.3 to 0.5.
    Middling,
    /// As good as a good deal: 0.5 to 0.7.
    Good,
    /// Better than most deals: 0.7 to 0.9.
    BetterThanMost,
}

impl Without {
    /// All of them, the worst first.
    pub const ALL: [Self; 5] =
        [Self::FarWorse, Self::Worse, Self::Middling, Self::Good, Self::BetterThanMost];

    /// The range of worths that it stands for, from 0 to 1.
    ///
    /// ```
    /// use detente_case::begin::Without;
    /// assert_eq!(Without::Worse.range(), [0.1, 0.3]);
    /// assert!(Without::ALL.windows(2).all(|two| two[0].range()[1] == two[1].range()[0]));
    /// ```
    pub fn range(self) -> [f64; 2] {
        match self {
            Self::FarWorse => [0.0, 0.1],
            Self::Worse => [0.1, 0.3],
            Self::Middling => [0.3, 0.5],
            Self::Good => [0.5, 0.7],
            Self::BetterThanMost => [0.7, 0.9],
        }
    }

    /// What it says, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::FarWorse => "far worse than any deal",
            Self::Worse => "worse than most deals",
            Self::Middling => "about as good as a middling deal",
            Self::Good => "as good as a good deal",
            Self::BetterThanMost => "better than most deals",
        }
    }
}

/// Something that was read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    /// What it is, as a reader would look it up.
    pub title: String,
    /// When it appeared; may be empty.
    pub day: String,
    /// How reliable it is, a letter from A (completely) to F (cannot be judged); may be empty.
    pub grade: String,
}

/// An answer that is missing, or that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AnswerFault {
    /// Which answer, as a JSON Pointer (RFC 6901) into [`Answers`]: `/parties/0/name`.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
    /// What to answer.
    pub hint: String,
}

/// The text of a case that says what was answered: an ordinary case file, laid out and commented, that reads without a fault. Every
/// figure in it is a judgement. Ids are made from names: of Latin letters where there are any, else numbered.
///
/// # Errors
/// Everything that is missing or cannot be, in the order of the questions.
pub fn first_case(answers: &Answers) -> Result<String, Vec<AnswerFault>> {
    let plan = check::plan(answers)?;
    let text = lay_out::text(&plan);
    match crate::parse(crate::CASE_FILE, &text) {
        Ok(reading) if reading.report.is_clean() => Ok(text),
        Ok(reading) => Err(not_foreseen(reading.report.faults())),
        Err(report) => Err(not_foreseen(report.faults())),
    }
}

/// What the reader of cases minds and the questions do not: told rather than hidden.
fn not_foreseen(faults: &[crate::Fault]) -> Vec<AnswerFault> {
    let told = |fault: &crate::Fault| AnswerFault {
        path: String::new(),
        message: format!("the case would not be sound: {}", fault.message),
        hint: fault.help.clone().unwrap_or_else(|| String::from("change the answer that this is about")),
    };
    faults.iter().map(told).collect()
}
