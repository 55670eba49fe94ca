//! What stands in the way, and which move would clear it.
//!
//! **A concession** is a change of one actor's stated position on one issue. It comes in two kinds:
//! - *a red line given up*: the actor takes back its red lines on the issue; what the options are worth to it stays;
//! - *a move*: the actor moves to the option that the other signatories like best (the largest sum of their values among the
//!   options that none of them refuses), and no longer holds the loss against the deal.
//!
//! For each, the margin is computed anew. A concession *costs* what the actor loses by it on its own scale: the worth of
//! its best acceptable option on the issue less the worth of the option conceded. Concessions that open the zone by
//! themselves come first, then the others that bring it nearer, each group from the cheapest up.

use detente_model::{Actor, IssueId, Package};

use crate::continuous::SettledPackage;
use crate::limits;
use crate::margin::Margin;
use crate::search::Search;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::{DealsError, Known, Units};

/// What kind of change a concession is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConcessionKind {
    /// Red lines on the issue are taken back.
    RedLine,
    /// The position on the issue is moved to what the others want.
    Move,
}

/// A change of one actor's position on one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concession {
    /// Who concedes.
    pub actor: Actor,
    /// On which issue.
    pub issue: IssueId,
    /// The option conceded.
    pub option: usize,
    /// What kind of change it is.
    pub kind: ConcessionKind,
    /// What it costs the actor, on its own scale.
    pub cost: Units,
}

/// A concession with what it would do.
#[derive(Debug, Clone, PartialEq)]
pub struct StickingPoint {
    /// The concession.
    pub concession: Concession,
    /// The margin after it, within what the search left open; `None` if red lines elsewhere still leave no package.
    pub margin_after: Option<Known<Units>>,
    /// The package with that margin, where it lies between the stops of continuous issues.
    pub between: Option<SettledPackage>,
    /// Whether it opens the zone by itself, ratification included.
    pub opens: bool,
}

impl StickingPoint {
    /// The margin after the concession, or what is known to be reached of it.
    pub fn least_after(&self) -> Option<Units> {
        self.margin_after.as_ref().and_then(Known::value).copied()
    }

    /// What the margin after the concession cannot exceed.
    pub fn most_after(&self) -> Option<Units> {
        let above = self.margin_after.as_ref().and_then(Known::distance).unwrap_or_default();
        self.least_after().map(|least| least + above)
    }
}

