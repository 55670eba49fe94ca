//! Packages near a frontier that cannot be found exactly, with a proven distance.
//!
//! **Definition.** Where too many issues are tied together for an exact search, a cover is a set of packages with a distance ε: every
//! package has one in the set that is worth to nobody less by as much as ε. The distance is computed and never chosen.
//!
//! **Method.** The problem is made looser until it can be searched: an interaction that ties too many issues counts in what it
//! adds, never in what it takes, and as soon as one of its issues is settled as it says; an infeasible combination that
//! ties too many is allowed. The interactions that matter most are kept as they are. Every package is worth no more than it is in the
//! looser problem, so the frontier of that is a frontier from above (mini-buckets: Dechter & Rish 2003; over frontiers: Rollón &
//! Larrosa 2006). Real packages are then climbed to from below, always towards the point above that is farthest from all of them, and
//! ε is how far the farthest stays.
//!
//! **Cost.** One search over the looser problem, and a climb for each point above it at the most, until [`limits::COVER`] steps are taken.

use super::climb::{Climbed, leximin};
use super::dimensions::solve;
use super::order::order_within;
use super::problem::{Factor, Problem};
use crate::DealsError;
use crate::limits;
use crate::sorting::Sorting;

/// Packages with their proven distance from all others.
#[derive(Debug, Clone)]
pub(crate) struct Cover {
    /// The packages that none of the others in the set dominates, best first.
    pub packages: Vec<Climbed>,
    /// For every package that counts there is one of these that is worth to nobody less by as much as this; with floors, for every
    /// package that is above them by as much. As large as can be where no package was found.
    pub distance: i64,
    /// Whether the looser problem has any point.
    pub possible: bool,
}

impl Problem {
    /// A looser problem that can be searched: what can be put together here can be there, and is worth no less.
    pub(crate) fn loosened(&self) -> Self {
        self.loosened_to(limits::TABLE_ENTRIES)
    }

    /// As [`Self::loosened`], with tables of so many entries at the most.
    pub(crate) fn loosened_to(&self, most_entries: u128) -> Self {
        // What each interaction can matter at the most; a rule matters more than any.
        let weight = |factor: &Factor| {
            factor
                .add
                .as_ref()
                .map_or(u64::MAX, |add| add.iter().map(|x| x.unsigned_abs()).max().unwrap_or(0))
        };
        let mut ranked: Vec<&Factor> = self.factors.iter().collect();
        ranked.order_by_key(|factor| std::cmp::Reverse(weight(factor)));
        let mut loose = Self { factors: Vec::new(), ..self.clone() };
        for factor in ranked {
            loose.factors.push(factor.clone());
            if factor.when.0.len() > 1 && order_within(&loose, most_entries).is_err() {
                loose.factors.pop();
                loose.factors.extend(self.loosened_factor(factor));
            }
        }
        loose
    }

    /// What an interaction adds, as soon as the one issue on which its condition is the narrowest is settled as it says.
    fn loosened_factor(&self, factor: &Factor) -> Option<Factor> {
        let add: Vec<i64> = factor.add.as_ref()?.iter().map(|x| (*x).max(0)).collect();
        let share = |(issue, options): &(detente_model::IssueId, Vec<usize>)| {
            // Options in thousandths of the issue's, so that whole numbers can be compared.
            options.len() * 1_000 / self.choices[issue.index()].len().max(1)
        };
        let narrowest = factor.when.0.iter().min_by_key(|condition| share(condition))?;
        Some(Factor { when: detente_model::Combination(vec![narrowest.clone()]), add: Some(add) })
    }

    /// A cover of the packages that `counts` admits, its distance measured in the first `measured` coordinates. Where a
    /// tolerance is given, half of it goes into the frontier from above.
    ///
    /// # Errors
    /// If the looser problem cannot be searched either; see [`DealsError`].
    pub(crate) fn cover(
        &self,
        measured: usize,
        counts: &dyn Fn(&detente_model::Package) -> bool,
    ) -> Result<Cover, DealsError> {
        self.cover_under(self.loosened(), measured, counts)
    }

