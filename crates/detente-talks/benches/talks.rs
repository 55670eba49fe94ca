//! How long talks take: whole negotiations over spaces of several sizes, the bare protocol, and a tournament, from a fixed seed.
//!
//! Ten options an issue. *Opposed* scenarios give the second party what an option costs the first, on weights of its own. Scenarios are built once, outside of what is
//! measured, but for the line that measures building. Groups named `two threads` hold many talks at once on two.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use detente_model::{Progress, Worlds};
use detente_talks::course::{Variation, course};
use detente_talks::negmas::{Among, Micro, Repeats, TimeBased};
use detente_talks::protocols::rubinstein::{Bargain, Horizon, Point};
use detente_talks::protocols::sao;
use detente_talks::tournament::{Arena, Contender, Results, Rules, Tournament};
use detente_talks::{
    Answer, Curve, Deadline, Ended, Moment, Negotiator, Offer, Scenario, ScenarioBuilder, Wants, Way,
    chance_of,
};
use rand::RngExt;
use rayon::prelude::*;

const OPTIONS: usize = 10;

fn builder(issues: usize, opposed: bool, seed: u64) -> ScenarioBuilder {
    let mut chance = chance_of(seed, 0);
    let mut row = |length: usize| -> Vec<f64> { (0..length).map(|_| chance.random()).collect() };
    let first: Vec<Vec<f64>> = (0..issues).map(|_| row(OPTIONS)).collect();
    let second: Vec<Vec<f64>> = if opposed {
        first.iter().map(|table| table.iter().map(|value| 1.0 - value).collect()).collect()
    } else {
        (0..issues).map(|_| row(OPTIONS)).collect()
    };
    let mut weighed = |tables: Vec<Vec<f64>>| -> Vec<Vec<f64>> {
        let weights = row(issues);
        let total: f64 = weights.iter().sum();
        let tables = tables.into_iter().zip(weights);
        tables
            .map(|(table, weight)| table.into_iter().map(|value| value * weight / total).collect())
            .collect()
    };
    let (first, second) = (weighed(first), weighed(second));
    let mut builder = Scenario::over(vec![OPTIONS; issues]);
    builder.party("one", 0.0, first).party("other", 0.0, second);
    builder
}

fn scenario(issues: usize, opposed: bool) -> Scenario {
    builder(issues, opposed, 1).build().expect("a scenario of ten options an issue")
}

