//! Who or what stands in the way of a deal.
//!
//! **Definition.** A deal has *conditions*: each principal gets no less than no deal is worth to it; no red line of a principal is crossed, each
//! red line of it on an issue being one condition; each audience with a veto accepts; each ratification carries. A condition is *lifted* when it
//! is no longer asked for. In a world without a zone of agreement
//! - a condition *blocks alone* if lifting it, and nothing else, opens the zone;
//! - conditions *block together* if no package meets them all, and any of them left out would let one through: a least set of conditions that
//!   cannot all be had.
//!
//! **Laws.** A condition blocks alone exactly if it is in every least blocking set (Reiter 1987: what repairs a conflict hits every one of its
//! causes). Lifting more never closes a zone. With a zone, nothing blocks.
//!
//! **Method.** Whether a zone opens is asked of the search for an agreement, one question for each condition. Least sets come from playing repairs
//! and causes against each other until neither finds anything new ([`sets`]; Fredman & Khachiyan 1996). How far a condition is from
//! being met is the most that can be had of it when all others are kept, found by halving ([`shortfall`]).
//!
//! **Cost.** Conditions times the search for an agreement, and the number of least sets, which can be exponential; both are counted.

mod sets;
mod shares;
mod shortfall;

use detente_model::IssueId;

use sets::Answers;
pub use sets::BlockingSets;
pub use shares::{BlockerShares, ConditionShare};
pub(crate) use shares::{BlockerTally, Slots};
pub use shortfall::{Shortfall, Winnable};

use crate::continuous::SettledPackage;
use crate::limits;
use crate::search::Search;
use crate::space::DealSpace;
use crate::{DealsError, Known};

/// Something without which there is no deal. Actors are named by their place among the actors of the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// A principal gets no less than no deal is worth to it, its red lines aside.
    Surplus {
        /// The principal.
        principal: usize,
    },
    /// No red line of a principal on an issue is crossed.
    RedLine {
        /// The principal.
        principal: usize,
        /// The issue.
        issue: IssueId,
    },
    /// An audience with a veto accepts: it gets no less than no deal is worth to it, and no red line of it is crossed.
    Veto {
        /// The audience.
        audience: usize,
    },
    /// Enough of the audiences behind a principal accept.
    Quota {
        /// The principal.
        principal: usize,
    },
}

/// What stands in the way in a world without a zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Blockers {
    /// All conditions of a deal in this world.
    pub conditions: Vec<Condition>,
    /// Those that block alone, each with how far it is from being met; or the limit for which they are not known.
    pub alone: Known<Vec<Blocker>>,
    /// The least sets of conditions that block together.
    pub together: BlockingSets,
}

/// A condition that blocks alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocker {
    /// The condition.
    pub condition: Condition,
    /// How far it is from being met when all others are kept.
    pub shortfall: Shortfall,
}

