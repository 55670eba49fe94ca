//! How long a package would last, over many worlds.
//!
//! In every world the survival curve and the median are computed, then put in order: figures are medians over worlds with
//! the range that nine tenths of them fill. The contribution of a factor is what changes when it alone is taken away:
//! the probability of lasting beyond the compared day, the median, and its part of the total log hazard. Worlds are computed in parallel
//! and gathered in their order; the result does not depend on the number of threads.

use detente_model::side_by_side::each;
use detente_model::{Case, Durability, Lasting, Package, Progress, Worlds};
use rayon::prelude::*;

use crate::from_case::figures_of;
use crate::survival::Course;
use crate::{Agreement, Band, Basis, DurabilityError, agreement_of, catalogue};

/// The days at which survival is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Horizons {
    /// The days, ascending.
    pub days: Vec<f64>,
    /// The day on which packages and factors are compared.
    pub compared: f64,
    /// For how many days an agreement has held of which it is told what is left, ascending.
    pub held: Vec<f64>,
}

impl Horizons {
    /// Those of a case: as it states them, or those of the kind of agreement that it is about (see [`Durability::days`]).
    pub fn of(durability: &Durability) -> Self {
        Self::told(durability.days(), durability.compared_day())
    }

    /// Those of a case on its day: an agreement that is in force is told for the days that it has held, any other for each day told but the last.
    pub fn of_case(case: &Case) -> Self {
        let Some(durability) = &case.durability else { return Self::default() };
        let mut horizons = Self::of(durability);
        if let Some(held) = durability.held_on(case.as_of) {
            horizons.held = vec![held];
        }
        horizons
    }

    fn told(days: Vec<f64>, compared: f64) -> Self {
        let held = days[..days.len().saturating_sub(1)].to_vec();
        Self { days, compared, held }
    }
}

impl Default for Horizons {
    /// Those of a truce.
    fn default() -> Self {
        let days = Lasting::Truce.days();
        Self::told(days.to_vec(), days[2])
    }
}

/// How long a package would last.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageSurvival {
    /// How many worlds.
    pub worlds: u64,
    /// Survival on each of the days told.
    pub survival: Vec<SurvivalAt>,
    /// The day on which factors are compared.
    pub compared_day: f64,
    /// Median life in days.
    pub median_days: Band,
    /// Median life in days without any of the factors.
    pub baseline_median_days: Band,
    /// How long it lasts on, given that it has held for so many days, ascending.
    pub remaining: Vec<Remaining>,
    /// What each factor contributes, in their order.
    pub contributions: Vec<Contribution>,
    /// What must be said beside the figures: findings from other wars, and that there is no record here if so.
    pub warnings: Vec<String>,
}

/// What is left of an agreement that has held for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct Remaining {
    /// For how many days it has held.
    pub held: f64,
    /// The probability of lasting so many days more, on each of the days told.
    pub more: Vec<SurvivalAt>,
    /// How many days more half of such agreements last.
    pub median_days: Band,
}

/// Survival on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalAt {
    /// The day.
    pub days: f64,
    /// The probability of lasting longer: median over worlds, and its range.
    pub probability: Band,
    /// Its mean over worlds: the probability all doubt included.
    pub mean: f64,
}

/// What one factor does.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// The factor's name.
    pub name: String,
    /// Its hazard ratio.
    pub hazard_ratio: Band,
    /// Its hazard ratio from a later day on, if it turns.
    pub later: Option<(f64, Band)>,
    /// What it adds to the probability of lasting beyond the compared day; below zero if it takes away.
    pub survival_gain: Band,
    /// By what it multiplies the median.
    pub median_times: Band,
    /// Its part of the sum of the absolute log hazard ratios, in the middle of the worlds; 0 if there is none.
    pub part: f64,
    /// The finding that it rests on.
    pub finding: Option<String>,
    /// `from other wars: …` if it rests on one.
    pub warning: Option<String>,
}

/// Survival of a package of a case over so many worlds.
///
/// # Errors
/// There are no worlds, or [`agreement_of`] fails in one.
pub fn package_survival(
    worlds: &Worlds,
    draws: u64,
    package: &Package,
) -> Result<PackageSurvival, DurabilityError> {
    let mut survival =
        survival_over(draws, &horizons_of(worlds), |i| agreement_of(&worlds.draw(i), package))?;
    warn_of_later_findings(&mut survival, worlds)?;
    Ok(survival)
}

/// Says of each finding that appeared after the year of the case's day that nobody could know it then.
fn warn_of_later_findings(survival: &mut PackageSurvival, worlds: &Worlds) -> Result<(), DurabilityError> {
    let year = i32::from(worlds.case().as_of.year());
    for contribution in &survival.contributions {
        let Some(id) = &contribution.finding else { continue };
        let later = catalogue()?.finding(id)?.not_yet_known_in(year);
        survival.warnings.extend(later.map(|said| format!("{}: {said}", contribution.name)));
    }
    Ok(())
}

