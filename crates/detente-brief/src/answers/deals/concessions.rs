//! What stands in the way, and what would clear it.

use detente_deals::{Central, Concession, ConcessionKind, Opening, StickingPoint, Units};
use detente_model::Case;
use serde::Serialize;

use super::super::{ByName, OptionValue, PackageOptions};
use crate::compose::obstacles::cost_from_nearest;

/// One concession of one actor on one issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ConcessionFound {
    /// The id of the issue.
    pub issue: String,
    /// The id of the party or audience that would concede.
    pub party: String,
    /// The option conceded: one entry, `{issue: option}`.
    pub concession: ByName<OptionValue>,
    /// Of which kind it is.
    pub kind: ConcessionOf,
    /// The number conceded, where it lies between the stops of a continuous issue, the stop beside it being the option; null otherwise.
    pub number: Option<f64>,
    /// What it costs whoever concedes, on its own scale: less than by its best option that crosses none of its red lines.
    pub cost: f64,
}

impl ConcessionFound {
    fn of(case: &Case, concession: &Concession) -> Self {
        let issue = case.issue(concession.issue);
        Self {
            issue: issue.id.clone(),
            party: case.actor_id(concession.actor).to_owned(),
            concession: ByName::from_iter([(issue.id.clone(), (&issue.options[concession.option]).into())]),
            kind: match concession.kind {
                ConcessionKind::RedLine => ConcessionOf::RedLine,
                ConcessionKind::Move => ConcessionOf::Move,
            },
            number: concession.number,
            cost: concession.cost.to_f64(),
        }
    }
}

/// What is conceded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ConcessionOf {
    /// Red lines on the issue are taken back.
    RedLine,
    /// The position on the issue is moved to what the others want.
    Move,
}

/// A concession with what it would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StickingPointFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub concession: ConcessionFound,
    /// The margin after it; null if red lines elsewhere still leave no package.
    pub margin_after: Option<f64>,
    /// What the margin after it is at most: equal to `margin_after` unless the search for it was given up.
    pub margin_after_at_most: Option<f64>,
    /// What it costs beside what the package with the margin gives the actor on the issue: negative if it gains. Null without a margin.
    pub cost_from_nearest: Option<f64>,
    /// Whether it opens the zone by itself, ratification included.
    pub opens: bool,
}

impl StickingPointFound {
    pub(super) fn of(case: &Case, found: &Central, point: &StickingPoint) -> Self {
        Self {
            concession: ConcessionFound::of(case, &point.concession),
            margin_after: point.least_after().map(Units::to_f64),
            margin_after_at_most: point.most_after().map(Units::to_f64),
            cost_from_nearest: cost_from_nearest(found, &point.concession).map(Units::to_f64),
            opens: point.opens,
        }
    }
}

/// Concessions that together open the zone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SetOfConcessions {
    /// The concessions, in the order of the issues.
    pub concessions: Vec<ConcessionFound>,
    /// The package that they make acceptable.
    pub outcome: PackageOptions,
}

impl SetOfConcessions {
    pub(super) fn of(case: &Case, opening: &Opening) -> Self {
        Self {
            concessions: opening.concessions.iter().map(|c| ConcessionFound::of(case, c)).collect(),
            outcome: PackageOptions::of(case, &opening.package),
        }
    }
}
