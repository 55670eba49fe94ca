//! A body in which many have a say: who decides, about what, by which rule.

use crate::{Citation, NumberId, Place};

/// What a body decides, and who does. Every number that the file leaves out stands here all the same, as one that is implied.
///
/// Its numbers are part of no [`World`](crate::World): they are drawn for the body alone, so that no other figure of a case moves when one is added.
#[derive(Debug, Clone, PartialEq)]
pub struct Collective {
    /// What it is called, if that is said.
    pub name: Option<String>,
    /// What is decided.
    pub issues: Vec<CollectiveIssue>,
    /// Who decides.
    pub actors: Vec<CollectiveActor>,
    /// By which rule.
    pub rule: CollectiveRule,
    /// Actors of which only the order of their capabilities is known, the most able first; those in one group are alike.
    pub capability_order: Vec<Vec<usize>>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// Something that a body decides: a place on a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct CollectiveIssue {
    /// Short id in the case file.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// What the scale counts.
    pub unit: Option<String>,
    /// From which number to which it goes, ascending.
    pub scale: [f64; 2],
    /// The only places that can be decided, ascending, each with its name; empty where every place of the scale can.
    pub options: Vec<(String, f64)>,
    /// How things stand if nothing is decided, on the scale; `None` where that is not known.
    pub status_quo: Option<NumberId>,
    /// Actors of which only the order along the scale is known, from its low end to its high one.
    pub position_order: Vec<Vec<usize>>,
    /// Actors of which it is only known to whom the issue matters more, most first.
    pub salience_order: Vec<Vec<usize>>,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// Somebody who has a say.
#[derive(Debug, Clone, PartialEq)]
pub struct CollectiveActor {
    /// Short id in the case file.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// What it can bring to bear, in a unit that is the same for all.
    pub capability: NumberId,
    /// What its vote counts; `None` for what the rule says.
    pub votes: Option<NumberId>,
    /// Where it stands on each issue, on the scale of the issue.
    pub position: Vec<NumberId>,
    /// How much each issue matters to it, 0 to 1.
    pub salience: Vec<NumberId>,
    /// What it loses by being the one who says no, as a share of the most that the decision could move for it.
    pub cost_of_blocking: NumberId,
    /// What it has got (above 0) or given (below 0) in other decisions of the body, on the same scale.
    pub balance: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// How votes are counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CollectiveRule {
    /// The share of all votes that must be in favour; `None` for more than half.
    pub quota: Option<NumberId>,
    /// Whether everybody has one vote, and not as many as its capability.
    pub heads: bool,
    /// Whether nobody may be against.
    pub unanimity: bool,
    /// Who must not be against.
    pub veto: Vec<usize>,
    /// Whether all issues are voted on as one, so that what somebody gains on one can pay for what it gives on another.
    pub together: bool,
}

/// A body in one world: every number certain.
#[derive(Debug, Clone, PartialEq)]
pub struct CollectiveWorld {
    /// By actor.
    pub capability: Vec<f64>,
    /// By actor: what its vote counts.
    pub votes: Vec<f64>,
    /// By actor, then by issue: a share of the scale, 0 to 1.
    pub position: Vec<Vec<f64>>,
    /// By actor, then by issue: 0 to 1.
    pub salience: Vec<Vec<f64>>,
    /// By issue: a share of the scale.
    pub status_quo: Vec<Option<f64>>,
    /// By actor: how much worse than the status quo a decision may be for it to let it pass all the same: the cost of blocking and its balance.
    pub lets_pass: Vec<f64>,
    /// The share of votes needed; `None` for more than half.
    pub quota: Option<f64>,
}

/// The least capability and the least salience in a world: an order of which an end is at 0 must leave everybody something.
const LEAST: f64 = 1e-6;

impl Collective {
    /// The most issues of one body.
    pub const MOST_ISSUES: usize = 20;
    /// The most actors.
    pub const MOST_ACTORS: usize = 1_000;

