//! What several targets hold their reader to.

use detente_case::template;
use detente_collective::{Body, Model, Prediction};
use detente_intake::events::{EventFilter, EventImport};
use jiff::civil::Date;

/// The day on which the tables of events were retrieved, and the last that the case of [`events`] knows.
pub const RETRIEVED: Date = jiff::civil::date(2025, 3, 1);

/// Filters to read a table of events with: all of it, and some actors in some months.
pub fn filters() -> [EventFilter; 2] {
    let actors = vec!["front".to_owned(), "GOV".to_owned()];
    let (from, to) = (Some(jiff::civil::date(2024, 2, 12)), Some(jiff::civil::date(2025, 1, 2)));
    [EventFilter::default(), EventFilter { actors, from, to }]
}

/// Each event that a case can know is written as a claim that the case takes.
pub fn events(import: &EventImport) {
    for event in import.events.iter().take(4) {
        let toml = event.to_toml("table");
        let reported = event.reported.unwrap_or(event.retrieved);
        if event.until.unwrap_or(event.said) > RETRIEVED || event.said > reported || reported > RETRIEVED {
            assert!(detente_case::edit::rewrite(&toml, &[]).is_ok(), "{toml}");
            continue;
        }
        let case = format!(
            "case = 1\ntitle = \"t\"\nas_of = {RETRIEVED}\n[parties.a]\nname = \"A\"\nrole = \"principal\"\n[parties.b]\nname = \"B\"\n\
             role = \"principal\"\n[moves.x]\nby = \"a\"\ntext = \"x\"\n[moves.y]\nby = \"b\"\ntext = \"y\"\n[conflict.preferences]\n\
             a = [\"y\"]\nb = [\"x\"]\n[sources.table]\ntitle = \"Table\"\n\n{toml}"
        );
        if let Err(report) = detente_case::parse("case.toml", &case) {
            panic!("{}", report.render(detente_case::Rendering::default()));
        }
    }
}

/// Files of another tool, called `one`, `two` … with the extension, a line of `=====` between them: refused in words, or a case like any
/// other.
pub fn foreign(extension: &str, input: &str) {
    let names = ["one", "two", "three", "four"].map(|name| format!("{name}.{extension}"));
    let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(input.split("\n=====\n")).collect();
    match detente_foreign::import_texts(&files, None) {
        Ok(import) => {
            drop(detente_case::parse("case.toml", &import.toml).expect("an import is a sound case"))
        }
        Err(reports) => assert!(!reports.is_empty()),
    }
}

/// What each model says of a body lies on the scale of every issue, and what will be decided is a range in order.
pub fn body(body: &Body, models: &[Model]) {
    for model in models {
        match model.outcome(body) {
            Ok(places) => {
                assert_eq!(places.len(), body.issues());
                assert!(places.iter().all(|place| (-1e-9..=1.0 + 1e-9).contains(place)), "{model}: {places:?}");
            }
            Err(why) => assert!(!why.to_string().is_empty()),
        }
    }
    for issue in 0..body.issues() {
        let found = Prediction::of(body, issue);
        let (low, high) = found.range(0.9);
        assert!(low <= found.middle() && found.middle() <= high, "{low} {} {high}", found.middle());
    }
}

/// The case that reports are read for.
pub fn case() -> detente_model::Case {
    detente_case::parse("template", template()).expect("the template is sound").case
}
