//! What can be said on the command line.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use detente_case::edit::{Over, Setting};
use detente_case::merge::Take;
use detente_case::pool::PoolRule;
use detente_model::{MOST_DAYS, Talks};
use jiff::civil::Date;

/// A workbench for people who try to end a conflict by agreement.
///
/// From one case file it computes which deals every party could sign, what blocks them and which move would clear the
/// way, with the range that doubt leaves. A CASE is a case file or the folder that holds `case.toml`.
#[derive(Debug, Parser)]
#[command(name = "detente", version, arg_required_else_help = true)]
pub struct Detente {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// The main job: everything that the case has the material for
    Brief(BriefArguments),
    /// The workbench: the case in a browser, written beside its answers
    Serve(ServeArguments),
    /// Read a case and report every fault, with its place and a hint
    Check(CheckArguments),
    /// The deal space: zone of agreement, frontier, solutions, sticking points
    Deals(DealsArguments),
    /// Write a case from the files of another tool: Genius, GeniusWeb, NegMAS, GMCR+, tables of actors
    Import(ImportArguments),
    /// Write one world of a case as files of NegMAS or GeniusWeb
    Export(ExportArguments),
    /// Would it hold? Schedule, envelope, guarantee needed and longest pledge of one package
    Exchange(AboutPackage),
    /// Would it last? Survival of the leading packages, and what makes the difference
    Durability(DurabilityArguments),
    /// Two cases side by side, or one as it is and with what is set: what differs, what that does
    Compare(CompareArguments),
    /// Two versions of a case that go back to one, put together judgement by judgement
    Merge(MergeArguments),
    /// Several people's readings of one case: where they differ, which differences change an answer, all of them pooled
    Overlay(OverlayArguments),
    /// What becomes of a case as one or two values of it go through a range
    Sweep(SweepArguments),
    /// Why the conflict rests where it does: who could move, who would, who would answer
    Stability(StabilityArguments),
    /// What was said and done, what contradicts what, and what it makes of the outlook
    Outlook(OutlookArguments),
    /// Draft claims from the text of a report, for a person to review
    Intake(IntakeArguments),
    /// Draft claims from a data set of events: UCDP GED, ACLED or GDELT
    Events(EventsArguments),
    /// How well the chances of packages do on settlements that people reached: tables of divisions, scored
    Settle(SettleArguments),
    /// How the bargaining would go, day by day: when and on what they agree, and what would shorten it
    Talks(TalksArguments),
    /// The day after: what was promised and what became of it, whether it goes on, what to look at next
    Watch(WatchArguments),
    /// The text of the deal: what it still allows, which open bracket matters most, what stands against which clause
    Text(TextArguments),
    /// What a body in which many have a say would decide: a table of actors, their weight, place and concern
    Collective(CollectiveArguments),
    /// Every way to bargain against every other, on every scenario, in every role
    Tournament(TournamentArguments),
    /// Write a commented template case into a new folder
    New(NewArguments),
    /// Print the JSON Schema of the case format
    Schema(SchemaArguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Which case, and how it is looked at.
#[derive(Debug, Args)]
pub struct CaseInView {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    #[command(flatten)]
    pub view: View,
}

/// How a case is looked at: on which day, and with what set.
#[derive(Debug, Args)]
pub struct View {
    /// Hide everything that was reported, said or published after this day: `2024-02-12`
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Look at the case as if its file said this: a path and a value as the file would have it, `positions.port.no_deal=[0.1, 0.3]`; without
    /// a value, what stands there is left out. The file stays as it is. May be given several times
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = Setting::parse)]
    pub set: Vec<Setting>,
}

/// A day as people write it in a case: `2024-02-14`.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a date is year, month and day: `2024-02-14`".to_owned())
}

