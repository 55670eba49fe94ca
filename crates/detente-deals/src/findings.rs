//! All that the deal space has to say about a case.

use std::sync::Arc;

use detente_model::{Case, IssueId, Package, PartyId, Progress, Worlds};
use num_bigint::BigUint;

use crate::acceptability::{Acceptability, Sampling};
use crate::blockers::Blockers;
use crate::continuous::FrontierSegment;
use crate::count::ZoneCount;
use crate::efforts::Efforts;
use crate::frontier::FrontierPoint;
use crate::limits;
use crate::lotteries::{Lotteries, MarginByLot};
use crate::margin::Margin;
use crate::opening::Opening;
use crate::search::{Over, Search};
use crate::shared::packages_of;
use crate::solutions::Solutions;
use crate::space::DealSpace;
use crate::sticking::StickingPoint;
use crate::{DealsError, Known, Units};

/// How many leading packages are kept.
const LEADING: usize = 12;

/// What a study is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Study {
    /// How many worlds are drawn.
    pub sampling: Sampling,
    /// How far a point of the central world's frontiers may stay behind on each principal's scale; `None` for the exact frontiers.
    pub tolerance: Option<Units>,
    /// Whether an answer is wanted at once, from a part of the work (see [`limits::AT_FIRST`]). What that does not suffice for is said to be not known.
    pub at_first: bool,
}

impl From<Sampling> for Study {
    fn from(sampling: Sampling) -> Self {
        Self { sampling, tolerance: None, at_first: false }
    }
}

/// The findings over the central world and over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The principals; every vector over parties follows this order.
    pub parties: Vec<PartyId>,
    /// How many packages can be put together, before any is ruled out.
    pub packages: BigUint,
    /// In the central world.
    pub central: Central,
    /// Over the draws.
    pub acceptability: Acceptability,
    /// Continuous issues that were searched at their stops only: a search between them was given up, or found something that no stop stands for
    /// ([`crate::refined`] makes it one). Empty when all is exact.
    pub at_stops_only: Vec<IssueId>,
}

