//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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
    /// Write a case from the files of another tool: Genius, GeniusWeb, NegMAS, GMCR+
    Import(Import),
    /// Write one world of a case as files of NegMAS or GeniusWeb
    Export(Export),
    /// Why the conflict rests where it does: who could move, who would, who would answer
    Stability(Stability),
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
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
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
pub struct Import {
    /// A domain and the profile of each party, a folder that holds them, or a `.gmcr` file
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The case to write: a folder, or a file that ends in `.toml`
    #[arg(long, value_name = "CASE")]
    pub out: PathBuf,
    /// The day of the case, as 2024-02-14; the files name none
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Replace a case that is there already
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// The format of the files
    #[arg(long, value_enum)]
    pub format: Target,
    /// The folder to write them into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write this draw instead of the central world
    #[arg(long, value_name = "I")]
    pub draw: Option<u64>,
    /// The seed of the draw
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

/// A format that can be written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Target {
    /// NegMAS: YAML
    Negmas,
    /// GeniusWeb: JSON
    Geniusweb,
}

#[derive(Debug, Args)]
pub struct Deals {
    /// The case file, or the folder that holds `case.toml`; or a domain and profiles of another tool
    #[arg(value_name = "CASE", required = true)]
    pub cases: Vec<PathBuf>,
    #[command(flatten)]
    pub draws: Draws,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Stability {
    /// The case file, or the folder that holds `case.toml`
    #[arg(value_name = "CASE")]
    pub case: PathBuf,
    /// Tell every verdict on this state in words, with its reasons
    #[arg(long, value_name = "STATE")]
    pub explain: Option<usize>,
    /// Say what would make this state hold: the least change of preferences, the least measures
    #[arg(long, value_name = "STATE")]
    pub want: Option<usize>,
    /// Print one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Case files, folders that hold `case.toml`, or folders of such files and folders
    #[arg(value_name = "CASE", required = true)]
    pub cases: Vec<PathBuf>,
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
