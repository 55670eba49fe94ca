//! Which package a verb is asked about: the one most likely to be acceptable to all, or one that a person names.
//!
//! A package is named by its choices, `truce=90,release=three stages`; issues that are left out stay as they are in the
//! leading package. A letter before them, `B` or `B,truce=90`, starts from another of the leading packages, as the brief
//! letters them. Issues and options go by the words of the case; capitals, the kind of apostrophe and a unit behind a
//! number do not matter. A comma begins a new choice only where an `=` follows, so options may contain commas.
//!
//! The leading packages are looked for (a run of the deal space over the draws) only if the choice leaves something open.

use detente_model::{Case, Choice, Issue, IssueId, Package};

use crate::words;

/// The package that a verb is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chosen {
    /// What it consists of.
    pub package: Package,
    /// Its letter, if it is one of the leading packages and they were looked for.
    pub letter: Option<String>,
}

/// Why a choice names no package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackageError {
    /// Not a choice.
    #[error(
        "`{text}` is no choice: name a package as `issue=option,issue=option`, or by its letter among the leading packages"
    )]
    NotAChoice {
        /// As asked for.
        text: String,
    },
    /// There is no such issue.
    #[error("there is no issue `{name}`; {}", listed("the issues are", .issues))]
    UnknownIssue {
        /// As asked for.
        name: String,
        /// Those there are.
        issues: Vec<String>,
    },
    /// The issue has no such option.
    #[error("`{name}` is not an option of `{issue}`; {}", if *.continuous {
        format!("it can be any number {}", between(.options))
    } else {
        listed("its options are", .options)
    })]
    UnknownOption {
        /// The issue.
        issue: String,
        /// As asked for.
        name: String,
        /// Those there are.
        options: Vec<String>,
        /// Whether other numbers would be possible answers too.
        continuous: bool,
    },
    /// One issue is chosen twice.
    #[error("`{issue}` is chosen twice")]
    Twice {
        /// The issue.
        issue: String,
    },
    /// No leading package has the letter.
    #[error("there is no package {letter}; {}", listed("the leading packages are", .letters))]
    UnknownLetter {
        /// As asked for.
        letter: String,
        /// Those there are.
        letters: Vec<String>,
    },
    /// No package leads, so that what is left out stays open.
    #[error("every package is ruled out by the case, so none leads; name an option on {}", words::list(.issues))]
    NothingLeads {
        /// The issues left out.
        issues: Vec<String>,
    },
    /// The case rules the package out.
    #[error("the case rules out this package: {}", .because.as_deref().unwrap_or("its options cannot go together"))]
    Infeasible {
        /// Why, as the case has it.
        because: Option<String>,
    },
}

/// `from a to b`.
fn between(stops: &[String]) -> String {
    match stops {
        [first, .., last] => format!("from {first} to {last}"),
        stops => words::list(stops),
    }
}

/// `the issues are a, b and c`, or that there are none.
fn listed(lead: &str, names: &[String]) -> String {
    if names.is_empty() { "there are none".to_owned() } else { format!("{lead} {}", words::list(names)) }
}

/// Choices on some issues, on top of one of the leading packages.
pub(crate) struct PackageChoice {
    /// Which of the leading packages the rest is taken from.
    base: Option<usize>,
    /// By issue.
    options: Vec<Option<u16>>,
}

impl PackageChoice {
    pub fn nothing(case: &Case) -> Self {
        Self { base: None, options: vec![None; case.issues.len()] }
    }

    pub fn parse(case: &Case, text: &str) -> Result<Self, PackageError> {
        let mut choice = Self::nothing(case);
        for (place, piece) in pieces(text).iter().enumerate() {
            match piece.split_once('=') {
                Some((issue, option)) => choice.pick(case, issue.trim(), option.trim())?,
                None => match (place, letter(piece)) {
                    (0, Some(base)) => choice.base = Some(base),
                    _ => return Err(PackageError::NotAChoice { text: piece.trim().to_owned() }),
                },
            }
        }
        Ok(choice)
    }