impl DealSpace {
    /// What stands in the way; `None` if a package is known that all accept. Its `effort` is for each question whether a zone opens.
    ///
    /// ```
    /// use detente_deals::{Condition, DealSpaceBuilder, Search};
    ///
    /// // Between a seller who wants more than half and a buyer who pays a third at most, either could give way.
    /// let mut space = DealSpaceBuilder::new([("price", 4)]);
    /// space.party("seller", 0.5, [vec![0.0, 0.3, 0.6, 1.0]]);
    /// space.party("buyer", 0.6, [vec![1.0, 0.7, 0.4, 0.0]]);
    /// let blockers = space.build()?.blockers(&Search::default())?.ok_or("open")?;
    /// let alone: Vec<Condition> = blockers.alone.value().into_iter().flatten().map(|blocker| blocker.condition).collect();
    /// assert_eq!(alone, [Condition::Surplus { principal: 0 }, Condition::Surplus { principal: 1 }]);
    /// assert_eq!(blockers.together.sets, [alone]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn blockers(&self, search: &Search) -> Result<Option<Blockers>, DealsError> {
        let effort = search.effort.unwrap_or(limits::BLOCKER);
        if self.agreed(effort)?.is_some() { Ok(None) } else { self.blockers_of_closed(effort).map(Some) }
    }

    /// As [`Self::blockers`], where the zone is known to be closed.
    pub(crate) fn blockers_of_closed(&self, effort: u64) -> Result<Blockers, DealsError> {
        let conditions = self.conditions();
        let mut known = Answers::from([(Vec::new(), false)]);
        let alone = self.blocking_alone(&conditions, effort, &mut known);
        let opens = |lifted: &[usize]| -> Result<bool, DealsError> {
            let lifted: Vec<Condition> = lifted.iter().map(|place| conditions[*place]).collect();
            Ok(self.without(&lifted).agreed(effort)?.is_some())
        };
        let together = BlockingSets::of(&conditions, known, opens)?;
        Ok(Blockers { alone: Known::unless_limited(alone)?, together, conditions })
    }

    /// The conditions that block alone; `known` takes in what is learnt of each on the way.
    fn blocking_alone(
        &self,
        conditions: &[Condition],
        effort: u64,
        known: &mut Answers,
    ) -> Result<Vec<Blocker>, DealsError> {
        let mut alone = Vec::new();
        for (place, condition) in conditions.iter().enumerate() {
            let opened = self.without(&[*condition]).agreed(effort)?;
            known.insert(vec![place], opened.is_some());
            if let Some(package) = opened {
                let shortfall = self.shortfall(*condition, package, effort)?;
                alone.push(Blocker { condition: *condition, shortfall });
            }
        }
        Ok(alone)
    }

    /// The conditions of a deal: of each principal its surplus, its red lines by issue and its ratification, in the order of the principals,
    /// then the vetoes.
    pub fn conditions(&self) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for principal in 0..self.principals {
            conditions.push(Condition::Surplus { principal });
            let refused = &self.actors[principal].refused;
            let draws_a_line = |issue: &usize| {
                let scale = self.scales.iter().find(|scale| scale.issue == *issue);
                refused[*issue].contains(&true) || scale.is_some_and(|scale| scale.has_line(principal))
            };
            conditions.extend(
                (0..self.sizes.len())
                    .filter(draws_a_line)
                    .map(|issue| Condition::RedLine { principal, issue: IssueId(issue) }),
            );
            if self.ratification.iter().any(|rule| rule.principal == principal) {
                conditions.push(Condition::Quota { principal });
            }
        }
        let vetoes = (self.principals..self.actors.len()).filter(|i| self.actors[*i].signs);
        conditions.extend(vetoes.map(|audience| Condition::Veto { audience }));
        conditions
    }

    /// The same space, some conditions no longer asked for.
    pub(crate) fn without(&self, lifted: &[Condition]) -> Self {
        let mut space = self.clone();
        for condition in lifted {
            match *condition {
                Condition::Surplus { principal } => {
                    let lowest = self.lowest_surplus(&[principal]).min(0);
                    space.actors[principal].reservation += self.units(lowest);
                }
                Condition::RedLine { principal, issue } => {
                    space.restate(principal, |terms| terms.refused[issue.0].fill(false));
                    let scales = space.scales.iter_mut().filter(|scale| scale.issue == issue.0);
                    scales.for_each(|scale| scale.lifted(principal));
                }
                Condition::Veto { audience } => space.restate(audience, |terms| terms.signs = false),
                Condition::Quota { principal } => {
                    space.ratification.retain(|rule| rule.principal != principal);
                }
            }
        }
        space
    }

    /// A package that all accept, at stops or between them.
    pub(crate) fn agreed(&self, effort: u64) -> Result<Option<SettledPackage>, DealsError> {
        match self.find_agreement_for(effort)? {
            Some(package) => Ok(Some(self.package(&package))),
            None => self.agreement_between(effort.min(limits::BETWEEN_STOPS)),
        }
    }
}
