//! Recorded talks of another program, held again: every offer must be the same.

use std::path::Path;

use detente_talks::replay::{Verdict, replay};

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
