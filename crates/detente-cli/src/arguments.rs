//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
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
    Brief(Brief),
    /// Read a case and report every fault, with its place and a hint
    Check(Check),
    /// The deal space: zone of agreement, frontier, solutions, sticking points
    Deals(Deals),
    /// Would it hold? Schedule, envelope, guarantee needed and longest pledge of one package
    Exchange(Exchange),
    /// Would it last? Survival of the leading packages, and what makes the difference
    Durability(Durability),
    /// Why the conflict rests where it does: who could move, who would, who would answer
    Stability(Stability),
    /// What was said and done, what contradicts what, and what it makes of the outlook
    Outlook(Outlook),
    /// Write a commented template case into a new folder
    New(New),
    /// Print the JSON Schema of the case format
    Schema,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Which case, as it was known when.
#[derive(Debug, Args)]
pub struct Known {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    #[command(flatten)]
    pub as_of: AsOf,
}

/// The day of a view.
#[derive(Debug, Args)]
pub struct AsOf {
    /// Hide everything that was reported, said or published after this day: `2024-02-12`
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
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
pub struct Brief {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    /// Also write the brief as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Deals {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Exchange {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Durability {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    #[command(flatten)]
    pub package: OnePackage,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
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
pub struct Outlook {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Stability {
    #[command(flatten)]
    pub case: Known,
    #[command(flatten)]
    pub draws: Draws,
    /// Tell every verdict on this state in words, with its reasons. A state goes by its number or by the moves made in
    /// it: `15`, `ceasefire,at_once`, `none`
    #[arg(long, value_name = "STATE")]
    pub explain: Option<String>,
    /// Say what would make this state hold: the least change of preferences, the least measures
    #[arg(long, value_name = "STATE")]
    pub want: Option<String>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Case files, folders that hold `case.toml`, or folders of such files and folders
    #[arg(value_name = "CASE", required = true)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub as_of: AsOf,
    /// Also list every figure of the case: its path, value, ground and line
    #[arg(long)]
    pub figures: bool,
}

#[derive(Debug, Args)]
pub struct New {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}