/// The findings in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Central {
    /// The space itself.
    pub space: DealSpace,
    /// What no deal is worth to each principal.
    pub reservation: Vec<Units>,
    /// How far from agreement, or how roomy the zone; `None` when red lines leave no package.
    pub margin: Option<Margin>,
    /// How many packages all accept.
    pub zone_count: ZoneCount,
    /// One package at stops that all accept, `None` when there is none; or the limit for which it is not known whether there is one, there or
    /// between stops.
    pub agreement: Known<Option<Package>>,
    /// The frontier of the zone, empty when the zone is; or the limit for which it is not listed.
    pub zone_frontier: Known<Vec<FrontierPoint>>,
    /// The frontier over all feasible packages; or the limit for which it is not listed.
    pub frontier: Known<Vec<FrontierPoint>>,
    /// The lines of the frontier of the zone between the stops of continuous issues, empty without a zone; or why they are not listed. Lines are
    /// listed of exact frontiers only. Nothing without such issues.
    pub zone_segments: Known<Vec<FrontierSegment>>,
    /// The lines of the frontier over all feasible packages between those stops; or why they are not listed. Nothing without continuous issues.
    pub frontier_segments: Known<Vec<FrontierSegment>>,
    /// How far the frontiers were asked to stay behind at most on each principal's scale; `None` for exact ones.
    pub tolerance: Option<Units>,
    /// The bargaining solutions; `None` when the zone is empty, or none of them is known. Where the frontier of the zone is not listed, or not
    /// exactly, each is searched for by itself, as long as no issue is continuous. Within a distance where they are chosen from a frontier that may
    /// stay behind by as much; never given up.
    pub solutions: Option<Known<Solutions>>,
    /// What agreements by lot can do.
    pub lotteries: Lotteries,
    /// Issues on which red lines leave no option.
    pub blocked: Vec<IssueId>,
    /// Who or what stands in the way; `None` with a zone, or where it is not known whether there is one.
    pub blockers: Option<Blockers>,
    /// The concessions that bring the zone nearer or open it.
    pub sticking_points: Vec<StickingPoint>,
    /// The smallest and cheapest sets of concessions that open the zone, one for each way to share them among the
    /// actors; a single empty one if it is open, none if nothing opens it; or the limit for which they are not known.
    pub openings: Known<Vec<Opening>>,
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
        Self::within(space, &Search::default(), limits::AGREEMENT)
    }

    /// As [`Self::of`], with both frontiers to within a tolerance, and with them what is read off them: see
    /// [`Solutions`] for what that leaves of the solutions.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn to_within(space: DealSpace, tolerance: Units) -> Result<Self, DealsError> {
        Self::within(space, &Search::within(tolerance), limits::AGREEMENT)
    }

    /// As [`Self::of`], with a number of steps of work for each frontier, and for finding an agreement without one.
    fn within(space: DealSpace, search: &Search, finding: u64) -> Result<Self, DealsError> {
        Self::with_efforts(space, search, &Efforts { finding, ..Efforts::default() })
    }

    pub(crate) fn with_efforts(
        space: DealSpace,
        search: &Search,
        efforts: &Efforts,
    ) -> Result<Self, DealsError> {
        let tolerance = search.tolerance;
        let reservation = space.reservations();
        let (frontier, zone_frontier, searched) = searched_for(&space, search, efforts)?;
        let mut answers = Answers::met(&space, frontier, zone_frontier, searched.as_ref(), efforts)?;
        let found = answers.agreement(&space, searched);
        let at_stops = found.as_ref().ok().map(Option::is_some);
        let looked = space.look_between(at_stops == Some(true), limits::BETWEEN_STOPS)?;
        let exists = looked.exists(at_stops);
        let zone_count = match exists {
            Some(false) => ZoneCount::Exact(BigUint::ZERO),
            exists => space.count_zone_within(exists == Some(true), &efforts.count),
        };
        let open_between = looked.open && at_stops != Some(true);
        // A count can settle what a search could not.
        let closed = zone_count.exact() == Some(&BigUint::ZERO);
        let given_up =
            looked.at_stops_only.then_some(DealsError::TooMuchWork { most: limits::BETWEEN_STOPS });
        let agreement = match (found, given_up) {
            (Err(_), None) if closed => Known::Exactly(None),
            (Ok(None), Some(limit)) => Known::GivenUp(limit),
            (found, _) => Known::from(found),
        };
        let searched = answers.share(&space, agreement.value().and_then(Option::as_ref), efforts.solution);
        let Answers { frontier, zone_frontier, margin, by_lot, .. } = answers;
        let mut beside = looked.at_stops_only || open_between;
        let mut undominated = |listed: Known<Vec<FrontierPoint>>, check: Checking| {
            // At stops alone nothing else could dominate them.
            let Some(points) = listed.value().filter(|_| !space.scales.is_empty()) else { return Ok(listed) };
            match check(&space, points.clone()) {
                Err(error) if error.is_limit() => {
                    beside = true;
                    Ok(listed)
                }
                checked => checked.map(|points| Known::to_within(points, listed.distance())),
            }
        };
        let zone_frontier = undominated(zone_frontier, DealSpace::undominated_in_zone)?;
        let frontier = undominated(frontier, DealSpace::undominated)?;
        let lotteries = Lotteries::of(&space, zone_frontier.value().map(Vec::as_slice), by_lot);
        let solutions = chosen(&zone_frontier, searched, &space);
        let zone_segments = match exists {
            Some(false) => Known::Exactly(Vec::new()),
            _ => exactly(&zone_frontier).and_then(|points| space.zone_segments(points)).into(),
        };
        let frontier_segments = if space.scales.is_empty() {
            Known::Exactly(Vec::new())
        } else {
            exactly(&frontier).and_then(|points| space.frontier_segments(points)).into()
        };
        let mut sticking_points = space.sticking_points_from(margin.as_ref(), efforts.concession)?;
        let openings = match &agreement {
            Known::GivenUp(limit) => Known::GivenUp(limit.clone()),
            Known::Exactly(None) | Known::Within(None, _) => {
                let openings = Known::unless_limited(
                    space.openings_of_closed(&Search { effort: efforts.openings, ..Search::default() }),
                )?;
                space.one_list(&mut sticking_points, openings)?
            }
            Known::Exactly(Some(package)) | Known::Within(Some(package), _) => {
                Known::Exactly(vec![Opening {
                    concessions: Vec::new(),
                    package: package.clone(),
                    between: None,
                }])
            }
        };
        let open_ended = |margin: &Margin| margin.between.is_some() || !margin.is_proven();
        beside |=
            margin.as_ref().is_some_and(open_ended) || sticking_points.iter().any(|p| p.between.is_some());
        Ok(Self {
            zone_count,
            frontier,
            tolerance,
            lotteries,
            at_stops_only: beside && !space.scales.is_empty(),
            open_between,
            solutions,
            blocked: (0..space.sizes().len()).filter(|k| space.is_blocked(*k)).map(IssueId).collect(),
            sticking_points,
            blockers: match exists {
                Some(false) => Some(space.blockers_of_closed(efforts.blocker)?),
                _ => None,
            },
            openings,
            margin,
            agreement,
            zone_frontier,
            zone_segments,
            frontier_segments,
            reservation,
            space,
        })
    }

    /// The bargaining solutions, however well they are known.
    pub fn chosen(&self) -> Option<&Solutions> {
        self.solutions.as_ref().and_then(Known::value)
    }

    /// Whether a package that all accept is known.
    pub fn has_zone(&self) -> bool {
        self.agreement.value().is_some_and(Option::is_some)
    }

    /// Whether there is a package that all accept; `None` where that is not known.
    pub fn exists(&self) -> Option<bool> {
        let counted = self.zone_count.exact().is_some_and(|n| *n > BigUint::ZERO);
        if self.agreement.limit().is_some() && !counted {
            None
        } else {
            Some(self.has_zone() || self.open_between || counted)
        }
    }
}

