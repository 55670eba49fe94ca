//! Recorded talks held again: small records of our own, right and wrong.

use detente_talks::replay::{Verdict, named_strategies, replay};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A pie in four pieces, zero-sum, and one run on it.
fn file(strategies: [Value; 2], n_steps: u32, result: &Value, rows: &Value) -> Value {
    let agent = |(party, strategy): (usize, Value)| {
        let mut agent = json!({"party": party, "reserve": 0.0});
        if let (Some(agent), Some(figures)) = (agent.as_object_mut(), strategy.as_object()) {
            agent.extend(figures.clone());
        }
        agent
    };
    let agents: Vec<Value> = strategies.into_iter().enumerate().map(agent).collect();
    json!({
        "scenario": {
            "issues": [{"name": "pieces", "values": ["0", "1", "2", "3", "4"]}],
            "parties": [
                {"name": "left", "reserve": 0.0, "tables": [[0.0, 0.25, 0.5, 0.75, 1.0]]},
                {"name": "right", "reserve": 0.0, "tables": [[1.0, 0.75, 0.5, 0.25, 0.0]]},
            ],
        },
        "runs": [{"id": "run", "protocol": "sao", "n_steps": n_steps, "agents": agents, "result": result, "rows": rows}],
    })
}

fn linear() -> Value {
    json!({"strategy": "time", "curve": {"kind": "poly", "max": 1.0, "exponent": 1.0}, "eps": 1e-4, "space": "rational"})
}

/// Both come down evenly: after one, two, three quarters of the time each would take .75, .5, .25, and the first to hear as much accepts.
fn right() -> Value {
    let rows = json!([
        [0, 0.25, 0, "offer", [3]],
        [0, 0.25, 1, "offer", [1]],
        [1, 0.5, 0, "offer", [2]],
        [1, 0.5, 1, "accept", null]
    ]);
    file(
        [linear(), linear()],
        3,
        &json!({"agreement": [2], "end": "agreement", "steps": 2, "utilities": [0.5, 0.5]}),
        &rows,
    )
}

fn verdict(file: &Value) -> Verdict {
    replay(&file.to_string()).expect("a file of the form").swap_remove(0).verdict
}

#[test]
fn a_run_by_the_rules_is_the_same() {
    assert_eq!(verdict(&right()), Verdict::Same { rows: 4 });
}

#[test]
fn the_first_thing_that_differs_is_told() {
    let told = |change: fn(&mut Value)| {
        let mut file = right();
        change(&mut file["runs"][0]);
        match verdict(&file) {
            Verdict::Differs(first) => format!("{}: {}; {}", first.place, first.recorded, first.played),
            verdict => format!("{verdict:?}"),
        }
    };
    assert_eq!(
        told(|run| run["rows"][1][4] = json!([0])),
        "step 0, agent 1: agent 1 offers [0]; agent 1 offers [1]"
    );
    assert_eq!(
        told(|run| run["rows"][2][1] = json!(0.6)),
        "step 1, agent 0: agent 0 offers [2] at t = 0.6; agent 0 offers [2] at t = 0.5"
    );
    assert_eq!(
        told(|run| run["rows"].as_array_mut().unwrap().truncate(3)),
        "step 1, agent 1: nothing more; agent 1 accepts"
    );
    assert_eq!(
        told(|run| run["rows"].as_array_mut().unwrap().push(json!([2, 0.75, 0, "end", null]))),
        "step 2, agent 0: agent 0 leaves; the talks were over"
    );
    assert!(
        told(|run| run["result"]["utilities"] = json!([0.5, 0.4])).starts_with("the end: agreement on [2]")
    );
    assert!(told(|run| run["result"]["steps"] = json!(3)).contains("after 3 steps"));
    // Of a run kept in part the digest says whether the rest is the same.
    assert!(told(|run| run["sha256"] = json!("00")).contains("digest 00"));
}

