//! Sums over actors in eight lanes: the same order of additions on every machine, and one that compilers can keep in wide registers.

const LANES: usize = 8;

/// What two sides gain when every actor adds to one of them: `vote(k)` above 0 to the first, below 0 to the second, each as a positive sum.
#[inline]
pub fn sides(actors: usize, vote: impl Fn(usize) -> f64) -> (f64, f64) {
    let (mut first, mut second) = ([0.0; LANES], [0.0; LANES]);
    let whole = actors - actors % LANES;
    for start in (0..whole).step_by(LANES) {
        for lane in 0..LANES {
            let vote = vote(start + lane);
            first[lane] += vote.max(0.0);
            second[lane] += (-vote).max(0.0);
        }
    }
    let (mut one, mut other) = (first.iter().sum::<f64>(), second.iter().sum::<f64>());
    for actor in whole..actors {
        let vote = vote(actor);
        one += vote.max(0.0);
        other += (-vote).max(0.0);
    }
    (one, other)
}
