//! The margin by lot: how far from agreement, or how roomy the zone, if lots or turns may decide between packages.
//!
//! **Definition.** The largest value, over lotteries of packages, of the smallest expected surplus among the signatories
//! (principals and audiences with a veto). The packages are those that are feasible and cross no red line of a signatory; where
//! a principal needs votes at home, only those that carry every quota, because a vote is taken on what was drawn and
//! not on a mean. So where there is a quota, the figure is about fewer packages than the margin is.
//!
//! **Method.** By duality the largest smallest mean is the least, over weights that sum to 1, of the largest weighted sum of surpluses
//! that a package has (Geoffrion 1974). A linear programme in whole numbers (see [`super::simplex`]) finds the best lottery over a few
//! packages with the weights that prove it; the package with the largest weighted sum is then searched for, exactly, with
//! interactions and infeasible combinations. If it is no better, the lottery is the best there is; else it joins the few
//! (column generation: Dantzig & Wolfe 1960). Weights of too many digits are cut, which can only raise the bound. With a quota, or
//! with issues tied too closely, the packages come from a frontier that is listed first. Where that is too much as well, the search is
//! over a looser problem, which bounds the figure from above, and its packages count as what they are worth.
//!
//! **Cost.** One elimination per round. Past [`limits::MARGIN_BY_LOT`] steps the figure is left between its bounds, and both are given.

use detente_model::Package;
use num_bigint::{BigInt, Sign};

use super::Lottery;
use super::kalai_smorodinsky::Listed;
use super::simplex::{Multipliers, Simplex, Source};
use crate::DealsError;
use crate::fixed::Units;
use crate::limits;
use crate::pareto::{Coordinate, Problem, WeightedSums, leximin, solve};
use crate::question::Weighed;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::watch::Meter;

/// The margin by lot.
#[derive(Debug, Clone, PartialEq)]
pub struct MarginByLot {
    /// The packages and what they are worth to the principals.
    pub lottery: Lottery,
    /// The smallest expected surplus among the signatories, rounded down.
    pub value: Units,
    /// No lottery has a larger smallest expected surplus than this, rounded down.
    pub at_most: Units,
}

impl MarginByLot {
    /// Whether no lottery does better, to within one unit.
    pub fn is_proven(&self) -> bool {
        self.at_most - self.value <= Units::SMALLEST
    }
}

/// Packages from a search for the largest weighted sum.
struct Searched<'a> {
    sums: WeightedSums<'a>,
    problem: &'a Problem,
    /// What was met so far: the signatories' surpluses, and a package with them.
    met: Vec<(Vec<i64>, Package)>,
    /// The lowest bound so far, in units.
    bound: i64,
    /// Steps of work that are left.
    left: u64,
}

impl Searched<'_> {
    /// The package with the largest weighted sum, and the bound that it gives.
    fn search(&mut self, weights: &[i128]) -> Option<Vec<i64>> {
        self.left = self.left.checked_sub(self.sums.steps)?;
        let (most, picks) = self.sums.best(weights)?;
        let bound = most.checked_div_euclid(weights.iter().sum()).and_then(|bound| i64::try_from(bound).ok());
        self.bound = self.bound.min(bound.unwrap_or(i64::MAX));
        let at = self.problem.vector(&picks)?;
        self.met.push((at.clone(), self.problem.package_of(&picks)));
        Some(at)
    }
}

impl Source for Searched<'_> {
    fn betters(&mut self, levels: &[Multipliers]) -> Option<Vec<i64>> {
        let weights = &levels.last()?.weights;
        // As many digits as leave room for the sum over the coordinates; what is cut off can only raise the bound.
        let parts = self.sums.largest.max(1).saturating_mul(weights.len() as u128 + 1);
        let room = 125 - u64::from(parts.ilog2()).min(124);
        let cut = weights.iter().map(BigInt::bits).max().unwrap_or(0).saturating_sub(room);
        let weights: Vec<i128> =
            weights.iter().map(|w| i128::try_from(w >> cut).unwrap_or(0).max(0)).collect();
        self.search(&weights)
    }
}

impl DealSpace {
    /// The margin by lot; `None` when red lines leave no package, or none carries the quotas at home.
    ///
    /// # Errors
    /// If the packages to draw from must be listed and cannot be; see [`DealsError`].
    pub fn margin_by_lot(&self) -> Result<Option<MarginByLot>, DealsError> {
        self.margin_by_lot_near(None, limits::MARGIN_BY_LOT)
    }

