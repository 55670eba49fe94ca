//! What can be said on the command line: the verbs, and here what several of them take.

mod bargaining;
mod drafts;
mod foreign;
mod one_case;
mod several_cases;
mod text;

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use detente_case::edit::Setting;
use jiff::civil::Date;

pub use bargaining::{
    CollectiveArguments, SettleArguments, TalksArguments, TournamentArguments, TournamentProtocol,
};
pub use drafts::{DataSet, Destination, EventsArguments, IntakeArguments};
pub use foreign::{ExportArguments, ExportFormat, ImportArguments};
pub use one_case::{
    BriefArguments, DealsArguments, DurabilityArguments, OutlookArguments, StabilityArguments, WatchArguments,
};
pub use several_cases::{CompareArguments, MergeArguments, OverlayArguments, PoolBy, SweepArguments};
pub use text::{TextArguments, TextCommand, TextDiffArguments, TextMarkedArguments};

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

/// Which package is asked about.
#[derive(Debug, Args)]
pub struct OnePackage {
    /// The package, by its choices: `truce=90,release=three stages`. What is left out stays as in the package most likely to be
    /// acceptable to all, or in the one whose letter in the brief comes first: `B,truce=90`
    #[arg(long, value_name = "PACKAGE")]
    pub package: Option<String>,
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
pub struct NewArguments {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}
