//! Continuous issues by brute force: every choice of options, every choice of stretches, every vertex.
//!
//! On a choice of stretches, between neighbouring numbers at which somebody's worth bends or a red line runs, the smallest surplus is largest at a vertex of
//! the region under its lines. Every set of lines and walls that could meet in one is solved for.

use detente_deals::DealSpace;
use detente_model::{Actor, Case, Choice, IssueId, Package, World};

/// Surpluses below this are nothing: values are rounded to 10⁻¹², of which a package adds up one an issue.
const TOUCH: f64 = 1e-11;

/// One actor's surplus on a choice of stretches: what it is where they begin, and what going to each end adds.
struct Line {
    base: f64,
    rise: Vec<f64>,
}

/// A world of a case, as its definitions say.
pub struct Literal<'a> {
    case: &'a Case,
    world: &'a World,
    space: DealSpace,
    continuous: Vec<usize>,
}

impl<'a> Literal<'a> {
    pub fn of(case: &'a Case, world: &'a World) -> Self {
        let continuous = (0..case.issues.len()).filter(|k| case.issues[*k].continuous).collect();
        Self { case, world, space: DealSpace::new(world).unwrap(), continuous }
    }

    /// The worth of an end of a stretch, in ones; a single number that alone is worth something is a stretch by itself.
    fn worth(&self, actor: Actor, issue: usize, x: f64, stretch: (f64, f64)) -> f64 {
        let position = self.case.position_of(actor).unwrap();
        let curve = self.world.curve(position, IssueId(issue));
        let beside = stretch.0 < stretch.1 && curve.spike().is_some();
        if beside { 0.0 } else { self.world.weights(position)[issue] * curve.at(x) }
    }

    /// Where something happens on an issue: its range, bends, red lines.
    fn knots(&self, issue: usize) -> Vec<f64> {
        let stops: Vec<f64> = self.case.issues[issue].options.iter().filter_map(Choice::number).collect();
        let (low, high) = (stops[0], stops[stops.len() - 1]);
        let mut knots = vec![low, high];
        for terms in self.space.actors() {
            let position = self.case.position_of(terms.actor).unwrap();
            knots.extend(self.world.curve(position, IssueId(issue)).bends());
            let (at_least, at_most) = self.world.red_lines(position, IssueId(issue));
            knots.extend([at_least, at_most]);
        }
        knots.retain(|x| *x >= low && *x <= high);
        knots.sort_by(f64::total_cmp);
        knots.dedup();
        knots
    }

    /// Whether numbers cross a red line of an actor.
    fn beyond(&self, actor: Actor, issue: usize, from: f64, to: f64) -> bool {
        let position = self.case.position_of(actor).unwrap();
        let (at_least, at_most) = self.world.red_lines(position, IssueId(issue));
        from < at_least || to > at_most
    }

    /// The largest smallest surplus of some actors over all packages that cross none of their red lines.
    pub fn largest_least(&self, actors: &[usize]) -> Option<f64> {
        let mut best: Option<f64> = None;
        let mut seen = std::collections::BTreeSet::new();
        for mut package in self.space.packages() {
            self.continuous.iter().for_each(|k| package.0[*k] = 0);
            if !seen.insert(package.clone()) || !self.space.is_feasible(&package) {
                continue;
            }
            let refused = |i: &usize| {
                let terms = &self.space.actors()[*i];
                (0..self.case.issues.len())
                    .filter(|k| !self.continuous.contains(k))
                    .any(|k| terms.refused[k][usize::from(package.0[k])])
            };
            if actors.iter().any(refused) {
                continue;
            }
            self.over_stretches(&package, actors, &mut Vec::new(), &mut best);
        }
        best
    }

    fn over_stretches(
        &self,
        package: &Package,
        actors: &[usize],
        chosen: &mut Vec<(f64, f64)>,
        best: &mut Option<f64>,
    ) {
        let Some(&issue) = self.continuous.get(chosen.len()) else {
            let lines: Vec<Line> = actors.iter().map(|i| self.line(package, *i, chosen)).collect();
            let here = best_vertex(&lines);
            *best = Some(best.map_or(here, |best| best.max(here)));
            return;
        };
        let knots = self.knots(issue);
        let singles = knots.iter().map(|x| (*x, *x));
        for (from, to) in knots.windows(2).map(|w| (w[0], w[1])).chain(singles) {
            if actors.iter().any(|i| self.beyond(self.space.actors()[*i].actor, issue, from, to)) {
                continue;
            }
            chosen.push((from, to));
            self.over_stretches(package, actors, chosen, best);
            chosen.pop();
        }
    }