    fn pick(&mut self, case: &Case, name: &str, option: &str) -> Result<(), PackageError> {
        let place = issue_of(case, name).ok_or_else(|| PackageError::UnknownIssue {
            name: name.to_owned(),
            issues: case.issues.iter().map(|issue| issue.id.clone()).collect(),
        })?;
        let issue = &case.issues[place];
        let picked = option_of(issue, option).and_then(|option| u16::try_from(option).ok());
        let picked = picked.ok_or_else(|| PackageError::UnknownOption {
            issue: issue.id.clone(),
            name: option.to_owned(),
            options: issue.options.iter().map(Choice::to_string).collect(),
            continuous: issue.continuous,
        })?;
        if self.options[place].replace(picked).is_some() {
            return Err(PackageError::Twice { issue: issue.id.clone() });
        }
        Ok(())
    }

    /// Whether nothing is left to the leading packages.
    pub fn is_complete(&self) -> bool {
        self.base.is_none() && self.options.iter().all(Option::is_some)
    }

    pub fn on(&self, case: &Case, leading: &[Package]) -> Result<Package, PackageError> {
        let base = leading.get(self.base.unwrap_or(0));
        if let (Some(asked), None) = (self.base, base) {
            let letters = ('A'..='Z').take(leading.len()).map(String::from).collect();
            return Err(PackageError::UnknownLetter { letter: lettered(asked), letters });
        }
        let open = || {
            let named = case.issues.iter().zip(&self.options);
            named.filter(|(_, option)| option.is_none()).map(|(issue, _)| issue.id.clone()).collect()
        };
        let options = self
            .options
            .iter()
            .enumerate()
            .map(|(i, picked)| picked.or_else(|| base.and_then(|base| base.0.get(i).copied())));
        let options: Option<Vec<u16>> = options.collect();
        let package = Package(options.ok_or_else(|| PackageError::NothingLeads { issues: open() })?);
        match case.infeasible.iter().find(|rule| rule.when.holds(&package)) {
            Some(rule) => Err(PackageError::Infeasible { because: rule.because.clone() }),
            None => Ok(package),
        }
    }
}

/// The choices of a text; a piece without `=` belongs to the option before it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split(',') {
        match pieces.last_mut() {
            Some(last) if !piece.contains('=') && last.contains('=') => {
                last.push(',');
                last.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces
}

/// The place of a letter among the leading packages.
fn letter(text: &str) -> Option<usize> {
    match text.trim().as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(usize::from(letter.to_ascii_uppercase() - b'A')),
        _ => None,
    }
}

fn lettered(place: usize) -> String {
    ('A'..='Z').nth(place).map(String::from).unwrap_or_default()
}

/// The numbers that a text names on continuous issues. What it gets wrong is told when the package is chosen.
pub(crate) fn named(case: &Case, text: &str) -> Vec<(IssueId, f64)> {
    let number = |piece: &String| {
        let (name, option) = piece.split_once('=')?;
        let place = issue_of(case, name.trim()).filter(|place| case.issues[*place].continuous)?;
        let number = number_in(&case.issues[place], option.trim())?;
        case.issues[place].number_option(number).is_none().then_some((IssueId(place), number))
    };
    pieces(text).iter().filter_map(number).collect()
}

/// The place of the issue that goes by a name.
fn issue_of(case: &Case, name: &str) -> Option<usize> {
    let same = |issue: &Issue| alike(&issue.id, name) || alike(&issue.name, name);
    let exact = case.issues.iter().position(|issue| issue.id == name);
    exact.or_else(|| case.issues.iter().position(same))
}

/// The number that is written, with or without its unit.
fn number_in(issue: &Issue, name: &str) -> Option<f64> {
    let unit = issue.unit.as_deref().unwrap_or_default();
    let bare = name.strip_suffix(unit).unwrap_or(name).trim();
    bare.parse().ok().filter(|x: &f64| x.is_finite())
}

