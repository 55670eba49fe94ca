//! Who or what stands in the way, in words.

use detente_deals::{
    Blocker, Blockers, Condition, DealSpace, Findings, Known, SettledPackage, Shortfall, Units, Votes,
    Winnable,
};
use detente_model::{Actor, Case, Combination, IssueId};

use super::obstacles::position;
use super::sentence::Sentence;
use crate::brief::{BlockerTold, BlockersTold};
use crate::words;

/// What stands in the way in the central world, and over the draws; empty with a zone.
pub(super) fn told(case: &Case, deals: &Findings) -> BlockersTold {
    let Some(blockers) = &deals.central.blockers else { return BlockersTold::default() };
    let naming = Naming { case, space: &deals.central.space };
    let shares = &deals.acceptability.blockers;
    let mut alone: Vec<&Blocker> = blockers.alone.value().into_iter().flatten().collect();
    alone.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    let alone = alone.into_iter().map(|blocker| {
        let share = shares.of.iter().find(|of| of.condition == blocker.condition);
        BlockerTold {
            condition: blocker.condition,
            what: naming.condition(blocker.condition),
            lacks: naming.how_far(blocker),
            how_far: naming.how_far_with(blocker),
            paths: naming.paths(blocker.condition),
            ways: naming.ways(blocker),
            at_home: matches!(blocker.condition, Condition::Quota { .. } | Condition::Veto { .. }),
            only: share.map(|share| share.only),
            one_of_several: share.map(|share| share.one_of_several),
        }
    });
    BlockersTold {
        alone: alone.collect(),
        summary: naming.summary(blockers),
        together: naming.sets(&blockers.together.sets),
        repairs: naming.sets(&blockers.together.repairs),
        complete: blockers.together.complete,
    }
}

/// A condition as a person names it.
pub(crate) fn condition(case: &Case, space: &DealSpace, condition: Condition) -> String {
    Naming { case, space }.condition(condition)
}

struct Naming<'a> {
    case: &'a Case,
    space: &'a DealSpace,
}

