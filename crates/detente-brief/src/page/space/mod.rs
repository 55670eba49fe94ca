//! The deal space: every package by what it is worth to each principal, and where agreement lies.

mod landscape;
mod pickable;

use detente_deals::{BigUint, ZoneCount};

use self::landscape::Landscape;
pub use self::pickable::{PickablePackage, PickableSpace};
use super::face::Faces;
use super::plot::{Data, Illustration, Kind, Plot};
use super::wording::told;
use super::{Block, Section, solutions};
use crate::brief::Deals;
use crate::compose::by_lot;
use crate::words;

pub(super) fn section(deals: &Deals, faces: &Faces) -> Section {
    let n = faces.faces.len();
    let central = &deals.findings.central;
    let mut blocks = Vec::new();
    if n >= 2 {
        let all: Vec<usize> = (0..deals.packages.len()).collect();
        let figure = Block::figure(figure(deals, faces, &all));
        // A terminal draws the space of two; a page draws all pairs, if there is anything to see.
        let empty = central.frontier.value().is_some_and(Vec::is_empty);
        blocks.extend(match (n == 2, empty) {
            (true, true) => Some(figure.short()),
            (true, false) => Some(figure),
            (false, true) => None,
            (false, false) => Some(figure.full()),
        });
        if !empty {
            blocks.extend(solutions::in_brief(deals).into_iter().map(Block::full));
            blocks.extend(by_lot::sentence(&deals.case, central).map(|told| Block::told(told).full()));
        }
    }
    Section::new("space", "The deal space", blocks)
}

/// The plots alone, with the leading packages at some places; nothing where there is nothing to see.
pub(super) fn drawn(deals: &Deals, faces: &Faces, listed: &[usize]) -> Section {
    let empty = deals.findings.central.frontier.value().is_some_and(Vec::is_empty);
    let some = faces.faces.len() == 2 && !empty;
    let blocks = if some { vec![Block::figure(figure(deals, faces, listed))] } else { Vec::new() };
    Section::new("map", "The deal space", blocks)
}

fn figure(deals: &Deals, faces: &Faces, listed: &[usize]) -> Illustration {
    let n = faces.faces.len();
    let central = &deals.findings.central;
    let landscape = Landscape::of(deals, listed);
    let see = see(deals, &landscape);
    let pairs = (0..n).flat_map(|x| (x + 1..n).map(move |y| (x, y)));
    let plots: Vec<Plot> = pairs
        .map(|(x, y)| {
            let (a, b) = (&faces.faces[x].name, &faces.faces[y].name);
            Plot {
                id: format!("space-{}-{}", x + 1, y + 1),
                title: format!("Packages by what they are worth to {a} and to {b}"),
                desc: format!(
                    "{see} No deal is worth {} to {a} and {} to {b}.",
                    words::value(central.reservation[x]),
                    words::value(central.reservation[y]),
                ),
                data: Data::Pair(Box::new(landscape.between(faces, x, y))),
            }
        })
        .collect();
    Illustration::new(see, plots).read(told(how_drawn(deals, &landscape), how(&landscape, faces)))
}

/// How to read the plot of a terminal.
fn how_drawn(deals: &Deals, landscape: &Landscape) -> String {
    let zone = match deals.findings.central.exists() {
        Some(true) => "Up and to the right of the cross both gain; ● are the best packages that all accept.",
        Some(false) => match landscape.better() {
            // What cannot be listed cannot be told apart.
            None => {
                "Up and to the right of the cross both would gain; nothing that lies there is acceptable to all."
            }
            Some([0, 0]) => "Up and to the right of the cross both would gain; nothing lies there.",
            Some([0, _]) => {
                "Up and to the right of the cross both would gain; nothing that keeps to the red lines lies there."
            }
            Some([_, _]) => {
                "Up and to the right of the cross both would gain; what keeps to the red lines there lacks consent at home."
            }
        },
        None => {
            "Up and to the right of the cross both would gain; whether anything lies there that keeps to the red lines is not known."
        }
    };
    format!(
        "{zone} The cross is what no deal is worth to each, · a package, ○ one that nothing betters for both (red lines aside), \
         letters are the packages listed; all in the central world."
    )
}

/// Where agreement lies, or why there is none.
fn see(deals: &Deals, landscape: &Landscape) -> String {
    let both = if deals.findings.parties.len() == 2 { "both principals" } else { "all principals" };
    let central = &deals.findings.central;
    let better = landscape.dots.iter().filter(|dot| landscape.clears(&dot.0)).count();
    match (central.has_zone(), landscape.listed) {
        (true, _) => {
            let zone = match &central.zone_count {
                ZoneCount::Unlimited => "Some packages".to_owned(),
                count => {
                    let all = words::large(&deals.findings.packages);
                    format!("{} of {all}", words::sentence(&words::zone_count(count)))
                }
            };
            let agreed = landscape.dots.iter().filter(|dot| dot.1 == Kind::Agreed).count();
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
        (false, true) if better > 0 => {
            let [kept, crossing] = landscape.better().unwrap_or_default();
            let why = match (kept, crossing) {
                (0, _) => "but none keeps to all red lines".to_owned(),
                (_, 0) => {
                    "and keeps to all red lines, but none has the consent that is needed at home".to_owned()
                }
                (kept, _) => format!(
                    "but only {} to all red lines, and that lacks the consent that is needed at home",
                    if kept == 1 { "one keeps".to_owned() } else { format!("{} keep", words::count(kept)) }
                ),
            };
            format!(
                "{} would leave {both} no worse off than no deal, {why}.",
                words::plural(better as u128, "package", "packages"),
            )
        }
        (false, _) if landscape.frontier.iter().any(|values| landscape.clears(values)) => format!(
            "Some packages would leave {both} no worse off than no deal, but each crosses a red line or is refused at \
             home."
        ),
        (false, _) if landscape.unlisted => "No package would be signed by all who must agree.".to_owned(),
        (false, _) => format!(
            "None of the {} leaves {both} at least as well off as no deal.",
            words::packages(&deals.findings.packages)
        ),
    }
}

/// How to read the plots.
fn how(landscape: &Landscape, faces: &Faces) -> String {
    let two = faces.faces.len() == 2;
    let mut how = match (landscape.listed, two) {
        (true, true) => format!(
            "Each dot is a package, further right the more it is worth to {}, further up the more it is worth to {}, \
             each on its own scale from 0 to 1.",
            faces.faces[0].name, faces.faces[1].name
        ),
        (true, false) => {
            "Each dot is a package, placed by what it is worth to two of the principals, each on its own scale from 0 \
             to 1; one panel for every pair."
                .to_owned()
        }
        (false, _) if landscape.unlisted => {
            "The packages are too many to show one by one, and so are those of the frontier, where nobody can gain unless \
             another loses; drawn are only the leading ones. Each principal’s scale runs from 0 to 1."
                .to_owned()
        }
        (false, _) => "The packages are too many to show one by one; drawn is the frontier, where nobody can gain unless \
                       another loses. Each principal’s scale runs from 0 to 1."
            .to_owned(),
    };
    if landscape.dots.iter().any(|dot| dot.1 == Kind::Agreed) {
        how.push_str(" Dark dots are acceptable to all.");
    }
    if landscape.dots.iter().any(|dot| dot.1 == Kind::Crossing) {
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
