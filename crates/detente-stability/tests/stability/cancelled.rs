//! Whoever watches a conflict hears of it often, and can end it. Steps are counted, not time.

use std::sync::Arc;

use detente_model::{Cancelled, MOST_BETWEEN_REPORTS, Progress, unless_cancelled};
use detente_stability::{
    Coalition, CoalitionConcept, Concept, ConflictGraph, Direction, Formula, MoveChoice, MoveId,
    MovePreference, Perceived, Stability, State, Statement, UnknownType, coalitional_equilibria,
    equilibria_despite_unknown, explain, joint_improvements, least_measures, least_preference_change, margin,
    routes_from, stable_for_coalition,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// Three parties who care for clauses at random over so many options. Of the first it is not known which way it wants its second.
fn conflict(bits: usize) -> ConflictGraph {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let mut literal = || {
        let made = Formula::Move(MoveId(rng.random_range(0..bits)));
        if rng.random_bool(0.5) { made } else { Formula::Not(Box::new(made)) }
    };
    let mut clause = || {
        let (a, b, c) = (literal(), literal(), literal());
        let formula = Formula::And(Box::new(a), Box::new(Formula::Or(Box::new(b), Box::new(c))));
        Statement { text: String::new(), formula, place: None }
    };
    let infeasible = [clause()];
    let mut preference = |unknown: &[usize]| {
        let statements = (0..2 * bits).map(|_| clause()).collect();
        MovePreference::PrioritisedByStrength { statements, strong: 0, unknown: unknown.to_vec() }
    };
    let preferences = [preference(&[1]), preference(&[]), preference(&[])];
    let direction = |bit: usize| if bit.is_multiple_of(5) { Direction::Forward } else { Direction::Both };
    let choices = (0..bits)
        .map(|bit| MoveChoice { name: format!("do {bit}"), by: bit % 3, direction: direction(bit) })
        .collect();
    let names = (0..3).map(|party| format!("P{party}")).collect();
    ConflictGraph::from_options(names, choices, &infeasible, &preferences).unwrap()
}

/// The states in order of number: first and last.
fn ends(graph: &ConflictGraph) -> (State, State) {
    (graph.state(1).unwrap(), graph.state(graph.len()).unwrap())
}

/// A question takes at least so many steps, tells of them in small pieces, and ends at whichever report it is cancelled.
fn is_watched(name: &str, graph: &ConflictGraph, least: usize, ask: impl Fn(&ConflictGraph)) {
    let whole = Arc::new(Progress::default());
    ask(&graph.clone().watched_by(&whole));
    assert!(whole.work_done() >= least as u64, "{name}: {} of {least} steps told", whole.work_done());
    assert!(whole.most_at_once() <= MOST_BETWEEN_REPORTS, "{name}: {} steps at once", whole.most_at_once());
    can_be_ended(name, graph, &ask);
}

fn can_be_ended(name: &str, graph: &ConflictGraph, ask: &impl Fn(&ConflictGraph)) {
    for last in [1, 2, 5] {
        let progress = Arc::new(Progress::cancelled_at(last));
        let watched = graph.clone().watched_by(&progress);
        let ended = unless_cancelled(|| ask(&watched));
        assert!(ended == Err(Cancelled) || progress.reports() < last, "{name} went on after report {last}");
        assert!(progress.most_at_once() <= MOST_BETWEEN_REPORTS, "{name}");
    }
}

#[test]
fn every_question_about_a_large_conflict_reports_its_work_and_can_be_ended() {
    let graph = conflict(16);
    let states = graph.len();
    assert!(states > 1 << 15);
    let (first, last) = ends(&graph);
    // Each of three parties has blocks of all states, and each is asked four questions about all of them.
    is_watched("stability", &graph, 12 * states, |g| drop(Stability::of(g)));
    // The blocks, and six searches over all that is reached.
    is_watched("ways", &graph, 6 * states, |g| drop(routes_from(g, first, &[last]).unwrap()));
    let view = graph.clone().with_hidden(1, &[last]).unwrap();
    is_watched("what each sees", &view, 36 * states, |g| drop(Perceived::of(g).unwrap()));
    let two = Coalition::of(&[0, 1]).unwrap();
    is_watched("what two reach", &graph, 64, |g| drop(joint_improvements(g, two, first).unwrap()));
    // Of every state its own search: nobody waits for the end of these.
    for concept in CoalitionConcept::ALL {
        let ask = |g: &ConflictGraph| drop(stable_for_coalition(g, two, concept).unwrap());
        can_be_ended(concept.word(), &graph, &ask);
    }
    can_be_ended("all coalitions", &graph, &|g| {
        drop(coalitional_equilibria(g, CoalitionConcept::Rational).unwrap());
    });
    let despite = |g: &ConflictGraph| {
        drop(equilibria_despite_unknown(g, Concept::SymmetricMetarational, UnknownType::C).unwrap());
    };
    can_be_ended("what is unknown", &graph, &despite);
}

#[test]
fn every_question_about_one_state_reports_its_work_and_can_be_ended() {
    let graph = conflict(11);
    let (first, _) = ends(&graph);
    let least = graph.len();
    for concept in [Concept::GeneralMetarational, Concept::SymmetricMetarational, Concept::Sequential] {
        let name = concept.word();
        let party = (0..3).find(|party| graph.improvements(*party, first).next().is_some()).unwrap();
        let few = if concept == Concept::Sequential { 1 } else { least };
        is_watched(name, &graph, few, |g| drop(margin(g, first, party, concept).unwrap()));
        is_watched(name, &graph, few, |g| drop(explain(g, first, party, concept).unwrap()));
    }
    let small = conflict(7).with_status_quo(ends(&conflict(7)).0).unwrap();
    let wanted = ends(&small).1;
    is_watched("measures", &small, small.len(), |g| {
        drop(least_measures(g, wanted, Concept::Sequential, 2).unwrap());
    });
    is_watched("preferences", &small, small.len(), |g| {
        drop(least_preference_change(g, wanted, Concept::Sequential).unwrap());
    });
}

#[test]
fn whoever_asks_later_is_not_ended_with_whoever_asked_first() {
    let graph = conflict(9);
    let progress = Arc::new(Progress::default());
    let watched = graph.clone().watched_by(&progress);
    let view = Perceived::of(&watched.clone().with_hidden(0, &[ends(&graph).0]).unwrap()).unwrap();
    progress.cancel();
    assert_eq!(unless_cancelled(|| Stability::of(&watched)), Err(Cancelled));
    assert_eq!(Stability::of(&watched.unwatched()), Stability::of(&graph));
    assert_eq!(Stability::of(&view.views[1]), view.stability[1]);
}
