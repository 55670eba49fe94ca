//! Bucket elimination over frontiers, for a number of coordinates fixed at compile time.

use super::growth::Growth;
use super::label::{Label, Trails, pad, plus};
use super::order::Order;
use super::problem::{Point, Problem};
use super::range::{Along, DIRECTIONS, Range};
use super::skyline::{skyline, skyline_of_cells};
use super::sums::Sums;
use super::survivors::Survivors;
use crate::DealsError;
use crate::limits;
use crate::watch::Meter;

/// Candidates that are gathered before the dominated ones among them are dropped.
const BATCH: usize = 4_000_000;
/// Steps to take the next of many sums from the heap of them.
const A_SUM: u64 = 10;

/// The frontiers that are left of an eliminated issue, one for each combination of its neighbours' choices.
struct Table<const D: usize> {
    scope: Vec<usize>,
    entries: Vec<Vec<Label<D>>>,
    range: Range<D>,
}

struct Search<'a, const D: usize> {
    problem: &'a Problem,
    choices: Vec<Vec<[i64; D]>>,
    /// What each factor adds; `None` where it forbids.
    factors: Vec<Option<[i64; D]>>,
    floor: [Option<i64>; D],
    enough: [Option<i64>; D],
    directions: Vec<Along<D>>,
    /// The sides of a cell in which one label stands for all; `None` for the exact frontier. A coordinate that can have enough is
    /// a condition, and a condition is kept exactly: its side is 1.
    grid: Option<[i64; D]>,
    work: u64,
    meter: Meter,
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

/// The non-dominated points, in descending order.
pub(super) fn eliminate<const D: usize>(problem: &Problem, order: &Order) -> Result<Vec<Point>, DealsError> {
    let mut search = Search::<D>::new(problem, order);
    let start: Vec<i64> = problem.coordinates.iter().map(|c| c.start).collect();
    let front = search.run(order, pad(&start))?;
    let point = |label: &Label<D>| {
        search.meter.count(problem.choices.len() as u64);
        Point {
            at: label.at[..problem.coordinates.len().min(D)].to_vec(),
            picks: search.trails.follow(label.trail, problem.choices.len()),
            count: label.count,
        }
    };
    Ok(front.iter().map(point).collect())
}

impl<'a, const D: usize> Search<'a, D> {
    fn new(problem: &'a Problem, order: &Order) -> Self {
        let mut search = Self {
            problem,
            choices: problem
                .choices
                .iter()
                .map(|issue| issue.iter().map(|choice| pad(&choice.add)).collect())
                .collect(),
            factors: problem.factors.iter().map(|factor| factor.add.as_deref().map(pad)).collect(),
            floor: [None; D],
            enough: [None; D],
            directions: problem
                .directions
                .iter()
                .take(DIRECTIONS)
                .map(|direction| Along { weights: pad(&direction.weights), floor: direction.floor })
                .collect(),
            grid: None,
            work: 0,
            meter: Meter::of(&problem.watch),
            trails: Trails::new(),
        };
        let side = problem.tolerance.map(|tolerance| (tolerance / reductions(order)).max(1));
        let mut grid = [1; D];
        for (d, coordinate) in problem.coordinates.iter().enumerate().take(D) {
            search.floor[d] = coordinate.floor;
            search.enough[d] = coordinate.enough;
            if let (Some(side), None) = (side, coordinate.enough) {
                grid[d] = side;
            }
        }
        search.grid = side.map(|_| grid);
        search
    }

