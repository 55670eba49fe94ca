//! From a point of the unit cube, or from the middle of all doubt, to a world.

use std::sync::Arc;

use super::Worlds;
use crate::weights_left::{Open, comparison_constraint};
use crate::{
    Amendment, Case, Constraint, NumberId, PositionId, PropositionId, Uncertain, Valuation, Weights, World,
    ordered_weights,
};

impl Worlds {
    pub(super) fn assembled(
        &self,
        point: &[f64],
        belief: impl Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64,
        number: impl Fn(NumberId, Uncertain) -> f64,
        further: &[Amendment],
    ) -> World {
        self.assemble(
            further,
            number,
            |i, numbers| {
                point[self.truth_coordinate[i]] < belief(PropositionId(i), &|id: NumberId| numbers[id.0])
            },
            |i, groups, count| {
                let first = self.order_coordinate[i];
                ordered_weights(groups, &point[first..first + count])
            },
            |i, open, first, comparisons| {
                open.draw(first, comparisons, point[self.comparison_coordinate[i]].to_bits())
            },
        )
    }

    /// `left` gives the weights that comparisons leave, from the first proposal; `None` if they leave none.
    pub(super) fn assemble(
        &self,
        further: &[Amendment],
        number: impl Fn(NumberId, Uncertain) -> f64,
        truth: impl Fn(usize, &[f64]) -> bool,
        order: impl Fn(usize, &[Vec<usize>], usize) -> Vec<f64>,
        left: impl Fn(usize, &Open, Vec<f64>, &[Constraint]) -> Option<Vec<f64>>,
    ) -> World {
        let case = self.case.as_ref();
        let mut numbers: Vec<f64> = case.numbers.iter().map(|(id, n)| number(id, n.value)).collect();
        let truths: Vec<bool> = (0..case.propositions.len()).map(|i| truth(i, &numbers)).collect();
        for (proposition, holds) in case.propositions.iter().zip(&truths) {
            let amendments = if *holds { &proposition.when_true } else { &proposition.when_false };
            for amendment in amendments {
                numbers[amendment.number.0] = number(amendment.number, amendment.value);
            }
        }
        for amendment in further {
            numbers[amendment.number.0] = number(amendment.number, amendment.value);
        }
        let mut world = World {
            case: Arc::clone(&self.case),
            numbers,
            truths,
            weights: Vec::with_capacity(case.positions.len()),
            contradicted: Vec::new(),
            further: further.to_vec(),
        };
        for (i, position) in case.positions.iter().enumerate() {
            let mut raw = match &position.weights {
                Weights::Stated(stated) => stated.iter().map(|(_, id)| world.number(*id)).collect(),
                Weights::Order(groups) => match Open::of(&position.weights, |id| case.numbers[id].value) {
                    Open::Ordered { groups, count } if count > 1 => order(i, &groups, count),
                    _ => vec![1.0; groups.iter().map(Vec::len).sum()],
                },
            };
            if !self.comparisons[i].is_empty() {
                let open = Open::of(&position.weights, |id| world.stated(id));
                let own = self.comparisons[i].iter().map(|c| &case.comparisons[*c]);
                let comparisons: Vec<Constraint> =
                    own.map(|comparison| comparison_constraint(&world, PositionId(i), comparison)).collect();
                match left(i, &open, raw.clone(), &comparisons) {
                    Some(weights) => raw = weights,
                    None => world.contradicted.push(PositionId(i)),
                }
            }
            let mut weights = vec![0.0; case.issues.len()];
            match &position.weights {
                Weights::Stated(stated) => {
                    let total: f64 = raw.iter().sum();
                    for ((issue, id), raw) in stated.iter().zip(&raw) {
                        world.numbers[id.0] = *raw;
                        weights[issue.0] = if total > 0.0 { raw / total } else { 1.0 / stated.len() as f64 };
                    }
                }
                Weights::Order(groups) => {
                    for (issue, weight) in groups.iter().flatten().zip(&raw) {
                        weights[issue.0] = *weight;
                    }
                }
            }
            world.weights.push(weights);
        }
        world
    }
}

/// Whether what the options are worth to a position may differ from world to world.
pub(super) fn worth_varies(case: &Case, position: PositionId, doubtful: &[bool]) -> bool {
    let amended = |id: NumberId| {
        let amendments = case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false));
        amendments.into_iter().any(|amendment| amendment.number == id)
    };
    let varies = |id: &NumberId| doubtful[id.0] || amended(*id);
    let position = case.position(position);
    let valued =
        position.issues.iter().filter_map(|p| p.valuation.as_ref()).any(|valuation| match valuation {
            Valuation::Table(values) => values.iter().any(varies),
            Valuation::Linear { ideal, worst } => varies(ideal) || varies(worst),
            Valuation::Piecewise(points) => points.iter().any(|(_, id)| varies(id)),
        });
    let weighed = match &position.weights {
        // An amendment can move a whole range of weights.
        Weights::Stated(list) => list.iter().any(|(_, id)| amended(*id)),
        Weights::Order(_) => false,
    };
    valued || weighed || case.interactions.iter().any(|i| i.of == position.of && varies(&i.value))
}
