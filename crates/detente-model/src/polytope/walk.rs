//! Hit-and-run: uniform draws from a polytope.
//!
//! From a point inside, take a direction at random, and go to a uniform point of the chord that the direction cuts out (Smith 1984). The
//! uniform distribution is the only one that such steps leave as it is, and the walk comes near it in a number of steps that
//! grows with a power of the dimension (Lovász 1999). Directions are normal in the axes of the [`Body`], so the shape of the set
//! does not slow the walk down. For a density other than the uniform one, a step is a slice of it: a level is drawn below the density
//! at the point, and the chord is cut back until a point above the level is found (Neal 2003); for densities whose logarithm is concave, such as
//! products of triangles, that is exact, too.
//!
//! A draw is the end of a walk of its own, [`Body::burn_in`] steps from the centre, so draws are independent and nothing has to be thinned.
//! A step costs one multiplication for each wall and axis.

use rand::rand_core::Rng;

use super::{Body, dot};

/// Where a walk is.
struct Walker<'a> {
    body: &'a Body,
    at: Vec<f64>,
    distance: Vec<f64>,
}

/// How dense a distribution is at a point, up to a factor; above 0 at the centre, its logarithm concave.
pub type Density<'a> = &'a dyn Fn(&[f64]) -> f64;

impl Body {
    /// After how many steps a walk from the centre is taken to have forgotten where it began: 100 + 10·d². In the axes of the
    /// body a step redraws one direction of d, so a linear function of the point loses its memory in a small multiple of d steps;
    /// this is ten times d of them, and a floor for small d.
    pub fn burn_in(&self) -> usize {
        let d = self.dimension();
        if d == 0 { 0 } else { 100 + 10 * d * d }
    }

    /// One draw: the end of a walk from the centre. Uniform, or by a density.
    pub fn draw(&self, random: &mut impl Rng, density: Option<Density<'_>>) -> Vec<f64> {
        let mut walker = Walker::new(self);
        for _ in 0..self.burn_in() {
            walker.step(random, density);
        }
        walker.point(&[], 0.0)
    }

    /// The mean over it, from one walk of `200 ·` [`Self::burn_in`] steps. Uniform, or by a density.
    ///
    /// Where it is uniform, each step counts with the middle of its chord instead of the point drawn on it, which has the same mean
    /// and varies less (Rao–Blackwell).
    pub fn mean(&self, random: &mut impl Rng, density: Option<Density<'_>>) -> Vec<f64> {
        const WALKS: usize = 200;
        if self.dimension() == 0 {
            return self.centre.clone();
        }
        let mut walker = Walker::new(self);
        let mut sum = vec![0.0; self.centre.len()];
        for _ in 0..self.burn_in() {
            walker.step(random, density);
        }
        let steps = WALKS * self.burn_in();
        for _ in 0..steps {
            let middle = walker.step(random, density);
            sum.iter_mut().zip(middle).for_each(|(s, m)| *s += m);
        }
        for s in &mut sum {
            *s /= steps as f64;
        }
        sum
    }
}

impl<'a> Walker<'a> {
    fn new(body: &'a Body) -> Self {
        Self { body, at: vec![0.0; body.dimension()], distance: body.distance.clone() }
    }

    /// The point `t` along a direction.
    fn point(&self, direction: &[f64], t: f64) -> Vec<f64> {
        let mut x = self.body.centre.clone();
        for (j, (axis, at)) in self.body.axes.iter().zip(&self.at).enumerate() {
            let along = at + t * direction.get(j).copied().unwrap_or(0.0);
            x.iter_mut().zip(axis).for_each(|(x, a)| *x += along * a);
        }
        x
    }

    /// One step. Returns a point with the mean of what the step could have drawn: the middle of the chord, or under a density the point
    /// drawn.
    fn step(&mut self, random: &mut impl Rng, density: Option<Density<'_>>) -> Vec<f64> {
        let direction: Vec<f64> = (0..self.at.len()).map(|_| normal(random)).collect();
        let nearing: Vec<f64> = self.body.walls.iter().map(|wall| dot(wall, &direction)).collect();
        let (mut back, mut ahead) = (f64::NEG_INFINITY, f64::INFINITY);
        for (distance, nearing) in self.distance.iter().zip(&nearing) {
            let reach = distance.max(0.0) / nearing;
            if *nearing > 0.0 {
                ahead = ahead.min(reach);
            } else if *nearing < 0.0 {
                back = back.max(reach);
            }
        }
        if !(back.is_finite() && ahead.is_finite()) {
            // Rounding alone can leave a chord open; the walk stays where it is.
            return self.point(&[], 0.0);
        }
        let middle = density.is_none().then(|| self.point(&direction, f64::midpoint(back, ahead)));
        let t = match density {
            None => back + uniform(random) * (ahead - back),
            Some(density) => self.slice(&direction, [back, ahead], random, density),
        };
        self.at.iter_mut().zip(&direction).for_each(|(at, d)| *at += t * d);
        for (i, distance) in self.distance.iter_mut().enumerate() {
            *distance = self.body.distance[i] - dot(&self.body.walls[i], &self.at);
        }
        middle.unwrap_or_else(|| self.point(&[], 0.0))
    }

    fn slice(
        &self,
        direction: &[f64],
        [mut back, mut ahead]: [f64; 2],
        random: &mut impl Rng,
        density: Density<'_>,
    ) -> f64 {
        const MOST_CUTS: usize = 200;
        let level = uniform(random) * density(&self.point(&[], 0.0));
        for _ in 0..MOST_CUTS {
            let t = back + uniform(random) * (ahead - back);
            if density(&self.point(direction, t)) >= level {
                return t;
            }
            if t < 0.0 { back = t } else { ahead = t }
        }
        0.0
    }
}

/// A number in [0, 1).
fn uniform(random: &mut impl Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// A normal number (Box & Muller 1958).
fn normal(random: &mut impl Rng) -> f64 {
    let radius = (-2.0 * (-uniform(random)).ln_1p()).sqrt();
    radius * (std::f64::consts::TAU * uniform(random)).cos()
}
