//! How long a bargaining in space takes, by the number of actors, and how long it takes in as many worlds as a case is looked at in.

use criterion::{Criterion, criterion_group, criterion_main};
use detente_collective::Body;
use detente_collective::spatial::Spatial;
use detente_model::Progress;
use rayon::prelude::*;

/// Actors as scattered as numbers of the golden ratio are; `world` moves each a little.
fn body(actors: usize, world: usize) -> Body {
    let mut body = Body::over(1);
    let share = |step: f64| step.fract();
    for actor in 0..actors {
        let step = actor as f64 + 1.0;
        let place = share(step * 0.618_033_989)
            + 0.1 * (share((world * actors + actor) as f64 * 0.324_717_957) - 0.5);
        body.actor(
            format!("actor {actor}"),
            1.0 + share(step * 0.414_213_562),
            [(
                if world == 0 { share(step * 0.618_033_989) } else { place.clamp(0.0, 1.0) },
                0.2 + 0.7 * share(step * 0.732_050_808),
            )],
        );
    }
    body.build().expect("all within their scales")
}

fn spatial(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("spatial");
    group.sample_size(10);
    for actors in [30, 40, 80, 200, 1000] {
        let body = body(actors, 0);
        group.bench_function(format!("{actors} actors"), |bench| {
            bench.iter(|| Spatial::default().hold(&body));
        });
        if actors <= 200 {
            group.bench_function(format!("{actors} actors, as KTAB does"), |bench| {
                bench.iter(|| Spatial::ktab().hold(&body));
            });
        }
    }
    group.finish();
}

fn worlds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("worlds");
    group.sample_size(10);
    let bodies: Vec<Body> = (1..=2_000).map(|world| body(30, world)).collect();
    let progress = Progress::default();
    group.bench_function("2,000 worlds of 30 actors", |bench| {
        bench.iter(|| -> usize {
            let held = |body: &Body| {
                Spatial::default().moves(body, &progress).map_or(0, |course| course.turns.len())
            };
            bodies.par_iter().map(held).sum()
        });
    });
    group.finish();
}

criterion_group!(benches, spatial, worlds);
criterion_main!(benches);
