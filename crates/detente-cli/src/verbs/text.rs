//! `detente text`: the text of a deal; `detente text diff`: two versions of it.

use std::path::Path;

use detente_brief::answers::{TextAnswer, TextDiffAnswer};
use detente_brief::{Options, Sitting, page, render};
use detente_text::{SingleText, TextVersion, read};
use serde::Serialize;

use crate::arguments::{Draws, TextArguments, TextCommand, TextDiffArguments, View};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json, say, shown};
use crate::progress::Bar;

pub fn run(arguments: &TextArguments) -> Result<(), Failure> {
    if let Some(TextCommand::Diff(arguments)) = &arguments.command {
        return compared(arguments);
    }
    let Some(case) = &arguments.case else {
        return Err(Failure::said("name a case"));
    };
    let (text, sitting, bar) = sit(case, &arguments.view, &arguments.draws)?;
    let version = match &arguments.version {
        Some(name) => named(&text, name)?,
        None => text.latest(),
    };
    let sitting = super::about(sitting, &arguments.package)?;
    let chosen = match &arguments.package.package {
        Some(_) => Some(super::chosen(&sitting, &arguments.package)?),
        None => None,
    };
    if arguments.markdown {
        drop(bar);
        let settled =
            chosen.map(|chosen| version.settled_on(sitting.case(), &chosen.package, text.others(version)));
        return print(
            &settled.map_or_else(|| version.clone(), |settled| settled.version).to_markdown(sitting.case()),
        );
    }
    let found = sitting.text(&text, version, chosen.as_ref()).map_err(Failure::said)?;
    drop(bar);
    told(&page::text(&found), &TextAnswer::of(&found), arguments.html.as_deref(), arguments.json)
}

fn compared(arguments: &TextDiffArguments) -> Result<(), Failure> {
    let TextDiffArguments { first, second, third, .. } = arguments;
    let (case, names) = match third {
        Some(third) => (first.as_path(), [second, third]),
        None => (Path::new("."), [first, second]),
    };
    let (text, sitting, bar) = sit(case, &arguments.view, &arguments.draws)?;
    let [before, after] = names.map(|name| named(&text, &name.to_string_lossy()));
    let found = sitting.texts_compared(before?, after?).map_err(Failure::said)?;
    drop(bar);
    told(
        &page::texts_compared(&found),
        &TextDiffAnswer::of(&found),
        arguments.html.as_deref(),
        arguments.json,
    )
}

fn told(shown: &page::Page, answer: &impl Serialize, html: Option<&Path>, json: bool) -> Result<(), Failure> {
    if let Some(path) = html {
        write_file(path, &render::html(shown))?;
    }
    if json { print_json(answer) } else { print(&render::terminal(shown, page_width())) }
}

/// Reads a case and its text, and sits down with both.
fn sit(path: &Path, view: &View, draws: &Draws) -> Result<(SingleText, Sitting, Bar), Failure> {
    let case = super::read_case(path, &view.set)?;
    let read = read(home(path), &case).map_err(Failure::Refused)?;
    say(&read.reports.iter().map(shown).collect::<String>());
    let mut text = read.text;
    if let Some(day) = view.as_of {
        text.versions.retain(|version| version.date <= day);
        if text.versions.is_empty() {
            return Err(Failure::said(format!("no version of the text is as early as {day}")));
        }
    }
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(read.case, options);
    Ok((text, sitting, bar))
}

/// The folder of a case.
pub fn home(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The version that goes by a name.
fn named<'a>(text: &'a SingleText, name: &str) -> Result<&'a TextVersion, Failure> {
    text.version(name).ok_or_else(|| {
        let names: Vec<String> = text.versions.iter().map(|version| format!("`{}`", version.name)).collect();
        Failure::said(format!("the text has no version `{name}`; its versions are {}", names.join(", ")))
    })
}
