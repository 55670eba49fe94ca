//! Analyses one random conflict and says how long that took and how much memory the process ever held.
//!
//! `cargo run --release -p detente-stability --example scale -- OPTIONS PARTIES [FEASIBLE_PERCENT [FIRST]]`
//!
//! Options are dealt round, or the party first gets `FIRST` of them.

use std::io::Write;
use std::time::Instant;

use detente_stability::{
    Concept, ConflictGraph, Direction, Formula, MoveChoice, MoveId, MovePreference, Stability, Statement,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let numbers: Vec<usize> = std::env::args().skip(1).map(|arg| arg.parse()).collect::<Result<_, _>>()?;
    let [options, parties, rest @ ..] = numbers.as_slice() else { return Err("OPTIONS PARTIES".into()) };
    let feasible = rest.first().copied().unwrap_or(100);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut literal = || {
        let made = Formula::Move(MoveId(rng.random_range(0..*options)));
        if rng.random_bool(0.5) { made } else { Formula::Not(Box::new(made)) }
    };
    let mut statement = |or: bool| {
        let (a, b, c) = (Box::new(literal()), Box::new(literal()), Box::new(literal()));
        let inner = Box::new(if or { Formula::Or(b, c) } else { Formula::And(b, c) });
        Statement { text: String::new(), formula: Formula::And(a, inner), place: None }
    };
    // Each conjunction of three rules out an eighth.
    let infeasible: Vec<Statement> = (0..(100 - feasible.min(100)) / 10).map(|_| statement(false)).collect();
    let preferences: Vec<MovePreference> = (0..*parties)
        .map(|_| MovePreference::Prioritised((0..60).map(|_| statement(true)).collect()))
        .collect();
    let first = rest.get(1).copied().unwrap_or(0);
    let owner = |bit: usize| if bit < first { 0 } else { (bit - first) % parties };
    let choices = (0..*options)
        .map(|bit| MoveChoice { name: format!("option {bit}"), by: owner(bit), direction: Direction::Both })
        .collect();
    let names = (0..*parties).map(|party| format!("party {party}")).collect();
    let start = Instant::now();
    let graph = ConflictGraph::from_options(names, choices, &infeasible, &preferences)?;
    let built = start.elapsed();
    let start = Instant::now();
    let stability = Stability::of(&graph);
    let analysed = start.elapsed();
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{} states, {parties} parties: built in {built:.1?}, analysed in {analysed:.1?}",
        graph.len()
    )?;
    for concept in Concept::ALL {
        let found = stability.equilibria(concept).map_or(0, |set| set.len());
        writeln!(out, "  {:4} {found} equilibria", concept.word())?;
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status")
        && let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM"))
    {
        writeln!(out, "  peak memory {}", peak.trim_start_matches("VmHWM:").trim())?;
    }
    Ok(())
}
