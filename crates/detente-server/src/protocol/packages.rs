//! Putting a package together: what becomes of one, where packages lie, and those that are kept by name.

use detente_brief::answers::{OptionValue, PackageJudged, PackageOptions, TestResults};
use serde::{Deserialize, Serialize};

use super::Manner;

/// `POST /api/package`: what becomes of a package.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageAsked {
    /// The text of the case.
    pub text: String,
    /// The package, `release=all at once,truce=90`; what it leaves out is as in the leading package. Null for that one.
    pub package: Option<String>,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The event `package` of `POST /api/package`: who would sign it, what it lacks, what would mend it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageTold {
    /// The package judged.
    pub judged: PackageJudged,
    /// In how many worlds.
    pub draws: u64,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The event `tested`: how it fares on the three tests. Without exchange and durability there is no such event.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TestedTold {
    /// In how many worlds it was put to the tests.
    pub worlds: u64,
    /// The days beyond which a durable package lasts.
    pub lasting_days: f64,
    /// How it fares.
    pub results: TestResults,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The event `carried`: how the package would be carried out, or how long it would last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CarriedTold {
    /// Of which of the two it tells.
    pub of: Carried,
    /// What matters most, in sentences.
    pub sentences: Vec<String>,
    /// The schedule, or the survival, as HTML by the renderer of the printed page. What comes from a case is escaped in it.
    pub html: String,
}

/// What is told of a package once it is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Carried {
    /// The schedule of its exchange.
    Exchange,
    /// How long it would last.
    Durability,
}

/// `POST /api/packages/map`: the deal space to pick packages from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MapAsked {
    /// The text of the case.
    pub text: String,
    /// The principals whose values run to the right and upwards, by their ids; null for the first two.
    #[serde(default)]
    pub pair: Option<[String; 2]>,
    /// A package that must be there whatever else is.
    #[serde(default)]
    pub also: Option<String>,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The answer to `POST /api/packages/map`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackagesMap {
    /// What is on the table.
    pub issues: Vec<IssueListed>,
    /// Who must sign, in the order of the values below.
    pub principals: Vec<ActorListed>,
    /// Everybody else who has a say or is heard.
    pub others: Vec<ActorListed>,
    /// The principals along the axes; null where there are not two, and so no plot.
    pub pair: Option<[String; 2]>,
    /// The plot, as HTML by the renderer of the printed page; an element with `data-package` stands for the packages whose numbers it
    /// holds. Empty without a plot.
    pub html: String,
    /// The packages that can be picked, by their numbers from 0.
    pub packages: Vec<PackageListed>,
    /// Whether these are all that the case allows.
    pub whole: bool,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct IssueListed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The unit of its numbers; null if it has none.
    pub unit: Option<String>,
    /// Its options; of a continuous issue its stops, the ends of its range first and last.
    pub options: Vec<OptionValue>,
    /// Whether every number between the ends can be agreed on.
    pub continuous: bool,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ActorListed {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A package that can be picked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageListed {
    /// The package.
    pub outcome: PackageOptions,
    /// What it is worth to each principal in the central world.
    pub values: Vec<f64>,
    /// How it stands there; null where that was not looked at.
    pub stands: Option<Stands>,
    /// Whether nothing betters it for all, red lines aside.
    pub on_frontier: bool,
    /// The letter of a leading package; null for any other.
    pub letter: Option<String>,
    /// The solutions that it is.
    pub roles: Vec<String>,
}

/// How a package stands in the central world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Stands {
    /// It crosses a red line of somebody who must agree.
    Crossing,
    /// It crosses none, but somebody does not accept it.
    Refused,
    /// All accept it.
    Agreed,
}

/// The packages that are kept by name, in `packages.json` beside the case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackagesKept {
    /// Each, in the order in which they were kept.
    pub packages: Vec<PackageKept>,
}

/// A package that is kept by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageKept {
    /// Its name.
    pub name: String,
    /// The package as the command line takes it, too: `release=all at once,truce=90`.
    pub package: String,
}

/// `POST /api/packages/keep`: a change of the packages that are kept. The answer is what is kept then.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum KeepAsked {
    /// Keeps a package under a name that is not taken.
    Keep {
        /// The name.
        name: String,
        /// The package.
        package: String,
    },
    /// Gives one another name.
    Rename {
        /// The name that it has.
        name: String,
        /// The name that it gets.
        to: String,
    },
    /// Keeps one no longer.
    Drop {
        /// The name.
        name: String,
    },
}