/// A frontier, however well it is known.
type Listed = Known<Vec<FrontierPoint>>;

/// A package that all accept, `None` if there is none.
type Agreement = Known<Option<Package>>;

/// The frontiers of all packages and of the zone, and what a search for an agreement found, if one was needed.
fn searched_for(
    space: &DealSpace,
    search: &Search,
    efforts: &Efforts,
) -> Result<(Listed, Listed, Option<Agreement>), DealsError> {
    let search = &Search { effort: Some(search.effort.unwrap_or(efforts.frontier)), ..*search };
    let frontier = unless_hopeless(space.frontier(Over::All, search))?;
    if let Known::Exactly(points) = &frontier
        && space.is_decided_by_values()
    {
        let zone_frontier = Known::Exactly(space.acceptable_among(points));
        return Ok((frontier, zone_frontier, None));
    }
    // A package that is known needs no search.
    let accepted = packages_of(&frontier).into_iter().find(|package| space.all_accept(package));
    let found = match accepted {
        Some(package) => Known::Exactly(Some(package)),
        None => Known::unless_limited(space.find_agreement_for(efforts.finding))?,
    };
    let zone_frontier = match found {
        // A closed zone has no frontier to be searched for, which would take longer than to find that it is closed.
        Known::Exactly(None) => Known::Exactly(Vec::new()),
        _ => unless_hopeless(space.frontier(Over::Zone, search))?,
    };
    Ok((frontier, zone_frontier, Some(found)))
}

/// Answers of which each may have met packages that serve another (see [`crate::shared`]).
struct Answers {
    frontier: Listed,
    zone_frontier: Listed,
    margin: Option<Margin>,
    by_lot: Known<Option<MarginByLot>>,
    /// Packages that were met, but for those of exact frontiers.
    met: Vec<Package>,
}