impl DealSpace {
    /// Concessions that widen the margin, or clear an issue on which red lines leave no option. Its `effort` is for the margin after each.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn sticking_points(&self, search: &Search) -> Result<Vec<StickingPoint>, DealsError> {
        self.sticking_points_from(
            self.margin(&Search::default())?.as_ref(),
            search.effort.unwrap_or(limits::CONCESSION),
        )
    }

    /// As [`Self::sticking_points`], where the margin is known already.
    pub(crate) fn sticking_points_from(
        &self,
        base: Option<&Margin>,
        effort: u64,
    ) -> Result<Vec<StickingPoint>, DealsError> {
        let margin = base.map(|m| m.value);
        let known = base.map(|m| &m.package);
        let mut found: Vec<StickingPoint> = Vec::new();
        for actor in self.signatories() {
            for issue in 0..self.sizes.len() {
                let moved = self.after_move(actor, issue, known, effort)?;
                let lifted = self.after_lifting(actor, issue, known, effort)?;
                let lifted = lifted.filter(|l| {
                    moved.as_ref().is_none_or(|m| {
                        (m.concession.option, m.least_after()) != (l.concession.option, l.least_after())
                    })
                });
                let clears = self.is_blocked(issue) && !self.is_blocked_but_for(issue, actor);
                found.extend(moved.into_iter().chain(lifted).filter(|p| p.least_after() > margin || clears));
            }
        }
        found.order_by_key(|point| {
            let c = &point.concession;
            (!point.opens, c.cost, std::cmp::Reverse(point.least_after()), c.issue, c.actor, c.kind)
        });
        Ok(found)
    }

    /// Whether red lines leave no option on an issue.
    pub fn is_blocked(&self, issue: usize) -> bool {
        self.is_blocked_but_for(issue, usize::MAX)
    }

    fn is_blocked_but_for(&self, issue: usize, absent: usize) -> bool {
        (0..self.sizes[issue]).all(|option| self.is_refused_by_others(issue, option, absent))
    }

    pub(crate) fn is_refused_by_others(&self, issue: usize, option: usize, actor: usize) -> bool {
        self.actors.iter().enumerate().any(|(i, t)| t.signs && i != actor && t.refused[issue][option])
    }

    /// The worth of the actor's best option that crosses none of its own red lines.
    fn best_worth(&self, actor: usize, issue: usize) -> Option<Units> {
        let terms = &self.actors[actor];
        (0..self.sizes[issue]).filter(|o| !terms.refused[issue][*o]).map(|o| terms.worth[issue][o]).max()
    }

    pub(crate) fn cost(&self, actor: usize, issue: usize, option: usize) -> Units {
        let worth = self.actors[actor].worth[issue][option];
        self.best_worth(actor, issue).map_or(Units::ZERO, |best| (best - worth).max(Units::ZERO))
    }

    /// The option on the issue that the other signatories like best, and the actor least dislikes among those.
    fn wanted_by_others(&self, actor: usize, issue: usize) -> Option<usize> {
        let liked = |option: usize| -> Units {
            let others = self.actors.iter().enumerate().filter(|(i, t)| t.signs && *i != actor);
            others.map(|(_, terms)| terms.worth[issue][option]).sum()
        };
        (0..self.sizes[issue])
            .filter(|o| !self.is_refused_by_others(issue, *o, actor))
            .max_by_key(|o| (liked(*o), self.actors[actor].worth[issue][*o], std::cmp::Reverse(*o)))
    }

    /// A move to what the others want, if it gives anything up.
    pub(crate) fn move_on(&self, actor: usize, issue: usize) -> Option<Concession> {
        let option = self.wanted_by_others(actor, issue)?;
        let cost = self.cost(actor, issue, option);
        let gives = cost > Units::ZERO || self.actors[actor].refused[issue][option];
        gives.then(|| Concession {
            actor: self.actors[actor].actor,
            issue: IssueId(issue),
            option,
            kind: ConcessionKind::Move,
            cost,
        })
    }

    fn after_move(
        &self,
        actor: usize,
        issue: usize,
        known: Option<&Package>,
        effort: u64,
    ) -> Result<Option<StickingPoint>, DealsError> {
        let Some(concession) = self.move_on(actor, issue) else { return Ok(None) };
        let mut after = self.clone();
        let terms = &mut after.actors[actor];
        terms.worth[issue][concession.option] += concession.cost;
        terms.refused[issue][concession.option] = false;
        let worth = terms.worth[issue][concession.option];
        for scale in after.scales.iter_mut().filter(|scale| scale.issue == issue) {
            scale.moved(actor, concession.option, worth.raw());
        }
        let margin = after.margin_near(known, effort)?;
        after.sticking_point(concession, margin).map(Some)
    }

    fn after_lifting(
        &self,
        actor: usize,
        issue: usize,
        known: Option<&Package>,
        effort: u64,
    ) -> Result<Option<StickingPoint>, DealsError> {
        let refused = &self.actors[actor].refused[issue];
        if !refused.contains(&true) {
            return Ok(None);
        }
        let mut after = self.clone();
        after.actors[actor].refused[issue].fill(false);
        after.scales.iter_mut().filter(|scale| scale.issue == issue).for_each(|scale| scale.lifted(actor));
        // Which option it concedes is the one that the new margin picks; where there is still no margin, the
        // cheapest that the others do not refuse.
        let margin = after.margin_near(known, effort)?;
        let picked = margin.as_ref().map(|m| self.option_met(actor, issue, m));
        let cheapest = || {
            let open =
                (0..refused.len()).filter(|o| refused[*o] && !self.is_refused_by_others(issue, *o, actor));
            open.min_by_key(|o| self.cost(actor, issue, *o))
        };
        let Some(option) = picked.or_else(cheapest).filter(|option| refused[*option]) else {
            return Ok(None);
        };
        let concession = Concession {
            actor: self.actors[actor].actor,
            issue: IssueId(issue),
            option,
            kind: ConcessionKind::RedLine,
            cost: self.cost(actor, issue, option),
        };
        after.sticking_point(concession, margin).map(Some)
    }

    /// The option that a margin takes on an issue; between stops the one beside it that the actor refuses, where it refuses what lies there.
    fn option_met(&self, actor: usize, issue: usize, margin: &Margin) -> usize {
        let at_stop = margin.package.option(IssueId(issue));
        let number =
            margin.between.iter().flat_map(|package| &package.numbers).find(|(k, _)| k.index() == issue);
        let scale = self.scales.iter().find(|scale| scale.issue == issue);
        match (number, scale) {
            (Some((_, x)), Some(scale)) if scale.refuses(actor, *x) => {
                let refused = &self.actors[actor].refused[issue];
                let above = (at_stop + 1).min(refused.len() - 1);
                if refused[at_stop] { at_stop } else { above }
            }
            _ => at_stop,
        }
    }

    /// The concession in a space in which it has been made.
    fn sticking_point(
        &self,
        concession: Concession,
        margin: Option<Margin>,
    ) -> Result<StickingPoint, DealsError> {
        let margin_after = margin.as_ref().map(Margin::known);
        let opens = match &margin {
            Some(margin) if margin.value >= Units::ZERO => {
                self.ratification.is_empty() || self.look_for_zone()?.open
            }
            _ => false,
        };
        let between = margin.and_then(|margin| margin.between);
        Ok(StickingPoint { concession, margin_after, between, opens })
    }
}
