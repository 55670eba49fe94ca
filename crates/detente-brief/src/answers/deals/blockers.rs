//! Who or what stands in the way.

use detente_deals::{
    Blocker, BlockerShares, Blockers, Condition, DealSpace, Known, Shortfall, Units, Votes, Winnable,
};
use detente_model::{Case, IssueId};
use serde::Serialize;

use super::super::{OptionValue, PackageOptions, Probability};
use crate::compose::blockers;

/// What stands in the way in the central world.
///
/// A deal has conditions: what no deal is worth to each principal, its red lines by issue, vetoes at home, votes at home. A condition blocks
/// alone if lifting it, and nothing else, opens the zone of agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BlockersFound {
    /// All conditions of a deal.
    pub conditions: Vec<ConditionFound>,
    /// Those that block alone; null where a limit on work was met.
    pub alone: Option<Vec<BlockerFound>>,
    /// The limit for which `alone` is null; null otherwise.
    pub alone_not_known: Option<String>,
    /// Least sets of conditions that cannot all be met, the smallest first. A condition that blocks alone is in each of them.
    pub together: Vec<Vec<ConditionFound>>,
    /// Least sets of conditions that, lifted together, open the zone, the smallest first.
    pub repairs: Vec<Vec<ConditionFound>>,
    /// Whether `together` and `repairs` hold all such sets; otherwise a limit on work was met.
    pub complete: bool,
}

/// A condition of a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ConditionFound {
    /// Of which kind it is.
    pub condition: ConditionOf,
    /// The id of the party, or for a veto of the audience, whose condition it is.
    pub of: String,
    /// The id of the issue of a red line; null for other kinds.
    pub issue: Option<String>,
    /// In words.
    pub in_words: String,
}

/// The kinds of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ConditionOf {
    /// A principal gets no less than no deal is worth to it.
    Surplus,
    /// No red line of a principal on an issue is crossed.
    RedLine,
    /// An audience with a veto accepts.
    Veto,
    /// Enough of the audiences behind a principal accept.
    Quota,
}

/// A condition that blocks alone, with how far it is from being met when all others are kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BlockerFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub condition: ConditionFound,
    /// How much more the nearest package would have to be worth, on the scale of the party or audience; null for red lines and votes.
    pub short: Option<f64>,
    /// By how much `short` may be less, where a limit on work was met; 0 otherwise, null where `short` is.
    pub short_open: Option<f64>,
    /// The ids of the issues on which the nearest package crosses a red line of an audience with a veto.
    pub crossed: Vec<String>,
    /// The options beyond a red line of which each alone would do, the cheapest to concede first. Empty for other kinds.
    pub beyond_the_line: Vec<OptionBeyond>,
    /// The votes; null unless it is a vote.
    pub votes: Option<VotesFound>,
    /// The package that comes nearest to meeting the condition and meets all others.
    pub outcome: PackageOptions,
}

/// An option beyond a red line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OptionBeyond {
    /// The option.
    pub option: OptionValue,
    /// What conceding it costs, on the party's own scale.
    pub cost: f64,
}

/// A vote at home that falls short. Shares are of the weight of all who vote, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VotesFound {
    /// The largest share that would vote for a package which meets all else.
    pub carried: f64,
    /// No such package has more; the same unless a limit on work was met.
    pub carried_at_most: f64,
    /// The share that is needed.
    pub needed: f64,
    /// The audiences of which winning over one alone would carry it.
    pub winnable: Vec<WinnableFound>,
}

/// An audience whose vote alone would make the difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WinnableFound {
    /// The id of the audience.
    pub audience: String,
    /// How much more the nearest package would have to be worth to it, on its own scale.
    pub short: Option<f64>,
    /// The ids of the issues on which that package crosses a red line of it.
    pub crossed: Vec<String>,
    /// The package that comes nearest.
    pub outcome: PackageOptions,
}

/// What blocks, over the worlds drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BlockersDrawn {
    /// In how many worlds it was looked for; less than were drawn where packages are too many to judge all.
    pub worlds: u64,
    /// In how many of these there is a zone.
    pub open: u64,
    /// In how many there is none and no condition blocks alone.
    pub none_alone: u64,
    /// In how many it is not known, for a limit on work.
    pub not_known: u64,
    /// The conditions that block alone in some of them, those that are most often the only one first.
    pub conditions: Vec<ConditionDrawn>,
}

/// In which share of the worlds a condition blocks alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ConditionDrawn {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub condition: ConditionFound,
    /// The share in which it is the only one.
    pub only: Probability,
    /// The share in which it is one of several, each of which would do.
    pub one_of_several: Probability,
}