    fn line(&self, package: &Package, actor: usize, chosen: &[(f64, f64)]) -> Line {
        let terms = &self.space.actors()[actor];
        let stop = |k: &usize| terms.worth[*k][usize::from(package.0[*k])];
        let plain = terms.value(package) - self.continuous.iter().map(stop).sum() - terms.reservation;
        let from = |(k, stretch): (&usize, &(f64, f64))| self.worth(terms.actor, *k, stretch.0, *stretch);
        let to = |(k, stretch): (&usize, &(f64, f64))| self.worth(terms.actor, *k, stretch.1, *stretch);
        Line {
            base: plain.to_f64() + self.continuous.iter().zip(chosen).map(from).sum::<f64>(),
            rise: self.continuous.iter().zip(chosen).map(|at| to(at) - from(at)).collect(),
        }
    }

    /// Whether an answer on the zone is right: there is a package that all accept. Where the best package only touches a reservation, to
    /// within the rounding of values, both answers are.
    pub fn agrees_on_zone(&self, open: bool) -> bool {
        if open { self.all_reach(-TOUCH) } else { !self.all_reach(TOUCH) }
    }

    /// Whether a package that carries gives all who must accept it such a surplus.
    fn all_reach(&self, surplus: f64) -> bool {
        let actors = self.space.actors();
        let signatories: Vec<usize> = (0..actors.len()).filter(|i| actors[*i].signs).collect();
        let voters: Vec<usize> = (0..actors.len()).filter(|i| !actors[*i].signs).collect();
        (0..1u32 << voters.len()).any(|set| {
            let joining = voters.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, v)| *v);
            let accepting: Vec<usize> = signatories.iter().copied().chain(joining).collect();
            self.space.ratification().iter().all(|r| r.carried(|voter| accepting.contains(&voter)))
                && self.largest_least(&accepting).is_some_and(|least| least >= surplus)
        })
    }
}

/// The largest z under all lines in the unit box.
fn best_vertex(lines: &[Line]) -> f64 {
    let unknowns = lines[0].rise.len();
    // Rows `a·(t, z) = b`: the lines, then the walls.
    let mut rows: Vec<(Vec<f64>, f64)> = Vec::new();
    for line in lines {
        rows.push((line.rise.iter().map(|r| -r).chain([1.0]).collect(), line.base));
    }
    for k in 0..unknowns {
        for side in [0.0, 1.0] {
            let mut a = vec![0.0; unknowns + 1];
            a[k] = 1.0;
            rows.push((a, side));
        }
    }
    let mut best = f64::NEG_INFINITY;
    let mut pick: Vec<usize> = (0..=unknowns).collect();
    loop {
        if let Some(t) = solved(&pick.iter().map(|i| rows[*i].clone()).collect::<Vec<_>>()) {
            let t: Vec<f64> = t[..unknowns].to_vec();
            if t.iter().all(|t| (-1e-12..=1.0 + 1e-12).contains(t)) {
                let at = |line: &Line| line.base + line.rise.iter().zip(&t).map(|(r, t)| r * t).sum::<f64>();
                best = best.max(lines.iter().map(at).fold(f64::INFINITY, f64::min));
            }
        }
        // The next choice of rows.
        let Some(at) = (0..pick.len()).rev().find(|at| pick[*at] + pick.len() - at < rows.len()) else {
            return best;
        };
        pick[at] += 1;
        for next in at + 1..pick.len() {
            pick[next] = pick[next - 1] + 1;
        }
    }
}

/// A square system by elimination; `None` where it has no single answer.
fn solved(rows: &[(Vec<f64>, f64)]) -> Option<Vec<f64>> {
    let mut rows = rows.to_vec();
    let n = rows.len();
    for column in 0..n {
        let pivot =
            (column..n).max_by(|a, b| rows[*a].0[column].abs().total_cmp(&rows[*b].0[column].abs()))?;
        if rows[pivot].0[column].abs() < 1e-9 {
            return None;
        }
        rows.swap(column, pivot);
        let (a, b) = rows[column].clone();
        for (i, row) in rows.iter_mut().enumerate() {
            if i != column {
                let by = row.0[column] / a[column];
                row.0.iter_mut().zip(&a).for_each(|(x, y)| *x -= by * y);
                row.1 -= by * b;
            }
        }
    }
    Some((0..n).map(|i| rows[i].1 / rows[i].0[i]).collect())
}