/// Survival of a package of a case over so many worlds, and its curve on every one of `days`. `progress` is told of each world.
///
/// # Errors
/// As [`package_survival`].
pub fn package_life(
    worlds: &Worlds,
    draws: u64,
    package: &Package,
    days: &[f64],
    progress: &Progress,
) -> Result<(PackageSurvival, Vec<SurvivalAt>), DurabilityError> {
    let mut agreements =
        agreements_of(draws, |i| progress.stepping(|| figures_of(&worlds.draw(i), package)), progress)?;
    // Names and findings are the same in all worlds: the first keeps them.
    if let Some(first) = agreements.first_mut() {
        *first = agreement_of(&worlds.draw(0), package)?;
    }
    let mut survival = survival_of(&agreements, &horizons_of(worlds), progress)?;
    warn_of_later_findings(&mut survival, worlds)?;
    Ok((survival, curve_of(&agreements, days, progress)?))
}

/// Survival of agreements of a case without any factor: what its baseline says by itself. `progress` is told of each world.
///
/// # Errors
/// As [`package_survival`].
pub fn unaided_survival(
    worlds: &Worlds,
    draws: u64,
    progress: &Progress,
) -> Result<PackageSurvival, DurabilityError> {
    let basis = Basis::of(worlds.case())?;
    let unaided = |i| {
        progress.stepping(|| Ok(Agreement { unaided: basis.unaided(&worlds.draw(i))?, factors: Vec::new() }))
    };
    survival_of(&agreements_of(draws, unaided, progress)?, &horizons_of(worlds), progress)
}

/// The same for agreements made by hand; `agreement(i)` is that of world i, with the same factors in each.
///
/// # Errors
/// There are no worlds, an agreement makes no sense, the factors differ, or a life is beyond numbers.
pub fn survival_over(
    draws: u64,
    horizons: &Horizons,
    agreement: impl Fn(u64) -> Result<Agreement, DurabilityError> + Sync,
) -> Result<PackageSurvival, DurabilityError> {
    let progress = Progress::default();
    survival_of(&agreements_of(draws, agreement, &progress)?, horizons, &progress)
}

fn horizons_of(worlds: &Worlds) -> Horizons {
    Horizons::of_case(worlds.case())
}

/// So many agreements are asked for a figure between two reports.
const TOGETHER: usize = 64;
/// What a figure of one agreement counts for in them: the logarithms that a median is looked for with.
const STEPS_A_FIGURE: u64 = 400;

/// The agreement of each world, checked; the first world's error if there is one.
fn agreements_of(
    draws: u64,
    agreement: impl Fn(u64) -> Result<Agreement, DurabilityError> + Sync,
    progress: &Progress,
) -> Result<Vec<Agreement>, DurabilityError> {
    let checked = |i: usize| agreement(i as u64).and_then(|agreement| agreement.check().map(|()| agreement));
    each(draws as usize, progress, &checked).into_iter().collect()
}

/// Survival over the agreements of all worlds. With many of them each figure takes a while, so each begins with a look at `progress`.
fn survival_of(
    agreements: &[Agreement],
    horizons: &Horizons,
    progress: &Progress,
) -> Result<PackageSurvival, DurabilityError> {
    let draws = agreements.len() as u64;
    let first = agreements.first().ok_or(DurabilityError::NoWorlds)?;
    let expected = first.factors.len();
    if let Some((world, other)) = agreements.iter().enumerate().find(|(_, t)| t.factors.len() != expected) {
        let (world, found) = (world as u64, other.factors.len());
        return Err(DurabilityError::FactorsDiffer { world, expected, found });
    }
    let band = |f: &(dyn Fn(&Agreement) -> f64 + Sync)| {
        let values = agreements.par_chunks(TOGETHER).flat_map_iter(|some| {
            progress.work(STEPS_A_FIGURE * some.len() as u64);
            some.iter().map(f)
        });
        Band::watched(values.collect(), progress).ok_or(DurabilityError::BeyondNumbers)
    };
    let survival = curve_of(agreements, &horizons.days, progress)?;
    let ratios = (0..expected)
        .map(|i| band(&|agreement| agreement.factors[i].hazard_ratio))
        .collect::<Result<Vec<_>, _>>()?;
    let total: f64 = ratios.iter().map(|ratio| ratio.median.ln().abs()).sum();
    let mut contributions = Vec::with_capacity(expected);
    let mut warnings = Vec::new();
    for (i, factor) in first.factors.iter().enumerate() {
        let warning = match &factor.finding {
            Some(id) => Some(catalogue()?.finding(id)?.warning()),
            None => None,
        };
        warnings.extend(warning.as_ref().map(|w| format!("{}: {w}", factor.name)));
        let later = match factor.later {
            Some((day, _)) => {
                let ratio =
                    |agreement: &Agreement| agreement.factors[i].later.map_or(f64::NAN, |(_, ratio)| ratio);
                Some((day, band(&ratio)?))
            }
            None => None,
        };
        contributions.push(Contribution {
            name: factor.name.clone(),
            hazard_ratio: ratios[i],
            later,
            survival_gain: band(&|agreement| {
                agreement.survival(horizons.compared) - agreement.but(i).survival(horizons.compared)
            })?,
            median_times: band(&|agreement| agreement.median() / agreement.but(i).median())?,
            part: if total > 0.0 { ratios[i].median.ln().abs() / total } else { 0.0 },
            finding: factor.finding.clone(),
            warning,
        });
    }
    let left = |held: &f64| {
        let more = |days: &f64| {
            let values = progress.along(agreements).map(|agreement| agreement.survival_given(*held, *days));
            survival_at(*days, values.collect(), progress)
        };
        Ok(Remaining {
            held: *held,
            more: horizons.days.iter().map(more).collect::<Result<_, _>>()?,
            median_days: band(&|agreement| agreement.remaining_median(*held))?,
        })
    };
    let remaining = horizons.held.iter().map(left).collect::<Result<_, DurabilityError>>()?;
    Ok(PackageSurvival {
        worlds: draws,
        survival,
        compared_day: horizons.compared,
        median_days: band(&Agreement::median)?,
        baseline_median_days: band(&|agreement| agreement.unaided.median())?,
        remaining,
        contributions,
        warnings,
    })
}

