//! The labels that no other dominates.
//!
//! A vector dominates another if it is no smaller in any coordinate and larger in one. Equal vectors are kept once and
//! their counts added. Sorted in descending order, a later vector can never dominate an earlier one, so one pass
//! with the right memory is enough: a maximum in two dimensions, a staircase in three (Kung, Luccio & Preparata
//! 1975; both O(n log n)), and beyond that the survivors themselves, in blocks with their upper corners.

use std::collections::BTreeMap;

use super::label::Label;

/// Reduces candidates to the distinct vectors that none of them dominates, in descending order.
pub(super) fn skyline<const D: usize>(labels: &mut Vec<Label<D>>) {
    // A stable sort finds the runs that shifting a sorted front leaves, and merges them.
    labels.sort_by_key(|label| std::cmp::Reverse(label.at));
    labels.dedup_by(|next, kept| {
        let equal = next.at == kept.at;
        if equal {
            kept.count = kept.count.saturating_add(next.count);
        }
        equal
    });
    match D {
        0 | 1 => labels.truncate(1),
        2 => {
            let mut best = i64::MIN;
            labels.retain(|label| {
                let keep = label.at[1] > best;
                best = best.max(label.at[1]);
                keep
            });
        }
        3 => staircase(labels),
        _ => blocks(labels),
    }
}

/// Three dimensions: among the vectors seen so far, the best third coordinate for each second one.
fn staircase<const D: usize>(labels: &mut Vec<Label<D>>) {
    let mut stairs: BTreeMap<i64, i64> = BTreeMap::new();
    labels.retain(|label| {
        let (y, z) = (label.at[1], label.at[2]);
        // Along the stairs z falls as y rises, so the first stair at or beyond y has the highest z there.
        if stairs.range(y..).next().is_some_and(|(_, top)| *top >= z) {
            return false;
        }
        while let Some((&below, _)) = stairs.range(..=y).next_back().filter(|(_, top)| **top <= z) {
            stairs.remove(&below);
        }
        stairs.insert(y, z);
        true
    });
}

/// Four dimensions and more: survivors in blocks, each with its upper corner, so that most blocks are passed over.
fn blocks<const D: usize>(labels: &mut Vec<Label<D>>) {
    const BLOCK: usize = 32;
    let mut survivors: Vec<[i64; D]> = Vec::new();
    let mut corners: Vec<[i64; D]> = Vec::new();
    let covers = |upper: &[i64; D], at: &[i64; D]| upper.iter().zip(at).all(|(u, x)| u >= x);
    labels.retain(|label| {
        let dominated = survivors
            .chunks(BLOCK)
            .zip(&corners)
            .any(|(block, corner)| covers(corner, &label.at) && block.iter().any(|s| covers(s, &label.at)));
        if dominated {
            return false;
        }
        if survivors.len().is_multiple_of(BLOCK) {
            corners.push(label.at);
        } else if let Some(corner) = corners.last_mut() {
            for (c, x) in corner.iter_mut().zip(&label.at) {
                *c = (*c).max(*x);
            }
        }
        survivors.push(label.at);
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn label<const D: usize>(at: [i64; D]) -> Label<D> {
        Label { at, ..Label::zero() }
    }

    fn literal<const D: usize>(points: &[[i64; D]]) -> Vec<([i64; D], u128)> {
        let covers = |a: &[i64; D], b: &[i64; D]| a.iter().zip(b).all(|(x, y)| x >= y);
        let mut kept: Vec<([i64; D], u128)> = Vec::new();
        for p in points {
            if !points.iter().any(|q| q != p && covers(q, p)) && !kept.iter().any(|(k, _)| k == p) {
                kept.push((*p, points.iter().filter(|q| *q == p).count() as u128));
            }
        }
        kept.sort_by_key(|(values, _)| std::cmp::Reverse(*values));
        kept
    }

    fn agrees<const D: usize>(points: &[[i64; D]]) {
        let mut labels: Vec<Label<D>> = points.iter().map(|p| label(*p)).collect();
        skyline(&mut labels);
        let found: Vec<_> = labels.iter().map(|l| (l.at, l.count)).collect();
        assert_eq!(found, literal(points));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn equals_the_definition(values in proptest::collection::vec(0..6i64, 0..300)) {
            agrees::<1>(values.as_chunks().0);
            agrees::<2>(values.as_chunks().0);
            agrees::<3>(values.as_chunks().0);
            agrees::<4>(values.as_chunks().0);
            agrees::<5>(values.as_chunks().0);
        }
    }
}
