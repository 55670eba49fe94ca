//! Who votes how between a decision and things as they are, and whose vote decides, where saying no may cost something.
//!
//! A decision is worth to somebody how much nearer it is than things as they are, issues counting by their salience: from −1 to 1. Who gains votes in favour; who loses more than saying no
//! would cost it votes against; the others abstain.

use super::Rule;
use crate::Body;

/// How somebody votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ballot {
    /// It gains.
    For,
    /// It neither gains nor loses enough to say no.
    Abstains,
    /// It loses more than saying no costs it.
    Against,
}

/// What counts as nothing gained.
const NOTHING: f64 = 1e-9;

/// A vote on a decision.
///
/// ```
/// use detente_collective::Body;
/// use detente_collective::rules::{Ballot, Rule, Vote};
///
/// let mut body = Body::over(1);
/// body.actor("North", 1.0, [(0.0, 1.0)]).actor("East", 1.0, [(0.6, 1.0)]).actor("South", 1.0, [(1.0, 1.0)]);
/// let body = body.build()?;
/// // From .2 to .5 North loses .3; as long as saying no costs it less, it votes against.
/// let vote = Vote::between(&body, &[Some(0.2)], &[0.5], &[0.1, 0.0, 0.0]);
/// assert_eq!(vote.ballots(), [Ballot::Against, Ballot::For, Ballot::For]);
/// assert!(vote.passes(&Rule::majority(vec![1.0; 3])) && !vote.passes(&Rule::consensus(vec![1.0; 3])));
/// // Under a majority of three both others are needed.
/// assert_eq!(vote.decides(&Rule::majority(vec![1.0; 3])), [false, true, true]);
/// # Ok::<(), detente_collective::CollectiveError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    ballots: Vec<Ballot>,
    gains: Vec<f64>,
}

impl Vote {
    /// Between a decision and things as they are, both as shares of the scales; issues of which it is not known how things stand are left out. `lets_pass` says how much each actor would
    /// lose before it says no.
    pub fn between(body: &Body, status_quo: &[Option<f64>], decision: &[f64], lets_pass: &[f64]) -> Self {
        let gain = |actor: usize| {
            let (position, salience) = (body.position(actor), body.salience(actor));
            let issues = status_quo.iter().zip(decision).zip(position.iter().zip(salience));
            let (gain, whole) = issues.fold((0.0, 0.0), |(sum, whole), ((now, then), (at, cares))| {
                let Some(now) = now else { return (sum, whole) };
                (sum + cares * ((now - at).abs() - (then - at).abs()), whole + cares)
            });
            if whole > 0.0 { gain / whole } else { 0.0 }
        };
        let gains: Vec<f64> = (0..body.len()).map(gain).collect();
        let ballot = |(gain, lets_pass): (&f64, &f64)| match gain {
            gain if *gain < -lets_pass - NOTHING => Ballot::Against,
            gain if *gain > NOTHING => Ballot::For,
            _ => Ballot::Abstains,
        };
        Self { ballots: gains.iter().zip(lets_pass).map(ballot).collect(), gains }
    }

    /// How each actor votes.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// What each actor gains, −1 to 1.
    pub fn gains(&self) -> &[f64] {
        &self.gains
    }

    /// Whether the decision passes.
    pub fn passes(&self, rule: &Rule) -> bool {
        rule.passes(|actor| self.ballots[actor])
    }

    /// Of each actor whether its vote decides: whether the outcome would be another if it alone voted otherwise, in favour where the decision fails and against where it passes.
    pub fn decides(&self, rule: &Rule) -> Vec<bool> {
        let passes = self.passes(rule);
        let turned = if passes { Ballot::Against } else { Ballot::For };
        (0..self.ballots.len())
            .map(|actor| {
                let other = |of: usize| if of == actor { turned } else { self.ballots[of] };
                self.ballots[actor] != turned && rule.passes(other) != passes
            })
            .collect()
    }
}

/// From where to where, as shares of the scale, things as they are could be changed on one issue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Carries {
    /// How things stand.
    pub status_quo: f64,
    /// Every place above this one and below the status quo would pass; the status quo itself where none would.
    pub low: f64,
    /// Every place above the status quo and below this one would pass; the status quo itself where none would.
    pub high: f64,
}

