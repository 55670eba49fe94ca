//! Every folder under `cases/` is replayed against its `expected.json`.
//!
//! What the file names must come out so: objects are compared key by key, lists whole, numbers to 10⁻⁹. What it does not
//! name is free. `draws` and `seed` in the file say how to draw.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use detente_brief::answers::{BodyAnswer, BriefAnswer, ExchangeAnswer, StabilityAnswer};
use detente_brief::{Chosen, Options, Sitting, page, render};
use detente_model::{Case, Package};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.join("case.toml").exists());
    cases.sort();
    cases
}

fn differences(at: &str, expected: &Value, found: &Value, into: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                differences(&format!("{at}.{key}"), value, found.get(key).unwrap_or(&Value::Null), into);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (i, (expected, found)) in expected.iter().zip(found).enumerate() {
                differences(&format!("{at}[{i}]"), expected, found, into);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
            if (expected - found).abs() > 1e-9 {
                into.push(format!("{at}: expected {expected}, found {found}"));
            }
        }
        _ if expected == found => {}
        _ => into.push(format!("{at}: expected {expected}, found {found}")),
    }
}

fn json(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

/// What there is to say of a case without issues.
fn without_issues(case: &Case, draws: u64, seed: u64) -> Value {
    if let Some(found) = Sitting::open(case, Options::drawing(draws, seed)).standstill().unwrap() {
        return json(&StabilityAnswer::of(&found, None, None));
    }
    let nothing_else = Package(Vec::new());
    let sitting = Sitting::open(case, Options::drawing(draws, seed));
    if let Some(found) = sitting.collective().unwrap() {
        return json(&BodyAnswer::of(&found));
    }
    let found = sitting.exchange(&Chosen { package: nothing_else, letter: None }).unwrap();
    json(&ExchangeAnswer::of(&found.expect("a case has issues, a conflict or an exchange")))
}

#[test]
fn every_case_comes_out_as_expected() {
    let cases = cases();
    assert!(cases.len() >= 2, "no cases to replay");
    let mut wrong = Vec::new();
    for folder in cases {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        assert!(folder.join("SOURCES.md").exists(), "{name} does not say where it comes from");
        let expected: Value =
            serde_json::from_str(&fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
        let reading = detente_case::read(&folder).unwrap_or_else(|report| panic!("{report:?}"));
        assert!(reading.report.is_clean(), "{:?}", reading.report);
        let draws = expected["draws"].as_u64().unwrap_or(200);
        let seed = expected["seed"].as_u64().unwrap_or(1);
        // A case may go on after the day on which its figures were fixed.
        let day = expected["case"]["as_of"].as_str();
        let day: Date = day.map_or(reading.case.as_of, |day| day.parse().unwrap());
        let found = if reading.case.issues.is_empty() {
            // A case about a conflict or an exchange alone has its brief; only the deal space has nothing to search.
            let sitting = Sitting::open(&reading.case, Options::drawing(1, 1));
            let refusal = sitting.deals().unwrap_err().to_string();
            assert!(refusal.starts_with("there is nothing on the table"), "{name}: {refusal}");
            let brief = sitting.brief().unwrap();
            assert!(brief.deals.is_none() && !brief.headline.is_empty(), "{name}");
            without_issues(&detente_evidence::as_of(&reading.case, day).case, draws, seed)
        } else {
            let sitting =
                Sitting::open(&reading.case, Options { as_of: Some(day), ..Options::drawing(draws, seed) });
            json(&BriefAnswer::of(&sitting.brief().unwrap()))
        };
        differences(&name, &expected, &found, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Same input, same output: text, JSON and page, byte for byte, on any number of threads.
#[test]
fn the_number_of_threads_changes_nothing() {
    for folder in cases() {
        let case = detente_case::read(&folder).unwrap().case;
        let written = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let brief = Sitting::open(&case, Options::drawing(300, 7)).brief().unwrap();
                let json = json(&BriefAnswer::of(&brief)).to_string();
                (
                    json,
                    render::terminal(&page::brief(&brief), 100),
                    render::html(&page::brief_with_annex(&brief)),
                )
            })
        };
        let one = written(1);
        assert_eq!(one, written(2));
        assert_eq!(one, written(8));
    }
}

/// The talks in Cairo stuck on two points, and the case finds them from the stated positions.
#[test]
fn cairo_sticks_on_pace_and_length() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    let case = detente_case::read(&folder).unwrap().case;
    let brief = Sitting::open(&case, Options::drawing(200, 1)).brief().unwrap();
    assert!(!brief.deals.as_ref().unwrap().findings.central.has_zone());
    let named: Vec<&str> = brief
        .deals
        .as_ref()
        .unwrap()
        .obstacles
        .issues
        .iter()
        .take(2)
        .map(|id| case.issue(*id).id.as_str())
        .collect();
    assert_eq!(named, ["truce", "release"]);
}

/// What the parties would do the day after, and that a pledge which binds would hold the agreement together.
#[test]
fn cairo_needs_a_pledge_that_cannot_be_taken_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    let case = detente_case::read(&folder).unwrap().case;
    let found = Sitting::open(&case, Options::drawing(100, 1)).standstill().unwrap().unwrap();
    let [prospect] = found.prospects.as_slice() else { panic!("{:?}", found.prospects) };
    assert_eq!(prospect.state, found.state("ceasefire, at_once, guarantee").unwrap());
    let leaves: Vec<bool> = prospect.views.iter().map(|view| view.leaves.is_some()).collect();
    assert_eq!(leaves, [true, false, false]);
    let told = found.keeps(prospect.keeps.as_ref().unwrap());
    assert!(
        told.contains(
            &"It would be enough if “Pledge a lasting ceasefire” of Israel, once chosen, could not be taken back."
                .to_owned()
        ),
        "{told:?}"
    );
}

