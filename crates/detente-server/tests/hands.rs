//! Several hands in the workbench: versions put together and readings laid over each other, as on the command line.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use serde_json::json;
use served::Served;

fn readings() -> [String; 3] {
    let base = detente_case::template().to_owned();
    let mine = base.replace("no_deal = [0.30, 0.45]", "no_deal = 0.5");
    let theirs = base
        .replace("no_deal = [0.30, 0.45]", "no_deal = 0.2")
        .replace("no_deal = [0.2, 0.4]", "no_deal = 0.3");
    assert!(mine != base && theirs != base);
    [base, mine, theirs]
}

#[test]
fn versions_are_put_together_and_a_side_is_taken() {
    let served = Served::template();
    let [base, mine, theirs] = readings();
    let merge = |takes: serde_json::Value| {
        served.post("/api/merge", &json!({ "base": base, "mine": mine, "theirs": theirs, "takes": takes }))
    };
    let parted = merge(json!([])).json();
    let path = "positions.upland.no_deal";
    assert_eq!(parted["conflicts"][0]["path"], json!(path));
    assert_eq!(
        (&parted["conflicts"][0]["mine"]["value"], &parted["conflicts"][0]["taken"]),
        (&json!("0.5"), &json!(null))
    );
    assert_eq!((&parted["sound"], &parted["written"]), (&json!(true), &json!(false)));
    let taken = merge(json!([{ "path": path, "side": "theirs" }])).json();
    assert_eq!(taken["text"], json!(theirs));
    assert_eq!(merge(json!([{ "path": "title", "side": "mine" }])).status, 422);
    let broken = served.post("/api/merge", &json!({ "base": "a = [", "mine": mine, "theirs": theirs }));
    assert!(broken.status == 422 && broken.body.contains("the base cannot be read"), "{broken:?}");
    // Nothing is written by asking.
    assert_eq!(std::fs::read_dir(served.path()).unwrap().count(), 1);
}

#[test]
fn readings_are_laid_over_each_other_and_pooled() {
    let served = Served::template();
    let [base, mine, theirs] = readings();
    let sent = |names: [&str; 3]| {
        let texts = [&base, &mine, &theirs];
        let readings: Vec<_> =
            names.iter().zip(texts).map(|(name, text)| json!({ "name": name, "text": text })).collect();
        json!({ "readings": readings, "pool": "linear", "draws": 40 })
    };
    let events = served.post("/api/overlay", &sent(["anna", "ben", "ben"])).events();
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["pooled", "overlaid", "done"]);
    assert_eq!(events[1].1["answer"]["readers"], json!(["anna", "ben", "ben (2)"]));
    assert_eq!(events[1].1["answer"]["places"].as_array().unwrap().len(), 2);
    let pooled = events[0].1["text"].as_str().unwrap();
    assert_eq!(
        detente_case::pool::pool(&[&base, &mine, &theirs], detente_case::pool::PoolRule::Linear)
            .unwrap()
            .text,
        pooled
    );
    let one = json!({ "readings": [{ "name": "anna", "text": base }] });
    assert_eq!(served.post("/api/overlay", &one).status, 422);
    let broken =
        json!({ "readings": [{ "name": "anna", "text": base }, { "name": "ben", "text": "a = [" }] });
    let refused = served.post("/api/overlay", &broken);
    assert!(refused.status == 422 && refused.body.contains("what ben reads cannot be used"), "{refused:?}");
}
