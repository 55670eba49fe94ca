//! Survival of an agreement.
//!
//! `S(t) = exp(−Σ over stretches of (H(t₁) − H(t₀)) · Π HR)`: H is the cumulative hazard without any factor, −ln of the survival of a
//! [`Life`] or that of a Weibull life with median m and shape k, `ln 2 · (t/m)^k` (k = 1 a constant hazard, below 1 a falling one); every factor
//! multiplies the hazard by its ratio, in the stretch of time to which the ratio belongs (proportional hazards, Cox 1972). Medians are
//! solved for stretch by stretch.
//!
//! What has held for h days lasts t more with `S(h + t) / S(h)`. Where H is that of a life with a country's part summed out, this also holds
//! what the h days teach of the country.
//!
//! ```
//! use detente_durability::Agreement;
//!
//! // A median of 58 days; a factor that halves the hazard doubles it when the hazard is constant.
//! let plain = Agreement::new(58.0);
//! assert!((plain.survival(58.0) - 0.5).abs() < 1e-12);
//! assert!((plain.clone().factor("monitors", 0.5).median() - 116.0).abs() < 1e-9);
//! ```

use std::f64::consts::LN_2;

use crate::{DurabilityError, Life};

/// How long agreements last without any factor, every figure certain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum UnaidedLife {
    /// Weibull, as a case states it.
    Weibull {
        /// m: median life in days.
        median_days: f64,
        /// k: Weibull shape.
        shape: f64,
    },
    /// As a record has it.
    Of(Life),
}

impl UnaidedLife {
    /// The cumulative hazard.
    fn hazard(&self, day: f64) -> f64 {
        match *self {
            // The two powers that are known without a calculation; the constant hazard was long the usual case.
            Self::Weibull { median_days, shape } => {
                LN_2 * match day / median_days {
                    0.0 => 0.0,
                    share if shape == 1.0 => share,
                    share => share.powf(shape),
                }
            }
            Self::Of(life) => -life.log_survival(day),
        }
    }

    /// The day on which the cumulative hazard reaches a level; infinite where that is beyond numbers.
    fn day_of_hazard(&self, level: f64) -> f64 {
        match *self {
            Self::Weibull { median_days, shape } => median_days * (level / LN_2).powf(1.0 / shape),
            Self::Of(life) => life.day_of_log_survival(-level),
        }
    }

    /// The median life in days.
    pub fn median(&self) -> f64 {
        match *self {
            Self::Weibull { median_days, .. } => median_days,
            Self::Of(life) => life.median(),
        }
    }
}

/// An agreement with all that is known about its lasting, every figure certain.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// How long it lasts without any factor.
    pub unaided: UnaidedLife,
    /// What raises or lowers the hazard.
    pub factors: Vec<TruceFactor>,
}

/// Something that multiplies the hazard.
#[derive(Debug, Clone, PartialEq)]
pub struct TruceFactor {
    /// Name as shown.
    pub name: String,
    /// The hazard ratio from the first day on.
    pub hazard_ratio: f64,
    /// The hazard ratio from a later day on, if it changes.
    pub later: Option<(f64, f64)>,
    /// The catalogue's finding that it rests on.
    pub finding: Option<String>,
}

impl TruceFactor {
    /// The ratio in force at a time.
    fn ratio_at(&self, day: f64) -> f64 {
        match self.later {
            Some((from, ratio)) if day >= from => ratio,
            _ => self.hazard_ratio,
        }
    }
}

impl Agreement {
    /// An agreement with a constant hazard and no factors.
    pub fn new(median_days: f64) -> Self {
        Self::weibull(median_days, 1.0)
    }

    /// An agreement with a Weibull life and no factors.
    pub fn weibull(median_days: f64, shape: f64) -> Self {
        Self { unaided: UnaidedLife::Weibull { median_days, shape }, factors: Vec::new() }
    }

    /// An agreement that lasts as a record has it, with no factors.
    pub fn lasting(life: Life) -> Self {
        Self { unaided: UnaidedLife::Of(life), factors: Vec::new() }
    }

    /// The same with one more factor.
    pub fn factor(mut self, name: &str, hazard_ratio: f64) -> Self {
        self.factors.push(TruceFactor { name: name.to_owned(), hazard_ratio, later: None, finding: None });
        self
    }

