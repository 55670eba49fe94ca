//! The packages that a text still allows.
//!
//! **Definition.** Words that are tied to options, `truce = 42 | 90`, are met by a package that has one of these options on each issue named.
//! A bracket is met by a package that meets one of the wordings in it that are on the table; a clause, by one that meets what it settles and
//! each of its brackets; a text, by one that meets all its clauses and that the case does not rule out. What is tied to nothing is
//! met by every package.
//!
//! **Laws.** Settling a bracket allows no further package; what a bracket allows is what its wordings allow together; the text that
//! is settled on a package ([`settled_on`](crate::TextVersion::settled_on)) allows that package alone.
//!
//! **Method.** A text is a conjunction of disjunctions of boxes (one set of options an issue). What it forbids is a union of boxes: of a bracket,
//! every way to miss each of its wordings on one issue. That is exact, and it is the form in which a case rules packages out, so that a
//! case *under* a text is one more case for every engine. Packages are counted part by part, where a part is the issues that boxes link; within a part they
//! are gone through one by one, up to [`MOST_IN_A_PART`].

use std::collections::BTreeSet;

use detente_model::{Case, Combination, Infeasible, IssueId, Package};

use crate::version::{Clause, TextVersion, Ties};

/// Of issues that are linked no more than so many combinations are gone through; beyond it nothing is counted.
pub const MOST_IN_A_PART: u128 = 1 << 20;

/// The brackets of a version may forbid no more boxes than so many.
pub(crate) const MOST_BOXES: usize = 4_096;

/// A part is gone through only if that asks no more often than so whether a box holds.
const MOST_ASKED: u128 = 1 << 26;

/// The packages that a text, or a part of one, allows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Allowed {
    /// Of each rule one of its combinations must hold.
    rules: Vec<Vec<Combination>>,
}

impl Allowed {
    /// What a version allows.
    pub fn by(version: &TextVersion) -> Self {
        Self::by_clauses(version.clauses())
    }

