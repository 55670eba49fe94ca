//! Tournaments: every way to bargain against every other.

use std::sync::Arc;

use detente_brief::answers::{TournamentAnswer, tables};
use detente_brief::{Options, PlayedOut, page};
use detente_model::{Progress, unless_cancelled};
use detente_talks::Way;
use detente_talks::tournament::{Contender, Protocol, Rules, Tournament};
use pyo3::prelude::*;

use crate::case::Case;
use crate::page::Found;
use crate::refused::{asked_amiss, nothing};
use crate::waiting;

/// Holds a tournament on cases, each under its name: the answer, and where asked for what was said in every
/// negotiation as JSON lines.
#[pyfunction]
pub(crate) fn tournament(
    py: Python<'_>,
    scenarios: Vec<(String, PyRef<'_, Case>)>,
    ways: Vec<String>,
    protocol: &str,
    rounds: u32,
    repetitions: u32,
    seed: u64,
    self_play: bool,
    threads: Option<std::num::NonZeroUsize>,
    traces: bool,
    told: Option<Py<PyAny>>,
) -> PyResult<(Found, Option<String>)> {
    let protocol = match protocol {
        "alternating" => Protocol::Alternating,
        "simultaneous" => Protocol::Simultaneous,
        "tau" => Protocol::Tau,
        other => {
            return Err(asked_amiss(
                py,
                format!("a tournament is `alternating`, `simultaneous` or `tau`, not `{other}`"),
            ));
        }
    };
    let ways: Result<Vec<Way>, PyErr> = ways.iter().map(|name| way(py, name)).collect();
    let contenders = ways?.into_iter().map(Contender::of).collect();
    let progress = Arc::new(Progress::default());
    let cases: Vec<(String, Arc<detente_model::Case>)> =
        scenarios.into_iter().map(|(name, case)| (name, Arc::clone(&case.stated))).collect();
    let watched = Arc::clone(&progress);
    let hold = move || -> Result<(Found, Option<String>), String> {
        let mut arenas = Vec::new();
        for (name, case) in cases {
            let options = Options { seed, ..Options::default() };
            let sitting = detente_brief::Sitting::watched(case, options, Arc::clone(&watched));
            arenas.push(sitting.arena(&name).map_err(|why| format!("`{name}`: {why}"))?);
        }
        let rules = Rules { protocol, rounds, repetitions, seed, self_play };
        let tournament = Tournament::new(arenas, contenders, rules).map_err(|why| why.to_string())?;
        watched.expect(tournament.pairings().len() as u64);
        let held = unless_cancelled(|| {
            tournament.hold_with(threads, |_, hold| {
                let held = watched.stepping(hold);
                Ok::<_, detente_talks::tournament::TournamentError>(held)
            })
        });
        let held = held.map_err(|why| why.to_string())?.map_err(|why| why.to_string())?;
        let said = if traces {
            let mut lines = String::new();
            for pairing in tournament.pairings() {
                let line =
                    serde_json::to_string(&tournament.traced(pairing)).map_err(|why| why.to_string())?;
                lines.push_str(&line);
                lines.push('\n');
            }
            Some(lines)
        } else {
            None
        };
        let found = PlayedOut::of(tournament, &held);
        let answer = TournamentAnswer::of(&found);
        let table = tables::tournament(&answer).to_csv();
        let json = serde_json::to_string(&answer).map_err(|why| why.to_string())?;
        Ok(((json, page::tournament(&found).into(), Some(table)), said))
    };
    waiting::for_answer(py, &progress, told.as_ref(), hold)?.map_err(|why| nothing(py, why))
}

/// A way to bargain by its name.
fn way(py: Python<'_>, name: &str) -> PyResult<Way> {
    let name = name.trim();
    name.parse().or_else(|_| name.replace('-', " ").parse::<Way>()).map_err(|_| {
        let known: Vec<String> = Way::all().iter().map(ToString::to_string).collect();
        let meant = detente_case::nearest(name, known.iter().map(String::as_str))
            .map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
        asked_amiss(py, format!("no way to bargain is called `{name}`{meant} There are {}", known.join(", ")))
    })
}
