//! What the plots of the deal space show: packages as points, the frontier, and the points that carry a name.

use detente_deals::Solutions;
use detente_deals::fixed::from_units;
use detente_model::Outcome;

use crate::brief::Brief;

/// Up to how many dots, over all panels, packages are shown one by one.
const MOST_DOTS: u128 = 10_000;

/// How a package stands in the central world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::html) enum Kind {
    /// It crosses a red line of somebody who must agree.
    Crossing,
    /// It crosses none, but somebody does not accept it.
    Refused,
    /// All accept it.
    Agreed,
}

/// One package.
pub(in crate::html) struct Dot {
    pub values: Vec<f64>,
    pub kind: Kind,
}

/// A point with a name.
pub(in crate::html) struct Named {
    pub values: Vec<f64>,
    /// Letters of leading packages.
    pub letters: Vec<String>,
    /// What else the point is.
    pub roles: Vec<&'static str>,
}

/// The deal space as points, in the central world.
pub(in crate::html) struct Landscape {
    /// Feasible packages; empty when they are too many.
    pub dots: Vec<Dot>,
    /// Whether the packages are shown one by one.
    pub listed: bool,
    /// Empty when it is not listed.
    pub frontier: Vec<Vec<f64>>,
    /// Between the stops of continuous issues, the ends of the lines that the frontier runs along; `None` without such issues, or where they are
    /// not listed.
    pub lines: Option<Vec<[Vec<f64>; 2]>>,
    /// Why the frontier is not listed.
    pub unlisted: Option<String>,
    pub reservation: Vec<f64>,
    pub named: Vec<Named>,
    pub open: bool,
}

impl Landscape {
    pub fn of(brief: &Brief) -> Self {
        let central = &brief.deals.findings.central;
        let space = &central.space;
        let n = brief.deals.findings.parties.len() as u128;
        // With three principals or more, every package appears once in each panel.
        let panels = if n > 2 { n * (n - 1) / 4 } else { 1 };
        let listed = brief.deals.findings.outcomes <= (MOST_DOTS / panels.max(1)).into();
        let mut dots = Vec::new();
        if listed {
            let crosses =
                |outcome: &Outcome| space.actors().iter().any(|terms| terms.signs && terms.refuses(outcome));
            for outcome in space.outcomes().filter(|outcome| space.is_feasible(outcome)) {
                let kind = match (space.all_accept(&outcome), crosses(&outcome)) {
                    (true, _) => Kind::Agreed,
                    (false, true) => Kind::Crossing,
                    (false, false) => Kind::Refused,
                };
                dots.push(Dot { values: plain(&space.values(&outcome)), kind });
            }
        }
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
            lines: lines(brief),
            unlisted: central.frontier.limit().map(ToString::to_string),
            reservation: plain(&central.reservation),
            named: named(brief),
            open: central.has_zone(),
        }
    }

    /// Whether every principal finds these values no worse than no deal.
    pub fn clears(&self, values: &[f64]) -> bool {
        values.iter().zip(&self.reservation).all(|(value, floor)| value >= floor)
    }
}

fn lines(brief: &Brief) -> Option<Vec<[Vec<f64>; 2]>> {
    let continuous = brief.case.issues.iter().any(|issue| issue.continuous);
    let listed = brief.deals.findings.central.frontier_segments.value().filter(|_| continuous)?;
    Some(listed.iter().map(|line| [plain(&line.from.values), plain(&line.to.values)]).collect())
}

fn plain(units: &[i64]) -> Vec<f64> {
    units.iter().map(|v| from_units(*v)).collect()
}

/// Leading packages and solutions; names that fall on the same values share a point.
fn named(brief: &Brief) -> Vec<Named> {
    let central = &brief.deals.findings.central;
    let mut points: Vec<(Vec<i64>, Named)> = Vec::new();
    let mut at = |values: &[i64], letter: Option<&str>, role: Option<&'static str>| {
        let known = points.iter().position(|(known, _)| known == values).unwrap_or_else(|| {
            let named = Named { values: plain(values), letters: Vec::new(), roles: Vec::new() };
            points.push((values.to_vec(), named));
            points.len() - 1
        });
        let named = &mut points[known].1;
        named.letters.extend(letter.map(str::to_owned));
        named.roles.extend(role);
    };
    for package in &brief.deals.packages {
        at(&package.values, Some(&package.letter), None);
    }
    if let Some(Solutions { nash, kalai_smorodinsky, egalitarian, utilitarian }) = central.chosen() {
        let named = [
            ("Nash", nash),
            ("Kalai–Smorodinsky", kalai_smorodinsky),
            ("egalitarian", egalitarian),
            ("utilitarian", utilitarian),
        ];
        for (name, solution) in named {
            if let Some(solution) = solution {
                at(&solution.point.values, None, Some(name));
            }
        }
    } else if let Some(margin) = &central.margin {
        at(&central.space.values(&margin.outcome), None, Some("nearest to agreement"));
    }
    points.into_iter().map(|(_, named)| named).collect()
}
