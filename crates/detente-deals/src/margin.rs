//! The margin: how far from agreement, or how roomy the zone.
//!
//! M is the largest value, over the feasible packages that cross no red line of a signatory, of the smallest surplus
//! among the signatories (principals and audiences with a veto). M ≥ 0 exactly when all signatories accept some package.
//! There is no M when red lines and infeasible combinations leave no package at all.
//!
//! A hill climb finds a good package, and a relaxation says how good one can be (see [`crate::pareto::Relaxation`]). Between the
//! two an exact search decides, dropping every partial package that cannot beat the one found; where frontiers grow too large for it, branch
//! and bound brings the two together. Where that takes more than [`limits::MARGIN`] steps, the margin is known to lie between the two, and both
//! are given.

use detente_model::Package;

use crate::continuous::SettledPackage;
use crate::limits;
use crate::pareto::{Climbed, Problem, Relaxation, Steps, leximin, solve};
use crate::search::Search;
use crate::space::DealSpace;
use crate::{DealsError, Known, Units};

/// The margin with the package that attains it.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// The smallest surplus among the signatories.
    pub value: Units,
    /// No package has a larger smallest surplus than this: equal to `value` when that is proven to be the margin.
    pub at_most: Units,
    /// The package; among those with this margin, one whose next smallest surpluses are largest too, as far as the search over
    /// frontiers could tell.
    pub package: Package,
    /// Where continuous issues are settled between their stops, the package that attains the margin; `package` is then beside it. `None`
    /// where `package` attains it.
    pub between: Option<SettledPackage>,
}

impl Margin {
    /// How well it is known: exactly, or to lie between the value found and a bound.
    pub fn known(&self) -> Known<Units> {
        Known::to_within(self.value, (!self.is_proven()).then(|| self.at_most - self.value))
    }

    /// Whether no package does better.
    pub fn is_proven(&self) -> bool {
        self.value == self.at_most
    }
}

impl DealSpace {
    /// The margin; `None` when red lines leave no package. With too little work for it, the margin is known to lie between two bounds.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn margin(&self, search: &Search) -> Result<Option<Margin>, DealsError> {
        self.margin_near(None, search.effort.unwrap_or(limits::MARGIN))
    }

    /// The margin of a space that differs little from one in which a package is known to be good. Between stops it is looked for from what is found
    /// at them; where that takes too long, what is found stands with the bound that holds for both.
    pub(crate) fn margin_near(
        &self,
        known: Option<&Package>,
        effort: u64,
    ) -> Result<Option<Margin>, DealsError> {
        self.margin_from(known.map(std::slice::from_ref).unwrap_or_default(), effort)
    }

    /// As [`Self::margin_near`], where several packages are known.
    pub(crate) fn margin_from(&self, known: &[Package], effort: u64) -> Result<Option<Margin>, DealsError> {
        let at_stops = self.margin_at_stops(known, effort)?;
        let found = at_stops.as_ref().map(|margin| margin.value);
        let between = match self.margin_between(found, effort.min(limits::BETWEEN_STOPS)) {
            Err(error) if error.is_limit() => {
                let bound = self.margin_bound();
                let looser = |margin: Margin| {
                    let at_most = bound.map_or(margin.at_most, |bound| margin.at_most.max(bound));
                    Margin { at_most, ..margin }
                };
                return at_stops.map_or(Err(error), |margin| Ok(Some(looser(margin))));
            }
            between => between?,
        };
        // A margin at stops that is not proven is no more so beside stops.
        let at_most = at_stops.as_ref().map(|margin| margin.at_most);
        let proven = at_stops.as_ref().is_none_or(Margin::is_proven);
        let found = match between {
            Some(better) if proven => Some(better),
            Some(better) => {
                Some(Margin { at_most: at_most.unwrap_or(better.at_most).max(better.at_most), ..better })
            }
            None => at_stops,
        };
        self.within_lines(found, effort)
    }

    /// The margin among the packages at stops.
    pub(crate) fn margin_at_stops(
        &self,
        known: &[Package],
        effort: u64,
    ) -> Result<Option<Margin>, DealsError> {
        let Some(problem) = self.surplus_question() else { return Ok(None) };
        let relaxation = problem.relax();
        let mut starts = problem.plain_starts();
        starts.extend(known.iter().filter_map(|package| problem.picks(package)));
        starts.extend(relaxation.answers.iter().cloned());
        let mut climbed = problem.climb(&starts, false);
        let mut result =
            self.margin_above(&problem, &relaxation, climbed.as_ref(), limits::MARGIN_AT_FIRST.min(effort));
        let mut at_most = relaxation.bound;
        if result.is_err() && effort > limits::MARGIN_AT_FIRST {
            climbed = problem.climb(&starts, true);
            if let Some(climbed) = climbed.as_mut() {
                at_most = raise(&problem, climbed, at_most, &mut Steps::new(effort));
            }
            let proven = climbed.as_ref().is_some_and(|climbed| climbed.least() == at_most);
            // Where the margin is proven, what is left to do is to find who is best off among equals.
            let effort = if proven { limits::MARGIN_AT_FIRST } else { effort };
            result = self.margin_above(&problem, &relaxation, climbed.as_ref(), effort);
        }
        let found = match (result, climbed) {
            (Ok(margin), _) => margin,
            (Err(_), Some(climbed)) => Some(Margin {
                value: self.units(climbed.least()),
                at_most: self.units(at_most),
                package: problem.package_of(&climbed.picks),
                between: None,
            }),
            (Err(error), None) => return Err(error),
        };
        self.within_lines(found, effort)
    }

    /// The exact search among what is no worse than a package already found.
    fn margin_above(
        &self,
        problem: &Problem,
        relaxation: &Relaxation,
        climbed: Option<&Climbed>,
        effort: u64,
    ) -> Result<Option<Margin>, DealsError> {
        let mut problem = Problem { effort, ..problem.clone() };
        if let Some(climbed) = climbed {
            problem.require(&relaxation.weights, climbed.least());
            for coordinate in &mut problem.coordinates {
                coordinate.floor = Some(climbed.least());
            }
        }
        let points = solve(&problem)?;
        let best =
            points.iter().max_by(|a, b| leximin(&a.at).cmp(&leximin(&b.at)).then(b.picks.cmp(&a.picks)));
        Ok(best.map(|p| {
            let value = self.units(p.at.iter().copied().min().unwrap_or(0));
            let package = problem.package(&p.picks);
            debug_assert!(self.signatories().iter().all(|i| {
                let terms = &self.actors[*i];
                !terms.refuses(&package) && terms.value(&package) - terms.reservation >= value
            }));
            Margin { value, at_most: value, package, between: None }
        }))
    }

    /// What was found, unless it crosses a red line of somebody who is not asked about every package: then nothing keeps to the red lines, or it is not known
    /// what does.
    fn within_lines(&self, found: Option<Margin>, effort: u64) -> Result<Option<Margin>, DealsError> {
        match found {
            Some(margin) if self.is_aside(margin.at_most) => Ok(None),
            Some(margin) if self.is_aside(margin.value) => Err(DealsError::TooMuchWork { most: effort }),
            found => Ok(found),
        }
    }
}