struct In<'a> {
    case: &'a Case,
    space: &'a DealSpace,
}

impl In<'_> {
    fn id(&self, actor: usize) -> String {
        self.case.actor_id(self.space.actors()[actor].actor).to_owned()
    }

    fn issues(&self, issues: &[IssueId]) -> Vec<String> {
        issues.iter().map(|id| self.case.issue(*id).id.clone()).collect()
    }

    fn condition(&self, condition: Condition) -> ConditionFound {
        let (kind, actor, issue) = match condition {
            Condition::Surplus { principal } => (ConditionOf::Surplus, principal, None),
            Condition::RedLine { principal, issue } => (ConditionOf::RedLine, principal, Some(issue)),
            Condition::Veto { audience } => (ConditionOf::Veto, audience, None),
            Condition::Quota { principal } => (ConditionOf::Quota, principal, None),
        };
        ConditionFound {
            condition: kind,
            of: self.id(actor),
            issue: issue.map(|id| self.case.issue(id).id.clone()),
            in_words: blockers::condition(self.case, self.space, condition),
        }
    }

    fn package(&self, package: &detente_deals::SettledPackage) -> PackageOptions {
        PackageOptions::of(self.case, &package.options).with_numbers(self.case, &package.numbers)
    }

    fn blocker(&self, blocker: &Blocker) -> BlockerFound {
        let mut found = BlockerFound {
            condition: self.condition(blocker.condition),
            short: None,
            short_open: None,
            crossed: Vec::new(),
            beyond_the_line: Vec::new(),
            votes: None,
            outcome: self.package(blocker.shortfall.nearest()),
        };
        match &blocker.shortfall {
            Shortfall::Worth { short, crossed, .. } => {
                found.short = short.value().map(|short| short.to_f64());
                found.short_open = Some(short.distance().unwrap_or_default().to_f64());
                found.crossed = self.issues(crossed);
            }
            Shortfall::Line { options, .. } => {
                if let Condition::RedLine { issue, .. } = blocker.condition {
                    let beyond = |(option, cost): &(usize, Units)| OptionBeyond {
                        option: (&self.case.issue(issue).options[*option]).into(),
                        cost: cost.to_f64(),
                    };
                    found.beyond_the_line = options.iter().map(beyond).collect();
                }
            }
            Shortfall::Votes { carried, at_most, needed, all, winnable, .. } => {
                let share = |votes: &Votes| votes.raw() as f64 / all.raw().max(1) as f64;
                found.votes = Some(VotesFound {
                    carried: share(carried),
                    carried_at_most: share(at_most),
                    needed: share(needed),
                    winnable: winnable.iter().map(|won| self.winnable(won)).collect(),
                });
            }
        }
        found
    }

    fn winnable(&self, won: &Winnable) -> WinnableFound {
        WinnableFound {
            audience: self.id(won.audience),
            short: won.short.value().map(|short| short.to_f64()),
            crossed: self.issues(&won.crossed),
            outcome: self.package(&won.nearest),
        }
    }
}

impl BlockersFound {
    pub(super) fn of(case: &Case, space: &DealSpace, blockers: &Blockers) -> Self {
        let told = In { case, space };
        let named = |set: &[Condition]| -> Vec<ConditionFound> {
            set.iter().map(|condition| told.condition(*condition)).collect()
        };
        Self {
            conditions: named(&blockers.conditions),
            alone: match &blockers.alone {
                Known::Exactly(alone) | Known::Within(alone, _) => {
                    Some(alone.iter().map(|blocker| told.blocker(blocker)).collect())
                }
                Known::GivenUp(_) => None,
            },
            alone_not_known: blockers.alone.limit().map(ToString::to_string),
            together: blockers.together.sets.iter().map(|set| named(set)).collect(),
            repairs: blockers.together.repairs.iter().map(|set| named(set)).collect(),
            complete: blockers.together.complete,
        }
    }
}

impl BlockersDrawn {
    pub(super) fn of(case: &Case, space: &DealSpace, shares: &BlockerShares) -> Self {
        let told = In { case, space };
        let conditions = shares.of.iter().map(|share| ConditionDrawn {
            condition: told.condition(share.condition),
            only: share.only.into(),
            one_of_several: share.one_of_several.into(),
        });
        Self {
            worlds: shares.looked_into,
            open: shares.open,
            none_alone: shares.none_alone,
            not_known: shares.not_known,
            conditions: conditions.collect(),
        }
    }
}
