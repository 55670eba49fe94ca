//! One continuous issue in one world: who wants which number how much.
//!
//! Between two neighbouring *knots* (the bends and red lines of everybody in this world, and the stops of the case) the worth of every
//! actor is a straight line, and a red line is crossed everywhere or nowhere. Such a *stretch* is known by its ends. Where somebody's worth jumps
//! at a single number, or a red line runs, the number itself is a stretch without length as well.

use detente_model::{Case, Choice, Curve, IssueId, PositionId, World};

/// A continuous issue in one world.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scale {
    /// The issue.
    pub issue: usize,
    /// The numbers that are options of the case, ascending.
    stops: Vec<f64>,
    /// What each actor wants, as the actors of the space are ordered.
    tastes: Vec<Taste>,
    /// The whole range in order.
    pub stretches: Vec<Stretch>,
}

/// What one actor wants on a continuous issue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Taste {
    weight: f64,
    /// How many units make the value 1.
    one: i64,
    curve: Curve,
    /// Red lines; infinite where there is none.
    at_least: f64,
    at_most: f64,
    /// A number to which the actor has moved, with what it is worth to it then.
    moved: Option<(f64, i64)>,
}

/// Numbers between which nothing bends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends; the same for a single number.
    pub to: f64,
    /// What both ends are worth to each actor, seen from inside, in units.
    pub worth: Vec<[i64; 2]>,
    /// Whether what lies between the ends crosses a red line of each actor.
    pub refused: Vec<bool>,
    /// Between which stops of the case it lies: the place of the lower one.
    pub cell: usize,
}

impl Taste {
    pub fn of(world: &World, position: PositionId, issue: usize, one: i64) -> Self {
        let (at_least, at_most) = world.red_lines(position, IssueId(issue));
        let curve = world.curve(position, IssueId(issue));
        Self { weight: world.weights(position)[issue], one, curve, at_least, at_most, moved: None }
    }

    /// What a number is worth, rounded as the worth of options is.
    fn worth(&self, x: f64) -> i64 {
        match self.moved {
            Some((to, worth)) if to == x => worth,
            _ if self.weight == 0.0 => 0,
            _ => self.rounded(x),
        }
    }

    /// What numbers right beside this one are worth.
    fn worth_beside(&self, x: f64) -> i64 {
        if self.weight == 0.0 || self.curve.spike().is_some() {
            return 0;
        }
        self.rounded(x)
    }

    fn rounded(&self, x: f64) -> i64 {
        (self.weight * self.curve.at(x) * self.one as f64).round() as i64
    }

    fn refuses(&self, x: f64) -> bool {
        !self.moved.is_some_and(|(to, _)| to == x) && (x < self.at_least || x > self.at_most)
    }

    /// Numbers at which something happens to this actor alone.
    fn single(&self) -> impl Iterator<Item = f64> {
        let spike = self.curve.spike().filter(|_| self.weight != 0.0);
        [Some(self.at_least), Some(self.at_most), spike, self.moved.map(|(to, _)| to)].into_iter().flatten()
    }
}

impl Scale {
    pub fn new(case: &Case, issue: usize, tastes: Vec<Taste>) -> Self {
        let stops = case.issues[issue].options.iter().filter_map(Choice::number).collect();
        let mut scale = Self { issue, stops, tastes, stretches: Vec::new() };
        scale.stretch();
        scale
    }

    /// The stretches anew, after a taste has changed.
    fn stretch(&mut self) {
        let (Some(low), Some(high)) = (self.stops.first().copied(), self.stops.last().copied()) else {
            return;
        };
        let within = |x: &f64| *x >= low && *x <= high;
        let mut single: Vec<f64> = self.tastes.iter().flat_map(Taste::single).filter(within).collect();
        let bends = self.tastes.iter().flat_map(|taste| taste.curve.bends()).filter(within);
        let mut knots: Vec<f64> =
            self.stops.iter().copied().chain(bends).chain(single.iter().copied()).collect();
        for list in [&mut single, &mut knots] {
            list.sort_by(f64::total_cmp);
            list.dedup();
        }
        let cell = |x: f64| {
            let above = self.stops.partition_point(|stop| *stop <= x);
            above.saturating_sub(1).min(self.stops.len().saturating_sub(2))
        };
        let point = |x: f64| Stretch {
            from: x,
            to: x,
            worth: self.tastes.iter().map(|taste| [taste.worth(x); 2]).collect(),
            refused: self.tastes.iter().map(|taste| taste.refuses(x)).collect(),
            cell: cell(x),
        };
        let between = |from: f64, to: f64| Stretch {
            from,
            to,
            worth: self.tastes.iter().map(|t| [t.worth_beside(from), t.worth_beside(to)]).collect(),
            // No red line runs inside, so the whole lies beyond one or none of it does.
            refused: self.tastes.iter().map(|t| from < t.at_least || to > t.at_most).collect(),
            cell: cell(from),
        };
        let mut stretches = Vec::with_capacity(2 * knots.len());
        for (i, x) in knots.iter().enumerate() {
            if single.binary_search_by(|y| y.total_cmp(x)).is_ok() || knots.len() == 1 {
                stretches.push(point(*x));
            }
            if let Some(next) = knots.get(i + 1) {
                stretches.push(between(*x, *next));
            }
        }
        self.stretches = stretches;
    }

