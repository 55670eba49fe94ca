//! What is said of the text of a deal.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Draws, OnePackage, View};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(group = clap::ArgGroup::new("on_paper").args(["docx", "pdf"]).multiple(true))]
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
    /// Also write that document as a PDF, with tags and bookmarks: made by LibreOffice, which must be on this machine
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// Mark in that document what changed since this version: `2`
    #[arg(long, value_name = "V", requires = "on_paper")]
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