/// The share of worlds with a deal is one figure, wherever it is shown: the deal space is drawn as the claims make the
/// propositions likely.
#[test]
fn the_outlook_ends_where_the_deal_space_stands() {
    for folder in cases() {
        let case = detente_case::read(&folder).unwrap().case;
        if case.issues.is_empty() {
            continue;
        }
        let brief = Sitting::open(&case, Options::drawing(300, 3)).brief().unwrap();
        let Some(evidence) = &brief.evidence else { continue };
        let zone = brief.deals.as_ref().unwrap().findings.acceptability.zone.value();
        assert_eq!(evidence.now().unwrap().share.unwrap().value(), zone, "{}", folder.display());
    }
}

/// The general and the head of a service who came to negotiate speak for one side, and not alike.
#[test]
fn cairo_has_two_voices_on_one_side() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    let case = detente_case::read(&folder).unwrap().case;
    let found = Sitting::open(&case, Options::drawing(50, 1)).outlook().unwrap().unwrap();
    let told = render::terminal(&page::outlook(&found), 100);
    let [voices] = found.contradictions.as_slice() else { panic!("{:?}", found.contradictions) };
    assert!(voices.because.contains("Herzi Halevi (military") && voices.because.contains("David Barnea"));
    assert!(told.contains("2.4 : 1 against") && told.contains("2.4 : 1 for"));
    // 29 presumed dead among about 130 held is no contradiction.
    assert_eq!(found.counted_differently.len(), 1);
}

/// The invented exchange of the sessions, with lots of several kinds, an extension and observed steps.
fn river() -> Case {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/exchange.in/river.toml");
    detente_case::read(&file).unwrap().case
}

fn exchange_of(case: &Case, package: &str) -> Value {
    let sitting = Sitting::open(case, Options::drawing(100, 1)).about(package).unwrap();
    let found = sitting.exchange(&sitting.package(Some(package)).unwrap()).unwrap().unwrap();
    json(&ExchangeAnswer::of(&found))["exchange"].take()
}

/// The keys of the contract, and that they agree with each other.
#[test]
fn an_exchange_keeps_its_contract() {
    let case = river();
    let holds = exchange_of(&case, "truce=60, release=three stages, guarantee=none");
    for key in ["pledge_days", "complete_on_day", "longest_pledge_days"] {
        assert!(holds[key].is_number(), "{key}: {}", holds[key]);
    }
    for key in ["guarantee", "guarantee_needed"] {
        assert!(holds[key]["north"].is_number() && holds[key]["south"].is_number(), "{key}: {}", holds[key]);
    }
    assert_eq!(holds["self_enforcing"], true);
    assert!(holds["self_enforcing_probability"]["interval"][1].is_number());
    let envelope = holds["envelope"].as_array().unwrap();
    assert_eq!(envelope.len(), 61);
    assert!(envelope[0]["day"].is_number() && envelope[0]["held"]["men"].is_number());
    // Everybody who is pledged comes home, and nobody of the lots that belong to extensions.
    let mut home = std::collections::BTreeMap::new();
    for step in holds["schedule"].as_array().unwrap() {
        assert!(step["day"].is_number());
        let key = (step["from"].as_str().unwrap(), step["lot"].as_str().unwrap());
        *home.entry(key).or_insert(0) += step["count"].as_u64().unwrap();
    }
    let expected =
        [(("north", "prisoners"), 400), (("south", "men"), 30), (("south", "women and children"), 20)];
    assert_eq!(home.into_iter().collect::<Vec<_>>(), expected);
    let weakest = &holds["weakest_step"];
    assert!(weakest["day"].is_number() && weakest["slack"].as_f64().unwrap() >= 0.0);
    assert!(["north", "south"].contains(&weakest["party"].as_str().unwrap()));
    let stages = &holds["proposed"][0];
    assert_eq!(
        (stages["name"].as_str(), stages["self_enforcing"].as_bool()),
        (Some("three stages"), Some(false))
    );
    assert_eq!(stages["first_failure"]["party"], "north");
    assert_eq!(stages["left_behind"]["men"], 0);

    let fails = exchange_of(&case, "truce=150, release=at once, guarantee=none");
    assert_eq!((&fails["self_enforcing"], &fails["complete_on_day"]), (&Value::Bool(false), &Value::Null));
    assert!(fails["obstacle"]["words"].as_str().unwrap().starts_with("No schedule holds itself"));
    assert_eq!(fails["obstacle"]["proved"], true);
    // What is named as enough is enough: the longest pledge that the guarantees carry is the remedy "a shorter pledge".
    let shorter =
        fails["remedies"].as_array().unwrap().iter().find(|r| r["kind"] == "shorter_pledge").unwrap();
    assert_eq!(shorter["price"], fails["longest_pledge_days"]);
    assert!(fails["guarantee_needed"]["north"].as_f64().unwrap() > 0.0);
}

/// The exchange is the same, byte for byte, on any number of threads.
#[test]
fn threads_change_nothing_in_an_exchange() {
    let case = river();
    let written = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let brief = Sitting::open(&case, Options::drawing(200, 7)).brief().unwrap();
            let found = brief.exchange.as_ref().unwrap();
            let json = json(&BriefAnswer::of(&brief)).to_string();
            (json, render::terminal(&page::exchange(found), 100), render::html(&page::brief(&brief)))
        })
    };
    let one = written(1);
    assert_eq!(one, written(2));
    assert_eq!(one, written(8));
}
