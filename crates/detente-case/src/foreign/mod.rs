//! Cases from the files of other tools: Genius XML, GeniusWeb JSON, NegMAS YAML and JSON, GMCR+ `.gmcr`.
//!
//! One file a format. Each is read with the places of its values, so that a fault shows its line; then written as the
//! text of a case in which every figure cites the file and the lines that it came from; and that text is read by the
//! reader of cases. So what `detente import` writes and what a verb computes from the files directly cannot differ.
//!
//! ```
//! use std::path::PathBuf;
//!
//! let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/foreign/genius"));
//! let files: Vec<PathBuf> =
//!     ["garden.xml", "garden-tenant.xml", "garden-owner.xml"].iter().map(|name| folder.join(name)).collect();
//! let import = detente_case::foreign::import(&files, None).unwrap();
//! assert_eq!(import.case.principals().count(), 2);
//! assert!(import.toml.contains("cite = [\"garden-owner#lines"));
//! ```

mod data;
mod export;
mod fit;
mod genius;
mod geniusweb;
mod gmcr;
mod json;
mod names;
mod negmas;
mod negmas_fun;
mod rectangles;
mod scenario;
mod toml_text;
mod write;
mod write_dispute;
mod xml;
mod yaml;

use std::path::{Path, PathBuf};

use detente_model::Case;
use jiff::civil::Date;

use self::data::{Asking, Node};
pub use self::export::{Export, export};
use self::names::Ids;
use self::scenario::{Profile, Scenario, Topic};
use self::xml::Prepared;
use crate::code::Code;
use crate::fault::{Fault, Faults, Report};
use crate::nearest::nearest;
use crate::read::{CASE_FILE, contents, parse};
use crate::text::{Span, Text, listed, quoted};

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
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }
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

/// What a file holds.
enum Content {
    Xml(Prepared, genius::Part),
    Data(Node, Kind),
}

/// What a tree of data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    WebDomain,
    WebProfile,
    Space,
    Function,
    Conflict,
}

impl Content {
    fn format(&self) -> Format {
        match self {
            Self::Xml(..) => Format::Genius,
            Self::Data(_, Kind::WebDomain | Kind::WebProfile) => Format::GeniusWeb,
            Self::Data(_, Kind::Space | Kind::Function) => Format::Negmas,
            Self::Data(_, Kind::Conflict) => Format::Gmcr,
        }
    }

    fn is_domain(&self) -> bool {
        matches!(self, Self::Xml(_, genius::Part::Domain) | Self::Data(_, Kind::WebDomain | Kind::Space))
    }
}

const ENDINGS: [&str; 5] = ["xml", "json", "yaml", "yml", "gmcr"];

/// Whether a path looks like a file of another tool, or a folder of such files that is no case.
pub fn is_foreign(path: &Path) -> bool {
    if path.is_dir() {
        return !path.join(CASE_FILE).exists() && !files_in(path).is_empty();
    }
    has_ending(path)
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The files of a scenario in a folder, by name. Those that begin with `_` or `.` are notes of the tools.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['_', '.']));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && has_ending(path) && !hidden(path))
        .collect();
    files.sort();
    files
}

