//! What is said to the verbs about how people bargain and decide.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use detente_model::Talks;

use super::{Draws, Form, View};

#[derive(Debug, Args)]
pub struct SettleArguments {
    /// Tables of what pairs of people shared out, as CSV: food, water and firewood for a camp (`v1_Food` …), or items of three kinds
    /// (`count0` …)
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Also fit coefficients on these tables, and score them on settlements that they were not fitted on
    #[arg(long)]
    pub fit: bool,
    /// Into how many folds each table is dealt for that
    #[arg(long, value_name = "N", default_value_t = 10, requires = "fit", value_parser = clap::value_parser!(u64).range(2..=100))]
    pub folds: u64,
    /// The seed by which settlements are dealt into folds
    #[arg(long, value_name = "S", default_value_t = 1, requires = "fit")]
    pub seed: u64,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct TalksArguments {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE", required_unless_present = "replay")]
    pub case: Option<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// For how many days to follow the talks; without it, for those that the case states, or 180
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(Talks::MOST_DAYS)))]
    pub days: Option<u32>,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
    /// Hold the recorded talks of a file again, offer by offer, and say the first step of each run that differs; exit code 1 if any does. Needs no
    /// case
    #[arg(long, value_name = "FILE", conflicts_with_all = ["case", "as_of", "set", "draws", "seed", "days", "html", "json", "csv"])]
    pub replay: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CollectiveArguments {
    /// A case with `[collective]`; or a table: KTAB's CSV, a long table of decisions, or one with the columns `Actor`, `Capability`, `Position`, `Salience`
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Of a case, tell this issue alone, by its id; may be said several times
    #[arg(long, value_name = "ISSUE")]
    pub issue: Vec<String>,
    /// Of a case, also say the least that would have to shift for the middle to reach a place on an issue; may be said several times
    #[arg(long, value_name = "ISSUE=PLACE")]
    pub want: Vec<String>,
    /// Only this model: `mean`, `median`, `compromise`, `weighted-median`, `nash`, `egalitarian`, `spatial`, `ktab`, `challenge`, `trades`; of `spatial` and `ktab` with every turn
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
pub struct TournamentArguments {
    /// The scenarios: cases (a case file, or the folder that holds `case.toml`), or folders or files of another tool
    #[arg(value_name = "SCENARIO", required = true)]
    pub scenarios: Vec<PathBuf>,
    /// The ways to bargain, with commas between them: `boulware,micro,time 0.5`; `all` for one of every kind. Spaces may be written as hyphens
    #[arg(long, value_name = "WAY", value_delimiter = ',', required = true)]
    pub strategies: Vec<String>,
    /// Who may speak when
    #[arg(long, value_enum, default_value_t = TournamentProtocol::Alternating)]
    pub protocol: TournamentProtocol,
    /// After how many rounds talks are over
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rounds: u32,
    /// How often each negotiation is held in which somebody draws chance; others go the same every time, and count as often
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub repetitions: u32,
    /// The seed of all chance: the same seed gives the same figures
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Let each way to bargain also meet itself, which is what is done anyway
    #[arg(long, overrides_with = "no_self_play")]
    pub self_play: bool,
    /// Let no way to bargain meet itself; then there is no game to look at
    #[arg(long, overrides_with = "self_play")]
    pub no_self_play: bool,
    /// On how many threads; what comes of it does not hang on that. Without it, one for each processor
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Keep what was held in this folder as it is held, and go on from what is in it
    #[arg(long, value_name = "FOLDER")]
    pub resume: Option<PathBuf>,
    /// Also measure how long negotiations take, which no two runs agree on
    #[arg(long)]
    pub timed: bool,
    /// Also write everything said in every negotiation, as one JSON object a line
    #[arg(long, value_name = "FILE")]
    pub traces: Option<PathBuf>,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

/// Who may speak when, in a tournament.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TournamentProtocol {
    /// In turn: who has the turn answers the offer on the table, and puts another in its place
    Alternating,
    /// All at once, and then all answer
    Simultaneous,
    /// In turn, until nobody has anything new to say (TAU)
    Tau,
}
