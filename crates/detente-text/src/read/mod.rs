//! Reading a text: the versions in the folder `text` of a case, each a Markdown file.
//!
//! A header between two lines `---`, then articles (`#`) of clauses (`##`). Braces tie words to the case, brackets hold what is open, quotes the objections:
//! see `docs/text-format.md` in the project. Everything wrong with a file is found at once, with its place and a hint.

mod header;
mod inline;
mod layout;
mod objection;
mod ties;

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::report::{Fault, Faults, Report, Text, contents, listed, nearest, quoted};
use detente_case::{Code, Span};
use detente_model::{Case, IssueId};

use crate::allowed::Allowed;
use crate::version::{Clause, SingleText, TextVersion};

/// The folder beside the case file in which the versions of its text lie.
pub const TEXT_FOLDER: &str = "text";

/// The ending of a version's file.
const ENDING: &str = "md";

/// The most versions that are read.
const MOST_VERSIONS: usize = 1_000;

/// A text that could be read, and what was found on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The text.
    pub text: SingleText,
    /// The case that it was read against; numbers that the text names on continuous issues are stops of it.
    pub case: Case,
    /// Warnings, a report a file that has any.
    pub reports: Vec<Report>,
}

/// Reads the versions in the folder `text` of the folder of a case.
///
/// # Errors
/// A report of everything that is wrong, for each file that has errors; or that there is no text.
pub fn read(folder: &Path, case: &Case) -> Result<Reading, Vec<Report>> {
    let home = folder.join(TEXT_FOLDER);
    let files = versions_in(&home);
    if files.is_empty() {
        return Err(vec![without_text(folder, &home)]);
    }
    if files.len() > MOST_VERSIONS {
        let said = format!(
            "{} holds {} versions, more than the {MOST_VERSIONS} that are read",
            quoted(&home.display().to_string()),
            files.len()
        );
        return Err(vec![of_file(&home, Fault::of_file(Code::TooMany, said))]);
    }
    let mut texts = Vec::new();
    let mut unread = Vec::new();
    for file in &files {
        match contents(file, file) {
            Ok(text) => texts.push((name_of(file), text)),
            Err(report) => unread.push(report),
        }
    }
    if unread.is_empty() { parse_all(texts, case) } else { Err(unread) }
}

/// Reads versions from their texts: the name of each, what reports call it, and what it says.
///
/// # Errors
/// As [`read`].
pub fn parse(versions: &[(&str, &str)], case: &Case) -> Result<Reading, Vec<Report>> {
    let texts = versions
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Text::new(format!("{name}.{ENDING}"), *text)))
        .collect();
    parse_all(texts, case)
}

/// Whether the folder of a case has a text.
pub fn has_text(folder: &Path) -> bool {
    !versions_in(&folder.join(TEXT_FOLDER)).is_empty()
}

fn parse_all(texts: Vec<(String, Text)>, case: &Case) -> Result<Reading, Vec<Report>> {
    // Numbers on continuous issues become stops first, so that all versions know one case.
    let mut stops = Vec::new();
    for (name, text) in &texts {
        let mut reader = Reader::new(case, text);
        reader.version(name);
        stops.append(&mut reader.stops);
    }
    let case = if stops.is_empty() { case.clone() } else { case.with_stops(&stops) };
    let mut versions = Vec::new();
    let (mut reports, mut broken) = (Vec::new(), Vec::new());
    for (name, text) in texts {
        let mut reader = Reader::new(&case, &text);
        let version = reader.version(&name);
        let faults = reader.faults;
        let failed = faults.any_error() || version.is_none();
        let report = faults.into_report(text);
        if failed {
            broken.push(report);
            continue;
        }
        versions.extend(version);
        if !report.is_clean() {
            reports.push(report);
        }
    }
    if !broken.is_empty() {
        return Err(broken);
    }
    if versions.is_empty() {
        let fault = Fault::of_file(Code::NoText, "there is no version of the text");
        return Err(vec![of_file(Path::new(TEXT_FOLDER), fault)]);
    }
    versions.sort_by(|a: &TextVersion, b| a.date.cmp(&b.date).then_with(|| by_numbers(&a.name, &b.name)));
    let unworded = without_their_clause(&case, &versions);
    if !unworded.is_empty() {
        return Err(unworded);
    }
    Ok(Reading { text: SingleText { versions }, case, reports })
}

/// A report for each commitment of the case that names a clause which no version has.
fn without_their_clause(case: &Case, versions: &[TextVersion]) -> Vec<Report> {
    let known = || versions.iter().flat_map(TextVersion::clauses).map(|clause| clause.id.as_str());
    let mut reports = Vec::new();
    for commitment in &case.commitments {
        let Some(named) = commitment.clause.as_deref().filter(|named| known().all(|id| id != *named)) else {
            continue;
        };
        let line = commitment.place.and_then(detente_model::Place::line_of_first_file);
        let at = line.map(|line| format!(", line {line} of the case,")).unwrap_or_default();
        let message = format!(
            "the commitment {}{at} names the clause {}, and no version of the text has it",
            quoted(&commitment.id),
            quoted(named)
        );
        let mut ids: Vec<&str> = known().collect();
        ids.sort_unstable();
        ids.dedup();
        let fault = Fault::of_file(Code::Commitment, message);
        let fault = match nearest(named, ids.iter().copied()) {
            Some(near) => fault.did_you_mean(near),
            None => fault.help(format!("its clauses are {}", listed(ids))),
        };
        reports.push(of_file(Path::new(TEXT_FOLDER), fault));
    }
    reports
}