    /// What a number is worth to an actor, in units.
    pub fn worth(&self, actor: usize, x: f64) -> i64 {
        self.tastes[actor].worth(x)
    }

    /// Whether a number crosses a red line of an actor.
    pub fn refuses(&self, actor: usize, x: f64) -> bool {
        self.tastes[actor].refuses(x)
    }

    /// Between how many pairs of neighbouring options the range lies.
    pub fn cells(&self) -> usize {
        self.stops.len().saturating_sub(1)
    }

    /// The number of an option.
    pub fn stop(&self, option: usize) -> f64 {
        self.stops[option]
    }

    /// The option at or below a number.
    pub fn stop_below(&self, x: f64) -> usize {
        self.stops.partition_point(|stop| *stop <= x).saturating_sub(1)
    }

    /// After an actor has moved to an option that is now worth this to it.
    pub fn moved(&mut self, actor: usize, option: usize, worth: i64) {
        self.tastes[actor].moved = Some((self.stops[option], worth));
        self.stretch();
    }

    /// Whether a number lies within an actor's red lines once they have been moved out to `to`.
    pub fn lies_within_line(&self, actor: usize, x: f64, to: f64) -> bool {
        let taste = &self.tastes[actor];
        x >= taste.at_least.min(to) && x <= taste.at_most.max(to)
    }

    /// After an actor has moved its red lines out as far as a number.
    pub fn line_moved(&mut self, actor: usize, to: f64) {
        let taste = &mut self.tastes[actor];
        (taste.at_least, taste.at_most) = (taste.at_least.min(to), taste.at_most.max(to));
        self.stretch();
    }

    /// The number nearest to an actor's red line with which something opens that opens at `met`, beyond the line, and at everything further out; written in
    /// as few digits as still open it.
    ///
    /// # Errors
    /// The first error of `opens`.
    pub fn nearest_to_line<E>(
        &self,
        actor: usize,
        met: f64,
        opens: &dyn Fn(f64) -> Result<bool, E>,
    ) -> Result<f64, E> {
        let taste = &self.tastes[actor];
        let line = if met < taste.at_least { taste.at_least } else { taste.at_most };
        let (mut closed, mut open) = (line, met);
        // Halved until a millionth of the way is left.
        for _ in 0..20 {
            let middle = closed + (open - closed) / 2.0;
            if opens(middle)? { open = middle } else { closed = middle }
        }
        for digits in 0..=9 {
            let scale = 10_f64.powi(digits);
            let outwards = if met < line { (open * scale).floor() } else { (open * scale).ceil() } / scale;
            for short in [(open * scale).round() / scale, outwards] {
                let slightly = (short - open).abs() <= (met - line).abs() / 1_000.0;
                let inside = short >= met.min(line) && short <= met.max(line);
                if slightly && inside && opens(short)? {
                    return Ok(short);
                }
            }
        }
        Ok(open)
    }

    /// The stop beside a number beyond an actor's red line, on the far side of the line.
    pub fn stop_beyond_line(&self, actor: usize, x: f64) -> usize {
        let nearest = (0..self.stops.len()).filter(|stop| self.tastes[actor].refuses(self.stops[*stop]));
        nearest
            .min_by(|a, b| (self.stops[*a] - x).abs().total_cmp(&(self.stops[*b] - x).abs()))
            .unwrap_or_else(|| self.stop_below(x))
    }

    /// Whether an actor has a red line inside the range.
    pub fn has_line(&self, actor: usize) -> bool {
        self.stretches.iter().any(|stretch| stretch.refused[actor])
    }

    /// As the first actors alone see it: with the red lines of all who sign, which then bind each of them, or without any.
    pub fn kept_to(&mut self, actors: usize, red_lines: bool, signs: &dyn Fn(usize) -> bool) {
        let bound = |of: fn(&Taste) -> f64, tighter: fn(f64, f64) -> f64, none: f64| {
            let binding = self.tastes.iter().enumerate().filter(|(actor, _)| red_lines && signs(*actor));
            binding.map(|(_, taste)| of(taste)).fold(none, tighter)
        };
        let at_least = bound(|taste| taste.at_least, f64::max, f64::NEG_INFINITY);
        let at_most = bound(|taste| taste.at_most, f64::min, f64::INFINITY);
        self.tastes.truncate(actors);
        for taste in &mut self.tastes {
            (taste.at_least, taste.at_most) = (at_least, at_most);
        }
        self.stretch();
    }

    /// After an actor has taken back its red lines.
    pub fn lifted(&mut self, actor: usize) {
        let taste = &mut self.tastes[actor];
        (taste.at_least, taste.at_most) = (f64::NEG_INFINITY, f64::INFINITY);
        self.stretch();
    }
}
