//! The weights that comparisons of packages leave.
//!
//! What a side has said about the importance of issues is a set of weight vectors: a box of ranges, or all that respect an order.
//! Each [`Comparison`] cuts it by a hyperplane through zero, whose coefficients are differences of what the options are worth in
//! the world at hand. With ranges, the set lies in the space of the weights as stated, before they are rescaled; a cut through zero is the
//! same before and after.
//!
//! Drawing: the distribution without the comparisons, given that they hold. First up to [`PROPOSALS`] draws are made without them and the
//! first that keeps them all is taken: exact, and enough in most cases. Only where none does, the point is drawn by a walk
//! ([`Body::draw`]); an indifference leaves no other way. Interactions count where the options that a comparison names settle
//! their whole condition.

use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use crate::{
    Body, Comparison, Constraint, Density, IssueId, NumberId, Polytope, PositionId, Relation, Uncertain,
    Weights, World, ordered_weights, rank_order_centroid,
};

/// How many draws without the comparisons are tried before a walk is made.
pub const PROPOSALS: usize = 64;

/// What one position leaves open about its weights, before any comparison: one unknown for each issue that it weighs.
#[derive(Debug, Clone)]
pub(crate) enum Open {
    /// The weights as stated, before they are rescaled.
    Stated(Vec<Uncertain>),
    /// Groups of unknowns, most important first.
    Ordered { groups: Vec<Vec<usize>>, count: usize },
}

impl Open {
    /// What a position leaves open; `stated` gives what a number may be.
    pub fn of(weights: &Weights, stated: impl Fn(NumberId) -> Uncertain) -> Self {
        match weights {
            Weights::Stated(list) => Self::Stated(list.iter().map(|(_, id)| stated(*id)).collect()),
            Weights::Order(groups) => {
                let mut count = 0;
                let places = |group: &Vec<IssueId>| {
                    count += group.len();
                    (count - group.len()..count).collect()
                };
                Self::Ordered { groups: groups.iter().map(places).collect(), count }
            }
        }
    }

    /// The set without any comparison.
    fn polytope(&self) -> Polytope {
        let row = |n: usize, entries: &[(usize, f64)]| {
            let mut row = vec![0.0; n];
            for (k, a) in entries {
                row[*k] = *a;
            }
            row
        };
        match self {
            Self::Stated(ranges) => {
                let n = ranges.len();
                let mut constraints = Vec::new();
                for (k, range) in ranges.iter().enumerate() {
                    if range.is_known() {
                        constraints.push(Constraint::equals(row(n, &[(k, 1.0)]), range.low()));
                    } else {
                        constraints.push(Constraint::at_most(row(n, &[(k, 1.0)]), range.high()));
                        constraints.push(Constraint::at_most(row(n, &[(k, -1.0)]), -range.low()));
                    }
                }
                let reach: f64 = ranges.iter().map(|r| r.low().abs().max(r.high().abs())).sum();
                Polytope { dimension: n, reach: reach.max(f64::MIN_POSITIVE), constraints }
            }
            Self::Ordered { groups, count } => {
                let n = *count;
                let mut constraints = vec![Constraint::equals(vec![1.0; n], 1.0)];
                for pair in groups.windows(2) {
                    for &less in &pair[1] {
                        constraints.extend(
                            pair[0]
                                .iter()
                                .map(|&more| Constraint::at_most(row(n, &[(less, 1.0), (more, -1.0)]), 0.0)),
                        );
                    }
                }
                let last = groups.last().into_iter().flatten();
                constraints.extend(last.map(|&k| Constraint::at_most(row(n, &[(k, -1.0)]), 0.0)));
                Polytope { dimension: n, reach: 1.0, constraints }
            }
        }
    }

