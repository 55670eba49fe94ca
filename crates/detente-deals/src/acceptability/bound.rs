//! How acceptable any package could be at the most.
//!
//! For each world and each way to fix some issues, packages with these options are ruled out when for some weights λ ≥ 0 of those
//! who must sign the largest `Σ_i λ_i (v_i(x) − r_i)` over them is negative: a package that all accept makes every such sum 0 or more
//! (Geoffrion 1974). Without interactions that largest sum is a sum of maxima, one an issue; interactions count in full where they help. The worlds that
//! are not ruled out bound the acceptability of all packages with these options from above, and worlds without a zone never count.
//!
//! A continuous issue is fixed to the cell between two neighbouring stops of the case: in any weighted sum a cell is worth what the best of its bends is,
//! so the bound holds for packages between stops as well.
//!
//! Fixing one issue in every way gives a bound for each of its options, and the largest holds for all packages; the issue for which that is least is fixed
//! first. Then one issue more is fixed wherever the bound is largest, about [`MOST_NODES`] ways in each pass over the worlds and [`MOST_PASSES`]
//! passes at the most (best-first branch and bound). When no way is left whose bound is above the best package known, that one is
//! proven best.

use detente_model::Worlds;
use detente_model::side_by_side::gathered;

use crate::DealsError;
use crate::continuous::Stretch;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::{ActorTerms, DealSpace};
use crate::watch::Watch;

/// A way to fix some issues, with the number of worlds that do not rule it out.
type Way = (u64, Vec<(usize, u16)>);

/// In how many of the draws with a zone, at the most, all could accept the same package. `best` is how many do accept the best one
/// known.
pub(super) fn bound(
    worlds: &Worlds,
    central: &DealSpace,
    zone: &[u64],
    best: u64,
) -> Result<u64, DealsError> {
    let mut proven = zone.len() as u64;
    if proven <= best {
        return Ok(best);
    }
    // Every option of every issue by itself.
    let sizes = &answers(central);
    let alone: Vec<Vec<(usize, u16)>> =
        sizes.iter().enumerate().flat_map(|(k, size)| (0..*size as u16).map(move |o| vec![(k, o)])).collect();
    let mut counts = count(worlds, &central.watch, zone, &alone)?.into_iter();
    let by_issue: Vec<Vec<u64>> = sizes.iter().map(|size| counts.by_ref().take(*size).collect()).collect();
    let most = |k: &usize| by_issue[*k].iter().copied().max().unwrap_or(0);
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.order_by_key(most);
    let Some(&first) = order.first() else { return Ok(proven) };
    proven = proven.min(most(&first));
    let mut open: Vec<Way> = by_issue[first].iter().zip(0..).map(|(n, o)| (*n, vec![(first, o)])).collect();
    // Ways in which every issue is fixed: nothing more can be learnt about them.
    let mut settled = best;
    for _ in 0..limits::BOUND_PASSES {
        open.retain(|(count, _)| *count > best);
        open.order_by(|a, b| b.0.cmp(&a.0).then(b.1.len().cmp(&a.1.len())).then(a.1.cmp(&b.1)));
        let mut fixed: Vec<Vec<(usize, u16)>> = Vec::new();
        let mut followed = 0;
        for (count, way) in &open {
            if let Some(&issue) = order.get(way.len()) {
                if followed > 0 && fixed.len() + sizes[issue] > limits::BOUND_NODES {
                    break;
                }
                let further = |option| way.iter().copied().chain([(issue, option)]).collect();
                fixed.extend((0..sizes[issue] as u16).map(further));
            } else {
                settled = settled.max(*count);
            }
            followed += 1;
        }
        if followed == 0 {
            break;
        }
        open.drain(..followed);
        open.extend(count(worlds, &central.watch, zone, &fixed)?.into_iter().zip(fixed));
        let largest = open.iter().map(|(count, _)| *count).max().unwrap_or(0);
        proven = proven.min(largest.max(settled));
        if proven <= settled {
            break;
        }
    }
    Ok(proven.max(best))
}

/// In how many ways each issue is settled: its options, or the cells between neighbouring stops of a continuous one.
fn answers(space: &DealSpace) -> Vec<usize> {
    let mut answers = space.sizes.clone();
    for scale in &space.scales {
        answers[scale.issue] = scale.cells();
    }
    answers
}

/// For each way to fix some issues, in how many worlds it is not ruled out.
fn count(
    worlds: &Worlds,
    watch: &Watch,
    zone: &[u64],
    ways: &[Vec<(usize, u16)>],
) -> Result<Vec<u64>, DealsError> {
    gathered(
        zone.len(),
        watch.progress(),
        &|| vec![0; ways.len()],
        &|counts: &mut Vec<u64>, i| {
            let space = DealSpace::new(&worlds.draw(zone[i]))?;
            watch.work((ways.len() * space.sizes.iter().sum::<usize>()) as u64);
            let relaxed = Relaxed::of(&space);
            for (count, way) in counts.iter_mut().zip(ways) {
                *count += u64::from(relaxed.allows(way));
            }
            Ok(())
        },
        &|a, b| a.iter_mut().zip(b).for_each(|(x, y)| *x += y),
    )
}

