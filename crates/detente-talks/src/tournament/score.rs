//! What a negotiation was worth to somebody, by several measures.

use detente_deals::SOLUTION_CONCEPTS;

use super::Arena;

/// The bargaining solutions that agreements are measured by, by their keys.
pub const LANDMARKS: [&str; SOLUTION_CONCEPTS.len()] = {
    let mut keys = [""; SOLUTION_CONCEPTS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = SOLUTION_CONCEPTS[at].key;
        at += 1;
    }
    keys
};

/// What a negotiation was worth to the one on one seat. Without an agreement everything is measured at what no deal is worth to everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What it is worth, on the party's own scale.
    pub utility: f64,
    /// How much of what could be gained over no deal was: 0 at no deal, 1 at the party's best package, below 0 if it signed what is worth less. 0 where
    /// nothing could be gained.
    pub advantage: f64,
    /// The mean of what it is worth to all at the table, each on its own scale.
    pub welfare: f64,
    /// Whether there was an agreement: 1 or 0.
    pub agreement: f64,
    /// In how many rounds it ended.
    pub rounds: f64,
    /// How far from the nearest point of the frontier, as a share of the diagonal of the box that values lie in; `None` where the frontier is not known.
    pub to_frontier: Option<f64>,
    /// How far from each of [`LANDMARKS`], as that share; `None` where there is none, or where it is not known.
    pub to_solutions: Vec<Option<f64>>,
}

/// Distances of one package from the landmarks of its scenario.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Distances {
    to_frontier: Option<f64>,
    to_solutions: Vec<Option<f64>>,
}

impl Distances {
    /// Those of a point, values following the parties.
    pub fn of(arena: &Arena, values: &[f64]) -> Self {
        let diagonal = arena.diagonal();
        let share = |to: &Vec<f64>| {
            let squared: f64 = to.iter().zip(values).map(|(a, b)| (a - b).powi(2)).sum();
            if diagonal > 0.0 { squared.sqrt() / diagonal } else { 0.0 }
        };
        let frontier = arena.landmarks.frontier.as_ref().ok().filter(|points| !points.is_empty());
        Self {
            to_frontier: frontier.map(|points| points.iter().map(share).fold(f64::INFINITY, f64::min)),
            to_solutions: arena.landmarks.solutions.iter().map(|to| to.as_ref().map(share)).collect(),
        }
    }
}

impl Score {
    /// The score of a party: what everybody got, in the order of the parties, and whether they agreed, after how many rounds.
    pub(super) fn of(
        arena: &Arena,
        party: usize,
        values: &[f64],
        agreed: bool,
        rounds: u32,
        distances: &Distances,
    ) -> Self {
        let of = &arena.scenario.parties()[party];
        let (utility, possible) = (values[party], of.bids.most() - of.no_deal);
        Self {
            utility,
            advantage: if possible <= 0.0 { 0.0 } else { (utility - of.no_deal) / possible },
            welfare: values.iter().sum::<f64>() / values.len() as f64,
            agreement: f64::from(u8::from(agreed)),
            rounds: f64::from(rounds),
            to_frontier: distances.to_frontier,
            to_solutions: distances.to_solutions.clone(),
        }
    }
}
