//! Inverse answers: checked forwards, and against every other answer there could be.

use detente_stability::{
    Concept, ConflictGraph, Least, Measure, Sanction, Stability, State, least_measures,
    least_preference_change, with_measures,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use crate::random::{Random, conflict};

/// Every ranking with ties of `n` states, as grades.
fn weak_orders(n: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..n {
        all = all
            .into_iter()
            .flat_map(|grades| (0..n).map(move |g| [grades.clone(), vec![g]].concat()))
            .collect();
    }
    // Grades without gaps, so that each ranking comes once.
    all.retain(|grades| (0..n).all(|g| g == 0 || !grades.contains(&g) || grades.contains(&(g - 1))));
    all
}

fn inverted(a: &[usize], b: &[usize]) -> usize {
    (0..a.len())
        .flat_map(|x| (0..x).map(move |y| (x, y)))
        .filter(|(x, y)| a[*x].cmp(&a[*y]) != b[*x].cmp(&b[*y]))
        .count()
}

fn forwards(graph: &ConflictGraph, state: State, concept: Concept) -> bool {
    Stability::of(graph).equilibria(concept).is_some_and(|set| set.contains(state))
}

fn lifted(random: &Random, wanted: usize, concept: Concept) -> (usize, Vec<usize>, ConflictGraph, Least) {
    let change = least_preference_change(&random.graph, random.state(wanted), concept).unwrap();
    let mut graph = random.graph.clone();
    let mut by_party = vec![0; random.tables.parties];
    for lift in change.lifts {
        let before: Vec<_> = grades(&graph, lift.party);
        graph = graph.with_preference(lift.party, lift.preference);
        assert_eq!(inverted(&before, &grades(&graph, lift.party)), lift.pairs);
        by_party[lift.party] = lift.pairs;
    }
    (change.pairs, by_party, graph, change.least)
}

fn grades(graph: &ConflictGraph, party: usize) -> Vec<usize> {
    graph
        .states()
        .filter_map(|state| graph.preference(party).grade(state))
        .map(|grade| grade as usize)
        .collect()
}

#[test]
fn no_ranking_at_all_does_it_with_fewer_inversions() {
    let orders: Vec<_> = (0..=5).map(weak_orders).collect();
    assert_eq!(orders[4].len(), 75);
    assert_eq!(orders[5].len(), 541);
    let mut changed = 0;
    for seed in 0..500 {
        let mut random = conflict(seed, 2, 5);
        let wanted = seed as usize % random.tables.states;
        for concept in [Concept::Nash, Concept::GeneralMetarational, Concept::SymmetricMetarational] {
            let (pairs, by_party, graph, least) = lifted(&random, wanted, concept);
            assert_eq!(least, Least::OfAll);
            assert!(forwards(&graph, random.state(wanted), concept));
            changed += usize::from(pairs > 0);
            for (party, found) in by_party.iter().enumerate() {
                let today = random.tables.grade[party].clone();
                let best = orders[random.tables.states]
                    .iter()
                    .filter(|order| {
                        random.tables.grade[party].clone_from(order);
                        random.tables.stable(wanted, party, concept, Sanction::General) == Some(true)
                    })
                    .map(|order| inverted(&today, order))
                    .min();
                random.tables.grade[party] = today;
                assert_eq!(best, Some(*found), "seed {seed}, {concept:?}, party {party}");
            }
        }
    }
    assert!(changed > 200);
}

#[test]
fn no_lifts_do_it_with_fewer_inversions() {
    let mut changed = 0;
    for seed in 0..400 {
        let mut random = conflict(seed, 3, 6);
        let wanted = seed as usize % random.tables.states;
        for concept in [Concept::Sequential, Concept::Simultaneous] {
            if concept == Concept::Simultaneous && random.tables.options.is_none() {
                continue;
            }
            let (pairs, _, graph, least) = lifted(&random, wanted, concept);
            assert_eq!(least, Least::OfLifts);
            assert!(forwards(&graph, random.state(wanted), concept));
            changed += usize::from(pairs > 0);
            let today = random.tables.grade.clone();
            // Room between the grades for the wanted state to stand alone.
            let spread: Vec<Vec<usize>> =
                today.iter().map(|g| g.iter().map(|g| g * 2 + 1).collect()).collect();
            let heights: Vec<Vec<usize>> =
                spread.iter().map(|g| (g[wanted]..=g.iter().max().unwrap() + 1).collect()).collect();
            let mut best = usize::MAX;
            let mut at = vec![0; heights.len()];
            loop {
                random.tables.grade.clone_from(&spread);
                for (party, place) in at.iter().enumerate() {
                    random.tables.grade[party][wanted] = heights[party][*place];
                }
                let everyone = (0..random.tables.parties).all(|party| {
                    random.tables.stable(wanted, party, concept, Sanction::General) == Some(true)
                });
                if everyone {
                    let cost = today.iter().zip(&random.tables.grade).map(|(a, b)| inverted(a, b)).sum();
                    best = best.min(cost);
                }
                let Some(next) = (0..at.len()).find(|party| at[*party] + 1 < heights[*party].len()) else {
                    break;
                };
                at[next] += 1;
                at[..next].fill(0);
            }
            random.tables.grade = today;
            assert_eq!(best, pairs, "seed {seed}, {concept:?}");
        }
    }
    assert!(changed > 100);
}

/// Every single measure there is, helpful or not.
fn every_measure(graph: &ConflictGraph, wanted: State) -> Vec<Measure> {
    let mut all = Vec::new();
    for choice in 0..graph.choices().len() {
        all.extend([
            Measure::Bind { choice },
            Measure::Bar { choice },
            Measure::AllowTakingBack { choice },
            Measure::AllowMaking { choice },
        ]);
    }
    for state in graph.states().filter(|state| *state != wanted && Some(*state) != graph.status_quo()) {
        all.push(Measure::RuleOut { state });
    }
    if !graph.has_options() {
        for party in 0..graph.parties() {
            for from in graph.states() {
                for to in graph.states().filter(|to| *to != from) {
                    all.extend([Measure::Close { party, from, to }, Measure::Open { party, from, to }]);
                }
            }
        }
    }
    all
}

/// By spreading along moves, nobody twice in a row being no hindrance to who may come back later.
fn reaches(graph: &ConflictGraph, from: State, to: State) -> bool {
    let mut met = vec![(from, usize::MAX)];
    let mut at = 0;
    while at < met.len() {
        let (state, last) = met[at];
        for party in (0..graph.parties()).filter(|party| *party != last) {
            for next in graph.moves(party, state) {
                if !met.contains(&(next, party)) {
                    met.push((next, party));
                }
            }
        }
        at += 1;
    }
    met.iter().any(|(state, _)| *state == to)
}

#[test]
fn the_least_measures_work_and_no_other_single_one_does() {
    let (mut none, mut one, mut two) = (0, 0, 0);
    for seed in 0..150 {
        let mut random = conflict(seed, 4, 5);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let wanted = random.state(rng.random_range(0..random.tables.states));
        let now = random.state(rng.random_range(0..random.tables.states));
        random.graph = random.graph.with_status_quo(now).unwrap();
        for concept in Concept::ALL {
            let Ok(found) = least_measures(&random.graph, wanted, concept, 2) else { continue };
            assert!(found.complete);
            let works = |measures: &[Measure]| {
                with_measures(&random.graph, measures).is_some_and(|graph| {
                    graph.feasible().contains(wanted)
                        && forwards(&graph, wanted, concept)
                        && reaches(&graph, now, wanted)
                })
            };
            for release in &found.releases {
                assert!(works(&release.measures), "seed {seed}, {concept:?}, {release:?}");
                assert!(release.route.as_ref().is_some_and(|route| route.by_moves.is_some()));
            }
            let size = found.releases.first().map(|release| release.measures.len());
            if works(&[]) {
                assert_eq!(size, Some(0));
                none += 1;
                continue;
            }
            let mut singles: Vec<Measure> = every_measure(&random.graph, wanted);
            singles.retain(|measure| works(&[*measure]));
            let mut given: Vec<Measure> =
                found.releases.iter().filter(|r| r.measures.len() == 1).map(|r| r.measures[0]).collect();
            singles.sort_unstable();
            given.sort_unstable();
            assert_eq!(singles, given, "seed {seed}, {concept:?}");
            one += usize::from(size == Some(1));
            two += usize::from(size == Some(2));
        }
    }
    assert!(none > 20 && one > 20 && two > 5, "{none} {one} {two}");
}
