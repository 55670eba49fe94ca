//! How much work a frontier will take, foreseen from how it grows.
//!
//! **Why.** The frontier of ten issues may be had in a blink and that of sixty not in a year. To learn that by using up all the work set aside takes most of a
//! minute, in which nobody has a figure.
//!
//! **Method.** As issues are merged one by one, the work so far grows about as a power of their number: with d principals and issues of about the
//! same kind there are in the order of n^(d−1) points on a frontier of n issues. The power is read off the second half of the issues merged and continued to
//! all of them. It is a forecast and no proof, and it is said to be one ([`DealsError::FrontierOutgrows`]). A search is
//! given up only where it would take [`TIMES`] times what is set aside.

use crate::DealsError;

/// Issues that must be merged before anything is foreseen.
const MERGED: usize = 8;
/// How many times the work set aside a search must be foreseen to take.
const TIMES: f64 = 4.0;

/// The work taken after each issue that was merged.
#[derive(Debug, Default)]
pub(super) struct Growth(Vec<u64>);

impl Growth {
    /// Takes in the work so far, after one issue more of all that there are.
    ///
    /// # Errors
    /// If far more work is foreseen than is set aside.
    pub fn after_an_issue(&mut self, work: u64, issues: usize, effort: u64) -> Result<(), DealsError> {
        self.0.push(work);
        let merged = self.0.len();
        if merged >= MERGED && self.foreseen(issues) > TIMES * effort as f64 {
            return Err(DealsError::FrontierOutgrows { most: effort, merged, issues });
        }
        Ok(())
    }

    /// The work that all issues would take.
    fn foreseen(&self, issues: usize) -> f64 {
        let merged = self.0.len();
        let half = merged / 2;
        let at = |merged: usize| self.0[merged - 1].max(1) as f64;
        let power = (at(merged) / at(half)).ln() / (merged as f64 / half as f64).ln();
        at(merged) * (issues as f64 / merged as f64).powf(power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Work that grows as a power of the issues is foreseen as that power says, and what stays within four times the limit goes on.
    #[test]
    fn a_power_is_continued() {
        for (power, ends) in [(2, true), (4, true), (5, false), (7, false)] {
            let mut growth = Growth::default();
            let mut taken = (1..=60u64).map(|n| growth.after_an_issue(n.pow(power), 60, 100_000_000));
            let given_up = taken.position(|taken| taken.is_err());
            assert_eq!(given_up.is_none(), ends, "{power}");
            assert!(ends || given_up == Some(MERGED - 1), "{power}: {given_up:?}");
        }
    }

    #[test]
    fn nothing_is_foreseen_of_a_few_issues() {
        let mut growth = Growth::default();
        assert!((1..MERGED as u32).all(|n| growth.after_an_issue(100_u64.pow(n), 1_000, 1).is_ok()));
    }
}
