//! The `exchange` section. Sides go by the ids of their parties, lots by their names.

use detente_exchange::{
    ExtensionEnd, FailingStep, Handover, LastHandover, LongestPledge, LotOrder, Moment, ObstacleKind, Phase,
    Plan, Proof, RemedyKind, Schedule, ScheduleOverWorlds, Shape, Side, Trust, Verification,
};
use detente_model::Band;
use serde_json::{Map, Value, json};

use super::{outcome, share};
use crate::compose::exchange::{ExchangePlan, Learned, Variations};

pub(super) fn section(found: &ExchangePlan) -> Value {
    let (all, terms) = (&found.assessment, found.terms());
    let needed = &all.guarantee_needed;
    let plan = found.plan();
    json!({
        "outcome": outcome(&found.case, &found.outcome),
        "package": found.letter,
        "headline": found.headline,
        "pledge_days": terms.pledge_days,
        "guarantee": by_side(found, |side| json!(terms.side(side).guarantee)),
        "self_enforcing": plan.is_some(),
        "complete_on_day": plan.map(|plan| plan.completes_on_day),
        "guarantee_needed": by_side(found, |side| json!(needed.alone[side.index()])),
        "guarantee_at_least": by_side(found, |side| json!(needed.at_least[side.index()])),
        "guarantee_together": needed.together.map(|pair| by_side(found, |side| json!(pair[side.index()]))),
        "longest_pledge_days": all.longest_pledge.days(),
        "longest_pledge": longest(all.longest_pledge),
        "longest_pledge_of_each": by_side(found, |side| longest(all.longest_pledge_of_each[side.index()])),
        "envelope": all.envelope.iter().map(|day| {
            json!({ "day": day.day, "held": day.held.as_ref().map(|held| by_lot(found, |lot| json!(held[lot]))) })
        }).collect::<Vec<_>>(),
        "envelopes": envelopes(found, &found.variations),
        "schedule": plan.map_or_else(|| json!([]), |plan| schedule(found, &plan.schedule)),
        "rounds": plan.map(|plan| rounds(found, &plan.verification)),
        "proof": plan.map(proof),
        "weakest_step": plan.map(|plan| moment(found, &plan.verification.weakest)),
        "obstacle": obstacle(found),
        "self_enforcing_probability": share(found.over.some_schedule_holds),
        "schedule_probability": found.over.schedule_holds.map(share),
        "fails_at": failing(found, &found.over.fails_at),
        "over_draws": over_draws(found),
        "steadiest": found.steadiest.as_ref().map(|steadiest| {
            let mut value = verified(found, &steadiest.schedule, &steadiest.verification);
            value["over_draws"] = over(found, &steadiest.over);
            value
        }),
        "last_handovers": all.last_handovers.iter().map(|last| handover(found, last)).collect::<Vec<_>>(),
        "rates": all.rates.iter().map(|rates| json!({
            "party": id(found, rates.side),
            "people": rates.people,
            "days": rates.days,
            "days_per_person": rates.days_per_person,
            "contraction": rates.contraction,
        })).collect::<Vec<_>>(),
        "proposed": proposed(found),
        "remedies": remedies(found),
        "shapes": shapes(found),
        "gain_by_rounds": found.by_rounds.iter().map(|(rounds, gain)| json!({ "rounds": rounds, "gain": gain })).collect::<Vec<_>>(),
        "extension": extension(found),
        "learned": found.learned.as_ref().map(learned),
    })
}

fn id(found: &ExchangePlan, side: Side) -> &str {
    found.party(side).map(|party| party.id.as_str()).unwrap_or_default()
}

fn by_side(found: &ExchangePlan, value: impl Fn(Side) -> Value) -> Value {
    Side::BOTH.into_iter().map(|side| (id(found, side).to_owned(), value(side))).collect::<Map<_, _>>().into()
}