/// The curve for a plot: survival on every one of `days`, with its range.
///
/// # Errors
/// There are no worlds, or an agreement makes no sense.
pub fn curve_over(
    draws: u64,
    agreement: impl Fn(u64) -> Result<Agreement, DurabilityError> + Sync,
    days: &[f64],
) -> Result<Vec<SurvivalAt>, DurabilityError> {
    curve_of(&agreements_of(draws, agreement, &Progress::default())?, days, &Progress::default())
}

fn curve_of(
    agreements: &[Agreement],
    days: &[f64],
    progress: &Progress,
) -> Result<Vec<SurvivalAt>, DurabilityError> {
    if agreements.is_empty() {
        return Err(DurabilityError::NoWorlds);
    }
    let courses = agreements.par_chunks(TOGETHER).flat_map_iter(|some| {
        progress.work(STEPS_A_FIGURE * some.len() as u64);
        some.iter().map(Agreement::course)
    });
    let courses: Vec<Course<'_>> = courses.collect();
    let on = |days: &f64| {
        survival_at(*days, progress.along(&courses).map(|course| course.survival(*days)).collect(), progress)
    };
    days.par_iter().map(on).collect::<Vec<_>>().into_iter().collect()
}

/// The probability of one day over the worlds, at least one.
fn survival_at(days: f64, values: Vec<f64>, progress: &Progress) -> Result<SurvivalAt, DurabilityError> {
    let mean = progress.along(&values).sum::<f64>() / values.len() as f64;
    let probability = Band::watched(values, progress).ok_or(DurabilityError::BeyondNumbers)?;
    Ok(SurvivalAt { days, probability, mean })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps are counted, not time: each figure over many worlds is work.
    #[test]
    fn figures_over_many_worlds_are_reported_in_small_pieces() {
        let agreement = Agreement::new(60.0).factor("guarantee", 0.5);
        let worlds = 20_000;
        let agreements = agreements_of(worlds, |_| Ok(agreement.clone()), &Progress::default()).unwrap();
        let progress = Progress::default();
        survival_of(&agreements, &Horizons::default(), &progress).unwrap();
        // The ratio, the gain, the times, both medians and the courses.
        assert!(progress.work_done() >= 6 * STEPS_A_FIGURE * worlds, "{}", progress.work_done());
        assert!(progress.most_at_once() <= detente_model::MOST_BETWEEN_REPORTS);
    }

    #[test]
    fn certain_figures_have_no_range() {
        let agreement = Agreement::new(60.0).factor("guarantee", 0.5);
        let found = survival_over(3, &Horizons::default(), |_| Ok(agreement.clone())).unwrap();
        assert!(
            (found.median_days.low - 120.0).abs() < 1e-9 && found.median_days.low == found.median_days.high
        );
        // S(180) = 2^(−180/120) with, 2^(−3) without.
        let gain = found.contributions[0].survival_gain.median;
        assert!((gain - (2f64.powf(-1.5) - 0.125)).abs() < 1e-12);
        assert!((found.contributions[0].median_times.median - 2.0).abs() < 1e-12);
        assert_eq!(found.contributions[0].part, 1.0);
        assert!(found.warnings.is_empty());
    }

    #[test]
    fn no_worlds_no_answer() {
        assert_eq!(
            survival_over(0, &Horizons::default(), |_| Ok(Agreement::new(1.0))),
            Err(DurabilityError::NoWorlds)
        );
        let endless = Agreement::weibull(1.0, 1e-9).factor("monitors", 0.5).factor("pledge", 0.5);
        assert_eq!(
            survival_over(1, &Horizons::default(), |_| Ok(endless.clone())),
            Err(DurabilityError::BeyondNumbers)
        );
        let differing =
            |i: u64| Ok(if i == 2 { Agreement::new(1.0).factor("x", 1.0) } else { Agreement::new(1.0) });
        let error = survival_over(4, &Horizons::default(), differing).unwrap_err();
        assert_eq!(error, DurabilityError::FactorsDiffer { world: 2, expected: 0, found: 1 });
    }
}