impl Carries {
    /// What would pass on an issue against things as they are, where each actor looks at this issue alone.
    pub fn on(body: &Body, issue: usize, rule: &Rule, status_quo: f64, lets_pass: &[f64]) -> Self {
        let side = |up: f64| {
            // Mirrored, so that both directions are one: distances above the status quo.
            let ideal = |actor: usize| (body.position(actor)[issue] - status_quo) * up;
            // In favour below twice as far as its ideal; against beyond its ideal by its present distance and what it lets pass.
            let favours = |actor: usize| 2.0 * ideal(actor);
            let opposes = |actor: usize| ideal(actor) + ideal(actor).abs() + lets_pass[actor];
            let room = if up > 0.0 { 1.0 - status_quo } else { status_quo };
            let mut ends: Vec<f64> = (0..body.len())
                .flat_map(|actor| [favours(actor), opposes(actor)])
                .filter(|end| *end > NOTHING && *end < room)
                .collect();
            ends.push(room);
            ends.sort_by(f64::total_cmp);
            let passes = |at: f64| {
                rule.passes(|actor| match at {
                    at if at < favours(actor) - NOTHING => Ballot::For,
                    at if at > opposes(actor) + NOTHING => Ballot::Against,
                    _ => Ballot::Abstains,
                })
            };
            // What passes at a distance passes at every smaller one: the last stretch between two ends that does is searched by halves.
            let within =
                |at: usize| f64::midpoint(at.checked_sub(1).map_or(0.0, |before| ends[before]), ends[at]);
            let (mut low, mut high) = (0, ends.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                if passes(within(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low.checked_sub(1).map_or(0.0, |last| ends[last])
        };
        Self { status_quo, low: status_quo - side(-1.0), high: status_quo + side(1.0) }
    }

    /// Whether anything would pass.
    pub fn anything(&self) -> bool {
        self.high - self.low > NOTHING
    }
}

/// The smallest groups of neighbours on an issue that could carry or block something by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ends {
    /// Groups that stand side by side and carry, each without a smaller one in it; from the low end to the high one.
    pub carrying: Vec<Vec<usize>>,
    /// The fewest from the low end up without whom nothing is carried; empty where all together could not block.
    pub blocking_low: Vec<usize>,
    /// The fewest from the high end down.
    pub blocking_high: Vec<usize>,
}

impl Ends {
    /// On an issue, by the places of the actors. Who stands on one place goes together.
    pub fn on(body: &Body, issue: usize, rule: &Rule) -> Self {
        let at = |actor: usize| body.position(actor)[issue];
        let mut order: Vec<usize> = (0..body.len()).collect();
        order.sort_by(|one, other| at(*one).total_cmp(&at(*other)).then(one.cmp(other)));
        // Places with those who stand there.
        let mut places: Vec<Vec<usize>> = Vec::new();
        for actor in order {
            match places.last_mut() {
                Some(place) if (at(place[0]) - at(actor)).abs() <= NOTHING => place.push(actor),
                _ => places.push(vec![actor]),
            }
        }
        let mut member = vec![usize::MAX; body.len()];
        for (place, actors) in places.iter().enumerate() {
            for actor in actors {
                member[*actor] = place;
            }
        }
        let within = |from: usize, upto: usize| rule.carries(|actor| (from..upto).contains(&member[actor]));
        let of = |from: usize, upto: usize| places[from..upto].concat();
        let mut carrying = Vec::new();
        let (mut from, mut upto) = (0, 0);
        // The smallest window from each place on; its end never goes back.
        while from < places.len() {
            while upto < places.len() && !within(from, upto) {
                upto += 1;
            }
            if !within(from, upto) {
                break;
            }
            while from + 1 < upto && within(from + 1, upto) {
                from += 1;
            }
            carrying.push(of(from, upto));
            from += 1;
        }
        let whole = places.len();
        let blocks = |from: usize, upto: usize| !rule.carries(|actor| !(from..upto).contains(&member[actor]));
        let low = (1..=whole).find(|upto| blocks(0, *upto)).map_or_else(Vec::new, |upto| of(0, upto));
        let high =
            (0..whole).rev().find(|from| blocks(*from, whole)).map_or_else(Vec::new, |from| of(from, whole));
        Self { carrying, blocking_low: low, blocking_high: high }
    }
}
