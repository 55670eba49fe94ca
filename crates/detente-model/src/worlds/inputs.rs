//! What is in doubt about a case, with the coordinates of the unit cube that decide it.

use super::Worlds;
use crate::{Case, NumberId, PositionId, PropositionId, Weights};

/// Something about a case that is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A number stated as a range, or one that an amendment turns into a range.
    Number(NumberId),
    /// The weights of a position of which only the order is stated.
    Order(PositionId),
    /// What the comparisons of packages leave of the weights of a position, beside its ranges or its order.
    Comparisons(PositionId),
    /// Whether a proposition is true.
    Truth(PropositionId),
}

impl Input {
    /// The name by which people know it: the path in the case file.
    pub fn path(self, case: &Case) -> String {
        match self {
            Self::Number(id) => case.numbers[id].path.clone(),
            Self::Order(id) => format!("positions.{}.importance", case.actor_id(case.position(id).of)),
            Self::Comparisons(id) => format!("prefers.{}", case.actor_id(case.position(id).of)),
            Self::Truth(id) => format!("propositions.{}", case.propositions[id.0].id),
        }
    }
}

/// An input with the coordinates of the unit cube that decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinates {
    /// What they decide.
    pub input: Input,
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub len: usize,
    pub(super) key: u64,
}

/// Inputs that belong together: the weights of one position, or a single input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name by which people know it.
    pub path: String,
    /// The coordinates of the unit cube that decide it, ascending.
    pub coordinates: Vec<usize>,
}

impl Worlds {
    /// The inputs, those taken together that decide the weights of one position.
    pub fn groups(&self) -> Vec<Group> {
        let weighs = |position: &crate::Position, id: NumberId| match &position.weights {
            Weights::Stated(list) => list.iter().any(|(_, weight)| *weight == id),
            Weights::Order(_) => false,
        };
        let mut groups: Vec<(Group, Option<PositionId>)> = Vec::new();
        for coordinates in &self.inputs {
            let position = match coordinates.input {
                Input::Number(id) => self.case.positions.iter().position(|p| weighs(p, id)).map(PositionId),
                Input::Order(id) | Input::Comparisons(id) => Some(id),
                Input::Truth(_) => None,
            };
            let own = coordinates.first..coordinates.first + coordinates.len;
            let begun = groups.iter_mut().find(|(_, of)| of.is_some() && *of == position);
            if let Some((group, _)) = begun {
                group.coordinates.extend(own);
            } else {
                let path = match (coordinates.input, position) {
                    (Input::Order(_), _) | (_, None) => coordinates.input.path(&self.case),
                    (_, Some(id)) => {
                        format!("positions.{}.weights", self.case.actor_id(self.case.position(id).of))
                    }
                };
                groups.push((Group { path, coordinates: own.collect() }, position));
            }
        }
        groups.into_iter().map(|(group, _)| group).collect()
    }
}
