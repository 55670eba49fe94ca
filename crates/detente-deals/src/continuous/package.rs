//! Packages that settle continuous issues at any number.

use detente_model::{IssueId, Package};

use crate::fixed::Units;
use crate::space::DealSpace;

/// A package whose continuous issues are settled at any number of their range.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledPackage {
    /// The options on all other issues; what it names on a continuous one does not count.
    pub options: Package,
    /// The numbers on the continuous issues, in the order of the issues.
    pub numbers: Vec<(IssueId, f64)>,
}

impl DealSpace {
    /// The package that an package is.
    pub(crate) fn package(&self, package: &Package) -> SettledPackage {
        let number =
            |scale: &super::Scale| (IssueId(scale.issue), scale.stop(usize::from(package.0[scale.issue])));
        SettledPackage { options: package.clone(), numbers: self.scales.iter().map(number).collect() }
    }

    /// What a package is worth to an actor, red lines aside. Every contribution is rounded once, as those of options are.
    pub fn value_of(&self, actor: usize, package: &SettledPackage) -> Units {
        let terms = &self.actors[actor];
        let at_stops: Units =
            self.scales.iter().map(|s| terms.worth[s.issue][usize::from(package.options.0[s.issue])]).sum();
        let there: i64 = self.scales.iter().zip(&package.numbers).map(|(s, (_, x))| s.worth(actor, *x)).sum();
        terms.value(&package.options) - at_stops + self.units(there)
    }

    /// Whether a package crosses a red line of an actor.
    pub fn refuses(&self, actor: usize, package: &SettledPackage) -> bool {
        let beyond = self.scales.iter().zip(&package.numbers).any(|(s, (_, x))| s.refuses(actor, *x));
        let row = |k: usize| self.actors[actor].refused[k][usize::from(package.options.0[k])];
        beyond || (0..self.sizes.len()).filter(|k| !self.is_continuous(*k)).any(row)
    }

    /// Whether an issue can be settled at any number of its range.
    pub fn is_continuous(&self, issue: usize) -> bool {
        self.scales.iter().any(|scale| scale.issue == issue)
    }

    /// How far a package is above what no deal is worth to an actor, in units.
    pub(crate) fn surplus(&self, actor: usize, package: &SettledPackage) -> i64 {
        (self.value_of(actor, package) - self.actors[actor].reservation).raw()
    }

    /// Whether an actor finds a package no worse than no deal, with no red line crossed.
    pub fn accepts(&self, actor: usize, package: &SettledPackage) -> bool {
        !self.refuses(actor, package) && self.surplus(actor, package) >= 0
    }

    /// Whether a package is in the zone of agreement.
    pub fn all_accept_package(&self, package: &SettledPackage) -> bool {
        self.is_feasible(&package.options)
            && self.signatories().iter().all(|i| self.accepts(*i, package))
            && self.ratification.iter().all(|r| r.carried(|voter| self.accepts(voter, package)))
    }
}