    /// All its numbers.
    pub fn numbers(&self) -> impl Iterator<Item = NumberId> + '_ {
        let of_actors = self.actors.iter().flat_map(|actor| {
            let own =
                [Some(actor.capability), actor.votes, Some(actor.cost_of_blocking), Some(actor.balance)];
            own.into_iter()
                .flatten()
                .chain(actor.position.iter().copied())
                .chain(actor.salience.iter().copied())
        });
        let of_issues = self.issues.iter().filter_map(|issue| issue.status_quo);
        of_actors.chain(of_issues).chain(self.rule.quota)
    }

    /// The actor of an id.
    pub fn actor(&self, id: &str) -> Option<usize> {
        self.actors.iter().position(|actor| actor.id == id)
    }

    /// The issue of an id.
    pub fn issue(&self, id: &str) -> Option<usize> {
        self.issues.iter().position(|issue| issue.id == id)
    }

    /// The body where every number is as `number` says. Of what only an order is known, the numbers drawn are handed out in that order; `middle` hands out what
    /// each place in the order has on the mean instead.
    pub fn in_world(&self, number: impl Fn(NumberId) -> f64, middle: bool) -> CollectiveWorld {
        let mut capability: Vec<f64> = self.actors.iter().map(|actor| number(actor.capability)).collect();
        in_order(&mut capability, &self.capability_order, true, middle);
        let (mut position, mut salience) = (Vec::new(), Vec::new());
        for (at, issue) in self.issues.iter().enumerate() {
            let [low, high] = issue.scale;
            let share = |place: f64| ((place - low) / (high - low)).clamp(0.0, 1.0);
            let mut places: Vec<f64> =
                self.actors.iter().map(|actor| share(number(actor.position[at]))).collect();
            in_order(&mut places, &issue.position_order, false, middle);
            let mut cares: Vec<f64> = self.actors.iter().map(|actor| number(actor.salience[at])).collect();
            in_order(&mut cares, &issue.salience_order, true, middle);
            position.push(places);
            salience.push(cares);
        }
        let by_actor = |of: &[Vec<f64>]| -> Vec<Vec<f64>> {
            (0..self.actors.len()).map(|actor| of.iter().map(|issue| issue[actor]).collect()).collect()
        };
        let votes = self.actors.iter().zip(&capability).map(|(actor, capability)| match actor.votes {
            Some(votes) => number(votes),
            None if self.rule.heads => 1.0,
            None => *capability,
        });
        let status_quo = self.issues.iter().map(|issue| {
            let [low, high] = issue.scale;
            issue.status_quo.map(|id| ((number(id) - low) / (high - low)).clamp(0.0, 1.0))
        });
        let mut salience = by_actor(&salience);
        for cares in &mut salience {
            if cares.iter().all(|one| *one < LEAST) {
                cares.fill(LEAST);
            }
        }
        CollectiveWorld {
            votes: votes.collect(),
            position: by_actor(&position),
            salience,
            status_quo: status_quo.collect(),
            lets_pass: self
                .actors
                .iter()
                .map(|actor| number(actor.cost_of_blocking) + number(actor.balance))
                .collect(),
            quota: self.rule.quota.map(&number),
            capability: capability.into_iter().map(|one| one.max(LEAST)).collect(),
        }
    }
}

/// Hands out what the first of each group has drawn, in order; all of a group get the same.
fn in_order(values: &mut [f64], order: &[Vec<usize>], falling: bool, middle: bool) {
    let mut drawn: Vec<f64> =
        order.iter().filter_map(|group| group.first()).map(|first| values[*first]).collect();
    let groups = drawn.len() as f64;
    if middle {
        drawn = (1..=drawn.len()).map(|rank| rank as f64 / (groups + 1.0)).collect();
    }
    drawn.sort_by(f64::total_cmp);
    if falling {
        drawn.reverse();
    }
    for (group, value) in order.iter().filter(|group| !group.is_empty()).zip(drawn) {
        for actor in group {
            values[*actor] = value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn an_order_hands_out_what_was_drawn() {
        let mut values = [0.2, 0.9, 0.5, 0.7];
        in_order(&mut values, &[vec![2], vec![0, 1]], true, false);
        assert_eq!(values, [0.2, 0.2, 0.5, 0.7]);
        in_order(&mut values, &[vec![3], vec![0], vec![2]], false, true);
        assert_eq!(values, [0.5, 0.2, 0.75, 0.25]);
    }
}
