//! Sums over actors in eight lanes: the same order of additions on every machine, and one that compilers can keep in wide registers.

const LANES: usize = 8;

/// What two sides gain when every actor adds to one of them. Each column has a number for each actor; `vote` of an actor's numbers goes to the first side above 0 and to the second below, each as a
/// positive sum.
#[inline]
pub fn sides<const COLUMNS: usize>(
    columns: [&[f64]; COLUMNS],
    vote: impl Fn([f64; COLUMNS]) -> f64,
) -> (f64, f64) {
    let actors = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let split = columns.map(|column| column[..actors].as_chunks::<LANES>());
    let (mut first, mut second) = ([0.0; LANES], [0.0; LANES]);
    for at in 0..actors / LANES {
        let chunks = split.map(|(whole, _)| &whole[at]);
        for lane in 0..LANES {
            let vote = vote(chunks.map(|chunk| chunk[lane]));
            first[lane] += vote.max(0.0);
            second[lane] += (-vote).max(0.0);
        }
    }
    let (mut one, mut other) = (first.iter().sum::<f64>(), second.iter().sum::<f64>());
    for at in 0..actors % LANES {
        let vote = vote(split.map(|(_, rest)| rest[at]));
        one += vote.max(0.0);
        other += (-vote).max(0.0);
    }
    (one, other)
}
