//! What will be decided on an issue, as a distribution and not as a point.
//!
//! Real bodies often decide exactly what somebody wanted (62 % of the decisions at hand), at times something near the compromise, and at times neither. So the prediction is a mixture of three:
//! the places on which somebody stands, each less likely the farther it is from the compromise; a bell around the compromise, cut off at the ends of the scale; and, for what nobody
//! can know, every place alike. How much of each was fitted on decisions of the European Union (Thomson et al. 2012), with
//! `bench/validity/collective.py`; there it also stands how well it does on decisions that were not used.
//!
//! The middle of the prediction is its median: of all points that with the smallest expected distance.

use detente_model::normal::below;

use crate::Body;
use crate::models::compromise;

/// How much of each part there is, fitted on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Convention {
    /// When it was fitted, and on what.
    pub fitted: &'static str,
    /// How much weighs the part of places on which somebody stands, against 1 of the bell.
    pub stands: f64,
    /// How fast the places on which somebody stands become less likely: e to the minus this over the whole scale.
    pub falls: f64,
    /// How wide the bell around the compromise is: its standard deviation as a share of the scale.
    pub wide: f64,
    /// How much weighs the part of all places alike, against 1 of the bell.
    pub anywhere: f64,
    /// What is cut off at either end for a range that holds half of the decisions, and for one that holds nine tenths: less would be cut off if chances of single places did not
    /// make ranges hold more than they say.
    pub cut: [f64; 2],
}

/// The fit of November 2026 on 258 decisions on 100 proposals: least mean score (CRPS), with a small penalty on each part's weight.
pub const CONVENTION: Convention = Convention {
    fitted: "November 2026, on 258 decisions of the European Union (Thomson et al. 2012)",
    stands: 2.315,
    falls: 2.591,
    wide: 0.152,
    anywhere: 0.751,
    cut: [0.345, 0.10],
};

/// What will be decided on one issue.
///
/// ```
/// use detente_collective::{Body, Prediction};
///
/// let mut body = Body::over(1);
/// body.actor("North", 3.0, [(0.2, 0.8)]).actor("South", 1.0, [(1.0, 0.8)]);
/// let decided = Prediction::of(&body.build()?, 0);
/// // The middle, and a range that held nine of ten decisions.
/// let (low, high) = decided.range(0.9);
/// assert!(low <= decided.middle() && decided.middle() <= high);
/// # Ok::<(), detente_collective::CollectiveError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    convention: Convention,
    centre: f64,
    /// The places on which somebody stands, lowest first, each with its chance out of all.
    stands: Vec<(f64, f64)>,
    bell: f64,
    /// How much of a bell that is not cut off would lie below the scale, and how much below its upper end.
    ends: (f64, f64),
    anywhere: f64,
}

/// How near places are one.
pub(crate) const SAME: f64 = 1e-9;

impl Prediction {
    /// The prediction for an issue, by the convention in force.
    pub fn of(body: &Body, issue: usize) -> Self {
        Self::by(CONVENTION, body, issue)
    }

    /// The prediction by another convention.
    pub fn by(convention: Convention, body: &Body, issue: usize) -> Self {
        let centre = compromise(body, issue);
        let mut places: Vec<f64> = (0..body.len()).map(|actor| body.position(actor)[issue]).collect();
        places.sort_by(f64::total_cmp);
        places.dedup_by(|one, other| (*one - *other).abs() < SAME);
        let weighed: Vec<f64> =
            places.iter().map(|place| (-convention.falls * (place - centre).abs()).exp()).collect();
        let whole: f64 = weighed.iter().sum();
        let parts = convention.stands + 1.0 + convention.anywhere;
        let share = convention.stands / parts / whole;
        let stands =
            places.into_iter().zip(weighed).map(|(place, weighed)| (place, weighed * share)).collect();
        let to = |place: f64| below((place - centre) / convention.wide);
        let (bell, anywhere) = (1.0 / parts, convention.anywhere / parts);
        Self { convention, centre, stands, bell, ends: (to(0.0), to(1.0)), anywhere }
    }

    /// How likely it is that the decision lies at a place or below it.
    pub fn at_most(&self, place: f64) -> f64 {
        if place < 0.0 {
            return 0.0;
        }
        if place >= 1.0 {
            return 1.0;
        }
        let stands: f64 =
            self.stands.iter().take_while(|(at, _)| *at <= place + SAME).map(|(_, chance)| chance).sum();
        stands + self.besides(place)
    }

    /// What of the chance to lie at a place or below it does not hang on where somebody stands exactly.
    pub(crate) fn besides(&self, place: f64) -> f64 {
        self.bell * self.under_the_bell(place) + self.anywhere * place
    }

    /// How likely it is that the decision lies above a place; what lies exactly there counts half.
    pub fn above(&self, place: f64) -> f64 {
        let there: f64 =
            self.stands.iter().filter(|(at, _)| (at - place).abs() <= SAME).map(|(_, chance)| chance).sum();
        1.0 - self.at_most(place) + there / 2.0
    }

    /// The lowest place such that the decision lies there or below with so much chance.
    pub fn quantile(&self, share: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        if self.at_most(0.0) >= share {
            return 0.0;
        }
        while high - low > SAME {
            let middle = f64::midpoint(low, high);
            if self.at_most(middle) >= share {
                high = middle;
            } else {
                low = middle;
            }
        }
        // Halving ends beside a place on which somebody stands; the quantile is that place.
        self.stands.iter().map(|(at, _)| *at).find(|at| (at - high).abs() <= 2.0 * SAME).unwrap_or(high)
    }

    /// The middle: as likely above as below.
    pub fn middle(&self) -> f64 {
        self.quantile(0.5)
    }

    /// A range that held so many decisions: ½ or 0.9 as they were fitted, between and beyond by the same proportion.
    pub fn range(&self, holds: f64) -> (f64, f64) {
        let cut = self.cut(holds);
        (self.quantile(cut), self.quantile(1.0 - cut))
    }

    /// What is cut off at either end for that.
    pub(crate) fn cut(&self, holds: f64) -> f64 {
        let [half, most] = self.convention.cut;
        // Through (0, ½), (½, half), (0.9, most) and (1, 0), straight in between.
        let through = [(0.0, 0.5), (0.5, half), (0.9, most), (1.0, 0.0)];
        let holds = holds.clamp(0.0, 1.0);
        let at = through.windows(2).find(|pair| holds <= pair[1].0).unwrap_or(&through[2..]);
        let ((from, cut), (to, less)) = (at[0], at[1]);
        cut + (less - cut) * (holds - from) / (to - from)
    }

    /// How far off the prediction was (CRPS, as a share of the scale): ∫ (chance of at most p − whether it was at most p)² dp. 0 is a point that was hit; the mean distance where all is put on
    /// one point. Summed over a thousand equal steps.
    pub fn score(&self, decided: f64) -> f64 {
        const STEPS: usize = 1000;
        let one = |step: usize| {
            let place = (step as f64 + 0.5) / STEPS as f64;
            let was = if place >= decided { 1.0 } else { 0.0 };
            (self.at_most(place) - was).powi(2)
        };
        (0..STEPS).map(one).sum::<f64>() / STEPS as f64
    }

    /// The places on which somebody stands, each with the chance that it is decided exactly.
    pub fn stands(&self) -> &[(f64, f64)] {
        &self.stands
    }

    fn under_the_bell(&self, place: f64) -> f64 {
        let (low, high) = self.ends;
        (below((place - self.centre) / self.convention.wide) - low) / (high - low)
    }
}
