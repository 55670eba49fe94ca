//! `detente talks`: how the bargaining would go; with `--replay`, recorded talks held again.

use detente_talks::replay::{Replayed, Verdict, replay};

use crate::arguments::TalksArguments;
use crate::output::{Failure, print};

pub fn run(arguments: &TalksArguments) -> Result<(), Failure> {
    let file = &arguments.replay;
    let name = file.display();
    let text =
        std::fs::read_to_string(file).map_err(|why| Failure::said(format!("cannot read `{name}`: {why}")))?;
    let runs = replay(&text).map_err(|why| Failure::said(format!("`{name}`: {why}")))?;
    let told: String = runs.iter().map(told).collect();
    let same = runs.iter().filter(|run| matches!(run.verdict, Verdict::Same { .. })).count();
    print(&format!("{told}{}\n", summary(same, runs.len())))?;
    if same == runs.len() { Ok(()) } else { Err(Failure::Silent) }
}

/// One run in words.
fn told(run: &Replayed) -> String {
    let id = &run.id;
    match &run.verdict {
        Verdict::Same { rows: 1 } => format!("{id}: the same, in the 1 thing said\n"),
        Verdict::Same { rows } => format!("{id}: the same, in all {rows} things said\n"),
        Verdict::Differs(first) => format!(
            "{id}: differs first at {}\n  recorded: {}\n  now:      {}\n",
            first.place, first.recorded, first.played
        ),
        Verdict::NotHeld(why) => format!("{id}: not held: {why}\n"),
    }
}

fn summary(same: usize, all: usize) -> String {
    match (same, all) {
        (_, 0) => "no runs in the file".to_owned(),
        _ if same == all => format!("{all} of {all} runs are the same step by step"),
        _ => format!("{same} of {all} runs are the same step by step; the others are told above"),
    }
}
