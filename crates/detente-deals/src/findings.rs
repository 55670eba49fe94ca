//! All that the deal space has to say about a case.

use detente_model::{Case, IssueId, Outcome, PartyId, Worlds};
use num_bigint::BigUint;

use crate::DealsError;
use crate::acceptability::{Acceptability, Sampling};
use crate::agreement;
use crate::count::ZoneCount;
use crate::frontier::FrontierPoint;
use crate::margin::Margin;
use crate::opening::Opening;
use crate::pareto::EFFORT;
use crate::sobol::SobolIndices;
use crate::solutions::Solutions;
use crate::space::DealSpace;
use crate::sticking::StickingPoint;

/// How many leading packages are kept.
const LEADING: usize = 12;

/// The findings over the central world and over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The principals; every vector over parties follows this order.
    pub parties: Vec<PartyId>,
    /// How many packages can be put together, before any is ruled out.
    pub outcomes: BigUint,
    /// In the central world.
    pub central: Central,
    /// Over the draws.
    pub acceptability: Acceptability,
    /// Sobol indices, where they were asked for: they take worlds of their own.
    pub sobol: Option<SobolIndices>,
}

/// The findings in one world, every figure in units of 10⁻¹².
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Central {
    /// The space itself.
    pub space: DealSpace,
    /// What no deal is worth to each principal.
    pub reservation: Vec<i64>,
    /// How far from agreement, or how roomy the zone; `None` when red lines leave no package.
    pub margin: Option<Margin>,
    /// How many packages all accept.
    pub zone_count: ZoneCount,
    /// One package that all accept; `None` when the zone is empty, or no package was found within a limit.
    pub agreement: Option<Outcome>,
    /// The limit for which it is not known whether there is a package that all accept.
    pub not_known: Option<DealsError>,
    /// The frontier of the zone, empty when the zone is; or the limit for which it is not listed.
    pub zone_frontier: Result<Vec<FrontierPoint>, DealsError>,
    /// The frontier over all feasible packages; or the limit for which it is not listed.
    pub frontier: Result<Vec<FrontierPoint>, DealsError>,
    /// The bargaining solutions; `None` when the zone is empty, or its frontier is not listed.
    pub solutions: Option<Solutions>,
    /// Issues on which red lines leave no option.
    pub blocked: Vec<IssueId>,
    /// The concessions that bring the zone nearer or open it.
    pub sticking_points: Vec<StickingPoint>,
    /// The smallest and cheapest sets of concessions that open the zone, one for each way to share them among the
    /// actors; a single empty one if it is open, none if nothing opens it; or the limit for which they are not known.
    pub openings: Result<Vec<Opening>, DealsError>,
}

impl Central {
    /// The findings in one world.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn of(space: DealSpace) -> Result<Self, DealsError> {
        Self::within(space, EFFORT, agreement::EFFORT)
    }

    /// As [`Self::of`], with a number of steps of work for each frontier, and for finding an agreement without one.
    fn within(space: DealSpace, effort: u64, finding: u64) -> Result<Self, DealsError> {
        let reservation: Vec<i64> = space.principals().iter().map(|terms| terms.reservation).collect();
        let searched = unless_limited(space.find_agreement_for(finding))?;
        // A closed zone has no frontier to be searched for, which would take longer than to find that it is closed.
        let zone_frontier = match searched {
            Ok(None) => Ok(Vec::new()),
            _ => unless_limited(space.zone_frontier_for(None, effort))?,
        };
        let found = match &zone_frontier {
            Ok(points) => Ok(points.first().map(|point| point.outcome.clone())),
            Err(_) => searched,
        };
        let zone_count = match &found {
            Ok(None) => ZoneCount::Exact(BigUint::ZERO),
            Ok(Some(_)) => space.count_zone(true),
            Err(_) => space.count_zone(false),
        };
        // A count can settle what a search could not.
        let closed = zone_count.exact() == Some(&BigUint::ZERO);
        let not_known = found.as_ref().err().filter(|_| !closed).cloned();
        let agreement = found.ok().flatten();
        let margin = space.margin()?;
        Ok(Self {
            zone_count,
            frontier: unless_limited(space.frontier_for(None, effort))?,
            solutions: zone_frontier.as_ref().ok().and_then(|points| Solutions::on(points, &reservation)),
            blocked: (0..space.sizes().len()).filter(|k| space.is_blocked(*k)).map(IssueId).collect(),
            sticking_points: space.sticking_points_from(margin.as_ref())?,
            openings: match (&agreement, &not_known) {
                (Some(outcome), _) => Ok(vec![Opening { concessions: Vec::new(), outcome: outcome.clone() }]),
                (None, Some(limit)) => Err(limit.clone()),
                (None, None) => unless_limited(space.openings_of_closed())?,
            },
            not_known,
            margin,
            agreement,
            zone_frontier,
            reservation,
            space,
        })
    }

    /// Whether a package that all accept is known.
    pub fn has_zone(&self) -> bool {
        self.agreement.is_some()
    }

    /// Whether there is a package that all accept; `None` where that is not known.
    pub fn exists(&self) -> Option<bool> {
        let counted = self.zone_count.exact().is_some_and(|n| *n > BigUint::ZERO);
        if self.not_known.is_some() && !counted { None } else { Some(self.has_zone() || counted) }
    }
}