    fn cover_under(
        &self,
        mut loose: Self,
        measured: usize,
        counts: &dyn Fn(&detente_model::Package) -> bool,
    ) -> Result<Cover, DealsError> {
        // At least one unit, so that nothing lies as far off as the distance says.
        let half = self.tolerance.map_or(1, |tolerance| (tolerance / 2).max(1));
        loose.tolerance = Some(half);
        let above = solve(&loose)?;
        let mut found: Vec<Climbed> = Vec::new();
        let behind = |above: &[i64], package: &Climbed| {
            above.iter().zip(&package.at).take(measured).map(|(u, y)| u - y).max().unwrap_or(0).max(0)
        };
        let mut distances = vec![i64::MAX; above.len()];
        let mut left = limits::COVER;
        let options: usize = self.choices.iter().map(Vec::len).sum();
        let climb = (options * self.choices.len() * (self.choices.len() + self.factors.len())) as u64;
        let steps = climb.saturating_add((above.len() * measured.max(1)) as u64);
        let mut asked = vec![false; above.len()];
        // The farthest point first; one that has been climbed to gives no more.
        while let Some(farthest) = (0..above.len())
            .filter(|i| !asked[*i] && distances[*i] > 0)
            .max_by_key(|i| (distances[*i], std::cmp::Reverse(*i)))
        {
            let Some(rest) = left.checked_sub(steps) else { break };
            left = rest;
            self.watch.work(steps);
            asked[farthest] = true;
            let target = &above[farthest];
            let mut towards = self.clone();
            for (coordinate, u) in towards.coordinates.iter_mut().zip(&target.at) {
                coordinate.start -= u;
            }
            let start: Vec<usize> = target.picks.iter().map(|pick| usize::from(*pick)).collect();
            let climbed = towards.climb_from(&start).map(|climbed| climbed.picks);
            for picks in [Some(start), climbed].into_iter().flatten() {
                let Some(at) = self.vector(&picks) else { continue };
                let package = Climbed { picks, at };
                if counts(&self.package_of(&package.picks)) {
                    for (distance, point) in distances.iter_mut().zip(&above) {
                        *distance = (*distance).min(behind(&point.at, &package));
                    }
                    found.push(package);
                }
            }
        }
        let distance = distances.iter().copied().max().unwrap_or(0).saturating_add(half);
        Ok(Cover { packages: undominated(found, measured), distance, possible: !above.is_empty() })
    }
}