    fn run(&mut self, order: &Order, start: [i64; D]) -> Result<Vec<Label<D>>, DealsError> {
        let problem = self.problem;
        let speaks_of =
            |f: &usize, issue: usize| problem.factors[*f].when.0.iter().any(|(k, _)| k.index() == issue);
        let mut factors: Vec<usize> = (0..self.factors.len()).collect();
        let mut tables: Vec<Table<D>> = Vec::new();
        // The tables that wait for an issue of their scope.
        let mut waiting: Vec<usize> = Vec::new();
        let mut global = vec![Label { at: start, ..Label::zero() }];
        let foresee =
            problem.foresee && self.grid.is_none() && order.iter().all(|(_, scope)| scope.is_empty());
        let mut growth = Growth::default();
        // What everything that is still open can add at least and at most.
        let mut open: Vec<Range<D>> =
            self.choices.iter().map(|issue| Range::over(&mut issue.iter(), &self.directions)).collect();

        for (issue, scope) in order {
            let issue = *issue;
            let own_factors = take_out(&mut factors, &|f| speaks_of(f, issue));
            let own_tables = take_out(&mut waiting, &|table| tables[*table].scope.contains(&issue));
            open[issue] = Range::NOTHING;
            let mut elsewhere = Range::NOTHING;
            for range in &open {
                elsewhere = elsewhere.plus(range);
            }
            for table in &waiting {
                elsewhere = elsewhere.plus(&tables[*table].range);
            }
            for factor in &factors {
                elsewhere = elsewhere.plus(&self.range_of(*factor));
            }
            let rest = elsewhere.plus(&range(&global, &self.directions, &self.meter));

            let mut entries = Vec::new();
            let mut settled = vec![0; self.choices.len()];
            loop {
                entries.push(self.entry(issue, &mut settled, &own_factors, (&tables, &own_tables), &rest)?);
                if !self.advance(scope, &mut settled) {
                    break;
                }
            }
            for table in own_tables {
                tables[table].entries = Vec::new();
            }
            if scope.is_empty() {
                let own = entries.pop().unwrap_or_default();
                global = self.join(&global, &own, &elsewhere)?;
                if foresee {
                    growth.after_an_issue(self.work, order.len(), problem.effort)?;
                }
                if global.is_empty() {
                    return Ok(global);
                }
            } else {
                let range = {
                    let labels = entries.iter().flat_map(|entry: &Vec<Label<D>>| self.meter.along(entry));
                    Range::over(&mut labels.map(|label| &label.at), &self.directions)
                };
                waiting.push(tables.len());
                tables.push(Table { scope: scope.clone(), entries, range });
            }
        }
        // What has no issue left: factors with an empty condition always hold.
        for factor in factors {
            match &self.factors[factor] {
                None => global.clear(),
                Some(add) => global.iter_mut().for_each(|label| {
                    self.meter.count(1);
                    label.at = plus(label.at, add);
                }),
            }
        }
        let floor = self.floor;
        global.retain(|label| {
            self.meter.count(1);
            label.at.iter().zip(&floor).all(|(x, floor)| floor.is_none_or(|floor| *x >= floor))
        });
        Ok(global)
    }

    /// What a factor can add.
    fn range_of(&self, factor: usize) -> Range<D> {
        let mut range = Range::NOTHING;
        if let Some(add) = &self.factors[factor] {
            for ((worst, best), x) in range.worst.iter_mut().zip(&mut range.best).zip(add) {
                (*worst, *best) = ((*x).min(0), (*x).max(0));
            }
            for (most, direction) in range.along.iter_mut().zip(&self.directions) {
                *most = direction.of(add).max(0);
            }
        }
        range
    }

    /// The frontier over the choices on `issue`, its neighbours settled as given.
    fn entry(
        &mut self,
        issue: usize,
        settled: &mut [usize],
        factors: &[usize],
        (tables, own): (&[Table<D>], &[usize]),
        rest: &Range<D>,
    ) -> Result<Vec<Label<D>>, DealsError> {
        let problem = self.problem;
        let mut candidates = Vec::new();
        for choice in 0..self.choices[issue].len() {
            settled[issue] = choice;
            let mut add = self.choices[issue][choice];
            let mut possible = true;
            for factor in factors {
                let holds = problem.factors[*factor].when.0.iter().all(|(k, options)| {
                    options.contains(&problem.choices[k.index()][settled[k.index()]].option)
                });
                if holds {
                    match &self.factors[*factor] {
                        None => possible = false,
                        Some(extra) => add = plus(add, extra),
                    }
                }
            }
            if !possible {
                continue;
            }
            let mut parts = Vec::with_capacity(own.len());
            for table in own.iter().map(|table| &tables[*table]) {
                let index =
                    table.scope.iter().fold(0, |index, k| index * self.choices[*k].len() + settled[*k]);
                parts.push(table.entries[index].as_slice());
            }
            let mut sum = Vec::new();
            let sums = match parts.as_slice() {
                [] => &[Label::zero()],
                [first] => *first,
                [first, second, others @ ..] => {
                    self.sums(first, second, &mut sum)?;
                    for part in others {
                        let so_far = std::mem::take(&mut sum);
                        self.sums(&so_far, part, &mut sum)?;
                    }
                    sum.as_slice()
                }
            };
            for label in sums {
                self.meter.count(1);
                self.keep(&mut candidates, label.shifted(&add, choice as u32), rest)?;
            }
        }
        if own.is_empty() {
            // A handful of choices: reduced exactly, whatever the tolerance.
            self.work += skyline(&mut candidates, u64::MAX, &self.meter);
        } else {
            self.reduce(&mut candidates)?;
        }
        self.trails.settle_choices(&mut candidates, issue, &self.meter);
        Ok(candidates)
    }

