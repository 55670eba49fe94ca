//! Where the output is evaluated: Saltelli's design on a Sobol sequence.
//!
//! A row takes two points a and b of the unit cube and, for each group of inputs, the point a with that group taken from b (Saltelli
//! 2002): k + 2 evaluations serve all first-order and total indices. The two points are one of twice the dimension, from a Sobol
//! sequence with the direction numbers of Joe & Kuo (2008), Owen-scrambled from the seed (Burley 2020), so that no point is
//! special and other seeds give independent estimates. The numbers for that go as far as 256 dimensions; what lies beyond takes the same
//! dimensions again under another scramble, which is stratified within each such block and random between them. Rows go as far as 2¹⁶.

/// Beyond so many dimensions, two for each coordinate, dimensions are used again under another scramble.
pub const MOST_DIMENSIONS: usize = sobol_burley::NUM_DIMENSIONS as usize;

/// How many rows a design can have.
pub const MOST_ROWS: u64 = 1 << 16;

/// Saltelli's design.
#[derive(Debug, Clone)]
pub struct Design {
    dimension: usize,
    groups: Vec<Vec<usize>>,
    seed: u64,
}

impl Design {
    /// A design over the unit cube; each group lists the coordinates that belong to it.
    pub fn new(dimension: usize, groups: Vec<Vec<usize>>, seed: u64) -> Self {
        Self { dimension, groups, seed }
    }

    /// The points of a row: a, then a with each group from b, then b. `row` is below [`MOST_ROWS`].
    pub fn row(&self, row: u64) -> Vec<Vec<f64>> {
        let coordinate = |k: usize| {
            let (block, within) = (k / MOST_DIMENSIONS, k % MOST_DIMENSIONS);
            // The scramble takes 32 bits of seed: both halves count.
            let seed = (self.seed ^ (self.seed >> 32)) as u32;
            let seed = seed.wrapping_add((block as u32).wrapping_mul(0x9E37_79B9));
            f64::from(sobol_burley::sample(row as u32, within as u32, seed))
        };
        let a: Vec<f64> = (0..self.dimension).map(coordinate).collect();
        let b: Vec<f64> = (self.dimension..2 * self.dimension).map(coordinate).collect();
        let mixed = self.groups.iter().map(|group| {
            let mut point = a.clone();
            for &k in group {
                point[k] = b[k];
            }
            point
        });
        let mut points = vec![a.clone()];
        points.extend(mixed);
        points.push(b);
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first 2^m points of each dimension put one into each of 2^m equal intervals: what makes the sequence a Sobol sequence.
    #[test]
    fn every_dimension_is_stratified() {
        let design = Design::new(200, vec![(0..200).collect()], 7);
        let rows: Vec<Vec<Vec<f64>>> = (0..64).map(|row| design.row(row)).collect();
        for k in 0..200 {
            for which in [0, 2] {
                let mut seen = [false; 64];
                for row in &rows {
                    seen[(row[which][k] * 64.0) as usize] = true;
                }
                assert!(seen.iter().all(|seen| *seen), "dimension {k}");
            }
        }
        assert!(rows.iter().all(|row| row[1] == row[2]));
        assert_ne!(Design::new(2, vec![vec![0]], 1).row(5), Design::new(2, vec![vec![0]], 1 << 40).row(5));
    }
}
