//! Bucket elimination over frontiers, for a number of coordinates fixed at compile time.

use super::label::{Label, Trails};
use super::order::Order;
use super::problem::{Point, Problem};
use super::relaxation::dot;
use super::skyline::{skyline, skyline_of_cells};
use crate::DealsError;

/// Points that one frontier may hold.
const MOST_POINTS: usize = 4_000_000;
/// Steps that may be kept to name witnesses.
const MOST_STEPS: usize = 60_000_000;
/// Candidates that are gathered before the dominated ones among them are dropped.
const BATCH: usize = 4_000_000;
/// Directions along which partial sums are pruned at most.
const DIRECTIONS: usize = 4;

/// The frontiers that are left of an eliminated issue, one for each combination of its neighbours' choices.
struct Table<const D: usize> {
    scope: Vec<usize>,
    entries: Vec<Vec<Label<D>>>,
    range: Range<D>,
}

/// The least and the most that a part can add.
#[derive(Clone, Copy)]
struct Range<const D: usize> {
    worst: [i64; D],
    best: [i64; D],
    /// The most along each direction.
    along: [i128; DIRECTIONS],
}

/// A direction with its weights padded to `D` coordinates.
#[derive(Clone, Copy)]
struct Along<const D: usize> {
    weights: [i64; D],
    floor: i128,
}

impl<const D: usize> Along<D> {
    fn of(&self, at: &[i64; D]) -> i128 {
        dot(&self.weights, at)
    }
}

impl<const D: usize> Range<D> {
    const NOTHING: Self = Self { worst: [0; D], best: [0; D], along: [0; DIRECTIONS] };

    fn over<'a>(vectors: impl Iterator<Item = &'a [i64; D]>, directions: &[Along<D>]) -> Self {
        let empty = Self { worst: [i64::MAX; D], best: [i64::MIN; D], along: [i128::MIN; DIRECTIONS] };
        let range = vectors.fold(empty, |mut range, at| {
            for (most, direction) in range.along.iter_mut().zip(directions) {
                *most = (*most).max(direction.of(at));
            }
            Self {
                worst: std::array::from_fn(|d| range.worst[d].min(at[d])),
                best: std::array::from_fn(|d| range.best[d].max(at[d])),
                along: range.along,
            }
        });
        if range.worst.iter().zip(&range.best).any(|(worst, best)| worst > best) {
            Self::NOTHING
        } else {
            Self {
                along: std::array::from_fn(|i| if i < directions.len() { range.along[i] } else { 0 }),
                ..range
            }
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            worst: std::array::from_fn(|d| self.worst[d] + other.worst[d]),
            best: std::array::from_fn(|d| self.best[d] + other.best[d]),
            along: std::array::from_fn(|i| self.along[i] + other.along[i]),
        }
    }
}

/// A factor with its vector padded to `D` coordinates.
struct Padded<'a, const D: usize> {
    when: &'a [(detente_model::IssueId, Vec<usize>)],
    add: Option<[i64; D]>,
}

struct Search<'a, const D: usize> {
    problem: &'a Problem,
    choices: Vec<Vec<[i64; D]>>,
    floor: [Option<i64>; D],
    enough: [Option<i64>; D],
    directions: Vec<Along<D>>,
    /// The sides of a cell in which one label stands for all; `None` for the exact frontier. A coordinate that can have enough is
    /// a condition, and a condition is kept exactly: its side is 1.
    grid: Option<[i64; D]>,
    work: u64,
    trails: Trails,
}

/// How often, at most, labels of one package are reduced on the way: each time may cost the side of a cell. An issue that
/// nothing ties to others is reduced when it is merged; one that is tied also for its table, and when a table is joined.
fn reductions(order: &Order) -> i64 {
    let tied = |issue: usize| {
        order.iter().any(|(k, scope)| (*k == issue && !scope.is_empty()) || scope.contains(&issue))
    };
    order.iter().map(|(issue, _)| if tied(*issue) { 3 } else { 1 }).sum::<i64>().max(1)
}

pub(super) fn pad<const D: usize>(values: &[i64]) -> [i64; D] {
    std::array::from_fn(|d| values.get(d).copied().unwrap_or(0))
}

