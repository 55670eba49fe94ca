//! Hidden states, and draws.

use detente_stability::{Concept, EquilibriumLikelihood, Perceived, Sanction, Share, Stability};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use crate::random::conflict;

#[test]
fn a_view_is_the_graph_without_what_is_hidden() {
    for seed in 0..400 {
        let mut random = conflict(seed, 4, 8);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let (parties, states) = (random.tables.parties, random.tables.states);
        let hidden: Vec<Vec<usize>> =
            (0..parties).map(|_| (0..states - 1).filter(|_| rng.random_bool(0.3)).collect()).collect();
        let mut graph = random.graph.clone();
        for (party, hidden) in hidden.iter().enumerate() {
            let list: Vec<_> = hidden.iter().map(|s| random.state(*s)).collect();
            graph = graph.with_hidden(party, &list).unwrap();
        }
        let perceived = Perceived::of(&graph).unwrap();
        let whole = random.tables.moves.clone();
        let codes = random.tables.options.clone();
        for (party, hidden) in hidden.iter().enumerate() {
            for by_state in &mut random.tables.moves {
                for (from, list) in by_state.iter_mut().enumerate() {
                    list.retain(|to| !hidden.contains(to) && !hidden.contains(&from));
                }
            }
            if let Some((codes, _)) = &mut random.tables.options {
                for s in hidden {
                    codes[*s] = u32::MAX;
                }
            }
            for s in (0..states).filter(|s| !hidden.contains(s)) {
                assert_eq!(perceived.views[party].number(random.state(s)), Some(s + 1));
                for concept in Concept::ALL {
                    for of in 0..parties {
                        let expected = random.tables.stable(s, of, concept, Sanction::General);
                        let found = perceived.stability[party].is_stable(random.state(s), of, concept);
                        assert_eq!(found, expected, "seed {seed}, view {party}, {of}, {concept:?}, {s}");
                    }
                }
            }
            random.tables.moves.clone_from(&whole);
            random.tables.options.clone_from(&codes);
        }
        let nash = perceived.equilibria(Concept::Nash).unwrap();
        for s in 0..states {
            let expected = (0..parties).all(|party| {
                perceived.stability[party].is_stable(random.state(s), party, Concept::Nash) == Some(true)
            });
            assert_eq!(nash.contains(random.state(s)), expected);
        }
    }
}

#[test]
fn draws_are_counted() {
    for seed in 0..60 {
        let random = conflict(seed, 4, 8);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let draws: Vec<_> = (0..20)
            .map(|_| {
                let other = random.graph.preference(rng.random_range(0..random.tables.parties)).clone();
                random.graph.with_preference(rng.random_range(0..random.tables.parties), other)
            })
            .collect();
        let likelihood = EquilibriumLikelihood::over(&draws).unwrap();
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        assert_eq!(alone.install(|| EquilibriumLikelihood::over(&draws).unwrap()), likelihood);
        let analysed: Vec<_> = draws.iter().map(Stability::of).collect();
        for state in random.graph.states() {
            for concept in Concept::ALL {
                let hits = analysed
                    .iter()
                    .filter(|stability| stability.equilibria(concept).is_some_and(|set| set.contains(state)))
                    .count();
                let applies = concept != Concept::Simultaneous || random.graph.has_options();
                let expected = applies.then_some(Share::of(hits as u64, 20));
                assert_eq!(likelihood.share(state, concept), expected);
            }
        }
    }
}
