//! How far a condition is from being met when all others are kept.

use detente_model::IssueId;

use super::Condition;
use crate::continuous::SettledPackage;
use crate::limits;
use crate::ratification::Votes;
use crate::space::DealSpace;
use crate::watch::Meter;
use crate::{DealsError, Known, Units};

/// How far a condition is from being met.
#[derive(Debug, Clone, PartialEq)]
pub enum Shortfall {
    /// Somebody gets too little, or refuses an option.
    Worth {
        /// How much more a deal would have to be worth to it, on its own scale; 0 where only red lines of an audience are in the way. It may be
        /// less by the distance given.
        short: Known<Units>,
        /// The issues on which the nearest package crosses a red line of an audience with a veto, whose red lines belong to its consent.
        crossed: Vec<IssueId>,
        /// The package that comes nearest.
        nearest: SettledPackage,
    },
    /// A red line leaves out what would be acceptable to all.
    Line {
        /// The options beyond the line that would do, each alone, with what conceding it costs the principal on its own scale; the cheapest first.
        /// Empty where only numbers between the stops of a continuous issue would.
        options: Vec<(usize, Units)>,
        /// A package that would be acceptable to all without the line.
        nearest: SettledPackage,
    },
    /// Too few would vote for it.
    Votes {
        /// The largest weight found that accepts a package which meets all else.
        carried: Votes,
        /// No such package has more: the same, unless a search met its limit.
        at_most: Votes,
        /// The weight that must accept.
        needed: Votes,
        /// The weight of all who vote.
        all: Votes,
        /// The package with that support.
        nearest: SettledPackage,
        /// The audiences of which winning over one alone would carry a package that meets all else, in the order of the case.
        winnable: Vec<Winnable>,
    },
}

/// An audience whose vote alone would make the difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Winnable {
    /// The audience, by its place among the actors.
    pub audience: usize,
    /// How much more the nearest package would have to be worth to it, on its own scale; it may be less by the distance given. 0 where only red
    /// lines are in the way.
    pub short: Known<Units>,
    /// The issues on which the nearest package crosses a red line of it.
    pub crossed: Vec<IssueId>,
    /// The package that comes nearest.
    pub nearest: SettledPackage,
}

impl Shortfall {
    /// The package that comes nearest to meeting the condition, among those that meet all others.
    pub fn nearest(&self) -> &SettledPackage {
        match self {
            Self::Worth { nearest, .. } | Self::Line { nearest, .. } | Self::Votes { nearest, .. } => nearest,
        }
    }
}

impl DealSpace {
    /// How far a condition that blocks alone is from being met; `package` meets all others.
    pub(super) fn shortfall(
        &self,
        condition: Condition,
        package: SettledPackage,
        effort: u64,
    ) -> Result<Shortfall, DealsError> {
        match condition {
            Condition::Surplus { principal: actor } | Condition::Veto { audience: actor } => {
                let (short, crossed, nearest) = self.consent(self, actor, package, effort)?;
                Ok(Shortfall::Worth { short, crossed, nearest })
            }
            Condition::RedLine { principal, issue } => self.line(principal, issue, package, effort),
            Condition::Quota { principal } => self.votes(principal, package, effort),
        }
    }

    /// What an actor's consent lacks in a space in which it must sign, with the red lines of it that are in the way of an audience, and the nearest package.
    /// `package` is acceptable to all others.
    fn consent(
        &self,
        space: &Self,
        actor: usize,
        package: SettledPackage,
        effort: u64,
    ) -> Result<(Known<Units>, Vec<IssueId>, SettledPackage), DealsError> {
        // Somebody whose consent is missing is asked.
        let (said, space) = (self.asking(actor), space.asking(actor));
        let without_worth = space.without(&[Condition::Surplus { principal: actor }]);
        let (all_else, start) = if let Some(start) = without_worth.agreed(effort)? {
            (without_worth, start)
        } else {
            // Its red lines are in the way as well, or alone.
            let lines =
                (0..self.sizes.len()).map(|k| Condition::RedLine { principal: actor, issue: IssueId(k) });
            (without_worth.without(&lines.collect::<Vec<_>>()), package)
        };
        let needed = said.actors[actor].reservation;
        let asked = |floor: i64| {
            let mut space = all_else.clone();
            space.actors[actor].reservation = self.units(floor);
            space
        };
        let reached = |package: &SettledPackage| said.value_of(actor, package).raw();
        let (most, open, nearest) = all_else.nearest(start, needed.raw(), effort, &asked, &reached)?;
        let crossed =
            (0..self.sizes.len()).filter(|issue| said.crosses(actor, *issue, &nearest)).map(IssueId);
        let crossed: Vec<IssueId> = crossed.collect();
        let short = (needed - self.units(most)).max(Units::ZERO);
        let short = Known::to_within(short, (open > 0).then(|| self.units(open)));
        Ok((short, crossed, nearest))
    }