fn held(wants: &[Wants<'_>], ways: [Way; 2], rounds: u32) -> Ended {
    let mut parties = [ways[0].seated(0, 1), ways[1].seated(1, 1)];
    sao::hold(wants, &mut parties, Deadline::rounds(rounds), |_| ())
}

const BOULWARE: Way = Way::Time { beta: 0.25 };
const CONCEDER: Way = Way::Time { beta: 4.0 };

fn one_at_a_time(c: &mut Criterion) {
    let mut group = c.benchmark_group("one negotiation");
    for (name, issues, opposed, ways, rounds) in [
        ("10^4 opposed, boulware and conceder", 4, true, [BOULWARE, CONCEDER], 100),
        ("10^4 opposed, boulware and conceder", 4, true, [BOULWARE, CONCEDER], 1_000),
        ("10^4 opposed, boulware and boulware", 4, true, [BOULWARE; 2], 100),
        ("10^4 opposed, boulware and boulware", 4, true, [BOULWARE; 2], 1_000),
        ("10^4 opposed, micro and micro", 4, true, [Way::Micro; 2], 1_000),
        ("10^4 opposed, hybrid and hybrid", 4, true, [Way::Hybrid; 2], 100),
        ("10^4 opposed, nice tit for tat and boulware", 4, true, [Way::NiceTitForTat, BOULWARE], 100),
        ("10^15 opposed, boulware and conceder", 15, true, [BOULWARE, CONCEDER], 100),
        ("10^15 opposed, boulware and boulware", 15, true, [BOULWARE; 2], 100),
        ("10^20 opposed, boulware and boulware", 20, true, [BOULWARE; 2], 100),
        ("10^20 opposed, micro and micro", 20, true, [Way::Micro; 2], 1_000),
    ] {
        let scenario = scenario(issues, opposed);
        let wants = scenario.wants();
        group.bench_function(BenchmarkId::new(name, rounds), |b| {
            b.iter(|| held(black_box(&wants), ways, rounds));
        });
    }
    group.finish();
}

fn many_at_once(c: &mut Criterion) {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let mut group = c.benchmark_group("two threads");
    group.sample_size(20);
    let (issues, many) = (4, 2_000_u64);
    let scenario = scenario(issues, true);
    let wants = scenario.wants();
    group.throughput(Throughput::Elements(many));
    for (name, ways) in
        [("boulware and conceder", [BOULWARE, CONCEDER]), ("boulware and boulware", [BOULWARE; 2])]
    {
        group.bench_function(BenchmarkId::new("negotiations over 10^4 opposed, 100 rounds", name), |b| {
            b.iter(|| {
                threads.install(|| {
                    (0..many).into_par_iter().map(|_| held(&wants, ways, 100).rounds).sum::<u32>()
                })
            });
        });
    }
    group.finish();
}

/// Offers the same package always and accepts nothing: what is left is the protocol.
struct Wall(Offer);

impl Negotiator for Wall {
    fn answers(&mut self, _: &Moment<'_>, _: usize, _: &Offer) -> Answer {
        Answer::Reject
    }

    fn proposes(&mut self, _: &Moment<'_>) -> Option<Offer> {
        Some(self.0)
    }
}

fn bare_protocol(c: &mut Criterion) {
    let scenario = scenario(4, true);
    let wants = scenario.wants();
    let offers = [scenario.layout().last(), Offer::default()];
    let rounds = 1_000_000;
    let mut group = c.benchmark_group("bare protocol");
    group.sample_size(20).throughput(Throughput::Elements(u64::from(rounds)));
    group.bench_function("rounds, one thread", |b| {
        b.iter(|| {
            let mut parties: Vec<Box<dyn Negotiator>> =
                offers.iter().map(|offer| Box::new(Wall(*offer)) as _).collect();
            sao::hold(black_box(&wants), &mut parties, Deadline::rounds(rounds), |_| ())
        });
    });
    group.finish();
}

/// Four strategies by another program's rules on four scenarios, all pairs, both roles, both orders: 128 negotiations of 100 rounds, from scenarios that were read to the table with its
/// intervals and comparisons. Then what the theory of games makes of the table.
fn tournament(c: &mut Criterion) {
    let arenas = [(3, 1), (3, 2), (4, 3), (4, 4)].iter().map(|(issues, seed)| {
        let built = builder(*issues, *seed % 2 == 0, *seed).build().expect("a scenario");
        Arena::unmeasured(format!("scenario {seed}"), built)
    });
    let time = |name: &str, exponent| {
        Contender::new(name, false, move |_, _| {
            Box::new(TimeBased { curve: Curve::power(exponent), slack: 1e-4, among: Among::Rational })
        })
    };
    let contenders = vec![
        time("boulware", 4.0),
        time("linear", 1.0),
        time("conceder", 0.25),
        Contender::new("micro", false, |_, _| Box::new(Micro::new(Repeats::Latest, true))),
    ];
    let tournament =
        Tournament::new(arenas.collect(), contenders, Rules::default()).expect("a tournament of two parties");
    assert_eq!(tournament.negotiations(), 128);
    let mut group = c.benchmark_group("tournament");
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        group.bench_function(BenchmarkId::new("128 negotiations and their table, threads", threads), |b| {
            b.iter(|| {
                pool.install(|| {
                    let held = tournament.hold_all(None).expect("threads are there");
                    Results::of(black_box(&tournament), &held)
                })
            });
        });
    }
    let results = Results::of(&tournament, &tournament.hold_all(None).expect("threads are there"));
    group.bench_function("the game of its table", |b| b.iter(|| black_box(&results).game()));
    group.finish();
}

/// What is done once before any talks.
fn preparing(c: &mut Criterion) {
    let mut group = c.benchmark_group("scenario");
    group.sample_size(20);
    for issues in [4, 6, 15, 20] {
        let builder = builder(issues, true, 1);
        group.bench_function(BenchmarkId::new("prepared, 10 to the", issues), |b| {
            b.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    let begin = Instant::now();
                    let built = black_box(&builder).build();
                    spent += begin.elapsed();
                    drop(built);
                }
                spent
            });
        });
    }
    group.finish();
}

fn rubinstein(c: &mut Criterion) {
    let point = |k: u16| Point {
        worth: [f64::from(k) / 10_000.0, 1.0 - f64::from(k) / 10_000.0],
        package: detente_model::Package(vec![k]),
    };
    let bargain = Bargain::over((0..=10_000).map(point), [0.0; 2]);
    let mut group = c.benchmark_group("rubinstein");
    group.bench_function("1,000 periods on a frontier of 10,001", |b| {
        b.iter(|| black_box(&bargain).equilibrium([0.99, 0.98], 0, Horizon::Periods(1_000)));
    });
    group.finish();
}

/// The talks of a real case in 2,000 worlds: as the case has them, and with every assumption and lever that a brief tells of.
fn of_a_case(c: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    let case = detente_case::read(&folder).expect("a case of the project").case;
    let talks = case.talks.clone().expect("it has talks");
    let assumptions = Variation::assumptions(&case, &talks);
    let mut told = assumptions.clone();
    told.extend(Variation::levers(&case, &talks));
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let mut group = c.benchmark_group("2,000 worlds of Cairo's talks, two threads");
    group.sample_size(10);
    for (name, variations, measured) in [
        ("as the case has them", &assumptions[..1], 0),
        ("all that a brief tells", &told[..], assumptions.len()),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| {
                // New worlds each time: drawing them is a part of it.
                let worlds = Worlds::new(&case, 1);
                let progress = Progress::default();
                threads.install(|| course(&worlds, 2_000, black_box(variations), measured, &progress))
            });
        });
    }
    group.finish();
}

criterion_group!(
    talks,
    of_a_case,
    one_at_a_time,
    many_at_once,
    bare_protocol,
    tournament,
    preparing,
    rubinstein
);
criterion_main!(talks);