/// One world under weighted sums.
struct Relaxed {
    /// Whether those who must sign leave an option open, or something of a cell.
    open: Vec<Vec<bool>>,
    sums: Vec<WeightedSum>,
}

/// The surplus of those who must sign, weighted.
struct WeightedSum {
    /// Of each option, or the most that is open in a cell.
    worth: Vec<Vec<i64>>,
    /// The largest open worth on each issue.
    most: Vec<i64>,
    /// The largest sum over all issues, with what interactions could add and without what no deal is worth.
    total: i64,
    /// What the rounding of values between stops can make up.
    slack: i64,
}

impl Relaxed {
    fn of(space: &DealSpace) -> Self {
        let signatories = space.signatories();
        let signers: Vec<&ActorTerms> = signatories.iter().map(|i| &space.actors[*i]).collect();
        let mut open: Vec<Vec<bool>> = (space.sizes.iter().enumerate())
            .map(|(k, size)| (0..*size).map(|o| !signers.iter().any(|t| t.refused[k][o])).collect())
            .collect();
        for scale in &space.scales {
            let mut cells = vec![false; scale.cells()];
            for stretch in &scale.stretches {
                cells[stretch.cell] |= !signatories.iter().any(|i| stretch.refused[*i]);
            }
            open[scale.issue] = cells;
        }
        let sums = weightings(signers.len()).iter().map(|w| WeightedSum::of(space, w, &open)).collect();
        Self { open, sums }
    }

    /// Whether a package with these options could still be one that all accept.
    fn allows(&self, way: &[(usize, u16)]) -> bool {
        way.iter().all(|(k, option)| self.open[*k][usize::from(*option)])
            && self.sums.iter().all(|sum| {
                let given_up = |(k, o): &(usize, u16)| sum.most[*k] - sum.worth[*k][usize::from(*o)];
                sum.total - way.iter().map(given_up).sum::<i64>() >= -sum.slack
            })
    }
}

impl WeightedSum {
    fn of(space: &DealSpace, weights: &[i64], open: &[Vec<bool>]) -> Self {
        let signatories = space.signatories();
        let signers: Vec<&ActorTerms> = signatories.iter().map(|i| &space.actors[*i]).collect();
        let weighted = |of: &dyn Fn(&ActorTerms) -> i64| -> i64 {
            signers.iter().zip(weights).map(|(terms, weight)| weight * of(terms)).sum()
        };
        let mut worth: Vec<Vec<i64>> = (space.sizes.iter().enumerate())
            .map(|(k, size)| (0..*size).map(|o| weighted(&|terms| terms.worth[k][o].raw())).collect())
            .collect();
        for scale in &space.scales {
            let mut cells = vec![i64::MIN; scale.cells()];
            let is_open = |stretch: &&Stretch| !signatories.iter().any(|i| stretch.refused[*i]);
            for stretch in scale.stretches.iter().filter(is_open) {
                // Between the ends of a stretch the sum is a straight line.
                let end = |end: usize| -> i64 {
                    signatories.iter().zip(weights).map(|(i, weight)| weight * stretch.worth[*i][end]).sum()
                };
                cells[stretch.cell] = cells[stretch.cell].max(end(0)).max(end(1));
            }
            worth[scale.issue] = cells;
        }
        let most: Vec<i64> = (worth.iter().zip(open))
            .map(|(worth, open)| worth.iter().zip(open).filter(|(_, o)| **o).map(|(w, _)| *w).max())
            // Worlds with a zone have an open option on every issue.
            .map(|most| most.unwrap_or(0))
            .collect();
        let helped = weighted(&|terms| terms.interactions.iter().map(|(_, value)| value.raw().max(0)).sum());
        let total = most.iter().sum::<i64>() + helped - weighted(&|terms| terms.reservation.raw());
        let slack = weights.iter().sum::<i64>() * space.rounding();
        Self { worth, most, total, slack }
    }
}

/// The weights tried: each alone, all alike, and each two in a few proportions.
fn weightings(signers: usize) -> Vec<Vec<i64>> {
    let mut weightings = vec![vec![1; signers]];
    for i in 0..signers {
        let mut alone = vec![0; signers];
        alone[i] = 1;
        weightings.push(alone);
        for j in 0..i {
            for (a, b) in [(1, 1), (1, 2), (2, 1), (1, 4), (4, 1)] {
                let mut two = vec![0; signers];
                (two[i], two[j]) = (a, b);
                weightings.push(two);
            }
        }
    }
    weightings
}
