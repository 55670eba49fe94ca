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
//!
//! A red line on a continuous issue need not be given up at a stop: where giving it up opens the zone, the number conceded is the nearest to the line
//! with which it does, found by halving and then written in as few digits as still open it.
//!
//! Conceding a position is not the same as changing a package: whoever concedes no longer holds the loss against the deal, so that what it gave up
//! is forgiven, while in a changed package all positions stay as they are.

use detente_model::side_by_side::each;
use detente_model::{Actor, IssueId, Package};

use crate::continuous::{Scale, SettledPackage};
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
#[derive(Debug, Clone, PartialEq)]
pub struct Concession {
    /// Who concedes.
    pub actor: Actor,
    /// On which issue.
    pub issue: IssueId,
    /// The option conceded; where a number between stops is, the stop beside it.
    pub option: usize,
    /// The number conceded, where it lies between the stops of a continuous issue.
    pub number: Option<f64>,
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

/// Puts concessions in order: those that open the zone by themselves first, the cheapest of each group first.
pub(crate) fn in_order(points: &mut [StickingPoint]) {
    points.order_by_key(|point| {
        let c = &point.concession;
        (!point.opens, c.cost, std::cmp::Reverse(point.least_after()), c.issue, c.actor, c.kind)
    });
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
    /// Concessions that open a closed zone, widen the margin, or clear an issue on which red lines leave no option. Its `effort` is for the margin after each.
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
        // Votes at home can keep a zone closed in which all who sign would gain, so that no margin shows what opens it.
        let closed = margin.is_none_or(|margin| margin < Units::ZERO)
            || !self.ratification.is_empty() && !self.look_for_zone()?.open;
        let known = base.map(|m| &m.package);
        let places: Vec<(usize, usize)> =
            self.signatories().into_iter().flat_map(|i| (0..self.sizes.len()).map(move |k| (i, k))).collect();
        let effort = effort.min(limits::CONCESSIONS / places.len().max(1) as u64);
        let of_place = |(actor, issue): (usize, usize)| -> Result<Vec<StickingPoint>, DealsError> {
            let moved = self.after_move(actor, issue, known, effort)?;
            let lifted = self.after_lifting(actor, issue, known, effort)?;
            let lifted = lifted.filter(|l| {
                moved.as_ref().is_none_or(|m| {
                    (m.concession.option, m.least_after()) != (l.concession.option, l.least_after())
                })
            });
            let clears = self.is_blocked(issue) && !self.is_blocked_but_for(issue, actor);
            let helps = |p: &StickingPoint| p.least_after() > margin || clears || closed && p.opens;
            Ok(moved.into_iter().chain(lifted).filter(helps).collect())
        };
        let found: Result<Vec<Vec<StickingPoint>>, DealsError> =
            each(places.len(), self.watch.progress(), &|place| of_place(places[place])).into_iter().collect();
        let mut found = found?.concat();
        in_order(&mut found);
        Ok(found)
    }

    /// The space after a concession of one option or number.
    pub(crate) fn after(&self, concession: &Concession) -> Self {
        let mut after = self.clone();
        let Some(actor) = self.actors.iter().position(|terms| terms.actor == concession.actor) else {
            return after;
        };
        let (issue, option) = (concession.issue.index(), concession.option);
        match (concession.kind, concession.number) {
            (ConcessionKind::RedLine, Some(number)) => {
                // The stops within the line as it is moved are let through.
                after.move_line(actor, issue, |_| number);
            }
            (ConcessionKind::RedLine, None) => {
                after.restate(actor, |terms| terms.refused[issue][option] = false);
                after.move_line(actor, issue, |scale| scale.stop(option));
            }
            (ConcessionKind::Move, _) => {
                after.restate(actor, |terms| {
                    terms.worth[issue][option] += concession.cost;
                    terms.refused[issue][option] = false;
                });
                let worth = after.actors[actor].worth[issue][option];
                for scale in after.scales.iter_mut().filter(|scale| scale.issue == issue) {
                    scale.moved(actor, option, worth.raw());
                }
            }
        }
        after
    }

    /// Moves an actor's red line on a continuous issue out as far as a number.
    fn move_line(&mut self, actor: usize, issue: usize, to: impl Fn(&Scale) -> f64) {
        let (actors, scales) = (&mut self.actors, &mut self.scales);
        for scale in scales.iter_mut().filter(|scale| scale.issue == issue) {
            let number = to(scale);
            for (option, refused) in actors[actor].refused[issue].iter_mut().enumerate() {
                *refused &= !scale.lies_within_line(actor, scale.stop(option), number);
            }
            scale.line_moved(actor, number);
        }
    }