    /// A draw without any comparison.
    fn propose(&self, random: &mut impl Rng) -> Vec<f64> {
        let mut uniform = || (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
        match self {
            Self::Stated(ranges) => ranges.iter().map(|range| range.quantile(uniform())).collect(),
            Self::Ordered { groups, count } => {
                let uniforms: Vec<f64> = (0..*count).map(|_| uniform()).collect();
                ordered_weights(groups, &uniforms)
            }
        }
    }

    /// The middle without any comparison.
    fn central(&self) -> Vec<f64> {
        match self {
            Self::Stated(ranges) => ranges.iter().map(|range| range.central()).collect(),
            Self::Ordered { groups, .. } => rank_order_centroid(groups),
        }
    }

    /// How dense the distribution without comparisons is, up to a factor.
    fn density(&self) -> Option<impl Fn(&[f64]) -> f64 + '_> {
        match self {
            Self::Stated(ranges) if ranges.iter().any(|r| matches!(r, Uncertain::Triangular { .. })) => {
                // A known weight is held by an equation, and may be off by rounding.
                let open = |(range, _): &(&Uncertain, &f64)| !range.is_known();
                Some(move |x: &[f64]| {
                    ranges.iter().zip(x).filter(open).map(|(range, x)| range.relative_density(*x)).product()
                })
            }
            _ => None,
        }
    }

