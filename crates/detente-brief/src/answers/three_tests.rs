//! The `three_tests` section of a brief: the leading packages under all tests, what changes would do, and what each manner of carrying the
//! exchange out takes.

use detente_model::{Case, Guarantee};
use serde::Serialize;

use super::{ByName, Interval, PackageOptions, Probability, Spread};
use crate::compose::three_tests::{Manner, Needed, Results, Test, ThreeTests};

/// The leading packages under the three tests: would all sign (acceptable), would nobody gain by stopping half-way (enforceable), would
/// it last (durable)?
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ThreeTestsFound {
    /// In how many worlds the packages were tried.
    pub worlds: u64,
    /// The days beyond which a durable package lasts.
    pub lasting_days: f64,
    /// The leading packages, in their order.
    pub packages: Vec<PackageTested>,
    /// The letter of the package that does best on all tests; null if none ever passes.
    pub best: Option<String>,
    /// Changes of the best package, or of the first if none passes, the most helpful first.
    pub changes: Vec<ChangeTested>,
    /// The ways of carrying the exchange out that the case proposes.
    pub manners: Vec<MannerTested>,
    /// What matters most, in sentences.
    pub sentences: Vec<String>,
}

impl ThreeTestsFound {
    /// The answer that the tests of a case are.
    pub fn of(case: &Case, found: &ThreeTests) -> Self {
        let standings = &found.standings;
        let tested = standings.tested.iter().map(|tested| PackageTested {
            results: TestResults::of(&tested.results),
            package: tested.letter.clone(),
            outcome: PackageOptions::of(case, &tested.package),
        });
        let changes = found.changes.iter().map(|change| ChangeTested {
            results: TestResults::of(&change.results),
            issue: case.issue(change.issue).id.clone(),
            outcome: PackageOptions::of(case, &change.package),
            gain: GainFound { value: change.gain.mean, interval: change.gain.interval },
        });
        Self {
            worlds: standings.worlds,
            lasting_days: standings.lasting_days,
            packages: tested.collect(),
            best: standings.best.map(|best| standings.tested[best].letter.clone()),
            changes: changes.collect(),
            manners: found.manners.iter().map(|manner| MannerTested::of(case, manner)).collect(),
            sentences: found.sentences.clone(),
        }
    }
}

/// How something fares on the three tests.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TestResults {
    /// In which share of the worlds all accept it.
    pub acceptable: Probability,
    /// In which share its exchange holds itself; null when the case has no exchange.
    pub enforceable: Option<Probability>,
    /// Whether that is the exchange as the case proposes it for the package, and not as it best could be.
    pub as_proposed: bool,
    /// In which share some schedule would hold itself; null when the case has no exchange.
    pub some_schedule_enforceable: Option<Probability>,
    /// The probability of lasting beyond `lasting_days`; null when the case has no durability.
    pub durable: Option<Spread>,
    /// The mean probability, 0 to 1, of passing every test that the case has the material for.
    pub all_three: f64,
    /// Its 95 % interval.
    pub all_three_interval: Interval,
    /// The test on which it does worst.
    pub weakest: TestName,
}

impl TestResults {
    /// What was found of a package.
    pub fn of(results: &Results) -> Self {
        Self {
            acceptable: results.acceptable.into(),
            enforceable: results.enforceable.map(Into::into),
            as_proposed: results.as_proposed,
            some_schedule_enforceable: results.some_way.map(Into::into),
            durable: results.durable.map(Into::into),
            all_three: results.all_three,
            all_three_interval: results.all_three_interval,
            weakest: match results.weakest() {
                Test::Acceptable => TestName::Acceptable,
                Test::Enforceable => TestName::Enforceable,
                Test::Durable => TestName::Durable,
            },
        }
    }
}

/// One of the three tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum TestName {
    /// All would sign.
    Acceptable,
    /// Nobody gains by stopping half-way.
    Enforceable,
    /// It outlives `lasting_days`.
    Durable,
}

/// How a leading package fares on the three tests.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageTested {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub results: TestResults,
    /// The letter of the package.
    pub package: String,
    /// The package.
    pub outcome: PackageOptions,
}

/// How a package would fare with a change on one issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ChangeTested {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub results: TestResults,
    /// The id of the issue that is changed.
    pub issue: String,
    /// The package that this makes.
    pub outcome: PackageOptions,
    /// By how much the change raises `all_three`, judged world by world in the same worlds.
    pub gain: GainFound,
}

/// By how much a change raises the probability of passing all tests.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GainFound {
    /// The mean of the differences, -1 to 1.
    pub value: f64,
    /// Its 95 % interval; a change whose interval does not lie above 0 is not advised.
    pub interval: Interval,
}

/// One way of carrying the exchange out, tried on the best package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MannerTested {
    /// As the case calls it.
    pub name: String,
    /// The package: the best one, changed on the issues that the manner belongs to.
    pub outcome: PackageOptions,
    /// In which share of the worlds it holds itself: one entry for each option of the issue that the guarantee is taken from, or one
    /// entry where the guarantee is the same for every package.
    pub self_enforcing: Vec<HoldsUnder>,
    /// The guarantee that it takes on each side, by the id of the party.
    pub guarantee_needed: ByName<MannerGuarantee>,
}

impl MannerTested {
    fn of(case: &Case, manner: &Manner) -> Self {
        let holds = manner.holds.iter().map(|(option, share)| HoldsUnder {
            value: share.value(),
            interval: share.interval(),
            guarantee: guarantee(case, *option),
        });
        let needed = manner
            .needed
            .iter()
            .filter_map(|needed| Some((case.party(needed.party?).id.clone(), MannerGuarantee::of(needed))));
        Self {
            name: manner.name.clone(),
            outcome: PackageOptions::of(case, &manner.package),
            self_enforcing: holds.collect(),
            guarantee_needed: needed.collect(),
        }
    }
}

/// The option that stands for a guarantee, as people read it.
fn guarantee(case: &Case, option: Option<usize>) -> Option<String> {
    match case.exchange.as_ref()?.guarantee {
        Guarantee::Issue { issue, .. } => Some(case.issue(issue).label(option?)),
        Guarantee::Fixed(_) => None,
    }
}

/// In which share of the worlds a manner holds itself under one guarantee.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HoldsUnder {
    /// The share, 0 to 1.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// The option that stands for the guarantee, as people read it; null where the guarantee is the same for every package.
    pub guarantee: Option<String>,
}

/// The guarantee that a manner takes on one side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MannerGuarantee {
    /// The least guarantee in all, on the side's own scale, over the worlds in which one is enough; null where none ever is.
    pub guarantee: Option<Spread>,
    /// In which share of the worlds some guarantee is needed.
    pub needed_in: Probability,
    /// In which share no guarantee is enough.
    pub never_enough_in: Probability,
}

impl MannerGuarantee {
    fn of(needed: &Needed) -> Self {
        Self {
            guarantee: needed.guarantee.map(Into::into),
            needed_in: needed.some.into(),
            never_enough_in: needed.never.into(),
        }
    }
}
