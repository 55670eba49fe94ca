//! All that the deal space has to say about a case.

use std::sync::Arc;

use detente_model::{Case, IssueId, Outcome, PartyId, Progress, Worlds};
use num_bigint::BigUint;

use crate::DealsError;
use crate::acceptability::{Acceptability, Sampling};
use crate::agreement;
use crate::continuous::{self, FrontierSegment};
use crate::count::ZoneCount;
use crate::frontier::FrontierPoint;
use crate::lotteries::Lotteries;
use crate::margin::Margin;
use crate::opening::Opening;
use crate::pareto::EFFORT;
use crate::solutions::Solutions;
use crate::space::DealSpace;
use crate::sticking::StickingPoint;

/// How many leading packages are kept.
const LEADING: usize = 12;

/// What a study is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Study {
    /// How many worlds are drawn.
    pub sampling: Sampling,
    /// How far a point of the central world's frontiers may stay behind on each principal's scale, in units; `None` for the exact
    /// frontiers.
    pub tolerance: Option<i64>,
}

impl From<Sampling> for Study {
    fn from(sampling: Sampling) -> Self {
        Self { sampling, tolerance: None }
    }
}

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
    /// Continuous issues that were searched at their stops only: a search between them was given up, or found something that no stop stands for
    /// ([`crate::refined`] makes it one). Empty when all is exact.
    pub at_stops_only: Vec<IssueId>,
}

/// The findings in one world, every figure in units of 10⁻¹².
#[derive(Debug, Clone, PartialEq)]
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
    /// The lines of the frontier of the zone between the stops of continuous issues, empty without a zone; or why they are not listed. Lines are
    /// listed of exact frontiers only. Nothing without such issues.
    pub zone_segments: Result<Vec<FrontierSegment>, DealsError>,
    /// The lines of the frontier over all feasible packages between those stops; or why they are not listed. Nothing without continuous issues.
    pub frontier_segments: Result<Vec<FrontierSegment>, DealsError>,
    /// How far the frontiers were asked to stay behind at most on each principal's scale; `None` for exact ones.
    pub tolerance: Option<i64>,
    /// How far the frontier is proven to stay behind at most; `None` when it is exact or not listed.
    pub frontier_distance: Option<i64>,
    /// How far the frontier of the zone is proven to stay behind at most; `None` when it is exact or not listed.
    pub zone_frontier_distance: Option<i64>,
    /// The bargaining solutions; `None` when the zone is empty, or none of them is known. Where the frontier of the zone is not listed, or not
    /// exactly, each is searched for by itself, as long as no issue is continuous.
    pub solutions: Option<Solutions>,
    /// How far the frontier may stay behind from which the solutions are chosen; `None` where they are exact.
    pub solutions_distance: Option<i64>,
    /// What agreements by lot can do.
    pub lotteries: Lotteries,
    /// Issues on which red lines leave no option.
    pub blocked: Vec<IssueId>,
    /// The concessions that bring the zone nearer or open it.
    pub sticking_points: Vec<StickingPoint>,
    /// The smallest and cheapest sets of concessions that open the zone, one for each way to share them among the
    /// actors; a single empty one if it is open, none if nothing opens it; or the limit for which they are not known.
    pub openings: Result<Vec<Opening>, DealsError>,
    /// Whether something lies between the stops of continuous issues that was not found, or that no package at stops stands for.
    pub at_stops_only: bool,
    /// Whether all accept some package between the stops of continuous issues, and none at them is known.
    pub open_between: bool,
}

