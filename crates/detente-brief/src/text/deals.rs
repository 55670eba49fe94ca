//! The deal space in figures: the central world, the solutions, the frontier.

use detente_deals::{FrontierPoint, FrontierSegment, Known, SegmentEnd, Solution};

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Deals;
use crate::words;

/// How many frontier points are listed.
const SHOWN: usize = 12;
/// How many of its lines between stops.
const LINES_SHOWN: usize = 6;

pub(super) fn central(deals: &Deals, width: usize) -> String {
    let central = &deals.findings.central;
    let packages = words::sentence(&words::packages(&deals.findings.outcomes));
    let mut lines = vec![match words::continuous(&deals.case) {
        None => format!("{packages} can be put together."),
        Some(names) => format!(
            "{packages} can be put together from the options, and any number between the stops of {names}."
        ),
    }];
    let reservations: Vec<String> = (deals.findings.parties.iter().zip(&central.reservation))
        .map(|(party, r)| format!("{} to {}", words::value(*r), deals.case.party(*party).name))
        .collect();
    lines.push(format!("No deal is worth {}.", words::list(&reservations)));
    if let Some(margin) = &central.margin {
        let package = words::package(&deals.case, &margin.outcome);
        lines.push(if margin.is_proven() {
            format!("The margin is {}, with {package}.", words::difference(margin.value))
        } else {
            format!(
                "The margin is at least {}, with {package}, and at most {}: the space is too large to tell more.",
                words::difference(margin.value),
                words::difference(margin.at_most)
            )
        });
    }
    for issue in &central.blocked {
        let name = words::mid_sentence(&deals.case.issue(*issue).name);
        lines.push(format!("Red lines leave no option on the {name}."));
    }
    lines.iter().map(|line| wrapped(line, width)).collect()
}

pub(super) fn solutions(deals: &Deals, width: usize) -> String {
    let central = &deals.findings.central;
    let Some(solutions) = central.chosen() else {
        return if let (Known::Within(_, tolerance), true) = (&central.zone_frontier, central.has_zone()) {
            let tolerance = words::tolerance(*tolerance);
            wrapped(
                &format!("They are chosen from the frontier to within {tolerance}, which holds no package."),
                width,
            )
        } else if central.has_zone() {
            wrapped(
                "They are chosen from the frontier of the zone of agreement, which is not listed, and none was found without it.",
                width,
            )
        } else {
            String::new()
        };
    };
    let named: [(&str, &Option<Solution>); 4] = [
        ("Nash", &solutions.nash),
        ("Kalai–Smorodinsky", &solutions.kalai_smorodinsky),
        ("egalitarian", &solutions.egalitarian),
        ("utilitarian", &solutions.utilitarian),
    ];
    let row_of = |(name, solution): (&str, &Solution)| {
        let name = match words::ties(&deals.case, solution.ties) {
            Some(ties) => format!("{name} (one of {ties})"),
            None => name.to_owned(),
        };
        row(deals, name, &solution.point)
    };
    let known = named.iter().filter_map(|(name, solution)| Some((*name, solution.as_ref()?)));
    let mut text = table(&columns(deals), known.map(row_of).collect(), width);
    let distance = central.solutions.as_ref().and_then(Known::distance);
    if distance.is_none() && !central.zone_frontier.is_exact() {
        text.push_str(&wrapped(&found_one_by_one(&named), width));
    }
    if let Some(tolerance) = distance {
        let tolerance = words::tolerance(tolerance);
        text.push_str(&wrapped(
            &format!(
                "Chosen from a frontier to within {tolerance}: no package that all accept is worth {tolerance} more to everyone than \
                 one of these, and none gives whoever gains least {tolerance} more than the egalitarian one. More is not proven."
            ),
            width,
        ));
    }
    text
}

/// What is said of solutions that were not chosen from a frontier.
fn found_one_by_one(named: &[(&str, &Option<Solution>)]) -> String {
    let missing: Vec<String> =
        named.iter().filter(|(_, solution)| solution.is_none()).map(|(name, _)| (*name).to_owned()).collect();
    let each = "Each was searched for by itself, exactly, since the frontier of the zone of agreement is not listed exactly.";
    if missing.is_empty() {
        each.to_owned()
    } else {
        format!("{each} Not found with the work set aside for it: {}.", words::list(&missing))
    }
}

