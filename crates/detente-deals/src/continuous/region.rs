//! The packages between stops, piece by piece.
//!
//! **A piece** is a choice on every other issue and one stretch of each continuous one. On it the surplus of every actor is linear:
//! `s_i(t) = base_i + Σ_k t_k rise_ki` with t in a box. As a continuous issue stands in no condition on packages, its part is a sum by
//! itself, so of the choices on the other issues only those whose surpluses nothing dominates can matter, the same for all stretches. They come
//! from the search of [`crate::pareto`], with the most that the continuous issues could add in their floors.
//!
//! **Search.** From such a choice, stretches are chosen issue by issue. A branch ends where the most that is left cannot lift somebody to the floor, where
//! a weighted sum cannot reach the weighted floors (the multipliers of a Lagrange relaxation: Geoffrion 1974), or where the goal sees that nothing better
//! can come. Exact; linear in choices times pieces at worst, so steps are counted and bounded.

use detente_model::{IssueId, Package};

use super::{SettledPackage, Stretch};
use crate::DealsError;
use crate::pareto::{Choice, Coordinate, Problem, solve};
use crate::question::Weighed;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::watch::{Meter, Watch};

/// Steps of work that are left; a linear programme counts as [`PROGRAMME`].
#[derive(Debug, Clone)]
pub(crate) struct Work {
    meter: Meter,
    left: u64,
    most: u64,
}

/// Steps that a linear programme counts for.
const PROGRAMME: u64 = 100;

impl Work {
    pub fn of(most: u64, watch: &Watch) -> Self {
        Self { meter: Meter::of(watch), left: most, most }
    }

    fn spend(&mut self, steps: u64) -> Result<(), DealsError> {
        // A step here is some thirty of those elsewhere.
        self.meter.count(30 * steps);
        self.left = self.left.checked_sub(steps).ok_or(DealsError::TooMuchWork { most: self.most })?;
        Ok(())
    }
}

/// The packages in which certain actors count.
pub(crate) struct Region<'a> {
    space: &'a DealSpace,
    /// Those whose surpluses count, as positions among the actors.
    pub watched: Vec<usize>,
    /// Those whose red lines bind.
    bound: Vec<usize>,
    /// Choices on the other issues, with the surpluses that they alone give.
    choices: Vec<(Package, Vec<i64>)>,
    /// By continuous issue, the stretches that cross no red line of those who are bound.
    open: Vec<Vec<&'a Stretch>>,
    /// The most that continuous issues can add to each surplus, by how many of them are chosen already.
    most: Vec<Vec<i64>>,
    /// Weights by which to tell that a floor is out of reach, with the most that issues not chosen yet can add to the weighted sum.
    weighings: Vec<(Vec<i64>, Vec<i128>)>,
}

/// A choice on every other issue and a stretch of each continuous one.
pub(crate) struct Piece<'a> {
    /// The choices on the other issues.
    pub options: &'a Package,
    /// The stretches.
    pub stretches: Vec<&'a Stretch>,
    /// Surpluses where every stretch begins.
    pub base: Vec<i64>,
    /// By continuous issue, what going to the end of the stretch adds.
    pub rise: Vec<Vec<i64>>,
}

/// What is looked for among pieces.
pub(crate) trait Goal {
    /// The surpluses below which a package is of no interest.
    fn floors(&self) -> &[i64];
    /// Whether no package with surpluses up to these is of interest.
    fn is_hopeless(&self, most: &[i64]) -> bool;
    /// Looks into a piece; true if the search is over.
    fn look(&mut self, region: &Region<'_>, piece: &Piece<'_>) -> bool;
}