fn option_of(issue: &Issue, name: &str) -> Option<usize> {
    if let Some(exact) = issue.text_option(name) {
        return Some(exact);
    }
    if let Some(number) = number_in(issue, name).and_then(|x| issue.number_option(x)) {
        return Some(number);
    }
    issue.options.iter().position(|option| matches!(option, Choice::Text(text) if alike(text, name)))
}

/// The same name, but for capitals and the kind of apostrophe.
fn alike(one: &str, other: &str) -> bool {
    let folded = |text: &str| -> String {
        text.trim().chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
    };
    folded(one) == folded(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_model::{Combination, Infeasible};

    fn issue(id: &str, name: &str, unit: Option<&str>, options: Vec<Choice>) -> Issue {
        let unit = unit.map(str::to_owned);
        Issue { id: id.to_owned(), name: name.to_owned(), unit, options, continuous: false, place: None }
    }

    fn case() -> Case {
        let text = |options: &[&str]| options.iter().map(|o| Choice::Text((*o).to_owned())).collect();
        let numbers = |options: &[f64]| options.iter().map(|x| Choice::Number(*x)).collect();
        let infeasible = Infeasible {
            when: Combination(vec![(IssueId(0), vec![0]), (IssueId(1), vec![1])]),
            because: Some("a truce of no days is none".to_owned()),
            place: None,
        };
        Case {
            issues: vec![
                issue("truce", "Length of the pledge", Some("days"), numbers(&[0.0, 45.0, 90.0])),
                issue("release", "Pace", None, text(&["all at once", "women, then men", "the Abbey’s way"])),
            ],
            infeasible: vec![infeasible],
            ..Case::default()
        }
    }

    fn package(case: &Case, leading: &[Package], text: &str) -> Result<Package, PackageError> {
        PackageChoice::parse(case, text)?.on(case, leading)
    }

    #[test]
    fn what_is_left_out_stays_as_in_the_leading_package() {
        let leading = [Package(vec![1, 0]), Package(vec![2, 2])];
        let asked = |text: &str| package(&case(), &leading, text).map(|package| package.0);
        assert_eq!(asked("truce=90"), Ok(vec![2, 0]));
        assert_eq!(asked(" Truce = 90 days , release=women, then men"), Ok(vec![2, 1]));
        assert_eq!(asked("length of the pledge=0"), Ok(vec![0, 0]));
        assert_eq!(asked("release=THE ABBEY'S WAY"), Ok(vec![1, 2]));
        assert_eq!(asked("b"), Ok(vec![2, 2]));
        assert_eq!(asked("B,release=all at once"), Ok(vec![2, 0]));
    }

    #[test]
    fn every_mistake_is_told_with_what_would_do() {
        let leading = [Package(vec![1, 0])];
        let refused = |text: &str| package(&case(), &leading, text).unwrap_err().to_string();
        assert_eq!(refused("pause=9"), "there is no issue `pause`; the issues are truce and release");
        assert_eq!(refused("truce=44"), "`44` is not an option of `truce`; its options are 0, 45 and 90");
        assert_eq!(refused("truce=45,truce=90"), "`truce` is chosen twice");
        assert_eq!(refused("C"), "there is no package C; the leading packages are A");
        assert_eq!(
            refused("truce=0,release=women, then men"),
            "the case rules out this package: a truce of no days is none"
        );
        for text in ["", "truce", "truce=90,,=", "A,B", "=", ",", "\u{7f}=\u{0}"] {
            assert!(!refused(text).is_empty(), "{text}");
        }
        let mut open = case();
        open.issues[0].continuous = true;
        assert_eq!(
            package(&open, &leading, "truce=91").unwrap_err().to_string(),
            "`91` is not an option of `truce`; it can be any number from 0 to 90"
        );
        let error = package(&case(), &[], "truce=90").unwrap_err();
        assert_eq!(error, PackageError::NothingLeads { issues: vec!["release".to_owned()] });
    }
}
