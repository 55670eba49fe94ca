//! The `deals` section.

use detente_deals::fixed::{UNITS_PER_ONE, from_units};
use detente_deals::{
    Central, Concession, ConcessionKind, DealsError, Findings, FrontierPoint, FrontierSegment, Known,
    Lottery, Opening, PackageAcceptability, SegmentEnd, Share, SobolIndex, SobolIndices, Solution, Solutions,
    StickingPoint, ZoneCount,
};
use detente_model::{Actor, Case, Choice};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Named, Offered, option, outcome, share};
use crate::words;

/// The findings about the deal space.
#[derive(Serialize)]
pub(super) struct Section<'a> {
    parties: Vec<&'a str>,
    outcomes: String,
    central: InOneWorld<'a>,
    zone_probability: Value,
    zone_not_known: Value,
    packages: Vec<Value>,
    drivers: Vec<Value>,
    packages_from: &'a str,
    at_stops_only: Vec<&'a str>,
    packages_bound: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparisons_agree: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sobol: Option<Value>,
}

impl<'a> Section<'a> {
    pub fn of(case: &'a Case, findings: &'a Findings, sobol: Option<&SobolIndices>) -> Self {
        let parties: Vec<&str> = findings.parties.iter().map(|id| case.party(*id).id.as_str()).collect();
        let found = &findings.acceptability;
        Self {
            outcomes: findings.outcomes.to_string(),
            central: InOneWorld::of(case, &findings.central),
            zone_probability: share(found.zone),
            zone_not_known: zone_not_known(findings),
            packages: found.packages.iter().map(|p| package(case, &parties, p)).collect(),
            drivers: (found.drivers.iter())
                .map(|driver| json!({ "input": driver.input.path(case), "share": driver.share }))
                .collect(),
            packages_from: if found.listed { "all packages" } else { "candidates" },
            at_stops_only: findings.at_stops_only.iter().map(|id| case.issue(*id).id.as_str()).collect(),
            packages_bound: found.bound.value(),
            comparisons_agree: found.agreement.map(share),
            sobol: sobol.map(|found| {
                json!({
                    "rows": found.rows,
                    "zone": found.zone.iter().map(sobol_index).collect::<Vec<_>>(),
                    "margin": found.margin.iter().map(sobol_index).collect::<Vec<_>>(),
                })
            }),
            parties,
        }
    }
}

/// How acceptable a package is.
fn package(case: &Case, parties: &[&str], package: &PackageAcceptability) -> Value {
    let mut acceptance = Map::new();
    acceptance.insert("all".to_owned(), json!(package.all.value()));
    for (party, share) in parties.iter().zip(&package.principals) {
        acceptance.insert((*party).to_owned(), json!(share.value()));
    }
    let actors = package.actors.iter().filter(|(actor, _)| matches!(actor, Actor::Audience(_)));
    let audiences: Map<String, Value> =
        actors.map(|(actor, share)| (case.actor_id(*actor).to_owned(), json!(share.value()))).collect();
    json!({
        "outcome": outcome(case, &package.outcome),
        "acceptance": acceptance,
        "interval": package.all.interval(),
        "audiences": audiences,
    })
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

/// The findings in one world.
#[derive(Serialize)]
struct InOneWorld<'a> {
    reservation: Vec<f64>,
    margin: Option<f64>,
    margin_at_most: Option<f64>,
    margin_outcome: Option<Named<'a>>,
    zone: Zone<'a>,
    frontier_size: Option<usize>,
    frontier: Option<Vec<Point<'a>>>,
    frontier_not_listed: Option<String>,
    frontier_tolerance: Option<f64>,
    frontier_segments: Option<Vec<Value>>,
    frontier_segments_not_listed: Option<String>,
    solutions: Value,
    solutions_tolerance: Option<Value>,
    lotteries: Value,
    opposition: Option<f64>,
    blocked: Vec<&'a str>,
    sticking_points: Vec<Value>,
    openings: Option<Vec<Value>>,
    openings_not_known: Option<String>,
}

/// The zone of agreement in one world.
#[derive(Serialize)]
struct Zone<'a> {
    exists: Option<bool>,
    exists_not_known: Option<String>,
    outcomes: Option<String>,
    outcomes_estimate: Option<Value>,
    frontier: Option<Vec<Point<'a>>>,
    frontier_not_listed: Option<String>,
    frontier_tolerance: Option<f64>,
    frontier_segments: Option<Vec<Value>>,
    frontier_segments_not_listed: Option<String>,
}

/// A point of a frontier.
#[derive(Serialize)]
struct Point<'a> {
    outcome: Named<'a>,
    values: Vec<f64>,
    shared_by: Option<String>,
}

