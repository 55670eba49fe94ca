//! What is kept of a tournament while it is held, so that one that was broken off goes on where it was.
//!
//! A record is text: a first line that says of which tournament it is, and one line of JSON for each negotiation that was held, in the order in which they
//! ended. Whoever keeps it appends one line at a time; if a line was torn in the middle it is the last one, and what it would have said is held again.

use serde::{Deserialize, Serialize};

use super::{Held, Tournament};
use crate::{End, Ended};

/// The form of a record.
const FORM: &str = "detente-tournament/1";

/// Of which tournament a record is.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    form: String,
    /// What is distinctive of it.
    digest: String,
    /// Its contenders, for whoever reads the record.
    ways: Vec<String>,
    /// Its scenarios, likewise.
    scenarios: Vec<String>,
    /// How many negotiations are to be held.
    negotiations: usize,
    timed: bool,
}

/// Why a record is of no use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// It is something else.
    #[error("it is no record of a tournament")]
    NoRecord,
    /// It is of another tournament.
    #[error(
        "it is the record of another tournament, of {ways} on {scenarios}; scenarios, ways to bargain, protocol, rounds, repetitions and seed must be the same"
    )]
    Another {
        /// Its contenders.
        ways: String,
        /// Its scenarios.
        scenarios: String,
    },
    /// It was held with or without measuring time, and is to go on otherwise.
    #[error("it was begun {}, and must go on so", if *.0 { "with `--timed`" } else { "without `--timed`" })]
    Timed(bool),
    /// A line in the middle is broken.
    #[error("line {0} of it cannot be read; it was changed or damaged after it was written")]
    Line(usize),
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    negotiation: usize,
    end: String,
    rounds: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    package: Option<Vec<usize>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nanoseconds: Option<u64>,
}

/// What a record says.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Of each pairing what came of it, where it was held.
    pub held: Vec<Option<Held>>,
    /// How many bytes are whole; what follows is a torn line, and is to be cut off before anything is appended.
    pub whole: usize,
}

/// The first line of a record, with its end.
pub fn header(tournament: &Tournament, timed: bool) -> String {
    let header = Header {
        form: FORM.to_owned(),
        digest: tournament.digest(),
        ways: tournament.contenders().iter().map(|contender| contender.name().to_owned()).collect(),
        scenarios: tournament.arenas().iter().map(|arena| arena.name.clone()).collect(),
        negotiations: tournament.pairings().len(),
        timed,
    };
    // Strings and numbers: nothing that could not be written.
    serde_json::to_string(&header).unwrap_or_default() + "\n"
}

/// The line of a negotiation, with its end.
pub fn line(tournament: &Tournament, negotiation: usize, held: &Held) -> String {
    let line = Line {
        negotiation,
        end: Tournament::end(held).to_owned(),
        rounds: held.ended.rounds,
        package: tournament.agreed(&tournament.pairings()[negotiation], held),
        nanoseconds: held.nanoseconds,
    };
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

/// What a record says of a tournament. An empty one, or one whose only line is torn, says nothing yet.
///
/// # Errors
/// [`RecordError`] says why it is of no use.
pub fn read(tournament: &Tournament, timed: bool, record: &[u8]) -> Result<Read, RecordError> {
    let mut held = vec![None; tournament.pairings().len()];
    let whole = record.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    if whole == 0 {
        // A torn first line begins as every first line does; anything else was never a record.
        let begins = |header: &str| header.as_bytes().starts_with(record);
        return if begins(&header(tournament, timed)) || begins(&header(tournament, !timed)) {
            Ok(Read { held, whole })
        } else {
            Err(RecordError::NoRecord)
        };
    }
    let mut lines = record[..whole].split(|byte| *byte == b'\n').enumerate();
    let first = lines.next().and_then(|(_, line)| serde_json::from_slice::<Header>(line).ok());
    let of = first.filter(|header| header.form == FORM).ok_or(RecordError::NoRecord)?;
    if of.digest != tournament.digest() {
        return Err(RecordError::Another { ways: of.ways.join(", "), scenarios: of.scenarios.join(", ") });
    }
    if of.timed != timed {
        return Err(RecordError::Timed(of.timed));
    }
    for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let (place, one) = understood(tournament, line).ok_or(RecordError::Line(at + 1))?;
        held[place] = Some(one);
    }
    Ok(Read { held, whole })
}

/// What a line says, if it can be said of the tournament.
fn understood(tournament: &Tournament, line: &[u8]) -> Option<(usize, Held)> {
    let line: Line = serde_json::from_slice(line).ok()?;
    let pairing = tournament.pairings().get(line.negotiation)?;
    let layout = tournament.arenas()[pairing.arena].scenario.layout();
    let end = match (line.end.as_str(), &line.package) {
        ("agreement", Some(package)) => End::Agreement(layout.offer(package)?),
        ("timeout", None) => End::Timeout,
        ("broken", None) => End::Broken,
        _ => return None,
    };
    let held = Held { ended: Ended { end, rounds: line.rounds }, nanoseconds: line.nanoseconds };
    Some((line.negotiation, held))
}