impl<'a> Region<'a> {
    /// The packages that cross no red line of those `bound`, in which the surpluses of those `watched` count and reach the floors. `None` if it is plain that
    /// there are none. There must be somebody to watch.
    pub fn new(
        space: &'a DealSpace,
        watched: &[usize],
        bound: &[usize],
        floors: &[i64],
        effort: u64,
    ) -> Result<Option<Self>, DealsError> {
        let Some(Ends { mut problem, open }) = Ends::of(space, watched, bound) else { return Ok(None) };
        let slack = space.rounding();
        let relaxation = problem.above(floors).relax();
        if relaxation.bound < -slack {
            return Ok(None);
        }
        let top = |choices: &[Choice], score: &dyn Fn(&[i64]) -> i128| {
            choices.iter().map(|choice| score(&choice.add)).max().unwrap_or(0)
        };
        // From the last continuous issue back to the first.
        let mut most = vec![vec![0i64; watched.len()]];
        let mut weighings: Vec<(Vec<i64>, Vec<i128>)> =
            relaxation.weights.into_iter().map(|weights| (weights, vec![0])).collect();
        for scale in space.scales.iter().rev() {
            let choices = &problem.choices[scale.issue];
            let before = &most[most.len() - 1];
            let next = (0..watched.len()).map(|d| before[d] + top(choices, &|add| i128::from(add[d])) as i64);
            most.push(next.collect());
            for (weights, left) in &mut weighings {
                let more = top(choices, &|add| dot(weights, add));
                left.push(left[left.len() - 1] + more);
            }
        }
        most.reverse();
        for (_, left) in &mut weighings {
            left.reverse();
        }
        for scale in &space.scales {
            problem.choices[scale.issue] = vec![Choice { option: 0, add: vec![0; watched.len()] }];
        }
        problem.effort = effort;
        for ((coordinate, floor), most) in problem.coordinates.iter_mut().zip(floors).zip(&most[0]) {
            coordinate.floor = Some(floor.saturating_sub(slack).saturating_sub(*most));
        }
        problem.directions = weighings
            .iter()
            .map(|(weights, left)| crate::pareto::Direction {
                weights: weights.clone(),
                floor: floor_of(weights, floors, slack) - left[0],
            })
            .collect();
        let points = solve(&problem)?;
        let mut choices: Vec<(Package, Vec<i64>)> =
            points.into_iter().map(|point| (problem.package(&point.picks), point.at)).collect();
        // The most promising first, so that what comes after can be dropped.
        let promise = |at: &[i64]| at.iter().zip(&most[0]).map(|(x, m)| x + m).min();
        choices.order_by(|a, b| promise(&b.1).cmp(&promise(&a.1)).then(a.0.cmp(&b.0)));
        Ok((!choices.is_empty()).then(|| Self {
            space,
            watched: watched.to_vec(),
            bound: bound.to_vec(),
            choices,
            open,
            most,
            weighings,
        }))
    }

    /// Goes through the pieces until the goal is reached.
    pub fn search(&self, goal: &mut dyn Goal, work: &mut Work) -> Result<(), DealsError> {
        for (options, at) in &self.choices {
            let mut chosen = Vec::with_capacity(self.open.len());
            if self.below(options, at, at, &mut chosen, goal, work)? {
                break;
            }
        }
        Ok(())
    }

    /// `at` holds the surpluses of the choices with the better end of every stretch chosen.
    fn below(
        &self,
        options: &Package,
        plain: &[i64],
        at: &[i64],
        chosen: &mut Vec<&'a Stretch>,
        goal: &mut dyn Goal,
        work: &mut Work,
    ) -> Result<bool, DealsError> {
        work.spend(1 + self.weighings.len() as u64)?;
        let depth = chosen.len();
        let most: Vec<i64> = at.iter().zip(&self.most[depth]).map(|(x, more)| x + more).collect();
        let slack = self.space.rounding();
        let short = |(most, floor): (&i64, &i64)| *most < floor.saturating_sub(slack);
        if most.iter().zip(goal.floors()).any(short) || goal.is_hopeless(&most) {
            return Ok(false);
        }
        let out_of_reach = |(weights, left): &(Vec<i64>, Vec<i128>)| {
            let so_far = chosen.iter().map(|stretch| {
                let end = |end: usize| -> i128 {
                    self.watched
                        .iter()
                        .zip(weights)
                        .map(|(i, w)| i128::from(*w) * i128::from(stretch.worth[*i][end]))
                        .sum()
                };
                end(0).max(end(1))
            });
            dot(weights, plain) + so_far.sum::<i128>() + left[depth] < floor_of(weights, goal.floors(), slack)
        };
        if self.weighings.iter().any(out_of_reach) {
            return Ok(false);
        }
        let Some(open) = self.open.get(depth) else {
            work.spend(PROGRAMME)?;
            return Ok(goal.look(self, &self.piece(options, plain, chosen)));
        };
        for stretch in open {
            let better = |(x, i): (&i64, &usize)| x + stretch.worth[*i][0].max(stretch.worth[*i][1]);
            let next: Vec<i64> = at.iter().zip(&self.watched).map(better).collect();
            chosen.push(stretch);
            let over = self.below(options, plain, &next, chosen, goal, work)?;
            chosen.pop();
            if over {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn piece<'b>(&'b self, options: &'b Package, plain: &[i64], chosen: &[&'a Stretch]) -> Piece<'b> {
        let from = |d: usize| chosen.iter().map(|s| s.worth[self.watched[d]][0]).sum::<i64>();
        let rise = |s: &&Stretch| self.watched.iter().map(|i| s.worth[*i][1] - s.worth[*i][0]).collect();
        Piece {
            options,
            stretches: chosen.to_vec(),
            base: plain.iter().enumerate().map(|(d, x)| x + from(d)).collect(),
            rise: chosen.iter().map(rise).collect(),
        }
    }

