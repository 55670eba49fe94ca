//! How soon a brief ends after it is cancelled from another thread, at moments spread over the time that it takes.
//!
//! `cargo run --release -p detente-brief --example cancel_latency -- cases/cairo-2024/case.toml 20000`

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use detente_brief::{Options, Sitting, SittingError};
use detente_model::Progress;

/// Moments at which it is cancelled.
const MOMENTS: u32 = 40;
/// No more than this is waited for one brief.
const LONGEST: Duration = Duration::from_secs(20);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("name a case file")?;
    let draws = arguments.next().map_or(Ok(2_000), |draws| draws.parse())?;
    let text = std::fs::read_to_string(&file)?;
    let case = detente_case::parse(&file, &text)
        .map_err(|_| "the case has faults: `detente check` names them")?
        .case;
    let case = Arc::new(case);
    let begun = Instant::now();
    // Ended at the latest after a while: only the latency is asked for.
    let (late, _) = cancelled_after(&case, draws, LONGEST)?;
    let whole = late.map_or_else(|| begun.elapsed(), |_| LONGEST);
    let mut latencies: Vec<Duration> = Vec::new();
    let mut steps = 0;
    for moment in 1..MOMENTS {
        let (latency, at_once) = cancelled_after(&case, draws, whole * moment / MOMENTS)?;
        latencies.extend(latency);
        steps = steps.max(at_once);
    }
    latencies.sort();
    let (Some(middle), Some(most)) = (latencies.get(latencies.len() / 2), latencies.last()) else {
        return Err("it was over before it could be cancelled: ask for more draws".into());
    };
    println!("{} times cancelled: {middle:.1?} in the middle, {most:.1?} at most", latencies.len());
    println!("at most {steps} steps between two looks");
    Ok(())
}

/// How long a brief went on after it was cancelled, `None` if it was over before; and the most steps between two looks at whether it is.
fn cancelled_after(
    case: &Arc<detente_model::Case>,
    draws: u64,
    wait: Duration,
) -> Result<(Option<Duration>, u64), SittingError> {
    let progress = Arc::new(Progress::default());
    let sitting = Sitting::watched(Arc::clone(case), Options::drawing(draws, 1), Arc::clone(&progress));
    let asked = thread::spawn(move || {
        let answer = sitting.brief().map(drop);
        (answer, Instant::now())
    });
    let begun = Instant::now();
    while begun.elapsed() < wait && !asked.is_finished() {
        thread::sleep(Duration::from_micros(200));
    }
    progress.cancel();
    let cancelled = Instant::now();
    let latency = match asked.join() {
        Ok((Err(SittingError::Cancelled(_)), ended)) => Some(ended.saturating_duration_since(cancelled)),
        Ok((answer, _)) => answer.map(|()| None)?,
        Err(panic) => std::panic::resume_unwind(panic),
    };
    Ok((latency, progress.most_at_once()))
}
