//! A case with every doubt resolved, and what each side wants in it.

use crate::{
    Actor, Case, Combination, IssueId, NumberId, PositionId, PropositionId, Reservation, Uncertain, Valuation,
};

/// A case with every doubt resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    pub(crate) numbers: Vec<f64>,
    pub(crate) truths: Vec<bool>,
    pub(crate) weights: Vec<Vec<f64>>,
    pub(crate) contradicted: Vec<PositionId>,
}

impl World {
    /// The value of a number.
    pub fn number(&self, id: NumberId) -> f64 {
        self.numbers[id.0]
    }

    /// Whether a proposition is true.
    pub fn holds(&self, id: PropositionId) -> bool {
        self.truths[id.0]
    }

    /// What a number may be, once it is settled which propositions are true.
    pub(crate) fn stated(&self, case: &Case, id: NumberId) -> Uncertain {
        let mut amended = case.propositions.iter().zip(&self.truths).flat_map(|(proposition, holds)| {
            if *holds { &proposition.when_true } else { &proposition.when_false }
        });
        let last = amended.rfind(|amendment| amendment.number == id);
        last.map_or(case.numbers[id].value, |amendment| amendment.value)
    }

    /// The positions whose comparisons of packages cannot all hold with what the options are worth in this world. Their weights are
    /// those of a case without these comparisons.
    pub fn contradicted(&self) -> &[PositionId] {
        &self.contradicted
    }

    /// The weights of a position, one an issue, summing to 1.
    pub fn weights(&self, id: PositionId) -> &[f64] {
        &self.weights[id.0]
    }

    /// The value in [0, 1] that a position gives to an option, before weighting; 0 where it states none.
    pub fn option_value(&self, case: &Case, position: PositionId, issue: IssueId, option: usize) -> f64 {
        let stated = case.position(position).issues.iter().find(|p| p.issue == issue);
        let Some(valuation) = stated.and_then(|p| p.valuation.as_ref()) else { return 0.0 };
        let at = || case.issue(issue).options[option].number().unwrap_or(0.0);
        match valuation {
            Valuation::Table(values) => self.number(values[option]),
            Valuation::Linear { ideal, worst } => {
                let (ideal, worst) = (self.number(*ideal), self.number(*worst));
                if ideal == worst {
                    // Both ends fell together: the only stated difference is to be there or not.
                    return f64::from(u8::from(at() == ideal));
                }
                ((at() - worst) / (ideal - worst)).clamp(0.0, 1.0)
            }
            Valuation::Piecewise(points) => interpolate(points, at(), |id| self.number(id)),
        }
    }

    /// Everything that an actor wants, as numbers; `None` for an actor without a position.
    pub fn preferences(&self, case: &Case, actor: Actor) -> Option<Preferences> {
        let id = case.position_of(actor)?;
        let position = case.position(id);
        let weights = self.weights(id);
        let worth = case
            .issues
            .iter()
            .enumerate()
            .map(|(k, issue)| {
                (0..issue.options.len())
                    .map(|option| match weights[k] {
                        0.0 => 0.0,
                        weight => weight * self.option_value(case, id, IssueId(k), option),
                    })
                    .collect()
            })
            .collect();
        let mut refused: Vec<Vec<bool>> =
            case.issues.iter().map(|issue| vec![false; issue.options.len()]).collect();
        for stated in &position.issues {
            for (option, choice) in case.issue(stated.issue).options.iter().enumerate() {
                let beyond = choice.number().is_some_and(|x| {
                    stated.at_most.is_some_and(|id| x > self.number(id))
                        || stated.at_least.is_some_and(|id| x < self.number(id))
                });
                refused[stated.issue.0][option] = beyond || stated.never.contains(&option);
            }
        }
        let reservation = match &position.reservation {
            Reservation::Value(id) => Floor::Value(self.number(*id)),
            Reservation::Package(options) => Floor::Package(options.clone()),
        };
        let interactions = case
            .interactions
            .iter()
            .filter(|interaction| interaction.of == actor)
            .map(|interaction| (interaction.when.clone(), self.number(interaction.value)))
            .collect();
        Some(Preferences { worth, refused, reservation, interactions })
    }
}

/// Linear between the points, flat beyond.
fn interpolate(points: &[(f64, NumberId)], x: f64, number: impl Fn(NumberId) -> f64) -> f64 {
    let after = points.partition_point(|(at, _)| *at <= x);
    match (after.checked_sub(1).map(|i| points[i]), points.get(after)) {
        (None, None) => 0.0,
        (None, Some((_, id))) => number(*id),
        (Some((_, id)), None) => number(id),
        (Some((x0, y0)), Some((x1, y1))) => {
            let (y0, y1) = (number(y0), number(*y1));
            y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        }
    }
}

/// What one actor wants in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    /// Weighted worth of each option of each issue, `w_k · v_k(option)`.
    pub worth: Vec<Vec<f64>>,
    /// Options that cross a red line.
    pub refused: Vec<Vec<bool>>,
    /// What no agreement is worth.
    pub reservation: Floor,
    /// What is added when certain options come together.
    pub interactions: Vec<(Combination, f64)>,
}

/// What no agreement is worth, in one world.
#[derive(Debug, Clone, PartialEq)]
pub enum Floor {
    /// A value on the actor's own scale.
    Value(f64),
    /// As much as these options with every other issue at its worst.
    Package(Vec<(IssueId, usize)>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn piecewise_values_are_flat_beyond_their_points() {
        let numbers = [1.0, 0.8, 0.0];
        let points = [(0.0, NumberId(0)), (42.0, NumberId(1)), (360.0, NumberId(2))];
        let at = |x| interpolate(&points, x, |id| numbers[id.0]);
        assert_eq!((at(-5.0), at(42.0), at(999.0)), (1.0, 0.8, 0.0));
        assert!((at(21.0) - 0.9).abs() < 1e-12);
    }
}
