//! The form of recorded talks, `detente-talks-oracle/1`.
//!
//! A scenario holds, for each party, one table an issue: what each value adds, from the first issue to the last. Outcomes are lists of the
//! places of values. A run names its agents in the order of speaking, and what they said as rows: `[step, t, agent, "offer" | "accept" | "end",
//! outcome | null]` of alternating offers, `[round, agent, outcome | null, [agents who accepted]]` of TAU.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub scenario: RecordedScenario,
    pub runs: Vec<Run>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RecordedScenario {
    pub issues: Vec<Issue>,
    pub parties: Vec<RecordedParty>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Issue {
    pub values: Vec<Value>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RecordedParty {
    #[serde(default)]
    pub name: String,
    pub reserve: f64,
    pub tables: Vec<Vec<f64>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Run {
    pub id: String,
    pub protocol: ProtocolName,
    /// No limit if it is null.
    pub n_steps: Option<u32>,
    pub agents: Vec<Agent>,
    pub result: RecordedEnd,
    /// How many rows there are, of which `rows` may hold only the first and the last.
    pub n_rows: Option<usize>,
    #[serde(default)]
    pub sha256: Option<String>,
    pub rows: Vec<Value>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ProtocolName {
    Sao,
    Tau,
}

/// Who speaks, and by which rules; figures of the strategy stand beside its name.
#[derive(Debug, Deserialize)]
pub(super) struct Agent {
    pub party: usize,
    pub reserve: Option<f64>,
    /// The whole of it: the name of the strategy and its figures.
    #[serde(flatten)]
    pub strategy: Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct RecordedEnd {
    pub agreement: Option<Vec<usize>>,
    pub end: String,
    pub steps: u32,
    pub utilities: Option<Vec<f64>>,
}