/// One entry a lot that belongs to the pledge.
fn by_lot(found: &ExchangePlan, value: impl Fn(usize) -> Value) -> Value {
    let lots = found.terms().lots.iter().enumerate();
    lots.filter(|(_, lot)| lot.count > 0)
        .map(|(i, lot)| (lot.name.clone(), value(i)))
        .collect::<Map<_, _>>()
        .into()
}

fn left(found: &ExchangePlan, remaining: &[u32]) -> Value {
    by_lot(found, |lot| json!(remaining.get(lot)))
}

/// Lots of a handover by name.
fn given(found: &ExchangePlan, give: &[(usize, u32)]) -> Value {
    let lots = &found.terms().lots;
    give.iter()
        .filter_map(|(lot, n)| Some((lots.get(*lot)?.name.clone(), json!(n))))
        .collect::<Map<_, _>>()
        .into()
}

fn schedule(found: &ExchangePlan, schedule: &Schedule) -> Value {
    let handover = |Handover { day, lot, count }: Handover| {
        let lot = &found.terms().lots[lot];
        json!({ "day": day, "from": id(found, lot.from), "lot": lot.name, "count": count })
    };
    schedule.handovers().map(handover).collect()
}

fn rounds(found: &ExchangePlan, report: &Verification) -> Value {
    let round = |round: &detente_exchange::RoundSlack| {
        json!({
            "day": round.day,
            "slack": by_side(found, |side| json!(round.slack[side.index()])),
            "still_to_come": left(found, &round.remaining),
        })
    };
    report.rounds.iter().map(round).collect()
}

fn proof(plan: &Plan) -> Value {
    match plan.proof {
        Proof::Fastest => json!({ "fastest": true, "not_before": plan.completes_on_day }),
        Proof::FastestInWholeLots { not_before } => {
            json!({ "fastest": not_before >= plan.completes_on_day, "not_before": not_before })
        }
    }
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Start => "start",
        Phase::Before => "before",
        Phase::BetweenHands => "between_hands",
        Phase::After => "after",
        Phase::Complete => "complete",
    }
}

fn moment(found: &ExchangePlan, moment: &Moment) -> Value {
    json!({
        "day": moment.day,
        "party": id(found, moment.side),
        "slack": moment.slack,
        "round": moment.round,
        "phase": phase(moment.phase),
        "still_to_come": left(found, &moment.remaining),
    })
}

fn verified(found: &ExchangePlan, of: &Schedule, report: &Verification) -> Value {
    json!({
        "name": of.name,
        "first": of.first.map(|side| id(found, side)),
        "self_enforcing": report.self_enforcing,
        "complete_on_day": report.complete_on_day,
        "first_failure": report.first_failure.as_ref().map(|failure| moment(found, failure)),
        "weakest_step": moment(found, &report.weakest),
        "gain_from_stopping": report.epsilon,
        "left_behind": left(found, &report.left),
        "rounds": rounds(found, report),
        "schedule": schedule(found, of),
    })
}

fn failing(found: &ExchangePlan, steps: &[FailingStep]) -> Value {
    let step = |step: &FailingStep| {
        json!({
            "day": step.day,
            "round": step.round,
            "phase": phase(step.phase),
            "party": id(found, step.side),
            "share": share(step.share),
            "gain": band(Some(step.gain)),
        })
    };
    steps.iter().map(step).collect()
}

fn over(found: &ExchangePlan, over: &ScheduleOverWorlds) -> Value {
    json!({
        "holds": share(over.holds),
        "fails_at": failing(found, &over.fails_at),
        "weakest_slack": by_side(found, |side| band(over.weakest_slack[side.index()])),
    })
}

/// Median and the range of nine tenths of the draws, and in how many there is such a figure; null if in none.
fn band(band: Option<Band>) -> Value {
    band.map_or(
        Value::Null,
        |band| json!({ "median": band.median, "interval": [band.low, band.high], "known_in": band.known_in }),
    )
}

