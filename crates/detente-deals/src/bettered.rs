//! How far one package lies from the frontier: by how much everybody could gain at once, and a package in which they would.
//!
//! **Definition.** The largest value, over the feasible packages, of the smallest gain among the principals, where a gain is counted from the
//! package asked about. It is 0 or more, for that package itself is one of them. Where it is 0 the package may still not be on the
//! frontier: another may give one principal more and the others as much.
//!
//! **Method.** It is the margin ([`crate::Margin`]) of the space in which no deal is worth to each principal what the package is, and
//! nobody else signs. Of packages with the same smallest gain the margin prefers those with the next smallest, so that a package
//! that betters this one without a gain for all is found as well; to be sure that there is none, the frontier above the package is listed.

use detente_model::{IssueId, Package};

use crate::continuous::SettledPackage;
use crate::pareto::{Coordinate, solve};
use crate::question::Weighed;
use crate::space::DealSpace;
use crate::{DealsError, Known, Units, limits};

/// Whether red lines count when a better package is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedLines {
    /// They do not: the frontier runs over all feasible packages.
    Ignored,
    /// No package counts that crosses a red line of a signatory.
    Kept,
}

/// How far a package lies from the frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct Bettered {
    /// By how much all principals could gain at once, each on its own scale; 0 on the frontier. `None` where red lines leave no package
    /// that is as good for all.
    pub all_gain: Option<Known<Units>>,
    /// Whether no package betters this one: the frontier runs through it. `None` where that is not known.
    pub on_frontier: Option<bool>,
    /// A package that betters it: worth as much to every principal and more to one, if one is known.
    pub better: Option<Package>,
    /// The same where it lies between the stops of continuous issues; `better` is then beside it.
    pub between: Option<SettledPackage>,
}

impl DealSpace {
    /// How far a package lies from the frontier.
    ///
    /// ```
    /// use detente_deals::{DealSpaceBuilder, RedLines, Units};
    /// use detente_model::Package;
    ///
    /// let mut space = DealSpaceBuilder::new([("price", 3), ("month", 2)]);
    /// space.party("seller", 0.0, [vec![0.0, 0.2, 0.6], vec![0.0, 0.4]]);
    /// space.party("buyer", 0.0, [vec![0.6, 0.4, 0.0], vec![0.0, 0.4]]);
    /// let space = space.build()?;
    /// let early = space.bettered(&Package(vec![1, 0]), RedLines::Ignored)?;
    /// assert_eq!(early.all_gain.and_then(|gain| gain.into_value()), Some(Units::from_f64(0.4)));
    /// assert_eq!(early.better, Some(Package(vec![1, 1])));
    /// assert_eq!(space.bettered(&Package(vec![1, 1]), RedLines::Ignored)?.on_frontier, Some(true));
    /// # Ok::<(), detente_deals::DealsError>(())
    /// ```
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn bettered(&self, package: &Package, red_lines: RedLines) -> Result<Bettered, DealsError> {
        let space = self.counted_from(package, red_lines);
        let margin = match space.margin_near(Some(package), limits::MARGIN) {
            Err(limit) if limit.is_limit() => {
                return Ok(Bettered {
                    all_gain: Some(Known::GivenUp(limit)),
                    on_frontier: None,
                    better: None,
                    between: None,
                });
            }
            found => found?,
        };
        let Some(margin) = margin.filter(|margin| margin.at_most >= Units::ZERO) else {
            return Ok(Bettered { all_gain: None, on_frontier: None, better: None, between: None });
        };
        let all_gain = Some(margin.known());
        // Ignoring red lines the package itself gains nobody less than nothing.
        let betters = |other: &Package| {
            let gains = space.actors.iter().map(|terms| terms.value(other) - terms.reservation);
            gains.clone().all(|gain| gain >= Units::ZERO)
                && gains.max().is_some_and(|most| most > Units::ZERO)
        };
        if margin.value > Units::ZERO || betters(&margin.package) {
            let all = margin.value >= Units::ZERO;
            return Ok(Bettered {
                all_gain,
                on_frontier: all.then_some(false),
                better: Some(margin.package),
                between: margin.between,
            });
        }
        let listed = if margin.is_proven() { space.above(limits::MARGIN) } else { None };
        let better = listed.as_ref().and_then(|listed| listed.iter().find(|other| betters(other)).cloned());
        let between_stops = !space.scales.is_empty();
        Ok(Bettered {
            all_gain,
            on_frontier: match (&listed, &better) {
                (_, Some(_)) => Some(false),
                // Between stops one may gain where at them nobody does.
                (Some(_), None) if !between_stops => Some(true),
                _ => None,
            },
            better,
            between: None,
        })
    }

    /// The space in which no deal is worth to each principal what a package is, and nobody else has a say.
    fn counted_from(&self, package: &Package, red_lines: RedLines) -> Self {
        let mut space = self.clone();
        let refused = |issue: usize, option: usize| {
            red_lines == RedLines::Kept && self.is_refused_by_others(issue, option, usize::MAX)
        };
        space.actors.truncate(self.principals);
        space.asked.truncate(self.principals);
        if red_lines == RedLines::Kept {
            space.infeasible.extend(self.lines_where_asked());
        }
        for terms in &mut space.actors {
            terms.reservation = terms.value(package);
            for (issue, row) in terms.refused.iter_mut().enumerate() {
                row.iter_mut().enumerate().for_each(|(option, is)| *is = refused(issue, option));
            }
        }
        space.ratification.clear();
        for scale in &mut space.scales {
            scale.kept_to(self.principals, red_lines == RedLines::Kept, &|actor| self.actors[actor].signs);
        }
        space
    }

    /// One package for each point of the frontier at which nobody loses; `None` where that takes too much work.
    fn above(&self, effort: u64) -> Option<Vec<Package>> {
        let all: Vec<usize> = (0..self.actors.len()).collect();
        let weighed: Vec<Weighed<'_>> =
            self.actors.iter().map(|terms| Weighed::new(terms, Coordinate::more)).collect();
        let mut problem = self.question(&weighed, &all);
        problem.effort = effort;
        if problem.choices.iter().any(Vec::is_empty) {
            return Some(Vec::new());
        }
        for coordinate in &mut problem.coordinates {
            coordinate.floor = Some(0);
        }
        let points = solve(&problem).ok()?;
        Some(points.iter().map(|point| problem.package(&point.picks)).collect())
    }

    /// The options of a package at which somebody who is asked about it has a red line: who, as a position among the actors, and on which issue.
    pub fn red_lines_crossed(&self, package: &Package) -> Vec<(usize, IssueId)> {
        let crossed = |actor: usize| {
            let refused = self.stated(actor).refused.iter().zip(&package.0).enumerate();
            refused
                .filter(|(_, (row, option))| row[usize::from(**option)])
                .map(|(issue, _)| (actor, IssueId(issue)))
                .collect::<Vec<_>>()
        };
        (0..self.actors.len()).filter(|actor| self.is_asked(*actor, package)).flat_map(crossed).collect()
    }
}
