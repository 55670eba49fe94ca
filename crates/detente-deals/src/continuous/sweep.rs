//! Numbers that most worlds accept.
//!
//! A number that is best in one world is seldom the one that most worlds accept. For a few packages, those met most often as the one with the
//! margin over worlds drawn, each continuous issue is swept in turn, everything else as it is: in every world the numbers at which all accept
//! are intervals, and one sweep over their ends finds what lies in most of them. Exact for the issue that is swept, a coordinate ascent in
//! all; [`crate::acceptability`] says with a proven bound how much better a package could be.

use std::collections::BTreeMap;

use detente_model::side_by_side::each;
use detente_model::{IssueId, Package, Worlds};

use super::SettledPackage;
use crate::DealsError;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// Worlds in which packages are looked for.
const LOOKED_INTO: usize = 64;
/// Worlds over which numbers are swept.
const SWEPT: usize = 256;
/// Packages from which a sweep starts.
const STARTS: usize = 8;
/// Times that every issue is swept.
const ROUNDS: usize = 2;

/// Packages with numbers that most worlds accept, starting from those that many worlds single out and from some that are in view already.
pub(super) fn most_accepted(
    worlds: &Worlds,
    central: &DealSpace,
    in_view: &[SettledPackage],
) -> Result<Vec<SettledPackage>, DealsError> {
    let watching = central.watch.progress();
    let nearest = |draw: usize| -> Result<Option<SettledPackage>, DealsError> {
        let space = DealSpace::new(&worlds.draw(draw as u64))?.watched_like(central);
        match space.margin_near(None, limits::BETWEEN_STOPS_IN_A_DRAW) {
            Err(error) if error.is_limit() => Ok(None),
            margin => {
                Ok(margin?.map(|margin| margin.between.unwrap_or_else(|| space.package(&margin.package))))
            }
        }
    };
    let nearest: Vec<Option<SettledPackage>> =
        each(LOOKED_INTO, watching, &nearest).into_iter().collect::<Result<_, _>>()?;
    // By the choice on all other issues: how often, and the first package with it.
    let mut met: BTreeMap<Package, (usize, SettledPackage)> = BTreeMap::new();
    for package in in_view.iter().cloned().chain(nearest.into_iter().flatten()) {
        let mut choice = package.options.clone();
        package.numbers.iter().for_each(|(issue, _)| choice.0[issue.index()] = 0);
        met.entry(choice).or_insert((0, package)).0 += 1;
    }
    let mut starts: Vec<(usize, SettledPackage)> = met.into_values().collect();
    starts.order_by_key(|(times, _)| std::cmp::Reverse(*times));
    let spaces: Vec<DealSpace> = each(SWEPT, watching, &|draw| DealSpace::new(&worlds.draw(draw as u64)))
        .into_iter()
        .collect::<Result<_, _>>()?;
    let swept = starts.into_iter().take(STARTS).map(|(_, mut package)| {
        for issue in (0..ROUNDS).flat_map(|_| 0..central.scales.len()) {
            let accepted: Vec<Vec<(f64, f64)>> = each(spaces.len(), watching, &|i| {
                central.watch.work(1_000);
                spaces[i].accepted_on(&package, issue)
            });
            if let Some(x) = busiest(&accepted) {
                package.numbers[issue].1 = x;
            }
        }
        package
    });
    Ok(swept.collect())
}

impl DealSpace {
    /// Where all accept a package if its number on one continuous issue (by its place among them) is changed: closed intervals, ascending.
    fn accepted_on(&self, package: &SettledPackage, at: usize) -> Vec<(f64, f64)> {
        let mut tried = package.clone();
        let issue: IssueId = package.numbers[at].0;
        let mut accepts = |x: f64| {
            tried.numbers[at] = (issue, x);
            self.all_accept_package(&tried)
        };
        let values: Vec<i64> = (0..self.actors.len()).map(|i| self.surplus(i, package)).collect();
        let scale = &self.scales[at];
        let mut intervals: Vec<(f64, f64)> = Vec::new();
        for stretch in &scale.stretches {
            // Within the stretch acceptance changes only where somebody's surplus crosses zero.
            let mut cuts = vec![stretch.from, stretch.to];
            for (i, value) in values.iter().enumerate() {
                let apart = value - scale.worth(i, package.numbers[at].1);
                let [a, b] = stretch.worth[i].map(|worth| (worth + apart) as f64);
                if (a < 0.0) != (b < 0.0) {
                    cuts.push(stretch.from + a / (a - b) * (stretch.to - stretch.from));
                }
            }
            cuts.retain(|x| *x >= stretch.from && *x <= stretch.to);
            cuts.sort_by(f64::total_cmp);
            let pairs = cuts.windows(2).map(|pair| (pair[0], pair[1]));
            for (from, to) in pairs.filter(|(from, to)| stretch.from == stretch.to || from < to) {
                if accepts(from + (to - from) / 2.0) {
                    match intervals.last_mut() {
                        Some(last) if last.1 >= from => last.1 = last.1.max(to),
                        _ => intervals.push((from, to)),
                    }
                }
            }
        }
        intervals
    }
}

/// A number that lies in as many of the sets of intervals as any does, in few digits; `None` if all are empty.
fn busiest(sets: &[Vec<(f64, f64)>]) -> Option<f64> {
    // Where an interval ends comes after where others begin: intervals are closed.
    let mut ends: Vec<(f64, bool)> =
        sets.iter().flatten().flat_map(|(from, to)| [(*from, false), (*to, true)]).collect();
    ends.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut inside, mut most, mut best) = (0u32, 0u32, None);
    for (at, (x, leaves)) in ends.iter().enumerate() {
        if *leaves {
            inside -= 1;
            continue;
        }
        inside += 1;
        if inside > most {
            most = inside;
            best = ends.get(at + 1).map(|(next, _)| (*x, *next));
        }
    }
    best.map(|(from, to)| plainest(from, to))
}

/// The number in the fewest decimals between two, nearest to their middle.
fn plainest(from: f64, to: f64) -> f64 {
    let middle = from + (to - from) / 2.0;
    (0..=17)
        .filter_map(|digits: usize| format!("{middle:.digits$}").parse::<f64>().ok())
        .find(|x| *x >= from && *x <= to)
        .map_or(middle, |x| x + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_number_is_a_plain_one() {
        let sets = [vec![(1.0, 4.0)], vec![(3.1, 6.0)], vec![(3.4, 3.9), (8.0, 9.0)], vec![]];
        assert_eq!(busiest(&sets), Some(3.6));
        assert_eq!(busiest(&[vec![(2.0, 5.0)], vec![(5.0, 9.0)]]), Some(5.0));
        assert_eq!(busiest(&[Vec::new()]), None);
    }
}
