//! The `deals` section.

use detente_deals::fixed::{UNITS_PER_ONE, from_units};
use detente_deals::{
    Central, Concession, ConcessionKind, DealsError, Findings, FrontierPoint, Lottery, SobolIndex, Solution,
    StickingPoint,
};
use detente_model::Case;
use serde_json::{Map, Value, json};

use super::{option, outcome, share};
use crate::words;

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
        listed.as_ref().err().map(|limit| words::not_listed(limit, central.tolerance))
    };
    let zone_count = central.zone_count.map(|n| n.to_string());
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
            "exists": central.has_zone(),
            "outcomes": zone_count,
            "frontier": points(&central.zone_frontier),
            "frontier_not_listed": why_not(&central.zone_frontier),
            "frontier_tolerance": central.zone_frontier_distance.map(from_units),
        },
        "frontier_size": central.frontier.as_ref().ok().map(Vec::len),
        "frontier": points(&central.frontier),
        "frontier_not_listed": why_not(&central.frontier),
        "frontier_tolerance": central.frontier_distance.map(from_units),
        "solutions": {
            "nash": solution(|s| &s.nash),
            "kalai_smorodinsky": solution(|s| &s.kalai_smorodinsky),
            "egalitarian": solution(|s| &s.egalitarian),
            "utilitarian": solution(|s| &s.utilitarian),
        },
        "solutions_tolerance": central.zone_frontier_distance.filter(|_| central.solutions.is_some()).map(|tolerance| json!({
            "egalitarian": from_units(tolerance),
            "utilitarian": from_units(tolerance) * central.reservation.len() as f64,
            "nash": null,
            "kalai_smorodinsky": null,
        })),
        "lotteries": lotteries(case, central),
        "opposition": central.opposition(),
        "blocked": central.blocked.iter().map(|id| case.issue(*id).id.as_str()).collect::<Vec<_>>(),
        "sticking_points":
            central.sticking_points.iter().map(|p| sticking_point(case, p)).collect::<Vec<_>>(),
        "openings": central.openings.iter().map(|opening| json!({
            "concessions": opening.concessions.iter().map(|c| concession(case, c)).collect::<Vec<_>>(),
            "outcome": outcome(case, &opening.outcome),
        })).collect::<Vec<_>>(),
    })
}

fn lotteries(case: &Case, central: &Central) -> Value {
    let found = &central.lotteries;
    let margin = found.margin.as_ref().ok().and_then(Option::as_ref);
    json!({
        "nash": found.nash.as_ref().map(|nash| {
            let mut value = lottery(case, &nash.lottery);
            value["product"] = json!(nash.product);
            // What the frontier may have left out is not bounded.
            let proven = central.zone_frontier_distance.is_none().then_some(nash.product * nash.at_most_times);
            value["product_at_most"] = json!(proven);
            value
        }),
        "kalai_smorodinsky": found.kalai_smorodinsky.as_ref().map(|equal| {
            let mut value = lottery(case, &equal.lottery);
            value["share"] = json!(equal.share);
            value
        }),
        "margin": margin.map(|margin| {
            let mut value = lottery(case, &margin.lottery);
            value["value"] = json!(from_units(margin.value));
            value["at_most"] = json!(from_units(margin.at_most));
            value
        }),
        "margin_not_given": found.margin.as_ref().err().map(DealsError::to_string),
    })
}

fn lottery(case: &Case, lottery: &Lottery) -> Value {
    let package = |(package, probability): &(detente_model::Outcome, f64)| json!({ "outcome": outcome(case, package), "probability": probability });
    json!({
        "packages": lottery.packages.iter().map(package).collect::<Vec<_>>(),
        "values": lottery.values.iter().map(|v| v / UNITS_PER_ONE as f64).collect::<Vec<_>>(),
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