    /// The same without factor `i`.
    pub fn without(&self, i: usize) -> Self {
        let mut agreement = self.clone();
        if i < agreement.factors.len() {
            agreement.factors.remove(i);
        }
        agreement
    }

    /// Says what is wrong with the figures, if anything is.
    ///
    /// # Errors
    /// A median, shape, ratio or day is not above zero and finite.
    pub fn check(&self) -> Result<(), DurabilityError> {
        // In words only if something is wrong: this is asked in every world.
        let positive = |value: f64, what: &dyn Fn() -> String| {
            if value.is_finite() && value > 0.0 {
                return Ok(());
            }
            Err(DurabilityError::NotPositive { what: what(), value })
        };
        match &self.unaided {
            UnaidedLife::Weibull { median_days, shape } => {
                positive(*median_days, &|| "median life in days".to_owned())?;
                positive(*shape, &|| "shape".to_owned())?;
            }
            UnaidedLife::Of(life) => life.check()?,
        }
        for factor in &self.factors {
            let name = &factor.name;
            positive(factor.hazard_ratio, &|| format!("hazard ratio of `{name}`"))?;
            if let Some((day, ratio)) = factor.later {
                positive(day, &|| format!("day on which `{name}` turns"))?;
                positive(ratio, &|| format!("later hazard ratio of `{name}`"))?;
            }
        }
        Ok(())
    }

    /// The agreement as it is.
    fn whole(&self) -> Part<'_> {
        Part { agreement: self, but: None }
    }

    /// The agreement without factor `i`: [`Self::without`] looked at and not copied.
    pub(crate) fn but(&self, i: usize) -> Part<'_> {
        Part { agreement: self, but: Some(i) }
    }

    /// The agreement as its curve is read off on many days.
    pub(crate) fn course(&self) -> Course<'_> {
        let whole = self.whole();
        let mut stretches =
            vec![Stretch { from: 0.0, hazard: 0.0, base: whole.base(0.0), ratio: whole.ratio_at(0.0) }];
        for turn in whole.turns() {
            let last = stretches[stretches.len() - 1];
            let base = whole.base(turn);
            let hazard = last.hazard + (base - last.base) * last.ratio;
            stretches.push(Stretch { from: turn, hazard, base, ratio: whole.ratio_at(turn) });
        }
        Course { agreement: self, stretches }
    }

    /// The product of all ratios at a time.
    pub fn ratio_at(&self, day: f64) -> f64 {
        self.whole().ratio_at(day)
    }

    /// −ln S(t).
    pub fn cumulative_hazard(&self, day: f64) -> f64 {
        self.whole().cumulative_hazard(day)
    }

    /// S(t): the probability that it lasts longer than so many days.
    pub fn survival(&self, day: f64) -> f64 {
        self.whole().survival(day)
    }

    /// The day by which it has ended with probability one half.
    pub fn median(&self) -> f64 {
        self.whole().median()
    }

    /// The probability that it lasts so many days more, given that it has held for `held`.
    pub fn survival_given(&self, held: f64, more: f64) -> f64 {
        let (held, whole) = (held.max(0.0), self.whole());
        (whole.cumulative_hazard(held) - whole.cumulative_hazard(held + more.max(0.0))).exp().min(1.0)
    }

    /// How many days more half of those last that have held for `held`.
    pub fn remaining_median(&self, held: f64) -> f64 {
        let (held, whole) = (held.max(0.0), self.whole());
        (whole.day_of_hazard(whole.cumulative_hazard(held) + LN_2) - held).max(0.0)
    }
}

/// An agreement with its stretches of time, in each of which no ratio changes.
#[derive(Debug, Clone)]
pub(crate) struct Course<'t> {
    agreement: &'t Agreement,
    stretches: Vec<Stretch>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: f64,
    /// The cumulative hazard until then.
    hazard: f64,
    /// The same of the baseline alone.
    base: f64,
    ratio: f64,
}

impl Course<'_> {
    /// [`Agreement::survival`].
    pub fn survival(&self, day: f64) -> f64 {
        let day = day.max(0.0);
        let turned = self.stretches[1..].partition_point(|stretch| stretch.from < day);
        let Stretch { hazard, base, ratio, .. } = self.stretches[turned];
        (-(hazard + (self.agreement.whole().base(day) - base) * ratio)).exp()
    }
}

