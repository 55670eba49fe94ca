//! Ways from the status quo are legal and the shortest there are.

use std::collections::BTreeMap;

use detente_stability::{Step, routes_from};

use crate::published::elmira;
use crate::random::{Random, conflict};

/// Lengths of the shortest legal sequences that a party begins and that do not come back.
fn lengths(random: &Random, start: usize, first: usize, improving: bool) -> BTreeMap<usize, usize> {
    let tables = &random.tables;
    let allowed = |i: usize, a: usize, b: usize| b != start && (!improving || tables.better(i, b, a));
    let mut met: Vec<(usize, usize, usize)> = Vec::new();
    let add = |met: &mut Vec<(usize, usize, usize)>, state, last, depth| {
        if !met.iter().any(|(s, l, _)| (*s, *l) == (state, last)) {
            met.push((state, last, depth));
        }
    };
    for &to in tables.moves[first][start].iter().filter(|to| allowed(first, start, **to)) {
        add(&mut met, to, first, 1);
    }
    let mut at = 0;
    while at < met.len() {
        let (state, last, depth) = met[at];
        for i in (0..tables.parties).filter(|i| *i != last) {
            for &to in tables.moves[i][state].iter().filter(|to| allowed(i, state, **to)) {
                add(&mut met, to, i, depth + 1);
            }
        }
        at += 1;
    }
    let mut shortest = BTreeMap::new();
    for (state, _, depth) in met {
        shortest.entry(state).or_insert(depth);
    }
    shortest
}

#[test]
fn ways_are_legal_and_shortest() {
    let mut ways = 0;
    for seed in 0..600 {
        let random = conflict(seed, 5, 9);
        let start = seed as usize % random.tables.states;
        let legal = |steps: &[Step], target: usize, improving: bool| {
            let mut at = random.state(start);
            let mut last = None;
            for step in steps {
                assert_ne!(last, Some(step.party));
                assert!(random.graph.moves(step.party, at).any(|to| to == step.to));
                assert!(!improving || random.graph.preference(step.party).prefers(step.to, at));
                last = Some(step.party);
                at = step.to;
            }
            assert_eq!(at, random.state(target));
        };
        let states: Vec<_> = random.graph.states().collect();
        let routes = routes_from(&random.graph, states[start], &states).unwrap();
        let by_first: Vec<[BTreeMap<usize, usize>; 2]> = (0..random.tables.parties)
            .map(|i| [false, true].map(|b| lengths(&random, start, i, b)))
            .collect();
        for (target, route) in routes.iter().enumerate().filter(|(target, _)| *target != start) {
            let best = |b: usize| by_first.iter().filter_map(|maps| maps[b].get(&target)).min().copied();
            assert_eq!(route.by_moves.as_ref().map(Vec::len), best(0), "seed {seed}, to {target}");
            assert_eq!(route.by_improvements.as_ref().map(Vec::len), best(1), "seed {seed}, to {target}");
            let parties: Vec<usize> =
                (0..random.tables.parties).filter(|i| by_first[*i][0].contains_key(&target)).collect();
            assert_eq!(route.by_first_mover.iter().map(|first| first.party).collect::<Vec<_>>(), parties);
            for first in &route.by_first_mover {
                assert_eq!(Some(&first.by_moves.len()), by_first[first.party][0].get(&target));
                assert_eq!(first.by_moves[0].party, first.party);
                legal(&first.by_moves, target, false);
                let expected = by_first[first.party][1].get(&target);
                assert_eq!(first.by_improvements.as_ref().map(Vec::len).as_ref(), expected);
                if let Some(steps) = &first.by_improvements {
                    assert_eq!(steps[0].party, first.party);
                    legal(steps, target, true);
                }
                ways += 1;
            }
        }
    }
    assert!(ways > 5000);
}

/// By hand: from 1 only the local government gains by moving, and that is to 5; to reach 8 the condition must
/// be set, met and backed, in any order, and nobody gains on the way.
#[test]
fn elmira_from_the_beginning() {
    let graph = elmira();
    let state = |number| graph.state(number).unwrap();
    let routes = routes_from(&graph, state(1), &[state(5), state(8)]).unwrap();
    assert_eq!(routes[0].by_improvements, Some(vec![Step { party: 2, to: state(5) }]));
    assert_eq!(routes[0].first_movers(), [2]);
    assert_eq!(routes[1].by_moves.as_ref().map(Vec::len), Some(3));
    assert_eq!(routes[1].by_improvements, None);
    assert_eq!(routes[1].first_movers(), [0, 1, 2]);
}
