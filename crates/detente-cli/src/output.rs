//! What goes to standard output, what goes to standard error, and how a failure ends.

use std::fmt::Display;
use std::fs;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use detente_case::{Form, Rendering, Report};
use serde::Serialize;

/// Why a verb could not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The case has faults.
    Faults(Box<Report>),
    /// Files of another tool have faults, one report each.
    Refused(Vec<Report>),
    /// Something was asked that cannot be done; the sentence says what and what to do instead.
    Said(String),
    /// The verb has said all there is to say.
    Silent,
    /// Nobody reads the output any more.
    Closed,
}

impl Failure {
    /// A failure in one sentence.
    pub fn said(what: impl Display) -> Self {
        Self::Said(what.to_string())
    }

    /// Says what is wrong on standard error and gives the exit code.
    pub fn report(self) -> ExitCode {
        let mut error = anstream::stderr().lock();
        // If standard error is gone there is nobody left to tell.
        let _ = match self {
            Self::Faults(report) => write!(error, "{}", shown(&report)),
            Self::Refused(reports) => {
                write!(error, "{}", reports.iter().map(shown).collect::<Vec<_>>().join("\n"))
            }
            Self::Said(what) => writeln!(error, "error: {what}"),
            Self::Silent => Ok(()),
            Self::Closed => return ExitCode::SUCCESS,
        };
        ExitCode::from(1)
    }
}

/// A report as the terminal at standard error can show it.
pub fn shown(report: &Report) -> String {
    let coloured = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let form = if coloured { Form::Coloured } else { Form::Drawn };
    report.render(Rendering { form, width: width(std::io::stderr().is_terminal()), ..Rendering::default() })
}

/// Says something on standard error; if that is gone there is nobody left to tell.
pub fn say(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Prints to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut output = std::io::stdout().lock();
    written(output.write_all(text.as_bytes()).and_then(|()| output.flush()))
}

/// Prints one JSON object to standard output.
pub fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut output = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let whole = serde_json::to_writer_pretty(&mut output, value).map_err(std::io::Error::from);
    written(whole.and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()))
}

/// What became of writing to standard output.
fn written(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Closed),
        Err(error) => Err(Failure::said(format!("cannot write to standard output: {error}"))),
        Ok(()) => Ok(()),
    }
}

/// Makes a folder and those above it.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| {
        let shown = folder.display();
        // What stands in the way may be a file further up, or a link that leads nowhere.
        let obstacle = folder.ancestors().find(|path| path.is_symlink() || path.is_file());
        Failure::said(match (obstacle, error.kind()) {
            (Some(link), _) if link.is_symlink() && !link.exists() => format!(
                "cannot make the folder `{shown}`: `{}` is a link that leads nowhere, or back to itself; name another place",
                link.display()
            ),
            (Some(file), _) if file.is_file() => format!(
                "cannot make the folder `{shown}`: `{}` is a file, and was left as it is; name another place",
                file.display()
            ),
            _ => format!("cannot make the folder `{shown}`: {}", reason(&error)),
        })
    })
}

/// Writes a file that must not be there yet; `instead` says what to do if it is.
pub fn write_new(path: &Path, text: &str, instead: &str) -> Result<(), Failure> {
    let written = fs::File::create_new(path).and_then(|mut open| {
        // Half a file would be in the way of the next try.
        open.write_all(text.as_bytes()).inspect_err(|_| drop(fs::remove_file(path)))
    });
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => is_there(path, instead),
        _ => Failure::said(format!("cannot write `{}`: {}", path.display(), reason(&error))),
    })
}

/// The failure of a file that would be written over.
pub fn is_there(path: &Path, instead: &str) -> Failure {
    Failure::said(format!("`{}` exists already and was left as it is; {instead}", path.display()))
}

/// Why the system refused, in plain words, and what to do.
pub fn reason(error: &std::io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::PermissionDenied => "permission is denied; name a place where you may write",
        ErrorKind::NotFound => "there is no such folder; is the path spelled as on the disk?",
        ErrorKind::IsADirectory => "it is a folder; name a file",
        ErrorKind::NotADirectory => "a part of the path is a file; name another place",
        ErrorKind::StorageFull => "the disk is full; make room, or name a place on another",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read; name a place where you may write",
        ErrorKind::InvalidFilename => "the name is too long or cannot be one; name a shorter one",
        _ => {
            let said = error.to_string();
            return said.split_once(" (os error").map_or(said.clone(), |(said, _)| said.to_lowercase());
        }
    };
    known.to_owned()
}

/// Writes a file next to its final name first, so that what was there is never lost half-way.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    fs::write(&part, text).and_then(|()| fs::rename(&part, path)).map_err(|error| {
        let _ = fs::remove_file(&part);
        Failure::said(format!("cannot write `{}`: {}", path.display(), reason(&error)))
    })
}

/// The columns to fill: the terminal's, or a page's.
pub fn width(is_terminal: bool) -> usize {
    const PAGE: usize = 100;
    match terminal_size::terminal_size() {
        Some((terminal_size::Width(columns), _)) if is_terminal => usize::from(columns),
        _ => PAGE,
    }
}

/// The columns of standard output.
pub fn page_width() -> usize {
    width(std::io::stdout().is_terminal())
}