    /// A concession with what it does, told at the stops of continuous issues: where a number between them would do better, the margin is said to be
    /// larger by as much at most.
    pub(crate) fn sticking_point_of(
        &self,
        concession: &Concession,
    ) -> Result<Option<StickingPoint>, DealsError> {
        let after = self.after(concession);
        let at_stops = match after.margin_at_stops(&[], limits::CONCESSION) {
            Err(limit) if limit.is_limit() => return Ok(None),
            margin => margin?,
        };
        let mut point = after.sticking_point(concession.clone(), at_stops)?;
        if let (Some(least), Some(bound)) = (point.least_after(), after.margin_bound())
            && !after.scales.is_empty()
            && bound > least
        {
            point.margin_after = Some(Known::Within(least, bound - least));
        }
        Ok(Some(point))
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
        let terms = self.stated(actor);
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
        let moved = self.concession(actor, issue, option, ConcessionKind::Move);
        (moved.cost > Units::ZERO || self.stated(actor).refused[issue][option]).then_some(moved)
    }

    /// That an actor concedes an option.
    pub(crate) fn concession(
        &self,
        actor: usize,
        issue: usize,
        option: usize,
        kind: ConcessionKind,
    ) -> Concession {
        Concession {
            actor: self.actors[actor].actor,
            issue: IssueId(issue),
            option,
            number: None,
            kind,
            cost: self.cost(actor, issue, option),
        }
    }

    fn after_move(
        &self,
        actor: usize,
        issue: usize,
        known: Option<&Package>,
        effort: u64,
    ) -> Result<Option<StickingPoint>, DealsError> {
        let Some(concession) = self.move_on(actor, issue) else { return Ok(None) };
        let after = self.after(&concession);
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
        let refused = &self.stated(actor).refused[issue];
        if !refused.contains(&true) {
            return Ok(None);
        }
        let mut after = self.clone();
        after.restate(actor, |terms| terms.refused[issue].fill(false));
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
        let concession = self.concession(actor, issue, option, ConcessionKind::RedLine);
        let mut point = after.sticking_point(concession, margin)?;
        if self.is_continuous(issue) {
            self.settle_number(actor, issue, &mut point, effort)?;
        }
        Ok(Some(point))
    }

    /// Names the number at which a red line on a continuous issue is given up: where that opens the zone, the nearest to the line that does; else where the
    /// margin is.
    fn settle_number(
        &self,
        actor: usize,
        issue: usize,
        point: &mut StickingPoint,
        effort: u64,
    ) -> Result<(), DealsError> {
        let Some(scale) = self.scales.iter().find(|scale| scale.issue == issue) else { return Ok(()) };
        let at_margin = point.between.iter().flat_map(|package| &package.numbers);
        let at_margin = at_margin.clone().find(|(k, _)| k.index() == issue).map(|(_, x)| *x);
        let met = at_margin.unwrap_or_else(|| scale.stop(point.concession.option));
        let mut number = met;
        if point.opens && scale.refuses(actor, met) {
            let opens = |x: f64| -> Result<bool, DealsError> {
                let to = Concession { number: Some(x), ..point.concession.clone() };
                Ok(self.after(&to).agreed(effort)?.is_some())
            };
            // What the margin picks may lie further out than needed, but never too near where it opens the zone with the line at it.
            let found = match opens(met) {
                Ok(true) => scale.nearest_to_line(actor, met, &opens),
                other => other.map(|_| met),
            };
            match found {
                Ok(found) => number = found,
                Err(limit) if limit.is_limit() => {}
                Err(error) => return Err(error),
            }
        }
        if !scale.refuses(actor, number) {
            return Ok(());
        }
        let conceded = &mut point.concession;
        conceded.option = scale.stop_beyond_line(actor, number);
        let best = self.best_worth(actor, issue);
        let there = self.units(scale.worth(actor, number));
        conceded.cost = best.map_or(Units::ZERO, |best| (best - there).max(Units::ZERO));
        conceded.number = (scale.stop(conceded.option) != number).then_some(number);
        Ok(())
    }

    /// The option that a margin takes on an issue; between stops the one beside it that the actor refuses, where it refuses what lies there.
    fn option_met(&self, actor: usize, issue: usize, margin: &Margin) -> usize {
        let at_stop = margin.package.option(IssueId(issue));
        let number =
            margin.between.iter().flat_map(|package| &package.numbers).find(|(k, _)| k.index() == issue);
        let scale = self.scales.iter().find(|scale| scale.issue == issue);
        match (number, scale) {
            (Some((_, x)), Some(scale)) if scale.refuses(actor, *x) => {
                let refused = &self.stated(actor).refused[issue];
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
