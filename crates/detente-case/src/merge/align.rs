//! Which members of two lists are the same, in order: lines of two texts, statements of two lists.
//!
//! Members that stand once in each of both are matched first (patience; Cohen 2010), since lines such as `cite = ["minutes"]` stand
//! everywhere and mean nothing; what is between them is matched by the longest common subsequence, where it is not too long.

use std::collections::HashMap;
use std::hash::Hash;

/// The largest table that is filled for a longest common subsequence.
const MOST_CELLS: usize = 4_000_000;

/// Pairs of places with the same member, both going up.
pub(super) fn aligned<T: Eq + Hash>(one: &[T], two: &[T]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open = vec![(0..one.len(), 0..two.len())];
    while let Some((mut a, mut b)) = open.pop() {
        while !a.is_empty() && !b.is_empty() && one[a.start] == two[b.start] {
            pairs.push((a.start, b.start));
            (a.start, b.start) = (a.start + 1, b.start + 1);
        }
        while !a.is_empty() && !b.is_empty() && one[a.end - 1] == two[b.end - 1] {
            (a.end, b.end) = (a.end - 1, b.end - 1);
            pairs.push((a.end, b.end));
        }
        if a.is_empty() || b.is_empty() {
            continue;
        }
        let anchors = anchors(&one[a.clone()], &two[b.clone()]);
        if anchors.is_empty() {
            if let Some(cells) = (a.len() + 1).checked_mul(b.len() + 1).filter(|cells| *cells <= MOST_CELLS) {
                let common = longest_common(&one[a.clone()], &two[b.clone()], cells);
                pairs.extend(common.into_iter().map(|(i, j)| (a.start + i, b.start + j)));
            }
            continue;
        }
        let (mut i, mut j) = (a.start, b.start);
        for (at, there) in anchors {
            let (at, there) = (a.start + at, b.start + there);
            open.push((i..at, j..there));
            pairs.push((at, there));
            (i, j) = (at + 1, there + 1);
        }
        open.push((i..a.end, j..b.end));
    }
    pairs.sort_unstable();
    pairs
}

/// Members that stand once in each of both, as many as can be had in order.
fn anchors<T: Eq + Hash>(one: &[T], two: &[T]) -> Vec<(usize, usize)> {
    let once = |list: &[T]| -> Vec<usize> {
        let mut seen: HashMap<&T, (usize, usize)> = HashMap::new();
        for (i, member) in list.iter().enumerate() {
            seen.entry(member).or_insert((0, i)).0 += 1;
        }
        let mut once: Vec<usize> =
            seen.into_values().filter(|(count, _)| *count == 1).map(|(_, i)| i).collect();
        once.sort_unstable();
        once
    };
    let there: HashMap<&T, usize> = once(two).into_iter().map(|j| (&two[j], j)).collect();
    let pairs: Vec<(usize, usize)> =
        once(one).into_iter().filter_map(|i| Some((i, *there.get(&one[i])?))).collect();
    // The longest run that goes up in both: the tops of piles, each with the one that it came upon.
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, j)) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| pairs[*top].1 < *j);
        before.push(pile.checked_sub(1).map(|left| tops[left]));
        if pile == tops.len() { tops.push(at) } else { tops[pile] = at }
    }
    let mut run = Vec::new();
    let mut at = tops.last().copied();
    while let Some(pair) = at {
        run.push(pairs[pair]);
        at = before[pair];
    }
    run.reverse();
    run
}

/// The longest common subsequence by its table.
fn longest_common<T: Eq>(one: &[T], two: &[T], cells: usize) -> Vec<(usize, usize)> {
    let width = two.len() + 1;
    let mut longest = vec![0_u32; cells];
    for i in (0..one.len()).rev() {
        for j in (0..two.len()).rev() {
            longest[i * width + j] = if one[i] == two[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < one.len() && j < two.len() {
        if one[i] == two[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// A stretch of one list that another has otherwise: `from` in the first, `to` in the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: std::ops::Range<usize>,
    pub(super) to: std::ops::Range<usize>,
}

/// What stands between the pairs.
pub(super) fn stretches(pairs: &[(usize, usize)], one: usize, two: usize) -> Vec<Stretch> {
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    for (at, there) in pairs.iter().copied().chain([(one, two)]) {
        if i < at || j < there {
            found.push(Stretch { from: i..at, to: j..there });
        }
        (i, j) = (at + 1, there + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_found_in_order() {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (one, two, common) in [
            ("", "", 0),
            ("abc", "abc", 3),
            ("abcabba", "cbabac", 4),
            ("xaxbx", "yaybyy", 2),
            ("aab", "ab", 2),
        ] {
            let (one, two) = (letters(one), letters(two));
            let pairs = aligned(&one, &two);
            assert_eq!(pairs.len(), common, "{pairs:?}");
            assert!(pairs.iter().all(|(i, j)| one[*i] == two[*j]));
            assert!(pairs.windows(2).all(|next| next[0].0 < next[1].0 && next[0].1 < next[1].1));
        }
        let found = stretches(&[(0, 0), (2, 1)], 3, 4);
        assert_eq!(found, [Stretch { from: 1..2, to: 1..1 }, Stretch { from: 3..3, to: 2..4 }]);
    }
}
