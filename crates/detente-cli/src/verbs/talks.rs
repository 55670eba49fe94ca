//! `detente talks`: how the bargaining of a case would go; with `--replay`, recorded talks held again.

use std::path::Path;

use detente_brief::answers::{TalksAnswer, tables};
use detente_brief::{Lacking, Options, page, render};
use detente_talks::replay::{Replayed, Verdict, replay};

use crate::arguments::{Chosen, TalksArguments};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &TalksArguments) -> Result<(), Failure> {
    let TalksArguments { case, view, draws, days, html, form, replay } = arguments;
    let case = match (case, replay) {
        (_, Some(file)) => return held_again(file),
        (Some(case), None) => case,
        // The arguments ask for one of the two.
        (None, None) => return Err(Failure::said("name a case, or a file with `--replay`")),
    };
    let mut case = super::read_case(case, &view.set)?;
    let Some(talks) = &mut case.talks else {
        return Err(Failure::said(Lacking::Talks));
    };
    talks.horizon = days.unwrap_or(talks.horizon);
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(case, options);
    let found = sitting.talks().map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    let shown = page::talks(&found);
    if let Some(path) = html {
        write_file(path, render::html(&shown))?;
    }
    match form.chosen() {
        Chosen::Text => print(&render::terminal(&shown, page_width())),
        Chosen::Json => print_json(&TalksAnswer::of(&found)),
        Chosen::Csv => print(&tables::talks(&TalksAnswer::of(&found)).to_csv()),
    }
}

fn held_again(file: &Path) -> Result<(), Failure> {
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
