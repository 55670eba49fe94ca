//! Differences of two cases that are judged in the same draws, with the interval that the number of draws leaves.
//!
//! A figure that did not change has the same value in draw i of both cases (see [`Worlds`](detente_model::Worlds)), so that what
//! two cases share cancels out in the difference of a world: its mean over the worlds is far surer than the difference of two means
//! that were drawn apart (common random numbers; Hammersley & Handscomb 1964).

use detente_model::{Band, Progress};

/// Half the width of a 95 % interval, in standard errors.
const Z: f64 = 1.959_963_984_540_054;
/// Samples of the bootstrap.
const RESAMPLED: usize = 2_000;

/// What a figure is in each world; places are draws.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ByWorld {
    /// Whether something holds: the figure is the share of the worlds in which it does.
    Holds(Vec<bool>),
    /// The figure is the mean over the worlds that have one in both cases.
    Mean(Vec<Option<f64>>),
    /// The figure is the median over the worlds.
    Median(Vec<f64>),
}

/// A figure in two cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair {
    pub before: f64,
    pub after: f64,
    /// The 95 % interval of the difference.
    pub interval: [f64; 2],
    /// Over how many worlds.
    pub worlds: u64,
}

/// The figure in both cases, and the interval of the difference; `None` where they have no world in common. `progress` may cancel it.
pub(crate) fn pair(before: &ByWorld, after: &ByWorld, progress: &Progress) -> Option<Pair> {
    match (before, after) {
        (ByWorld::Holds(a), ByWorld::Holds(b)) => shares(a, b),
        (ByWorld::Mean(a), ByWorld::Mean(b)) => means(a, b),
        (ByWorld::Median(a), ByWorld::Median(b)) => medians(a, b, progress),
        _ => None,
    }
}

/// Shares: the adjusted interval of Bonett & Price (2012), which leaves a width where no world differs.
fn shares(a: &[bool], b: &[bool]) -> Option<Pair> {
    let worlds = a.len().min(b.len());
    if worlds == 0 {
        return None;
    }
    let count =
        |pick: &dyn Fn(bool, bool) -> bool| a.iter().zip(b).filter(|(a, b)| pick(**a, **b)).count() as f64;
    let n = worlds as f64;
    let (gained, lost) = (count(&|a, b| !a && b), count(&|a, b| a && !b));
    let (p, q) = ((gained + 1.0) / (n + 2.0), (lost + 1.0) / (n + 2.0));
    let error = Z * ((p + q - (p - q).powi(2)) / (n + 2.0)).sqrt();
    Some(Pair {
        before: count(&|a, _| a) / n,
        after: count(&|_, b| b) / n,
        interval: [(p - q - error).max(-1.0), (p - q + error).min(1.0)],
        worlds: worlds as u64,
    })
}

/// Means: the interval of the mean of the differences world by world.
fn means(a: &[Option<f64>], b: &[Option<f64>]) -> Option<Pair> {
    let both: Vec<(f64, f64)> = a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    if both.is_empty() {
        return None;
    }
    let n = both.len() as f64;
    let before = both.iter().map(|(a, _)| a).sum::<f64>() / n;
    let after = both.iter().map(|(_, b)| b).sum::<f64>() / n;
    let difference = after - before;
    let squares: f64 = both.iter().map(|(a, b)| (b - a - difference).powi(2)).sum();
    let error = if both.len() > 1 { Z * (squares / (n - 1.0) / n).sqrt() } else { f64::INFINITY };
    let interval = [(difference - error).max(f64::MIN), (difference + error).min(f64::MAX)];
    Some(Pair { before, after, interval, worlds: both.len() as u64 })
}

/// Medians: the middle 95 % of bootstrap samples, each of which draws worlds and takes both cases in them (Efron 1979).
fn medians(a: &[f64], b: &[f64], progress: &Progress) -> Option<Pair> {
    let worlds = a.len().min(b.len());
    if worlds == 0 {
        return None;
    }
    let median = |values: &[f64]| median(values, progress);
    let (before, after) = (median(&a[..worlds]), median(&b[..worlds]));
    let mut dice = 0x9E37_79B9_7F4A_7C15_u64;
    let mut sampled = vec![0.0; RESAMPLED];
    let (mut first, mut second) = (vec![0.0; worlds], vec![0.0; worlds]);
    for difference in &mut sampled {
        for (a_place, b_place) in first.iter_mut().zip(&mut second) {
            let world = (next(&mut dice) % worlds as u64) as usize;
            (*a_place, *b_place) = (a[world], b[world]);
        }
        *difference = median(&second) - median(&first);
    }
    sampled.sort_by(f64::total_cmp);
    let at = |share: f64| sampled[((RESAMPLED - 1) as f64 * share).round() as usize];
    Some(Pair { before, after, interval: [at(0.025), at(0.975)], worlds: worlds as u64 })
}

