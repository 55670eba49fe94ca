//! Would it last? Curves of survival, what each factor does, and the findings from other wars behind it.

use detente_durability::Contribution;
use minijinja::Value;
use serde::Serialize;

use crate::brief::Brief;
use crate::compose::lasting::{Alike, days_ranged, hazard};
use crate::html::plot::survival::{Point, draw};
use crate::words;

/// The section.
#[derive(Serialize)]
pub(in crate::html) struct Durability {
    headline: Vec<String>,
    days: Vec<String>,
    groups: Vec<Group>,
    factors: bool,
    findings: Vec<Finding>,
}

/// Packages that last alike.
#[derive(Serialize)]
struct Group {
    names: String,
    caption: String,
    plot: Value,
    survival: Vec<Ranged>,
    median: String,
    factors: Vec<Factor>,
}

/// A probability in two pieces, so that tables can line up.
#[derive(Serialize)]
struct Ranged {
    value: String,
    range: String,
}

#[derive(Serialize)]
struct Factor {
    name: String,
    hazard: String,
    gain: String,
    times: String,
    other_wars: bool,
}

#[derive(Serialize)]
struct Finding {
    what: String,
    citation: String,
    estimated_on: String,
    transfers: String,
    because: String,
}

pub(in crate::html) fn section(brief: &Brief) -> Option<Durability> {
    let found = brief.durability.as_ref()?;
    let alike = found.alike();
    let first = alike.first()?;
    let days = first.first.life.survival.iter().map(|at| format!("{:.0} days", at.days)).collect();
    let finding = |entry: &&detente_durability::FindingEntry| Finding {
        what: words::sentence(&entry.finding),
        citation: entry.citation.clone(),
        estimated_on: entry.estimated_on.clone(),
        transfers: entry.transfers.clone(),
        because: entry.because.clone(),
    };
    let groups: Vec<Group> = alike.iter().enumerate().map(|(i, group)| shown(i, group)).collect();
    Some(Durability {
        headline: found.headline.clone(),
        days,
        factors: groups.iter().any(|group| !group.factors.is_empty()),
        groups,
        findings: found.findings.iter().map(finding).collect(),
    })
}

fn shown(number: usize, group: &Alike<'_>) -> Group {
    let life = &group.first.life;
    let names = words::sentence(&group.names());
    let point = |at: &detente_durability::SurvivalAt| Point {
        day: at.days,
        low: at.probability.low,
        middle: at.probability.median,
        high: at.probability.high,
    };
    let points: Vec<Point> = group.first.curve.iter().map(point).collect();
    let half = life.median_days;
    let caption = format!("{names}: over after {} in half the cases", days_ranged(half));
    let title = format!("How likely {} would last, by day", group.names());
    let factor = |factor: &Contribution| Factor {
        name: factor.name.clone(),
        hazard: hazard(factor),
        gain: words::points(factor.survival_gain.median),
        times: format!(
            "{:.1} ({:.1}–{:.1})",
            factor.median_times.median, factor.median_times.low, factor.median_times.high
        ),
        other_wars: factor.finding.is_some(),
    };
    let ranged = |at: &detente_durability::SurvivalAt| Ranged {
        value: words::percent(at.probability.median),
        range: format!("{:.0}–{:.0} %", at.probability.low * 100.0, at.probability.high * 100.0),
    };
    Group {
        plot: draw(number, &points, half.median, &title, &caption),
        caption,
        survival: life.survival.iter().map(ranged).collect(),
        median: days_ranged(half),
        factors: life.contributions.iter().map(factor).collect(),
        names,
    }
}