    /// What some clauses allow by themselves.
    pub fn by_clauses<'a>(clauses: impl IntoIterator<Item = &'a Clause>) -> Self {
        let mut allowed = Self::default();
        clauses.into_iter().for_each(|clause| allowed.and(clause));
        allowed
    }

    /// What words with these ties allow.
    pub fn by_words(ties: &Ties) -> Self {
        let mut allowed = Self::default();
        allowed.rule(vec![ties.when.clone()]);
        allowed
    }

    fn and(&mut self, clause: &Clause) {
        self.rule(vec![clause.ties.when.clone()]);
        for bracket in clause.brackets() {
            self.rule(bracket.open().map(|(_, wording)| wording.ties.when.clone()).collect());
        }
    }

    /// A rule that anything meets is none.
    fn rule(&mut self, any_of: Vec<Combination>) {
        if !any_of.is_empty() && any_of.iter().all(|when| !when.0.is_empty()) {
            self.rules.push(any_of);
        }
    }

    /// Whether the words allow a package; what the case itself rules out is another matter.
    pub fn allows(&self, package: &Package) -> bool {
        self.rules.iter().all(|any_of| any_of.iter().any(|when| when.holds(package)))
    }

    /// The issues on which something is worded.
    pub fn issues(&self) -> Vec<IssueId> {
        let named = self.rules.iter().flatten().flat_map(|when| when.0.iter().map(|(issue, _)| *issue));
        named.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What is forbidden, as combinations that no package may contain. Continuous issues count as their stops.
    pub fn forbidden(&self, case: &Case) -> Vec<Combination> {
        let mut found: Vec<Combination> = Vec::new();
        for any_of in &self.rules {
            let mut missed = vec![Combination::default()];
            for when in any_of {
                missed = missed
                    .iter()
                    .flat_map(|so_far| when.0.iter().filter_map(|miss| narrowed(case, so_far, miss)))
                    .collect();
            }
            found.extend(missed);
        }
        for when in &mut found {
            when.0.sort();
        }
        let mut seen = BTreeSet::new();
        found.retain(|when| seen.insert(when.0.clone()));
        found
    }

    /// The case in which only what the text allows can be agreed. A continuous issue on which the text names numbers can be settled at its stops
    /// alone.
    #[must_use]
    pub fn under(&self, case: &Case, because: &str) -> Case {
        let mut under = case.clone();
        for issue in self.issues() {
            under.issues[issue.index()].continuous = false;
        }
        under.infeasible.extend(self.forbidden(case).into_iter().map(|when| Infeasible {
            when,
            because: Some(because.to_owned()),
            place: None,
        }));
        under
    }

    /// The options of each issue that are in some package allowed, and how many packages there are; `None` where more issues are
    /// linked than can be gone through, or where there are more packages than can be counted. Continuous issues count as their stops.
    pub fn options(&self, case: &Case) -> Option<Options> {
        let forbidden = self.forbidden(case);
        let forbidden: Vec<&Combination> =
            forbidden.iter().chain(case.infeasible.iter().map(|rule| &rule.when)).collect();
        let mut options: Vec<Vec<bool>> =
            case.issues.iter().map(|issue| vec![false; issue.options.len()]).collect();
        let mut packages = 1u128;
        for part in parts(case.issues.len(), &forbidden) {
            let sizes: Vec<usize> = part.iter().map(|k| case.issues[*k].options.len()).collect();
            let all = sizes.iter().try_fold(1u128, |product, size| product.checked_mul(*size as u128))?;
            let here: Vec<&Combination> = forbidden
                .iter()
                .copied()
                .filter(|when| when.0.iter().any(|(issue, _)| part.contains(&issue.index())))
                .collect();
            if all.checked_mul(here.len().max(1) as u128)? > MOST_ASKED || all > MOST_IN_A_PART {
                return None;
            }
            let mut found = 0u128;
            let mut package = Package(vec![0; case.issues.len()]);
            for number in 0..all {
                let mut rest = number;
                for (k, size) in part.iter().zip(&sizes) {
                    package.0[*k] = (rest % *size as u128) as u16;
                    rest /= *size as u128;
                }
                if here.iter().any(|when| when.holds(&package)) {
                    continue;
                }
                found += 1;
                for k in &part {
                    options[*k][usize::from(package.0[*k])] = true;
                }
            }
            packages = packages.checked_mul(found)?;
        }
        if packages == 0 {
            for row in &mut options {
                row.fill(false);
            }
        }
        Some(Options { options, packages })
    }

    /// The packages allowed, in counting order with the last issue fastest, if there are no more than so many and the options of all issues
    /// together are no more than [`MOST_IN_A_PART`] combinations.
    pub fn packages(&self, case: &Case, most: u128) -> Option<Vec<Package>> {
        let Options { options, packages } = self.options(case)?;
        if packages > most {
            return None;
        }
        let left: Vec<Vec<u16>> = options
            .iter()
            .map(|row| (0..).zip(row).filter(|(_, held)| **held).map(|(option, _)| option).collect())
            .collect();
        let all = left.iter().try_fold(1u128, |product, row| product.checked_mul(row.len() as u128))?;
        if all > MOST_IN_A_PART {
            return None;
        }
        let mut found = Vec::new();
        for number in 0..all {
            let mut rest = number;
            let mut package = Package(vec![0; left.len()]);
            for (option, row) in package.0.iter_mut().zip(&left).rev() {
                *option = row[(rest % row.len() as u128) as usize];
                rest /= row.len() as u128;
            }
            let possible = !case.infeasible.iter().any(|rule| rule.when.holds(&package));
            if possible && self.allows(&package) {
                found.push(package);
            }
        }
        Some(found)
    }
}

/// The options that are still in some package allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// By issue and option.
    pub options: Vec<Vec<bool>>,
    /// How many packages are allowed.
    pub packages: u128,
}

/// A box without the options on one issue; `None` if nothing is left of it.
fn narrowed(
    case: &Case,
    so_far: &Combination,
    (issue, options): &(IssueId, Vec<usize>),
) -> Option<Combination> {
    let mut box_ = so_far.clone();
    let others = if let Some((_, known)) = box_.0.iter_mut().find(|(known, _)| known == issue) {
        known.retain(|option| !options.contains(option));
        known.len()
    } else {
        let all = 0..case.issue(*issue).options.len();
        let others: Vec<usize> = all.filter(|option| !options.contains(option)).collect();
        let left = others.len();
        box_.0.push((*issue, others));
        left
    };
    (others > 0).then_some(box_)
}

/// The issues that combinations link, each part in ascending order; every issue is in one.
fn parts(issues: usize, linked: &[&Combination]) -> Vec<Vec<usize>> {
    let mut part_of: Vec<usize> = (0..issues).collect();
    for when in linked {
        let mut named = when.0.iter().map(|(issue, _)| part_of[issue.index()]);
        let Some(first) = named.next() else { continue };
        let others: Vec<usize> = named.collect();
        for part in &mut part_of {
            if others.contains(part) {
                *part = first;
            }
        }
    }
    let names: BTreeSet<usize> = part_of.iter().copied().collect();
    names.into_iter().map(|name| (0..issues).filter(|k| part_of[*k] == name).collect()).collect()
}
