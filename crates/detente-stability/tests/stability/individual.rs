//! Every verdict of the engine equals the definition, on random conflicts.

use detente_model::{Case, Conflict, Matrix, Party, PartyId, Role};
use detente_stability::{
    Concept, ConflictGraph, MovePreference, Sanction, Stability, UnknownType, stable_despite_unknown,
    stable_states,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use crate::random::{Random, conflict, in_states};

#[test]
fn every_verdict_is_the_definition() {
    let mut stable = [0; 5];
    let mut nash_in_options = 0;
    for seed in 0..3000 {
        let random = conflict(seed, 5, 12);
        let stability = Stability::of(&random.graph);
        for party in 0..random.tables.parties {
            for concept in Concept::ALL {
                for s in 0..random.tables.states {
                    let expected = random.tables.stable(s, party, concept, Sanction::General);
                    let found = stability.is_stable(random.state(s), party, concept);
                    assert_eq!(found, expected, "seed {seed}, party {party}, {concept:?}, state {s}");
                    stable[concept as usize] += usize::from(found == Some(true));
                    let counted = concept == Concept::Nash && random.tables.options.is_some();
                    nash_in_options += usize::from(counted && found == Some(true));
                }
            }
        }
    }
    // The concepts differ, or nothing was tested.
    assert!(stable[0] < stable[2] && stable[2] < stable[1] && stable[3] < stable[1]);
    assert!(stable[0] < stable[3] && nash_in_options < stable[4]);
}

#[test]
fn strong_verdicts_are_the_definition() {
    let mut weak = 0;
    for seed in 3000..4200 {
        let random = conflict(seed, 5, 10);
        let stability = Stability::of(&random.graph);
        for party in 0..random.tables.parties {
            for concept in &Concept::ALL[..4] {
                let Some(set) = stability.strongly_stable(party, *concept) else { continue };
                assert_eq!(*set, stable_states(&random.graph, party, *concept, Sanction::Strong).unwrap());
                for s in 0..random.tables.states {
                    let expected = random.tables.stable(s, party, *concept, Sanction::Strong);
                    assert_eq!(
                        Some(set.contains(random.state(s))),
                        expected,
                        "seed {seed}, {concept:?}, state {s}"
                    );
                    weak += usize::from(
                        expected == Some(false)
                            && stability.is_stable(random.state(s), party, *concept) == Some(true),
                    );
                }
            }
        }
    }
    assert!(weak > 100);
}

/// A random conflict given by its states, taken through a case, with unknown pairs.
fn with_unknown(seed: u64) -> Random {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut random = in_states(&mut rng, 7);
    let tables = &mut random.tables;
    let mut conflict = Conflict::default();
    let mut matrix = Matrix { states: vec![String::new(); tables.states], ..Matrix::default() };
    let mut case = Case::default();
    for i in 0..tables.parties {
        let name = format!("P{i}");
        let role = Role::Principal;
        case.parties.push(Party {
            id: name.clone(),
            name,
            role,
            people: Vec::new(),
            quota: None,
            quota_when: None,
            place: None,
        });
        let groups = random.graph.preference(i).ranking();
        let groups =
            groups.map(|group| group.iter().map(|s| random.graph.number(*s).unwrap()).collect()).collect();
        conflict.preferences.push((PartyId(i), MovePreference::Ranking(groups)));
        for from in 0..tables.states {
            matrix.moves.extend(tables.moves[i][from].iter().map(|to| (PartyId(i), from + 1, to + 1)));
            for to in 0..from {
                if rng.random_bool(0.2) {
                    conflict.unknown.push((PartyId(i), from + 1, to + 1));
                    tables.unknown[i].extend([(from, to), (to, from)]);
                }
            }
        }
    }
    conflict.matrix = Some(matrix);
    case.conflict = Some(conflict);
    random.graph = ConflictGraph::from_case(&case).unwrap().unwrap();
    random
}

#[test]
fn verdicts_under_unknown_preference_are_the_definition() {
    let mut by_type = [0; 4];
    for seed in 0..800 {
        let random = with_unknown(seed);
        for party in 0..random.tables.parties {
            for concept in &Concept::ALL[..4] {
                let sets = UnknownType::ALL
                    .map(|by| stable_despite_unknown(&random.graph, party, *concept, by).unwrap());
                for (by, set) in UnknownType::ALL.into_iter().zip(&sets) {
                    for s in 0..random.tables.states {
                        let expected = random.tables.stable_despite_unknown(s, party, *concept, by);
                        assert_eq!(
                            set.contains(random.state(s)),
                            expected,
                            "seed {seed} {concept:?} {by:?} {s}"
                        );
                    }
                    by_type[by as usize] += set.len();
                }
                let [a, b, c, d] = &sets;
                assert!(a.is_subset(b) && a.is_subset(c) && b.is_subset(d) && c.is_subset(d));
            }
        }
    }
    assert!(by_type[0] < by_type[1] && by_type[0] < by_type[2] && by_type[1] < by_type[3]);
}
