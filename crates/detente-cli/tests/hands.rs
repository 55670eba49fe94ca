//! A case with several hands: versions put together, readings laid over each other and pooled, a sheet that stays at home.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

const CASE: &str = r#"case = 1
title = "Harbour dues"
as_of = 2025-03-01

[sources.minutes]
title = "Minutes of the second round"

[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"

[issues.pay]
name = "Rise in pay"
options = [2, 4, 6]
[issues.shifts]
name = "Shifts"
options = ["eight hours", "ten hours"]

[positions.port]
no_deal = [0.4, 0.6] # their own words
weights = { pay = 0.6, shifts = 0.4 }
cite = ["minutes"]
pay = { ideal = 2, worst = 6 }
shifts = { values = { "eight hours" = 0, "ten hours" = 1 } }

[positions.union]
no_deal = 0.3
weights = { pay = 0.5, shifts = 0.5 }
note = "Heard in the corridor."
pay = { ideal = 6, worst = 2 }
shifts = { values = { "eight hours" = 1, "ten hours" = 0 } }
"#;

/// A folder of one test's own, removed when the test ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Scratch {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hands-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        for (name, text) in files {
            fs::write(path.join(name), text).unwrap();
        }
        Self(path)
    }

    fn run(&self, said: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
        command.args(said.split_whitespace()).current_dir(&self.0).env("NO_COLOR", "1").output().unwrap()
    }

    fn json(&self, said: &str) -> (Value, Option<i32>) {
        let output = self.run(&format!("{said} --json"));
        let told = String::from_utf8_lossy(&output.stderr);
        let answer = serde_json::from_slice(&output.stdout);
        (answer.unwrap_or_else(|fault| panic!("{said}: {fault}: {told}")), output.status.code())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

fn three() -> Scratch {
    let mine =
        CASE.replace("[0.4, 0.6] # their own words", "0.5 # the minister").replace("Harbour dues", "Dues");
    let theirs =
        CASE.replace("[0.4, 0.6] # their own words", "0.2").replace("no_deal = 0.3", "no_deal = 0.35");
    Scratch::new("merge", &[("base.toml", CASE), ("mine.toml", &mine), ("theirs.toml", &theirs)])
}

#[test]
fn what_both_changed_is_told_and_the_base_stays_until_a_side_is_taken() {
    let place = three();
    let (answer, code) = place.json("merge base.toml mine.toml theirs.toml -o out.toml");
    assert_eq!(code, Some(1));
    let conflict = &answer["conflicts"][0];
    assert_eq!(
        (conflict["path"].as_str(), conflict["base"].as_str()),
        (Some("positions.port.no_deal"), Some("[0.4, 0.6]"))
    );
    assert_eq!(
        (conflict["mine"]["value"].as_str(), conflict["mine"]["comment"].as_str()),
        (Some("0.5"), Some("the minister"))
    );
    assert_eq!(conflict["theirs"]["cites"][0], "Minutes of the second round");
    assert_eq!(
        (&answer["written"], &answer["sound"], &answer["text"]),
        (&true.into(), &true.into(), &Value::Null)
    );
    let merged = place.read("out.toml");
    assert!(
        merged.contains("no_deal = [0.4, 0.6]")
            && merged.contains("title = \"Dues\"")
            && merged.contains("no_deal = 0.35")
    );
    let (answer, code) =
        place.json("merge base.toml mine.toml theirs.toml --take positions.port.no_deal=theirs");
    assert_eq!((code, answer["conflicts"][0]["taken"].as_str()), (Some(0), Some("theirs")));
    assert!(answer["text"].as_str().unwrap().contains("no_deal = 0.2"));
    // For people: the list on standard error, the text on standard output, no mark in it.
    let output = place.run("merge base.toml mine.toml theirs.toml");
    let (text, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(text, merged);
    assert!(
        told.contains("positions.port.no_deal") && told.contains("citing Minutes of the second round"),
        "{told}"
    );
    let nowhere = place.run("merge base.toml mine.toml theirs.toml --take positions.union.pay=mine");
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("nothing differs at"));
}

#[test]
fn two_sound_versions_that_make_an_unsound_one_are_told_and_not_written() {
    let mine = CASE.replace("pay = 0.6, shifts = 0.4", "pay = 0.9, shifts = 0.1");
    let theirs = CASE.replace("shifts = { values = { \"eight hours\" = 0, \"ten hours\" = 1 } }\n", "");
    let theirs = theirs.replace("weights = { pay = 0.6, shifts = 0.4 }\n", "");
    let place =
        Scratch::new("unsound", &[("base.toml", CASE), ("mine.toml", &mine), ("theirs.toml", &theirs)]);
    assert!(place.run("check theirs.toml").status.success());
    let (answer, code) = place.json("merge base.toml mine.toml theirs.toml -o out.toml");
    assert_eq!(
        (code, &answer["sound"], &answer["written"]),
        (Some(1), &false.into(), &false.into()),
        "{answer}"
    );
    assert!(!answer["faults"].as_array().unwrap().is_empty());
    assert!(!place.0.join("out.toml").exists());
}

#[test]
fn readings_are_laid_over_each_other_and_pooled() {
    let ben = CASE.replace("no_deal = 0.3", "no_deal = 0.9").replace("Heard in", "Overheard in");
    let carla = ben.replace("no_deal = 0.9", "no_deal = 0.5");
    let place = Scratch::new("overlay", &[("anna.toml", CASE), ("ben.toml", &ben), ("carla.toml", &carla)]);
    let (answer, code) =
        place.json("overlay anna.toml ben.toml carla.toml --draws 200 --pool linear -o pooled.toml");
    assert_eq!(code, Some(0));
    assert_eq!(answer["readers"], serde_json::json!(["anna", "ben", "carla"]));
    let at = |path: &str| {
        let places = answer["places"].as_array().unwrap();
        places.iter().find(|place| place["path"] == path).unwrap_or_else(|| panic!("{path}: {answer}"))
    };
    let no_deal = at("positions.union.no_deal");
    assert_eq!(no_deal["says"], serde_json::json!(["0.3", "0.9", "0.5"]));
    assert_eq!(no_deal["bearing"], "changes");
    assert_eq!(no_deal["alternatives"][0]["readers"], serde_json::json!(["ben"]));
    assert_eq!(at("positions.union.note")["bearing"], "nothing");
    let pooled = &answer["pooled"];
    assert_eq!(
        (pooled["rule"].as_str(), pooled["values"][0]["path"].as_str()),
        (Some("linear"), Some("positions.union.no_deal"))
    );
    assert_eq!(pooled["kept"][0]["path"], "positions.union.note");
    let (low, high) = ("no_deal = [0.3,", "0.9]");
    let text = place.read("pooled.toml");
    assert!(text.contains(low) && text.contains(high), "{text}");
    assert!(place.run("check pooled.toml").status.success());
    let told = place.run("overlay anna.toml ben.toml --draws 100");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(
        told.contains("Differences that change no answer") && told.contains("positions.union.note"),
        "{told}"
    );
}

#[test]
fn a_sheet_that_is_not_here_is_told_with_what_goes_with_it() {
    let (public, sheet) = CASE.split_at(CASE.find("[positions.union]").unwrap());
    let public = public.replace("as_of = 2025-03-01\n", "as_of = 2025-03-01\ninclude = [\"union.toml\"]\n")
        + "[propositions.busy]\ntext = \"The port will be busy\"\nprior = 0.5\n";
    let place = Scratch::new("sheet", &[("case.toml", &public), ("union.toml", sheet)]);
    let (answer, _) = place.json("deals . --draws 50");
    assert_eq!(answer["case"]["without"], Value::Null);
    let broken = sheet.replace("no_deal = 0.3", "no_deal = 1.3");
    fs::write(place.0.join("union.toml"), broken).unwrap();
    let (answer, code) = place.json("check .");
    let fault = &answer["cases"][0]["faults"][0];
    assert_eq!(
        (code, fault["span"]["line"].as_u64(), fault["span"]["start"].as_u64()),
        (Some(1), Some(2), Some(28)),
        "{fault}"
    );
    assert!(fault["file"].as_str().unwrap().ends_with("union.toml"));
    fs::remove_file(place.0.join("union.toml")).unwrap();
    let output = place.run("brief . --draws 50");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (told, warned) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(told.contains("Said without `union.toml`, which is not here"), "{told}");
    assert!(warned.contains("detente::left_at_home"), "{warned}");
    let (answer, _) = place.json("outlook . --draws 50");
    assert_eq!(answer["case"]["without"]["files"], serde_json::json!(["union.toml"]));
    // A sheet is merged as what it is: no case of its own.
    for name in ["one.toml", "two.toml", "base.toml"] {
        fs::write(place.0.join(name), sheet).unwrap();
    }
    let (answer, code) = place.json("merge base.toml one.toml two.toml");
    assert_eq!((code, &answer["sound"]), (Some(0), &Value::Null));
}
