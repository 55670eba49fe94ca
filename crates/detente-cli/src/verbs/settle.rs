//! `detente settle`: how well the chances of packages do on settlements that people reached.

use std::fmt::Write;

use detente_brief::answers::{Folds, SettleAnswer, TableScored};

use crate::arguments::SettleArguments;
use crate::output::{Failure, print, print_json};

pub fn run(arguments: &SettleArguments) -> Result<(), Failure> {
    let mut files = Vec::new();
    for file in &arguments.files {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(file)
            .map_err(|why| Failure::said(format!("cannot read `{name}`: {why}")))?;
        files.push((name, text));
    }
    let folds = arguments.fit.then_some(Folds { folds: arguments.folds as usize, seed: arguments.seed });
    let answer = SettleAnswer::of(&files, folds).map_err(Failure::said)?;
    if arguments.json {
        return print_json(&answer);
    }
    print(&answer.tables.iter().map(told).collect::<Vec<_>>().join("\n"))
}

/// One table in words.
fn told(table: &TableScored) -> String {
    let TableScored { file, negotiations, settlements, .. } = table;
    let mut told = format!(
        "{file}: {settlements} settlements of {negotiations} negotiations\n  way                    nats   first  (expected)  points off\n"
    );
    for way in &table.scores {
        // Writing to a string cannot fail.
        let _ = writeln!(
            told,
            "  {:<20} {:>6.3}  {:>4.1} %     {:>4.1} %       {:>5.2}",
            way.way,
            way.nats,
            100.0 * way.first,
            100.0 * way.first_expected,
            way.points_off
        );
    }
    let _ = writeln!(told, "  a side's points are off their mean by {:.2}", table.points_off_their_mean);
    told
}
