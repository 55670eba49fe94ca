//! Under which look a party is shown, the same one everywhere on a page.

use detente_model::{Case, PartyId};
use serde::Serialize;

/// Somebody with a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Face {
    /// The name.
    pub name: String,
    /// The number of the look: principals have theirs in the order of the findings, whoever else is shown follows.
    pub look: usize,
}

/// The principals in the order of the findings.
pub(super) struct Faces {
    parties: Vec<PartyId>,
    pub faces: Vec<Face>,
}

impl Faces {
    /// Nobody.
    pub fn none() -> Self {
        Self { parties: Vec::new(), faces: Vec::new() }
    }

    pub fn of(case: &Case, parties: &[PartyId]) -> Self {
        let face = |(look, id): (usize, &PartyId)| Face { name: case.party(*id).name.clone(), look };
        Self { parties: parties.to_vec(), faces: parties.iter().enumerate().map(face).collect() }
    }

    /// Others under looks: principals under their own, whoever is none under the next ones.
    pub fn dressed(&self, others: impl IntoIterator<Item = (String, Option<PartyId>)>) -> Vec<Face> {
        let mut next = self.faces.len();
        let face = |(name, id): (String, Option<PartyId>)| {
            let look = self.parties.iter().position(|party| Some(*party) == id).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            // A principal is called as everywhere else on the page.
            let name = self.faces.get(look).map_or(name, |principal| principal.name.clone());
            Face { name, look }
        };
        others.into_iter().map(face).collect()
    }

    /// The principal to whom an id belongs.
    pub fn position(&self, party: PartyId) -> Option<usize> {
        self.parties.iter().position(|id| *id == party)
    }
}