impl Central {
    /// The findings in one world.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn of(space: DealSpace) -> Result<Self, DealsError> {
        Self::within(space, None, EFFORT, agreement::EFFORT)
    }

    /// As [`Self::of`], with both frontiers to within a tolerance, in units, and with them what is read off them: see
    /// [`Solutions`] for what that leaves of the solutions.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn to_within(space: DealSpace, tolerance: i64) -> Result<Self, DealsError> {
        Self::within(space, Some(tolerance), EFFORT, agreement::EFFORT)
    }

    /// As [`Self::of`], with a number of steps of work for each frontier, and for finding an agreement without one.
    fn within(
        space: DealSpace,
        tolerance: Option<i64>,
        effort: u64,
        finding: u64,
    ) -> Result<Self, DealsError> {
        let reservation: Vec<i64> = space.principals().iter().map(|terms| terms.reservation).collect();
        let (frontier, frontier_distance) = unless_limited(space.frontier_or_cover(tolerance, effort))?;
        let mut searched = None;
        let (zone_frontier, zone_frontier_distance) = match &frontier {
            Ok(points) if tolerance.is_none() && space.is_decided_by_values() => {
                (Ok(space.acceptable_among(points)), None)
            }
            _ => match searched.insert(unless_given_up(space.find_agreement_for(finding))?) {
                // A closed zone has no frontier to be searched for, which would take longer than to find that it is closed.
                Ok(None) => (Ok(Vec::new()), None),
                _ => unless_limited(space.zone_frontier_or_cover(tolerance, effort))?,
            },
        };
        let found = match (&zone_frontier, searched) {
            // A frontier that may stay behind can miss a zone that leaves little to gain.
            (Ok(points), Some(searched)) if points.is_empty() => searched,
            (Err(_), Some(searched)) => searched,
            (listed, _) => {
                let first = |points: &Vec<FrontierPoint>| points.first().map(|point| point.outcome.clone());
                listed.as_ref().map(first).map_err(DealsError::clone)
            }
        };
        let at_stops = found.as_ref().ok().map(Option::is_some);
        let looked = space.look_between(at_stops == Some(true), continuous::EFFORT)?;
        let exists = looked.exists(at_stops);
        let zone_count = match exists {
            Some(false) => ZoneCount::Exact(BigUint::ZERO),
            exists => space.count_zone(exists == Some(true)),
        };
        let open_between = looked.open && at_stops != Some(true);
        let mut beside = looked.at_stops_only || open_between;
        let mut undominated = |points, check: fn(&DealSpace, Vec<FrontierPoint>) -> Points| match points {
            Ok(points) => match check(&space, Vec::clone(&points)) {
                Err(error) if error.is_limit() => {
                    beside = true;
                    Ok(Ok(points))
                }
                checked => checked.map(Ok),
            },
            limit => Ok(limit),
        };
        let zone_frontier = undominated(zone_frontier, DealSpace::undominated_in_zone)?;
        let frontier = undominated(frontier, DealSpace::undominated)?;
        let zone_segments = match exists {
            Some(false) => Ok(Vec::new()),
            _ => {
                exactly(&zone_frontier, zone_frontier_distance).and_then(|points| space.zone_segments(points))
            }
        };
        let frontier_segments = match exactly(&frontier, frontier_distance) {
            _ if space.scales.is_empty() => Ok(Vec::new()),
            exact => exact.and_then(|points| space.frontier_segments(points)),
        };
        // A count can settle what a search could not.
        let closed = zone_count.exact() == Some(&BigUint::ZERO);
        let given_up = looked.at_stops_only.then_some(DealsError::TooMuchWork { most: continuous::EFFORT });
        let not_known = found.as_ref().err().filter(|_| !closed).cloned().or(given_up);
        let agreement = found.ok().flatten();
        let margin = space.margin()?;
        let sticking_points = space.sticking_points_from(margin.as_ref())?;
        let nearest = margin.iter().map(|margin| &margin.outcome).filter(|outcome| space.all_accept(outcome));
        let known: Vec<Outcome> = agreement.iter().chain(nearest).cloned().collect();
        let (solutions, solutions_distance) =
            chosen(&space, &zone_frontier, zone_frontier_distance, known, &reservation);
        let open_ended = |margin: &Margin| margin.between.is_some() || !margin.is_proven();
        beside |=
            margin.as_ref().is_some_and(open_ended) || sticking_points.iter().any(|p| p.between.is_some());
        Ok(Self {
            zone_count,
            frontier,
            frontier_distance,
            zone_frontier_distance,
            tolerance,
            lotteries: Lotteries::of(
                &space,
                zone_frontier.as_deref().ok(),
                margin.as_ref().map(|margin| &margin.outcome),
            ),
            at_stops_only: beside && !space.scales.is_empty(),
            open_between,
            solutions,
            solutions_distance,
            blocked: (0..space.sizes().len()).filter(|k| space.is_blocked(*k)).map(IssueId).collect(),
            sticking_points,
            openings: match (&agreement, &not_known) {
                (Some(outcome), _) => Ok(vec![Opening { concessions: Vec::new(), outcome: outcome.clone() }]),
                (None, Some(limit)) => Err(limit.clone()),
                (None, None) => unless_given_up(space.openings_of_closed())?,
            },
            not_known,
            margin,
            agreement,
            zone_frontier,
            zone_segments,
            frontier_segments,
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
        if self.not_known.is_some() && !counted {
            None
        } else {
            Some(self.has_zone() || self.open_between || counted)
        }
    }
}

/// The solutions, given some packages that all accept; and how far the frontier may stay behind from which they are chosen, `None` where they
/// are exact.
fn chosen(
    space: &DealSpace,
    zone_frontier: &Points,
    distance: Option<i64>,
    mut known: Vec<Outcome>,
    reservation: &[i64],
) -> (Option<Solutions>, Option<i64>) {
    let listed = zone_frontier.as_ref().ok().and_then(|points| Solutions::on(points, reservation));
    if zone_frontier.is_ok() && distance.is_none() {
        return (listed, None);
    }
    known.extend(listed.iter().flat_map(Solutions::outcomes));
    let searched = (space.scales.is_empty() && !known.is_empty()).then(|| space.solutions_near(&known));
    match (searched, listed) {
        (Some(searched), Some(listed)) if !searched.are_all_known() => (Some(listed), distance),
        (None, Some(listed)) => (Some(listed), distance),
        (searched, _) => (searched.filter(Solutions::is_any_known), None),
    }
}

/// Keeps the limit that a frontier met as the reason why it is not listed; any other error stands.
fn unless_limited(
    frontier: Result<(Vec<FrontierPoint>, Option<i64>), DealsError>,
) -> Result<Listed, DealsError> {
    match frontier {
        Ok((points, distance)) => Ok((Ok(points), distance)),
        Err(error) if error.is_limit() => Ok((Err(error), None)),
        Err(error) => Err(error),
    }
}

/// A frontier that was found exactly, whose lines can be asked for; or why it was not.
fn exactly(listed: &Points, distance: Option<i64>) -> Result<&[FrontierPoint], DealsError> {
    match (listed, distance) {
        (Err(limit), _) => Err(limit.clone()),
        (Ok(_), Some(_)) => Err(DealsError::FrontierToWithin),
        (Ok(points), None) => Ok(points),
    }
}

/// Keeps the limit that a search met as the reason why there is no answer; any other error stands.
fn unless_given_up<T>(found: Result<T, DealsError>) -> Result<Result<T, DealsError>, DealsError> {
    match found {
        Err(error) if !error.is_limit() => Err(error),
        found => Ok(found),
    }
}

/// A frontier, or what kept it from being computed.
type Points = Result<Vec<FrontierPoint>, DealsError>;

/// A frontier, or the limit for which it is not listed, and how far it may stay behind.
type Listed = (Result<Vec<FrontierPoint>, DealsError>, Option<i64>);

impl Findings {
    /// Studies a case: the central world, and worlds drawn from `seed`, as many as `sampling` asks for. `progress` makes
    /// a step after each world, hears of the work of long searches, and can end all of it.
    ///
    /// # Errors
    /// If nobody has to sign, or the space cannot be searched; see [`DealsError`].
    pub fn of(
        case: &Case,
        sampling: Sampling,
        seed: u64,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        Self::over(&Worlds::new(case, seed), sampling, progress)
    }

    /// As [`Self::of`], over worlds that may believe more than the priors of the case.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn over(
        worlds: &Worlds,
        study: impl Into<Study>,
        progress: &Arc<Progress>,
    ) -> Result<Self, DealsError> {
        let Study { sampling, tolerance } = study.into();
        let case = worlds.case();
        let space = DealSpace::new(worlds.central())?.watched_by(progress);
        let outcomes = space.outcome_count();
        let central = Central::within(space, tolerance, EFFORT, agreement::EFFORT)?;
        let solved = central.solutions.as_ref().map(Solutions::outcomes).unwrap_or_default();
        let acceptability =
            Acceptability::from_solved(worlds, &central.space, solved, sampling, LEADING, progress)?;
        let continuous = (0..case.issues.len()).filter(|k| case.issues[*k].continuous).map(IssueId);
        Ok(Self {
            parties: case.principals().collect(),
            outcomes,
            at_stops_only: continuous
                .filter(|_| central.at_stops_only || acceptability.at_stops_only > 0)
                .collect(),
            central,
            acceptability,
        })
    }
}