/// How to draw worlds.
#[derive(Debug, Args)]
pub struct Draws {
    /// How many worlds to draw from what the case leaves open
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub draws: u64,
    /// The seed of the draws: the same seed gives the same figures
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

#[derive(Debug, Args)]
pub struct ServeArguments {
    /// The folder of the case, or a case file; a folder that is not there is made, for a new case
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// The port to listen on; without it one that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub port: u16,
    /// Print the address, and open no browser
    #[arg(long)]
    pub no_open: bool,
    /// The address to listen on. One that others can reach needs `--unencrypted`
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub listen: IpAddr,
    /// A name under which others ask for this server, besides its address. May be given several times
    #[arg(long, value_name = "NAME")]
    pub name: Vec<String>,
    /// Let others reach it although nothing that is said is encrypted
    #[arg(long)]
    pub unencrypted: bool,
}

#[derive(Debug, Args)]
pub struct BriefArguments {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    /// With the annex: every table, plot and source behind the two pages
    #[arg(long)]
    pub full: bool,
    /// Also write the brief as one self-contained page; `-` prints that page instead of the text
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Also write the brief as a document for Word and its like
    #[arg(long, value_name = "FILE")]
    pub docx: Option<PathBuf>,
    /// Also write a table with one row a world drawn: every uncertain input and open question, whether there is a deal, the margin and the
    /// best package
    #[arg(long, value_name = "FILE")]
    pub worlds: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub extract: ExtractArguments,
}

// What an extract of the brief shows; not a doc comment, which would be shown as help.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// Make an extract for one reader instead of the brief; what it still gives away is told on standard error, and never in it. With `--json`,
    /// that account is printed as JSON instead
    #[arg(long, conflicts_with_all = ["package", "worlds"])]
    pub extract: bool,
    /// The sections of the extract by their ids, `headline` for the sentences at the head: `headline,leading`. Without this, the two pages of the
    /// brief, or with `--full` all of it
    #[arg(long, value_name = "ID", value_delimiter = ',', requires = "extract", conflicts_with = "full")]
    pub sections: Vec<String>,
    /// Leave out what is told of a party, by its id or name. May be given several times
    #[arg(long, value_name = "PARTY", requires = "extract")]
    pub without: Vec<String>,
    /// Leave out sources
    #[arg(long, requires = "extract")]
    pub no_sources: bool,
    /// Leave out the remarks of analysts
    #[arg(long, requires = "extract")]
    pub no_notes: bool,
}

#[derive(Debug, Args)]
pub struct ImportArguments {
    /// A domain and the profile of each party, a folder that holds them, or a `.gmcr` file
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The case to write: a folder, or a file that ends in `.toml`; `-` prints it
    #[arg(long, value_name = "CASE")]
    pub out: PathBuf,
    /// The day of the case, as 2024-02-14; the files name none
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Replace a case that is there already
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct ExportArguments {
    #[command(flatten)]
    pub case: CaseInView,
    /// The format of the files
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// The folder to write them into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write this draw instead of the central world
    #[arg(long, value_name = "I")]
    pub draw: Option<u64>,
    /// The seed of the draw
    #[arg(long, value_name = "S", default_value_t = 1, requires = "draw")]
    pub seed: u64,
}

/// A format that can be written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum ExportFormat {
    /// NegMAS: YAML
    Negmas,
    /// GeniusWeb: JSON
    Geniusweb,
}