#[test]
fn a_run_of_which_the_middle_is_left_out_is_compared_by_its_digest() {
    let mut file = right();
    let digest = "2d0e4c7ac5d0a9b90ac6e8b6c44b8b5ed8de7bd6e6c30bbd93ba1cc0ecf6a7be";
    let run = &mut file["runs"][0];
    run["n_rows"] = json!(4);
    run["rows"] = json!([[0, 0.25, 0, "offer", [3]], [1, 0.5, 1, "accept", null]]);
    assert_eq!(verdict(&file), Verdict::Same { rows: 4 });
    file["runs"][0]["sha256"] = json!(digest);
    let Verdict::Differs(first) = verdict(&file) else { panic!("the digest is another") };
    assert_eq!(first.place, "between step 0 and step 1");
    file["runs"][0]["n_rows"] = json!(6);
    assert!(matches!(verdict(&file), Verdict::Differs(first) if first.played == "4 rows in all"));
}

#[test]
fn what_cannot_be_held_is_said_and_nothing_panics() {
    let why = |change: fn(&mut Value)| {
        let mut file = right();
        change(&mut file["runs"][0]);
        match replay(&file.to_string()) {
            Err(error) => error.to_string(),
            Ok(runs) => match &runs[0].verdict {
                Verdict::NotHeld(why) => why.clone(),
                verdict => format!("{verdict:?}"),
            },
        }
    };
    assert!(
        why(|run| run["agents"][0]["strategy"] = json!("bully")).contains("`bully`, which is not known here")
    );
    assert!(why(|run| run["agents"][0]["party"] = json!(9)).contains("party 9, which there is not"));
    assert!(why(|run| run["agents"] = json!([])).contains("nobody"));
    assert!(why(|run| run["n_steps"] = json!(null)).contains("need a number of steps"));
    assert!(why(|run| run["n_steps"] = json!(4_000_000_000_u32)).contains("more than"));
    assert!(why(|run| run["n_steps"] = json!(-1)).contains("no file of recorded talks"));
    assert!(why(|run| run["protocol"] = json!("shouting")).contains("no file of recorded talks"));
    assert!(why(|run| run["rows"][0] = json!("what")).contains("row 0"));
    assert!(
        why(|run| run["agents"][0]["curve"] = json!({"kind": "wavy", "exponent": 1})).contains("poly or exp")
    );
    assert!(why(|run| run["agents"][0]["eps"] = json!("small")).contains("`eps`"));
    assert!(why(|run| run["agents"][0]["space"] = json!("outer")).contains("rational or all"));
    for text in ["", "[]", "{}", "{\"scenario\": {\"issues\": [], \"parties\": []}, \"runs\": []}"] {
        assert!(replay(text).is_err(), "{text}");
    }
}

#[test]
fn every_strategy_with_a_name_can_be_seated() {
    for name in named_strategies() {
        let figures = json!({"strategy": name, "curve": {"kind": "exp", "exponent": "inf"}, "accept_from": 0.5, "accept_at": 0.5});
        for protocol in ["sao", "tau"] {
            let mut file = file(
                [figures.clone(), linear()],
                6,
                &json!({"agreement": null, "end": "timeout", "steps": 6}),
                &json!([]),
            );
            file["runs"][0]["protocol"] = json!(protocol);
            assert!(!matches!(verdict(&file), Verdict::NotHeld(_)), "{name}: {:?}", verdict(&file));
        }
    }
}

proptest! {
    /// Whatever a file says, it is held again or refused.
    #[test]
    fn no_file_makes_it_panic(at in 0.0..1.0_f64, length in 0_usize..6, put in "[-0-9a-z\\[\\]{}\",.:]{0,6}") {
        let text = right().to_string();
        let begin = (at * text.len() as f64) as usize;
        let end = (begin + length).min(text.len());
        let changed = format!("{}{put}{}", &text[..begin], &text[end..]);
        let _ = replay(&changed);
    }
}
