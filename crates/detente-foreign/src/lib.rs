//! Cases from the files of other tools: Genius XML, GeniusWeb JSON, NegMAS YAML and JSON, GMCR+ `.gmcr`, tables of actors.
//!
//! One file a format. Each is read with the places of its values, so that a fault shows its line; then written as the
//! text of a case in which every figure cites the file and the lines that it came from; and that text is read by the
//! reader of cases. So what `detente import` writes and what a verb computes from the files directly cannot differ.
//!
//! ```
//! use std::path::PathBuf;
//!
//! let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/genius"));
//! let files: Vec<PathBuf> =
//!     ["garden.xml", "garden-tenant.xml", "garden-owner.xml"].iter().map(|name| folder.join(name)).collect();
//! let import = detente_foreign::import(&files, None).unwrap();
//! assert_eq!(import.case.principals().count(), 2);
//! assert!(import.toml.contains("cite = [\"garden-owner#lines"));
//! ```

pub mod actors;
mod assemble;
mod blame;
mod carried;
mod contradictions;
mod data;
mod export;
mod fit;
mod genius;
mod genius_curve;
mod geniusweb;
mod gmcr;
mod json;
mod known;
mod names;
mod negmas;
mod negmas_fun;
mod pickle;
mod recognise;
mod rectangles;
mod scenario;
mod sound;
mod write;
mod write_body;
mod write_dispute;
mod xml;
mod xml_limits;
mod yaml;

use std::path::{Path, PathBuf};

use detente_case::report::{Fault, Faults, Report, Text, contents};
use detente_case::{Code, parse};
use detente_model::Case;
use jiff::civil::Date;

use self::assemble::{conflict, negotiation};
pub use self::export::{Export, export};
use self::names::Ids;
pub use self::recognise::is_foreign;
use self::recognise::{Content, content, files_in, no_file};

/// What a case says if its files name no day.
pub(crate) const NO_DAY: Date = Date::constant(1970, 1, 1);

/// As many options as an issue of a case can have.
pub(crate) const MOST_OPTIONS: usize = 10_000;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// Genius: a domain and profiles in XML.
    Genius,
    /// GeniusWeb: a domain and profiles in JSON.
    GeniusWeb,
    /// NegMAS: an outcome space and utility functions in YAML or JSON.
    Negmas,
    /// GMCR+: a conflict in JSON.
    Gmcr,
    /// A table of actors in CSV: KTAB's, a long table of decisions, or a plain one.
    Actors,
}

/// A case made of foreign files.
#[derive(Debug)]
pub struct Import {
    /// In which format they are.
    pub format: Format,
    /// The text of the case.
    pub toml: String,
    /// The case.
    pub case: Case,
    /// Warnings, a report for each file that has any, and for the case.
    pub warnings: Vec<Report>,
}

/// A file while it is being read.
#[derive(Debug)]
pub(crate) struct File {
    path: PathBuf,
    text: Text,
    faults: Faults,
}

impl File {
    /// Its name without folder and ending.
    fn stem(&self) -> String {
        self.path.file_stem().map(|stem| harmless(&stem.to_string_lossy())).unwrap_or_default()
    }
}

/// The name of a file without control characters, which a case does not take.
fn harmless(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// What is known of the files when a case is written.
#[derive(Debug)]
struct Origin<'a> {
    format: Format,
    /// Their ids as sources, in order.
    sources: &'a [String],
    /// Their names.
    names: &'a [String],
    as_of: Option<Date>,
}

/// Makes a case of foreign files: a domain and the profiles of those at the table, a folder that holds them, or a
/// conflict. `as_of` is the day of the case; without it the case says the first day of 1970.
///
/// # Errors
/// Reports of everything that is wrong, one for each file with faults.
pub fn import(paths: &[PathBuf], as_of: Option<Date>) -> Result<Import, Vec<Report>> {
    if let Some((path, fault)) = paths.iter().find_map(|path| Some((path, no_file(path, paths)?))) {
        let mut faults = Faults::default();
        faults.push(fault);
        return Err(vec![faults.into_report(Text::new(path.display().to_string(), ""))]);
    }
    if let [only] = paths
        && write_body::is_table(only)
    {
        return write_body::import(only, as_of);
    }
    let folder = match paths {
        [only] if only.is_dir() => Some(only.as_path()),
        _ => None,
    };
    let found = folder.map(files_in);
    let mut files = Vec::new();
    for path in found.as_deref().unwrap_or(paths) {
        files.push(open(path)?);
    }
    import_files(files, paths, folder, as_of)
}

