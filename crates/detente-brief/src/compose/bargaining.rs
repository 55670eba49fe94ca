//! The bargaining solutions that a reader is shown, in one list: to add one, add it here.

use detente_deals::{Lotteries, Lottery, Solution, Solutions};

/// A bargaining solution as people are told of it.
pub(crate) struct Bargaining {
    /// Its name.
    pub name: &'static str,
    /// What it makes largest, in few words.
    pub meaning: &'static str,
    /// The package that it picks.
    pub of: fn(&Solutions) -> Option<&Solution>,
    /// The lottery that it picks, where it is worked out for lotteries too.
    pub by_lot: fn(&Lotteries) -> Option<&Lottery>,
}

/// All of them, in the order in which they are shown.
pub(crate) const BARGAINING: [Bargaining; 4] = [
    Bargaining {
        name: "Nash",
        meaning: "largest product of gains",
        of: |found| found.nash.as_ref(),
        by_lot: |found| found.nash.as_ref().map(|found| &found.lottery),
    },
    Bargaining {
        name: "Kalai–Smorodinsky",
        meaning: "equal shares of the most that each could gain",
        of: |found| found.kalai_smorodinsky.as_ref(),
        by_lot: |found| found.kalai_smorodinsky.as_ref().map(|found| &found.lottery),
    },
    Bargaining {
        name: "egalitarian",
        meaning: "most for whoever gains least",
        of: |found| found.egalitarian.as_ref(),
        by_lot: |_| None,
    },
    Bargaining {
        name: "utilitarian",
        meaning: "largest sum of values",
        of: |found| found.utilitarian.as_ref(),
        by_lot: |_| None,
    },
];

/// What a package is called that all of them pick.
pub(crate) const PICKED_BY_ALL: &str = "all four solutions";
