//! `detente tournament`: every way to bargain against every other, on every scenario, in every role.
//!
//! With `--resume` each negotiation is written down as soon as it has ended, one line at a time, and a tournament that was broken off, whichever way, goes
//! on where it was.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use detente_brief::answers::{TournamentAnswer, tables};
use detente_brief::{Options, PlayedOut, Sitting, page, render};
use detente_case::CASE_FILE;
use detente_talks::Way;
use detente_talks::tournament::{
    Arena, Contender, Held, Protocol, Rules, Tournament, TournamentError, record,
};

use crate::arguments::{Chosen, TournamentArguments, TournamentProtocol};
use crate::files::{make_folder, reason, write_file};
use crate::output::{Failure, page_width, print, print_json, say};
use crate::progress::Bar;

/// The file of a record within its folder.
const RECORD: &str = "negotiations.jsonl";

impl From<TournamentError> for Failure {
    fn from(why: TournamentError) -> Self {
        Self::said(why)
    }
}

pub fn run(arguments: &TournamentArguments) -> Result<(), Failure> {
    let contenders = ways(&arguments.strategies)?.into_iter().map(Contender::of).collect();
    let arenas = arenas(&arguments.scenarios, arguments.seed)?;
    let rules = Rules {
        protocol: match arguments.protocol {
            TournamentProtocol::Alternating => Protocol::Alternating,
            TournamentProtocol::Simultaneous => Protocol::Simultaneous,
            TournamentProtocol::Tau => Protocol::Tau,
        },
        rounds: arguments.rounds,
        repetitions: arguments.repetitions,
        seed: arguments.seed,
        self_play: arguments.self_play || !arguments.no_self_play,
    };
    let tournament = Tournament::new(arenas, contenders, rules)?;
    let held = hold(&tournament, arguments)?;
    if let Some(path) = &arguments.traces {
        write_traces(&tournament, path)?;
    }
    let found = PlayedOut::of(tournament, &held);
    let shown = page::tournament(&found);
    if let Some(path) = &arguments.html {
        write_file(path, render::html(&shown))?;
    }
    let answer = TournamentAnswer::of(&found);
    match arguments.form.chosen() {
        Chosen::Text => print(&render::terminal(&shown, page_width())),
        Chosen::Json => print_json(&answer),
        Chosen::Csv => print(&tables::tournament(&answer).to_csv()),
    }
}

/// The ways that are named; `all` names one of every kind.
fn ways(named: &[String]) -> Result<Vec<Way>, Failure> {
    let mut ways = Vec::new();
    for name in named {
        let name = name.trim();
        if name.eq_ignore_ascii_case("all") {
            ways.extend(Way::all());
            continue;
        }
        // A hyphen is easier to type than a space in a shell.
        let way = name.parse().or_else(|_| name.replace('-', " ").parse::<Way>());
        ways.push(way.map_err(|_| unknown(name))?);
    }
    Ok(ways)
}

/// What is said of a name that no way has: the nearest that one has.
fn unknown(name: &str) -> Failure {
    let known: Vec<String> = Way::all().iter().map(ToString::to_string).collect();
    let list = known.join(", ");
    if name.is_empty() {
        return Failure::said(format!("a way to bargain has no name; there are {list} and `time β`"));
    }
    let meant = detente_case::nearest(name, known.iter().map(String::as_str))
        .map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    Failure::said(format!("no way to bargain is called `{name}`{meant}\nThere are {list} and `time β`."))
}

/// The scenarios, each a case or the files of another tool.
fn arenas(paths: &[PathBuf], seed: u64) -> Result<Vec<Arena>, Failure> {
    let mut arenas = Vec::new();
    for path in paths {
        let mut name = name(path);
        if paths.iter().filter(|other| self::name(other) == name).count() > 1 {
            name = path.display().to_string();
        }
        let case = super::read_any(std::slice::from_ref(path), &[])?;
        let (bar, progress) = Bar::new();
        let sitting = Sitting::watched(case, Options { seed, ..Options::default() }, progress.into());
        let arena =
            sitting.arena(&name).map_err(|why| Failure::said(format!("`{}`: {why}", path.display())))?;
        drop(bar);
        arenas.push(arena);
    }
    Ok(arenas)
}

