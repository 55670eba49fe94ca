//! What one search finds serves all others: no answer is bettered by another of the same run.
//!
//! Where all is exact there is nothing to do. A search that stays behind by a tolerance, or that meets its limit, can miss a package that another search has
//! met on its way. So packages are handed on: whatever is known when the margin, a solution or a lottery is looked for is where that search starts
//! from, and what comes to light later raises those that were found before. What was proven about an answer holds for a better one all the more.

use detente_model::Package;

use crate::frontier::FrontierPoint;
use crate::lotteries::{Lottery, MarginByLot};
use crate::margin::Margin;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::watch::Meter;
use crate::{Known, Units};

impl DealSpace {
    /// The surplus of whichever signatory gains least; `None` where the package cannot be put together or crosses a red line of one.
    fn smallest_surplus(&self, package: &Package) -> Option<Units> {
        let signing = || self.actors.iter().filter(|terms| terms.signs);
        if !self.is_feasible(package) || signing().any(|terms| terms.refuses(package)) {
            return None;
        }
        signing()
            .map(|terms| terms.value(package) - terms.reservation)
            .min()
            .filter(|least| !self.is_aside(*least))
    }

    /// The package that leaves whoever gains least with most, the first of equals.
    pub(crate) fn nearest_of<'p>(
        &self,
        packages: impl IntoIterator<Item = &'p Package>,
    ) -> Option<&'p Package> {
        let mut best: Option<(Units, &Package)> = None;
        for package in packages {
            if let Some(least) = self.smallest_surplus(package)
                && best.is_none_or(|(most, _)| least > most)
            {
                best = Some((least, package));
            }
        }
        best.map(|(_, package)| package)
    }

    /// A margin that is not proven, no smaller than what any of some packages leaves whoever gains least.
    pub(crate) fn raised<'p>(
        &self,
        margin: Option<Margin>,
        packages: impl IntoIterator<Item = &'p Package>,
    ) -> Option<Margin> {
        let margin = margin?;
        if margin.is_proven() {
            return Some(margin);
        }
        let Some(package) = self.nearest_of(packages) else { return Some(margin) };
        match self.smallest_surplus(package) {
            Some(value) if value > margin.value => {
                let at_most = margin.at_most.max(value);
                Some(Margin { value, at_most, package: package.clone(), between: None })
            }
            _ => Some(margin),
        }
    }

    /// A margin by lot no smaller than that of a package which comes out for certain, where the quotas at home are carried.
    pub(crate) fn raised_by_lot(
        &self,
        by_lot: Option<MarginByLot>,
        margin: Option<&Margin>,
    ) -> Option<MarginByLot> {
        let certain = margin
            .filter(|margin| margin.between.is_none() && self.ratified_by_all(&margin.package))
            .filter(|margin| by_lot.as_ref().is_none_or(|found| found.value < margin.value));
        let Some(margin) = certain else { return by_lot };
        let values = self.values(&margin.package).into_iter().map(Units::in_trillionths).collect();
        Some(MarginByLot {
            lottery: Lottery { packages: vec![(margin.package.clone(), 1.0)], values },
            value: margin.value,
            at_most: by_lot.map_or(margin.at_most, |found| found.at_most.max(margin.value)),
        })
    }

    /// A frontier that may stay behind, with some packages that belong to it as well, less what they better. An exact one has them already.
    pub(crate) fn with_packages<'p>(
        &self,
        listed: Known<Vec<FrontierPoint>>,
        packages: impl IntoIterator<Item = &'p Package>,
        counts: impl Fn(&Package) -> bool,
    ) -> Known<Vec<FrontierPoint>> {
        let Known::Within(mut points, distance) = listed else { return listed };
        let is_bettered =
            |values: &[Units], by: &FrontierPoint| by.values.iter().zip(values).all(|(a, b)| a >= b);
        let mut added = false;
        let meter = Meter::of(&self.watch);
        for package in packages.into_iter().filter(|package| counts(package)) {
            let values = self.values(package);
            if meter.along(&points).any(|point| is_bettered(&values, point)) {
                continue;
            }
            let new = self.frontier_point(package.clone(), None);
            points.retain(|point| !is_bettered(&point.values, &new));
            points.push(new);
            added = true;
        }
        if added {
            points.order_long_by(|a, b| b.values.cmp(&a.values).then(a.package.cmp(&b.package)), &meter);
        }
        Known::Within(points, distance)
    }
}

