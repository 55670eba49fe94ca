//! Random conflicts, each in two shapes: as the engine takes it, and as plain tables.

use detente_stability::{
    ConflictGraph, Direction, Formula, MoveChoice, MoveId, MovePreference, State, Statement,
};
use rand::{Rng, RngExt, SeedableRng, rngs::ChaCha8Rng, seq::SliceRandom};

/// A conflict as tables over state indices, which are numbers less one.
pub struct Tables {
    pub parties: usize,
    pub states: usize,
    /// By party and state, where it can move.
    pub moves: Vec<Vec<Vec<usize>>>,
    /// By party and state; higher is better.
    pub grade: Vec<Vec<usize>>,
    /// By party and state; higher is strongly better.
    pub band: Vec<Vec<usize>>,
    /// By party, pairs both ways round.
    pub unknown: Vec<Vec<(usize, usize)>>,
    /// In option form: by state its code, and by party its mask.
    pub options: Option<(Vec<u32>, Vec<u32>)>,
}

/// A conflict in both shapes.
pub struct Random {
    pub graph: ConflictGraph,
    pub tables: Tables,
}

impl Random {
    pub fn state(&self, index: usize) -> State {
        self.graph.state(index + 1).unwrap()
    }
}

fn ranking(rng: &mut ChaCha8Rng, states: usize) -> (MovePreference, Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> = (0..states).collect();
    order.shuffle(rng);
    let ties = [0.0, 0.2, 0.6][rng.random_range(0..3)];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for state in order {
        match groups.last_mut() {
            Some(group) if rng.random_bool(ties) => group.push(state + 1),
            _ => groups.push(vec![state + 1]),
        }
    }
    let much: Vec<usize> = (0..groups.len() - 1).filter(|_| rng.random_bool(0.3)).collect();
    let (mut grade, mut band) = (vec![0; states], vec![0; states]);
    for (place, group) in groups.iter().enumerate() {
        for number in group {
            grade[number - 1] = groups.len() - 1 - place;
            band[number - 1] = much.iter().filter(|mark| **mark >= place).count();
        }
    }
    (MovePreference::RankingByStrength { groups, much }, grade, band)
}

fn names(parties: usize) -> Vec<String> {
    (0..parties).map(|party| format!("P{party}")).collect()
}

/// In option form: two to four parties, up to `most` options, some one-way, some states ruled out.
pub fn in_options(rng: &mut ChaCha8Rng, most: usize) -> Random {
    loop {
        let parties = rng.random_range(2..=4);
        let bits = rng.random_range(2..=most);
        let one_way = [0.0, 0.3][rng.random_range(0..2)];
        let ruled_out = [0.0, 0.2, 0.5][rng.random_range(0..3)];
        let choices: Vec<MoveChoice> = (0..bits)
            .map(|bit| MoveChoice {
                name: format!("do {bit}"),
                by: rng.random_range(0..parties),
                direction: if rng.random_bool(one_way) {
                    [Direction::Forward, Direction::Back, Direction::Neither][rng.random_range(0..3)]
                } else {
                    Direction::Both
                },
            })
            .collect();
        let codes: Vec<u32> = (0..1 << bits).filter(|_| !rng.random_bool(ruled_out)).collect();
        if codes.is_empty() {
            continue;
        }
        let infeasible: Vec<Statement> = (0..1u32 << bits)
            .filter(|code| !codes.contains(code))
            .map(|code| Statement { text: String::new(), formula: exactly(code, bits), place: None })
            .collect();
        let reaches = |party: usize, from: u32, to: u32| {
            from != to
                && choices.iter().enumerate().all(|(bit, choice)| {
                    let (before, after) = (from >> bit & 1, to >> bit & 1);
                    before == after
                        || choice.by == party
                            && if after == 1 {
                                choice.direction.can_make()
                            } else {
                                choice.direction.can_take_back()
                            }
                })
        };
        let row = |party: usize, from: u32| {
            (0..codes.len()).filter(|to| reaches(party, from, codes[*to])).collect::<Vec<_>>()
        };
        let moves = (0..parties).map(|party| codes.iter().map(|from| row(party, *from)).collect()).collect();
        let (mut preferences, mut grade, mut band) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..parties {
            let (preference, grades, bands) = ranking(rng, codes.len());
            preferences.push(preference);
            grade.push(grades);
            band.push(bands);
        }
        let masks = (0..parties)
            .map(|party| {
                choices.iter().enumerate().fold(0, |mask, (bit, c)| mask | u32::from(c.by == party) << bit)
            })
            .collect();
        let states = codes.len();
        let graph =
            ConflictGraph::from_options(names(parties), choices.clone(), &infeasible, &preferences).unwrap();
        let unknown = vec![Vec::new(); parties];
        let options = Some((codes, masks));
        return Random { graph, tables: Tables { parties, states, moves, grade, band, unknown, options } };
    }
}

/// The formula that holds in one state alone.
fn exactly(code: u32, bits: usize) -> Formula {
    let literal = |bit: usize| {
        let made = Formula::Move(MoveId(bit));
        if code >> bit & 1 == 1 { made } else { Formula::Not(Box::new(made)) }
    };
    (1..bits).fold(literal(0), |all, bit| Formula::And(Box::new(all), Box::new(literal(bit))))
}

/// Given by its states: moves at random, not transitive.
pub fn in_states(rng: &mut ChaCha8Rng, most: usize) -> Random {
    let parties = rng.random_range(2..=4);
    let states = rng.random_range(2..=most);
    let share = rng.random_range(0.05..0.4);
    let mut moves = vec![vec![Vec::new(); states]; parties];
    let mut list = Vec::new();
    for (party, rows) in moves.iter_mut().enumerate() {
        for (from, row) in rows.iter_mut().enumerate() {
            for to in (0..states).filter(|to| *to != from) {
                if rng.random_bool(share) {
                    row.push(to);
                    list.push((party, from + 1, to + 1));
                }
            }
        }
    }
    let (mut preferences, mut grade, mut band) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..parties {
        let (preference, grades, bands) = ranking(rng, states);
        preferences.push(preference);
        grade.push(grades);
        band.push(bands);
    }
    let labels = (1..=states).map(|number| format!("state {number}")).collect();
    let graph = ConflictGraph::from_moves(names(parties), labels, &list, &preferences).unwrap();
    let unknown = vec![Vec::new(); parties];
    Random { graph, tables: Tables { parties, states, moves, grade, band, unknown, options: None } }
}

/// Either form by turns.
pub fn conflict(seed: u64, most_options: usize, most_states: usize) -> Random {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    if rng.next_u32().is_multiple_of(2) {
        in_options(&mut rng, most_options)
    } else {
        in_states(&mut rng, most_states)
    }
}
