//! What is said to the verbs that hold several versions of a case side by side.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use detente_brief::Measure;
use detente_case::edit::Over;
use detente_case::merge::Take;
use detente_case::pool::PoolRule;

use super::{CaseInView, Draws, Form, View};

#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Two cases: case files, or folders that hold `case.toml`. One alone is compared, as it is, with what `--set` makes of it; what is set
    /// beside two is set in both
    #[arg(value_name = "CASE", required = true, num_args = 1..=2)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
pub struct MergeArguments {
    /// The version to which both go back: a case file, or the folder that holds `case.toml`
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// One version
    #[arg(value_name = "MINE")]
    pub mine: PathBuf,
    /// The other
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    /// Write the result here instead of printing it; it may be one of the three. Nothing is written if the result would not be a sound case
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Take a side where the two part ways: `positions.port.no_deal=mine`, for a path and all below it, or `theirs` alone for all that is not
    /// said otherwise. May be given several times
    #[arg(long, value_name = "PATH=SIDE", value_parser = Take::parse)]
    pub take: Vec<Take>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct OverlayArguments {
    /// Two to ten readings of one case: case files, or folders that hold `case.toml`. The others are laid over the first
    #[arg(value_name = "CASE", required = true, num_args = 2..)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Also put all readings into one: figure by figure, the mixture of what they say, or the means of their quantiles
    #[arg(long, value_enum, value_name = "RULE")]
    pub pool: Option<PoolBy>,
    /// Write the pooled case here
    #[arg(short, long, value_name = "FILE", requires = "pool")]
    pub out: Option<PathBuf>,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

/// By which rule readings are pooled.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PoolBy {
    /// The mixture of the readings: disagreement shows as doubt
    Linear,
    /// The means of their quantiles: about as wide as one reading
    Quantiles,
}

impl PoolBy {
    /// The rule.
    pub fn rule(self) -> PoolRule {
        match self {
            Self::Linear => PoolRule::Linear,
            Self::Quantiles => PoolRule::Quantiles,
        }
    }
}

#[derive(Debug, Args)]
pub struct SweepArguments {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    /// What goes through which values: numbers as `positions.port.no_deal=0.1:0.5:5` (from, to, how many), or any values with commas between
    /// them. Said twice, every value of the one is tried with every value of the other
    #[arg(long = "over", value_name = "PATH=VALUES", required = true, value_parser = Over::parse)]
    pub over: Vec<Over>,
    /// Compute on a cluster of Ray, by its address: `ray://head:10001`, or `ray` for the one that runs on this machine. The Python package of
    /// Detente does it, which must be installed here and there; its answer is a table of points
    #[arg(long, value_name = "ADDRESS", conflicts_with = "html")]
    pub on: Option<String>,
    /// Keep each finished task of a sweep on a cluster in this folder, as Parquet; said again, the sweep goes on from there
    #[arg(long, value_name = "FOLDER", requires = "on")]
    pub to: Option<PathBuf>,
    /// On a cluster, also ask about a package, under a name of your own: `outline=truce=135,release=three stages`, issues left out being as in the leading
    /// package; a name alone stands for the package that is recommended, at each point its own. May be given several times
    #[arg(long = "package", value_name = "NAME=PACKAGE", requires = "on")]
    pub packages: Vec<String>,
    /// On a cluster, what the three tests say of these packages, or else of the recommended one: `enforceable`, `durable` and `survival`, to the compared day
    /// and to the last, and `all_three`
    #[arg(long, value_name = "MEASURES", value_delimiter = ',', requires = "on", value_parser = Measure::WORDS)]
    pub measures: Vec<String>,
    /// Also write the sweep as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}
