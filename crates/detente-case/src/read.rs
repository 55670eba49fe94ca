//! From a file or a text to a case.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use detente_model::{Absence, Case};
use toml::de::DeTable;

use crate::code::Code;
use crate::conform::Conform;
use crate::decode::decode;
use crate::fault::{Fault, Faults, Report};
use crate::format::CASE;
use crate::names::Known;
use crate::sheets::{NoSheets, Sheets, SheetsIn, WithSheets, with_sheets};
use crate::syntax::{self, Syntax};
use crate::text::{Span, Text, listed, quoted};
use crate::tree::Table;
use crate::without::{falls_away, left_out as left_out_of};

/// The name of the case file in the folder of a case.
pub const CASE_FILE: &str = "case.toml";

/// The largest case file that is read, in bytes: 8 MB.
pub const LARGEST: u64 = 8_000_000;

/// A case that could be read, and what was found on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The case.
    pub case: Case,
    /// Warnings; there are no errors in it.
    pub report: Report,
}

/// Reads a case file, or the `case.toml` of a folder.
///
/// # Errors
/// A report of everything that is wrong with it.
pub fn read(path: &Path) -> Result<Reading, Report> {
    let file = if path.is_dir() { path.join(CASE_FILE) } else { path.to_path_buf() };
    let text = contents(path, &file)?;
    checked_text(text, &SheetsIn::beside(&file)).map(|read| read.reading)
}

/// The text of a file that was reached by a path: by that of its folder, or by its own.
///
/// # Errors
/// A report if it cannot be read, is larger than [`LARGEST`], or is not text in UTF-8.
pub fn contents(path: &Path, file: &Path) -> Result<Text, Report> {
    let name = file.display().to_string();
    let bytes = match load(path, file) {
        Ok(bytes) => bytes,
        Err(fault) => return Err(report_of(&name, String::new(), *fault)),
    };
    // Its zero bytes are UTF-8 too, so that it would be taken for text with a flaw in every second place.
    if is_bare_utf16(&bytes) {
        return Err(report_of(&name, String::new(), utf16("without a byte order mark, ")));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Text::new(name, text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let fault = not_utf8(&bytes, valid);
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Err(report_of(&name, text, fault))
        }
    }
}

fn report_of(name: &str, text: String, fault: Fault) -> Report {
    let mut faults = Faults::default();
    faults.push(fault);
    faults.into_report(Text::new(name, text))
}

