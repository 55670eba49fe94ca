//! Numbers in as few digits as lose nothing.
//!
//! A search ends at numbers such as 4.999999999999999, where 5 is meant. Each number is rounded to as few decimals as leave the package as
//! good as it was; down, up or to the nearest, within its stretch.

use super::SettledPackage;

/// Decimals that are tried at most: beyond, nothing is left to round.
const MOST_DECIMALS: usize = 17;

/// The package with each number in the fewest decimals for which it still `will_do`, one number after the other.
pub(super) fn shortest(
    package: &SettledPackage,
    stretches: &[(f64, f64)],
    will_do: &dyn Fn(&SettledPackage) -> bool,
) -> SettledPackage {
    let mut rounded = package.clone();
    for (k, (from, to)) in stretches.iter().enumerate() {
        let exact = rounded.numbers[k].1;
        let tried = (0..=MOST_DECIMALS).flat_map(|digits| candidates(exact, digits));
        for x in tried.filter(|x| x >= from && x <= to) {
            rounded.numbers[k].1 = x;
            if will_do(&rounded) {
                break;
            }
            rounded.numbers[k].1 = exact;
        }
    }
    rounded
}

/// The package with all numbers to the nearest in so many decimals, from few to many, where that leaves none outside its stretch.
pub(super) fn round(
    package: &SettledPackage,
    stretches: &[(f64, f64)],
) -> impl Iterator<Item = SettledPackage> {
    (0..=MOST_DECIMALS).filter_map(move |digits| {
        let mut rounded = package.clone();
        for ((_, x), (from, to)) in rounded.numbers.iter_mut().zip(stretches) {
            *x = candidates(*x, digits).first().copied().filter(|x| x >= from && x <= to)?;
        }
        Some(rounded)
    })
}

/// A number to so many decimals: to the nearest, then down and up.
fn candidates(x: f64, digits: usize) -> Vec<f64> {
    let parse = |text: String| text.parse::<f64>().ok().map(|x| x + 0.0);
    let nearest = parse(format!("{x:.digits$}"));
    let step = 10f64.powi(-(digits as i32));
    let beside = |side: f64| nearest.and_then(|near| parse(format!("{:.digits$}", near + side * step)));
    [nearest, beside(-1.0), beside(1.0)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn the_nearest_comes_first() {
        assert_eq!(candidates(4.999_999_999_9, 0), [5.0, 4.0, 6.0]);
        assert_eq!(candidates(10.0 / 3.0, 2), [3.33, 3.32, 3.34]);
        assert_eq!(candidates(-0.04, 1), [0.0, -0.1, 0.1]);
    }
}
