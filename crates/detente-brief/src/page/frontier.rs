//! The packages that nothing betters for all, and the lines between the stops of continuous issues.

use detente_deals::{FrontierSegment, Known, SegmentEnd};

use super::solutions::{columns, row};
use super::table::{Column, Table};
use super::wording::Wording;
use super::{Block, Section};
use crate::brief::Deals;
use crate::words;

/// How many frontier points are listed.
const SHOWN: usize = 12;
/// How many of its lines between stops.
const LINES_SHOWN: usize = 6;

pub(super) fn section(deals: &Deals) -> Section {
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
            let told = Block::told(format!("The frontier {of} is not listed: {why}."));
            return Section::new("frontier", "Frontier", vec![told]);
        }
    };
    let rows = points.iter().take(SHOWN).enumerate();
    let rows = rows.map(|(i, point)| row(deals, [(i + 1).to_string()], point));
    let mut blocks = vec![
        Block::table(Table::new(columns(deals, [Column::words("")])).with(rows)),
        Block::how(format!(
            "The frontier {of}{} has {}{}; {}.",
            listed.distance().map_or(String::new(), |tolerance| {
                format!(", to within {} on each party’s scale,", words::tolerance(tolerance))
            }),
            words::plural(points.len() as u128, "point", "points"),
            words::continuous(&deals.case).map_or(String::new(), |names| format!(" at the stops of {names}")),
            how_many_shown(points.len(), SHOWN),
        )),
    ];
    blocks.extend(between_stops(deals));
    Section::new("frontier", "Frontier", blocks)
}

fn how_many_shown(all: usize, most: usize) -> String {
    if all > most {
        format!("the first {most} are shown, all are in `--json`")
    } else {
        "all are shown".to_owned()
    }
}

/// The lines of the frontier between the stops of continuous issues, or why they are not listed.
fn between_stops(deals: &Deals) -> Vec<Block> {
    let central = &deals.findings.central;
    let Some(names) = words::continuous(&deals.case) else { return Vec::new() };
    let listed = if central.has_zone() { &central.zone_segments } else { &central.frontier_segments };
    let segments = match listed {
        Known::Exactly(segments) | Known::Within(segments, _) if segments.is_empty() => {
            return vec![Block::told("Between the stops nothing else is on it.")];
        }
        Known::Exactly(segments) | Known::Within(segments, _) => segments,
        Known::GivenUp(why) => {
            return vec![Block::told(format!("How it runs between the stops is not listed: {why}."))];
        }
    };
    let shown = || segments.iter().take(LINES_SHOWN);
    let rows = shown().enumerate().flat_map(|(at, segment)| line(deals, at + 1, segment));
    let table = Table::new(columns(deals, [Column::words(""), Column::words("")])).with(rows);
    let beaten = shown().flat_map(|s| [&s.from, &s.to]).any(|end| !end.on_frontier);
    vec![
        Block::table(table).apart(),
        Block::how(format!(
            "Between the stops of {names} it runs along {}; {}. Nothing is better for one than a package on a line and worse for \
             nobody.{}",
            words::plural(segments.len() as u128, "straight line", "straight lines"),
            how_many_shown(segments.len(), LINES_SHOWN),
            if beaten { " After and before: the end itself is not on it." } else { "" },
        )),
    ]
}

/// A line of the frontier in two rows; in one, if it is a single package.
fn line(deals: &Deals, at: usize, segment: &FrontierSegment) -> Vec<Vec<Wording>> {
    let end = |name: String, which: &str, end: &SegmentEnd| {
        let package = words::package_between(&deals.case, &end.package);
        let mut row: Vec<Wording> = vec![name.into(), which.into(), package.into()];
        row.extend(end.values.iter().map(|value| words::value(*value).into()));
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
