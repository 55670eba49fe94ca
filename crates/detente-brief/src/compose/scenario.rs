//! One world in numbers, for code that computes on with it.

use detente_deals::DealSpace;
use detente_model::{Actor, IssueId};
use serde::Serialize;

use crate::answers::OptionValue;
use crate::sitting::{Sitting, SittingError};

/// One world of a case: between whom, about what, and what it is worth to each. Everything of a principal stands at its place in `parties`, everything
/// of an issue at its place in `issues`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scenario {
    /// The ids of the principals.
    pub parties: Vec<String>,
    /// The ids of the issues.
    pub issues: Vec<String>,
    /// The options of each issue.
    pub options: Vec<Vec<OptionValue>>,
    /// What no deal is worth to each principal, on its own scale.
    pub no_deal: Vec<f64>,
    /// How much each issue matters to each principal, as shares of 1.
    pub weights: Vec<Vec<f64>>,
    /// What each option of each issue is worth to each principal before weighting, 0 to 1; 0 on an issue that does not matter to it.
    pub values: Vec<Vec<Vec<f64>>>,
}

impl Scenario {
    pub(crate) fn of(sitting: &Sitting, draw: Option<u64>) -> Result<Self, SittingError> {
        let world = sitting.world(draw)?;
        let case = world.case();
        if case.issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        let space = DealSpace::new(&world)?;
        let principals: Vec<_> = case.principals().collect();
        let positions = || principals.iter().filter_map(|id| case.position_of(Actor::Party(*id)));
        let options = |issue: &detente_model::Issue| issue.options.iter().map(OptionValue::from).collect();
        let values = |position| {
            let of_issue = |issue: usize| {
                let options = 0..case.issues[issue].options.len();
                options.map(|option| world.option_value(position, IssueId(issue), option)).collect()
            };
            (0..case.issues.len()).map(of_issue).collect()
        };
        Ok(Self {
            parties: principals.iter().map(|id| case.party(*id).id.clone()).collect(),
            issues: case.issues.iter().map(|issue| issue.id.clone()).collect(),
            options: case.issues.iter().map(options).collect(),
            no_deal: space.principals().iter().map(|terms| terms.reservation.to_f64()).collect(),
            weights: positions().map(|position| world.weights(position).to_vec()).collect(),
            values: positions().map(values).collect(),
        })
    }
}
