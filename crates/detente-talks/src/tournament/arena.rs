//! A scenario in a tournament, with what its agreements are measured by.

use detente_deals::{Central, DealSpace, FrontierPoint, Known, Over, SOLUTION_CONCEPTS, Search, Solutions};

use super::score::LANDMARKS;
use crate::sha256::sha256;
use crate::{Scenario, TalksError};

/// A scenario, by name, with what its agreements are measured by.
#[derive(Debug, Clone)]
pub struct Arena {
    /// The name under which it is told of.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
    /// What its agreements are measured by.
    pub landmarks: Landmarks,
    /// What its issues are called, each with its options, in the order of the scenario; for traces. Numbers where it is empty.
    pub issues: Vec<(String, Vec<String>)>,
}

/// What an agreement is measured by: the frontier and the bargaining solutions, as far as they are known. Values follow the parties.
#[derive(Debug, Clone, PartialEq)]
pub struct Landmarks {
    /// The exact frontier over all packages, the first party's best first; or why it is not known.
    pub frontier: Result<Vec<Vec<f64>>, String>,
    /// The solutions, in the order of [`LANDMARKS`]; `None` where one is not known, or where no package is acceptable to all.
    pub solutions: Vec<Option<Vec<f64>>>,
    /// Whether no package is acceptable to all; `None` if that is not known.
    pub no_zone: Option<bool>,
}

impl Landmarks {
    /// Nothing is known; `why` says so in a sentence.
    pub fn unknown(why: impl Into<String>) -> Self {
        Self { frontier: Err(why.into()), solutions: vec![None; LANDMARKS.len()], no_zone: None }
    }

    /// Those of a deal space. Values of packages are those of `scenario`, to the last bit, where it can bid them.
    pub fn of(space: &DealSpace, scenario: &Scenario) -> Self {
        let wants = scenario.wants();
        let values = |point: &FrontierPoint| -> Vec<f64> {
            let offer = scenario.layout().pack(&point.package);
            let each = wants.iter().zip(&point.values);
            each.map(|(wants, value)| {
                offer
                    .map(|offer| wants.worth(&offer))
                    .filter(|worth| worth.is_finite())
                    .unwrap_or_else(|| value.to_f64())
            })
            .collect()
        };
        let frontier = match space.frontier(Over::All, &Search::default()) {
            Known::GivenUp(limit) => Err(limit.to_string()),
            Known::Exactly(points) | Known::Within(points, _) => Ok(points.iter().map(values).collect()),
        };
        let reservation: Vec<_> = space.principals().iter().map(|terms| terms.reservation).collect();
        let (solutions, no_zone) = match space.frontier(Over::Zone, &Search::default()) {
            Known::Exactly(points) | Known::Within(points, _) => {
                (Solutions::on(&points, &reservation), Some(points.is_empty()))
            }
            // Where the frontier is too large to list, each solution is searched for by itself.
            Known::GivenUp(_) => match Central::of(space.clone()) {
                Ok(found) => (found.chosen().cloned(), found.exists().map(|exists| !exists)),
                Err(_) => (None, None),
            },
        };
        let picked = |concept: &detente_deals::SolutionConcept| {
            solutions.as_ref().and_then(concept.of).map(|solution| values(&solution.point))
        };
        Self { frontier, solutions: SOLUTION_CONCEPTS.iter().map(picked).collect(), no_zone }
    }
}

impl Arena {
    /// The talks that a deal space is about, measured by its frontier and its bargaining solutions. `parties` names the principals.
    ///
    /// # Errors
    /// As for [`Scenario::of`].
    pub fn of<'a>(
        name: impl Into<String>,
        space: &DealSpace,
        parties: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, TalksError> {
        let scenario = Scenario::of(space, parties)?;
        let landmarks = Landmarks::of(space, &scenario);
        Ok(Self { name: name.into(), landmarks, scenario, issues: Vec::new() })
    }

    /// A scenario whose agreements are measured by nothing but what they are worth.
    pub fn unmeasured(name: impl Into<String>, scenario: Scenario) -> Self {
        let landmarks = Landmarks::unknown("nothing was asked for to measure by");
        Self { name: name.into(), landmarks, scenario, issues: Vec::new() }
    }

    /// The same, with the names of its issues and their options.
    #[must_use]
    pub fn named(self, issues: Vec<(String, Vec<String>)>) -> Self {
        Self { issues, ..self }
    }

    /// What is distinctive of its numbers: sizes, worths, no deal, red lines and what cannot be. Names do not count.
    pub(super) fn digest(&self) -> String {
        let mut told = format!("{:?}", self.scenario.layout().sizes());
        for party in self.scenario.parties() {
            told.push_str(&format!("\n{:x} {}", party.no_deal.to_bits(), party.bids.worth().fingerprint()));
        }
        if let Some(party) = self.scenario.parties().first() {
            told.push_str(&format!("\n{:?}", party.bids.ruled_out()));
        }
        sha256(told.as_bytes())
    }

    /// How far apart everybody's best and worst are together: the length of the diagonal of the box that values lie in, by which distances are
    /// measured.
    pub(super) fn diagonal(&self) -> f64 {
        let side = |party: &crate::Party| (party.bids.most() - party.bids.least()).powi(2);
        self.scenario.parties().iter().map(side).sum::<f64>().sqrt()
    }
}