/// The bytes of a file that is not too large.
fn load(path: &Path, file: &Path) -> Result<Vec<u8>, Box<Fault>> {
    let shown = |path: &Path| quoted(&path.display().to_string());
    let failed = |error: std::io::Error| {
        Box::new(match error.kind() {
            ErrorKind::NotFound if path.is_dir() => {
                Fault::of_file(Code::NoCaseFile, format!("the folder {} holds no `{CASE_FILE}`", shown(path)))
                    .help(
                        "name the folder of a case, or the file itself; `detente new DIR` writes a template",
                    )
            }
            ErrorKind::NotFound => {
                Fault::of_file(Code::MissingFile, format!("there is no file {}", shown(path)))
                    .help("is the path spelled as on the disk?")
            }
            ErrorKind::PermissionDenied => Fault::of_file(
                Code::Unreadable,
                format!("{} cannot be read: permission is denied", shown(file)),
            )
            .help("ask the owner of the file for the right to read it"),
            ErrorKind::IsADirectory => {
                Fault::of_file(Code::Unreadable, format!("{} is a folder, not a file", shown(file)))
                    .help("name a file in it")
            }
            _ if file.is_symlink() && !file.exists() => Fault::of_file(
                Code::Unreadable,
                format!("{} is a link that leads back to itself", shown(file)),
            )
            .help("name the file that it was meant to lead to"),
            _ => {
                Fault::of_file(Code::Unreadable, format!("{} cannot be read: {}", shown(file), plain(&error)))
                    .help("is the disk sound, and the file one that can be read?")
            }
        })
    };
    let too_large = |size: u64| {
        let fault = Fault::of_file(
            Code::TooLarge,
            format!("{} has {} MB, more than the 8 MB that are read", shown(file), megabytes(size)),
        );
        Box::new(fault.help("a case is written by hand and takes some kilobytes: is this the right file?"))
    };
    let open = File::open(file).map_err(failed)?;
    let size = open.metadata().map_err(failed)?.len();
    if size > LARGEST {
        return Err(too_large(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A device or a pipe has no size beforehand, and a file may grow.
    open.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// What the system says of an error, without its number.
fn plain(error: &std::io::Error) -> String {
    let said = error.to_string();
    said.split_once(" (os error").map_or(said.as_str(), |(said, _)| said).to_lowercase()
}

/// Rounded up, so that a file over the limit is never said to be within it.
fn megabytes(size: u64) -> String {
    format!("{:.1}", (size as f64 / 100_000.0).ceil() / 10.0)
}

fn utf16(how: &str) -> Fault {
    Fault::of_file(Code::NotUtf8, format!("this is text in UTF-16, {how}not in UTF-8"))
        .help("save the file again with the encoding UTF-8")
}

/// Whether text begins with a zero byte in nearly every second place and none in between.
fn is_bare_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(256) & !1];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let marked = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    !marked && start.len() >= 4 && even.min(odd) == 0 && 4 * even.max(odd) >= 3 * (start.len() / 2)
}

fn not_utf8(bytes: &[u8], valid: usize) -> Fault {
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes {
        return utf16("");
    }
    let line = bytes[..valid].split(|byte| *byte == b'\n').count();
    let byte = bytes.get(valid).copied().unwrap_or(0);
    // The text shown holds a replacement for what is not text, at the same offset: all before it is sound.
    Fault::new(
        Code::NotUtf8,
        Span::new(valid, valid + 1),
        format!("this is not text in UTF-8: byte {valid}, on line {line}, is 0x{byte:02X}"),
    )
    .label("not a character")
    .help("save the file again with the encoding UTF-8")
}

/// Reads a case from its text; `name` is what reports call it. Files that it includes count as not here; [`parse_in`] finds them.
///
/// # Errors
/// A report of everything that is wrong with it.
pub fn parse(name: &str, text: &str) -> Result<Reading, Report> {
    parse_in(name, text, &NoSheets)
}

/// Reads a case from its text, with the files that it includes.
///
/// # Errors
/// A report of everything that is wrong with it.
pub fn parse_in(name: &str, text: &str, sheets: &dyn Sheets) -> Result<Reading, Report> {
    checked_text(Text::new(name, text), sheets).map(|read| read.reading)
}

/// A case that was read, with the text that says all of it: of all its files, without what is left out.
pub(crate) struct ReadWhole {
    pub(crate) reading: Reading,
    pub(crate) text: String,
}

/// The most turns in which something is left out that hangs on a file that is not here.
const MOST_TURNS: usize = 100;

pub(crate) fn checked_text(text: Text, sheets: &dyn Sheets) -> Result<ReadWhole, Report> {
    let WithSheets { mut text, here, absent, faults: included } = with_sheets(text, sheets);
    let mut faults = Faults::default();
    let mut case = checked(&text, &mut faults);
    let mut left_out = Vec::new();
    if !absent.is_empty() && included.is_empty() {
        let (mut other, mut as_read) = (None, text.as_read().to_owned());
        for _ in 0..MOST_TURNS {
            let now = other.as_ref().map_or(&faults, |(_, faults)| faults);
            let Some(left) = left_out_of(&as_read, now.kept()) else { break };
            left_out.extend(left.paths);
            as_read = left.text;
            let mut found = Faults::default();
            let shorter = text.clone().read_as(as_read.clone());
            let read = checked(&shorter, &mut found);
            other = Some((read, found));
        }
        if let Some((read @ Some(_), found)) = other.filter(|(_, found)| !found.any_error()) {
            (case, faults) = (read, found);
            text = text.read_as(as_read);
        } else {
            left_out.clear();
        }
    }
    for fault in included {
        faults.push(fault);
    }
    if !absent.is_empty() {
        let absence = Absence {
            files: absent.iter().map(|(name, _)| name.clone()).collect(),
            falls_away: falls_away(&left_out),
            left_out,
        };
        for (name, span) in absent {
            faults.push(left_at_home(&name, span, &absence));
        }
        if let Some(case) = &mut case {
            case.absent = Some(absence);
        }
    }
    match case {
        Some(mut case) if !faults.any_error() => {
            case.sheets = here;
            let as_read = text.as_read().to_owned();
            Ok(ReadWhole { reading: Reading { case, report: faults.into_report(text) }, text: as_read })
        }
        _ => Err(faults.into_report(text)),
    }
}

/// "a, b and c".
fn one_after_the_other(words: &[&str]) -> String {
    match words {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => words.concat(),
    }
}

/// Says of a file that is not here what goes with it.
fn left_at_home(name: &str, span: Span, absence: &Absence) -> Fault {
    let message = match absence.falls_away.as_slice() {
        [] => format!("{} is not here; what follows is said without it", quoted(name)),
        questions => format!(
            "{} is not here; without it nothing can be said of {}",
            quoted(name),
            one_after_the_other(questions)
        ),
    };
    let fault = Fault::new(Code::LeftAtHome, span, message).label("not here");
    match absence.left_out.as_slice() {
        [] => fault.help("what it holds is not known here, and may change any answer"),
        paths => fault.help(format!("left out with it: {}", listed(paths.iter().map(String::as_str)))),
    }
}

fn checked(text: &Text, faults: &mut Faults) -> Option<Case> {
    if let Some(fault) = syntax::hopeless(text) {
        faults.push(fault);
        return None;
    }
    let (document, errors) = DeTable::parse_recoverable(text.as_read());
    let syntax = syntax::report(text, &document, &errors, faults);
    let root = Table::new(document.get_ref(), Span::new(0, 0));
    if root.is_empty() && syntax == Syntax::Sound {
        let blank = text.as_read().trim_start_matches('\u{feff}').trim().is_empty();
        let said = if blank { "the file is empty" } else { "the file holds nothing but comments" };
        faults.push(
            Fault::of_file(Code::EmptyFile, said).help("`detente new DIR` writes a template to start from"),
        );
        return None;
    }
    if let Some(fault) = unsupported(root) {
        faults.push(fault);
        return None;
    }
    let mut found = Faults::default();
    let known = Known::gather(root);
    known.check(&mut found);
    Conform::new(&known, &mut found).table(root, &CASE);
    let case = decode(text, root, &known, &mut found);
    if syntax == Syntax::Broken {
        syntax::keep_sure(text, &errors, &mut found);
    }
    faults.append(found);
    case
}

/// Another version of the format may mean anything: nothing else is checked.
fn unsupported(root: Table<'_>) -> Option<Fault> {
    let node = root.get("case")?;
    let version = node.number().filter(|version| *version != 1.0 && node.whole().is_some())?;
    let fault = Fault::new(
        Code::UnsupportedVersion,
        node.span,
        format!("this case is written in version {version} of the format; only version 1 is known"),
    );
    Some(fault.label("not 1").help("a newer release may read it; or was `case = 1` meant?"))
}
