//! The JSON Schema: committed as generated, and accepting every case that the project ships.

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::{parse, schema, template};
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A TOML document as a schema sees it; dates are strings.
fn json_of(text: &str) -> Value {
    json_of_table(DeTable::parse(text).unwrap().get_ref())
}

fn json_of_table(table: &DeTable<'_>) -> Value {
    let entries =
        table.iter().map(|(key, member)| (key.get_ref().to_string(), json_of_value(member.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn json_of_value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(integer) => json!(integer.as_str().parse::<i64>().unwrap()),
        DeValue::Float(float) => json!(float.as_str().parse::<f64>().unwrap()),
        DeValue::Boolean(truth) => json!(truth),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(list) => list.iter().map(|member| json_of_value(member.get_ref())).collect(),
        DeValue::Table(table) => json_of_table(table),
    }
}

fn complaints(case: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(&schema()).unwrap();
    validator.iter_errors(case).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// To regenerate after a change of the format: `UPDATE_SCHEMA=1 cargo test -p detente-case --test suite schema`.
#[test]
fn the_committed_schema_is_the_one_generated() {
    let path = project().join("schema/case.schema.json");
    let generated = format!("{:#}\n", schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        committed, generated,
        "schema/case.schema.json is stale: run `UPDATE_SCHEMA=1 cargo test -p detente-case --test suite schema`"
    );
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn the_schema_accepts_the_template() {
    assert_eq!(complaints(&json_of(template())), Vec::<String>::new());
}

#[test]
fn every_shipped_case_is_accepted_by_the_schema_and_by_the_reader() {
    let Ok(folder) = fs::read_dir(project().join("cases")) else { return };
    for entry in folder {
        let file = entry.unwrap().path().join("case.toml");
        let Ok(text) = fs::read_to_string(&file) else { continue };
        assert_eq!(complaints(&json_of(&text)), Vec::<String>::new(), "{}", file.display());
        let reading = parse(&file.display().to_string(), &text);
        assert!(reading.is_ok_and(|reading| reading.report.is_clean()), "{}", file.display());
    }
}

/// What the reader takes, the schema takes: each line of the template with values of every type in its place.
#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let validator = jsonschema::options().should_validate_formats(true).build(&schema()).unwrap();
    let values = [
        "1",
        "0.5",
        "-3",
        "\"x\"",
        "\"release\"",
        "[]",
        "{}",
        "true",
        "2024-02-14",
        "[0.2, 0.4]",
        "[0.2, 0.3, 0.4]",
        "[1, 2, 3, 4]",
        "[\"release\"]",
        "{ upland = 1 }",
        "[[1, 0.5]]",
        "\"A\"",
        "\"survey#x\"",
        "[\"survey # x\"]",
    ];
    let lines: Vec<&str> = template().lines().collect();
    let mut taken = 0;
    for (i, (key, _)) in lines.iter().enumerate().filter_map(|(i, line)| Some((i, line.split_once(" = ")?))) {
        // A third of the values on each line: all meet all kinds of key.
        for value in values.iter().skip(i % 3).step_by(3) {
            let mut changed = lines.clone();
            let line = format!("{key} = {value}");
            changed[i] = &line;
            let text = changed.join("\n");
            if parse("case.toml", &text).is_ok() {
                taken += 1;
                assert!(validator.is_valid(&json_of(&text)), "line {}: {line}", i + 1);
            }
        }
    }
    assert!(taken > 20, "only {taken} were taken");
}

/// A fault of shape must be one to the schema too: each of these is refused by both.
#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let damages = [
        ("role = \"principal\"", "role = \"principle\""),
        ("as_of = 2025-05-20", "as_of = \"soon\""),
        ("title = \"Summer", "titel = \"Summer"),
        ("quota = 0.5", "quota = 1.5"),
        ("grade = \"B2\"", "grade = \"B7\""),
        ("no_deal = [0.30, 0.45]", "no_deal = [0.30, 0.35, 0.4, 0.45]"),
        ("veto = false", "veto = \"no\""),
        ("reversible = false", "reversable = false"),
        ("hazard_ratio = [0.4, 0.6, 0.9]", "hazard_ratio = 0"),
        ("cite = [\"survey#annex B\"]", "cite = \"survey\""),
        ("case = 1 ", "case = 3 "),
        ("prior = [0.2, 0.3]", "prior = \"likely\""),
        ("[parties.delta]", "[parties.\"the delta\"]"),
    ];
    for (from, to) in damages {
        let damaged = template().replacen(from, to, 1);
        assert_ne!(damaged, template(), "{from} is not in the template");
        assert!(parse("case.toml", &damaged).is_err(), "the reader takes {to}");
        assert_ne!(complaints(&json_of(&damaged)), Vec::<String>::new(), "the schema takes {to}");
    }
}
