//! What any number on an issue is worth to someone, in one world.
//!
//! A valuation by numbers is piecewise linear: linear between its *bends*, flat beyond them. So it can be asked about every number of a
//! continuous issue, and between two neighbouring bends its ends say all. One shape is not continuous: where ideal and
//! worst have fallen together, only that one number is worth anything (a *spike*).

/// The worth of the numbers on one issue, before weighting, each in [0, 1].
#[derive(Debug, Clone, PartialEq)]
pub enum Curve {
    /// 0 everywhere: nothing is stated.
    Flat,
    /// 1 at the ideal, 0 at the worst, linear between, flat beyond.
    Linear {
        /// Where the worth is 1.
        ideal: f64,
        /// Where the worth is 0.
        worst: f64,
    },
    /// Linear between the points, flat beyond; first coordinates increase.
    Piecewise(Vec<(f64, f64)>),
}

impl Curve {
    /// What a number is worth.
    pub fn at(&self, x: f64) -> f64 {
        match self {
            Self::Flat => 0.0,
            // Both ends fell together: the only stated difference is to be there or not.
            Self::Linear { ideal, worst } if ideal == worst => f64::from(u8::from(x == *ideal)),
            Self::Linear { ideal, worst } => ((x - worst) / (ideal - worst)).clamp(0.0, 1.0),
            Self::Piecewise(points) => interpolate(points, x),
        }
    }

    /// Where it is not straight.
    pub fn bends(&self) -> Vec<f64> {
        match self {
            Self::Flat => Vec::new(),
            Self::Linear { ideal, worst } => vec![*ideal, *worst],
            Self::Piecewise(points) => points.iter().map(|(x, _)| *x).collect(),
        }
    }

    /// The one number that is worth anything, where ideal and worst have fallen together.
    pub fn spike(&self) -> Option<f64> {
        match self {
            Self::Linear { ideal, worst } if ideal == worst => Some(*ideal),
            _ => None,
        }
    }
}

/// Linear between the points, flat beyond.
fn interpolate(points: &[(f64, f64)], x: f64) -> f64 {
    let after = points.partition_point(|(at, _)| *at <= x);
    match (after.checked_sub(1).map(|i| points[i]), points.get(after)) {
        (None, None) => 0.0,
        (None, Some((_, y))) => *y,
        (Some((_, y)), None) => y,
        (Some((x0, y0)), Some((x1, y1))) => y0 + (x - x0) / (x1 - x0) * (y1 - y0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn piecewise_values_are_flat_beyond_their_points() {
        let curve = Curve::Piecewise(vec![(0.0, 1.0), (42.0, 0.8), (360.0, 0.0)]);
        assert_eq!((curve.at(-5.0), curve.at(42.0), curve.at(999.0)), (1.0, 0.8, 0.0));
        assert!((curve.at(21.0) - 0.9).abs() < 1e-12);
    }

    #[test]
    fn ends_that_fall_together_leave_a_spike() {
        let spike = Curve::Linear { ideal: 3.0, worst: 3.0 };
        assert_eq!((spike.at(3.0), spike.at(2.9), spike.spike()), (1.0, 0.0, Some(3.0)));
        let slope = Curve::Linear { ideal: 3.0, worst: 5.0 };
        assert_eq!((slope.at(4.0), slope.at(9.0), slope.spike()), (0.5, 0.0, None));
    }
}
