//! How long plans take. Figures and how to repeat them: `bench/exchange.md`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use detente_exchange::{
    Schedule, Side, SideTerms, Terms, assess_terms, guarantee_needed, over_worlds, plan, verify,
};

/// Invented worths; the numbers of people as they were reported in February 2024.
fn single_lots(guarantee: f64, war: f64) -> Terms {
    let mut terms = Terms::new(SideTerms::new("Israel"), SideTerms::new("Hamas"), 135.0)
        .lot("people held", Side::Two, 130, 1.0, 0.2)
        .lot("prisoners", Side::One, 1500, 0.03, 0.02);
    terms.sides[0].war_gain_per_day = war;
    terms.sides[0].guarantee = guarantee;
    terms.sides[1].calm_value_per_day = 0.05;
    terms
}

fn six_lots() -> Terms {
    let mut terms = Terms::new(SideTerms::new("Israel"), SideTerms::new("Hamas"), 135.0)
        .lot("women, children, elderly", Side::Two, 40, 1.2, 0.1)
        .lot("soldiers", Side::Two, 61, 1.3, 0.5)
        .lot("the dead", Side::Two, 29, 0.5, 0.1)
        .lot("minors and women", Side::One, 300, 0.03, 0.005)
        .lot("others", Side::One, 700, 0.025, 0.01)
        .lot("serving life", Side::One, 500, 0.05, 0.04);
    terms.sides[0].war_gain_per_day = 0.5;
    terms.sides[0].guarantee = 20.0;
    terms.sides[1].calm_value_per_day = 0.05;
    terms
}

fn plans(c: &mut Criterion) {
    let single = single_lots(0.0, 0.5);
    let six = six_lots();
    let mut capped = six.clone();
    capped.sides[1].capacity = Some(10);
    capped.sides[0].capacity = Some(100);
    capped.first = Some(Side::Two);
    let mut batched = six.clone();
    batched.sides[1].minimum_batch = 5;
    let stages = Schedule::equal(&six, "3 × 45 days", None, 3, 45.0);
    c.bench_function("plan, single lots, 135 days", |b| b.iter(|| plan(black_box(&single))));
    c.bench_function("plan, six lots", |b| b.iter(|| plan(black_box(&six))));
    c.bench_function("plan, six lots, capacity, one side first", |b| b.iter(|| plan(black_box(&capped))));
    c.bench_function("plan, six lots, minimum batch", |b| b.iter(|| plan(black_box(&batched))));
    c.bench_function("verify, six lots, three stages", |b| b.iter(|| verify(black_box(&six), &stages)));
    c.bench_function("guarantee needed, six lots", |b| b.iter(|| guarantee_needed(black_box(&six))));
    c.bench_function("everything about a package, six lots", |b| {
        b.iter(|| assess_terms(black_box(&six), vec![stages.clone()]));
    });
}

fn worlds(c: &mut Criterion) {
    let stages = Schedule::equal(&single_lots(0.0, 0.5), "3 × 45 days", None, 3, 45.0);
    // κ from 0.2 to 0.6, spread by the golden ratio.
    let terms = |i: u64| Ok(single_lots(20.0, 0.2 + 0.4 * (i as f64 * 0.618_033_988_749_895).fract()));
    let mut group = c.benchmark_group("worlds");
    group.sample_size(10);
    group.bench_function("10,000 worlds, single lots", |b| {
        b.iter(|| over_worlds(10_000, terms, Some(&stages)));
    });
    let six = |i: u64| {
        let mut terms = six_lots();
        terms.sides[0].war_gain_per_day = 0.2 + 0.4 * (i as f64 * 0.618_033_988_749_895).fract();
        Ok(terms)
    };
    group.bench_function("1,000 worlds, six lots", |b| b.iter(|| over_worlds(1_000, six, None)));
    group.finish();
}

criterion_group!(benches, plans, worlds);
criterion_main!(benches);
