//! `detente overlay`: several people's readings of one case, laid over each other and pooled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::answers::OverlayAnswer;
use detente_brief::{
    CaseReading, MOST_READINGS, Options, PooledReading, PooledValue, ReadingAlternative, ReadingPlace, page,
    render,
};
use detente_case::CASE_FILE;
use detente_case::edit::{Alternative, Overlaid, ReadingWith, overlaid, read_with};
use detente_case::pool::{Pooled, pool};
use detente_case::write::Value;

use crate::arguments::OverlayArguments;
use crate::files::{is_standard_output, write_file};
use crate::output::{Failure, page_width, print, print_json, say, shown};

pub fn run(arguments: &OverlayArguments) -> Result<(), Failure> {
    if arguments.cases.len() > MOST_READINGS {
        return Err(Failure::said(format!(
            "{} readings are named, and at most {MOST_READINGS} are laid over each other",
            arguments.cases.len()
        )));
    }
    let names = names(&arguments.cases);
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
    let places = overlaid(&texts).map_err(Failure::said)?;
    let pooled = match arguments.pool {
        Some(rule) => Some((rule, pool(&texts, rule.rule()).map_err(Failure::said)?)),
        None => None,
    };
    if let (Some(path), Some((_, pooled))) = (&arguments.out, &pooled) {
        write_case(path, pooled)?;
    }
    let pooled = pooled.map(|(rule, pooled)| told(rule.name(), pooled));
    let mut cases = readings.into_iter().map(|read| read.reading.case).zip(&names);
    let Some((first, name)) = cases.next() else { return Err(Failure::Silent) };
    let others: Vec<CaseReading> =
        cases.map(|(case, name)| CaseReading { name: name.clone(), case: Arc::new(case) }).collect();
    let options = Options {
        as_of: arguments.view.as_of,
        ..Options::drawing(arguments.draws.draws, arguments.draws.seed)
    };
    let (sitting, bar) = super::sit_with(first, options);
    let places = places.into_iter().map(place).collect();
    let found = sitting.overlaid_by(name, &others, places, pooled).map_err(Failure::said)?;
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

fn write_case(path: &Path, pooled: &Pooled) -> Result<(), Failure> {
    if is_standard_output(path) {
        return Err(Failure::said("the answer goes to standard output; name a file for the pooled case"));
    }
    let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() };
    write_file(&file, &pooled.text)
}

/// Whose readings they are: the name of the file, or of its folder where the file is called as every case is; told apart by numbers where
/// two are alike.
fn names(paths: &[PathBuf]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for path in paths {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        let file = if whole.is_dir() { whole.join(CASE_FILE) } else { whole };
        let of_folder = file.file_name().is_some_and(|name| name == CASE_FILE);
        let named = if of_folder { file.parent().and_then(Path::file_name) } else { file.file_stem() };
        let name = named.map_or_else(|| "case".to_owned(), |name| name.to_string_lossy().into_owned());
        let mut told = name.clone();
        let mut count = 1;
        while names.contains(&told) {
            count += 1;
            told = format!("{name} ({count})");
        }
        names.push(told);
    }
    names
}

fn place(place: Overlaid) -> ReadingPlace {
    let alternative = |alternative: Alternative| ReadingAlternative {
        value: alternative.value,
        readings: alternative.readings,
        alone: alternative.alone.map(Arc::new),
    };
    ReadingPlace {
        path: place.path,
        says: place.says,
        alternatives: place.alternatives.into_iter().map(alternative).collect(),
    }
}

fn told(rule: &'static str, pooled: Pooled) -> PooledReading {
    let value = |figure: detente_case::pool::PooledFigure| PooledValue {
        path: figure.path,
        written: Value::from(figure.written).to_string(),
        mean: figure.mean,
        spread: figure.spread,
        written_spread: figure.written_spread,
    };
    PooledReading {
        rule,
        case: Arc::new(pooled.case),
        figures: pooled.figures.into_iter().map(value).collect(),
        kept: pooled.kept.into_iter().map(|place| (place.path, place.why)).collect(),
    }
}
