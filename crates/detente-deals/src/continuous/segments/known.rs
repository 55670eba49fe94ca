//! Packages known beforehand, by which pieces can be told to hold nothing new.

use crate::sorting::Sorting;

/// What packages are worth, as surpluses.
pub(super) struct Known {
    points: Vec<Vec<i64>>,
    /// Whether the second coordinate rises where the first falls.
    stairs: bool,
}

impl Known {
    pub fn of(mut points: Vec<Vec<i64>>) -> Self {
        let stairs = points.first().is_some_and(|point| point.len() == 2);
        if stairs {
            points.order_by(|a, b| b.cmp(a));
            let mut most = i64::MIN;
            points.retain(|point| {
                let keep = point[1] > most;
                most = most.max(point[1]);
                keep
            });
        }
        Self { points, stairs }
    }

    /// Whether one is worth no less than this to anybody, and more in sum by more than `by`.
    pub fn better(&self, than: &[i64], by: i64) -> bool {
        let is_better = |point: &Vec<i64>| {
            let gain: i64 = point.iter().zip(than).map(|(x, y)| x - y).sum();
            gain > by && point.iter().zip(than).all(|(x, y)| x >= y)
        };
        if self.stairs {
            // Of those worth enough to the first, the last is worth most to the second.
            let reach = self.points.partition_point(|point| point[0] >= than[0]);
            return self.points[..reach].last().is_some_and(is_better);
        }
        self.points.iter().any(is_better)
    }
}