/// An agreement, or all of it but one factor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'t> {
    agreement: &'t Agreement,
    but: Option<usize>,
}

impl<'t> Part<'t> {
    fn factors(self) -> impl Iterator<Item = &'t TruceFactor> {
        let but = self.but;
        self.agreement
            .factors
            .iter()
            .enumerate()
            .filter(move |(i, _)| but != Some(*i))
            .map(|(_, factor)| factor)
    }

    /// Days on which some ratio changes, in order.
    fn turns(self) -> Vec<f64> {
        let mut turns: Vec<f64> = self.factors().filter_map(|f| f.later).map(|(day, _)| day).collect();
        turns.sort_by(f64::total_cmp);
        turns.dedup();
        turns
    }

    fn ratio_at(self, day: f64) -> f64 {
        self.factors().map(|factor| factor.ratio_at(day)).product()
    }

    /// The cumulative hazard of the baseline.
    fn base(self, day: f64) -> f64 {
        self.agreement.unaided.hazard(day)
    }

    fn cumulative_hazard(self, day: f64) -> f64 {
        let day = day.max(0.0);
        let (mut sum, mut from) = (0.0, 0.0);
        for turn in self.turns().into_iter().filter(|turn| *turn < day) {
            sum += (self.base(turn) - self.base(from)) * self.ratio_at(from);
            from = turn;
        }
        sum + (self.base(day) - self.base(from)) * self.ratio_at(from)
    }

    pub fn survival(self, day: f64) -> f64 {
        (-self.cumulative_hazard(day)).exp()
    }

    pub fn median(self) -> f64 {
        self.day_of_hazard(LN_2)
    }

    /// The day on which the cumulative hazard reaches a level.
    fn day_of_hazard(self, level: f64) -> f64 {
        let (mut sum, mut from) = (0.0, 0.0);
        for turn in self.turns() {
            let here = (self.base(turn) - self.base(from)) * self.ratio_at(from);
            if sum + here >= level {
                break;
            }
            sum += here;
            from = turn;
        }
        let needed = self.base(from) + (level - sum) / self.ratio_at(from);
        self.agreement.unaided.day_of_hazard(needed)
    }
}

/// P₁ = 1 − (1 − P₀)^HR: a probability of failure over a fixed time, under a hazard multiplied by HR.
///
/// ```
/// use detente_durability::failure_under;
///
/// // Half of all fail without; at half the hazard 1 − √0.5 do.
/// assert!((failure_under(0.5, 0.5) - 0.292_893).abs() < 1e-6);
/// ```
pub fn failure_under(probability: f64, hazard_ratio: f64) -> f64 {
    // ln_1p and exp_m1 keep small probabilities exact.
    -(hazard_ratio * (-probability.clamp(0.0, 1.0)).ln_1p()).exp_m1()
}