/// The packages that no other dominates in the coordinates that count, the first coordinate's best first.
fn undominated(mut packages: Vec<Climbed>, measured: usize) -> Vec<Climbed> {
    packages.order_by(|a, b| {
        b.at[..measured]
            .cmp(&a.at[..measured])
            .then_with(|| leximin(&b.at).cmp(&leximin(&a.at)))
            .then(a.picks.cmp(&b.picks))
    });
    let mut kept: Vec<Climbed> = Vec::new();
    for package in packages {
        let covers = |k: &Climbed| k.at[..measured].iter().zip(&package.at).all(|(x, y)| x >= y);
        if !kept.iter().any(covers) {
            kept.push(package);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use detente_model::{Combination, IssueId};
    use proptest::prelude::*;

    use super::super::problem::{Choice, Coordinate};
    use super::*;

    const OPTIONS: usize = 3;

    /// Issues of three options each with two or three coordinates, tied by factors: bits say which options they are about.
    fn problem(
        adds: &[Vec<i64>],
        ties: &[(Vec<u8>, Option<Vec<i64>>)],
        floors: bool,
        tolerance: i64,
    ) -> Problem {
        let count = adds[0].len();
        let issue = |adds: &[Vec<i64>]| {
            adds.iter().enumerate().map(|(option, add)| Choice { option, add: add.clone() }).collect()
        };
        let choices: Vec<Vec<Choice>> = adds.chunks_exact(OPTIONS).map(issue).collect();
        let factor = |(bits, add): &(Vec<u8>, Option<Vec<i64>>)| {
            let condition = |(k, bits): (usize, &u8)| {
                let options: Vec<usize> = (0..OPTIONS).filter(|o| bits >> o & 1 == 1).collect();
                (!options.is_empty()).then_some((IssueId(k), options))
            };
            let when = bits.iter().take(choices.len()).enumerate().filter_map(condition).collect();
            Factor { when: Combination(when), add: add.clone() }
        };
        // Floors lie lower by the tolerance, as in the question about the zone.
        let surplus = Coordinate { floor: Some(-tolerance), ..Coordinate::surplus(-60) };
        let coordinate = |_| if floors { surplus } else { Coordinate::more(0) };
        Problem {
            factors: ties.iter().map(factor).filter(|f| !f.when.0.is_empty()).collect(),
            coordinates: (0..count).map(coordinate).collect(),
            names: (0..choices.len()).map(|k| k.to_string()).collect(),
            directions: Vec::new(),
            tolerance: Some(tolerance),
            effort: limits::FRONTIER,
            foresee: false,
            watch: crate::watch::Watch::default(),
            choices,
        }
    }

    fn all(problem: &Problem) -> Vec<Vec<usize>> {
        let issues = problem.choices.len() as u32;
        let digit = |n: usize, k: u32| n / OPTIONS.pow(k) % OPTIONS;
        (0..OPTIONS.pow(issues)).map(|n| (0..issues).map(|k| digit(n, k)).collect()).collect()
    }

    fn holds(problem: &Problem, entries: u128, floors: bool) {
        let count = problem.coordinates.len();
        let counts =
            |picks: &[usize]| problem.vector(picks).filter(|at| !floors || at.iter().all(|x| *x >= 0));
        let accepted = |package: &detente_model::Package| {
            problem.picks(package).is_some_and(|picks| counts(&picks).is_some())
        };
        let loose = problem.loosened_to(entries);
        for picks in all(problem) {
            if let Some(at) = problem.vector(&picks) {
                let above = loose.vector(&picks).unwrap();
                assert!(above.iter().zip(&at).all(|(u, x)| u >= x));
            }
        }
        let cover = problem.cover_under(loose, count, &accepted).unwrap();
        for package in &cover.packages {
            assert_eq!(counts(&package.picks), Some(package.at.clone()));
        }
        if cover.packages.is_empty() && cover.possible {
            // Climbing met no package that counts, and there is nothing to measure from.
            assert_eq!(cover.distance, i64::MAX);
            return;
        }
        let clear = if floors { cover.distance } else { i64::MIN };
        for at in all(problem).iter().filter_map(|picks| counts(picks)) {
            assert!(cover.possible);
            let near = |y: &Climbed| {
                y.at.iter()
                    .zip(&at)
                    .all(|(y, x)| i128::from(*y) + i128::from(cover.distance) > i128::from(*x))
            };
            assert!(at.iter().any(|x| *x < clear) || cover.packages.iter().any(near), "{at:?} {cover:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn the_distance_is_no_less_than_what_is_measured(
            (adds, ties) in (2..4usize, 2..6usize).prop_flat_map(|(count, issues)| (
                proptest::collection::vec(proptest::collection::vec(0..40i64, count), issues * OPTIONS),
                proptest::collection::vec((
                    proptest::collection::vec(0..8u8, issues),
                    proptest::option::weighted(0.8, proptest::collection::vec(-30..30i64, count)),
                ), 0..7),
            )),
            floors: bool, tolerance in 1..40i64, entries in 3..40u128,
        ) {
            holds(&problem(&adds, &ties, floors, tolerance), entries, floors);
        }
    }
}