    /// A draw from what the comparisons leave: `first`, a draw without them, if it keeps them; `None` if they leave nothing.
    pub fn draw(&self, first: Vec<f64>, comparisons: &[Constraint], seed: u64) -> Option<Vec<f64>> {
        let keeps = |x: &[f64]| comparisons.iter().all(|comparison| comparison.holds(x));
        if keeps(&first) {
            return Some(first);
        }
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        if comparisons.iter().all(|c| !c.exact) {
            for _ in 1..PROPOSALS {
                let proposed = self.propose(&mut random);
                if keeps(&proposed) {
                    return Some(proposed);
                }
            }
        }
        let body = Body::of(&self.polytope().with(comparisons))?;
        let density = self.density();
        let density = density.as_ref().map(|d| d as Density<'_>);
        Some(body.draw(&mut random, density).into_iter().map(|w| w.max(0.0)).collect())
    }

    /// The middle of what the comparisons leave. If they cut nothing off, the middle without them; else the mean. `None` if they
    /// leave nothing.
    pub fn middle(&self, comparisons: &[Constraint]) -> Option<Vec<f64>> {
        let whole = self.polytope();
        let never_missed = |constraint: &Constraint| {
            let slack = 1e-9 * whole.reach;
            let away: Vec<f64> = constraint.a.iter().map(|a| -a).collect();
            whole.most(&constraint.a).is_some_and(|most| most <= constraint.b + slack)
                && (!constraint.exact || whole.most(&away).is_some_and(|most| most <= slack - constraint.b))
        };
        if comparisons.iter().all(never_missed) {
            return Some(self.central());
        }
        let body = Body::of(&whole.with(comparisons))?;
        let density = self.density();
        let density = density.as_ref().map(|d| d as Density<'_>);
        // The walk that finds the mean is always the same one: the middle does not depend on any seed.
        let mean = body.mean(&mut ChaCha8Rng::seed_from_u64(0), density);
        Some(mean.into_iter().map(|w| w.max(0.0)).collect())
    }
}

/// A comparison as a constraint on the weights of a position, one coefficient an issue that it weighs. `world` supplies what the options
/// are worth; its weights are not looked at.
pub fn comparison_constraint(world: &World, position: PositionId, comparison: &Comparison) -> Constraint {
    let case = world.case();
    let issues: Vec<IssueId> = match &case.position(position).weights {
        Weights::Stated(list) => list.iter().map(|(issue, _)| *issue).collect(),
        Weights::Order(groups) => groups.iter().flatten().copied().collect(),
    };
    let worth = |package: &[(IssueId, usize)], issue: IssueId| {
        let option = package.iter().find(|(k, _)| *k == issue).map(|(_, option)| *option);
        option.map_or(0.0, |option| world.option_value(position, issue, option))
    };
    let extra = |package: &[(IssueId, usize)]| -> f64 {
        let settled = |(k, options): &(IssueId, Vec<usize>)| {
            package.iter().any(|(issue, option)| issue == k && options.contains(option))
        };
        case.interactions
            .iter()
            .filter(|i| i.of == comparison.of && i.when.0.iter().all(settled))
            .map(|i| world.number(i.value))
            .sum()
    };
    // Weights sum to 1 once rescaled, so what an interaction adds is the same amount on every issue.
    let joint = extra(&comparison.that) - extra(&comparison.this);
    let a = issues
        .iter()
        .map(|issue| worth(&comparison.that, *issue) - worth(&comparison.this, *issue) + joint)
        .collect();
    match comparison.relation {
        Relation::Preferred => Constraint::at_most(a, 0.0),
        Relation::Indifferent => Constraint::equals(a, 0.0),
    }
}

/// Which comparisons of a position contradict each other, and the weights that it states, in a world: the fewest of which no
/// proper part does, as places in [`Case::comparisons`](crate::Case::comparisons). `None` if all can hold.
pub fn contradiction(world: &World, position: PositionId) -> Option<Vec<usize>> {
    let case = world.case();
    let of = case.position(position).of;
    let own: Vec<usize> = (0..case.comparisons.len()).filter(|i| case.comparisons[*i].of == of).collect();
    let constraints: Vec<Constraint> =
        own.iter().map(|i| comparison_constraint(world, position, &case.comparisons[*i])).collect();
    let open = Open::of(&case.position(position).weights, |id| world.stated(id));
    let blamed = open.polytope().conflict(&constraints)?;
    Some(blamed.into_iter().map(|i| own[i]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn random_open(kind: u8, sizes: &[(f64, f64, f64)]) -> Open {
        match kind {
            0 => Open::Ordered { groups: (0..sizes.len()).map(|k| vec![k]).collect(), count: sizes.len() },
            1 => Open::Ordered { groups: vec![(0..sizes.len()).collect()], count: sizes.len() },
            2 => Open::Stated(sizes.iter().map(|(a, b, _)| Uncertain::uniform(*a, a + b).unwrap()).collect()),
            _ => Open::Stated(
                sizes.iter().map(|(a, b, c)| Uncertain::triangular(*a, a + b, a + b + c).unwrap()).collect(),
            ),
        }
    }

    /// The largest distance between the distribution functions of two samples.
    fn kolmogorov_smirnov(mut a: Vec<f64>, mut b: Vec<f64>) -> f64 {
        a.sort_by(f64::total_cmp);
        b.sort_by(f64::total_cmp);
        let below = |sorted: &[f64], x: f64| sorted.partition_point(|y| *y <= x) as f64 / sorted.len() as f64;
        a.iter().chain(&b).map(|x| (below(&a, *x) - below(&b, *x)).abs()).fold(0.0, f64::max)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Walks against rejection, for orders, ties, ranges and triangles cut by random comparisons: the distribution of every weight is the same.
        ///
        /// Two samples of n numbers from one distribution differ by more than c·√(2/n) with a probability of about 2·exp(−2c²) (Smirnov
        /// 1948). There are at most 24·5 comparisons here; with c = 2.5 a false alarm in any of them has a probability below 0.1 %, and the seeds of
        /// a failing run are kept.
        #[test]
        fn walks_agree_with_rejection(
            kind in 0u8..4,
            sizes in proptest::collection::vec((0.05..0.5f64, 0.05..0.5f64, 0.05..0.5f64), 2..6),
            rows in proptest::collection::vec(proptest::collection::vec(-1.0..1.0f64, 5), 1..3),
            seed in any::<u64>(),
        ) {
            const DRAWS: usize = 1_500;
            let open = random_open(kind, &sizes);
            let n = sizes.len();
            let cuts: Vec<Constraint> = rows.iter().map(|r| Constraint::at_most(r[..n].to_vec(), 0.0)).collect();
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let mut kept: Vec<Vec<f64>> = Vec::new();
            for _ in 0..40 * DRAWS {
                let x = open.propose(&mut random);
                if cuts.iter().all(|cut| cut.holds(&x)) { kept.push(x); }
                if kept.len() == DRAWS { break; }
            }
            // Too thin a remainder cannot be judged by rejection.
            prop_assume!(kept.len() == DRAWS);
            let body = Body::of(&open.polytope().with(&cuts)).unwrap();
            let density = open.density();
            let density = density.as_ref().map(|d| d as Density<'_>);
            let walked: Vec<Vec<f64>> = (0..DRAWS).map(|_| body.draw(&mut random, density)).collect();
            for k in 0..n {
                let column = |sample: &[Vec<f64>]| sample.iter().map(|x| x[k]).collect::<Vec<f64>>();
                let apart = kolmogorov_smirnov(column(&kept), column(&walked));
                prop_assert!(apart < 2.5 * (2.0 / DRAWS as f64).sqrt(), "weight {k}: {apart} of {open:?} {cuts:?}");
                // The means as well; five standard errors of the difference.
                let mean = |sample: &[Vec<f64>]| sample.iter().map(|x| x[k]).sum::<f64>() / DRAWS as f64;
                let spread = |sample: &[Vec<f64>]| {
                    let m = mean(sample);
                    (sample.iter().map(|x| (x[k] - m).powi(2)).sum::<f64>() / DRAWS as f64).sqrt()
                };
                let error = (spread(&kept) + spread(&walked)) / (DRAWS as f64).sqrt();
                prop_assert!((mean(&kept) - mean(&walked)).abs() < 5.0 * error + 1e-12);
            }
            let middle = body.mean(&mut random, density);
            for (k, m) in middle.iter().enumerate() {
                let column: Vec<f64> = kept.iter().map(|x| x[k]).collect();
                let mean = column.iter().sum::<f64>() / DRAWS as f64;
                let spread = (column.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / DRAWS as f64).sqrt();
                prop_assert!((m - mean).abs() < 8.0 * spread / (DRAWS as f64).sqrt() + 1e-12, "{m} {mean}");
            }
        }

        /// Whatever is drawn keeps the order, the ranges and the comparisons, indifference among them.
        #[test]
        fn draws_keep_what_was_stated(
            kind in 0u8..4,
            sizes in proptest::collection::vec((0.05..0.5f64, 0.05..0.5f64, 0.05..0.5f64), 3..6),
            rows in proptest::collection::vec((proptest::collection::vec(-1.0..1.0f64, 5), any::<bool>()), 1..3),
            seed in any::<u64>(),
        ) {
            let open = random_open(kind, &sizes);
            let n = sizes.len();
            let cuts: Vec<Constraint> = rows.iter()
                .map(|(a, exact)| Constraint { a: a[..n].to_vec(), b: 0.0, exact: *exact }).collect();
            let whole = open.polytope().with(&cuts);
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            for i in 0..20 {
                let first = open.propose(&mut random);
                match open.draw(first, &cuts, i) {
                    None => prop_assert!(whole.is_empty() || Body::of(&whole).is_none()),
                    Some(x) => for c in &whole.constraints {
                        let miss = c.a.iter().zip(&x).map(|(a, x)| a * x).sum::<f64>() - c.b;
                        prop_assert!(miss < 1e-6 && (!c.exact || miss > -1e-6), "{miss} {c:?} {x:?}");
                    },
                }
            }
        }
    }

    /// By hand: of weights x ≥ y ≥ 0 that sum to 1, those with x ≤ 2y have y between a third and a half, uniformly.
    #[test]
    fn a_cut_of_two_weights_is_an_interval() {
        let open = Open::Ordered { groups: vec![vec![0], vec![1]], count: 2 };
        let cut = [Constraint::at_most(vec![1.0, -2.0], 0.0)];
        let middle = open.middle(&cut).unwrap();
        assert!((middle[1] - 5.0 / 12.0).abs() < 1e-9, "{middle:?}");
        // A comparison that the order implies changes nothing.
        assert_eq!(
            open.middle(&[Constraint::at_most(vec![-1.0, 1.0], 0.0)]),
            Some(rank_order_centroid(&[vec![0], vec![1]]))
        );
        // x = 2y leaves one point.
        let pinned = open.draw(vec![0.9, 0.1], &[Constraint::equals(vec![1.0, -2.0], 0.0)], 1).unwrap();
        assert!((pinned[0] - 2.0 / 3.0).abs() < 1e-9);
        // x ≤ y/2 leaves none.
        assert_eq!(open.middle(&[Constraint::at_most(vec![2.0, -1.0], 0.0)]), None);
    }
}