/// The median, as [`Band`] takes it.
fn median(values: &[f64], progress: &Progress) -> f64 {
    Band::watched(values.to_vec(), progress).map_or(0.0, |band| band.median)
}

/// `SplitMix64` (Steele, Lea & Flood 2014), from one seed: the same worlds give the same interval.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(before: &ByWorld, after: &ByWorld) -> Option<Pair> {
        super::pair(before, after, &Progress::default())
    }

    /// Steps are counted, not time: each sample of the bootstrap is work.
    #[test]
    fn the_bootstrap_is_reported_in_small_pieces() {
        let (worlds, progress) = (100, Progress::default());
        let values = ByWorld::Median((0..worlds).map(f64::from).collect());
        super::pair(&values, &values, &progress).unwrap();
        assert!(progress.work_done() >= 2 * RESAMPLED as u64 * worlds as u64, "{}", progress.work_done());
        assert!(progress.most_at_once() <= detente_model::MOST_BETWEEN_REPORTS);
    }

    /// Cases drawn apart and together: of 400 pairs with a known difference the interval holds it in about 95 %.
    #[test]
    fn intervals_hold_the_true_difference_as_often_as_they_say() {
        let mut dice = 7;
        let mut uniform = || (next(&mut dice) >> 11) as f64 / (1u64 << 53) as f64;
        let (mut in_share, mut in_mean, mut in_median) = (0, 0, 0);
        for round in 0..400 {
            let worlds: Vec<(f64, f64)> = (0..300).map(|_| (uniform(), uniform())).collect();
            // Shares 0.4 and 0.5; means 0.5 and 0.6 + a half of 0.1; medians 0.5 and 0.6.
            let a: Vec<bool> = worlds.iter().map(|(u, _)| *u < 0.4).collect();
            let b: Vec<bool> = worlds.iter().map(|(u, _)| *u < 0.5).collect();
            let holds = pair(&ByWorld::Holds(a), &ByWorld::Holds(b)).unwrap().interval;
            in_share += u32::from(holds[0] <= 0.1 && 0.1 <= holds[1]);
            let a: Vec<Option<f64>> = worlds.iter().map(|(u, _)| Some(*u)).collect();
            let b: Vec<Option<f64>> = worlds.iter().map(|(u, v)| Some(u + 0.2 * v)).collect();
            let mean = pair(&ByWorld::Mean(a), &ByWorld::Mean(b)).unwrap().interval;
            in_mean += u32::from(mean[0] <= 0.1 && 0.1 <= mean[1]);
            // The bootstrap takes long, so that fewer rounds are enough.
            if round < 100 {
                let a: Vec<f64> = worlds.iter().map(|(u, _)| *u).collect();
                let b: Vec<f64> = worlds.iter().map(|(_, v)| *v + 0.1).collect();
                let median = medians_of(&a, &b);
                in_median += u32::from(median[0] <= 0.1 && 0.1 <= median[1]);
            }
        }
        // 380 and 95 expected, with standard errors of 4.4 and 2.2; four of them.
        assert!((362..=398).contains(&in_share) && (362..=398).contains(&in_mean), "{in_share} {in_mean}");
        assert!((86..=100).contains(&in_median), "{in_median}");
    }

    fn medians_of(a: &[f64], b: &[f64]) -> [f64; 2] {
        pair(&ByWorld::Median(a.to_vec()), &ByWorld::Median(b.to_vec())).unwrap().interval
    }

    #[test]
    fn what_two_cases_share_cancels_out() {
        let u: Vec<Option<f64>> = (0..50).map(|i| Some(f64::from(i))).collect();
        let moved = u.iter().map(|x| x.map(|x| x + 0.25)).collect();
        let found = pair(&ByWorld::Mean(u.clone()), &ByWorld::Mean(moved)).unwrap();
        assert!((found.interval[0] - 0.25).abs() < 1e-12 && (found.interval[1] - 0.25).abs() < 1e-12);
        let same = pair(&ByWorld::Holds(vec![true; 50]), &ByWorld::Holds(vec![true; 50])).unwrap();
        assert!(same.interval[0] < 0.0 && same.interval[1] > 0.0 && same.before == same.after);
        // Worlds without the figure in one of them do not count.
        let holed: Vec<Option<f64>> = u.iter().enumerate().map(|(i, x)| x.filter(|_| i < 10)).collect();
        assert_eq!(pair(&ByWorld::Mean(u), &ByWorld::Mean(holed)).unwrap().worlds, 10);
        assert!(pair(&ByWorld::Mean(vec![None]), &ByWorld::Mean(vec![Some(1.0)])).is_none());
    }
}
