//! From the scale of a profile to that of a case.
//!
//! A case states `v(x) = Σ_k W_k · v_k(x_k) + Σ interactions` with `Σ W_k = 1` and every `v_k` in [0, 1]; a profile states
//! `u(x) = Σ_k w_k · e_k(x_k)` with any weights. Let `c_k = w_k · e_k` and `T = Σ_k max c_k`.
//!
//! - Where `Σ w_k = 1` and every `e_k` lies in [0, 1], weights and values are those of the file.
//! - Where no `c_k` is negative and T ≤ 1, `W_k = max c_k / T` and `v_k = c_k / W_k`: v = u, to rounding.
//! - Where T > 1 on a scale that is 0 to 1 by definition, the part of u above the scale is added by interactions of
//!   single options: v = u again. A continuous issue has no single options, so with one such a scale counts as free.
//!   So it does where those interactions would be more than a case holds, or u so small that rounding would blur it.
//! - On a free scale, `v = (u − a) / d` with a the sum of what is negative and d the largest that u − a can be; the
//!   reservation moves along, so that what is acceptable, the frontier and the solutions stay the same, except those
//!   that compare parties (utilitarian, egalitarian), which compare scales. The reader says so. A reservation above
//!   every outcome refuses them all, however far above it is: one just above the best stands for it.

use crate::scenario::{Answers, NoDeal, Profile, Scale, Topic, Worth};

/// Sums that differ from 1 by no more than this do so because decimals are not exact in binary.
const ROUNDING: f64 = 1e-12;

/// What interactions of one side can come to in all, in absolute values, a little below what a case takes.
const MOST_ADDED: f64 = 99.0;

/// How many interactions of single options a side gets: a case has room for 10,000 of all sides.
const MOST_BEYOND: usize = 2_000;

/// Below this, differences of worth begin to be lost in rounding.
const SMALL: f64 = 1e-6;

/// A worth just above another, as a factor: near enough to change no scale, and far enough to be seen in print.
const JUST_ABOVE: f64 = 1.01;

/// A profile on the scale of a case.
#[derive(Debug)]
pub(crate) struct Fitted {
    /// One an issue, summing to 1.
    pub(crate) weights: Vec<f64>,
    /// One an issue, within [0, 1].
    pub(crate) worths: Vec<Worth>,
    /// Issue, option, and what is added to the value of a package that has it.
    pub(crate) beyond: Vec<(usize, usize, f64)>,
    /// What each rectangle adds.
    pub(crate) rectangles: Vec<f64>,
    pub(crate) no_deal: Floor,
    /// Whether the file puts no deal above every outcome, so that a worth just above the best stands for it.
    pub(crate) above: bool,
    /// `v = (u − shift) / divisor`.
    pub(crate) shift: f64,
    pub(crate) divisor: f64,
}

impl Fitted {
    /// Whether figures are no longer those of the file.
    pub(crate) fn is_rescaled(&self) -> bool {
        self.shift != 0.0 || self.divisor != 1.0
    }
}

/// What no agreement is worth, on the scale of a case.
#[derive(Debug, PartialEq)]
pub(crate) enum Floor {
    /// A number in [0, 1].
    Value(f64),
    /// The worst answer on every issue that has a list of them: the file's figure lies below all outcomes, or it has
    /// none.
    Worst(Vec<Option<usize>>),
    /// The answer on every issue.
    Package(Vec<usize>),
}

