//! Everything about the exchange of one package in one world.

use detente_model::{Package, Progress, World};

use crate::guarantee::{guarantee_for_schedule, guarantee_needed_watched};
use crate::pledge::{longest_pledge_of_each_watched, longest_pledge_watched};
use crate::remedies::remedies_watched;
use crate::schedule::orders_as_listed;
use crate::shapes::compare_shapes_watched;
use crate::words;
use crate::{
    EnvelopeDay, ExchangeError, ExtensionCourse, GuaranteeNeeded, LastHandover, LongestPledge, ObstacleKind,
    Planned, Rates, Remedy, Schedule, Shaped, Side, Terms, Verification, envelope, extend, last_handover,
    plan_watched, rates, schedules_of, terms_of, verify,
};

/// A schedule that somebody proposes, verified.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// The schedule.
    pub schedule: Schedule,
    /// Its moments.
    pub verification: Verification,
    /// The guarantee that it takes on each side; `None` if none is enough.
    pub guarantee: [Option<f64>; 2],
    /// What each side's last handover takes.
    pub last_handovers: Vec<LastHandover>,
    /// The verdict in words.
    pub words: String,
}

/// Everything about the exchange of one package in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The terms, without the lots that belong to extensions ([`Terms::pledged`]).
    pub terms: Terms,
    /// The fastest schedule that holds itself, or why there is none.
    pub planned: Planned,
    /// The fewest who must still be held, day by day, lots going as planned.
    pub envelope: Vec<EnvelopeDay>,
    /// The guarantee needed on each side.
    pub guarantee_needed: GuaranteeNeeded,
    /// The longest pledge for the guarantees there are.
    pub longest_pledge: LongestPledge,
    /// The longest that each side can be held to, the other being bound without limit.
    pub longest_pledge_of_each: [LongestPledge; 2],
    /// What a unit of guarantee on each side is worth on day 0.
    pub rates: [Rates; 2],
    /// What each side's last handover takes in the planned schedule.
    pub last_handovers: Vec<LastHandover>,
    /// The schedules that were proposed, in their order.
    pub proposed: Vec<Proposed>,
    /// What would repair it, priced.
    pub remedies: Vec<Remedy>,
    /// Shapes compared.
    pub shapes: Vec<Shaped>,
    /// How far the extension rule carries once the pledge has run its course.
    pub extension: Option<ExtensionCourse>,
    /// The finding in words.
    pub words: String,
}

/// Assesses the exchange of a package in a world.
///
/// # Errors
/// The case has no exchange or its figures make no sense, or a proposed schedule does not fit the lots.
pub fn assess(world: &World, package: &Package) -> Result<Assessment, ExchangeError> {
    assess_watched(world, package, &Progress::default())
}

/// As [`assess`], with a progress that may cancel it.
///
/// # Errors
/// As [`assess`].
pub fn assess_watched(
    world: &World,
    package: &Package,
    progress: &Progress,
) -> Result<Assessment, ExchangeError> {
    let terms = terms_of(world, package)?;
    let proposed = schedules_of(world.case(), &terms.pledged(), package);
    assess_terms_watched(&terms, proposed, progress)
}

/// The same for terms made by hand, with the schedules that are proposed.
///
/// # Errors
/// The terms or a schedule are not well formed.
pub fn assess_terms(terms: &Terms, proposed: Vec<Schedule>) -> Result<Assessment, ExchangeError> {
    assess_terms_watched(terms, proposed, &Progress::default())
}

fn assess_terms_watched(
    terms: &Terms,
    proposed: Vec<Schedule>,
    progress: &Progress,
) -> Result<Assessment, ExchangeError> {
    let extension = extend(terms, &terms.counts())?;
    let terms = terms.pledged();
    let planned = plan_watched(&terms, progress)?;
    let found = match &planned {
        Planned::Found(plan) => Some(plan),
        Planned::None(_) => None,
    };
    let order = found.and_then(|plan| plan.order.clone()).unwrap_or_else(|| orders_as_listed(&terms));
    let envelope = envelope(&terms, Some(&order))?;
    let rates = Side::BOTH.map(|side| rates(&terms, &order, &envelope[0], side));
    let last = |schedule: &Schedule| {
        Side::BOTH.into_iter().filter_map(|side| last_handover(&terms, schedule, side)).collect::<Vec<_>>()
    };
    let proposed = proposed
        .into_iter()
        .map(|schedule| {
            let verification = verify(&terms, &schedule)?;
            Ok(Proposed {
                guarantee: guarantee_for_schedule(&terms, &schedule)?,
                last_handovers: last(&schedule),
                words: words::verdict(&terms, &verification),
                verification,
                schedule,
            })
        })
        .collect::<Result<Vec<_>, ExchangeError>>()?;
    Ok(Assessment {
        envelope,
        guarantee_needed: guarantee_needed_watched(&terms, progress)?,
        longest_pledge: longest_pledge_watched(&terms, progress)?,
        longest_pledge_of_each: longest_pledge_of_each_watched(&terms, progress)?,
        rates,
        last_handovers: found.map(|plan| last(&plan.schedule)).unwrap_or_default(),
        remedies: remedies_watched(&terms, progress)?,
        shapes: compare_shapes_watched(&terms, progress)?,
        extension,
        words: in_words(&terms, &planned),
        proposed,
        planned,
        terms,
    })
}

/// The planner's finding in a sentence or two.
pub fn in_words(terms: &Terms, planned: &Planned) -> String {
    let name = |side: Side| terms.side(side).name.as_str();
    match planned {
        Planned::Found(plan) => words::verdict(terms, &plan.verification),
        Planned::None(obstacle) => {
            let why = match obstacle.kind {
                ObstacleKind::WouldNotBegin { side, short_by } => format!(
                    "{} would not begin: what would be received falls {} short of what would be given and forgone",
                    name(side),
                    words::worth(short_by)
                ),
                ObstacleKind::NothingAtTheEnd { side, short_by, .. } => format!(
                    "with everything handed over nothing would hold {}: stopping would gain {}",
                    name(side),
                    words::worth(short_by)
                ),
                ObstacleKind::Deadlock { side, day } => format!(
                    "each would have to wait for the other: on day {} {} would stop even with everything from {} still to come",
                    words::day(day),
                    name(side),
                    name(side.other())
                ),
                ObstacleKind::TooSlow { side, left } => {
                    format!("{left} from {} would still not be handed over when the pledge ends", name(side))
                }
                ObstacleKind::Batches => "no batches of the sizes allowed lead to the end".to_owned(),
            };
            let scope = if obstacle.proved {
                "No schedule holds itself"
            } else {
                "No schedule was found that holds itself"
            };
            format!("{scope}: {why}.")
        }
    }
}