/// The hazard ratio between two probabilities of failure over the same time: the inverse of [`failure_under`].
pub fn hazard_ratio_between(without: f64, with: f64) -> f64 {
    (-with.clamp(0.0, 1.0)).ln_1p() / (-without.clamp(0.0, 1.0)).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_model::Form;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_median_is_where_half_are_left(
            m in 1.0..500.0f64, k in 0.4..2.5f64, a in 0.1..4.0f64, b in 0.1..4.0f64, turn in 1.0..400.0f64,
        ) {
            let mut agreement = Agreement::weibull(m, k).factor("a", a);
            agreement.factors.push(TruceFactor { name: "b".into(), hazard_ratio: 1.0, later: Some((turn, b)), finding: None });
            prop_assert!((agreement.survival(agreement.median()) - 0.5).abs() < 1e-9);
            // Never rises; begins at one.
            prop_assert_eq!(agreement.survival(0.0), 1.0);
            let curve: Vec<f64> = (0..100).map(|i| agreement.survival(f64::from(i) * 7.0)).collect();
            prop_assert!(curve.windows(2).all(|w| w[1] <= w[0]));
            let course = agreement.course();
            prop_assert!((0..100).all(|i| course.survival(f64::from(i) * 7.0) == curve[i as usize]));
        }

        /// The hazard summed up numerically from its definition, k/m·ln2·(t/m)^(k−1)·HR(t).
        #[test]
        fn the_cumulative_hazard_is_the_integral_of_the_hazard(
            m in 10.0..200.0f64, k in 1.0..2.0f64, a in 0.2..3.0f64, b in 0.2..3.0f64, turn in 5.0..80.0f64,
        ) {
            let mut agreement = Agreement::weibull(m, k);
            agreement.factors.push(TruceFactor { name: "x".into(), hazard_ratio: a, later: Some((turn, b)), finding: None });
            let hazard = |t: f64| LN_2 * k / m * (t / m).powf(k - 1.0) * if t < turn { a } else { b };
            let steps = 20_000;
            let width = 100.0 / f64::from(steps);
            let sum: f64 = (0..steps).map(|i| hazard((f64::from(i) + 0.5) * width) * width).sum();
            // One cell may straddle the turn: off by at most its width times the jump.
            prop_assert!((sum - agreement.cumulative_hazard(100.0)).abs() < width * 3.0 * LN_2 * 2.0 / m * 11.0 + 1e-6);
        }

        /// A life as a record has it: the factors act on its hazard, and what has held is told by the ratio of two survivals.
        #[test]
        fn lives_of_a_record_take_factors_and_remaining_life(
            location in 1.0..8.0f64, spread in 0.5..4.0f64, between in 0.0..3.0f64, form in 0usize..3, a in 0.2..4.0f64, held in 0.0..900.0f64, turn in 1.0..400.0f64,
        ) {
            let form = Form::ALL[form];
            let (spread, between) = if form == Form::Constant { (1.0, 0.0) } else { (spread, between) };
            let life = Life { form, location, spread, between };
            let plain = Agreement::lasting(life);
            prop_assert!((plain.survival(held) - life.survival(held)).abs() < 1e-12);
            prop_assert!((plain.remaining_median(held) / life.remaining_median(held) - 1.0).abs() < 1e-6);
            let mut agreement = plain.clone().factor("a", a);
            prop_assert!((agreement.survival(held) - life.survival(held).powf(a)).abs() < 1e-9);
            agreement.factors.push(TruceFactor { name: "b".into(), hazard_ratio: 1.0, later: Some((turn, 2.0)), finding: None });
            let more = agreement.remaining_median(held);
            prop_assert!((agreement.survival_given(held, more) - 0.5).abs() < 1e-6, "{} {}", more, agreement.survival_given(held, more));
            prop_assert!((agreement.survival(held) * agreement.survival_given(held, 50.0) - agreement.survival(held + 50.0)).abs() < 1e-12);
        }

        #[test]
        fn probabilities_convert_there_and_back(p in 0.001..0.99f64, hr in 0.1..5.0f64) {
            let with = failure_under(p, hr);
            // A last bit of `with` weighs 1/(1 − with) in its logarithm, and 1/−ln(1 − p) in the ratio.
            let conditioning = 1.0 / (1.0 - with) / -(-p).ln_1p();
            prop_assert!((hazard_ratio_between(p, with) - hr).abs() < 4.0 * f64::EPSILON * (conditioning + hr));
            // It is what survival curves say: S₁ = S₀^HR.
            let days = 50.0;
            let plain = Agreement::new(LN_2 * days / -(-p).ln_1p());
            prop_assert!((1.0 - plain.survival(days) - p).abs() < 1e-12);
            prop_assert!((1.0 - plain.factor("x", hr).survival(days) - with).abs() < 1e-12);
        }
    }

    #[test]
    fn a_weibull_scale() {
        let agreement = Agreement::weibull(100.0, 0.7).factor("x", 0.3);
        let lambda = 100.0 / LN_2.powf(1.0 / 0.7);
        for t in [1.0, 30.0, 365.0] {
            let written_out = (-(t / lambda).powf(0.7) * 0.3).exp();
            assert!((agreement.survival(t) - written_out).abs() < 1e-12);
        }
        assert!((agreement.median() - 100.0 * 0.3_f64.powf(-1.0 / 0.7)).abs() < 1e-9);
    }

    #[test]
    fn senseless_figures_are_refused() {
        assert!(Agreement::new(0.0).check().is_err());
        assert!(Agreement::new(f64::NAN).check().is_err());
        assert!(Agreement::new(5.0).factor("x", -1.0).check().is_err());
        assert!(Agreement::new(5.0).factor("x", 1.0).check().is_ok());
    }
}
