//! `detente text`: the text of a deal; `detente text diff`: two versions of it.

use std::path::{Path, PathBuf};

use detente_brief::answers::{MarksAnswer, TextAnswer, TextDiffAnswer};
use detente_brief::{Options, Sitting, SittingError, page, render};
use detente_case::case_folder;
use detente_model::{Actor, Case};
use detente_text::{
    AcceptError, Marks, NotInText, Reading, SingleText, TextVersion, accepted, actor_named, marks, read,
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
    let (mut text, mut sitting, bar) = sit(case, &arguments.view, &arguments.draws)?;
    let mut chosen = None;
    if let Some(package) = &arguments.package.package {
        let again = |settling: &Case| {
            let read = read(&home(case), settling).map_err(Failure::Refused)?;
            Ok::<_, Failure>(read.text.as_of(arguments.view.as_of)?)
        };
        let (settling, there, settled) = sitting.settling(package, again)?;
        (sitting, text, chosen) = (settling, settled, Some(there));
    }
    let version = text.version_or_latest(arguments.version.as_deref())?;
    if arguments.docx.is_some() || arguments.pdf.is_some() {
        let since = arguments.since.as_deref().map(|name| text.version_or_latest(Some(name))).transpose()?;
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
            let document = Printable::Document(&|| Ok(bytes.clone()));
            write_file(path, printed(&[document]).map_err(Failure::said)?)?;
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
    let [before, after] = names.map(|name| text.version_or_latest(Some(&name.to_string_lossy())));
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
    let Reading { text, case, reports } = read(&home(&arguments.case), &case).map_err(Failure::Refused)?;
    say(&reports.iter().map(shown).collect::<String>());
    let document = &arguments.document;
    let bytes = std::fs::read(document)
        .map_err(|error| Failure::said(format!("cannot read {}: {error}", document.display())))?;
    let version = match &arguments.version {
        Some(name) => text.version_or_latest(Some(name))?,
        None => version_given_out(&text, &bytes),
    };
    let on_behalf = arguments.by.as_deref().map(|name| actor_named(&case, name)).transpose()?;
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
    let read = read(&home(path), &case).map_err(Failure::Refused)?;
    say(&read.reports.iter().map(shown).collect::<String>());
    let text = read.text.as_of(view.as_of)?;
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(read.case, options);
    Ok((text, sitting, bar))
}

/// The folder of a case, beside which other files of it lie.
pub fn home(path: &Path) -> PathBuf {
    if path.is_dir() { path.to_owned() } else { case_folder(path) }
}

impl From<NotInText> for Failure {
    fn from(why: NotInText) -> Self {
        Self::said(why)
    }
}

impl From<SittingError> for Failure {
    fn from(why: SittingError) -> Self {
        Self::said(why)
    }
}
