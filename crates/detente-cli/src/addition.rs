//! Drafts on their way into a case: printed for a person to paste, or added to the end of the file.
//!
//! Nothing that stands in the file is touched, neither comments nor layout: the drafts go below it. What has the id of a
//! claim that is there is left out, so that adding twice adds once and a draft that somebody has reviewed stays as
//! reviewed. The new file is read before the old one is replaced; if it had a fault that the old one has not, nothing
//! is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use detente_case::write::Document;
use detente_case::{CASE_FILE, LARGEST};
use detente_model::Case;
use jiff::civil::Date;

use crate::arguments::Destination;
use crate::files::write_file;
use crate::output::{Failure, print, say, shown};

/// A claim as a case file writes it.
pub struct Drafted {
    pub id: String,
    pub toml: String,
}

/// Where the drafts come from.
pub struct DraftSource<'a> {
    /// Its id among the sources of the case.
    pub id: String,
    /// What it is called if the case does not know it yet.
    pub title: &'a str,
    pub published: Option<Date>,
}

/// The case that drafts are for.
pub struct CaseToExtend {
    file: PathBuf,
    text: String,
    warnings: usize,
    pub case: Case,
}

impl CaseToExtend {
    /// Reads the case.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() };
        let reading = detente_case::read(path).map_err(|report| Failure::Faults(Box::new(report)))?;
        let text = fs::read_to_string(&file).map_err(|error| cannot_read(&file, &error))?;
        Ok(Self { file, text, warnings: reading.report.warnings(), case: reading.case })
    }

    /// Refuses a day that the case cannot know.
    pub fn must_know(&self, day: Date, what: &str) -> Result<(), Failure> {
        if day <= self.case.as_of {
            return Ok(());
        }
        Err(Failure::said(format!(
            "{what} on {day}, but the case knows nothing after {}; move its `as_of` forward first",
            self.case.as_of
        )))
    }

    /// Prints the drafts, or adds those that are new to the file.
    pub fn take(
        &self,
        into: &Destination,
        origin: &DraftSource<'_>,
        drafts: &[Drafted],
    ) -> Result<(), Failure> {
        let mut seen: BTreeSet<&str> = self.case.claims.iter().map(|claim| claim.id.as_str()).collect();
        let all = drafts.len();
        let new: Vec<&Drafted> = drafts.iter().filter(|draft| seen.insert(&draft.id)).collect();
        let mut source = Document::default();
        if !self.case.sources.iter().any(|source| source.id == origin.id) && !new.is_empty() {
            source.heading(&["sources", &origin.id]);
            source.line("title", origin.title);
            if let Some(day) = origin.published {
                source.line("published", day);
            }
            source.gap();
        }
        let claims: Vec<&str> = new.iter().map(|draft| draft.toml.as_str()).collect();
        let addition = source.into_text() + &claims.join("\n");
        let there = match all - new.len() {
            0 => String::new(),
            1 => "; 1 was there already".to_owned(),
            n => format!("; {n} were there already"),
        };
        if into.append {
            if !new.is_empty() {
                self.append(&addition)?;
            }
            let count = counted(new.len());
            return print(&format!("added {count} to `{}`{there}\n", self.file.display()));
        }
        say(&format!("{}{there}; `--append` adds them to the case\n", counted(new.len())));
        print(&addition)
    }

    fn append(&self, addition: &str) -> Result<(), Failure> {
        let windows = self.text.contains("\r\n");
        let addition = if windows { addition.replace('\n', "\r\n") } else { addition.to_owned() };
        let end = if windows { "\r\n" } else { "\n" };
        let gap = if self.text.ends_with('\n') { end.to_owned() } else { end.repeat(2) };
        let text = format!("{}{gap}{addition}", self.text);
        if text.len() as u64 > LARGEST {
            return Err(Failure::said(format!(
                "with the drafts the case would have {} bytes, and {LARGEST} are read at most; nothing was written",
                text.len()
            )));
        }
        let report = match detente_case::parse(&self.file.display().to_string(), &text) {
            Ok(reading) if reading.report.warnings() <= self.warnings => {
                return write_file(&self.file, &text);
            }
            Ok(reading) => reading.report,
            Err(report) => report,
        };
        say(&shown(&report));
        Err(Failure::said("with the drafts the case would have the faults above; nothing was written"))
    }
}

/// An id for a source, from what the user said or from the name of the file.
pub fn source_id(said: Option<&str>, file: &Path, otherwise: &str) -> Result<String, Failure> {
    if let Some(id) = said {
        return if id.chars().count() <= MOST_OF_AN_ID && detente_case::is_id(id) {
            Ok(id.to_owned())
        } else {
            Err(Failure::said(format!(
                "`{id}` cannot be the id of a source: letters of any script, digits, `_` and `-`, at most {MOST_OF_AN_ID}"
            )))
        };
    }
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain: String = stem.chars().map(|c| if good(c) { c } else { '-' }).collect();
    let id: String = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    Ok(if id.is_empty() { otherwise.to_owned() } else { id.chars().take(MOST_OF_AN_ID).collect() })
}

/// Ids of claims are made from the source's and have to be ids too.
const MOST_OF_AN_ID: usize = 60;

/// Reads a file whole, unless it is larger than `most` bytes.
pub fn load(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    use std::io::Read;
    let open = fs::File::open(path).map_err(|error| cannot_read(path, &error))?;
    let mut bytes = Vec::new();
    open.take(most + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(path, &error))?;
    if bytes.len() as u64 > most {
        return Err(Failure::said(format!(
            "`{}` has more than the {most} bytes that are read at once: split it",
            path.display()
        )));
    }
    Ok(bytes)
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::said(format!("cannot read `{}`: {error}", path.display()))
}

fn counted(drafts: usize) -> String {
    if drafts == 1 { "1 draft".to_owned() } else { format!("{drafts} drafts") }
}