/// Keeps the limit that a search met as the reason why there is no answer; any other error stands.
fn unless_limited<T>(found: Result<T, DealsError>) -> Result<Result<T, DealsError>, DealsError> {
    match found {
        Err(error) if !error.is_limit() => Err(error),
        found => Ok(found),
    }
}

impl Findings {
    /// Studies a case: the central world, and worlds drawn from `seed`, as many as `sampling` asks for. `drawn` is
    /// called after each world.
    ///
    /// # Errors
    /// If nobody has to sign, or the space cannot be searched; see [`DealsError`].
    pub fn of(
        case: &Case,
        sampling: Sampling,
        seed: u64,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, DealsError> {
        Self::over(&Worlds::new(case, seed), sampling, drawn)
    }

    /// As [`Self::of`], over worlds that may believe more than the priors of the case.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn over(
        worlds: &Worlds<'_>,
        sampling: Sampling,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, DealsError> {
        let case = worlds.case();
        let space = DealSpace::new(case, &worlds.central())?;
        Ok(Self {
            parties: case.principals().collect(),
            outcomes: space.outcome_count(),
            central: Central::of(space)?,
            acceptability: Acceptability::over(worlds, sampling, LEADING, drawn)?,
            sobol: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use detente_model::Actor;
    use proptest::prelude::*;

    use super::*;
    use crate::space::Terms;

    fn space(worth: &[i64], reservation: i64) -> DealSpace {
        let terms = |(i, worth): (usize, &[i64])| Terms {
            actor: Actor::Party(PartyId(i)),
            signs: true,
            worth: worth.chunks(3).map(<[i64]>::to_vec).collect(),
            refused: vec![vec![false; 3]; worth.len() / 3],
            interactions: Vec::new(),
            reservation,
        };
        let actors = worth.chunks(12).enumerate().map(terms).collect();
        DealSpace::from_parts(vec![3; 4], actors, 2, Vec::new(), Vec::new()).unwrap()
    }

    proptest! {
        #[test]
        fn a_frontier_that_cannot_be_listed_takes_nothing_else_with_it(
            worth in proptest::collection::vec(0..100i64, 24), reservation in 150..350i64,
        ) {
            let exact = Central::of(space(&worth, reservation)).unwrap();
            let found = Central::within(space(&worth, reservation), 1, agreement::EFFORT).unwrap();
            prop_assert_eq!(found.frontier.as_ref(), Err(&DealsError::TooMuchWork { most: 1 }));
            prop_assert_eq!(found.has_zone(), exact.has_zone());
            prop_assert_eq!(&found.zone_count, &exact.zone_count);
            prop_assert_eq!(&found.margin, &exact.margin);
            prop_assert_eq!(&found.sticking_points, &exact.sticking_points);
            prop_assert!(found.agreement.iter().all(|outcome| found.space.all_accept(outcome)));
            // Where the relaxation already shows that nobody could sign, there is nothing to list.
            prop_assert!(found.zone_frontier.is_err() || exact.zone_frontier == found.zone_frontier);
            prop_assert!(found.zone_frontier.is_ok() || found.solutions.is_none());
        }

        #[test]
        fn what_is_not_known_is_not_taken_for_closed(
            worth in proptest::collection::vec(0..100i64, 24), reservation in 250..350i64, finding in 0..400u64,
        ) {
            let exact = Central::of(space(&worth, reservation)).unwrap();
            let found = Central::within(space(&worth, reservation), 1, finding).unwrap();
            prop_assert!(found.exists().is_none_or(|exists| exists == exact.has_zone()));
            prop_assert!(found.exists().is_some() || found.openings.is_err());
            prop_assert!(found.exists() != Some(false) || found.openings == exact.openings);
        }
    }
}
