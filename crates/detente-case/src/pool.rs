//! Several readings of one case pooled into one, figure by figure, by a stated rule.
//!
//! **Linear** (Stone 1961): the pooled figure follows the mixture of the readings, each as likely to be right as any other. It reaches
//! from the lowest end that anybody gave to the highest, so that disagreement shows as doubt. **Quantiles averaged** (Vincent 1912;
//! Ratcliff 1979): its quantiles are the means of the readings' quantiles. It is about as wide as a typical reading, so that each reading
//! counts as a measurement of one and the same figure.
//!
//! A case writes a figure as a number, a range or a triangle, and no mixture is one of these. Written is the one of the two shapes
//! between the pooled ends, the range, or the triangle that has the pooled mean if one can, whose quantiles lie nearest, in the mean of squares. How
//! wide the rule's own result is, and how wide what is written, is told for each figure.
//!
//! Figures are pooled one by one: what one reader's figures have to do with each other is not kept. What is no figure, an order, a red line
//! on options, a claim, stays as the first reading has it, and so does a figure that not all of them state; each is told.

use detente_model::{Case, Uncertain};

use crate::edit::{Edit, EditFault, MOST_EDITS, apply, differences, paths};
use crate::read::{CASE_FILE, parse};
use crate::write::Value;

/// The rule by which figures are pooled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PoolRule {
    /// The mixture of the readings.
    Linear,
    /// Their quantiles averaged.
    Quantiles,
}

/// A figure on which readings differ, pooled.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledFigure {
    /// The path.
    pub path: String,
    /// What each reading says.
    pub readings: Vec<Uncertain>,
    /// What is written for all of them.
    pub written: Uncertain,
    /// The mean by the rule.
    pub mean: f64,
    /// The standard deviation by the rule.
    pub spread: f64,
    /// The standard deviation of what is written.
    pub written_spread: f64,
}

/// A place on which readings differ, and which stays as the first has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPlace {
    /// The path.
    pub path: String,
    /// Why it is not pooled, in a few words.
    pub why: String,
}

/// Several readings in one.
#[derive(Debug, Clone)]
pub struct Pooled {
    /// The text of the first reading with the pooled figures in it.
    pub text: String,
    /// The case that it is.
    pub case: Case,
    /// The figures that were pooled, in the order of the first reading.
    pub figures: Vec<PooledFigure>,
    /// What stays as the first reading has it.
    pub kept: Vec<KeptPlace>,
}

/// How finely distributions are laid out.
const STEPS: usize = 1_000;

/// Pools readings into the first of them.
///
/// ```
/// use detente_case::pool::{PoolRule, pool};
/// use detente_case::template;
///
/// let second = template().replace("no_deal = [0.30, 0.45]", "no_deal = [0.4, 0.65]");
/// let linear = pool(&[template(), &second], PoolRule::Linear).unwrap();
/// assert_eq!(linear.figures[0].written.to_string(), "0.3 to 0.65, most likely 0.4");
/// let quantiles = pool(&[template(), &second], PoolRule::Quantiles).unwrap();
/// assert_eq!(quantiles.figures[0].written.to_string(), "0.35 to 0.55");
/// ```
///
/// # Errors
/// One of the readings is not a sound case.
pub fn pool(readings: &[&str], rule: PoolRule) -> Result<Pooled, EditFault> {
    let cases = readings
        .iter()
        .map(|text| parse(CASE_FILE, text).map(|read| read.case).map_err(EditFault::Unsound))
        .collect::<Result<Vec<Case>, EditFault>>()?;
    let Some((text, first)) = readings.first().zip(cases.first()) else {
        return Ok(Pooled {
            text: String::new(),
            case: Case::default(),
            figures: Vec::new(),
            kept: Vec::new(),
        });
    };
    let mut figures = Vec::new();
    let mut kept: Vec<KeptPlace> = Vec::new();
    let elsewhere = places_of_points(readings)?;
    for number in first.numbers.stated() {
        let path = &number.path;
        let of: Vec<Option<Uncertain>> =
            cases.iter().map(|case| case.numbers.at_path(path).map(|id| case.numbers[id].value)).collect();
        let Some(stated) = of.iter().copied().collect::<Option<Vec<Uncertain>>>() else {
            continue;
        };
        if stated.iter().all(|value| *value == stated[0]) {
            continue;
        }
        if elsewhere.contains(path) {
            kept.push(KeptPlace { path: path.clone(), why: "the points lie elsewhere".to_owned() });
            continue;
        }
        figures.push(pooled(path, stated, rule));
    }
    let edit = |figure: &PooledFigure| Edit::set(&figure.path, Value::from(figure.written).to_string());
    let edited = written(text, &mut figures, &mut kept, edit)?;
    for reading in readings.iter().skip(1) {
        for difference in differences(text, reading)? {
            let inside =
                |path: &str| path == difference.path || path.starts_with(&format!("{}[", difference.path));
            if figures.iter().any(|figure| inside(&figure.path))
                || kept.iter().any(|place| inside(&place.path))
            {
                continue;
            }
            let why = match (&difference.before, &difference.after) {
                (None, _) => "the first reading does not have it",
                (_, None) => "not all readings have it",
                _ => "it is no figure, or not the same kind of figure in all readings",
            };
            kept.push(KeptPlace { path: difference.path, why: why.to_owned() });
        }
    }
    Ok(Pooled { text: edited.0, case: edited.1, figures, kept })
}

