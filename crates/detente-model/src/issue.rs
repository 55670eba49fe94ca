//! What is on the table, and the packages that can be made of it.

use crate::{IssueId, Place};

/// A question that a deal must settle, with the answers it can be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    /// Short id in the case file.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// Unit of a numeric issue, for example `days`.
    pub unit: Option<String>,
    /// The possible answers: at least one, all different. Of a continuous issue its *stops*, numbers in ascending order:
    /// both ends and every number that the case names, so that every bend in a position is one of them.
    pub options: Vec<Choice>,
    /// Whether every number between the first and the last option is a possible answer too.
    pub continuous: bool,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// One possible answer to an issue.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// An answer in words.
    Text(String),
    /// A number, in the issue's unit.
    Number(f64),
}

impl Choice {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Text(_) => None,
            Self::Number(x) => Some(*x),
        }
    }
}

impl std::fmt::Display for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(x) => write!(f, "{x}"),
        }
    }
}

impl Issue {
    /// Whether the answers are numbers.
    pub fn is_numeric(&self) -> bool {
        self.options.iter().all(|option| option.number().is_some())
    }

    /// An option as people read it, with its unit: `42 days`. Of a number on a continuous issue no more digits than tell it from one
    /// that is a hundred thousandth of the range away: `3.3333`.
    pub fn label(&self, option: usize) -> String {
        let shown = match &self.options[option] {
            Choice::Number(x) if self.continuous => self.rounded(*x).to_string(),
            choice => choice.to_string(),
        };
        match (&self.options[option], &self.unit) {
            (Choice::Number(_), Some(unit)) => format!("{shown} {unit}"),
            _ => shown,
        }
    }

    /// Any number of a continuous issue as people read it; as [`Self::label`].
    pub fn label_of_number(&self, x: f64) -> String {
        let shown = self.rounded(x);
        self.unit.as_ref().map_or_else(|| shown.to_string(), |unit| format!("{shown} {unit}"))
    }

    fn rounded(&self, x: f64) -> f64 {
        let ends =
            (self.options.first().and_then(Choice::number), self.options.last().and_then(Choice::number));
        let (Some(low), Some(high)) = ends else { return x };
        let digits = (5.0 - (high - low).abs().log10().floor()).clamp(0.0, 15.0) as usize;
        format!("{x:.digits$}").parse().unwrap_or(x) + 0.0
    }

    /// The index of a text option.
    pub fn text_option(&self, text: &str) -> Option<usize> {
        self.options.iter().position(|option| matches!(option, Choice::Text(t) if t == text))
    }

    /// The index of a numeric option, allowing for the rounding of a range written in decimals. On a continuous issue no number is allowed
    /// for another: stops may lie as close together as anything in the case does.
    pub fn number_option(&self, x: f64) -> Option<usize> {
        let apart = |y: f64| (x - y).abs();
        let rounding = |y: f64| 1e-9 * x.abs().max(y.abs()).max(1.0);
        let close = |y: f64| x == y || !self.continuous && apart(y) <= rounding(y);
        let numbers = self.options.iter().enumerate().filter_map(|(i, option)| Some((i, option.number()?)));
        // Of several that are as close the nearest, and of equals the first.
        numbers.filter(|&(_, y)| close(y)).min_by(|a, b| apart(a.1).total_cmp(&apart(b.1))).map(|(i, _)| i)
    }
}

/// A package: one option on every issue, in the order of [`Case::issues`](crate::Case::issues).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Package(pub Vec<u16>);

impl Package {
    /// The option picked on an issue.
    pub fn option(&self, issue: IssueId) -> usize {
        usize::from(self.0[issue.0])
    }
}

/// A condition on packages: on every issue named, one of the options listed.
///
/// `when = { truce = 0, release = ["six stages", "three stages"] }` in a case file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Combination(pub Vec<(IssueId, Vec<usize>)>);

impl Combination {
    /// Whether a package meets the condition. An empty condition is always met.
    pub fn holds(&self, package: &Package) -> bool {
        self.0.iter().all(|(issue, options)| options.contains(&package.option(*issue)))
    }
}

/// A combination of options that no deal can contain.
#[derive(Debug, Clone, PartialEq)]
pub struct Infeasible {
    /// What cannot go together.
    pub when: Combination,
    /// Why not.
    pub because: Option<String>,
    /// Where it is declared.
    pub place: Option<Place>,
}