#[derive(Debug, Args)]
pub struct DealsArguments {
    /// The case file, or the folder that holds `case.toml`; or a domain and profiles of another tool
    #[arg(value_name = "CASE", required = true)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Draw worlds, in batches of 500, until the 95 % interval of the probability of a zone is this narrow to either side: 0.02 for
    /// ± 2 per cent. Stops after 1,000,000 worlds in any case
    #[arg(long, value_name = "H", conflicts_with = "draws", value_parser = half_width)]
    pub interval: Option<f64>,
    /// Also measure what the answer hangs on, alone and together with others: first-order and total Sobol indices, from N
    /// worlds for each uncertain input, or group of weights, and two more (at most 65,536; 1,024 is a good start)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=65_536))]
    pub sobol: Option<u64>,
    /// List frontiers only to within this distance on each party's scale, for those that are too large to list: 0.01 for a
    /// hundredth. The bargaining solutions are then chosen from what is listed
    #[arg(long, value_name = "T", value_parser = tolerance)]
    pub tolerance: Option<f64>,
    #[command(flatten)]
    pub package: OnePackage,
    /// Also write a table with one row a world drawn: every uncertain input and open question, whether there is a deal, the margin and the
    /// best package
    #[arg(long, value_name = "FILE")]
    pub worlds: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

// What a verb about one package takes; not a doc comment, which would be shown as help.
#[derive(Debug, Args)]
pub struct AboutPackage {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
pub struct DurabilityArguments {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE", required_unless_present = "findings")]
    pub case: Option<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    /// The days at which to tell whether it is still in force, ascending: `30,365,1825`. On the last but one packages and factors are
    /// compared. Without it, those that the case states, or those of a truce (30, 90, 180, 365) or a peace (180, 365, 730, 1825)
    #[arg(long, value_name = "DAYS", value_delimiter = ',', value_parser = horizon)]
    pub days: Vec<f64>,
    /// List the published findings on which a factor can rest: what, where from, how far it carries. Needs no case
    #[arg(long, conflicts_with_all = ["case", "as_of", "set", "package", "days", "draws", "seed"])]
    pub findings: bool,
    #[command(flatten)]
    pub form: Form,
}

/// Which package is asked about.
#[derive(Debug, Args)]
pub struct OnePackage {
    /// The package, by its choices: `truce=90,release=three stages`. What is left out stays as in the package most likely to be
    /// acceptable to all, or in the one whose letter in the brief comes first: `B,truce=90`
    #[arg(long, value_name = "PACKAGE")]
    pub package: Option<String>,
}

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

