//! Agreements by lot: packages with probabilities, for matters that come up again and again or can be shared out over time.
//!
//! **Definition.** A lottery gives each of a few packages a probability; to a principal it is worth the mean of what they
//! are worth. The lotteries over the zone of agreement reach the convex hull of its frontier, and each package that may come
//! out is one that all accept. On that hull:
//! - *Nash* (1950): the largest product of expected surpluses;
//! - *Kalai–Smorodinsky* (1975): the largest equal share of the most that each could have inside the zone. Where that leaves
//!   somebody a gain at nobody's cost, the next smallest share is made as large as it can be, and so on (leximin: Imai 1983), so
//!   that nothing betters the lottery for anyone without loss to another.
//!
//! A principal for whom nothing in the zone beats no deal gains nothing by any lottery and is left out of both.
//!
//! *The margin by lot* is the margin with lotteries for packages: the largest value, over the lotteries of feasible packages
//! that cross no red line of a signatory, of the smallest expected surplus among the signatories. It is never below the margin,
//! and where it reaches 0 while the zone is empty, chance or turns can do what no single package does. Red lines and quotas
//! at home are not averaged: each package that may come out keeps to the red lines and carries the quotas.
//!
//! **Method.** No hull is built. The best lottery over a few packages is found, the package that would better it most
//! is added, and so on until there is none (column generation: Dantzig & Wolfe 1960; for Nash simplicial
//! decomposition: von Hohenbalken 1977). A best lottery lies on a face of the hull, so it needs no more packages than there
//! are principals (Carathéodory). See [`simplex`], [`nash`], [`margin`].
//!
//! **Cost.** Each round looks once at every point of the frontier, or, for the margin, solves one search for the
//! package with the largest weighted sum; rounds are few and their number is bounded.

mod kalai_smorodinsky;
mod margin;
mod nash;
mod simplex;

use detente_model::Package;

use crate::Known;
use crate::fixed::{UNITS_PER_ONE, Units};
use crate::frontier::FrontierPoint;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::watch::{Meter, Watch};

pub use kalai_smorodinsky::KalaiSmorodinskyLottery;
pub use margin::MarginByLot;
pub use nash::NashLottery;

/// Trillionths by which a lottery's value can be off by the arithmetic that finds it.
const ALIKE: f64 = 100.0;

/// Packages with their probabilities, and what that is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Lottery {
    /// The packages that may come out, each with its probability above 0; together 1 up to rounding.
    pub packages: Vec<(Package, f64)>,
    /// What it is worth to each principal on average, as a number of trillionths (see [`crate::Units`]): a mean is seldom a whole one.
    pub values: Vec<f64>,
}

impl Lottery {
    /// The packages without their probabilities.
    pub(crate) fn only_packages(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().map(|(package, _)| package)
    }
}

/// What agreements by lot can do in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Lotteries {
    /// The largest product of expected surpluses; `None` when the zone is empty, or its frontier is not listed.
    pub nash: Option<NashLottery>,
    /// The largest equal share of what each could gain at most; `None` as for Nash.
    pub kalai_smorodinsky: Option<KalaiSmorodinskyLottery>,
    /// The margin by lot; `None` when red lines leave no package or none carries the quotas at home; or why it
    /// cannot be computed.
    pub margin: Known<Option<MarginByLot>>,
}

impl Lotteries {
    /// The lotteries in a space whose zone has the frontier given, if it is listed, beside its margin by lot.
    pub(crate) fn of(
        space: &DealSpace,
        zone_frontier: Option<&[FrontierPoint]>,
        margin: Known<Option<MarginByLot>>,
    ) -> Self {
        let reservation = space.reservations();
        let gains = zone_frontier.map(|frontier| Gains::on(frontier, &reservation, &space.watch));
        Self {
            nash: gains.as_ref().and_then(Gains::nash),
            kalai_smorodinsky: gains.as_ref().and_then(Gains::kalai_smorodinsky),
            margin,
        }
    }
}

/// The zone's frontier as surpluses, for the principals who can gain.
struct Gains<'a> {
    watch: &'a Watch,
    frontier: &'a [FrontierPoint],
    /// For each point, the surpluses of those who can gain.
    surpluses: Vec<Vec<i64>>,
    /// The most that each of them can have inside the zone.
    most: Vec<i64>,
    /// How many of the units in which they are counted make the value 1.
    one: i64,
}

impl<'a> Gains<'a> {
    fn on(frontier: &'a [FrontierPoint], reservation: &[Units], watch: &'a Watch) -> Self {
        let surplus = |point: &FrontierPoint, i: usize| (point.values[i] - reservation[i]).raw();
        let meter = Meter::of(watch);
        let most = |i: &usize| meter.along(frontier).map(|point| surplus(point, *i)).max().unwrap_or(0);
        let gaining: Vec<usize> = (0..reservation.len()).filter(|i| most(i) > 0).collect();
        Self {
            watch,
            one: reservation.first().map_or(UNITS_PER_ONE, |value| value.one()),
            most: gaining.iter().map(most).collect(),
            surpluses: meter.map(frontier, |point| gaining.iter().map(|i| surplus(point, *i)).collect()),
            frontier,
        }
    }

    /// The lottery over points of the frontier with weights that sum to 1, in the order of the frontier; where a single package is worth
    /// as much to everybody, that package for certain.
    fn lottery(&self, mut weights: Vec<(usize, f64)>) -> Lottery {
        weights.retain(|(_, p)| *p > 0.0);
        weights.order_by_key(|(point, _)| *point);
        let mixed = self.mean(&weights);
        let as_good = |point: &FrontierPoint| {
            point.values.iter().zip(&mixed).all(|(value, mean)| value.in_trillionths() >= mean - ALIKE)
        };
        if let Some(certain) = self.frontier.iter().position(as_good) {
            weights = vec![(certain, 1.0)];
        }
        Lottery {
            values: self.mean(&weights),
            packages: weights.iter().map(|(j, p)| (self.frontier[*j].package.clone(), *p)).collect(),
        }
    }

    /// What points with these weights are worth to each principal on average, in trillionths.
    fn mean(&self, weights: &[(usize, f64)]) -> Vec<f64> {
        let principals = self.frontier.first().map_or(0, |point| point.values.len());
        let mean =
            |i: usize| weights.iter().map(|(j, p)| p * self.frontier[*j].values[i].in_trillionths()).sum();
        (0..principals).map(mean).collect()
    }
}
