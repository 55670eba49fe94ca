//! The `deals` section.

use detente_deals::fixed::from_units;
use detente_deals::{
    Central, Concession, ConcessionKind, DealsError, Findings, FrontierPoint, Share, SobolIndex, Solution,
    StickingPoint, ZoneCount,
};
use detente_model::Case;
use serde_json::{Map, Value, json};

use super::{option, outcome, share};

pub(super) fn section(case: &Case, findings: &Findings) -> Value {
    let parties: Vec<&str> = findings.parties.iter().map(|id| case.party(*id).id.as_str()).collect();
    let packages: Vec<Value> = findings
        .acceptability
        .packages
        .iter()
        .map(|package| {
            let mut acceptance = Map::new();
            acceptance.insert("all".to_owned(), json!(package.all.value()));
            for (party, share) in parties.iter().zip(&package.principals) {
                acceptance.insert((*party).to_owned(), json!(share.value()));
            }
            let actors =
                package.actors.iter().filter(|(actor, _)| matches!(actor, detente_model::Actor::Audience(_)));
            let audiences: Map<String, Value> = actors
                .map(|(actor, share)| (case.actor_id(*actor).to_owned(), json!(share.value())))
                .collect();
            json!({
                "outcome": outcome(case, &package.outcome),
                "acceptance": acceptance,
                "interval": package.all.interval(),
                "audiences": audiences,
            })
        })
        .collect();
    let mut section = json!({
        "parties": parties,
        "outcomes": findings.outcomes.to_string(),
        "central": central(case, &findings.central),
        "zone_probability": share(findings.acceptability.zone),
        "zone_not_known": zone_not_known(findings),
        "packages": packages,
        "drivers": findings.acceptability.drivers.iter().map(|driver| json!({
            "input": driver.input.path(case),
            "share": driver.share,
        })).collect::<Vec<_>>(),
        "packages_from": if findings.acceptability.listed { "all packages" } else { "candidates" },
        "at_stops_only": case.issues.iter().filter(|issue| issue.continuous).map(|issue| issue.id.as_str())
            .collect::<Vec<_>>(),
        "packages_bound": findings.acceptability.bound.value(),
    });
    if let Some(agreement) = findings.acceptability.agreement {
        section["comparisons_agree"] = share(agreement);
    }
    if let Some(found) = &findings.sobol {
        section["sobol"] = json!({
            "rows": found.rows,
            "zone": found.zone.iter().map(sobol_index).collect::<Vec<_>>(),
            "margin": found.margin.iter().map(sobol_index).collect::<Vec<_>>(),
        });
    }
    section
}

/// Worlds of which a limit on work leaves open whether they have a zone, and what that leaves of the share; null if there are none.
fn zone_not_known(findings: &Findings) -> Value {
    let (zone, worlds) = (findings.acceptability.zone, findings.acceptability.zone_not_known);
    let at_most = Share::of(zone.hits + worlds, zone.draws);
    if worlds == 0 {
        return Value::Null;
    }
    json!({ "worlds": worlds, "probability": [zone.value(), at_most.value()] })
}

fn sobol_index(index: &SobolIndex) -> Value {
    json!({
        "input": index.input,
        "first": index.indices.first,
        "first_interval": index.indices.first_interval,
        "total": index.indices.total,
        "total_interval": index.indices.total_interval,
        "rows": index.indices.rows,
    })
}

fn central(case: &Case, central: &Central) -> Value {
    let points = |listed: &Result<Vec<FrontierPoint>, DealsError>| -> Option<Vec<Value>> {
        listed.as_ref().ok().map(|points| points.iter().map(|p| point(case, p)).collect())
    };
    let why_not = |listed: &Result<Vec<FrontierPoint>, DealsError>| -> Option<String> {
        listed.as_ref().err().map(DealsError::to_string)
    };
    let estimate = |zone: &ZoneCount| match zone {
        ZoneCount::Exact(_) => Value::Null,
        ZoneCount::Estimate(estimate) => json!({
            "central": estimate.central.to_string(),
            "interval": estimate.interval.each_ref().map(ToString::to_string),
        }),
    };
    let solution = |pick: fn(&detente_deals::Solutions) -> &Solution| {
        central.solutions.as_ref().map(|solutions| {
            let solution = pick(solutions);
            let mut value = point(case, &solution.point);
            value["ties"] = json!(solution.ties);
            value
        })
    };
    json!({
        "reservation": units(&central.reservation),
        "margin": central.margin.as_ref().map(|m| from_units(m.value)),
        "margin_at_most": central.margin.as_ref().map(|m| from_units(m.at_most)),
        "margin_outcome": central.margin.as_ref().map(|m| outcome(case, &m.outcome)),
        "zone": {
            "exists": central.exists(),
            "exists_not_known": central.not_known.as_ref().filter(|_| central.exists().is_none()).map(DealsError::to_string),
            "outcomes": central.zone_count.exact().map(ToString::to_string),
            "outcomes_estimate": estimate(&central.zone_count),
            "frontier": points(&central.zone_frontier),
            "frontier_not_listed": why_not(&central.zone_frontier),
        },
        "frontier_size": central.frontier.as_ref().ok().map(Vec::len),
        "frontier": points(&central.frontier),
        "frontier_not_listed": why_not(&central.frontier),
        "solutions": {
            "nash": solution(|s| &s.nash),
            "kalai_smorodinsky": solution(|s| &s.kalai_smorodinsky),
            "egalitarian": solution(|s| &s.egalitarian),
            "utilitarian": solution(|s| &s.utilitarian),
        },
        "opposition": central.opposition(),
        "blocked": central.blocked.iter().map(|id| case.issue(*id).id.as_str()).collect::<Vec<_>>(),
        "sticking_points":
            central.sticking_points.iter().map(|p| sticking_point(case, p)).collect::<Vec<_>>(),
        "openings": central.openings.as_ref().ok().map(|openings| openings.iter().map(|opening| json!({
            "concessions": opening.concessions.iter().map(|c| concession(case, c)).collect::<Vec<_>>(),
            "outcome": outcome(case, &opening.outcome),
        })).collect::<Vec<_>>()),
        "openings_not_known": central.openings.as_ref().err().map(DealsError::to_string),
    })
}

fn units(values: &[i64]) -> Vec<f64> {
    values.iter().map(|v| from_units(*v)).collect()
}

fn point(case: &Case, point: &FrontierPoint) -> Value {
    let mut value = json!({ "outcome": outcome(case, &point.outcome), "values": units(&point.values) });
    if let Some(shared_by) = point.shared_by {
        value["shared_by"] = json!(shared_by.to_string());
    }
    value
}

fn sticking_point(case: &Case, point: &StickingPoint) -> Value {
    let mut value = concession(case, &point.concession);
    value["margin_after"] = json!(point.margin_after.map(from_units));
    value["margin_after_at_most"] = json!(point.margin_after_at_most.map(from_units));
    value["opens"] = json!(point.opens);
    value
}

fn concession(case: &Case, concession: &Concession) -> Value {
    let issue = case.issue(concession.issue);
    json!({
        "issue": issue.id,
        "party": case.actor_id(concession.actor),
        "concession": { (&issue.id): option(&issue.options[concession.option]) },
        "kind": match concession.kind {
            ConcessionKind::RedLine => "red_line",
            ConcessionKind::Move => "move",
        },
        "cost": from_units(concession.cost),
    })
}