#[cfg(test)]
mod tests {
    use detente_model::Actor;
    use proptest::prelude::*;

    use super::*;
    use crate::solutions::Solution;
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
            let found = Central::within(space(&worth, reservation), None, 1, agreement::EFFORT).unwrap();
            prop_assert_eq!(found.frontier.as_ref(), Err(&DealsError::TooMuchWork { most: 1 }));
            prop_assert_eq!(found.has_zone(), exact.has_zone());
            prop_assert_eq!(&found.zone_count, &exact.zone_count);
            prop_assert_eq!(&found.margin, &exact.margin);
            prop_assert_eq!(&found.sticking_points, &exact.sticking_points);
            prop_assert!(found.agreement.iter().all(|outcome| found.space.all_accept(outcome)));
            // Where the relaxation already shows that nobody could sign, there is nothing to list.
            prop_assert!(found.zone_frontier.is_err() || exact.zone_frontier == found.zone_frontier);
            // The solutions are found without it.
            let values = |solution: &Option<Solution>| solution.as_ref().map(|s| (s.point.values.clone(), s.ties));
            let each = |s: &Solutions| [&s.nash, &s.kalai_smorodinsky, &s.egalitarian, &s.utilitarian].map(values);
            match (found.solutions.as_ref().map(each), exact.solutions.as_ref().map(each)) {
                (Some(found), Some(exact)) => {
                    prop_assert!(found.iter().zip(&exact).all(|(found, exact)| found.is_none() || found == exact));
                    prop_assert_eq!(&found[1..], &exact[1..]);
                }
                (found, exact) => prop_assert!(found.is_none() && exact.is_none()),
            }
        }

        #[test]
        fn what_is_not_known_is_not_taken_for_closed(
            worth in proptest::collection::vec(0..100i64, 24), reservation in 250..350i64, finding in 0..400u64,
        ) {
            let exact = Central::of(space(&worth, reservation)).unwrap();
            let found = Central::within(space(&worth, reservation), None, 1, finding).unwrap();
            prop_assert!(found.exists().is_none_or(|exists| exists == exact.has_zone()));
            prop_assert!(found.exists().is_some() || found.openings.is_err());
            prop_assert!(found.exists() != Some(false) || found.openings == exact.openings);
        }
    }
}
