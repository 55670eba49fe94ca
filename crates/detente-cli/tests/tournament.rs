//! `detente tournament` as a process: the same bytes on any number of threads, and after it was killed in the middle.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A folder of one test's own, removed when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("tournament-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
        command.arg("tournament").arg(root.join("cases/cairo-2024"));
        command.arg(root.join("crates/detente-cli/tests/sessions/tournament.in/house.toml"));
        command.args(arguments).current_dir(&self.0);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const WAYS: &str = "--strategies=boulware,micro,random,nice-tit-for-tat,conceder";

#[test]
fn any_number_of_threads_gives_the_same_bytes_in_every_form() {
    let scratch = Scratch::new("threads");
    for form in ["--json", "--csv", "--html=page.html"] {
        let told = |threads: &str| {
            let output =
                scratch.run(&[WAYS, "--rounds=12", "--repetitions=2", threads, form, "--traces=traces"]);
            let page = fs::read_to_string(scratch.0.join("page.html")).unwrap_or_default();
            (output.stdout, page, fs::read_to_string(scratch.0.join("traces")).unwrap())
        };
        let one = told("--threads=1");
        assert!(one == told("--threads=3"), "{form}");
        assert!(!one.0.is_empty() && !one.2.is_empty());
    }
}

/// Killed in the middle, again and again, each time with a torn line added by hand, it comes to the same end.
#[test]
fn a_tournament_that_was_killed_goes_on_where_it_was() {
    let scratch = Scratch::new("killed");
    let said = [WAYS, "--rounds=300", "--repetitions=20", "--threads=2", "--json"];
    let whole = scratch.run(&said).stdout;
    let answer: Value = serde_json::from_slice(&whole).unwrap();
    let negotiations = answer["tournament"]["negotiations"].as_u64().unwrap() as usize;
    let resumed: Vec<&str> = said.iter().copied().chain(["--resume=kept"]).collect();
    let record = scratch.0.join("kept/negotiations.jsonl");
    let lines = || fs::read_to_string(&record).map_or(0, |text| text.lines().count());
    let mut stopped_in_the_middle = 0;
    for round in 1..=3 {
        let before = lines();
        let mut child =
            scratch.command(&resumed).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while lines() <= before + 5 * round && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        // Killed, not asked to end: nothing is tidied up.
        child.kill().unwrap();
        child.wait().unwrap();
        stopped_in_the_middle += usize::from(lines() <= negotiations);
        let mut torn = fs::read(&record).unwrap();
        if torn.last() == Some(&b'\n') {
            torn.extend(br#"{"negotiation":7,"end":"agre"#);
            fs::write(&record, torn).unwrap();
        }
    }
    assert!(stopped_in_the_middle > 0, "it was too quick to be stopped");
    let output = scratch.run(&resumed);
    assert!(output.stdout == whole, "the same end");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("negotiations were held before"), "{said}");
    // Each stands in the record once.
    assert_eq!(lines(), negotiations + 1);
    // Once more: nothing is held again, and nothing is written.
    let before = fs::read(&record).unwrap();
    assert!(scratch.run(&resumed).stdout == whole && fs::read(&record).unwrap() == before);
    // Another tournament does not go on from it.
    let other = scratch.refused(&[WAYS, "--rounds=299", "--resume=kept"]);
    assert!(
        other.contains("is the record of another tournament") && other.contains("was left as it is"),
        "{other}"
    );
    assert!(fs::read(&record).unwrap() == before);
}

/// Utilities, advantages and agreements of the table, worked out from the traces that the command writes.
#[test]
fn the_table_is_what_the_traces_give() {
    let scratch = Scratch::new("traces");
    let output = scratch.run(&[WAYS, "--rounds=25", "--repetitions=3", "--json", "--traces=traces.jsonl"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = fs::read_to_string(scratch.0.join("traces.jsonl")).unwrap();
    let traces: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for role in answer["roles"].as_array().unwrap() {
        let (mut times, mut advantage, mut utility, mut agreed) = (0.0, 0.0, 0.0, 0.0);
        for trace in traces.iter().filter(|trace| trace["scenario"] == role["scenario"]) {
            for seat in trace["seats"].as_array().unwrap() {
                if (&seat["way"], &seat["party"]) != (&role["way"], &role["party"]) {
                    continue;
                }
                let number = |key: &str| seat[key].as_f64().unwrap();
                let counts = trace["times"].as_f64().unwrap();
                times += counts;
                utility += counts * number("utility");
                advantage +=
                    counts * (number("utility") - number("no_deal")) / (number("most") - number("no_deal"));
                agreed += if trace["end"] == "agreement" { counts } else { 0.0 };
            }
        }
        for (key, sum) in [("utility", utility), ("advantage", advantage), ("agreement", agreed)] {
            assert!((role[key].as_f64().unwrap() - sum / times).abs() < 1e-12, "{key} of {role}");
        }
        assert_eq!(role["negotiations"].as_f64().unwrap(), times);
    }
}

#[test]
fn time_is_told_only_where_it_is_asked_for() {
    let scratch = Scratch::new("timed");
    let said = ["--strategies=boulware,linear", "--rounds=5", "--json"];
    let seconds = |more: &[&str]| -> Value {
        let output = scratch.run(&said.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>());
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        answer["standings"][0].get("seconds").cloned().unwrap_or_default()
    };
    assert!(seconds(&[]).is_null());
    assert!(seconds(&["--timed", "--resume=kept"]).as_f64().unwrap() > 0.0);
    assert!(
        scratch.refused(&["--strategies=boulware,linear", "--rounds=5", "--resume=kept"]).contains("--timed")
    );
}
