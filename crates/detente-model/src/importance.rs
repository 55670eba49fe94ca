//! Weights of which only the order is known.
//!
//! "Pace matters to them more than numbers" fixes an order and nothing else. The honest reading is every weight
//! vector in that order, none likelier than another: the uniform distribution on the part of the simplex
//! where `w_1 ≥ w_2 ≥ … ≥ w_K`. Within a tie any order may hold, each as likely as the other.
//!
//! A uniform point of the simplex is K independent exponential variables divided by their sum; sorted, it is a
//! uniform point of the ordered part (Devroye 1986, ch. V). The centroid of that part is the rank-order
//! centroid, `w_(j) = (1/K) Σ_{m=j..K} 1/m` (Barron & Barrett 1996); members of a tie share the mean of
//! their places.

/// The weights that the uniform numbers `uniforms`, one an item, pick out of all that respect the order.
///
/// `groups` holds item numbers `0..uniforms.len()`, most important group first; the result is indexed by item
/// and sums to 1. Feeding independent uniform numbers draws uniformly from the ordered simplex.
pub fn ordered_weights(groups: &[Vec<usize>], uniforms: &[f64]) -> Vec<f64> {
    // An exponential variable by inversion; 1 − u keeps the argument above zero for u in [0, 1).
    let exponentials: Vec<f64> = uniforms.iter().map(|u| -(-u).ln_1p()).collect();
    let total: f64 = exponentials.iter().sum();
    let mut descending = exponentials.clone();
    descending.sort_by(|a, b| b.total_cmp(a));
    let mut weights = vec![0.0; uniforms.len()];
    let mut next = descending.into_iter();
    for group in groups {
        // The order inside a tie follows the members' own draws, so every order is equally likely.
        let mut members = group.clone();
        members.sort_by(|a, b| exponentials[*b].total_cmp(&exponentials[*a]).then(a.cmp(b)));
        for (item, value) in members.into_iter().zip(next.by_ref()) {
            weights[item] = if total > 0.0 { value / total } else { 1.0 / uniforms.len() as f64 };
        }
    }
    weights
}

/// The centroid of all weights that respect the order, indexed by item.
///
/// ```
/// use detente_model::rank_order_centroid;
///
/// // Three items in strict order: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3.
/// let weights = rank_order_centroid(&[vec![0], vec![1], vec![2]]);
/// assert!((weights[0] - 11.0 / 18.0).abs() < 1e-12);
/// assert!((weights[2] - 2.0 / 18.0).abs() < 1e-12);
/// ```
pub fn rank_order_centroid(groups: &[Vec<usize>]) -> Vec<f64> {
    let count: usize = groups.iter().map(Vec::len).sum();
    let mut by_rank = vec![0.0; count];
    let mut tail = 0.0;
    for rank in (0..count).rev() {
        tail += 1.0 / (rank + 1) as f64;
        by_rank[rank] = tail / count as f64;
    }
    let mut weights = vec![0.0; count];
    let mut rank = 0;
    for group in groups {
        let share = by_rank[rank..rank + group.len()].iter().sum::<f64>() / group.len().max(1) as f64;
        for &item in group {
            weights[item] = share;
        }
        rank += group.len();
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn groups_of(sizes: &[usize]) -> Vec<Vec<usize>> {
        let mut next = 0;
        sizes
            .iter()
            .map(|size| {
                let group = (next..next + size).collect();
                next += size;
                group
            })
            .collect()
    }

    proptest! {
        #[test]
        fn every_draw_respects_the_order(sizes in proptest::collection::vec(1..4usize, 1..5),
                                         uniforms in proptest::collection::vec(0.0..1.0f64, 12)) {
            let groups = groups_of(&sizes);
            let uniforms = &uniforms[..sizes.iter().sum()];
            let weights = ordered_weights(&groups, uniforms);
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for pair in groups.windows(2) {
                let least = pair[0].iter().map(|&k| weights[k]).fold(f64::INFINITY, f64::min);
                let most = pair[1].iter().map(|&k| weights[k]).fold(0.0, f64::max);
                prop_assert!(least >= most);
            }
        }
    }

    /// The mean of many draws is the centroid: a check of uniformity that a wrong normalisation would fail.
    #[test]
    fn draws_average_to_the_centroid() {
        for sizes in [vec![1, 1, 1, 1], vec![1, 2, 1], vec![3], vec![2, 2]] {
            let groups = groups_of(&sizes);
            let count: usize = sizes.iter().sum();
            let mut sums = vec![0.0; count];
            let mut state = 1u64;
            let draws = 40_000;
            for _ in 0..draws {
                let uniforms: Vec<f64> = (0..count)
                    .map(|_| {
                        state = state
                            .wrapping_mul(6_364_136_223_846_793_005)
                            .wrapping_add(1_442_695_040_888_963_407);
                        (state >> 11) as f64 / (1u64 << 53) as f64
                    })
                    .collect();
                for (sum, w) in sums.iter_mut().zip(ordered_weights(&groups, &uniforms)) {
                    *sum += w;
                }
            }
            // A weight lies in [0, 1], so the standard error of the mean is below 0.5/200; four of them.
            for (sum, centre) in sums.iter().zip(rank_order_centroid(&groups)) {
                assert!((sum / f64::from(draws) - centre).abs() < 4.0 * 0.0025, "{sizes:?}");
            }
        }
    }

    #[test]
    fn ties_share_the_mean_of_their_places() {
        let weights = rank_order_centroid(&[vec![0], vec![1, 2]]);
        assert!((weights[1] - 7.0 / 36.0).abs() < 1e-12);
        assert!((weights[1] - weights[2]).abs() < 1e-15);
    }
}