    /// The sums of two frontiers of tables, reduced.
    fn sums(
        &mut self,
        one: &[Label<D>],
        other: &[Label<D>],
        joined: &mut Vec<Label<D>>,
    ) -> Result<(), DealsError> {
        for b in other {
            for stride in self.meter.strides(one) {
                joined.extend(stride.iter().map(|a| a.joined(b)));
            }
            if joined.len() >= BATCH {
                self.reduce(joined)?;
            }
        }
        self.reduce(joined)?;
        self.trails.settle_joins(joined, &self.meter);
        Ok(())
    }

    /// All sums of two frontiers that are not dominated.
    fn join(
        &mut self,
        one: &[Label<D>],
        other: &[Label<D>],
        rest: &Range<D>,
    ) -> Result<Vec<Label<D>>, DealsError> {
        let mut candidates = Vec::new();
        // Decided at compile time, so that what is for many dimensions is not made for few.
        if const { D > 3 } && self.comes_in_order() {
            candidates = self.merge(one, other, rest)?;
        } else {
            for b in other {
                for a in one {
                    self.meter.count(1);
                    self.keep(&mut candidates, a.joined(b), rest)?;
                }
                self.work += one.len() as u64;
            }
            self.reduce(&mut candidates)?;
        }
        self.trails.settle_joins(&mut candidates, &self.meter);
        Ok(candidates)
    }

    /// Whether sums of two frontiers can be had in descending order: nothing is levelled, and frontiers are in that order, not in
    /// that of cells. In up to three dimensions sorting is all the work there is, and lists are quicker to sort than heads.
    fn comes_in_order(&self) -> bool {
        self.grid.is_none() && self.enough.iter().all(Option::is_none)
    }

    /// All sums of two frontiers that are not dominated, never held all at once.
    fn merge(
        &mut self,
        one: &[Label<D>],
        other: &[Label<D>],
        rest: &Range<D>,
    ) -> Result<Vec<Label<D>>, DealsError> {
        let corners = range(one, &[], &self.meter).plus(&range(other, &[], &self.meter));
        let mut survivors = Survivors::between(corners.worst, &corners.best, &self.problem.watch);
        let before = self.work;
        let mut sums = Sums::new(one, other).peekable();
        while sums.peek().is_some() {
            let mut parcel: Vec<Label<D>> = Vec::with_capacity(survivors.parcel());
            let mut passed = 0;
            let room = |passed: usize, parcel: &Vec<Label<D>>| passed + parcel.len() < survivors.parcel();
            // A parcel ends where the next sum is another one, so that equal ones are counted together.
            let equals =
                |parcel: &Vec<Label<D>>, sum: &Label<D>| parcel.last().is_some_and(|last| last.at == sum.at);
            while let Some(sum) = sums.next_if(|sum| room(passed, &parcel) || equals(&parcel, sum)) {
                self.meter.count(A_SUM);
                match parcel.last_mut() {
                    Some(last) if last.at == sum.at => last.count = last.count.saturating_add(sum.count),
                    _ => match self.level(sum, rest) {
                        Some(sum) => parcel.push(sum),
                        None => passed += 1,
                    },
                }
            }
            survivors.admit(&parcel, &self.meter);
            survivors.work += passed as u64;
            self.work = before + survivors.work;
            self.check_size(survivors.len())?;
        }
        Ok(survivors.into_labels())
    }

    /// Adds a candidate unless it cannot reach a floor.
    fn keep(
        &mut self,
        candidates: &mut Vec<Label<D>>,
        label: Label<D>,
        rest: &Range<D>,
    ) -> Result<(), DealsError> {
        let Some(label) = self.level(label, rest) else { return Ok(()) };
        candidates.push(label);
        if candidates.len() >= BATCH && candidates.len().is_multiple_of(BATCH) {
            self.reduce(candidates)?;
        }
        Ok(())
    }

