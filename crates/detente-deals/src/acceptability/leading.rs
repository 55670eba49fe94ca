//! The leading packages: those that rank first among any number.
//!
//! **Rank.** The share of worlds in which all accept; then the share of whom the package is hardest, the shares of all taken
//! together, and in the central world whoever gains least (leximin); of equals the first in counting order. Packages that are
//! worth the same to every principal in the central world are one proposal in different words: the best stands for all.
//!
//! **Method.** Packages are offered one after the other, and only the best are kept. Those kept never get worse, so a package that
//! ranks behind all of them can be forgotten, whatever comes later.
//!
//! **Cost.** One comparison for a package that does not lead, and memory for those that do.

use std::cmp::Ordering;

use super::PackageAcceptability;
use crate::pareto::leximin;

/// How often a package was accepted: by all, by the principal that accepts it least often, and by the principals taken
/// together.
pub(super) type Hits = [u64; 3];

/// The best of the packages offered so far.
pub(super) struct Leading {
    most: usize,
    /// The best first.
    kept: Vec<Kept>,
}

struct Kept {
    hits: Hits,
    /// The principals' surpluses in the central world, the smallest first.
    leximin: Vec<i64>,
    /// The same in the order of the principals: equal for packages that are one proposal.
    surpluses: Vec<i64>,
    package: PackageAcceptability,
}

impl Leading {
    pub fn new(most: usize) -> Self {
        Self { most, kept: Vec::with_capacity(most.min(64)) }
    }

    /// Offers a package, with the principals' surpluses in the central world; `package` is asked for only where it leads.
    /// Packages are to come in counting order.
    pub fn offer(&mut self, hits: Hits, surpluses: &[i64], package: impl FnOnce() -> PackageAcceptability) {
        let last = self.kept.last().filter(|_| self.kept.len() == self.most);
        if self.most == 0 || last.is_some_and(|last| last.hits > hits) {
            return;
        }
        let least = surpluses.iter().min();
        if last.is_some_and(|last| last.hits == hits && last.leximin.first() > least) {
            return;
        }
        let sorted = leximin(surpluses);
        let ahead = |kept: &Kept| match kept.hits.cmp(&hits) {
            Ordering::Equal => kept.leximin >= sorted,
            order => order == Ordering::Greater,
        };
        if last.is_some_and(ahead) {
            return;
        }
        if let Some(same) = self.kept.iter().position(|kept| kept.surpluses == surpluses) {
            if ahead(&self.kept[same]) {
                return;
            }
            self.kept.remove(same);
        }
        let at = self.kept.partition_point(ahead);
        let kept = Kept { hits, leximin: sorted, surpluses: surpluses.to_vec(), package: package() };
        self.kept.insert(at, kept);
        self.kept.truncate(self.most);
    }

    /// The packages kept, the best first.
    pub fn into_packages(self) -> Vec<PackageAcceptability> {
        self.kept.into_iter().map(|kept| kept.package).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use detente_model::{Package, Share};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// Keeping only the best as packages come is the same as sorting all of them.
        #[test]
        fn equals_sorting_them_all(
            packages in proptest::collection::vec((0..3u64, 0..3u64, 0..3u64, 0..4i64, 0..4i64), 0..80), most in 0..9usize,
        ) {
            let share = |hits| Share { hits, draws: 9 };
            let package = |x: usize, hits: u64| PackageAcceptability {
                package: Package(vec![x as u16]), all: share(hits), principals: Vec::new(), actors: Vec::new(),
            };
            let mut leading = Leading::new(most);
            let mut sorted = Vec::new();
            for (x, (all, hardest, total, a, b)) in packages.into_iter().enumerate() {
                leading.offer([all, hardest, total], &[a, b], || package(x, all));
                sorted.push((std::cmp::Reverse(([all, hardest, total], leximin(&[a, b]))), x, [a, b]));
            }
            sorted.sort();
            let mut seen = BTreeSet::new();
            sorted.retain(|(_, _, values)| seen.len() < most && seen.insert(*values));
            let expected: Vec<_> =
                sorted.iter().map(|(rank, x, _)| package(*x, rank.0.0[0])).collect();
            prop_assert_eq!(leading.into_packages(), expected);
        }
    }
}
