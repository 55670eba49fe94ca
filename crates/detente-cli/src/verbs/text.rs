//! `detente text`: the text of a deal; `detente text diff`: two versions of it.

use std::path::Path;

use detente_brief::answers::{MarksAnswer, TextAnswer, TextDiffAnswer};
use detente_brief::{Options, Sitting, page, render};
use detente_model::{Actor, Case};
use detente_text::{
    AcceptError, Marks, Reading, SingleText, TextVersion, accepted, actor_called, marks, read,
    version_given_out,
};
use serde::Serialize;

use crate::arguments::{Draws, TextArguments, TextCommand, TextDiffArguments, TextMarkedArguments, View};
use crate::files::{write_file, write_new};
use crate::output::{Failure, page_width, print, print_json, say, shown};
use crate::paper::{Printable, printed};
use crate::progress::Bar;

pub fn run(arguments: &TextArguments) -> Result<(), Failure> {
    match &arguments.command {
        Some(TextCommand::Diff(arguments)) => return compared(arguments),
        Some(TextCommand::Marked(arguments)) => return marked(arguments),
        None => {}
    }
    let Some(case) = &arguments.case else {
        return Err(Failure::said("name a case"));
    };
    let (mut text, sitting, bar) = sit(case, &arguments.view, &arguments.draws)?;
    let mut sitting = super::about(sitting, &arguments.package)?;
    let chosen = match &arguments.package.package {
        Some(_) => {
            let (settling, chosen) =
                sitting.settling_on(&super::chosen(&sitting, &arguments.package)?).map_err(Failure::said)?;
            sitting = settling;
            // A number that the package settles on is an option more, and braces must mean the same ones as before.
            let again = read(home(case), sitting.case()).map_err(Failure::Refused)?;
            text = on_the_day(again.text, &arguments.view)?;
            Some(chosen)
        }
        None => None,
    };
    let version = match &arguments.version {
        Some(name) => named(&text, name)?,
        None => text.latest(),
    };
    if arguments.docx.is_some() || arguments.pdf.is_some() {
        let since = arguments.since.as_deref().map(|name| named(&text, name)).transpose()?;
        let bytes = match &chosen {
            Some(chosen) => {
                let settled = version.settled_on(sitting.case(), &chosen.package, text.others(version));
                settled.version.to_docx(sitting.case(), since)
            }
            None => version.to_docx(sitting.case(), since),
        };
        let bytes = bytes.map_err(Failure::said)?;
        if let Some(path) = &arguments.docx {
            write_file(path, &bytes)?;
        }
        if let Some(path) = &arguments.pdf {
            write_file(path, printed(&[Printable::Document(&|| Ok(bytes.clone()))])?)?;
        }
    }
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
        write_file(path, render::html(shown))?;
    }
    if json { print_json(answer) } else { print(&render::terminal(shown, page_width())) }
}

/// What was marked in a document, and a new version of what is accepted.
fn marked(arguments: &TextMarkedArguments) -> Result<(), Failure> {
    let case = super::read_case(&arguments.case, &[])?;
    let Reading { text, case, reports } = read(home(&arguments.case), &case).map_err(Failure::Refused)?;
    say(&reports.iter().map(shown).collect::<String>());
    let document = &arguments.document;
    let bytes = std::fs::read(document)
        .map_err(|error| Failure::said(format!("cannot read {}: {error}", document.display())))?;
    let version = match &arguments.version {
        Some(name) => named(&text, name)?,
        None => version_given_out(&text, &bytes),
    };
    let on_behalf = match &arguments.by {
        Some(name) => Some(actor_called(&case, name).ok_or_else(|| {
            let names: Vec<&str> = case.parties.iter().map(|party| party.name.as_str()).collect();
            Failure::said(format!("nobody in the case is called `{name}`; there are {}", names.join(", ")))
        })?),
        None => None,
    };
    let found = marks(&case, version, &bytes)
        .map_err(|why| Failure::said(format!("{}: {why}", document.display())))?;
    let answer = MarksAnswer::of(&case, version, &found, on_behalf);
    if let Some(path) = &arguments.out {
        accept(&case, version, &found, on_behalf, arguments, path)?;
    }
    if arguments.json {
        print_json(&answer)
    } else {
        print(&render::terminal(&page::marks(&answer), page_width()))
    }
}

/// Writes a version with the marks that are accepted; those that cannot be taken are said.
fn accept(
    case: &Case,
    version: &TextVersion,
    found: &Marks,
    on_behalf: Option<Actor>,
    arguments: &TextMarkedArguments,
    path: &Path,
) -> Result<(), Failure> {
    let many = found.list.len();
    let mut numbers = Vec::new();
    for number in arguments.accept.iter().map(|number| number.trim()) {
        if number == "all" {
            numbers = (1..=many).collect();
            break;
        }
        numbers.push(number.parse::<usize>().map_err(|_| {
            Failure::said(format!(
                "there is no mark `{number}`; they have the numbers 1 to {many}, or say `all`"
            ))
        })?);
    }
    let file =
        arguments.document.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let made = accepted(case, version, found, &numbers, on_behalf, &file).map_err(|why| match why {
        AcceptError::NoSuchMark { .. } => Failure::said(format!("{why}, or say `all`")),
        why => Failure::said(why),
    })?;
    for (number, why) in &made.not {
        say(&format!("mark {number} was not taken: {why}\n"));
    }
    write_new(
        path,
        &made.version.to_markdown(case),
        "name another file; a version that is there stays as it is",
    )
}

/// Reads a case and its text, and sits down with both.
fn sit(path: &Path, view: &View, draws: &Draws) -> Result<(SingleText, Sitting, Bar), Failure> {
    let case = super::read_case(path, &view.set)?;
    let read = read(home(path), &case).map_err(Failure::Refused)?;
    say(&read.reports.iter().map(shown).collect::<String>());
    let text = on_the_day(read.text, view)?;
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(read.case, options);
    Ok((text, sitting, bar))
}

/// The text as it was known on the day that was asked for.
fn on_the_day(text: SingleText, view: &View) -> Result<SingleText, Failure> {
    let Some(day) = view.as_of else { return Ok(text) };
    text.known_on(day).ok_or_else(|| Failure::said(format!("no version of the text is as early as {day}")))
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
