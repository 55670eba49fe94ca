//! Drafts on their way into a case: printed for a person to paste, or added to the end of the file.
//!
//! Nothing that stands in the file is touched, neither comments nor layout: the drafts go below it. What has the id of a
//! claim that is there is left out, so that adding twice adds once and a draft that somebody has reviewed stays as
//! reviewed. The new file is read before the old one is replaced; if it had a fault that the old one has not, nothing
//! is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use detente_case::CASE_FILE;
use detente_intake::addition::{
    self, AdditionFault, DraftSource, LONGEST_SOURCE_ID, add, addition, must_be_id,
};
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

/// The case that drafts are for.
pub struct CaseToExtend {
    file: PathBuf,
    text: String,
    pub case: Case,
}

impl CaseToExtend {
    /// Reads the case.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() };
        let reading = detente_case::read(path).map_err(|report| Failure::Faults(Box::new(report)))?;
        let text = fs::read_to_string(&file).map_err(|error| cannot_read(&file, &error))?;
        Ok(Self { file, text, case: reading.case })
    }

    /// Refuses a day that the case cannot know.
    pub fn must_know(&self, day: Date, what: &str) -> Result<(), Failure> {
        addition::must_know(&self.case, day, what).map_err(Failure::said)
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
        let claims: Vec<&str> = new.iter().map(|draft| draft.toml.as_str()).collect();
        let addition = addition(&self.case, origin, &claims);
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
        match add(&self.file.display().to_string(), &self.text, addition) {
            Ok(text) => write_file(&self.file, &text),
            Err(AdditionFault::Faulty(report)) => {
                say(&shown(&report));
                Err(Failure::said(
                    "with the drafts the case would have the faults above; nothing was written",
                ))
            }
            Err(fault) => Err(Failure::said(fault)),
        }
    }
}

/// An id for a source, from what the user said or from the name of the file.
pub fn source_id(said: Option<&str>, file: &Path, otherwise: &str) -> Result<String, Failure> {
    if let Some(id) = said {
        return must_be_id(id).map(|()| id.to_owned()).map_err(Failure::said);
    }
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain: String = stem.chars().map(|c| if good(c) { c } else { '-' }).collect();
    let id: String = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    Ok(if id.is_empty() { otherwise.to_owned() } else { id.chars().take(LONGEST_SOURCE_ID).collect() })
}

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
