//! Audiences that are asked about some packages only.
//!
//! **Definition.** An audience may be asked only if a package has certain options: a plebiscite is held only if the deal says so. About any
//! other package it is not asked, and it is not in the way: a veto is not cast, a vote counts in favour.
//!
//! **Method.** What such an audience wants is written as an actor that accepts exactly the same packages and needs no rule of its own, so that
//! every search is exact as it stands. What no deal is worth to it is lowered by [`ASIDE`], and an interaction takes as much away from every
//! package about which it is asked; a red line becomes one more interaction that takes [`ASIDE`] away where it is asked and the line is crossed.
//! No value of a case comes near that much (the format holds what interactions add to 100 in all). What the audience *said* is kept
//! beside it: whatever is told of the audience, or changes it, is read from there.
//!
//! **Law.** With a condition that every package meets, all is as without one.

use detente_model::{Combination, IssueId, Package};

use crate::fixed::Units;
use crate::space::{ActorTerms, DealSpace};

/// More than any two packages of a case can differ by for anybody.
pub(crate) const ASIDE: Units = Units::of_whole(1_000);

/// When an actor is asked, and what it wants then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What a package must have for it to be asked.
    pub when: Combination,
    /// What it wants, as said.
    pub stated: ActorTerms,
}

impl Asked {
    /// An actor that accepts what this one accepts, and whatever it is not asked about.
    fn terms(&self) -> ActorTerms {
        let mut terms = self.stated.clone();
        terms.reservation -= ASIDE;
        terms.refused.iter_mut().for_each(|row| row.fill(false));
        if never(&self.when) {
            return terms;
        }
        terms.interactions.push((self.when.clone(), -ASIDE));
        for (issue, row) in self.stated.refused.iter().enumerate() {
            let beyond: Vec<usize> = (0..row.len()).filter(|option| row[*option]).collect();
            if !beyond.is_empty() {
                let crossed = both(&self.when, &Combination(vec![(IssueId(issue), beyond)]));
                if !never(&crossed) {
                    terms.interactions.push((crossed, -ASIDE));
                }
            }
        }
        terms
    }
}

/// Whether a condition leaves no option on some issue.
fn never(when: &Combination) -> bool {
    when.0.iter().any(|(_, options)| options.is_empty())
}

/// The condition that holds where both do.
pub(crate) fn both(one: &Combination, other: &Combination) -> Combination {
    let mut both = one.clone();
    for (issue, options) in &other.0 {
        match both.0.iter_mut().find(|(known, _)| known == issue) {
            Some((_, known)) => known.retain(|option| options.contains(option)),
            None => both.0.push((*issue, options.clone())),
        }
    }
    both
}

/// Whether a value is what a package that crosses a red line of somebody asked leaves.
pub(crate) fn is_aside(surplus: Units) -> bool {
    surplus < Units::from_raw(-ASIDE.raw() / 2)
}

impl DealSpace {
    /// The same space, in which an audience, by its place among the actors, is asked only about packages that meet a condition: about all others it is not
    /// in the way. A principal is always asked. The condition may name no continuous issue, nor may the audience have a red line on one; and
    /// to nobody may two packages differ by more than 400.
    #[must_use]
    pub fn asked_only_if(mut self, actor: usize, when: &Combination) -> Self {
        if actor < self.principals {
            return self;
        }
        let stated = self.stated(actor).clone();
        let when = match &self.asked[actor] {
            Some(asked) => both(&asked.when, when),
            None => when.clone(),
        };
        let asked = Asked { when, stated };
        self.actors[actor] = asked.terms();
        self.asked[actor] = Some(asked);
        self
    }

    /// What an actor wants as it said, where it is asked.
    pub fn stated(&self, actor: usize) -> &ActorTerms {
        self.asked[actor].as_ref().map_or(&self.actors[actor], |asked| &asked.stated)
    }

    /// What a package must have for an actor to be asked; `None` if it always is.
    pub fn asked_when(&self, actor: usize) -> Option<&Combination> {
        self.asked[actor].as_ref().map(|asked| &asked.when)
    }

    /// Whether an actor is asked about a package.
    pub fn is_asked(&self, actor: usize, package: &Package) -> bool {
        self.asked_when(actor).is_none_or(|when| when.holds(package))
    }

    /// Whether a package crosses a red line of an actor who is asked about it.
    pub fn crosses_line(&self, actor: usize, package: &Package) -> bool {
        self.is_asked(actor, package) && self.stated(actor).refuses(package)
    }

    /// Changes what an actor wants.
    pub(crate) fn restate(&mut self, actor: usize, change: impl FnOnce(&mut ActorTerms)) {
        match &mut self.asked[actor] {
            Some(asked) => {
                change(&mut asked.stated);
                self.actors[actor] = asked.terms();
            }
            None => change(&mut self.actors[actor]),
        }
    }

    /// The same space without the packages about which an actor is not asked.
    pub(crate) fn asking(&self, actor: usize) -> Self {
        let mut space = self.clone();
        if let Some(Asked { when, stated }) = space.asked[actor].take() {
            space.actors[actor] = stated;
            for (issue, options) in when.0 {
                let others: Vec<usize> =
                    (0..self.sizes[issue.0]).filter(|option| !options.contains(option)).collect();
                if !others.is_empty() {
                    space.infeasible.push(Combination(vec![(issue, others)]));
                }
            }
        }
        space
    }
}