/// Raises the smallest coordinate of a package by branch and bound, halving the distance to the bound, and returns what bound is left:
/// the smallest coordinate itself, if the steps suffice.
fn raise(problem: &Problem, climbed: &mut Climbed, mut at_most: i64, steps: &mut Steps) -> i64 {
    while climbed.least() < at_most {
        let floor = climbed.least() + (at_most - climbed.least() + 1) / 2;
        let mut above = problem.clone();
        for coordinate in &mut above.coordinates {
            coordinate.start -= floor;
        }
        match above.reach(above.coordinates.len(), steps) {
            Ok(Some(picks)) => {
                let Some(at) = problem.vector(&picks) else { break };
                *climbed = Climbed { picks, at };
            }
            Ok(None) => at_most = floor - 1,
            Err(_) => break,
        }
    }
    at_most
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::literal::{Literal, Shape, random_space};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn branches_raise_any_package_to_the_margin(seed in any::<u64>(), tied in any::<bool>(), most in 0..400u64) {
            let ties = if tied { 4 } else { 1 };
            let shape = Shape { principals: 1..5, issues: 1..5, audiences: 0..2, interactions: 0..ties, infeasible: 0..ties };
            let space = random_space(seed, &shape);
            let Some(margin) = Literal::of(&space).margin().map(Units::raw) else { return Ok(()) };
            let problem = space.surplus_question().unwrap();
            let bound = problem.relax().bound;
            let any = space.packages().filter_map(|o| {
                let picks = problem.picks(&o)?;
                Some(Climbed { at: problem.vector(&picks)?, picks })
            });
            let mut climbed = any.min_by_key(Climbed::least).unwrap();
            let mut hurried = climbed.clone();
            prop_assert_eq!(raise(&problem, &mut climbed, bound, &mut Steps::new(u64::MAX)), margin);
            prop_assert_eq!(climbed.least(), margin);
            let at_most = raise(&problem, &mut hurried, bound, &mut Steps::new(most));
            prop_assert!(hurried.least() <= margin && margin <= at_most);
        }
    }
}
