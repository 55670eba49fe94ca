//! Published results.

use detente_stability::{
    Coalition, CoalitionConcept, Concept, ConflictGraph, Direction, Formula, MoveChoice, MoveId,
    MovePreference, Stability, StateSet, Statement, coalitional_equilibria, joint_improvements,
};

fn strict(order: &[usize]) -> MovePreference {
    MovePreference::Ranking(order.iter().map(|number| vec![*number]).collect())
}

fn numbers(graph: &ConflictGraph, set: &StateSet) -> Vec<usize> {
    set.iter().filter_map(|state| graph.number(state)).collect()
}

/// Elmira (Hipel, Fang, Kilgour & Haight 1993): the ministry, the company, the local government.
pub fn elmira() -> ConflictGraph {
    let ministry = [(1, 2), (3, 4), (5, 6), (7, 8)].map(|(from, to)| (0, from, to));
    let company = [(1, 3), (2, 4), (5, 7), (6, 8)].map(|(from, to)| (1, from, to));
    let closing = (1..=8).map(|from| (1, from, 9));
    let local = [(1, 5), (2, 6), (3, 7), (4, 8)];
    let local = local.into_iter().flat_map(|(a, b)| [(2, a, b), (2, b, a)]);
    let moves: Vec<_> = ministry.into_iter().chain(company).chain(closing).chain(local).collect();
    ConflictGraph::from_moves(
        ["Ministry", "Company", "Local government"].map(String::from).into(),
        (1..=9).map(|number| format!("state {number}")).collect(),
        &moves,
        &[
            strict(&[7, 3, 4, 8, 5, 1, 2, 6, 9]),
            strict(&[1, 4, 8, 5, 9, 3, 7, 2, 6]),
            strict(&[7, 3, 5, 1, 8, 6, 4, 2, 9]),
        ],
    )
    .unwrap()
}

#[test]
fn elmira_equilibria() {
    let graph = elmira();
    let stability = Stability::of(&graph);
    let of = |concept| stability.equilibrium_numbers(&graph, concept);
    assert_eq!(of(Concept::Nash), Some(vec![5, 8, 9]));
    assert_eq!(of(Concept::Sequential), Some(vec![5, 8, 9]));
    assert_eq!(of(Concept::GeneralMetarational), Some(vec![1, 4, 5, 8, 9]));
    assert_eq!(of(Concept::SymmetricMetarational), Some(vec![1, 4, 5, 8, 9]));
    assert_eq!(of(Concept::Simultaneous), None);
}

#[test]
fn elmira_coalitions() {
    let graph = elmira();
    let state = |number| graph.state(number).unwrap();
    let jump = joint_improvements(&graph, Coalition::of(&[0, 1]).unwrap(), state(5)).unwrap();
    assert_eq!(jump, [state(8)]);
    let of = |concept| numbers(&graph, &coalitional_equilibria(&graph, concept).unwrap());
    assert_eq!(of(CoalitionConcept::Rational), [8, 9]);
    assert_eq!(of(CoalitionConcept::GeneralMetarational), [1, 4, 8, 9]);
    assert_eq!(of(CoalitionConcept::SymmetricMetarational), [1, 4, 8, 9]);
}

/// United States and North Korea, 2017.
pub fn korea() -> ConflictGraph {
    let made = |index| Box::new(Formula::Move(MoveId(index)));
    let not_both =
        |a, b| Statement { text: String::new(), formula: Formula::And(made(a), made(b)), place: None };
    let choice = |name: &str, by, direction| MoveChoice { name: name.into(), by, direction };
    ConflictGraph::from_options(
        vec!["United States".into(), "North Korea".into()],
        vec![
            choice("Strike first with nuclear weapons", 0, Direction::Forward),
            choice("Withdraw the troops", 0, Direction::Both),
            choice("Invade the South", 1, Direction::Both),
            choice("Abandon the nuclear programme", 1, Direction::Both),
        ],
        &[not_both(0, 1)],
        &[strict(&[7, 1, 8, 9, 10, 5, 4, 11, 12, 2, 3, 6]), strict(&[6, 12, 3, 9, 1, 4, 10, 5, 2, 11, 7, 8])],
    )
    .unwrap()
}

#[test]
fn korea_equilibria() {
    let graph = korea();
    let stability = Stability::of(&graph);
    let decimals = |set: &StateSet| set.iter().map(detente_stability::State::code).collect::<Vec<_>>();
    let mut either = StateSet::none(graph.feasible().universe());
    for state in graph.states() {
        let stable = |party| {
            [Concept::Sequential, Concept::Simultaneous]
                .into_iter()
                .any(|concept| stability.is_stable(state, party, concept) == Some(true))
        };
        if stable(0) && stable(1) {
            either.insert(state);
        }
    }
    assert_eq!(decimals(&either), [0, 4, 5, 10]);
    let smr = stability.equilibria(Concept::SymmetricMetarational).unwrap();
    assert_eq!(decimals(&smr), [0, 4, 5, 10, 12]);
}
