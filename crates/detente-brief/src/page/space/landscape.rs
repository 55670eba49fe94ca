//! What the plots of the deal space show: packages as points, the frontier, and the points that carry a name.

use std::collections::BTreeSet;

use detente_deals::{PICKED_BY_ALL, SOLUTION_CONCEPTS, Units};
use detente_model::Package;

use crate::brief::Deals;
use crate::page::face::Faces;
use crate::page::plot::{Dot, Grid, Kind, Named, Pair};

/// Up to how many dots, over all panels, packages are shown one by one.
const MOST_DOTS: u128 = 10_000;
/// Up to how many packages are looked at to say where some lie.
const MOST_PLACED: u128 = 200_000;

/// A point with a name.
struct Point {
    values: Vec<f64>,
    letters: Vec<String>,
    roles: Vec<String>,
}

/// The deal space as points, in the central world; values to each principal.
pub(super) struct Landscape {
    /// Feasible packages; empty when they are too many.
    pub dots: Vec<(Vec<f64>, Kind)>,
    /// Whether the packages are shown one by one.
    pub listed: bool,
    /// Empty when it is not listed.
    pub frontier: Vec<Vec<f64>>,
    agreed_frontier: Vec<Vec<f64>>,
    /// Between the stops of continuous issues, the ends of the lines that the frontier runs along; `None` without such issues, or where they are
    /// not listed.
    pub lines: Option<Vec<[Vec<f64>; 2]>>,
    /// Whether the frontier is not listed.
    pub unlisted: bool,
    no_deal: Vec<f64>,
    named: Vec<Point>,
    open: bool,
    grid: Option<Grid>,
}

impl Landscape {
    /// With the names of the leading packages at some places.
    pub fn of(deals: &Deals, lettered: &[usize]) -> Self {
        let central = &deals.findings.central;
        let space = &central.space;
        let n = deals.findings.parties.len() as u128;
        // With three principals or more, every package appears once in each panel.
        let panels = if n > 2 { n * (n - 1) / 4 } else { 1 };
        let listed = deals.findings.packages <= (MOST_DOTS / panels.max(1)).into();
        let feasible = || space.packages().filter(|package| space.is_feasible(package));
        let signatories = space.signatories();
        let crosses = |package: &Package| signatories.iter().any(|i| space.crosses_line(*i, package));
        let dot = |package: Package| {
            let kind = match (space.all_accept(&package), crosses(&package)) {
                (true, _) => Kind::Agreed,
                (false, true) => Kind::Crossing,
                (false, false) => Kind::Refused,
            };
            (plain(&space.values(&package)), kind)
        };
        let dots = if listed { feasible().map(dot).collect() } else { Vec::new() };
        let placed = n == 2 && deals.findings.packages <= MOST_PLACED.into();
        let place = |values: &[f64]| Grid::place([values[0], values[1]]);
        let grid = placed.then(|| {
            let taken: BTreeSet<[usize; 2]> = if listed {
                dots.iter().map(|(values, _)| place(values)).collect()
            } else {
                feasible().map(|package| place(&plain(&space.values(&package)))).collect()
            };
            Grid { taken: taken.into_iter().collect() }
        });
        Self {
            dots,
            listed,
            frontier: central
                .frontier
                .value()
                .into_iter()
                .flatten()
                .map(|point| plain(&point.values))
                .collect(),
            agreed_frontier: central
                .zone_frontier
                .value()
                .into_iter()
                .flatten()
                .map(|point| plain(&point.values))
                .collect(),
            lines: lines(deals),
            unlisted: central.frontier.limit().is_some(),
            no_deal: plain(&central.reservation),
            named: named(deals, lettered),
            open: central.has_zone(),
            grid,
        }
    }

    /// Whether every principal finds these values no worse than no deal.
    pub fn clears(&self, values: &[f64]) -> bool {
        values.iter().zip(&self.no_deal).all(|(value, floor)| value >= floor)
    }

    /// How many packages every principal finds no worse than no deal: those that keep to the red lines of all who must agree, and those that
    /// cross one; `None` where they are too many to list.
    pub fn better(&self) -> Option<[usize; 2]> {
        let better = || self.dots.iter().filter(|(values, _)| self.clears(values));
        let crossing = better().filter(|(_, kind)| *kind == Kind::Crossing).count();
        self.listed.then(|| [better().count() - crossing, crossing])
    }

    /// The same as two principals see it.
    pub fn between(&self, faces: &Faces, x: usize, y: usize) -> Pair {
        let pair = |values: &Vec<f64>| [values[x], values[y]];
        Pair {
            faces: [faces.faces[x].clone(), faces.faces[y].clone()],
            alone: faces.faces.len() == 2,
            dots: self.dots.iter().map(|(values, kind)| Dot { at: pair(values), kind: *kind }).collect(),
            listed: self.listed,
            frontier: self.frontier.iter().map(pair).collect(),
            agreed_frontier: self.agreed_frontier.iter().map(pair).collect(),
            lines: self
                .lines
                .as_ref()
                .map(|lines| lines.iter().map(|line| line.each_ref().map(pair)).collect()),
            no_deal: pair(&self.no_deal),
            named: self
                .named
                .iter()
                .map(|point| Named {
                    at: pair(&point.values),
                    letters: point.letters.clone(),
                    roles: point.roles.clone(),
                })
                .collect(),
            open: self.open,
            grid: self.grid.clone(),
            picks: Vec::new(),
        }
    }
}

fn lines(deals: &Deals) -> Option<Vec<[Vec<f64>; 2]>> {
    let continuous = deals.case.issues.iter().any(|issue| issue.continuous);
    let listed = deals.findings.central.frontier_segments.value().filter(|_| continuous)?;
    Some(listed.iter().map(|line| [plain(&line.from.values), plain(&line.to.values)]).collect())
}

fn plain(values: &[Units]) -> Vec<f64> {
    values.iter().map(|v| v.to_f64()).collect()
}

/// Leading packages at some places, and solutions; names that fall on the same values share a point.
fn named(deals: &Deals, lettered: &[usize]) -> Vec<Point> {
    let central = &deals.findings.central;
    let mut points: Vec<(Vec<Units>, Point)> = Vec::new();
    let mut at = |values: &[Units], letter: Option<&str>, role: Option<&str>| {
        let known = points.iter().position(|(known, _)| known == values).unwrap_or_else(|| {
            let point = Point { values: plain(values), letters: Vec::new(), roles: Vec::new() };
            points.push((values.to_vec(), point));
            points.len() - 1
        });
        let point = &mut points[known].1;
        point.letters.extend(letter.map(str::to_owned));
        point.roles.extend(role.map(str::to_owned));
    };
    for package in lettered.iter().map(|place| &deals.packages[*place]) {
        at(&package.values, Some(&package.letter), None);
    }
    if let Some(solutions) = central.chosen() {
        for each in &SOLUTION_CONCEPTS {
            if let Some(solution) = (each.of)(solutions) {
                at(&solution.point.values, None, Some(each.name));
            }
        }
    } else if let Some(margin) = &central.margin {
        at(&central.space.values(&margin.package), None, Some("nearest to agreement"));
    }
    let mut named: Vec<Point> = points.into_iter().map(|(_, point)| point).collect();
    for point in named.iter_mut().filter(|point| point.roles.len() == SOLUTION_CONCEPTS.len()) {
        point.roles = vec![PICKED_BY_ALL.to_owned()];
    }
    named
}
