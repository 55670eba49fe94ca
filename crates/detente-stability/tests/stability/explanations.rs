//! Explanations are true, and read well.

use detente_stability::{Answer, Concept, Sanction, explain};

use crate::published::{elmira, korea};
use crate::random::conflict;

#[test]
fn reasons_are_true() {
    let (mut sanctions, mut escapes, mut open) = (0, 0, 0);
    for seed in 0..1000 {
        let random = conflict(seed, 4, 8);
        let graph = &random.graph;
        for party in 0..random.tables.parties {
            let prefers = |a, b| graph.preference(party).prefers(a, b);
            for s in 0..random.tables.states {
                let here = random.state(s);
                for concept in Concept::ALL {
                    let Some(stable) = random.tables.stable(s, party, concept, Sanction::General) else {
                        continue;
                    };
                    let why = explain(graph, here, party, concept).unwrap();
                    assert_eq!(why.stable, stable, "seed {seed}, {concept:?}");
                    assert_eq!(why.departures.len(), graph.improvements(party, here).count());
                    assert_eq!(why.sentences(graph).len(), why.departures.len() + 1);
                    for departure in &why.departures {
                        match &departure.answer {
                            Answer::Sanction { steps, end, worse } => {
                                assert!(!prefers(*end, here));
                                assert_eq!(*worse, prefers(here, *end));
                                if concept == Concept::Simultaneous {
                                    assert!(steps.iter().all(|step| {
                                        graph.improvements(step.party, here).any(|to| to == step.to)
                                    }));
                                } else {
                                    let mut at = departure.to;
                                    for step in steps {
                                        assert!(graph.moves(step.party, at).any(|to| to == step.to));
                                        assert_ne!(step.party, party);
                                        assert!(
                                            concept != Concept::Sequential
                                                || graph.preference(step.party).prefers(step.to, at)
                                        );
                                        at = step.to;
                                    }
                                    assert_eq!(at, *end);
                                    assert!(
                                        concept != Concept::SymmetricMetarational
                                            || !graph.moves(party, at).any(|y| prefers(y, here))
                                    );
                                }
                                sanctions += 1;
                            }
                            Answer::Escape { end, counter, .. } => {
                                assert!(!prefers(*end, here) && prefers(*counter, here));
                                escapes += 1;
                            }
                            Answer::Open { least } => {
                                assert!(least.is_none_or(|least| prefers(least, here)));
                                open += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(sanctions > 1000 && escapes > 100 && open > 1000);
}

#[test]
fn korea_in_words() {
    let graph = korea();
    let state = |number| graph.state(number).unwrap();
    // By hand: with the troops withdrawn and the programme abandoned (9), the United States ranks 7 and 8
    // higher; North Korea ranks 4 above 7 and 2 above 8, and the United States both below 9.
    let why = explain(&graph, state(9), 0, Concept::Sequential).unwrap().sentences(&graph);
    assert_eq!(
        why,
        [
            "United States would stay here: 2 moves of United States lead to something better, and each could be answered \
             (every gain could be answered by moves that pay: sequential stability).",
            "United States would not take back “Withdraw the troops” from here, because North Korea could choose “Invade the \
             South” and take back “Abandon the nuclear programme”; that ends at “Invade the South” (state 4) and leaves United \
             States worse off.",
            "United States would not choose “Strike first with nuclear weapons” and take back “Withdraw the troops” from here, \
             because North Korea could take back “Abandon the nuclear programme”; that ends at “Strike first with nuclear \
             weapons” (state 2) and leaves United States worse off.",
        ]
    );
}

#[test]
fn elmira_in_words() {
    let graph = elmira();
    let why = explain(&graph, graph.state(6).unwrap(), 1, Concept::Nash).unwrap().sentences(&graph);
    assert_eq!(
        why,
        [
            "Company would leave: 2 moves of Company lead to something better, with no answer to fear (nobody gains by leaving: \
             Nash stability).",
            "Company would move to state 8 from here: that is better for Company.",
            "Company would move to state 9 from here: that is better for Company.",
        ]
    );
}
