//! Coalitional verdicts equal the definitions.

use detente_stability::{
    Coalition, CoalitionConcept, Concept, Stability, coalitional_equilibria, joint_improvements,
    stable_for_coalition,
};

use crate::random::conflict;

#[test]
fn every_coalition_is_the_definition() {
    let mut stable = [0; 4];
    for seed in 0..300 {
        let random = conflict(seed, 4, 8);
        let parties = random.tables.parties;
        for concept in CoalitionConcept::ALL {
            let mut all = random.graph.feasible().clone();
            for mask in 1..1usize << parties {
                let members: Vec<usize> = (0..parties).filter(|party| mask >> party & 1 == 1).collect();
                let coalition = Coalition::of(&members).unwrap();
                let set = stable_for_coalition(&random.graph, coalition, concept).unwrap();
                for s in 0..random.tables.states {
                    let expected = random.tables.stable_for_coalition(s, &members, concept);
                    assert_eq!(
                        set.contains(random.state(s)),
                        expected,
                        "seed {seed}, {members:?}, {concept:?}, state {s}"
                    );
                }
                stable[concept as usize] += set.len();
                all.intersect(&set);
            }
            assert_eq!(coalitional_equilibria(&random.graph, concept).unwrap(), all, "seed {seed}");
        }
    }
    assert!(stable[0] < stable[2] && stable[2] < stable[1] && stable[3] < stable[1]);
}

#[test]
fn a_coalition_of_one_is_a_party() {
    let pairs = [
        (CoalitionConcept::Rational, Concept::Nash),
        (CoalitionConcept::GeneralMetarational, Concept::GeneralMetarational),
        (CoalitionConcept::SymmetricMetarational, Concept::SymmetricMetarational),
        (CoalitionConcept::Sequential, Concept::Sequential),
    ];
    for seed in 0..300 {
        let random = conflict(seed, 6, 14);
        let stability = Stability::of(&random.graph);
        for party in 0..random.tables.parties {
            for (joint, alone) in pairs {
                let coalition = Coalition::of(&[party]).unwrap();
                let set = stable_for_coalition(&random.graph, coalition, joint).unwrap();
                assert_eq!(Some(&set), stability.stable(party, alone));
            }
        }
    }
}

#[test]
fn joint_improvements_are_what_all_members_gain_by() {
    for seed in 0..300 {
        let random = conflict(seed, 4, 9);
        let members = [0, random.tables.parties - 1];
        for s in 0..random.tables.states {
            let reached = random.tables.reach_any(&members, s);
            let better = |t: &usize| members.iter().all(|i| random.tables.better(*i, *t, s));
            let expected: Vec<_> = reached.into_iter().filter(better).map(|t| random.state(t)).collect();
            let coalition = Coalition::of(&members).unwrap();
            assert_eq!(joint_improvements(&random.graph, coalition, random.state(s)).unwrap(), expected);
        }
    }
}