/// As [`import`], of files that are not on a disk: each with its name and its text.
///
/// ```
/// use detente_foreign::{Format, import_texts};
///
/// let conflict = include_str!("../tests/files/gmcr/water.gmcr");
/// let import = import_texts(&[("water.gmcr", conflict)], None).unwrap();
/// assert_eq!(import.format, Format::Gmcr);
/// ```
///
/// # Errors
/// As [`import`].
pub fn import_texts(files: &[(&str, &str)], as_of: Option<Date>) -> Result<Import, Vec<Report>> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| PathBuf::from(name)).collect();
    if let ([only], [(name, text)]) = (paths.as_slice(), files)
        && write_body::is_table(only)
    {
        return write_body::import_text(only, Text::new((*name).to_owned(), *text), as_of);
    }
    let file = |(name, text): &(&str, &str)| File {
        path: PathBuf::from(name),
        text: Text::new((*name).to_owned(), *text),
        faults: Faults::default(),
    };
    import_files(files.iter().map(file).collect(), &paths, None, as_of)
}

fn import_files(
    read: Vec<File>,
    paths: &[PathBuf],
    folder: Option<&Path>,
    as_of: Option<Date>,
) -> Result<Import, Vec<Report>> {
    let mut files = Vec::new();
    let mut contents = Vec::new();
    let mut strangers = Vec::new();
    for mut file in read {
        let content = content(&mut file, folder.is_some());
        if let Some(content) = &content {
            known::check(&mut file, content);
        }
        if content.is_some() || file.faults.any_error() {
            files.push(file);
            contents.push(content);
        } else {
            strangers.push(file);
        }
    }
    if files.iter().any(|file| file.faults.any_error()) || files.is_empty() {
        return Err(refusals(files, paths));
    }
    let contents: Vec<Content> = contents.into_iter().flatten().collect();
    let format = contents[0].format();
    if let Some(stray) = contents.iter().position(|content| content.format() != format) {
        let message =
            format!("this is {}, and the first file is {}", contents[stray].format().words(), format.words());
        files[stray]
            .faults
            .push(Fault::of_file(Code::UnknownFormat, message).help("name files of one format"));
        return Err(refusals(files, paths));
    }
    let names: Vec<String> = files
        .iter()
        .map(|file| file.path.file_name().map(|name| harmless(&name.to_string_lossy())).unwrap_or_default())
        .collect();
    let mut ids = Ids::default();
    let sources: Vec<String> =
        files.iter().enumerate().map(|(i, file)| ids.take(&file.stem(), "file", i + 1)).collect();
    let origin = Origin { format, sources: &sources, names: &names, as_of };
    let toml = match format {
        Format::Gmcr => conflict(&mut files, &contents, &origin),
        _ => negotiation(&mut files, &contents, &origin, folder),
    };
    let toml = match toml {
        Some(toml) if files.iter().all(|file| !file.faults.any_error()) => toml,
        _ => return Err(refusals(files, paths)),
    };
    match parse(&format!("the case made of {}", names.join(", ")), &toml) {
        Ok(reading) => {
            let all = files.into_iter().chain(strangers);
            let mut warnings: Vec<Report> = all.map(|file| file.faults.into_report(file.text)).collect();
            warnings.push(reading.report);
            warnings.retain(|report| !report.is_clean());
            Ok(Import { format, toml, case: reading.case, warnings })
        }
        Err(report) => {
            let domain = contents.iter().position(Content::is_domain).unwrap_or(0);
            blame::blame(&report, &toml, &sources, domain, &mut files);
            Err(refusals(files, paths))
        }
    }
}

/// The reports of the files that have faults; of all of them together if it is none of them alone.
fn refusals(files: Vec<File>, paths: &[PathBuf]) -> Vec<Report> {
    let mut reports: Vec<Report> = files.into_iter().map(|file| file.faults.into_report(file.text)).collect();
    reports.retain(|report| report.errors() > 0);
    if reports.is_empty() {
        let name = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
        let mut faults = Faults::default();
        faults.push(
            Fault::of_file(Code::UnknownFormat, "there is no file here in a format that can be read")
                .help("Genius XML, GeniusWeb JSON, NegMAS YAML or JSON, and `.gmcr` can"),
        );
        reports.push(faults.into_report(Text::new(name, "")));
    }
    reports
}

fn open(path: &Path) -> Result<File, Vec<Report>> {
    if let Some(report) = pickle::refused(path) {
        return Err(vec![report]);
    }
    let text = contents(path, path).map_err(|report| vec![report])?;
    Ok(File { path: path.to_owned(), text, faults: Faults::default() })
}
