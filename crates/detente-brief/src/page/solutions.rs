//! What a fair arbiter might pick: the bargaining solutions.

use detente_deals::{FrontierPoint, Known, SOLUTION_CONCEPTS, Solution};

use super::table::{Column, Table};
use super::wording::{LineManner, Phrase, Wording};
use super::{Block, Section};
use crate::brief::Deals;
use crate::words;

/// On a page of its own: each solution in a row, and how it was found.
pub(super) fn section(deals: &Deals) -> Section {
    let heading = "Bargaining solutions";
    let central = &deals.findings.central;
    let Some(solutions) = central.chosen() else {
        return Section::new("solutions", heading, none_found(deals).map(Block::told).into_iter().collect());
    };
    let found = SOLUTION_CONCEPTS.iter().filter_map(|each| Some((each, (each.of)(solutions)?)));
    let table = Table::new(columns(deals, [Column::words("")])).with(found.map(|(each, solution)| {
        let name = match words::ties(&deals.case, solution.ties) {
            Some(ties) => format!("{} (one of {ties})", each.name),
            None => each.name.to_owned(),
        };
        row(deals, [name], &solution.point)
    }));
    let mut blocks = vec![Block::table(table)];
    let distance = central.solutions.as_ref().and_then(Known::distance);
    if distance.is_none() && !central.zone_frontier.is_exact() {
        let missing = SOLUTION_CONCEPTS.iter().filter(|each| (each.of)(solutions).is_none());
        blocks.push(Block::how(one_by_one(&missing.map(|each| each.name).collect::<Vec<_>>())));
    }
    if let Some(tolerance) = distance {
        let tolerance = words::tolerance(tolerance);
        blocks.push(Block::how(format!(
            "Chosen from a frontier to within {tolerance}: no package that all accept is worth {tolerance} more to everyone than \
             one of these, and none gives whoever gains least {tolerance} more than the egalitarian one. More is not proven."
        )));
    }
    Section::new("solutions", heading, blocks)
}

/// Why there are none, where there is a zone.
fn none_found(deals: &Deals) -> Option<String> {
    let central = &deals.findings.central;
    if !central.has_zone() {
        return None;
    }
    Some(match &central.zone_frontier {
        Known::Within(_, tolerance) => format!(
            "They are chosen from the frontier to within {}, which holds no package.",
            words::tolerance(*tolerance)
        ),
        _ => "They are chosen from the frontier of the zone of agreement, which is not listed, and none was found without it."
            .to_owned(),
    })
}

/// What is said of solutions that were not chosen from a frontier.
fn one_by_one(missing: &[&str]) -> String {
    let each = "Each was searched for by itself, exactly, since the frontier of the zone of agreement is not listed exactly.";
    if missing.is_empty() {
        each.to_owned()
    } else {
        format!("{each} Not found with the work set aside for it: {}.", words::list(missing))
    }
}

/// In the brief: each package that some solution picks, with the solutions that do.
pub(super) fn in_brief(deals: &Deals) -> Vec<Block> {
    let Some(solutions) = deals.findings.central.chosen() else { return Vec::new() };
    let mut picked: Vec<(&Solution, Phrase)> = Vec::new();
    for each in &SOLUTION_CONCEPTS {
        let Some(solution) = (each.of)(solutions) else { continue };
        let at = picked.iter().position(|(known, _)| known.point.package == solution.point.package);
        let at = at.unwrap_or_else(|| {
            picked.push((solution, Phrase::default()));
            picked.len() - 1
        });
        let meaning = match words::ties(&deals.case, solution.ties) {
            Some(ties) => format!("{}; one of {ties} that tie", each.meaning),
            None => each.meaning.to_owned(),
        };
        let names = std::mem::take(&mut picked[at].1);
        picked[at].1 = names.line(LineManner::Plain, each.name).line(LineManner::Second, meaning);
    }
    let table = Table::new(columns(deals, [Column::of("solution")]))
        .with(picked.into_iter().map(|(solution, names)| row(deals, [names], &solution.point)));
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading("What a fair arbiter might pick"),
        Block::table(table),
        Block::how(
            "Values in the central world, each on the party’s own scale from 0 to 1; they cannot be compared between parties.",
        ),
    ]
}

/// Some columns, then the package and what it is worth to each principal.
pub(super) fn columns(deals: &Deals, first: impl IntoIterator<Item = Column>) -> Vec<Column> {
    let mut columns: Vec<Column> = first.into_iter().collect();
    columns.push(Column::of("package"));
    let names = deals.findings.parties.iter().map(|party| deals.case.party(*party).name.clone());
    columns.extend(names.map(Column::figures));
    columns
}

/// Some cells, then a package and what it is worth to each principal.
pub(super) fn row<W: Into<Wording>>(
    deals: &Deals,
    first: impl IntoIterator<Item = W>,
    point: &FrontierPoint,
) -> Vec<Wording> {
    let mut row: Vec<Wording> = first.into_iter().map(Into::into).collect();
    row.push(words::package(&deals.case, &point.package).into());
    row.extend(point.values.iter().map(|value| words::value(*value).into()));
    row
}
