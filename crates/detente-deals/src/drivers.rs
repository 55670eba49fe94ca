//! On which judgements the answer hangs.
//!
//! The *share* of an input is its first-order Sobol index for the existence of a zone: the part of the variance, over the
//! worlds drawn, that goes away on average once the input is known, `Var(E[Y | X]) / Var(Y)`. It is estimated from the
//! draws that have been made anyway: they are sorted into bins by the input, and the variance between the bins' means
//! is set against the whole (given-data estimation: Plischke, Borgonovo & Smith 2013), less what chance alone would put
//! there (the ε² correction: Kelley 1935). An order of importance is decided by several coordinates; its share is the
//! sum over them, which leaves out what they do only together. Where comparisons of packages restrict the weights, it is the weights drawn that are
//! sorted, not the coordinates that they were proposed from.
//!
//! Cost: linear in draws times coordinates. No share is reported that chance alone would often reach, nor one whose 95 % interval includes 0. The interval
//! takes N times the variance between bins for a noncentral chi-square, as it is where bins are large: with b bins and k coordinates the estimate
//! S then has the variance (2k(b − 1) + 4NS) / N².

use crate::sorting::Sorting;
use detente_model::{
    Input, IssueId, NumberId, Position, PositionId, Progress, Weights, World, Worlds, in_order,
};

/// An input with its share in the variance of zone existence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// The input.
    pub input: Input,
    /// Its share, 0 to 1.
    pub share: f64,
    /// The 95 % interval that the number of draws leaves the share: 0 does not lie in it.
    pub interval: [f64; 2],
}

/// The inputs on which the existence of a zone hangs, largest share first. `open` holds, in ascending order, the draws out
/// of `draws` in which there is one. Empty when a zone exists always or never: then nothing decides.
pub fn drivers(worlds: &Worlds, draws: u64, open: &[u64], progress: &Progress) -> Vec<Driver> {
    let bins = (draws as f64).cbrt().round().max(2.0) as usize;
    if open.is_empty() || open.len() as u64 == draws || draws <= 2 * bins as u64 {
        return Vec::new();
    }
    let mut table = vec![Bin::default(); worlds.dimension() * bins];
    let ranks = ranks_of_compared(worlds, draws, progress);
    for draw in 0..draws {
        progress.work(10 * worlds.dimension() as u64);
        let holds = open.binary_search(&draw).is_ok();
        let mut point = worlds.unit_point(draw);
        for (coordinate, ranks) in &ranks {
            point[*coordinate] = ranks[draw as usize];
        }
        for (bins_of_one, u) in table.chunks_mut(bins).zip(point) {
            let bin = &mut bins_of_one[((u * bins as f64) as usize).min(bins - 1)];
            bin.draws += 1;
            bin.open += u64::from(holds);
        }
    }
    // Under chance alone a coordinate's share has mean 0 and about this standard deviation.
    let noise = (2.0 * (bins as f64 - 1.0)).sqrt() / draws as f64;
    let mut found: Vec<Driver> = worlds
        .inputs()
        .iter()
        .map(|coordinates| {
            let own = &table[coordinates.first * bins..(coordinates.first + coordinates.len) * bins];
            let share: f64 = own.chunks(bins).map(|bins| share(bins, draws, open.len() as u64)).sum();
            let share = share.clamp(0.0, 1.0);
            let freedom = (coordinates.len * (bins - 1)) as f64;
            let interval = interval(share, draws as f64, freedom);
            Driver { input: coordinates.input, share, interval }
        })
        .collect();
    let beyond_chance = |coordinates: usize| 3.0 * noise * (coordinates as f64).sqrt();
    let lengths: Vec<usize> = worlds.inputs().iter().map(|coordinates| coordinates.len).collect();
    let mut next = lengths.into_iter();
    found.retain(|driver| {
        next.next().is_some_and(|len| driver.share > beyond_chance(len) && driver.interval[0] > 0.0)
    });
    found.order_by(|a, b| b.share.total_cmp(&a.share));
    found
}