fn over_draws(found: &ExchangePlan) -> Value {
    let over = &found.over;
    let sides = |bands: [Option<Band>; 2]| by_side(found, |side| band(bands[side.index()]));
    json!({
        "complete_on_day": band(over.complete_on_day),
        "held_after_first": sides(over.held_after_first),
        "guarantee_needed": sides(over.guarantee_needed),
        "longest_pledge_days": band(over.longest_pledge_days),
        "weakest_slack": sides(over.weakest_slack),
        "trust_needed": sides(over.trust_needed),
        "no_trust_enough": by_side(found, |side| json!(over.no_trust_enough[side.index()])),
    })
}

fn longest(pledge: LongestPledge) -> Value {
    match pledge {
        LongestPledge::Days(days) => json!({ "days": days, "kind": "exact" }),
        LongestPledge::AtLeast(days) => json!({ "days": days, "kind": "at_least" }),
        LongestPledge::NotAbove(days) => json!({ "days": days, "kind": "not_above" }),
        LongestPledge::None => json!({ "days": null, "kind": "none" }),
    }
}

fn handover(found: &ExchangePlan, last: &LastHandover) -> Value {
    let (trust, possible) = match last.trust {
        Trust::NotNeeded => (Some(0.0), true),
        Trust::AtLeast(q) => (Some(q), true),
        Trust::NeverEnough => (None, false),
    };
    json!({
        "party": id(found, last.side),
        "day": last.day,
        "gives": given(found, &last.give),
        "to_come": given(found, &last.to_come),
        "trust": trust,
        "possible": possible,
    })
}

fn obstacle(found: &ExchangePlan) -> Value {
    let Some((obstacle, words)) = found.obstacle() else { return Value::Null };
    let mut value = match obstacle.kind {
        ObstacleKind::WouldNotBegin { side, short_by } => {
            json!({ "kind": "would_not_begin", "party": id(found, side), "short_by": short_by })
        }
        ObstacleKind::NothingAtTheEnd { side, short_by, until_day } => json!({
            "kind": "nothing_at_the_end", "party": id(found, side), "short_by": short_by, "until_day": until_day,
        }),
        ObstacleKind::Deadlock { side, day } => {
            json!({ "kind": "deadlock", "party": id(found, side), "day": day })
        }
        ObstacleKind::TooSlow { side, left } => {
            json!({ "kind": "too_slow", "party": id(found, side), "left": left })
        }
        ObstacleKind::Batches => json!({ "kind": "batches" }),
    };
    value["proved"] = json!(obstacle.proved);
    value["words"] = json!(words);
    value["least_changes"] = json!(found.least_changes());
    value
}

fn proposed(found: &ExchangePlan) -> Value {
    let each = found.assessment.proposed.iter().zip(&found.proposed);
    each.map(|(proposed, fares)| {
        let mut value = verified(found, &proposed.schedule, &proposed.verification);
        value["guarantee_needed"] = by_side(found, |side| json!(proposed.guarantee[side.index()]));
        value["last_handovers"] = proposed.last_handovers.iter().map(|last| handover(found, last)).collect();
        value["over_draws"] = over(found, fares);
        value["words"] = json!(proposed.words);
        value
    })
    .collect()
}

fn remedies(found: &ExchangePlan) -> Value {
    let remedy = |remedy: &detente_exchange::Remedy| {
        let (kind, side) = match remedy.kind {
            RemedyKind::Penalty(side) => ("penalty", Some(side)),
            RemedyKind::Escrow(side) => ("escrow", Some(side)),
            RemedyKind::Relation(side) => ("relation", Some(side)),
            RemedyKind::Capacity(side) => ("capacity", Some(side)),
            RemedyKind::ShorterPledge => ("shorter_pledge", None),
            RemedyKind::Simultaneous => ("simultaneous", None),
            RemedyKind::MoreRounds => ("more_rounds", None),
            RemedyKind::SmallBatches => ("small_batches", None),
        };
        json!({
            "kind": kind,
            "party": side.map(|side| id(found, side)),
            "enough": remedy.enough,
            "price": remedy.price,
            "more_by": remedy.more_by,
            "complete_on_day": remedy.completes_on_day,
            "guarantee_then": remedy.guarantee_then.map(|then| by_side(found, |side| json!(then[side.index()]))),
            "words": remedy.words,
        })
    };
    found.assessment.remedies.iter().map(remedy).collect()
}

