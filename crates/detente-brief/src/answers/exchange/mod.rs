//! `exchange`: the exchange that one package would set in motion.

mod over_draws;
mod remedies;
mod schedule;
mod verdict;

use detente_exchange::Side;
use serde::Serialize;

pub use over_draws::{ExchangeOverDraws, FailsAt, ScheduleOverDraws};
pub use remedies::{RemedyFound, RemedyOf, ScheduleShape, ShapeFound, ShapeLotOrder};
pub use schedule::{
    HandoverOf, LastHandoverFound, MomentFound, MomentPhase, ProposedFound, RoundFound, ScheduleFound,
    SteadiestFound,
};
pub use verdict::{
    EnvelopeOn, EnvelopeVaried, ExtensionEnds, ExtensionFound, FastestProof, FigureNarrowed, GainByRounds,
    GuaranteeRates, HeldOn, LearnedFromSteps, LongestPledgeFound, ObstacleFound, ObstacleOf, PledgeLengthIs,
    TrancheFound,
};

use super::{ByName, CaseNamed, PackageOptions, Probability};
use crate::compose::exchange::ExchangePlan;

/// What `detente exchange CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExchangeAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// The exchange.
    pub exchange: ExchangeFound,
}

impl ExchangeAnswer {
    /// The answer about the exchange of one package.
    pub fn of(found: &ExchangePlan) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            exchange: ExchangeFound::of(found),
        }
    }
}

/// Would it hold? The exchange that one package would set in motion: planned in the central world, tried over the draws.
///
/// Sides go by the ids of their parties, lots by their names. Days are counted from the beginning of the pledge. Guarantees, slack and
/// gains lie on the own scale of the side concerned, in the unit in which the case states worths.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExchangeFound {
    /// The package.
    pub outcome: PackageOptions,
    /// Its letter among the leading packages; null if it has none.
    pub package: Option<String>,
    /// The verdict in sentences, most important first.
    pub headline: Vec<String>,
    /// For how many days calm is pledged.
    pub pledge_days: f64,
    /// What a breach costs each side.
    pub guarantee: ByName<f64>,
    /// Whether some schedule holds itself in the central world.
    pub self_enforcing: bool,
    /// The day on which the fastest such schedule is complete; null if there is none.
    pub complete_on_day: Option<f64>,
    /// The guarantee needed on each side, the other's being as it is; null if none on that side alone is enough.
    pub guarantee_needed: ByName<Option<f64>>,
    /// The least guarantee on each side, however strongly the other is bound; null if none is enough.
    pub guarantee_at_least: ByName<Option<f64>>,
    /// A pair of guarantees that is enough together where neither side's is alone; null otherwise.
    pub guarantee_together: Option<ByName<f64>>,
    /// The longest pledge that the guarantees there are can hold, in days; null if no length works.
    pub longest_pledge_days: Option<f64>,
    /// The same with what kind of figure it is.
    pub longest_pledge: LongestPledgeFound,
    /// The longest pledge that each side can be held to, the other being bound without limit.
    pub longest_pledge_of_each: ByName<LongestPledgeFound>,
    /// The fewest that must still be to come, day by day.
    pub envelope: Vec<EnvelopeOn>,
    /// The envelope of one side's lots for several pledges and guarantees.
    pub envelopes: Vec<EnvelopeVaried>,
    /// The fastest schedule that holds itself, handover by handover; empty if there is none.
    pub schedule: Vec<HandoverOf>,
    /// Its rounds; null if there is none.
    pub rounds: Option<Vec<RoundFound>>,
    /// What is proven of its speed; null if there is none.
    pub proof: Option<FastestProof>,
    /// The moment at which it holds least; null if there is none.
    pub weakest_step: Option<MomentFound>,
    /// Why no schedule holds itself; null if one does.
    pub obstacle: Option<ObstacleFound>,
    /// In which share of the worlds some schedule holds itself.
    pub self_enforcing_probability: Probability,
    /// In which share this schedule does; null if there is none.
    pub schedule_probability: Option<Probability>,
    /// Where this schedule fails first, the most frequent first.
    pub fails_at: Vec<FailsAt>,
    /// The figures over the draws.
    pub over_draws: ExchangeOverDraws,
    /// Of the schedules planned for other worlds the one that holds itself most often; null if none does so more often than the one planned
    /// for the central world.
    pub steadiest: Option<SteadiestFound>,
    /// What each side's last handover takes in the planned schedule.
    pub last_handovers: Vec<LastHandoverFound>,
    /// What one unit of guarantee on each side is worth on the first day.
    pub rates: Vec<GuaranteeRates>,
    /// The schedules that the case proposes, in its order.
    pub proposed: Vec<ProposedFound>,
    /// What would mend the exchange, priced.
    pub remedies: Vec<RemedyFound>,
    /// The best schedule of every shape and order.
    pub shapes: Vec<ShapeFound>,
    /// The most that either side could gain by stopping, by the number of equal rounds over the pledge.
    pub gain_by_rounds: Vec<GainByRounds>,
    /// How far the rule of extension carries once the pledge has run its course; null if the case has none.
    pub extension: Option<ExtensionFound>,
    /// What the steps that were observed tell; null if the case states none.
    pub learned: Option<LearnedFromSteps>,
}

