//! The known name that a person most likely meant.
//!
//! Distance is the least number of insertions, deletions, replacements and swaps of neighbours that turn one
//! name into the other, no stretch being edited twice (optimal string alignment: Damerau 1964). A name is
//! near if a third of it or less has to change. Time is the product of the two lengths for each candidate.

/// Longer names are not compared: they are rarely typed by hand.
const LONGEST: usize = 80;
/// A hint is a courtesy: it may not make a huge file slow.
const MOST_CANDIDATES: usize = 2_000;

/// The candidate nearest to `name`, the first of equals, or none if nothing is near.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(name)?;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.into_iter().take(MOST_CANDIDATES) {
        let Some(other) = folded(candidate) else { continue };
        let allowed = best.map_or_else(|| (wanted.len().max(other.len()) / 3).max(1), |(d, _)| d - 1);
        if wanted.len().abs_diff(other.len()) > allowed {
            continue;
        }
        let distance = distance(&wanted, &other);
        if distance <= allowed && distance < wanted.len().max(other.len()) {
            if distance == 0 {
                return Some(candidate);
            }
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Case, spaces and the choice between `-` and `_` are not what people get wrong.
fn folded(name: &str) -> Option<Vec<char>> {
    if name.len() > LONGEST {
        return None;
    }
    Some(
        name.chars()
            .flat_map(char::to_lowercase)
            .map(|c| if matches!(c, '-' | ' ') { '_' } else { c })
            .collect(),
    )
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_seen_through() {
        let names = ["release", "truce", "prisoners"];
        assert_eq!(nearest("relaese", names), Some("release"));
        assert_eq!(nearest("Truce", names), Some("truce"));
        assert_eq!(nearest("prisoner", names), Some("prisoners"));
        assert_eq!(nearest("water", names), None);
        assert_eq!(nearest("x", ["y"]), None);
    }

    #[test]
    fn distance_counts_a_swap_once() {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("ca"), &chars("ac")), 1);
        assert_eq!(distance(&chars("kitten"), &chars("sitting")), 3);
    }
}
