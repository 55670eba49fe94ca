//! What is said to the verbs that draft claims from reports and events.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::day;

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