/// The order of names in which `9` comes before `10`.
fn by_numbers(a: &str, b: &str) -> std::cmp::Ordering {
    let key = |name: &str| -> Vec<(u128, String)> {
        let mut parts = vec![(0, String::new())];
        let mut in_digits = false;
        for c in name.chars() {
            if c.is_ascii_digit() != in_digits && c.is_ascii_digit() {
                parts.push((0, String::new()));
            }
            in_digits = c.is_ascii_digit();
            if let Some((number, word)) = parts.last_mut() {
                match c.to_digit(10) {
                    Some(digit) => {
                        *number = u128::saturating_mul(*number, 10).saturating_add(u128::from(digit));
                    }
                    None => word.push(c),
                }
            }
        }
        parts
    };
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

/// The files of versions in a folder, by name.
fn versions_in(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(home).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == ENDING)).collect();
    files.sort();
    files
}

fn name_of(file: &Path) -> String {
    file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

fn without_text(folder: &Path, home: &Path) -> Report {
    let said = format!("the case in {} has no text", quoted(&folder.display().to_string()));
    let fault = Fault::of_file(Code::NoText, said).help(format!(
        "make the folder `{TEXT_FOLDER}` in it, and in that `1.{ENDING}` for the first version: a header between two lines `---` with `date:` and `by:`, then `# Article` and `## Clause`"
    ));
    of_file(home, fault)
}

fn of_file(path: &Path, fault: Fault) -> Report {
    let mut faults = Faults::default();
    faults.push(fault);
    faults.into_report(Text::new(path.display().to_string(), ""))
}

/// By what a clause is known in all versions, if its braces do not say: its title in small letters.
pub(crate) fn id_of_title(title: &str) -> String {
    title.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One file as it is read.
struct Reader<'a> {
    case: &'a Case,
    text: &'a Text,
    faults: Faults,
    /// Numbers on continuous issues that are not among their stops.
    stops: Vec<(IssueId, f64)>,
    /// How many boxes the brackets so far forbid.
    boxes: usize,
}

impl<'a> Reader<'a> {
    fn new(case: &'a Case, text: &'a Text) -> Self {
        Self { case, text, faults: Faults::default(), stops: Vec::new(), boxes: 0 }
    }

    fn version(&mut self, name: &str) -> Option<TextVersion> {
        let content = self.text.content();
        if content.trim_start_matches('\u{feff}').trim().is_empty() {
            self.faults.push(
                Fault::of_file(Code::EmptyFile, "the file is empty")
                    .help("a version begins with a header: `---`, `date: 2024-02-07`, `by: …`, `---`"),
            );
            return None;
        }
        if let Some((at, c)) =
            content.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            let message = format!("there is a control character, U+{:04X}, in the text", u32::from(c));
            let fault = Fault::new(Code::ControlCharacter, Span::new(at, at + c.len_utf8()), message);
            self.faults
                .push(fault.label("here").help("leave it out; only line breaks and tabs serve in a text"));
        }
        let (header, body) = self.header();
        let articles = self.articles(body);
        let header = header?;
        let version = TextVersion {
            name: name.to_owned(),
            title: header.title,
            date: header.date,
            by: header.by,
            note: header.note,
            articles,
        };
        self.contradiction(&version);
        Some(version)
    }

    /// Warns of a text that no package meets, at the clause with which the last is gone.
    fn contradiction(&mut self, version: &TextVersion) {
        let none = |version: &TextVersion| {
            Allowed::by(version).options(self.case).is_some_and(|left| left.packages == 0)
        };
        if self.faults.any_error() || !none(version) {
            return;
        }
        // What is allowed only gets less from clause to clause, so that the one with which the last is gone is found by halving.
        let clauses: Vec<&Clause> = version.clauses().collect();
        let all_gone = |count: usize| {
            let left = Allowed::by_clauses(clauses[..count].iter().copied()).options(self.case);
            left.is_some_and(|left| left.packages == 0)
        };
        let (mut some_left, mut none_left) = (0, clauses.len());
        while some_left + 1 < none_left {
            let middle = usize::midpoint(some_left, none_left);
            if all_gone(middle) { none_left = middle } else { some_left = middle }
        }
        let last = none_left.checked_sub(1).and_then(|last| clauses.get(last));
        let Some(last) = last else { return };
        let issues: Vec<&str> =
            last.issues().iter().map(|issue| self.case.issue(*issue).id.as_str()).collect();
        let line = self.text.lines(last.line.saturating_sub(1), last.line.saturating_sub(1));
        let fault = Fault::new(Code::NothingAllowed, line, "no package meets this text")
            .label("with this clause none is left");
        self.faults
            .push(fault.help(format!("compare it with the clauses before it that word {}", listed(issues))));
    }
}
