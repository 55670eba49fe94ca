//! How long a bargaining in space takes, by the number of actors.

use criterion::{Criterion, criterion_group, criterion_main};
use detente_collective::Body;
use detente_collective::spatial::Spatial;

/// Actors as scattered as numbers of the golden ratio are.
fn body(actors: usize) -> Body {
    let mut body = Body::over(1);
    let share = |step: f64| step.fract();
    for actor in 0..actors {
        let step = actor as f64 + 1.0;
        body.actor(
            format!("actor {actor}"),
            1.0 + share(step * 0.414_213_562),
            [(share(step * 0.618_033_989), 0.2 + 0.7 * share(step * 0.732_050_808))],
        );
    }
    body.build().expect("all within their scales")
}

fn spatial(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("spatial");
    group.sample_size(10);
    for actors in [30, 40, 80, 200] {
        let body = body(actors);
        group.bench_function(format!("{actors} actors"), |bench| {
            bench.iter(|| Spatial::default().hold(&body));
        });
    }
    group.finish();
}

criterion_group!(benches, spatial);
criterion_main!(benches);