impl ExchangeFound {
    pub(super) fn of(found: &ExchangePlan) -> Self {
        let (all, terms, plan) = (&found.assessment, found.terms(), found.plan());
        let needed = &all.guarantee_needed;
        let by = |values: [Option<f64>; 2]| by_side(found, |side| values[side.index()]);
        Self {
            outcome: PackageOptions::of(&found.case, &found.package),
            package: found.letter.clone(),
            headline: found.headline.clone(),
            pledge_days: terms.pledge_days,
            guarantee: by_side(found, |side| terms.side(side).guarantee),
            self_enforcing: plan.is_some(),
            complete_on_day: plan.map(|plan| plan.completes_on_day),
            guarantee_needed: by(needed.alone),
            guarantee_at_least: by(needed.at_least),
            guarantee_together: needed.together.map(|pair| by_side(found, |side| pair[side.index()])),
            longest_pledge_days: all.longest_pledge.days(),
            longest_pledge: LongestPledgeFound::of(all.longest_pledge),
            longest_pledge_of_each: by_side(found, |side| {
                LongestPledgeFound::of(all.longest_pledge_of_each[side.index()])
            }),
            envelope: all.envelope.iter().map(|day| EnvelopeOn::of(found, day)).collect(),
            envelopes: EnvelopeVaried::all(found),
            schedule: plan.map(|plan| HandoverOf::all(found, &plan.schedule)).unwrap_or_default(),
            rounds: plan.map(|plan| RoundFound::all(found, &plan.verification)),
            proof: plan.map(FastestProof::of),
            weakest_step: plan.map(|plan| MomentFound::of(found, &plan.verification.weakest)),
            obstacle: ObstacleFound::of(found),
            self_enforcing_probability: found.over.some_schedule_holds.into(),
            schedule_probability: found.over.schedule_holds.map(Into::into),
            fails_at: FailsAt::all(found, &found.over.fails_at),
            over_draws: ExchangeOverDraws::of(found),
            steadiest: found.steadiest.as_ref().map(|steadiest| SteadiestFound::of(found, steadiest)),
            last_handovers: LastHandoverFound::all(found, &all.last_handovers),
            rates: all.rates.iter().map(|rates| GuaranteeRates::of(found, rates)).collect(),
            proposed: ProposedFound::all(found),
            remedies: all.remedies.iter().map(|remedy| RemedyFound::of(found, remedy)).collect(),
            shapes: all.shapes.iter().map(|shape| ShapeFound::of(found, shape)).collect(),
            gain_by_rounds: (found.by_rounds.iter())
                .map(|(rounds, gain)| GainByRounds { rounds: *rounds, gain: *gain })
                .collect(),
            extension: all.extension.as_ref().map(|course| ExtensionFound::of(found, course)),
            learned: found.learned.as_ref().map(LearnedFromSteps::of),
        }
    }
}

/// The id of the party that a side is.
fn id(found: &ExchangePlan, side: Side) -> String {
    found.party(side).map(|party| party.id.clone()).unwrap_or_default()
}

/// One entry a side.
fn by_side<T>(found: &ExchangePlan, value: impl Fn(Side) -> T) -> ByName<T> {
    Side::BOTH.into_iter().map(|side| (id(found, side), value(side))).collect()
}

/// One entry for each lot that belongs to the pledge.
fn by_lot<T: Copy>(found: &ExchangePlan, values: &[T]) -> ByName<T> {
    let lots = found.terms().lots.iter().zip(values);
    lots.filter(|(lot, _)| lot.count > 0).map(|(lot, value)| (lot.name.clone(), *value)).collect()
}

/// How many of each lot are given, by name.
fn given(found: &ExchangePlan, give: &[(usize, u32)]) -> ByName<u32> {
    let lots = &found.terms().lots;
    give.iter().filter_map(|(lot, n)| Some((lots.get(*lot)?.name.clone(), *n))).collect()
}