impl Answers {
    /// The frontiers with the margin and the margin by lot, which begin with what is best of what was met before.
    fn met(
        space: &DealSpace,
        frontier: Listed,
        zone_frontier: Listed,
        searched: Option<&Agreement>,
        efforts: &Efforts,
    ) -> Result<Self, DealsError> {
        let mut met = packages_of(&zone_frontier);
        met.extend(packages_of(&frontier));
        met.extend(searched.and_then(Known::value).into_iter().flatten().cloned());
        let known = space.nearest_of(&met).map(std::slice::from_ref).unwrap_or_default();
        let margin = space.margin_from(known, efforts.margin)?;
        let listed = [&zone_frontier, &frontier].into_iter().filter_map(|listed| listed.value()).flatten();
        let margin = space.raised(margin, listed.map(|point| &point.package));
        let nearest = margin.as_ref().map(|margin| &margin.package);
        let by_lot: Known<Option<MarginByLot>> = space.margin_by_lot_near(nearest, efforts.by_lot).into();
        met.extend(nearest.cloned());
        met.extend(
            by_lot.value().into_iter().flatten().flat_map(|found| found.lottery.only_packages()).cloned(),
        );
        Ok(Self { frontier, zone_frontier, margin, by_lot, met })
    }

    /// A package that all accept, `None` if there is none, or the limit for which it is not known.
    fn agreement(
        &self,
        space: &DealSpace,
        searched: Option<Agreement>,
    ) -> Result<Option<Package>, DealsError> {
        let first = |points: &Vec<FrontierPoint>| points.first().map(|point| point.package.clone());
        match searched {
            // A frontier that may stay behind can miss a zone that leaves little to gain.
            Some(searched) if self.zone_frontier.value().is_none_or(Vec::is_empty) => {
                searched.into_result().or_else(|limit| {
                    let listed = self.frontier.value().into_iter().flatten().map(|point| &point.package);
                    let accepted = self.met.iter().chain(listed).find(|package| space.all_accept(package));
                    accepted.cloned().map(Some).ok_or(limit)
                })
            }
            _ => self.zone_frontier.as_ref().map(first).into_result(),
        }
    }

    /// Hands on what was met: to the solutions, which are searched for where the frontier of the zone does not give them and returned, and from
    /// them to all others.
    fn share(&mut self, space: &DealSpace, agreement: Option<&Package>, effort: u64) -> Option<Solutions> {
        let in_zone = |package: &Package| space.all_accept(package);
        self.met.splice(..0, agreement.cloned());
        self.extend_zone(space);
        let searched = if self.zone_frontier.is_exact() || !space.scales.is_empty() {
            None
        } else {
            let mut known: Vec<Package> =
                self.met.iter().filter(|package| in_zone(package)).cloned().collect();
            let points = self.zone_frontier.value();
            let listed =
                points.and_then(|points| Solutions::watched(points, &space.reservations(), &space.watch));
            known.extend(listed.iter().flat_map(Solutions::packages));
            (!known.is_empty()).then(|| space.solutions_near(&known, effort))
        };
        self.met.extend(searched.iter().flat_map(Solutions::packages));
        self.extend_zone(space);
        self.margin = space.raised(self.margin.take(), &self.met);
        let margin = self.margin.as_ref();
        let by_lot = std::mem::replace(&mut self.by_lot, Known::Exactly(None));
        self.by_lot = by_lot.map(|found| space.raised_by_lot(found, margin));
        let frontier = std::mem::replace(&mut self.frontier, Known::Exactly(Vec::new()));
        self.frontier = space.with_packages(frontier, &self.met, |package| space.is_feasible(package));
        searched
    }

    fn extend_zone(&mut self, space: &DealSpace) {
        let zone_frontier = std::mem::replace(&mut self.zone_frontier, Known::Exactly(Vec::new()));
        self.zone_frontier =
            space.with_packages(zone_frontier, &self.met, |package| space.all_accept(package));
    }
}

/// The solutions: on the frontier of the zone where it is exact, else as searched for where all are known, and else the best of what is listed.
fn chosen(
    zone_frontier: &Known<Vec<FrontierPoint>>,
    searched: Option<Solutions>,
    space: &DealSpace,
) -> Option<Known<Solutions>> {
    let points = zone_frontier.value();
    let listed = points.and_then(|points| Solutions::watched(points, &space.reservations(), &space.watch));
    match (searched, listed) {
        (Some(searched), Some(_)) if searched.are_all_known() => Some(Known::Exactly(searched)),
        (_, Some(listed)) => Some(Known::to_within(listed, zone_frontier.distance())),
        (searched, None) => searched.filter(Solutions::is_any_known).map(Known::Exactly),
    }
}

