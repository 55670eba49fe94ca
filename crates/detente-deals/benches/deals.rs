//! How long the questions about one deal space take, on spaces from a fixed seed, and 2,000 worlds of a real case.
//!
//! Ten options an issue, values and weights drawn evenly, no deal worth nothing: the shapes that `bench/negmas.py` measures
//! from the outside, beside another program.

use std::path::Path;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use detente_deals::{Acceptability, ActorTerms, Central, DealSpace, Over, Sampling, Search, Units};
use detente_model::{Actor, PartyId, Worlds};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

const OPTIONS: usize = 10;

struct Shape {
    name: &'static str,
    parties: usize,
    issues: usize,
    /// What an option is worth to the second party is what it costs the first, on weights of their own.
    opposed: bool,
}

const fn random(name: &'static str, parties: usize, issues: usize) -> Shape {
    Shape { name, parties, issues, opposed: false }
}

const fn opposed(name: &'static str, issues: usize) -> Shape {
    Shape { name, parties: 2, issues, opposed: true }
}

const SHAPES: [Shape; 9] = [
    random("10^4", 2, 4),
    random("10^5", 2, 5),
    random("10^6", 2, 6),
    random("10^7", 2, 7),
    random("three parties, 10^6", 3, 6),
    random("three parties, 10^12", 3, 12),
    opposed("opposed, 10 issues", 10),
    opposed("opposed, 15 issues", 15),
    opposed("opposed, 20 issues", 20),
];

fn space(shape: &Shape) -> DealSpace {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut row = |length: usize| -> Vec<f64> { (0..length).map(|_| rng.random()).collect() };
    let mut tables: Vec<Vec<Vec<f64>>> =
        (0..shape.parties).map(|_| (0..shape.issues).map(|_| row(OPTIONS)).collect()).collect();
    if shape.opposed {
        tables[1] = tables[0].iter().map(|table| table.iter().map(|value| 1.0 - value).collect()).collect();
    }
    let terms = |(i, table): (usize, &Vec<Vec<f64>>)| {
        let weights = row(shape.issues);
        let total: f64 = weights.iter().sum();
        let worth = table.iter().zip(&weights).map(|(values, weight)| {
            values.iter().map(|value| Units::from_f64(weight / total * value)).collect()
        });
        ActorTerms {
            actor: Actor::Party(PartyId(i)),
            signs: true,
            worth: worth.collect(),
            refused: vec![vec![false; OPTIONS]; shape.issues],
            interactions: Vec::new(),
            reservation: Units::ZERO,
        }
    };
    let actors = tables.iter().enumerate().map(terms).collect();
    DealSpace::from_parts(vec![OPTIONS; shape.issues], actors, shape.parties, Vec::new(), Vec::new())
        .expect("a sound space")
}

fn one_question<T>(criterion: &mut Criterion, name: &str, ask: impl Fn(&DealSpace) -> T) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    for shape in &SHAPES {
        let space = space(shape);
        group.bench_function(BenchmarkId::from_parameter(shape.name), |bencher| bencher.iter(|| ask(&space)));
    }
    group.finish();
}

fn each_question(criterion: &mut Criterion) {
    one_question(criterion, "frontier", |space| space.frontier(Over::All, &Search::default()));
    one_question(criterion, "frontier of the zone", |space| space.frontier(Over::Zone, &Search::default()));
    one_question(criterion, "margin", |space| space.margin(&Search::default()));
    one_question(criterion, "count of the zone", |space| space.count_zone(true));
    one_question(criterion, "sticking points", |space| space.sticking_points(&Search::default()));
    one_question(criterion, "all findings in one world", |space| Central::of(space.clone()));
}

fn worlds_of_a_case(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024/case.toml");
    let case = detente_case::read(&path).expect("a case without faults").case;
    let worlds = Worlds::new(&case, 1);
    let mut group = criterion.benchmark_group("2,000 worlds of the talks in Cairo");
    group.sample_size(10);
    group.bench_function("acceptability", |bencher| {
        bencher.iter(|| Acceptability::over(&worlds, Sampling::Draws(2_000), 12, &Arc::default()));
    });
    group.bench_function("drawing and laying out alone", |bencher| {
        bencher.iter(|| (0..2_000).filter(|i| DealSpace::new(&worlds.draw(*i)).is_ok()).count());
    });
    group.finish();
}

criterion_group!(benches, each_question, worlds_of_a_case);
criterion_main!(benches);