/// The non-dominated points, in descending order.
pub(super) fn eliminate<const D: usize>(problem: &Problem, order: &Order) -> Result<Vec<Point>, DealsError> {
    let choices: Vec<Vec<[i64; D]>> =
        problem.choices.iter().map(|issue| issue.iter().map(|c| pad(&c.add)).collect()).collect();
    let mut search = Search::<D> {
        problem,
        floor: std::array::from_fn(|d| problem.coordinates.get(d).and_then(|c| c.floor)),
        enough: std::array::from_fn(|d| problem.coordinates.get(d).and_then(|c| c.enough)),
        directions: problem
            .directions
            .iter()
            .take(DIRECTIONS)
            .map(|direction| Along { weights: pad(&direction.weights), floor: direction.floor })
            .collect(),
        grid: problem.tolerance.map(|tolerance| {
            let side = (tolerance / reductions(order)).max(1);
            std::array::from_fn(|d| {
                if problem.coordinates.get(d).is_some_and(|c| c.enough.is_none()) { side } else { 1 }
            })
        }),
        work: 0,
        trails: Trails::new(),
        choices,
    };
    let start: Vec<i64> = problem.coordinates.iter().map(|c| c.start).collect();
    let front = search.run(order, pad(&start))?;
    let point = |label: &Label<D>| Point {
        at: label.at[..problem.coordinates.len().min(D)].to_vec(),
        picks: search.trails.follow(label.trail, problem.choices.len()),
        count: label.count,
    };
    Ok(front.iter().map(point).collect())
}

