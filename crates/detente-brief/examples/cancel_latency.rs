//! How soon a brief ends after it is cancelled from another thread, at moments spread over the time that it takes.
//!
//! `cargo run --release -p detente-brief --example cancel_latency -- cases/cairo-2024/case.toml 20000`
//!
//! Told twice: by the clock, and as the longest time of a processor that any one thread took after it was cancelled, which other programs
//! on the machine do not lengthen. Linux keeps that, too high by a tick of its scheduler (some milliseconds) at the most.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use detente_brief::{Options, Sitting, SittingError};
use detente_model::{Case, Progress};

/// Moments at which it is cancelled.
const MOMENTS: u32 = 60;
/// No more than this is waited for one brief.
const LONGEST: Duration = Duration::from_secs(20);

/// How late a brief ended.
struct Late {
    by_the_clock: Duration,
    of_a_processor: Duration,
}

/// What came of a brief that was cancelled.
struct Ended {
    /// `None` if it was over before.
    late: Option<Late>,
    /// The most steps between two looks at whether it is still wanted.
    at_once: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("name a case file")?;
    let draws = arguments.next().map_or(Ok(2_000), |draws| draws.parse())?;
    let text = fs::read_to_string(&file)?;
    let case = detente_case::parse(&file, &text)
        .map_err(|_| "the case has faults: `detente check` names them")?
        .case;
    let case = Arc::new(case);
    let begun = Instant::now();
    // Ended at the latest after a while: only the latency is asked for.
    let whole = match cancelled_after(&case, draws, LONGEST)?.late {
        None => begun.elapsed(),
        Some(_) => LONGEST,
    };
    let (mut by_the_clock, mut of_a_processor, mut steps) = (Vec::new(), Vec::new(), 0);
    for moment in 1..MOMENTS {
        let ended = cancelled_after(&case, draws, whole * moment / MOMENTS)?;
        by_the_clock.extend(ended.late.as_ref().map(|late| late.by_the_clock));
        of_a_processor.extend(ended.late.as_ref().map(|late| late.of_a_processor));
        steps = steps.max(ended.at_once);
    }
    if by_the_clock.is_empty() {
        return Err("it was over before it could be cancelled: ask for more draws".into());
    }
    println!("{} times cancelled", by_the_clock.len());
    println!("by the clock: {}", spread(by_the_clock));
    println!("of a processor: {}", spread(of_a_processor));
    println!("at most {steps} steps between two looks");
    Ok(())
}

fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    format!("{:.1?} in the middle, {:.1?} in 95 of 100, {:.1?} at most", at(0.5), at(0.95), at(1.0))
}

/// How long a brief went on after it was cancelled.
fn cancelled_after(case: &Arc<Case>, draws: u64, wait: Duration) -> Result<Ended, SittingError> {
    let progress = Arc::new(Progress::default());
    let sitting = Sitting::watched(Arc::clone(case), Options::drawing(draws, 1), Arc::clone(&progress));
    let asked = thread::spawn(move || {
        let answer = sitting.brief().map(drop);
        let ended = Instant::now();
        (answer, ended, own_time())
    });
    let begun = Instant::now();
    while begun.elapsed() < wait && !asked.is_finished() {
        thread::sleep(Duration::from_micros(200));
    }
    let before = times();
    progress.cancel();
    let cancelled = Instant::now();
    let late = match asked.join() {
        Ok((Err(SittingError::Cancelled(_)), ended, own)) => {
            let after = times().into_iter().chain(own);
            let taken = after
                .map(|(thread, time)| time.saturating_sub(before.get(&thread).copied().unwrap_or_default()));
            let by_the_clock = ended.saturating_duration_since(cancelled);
            Some(Late { by_the_clock, of_a_processor: taken.max().unwrap_or_default() })
        }
        Ok((answer, ..)) => answer.map(|()| None)?,
        Err(panic) => std::panic::resume_unwind(panic),
    };
    Ok(Ended { late, at_once: progress.most_at_once() })
}

/// By thread of this process, for how long it was on a processor.
fn times() -> BTreeMap<String, Duration> {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    threads
        .filter_map(|thread| time_in(&format!("/proc/self/task/{}", thread.file_name().to_str()?)))
        .collect()
}

/// The same of the thread that asks.
fn own_time() -> Option<(String, Duration)> {
    time_in("/proc/thread-self")
}

fn time_in(folder: &str) -> Option<(String, Duration)> {
    let told = fs::read_to_string(format!("{folder}/schedstat")).ok()?;
    let thread = fs::read_to_string(format!("{folder}/stat")).ok()?.split(' ').next()?.to_owned();
    Some((thread, Duration::from_nanos(told.split(' ').next()?.parse().ok()?)))
}
