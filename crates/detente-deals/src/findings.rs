//! All that the deal space has to say about a case.

use detente_model::{Case, IssueId, PartyId, Worlds};

use crate::DealsError;
use crate::acceptability::{Acceptability, Sampling};
use crate::frontier::FrontierPoint;
use crate::margin::Margin;
use crate::sobol::SobolIndices;
use crate::solutions::Solutions;
use crate::space::DealSpace;
use crate::sticking::{Opening, StickingPoint};

/// How many leading packages are kept.
const LEADING: usize = 12;

/// The findings over the central world and over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The principals; every vector over parties follows this order.
    pub parties: Vec<PartyId>,
    /// How many packages can be put together, before any is ruled out.
    pub outcomes: u128,
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
    /// How many packages all accept; `None` if there are too many to count.
    pub zone_count: Option<u128>,
    /// The frontier of the zone; empty when the zone is.
    pub zone_frontier: Vec<FrontierPoint>,
    /// The frontier over all feasible packages.
    pub frontier: Vec<FrontierPoint>,
    /// The bargaining solutions; `None` when the zone is empty.
    pub solutions: Option<Solutions>,
    /// Issues on which red lines leave no option.
    pub blocked: Vec<IssueId>,
    /// The concessions that bring the zone nearer or open it.
    pub sticking_points: Vec<StickingPoint>,
    /// The smallest and cheapest sets of concessions that open the zone, one for each way to share them among the
    /// actors; a single empty one if it is open, none if nothing opens it.
    pub openings: Vec<Opening>,
}

impl Central {
    /// The findings in one world.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn of(space: DealSpace) -> Result<Self, DealsError> {
        let reservation: Vec<i64> = space.principals().iter().map(|terms| terms.reservation).collect();
        let zone_frontier = space.zone_frontier()?;
        let zone_count = if zone_frontier.is_empty() { Some(0) } else { space.count_zone() };
        Ok(Self {
            margin: space.margin()?,
            zone_count,
            frontier: space.frontier()?,
            solutions: Solutions::on(&zone_frontier, &reservation),
            blocked: (0..space.sizes().len()).filter(|k| space.is_blocked(*k)).map(IssueId).collect(),
            sticking_points: space.sticking_points()?,
            openings: space.openings()?,
            zone_frontier,
            reservation,
            space,
        })
    }

    /// Whether there is a package that all accept.
    pub fn has_zone(&self) -> bool {
        !self.zone_frontier.is_empty()
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
