//! What goes to standard output, what goes to standard error, and how a failure ends.

use std::fmt::Display;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};

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
    pub fn report(self) -> u8 {
        let mut error = anstream::stderr().lock();
        // If standard error is gone there is nobody left to tell.
        let _ = match self {
            Self::Faults(report) => write!(error, "{}", shown(&report)),
            Self::Refused(reports) => {
                write!(error, "{}", reports.iter().map(shown).collect::<Vec<_>>().join("\n"))
            }
            Self::Said(what) => writeln!(error, "error: {what}"),
            Self::Silent => Ok(()),
            Self::Closed => return 0,
        };
        1
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