/// The text with the figures in it, and the case that it is. Figures that together make no sound case are tried one by one, and those that
/// make none stay as they are.
fn written(
    text: &str,
    figures: &mut Vec<PooledFigure>,
    kept: &mut Vec<KeptPlace>,
    edit: impl Fn(&PooledFigure) -> Edit,
) -> Result<(String, Case), EditFault> {
    let all: Vec<Edit> = figures.iter().map(&edit).collect();
    let together = all.chunks(MOST_EDITS).try_fold((text.to_owned(), None), |(text, _), edits| {
        apply(&text, edits).map(|edited| (edited.text, Some(edited.reading.case)))
    });
    if let Ok((text, case)) = together {
        let case = match case {
            Some(case) => case,
            None => parse(CASE_FILE, &text).map_err(EditFault::Unsound)?.case,
        };
        return Ok((text, case));
    }
    let (mut text, mut made) = (text.to_owned(), Vec::new());
    let mut case = parse(CASE_FILE, &text).map_err(EditFault::Unsound)?.case;
    for figure in std::mem::take(figures) {
        match apply(&text, &[edit(&figure)]) {
            Ok(edited) => {
                (text, case) = (edited.text, edited.reading.case);
                made.push(figure);
            }
            Err(fault) => {
                let first = fault.faults().iter().find(|fault| fault.is_error());
                let why = first.map_or_else(|| fault.to_string(), |first| first.message.clone());
                kept.push(KeptPlace { path: figure.path, why: format!("pooled it would be a fault: {why}") });
            }
        }
    }
    *figures = made;
    Ok((text, case))
}

/// The paths of points that do not lie at the same number in all readings, so that what they are worth cannot be pooled.
fn places_of_points(readings: &[&str]) -> Result<Vec<String>, EditFault> {
    let points = |text: &str| -> Result<Vec<(String, String)>, EditFault> {
        let places = paths(text)?;
        let at = places.into_iter().filter(|place| place.path.ends_with("][1]"));
        Ok(at.map(|place| (place.path, place.text)).collect())
    };
    let Some((first, others)) = readings.split_first() else { return Ok(Vec::new()) };
    let here = points(first)?;
    let mut elsewhere = Vec::new();
    for other in others {
        let there = points(other)?;
        for (path, lies) in &here {
            if there.iter().find(|(other, _)| other == path).is_some_and(|(_, other)| other != lies) {
                elsewhere.extend(path.strip_suffix("[1]").map(str::to_owned));
            }
        }
    }
    Ok(elsewhere)
}

/// One figure by the rule.
fn pooled(path: &str, readings: Vec<Uncertain>, rule: PoolRule) -> PooledFigure {
    let quantiles = match rule {
        PoolRule::Linear => mixture(&readings),
        PoolRule::Quantiles => {
            let count = readings.len() as f64;
            let at = |u: f64| readings.iter().map(|reading| reading.quantile(u)).sum::<f64>() / count;
            grid().map(at).collect()
        }
    };
    let (mean, spread) = moments(&quantiles);
    let count = readings.len() as f64;
    let (low, high) = match rule {
        PoolRule::Linear => (
            readings.iter().map(|reading| reading.low()).fold(f64::INFINITY, f64::min),
            readings.iter().map(|reading| reading.high()).fold(f64::NEG_INFINITY, f64::max),
        ),
        PoolRule::Quantiles => (
            rounded(readings.iter().map(|reading| reading.low() / count).sum()),
            rounded(readings.iter().map(|reading| reading.high() / count).sum()),
        ),
    };
    let mode = rounded((3.0 * mean - low - high).clamp(low, high)).clamp(low, high);
    let shapes = [Uncertain::uniform(low, high), Uncertain::triangular(low, mode, high)];
    let distance = |shape: &Uncertain| {
        let each = grid().zip(&quantiles).map(|(u, wanted)| (shape.quantile(u) - wanted).powi(2));
        each.sum::<f64>()
    };
    let nearest = shapes.into_iter().flatten().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let written = nearest.unwrap_or(readings[0]);
    let written_spread = moments(&grid().map(|u| written.quantile(u)).collect::<Vec<f64>>()).1;
    PooledFigure { path: path.to_owned(), readings, written, mean, spread, written_spread }
}