    /// As it is said.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Quantiles => "quantiles",
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
    /// Also write the sweep as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

/// In which form an answer is printed, if not as text.
#[derive(Debug, Args)]
pub struct Form {
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
    /// Print the main table of the answer as CSV instead of text: a row of names, numbers as in `--json`
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    Text,
    Json,
    Csv,
}

impl Form {
    pub fn chosen(&self) -> Chosen {
        match (self.json, self.csv) {
            (true, _) => Chosen::Json,
            (_, true) => Chosen::Csv,
            _ => Chosen::Text,
        }
    }
}

#[derive(Debug, Args)]
pub struct OutlookArguments {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
pub struct StabilityArguments {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    /// Tell every verdict on this state in words, with its reasons. A state goes by its number or by the moves made in
    /// it: `15`, `ceasefire,at_once`, `none`
    #[arg(long, value_name = "STATE")]
    pub explain: Option<String>,
    /// Say what would make this state hold: the least change of preferences, the least measures
    #[arg(long, value_name = "STATE")]
    pub want: Option<String>,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Case files, folders that hold `case.toml`, or folders of such files and folders
    #[arg(value_name = "CASE", required = true)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub view: View,
    /// Also list every figure of the case: its path, value, ground and line
    #[arg(long)]
    pub figures: bool,
    /// Print one JSON object instead of text
    #[arg(long, conflicts_with = "figures")]
    pub json: bool,
    /// Print the figures of the sound cases as CSV instead of text
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// That of what the verbs print with `--json` instead
    #[arg(long)]
    pub answers: bool,
}

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
pub struct WatchArguments {
    #[command(flatten)]
    pub case: CaseInView,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    /// For how many days from then to tell the chance that it lasts; without it, for those that are left of the pledge, else up to the last but one
    /// of the horizons of the case
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_DAYS as u64))]
    pub days: Option<u64>,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct TextArguments {
    #[command(subcommand)]
    pub command: Option<TextCommand>,
    /// The case file, or the folder that holds `case.toml`; the versions of the text lie in the folder `text` beside it
    #[arg(value_name = "CASE", required = true)]
    pub case: Option<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Tell of this version instead of the last, by the name of its file: `2`
    #[arg(long, value_name = "V")]
    pub version: Option<String>,
    #[command(flatten)]
    pub package: OnePackage,
    /// Also write the text as a document for Word: what is open in brackets, objections as comments
    #[arg(long, value_name = "FILE")]
    pub docx: Option<PathBuf>,
    /// Mark in that document what changed since this version: `2`
    #[arg(long, value_name = "V", requires = "docx")]
    pub since: Option<String>,
    /// Print the text alone, as the Markdown of a version; with `--package`, the next version as it would read
    #[arg(long, conflicts_with_all = ["json", "html"])]
    pub markdown: bool,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum TextCommand {
    /// Two versions of a text: what changed in words, which options that opens or closes, and what it does
    Diff(TextDiffArguments),
    /// What a delegation marked in a Word document of the text, each mark to be accepted or not
    Marked(TextMarkedArguments),
}

#[derive(Debug, Args)]
pub struct TextMarkedArguments {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// The document that came back
    #[arg(value_name = "FILE")]
    pub document: PathBuf,
    /// The version that was given out: `2`. Without this, the one of which the document says that it was made
    #[arg(long, value_name = "V")]
    pub version: Option<String>,
    /// On whose behalf comments are taken: a party or an audience, by its id or name. Without this, whoever the document names
    #[arg(long, value_name = "PARTY")]
    pub by: Option<String>,
    /// Take these marks into a new version, by their numbers: `1,3`, or `all`
    #[arg(long, value_name = "N", value_delimiter = ',', requires = "out")]
    pub accept: Vec<String>,
    /// Where the new version is written; the file must not be there yet: `cases/port/text/4.md`
    #[arg(long, value_name = "FILE", requires = "accept")]
    pub out: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct TextDiffArguments {
    /// The case: the case file, or the folder that holds `case.toml`. May be left out in that folder: `detente text diff 3 4`
    #[arg(value_name = "CASE")]
    pub first: PathBuf,
    /// The earlier version, by the name of its file
    #[arg(value_name = "V")]
    pub second: PathBuf,
    /// The later version
    #[arg(value_name = "V")]
    pub third: Option<PathBuf>,
    #[command(flatten)]
    pub view: View,
    #[command(flatten)]
    pub draws: Draws,
    /// Also write what is found as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
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
pub struct NewArguments {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// Where drafts go.
#[derive(Debug, Args)]
pub struct Destination {
    /// The case that they are for: the case file, or the folder that holds `case.toml`
    #[arg(long, value_name = "CASE")]
    pub case: PathBuf,
    /// The id of the report or data set among the sources of the case; made from its name if not said
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// Add the drafts to the end of the case instead of printing them; what is there already is left alone
    #[arg(long)]
    pub append: bool,
}

#[derive(Debug, Args)]
pub struct IntakeArguments {
    /// The report: plain text or HTML, in UTF-8
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    #[command(flatten)]
    pub into: Destination,
    /// The day on which the report appeared
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub reported: Date,
}

/// A data set of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataSet {
    /// UCDP Georeferenced Event Dataset, a table with a header
    Ucdp,
    /// ACLED, a table with a header
    Acled,
    /// GDELT events, 61 tab-separated columns (58 or 57 of the first edition), or with a header
    Gdelt,
}

#[derive(Debug, Args)]
pub struct EventsArguments {
    /// The table
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[command(flatten)]
    pub into: Destination,
    /// Which data set it is
    #[arg(long, value_enum)]
    pub format: DataSet,
    /// Take only events with this actor, as the data set names or codes it; may be given several times
    #[arg(long = "actor", value_name = "NAME")]
    pub actors: Vec<String>,
    /// Take only events that may have happened on this day or later
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,
    /// Take only events that may have happened on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// When the table was taken from the data set: rows are revised later
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub retrieved: Date,
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

/// A day at which lasting is told.
fn horizon(text: &str) -> Result<f64, String> {
    let day: f64 = text.trim().parse().map_err(|_| "not a number of days".to_owned())?;
    if day > 0.0 && day <= MOST_DAYS {
        Ok(day)
    } else {
        Err(format!("not above 0 and at most {MOST_DAYS} days"))
    }
}

/// A distance on a party's scale: above 0, at most 1.
fn tolerance(text: &str) -> Result<f64, String> {
    let distance: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    let counts = distance <= 1.0 && detente_deals::Units::from_f64(distance) > detente_deals::Units::ZERO;
    if counts { Ok(distance) } else { Err("not above 0 and at most 1 on each party's scale".to_owned()) }
}

/// Half the width of an interval of shares: from 1 in 1,000 to a half.
fn half_width(text: &str) -> Result<f64, String> {
    let width: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.001..=0.5).contains(&width) { Ok(width) } else { Err("not between 0.001 and 0.5".to_owned()) }
}
