//! The deal space: every package by what it is worth to each principal, and where agreement lies.

use detente_deals::{BigUint, Solution, ZoneCount};
use minijinja::Value;
use serde::Serialize;

use crate::brief::Brief;
use crate::compose::by_lot;
use crate::html::parties::Faces;
use crate::html::plot::landscape::{Kind, Landscape};
use crate::html::plot::pair::{Pair, Size};
use crate::words;

/// The deal space with its plots.
#[derive(Serialize)]
pub(in crate::html) struct Space {
    /// What to see in the plots.
    see: String,
    /// How the plots are to be read.
    how: String,
    plots: Vec<Value>,
    solutions: Vec<Row>,
    /// What lots or turns between packages would change.
    by_lot: Option<String>,
    /// The principals' names, for the table of solutions.
    parties: Vec<String>,
}

/// A package that solves the bargain in one way or several.
#[derive(Serialize)]
struct Row {
    names: Vec<Name>,
    label: String,
    values: Vec<String>,
}

/// A bargaining solution.
#[derive(Serialize)]
struct Name {
    called: &'static str,
    meaning: &'static str,
    /// How many points of the zone's frontier tie, this one included.
    ties: Option<String>,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Option<Space> {
    let n = faces.0.len();
    let central = &brief.deals.findings.central;
    if n < 2 || central.frontier.value().is_some_and(Vec::is_empty) {
        return None;
    }
    let landscape = Landscape::of(brief);
    let see = see(brief, &landscape);
    let how = how(&landscape, faces);
    let size = if n == 2 { Size::Large } else { Size::Small };
    let pairs = (0..n).flat_map(|x| (x + 1..n).map(move |y| (x, y)));
    let plots = pairs.map(|(x, y)| {
        let (a, b) = (&faces.0[x].name, &faces.0[y].name);
        Pair { landscape: &landscape, faces, x, y, size }.draw(
            &format!("Packages by what they are worth to {a} and to {b}"),
            &format!(
                "{see} No deal is worth {} to {a} and {} to {b}.",
                words::value(central.reservation[x]),
                words::value(central.reservation[y]),
            ),
        )
    });
    Some(Space {
        plots: plots.collect(),
        solutions: solutions(brief),
        by_lot: by_lot::sentence(&brief.case, central),
        parties: faces.0.iter().map(|face| face.name.clone()).collect(),
        see,
        how,
    })
}

/// Where agreement lies, or why there is none.
fn see(brief: &Brief, landscape: &Landscape) -> String {
    let both = if landscape.reservation.len() == 2 { "both principals" } else { "all principals" };
    let central = &brief.deals.findings.central;
    let better = landscape.dots.iter().filter(|dot| landscape.clears(&dot.values)).count();
    match (central.has_zone(), landscape.listed) {
        (true, _) => {
            let zone = match &central.zone_count {
                ZoneCount::Unlimited => "Some packages".to_owned(),
                count => {
                    let all = words::large(&brief.deals.findings.outcomes);
                    format!("{} of {all}", words::sentence(&words::zone_count(count)))
                }
            };
            let agreed = landscape.dots.iter().filter(|dot| dot.kind == Kind::Agreed).count();
            let rest = match better - agreed {
                0 => String::new(),
                _ if central.zone_count == ZoneCount::Unlimited => {
                    " Others would be worth as much, but cross a red line or are refused at home.".to_owned()
                }
                n => format!(
                    " {} would be worth as much, but {} a red line or {} refused at home.",
                    words::plural(n as u128, "other", "others"),
                    if n == 1 { "crosses" } else { "cross" },
                    if n == 1 { "is" } else { "are" },
                ),
            };
            let one = ZoneCount::Exact(BigUint::from(1u8));
            let them = if central.zone_count == one { "it" } else { "them" };
            format!("{zone} would be signed by all: {both} find {them} no worse than no deal.{rest}")
        }
        (false, _) if central.exists().is_none() => {
            "Whether any package would be signed by all is not known: the search for one was given up."
                .to_owned()
        }
        (false, true) if better > 0 => format!(
            "{} would leave {both} no worse off than no deal, but each crosses a red line or is refused at home.",
            words::plural(better as u128, "package", "packages"),
        ),
        (false, _) if landscape.frontier.iter().any(|values| landscape.clears(values)) => format!(
            "Some packages would leave {both} no worse off than no deal, but each crosses a red line or is refused at \
             home."
        ),
        (false, _) if landscape.unlisted.is_some() => {
            "No package would be signed by all who must agree.".to_owned()
        }
        (false, _) => format!(
            "None of the {} leaves {both} at least as well off as no deal.",
            words::packages(&brief.deals.findings.outcomes)
        ),
    }
}

/// How to read the plots.
fn how(landscape: &Landscape, faces: &Faces) -> String {
    let two = faces.0.len() == 2;
    let mut how = match (landscape.listed, two) {
        (true, true) => format!(
            "Each dot is a package, further right the more it is worth to {}, further up the more it is worth to {}, \
             each on its own scale from 0 to 1.",
            faces.0[0].name, faces.0[1].name
        ),
        (true, false) => {
            "Each dot is a package, placed by what it is worth to two of the principals, each on its own scale from 0 \
             to 1; one panel for every pair."
                .to_owned()
        }
        (false, _) if landscape.unlisted.is_some() => {
            "The packages are too many to show one by one, and so are those of the frontier, where nobody can gain unless \
             another loses; drawn are only the leading ones. Each principal’s scale runs from 0 to 1."
                .to_owned()
        }
        (false, _) => "The packages are too many to show one by one; drawn is the frontier, where nobody can gain unless \
                       another loses. Each principal’s scale runs from 0 to 1."
            .to_owned(),
    };
    if landscape.dots.iter().any(|dot| dot.kind == Kind::Agreed) {
        how.push_str(" Dark dots are acceptable to all.");
    }
    if landscape.dots.iter().any(|dot| dot.kind == Kind::Crossing) {
        how.push_str(" Hollow dots cross somebody’s red line.");
    }
    how.push_str(" The shaded corner is no worse than no deal for ");
    how.push_str(if two { "both." } else { "the pair." });
    let some_lines = landscape.lines.as_ref().map(|lines| !lines.is_empty());
    match some_lines {
        Some(true) if two => how.push_str(
            " The line is the frontier over all numbers, those between the dots included: on it, one side can gain only if the \
             other loses. The dots are at some of these numbers.",
        ),
        None if two && landscape.listed => {
            how.push_str(" The thin line is the frontier: on it, one side can gain only if the other loses.");
        }
        _ => {}
    }
    how
}

fn solutions(brief: &Brief) -> Vec<Row> {
    let Some(solutions) = brief.deals.findings.central.chosen() else { return Vec::new() };
    let named: [(&'static str, &'static str, &Option<Solution>); 4] = [
        ("Nash", "largest product of gains", &solutions.nash),
        ("Kalai–Smorodinsky", "equal shares of the most that each could gain", &solutions.kalai_smorodinsky),
        ("egalitarian", "most for whoever gains least", &solutions.egalitarian),
        ("utilitarian", "largest sum of values", &solutions.utilitarian),
    ];
    let mut rows: Vec<(&Solution, Row)> = Vec::new();
    for (called, meaning, solution) in named {
        let Some(solution) = solution else { continue };
        let name = Name { called, meaning, ties: words::ties(&brief.case, solution.ties) };
        match rows.iter_mut().find(|(known, _)| known.point.outcome == solution.point.outcome) {
            Some((_, row)) => row.names.push(name),
            None => rows.push((
                solution,
                Row {
                    names: vec![name],
                    label: words::package(&brief.case, &solution.point.outcome),
                    values: solution.point.values.iter().map(|v| words::value(*v)).collect(),
                },
            )),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
