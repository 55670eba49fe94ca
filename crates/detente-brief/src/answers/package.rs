//! Packages by the words of the case.

use detente_model::{Case, Choice, IssueId, Package};
use serde::{Serialize, Serializer};

/// A package: for each issue, by its id and in the order of the case, the option chosen. Empty where nothing is on the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageOptions(
    #[serde(serialize_with = "by_issue")]
    #[cfg_attr(feature = "contract", schemars(with = "super::ByName<OptionValue>"))]
    #[cfg_attr(feature = "contract", ts(as = "super::ByName<OptionValue>"))]
    Vec<(String, OptionValue)>,
);

/// An option of an issue: its text, or a number, in the issue's own unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum OptionValue {
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
}

// A list of pairs: a frontier has many packages, and in none an issue is looked up.
fn by_issue<S: Serializer>(chosen: &[(String, OptionValue)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(chosen.iter().map(|(issue, option)| (issue, option)))
}

impl PackageOptions {
    /// A package of a case.
    pub fn of(case: &Case, outcome: &Package) -> Self {
        Self(case.describe(outcome).map(|(issue, choice)| (issue.id.clone(), choice.into())).collect())
    }

    /// The same with other numbers on some continuous issues.
    pub(crate) fn with_numbers(mut self, case: &Case, numbers: &[(IssueId, f64)]) -> Self {
        for (issue, number) in numbers {
            let id = &case.issue(*issue).id;
            if let Some((_, option)) = self.0.iter_mut().find(|(issue, _)| issue == id) {
                *option = OptionValue::from(&Choice::Number(*number));
            }
        }
        self
    }

    /// Each issue with the option chosen, in the order of the case.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &OptionValue)> {
        self.0.iter().map(|(issue, option)| (issue.as_str(), option))
    }
}

impl From<&Choice> for OptionValue {
    fn from(choice: &Choice) -> Self {
        match choice {
            Choice::Text(text) => Self::Text(text.clone()),
            // A number that is whole is written whole.
            Choice::Number(x) if x.fract() == 0.0 && x.abs() < 9e15 => Self::Whole(*x as i64),
            Choice::Number(x) => Self::Number(*x),
        }
    }
}