    /// A candidate unless it cannot reach a floor; what can no longer fail to be enough is levelled.
    fn level(&self, mut label: Label<D>, rest: &Range<D>) -> Option<Label<D>> {
        for d in 0..D {
            if self.floor[d].is_some_and(|floor| label.at[d] + rest.best[d] < floor) {
                return None;
            }
            if let Some(enough) = self.enough[d] {
                label.at[d] = label.at[d].min(enough - rest.worst[d]);
            }
        }
        let reaches =
            |(direction, best): (&Along<D>, &i128)| direction.of(&label.at) + best >= direction.floor;
        self.directions.iter().zip(&rest.along).all(reaches).then_some(label)
    }

    /// Drops what is dominated, or as good as dominated where a tolerance is given.
    fn reduce(&mut self, labels: &mut Vec<Label<D>>) -> Result<(), DealsError> {
        let left = self.problem.effort.saturating_sub(self.work);
        self.work += match self.grid {
            None => skyline(labels, left, &self.meter),
            Some(grid) => skyline_of_cells(labels, &grid, left, &self.meter),
        };
        self.check_size(labels.len())
    }

    fn check_size(&self, points: usize) -> Result<(), DealsError> {
        if self.work > self.problem.effort {
            return Err(DealsError::TooMuchWork { most: self.problem.effort });
        }
        if points > limits::POINTS || self.trails.len() > limits::WITNESS_STEPS {
            return Err(DealsError::FrontierTooLarge { most: limits::POINTS });
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

/// What the sums of a frontier add.
fn range<const D: usize>(labels: &[Label<D>], directions: &[Along<D>], meter: &Meter) -> Range<D> {
    Range::over(&mut meter.along(labels).map(|label| &label.at), directions)
}

/// Takes out of a list what answers to a description.
fn take_out(list: &mut Vec<usize>, described: &dyn Fn(&usize) -> bool) -> Vec<usize> {
    let (out, left) = list.iter().partition(|x| described(x));
    *list = left;
    out
}

#[cfg(test)]
mod tests {
    use detente_model::Combination;
    use proptest::prelude::*;

    use super::super::enumerate::enumerate;
    use super::super::order::elimination_order;
    use super::super::problem::{Choice, Coordinate, Factor};
    use super::*;

    /// Issues of five choices, the first two of them tied where asked.
    fn problem(values: &[i64], coordinates: usize, floor: Option<i64>, tied: bool) -> Problem {
        let choice = |(option, add): (usize, &[i64])| Choice { option, add: add.to_vec() };
        let choices: Vec<Vec<Choice>> = values
            .chunks_exact(5 * coordinates)
            .map(|issue| issue.chunks_exact(coordinates).enumerate().map(choice).collect())
            .collect();
        let pair = vec![(detente_model::IssueId(0), vec![0, 2]), (detente_model::IssueId(1), vec![1, 2, 4])];
        let tie = Factor { when: Combination(pair), add: Some(vec![3; coordinates]) };
        Problem {
            names: vec![String::new(); choices.len()],
            choices,
            factors: if tied { vec![tie] } else { Vec::new() },
            coordinates: vec![Coordinate { floor, ..Coordinate::more(-7) }; coordinates],
            directions: Vec::new(),
            tolerance: None,
            effort: u64::MAX,
            foresee: true,
            watch: crate::watch::Watch::default(),
        }
    }

    fn agrees<const D: usize>(problem: &Problem, counts: bool) {
        let order = elimination_order(problem).expect("an order");
        let seen = |point: &Point| (point.at.clone(), counts.then_some(point.count));
        let found = eliminate::<D>(problem, &order).expect("a frontier");
        assert_eq!(
            found.iter().map(seen).collect::<Vec<_>>(),
            enumerate::<D>(problem).unwrap().iter().map(seen).collect::<Vec<_>>()
        );
        for point in &found {
            let add = |d: usize| -> i64 {
                point
                    .picks
                    .iter()
                    .zip(&problem.choices)
                    .map(|(pick, issue)| issue[usize::from(*pick)].add[d])
                    .sum()
            };
            if problem.factors.is_empty() {
                assert!((0..problem.coordinates.len()).all(|d| point.at[d] == add(d) - 7));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn elimination_finds_what_enumeration_finds(
            values in proptest::collection::vec(0..40i64, 6 * 5 * 6), floor in 0..120i64, tied: bool,
        ) {
            agrees::<4>(&problem(&values[..6 * 5 * 4], 4, None, tied), true);
            agrees::<5>(&problem(&values[..6 * 5 * 5], 5, Some(floor), tied), false);
            agrees::<6>(&problem(&values, 6, None, tied), true);
            agrees::<8>(&problem(&values[..5 * 5 * 7], 7, Some(floor), tied), false);
        }
    }
}
