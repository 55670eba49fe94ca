//! What is wrong with a conflict is said, and nothing panics.

use detente_stability::{
    Coalition, CoalitionConcept, Concept, ConflictGraph, Direction, EquilibriumLikelihood, Formula,
    MOST_OPTIONS, MoveChoice, MoveId, MovePreference, Sanction, StabilityError, State, Statement,
    UnknownType, explain, least_measures, least_preference_change, margin, routes, routes_from,
    stable_despite_unknown, stable_for_coalition, stable_states,
};

fn listed(groups: &[&[usize]]) -> MovePreference {
    MovePreference::Ranking(groups.iter().map(|group| group.to_vec()).collect())
}

fn two_states(
    moves: &[(usize, usize, usize)],
    preferences: &[MovePreference],
) -> Result<ConflictGraph, StabilityError> {
    ConflictGraph::from_moves(vec!["A".into()], vec![String::new(); 2], moves, preferences)
}

fn statement(formula: Formula) -> Statement {
    Statement { text: String::new(), formula, place: None }
}

#[test]
fn faulty_conflicts_are_refused() {
    let fine = listed(&[&[1], &[2]]);
    let party = || "A".to_owned();
    let fault = |moves: &[_], preference: MovePreference| two_states(moves, &[preference]).unwrap_err();
    assert_eq!(fault(&[(1, 1, 2)], fine.clone()), StabilityError::UnknownParty { party: 1 });
    assert_eq!(fault(&[(0, 1, 3)], fine.clone()), StabilityError::UnknownState { number: 3, most: 2 });
    assert_eq!(fault(&[(0, 0, 1)], fine.clone()), StabilityError::UnknownState { number: 0, most: 2 });
    assert_eq!(fault(&[(0, 1, 1)], fine.clone()), StabilityError::MoveToItself { party: party(), number: 1 });
    assert_eq!(fault(&[], listed(&[&[1]])), StabilityError::Unranked { party: party(), number: 2 });
    assert_eq!(
        fault(&[], listed(&[&[1], &[1, 2]])),
        StabilityError::RankedTwice { party: party(), number: 1 }
    );
    assert_eq!(fault(&[], listed(&[&[1], &[2, 9]])), StabilityError::UnknownState { number: 9, most: 2 });
    let marked = MovePreference::RankingByStrength { groups: vec![vec![1], vec![2]], much: vec![1] };
    assert_eq!(fault(&[], marked), StabilityError::MarkOutOfRange { party: party(), index: 1, len: 1 });
    let worded = MovePreference::Prioritised(Vec::new());
    assert_eq!(fault(&[], worded), StabilityError::StatementWithoutMoves { place: None });
    assert_eq!(two_states(&[], &[]).unwrap_err(), StabilityError::NoPreference { party: party() });
    assert_eq!(
        two_states(&[], &[fine.clone(), fine]).unwrap_err(),
        StabilityError::UnknownParty { party: 1 }
    );
    let nothing = ConflictGraph::from_moves(Vec::new(), Vec::new(), &[], &[]).unwrap_err();
    assert_eq!(nothing, StabilityError::NothingFeasible);
}

#[test]
fn faulty_options_are_refused() {
    let choices = |count: usize, by| -> Vec<MoveChoice> {
        (0..count).map(|_| MoveChoice { name: String::new(), by, direction: Direction::Both }).collect()
    };
    let build = |choices: Vec<MoveChoice>, infeasible: &[Statement], wish: Vec<Statement>| {
        ConflictGraph::from_options(
            vec!["A".into()],
            choices,
            infeasible,
            &[MovePreference::Prioritised(wish)],
        )
    };
    let made = |index| Formula::Move(MoveId(index));
    let found = MOST_OPTIONS + 1;
    assert_eq!(
        build(choices(found, 0), &[], Vec::new()).unwrap_err(),
        StabilityError::TooManyOptions { found, most: MOST_OPTIONS }
    );
    assert_eq!(build(choices(1, 1), &[], Vec::new()).unwrap_err(), StabilityError::UnknownParty { party: 1 });
    let unknown = StabilityError::UnknownMove { index: 1, place: None };
    assert_eq!(build(choices(1, 0), &[statement(made(1))], Vec::new()).unwrap_err(), unknown);
    assert_eq!(build(choices(1, 0), &[], vec![statement(made(1))]).unwrap_err(), unknown);
    let never = [statement(made(0)), statement(Formula::Not(Box::new(made(0))))];
    assert_eq!(build(choices(1, 0), &never, Vec::new()).unwrap_err(), StabilityError::NothingFeasible);
    // Nothing to choose at all is one state, stable for everyone.
    let still = build(Vec::new(), &[], Vec::new()).unwrap();
    assert_eq!(stable_states(&still, 0, Concept::Simultaneous, Sanction::General).unwrap().len(), 1);
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let graph = two_states(&[(0, 1, 2)], &[listed(&[&[1], &[2]])]).unwrap();
    let (here, nowhere) = (State::from_code(0), State::from_code(77));
    let needs_options = Some(StabilityError::NeedsOptions);
    assert_eq!(explain(&graph, here, 0, Concept::Simultaneous).err(), needs_options);
    assert_eq!(margin(&graph, here, 0, Concept::Simultaneous).err(), needs_options);
    assert_eq!(stable_states(&graph, 0, Concept::Simultaneous, Sanction::General).err(), needs_options);
    assert_eq!(stable_despite_unknown(&graph, 0, Concept::Simultaneous, UnknownType::A).err(), needs_options);
    let no_party = Some(StabilityError::UnknownParty { party: 1 });
    assert_eq!(explain(&graph, here, 1, Concept::Nash).err(), no_party);
    assert_eq!(stable_states(&graph, 1, Concept::Nash, Sanction::General).err(), no_party);
    assert_eq!(stable_despite_unknown(&graph, 1, Concept::Nash, UnknownType::A).err(), no_party);
    let no_state = Some(StabilityError::UnknownState { number: 78, most: 2 });
    assert_eq!(explain(&graph, nowhere, 0, Concept::Nash).err(), no_state);
    assert_eq!(margin(&graph, nowhere, 0, Concept::Nash).err(), no_state);
    assert_eq!(routes_from(&graph, nowhere, &[]).err(), no_state);
    assert_eq!(least_measures(&graph, nowhere, Concept::Nash, 1).err(), no_state);
    assert_eq!(least_preference_change(&graph, nowhere, Concept::Nash).err(), no_state);
    assert_eq!(routes(&graph, &[here]).err(), Some(StabilityError::NoStatusQuo));
    assert!(routes_from(&graph, here, &[nowhere]).unwrap()[0].by_moves.is_none());
    assert_eq!(Coalition::of(&[]).err(), Some(StabilityError::BadCoalition));
    let stranger = Coalition::of(&[1]).unwrap();
    assert_eq!(
        stable_for_coalition(&graph, stranger, CoalitionConcept::Rational).err(),
        Some(StabilityError::BadCoalition)
    );
    assert_eq!(EquilibriumLikelihood::over(&[]).err(), Some(StabilityError::DifferentGraphs));
    assert!(graph.with_status_quo(nowhere).is_err());
}
