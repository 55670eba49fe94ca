//! The conflict of a case.

use std::sync::Arc;

use detente_model::{
    Case, Conflict, Doubt, Formula, Matrix, Move, MoveId, MovePreference, Number, Party, PartyId, Role,
    StateList, Statement, Uncertain, Worlds,
};
use detente_stability::{
    Coalition, Concept, ConflictGraph, Direction, EquilibriumLikelihood, Stability, State, UnknownType,
    equilibria_despite_unknown,
};

fn party(name: &str) -> Party {
    let role = Role::Principal;
    Party {
        id: name.to_lowercase(),
        name: name.into(),
        role,
        people: Vec::new(),
        quota: None,
        quota_when: None,
        place: None,
    }
}

fn made(index: usize) -> Formula {
    Formula::Move(MoveId(index))
}

fn says(formula: Formula) -> Statement {
    Statement { text: String::new(), formula, place: None }
}

fn in_options() -> Case {
    let deed = |by: usize, text: &str, reversible| Move {
        id: text.to_lowercase(),
        by: PartyId(by),
        text: text.into(),
        reversible,
        place: None,
    };
    Case {
        parties: ["North", "Onlooker", "South"].map(party).into(),
        moves: vec![deed(0, "March", false), deed(2, "Trade", true), deed(2, "Hold the treaty", true)],
        conflict: Some(Conflict {
            infeasible: vec![says(Formula::And(Box::new(made(0)), Box::new(made(1))))],
            status_quo: Some(vec![MoveId(2)]),
            only_undone: vec![MoveId(2)],
            preferences: vec![
                (
                    PartyId(2),
                    MovePreference::PrioritisedByStrength {
                        statements: vec![says(made(2)), says(made(1))],
                        strong: 1,
                        unknown: vec![1],
                    },
                ),
                (PartyId(0), MovePreference::Prioritised(vec![says(made(1)), says(made(0))])),
            ],
            hidden: vec![(PartyId(0), StateList::When(says(made(1))))],
            coalitions: vec![vec![PartyId(2), PartyId(0)]],
            ..Conflict::default()
        }),
        ..Case::default()
    }
}

#[test]
fn options_are_taken_over() {
    let graph = ConflictGraph::from_case(&in_options()).unwrap().unwrap();
    // The onlooker neither moves nor cares, and takes no part.
    assert_eq!((graph.parties(), graph.name(1), graph.party_id(1)), (2, "South", Some(PartyId(2))));
    let directions: Vec<_> = graph.choices().iter().map(|choice| choice.direction).collect();
    assert_eq!(directions, [Direction::Forward, Direction::Both, Direction::Back]);
    // {} 1, march 2, trade 3, treaty 4, march and treaty 5, trade and treaty 6; march and trade cannot be.
    assert_eq!(graph.len(), 6);
    assert_eq!(graph.status_quo(), Some(graph.state(4).unwrap()));
    assert_eq!(graph.describe(graph.state(6).unwrap()), "Trade; Hold the treaty");
    assert_eq!(graph.coalitions(), [Coalition::of(&[0, 1]).unwrap()]);
    let south = graph.preference(1);
    let state = |number| graph.state(number).unwrap();
    assert!(south.strongly_prefers(state(4), state(3)));
    assert!(!south.strongly_prefers(state(6), state(4)) && south.prefers(state(6), state(4)));
    assert!(south.is_unknown(state(6), state(4)) && south.is_unknown(state(1), state(3)));
    assert!(!south.is_unknown(state(1), state(4)) && !south.is_unknown(state(4), state(5)));
    assert_eq!(graph.as_seen_by(0).unwrap().len(), 4);
    assert_eq!(graph.as_seen_by(1).unwrap().len(), 6);
    // North marches where nothing is traded. South trades, or may.
    let nash = |by| equilibria_despite_unknown(&graph, Concept::Nash, by).unwrap();
    let numbers =
        |set: detente_stability::StateSet| set.iter().filter_map(|s| graph.number(s)).collect::<Vec<_>>();
    assert_eq!(numbers(nash(UnknownType::B)), [2, 3, 5, 6]);
    assert_eq!(numbers(nash(UnknownType::A)), [2, 5]);
}