    /// As [`Self::margin_by_lot`], from a package that is known to be good, for a number of steps of work.
    pub(crate) fn margin_by_lot_near(
        &self,
        known: Option<&Package>,
        effort: u64,
    ) -> Result<Option<MarginByLot>, DealsError> {
        let Some(problem) = self.surplus_question() else { return Ok(None) };
        let signatories = problem.coordinates.len();
        let loose;
        let (sums, too_wide) = match WeightedSums::new(&problem) {
            Ok(sums) if self.ratification.is_empty() => (sums, None),
            _ => match self.margin_over_a_list(effort) {
                Err(too_wide @ DealsError::TooWide { .. }) if self.ratification.is_empty() => {
                    loose = problem.loosened_to(limits::LOOSE_TABLE_ENTRIES);
                    (WeightedSums::new(&loose)?, Some(too_wide))
                }
                listed => return listed,
            },
        };
        let bound = problem.relax().bound;
        let mut source = Searched { sums, problem: &problem, met: Vec::new(), bound, left: effort };
        let known = known.and_then(|package| {
            Some((problem.picks(package).and_then(|picks| problem.vector(&picks))?, package.clone()))
        });
        source.met.extend(known);
        let first = match source.met.first() {
            Some((at, _)) => at.clone(),
            // Without a package to start from, the first search gives one, or shows that there is none.
            None => match source.search(&vec![1; signatories]) {
                Some(at) => at,
                None if source.sums.steps > effort => return Err(DealsError::TooMuchWork { most: effort }),
                None => return too_wide.map_or(Ok(None), Err),
            },
        };
        let mut simplex = Simplex::new(vec![1; signatories], first);
        simplex.solve(&mut source, false, &self.watch);
        Ok(Some(self.by_lot(&simplex, &source.met, source.bound)))
    }

    /// The margin by lot over packages that are listed first: what the signatories can have while every quota is carried.
    fn margin_over_a_list(&self, effort: u64) -> Result<Option<MarginByLot>, DealsError> {
        let signatories = self.signatories();
        let signing = signatories.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::more));
        let mut problem = self.question(&signing.chain(self.voters()).collect::<Vec<_>>(), &signatories);
        problem.effort = effort;
        let mut points = Vec::new();
        let mut met = Vec::new();
        let meter = Meter::of(&self.watch);
        for point in solve(&problem)? {
            meter.count((self.sizes.len() * self.actors.len()) as u64);
            let package = problem.package(&point.picks);
            if self.ratified_by_all(&package) {
                points.push(point.at[..signatories.len()].to_vec());
                met.push((point.at[..signatories.len()].to_vec(), package));
            }
        }
        let Some(first) = points.iter().max_by_key(|at| leximin(at)) else { return Ok(None) };
        let mut simplex = Simplex::new(vec![1; signatories.len()], first.clone());
        let proven = simplex.solve(&mut Listed::new(&points, &self.watch), false, &self.watch);
        let bound = if proven { i64::MIN } else { problem.relax().bound };
        Ok(Some(self.by_lot(&simplex, &met, bound)))
    }

    fn by_lot(&self, simplex: &Simplex, met: &[(Vec<i64>, Package)], bound: i64) -> MarginByLot {
        let package =
            |at: &Vec<i64>| met.iter().find(|(known, _)| known == at).map(|(_, package)| package.clone());
        let drawn = simplex.probabilities().into_iter();
        let mut packages: Vec<(Package, f64)> =
            drawn.filter_map(|(j, p)| Some((package(&simplex.points[j])?, p))).collect();
        packages.order_by(|a, b| a.0.cmp(&b.0));
        let mean =
            |i: usize| packages.iter().map(|(x, p)| p * self.actors[i].value(x).in_trillionths()).sum();
        let (level, denominator) = simplex.level();
        let value = floor(&level, denominator);
        MarginByLot {
            lottery: Lottery { values: (0..self.principals).map(mean).collect(), packages },
            value: self.units(value),
            at_most: self.units(bound.max(value)),
        }
    }
}

/// The largest whole number that is no larger than a ratio with a positive denominator.
fn floor(of: &BigInt, to: &BigInt) -> i64 {
    let quotient = of / to;
    let down = i64::from((of - &quotient * to).sign() == Sign::Minus);
    i64::try_from(quotient).unwrap_or(if of.sign() == Sign::Minus { i64::MIN + 1 } else { i64::MAX }) - down
}