/// The packages of a frontier that is listed, and may stay behind.
pub(crate) fn packages_of(listed: &Known<Vec<FrontierPoint>>) -> Vec<Package> {
    match listed {
        Known::Within(points, _) => points.iter().map(|point| point.package.clone()).collect(),
        Known::Exactly(_) | Known::GivenUp(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::efforts::Efforts;
    use crate::findings::Central;
    use crate::literal::{Shape, random_space};
    use crate::search::Search;

    /// Every package that some answer of a run names.
    fn named(found: &Central) -> Vec<Package> {
        let listed =
            [&found.frontier, &found.zone_frontier].into_iter().filter_map(|listed| listed.value()).flatten();
        let solutions = found.chosen().map(crate::Solutions::packages).unwrap_or_default();
        let lotteries = &found.lotteries;
        let drawn = (lotteries.nash.iter().map(|nash| &nash.lottery))
            .chain(lotteries.kalai_smorodinsky.iter().map(|shares| &shares.lottery))
            .chain(lotteries.margin.value().into_iter().flatten().map(|margin| &margin.lottery));
        listed
            .map(|point| point.package.clone())
            .chain(found.agreement.value().into_iter().flatten().cloned())
            .chain(found.margin.iter().map(|margin| margin.package.clone()))
            .chain(solutions)
            .chain(drawn.flat_map(|lottery| &lottery.packages).map(|(package, _)| package.clone()))
            .collect()
    }

    fn is_bettered_by_none(found: &Central) {
        let space = &found.space;
        let named = named(found);
        let betters = |a: &[Units], b: &[Units]| a != b && a.iter().zip(b).all(|(x, y)| x >= y);
        let surpluses = |values: &[Units]| -> Vec<f64> {
            values.iter().zip(&found.reservation).map(|(v, r)| (*v - *r).in_trillionths().max(0.0)).collect()
        };
        let product = |values: &[Units]| surpluses(values).iter().map(|s| s / 1e12).product::<f64>();
        let least = |values: &[Units]| values.iter().zip(&found.reservation).map(|(v, r)| *v - *r).min();
        for package in &named {
            let values = space.values(package);
            if let Some(least) = space.smallest_surplus(package) {
                assert!(
                    found.margin.as_ref().is_some_and(|margin| margin.value >= least),
                    "{package:?} {found:#?}"
                );
                if let (Some(margin), true) = (found.lotteries.margin.value(), space.ratified_by_all(package))
                {
                    assert!(margin.as_ref().is_some_and(|margin| margin.value >= least));
                }
            }
            if space.is_feasible(package)
                && let Some(points) = found.frontier.value()
            {
                assert!(points.iter().all(|point| !betters(&values, &point.values)));
            }
            if space.all_accept(package) {
                assert!(found.has_zone() && found.exists() == Some(true));
                assert!(
                    found
                        .zone_frontier
                        .value()
                        .is_none_or(|points| points.iter().all(|p| !betters(&values, &p.values)))
                );
                assert!(found.zone_count.at_most().is_none_or(|most| *most > num_bigint::BigUint::ZERO));
                let Some(solutions) = found.chosen() else { continue };
                let picked = [
                    &solutions.nash,
                    &solutions.egalitarian,
                    &solutions.utilitarian,
                    &solutions.kalai_smorodinsky,
                ];
                let [nash, egalitarian, utilitarian, shares] =
                    picked.map(|s| s.as_ref().map(|s| &s.point.values));
                assert!(nash.is_none_or(|nash| product(nash) >= product(&values) * (1.0 - 1e-9)));
                assert!(egalitarian.is_none_or(|best| least(best) >= least(&values)));
                let sum = |values: &[Units]| values.iter().sum::<Units>();
                assert!(utilitarian.is_none_or(|best| sum(best) >= sum(&values)));
                assert!(shares.is_none_or(|shares| !betters(&values, shares)));
                if let Some(lottery) = &found.lotteries.nash {
                    let gains = (0..values.len()).filter(|i| {
                        found
                            .zone_frontier
                            .value()
                            .into_iter()
                            .flatten()
                            .any(|p| p.values[*i] > found.reservation[*i])
                    });
                    let own: f64 = gains.map(|i| surpluses(&values)[i] / 1e12).product();
                    assert!(
                        lottery.product >= own * (1.0 - 1e-9) || lottery.product == 0.0,
                        "{} {own}",
                        lottery.product
                    );
                }
            }
        }
        if let Some(margin) = &found.margin {
            assert!(margin.at_most >= margin.value);
            for point in &found.sticking_points {
                assert!(point.least_after().is_none_or(|after| after >= margin.value));
            }
        }
        if let Known::Within(_, distance) = &found.frontier {
            assert!(*distance > Units::ZERO);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn no_answer_is_bettered_by_another(
            seed in any::<u64>(), hundredths in proptest::option::of(1..300i64), tied in any::<bool>(),
            (frontier, finding, margin) in (0..600u64, 0..600u64, 0..600u64),
            (solution, by_lot, hurried) in (0..600u64, 0..600u64, any::<bool>()),
        ) {
            let most = if tied { 5 } else { 1 };
            let shape = Shape { principals: 2..4, issues: 1..6, audiences: 0..3, interactions: 0..most, infeasible: 0..most };
            let tolerance = hundredths.map(|hundredths| Units::from_raw(hundredths * Units::ONE.raw() / 100));
            let search = Search { tolerance, effort: hurried.then_some(frontier) };
            let efforts = if hurried { Efforts { finding, margin, solution, by_lot, ..Efforts::at_first() } } else { Efforts::default() };
            let Ok(found) = Central::with_efforts(random_space(seed, &shape), &search, &efforts) else { return Ok(()) };
            is_bettered_by_none(&found);
        }
    }
}