fn shapes(found: &ExchangePlan) -> Value {
    let shape = |shaped: &detente_exchange::Shaped| {
        json!({
            "shape": match shaped.shape {
                Shape::Shrinking => "shrinking",
                Shape::Equal => "equal",
                Shape::Growing => "growing",
                Shape::AlongTheEnvelope => "along_the_envelope",
            },
            "order": match shaped.order {
                LotOrder::CostliestFirst => "costliest_first",
                LotOrder::CheapestFirst => "cheapest_first",
                LotOrder::AsPlanned => "as_planned",
            },
            "ratio": shaped.ratio,
            "self_enforcing": shaped.verification.self_enforcing,
            "complete_on_day": shaped.verification.complete_on_day,
            "gain_from_stopping": shaped.verification.epsilon,
            "guarantee_needed": by_side(found, |side| json!(shaped.guarantee[side.index()])),
            "first_at_stake": by_side(found, |side| json!(shaped.first_at_stake[side.index()])),
            "most_at_stake": by_side(found, |side| json!(shaped.most_at_stake[side.index()])),
            "basis": shaped.basis,
            "schedule": schedule(found, &shaped.schedule),
        })
    };
    found.assessment.shapes.iter().map(shape).collect()
}

fn extension(found: &ExchangePlan) -> Value {
    let Some(course) = &found.assessment.extension else { return Value::Null };
    let because = match course.because {
        ExtensionEnd::TooFewLeft { left } => json!({ "kind": "too_few_left", "left": left }),
        ExtensionEnd::NothingInReturn => json!({ "kind": "nothing_in_return" }),
        ExtensionEnd::WouldNotGain { side, short_by } => {
            json!({ "kind": "would_not_gain", "party": id(found, side), "short_by": short_by })
        }
        ExtensionEnd::Limit => json!({ "kind": "limit" }),
    };
    let tranches = course.tranches.iter().map(|tranche| {
        json!({
            "day": tranche.day,
            "gives": given(found, &tranche.give),
            "gain": by_side(found, |side| json!(tranche.gain[side.index()])),
        })
    });
    json!({ "ends_on_day": course.ends_on_day, "because": because, "tranches": tranches.collect::<Vec<_>>() })
}

fn learned(learned: &Learned) -> Value {
    match learned {
        Learned::Contradiction(steps) => json!({ "contradiction": steps, "ranges": [] }),
        Learned::Ranges(ranges) => {
            let range = |narrowed: &crate::compose::exchange::Narrowed| {
                json!({
                    "figure": narrowed.path,
                    "before": [narrowed.before.0, narrowed.before.1],
                    "after": [narrowed.after.0, narrowed.after.1],
                })
            };
            json!({ "contradiction": null, "ranges": ranges.iter().map(range).collect::<Vec<_>>() })
        }
    }
}

fn envelopes(found: &ExchangePlan, variations: &Variations) -> Value {
    let lines = variations.panels.iter().flat_map(|panel| panel.lines.iter().map(move |line| (panel, line)));
    let line = |(panel, line): (
        &crate::compose::exchange::EnvelopePanel,
        &crate::compose::exchange::EnvelopeLine,
    )| {
        json!({
            "pledge_days": panel.pledge_days,
            "party": id(found, variations.bound),
            "guarantee": line.guarantee,
            "held_by": id(found, variations.bound.other()),
            "held": line.held.iter().map(|(day, held)| json!({ "day": day, "held": held })).collect::<Vec<_>>(),
        })
    };
    lines.map(line).collect()
}
