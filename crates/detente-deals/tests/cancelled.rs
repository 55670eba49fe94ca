//! Whoever watches a search hears of it often, and can end it.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_deals::{
    Acceptability, ActorTerms, Central, DealSpace, Over, Sampling, Search, SobolIndices, Units,
};
use detente_model::{Actor, Cancelled, MOST_BETWEEN_REPORTS, PartyId, Progress, Worlds, unless_cancelled};

/// Parties who value options at random, with worths of up to so much.
fn space(parties: usize, issues: usize, options: usize, most: u64, reservation: i64) -> DealSpace {
    let mut state = 1u64;
    let mut dice = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 20) % most) as i64
    };
    let mut terms = |i: usize| ActorTerms {
        actor: Actor::Party(PartyId(i)),
        signs: true,
        worth: (0..issues).map(|_| (0..options).map(|_| Units::from_raw(dice())).collect()).collect(),
        refused: vec![vec![false; options]; issues],
        interactions: Vec::new(),
        reservation: Units::from_raw(reservation),
    };
    let actors = (0..parties).map(&mut terms).collect();
    DealSpace::from_parts(vec![options; issues], actors, parties, Vec::new(), Vec::new()).unwrap()
}

/// Each search reports at least every so many steps, and ends at whichever report it is cancelled.
fn is_watched(name: &str, space: &DealSpace, ask: impl Fn(&DealSpace)) {
    let whole = Arc::new(Progress::default());
    ask(&space.clone().watched_by(&whole));
    assert!(whole.work_done() > 0, "{name} never reports");
    assert!(whole.most_at_once() <= MOST_BETWEEN_REPORTS, "{name}: {} steps at once", whole.most_at_once());
    for last in [1, 2, 5] {
        let progress = Arc::new(Progress::cancelled_at(last));
        let watched = space.clone().watched_by(&progress);
        let ended = unless_cancelled(|| ask(&watched));
        assert!(ended == Err(Cancelled) || progress.reports() < last, "{name} went on after report {last}");
    }
}

#[test]
fn every_search_reports_its_work_and_can_be_ended() {
    let two = space(2, 12, 8, 1 << 40, 4 << 40);
    let five = space(5, 8, 6, 1 << 40, 3 << 40);
    // What one gains the other loses: every package is on the frontier.
    let one = space(1, 7, 6, 1 << 40, 0).actors()[0].clone();
    let mut other = ActorTerms { actor: Actor::Party(PartyId(1)), ..one.clone() };
    other.worth.iter_mut().flatten().for_each(|worth| *worth = Units::from_raw(1 << 40) - *worth);
    let opposed = DealSpace::from_parts(vec![6; 7], vec![one, other], 2, Vec::new(), Vec::new()).unwrap();
    is_watched("the frontier of two", &opposed, |s| drop(s.frontier(Over::All, &Search::default())));
    is_watched("the frontier of five", &five, |s| drop(s.frontier(Over::All, &Search::default())));
    is_watched("the frontier of the zone", &five, |s| drop(s.frontier(Over::Zone, &Search::default())));
    is_watched("the margin", &five, |s| drop(s.margin(&Search::default())));
    is_watched("an agreement", &five, |s| drop(s.find_agreement(&Search::default())));
    is_watched("the count", &five, |s| drop(s.count_zone(false)));
    is_watched("the solutions", &five, |s| drop(s.solutions(&Search::default())));
    is_watched("the margin by lot", &five, |s| drop(s.margin_by_lot()));
    is_watched("all findings", &two, |s| drop(Central::of(s.clone())));
    let closed = space(3, 8, 5, 1 << 40, 6 << 40);
    is_watched("the openings", &closed, |s| drop(s.openings(&Search::default())));
    is_watched("the sticking points", &closed, |s| drop(s.sticking_points(&Search::default())));
}

#[test]
fn worlds_are_steps() {
    let case = detente_case::parse("template", detente_case::template()).unwrap().case;
    let worlds = Worlds::new(case, 1);
    let progress = Arc::new(Progress::default());
    let found = Acceptability::over(&worlds, Sampling::Draws(60), 3, &progress).unwrap();
    assert_eq!((progress.done(), found.zone.draws), (60, 60));
    let watched = Arc::new(Progress::default());
    SobolIndices::over(&worlds, 1, 16, &watched).unwrap();
    assert_eq!(watched.done(), SobolIndices::worlds_needed(&worlds, 16));
    for progress in [progress, watched] {
        assert!(progress.most_at_once() <= MOST_BETWEEN_REPORTS);
    }
    let cancelled = Arc::new(Progress::cancelled_at(7));
    let ended = unless_cancelled(|| Acceptability::over(&worlds, Sampling::Draws(60), 3, &cancelled));
    assert!(ended.is_err_and(|ended| ended == Cancelled));
}