impl<'a> InOneWorld<'a> {
    fn of(case: &'a Case, central: &'a Central) -> Self {
        let points = |listed: &'a Known<Vec<FrontierPoint>>| -> Option<Vec<Point<'a>>> {
            let points = listed.value().filter(|points| is_written(case, points.len()))?;
            Some(points.iter().map(|p| Point::of(case, p)).collect())
        };
        let why_not = |listed: &Known<Vec<FrontierPoint>>| match listed {
            Known::GivenUp(limit) => Some(words::not_listed(limit, central.tolerance)),
            Known::Exactly(points) | Known::Within(points, _) if is_written(case, points.len()) => None,
            Known::Exactly(points) | Known::Within(points, _) => {
                let (points, issues) = (points.len(), case.issues.len());
                let why = format!("it has {points} points on {issues} issues, which is too long to write");
                Some(words::not_listed(&why, central.tolerance))
            }
        };
        let continuous = case.issues.iter().any(|issue| issue.continuous);
        let segments = |listed: &Known<Vec<FrontierSegment>>| -> Option<Vec<Value>> {
            let lines = listed.value().filter(|_| continuous)?;
            Some(lines.iter().map(|line| segment(case, line)).collect())
        };
        let no_segments = |listed: &Known<Vec<FrontierSegment>>| -> Option<String> {
            listed.limit().map(DealsError::to_string)
        };
        let solution = |pick: fn(&Solutions) -> &Option<Solution>| {
            central.chosen().and_then(|solutions| pick(solutions).as_ref()).map(|solution| {
                let mut value = json!(Point::of(case, &solution.point));
                value["ties"] = json!(solution.ties);
                value
            })
        };
        let margin = central.margin.as_ref();
        Self {
            reservation: units(&central.reservation),
            margin: margin.map(|m| from_units(m.value)),
            margin_at_most: margin.map(|m| from_units(m.at_most)),
            margin_outcome: margin.map(|m| Named { case, outcome: &m.outcome }),
            zone: Zone {
                exists: central.exists(),
                exists_not_known: (central.not_known.as_ref())
                    .filter(|_| central.exists().is_none())
                    .map(DealsError::to_string),
                outcomes: central.zone_count.exact().map(ToString::to_string),
                outcomes_estimate: estimate(&central.zone_count),
                frontier: points(&central.zone_frontier),
                frontier_not_listed: why_not(&central.zone_frontier),
                frontier_tolerance: central.zone_frontier.distance().map(from_units),
                frontier_segments: segments(&central.zone_segments),
                frontier_segments_not_listed: no_segments(&central.zone_segments),
            },
            frontier_size: central.frontier.value().map(Vec::len),
            frontier: points(&central.frontier),
            frontier_not_listed: why_not(&central.frontier),
            frontier_tolerance: central.frontier.distance().map(from_units),
            frontier_segments: segments(&central.frontier_segments),
            frontier_segments_not_listed: no_segments(&central.frontier_segments),
            solutions: json!({
                "nash": solution(|s| &s.nash),
                "kalai_smorodinsky": solution(|s| &s.kalai_smorodinsky),
                "egalitarian": solution(|s| &s.egalitarian),
                "utilitarian": solution(|s| &s.utilitarian),
            }),
            solutions_tolerance: central.solutions.as_ref().and_then(Known::distance).map(|tolerance| {
                json!({
                    "egalitarian": from_units(tolerance),
                    "utilitarian": from_units(tolerance) * central.reservation.len() as f64,
                    "nash": null,
                    "kalai_smorodinsky": null,
                })
            }),
            lotteries: lotteries(case, central),
            opposition: central.opposition(),
            blocked: central.blocked.iter().map(|id| case.issue(*id).id.as_str()).collect(),
            sticking_points: central.sticking_points.iter().map(|p| sticking_point(case, p)).collect(),
            openings: (central.openings.value())
                .map(|openings| openings.iter().map(|way| opening(case, way)).collect()),
            openings_not_known: central.openings.limit().map(DealsError::to_string),
        }
    }
}

fn opening(case: &Case, opening: &Opening) -> Value {
    json!({
        "concessions": opening.concessions.iter().map(|c| concession(case, c)).collect::<Vec<_>>(),
        "outcome": outcome(case, &opening.outcome),
    })
}

/// About how many packages are in the zone, where they are not counted one by one.
fn estimate(zone: &ZoneCount) -> Option<Value> {
    match zone {
        ZoneCount::Exact(_) | ZoneCount::Unlimited => None,
        ZoneCount::Estimate(estimate) => Some(json!({
            "central": estimate.central.to_string(),
            "interval": estimate.interval.each_ref().map(ToString::to_string),
        })),
    }
}

fn lotteries(case: &Case, central: &Central) -> Value {
    let found = &central.lotteries;
    let margin = found.margin.value().and_then(Option::as_ref);
    json!({
        "nash": found.nash.as_ref().map(|nash| {
            let mut value = lottery(case, &nash.lottery);
            value["product"] = json!(nash.product);
            // What the frontier may have left out is not bounded.
            let proven = central.zone_frontier.is_exact().then_some(nash.product * nash.at_most_times);
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
        "margin_not_given": found.margin.limit().map(DealsError::to_string),
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

/// Whether a frontier is written out: a reader would need more memory for more than so many choices than most machines have.
fn is_written(case: &Case, points: usize) -> bool {
    points.saturating_mul(case.issues.len()) <= 50_000_000
}

impl<'a> Point<'a> {
    fn of(case: &'a Case, point: &'a FrontierPoint) -> Self {
        Self {
            outcome: Named { case, outcome: &point.outcome },
            values: units(&point.values),
            shared_by: point.shared_by.map(|n| n.to_string()),
        }
    }
}

/// A line of a frontier.
fn segment(case: &Case, line: &FrontierSegment) -> Value {
    json!({ "from": segment_end(case, &line.from), "to": segment_end(case, &line.to) })
}

fn segment_end(case: &Case, end: &SegmentEnd) -> Value {
    let mut package = outcome(case, &end.package.options);
    for (issue, number) in &end.package.numbers {
        package[&case.issue(*issue).id] = json!(Offered(&Choice::Number(*number)));
    }
    json!({ "outcome": package, "values": units(&end.values), "on_frontier": end.on_frontier })
}

fn sticking_point(case: &Case, point: &StickingPoint) -> Value {
    let mut value = concession(case, &point.concession);
    value["margin_after"] = json!(point.least_after().map(from_units));
    value["margin_after_at_most"] = json!(point.most_after().map(from_units));
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
