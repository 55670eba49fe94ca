//! The deal space in figures: the central world, the solutions, the frontier.

use detente_deals::{FrontierPoint, Solution};

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Brief;
use crate::words;

/// How many frontier points are listed.
const SHOWN: usize = 12;

pub(super) fn central(brief: &Brief<'_>, width: usize) -> String {
    let central = &brief.deals.central;
    let mut lines = vec![words::sentence(&format!(
        "{} can be put together.",
        words::plural(brief.deals.outcomes, "package", "packages")
    ))];
    let reservations: Vec<String> = (brief.deals.parties.iter().zip(&central.reservation))
        .map(|(party, r)| format!("{} to {}", words::value(*r), brief.case.party(*party).name))
        .collect();
    lines.push(format!("No deal is worth {}.", words::list(&reservations)));
    if let Some(margin) = &central.margin {
        let package = words::package(brief.case, &margin.outcome);
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
        let name = words::mid_sentence(&brief.case.issue(*issue).name);
        lines.push(format!("Red lines leave no option on the {name}."));
    }
    lines.iter().map(|line| wrapped(line, width)).collect()
}

pub(super) fn solutions(brief: &Brief<'_>, width: usize) -> String {
    let central = &brief.deals.central;
    let Some(solutions) = &central.solutions else {
        return if central.has_zone() {
            wrapped("They are chosen from the frontier of the zone of agreement, which is not listed.", width)
        } else {
            String::new()
        };
    };
    let named: [(&str, &Solution); 4] = [
        ("Nash", &solutions.nash),
        ("Kalai–Smorodinsky", &solutions.kalai_smorodinsky),
        ("egalitarian", &solutions.egalitarian),
        ("utilitarian", &solutions.utilitarian),
    ];
    let rows = named.map(|(name, solution)| {
        let ties =
            if solution.ties > 1 { format!("{name} (one of {})", solution.ties) } else { name.to_owned() };
        row(brief, ties, &solution.point)
    });
    table(&columns(brief), rows.into(), width)
}

pub(super) fn frontier(brief: &Brief<'_>, width: usize) -> String {
    let central = &brief.deals.central;
    let (listed, of) = if central.has_zone() {
        (&central.zone_frontier, "of the zone of agreement")
    } else {
        (&central.frontier, "over all packages, red lines aside")
    };
    let points = match listed {
        Ok(points) => points,
        Err(limit) => return wrapped(&format!("The frontier {of} is not listed: {limit}."), width),
    };
    let rows = points.iter().take(SHOWN).enumerate().map(|(i, point)| row(brief, (i + 1).to_string(), point));
    let mut text = table(&columns(brief), rows.collect(), width);
    let shown = points.len().min(SHOWN);
    text.push_str(&wrapped(
        &format!(
            "The frontier {of} has {}; {}.",
            words::plural(points.len() as u128, "point", "points"),
            if shown < points.len() {
                format!("the first {shown} are shown, all are in `--json`")
            } else {
                "all are shown".to_owned()
            },
        ),
        width,
    ));
    text
}

fn columns<'a>(brief: &'a Brief<'_>) -> Vec<(&'a str, Align)> {
    let mut columns = vec![("", Align::Left), ("package", Align::Left)];
    columns.extend(brief.deals.parties.iter().map(|p| (brief.case.party(*p).name.as_str(), Align::Right)));
    columns
}

fn row(brief: &Brief<'_>, name: String, point: &FrontierPoint) -> Vec<String> {
    let mut row = vec![name, words::package(brief.case, &point.outcome)];
    row.extend(point.values.iter().map(|v| words::value(*v)));
    row
}