/// What drops the points of a frontier that something between stops dominates.
type Checking = fn(&DealSpace, Vec<FrontierPoint>) -> Result<Vec<FrontierPoint>, DealsError>;

/// Keeps a limit on work or memory as the reason why there is no answer; any other stands.
fn unless_hopeless<T>(known: Known<T>) -> Result<Known<T>, DealsError> {
    match known {
        Known::GivenUp(error) if !error.is_limit() => Err(error),
        known => Ok(known),
    }
}

/// A frontier that was found exactly, whose lines can be asked for; or why it was not.
fn exactly(listed: &Known<Vec<FrontierPoint>>) -> Result<&[FrontierPoint], DealsError> {
    match listed {
        Known::Exactly(points) => Ok(points),
        Known::Within(..) => Err(DealsError::FrontierToWithin),
        Known::GivenUp(limit) => Err(limit.clone()),
    }
}

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
        let Study { sampling, tolerance, at_first } = study.into();
        let efforts = if at_first { Efforts::at_first() } else { Efforts::default() };
        let case = worlds.case();
        let space = DealSpace::new(worlds.central())?.watched_by(progress);
        let packages = space.package_count();
        let central = Central::with_efforts(space, &Search { tolerance, ..Search::default() }, &efforts)?;
        let mut solved = central.chosen().map(Solutions::packages).unwrap_or_default();
        if !central.zone_frontier.is_exact() {
            solved.extend(central.agreement.value().into_iter().flatten().cloned());
            solved.extend(central.margin.iter().map(|margin| margin.package.clone()));
        }
        let acceptability = Acceptability::from_solved(
            worlds,
            &central.space,
            solved,
            sampling,
            LEADING,
            &efforts,
            progress,
        )?;
        let continuous = (0..case.issues.len()).filter(|k| case.issues[*k].continuous).map(IssueId);
        Ok(Self {
            parties: case.principals().collect(),
            packages,
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
    use crate::fixed::in_units;
    use crate::solutions::Solution;
    use crate::space::ActorTerms;

    const HURRIED: Search = Search { tolerance: None, effort: Some(1) };

    fn space(worth: &[i64], reservation: i64) -> DealSpace {
        let terms = |(i, worth): (usize, &[i64])| ActorTerms {
            actor: Actor::Party(PartyId(i)),
            signs: true,
            worth: worth.chunks(3).map(in_units).collect(),
            refused: vec![vec![false; 3]; worth.len() / 3],
            interactions: Vec::new(),
            reservation: Units::from_raw(reservation),
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
            let found = Central::within(space(&worth, reservation), &HURRIED, limits::AGREEMENT).unwrap();
            prop_assert_eq!(found.frontier.limit(), Some(&DealsError::TooMuchWork { most: 1 }));
            prop_assert_eq!(found.has_zone(), exact.has_zone());
            prop_assert_eq!(&found.zone_count, &exact.zone_count);
            prop_assert_eq!(&found.margin, &exact.margin);
            prop_assert_eq!(&found.sticking_points, &exact.sticking_points);
            prop_assert!(found.agreement.value().into_iter().flatten().all(|package| found.space.all_accept(package)));
            // Where the relaxation already shows that nobody could sign, there is nothing to list.
            prop_assert!(found.zone_frontier.limit().is_some() || exact.zone_frontier == found.zone_frontier);
            // The solutions are found without it.
            let values = |solution: &Option<Solution>| solution.as_ref().map(|s| (s.point.values.clone(), s.ties));
            let each = |s: &Solutions| [&s.nash, &s.kalai_smorodinsky, &s.egalitarian, &s.utilitarian].map(values);
            match (found.chosen().map(each), exact.chosen().map(each)) {
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
            let found = Central::within(space(&worth, reservation), &HURRIED, finding).unwrap();
            prop_assert!(found.exists().is_none_or(|exists| exists == exact.has_zone()));
            prop_assert!(found.exists().is_some() || found.openings.limit().is_some());
            prop_assert!(found.exists() != Some(false) || found.openings == exact.openings);
        }
    }
}
