//! How long the five concepts take, on random conflicts from a fixed seed.
//!
//! Rankings are strict and drawn uniformly, options dealt round: the shapes in which other programs were
//! measured.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use detente_stability::{
    Concept, ConflictGraph, Direction, Formula, MoveChoice, MoveId, MovePreference, Sanction, Stability,
    Statement, stable_states,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng, seq::SliceRandom};

struct Shape {
    name: &'static str,
    options: usize,
    parties: usize,
    /// Every third option cannot be taken back.
    one_way: bool,
    /// Three-literal statements about what cannot be; each rules out about an eighth.
    ruled_out: usize,
}

const fn plain(name: &'static str, options: usize, parties: usize) -> Shape {
    Shape { name, options, parties, one_way: false, ruled_out: 0 }
}

const SHAPES: [Shape; 7] = [
    plain("2^12 states, 3 parties", 12, 3),
    plain("2^14 states, 2 parties", 14, 2),
    plain("2^14 states, 3 parties", 14, 3),
    Shape { name: "2^14 less a third, 3 parties", options: 14, parties: 3, one_way: false, ruled_out: 3 },
    Shape { name: "2^14 states, 3 parties, one-way", options: 14, parties: 3, one_way: true, ruled_out: 0 },
    plain("2^20 states, 3 parties", 20, 3),
    plain("2^20 states, 2 parties", 20, 2),
];

fn conflict(shape: &Shape) -> ConflictGraph {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let mut literal = || {
        let made = Formula::Move(MoveId(rng.random_range(0..shape.options)));
        if rng.random_bool(0.5) { made } else { Formula::Not(Box::new(made)) }
    };
    let infeasible: Vec<Statement> = (0..shape.ruled_out)
        .map(|_| {
            let two = Formula::And(Box::new(literal()), Box::new(literal()));
            let formula = Formula::And(Box::new(literal()), Box::new(two));
            Statement { text: String::new(), formula, place: None }
        })
        .collect();
    let choices = (0..shape.options).map(|bit| MoveChoice {
        name: format!("option {bit}"),
        by: bit % shape.parties,
        direction: if shape.one_way && bit % 3 == 0 { Direction::Forward } else { Direction::Both },
    });
    let choices: Vec<MoveChoice> = choices.collect();
    let names: Vec<String> = (0..shape.parties).map(|party| format!("party {party}")).collect();
    let tied = vec![MovePreference::Prioritised(Vec::new()); shape.parties];
    let build = |wishes: &[MovePreference]| {
        ConflictGraph::from_options(names.clone(), choices.clone(), &infeasible, wishes)
            .expect("a sound conflict")
    };
    // The number of feasible states is known once the graph is built.
    let states = build(&tied).len();
    let strict = |rng: &mut ChaCha8Rng| {
        let mut order: Vec<Vec<usize>> = (1..=states).map(|number| vec![number]).collect();
        order.shuffle(rng);
        MovePreference::Ranking(order)
    };
    let wishes: Vec<MovePreference> = (0..shape.parties).map(|_| strict(&mut rng)).collect();
    build(&wishes)
}

fn all_concepts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("all five concepts");
    group.sample_size(10);
    for shape in &SHAPES {
        let graph = conflict(shape);
        group.bench_function(BenchmarkId::from_parameter(shape.name), |bencher| {
            bencher.iter(|| Stability::of(&graph));
        });
    }
    group.finish();
}

fn each_concept(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one party, 2^14 states, 3 parties");
    group.sample_size(10);
    let graph = conflict(&SHAPES[2]);
    for concept in Concept::ALL {
        group.bench_function(BenchmarkId::from_parameter(concept.word()), |bencher| {
            bencher.iter(|| stable_states(&graph, 0, concept, Sanction::General));
        });
    }
    group.finish();
}

criterion_group!(benches, all_concepts, each_concept);
criterion_main!(benches);
