//! Zone and margin of a small space, by going through its packages.
//!
//! **Definition.** As [`DealSpace::find_agreement`] and [`DealSpace::margin`] have it, of which this gives no package.
//!
//! **Method.** Every package that crosses no red line of a signatory, its value to each of them summed up issue by issue, so that packages with the same
//! beginning share the sum of it. A search finds the same from a climb and a bound, which takes longer where packages are few: this is for the
//! many worlds of a sweep.
//!
//! **Cost.** One addition a package and signatory, about; nothing is allocated for a package. Up to [`limits::ONE_PASS`] packages.

use detente_model::Package;

use crate::Units;
use crate::limits;
use crate::space::DealSpace;

/// Whether there is a deal in a world, and how far from one, or how roomy, it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneAndMargin {
    /// Whether all accept some package.
    pub exists: bool,
    /// The margin; `None` where red lines leave no package.
    pub margin: Option<Units>,
}

/// The packages of a space that cross no red line of a signatory, and what each is worth to those who sign.
pub(crate) struct OpenPackages<'s> {
    space: &'s DealSpace,
    signatories: Vec<usize>,
    /// Of each issue, the options open.
    open: Vec<Vec<u16>>,
    /// Of each issue, what each option open is worth to each signatory, one option after the other.
    worth: Vec<Vec<i64>>,
}

impl<'s> OpenPackages<'s> {
    /// `None` where there are too many packages to go through them, or any number between two stops makes another.
    pub fn of(space: &'s DealSpace) -> Option<Self> {
        let count = space.sizes.iter().try_fold(1_u64, |count, size| count.checked_mul(*size as u64));
        if count? > u64::from(limits::ONE_PASS) || !space.scales.is_empty() {
            return None;
        }
        let signatories = space.signatories();
        let is_open = |issue: usize, option: usize| {
            !signatories.iter().any(|i| space.actors[*i].refused[issue][option])
        };
        let open: Vec<Vec<u16>> = (space.sizes.iter().enumerate())
            .map(|(issue, size)| (0..*size).filter(|o| is_open(issue, *o)).map(|o| o as u16).collect())
            .collect();
        let worth = (open.iter().enumerate())
            .map(|(issue, options)| {
                let to_each = |option: &u16| {
                    let option = usize::from(*option);
                    signatories.iter().map(move |i| space.actors[*i].worth[issue][option].raw())
                };
                options.iter().flat_map(to_each).collect()
            })
            .collect();
        Some(Self { space, signatories, open, worth })
    }

    /// Those who sign, by their places among the actors.
    pub fn signatories(&self) -> &[usize] {
        &self.signatories
    }

    /// Calls `visit` with every package, and with what it is worth to each signatory, in the order of the last issue fastest.
    pub fn each(&self, mut visit: impl FnMut(&Package, &[i64])) {
        let (issues, width) = (self.open.len(), self.signatories.len());
        if self.open.iter().any(Vec::is_empty) {
            return;
        }
        // Sums of what stands before each issue; the last row is the whole package.
        let mut sums = vec![0_i64; (issues + 1) * width];
        let mut places = vec![0_usize; issues];
        let mut package = Package(self.open.iter().map(|options| options[0]).collect());
        let bound: Vec<bool> = (0..width).map(|s| self.extras(s).next().is_some()).collect();
        let mut whole = vec![0_i64; width];
        let mut from = 0;
        loop {
            for issue in from..issues {
                let (before, after) = sums.split_at_mut((issue + 1) * width);
                let worth = &self.worth[issue][places[issue] * width..][..width];
                for ((sum, before), worth) in after.iter_mut().zip(&before[issue * width..]).zip(worth) {
                    *sum = before.saturating_add(*worth);
                }
            }
            if self.space.is_feasible(&package) {
                whole.copy_from_slice(&sums[issues * width..]);
                for (s, sum) in whole.iter_mut().enumerate().filter(|(s, _)| bound[*s]) {
                    let extra = self.extras(s).filter(|(when, _)| when.holds(&package));
                    *sum = extra.fold(*sum, |sum, (_, value)| sum.saturating_add(value.raw()));
                }
                visit(&package, &whole);
            }
            let Some(turned) = (0..issues).rfind(|issue| places[*issue] + 1 < self.open[*issue].len()) else {
                return;
            };
            places[turned] += 1;
            package.0[turned] = self.open[turned][places[turned]];
            places[turned + 1..].fill(0);
            for (option, open) in package.0.iter_mut().zip(&self.open).skip(turned + 1) {
                *option = open[0];
            }
            from = turned;
        }
    }

    fn extras(&self, signatory: usize) -> impl Iterator<Item = &(detente_model::Combination, Units)> {
        self.space.actors[self.signatories[signatory]].interactions.iter()
    }
}

impl DealSpace {
    /// Whether there is a deal and the margin, both known for certain; `None` where packages are too many to go through, or numbers between two
    /// stops make others: [`Self::zone_exists`] and [`Self::margin`] look for them there.
    pub fn in_one_pass(&self) -> Option<ZoneAndMargin> {
        let packages = OpenPackages::of(self)?;
        let floors: Vec<i64> =
            packages.signatories().iter().map(|i| self.actors[*i].reservation.raw()).collect();
        let (mut exists, mut best) = (false, None);
        packages.each(|package, values| {
            let least = values.iter().zip(&floors).map(|(value, floor)| value.saturating_sub(*floor)).min();
            exists = exists || least.is_none_or(|least| least >= 0) && self.ratified_by_all(package);
            best = best.max(least);
        });
        let margin = best.map(|least| self.units(least)).filter(|margin| !self.is_aside(*margin));
        Some(ZoneAndMargin { exists, margin })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::literal::{Literal, Shape, random_space};
    use crate::search::Search;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn one_pass_finds_what_the_definitions_and_the_searches_find(seed in any::<u64>(), tied in any::<bool>()) {
            let most = if tied { 4 } else { 1 };
            let shape = Shape { principals: 1..5, issues: 1..6, audiences: 0..4, interactions: 0..most, infeasible: 0..most };
            let space = random_space(seed, &shape);
            let found = space.in_one_pass().unwrap();
            prop_assert_eq!(found.exists, Literal::of(&space).zone().next().is_some());
            prop_assert_eq!(found.margin, Literal::of(&space).margin());
            prop_assert_eq!(Some(found.exists), space.zone_exists().unwrap());
            let searched = space.margin(&Search::default()).unwrap();
            prop_assert_eq!(found.margin, searched.filter(crate::Margin::is_proven).map(|margin| margin.value));
        }
    }
}
