//! Sixty issues, of which no frontier is ever listed: that is foreseen, and takes nothing else with it. And answers that are wanted at once.

use std::path::Path;
use std::sync::Arc;

use detente_deals::{DealSpace, DealSpaceBuilder, DealsError, Findings, Over, Sampling, Search, Study};
use detente_model::{Progress, Worlds};

const ISSUES: usize = 60;

/// Six parties over issues of four options each, values drawn evenly; no deal is worth so much of the most that a party can have.
fn vast(no_deal: f64) -> DealSpace {
    let mut state = 7_u64;
    let mut dice = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1_u64 << 24) as f64 / ISSUES as f64
    };
    let names: Vec<String> = (0..ISSUES).map(|k| format!("k{k}")).collect();
    let mut space = DealSpaceBuilder::new(names.iter().map(|name| (name.as_str(), 4)));
    for party in ["a", "b", "c", "d", "e", "f"] {
        let worth: Vec<Vec<f64>> = (0..ISSUES).map(|_| (0..4).map(|_| dice()).collect()).collect();
        let most: f64 = worth.iter().map(|issue| issue.iter().copied().fold(0.0, f64::max)).sum();
        space.party(party, no_deal * most, worth);
    }
    space.build().expect("a space that fits together")
}

#[test]
fn a_frontier_that_outgrows_every_limit_is_given_up_soon() {
    let progress = Arc::new(Progress::default());
    let space = vast(0.3).watched_by(&progress);
    for over in [Over::All, Over::Zone] {
        let frontier = space.frontier(over, &Search::default());
        assert!(
            matches!(frontier.limit(), Some(DealsError::FrontierOutgrows { issues: ISSUES, .. })),
            "{over:?}"
        );
    }
    assert!(progress.work_done() < 20_000_000, "{}", progress.work_done());
    // What else there is to know of it.
    let package = space.find_agreement(&Search::default()).unwrap().unwrap();
    assert!(space.all_accept(&package));
}

/// What all accept can be far fewer packages than there are on the frontier of all: nothing is foreseen of it from that.
#[test]
fn nothing_is_foreseen_of_a_narrow_zone() {
    let space = vast(0.74);
    let hurried = Search { effort: Some(10_000_000), ..Search::default() };
    let zone = space.frontier(Over::Zone, &hurried);
    assert!(!matches!(zone.limit(), Some(DealsError::FrontierOutgrows { .. })), "{zone:?}");
    assert!(matches!(space.frontier(Over::All, &hurried).limit(), Some(DealsError::FrontierOutgrows { .. })));
}

/// In cases that are soon searched, a part of the work suffices for all of the answer.
#[test]
fn the_cases_are_answered_at_once_as_they_are_answered_later() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut compared = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path().join("case.toml");
        let Ok(read) = detente_case::read(&path) else { continue };
        if read.case.issues.is_empty() {
            continue;
        }
        let worlds = Worlds::new(&read.case, 1);
        let found = |at_first| {
            let study = Study { sampling: Sampling::Draws(40), tolerance: None, at_first };
            Findings::over(&worlds, study, &Arc::default())
        };
        assert_eq!(found(true), found(false), "{}", path.display());
        compared += 1;
    }
    assert!(compared > 0);
}
