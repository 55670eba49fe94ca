//! How much a position is worth to an actor: less the farther away, and by its attitude to risk.

use crate::Body;

/// Numbers for each pair of an actor and a place, kept place by place so that what all actors think of one place lies together.
#[derive(Debug, Clone)]
pub struct Places {
    actors: usize,
    numbers: Vec<f64>,
}

impl Places {
    /// Numbers that are known already, place by place.
    pub fn listed(actors: usize, numbers: Vec<f64>) -> Self {
        Self { actors, numbers }
    }

    /// How far each place is from each actor's ideal: `places` and `ideals` are rows of one number for each issue.
    ///
    /// √(Σ s² (ideal − place)² / Σ s²) over the issues: 0 at the ideal, 1 from one end of every scale to the other.
    pub fn distances(body: &Body, ideals: &[f64], places: &[f64]) -> Self {
        let (actors, issues) = (body.len(), body.issues());
        let mut numbers = Vec::with_capacity(actors * places.len() / issues);
        if issues == 1 {
            // The salience cancels out.
            for place in places {
                numbers.extend(ideals.iter().map(|ideal| (ideal - place).abs()));
            }
            return Self { actors, numbers };
        }
        let whole: Vec<f64> =
            (0..actors).map(|actor| body.salience(actor).iter().map(|s| s * s).sum()).collect();
        for place in places.chunks_exact(issues) {
            for (actor, whole) in whole.iter().enumerate() {
                numbers.push(distance(body.salience(actor), *whole, &ideals[actor * issues..], place));
            }
        }
        Self { actors, numbers }
    }

    /// How much each place is worth to each actor who is so far from it, at its attitude to risk.
    pub fn worths(&self, risk: &[f64]) -> Self {
        let mut numbers = Vec::with_capacity(self.numbers.len());
        for place in self.numbers.chunks_exact(self.actors) {
            numbers.extend(place.iter().zip(risk).map(|(distance, risk)| worth(*distance, *risk)));
        }
        Self { actors: self.actors, numbers }
    }

    /// What all actors think of one place.
    pub fn of(&self, place: usize) -> &[f64] {
        &self.numbers[place * self.actors..][..self.actors]
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.numbers.len() / self.actors
    }
}

/// How far a place is from an ideal, issues counting by the squares of their salience, which add up to `whole`.
pub fn distance(salience: &[f64], whole: f64, ideal: &[f64], place: &[f64]) -> f64 {
    // On one issue the salience cancels out.
    if let ([_], Some(ideal), Some(place)) = (salience, ideal.first(), place.first()) {
        return (ideal - place).abs();
    }
    let apart: f64 = salience
        .iter()
        .zip(ideal)
        .zip(place)
        .map(|((s, ideal), place)| s * s * (ideal - place) * (ideal - place))
        .sum();
    (apart / whole).sqrt()
}

/// What a place at a distance is worth to somebody with an attitude to risk: (1 − d)(1 + d R), 1 at no distance and 0 at 1. Somebody with R above 0 gives up the far
/// ends of the scale last, somebody with R below 0 first.
#[inline]
pub fn worth(distance: f64, risk: f64) -> f64 {
    (1.0 - distance) * (1.0 + distance * risk)
}
