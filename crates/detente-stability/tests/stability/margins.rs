//! A verdict flips exactly where its margin says.

use detente_stability::{Concept, Sanction, is_stable, margin};

use crate::random::{Random, conflict};

/// The same tables with one state moved, for one party, to stand level with a grade.
fn moved(random: &mut Random, party: usize, s: usize, grade: usize) {
    random.tables.grade[party][s] = grade;
}

#[test]
fn verdicts_flip_at_the_level() {
    let mut flipped = 0;
    for seed in 0..600 {
        let mut random = conflict(seed, 4, 7);
        let tables = &random.tables;
        let (parties, states) = (tables.parties, tables.states);
        for party in 0..parties {
            for s in 0..states {
                for concept in Concept::ALL {
                    let state = random.state(s);
                    let Some(stable) = random.tables.stable(s, party, concept, Sanction::General) else {
                        assert!(margin(&random.graph, state, party, concept).is_err());
                        continue;
                    };
                    let found = margin(&random.graph, state, party, concept).unwrap();
                    assert_eq!(found.stable, stable, "seed {seed}, {concept:?}, party {party}, state {s}");
                    assert_eq!(is_stable(&random.graph, state, party, concept), Ok(stable));
                    assert_eq!(found.stable, found.ranks.is_none_or(|ranks| ranks >= 0));
                    let own = random.tables.grade[party][s];
                    let level = found.ranks.map(|ranks| i64::try_from(own).unwrap() - ranks);
                    for grade in 0..random.graph.preference(party).grades() {
                        moved(&mut random, party, s, grade);
                        let there = random.tables.stable(s, party, concept, Sanction::General);
                        let expected = level.is_none_or(|level| level <= i64::try_from(grade).unwrap());
                        assert_eq!(
                            there,
                            Some(expected),
                            "seed {seed}, {concept:?}, {party}, state {s} at {grade}"
                        );
                        flipped += usize::from(there != Some(stable));
                    }
                    moved(&mut random, party, s, own);
                    for hinge in &found.hinges {
                        let grade = random.graph.preference(party).grade(*hinge).unwrap();
                        assert_eq!(Some(i64::from(grade)), level);
                    }
                }
            }
        }
    }
    assert!(flipped > 5_000);
}
