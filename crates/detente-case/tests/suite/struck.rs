//! What rests on what, and what is left when it is struck.

use std::fs;
use std::path::Path;

use detente_case::edit::{self, Ground, rests_on, strike_claim, strike_source};
use detente_case::{NoSheets, Reading, SheetFound, Sheets, parse, parse_in, template};

fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path().join("case.toml")).collect();
    files.sort();
    let mut cases: Vec<String> =
        files.iter().filter(|file| file.is_file()).map(|file| fs::read_to_string(file).unwrap()).collect();
    cases.push(template().to_owned());
    cases.push(template().replace('\n', "\r\n"));
    cases
}

fn reading(text: &str) -> Reading {
    parse("case.toml", text).unwrap()
}

#[test]
fn a_case_without_one_of_its_sources_is_sound_and_says_the_same_figures() {
    let mut struck_once = 0;
    for text in cases() {
        let before = reading(&text).case;
        for source in &before.sources {
            let struck = strike_source(&text, &NoSheets, &source.id).unwrap();
            let after = edit::apply(&text, &struck.edits).unwrap().reading.case;
            assert!(after.sources.iter().all(|other| other.id != source.id));
            assert_eq!(after.sources.len() + 1, before.sources.len());
            assert_eq!(after.claims.len() + struck.claims.len(), before.claims.len());
            let of_struck =
                |path: &str| struck.claims.iter().any(|claim| path.starts_with(&format!("claims.{claim}.")));
            for number in before.numbers.stated() {
                let is_there = after.numbers.stated().find(|other| other.path == number.path);
                if of_struck(&number.path) {
                    assert!(is_there.is_none(), "{}", number.path);
                    continue;
                }
                let now = is_there.unwrap_or_else(|| panic!("{} is gone", number.path));
                assert_eq!(now.value, number.value);
                let becomes = !number.cite.is_empty() && now.cite.is_empty();
                assert_eq!(becomes, struck.judgements.contains(&number.path), "{}", number.path);
                let kept: Vec<&str> = number
                    .cite
                    .iter()
                    .map(|cite| before.source(cite.source).id.as_str())
                    .filter(|id| *id != source.id)
                    .collect();
                let cited: Vec<&str> =
                    now.cite.iter().map(|cite| after.source(cite.source).id.as_str()).collect();
                assert_eq!(cited, kept, "{}", number.path);
            }
            assert!(struck.told.last().unwrap().contains(&source.id));
            struck_once += 1;
        }
    }
    assert!(struck_once > 8);
}

#[test]
fn a_case_without_one_of_its_claims_is_sound() {
    for text in cases() {
        let before = reading(&text).case;
        for claim in before.claims.iter().take(30) {
            let struck = strike_claim(&text, &NoSheets, &claim.id).unwrap();
            let after = edit::apply(&text, &struck.edits).unwrap().reading.case;
            assert_eq!(after.claims.len() + 1, before.claims.len());
            assert!(after.claims.iter().all(|other| other.id != claim.id));
            assert!(rests_on(&text, &Ground::Claim(claim.id.clone())).is_ok());
        }
    }
}

struct OneSheet(&'static str);

impl Sheets for OneSheet {
    fn sheet(&self, name: &str) -> Result<Option<SheetFound>, String> {
        Ok((name == "sheet.toml").then(|| SheetFound { name: name.to_owned(), text: self.0.to_owned() }))
    }
}

#[test]
fn what_is_struck_is_found_in_every_file_of_a_case() {
    let first = r#"case = 1
title = "Harbour dues"
as_of = 2025-03-01
include = ["sheet.toml", "at-home.toml"]

[sources.minutes]
title = "Minutes"
[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"

[propositions.busy]
text = "The port will be busy"
prior = 0.5

[[claims]]
id = "forecast"
source = "minutes"
on = "busy"
stance = "for"
"#;
    let sheet = OneSheet(
        r#"[sources.whisper]
title = "What was said at home"
[sources.letter]
title = "A letter"
[propositions.strike]
text = "They will strike"
prior = 0.4
cite = ["letter", "minutes", "whisper"]

[[claims]]
id = "threat"
source = "minutes"
on = "strike"
stance = "for"
"#,
    );
    assert!(parse_in("case.toml", first, &sheet).is_ok());
    let minutes = strike_source(first, &sheet, "minutes").unwrap();
    assert_eq!(minutes.claims, ["forecast", "threat"]);
    let struck = edit::apply_across("case.toml", first, &sheet, &minutes.edits).unwrap();
    assert_eq!(struck.changed, ["sheet.toml"]);
    let left = format!("{}{}", struck.first, struck.sheets[0].1);
    assert!(!left.contains("minutes") && left.contains(r#"cite = ["letter", "whisper"]"#), "{left}");
    // What stands in another file alone is struck there, and the open one stays.
    let threat = strike_claim(first, &sheet, "threat").unwrap();
    let struck = edit::apply_across("case.toml", first, &sheet, &threat.edits).unwrap();
    assert_eq!(struck.first, first);
    assert!(!struck.sheets[0].1.contains("threat"));
    // The next strike looks at what that left.
    let texts = struck.sheets;
    let changed = edit::ChangedSheets { texts: &texts, beside: &sheet };
    assert!(strike_claim(first, &changed, "threat").is_err());
    assert_eq!(strike_source(first, &changed, "minutes").unwrap().claims, ["forecast"]);
    assert!(strike_source(first, &NoSheets, "whisper").is_err());
}

#[test]
fn what_rests_on_a_source_a_claim_and_a_figure_is_known() {
    let cairo =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024/case.toml"))
            .unwrap();
    let resting = rests_on(&cairo, &Ground::Source("reply".into())).unwrap();
    let figure =
        |path: &str| resting.figures.iter().find(|figure| figure.path == path).map(|figure| figure.alone);
    // Cited beside another, cited alone, not cited.
    assert_eq!(figure("positions.hamas.truce.at_least"), Some(false));
    assert_eq!(figure("positions.israel.truce.at_most"), None);
    let dispatch = rests_on(&cairo, &Ground::Source("dispatch".into())).unwrap();
    assert!(dispatch.figures.iter().any(|f| f.path == "exchange.lots.people held, alive.count" && f.alone));
    let claim = rests_on(&cairo, &Ground::Claim("barnea-in-cairo".into())).unwrap();
    assert_eq!(claim.propositions, ["advanced"]);
    assert!(claim.figures.iter().any(|figure| figure.path == "positions.israel.truce.at_most"));
    let prior = rests_on(&cairo, &Ground::Figure("propositions.advanced.prior".into())).unwrap();
    assert_eq!(prior.figures, claim.figures);
    let trust = rests_on(template(), &Ground::Figure("evidence.trust.B".into())).unwrap();
    assert!(trust.claims.iter().any(|claim| claim.id == "forecast-may"));
    // Nothing rests on what nothing rests on; what is not there is a fault with a hint.
    assert_eq!(
        rests_on(&cairo, &Ground::Figure("positions.israel.no_deal".into())).unwrap(),
        edit::Resting::default()
    );
    let fault = rests_on(&cairo, &Ground::Source("dispach".into())).unwrap_err();
    assert_eq!(fault.faults()[0].meant.as_deref(), Some("dispatch"));
    assert!(strike_source(&cairo, &NoSheets, "nobody").is_err());
    assert!(strike_claim(&cairo, &NoSheets, "nothing").is_err());
    assert!(rests_on("case = ", &Ground::Source("a".into())).is_err());
}
