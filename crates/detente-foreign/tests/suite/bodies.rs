//! Tables of actors as cases with a body that decides.

use std::path::PathBuf;

use detente_foreign::{Format, import, import_texts};
use detente_model::Uncertain;

fn dues() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/actors/dues.csv"))
}

#[test]
fn a_long_table_becomes_one_body_that_cites_its_lines() {
    let found = import(&[dues()], None).unwrap();
    assert_eq!(found.format, Format::Actors);
    let body = found.case.collective.as_ref().unwrap();
    let names: Vec<&str> = body.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["North quay", "South quay", "Ferry"]);
    let value = |id: detente_model::NumberId| found.case.numbers[id].value;
    // Of the toll the ferry says nothing: it stands anywhere there, and does not care.
    assert_eq!(value(body.actors[2].position[0]), Uncertain::Uniform { low: 0.0, high: 100.0 });
    assert_eq!(value(body.actors[2].salience[0]), Uncertain::Known(0.0));
    assert_eq!(value(body.actors[1].position[1]), Uncertain::Known(30.0));
    assert_eq!(value(body.actors[1].salience[1]), Uncertain::Known(0.55));
    assert_eq!(body.issues[0].status_quo.map(value), Some(Uncertain::Known(20.0)));
    assert_eq!(body.issues[1].status_quo, None);
    assert!(found.toml.contains("cite = [\"dues#line 3\", \"dues#line 5\"]"), "{}", found.toml);
    assert!(body.rule.quota.is_some() && !body.rule.unanimity);
    // What was decided is no part of the case.
    assert!(!found.toml.contains("47"), "{}", found.toml);
}

#[test]
fn ktabs_table_becomes_the_same_body_that_it_describes() {
    let table = "Standards,When they begin,2,1,\nActor,Description,Influence,Position,Salience,\nNorth,,16,0,80,\nSouth,,8,50,40,\n";
    let found = import_texts(&[("standards.csv", table)], None).unwrap();
    let body = found.case.collective.unwrap();
    assert_eq!((found.case.title.as_str(), body.issues[0].scale), ("Standards", [0.0, 100.0]));
    let world = body.in_world(|id| found.case.numbers[id].value.central(), true);
    assert_eq!(world.capability, [16.0, 8.0]);
    assert_eq!(world.position, [[0.0], [0.5]]);
    assert_eq!(world.salience, [[0.8], [0.4]]);
}

#[test]
fn what_cannot_be_a_body_is_refused() {
    let twice = "issue,actor,position,salience,weight\na,North,0,80,10\nb,North,0,80,12\n";
    let report = import_texts(&[("t.csv", twice)], None).unwrap_err().remove(0).to_string();
    assert!(report.contains("has the weight 12"), "{report}");
    let wrong = "Actor,Capability,Position,Salience\nNorth,much,0,1\n";
    let report = import_texts(&[("t.csv", wrong)], None).unwrap_err().remove(0).to_string();
    assert!(report.contains("no number"), "{report}");
    let many: String = (0..21).map(|at| format!("i{at},North,0,80,10\n")).collect();
    let many = format!("issue,actor,position,salience,weight\n{many}");
    let report = import_texts(&[("t.csv", &many)], None).unwrap_err().remove(0).to_string();
    assert!(report.contains("21 issues"), "{report}");
}
