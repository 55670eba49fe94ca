//! Thousands of damaged files of other tools, the same in every run: each is refused in words or becomes a sound case.

use std::fs;

use detente_collective::{Model, Prediction};
use detente_foreign::actors::dossiers;
use detente_foreign::import_texts;

use super::foreign::folder;
use super::mutation::each_damaged;

const SETS: &[&[&str]] = &[
    &["genius/garden.xml", "genius/garden-tenant.xml", "genius/garden-owner.xml"],
    &["genius/boxes.xml", "genius/boxes-one.xml", "genius/boxes-two.xml"],
    &["genius/well.xml", "genius/well-upper.xml", "genius/well-lower.xml"],
    &["geniusweb/picnic.json", "geniusweb/picnic-ada.json", "geniusweb/picnic-ben.json"],
    &["negmas/trade.yml", "negmas/buyer.yml", "negmas/seller.yml"],
    &["gmcr/water.gmcr"],
    &["gmcr/ranked.gmcr"],
    &["actors/dues.csv"],
    &["actors/standards.csv"],
    &["actors/fee.csv"],
];

#[test]
fn a_damaged_file_is_refused_or_becomes_a_sound_case() {
    for set in SETS {
        let texts: Vec<String> =
            set.iter().map(|name| fs::read_to_string(folder().join(name)).unwrap()).collect();
        each_damaged(&texts, 300, |which, damaged| {
            let file = |i: usize| (set[i], if i == which { damaged } else { texts[i].as_str() });
            let files: Vec<(&str, &str)> = (0..set.len()).map(file).collect();
            match import_texts(&files, None) {
                Ok(import) => {
                    assert_eq!(detente_case::parse("case.toml", &import.toml).unwrap().case, import.case);
                }
                Err(reports) => assert!(reports.iter().any(|report| report.errors() > 0)),
            }
        });
    }
}

#[test]
fn a_damaged_table_of_actors_is_refused_with_its_line_or_every_model_answers() {
    for name in ["actors/dues.csv", "actors/standards.csv", "actors/fee.csv"] {
        let text = fs::read_to_string(folder().join(name)).unwrap();
        let mut read = 0;
        each_damaged(&[text], 400, |_, damaged| match dossiers(damaged) {
            Ok(found) => {
                read += 1;
                for dossier in found {
                    for model in Model::ALL {
                        match model.outcome(&dossier.body) {
                            Ok(places) => assert!(
                                places.iter().all(|place| (-1e-9..=1.0 + 1e-9).contains(place)),
                                "{model}: {places:?} of\n{damaged}"
                            ),
                            Err(why) => assert!(!why.to_string().is_empty()),
                        }
                    }
                    for issue in 0..dossier.body.issues() {
                        let found = Prediction::of(&dossier.body, issue);
                        let (low, high) = found.range(0.9);
                        assert!(low <= found.middle() && found.middle() <= high, "{damaged}");
                    }
                }
            }
            Err(fault) => assert!(fault.line >= 1 && !fault.message.is_empty() && !fault.hint.is_empty()),
        });
        assert!(read > 10, "{name}: only {read} were read");
    }
}
