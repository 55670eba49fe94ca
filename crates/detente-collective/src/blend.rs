//! What will be decided where it is not known for sure where everybody stands: predictions of several worlds, each as likely.

use crate::Prediction;
use crate::prediction::SAME;

/// Predictions of one issue in several worlds, blended.
///
/// What it says of a place is the mean of what they say. Ranges cut off as much at either end as those of a single prediction do.
#[derive(Debug, Clone, PartialEq)]
pub struct Blend {
    parts: Vec<Prediction>,
    /// The places on which somebody stands in any world, ascending, each with the chance of it and all below.
    stands: Vec<(f64, f64)>,
}

impl Blend {
    /// The blend; `None` of nothing.
    pub fn of(parts: Vec<Prediction>) -> Option<Self> {
        if parts.is_empty() {
            return None;
        }
        let each = 1.0 / parts.len() as f64;
        let mut stands: Vec<(f64, f64)> = parts
            .iter()
            .flat_map(|part| part.stands().iter().map(|(at, chance)| (*at, chance * each)))
            .collect();
        stands.sort_by(|one, other| one.0.total_cmp(&other.0));
        stands.dedup_by(|next, kept| {
            let same = next.0 - kept.0 < SAME;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let mut below = 0.0;
        for (_, chance) in &mut stands {
            below += *chance;
            *chance = below;
        }
        Some(Self { parts, stands })
    }

    /// How likely it is that the decision lies at a place or below it.
    pub fn at_most(&self, place: f64) -> f64 {
        if place < 0.0 {
            return 0.0;
        }
        if place >= 1.0 {
            return 1.0;
        }
        let known = self.stands.partition_point(|(at, _)| *at <= place + SAME);
        let stands = known.checked_sub(1).map_or(0.0, |last| self.stands[last].1);
        let smooth: f64 = self.parts.iter().map(|part| part.besides(place)).sum();
        stands + smooth / self.parts.len() as f64
    }

    /// The lowest place such that the decision lies there or below with so much chance.
    pub fn quantile(&self, share: f64) -> f64 {
        if self.at_most(0.0) >= share {
            return 0.0;
        }
        let (mut low, mut high) = (0.0, 1.0);
        // A hundred-thousandth of the scale is finer than anybody states a place.
        while high - low > 1e-6 {
            let middle = f64::midpoint(low, high);
            if self.at_most(middle) >= share {
                high = middle;
            } else {
                low = middle;
            }
        }
        let from = self.stands.partition_point(|(at, _)| *at < low - SAME);
        let near = self.stands.get(from).filter(|(at, _)| *at <= high + SAME);
        near.map_or(high, |(at, _)| *at)
    }

    /// The middle: as likely above as below.
    pub fn middle(&self) -> f64 {
        self.quantile(0.5)
    }

    /// A range that would hold so many decisions, as [`Prediction::range`].
    pub fn range(&self, holds: f64) -> (f64, f64) {
        let cut = self.parts[0].cut(holds);
        (self.quantile(cut), self.quantile(1.0 - cut))
    }

    /// How likely each of some places is, where only those can be decided: what lies nearer to it than to another. The places ascend.
    pub fn of_places(&self, places: &[f64]) -> Vec<f64> {
        let mut below = 0.0;
        let mut chances = Vec::with_capacity(places.len());
        for (at, place) in places.iter().enumerate() {
            let upto = places.get(at + 1).map_or(1.0, |next| {
                let half_way = f64::midpoint(*place, *next);
                self.at_most(half_way)
            });
            chances.push((upto - below).max(0.0));
            below = upto;
        }
        chances
    }
}
