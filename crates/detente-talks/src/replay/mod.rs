//! Recorded talks of another program, held again and compared offer by offer.
//!
//! A file holds one scenario and runs on it (`format.rs`). Every run is played by the rules of [`crate::negmas`], and the first thing said that
//! differs from the record is told. A run of which only the beginning and the end were kept is compared as a whole by its digest.

mod compare;
mod format;
mod seat;

use compare::{Played, compared};
use format::{File, ProtocolName, Run};
pub use seat::{named_strategies, seated};

use crate::protocols::{sao, tau};
use crate::{Deadline, Negotiator, Said, Scenario, TalksError, Wants};

/// Why a file cannot be replayed at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// It has not the form of recorded talks.
    #[error("this is no file of recorded talks: {0}")]
    Form(#[from] serde_json::Error),
    /// Its scenario cannot be.
    #[error("the scenario of the file cannot be: {0}")]
    Scenario(#[from] TalksError),
}

/// One run, held again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The name of the run.
    pub id: String,
    /// How it compares.
    pub verdict: Verdict,
}

/// How a run compares with its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Everything said is the same, and so is the end.
    Same {
        /// How many things were said.
        rows: usize,
    },
    /// Something is not.
    Differs(Difference),
    /// The run cannot be held; the sentence says why.
    NotHeld(String),
}

/// The first thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: a step and an agent as the record counts them, or the end.
    pub place: String,
    /// What the record says.
    pub recorded: String,
    /// What was said now.
    pub played: String,
}

/// Rounds that are held again at the most; a run that was longer is said to be too long.
pub const MOST_ROUNDS: u32 = 1_000_000;

/// Holds all runs of a file again. `text` is the file: JSON of the form `detente-talks-oracle/1`.
///
/// # Errors
/// If the file has not that form, or its scenario cannot be.
///
/// ```
/// use detente_talks::replay::{Verdict, replay};
///
/// let file = r#"{
///   "scenario": {
///     "issues": [{"name": "price", "values": ["low", "high"]}],
///     "parties": [{"name": "seller", "reserve": 0.0, "tables": [[0.0, 1.0]]}, {"name": "buyer", "reserve": 0.0, "tables": [[1.0, 0.0]]}]
///   },
///   "runs": [{
///     "id": "stubborn", "protocol": "sao", "n_steps": 1,
///     "agents": [{"party": 0, "reserve": 0.0, "strategy": "tough"}, {"party": 1, "reserve": 0.0, "strategy": "tough"}],
///     "result": {"agreement": null, "end": "timeout", "steps": 1, "utilities": [0.0, 0.0]},
///     "n_rows": 2, "rows": [[0, 0.5, 0, "offer", [1]], [0, 0.5, 1, "offer", [0]]]
///   }]
/// }"#;
/// assert_eq!(replay(file)?[0].verdict, Verdict::Same { rows: 2 });
/// # Ok::<(), detente_talks::replay::ReplayError>(())
/// ```
pub fn replay(text: &str) -> Result<Vec<Replayed>, ReplayError> {
    let file: File = serde_json::from_str(text)?;
    let mut builder = Scenario::over(file.scenario.issues.iter().map(|issue| issue.values.len()));
    builder.listing_all();
    for party in file.scenario.parties {
        builder.party(&party.name, party.reserve, party.tables);
    }
    let scenario = builder.build()?;
    let held = file.runs.into_iter().map(|run| Replayed { verdict: hold(&scenario, &run), id: run.id });
    Ok(held.collect())
}

fn hold(scenario: &Scenario, run: &Run) -> Verdict {
    match played(scenario, run) {
        Ok(played) => compared(scenario, run, &played),
        Err(why) => Verdict::NotHeld(why),
    }
}

/// What is said when a run is held again.
fn played(scenario: &Scenario, run: &Run) -> Result<Played, String> {
    let mut wants = Vec::new();
    let mut parties: Vec<Box<dyn Negotiator>> = Vec::new();
    for (seat, agent) in run.agents.iter().enumerate() {
        let party = scenario.parties().get(agent.party);
        let party =
            party.ok_or_else(|| format!("agent {seat} has party {}, which there is not", agent.party))?;
        wants.push(Wants::new(&party.bids, agent.reserve.unwrap_or(party.no_deal)));
        parties.push(seated(&agent.strategy, seat)?);
    }
    if parties.is_empty() {
        return Err("nobody has a seat".to_owned());
    }
    if let Some(rounds) = run.n_steps.filter(|rounds| *rounds > MOST_ROUNDS) {
        return Err(format!("{rounds} steps are more than the {MOST_ROUNDS} that are held again"));
    }
    let mut rows = Vec::new();
    let ended = match run.protocol {
        ProtocolName::Sao => {
            let rounds = run.n_steps.ok_or("talks by alternating offers need a number of steps")?;
            sao::hold(&wants, &mut parties, Deadline::rounds(rounds), |act| {
                if act.said != Said::Reject {
                    rows.push(compare::row_of_act(scenario.layout(), act));
                }
            })
        }
        ProtocolName::Tau if parties.len() > tau::MOST_SEATS => {
            return Err(format!("TAU seats at most {}", tau::MOST_SEATS));
        }
        ProtocolName::Tau => tau::hold(&wants, &mut parties, run.n_steps, |heard| {
            rows.push(compare::row_of_heard(scenario.layout(), heard));
        }),
    };
    let worth = ended.worth(&wants);
    Ok(Played { rows, ended, worth })
}
