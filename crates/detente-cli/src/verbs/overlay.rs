//! `detente overlay`: several people's readings of one case, laid over each other and pooled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::answers::OverlayAnswer;
use detente_brief::{CaseReading, MOST_READINGS, Options, page, render};
use detente_case::CASE_FILE;
use detente_case::edit::{ReadingWith, read_with};
use detente_server::{laid_over, told_apart};

use crate::arguments::{OverlayArguments, PoolBy};
use crate::files::{is_standard_output, write_file};
use crate::output::{Failure, page_width, print, print_json, say, shown};

pub fn run(arguments: &OverlayArguments) -> Result<(), Failure> {
    if arguments.cases.len() > MOST_READINGS {
        return Err(Failure::said(format!(
            "{} readings are named, and at most {MOST_READINGS} are laid over each other",
            arguments.cases.len()
        )));
    }
    let names = readers(&arguments.cases);
    let read = arguments.cases.iter().map(|path| {
        let read =
            read_with(path, &arguments.view.set).map_err(|report| Failure::Faults(Box::new(report)))?;
        if !read.reading.report.is_clean() {
            say(&shown(&read.reading.report));
        }
        Ok(read)
    });
    let readings = read.collect::<Result<Vec<ReadingWith>, Failure>>()?;
    let texts: Vec<&str> = readings.iter().map(|read| read.text.as_str()).collect();
    let laid = laid_over(&texts, arguments.pool.map(PoolBy::rule)).map_err(Failure::said)?;
    if let (Some(path), Some(text)) = (&arguments.out, &laid.pooled_text) {
        write_case(path, text)?;
    }
    let mut cases = readings.into_iter().map(|read| read.reading.case).zip(&names);
    let Some((first, name)) = cases.next() else { return Err(Failure::Silent) };
    let others: Vec<CaseReading> =
        cases.map(|(case, name)| CaseReading { name: name.clone(), case: Arc::new(case) }).collect();
    let options = Options {
        as_of: arguments.view.as_of,
        ..Options::drawing(arguments.draws.draws, arguments.draws.seed)
    };
    let (sitting, bar) = super::sit_with(first, options);
    let found = sitting.overlaid_by(name, &others, laid.places, laid.pooled).map_err(Failure::said)?;
    drop(bar);
    let page = page::overlay(&found);
    if let Some(path) = &arguments.html {
        write_file(path, render::html(&page))?;
    }
    if arguments.json {
        return print_json(&OverlayAnswer::of(&found));
    }
    print(&render::terminal(&page, page_width()))
}

fn write_case(path: &Path, pooled: &str) -> Result<(), Failure> {
    if is_standard_output(path) {
        return Err(Failure::said("the answer goes to standard output; name a file for the pooled case"));
    }
    let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() };
    write_file(&file, pooled)
}

/// Whose readings cases are: the name of the file, or of its folder where the file is called as every case is; told apart by numbers where
/// two are alike.
pub fn readers(paths: &[PathBuf]) -> Vec<String> {
    told_apart(paths.iter().map(|path| {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        let file = if whole.is_dir() { whole.join(CASE_FILE) } else { whole };
        let of_folder = file.file_name().is_some_and(|name| name == CASE_FILE);
        let named = if of_folder { file.parent().and_then(Path::file_name) } else { file.file_stem() };
        named.map_or_else(|| "case".to_owned(), |name| name.to_string_lossy().into_owned())
    }))
}
