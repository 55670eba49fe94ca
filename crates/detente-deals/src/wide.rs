//! Whether the zone of agreement holds most of the frontier.
//!
//! Where it does, its own frontier is about as large as that of all packages, and what is foreseen of the one holds for the other
//! (see [`crate::pareto`], `eliminate`); where it does not, what all accept may be few enough to be listed.
//!
//! **Method.** For weights drawn at random, none of them zero, the package with the largest weighted sum is on the frontier (Geoffrion 1968), and without
//! interactions it is put together issue by issue. The zone is wide if all accept at least half of [`DRAWN`] such packages. The seed is fixed: the
//! same space, the same answer.

use num_bigint::BigUint;
use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use crate::limits;
use crate::pareto::Coordinate;
use crate::question::Weighed;
use crate::space::DealSpace;

/// Packages that are looked at.
const DRAWN: usize = 64;
/// Where the draws start.
const SEED: u64 = 0x0000_0B20_AD20_4E00;

impl DealSpace {
    /// Whether all accept most packages of the frontier. `false` where there are few packages, or interactions, so that it is of no use.
    pub(crate) fn has_wide_zone(&self) -> bool {
        let tied = !self.infeasible.is_empty() || self.actors.iter().any(|t| !t.interactions.is_empty());
        if tied || self.package_count() <= BigUint::from(limits::POINTS) {
            return false;
        }
        let weighed: Vec<Weighed<'_>> =
            self.principals().iter().map(|terms| Weighed::new(terms, Coordinate::more)).collect();
        let problem = self.question(&weighed, &[]);
        let mut random = ChaCha8Rng::seed_from_u64(SEED);
        let accepted = |_: &usize| {
            let weights: Vec<i64> = (0..self.principals).map(|_| weight(random.next_u64())).collect();
            let (_, picks, _) = problem.richest(&weights);
            self.watch.work((self.sizes.iter().sum::<usize>() * self.actors.len()) as u64);
            self.all_accept(&problem.package_of(&picks))
        };
        2 * (0..DRAWN).filter(accepted).count() >= DRAWN
    }
}

/// A weight from 1 to some million, such that the weights of all principals are spread evenly over all directions.
fn weight(random: u64) -> i64 {
    let even = ((random >> 11) as f64 + 0.5) / (1_u64 << 53) as f64;
    1 + (-even.ln() * f64::from(1 << 16)) as i64
}
