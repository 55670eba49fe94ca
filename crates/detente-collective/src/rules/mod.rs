//! Rules of decision: which coalition carries, what nobody can carry anything against, and what could be carried against things as they are.

mod line;
mod listed;
mod vote;

pub use line::{core, uncovered, win_set};
pub use listed::{Beaten, blocking, carrying};
pub use vote::{Ballot, Carries, Ends, Vote};

use crate::Body;
use crate::error::CollectiveError;

/// A rule: so much of the weight must be in favour, and everybody with a veto.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What each actor's vote weighs.
    weight: Vec<f64>,
    /// How much must be in favour, as a share of all weight.
    quota: f64,
    /// Whether exactly the quota is too little.
    more_than: bool,
    /// Who must be in favour.
    veto: Vec<bool>,
    /// Whether nobody may be against and nothing else counts.
    consensus: bool,
}

impl Rule {
    /// A rule by weight: `quota` is the share of all weight that must be in favour, 0 to 1. More than half is a majority, 1 unanimity.
    ///
    /// # Errors
    ///
    /// Where nobody could meet the quota, or everybody would.
    pub fn by_weight(weight: Vec<f64>, quota: f64) -> Result<Self, CollectiveError> {
        if !(quota > 0.0 && quota <= 1.0) {
            return Err(CollectiveError::Quota { quota: quota * 100.0 });
        }
        let veto = vec![false; weight.len()];
        Ok(Self { weight, quota, more_than: false, veto, consensus: false })
    }

    /// A simple majority: more than half of all weight must be in favour.
    pub fn majority(weight: Vec<f64>) -> Self {
        let veto = vec![false; weight.len()];
        Self { weight, quota: 0.5, more_than: true, veto, consensus: false }
    }

    /// Everybody must be in favour.
    pub fn unanimity(body: &Body) -> Self {
        Self {
            weight: vec![1.0; body.len()],
            quota: 1.0,
            more_than: false,
            veto: vec![true; body.len()],
            consensus: false,
        }
    }

    /// The same rule, with somebody who must be in favour.
    #[must_use]
    pub fn with_veto(mut self, actor: usize) -> Self {
        self.veto[actor] = true;
        self
    }

    /// Whether those who are in favour carry the decision.
    pub fn carries(&self, favours: impl Fn(usize) -> bool) -> bool {
        let (mut in_favour, mut all) = (0.0, 0.0);
        for (actor, weight) in self.weight.iter().enumerate() {
            all += weight;
            if favours(actor) {
                in_favour += weight;
            } else if self.veto[actor] {
                return false;
            }
        }
        self.is_enough(in_favour, all)
    }

    /// Whether a decision passes by these ballots: so much of the weight is in favour, and nobody with a veto is against. Who abstains is not in favour, and casts no veto.
    pub fn passes(&self, ballot: impl Fn(usize) -> Ballot) -> bool {
        let (mut in_favour, mut all) = (0.0, 0.0);
        for (actor, weight) in self.weight.iter().enumerate() {
            all += weight;
            match ballot(actor) {
                Ballot::For => in_favour += weight,
                Ballot::Against if self.veto[actor] => return false,
                Ballot::Against | Ballot::Abstains => {}
            }
        }
        if self.consensus {
            return in_favour > 0.0;
        }
        self.is_enough(in_favour, all)
    }

    /// Whether so much of all weight in favour is enough.
    fn is_enough(&self, in_favour: f64, all: f64) -> bool {
        // A sum of thirds meets a quota of a third, and is no more than it.
        let over = in_favour - self.quota * all;
        if self.more_than { over > 1e-9 * all } else { over >= -1e-9 * all }
    }

    /// Nobody may be against; who abstains is in nobody's way, as long as somebody is in favour.
    pub fn consensus(weight: Vec<f64>) -> Self {
        let veto = vec![true; weight.len()];
        Self { weight, quota: 0.0, more_than: true, veto, consensus: true }
    }

    /// What each vote weighs.
    pub fn weight(&self) -> &[f64] {
        &self.weight
    }

    /// Whether somebody must not be against.
    pub fn has_veto(&self, actor: usize) -> bool {
        self.veto[actor]
    }

    /// How many vote.
    pub fn len(&self) -> usize {
        self.weight.len()
    }

    /// Whether nobody votes.
    pub fn is_empty(&self) -> bool {
        self.weight.is_empty()
    }
}
