//! The JSON of the verbs is a contract: what commit 024c636 printed, every key and every value, is still printed; keys may be added, and
//! sentences put better ([`PROSE`]).
//! Cairo is read from a copy of the case as it was then, whose `life = "constant"` asks for what was the default.
//! And all of it is as `detente schema --answers` says.
//!
//! `recorded/` holds what the `detente` of that commit printed, without white space, one file a line of `commands.txt`
//! (`name: arguments`, run from the root of the repository). It is not to be recorded anew: a difference is a mistake, or has its
//! place and its reason in [`EXCEPTIONS`].

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod node;
mod schema;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use node::{Node, differences};

/// Differences that are meant: the name of the record, the place in it as the test tells it, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("cairo-2024.brief", ".deals.drivers", NOISE),
    ("cairo-2024.deals", ".deals.drivers", NOISE),
    ("cairo-2024.deals-sobol", ".deals.drivers", NOISE),
    ("cairo-2024.brief", ".deals.central.lotteries.margin.packages", SAME_MARGIN),
    ("cairo-2024.deals", ".deals.central.lotteries.margin.packages", SAME_MARGIN),
    ("cairo-2024.deals-sobol", ".deals.central.lotteries.margin.packages", SAME_MARGIN),
    ("cairo-2024.brief", ".grounds.judged", TALKS),
];
const TALKS: &str = "the case says how its talks are held, and those figures are judgements too";
const SAME_MARGIN: &str = "another lottery with the same margin, which is settled among ties by exact sums";
const NOISE: &str = "the interval of this share holds 0: with so few draws it cannot be told from noise, and noise is not named";

/// Keys that hold sentences and names put together for a reader. They stay, with something in them; what they say may be said better.
const PROSE: &[&str] = &["basis", "because", "explained", "headline", "label", "sentences", "text", "words"];

/// Whether only the wording of a sentence is another one.
fn is_reworded(difference: &node::Difference) -> bool {
    let last = difference.place.rsplit('.').next().unwrap_or_default();
    let key = last.split('[').next().unwrap_or_default();
    PROSE.contains(&key) && !matches!(difference.is.as_str(), "missing" | "null" | "\"\"" | "a list of 0")
}

/// Whether a number differs by no more than what the rounding of each contribution to a trillionth had left in a sum of twenty: sums are exact now.
fn is_summed_exactly(difference: &node::Difference) -> bool {
    match (difference.was.parse::<f64>(), difference.is.parse::<f64>()) {
        (Ok(was), Ok(is)) => (was - is).abs() <= 2e-11,
        _ => false,
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs `detente` in the root of the repository.
fn detente(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).current_dir(root()).output().unwrap()
}

/// The names of the records with their arguments.
fn commands() -> Vec<(String, Vec<String>)> {
    let list = fs::read_to_string(recorded("commands.txt")).unwrap();
    list.lines()
        .map(|line| line.split_once(": ").expect("a line is `name: arguments`"))
        .map(|(name, said)| (name.to_owned(), said.split(' ').map(str::to_owned).collect()))
        .collect()
}

fn recorded(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/recorded").join(file)
}

/// What a command prints now.
fn printed(arguments: &[String]) -> String {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = detente(&arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_key_and_value_of_the_json_is_still_there() {
    let commands = commands();
    assert_eq!(commands.len(), fs::read_dir(recorded("")).unwrap().count() - 1, "a record without a command");
    let mut wrong = Vec::new();
    let mut met = vec![false; EXCEPTIONS.len()];
    for (name, arguments) in commands {
        let was = fs::read_to_string(recorded(&format!("{name}.json"))).unwrap();
        let is = printed(&arguments);
        for difference in differences(&Node::parse(&was), &Node::parse(&is)) {
            if is_reworded(&difference) || is_summed_exactly(&difference) {
                continue;
            }
            let excepted = EXCEPTIONS
                .iter()
                .position(|(record, place, _)| *record == name && difference.place.starts_with(place));
            match excepted {
                Some(exception) => met[exception] = true,
                None => wrong.push(format!("{name}{difference}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    assert!(met.iter().all(|met| *met), "an exception is not needed any more");
}

/// The comparison would notice.
#[test]
fn a_missing_key_and_another_value_are_differences() {
    let was = Node::parse(r#"{"a":1.0,"b":[{"c":"x"},{"c":null}],"d":{"e":true}}"#);
    let same = r#"{"new": 3, "d": {"e": true, "f": 1}, "a": 1.0, "b": [{"c": "x"}, {"c": null}]}"#;
    assert!(differences(&was, &Node::parse(same)).is_empty());
    for (is, place) in [
        (r#"{"b":[{"c":"x"},{"c":null}],"d":{"e":true}}"#, ".a"),
        (r#"{"a":1.0000000000000002,"b":[{"c":"x"},{"c":null}],"d":{"e":true}}"#, ".a"),
        (r#"{"a":1.0,"b":[{"c":"x"}],"d":{"e":true}}"#, ".b"),
        (r#"{"a":1.0,"b":[{"c":"x"},{}],"d":{"e":true}}"#, ".b[1].c"),
        (r#"{"a":1.0,"b":[{"c":"y"},{"c":null}],"d":{"e":true}}"#, ".b[0].c"),
        (r#"{"a":1.0,"b":[{"c":"x"},{"c":null}],"d":{"e":null}}"#, ".d.e"),
    ] {
        let found = differences(&was, &Node::parse(is));
        assert_eq!(found.iter().map(|each| each.place.as_str()).collect::<Vec<_>>(), [place], "{is}");
    }
}