    /// The package at a place of a piece.
    pub fn package(&self, piece: &Piece<'_>, t: &[f64]) -> SettledPackage {
        let number = |(stretch, t): (&&Stretch, &f64)| match *t {
            0.0 => stretch.from,
            1.0 => stretch.to,
            t => (stretch.from + t * (stretch.to - stretch.from)).clamp(stretch.from, stretch.to),
        };
        let issues = self.space.scales.iter().map(|scale| IssueId(scale.issue));
        SettledPackage {
            options: piece.options.clone(),
            numbers: issues.zip(piece.stretches.iter().zip(t).map(number)).collect(),
        }
    }

    /// The surpluses of those watched, of a package judged anew; `None` where it crosses a red line that binds.
    pub fn judge(&self, package: &SettledPackage) -> Option<Vec<i64>> {
        if self.bound.iter().any(|i| self.space.refuses(*i, package)) {
            return None;
        }
        Some(self.watched.iter().map(|i| self.space.surplus(*i, package)).collect())
    }

    /// The space that is searched.
    pub fn space(&self) -> &DealSpace {
        self.space
    }
}

/// A question in which the ends of stretches stand for continuous issues: in any weighted sum they say all.
pub(super) struct Ends<'a> {
    pub problem: Problem,
    /// By continuous issue, the stretches that cross no red line of those who are bound.
    pub open: Vec<Vec<&'a Stretch>>,
}

impl<'a> Ends<'a> {
    /// `None` if red lines leave nothing on some issue. There must be somebody to watch.
    pub fn of(space: &'a DealSpace, watched: &[usize], bound: &[usize]) -> Option<Self> {
        let opens = |stretch: &&Stretch| !bound.iter().any(|i| stretch.refused[*i]);
        let open: Vec<Vec<&Stretch>> =
            space.scales.iter().map(|scale| scale.stretches.iter().filter(opens).collect()).collect();
        let weighed: Vec<Weighed<'_>> =
            watched.iter().map(|i| Weighed::new(&space.actors[*i], Coordinate::more)).collect();
        let mut problem = space.question(&weighed, bound);
        for (scale, open) in space.scales.iter().zip(&open) {
            let end = |stretch: &Stretch, end: usize| -> Vec<i64> {
                watched.iter().map(|i| stretch.worth[*i][end]).collect()
            };
            let mut adds: Vec<Vec<i64>> = open.iter().flat_map(|s| [end(s, 0), end(s, 1)]).collect();
            adds.dedup();
            problem.choices[scale.issue] =
                adds.into_iter().enumerate().map(|(option, add)| Choice { option, add }).collect();
        }
        (!problem.choices.iter().any(Vec::is_empty)).then_some(Self { problem, open })
    }
}

impl Problem {
    /// The same with every coordinate counted from a floor.
    fn above(&self, floors: &[i64]) -> Self {
        let mut problem = self.clone();
        for (coordinate, floor) in problem.coordinates.iter_mut().zip(floors) {
            coordinate.start = coordinate.start.saturating_sub(*floor);
        }
        problem
    }
}

/// What weighted surpluses must reach.
fn floor_of(weights: &[i64], floors: &[i64], slack: i64) -> i128 {
    weights
        .iter()
        .zip(floors)
        .map(|(w, floor)| i128::from(*w) * (i128::from(*floor) - i128::from(slack)))
        .sum()
}

fn dot(weights: &[i64], vector: &[i64]) -> i128 {
    weights.iter().zip(vector).map(|(w, x)| i128::from(*w) * i128::from(*x)).sum()
}
