//! Beyond what tables can hold: the search over all states against the search from one.

use detente_stability::{
    Concept, ConflictGraph, Direction, Formula, MoveChoice, MoveId, MovePreference, Stability, State,
    Statement, is_stable,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// Statements at random over 13 options: enough bits for every table in use.
fn graph(seed: u64, one_way: bool, ruled_out: bool) -> ConflictGraph {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let bits = 13;
    let literal = |rng: &mut ChaCha8Rng| {
        let made = Formula::Move(MoveId(rng.random_range(0..bits)));
        if rng.random_bool(0.5) { made } else { Formula::Not(Box::new(made)) }
    };
    let clause = |rng: &mut ChaCha8Rng| {
        let (a, b, c) = (literal(rng), literal(rng), literal(rng));
        Formula::And(Box::new(a), Box::new(Formula::Or(Box::new(b), Box::new(c))))
    };
    let statement = |formula| Statement { text: String::new(), formula, place: None };
    let choices = (0..bits)
        .map(|bit| MoveChoice {
            name: format!("do {bit}"),
            by: bit % 4,
            direction: if one_way && bit % 5 == 0 { Direction::Forward } else { Direction::Both },
        })
        .collect();
    let infeasible: Vec<_> =
        if ruled_out { vec![statement(clause(&mut rng)), statement(clause(&mut rng))] } else { Vec::new() };
    let preferences: Vec<_> = (0..4)
        .map(|_| MovePreference::Prioritised((0..80).map(|_| statement(clause(&mut rng))).collect()))
        .collect();
    let names = (0..4).map(|party| format!("P{party}")).collect();
    ConflictGraph::from_options(names, choices, &infeasible, &preferences).unwrap()
}

#[test]
fn all_states_agree_with_one() {
    for (seed, (one_way, ruled_out)) in
        [(false, false), (true, false), (false, true), (true, true)].into_iter().enumerate()
    {
        let graph = graph(seed as u64, one_way, ruled_out);
        let stability = Stability::of(&graph);
        let states: Vec<State> = graph.states().step_by(2003).collect();
        let mut held = 0;
        for state in &states {
            for party in 0..4 {
                for concept in Concept::ALL {
                    let found = stability.is_stable(*state, party, concept).unwrap();
                    assert_eq!(
                        Ok(found),
                        is_stable(&graph, *state, party, concept),
                        "{seed} {concept:?} {state:?}"
                    );
                    held += usize::from(found);
                }
            }
        }
        assert!(held > 0 && held < states.len() * 20);
    }
}

/// More than 64 statements: the last of 100 still decides between states that the others leave tied.
#[test]
fn the_hundredth_statement_counts() {
    let says = |index| Statement { text: String::new(), formula: Formula::Move(MoveId(index)), place: None };
    let mut statements = vec![says(0); 99];
    statements.push(says(1));
    let choices =
        (0..2).map(|_| MoveChoice { name: String::new(), by: 0, direction: Direction::Both }).collect();
    let wish = [MovePreference::Prioritised(statements)];
    let graph = ConflictGraph::from_options(vec!["A".into()], choices, &[], &wish).unwrap();
    let grade = |code| graph.preference(0).grade(State::from_code(code));
    assert_eq!([0, 1, 2, 3].map(grade), [Some(0), Some(2), Some(1), Some(3)]);
}