#[test]
fn a_matrix_is_taken_over() {
    let mut case = Case { parties: ["North", "South"].map(party).into(), ..Case::default() };
    let order = |order: [usize; 3]| MovePreference::RankingByStrength {
        groups: order.map(|n| vec![n]).into(),
        much: vec![0],
    };
    case.conflict = Some(Conflict {
        matrix: Some(Matrix {
            states: ["war", "truce", "peace"].map(String::from).into(),
            moves: vec![(PartyId(0), 1, 2), (PartyId(1), 2, 3), (PartyId(1), 2, 1)],
            status_quo: Some(1),
        }),
        preferences: vec![(PartyId(0), order([3, 2, 1])), (PartyId(1), order([3, 1, 2]))],
        unknown: vec![(PartyId(1), 1, 3)],
        hidden: vec![(PartyId(1), StateList::Numbers(vec![3]))],
        ..Conflict::default()
    });
    let graph = ConflictGraph::from_case(&case).unwrap().unwrap();
    assert_eq!(graph.status_quo(), Some(State::from_code(0)));
    assert_eq!(graph.describe(graph.state(2).unwrap()), "truce");
    assert!(graph.preference(1).is_unknown(State::from_code(0), State::from_code(2)));
    assert!(graph.preference(0).strongly_prefers(State::from_code(2), State::from_code(1)));
    let stability = Stability::of(&graph);
    assert_eq!(stability.equilibrium_numbers(&graph, Concept::Nash), Some(vec![3]));
    assert_eq!(graph.as_seen_by(1).unwrap().len(), 2);
}

#[test]
fn a_case_without_a_conflict_has_none() {
    assert!(ConflictGraph::from_case(&Case::default()).unwrap().is_none());
    let case = Case { conflict: Some(Conflict::default()), ..Case::default() };
    assert!(ConflictGraph::from_case(&case).unwrap().is_none());
}

/// One party weighs two statements of which nobody knows the order, and may want the opposite of a third.
fn in_doubt(sure: f64) -> Case {
    let mut case = in_options();
    let sure = case.numbers.add(Number::new("conflict.preferences.south[1].sure", Uncertain::Known(sure)));
    let conflict = case.conflict.as_mut().unwrap();
    conflict.preferences[0].1 = MovePreference::Prioritised(vec![says(made(1)), says(made(2))]);
    conflict.doubts = vec![
        Doubt { of: PartyId(2), sure: vec![(0, sure)], orders: Vec::new() },
        Doubt { of: PartyId(0), sure: Vec::new(), orders: vec![vec![0, 1]] },
    ];
    case
}

/// Every reading of the doubts is analysed by itself, and weighed by its probability.
#[test]
fn likelihood_is_the_weighted_count_of_readings() {
    let case = in_doubt(0.7);
    let (draws, worlds) = (4_000, Worlds::new(&case, 3));
    let counted = EquilibriumLikelihood::of(&worlds, draws, &Arc::default()).unwrap().unwrap();
    let drawn = (0..draws as u64).map(|draw| ConflictGraph::drawn(&worlds, draw).unwrap().unwrap());
    assert_eq!(counted, EquilibriumLikelihood::over(&drawn.collect::<Vec<_>>()).unwrap());
    let mut expected = std::collections::BTreeMap::new();
    for (south, weight) in [(false, 0.7), (true, 0.3)] {
        for north in [false, true] {
            let mut certain = case.clone();
            let conflict = certain.conflict.as_mut().unwrap();
            conflict.doubts.clear();
            let first = if south { Formula::Not(Box::new(made(1))) } else { made(1) };
            conflict.preferences[0].1 = MovePreference::Prioritised(vec![says(first), says(made(2))]);
            let mut order = vec![says(made(1)), says(made(0))];
            if north {
                order.reverse();
            }
            conflict.preferences[1].1 = MovePreference::Prioritised(order);
            let graph = ConflictGraph::from_case(&certain).unwrap().unwrap();
            for concept in Concept::ALL {
                for state in Stability::of(&graph).equilibria(concept).unwrap().iter() {
                    *expected.entry((state, concept)).or_insert(0.0) += weight / 2.0;
                }
            }
        }
    }
    let mut mixed = 0;
    for state in counted.states.clone() {
        for concept in Concept::ALL {
            let expected: f64 = expected.get(&(state, concept)).copied().unwrap_or(0.0);
            let found = counted.share(state, concept).unwrap().value();
            // Four standard errors; nothing is left to chance where every reading agrees.
            let slack = 4.0 * (expected * (1.0 - expected) / draws as f64).sqrt();
            assert!(
                (found - expected).abs() <= slack + 1e-12,
                "{state:?} {concept:?}: {found} for {expected}"
            );
            mixed += usize::from(expected > 0.01 && expected < 0.99);
        }
    }
    assert!(mixed > 0, "the doubts decide nothing here");
}

#[test]
fn without_doubt_there_is_nothing_to_draw() {
    let case = in_options();
    assert_eq!(EquilibriumLikelihood::of(&Worlds::new(&case, 1), 10, &Arc::default()).unwrap(), None);
    let case = in_doubt(1.0);
    assert_eq!(
        EquilibriumLikelihood::of(&Worlds::new(&case, 1), 100, &Arc::default()).unwrap(),
        EquilibriumLikelihood::of(&Worlds::new(&case, 1), 100, &Arc::default()).unwrap()
    );
}