impl<const D: usize> Search<'_, D> {
    fn run(&mut self, order: &Order, start: [i64; D]) -> Result<Vec<Label<D>>, DealsError> {
        let mut factors: Vec<Padded<'_, D>> = self
            .problem
            .factors
            .iter()
            .map(|f| Padded { when: &f.when.0, add: f.add.as_deref().map(pad) })
            .collect();
        let mut tables: Vec<Table<D>> = Vec::new();
        let mut global = vec![Label { at: start, ..Label::zero() }];
        // What everything that is still open can add at least and at most.
        let mut open: Vec<Range<D>> =
            self.choices.iter().map(|issue| Range::over(issue.iter(), &self.directions)).collect();

        for (issue, scope) in order {
            let issue = *issue;
            let (own_factors, other_factors): (Vec<_>, Vec<_>) =
                factors.into_iter().partition(|f| f.when.iter().any(|(k, _)| k.index() == issue));
            factors = other_factors;
            let (own_tables, other_tables): (Vec<_>, Vec<_>) =
                tables.into_iter().partition(|table| table.scope.contains(&issue));
            tables = other_tables;
            open[issue] = Range::NOTHING;
            let elsewhere = open
                .iter()
                .copied()
                .chain(tables.iter().map(|table| table.range))
                .chain(factors.iter().map(|factor| factor.range(&self.directions)))
                .fold(Range::NOTHING, Range::plus);
            let so_far = Range::over(global.iter().map(|label| &label.at), &self.directions);

            let mut entries = Vec::new();
            let mut settled = vec![0; self.choices.len()];
            loop {
                let rest = elsewhere.plus(so_far);
                entries.push(self.entry(issue, &mut settled, &own_factors, &own_tables, rest)?);
                if !self.advance(scope, &mut settled) {
                    break;
                }
            }
            if scope.is_empty() {
                let own = entries.pop().unwrap_or_default();
                global = self.join(&global, &own, elsewhere)?;
                if global.is_empty() {
                    return Ok(global);
                }
            } else {
                let range = Range::over(entries.iter().flatten().map(|label| &label.at), &self.directions);
                tables.push(Table { scope: scope.clone(), entries, range });
            }
        }
        // What has no issue left: factors with an empty condition always hold.
        for factor in &factors {
            match factor.add {
                None => global.clear(),
                Some(add) => {
                    for label in &mut global {
                        label.at = label.shifted(&add, 0).at;
                    }
                }
            }
        }
        let floor = self.floor;
        global.retain(|label| {
            label.at.iter().zip(&floor).all(|(x, floor)| floor.is_none_or(|floor| *x >= floor))
        });
        Ok(global)
    }

    /// The frontier over the choices on `issue`, its neighbours settled as given.
    fn entry(
        &mut self,
        issue: usize,
        settled: &mut [usize],
        factors: &[Padded<'_, D>],
        tables: &[Table<D>],
        rest: Range<D>,
    ) -> Result<Vec<Label<D>>, DealsError> {
        let mut candidates = Vec::new();
        for choice in 0..self.choices[issue].len() {
            settled[issue] = choice;
            let mut add = self.choices[issue][choice];
            let mut possible = true;
            for factor in factors {
                let holds = factor.when.iter().all(|(k, options)| {
                    options.contains(&self.problem.choices[k.index()][settled[k.index()]].option)
                });
                if holds {
                    match factor.add {
                        None => possible = false,
                        Some(extra) => add = std::array::from_fn(|d| add[d] + extra[d]),
                    }
                }
            }
            if !possible {
                continue;
            }
            let mut parts = tables.iter().map(|table| {
                let index =
                    table.scope.iter().fold(0, |index, k| index * self.choices[*k].len() + settled[*k]);
                &table.entries[index]
            });
            match (parts.next(), parts.len()) {
                (None, _) => self.keep(&mut candidates, Label::zero().shifted(&add, choice as u32), rest)?,
                (Some(first), 0) => {
                    for label in first {
                        self.keep(&mut candidates, label.shifted(&add, choice as u32), rest)?;
                    }
                }
                (Some(first), _) => {
                    let parts: Vec<&Vec<Label<D>>> = parts.collect();
                    let mut sum = first.clone();
                    for part in parts {
                        let mut joined: Vec<Label<D>> = Vec::new();
                        for b in part {
                            joined.extend(sum.iter().map(|a| a.joined(b)));
                            if joined.len() >= BATCH {
                                self.reduce(&mut joined)?;
                            }
                        }
                        self.reduce(&mut joined)?;
                        self.trails.settle_joins(&mut joined);
                        sum = joined;
                    }
                    for label in &sum {
                        self.keep(&mut candidates, label.shifted(&add, choice as u32), rest)?;
                    }
                }
            }
        }
        if tables.is_empty() {
            // A handful of choices: reduced exactly, whatever the tolerance.
            self.work += skyline(&mut candidates, u64::MAX);
        } else {
            self.reduce(&mut candidates)?;
        }
        self.trails.settle_choices(&mut candidates, issue);
        Ok(candidates)
    }

    /// All sums of two frontiers that are not dominated.
    fn join(
        &mut self,
        one: &[Label<D>],
        other: &[Label<D>],
        rest: Range<D>,
    ) -> Result<Vec<Label<D>>, DealsError> {
        let mut candidates = Vec::new();
        for b in other {
            for a in one {
                self.keep(&mut candidates, a.joined(b), rest)?;
            }
            self.work += one.len() as u64;
        }
        self.reduce(&mut candidates)?;
        self.trails.settle_joins(&mut candidates);
        Ok(candidates)
    }

    /// Adds a candidate unless it cannot reach a floor; what can no longer fail to be enough is levelled.
    fn keep(
        &mut self,
        candidates: &mut Vec<Label<D>>,
        mut label: Label<D>,
        rest: Range<D>,
    ) -> Result<(), DealsError> {
        for d in 0..D {
            if self.floor[d].is_some_and(|floor| label.at[d] + rest.best[d] < floor) {
                return Ok(());
            }
            if let Some(enough) = self.enough[d] {
                label.at[d] = label.at[d].min(enough - rest.worst[d]);
            }
        }
        for (direction, best) in self.directions.iter().zip(&rest.along) {
            if direction.of(&label.at) + best < direction.floor {
                return Ok(());
            }
        }
        candidates.push(label);
        if candidates.len() >= BATCH && candidates.len().is_multiple_of(BATCH) {
            self.reduce(candidates)?;
        }
        Ok(())
    }

    /// Drops what is dominated, or as good as dominated where a tolerance is given.
    fn reduce(&mut self, labels: &mut Vec<Label<D>>) -> Result<(), DealsError> {
        let left = self.problem.effort.saturating_sub(self.work);
        self.work += match self.grid {
            None => skyline(labels, left),
            Some(grid) => skyline_of_cells(labels, &grid, left),
        };
        self.check_size(labels)
    }

    fn check_size(&self, labels: &[Label<D>]) -> Result<(), DealsError> {
        if self.work > self.problem.effort {
            return Err(DealsError::TooMuchWork { most: self.problem.effort });
        }
        if labels.len() > MOST_POINTS || self.trails.len() > MOST_STEPS {
            return Err(DealsError::FrontierTooLarge { most: MOST_POINTS });
        }
        Ok(())
    }

    /// Moves `settled` on to the next combination of choices on the issues of `scope`, last fastest.
    fn advance(&self, scope: &[usize], settled: &mut [usize]) -> bool {
        for &k in scope.iter().rev() {
            settled[k] += 1;
            if settled[k] < self.choices[k].len() {
                return true;
            }
            settled[k] = 0;
        }
        false
    }
}

impl<const D: usize> Padded<'_, D> {
    fn range(&self, directions: &[Along<D>]) -> Range<D> {
        let add = self.add.unwrap_or([0; D]);
        Range {
            worst: add.map(|x| x.min(0)),
            best: add.map(|x| x.max(0)),
            along: std::array::from_fn(|i| {
                directions.get(i).map_or(0, |direction| direction.of(&add).max(0))
            }),
        }
    }
}
