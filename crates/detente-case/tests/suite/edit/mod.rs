//! Edits by path, on every sound case at hand.

mod anything;
mod layout;
mod meaning;
mod places;
mod refused;

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::{Reading, edit, parse, template};

/// Every sound case at hand: those of the project, the template, and a case in every other way of writing TOML.
fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("case.toml")).collect();
    files.retain(|file| file.is_file());
    files.sort();
    assert!(files.len() >= 6);
    let mut cases: Vec<(String, String)> =
        files.iter().map(|file| (file.display().to_string(), fs::read_to_string(file).unwrap())).collect();
    cases.push((String::from("template"), template().to_owned()));
    cases.push((String::from("template with Windows lines"), template().replace('\n', "\r\n")));
    cases.push((String::from("motley"), MOTLEY.to_owned()));
    cases
}

/// A case that mixes headings, dotted keys, braces, quotes, and lists over several lines.
pub(super) const MOTLEY: &str = r#"case = 1
title = "Motley"
as_of = 2025-03-01
parties = { port = { name = "Port", role = "principal" }, union.name = "Union", union.role = "principal" }

[issues]
pay = { name = "Pay", options = [
    2.0, # low
    4,
    6.5,
] }
shifts.name = "Shifts"
shifts.options = ["eight.hours", "it's ten", "a [1] b"]
term.name = "Term"
term.range = { from = 0, to = 24, step = 6 }

[positions.port]
no_deal = 0.3 # as they say
weights = { pay = 0.5, shifts = 0.25, "term" = [0.2, 0.3] }
pay.values = { 2 = 1, "4.0" = [0.4, 0.6], "6.5" = 0 }
term.points = [[0, 0], [12, [0.2, 0.3]], [24, 1]]
term.at_most = [
    12,
    18,
]
[positions.port.shifts.values]
"eight.hours" = 0
"it's ten" = 0.5
'a [1] b' = 1
# The union's.
[positions.union]
importance = ["pay", ["shifts", "term"]]
no_deal.pay = 4
no_deal.term = 6
pay = { ideal = 6.5, worst = 2 }
term = { ideal = 0, worst = 24 }
shifts = { values = { "eight.hours" = 1, "it's ten" = 0.5, "a [1] b" = 0 }, never = ["a [1] b"] }

[[interactions]]
of = "port"
when = { pay = 2, shifts = ["it's ten", "a [1] b"] }
value = 0.1
[[interactions]]
of = "union"
when.pay = [6.5]
value = [-0.2, -0.1]"#;

fn reading(text: &str) -> Reading {
    parse("case.toml", text).unwrap()
}

/// What was done to a text is what its splices say.
fn only_the_splices(before: &str, after: &str, splices: &[edit::Splice]) {
    let mut text = before.to_owned();
    for splice in splices {
        text.replace_range(splice.span.start..splice.span.end, &splice.text);
    }
    assert_eq!(text, after);
}