/// Brings a profile to the scale of a case.
pub(crate) fn fit(profile: &Profile, topics: &[Topic]) -> Fitted {
    let answers: Vec<&Answers> = topics.iter().map(|topic| &topic.answers).collect();
    let extents: Vec<(f64, f64)> = profile
        .wishes
        .iter()
        .zip(&answers)
        .map(|(wish, answers)| {
            let (least, most) = wish.worth.extent(answers);
            let (a, b) = (wish.weight * least, wish.weight * most);
            (a.min(b), a.max(b))
        })
        .collect();
    let least: f64 = extents.iter().map(|(least, _)| least).sum();
    let shifts: Vec<f64> = extents.iter().map(|(least, _)| least.min(0.0)).collect();
    let most: f64 = extents.iter().zip(&shifts).map(|((_, most), shift)| most - shift).sum();
    let from_rectangles: f64 = profile.rectangles.iter().map(|rectangle| rectangle.worth.max(0.0)).sum();
    // The most that an outcome can be worth, less the shift.
    let best = most + from_rectangles;
    let is_small = best > 0.0 && best < SMALL;
    let free = profile.scale == Scale::Free
        || is_small
        || beyond_reach(&answers, &extents, most)
        || added(profile, &answers, most).is_too_much();
    let shift: f64 = if free { shifts.iter().sum::<f64>() + 0.0 } else { 0.0 };
    let mut stated = match profile.no_deal {
        NoDeal::Value(r, _) => Some(r),
        _ => None,
    };
    // Above every outcome, no deal must not set the scale: all else would be flattened.
    let above = free
        && stated.is_some_and(|r| {
            r - shift > best + ROUNDING * best.max(1.0) && (r - shift > 1.0 + ROUNDING || is_small)
        });
    if above {
        stated = Some(shift + if best > 0.0 { best * JUST_ABOVE } else { JUST_ABOVE - 1.0 });
    }
    let reach = best.max(stated.map_or(0.0, |r| r - shift)).max(in_rectangles(profile) / MOST_ADDED);
    let divisor = if free && (reach > 1.0 + ROUNDING || is_small) { reach } else { 1.0 };

    let natural = divisor == 1.0
        && shift == 0.0
        && (profile.wishes.iter().map(|wish| wish.weight).sum::<f64>() - 1.0).abs() <= ROUNDING
        && profile.wishes.iter().zip(&answers).all(|(wish, answers)| {
            let (least, most) = wish.worth.extent(answers);
            wish.weight >= 0.0 && least >= 0.0 && most <= 1.0
        });
    let (weights, worths) = if natural {
        let worths = profile.wishes.iter().map(|wish| wish.worth.clone());
        (profile.wishes.iter().map(|wish| wish.weight).collect(), worths.collect())
    } else {
        rebalanced(profile, &extents, &shifts, most, if free { divisor } else { most.max(1.0) })
    };
    // What the scale cannot hold: u − u / T, an interaction for each option.
    let mut beyond = Vec::new();
    if !free && !natural && most > 1.0 + ROUNDING {
        for (k, (wish, answers)) in profile.wishes.iter().zip(&answers).enumerate() {
            for option in 0..answers.count().unwrap_or(0) {
                let c = wish.weight * wish.worth.of(answers, option);
                if c != 0.0 {
                    beyond.push((k, option, c - c / most));
                }
            }
        }
    }
    let no_deal = match &profile.no_deal {
        NoDeal::Package(options) => Floor::Package(options.clone()),
        _ if profile.rectangles.is_empty() && stated.is_none_or(|r| r <= least + ROUNDING * divisor) => {
            Floor::Worst(worst(profile, &answers))
        }
        _ => Floor::Value(((stated.unwrap_or(0.0) - shift) / divisor).clamp(0.0, 1.0)),
    };
    let rectangles = profile.rectangles.iter().map(|rectangle| rectangle.worth / divisor).collect();
    Fitted { weights, worths, beyond, rectangles, no_deal, above, shift, divisor }
}

/// Whether a continuous issue leads beyond the scale: what it brings there could not be added by interactions.
fn beyond_reach(answers: &[&Answers], extents: &[(f64, f64)], most: f64) -> bool {
    most > 1.0 + ROUNDING
        && answers.iter().zip(extents).any(|(answers, extent)| answers.count().is_none() && extent.1 > 0.0)
}

/// Interactions of one side: how many of single options, and what all come to in absolute values.
struct Added {
    options: usize,
    in_all: f64,
}

impl Added {
    fn is_too_much(&self) -> bool {
        self.options > MOST_BEYOND || self.in_all > MOST_ADDED
    }
}

/// The interactions that would hold all of a profile on the scale from 0 to 1.
fn added(profile: &Profile, answers: &[&Answers], most: f64) -> Added {
    let mut added = Added { options: 0, in_all: in_rectangles(profile) };
    if most > 1.0 + ROUNDING {
        for (wish, answers) in profile.wishes.iter().zip(answers) {
            for option in 0..answers.count().unwrap_or(0) {
                added.options += 1;
                added.in_all += (wish.weight * wish.worth.of(answers, option)).abs() * (1.0 - 1.0 / most);
            }
        }
    }
    added
}

/// What rectangles come to in absolute values.
fn in_rectangles(profile: &Profile) -> f64 {
    profile.rectangles.iter().map(|rectangle| rectangle.worth.abs()).sum()
}

/// Weights in proportion to what each issue can bring, and values to match: `W_k · v_k = (c_k − shift_k) / divisor`.
fn rebalanced(
    profile: &Profile,
    extents: &[(f64, f64)],
    shifts: &[f64],
    most: f64,
    divisor: f64,
) -> (Vec<f64>, Vec<Worth>) {
    let count = profile.wishes.len();
    let weights: Vec<f64> = extents
        .iter()
        .zip(shifts)
        .map(|((_, high), shift)| if most > 0.0 { (high - shift) / most } else { 1.0 / count as f64 })
        .collect();
    let worths = profile
        .wishes
        .iter()
        .zip(shifts)
        .zip(&weights)
        .map(|((wish, shift), weight)| {
            let value = |e: f64| match *weight {
                0.0 => 0.0,
                weight => ((wish.weight * e - shift) / divisor / weight).clamp(0.0, 1.0),
            };
            match &wish.worth {
                Worth::Table(values) => Worth::Table(values.iter().map(|e| value(*e)).collect()),
                Worth::Points(points) => Worth::Points(points.iter().map(|(x, e)| (*x, value(*e))).collect()),
            }
        })
        .collect();
    (weights, worths)
}

/// The worst answer on every issue, the first of several; `None` where any number will do.
fn worst(profile: &Profile, answers: &[&Answers]) -> Vec<Option<usize>> {
    profile
        .wishes
        .iter()
        .zip(answers)
        .map(|(wish, answers)| {
            (0..answers.count()?).min_by(|a, b| {
                let c = |option: usize| wish.weight * wish.worth.of(answers, option);
                c(*a).total_cmp(&c(*b))
            })
        })
        .collect()
}
