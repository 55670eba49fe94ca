//! Partial sums on their way to the frontier.

use crate::watch::Meter;

/// A value vector that some choice on the issues merged so far gives, with what it takes to name that choice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<const D: usize> {
    /// The value vector, in units.
    pub at: [i64; D],
    /// How many choices give it.
    pub count: u128,
    /// The trail of one of them: while a candidate, the trail of the label it extends.
    pub trail: u32,
    /// While a candidate, what it is extended by: a choice, or the trail of a second label.
    pub via: u32,
}

impl<const D: usize> Label<D> {
    /// The empty sum.
    pub fn zero() -> Self {
        Self { at: [0; D], count: 1, trail: Trails::START, via: 0 }
    }

    /// This label with `add` added, as a candidate.
    pub fn shifted(&self, add: &[i64; D], via: u32) -> Self {
        Self { at: plus(self.at, add), count: self.count, trail: self.trail, via }
    }

    /// The sum of two labels, as a candidate.
    pub fn joined(&self, other: &Self) -> Self {
        let mut sum = self.shifted(&other.at, other.trail);
        sum.count = self.count.saturating_mul(other.count);
        sum
    }
}

/// The sum of two vectors.
pub(super) fn plus<const D: usize>(mut at: [i64; D], add: &[i64; D]) -> [i64; D] {
    for d in 0..D {
        at[d] += add[d];
    }
    at
}

/// A vector with zeros for the coordinates that are not there.
pub(super) fn pad<const D: usize>(values: &[i64]) -> [i64; D] {
    let mut at = [0; D];
    at.iter_mut().zip(values).for_each(|(x, value)| *x = *value);
    at
}

/// How each label came about, so that one package can be named for it.
#[derive(Debug)]
pub(super) struct Trails(Vec<Step>);

#[derive(Debug, Clone, Copy)]
enum Step {
    Start,
    Choice { before: u32, issue: u32, choice: u32 },
    Join { one: u32, other: u32 },
}

impl Trails {
    /// The trail on which nothing has been chosen.
    pub const START: u32 = 0;

    pub fn new() -> Self {
        Self(vec![Step::Start])
    }

    /// Turns candidates that extend labels by a choice on `issue` into labels.
    pub fn settle_choices<const D: usize>(&mut self, labels: &mut [Label<D>], issue: usize, meter: &Meter) {
        for label in labels {
            meter.count(1);
            self.0.push(Step::Choice { before: label.trail, issue: issue as u32, choice: label.via });
            label.trail = (self.0.len() - 1) as u32;
        }
    }

    /// Turns candidates that join two labels into labels.
    pub fn settle_joins<const D: usize>(&mut self, labels: &mut [Label<D>], meter: &Meter) {
        for label in labels {
            meter.count(1);
            if label.trail == Self::START {
                label.trail = label.via;
            } else if label.via != Self::START {
                self.0.push(Step::Join { one: label.trail, other: label.via });
                label.trail = (self.0.len() - 1) as u32;
            }
        }
    }

    /// How many steps are kept.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The choices along a trail, one an issue.
    pub fn follow(&self, trail: u32, issues: usize) -> Vec<u16> {
        let mut picks = vec![0; issues];
        let mut open = vec![trail];
        while let Some(at) = open.pop() {
            match self.0[at as usize] {
                Step::Start => {}
                Step::Choice { before, issue, choice } => {
                    picks[issue as usize] = choice as u16;
                    open.push(before);
                }
                Step::Join { one, other } => open.extend([one, other]),
            }
        }
        picks
    }
}
