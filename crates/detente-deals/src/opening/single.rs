//! Openings that take a single concession.
//!
//! **Method.** Every single concession is put to the test, from the cheapest up: the issue is settled as conceded, and a climb or branch and bound
//! decides whether the others can be settled so that all accept. The first that opens the zone is the cheapest, and those of other actors at the same
//! price are looked for as well. Each question is as small as that about the zone itself, which the search over all sets is not.
//!
//! **Cost.** One search for each concession that is cheaper than the cheapest that opens the zone.

use super::{Offers, Opening};
use crate::DealsError;
use crate::count::smallest_majorities;
use crate::pareto::{Problem, Steps};
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::sticking::Concession;

/// A concession with the issue and the choice that it is.
struct Single<'a> {
    concession: &'a Concession,
    issue: usize,
    choice: usize,
}

impl DealSpace {
    /// The cheapest single concessions that open the zone, one for each actor who could make one, as [`Self::openings`] has them; empty if
    /// none does, `None` if too many audiences vote for it.
    pub(super) fn single_openings(&self, steps: &mut Steps) -> Option<Result<Vec<Opening>, DealsError>> {
        let majorities = smallest_majorities(&self.ratification)?;
        let questions: Vec<(Problem, Offers)> =
            majorities.iter().map(|voters| self.offering(voters, |_| Vec::new())).collect();
        Some(cheapest_single(&questions, steps))
    }
}

fn cheapest_single(questions: &[(Problem, Offers)], steps: &mut Steps) -> Result<Vec<Opening>, DealsError> {
    let mut singles: Vec<(usize, Single<'_>)> = Vec::new();
    for (q, (_, offers)) in questions.iter().enumerate() {
        for (issue, offers) in offers.iter().enumerate() {
            for (choice, way) in offers.iter().enumerate() {
                if let [concession] = way.as_slice() {
                    singles.push((q, Single { concession, issue, choice }));
                }
            }
        }
    }
    // Of the actors in the order of the file.
    let order = |(q, s): &(usize, Single<'_>)| (s.concession.cost, s.concession.actor, s.issue, s.choice, *q);
    singles.order_by_key(order);
    let mut found: Vec<Opening> = Vec::new();
    for (q, single) in singles {
        let concession = single.concession;
        let (dearer, known) = (
            found.first().is_some_and(|first| first.concessions[0].cost < concession.cost),
            found.iter().any(|other| other.concessions[0].actor == concession.actor),
        );
        if dearer {
            break;
        }
        if known {
            continue;
        }
        let (problem, offers) = &questions[q];
        let conceded = settled(problem, offers, &single);
        if let Some(picks) = find(&conceded, steps)? {
            found.push(Opening {
                between: None,
                concessions: vec![concession.clone()],
                package: conceded.package_of(&picks),
            });
        }
    }
    Ok(found)
}

/// The problem with one issue settled as conceded, and nothing conceded on the others.
fn settled(problem: &Problem, offers: &Offers, single: &Single<'_>) -> Problem {
    let mut settled = problem.clone();
    for (issue, (choices, offers)) in settled.choices.iter_mut().zip(offers).enumerate() {
        let mut choice = 0..;
        choices.retain(|_| {
            let choice = choice.next().unwrap_or(0);
            if issue == single.issue { choice == single.choice } else { offers[choice].is_empty() }
        });
    }
    settled
}

/// Picks of a package with no negative coordinate, if there is one.
fn find(problem: &Problem, steps: &mut Steps) -> Result<Option<Vec<usize>>, DealsError> {
    if problem.choices.iter().any(Vec::is_empty) {
        return Ok(None);
    }
    let relaxation = problem.relax();
    if relaxation.bound < 0 {
        return Ok(None);
    }
    let mut starts = problem.plain_starts();
    starts.extend(relaxation.answers);
    match problem.climb(&starts, false).filter(|climbed| climbed.least() >= 0) {
        Some(climbed) => Ok(Some(climbed.picks)),
        None => problem.reach(problem.coordinates.len(), steps),
    }
}
