//! Recorded talks of another program, held again: every offer must be the same.

use std::path::Path;

use detente_talks::protocols::sao;
use detente_talks::replay::{Verdict, replay, seated};
use detente_talks::{Deadline, Scenario, Wants};
use serde_json::Value;

/// Where recorded talks are kept beside the project, if they are.
const FOLDER: &str = "../../../shared/data/talks";

#[test]
fn every_recorded_run_is_the_same_offer_by_offer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let Ok(entries) = std::fs::read_dir(&folder) else { return };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let (mut same, mut other) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // Files of another form, of tournaments and of models, stand beside those of runs.
        if !text.contains("detente-talks-oracle/1") {
            continue;
        }
        for run in replay(&text).unwrap() {
            match run.verdict {
                Verdict::Same { .. } => same += 1,
                verdict => other.push(format!("{}: {verdict:?}", run.id)),
            }
        }
    }
    assert!(other.is_empty(), "{same} the same, {} not:\n{}", other.len(), other.join("\n"));
}

/// Agreements of a recorded tournament, each negotiation held by itself.
#[test]
fn every_negotiation_of_a_recorded_tournament_ends_the_same() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join("tournament.json");
    let Ok(text) = std::fs::read_to_string(file) else { return };
    let recorded: Value = serde_json::from_str(&text).unwrap();
    let read = |value: &Value| -> Vec<f64> { serde_json::from_value(value.clone()).unwrap() };
    let negotiations = recorded["negotiations"].as_array().unwrap();
    for negotiation in negotiations {
        let scenario = &recorded["scenarios"][negotiation["scenario"].as_str().unwrap()];
        let issues = scenario["issues"].as_array().unwrap();
        let mut builder =
            Scenario::over(issues.iter().map(|issue| issue["values"].as_array().unwrap().len()));
        for party in scenario["parties"].as_array().unwrap() {
            let tables: Vec<Vec<f64>> = serde_json::from_value(party["tables"].clone()).unwrap();
            builder.party("", party["reserve"].as_f64().unwrap(), tables);
        }
        let built = builder.listing_all().build().unwrap();
        // Agent i has party i less the rotation.
        let count = built.parties().len();
        let rotation = negotiation["rotation"].as_u64().unwrap() as usize;
        let parties = (0..count).map(|i| &built.parties()[(i + count - rotation % count) % count]);
        let wants: Vec<Wants<'_>> = parties.map(|party| Wants::new(&party.bids, party.no_deal)).collect();
        let names = negotiation["agents"].as_array().unwrap().iter().enumerate();
        let mut agents: Vec<_> = names
            .map(|(seat, name)| seated(&recorded["competitors"][name.as_str().unwrap()], seat).unwrap())
            .collect();
        let rounds = recorded["n_steps"].as_u64().unwrap() as u32;
        let ended = sao::hold(&wants, &mut agents, Deadline::rounds(rounds), |_| ());
        assert_eq!(ended.worth(&wants), read(&negotiation["utilities"]), "{negotiation}");
        assert_eq!(u64::from(ended.rounds), negotiation["steps"].as_u64().unwrap(), "{negotiation}");
    }
    assert!(!negotiations.is_empty());
}
