//! What is said to the verbs that look at the deals of one case and at what becomes of them.

use std::path::PathBuf;

use clap::Args;
use detente_model::MOST_DAYS;

use super::{CaseInView, Draws, Form, OnePackage, View};

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
    /// Also write the brief as a PDF, with tags and bookmarks: printed by Chrome, Edge or Chromium if one is on this machine, else by LibreOffice
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
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
    /// Instead the checklist that monitors take along: what is open by its day, with boxes for what they see
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub checklist: bool,
    /// Also write what is found, or the checklist, as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub form: Form,
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
