//! Would it last? Survival of packages, what each factor does, and what is published.

use super::table::{Align, table};
use super::wrapped;
use crate::compose::lasting::{Lasting, days_ranged, hazard};
use crate::words;

/// Survival on the days reported and the median, for each package.
pub(super) fn survival(found: &Lasting, width: usize) -> String {
    let groups = found.alike();
    let Some(first) = groups.first() else { return String::new() };
    let days: Vec<String> =
        first.first.life.survival.iter().map(|at| format!("{:.0} days", at.days)).collect();
    let mut columns = vec![("lasts beyond", Align::Left)];
    columns.extend(days.iter().map(|day| (day.as_str(), Align::Right)));
    columns.push(("over by then in half the cases", Align::Right));
    let rows = groups.iter().map(|group| {
        let life = &group.first.life;
        let mut row = vec![words::sentence(&group.names())];
        row.extend(
            life.survival
                .iter()
                .map(|at| words::ranged(at.probability.median, at.probability.low, at.probability.high)),
        );
        row.push(days_ranged(life.median_days));
        row
    });
    let mut text = table(&columns, rows.collect(), width);
    for package in found.packages.iter().filter(|package| !package.label.is_empty()) {
        let letter = package.letter.as_ref().map_or_else(|| "The package".to_owned(), Clone::clone);
        text.push_str(&wrapped(&format!("{letter}  {}", package.label), width));
    }
    text.push_str(&wrapped(
        "In brackets the middle nine tenths of what doubt about the case and about the findings leaves.",
        width,
    ));
    text
}

/// What each factor does.
pub(super) fn factors(found: &Lasting, width: usize) -> String {
    let columns = [
        ("in", Align::Left),
        ("factor", Align::Left),
        ("risk times", Align::Left),
        ("lasts 180 days", Align::Right),
        ("half-life times", Align::Right),
        ("from", Align::Left),
    ];
    let groups = found.alike();
    let rows: Vec<Vec<String>> = groups
        .iter()
        .flat_map(|group| {
            group.first.life.contributions.iter().map(|factor| {
                let times = factor.median_times;
                vec![
                    words::sentence(&group.names()),
                    factor.name.clone(),
                    hazard(factor),
                    words::points(factor.survival_gain.median),
                    format!("{:.1} ({:.1}–{:.1})", times.median, times.low, times.high),
                    if factor.finding.is_some() { "other wars" } else { "this case" }.to_owned(),
                ]
            })
        })
        .collect();
    if rows.is_empty() { String::new() } else { table(&columns, rows, width) }
}

/// The published findings, with what they were estimated on and how far they carry over.
pub(super) fn findings(found: &Lasting, width: usize) -> String {
    let indent = textwrap::Options::new(width).initial_indent("  · ").subsequent_indent("    ");
    let line = |entry: &&detente_durability::FindingEntry| {
        let told = format!("{}: {}", entry.id, entry.warning());
        textwrap::fill(&told, &indent) + "\n"
    };
    found.findings.iter().map(line).collect()
}
