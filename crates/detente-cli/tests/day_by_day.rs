//! The truce of November 2023 watched day by day: the watch of a day is that of a file from which everything that came later has
//! been deleted, byte for byte.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::civil::{Date, date};

/// Keys whose day says from when on something is known.
const KNOWN_FROM: [&str; 5] = ["published", "agreed", "happened", "said", "reported"];

/// The tables of a file, each with its heading; the lines above the first come first.
fn tables(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            found.push(String::new());
        }
        found.last_mut().unwrap().push_str(line);
    }
    found
}

/// The value of a key of a table.
fn value<'a>(table: &'a str, key: &str) -> Option<&'a str> {
    table.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('=').map(str::trim))
}

fn later(table: &str, day: Date) -> bool {
    KNOWN_FROM.iter().filter_map(|key| value(table, key)?.parse::<Date>().ok()).any(|known| known > day)
}

/// The file as it would have been written on a day.
fn written_on(text: &str, day: Date) -> String {
    tables(text)
        .into_iter()
        .filter(|table| !later(table, day))
        .map(|table| match (value(&table, "as_of"), value(&table, "ended")) {
            (Some(last), _) => table.replace(&format!("as_of = {last}"), &format!("as_of = {day}")),
            (None, Some(ended)) if ended.parse::<Date>().unwrap() > day => {
                table.replace(&format!("ended = {ended}\n"), "")
            }
            _ => table,
        })
        .collect()
}

/// What the watch prints of a file on a day.
fn watched(file: &Path, day: Date, more: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_detente"))
        .args(["watch", file.to_str().unwrap(), "--as-of", &day.to_string(), "--draws", "40"])
        .args(more)
        .output()
        .unwrap();
    assert!(output.status.success(), "{day}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The nine days from the eve of the truce to its end.
fn days() -> impl Iterator<Item = Date> {
    date(2023, 11, 23).series(jiff::Span::new().days(1)).take(9)
}

#[test]
fn no_day_of_november_2023_knows_a_later_one() {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/gaza-2023/case.toml");
    let text = fs::read_to_string(&whole).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut before = 0;
    for day in days() {
        let file = folder.path().join("case.toml");
        let short = written_on(&text, day);
        fs::write(&file, &short).unwrap();
        assert!(short.len() > before, "{day}: nothing was added to what was known");
        before = short.len();
        // Where something stands in the file is not what is said of it.
        let said = |file: &Path| {
            let printed = watched(file, day, &["--json"]);
            let mut answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
            forget_places(&mut answer);
            answer
        };
        assert_eq!(watched(&whole, day, &[]), watched(&file, day, &[]), "{day}");
        assert_eq!(said(&whole), said(&file), "{day}");
    }
}

fn forget_places(answer: &mut serde_json::Value) {
    match answer {
        serde_json::Value::Object(keys) => {
            keys.remove("line");
            keys.remove("file");
            keys.values_mut().for_each(forget_places);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(forget_places),
        _ => {}
    }
}