/// Makes a case of foreign files: a domain and the profiles of those at the table, a folder that holds them, or a
/// conflict. `as_of` is the day of the case; without it the case says the first day of 1970.
///
/// # Errors
/// Reports of everything that is wrong, one for each file with faults.
pub fn import(paths: &[PathBuf], as_of: Option<Date>) -> Result<Import, Vec<Report>> {
    let folder = match paths {
        [only] if only.is_dir() => Some(only.as_path()),
        _ => None,
    };
    let found = folder.map(files_in);
    let mut files = Vec::new();
    let mut contents = Vec::new();
    for path in found.as_deref().unwrap_or(paths) {
        let mut file = open(path)?;
        let content = content(&mut file, folder.is_some());
        if content.is_some() || file.faults.any_error() {
            files.push(file);
            contents.push(content);
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
        .map(|file| file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
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
    let mut warnings: Vec<Report> =
        files.into_iter().map(|file| file.faults.into_report(file.text)).collect();
    warnings.retain(|report| !report.is_clean());
    match parse(&format!("the case made of {}", names.join(", ")), &toml) {
        Ok(reading) => {
            if !reading.report.is_clean() {
                warnings.push(reading.report);
            }
            Ok(Import { format, toml, case: reading.case, warnings })
        }
        Err(report) => Err(vec![report]),
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
    let text = contents(path, path).map_err(|report| vec![report])?;
    Ok(File { path: path.to_owned(), text, faults: Faults::default() })
}

/// What a file holds; `None` with a fault, or without one for a stranger in a folder.
fn content(file: &mut File, in_folder: bool) -> Option<Content> {
    let ending =
        file.path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let found = match ending.as_str() {
        "xml" => {
            let xml = Prepared::of(&file.text);
            let part = genius::part(xml.document(&file.text, &mut file.faults)?.root_element());
            part.map(|part| Content::Xml(xml, part))
        }
        "yaml" | "yml" => recognised(yaml::parse(&file.text, &mut file.faults)?),
        "json" | "gmcr" => recognised(json::parse(&file.text, &mut file.faults)?),
        _ => None,
    };
    if found.is_none() && !in_folder {
        file.faults.push(
            Fault::of_file(Code::UnknownFormat, "this file is in no format that can be read")
                .help("Genius XML, GeniusWeb JSON, NegMAS YAML or JSON, and `.gmcr` can"),
        );
    }
    found
}

fn recognised(root: Node) -> Option<Content> {
    let kind = if gmcr::is_conflict(&root) {
        Kind::Conflict
    } else if geniusweb::is_profile(&root) {
        Kind::WebProfile
    } else if geniusweb::is_domain(&root) {
        Kind::WebDomain
    } else if negmas::is_profile(&root) {
        Kind::Function
    } else if negmas::is_domain(&root) {
        Kind::Space
    } else {
        return None;
    };
    Some(Content::Data(root, kind))
}

fn conflict(files: &mut [File], contents: &[Content], origin: &Origin<'_>) -> Option<String> {
    if let [_, second, ..] = files {
        second.faults.push(
            Fault::of_file(Code::UnknownFormat, "a conflict is one file").help("name one `.gmcr` file"),
        );
        return None;
    }
    let (Some(file), Some(Content::Data(root, _))) = (files.first_mut(), contents.first()) else {
        return None;
    };
    let dispute = gmcr::read(file, root)?;
    let title = file.stem();
    Some(write_dispute::case_text(&dispute, &title, origin))
}

fn negotiation(
    files: &mut [File],
    contents: &[Content],
    origin: &Origin<'_>,
    folder: Option<&Path>,
) -> Option<String> {
    let domains: Vec<usize> = (0..contents.len()).filter(|i| contents[*i].is_domain()).collect();
    let profiles: Vec<usize> = (0..contents.len()).filter(|i| !contents[*i].is_domain()).collect();
    if let [_, second, ..] = *domains {
        files[second].faults.push(
            Fault::of_file(Code::UnknownFormat, "a second domain")
                .help("name one domain and the profiles on it"),
        );
        return None;
    }
    if profiles.len() < 2 {
        let at = profiles.first().or(domains.first()).copied()?;
        let message = format!(
            "{} given: an agreement takes two at least",
            if profiles.is_empty() { "no profile is" } else { "only one profile is" }
        );
        files[at].faults.push(
            Fault::of_file(Code::TooFewPrincipals, message)
                .help("name the domain and the profile of each party"),
        );
        return None;
    }
    if folder.is_some() && profiles.len() > 2 {
        let names: Vec<String> = profiles.iter().map(|i| origin.names[*i].clone()).collect();
        let at = profiles[0];
        files[at].faults.push(
            Fault::of_file(
                Code::WhichProfiles,
                format!("the folder holds {} profiles: {}", names.len(), listed(names.iter().map(String::as_str))),
            )
            .help("some may be alternatives for one role: name the domain and the profiles of those at the table"),
        );
        return None;
    }
    let (topics, domain) = match domains.first() {
        Some(at) => (topics(&mut files[*at], &contents[*at]), *at),
        None => (carried(files, contents, &profiles)?, profiles[0]),
    };
    check_topics(&mut files[domain], &topics);
    if files[domain].faults.any_error() {
        return None;
    }
    let read: Vec<Option<Profile>> =
        profiles.iter().map(|at| profile(&mut files[*at], &contents[*at], &topics, *at)).collect();
    let profiles: Vec<Profile> = read.into_iter().collect::<Option<_>>()?;
    for profile in &profiles {
        say_scale(files, profile, &topics);
    }
    let scenario = Scenario { title: files[domain].stem(), topics, profiles };
    let text = write::case_text(&scenario, origin);
    if text.is_none() {
        files[domain]
            .faults
            .push(Fault::of_file(Code::TooLarge, "these files make a case of more than 8 MB"));
    }
    text
}

/// The issues of a domain that the profiles carry with them.
fn carried(files: &mut [File], contents: &[Content], profiles: &[usize]) -> Option<Vec<Topic>> {
    let first = profiles[0];
    let domain = match &contents[first] {
        Content::Data(root, Kind::WebProfile) => geniusweb::domain_of(root).cloned(),
        Content::Data(root, Kind::Function) => {
            let space = root
                .get("outcome_space")
                .or_else(|| root.get("ufun").and_then(|ufun| ufun.get("outcome_space")));
            space.filter(|space| negmas::is_domain(space)).cloned()
        }
        _ => None,
    };
    let Some(domain) = domain else {
        files[first].faults.push(
            Fault::of_file(Code::NoIssues, "no domain is given, and the profile carries none")
                .help("name the file of the domain first"),
        );
        return None;
    };
    Some(match &contents[first] {
        Content::Data(_, Kind::WebProfile) => geniusweb::domain(&mut files[first], &domain),
        _ => negmas::domain(&mut files[first], &domain),
    })
}

fn topics(file: &mut File, content: &Content) -> Vec<Topic> {
    match content {
        Content::Xml(xml, _) => {
            let Some(document) = xml.document(&file.text, &mut file.faults) else { return Vec::new() };
            genius::domain(&mut genius::Reader { file, xml }, document.root_element())
        }
        Content::Data(root, Kind::WebDomain) => geniusweb::domain(file, root),
        Content::Data(root, _) => negmas::domain(file, root),
    }
}

fn profile(file: &mut File, content: &Content, topics: &[Topic], at: usize) -> Option<Profile> {
    match content {
        Content::Xml(xml, _) => {
            let document = xml.document(&file.text, &mut file.faults)?;
            genius::profile(&mut genius::Reader { file, xml }, document.root_element(), topics, at)
        }
        Content::Data(root, Kind::WebProfile) => geniusweb::profile(file, root, topics, at),
        Content::Data(root, _) => negmas::profile(file, root, topics, at),
    }
}

/// Reports what no case can hold: issues without options, with too many, or with one twice.
fn check_topics(file: &mut File, topics: &[Topic]) {
    if topics.is_empty() && !file.faults.any_error() {
        file.faults.push(Fault::of_file(Code::NoIssues, "the domain has no issue"));
    }
    for (k, topic) in topics.iter().enumerate() {
        let name = quoted(&topic.name);
        let fault = |code, message: String| Fault::new(code, topic.span, message);
        if let Some(first) = topics[..k].iter().find(|other| other.name == topic.name) {
            let fault = fault(Code::DuplicateName, format!("there are two issues of the name {name}"));
            file.faults.push(fault.label("again here").related(first.span, "first here"));
        }
        match topic.answers.count() {
            Some(0) => file.faults.push(
                fault(Code::NoOptions, format!("the issue {name} has no options"))
                    .label("nothing to choose from"),
            ),
            Some(count) if count > MOST_OPTIONS => file.faults.push(too_many_options(topic.span)),
            _ => {}
        }
        if let Some((from, to)) = topic.answers.ends()
            && (from > to || (from == to && topic.answers.count().is_none()))
        {
            file.faults.push(
                fault(Code::EmptyRange, format!("the issue {name} goes from {from} to {to}"))
                    .label("does not go up"),
            );
        }
        if let scenario::Answers::Listed(choices) = &topic.answers {
            let mut names: Vec<String> = choices.iter().map(ToString::to_string).collect();
            if names.iter().any(|name| name.trim().is_empty()) {
                file.faults.push(
                    fault(Code::Blank, format!("the issue {name} has an option without a name"))
                        .label("here"),
                );
            }
            names.sort();
            if let Some([twice, ..]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                let message = format!("the issue {name} has the option {} twice", quoted(twice));
                file.faults.push(fault(Code::DuplicateOption, message).label("here"));
            }
        }
    }
}

fn too_many_options(span: Span) -> Fault {
    let message = format!(
        "an issue has more than the {} options that one can have",
        crate::text::grouped(MOST_OPTIONS)
    );
    Fault::new(Code::TooMany, span, message).label("too many").help("take a larger step")
}

/// The fault of an option that the domain does not have.
fn unknown_option(ask: &mut Asking<'_>, topic: &Topic, key: &Node) {
    let name = key.key_name();
    let message = format!("{} is not an option of {}", quoted(&name), quoted(&topic.name));
    let fault = Fault::new(Code::UnknownOption, key.span, message).label("not in the domain");
    let names: Vec<String> = (0..topic.answers.count().unwrap_or(0).min(1_000))
        .filter_map(|option| topic.answers.choice(option))
        .map(|choice| choice.to_string())
        .collect();
    let near = nearest(&name, names.iter().map(String::as_str));
    ask.push(match near {
        Some(near) => fault.help(format!("did you mean {}?", quoted(near))),
        None => fault,
    });
}

/// Warns where figures are no longer those of the file.
fn say_scale(files: &mut [File], profile: &Profile, topics: &[Topic]) {
    let fitted = fit::fit(profile, topics);
    if !fitted.is_rescaled() {
        return;
    }
    let message = format!(
        "utilities are brought to the scale of a case, 0 to 1: less {}, divided by {}",
        fitted.shift, fitted.divisor
    );
    files[profile.file].faults.push(
        Fault::of_file(Code::Rescaled, message)
            .help("what is acceptable and what is efficient stays the same; sums over parties and their equal gains compare the new scales"),
    );
}