    /// How much of what is `needed` the packages of this space reach, by how much it may be more where a question met its limit, and the package that
    /// reaches it. `asked` gives the same space with the floor under it raised, and `start` is one of its packages. Where packages are few each is looked
    /// at, and the first of equals is taken; elsewhere the highest floor is found by halving, from `start`.
    fn nearest(
        &self,
        start: SettledPackage,
        needed: i64,
        effort: u64,
        asked: &dyn Fn(i64) -> Self,
        reached: &dyn Fn(&SettledPackage) -> i64,
    ) -> Result<(i64, i64, SettledPackage), DealsError> {
        if !self.scales.is_empty() || self.package_count() > limits::BLOCKER_LISTED.into() {
            return highest(start, needed, effort, asked, reached);
        }
        let meter = Meter::of(&self.watch);
        let mut best: Option<(i64, SettledPackage)> = None;
        for package in self.packages() {
            meter.count((self.sizes.len() * self.actors.len()) as u64);
            if !self.all_accept(&package) {
                continue;
            }
            let package = self.package(&package);
            let most = reached(&package).min(needed);
            if best.as_ref().is_none_or(|(before, _)| most > *before) {
                best = Some((most, package));
            }
        }
        let (most, nearest) = best.unwrap_or_else(|| (reached(&start).min(needed), start));
        Ok((most, 0, nearest))
    }

    /// Whether a package crosses a red line of an actor on an issue.
    fn crosses(&self, actor: usize, issue: usize, package: &SettledPackage) -> bool {
        let number = package.numbers.iter().find(|(k, _)| k.0 == issue);
        match (number, self.scales.iter().find(|scale| scale.issue == issue)) {
            (Some((_, x)), Some(scale)) => scale.refuses(actor, *x),
            _ => self.actors[actor].refused[issue][package.options.option(IssueId(issue))],
        }
    }

    fn line(
        &self,
        principal: usize,
        issue: IssueId,
        package: SettledPackage,
        effort: u64,
    ) -> Result<Shortfall, DealsError> {
        let lifted = self.without(&[Condition::RedLine { principal, issue }]);
        let mut options = Vec::new();
        for option in (0..self.sizes[issue.0]).filter(|o| self.actors[principal].refused[issue.0][*o]) {
            // All options but this one are left out, by a red line that nobody else has to keep.
            let mut only = lifted.clone();
            let refused = &mut only.actors[principal].refused[issue.0];
            refused.fill(true);
            refused[option] = false;
            if only.find_agreement_for(effort)?.is_some() {
                options.push((option, self.cost(principal, issue.0, option)));
            }
        }
        options.sort_by_key(|(option, cost)| (*cost, *option));
        Ok(Shortfall::Line { options, nearest: package })
    }

    fn votes(&self, principal: usize, package: SettledPackage, effort: u64) -> Result<Shortfall, DealsError> {
        let place = self.ratification.iter().position(|rule| rule.principal == principal);
        let Some(rule) = place.map(|place| &self.ratification[place]) else {
            return Err(DealsError::Misshapen("nobody votes behind this principal".to_owned()));
        };
        let in_favour = |package: &SettledPackage| -> Votes {
            let voters = rule.voters.iter().filter(|(voter, _)| self.accepts(*voter, package));
            voters.map(|(_, weight)| *weight).sum()
        };
        let asked = |votes: i64| {
            let mut space = self.clone();
            let rules = space.ratification.iter_mut().filter(|rule| rule.principal == principal);
            rules.for_each(|rule| rule.needed = Votes::from_raw(votes));
            space
        };
        let reached = |package: &SettledPackage| in_favour(package).raw();
        let (most, open, nearest) = asked(0).nearest(package, rule.needed.raw(), effort, &asked, &reached)?;
        let mut winnable = Vec::new();
        for (voter, weight) in &rule.voters {
            // With this one's vote in hand, so much less of the others' is needed.
            let mut won = self.clone();
            let rules = won.ratification.iter_mut().filter(|rule| rule.principal == principal);
            for rule in rules {
                rule.voters.retain(|(other, _)| other != voter);
                rule.needed = Votes::from_raw((rule.needed.raw() - weight.raw()).max(0));
            }
            let Some(package) = won.agreed(effort)? else { continue };
            won.restate(*voter, |terms| terms.signs = true);
            let (short, crossed, nearest) = self.consent(&won, *voter, package, effort)?;
            winnable.push(Winnable { audience: *voter, short, crossed, nearest });
        }
        Ok(Shortfall::Votes {
            carried: Votes::from_raw(most),
            at_most: Votes::from_raw(most + open),
            needed: rule.needed,
            all: rule.voters.iter().map(|(_, weight)| *weight).sum(),
            nearest,
            winnable,
        })
    }
}

/// The highest floor below `needed` under which there still is an agreement, found by halving from a package that is one under a low floor; with by how
/// much it may be higher where a question met its limit, and the package that reaches it.
fn highest(
    start: SettledPackage,
    needed: i64,
    effort: u64,
    asked: &dyn Fn(i64) -> DealSpace,
    reached: &dyn Fn(&SettledPackage) -> i64,
) -> Result<(i64, i64, SettledPackage), DealsError> {
    let (mut low, mut high) = (reached(&start).min(needed), needed - 1);
    let mut nearest = start;
    while low < high {
        let floor = low + (high - low + 1) / 2;
        match asked(floor).agreed(effort) {
            Ok(Some(package)) => {
                low = reached(&package).clamp(floor, needed);
                nearest = package;
            }
            Ok(None) => high = floor - 1,
            Err(limit) if limit.is_limit() => break,
            Err(error) => return Err(error),
        }
    }
    Ok((low, (high - low).max(0), nearest))
}
