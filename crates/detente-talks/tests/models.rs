//! Models of the others: by hand on small examples, and beside another program's where its results are at hand.

use std::path::Path;
use std::sync::Arc;

use detente_talks::models::{
    Bayesian, ConcessionRatio, EntropyFrequency, HardHeaded, OpponentModel, Smith, ValueDifference, Windowed,
};
use detente_talks::{Layout, ModelMaker, Offer};
use serde_json::Value;

fn layout(sizes: &[usize]) -> Arc<Layout> {
    Arc::new(Layout::new(sizes).expect("few issues"))
}

/// All models, none of which has heard anything.
fn all(layout: &Arc<Layout>) -> Vec<Box<dyn OpponentModel>> {
    vec![
        Box::new(Bayesian::new(layout)),
        Box::new(ConcessionRatio::new(layout)),
        Box::new(EntropyFrequency::new(layout)),
        Box::new(HardHeaded::new(layout)),
        Box::new(Smith::new(layout)),
        Box::new(ValueDifference::ordered(layout)),
        Box::new(ValueDifference::named(layout)),
        Box::new(Windowed::with_window(layout, 16)),
    ]
}

fn heard(model: &mut dyn OpponentModel, layout: &Layout, offers: &[[usize; 2]]) {
    for (i, offer) in offers.iter().enumerate() {
        model.hears(
            (i + 1) as f64 / (offers.len() + 1) as f64,
            &layout.offer(offer).expect("options that there are"),
        );
    }
}

/// The other gives way on the second issue and never on the first.
const CONCEDES_ON_THE_SECOND: [[usize; 2]; 12] =
    [[2, 3], [2, 3], [2, 2], [2, 3], [2, 2], [2, 2], [2, 1], [2, 2], [2, 1], [2, 0], [2, 1], [2, 0]];

#[test]
fn before_anything_is_heard_every_package_seems_to_be_worth_half() {
    let layout = layout(&[3, 4]);
    for model in all(&layout) {
        let estimate = model.estimate();
        assert!(layout.every().all(|offer| (estimate.of(&offer) - 0.5).abs() < 1e-12));
        assert_eq!(model.weights(), None);
    }
}

#[test]
fn an_issue_on_which_nothing_is_conceded_seems_to_matter_more() {
    let layout = layout(&[3, 4]);
    for (i, mut model) in all(&layout).into_iter().enumerate() {
        // Each offer is held up for a while, as offers are.
        let held_up: Vec<[usize; 2]> = CONCEDES_ON_THE_SECOND.iter().flat_map(|offer| [*offer; 8]).collect();
        heard(model.as_mut(), &layout, &held_up);
        let weights = model.weights().unwrap();
        assert!(weights[0] > weights[1], "model {i}: {weights:?}");
        let estimate = model.estimate();
        let worths: Vec<f64> = layout.every().map(|offer| estimate.of(&offer)).collect();
        assert!(worths.iter().all(|worth| (-1e-12..=1.0 + 1e-12).contains(worth)), "model {i}: {worths:?}");
        let worth = |offer: [usize; 2]| estimate.of(&layout.offer(&offer).unwrap());
        assert!(worth([2, 2]) > worth([0, 2]) && worth([2, 2]) > worth([1, 2]), "model {i}");
    }
}

#[test]
fn hard_headed_counts_by_hand() {
    let layout = layout(&[2, 2]);
    let mut model = HardHeaded::new(&layout);
    heard(&mut model, &layout, &[[0, 0], [0, 1], [0, 1]]);
    // Weights ½ each. The second offer leaves issue 1: (½ + .1)/1.1 and ½/1.1. The third leaves both: each gains .1 and all is divided by 1.2.
    let first = [(0.5 + 0.1) / 1.1, 0.5 / 1.1];
    let weights = model.weights().unwrap();
    for (found, first) in weights.iter().zip(first) {
        assert!((found - (first + 0.1) / 1.2).abs() < 1e-15, "{weights:?}");
    }
    // Counts begin at 1 and take the second and third offer: 3 and 1; 1 and 3.
    let worth = model.estimate().of(&layout.offer(&[0, 0]).unwrap());
    assert!((worth - (weights[0] + weights[1] / 3.0)).abs() < 1e-15);
}

#[test]
fn smith_counts_by_hand() {
    let layout = layout(&[2, 2]);
    let mut model = Smith::new(&layout);
    heard(&mut model, &layout, &[[0, 0], [0, 1], [0, 1], [0, 1]]);
    assert_eq!(model.weights(), Some(vec![1.0, 0.75]));
    let worth = model.estimate().of(&layout.offer(&[0, 0]).unwrap());
    assert!((worth - (1.0 / 1.75 + 0.75 / 1.75 * 0.25)).abs() < 1e-15);
}

#[test]
fn a_bayesian_learns_which_way_the_worth_of_options_goes() {
    let layout = layout(&[5, 5]);
    let mut model = Bayesian::new(&layout);
    for (i, offer) in [[4, 0], [4, 1], [4, 2], [3, 1], [4, 2], [3, 2]].into_iter().enumerate() {
        model.hears(i as f64 / 10.0, &layout.offer(&offer).unwrap());
    }
    let estimate = model.estimate();
    assert!((1..5).all(|option| estimate.entry(0, option) > estimate.entry(0, 0)), "{estimate:?}");
    assert!(estimate.entry(1, 0) > estimate.entry(1, 4));
}

/// The estimates that another program makes of the same offers.
#[test]
fn estimates_are_those_that_were_recorded() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/talks/models.json");
    let Ok(text) = std::fs::read_to_string(file) else { return };
    let recorded: Value = serde_json::from_str(&text).unwrap();
    let offers = |value: &Value| -> Vec<Vec<usize>> { serde_json::from_value(value.clone()).unwrap() };
    for case in recorded["cases"].as_array().unwrap() {
        let scenario = &recorded["scenarios"][case["scenario"].as_str().unwrap()];
        let issues = scenario["issues"].as_array().unwrap();
        let sizes: Vec<usize> =
            issues.iter().map(|issue| issue["values"].as_array().unwrap().len()).collect();
        let layout = layout(&sizes);
        let pack = |options: &Vec<usize>| layout.offer(options).unwrap();
        let heard: Vec<Offer> = offers(&case["offers"]).iter().map(pack).collect();
        let probes: Vec<Offer> = offers(&case["probe"]).iter().map(pack).collect();
        let models: [(&str, ModelMaker); 3] = [
            ("value_frequency_entropy", |layout| Box::new(EntropyFrequency::new(layout))),
            ("concession_ratio", |layout| Box::new(ConcessionRatio::new(layout))),
            ("value_difference", |layout| Box::new(ValueDifference::ordered(layout))),
        ];
        for (name, make) in models {
            for (after, wanted) in case["models"][name].as_object().unwrap() {
                let mut model = make(&layout);
                heard.iter().take(after.parse().unwrap()).for_each(|offer| model.hears(0.5, offer));
                let estimate = model.estimate();
                let wanted: Vec<f64> = serde_json::from_value(wanted["estimates"].clone()).unwrap();
                for (probe, wanted) in probes.iter().zip(wanted) {
                    let found = estimate.of(probe);
                    assert!((found - wanted).abs() < 1e-12, "{name} after {after}: {found} for {wanted}");
                }
            }
        }
    }
}
