//! The bargaining solutions, listed once: whatever computes, shows or writes them goes through this list.

use super::{Solution, Solutions};
use crate::lotteries::{Lotteries, Lottery};

/// A way to pick from the zone of agreement, as people and programs are told of it.
#[derive(Debug, Clone, Copy)]
pub struct SolutionConcept {
    /// The key in JSON.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it makes largest, in few words.
    pub meaning: &'static str,
    /// The same in a sentence, with its source.
    pub definition: &'static str,
    /// The package that it picks, among the solutions found.
    pub of: fn(&Solutions) -> Option<&Solution>,
    /// The lottery that it picks, where it is worked out for lotteries too.
    pub by_lot: fn(&Lotteries) -> Option<&Lottery>,
    /// What is proven of a solution that was chosen from a frontier to within a distance, with so many principals; `None` if nothing is.
    pub tolerance: fn(f64, usize) -> Option<f64>,
    /// What that figure says; D is the distance.
    pub tolerance_is: &'static str,
}

/// All of them, in the order in which they are told.
pub const SOLUTION_CONCEPTS: [SolutionConcept; 4] = [
    SolutionConcept {
        key: "nash",
        name: "Nash",
        meaning: "largest product of gains",
        definition: "The largest product of surpluses (Nash 1950).",
        of: |found| found.nash.as_ref(),
        by_lot: |found| found.nash.as_ref().map(|found| &found.lottery),
        tolerance: |_, _| None,
        tolerance_is: "Null: a product may change much where somebody gains little, and nothing is proven.",
    },
    SolutionConcept {
        key: "kalai_smorodinsky",
        name: "Kalai–Smorodinsky",
        meaning: "equal shares of the most that each could gain",
        definition: "The largest equal share of what each could gain at most (Kalai and Smorodinsky 1975).",
        of: |found| found.kalai_smorodinsky.as_ref(),
        by_lot: |found| found.kalai_smorodinsky.as_ref().map(|found| &found.lottery),
        tolerance: |_, _| None,
        tolerance_is: "Null: a share may change much where somebody gains little, and nothing is proven.",
    },
    SolutionConcept {
        key: "egalitarian",
        name: "egalitarian",
        meaning: "most for whoever gains least",
        definition: "The largest smallest surplus (Kalai 1977).",
        of: |found| found.egalitarian.as_ref(),
        by_lot: |_| None,
        tolerance: |distance, _| Some(distance),
        tolerance_is: "D. No package that all accept has a smallest surplus larger by that.",
    },
    SolutionConcept {
        key: "utilitarian",
        name: "utilitarian",
        meaning: "largest sum of values",
        definition: "The largest sum of values.",
        of: |found| found.utilitarian.as_ref(),
        by_lot: |_| None,
        tolerance: |distance, principals| Some(distance * principals as f64),
        tolerance_is: "D times the number of principals. No package that leaves each principal better off than no deal by D has a sum of values \
                       larger by that.",
    },
];

/// What a package is called that all of them pick; it says how many they are.
pub const PICKED_BY_ALL: &str = "all four solutions";