pub(super) fn frontier(deals: &Deals, width: usize) -> String {
    let central = &deals.findings.central;
    let (listed, of) = if central.has_zone() {
        (&central.zone_frontier, "of the zone of agreement")
    } else {
        (&central.frontier, "over all packages, red lines aside")
    };
    let points = match listed {
        Known::Exactly(points) | Known::Within(points, _) => points,
        Known::GivenUp(limit) => {
            let why = words::not_listed(limit, central.tolerance);
            return wrapped(&format!("The frontier {of} is not listed: {why}."), width);
        }
    };
    let rows = points.iter().take(SHOWN).enumerate().map(|(i, point)| row(deals, (i + 1).to_string(), point));
    let mut text = table(&columns(deals), rows.collect(), width);
    text.push_str(&wrapped(
        &format!(
            "The frontier {of}{} has {}{}; {}.",
            listed.distance().map_or(String::new(), |tolerance| {
                format!(", to within {} on each party’s scale,", words::tolerance(tolerance))
            }),
            words::plural(points.len() as u128, "point", "points"),
            words::continuous(&deals.case).map_or(String::new(), |names| format!(" at the stops of {names}")),
            how_many_shown(points.len(), SHOWN),
        ),
        width,
    ));
    text.push_str(&between_stops(deals, width));
    text
}

fn how_many_shown(all: usize, most: usize) -> String {
    if all > most {
        format!("the first {most} are shown, all are in `--json`")
    } else {
        "all are shown".to_owned()
    }
}

/// The lines of the frontier between the stops of continuous issues, or why they are not listed.
fn between_stops(deals: &Deals, width: usize) -> String {
    let central = &deals.findings.central;
    let Some(names) = words::continuous(&deals.case) else { return String::new() };
    let listed = if central.has_zone() { &central.zone_segments } else { &central.frontier_segments };
    let segments = match listed {
        Known::Exactly(segments) | Known::Within(segments, _) if segments.is_empty() => {
            return wrapped("Between the stops nothing else is on it.", width);
        }
        Known::Exactly(segments) | Known::Within(segments, _) => segments,
        Known::GivenUp(why) => {
            return wrapped(&format!("How it runs between the stops is not listed: {why}."), width);
        }
    };
    let rows = segments.iter().take(LINES_SHOWN).enumerate();
    let rows: Vec<_> = rows.flat_map(|(at, segment)| line(deals, at + 1, segment)).collect();
    let mut columns = columns(deals);
    columns.insert(1, ("", Align::Left));
    let mut text = format!("\n{}", table(&columns, rows, width));
    let beaten = segments.iter().take(LINES_SHOWN).flat_map(|s| [&s.from, &s.to]).any(|end| !end.on_frontier);
    text.push_str(&wrapped(
        &format!(
            "Between the stops of {names} it runs along {}; {}. Nothing is better for one than a package on a line and worse for \
             nobody.{}",
            words::plural(segments.len() as u128, "straight line", "straight lines"),
            how_many_shown(segments.len(), LINES_SHOWN),
            if beaten { " After and before: the end itself is not on it." } else { "" },
        ),
        width,
    ));
    text
}

/// A line of the frontier in two rows; in one, if it is a single package.
fn line(deals: &Deals, at: usize, segment: &FrontierSegment) -> Vec<Vec<String>> {
    let end = |name: String, which: &str, end: &SegmentEnd| {
        let mut row = vec![name, which.to_owned(), words::package_between(&deals.case, &end.package)];
        row.extend(end.values.iter().map(|v| words::value(*v)));
        row
    };
    let (from, to) = (&segment.from, &segment.to);
    if from == to {
        return vec![end(at.to_string(), "at", from)];
    }
    let first = if from.on_frontier { "from" } else { "after" };
    let last = if to.on_frontier { "to" } else { "before" };
    vec![end(at.to_string(), first, from), end(String::new(), last, to)]
}

fn columns<'a>(deals: &'a Deals) -> Vec<(&'a str, Align)> {
    let mut columns = vec![("", Align::Left), ("package", Align::Left)];
    columns.extend(deals.findings.parties.iter().map(|p| (deals.case.party(*p).name.as_str(), Align::Right)));
    columns
}

fn row(deals: &Deals, name: String, point: &FrontierPoint) -> Vec<String> {
    let mut row = vec![name, words::package(&deals.case, &point.outcome)];
    row.extend(point.values.iter().map(|v| words::value(*v)));
    row
}