/// Where comparisons of packages restrict the weights of a position, its coordinates do not say what the weights came to: for each such
/// coordinate the rank of the weight in each draw, as a share of the draws.
fn ranks_of_compared(worlds: &Worlds, draws: u64, progress: &Progress) -> Vec<(usize, Vec<f64>)> {
    let case = worlds.case();
    let compared = |position: &Position| case.comparisons.iter().any(|c| c.of == position.of);
    let mut columns: Vec<(usize, Weight)> = Vec::new();
    for coordinates in worlds.inputs() {
        match coordinates.input {
            Input::Number(id) => {
                let weighs = |position: &Position| match &position.weights {
                    Weights::Stated(list) => list.iter().any(|(_, weight)| *weight == id),
                    Weights::Order(_) => false,
                };
                if case.positions.iter().any(|position| weighs(position) && compared(position)) {
                    columns.push((coordinates.first, Weight::Stated(id)));
                }
            }
            Input::Order(id) if compared(case.position(id)) => {
                let Weights::Order(groups) = &case.position(id).weights else { continue };
                let issues = groups.iter().flatten().zip(coordinates.first..);
                columns.extend(issues.map(|(issue, coordinate)| (coordinate, Weight::Ordered(id, *issue))));
            }
            _ => {}
        }
    }
    if columns.is_empty() {
        return Vec::new();
    }
    let mut values = vec![Vec::with_capacity(draws as usize); columns.len()];
    for world in (0..draws).map(|draw| worlds.draw(draw)) {
        progress.go_on();
        for ((_, weight), column) in columns.iter().zip(&mut values) {
            column.push(weight.in_world(&world));
        }
    }
    let ranked = |values: Vec<f64>| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        in_order(&mut order, |a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)), progress);
        let mut ranks = vec![0.0; values.len()];
        for (rank, draw) in progress.along(&order).enumerate() {
            ranks[*draw] = rank as f64 / values.len() as f64;
        }
        ranks
    };
    columns.into_iter().map(|(coordinate, _)| coordinate).zip(values.into_iter().map(ranked)).collect()
}

/// A weight that a coordinate helps to decide.
#[derive(Debug, Clone, Copy)]
enum Weight {
    Stated(NumberId),
    Ordered(PositionId, IssueId),
}

impl Weight {
    fn in_world(self, world: &World) -> f64 {
        match self {
            Self::Stated(id) => world.number(id),
            Self::Ordered(position, issue) => world.weights(position)[issue.index()],
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    draws: u64,
    open: u64,
}

/// The 95 % interval of a share from so many draws; `freedom` is the number of bins less one, over all coordinates.
fn interval(share: f64, draws: f64, freedom: f64) -> [f64; 2] {
    let half = 1.96 * (2.0 * freedom + 4.0 * draws * share).sqrt() / draws;
    [(share - half).max(0.0), (share + half).min(1.0)]
}

/// The share of the variance that lies between the bins, corrected for chance.
fn share(bins: &[Bin], draws: u64, open: u64) -> f64 {
    let (n, mean) = (draws as f64, open as f64 / draws as f64);
    let total = n * mean * (1.0 - mean);
    let used: Vec<&Bin> = bins.iter().filter(|bin| bin.draws > 0).collect();
    let between: f64 =
        used.iter().map(|bin| bin.draws as f64 * (bin.open as f64 / bin.draws as f64 - mean).powi(2)).sum();
    let freedom = used.len() as f64 - 1.0;
    let within = (total - between) / (n - used.len() as f64);
    (between - freedom * within) / total
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_model::{Case, Number, Uncertain};

    fn case() -> Case {
        let mut case = Case::default();
        for path in ["a", "b", "c"] {
            case.numbers.add(Number::new(path, Uncertain::uniform(0.0, 1.0).unwrap()));
        }
        case
    }

    fn shares(holds: impl Fn(&[f64]) -> bool) -> Vec<(String, f64)> {
        let case = case();
        let worlds = Worlds::new(&case, 1);
        let open: Vec<u64> = (0..8_000).filter(|draw| holds(&worlds.unit_point(*draw))).collect();
        drivers(&worlds, 8_000, &open, &Progress::default())
            .into_iter()
            .map(|d| (d.input.path(&case), d.share))
            .collect()
    }

    #[test]
    fn what_alone_decides_has_the_whole_share() {
        let found = shares(|u| u[1] < 0.5);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "b");
        assert!(found[0].1 > 0.99);
    }

    /// For Y = [a + b < 1], E[Y | a] = 1 − a has variance 1/12 and Y has variance 1/4: each share is one third.
    #[test]
    fn shares_of_a_sum_are_those_of_the_integral() {
        let found = shares(|u| u[0] + u[1] < 1.0);
        assert_eq!(found.len(), 2);
        for (_, share) in found {
            assert!((share - 1.0 / 3.0).abs() < 0.03, "{share}");
        }
    }

    #[test]
    fn nothing_decides_what_is_certain() {
        assert!(shares(|_| true).is_empty());
        assert!(shares(|_| false).is_empty());
    }
}
