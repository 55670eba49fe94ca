//! What would mend an exchange, and the shapes that its schedule could have.

use detente_exchange::{LotOrder, Remedy, RemedyKind, Shape, Shaped};
use serde::Serialize;

use super::super::ByName;
use super::{HandoverOf, by_side, id};
use crate::compose::exchange::ExchangePlan;

/// Something that would mend the exchange, with its price.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RemedyFound {
    /// What is done.
    pub kind: RemedyOf,
    /// The id of the party that it binds or burdens; null where it is neither side's alone.
    pub party: Option<String>,
    /// Whether it is enough by itself.
    pub enough: bool,
    /// Its least size: a worth on the side's scale, days, or people a day; null if no size is enough or it has none.
    pub price: Option<f64>,
    /// By how much that exceeds what there is already; null likewise.
    pub more_by: Option<f64>,
    /// The day on which everything is handed over with it; null if it is not.
    pub complete_on_day: Option<f64>,
    /// The guarantee on each side that is needed with it, null if none is enough; null for remedies that have a size.
    pub guarantee_then: Option<ByName<Option<f64>>>,
    /// In a sentence.
    pub words: String,
}

impl RemedyFound {
    pub(super) fn of(found: &ExchangePlan, remedy: &Remedy) -> Self {
        let (kind, side) = match remedy.kind {
            RemedyKind::Penalty(side) => (RemedyOf::Penalty, Some(side)),
            RemedyKind::Escrow(side) => (RemedyOf::Escrow, Some(side)),
            RemedyKind::Relation(side) => (RemedyOf::Relation, Some(side)),
            RemedyKind::Capacity(side) => (RemedyOf::Capacity, Some(side)),
            RemedyKind::ShorterPledge => (RemedyOf::ShorterPledge, None),
            RemedyKind::Simultaneous => (RemedyOf::Simultaneous, None),
            RemedyKind::MoreRounds => (RemedyOf::MoreRounds, None),
            RemedyKind::SmallBatches => (RemedyOf::SmallBatches, None),
        };
        Self {
            kind,
            party: side.map(|side| id(found, side)),
            enough: remedy.enough,
            price: remedy.price,
            more_by: remedy.more_by,
            complete_on_day: remedy.completes_on_day,
            guarantee_then: remedy.guarantee_then.map(|then| by_side(found, |side| then[side.index()])),
            words: remedy.words.clone(),
        }
    }
}

/// What is done to mend an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum RemedyOf {
    /// A guarantor makes a breach cost the side so much.
    Penalty,
    /// The side deposits so much, given back when everything is handed over.
    Escrow,
    /// A continuing relation is worth so much to the side.
    Relation,
    /// The side hands over so many people a day.
    Capacity,
    /// The pledge is shorter, in days.
    ShorterPledge,
    /// Both hand over at once.
    Simultaneous,
    /// Handovers on every day, several rounds a day.
    MoreRounds,
    /// Batches of any size, so that the last can be small.
    SmallBatches,
}

/// The best schedule of a shape and an order: one that holds itself and is done soonest if there is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ShapeFound {
    /// How its batches go.
    pub shape: ScheduleShape,
    /// Which lots go first.
    pub order: ShapeLotOrder,
    /// The size of a batch against the one before; 1 for equal ones, null along the envelope.
    pub ratio: Option<f64>,
    /// Whether it holds itself in the central world.
    pub self_enforcing: bool,
    /// The day on which the last is handed over; null if something is left.
    pub complete_on_day: Option<f64>,
    /// The most that either side could gain by stopping; 0 if neither can.
    pub gain_from_stopping: f64,
    /// The guarantee that it takes on each side; null if none is enough.
    pub guarantee_needed: ByName<Option<f64>>,
    /// What each side gives in its first batch, at its own worth.
    pub first_at_stake: ByName<f64>,
    /// What each side gives in its largest batch, at its own worth.
    pub most_at_stake: ByName<f64>,
    /// The theory that recommends it; null if none does.
    pub basis: Option<String>,
    /// Its handovers.
    pub schedule: Vec<HandoverOf>,
}

impl ShapeFound {
    pub(super) fn of(found: &ExchangePlan, shaped: &Shaped) -> Self {
        Self {
            shape: match shaped.shape {
                Shape::Shrinking => ScheduleShape::Shrinking,
                Shape::Equal => ScheduleShape::Equal,
                Shape::Growing => ScheduleShape::Growing,
                Shape::AlongTheEnvelope => ScheduleShape::AlongTheEnvelope,
            },
            order: match shaped.order {
                LotOrder::CostliestFirst => ShapeLotOrder::CostliestFirst,
                LotOrder::CheapestFirst => ShapeLotOrder::CheapestFirst,
                LotOrder::AsPlanned => ShapeLotOrder::AsPlanned,
            },
            ratio: shaped.ratio,
            self_enforcing: shaped.verification.self_enforcing,
            complete_on_day: shaped.verification.complete_on_day,
            gain_from_stopping: shaped.verification.epsilon,
            guarantee_needed: by_side(found, |side| shaped.guarantee[side.index()]),
            first_at_stake: by_side(found, |side| shaped.first_at_stake[side.index()]),
            most_at_stake: by_side(found, |side| shaped.most_at_stake[side.index()]),
            basis: shaped.basis.map(str::to_owned),
            schedule: HandoverOf::all(found, &shaped.schedule),
        }
    }
}

/// How the batches of a schedule go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ScheduleShape {
    /// Each smaller than the one before.
    Shrinking,
    /// All alike.
    Equal,
    /// Each larger than the one before.
    Growing,
    /// As the planner finds it.
    AlongTheEnvelope,
}

/// Which lots of a schedule go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ShapeLotOrder {
    /// Those that it costs the giver most to give.
    CostliestFirst,
    /// Those that it costs the giver least to give.
    CheapestFirst,
    /// As the planner finds it.
    AsPlanned,
}
