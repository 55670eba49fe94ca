//! Audiences that are asked about some packages only.
//!
//! **Definition.** An audience may be asked only if a package has certain options: a plebiscite is held only if the deal says so. About any
//! other package it is not asked, and it is not in the way: a veto is not cast, a vote counts in favour.
//!
//! **Method.** What such an audience wants is written as an actor that accepts exactly the same packages and needs no rule of its own, so that
//! every search is exact as it stands. What no deal is worth to it is lowered by an amount that is set aside, and an interaction takes as much away from every
//! package about which it is asked; a red line becomes one more interaction that takes it away where it is asked and the line is crossed. The
//! amount is a whole number of the units of the space, and more than four times what any package can be worth to anybody above or below no deal, so
//! that it shows in every sum: a surplus below minus half of it is that of a package which crosses a red line. What the audience *said* is kept beside it:
//! whatever is told of the audience, or changes it, is read from there.
//!
//! **Range.** What contributions come to in a world is 10¹⁵ units at the most (see [`crate::whole`]), so the amount is 4·10¹⁵ or so, and a package
//! would have to cross some two thousand red lines of one audience for their sum to be more than the integers hold.
//!
//! **Law.** With a condition that every package meets, all is as without one.

use detente_model::{Combination, IssueId, Package};

use crate::fixed::Units;
use crate::space::{ActorTerms, DealSpace};

/// More than four times the surplus that any package can have for any of these actors, in either direction; all count in the same unit.
pub(crate) fn aside_for(actors: &[ActorTerms], one: i64) -> Units {
    let most = |terms: &ActorTerms| -> Units {
        let rows =
            terms.worth.iter().map(|row| row.iter().map(|worth| worth.abs()).max().unwrap_or_default());
        let extra = terms.interactions.iter().map(|(_, value)| value.abs());
        rows.chain(extra).chain([terms.reservation.abs()]).sum()
    };
    let most = actors.iter().map(most).max().unwrap_or_default();
    Units::counted(most.in_units_of(one).saturating_mul(4).saturating_add(2), one)
}

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
    fn terms(&self, aside: Units) -> ActorTerms {
        let mut terms = self.stated.clone();
        terms.reservation -= aside;
        terms.refused.iter_mut().for_each(|row| row.fill(false));
        if never(&self.when) {
            return terms;
        }
        terms.interactions.push((self.when.clone(), -aside));
        terms.interactions.extend(self.lines().map(|crossed| (crossed, -aside)));
        terms
    }

    /// Where it is asked and a red line of it is crossed, issue by issue.
    fn lines(&self) -> impl Iterator<Item = Combination> {
        let on_issue = |(issue, row): (usize, &Vec<bool>)| {
            let beyond: Vec<usize> = (0..row.len()).filter(|option| row[*option]).collect();
            let crossed = both(&self.when, &Combination(vec![(IssueId(issue), beyond)]));
            (!never(&crossed)).then_some(crossed)
        };
        self.stated.refused.iter().enumerate().filter_map(on_issue)
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

impl DealSpace {
    /// The same space, in which an audience, by its place among the actors, is asked only about packages that meet a condition: about all others it is not
    /// in the way. A principal is always asked. The condition may name no continuous issue, nor may the audience have a red line on one.
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
        self.actors[actor] = asked.terms(self.aside);
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

    /// What a package is worth to an actor above no deal, by what it said, whether or not it is asked.
    pub fn stated_surplus(&self, actor: usize, package: &Package) -> Units {
        let stated = self.stated(actor);
        stated.value(package) - stated.reservation
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
                self.actors[actor] = asked.terms(self.aside);
            }
            None => change(&mut self.actors[actor]),
        }
    }

    /// The packages that cross a red line of somebody who must sign and is asked about some packages only, as combinations of options.
    pub(crate) fn lines_where_asked(&self) -> Vec<Combination> {
        let signing = self.asked.iter().zip(&self.actors).filter(|(_, terms)| terms.signs);
        signing.filter_map(|(asked, _)| asked.as_ref()).flat_map(Asked::lines).collect()
    }

    /// Whether a surplus is what a package that crosses a red line of somebody asked leaves.
    pub(crate) fn is_aside(&self, surplus: Units) -> bool {
        surplus < self.units(-(self.aside.raw() / 2))
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