impl Naming<'_> {
    fn actor(&self, place: usize) -> &str {
        self.case.actor_name(self.space.actors()[place].actor)
    }

    fn audience(&self, place: usize) -> String {
        match self.space.actors()[place].actor {
            Actor::Audience(id) => {
                let of = &self.case.party(self.case.audience(id).of).name;
                format!("{} (behind {of})", self.actor(place))
            }
            Actor::Party(_) => self.actor(place).to_owned(),
        }
    }

    fn condition(&self, condition: Condition) -> String {
        match condition {
            Condition::Surplus { principal } => format!("a gain for {}", self.actor(principal)),
            Condition::RedLine { principal, issue } => {
                format!(
                    "the red line of {} on {}",
                    self.actor(principal),
                    words::named(&self.case.issue(issue).name)
                )
            }
            Condition::Veto { audience } => {
                let when = self.space.asked_when(audience);
                format!("the consent of {}{}", self.audience(audience), self.only_with(when))
            }
            Condition::Quota { principal } => {
                format!(
                    "enough votes at home behind {}{}",
                    self.actor(principal),
                    self.vote_only_with(principal)
                )
            }
        }
    }

    /// A condition that is not met, as what stands in the way.
    fn blocking(&self, condition: Condition) -> String {
        match condition {
            Condition::Surplus { principal } => format!("too little to gain for {}", self.actor(principal)),
            Condition::RedLine { .. } => self.condition(condition),
            Condition::Veto { audience } => {
                let when = self.space.asked_when(audience);
                format!("the veto of {}{}", self.audience(audience), self.only_with(when))
            }
            Condition::Quota { principal } => {
                format!("the vote at home behind {}{}", self.actor(principal), self.vote_only_with(principal))
            }
        }
    }

    /// About which packages the vote behind a principal is held, if not about all.
    fn vote_only_with(&self, principal: usize) -> String {
        self.only_with(match self.space.actors()[principal].actor {
            Actor::Party(party) => self.case.party(party).quota_when.as_ref(),
            Actor::Audience(_) => None,
        })
    }

    /// About which packages somebody is asked, if not about all.
    fn only_with(&self, when: Option<&Combination>) -> String {
        when.map_or_else(String::new, |when| {
            format!(", asked only with {}", words::condition(self.case, when))
        })
    }

    fn package(&self, package: &SettledPackage) -> String {
        words::package_between(self.case, package)
    }

    /// How far a condition is from being met when all others are.
    fn how_far(&self, blocker: &Blocker) -> String {
        match &blocker.shortfall {
            Shortfall::Worth { short, crossed, .. } => {
                let red = self.crossed(crossed);
                match short.value() {
                    Some(short) if *short > Units::ZERO && red.is_empty() => {
                        format!("{} short", words::value(*short))
                    }
                    Some(short) if *short > Units::ZERO => {
                        format!("{} short, and a red line on {red}", words::value(*short))
                    }
                    _ => format!("a red line on {red}"),
                }
            }
            Shortfall::Line { options, nearest } => match (options.as_slice(), blocker.condition) {
                ([(option, _), ..], Condition::RedLine { issue, .. }) => {
                    format!("{} would do", words::option(self.case, self.case.issue(issue), *option))
                }
                _ => format!("{} would do", self.package(nearest)),
            },
            Shortfall::Votes { carried, needed, all, .. } => {
                let [carried, needed] = shares([*carried, *needed], *all);
                format!("{carried} would vote for it, {needed} are needed")
            }
        }
    }

    /// The same with the package that comes nearest.
    fn how_far_with(&self, blocker: &Blocker) -> String {
        let package = self.package(blocker.shortfall.nearest());
        match &blocker.shortfall {
            Shortfall::Line { .. } => format!("but for it all would sign {package}"),
            Shortfall::Worth { .. } => format!("{} with {package}", self.how_far(blocker)),
            Shortfall::Votes { .. } => format!("{}, with {package}", self.how_far(blocker)),
        }
    }

    /// The issues of red lines that the nearest package crosses.
    fn crossed(&self, crossed: &[IssueId]) -> String {
        let names: Vec<&str> = crossed.iter().map(|id| self.case.issue(*id).name.as_str()).collect();
        words::list(&names)
    }

    /// Where the case states a condition.
    fn paths(&self, condition: Condition) -> Vec<String> {
        let actor = |place: usize| self.space.actors()[place].actor;
        let id = |place: usize| self.case.actor_id(actor(place));
        vec![match condition {
            Condition::Surplus { principal } => format!("positions.{}.no_deal", id(principal)),
            Condition::RedLine { principal, issue } => position(self.case, actor(principal), issue),
            Condition::Veto { audience } => format!("positions.{}.no_deal", id(audience)),
            Condition::Quota { principal } => format!("ratification.{}", id(principal)),
        }]
    }

    /// The condition as what stands in the way, in a sentence. It goes by its place among those that block alone.
    fn headline(&self, blocker: &Blocker, place: usize) -> Sentence {
        let how_far = self.how_far(blocker);
        let id = blocker_id(place);
        let paths = self.paths(blocker.condition);
        let worth =
            |worth: Units| Sentence::default().figure_of(&words::value(worth), id.clone(), paths.clone());
        match (&blocker.shortfall, blocker.condition) {
            (Shortfall::Votes { carried, needed, all, .. }, Condition::Quota { principal }) => {
                let [carried, needed] = shares([*carried, *needed], *all);
                Sentence::from(format!(
                    "A vote at home stands in the way, behind {}: ",
                    self.actor(principal)
                ))
                .figure_of(&carried, id, paths.clone())
                .and(" would carry it, ")
                .figure_of(&needed, blocker_id(place), paths)
                .and(" are needed.")
            }
            (Shortfall::Worth { short, crossed, .. }, Condition::Veto { audience }) => {
                let needs = match short.value() {
                    Some(short) if *short > Units::ZERO => Sentence::from(", who would need ")
                        .then(worth(*short))
                        .and(" more than the nearest package is worth to them"),
                    _ => Sentence::default(),
                };
                let red = if crossed.is_empty() {
                    String::new()
                } else {
                    format!(", for a red line on {}", self.crossed(crossed))
                };
                Sentence::from(format!("A veto at home stands in the way: {}", self.audience(audience)))
                    .then(needs)
                    .and(&format!("{red}."))
            }
            (_, Condition::RedLine { principal, issue }) => Sentence::from(format!(
                "A red line stands in the way: {} on {}{}; ",
                self.actor(principal),
                self.case.issue(issue).name,
                if self.is_doubtful(principal, issue) { ", if it is meant" } else { "" }
            ))
            .figure_of(&how_far, id, paths)
            .and("."),
            (Shortfall::Worth { short, .. }, Condition::Surplus { principal }) => {
                Sentence::from("Too little to gain stands in the way, ")
                    .then(worth(short.value().copied().unwrap_or_default()))
                    .and(&format!(
                        " short of no deal with the package that comes nearest: for {}.",
                        self.actor(principal)
                    ))
            }
            (_, condition) => Sentence::from(format!("{}: ", self.condition(condition)))
                .figure_of(&how_far, id, paths)
                .and("."),
        }
    }

    /// Whether the red lines of a principal on an issue are all such as may not be meant.
    fn is_doubtful(&self, principal: usize, issue: IssueId) -> bool {
        is_doubtful(self.case, self.space, principal, issue)
    }

    /// What would open the way besides a concession on an issue.
    fn ways(&self, blocker: &Blocker) -> Vec<String> {
        match (&blocker.shortfall, blocker.condition) {
            (Shortfall::Votes { carried, all, nearest, winnable, .. }, _) => {
                let [quota] = shares([*carried], *all);
                let mut ways =
                    vec![format!("a quota of {quota} or less, for {} to be signed", self.package(nearest))];
                ways.extend(winnable.iter().map(|won| self.won_over(won)));
                ways
            }
            (Shortfall::Worth { short, crossed, nearest }, Condition::Veto { audience }) => {
                let won = Winnable {
                    audience,
                    short: short.clone(),
                    crossed: crossed.clone(),
                    nearest: nearest.clone(),
                };
                vec![self.won_over(&won)]
            }
            (Shortfall::Worth { short, nearest, .. }, Condition::Surplus { principal }) => vec![format!(
                "no deal worth {} less to {}, for {}",
                words::value(short.value().copied().unwrap_or_default()),
                self.actor(principal),
                self.package(nearest)
            )],
            (Shortfall::Line { options, .. }, Condition::RedLine { principal, issue }) => {
                let line = |(option, cost): &(usize, Units)| {
                    format!(
                        "{} taking “{}”, which costs it {}",
                        self.actor(principal),
                        self.case.issue(issue).label(*option),
                        words::value(*cost)
                    )
                };
                options.first().map(line).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn won_over(&self, won: &Winnable) -> String {
        let package = self.package(&won.nearest);
        let red = self.crossed(&won.crossed);
        let lacks = match (&won.short, red.is_empty()) {
            (Known::Exactly(short) | Known::Within(short, _), true) => {
                format!("who would need {} more than there is for them in", words::value(*short))
            }
            (Known::Exactly(short) | Known::Within(short, _), false) if *short > Units::ZERO => {
                format!(
                    "who have a red line on {red} and would need {} more than there is for them in",
                    words::value(*short)
                )
            }
            _ => format!("who have a red line on {red} against"),
        };
        format!("{} won over, {lacks} {package}", self.actor(won.audience))
    }

    /// What is to be said of all that blocks, in a sentence.
    fn summary(&self, blockers: &Blockers) -> Sentence {
        let Some(alone) = blockers.alone.value() else {
            return "What stands in the way is not known: the search for it was given up.".into();
        };
        match alone.as_slice() {
            [only] => self.headline(only, 0),
            [] => Sentence::from(match blockers.together.repairs.first() {
                Some(repair) => format!(
                    "No single thing stands in the way. At the least, these together would have to give way: {}.",
                    words::list(&self.named(repair))
                ),
                None if blockers.together.complete => {
                    "What cannot go together leaves no package at all, whatever anybody would give."
                        .to_owned()
                }
                None => "No single thing stands in the way: several do together.".to_owned(),
            }),
            several => {
                let mut nearest: Vec<&Blocker> = several.iter().collect();
                nearest.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
                let each = nearest.iter().enumerate().map(|(place, blocker)| {
                    Sentence::from(format!("{} (", self.blocking(blocker.condition)))
                        .figure_of(&self.how_far(blocker), blocker_id(place), self.paths(blocker.condition))
                        .and(")")
                });
                Sentence::from("What stands in the way, the nearest first: ")
                    .then_all(each, "; ")
                    .and(". If any one of these fell away, there would be a deal.")
            }
        }
    }

    fn named(&self, set: &[Condition]) -> Vec<String> {
        set.iter().map(|condition| self.condition(*condition)).collect()
    }

    fn sets(&self, sets: &[Vec<Condition>]) -> Vec<Vec<String>> {
        sets.iter().map(|set| self.named(set)).collect()
    }
}

/// What a condition that blocks alone goes by, at a place among all of them, the nearest first.
pub(crate) fn blocker_id(place: usize) -> String {
    format!("blockers.{}", place + 1)
}

/// Whether the red lines of a principal on an issue are all such as may not be meant.
pub(crate) fn is_doubtful(case: &Case, space: &DealSpace, principal: usize, issue: IssueId) -> bool {
    let position = case.position_of(space.actors()[principal].actor).map(|id| case.position(id));
    let on = position.and_then(|position| position.issues.iter().find(|on| on.issue == issue));
    on.is_some_and(|on| {
        !on.doubtful.is_empty() && on.never.is_empty() && on.at_most.is_none() && on.at_least.is_none()
    })
}

/// How much a condition lacks: on the scale of whoever holds it, from 0 to 1, or as a share of the votes. Scales of different parties are compared for
/// the order alone.
pub(super) fn distance(blocker: &Blocker) -> f64 {
    match &blocker.shortfall {
        // A red line of an audience comes on top of what it lacks.
        Shortfall::Worth { short, crossed, .. } => {
            short.value().map_or(1.0, |short| short.to_f64()) + crossed.len() as f64
        }
        Shortfall::Line { options, .. } => options.first().map_or(1.0, |(_, cost)| cost.to_f64()),
        Shortfall::Votes { carried, needed, all, .. } => {
            (needed.raw() - carried.raw()) as f64 / all.raw().max(1) as f64
        }
    }
}

/// Weights of votes as shares of all, told apart.
fn shares<const N: usize>(votes: [Votes; N], all: Votes) -> [String; N] {
    words::told_apart(votes.map(|votes| votes.raw() as f64 / all.raw().max(1) as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_told_with_as_many_digits_as_keep_them_apart() {
        let of =
            |a: i64, b: i64, all: i64| shares([Votes::from_raw(a), Votes::from_raw(b)], Votes::from_raw(all));
        assert_eq!(of(545, 550, 1_000), ["54.5 %", "55 %"]);
        assert_eq!(of(54, 55, 100), ["54 %", "55 %"]);
        assert_eq!(of(49_999, 50_000, 100_000), ["49.999 %", "50 %"]);
    }
}
