//! From a deal space to the questions that the Pareto search answers.
//!
//! Each question says which actors' values count, whether red lines bind, and what must be reached. Values are
//! asked as surpluses, so that zero is where no deal would do as well.

use detente_model::Combination;

use crate::limits;
use crate::pareto::{Choice, Coordinate, Factor, Problem};
use crate::space::{ActorTerms, DealSpace};

/// A penalty that nothing else can make good: an audience that may refuse does not accept this.
const REFUSAL: i64 = -1_000_000_000_000_000;

/// An actor whose value is one coordinate of a question.
pub(crate) struct Weighed<'a> {
    pub terms: &'a ActorTerms,
    pub coordinate: Coordinate,
    /// Whether a refused option counts as [`REFUSAL`] instead of being left out.
    pub may_refuse: bool,
}

impl<'a> Weighed<'a> {
    pub fn new(terms: &'a ActorTerms, coordinate: fn(i64) -> Coordinate) -> Self {
        Self { terms, coordinate: coordinate(-terms.reservation.raw()), may_refuse: false }
    }
}

impl DealSpace {
    /// The problem over the packages that cross no red line of a signatory, with what each of them is left beyond no deal; `None` where red lines
    /// leave no option on an issue.
    pub(crate) fn surplus_question(&self) -> Option<Problem> {
        let signatories = self.signatories();
        let weighed: Vec<Weighed<'_>> =
            signatories.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::more)).collect();
        let problem = self.question(&weighed, &signatories);
        problem.choices.iter().all(|issue| !issue.is_empty()).then_some(problem)
    }

    /// The problem over the packages that cross no red line of `bound_by`, with one coordinate for each actor weighed.
    pub(crate) fn question(&self, weighed: &[Weighed<'_>], bound_by: &[usize]) -> Problem {
        let open =
            |issue: usize, option: usize| !bound_by.iter().any(|i| self.actors[*i].refused[issue][option]);
        let choices = self
            .sizes
            .iter()
            .enumerate()
            .map(|(issue, size)| {
                let add = |option: usize| {
                    let worth = |w: &Weighed<'_>| {
                        let refused = w.may_refuse && w.terms.refused[issue][option];
                        if refused { REFUSAL } else { w.terms.worth[issue][option].raw() }
                    };
                    weighed.iter().map(worth).collect()
                };
                (0..*size)
                    .filter(|o| open(issue, *o))
                    .map(|option| Choice { option, add: add(option) })
                    .collect()
            })
            .collect();
        Problem {
            choices,
            factors: self.factors(weighed),
            coordinates: weighed.iter().map(|w| w.coordinate).collect(),
            names: self.names.clone(),
            directions: Vec::new(),
            tolerance: None,
            effort: limits::FRONTIER,
            foresee: false,
            watch: self.watch.clone(),
        }
    }

    /// Interactions of the actors weighed, equal conditions taken together, and the infeasible combinations.
    pub(crate) fn factors(&self, weighed: &[Weighed<'_>]) -> Vec<Factor> {
        let forbid = |when: &Combination| Factor { when: when.clone(), add: None };
        let mut factors: Vec<Factor> = self.infeasible.iter().map(forbid).collect();
        for (d, w) in weighed.iter().enumerate() {
            for (when, value) in &w.terms.interactions {
                let known = factors.iter_mut().find_map(|f| f.add.as_mut().filter(|_| f.when == *when));
                if let Some(add) = known {
                    add[d] += value.raw();
                } else {
                    let mut add = vec![0; weighed.len()];
                    add[d] = value.raw();
                    factors.push(Factor { when: when.clone(), add: Some(add) });
                }
            }
        }
        factors
    }
}
