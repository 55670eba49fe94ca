//! What is said of the files of other tools.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::{CaseInView, day};

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