/// What a scenario is called: its folder, or its file without the ending.
fn name(path: &Path) -> String {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let named = if whole.file_name().is_some_and(|name| name == CASE_FILE) { whole.parent() } else { None };
    let named = match named {
        Some(folder) => folder.file_name(),
        None if whole.is_dir() => whole.file_name(),
        None => whole.file_stem(),
    };
    named.map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Holds all negotiations, but for those that a record has.
fn hold(tournament: &Tournament, arguments: &TournamentArguments) -> Result<Vec<Held>, Failure> {
    let record = arguments.resume.as_deref().map(|folder| Record::open(tournament, folder, arguments.timed));
    let record = record.transpose()?;
    let (bar, progress) = Bar::of("negotiations");
    progress.expect(tournament.pairings().len() as u64);
    let held = tournament.hold_with(arguments.threads, |place, hold| {
        if let Some(held) = record.as_ref().and_then(|record| record.held[place]) {
            progress.step();
            return Ok(held);
        }
        let begun = arguments.timed.then(Instant::now);
        let mut held = hold();
        held.nanoseconds = begun.map(|begun| u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX));
        if let Some(record) = &record {
            record.keep(&record::line(tournament, place, &held))?;
        }
        progress.step();
        Ok::<Held, Failure>(held)
    });
    drop(bar);
    if let Some(record) = &record {
        record.on_disk()?;
    }
    held
}

/// The record of a tournament in a folder.
struct Record {
    path: PathBuf,
    file: Mutex<File>,
    held: Vec<Option<Held>>,
}

impl Record {
    /// The record in a folder, begun if there is none. A line that was torn is cut off.
    fn open(tournament: &Tournament, folder: &Path, timed: bool) -> Result<Self, Failure> {
        make_folder(folder)?;
        let path = folder.join(RECORD);
        let failed = |error: std::io::Error| {
            Failure::said(format!("cannot keep the tournament in `{}`: {}", path.display(), reason(&error)))
        };
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(&path).map_err(failed)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(failed)?;
        let read = record::read(tournament, timed, &bytes).map_err(|why| {
            Failure::said(format!("`{}` was left as it is: {why}; name another folder", path.display()))
        })?;
        if read.whole < bytes.len() {
            file.set_len(read.whole as u64).map_err(failed)?;
        }
        if read.whole == 0 {
            file.write_all(record::header(tournament, timed).as_bytes()).map_err(failed)?;
        }
        let known = read.held.iter().flatten().count();
        if known > 0 {
            say(&format!("note: {known} of {} negotiations were held before\n", read.held.len()));
        }
        Ok(Self { path, file: Mutex::new(file), held: read.held })
    }

    /// Appends a line, in one piece.
    fn keep(&self, line: &str) -> Result<(), Failure> {
        // A thread that failed while writing left a torn line at the most, and nothing is appended behind it: its failure ends the tournament.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(line.as_bytes()).map_err(|error| self.failed(&error))
    }

    /// Waits until everything is on the disk.
    fn on_disk(&self) -> Result<(), Failure> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.sync_data().map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &std::io::Error) -> Failure {
        Failure::said(format!("cannot write `{}`: {}", self.path.display(), reason(error)))
    }
}

/// Writes everything said in every negotiation, one a line.
fn write_traces(tournament: &Tournament, path: &Path) -> Result<(), Failure> {
    let mut lines = String::new();
    for pairing in tournament.pairings() {
        let line = serde_json::to_string(&tournament.traced(pairing)).map_err(Failure::said)?;
        lines.push_str(&line);
        lines.push('\n');
    }
    write_file(path, &lines)
}