/// The middles of equal parts of a probability.
fn grid() -> impl Iterator<Item = f64> {
    (0..STEPS).map(|step| (step as f64 + 0.5) / STEPS as f64)
}

/// The quantiles of the mixture of some readings.
fn mixture(readings: &[Uncertain]) -> Vec<f64> {
    let mut all: Vec<f64> =
        readings.iter().flat_map(|reading| grid().map(move |u| reading.quantile(u))).collect();
    all.sort_by(f64::total_cmp);
    let count = readings.len();
    // The mean of those that fall into one part, so that the mean of all is kept.
    all.chunks(count.max(1)).map(|part| part.iter().sum::<f64>() / part.len() as f64).collect()
}

/// Mean and standard deviation.
fn moments(quantiles: &[f64]) -> (f64, f64) {
    let count = quantiles.len().max(1) as f64;
    let mean = quantiles.iter().sum::<f64>() / count;
    let variance = quantiles.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

/// To six digits, as people write figures.
fn rounded(x: f64) -> f64 {
    format!("{x:.5e}").parse().unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: f64, high: f64) -> Uncertain {
        Uncertain::uniform(low, high).unwrap()
    }

    fn by(rule: PoolRule, readings: &[Uncertain]) -> PooledFigure {
        pooled("x", readings.to_vec(), rule)
    }

    #[test]
    fn the_mixture_is_at_least_as_wide_as_the_quantiles_averaged_and_both_have_one_mean() {
        for readings in [
            vec![range(0.1, 0.3), range(0.5, 0.9)],
            vec![range(0.1, 0.3), Uncertain::Known(0.2), Uncertain::triangular(0.0, 0.8, 1.0).unwrap()],
            vec![Uncertain::Known(3.0), Uncertain::Known(5.0), Uncertain::Known(5.0)],
        ] {
            let (linear, quantiles) = (by(PoolRule::Linear, &readings), by(PoolRule::Quantiles, &readings));
            let mean = readings
                .iter()
                .map(|reading| moments(&grid().map(|u| reading.quantile(u)).collect::<Vec<f64>>()).0)
                .sum::<f64>()
                / readings.len() as f64;
            assert!((linear.mean - mean).abs() < 1e-9 && (quantiles.mean - mean).abs() < 1e-9);
            assert!(linear.spread >= quantiles.spread - 1e-9);
            let ends = |figure: &PooledFigure| (figure.written.low(), figure.written.high());
            assert!(ends(&linear).0 <= ends(&quantiles).0 && ends(&quantiles).1 <= ends(&linear).1);
        }
    }

    #[test]
    fn whoever_is_named_first_does_not_matter() {
        let readings = [range(0.1, 0.3), Uncertain::Known(0.2), range(0.4, 0.8)];
        let mut other = readings;
        other.reverse();
        for rule in [PoolRule::Linear, PoolRule::Quantiles] {
            assert_eq!(by(rule, &readings).written, by(rule, &other).written);
        }
    }

    #[test]
    fn what_two_say_exactly_is_a_range_or_its_middle() {
        let readings = [Uncertain::Known(0.3), Uncertain::Known(0.5)];
        assert_eq!(by(PoolRule::Linear, &readings).written, range(0.3, 0.5));
        assert_eq!(by(PoolRule::Quantiles, &readings).written, Uncertain::Known(0.4));
        let alike = by(PoolRule::Linear, &[range(0.2, 0.6), range(0.2, 0.6)]);
        assert_eq!(alike.written, range(0.2, 0.6));
        assert!((alike.spread - 0.4 / 12_f64.sqrt()).abs() < 1e-6);
    }
}
