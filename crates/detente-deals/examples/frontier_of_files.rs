//! Finds the Pareto frontier of a case of another tool inside one process, again and again, and prints how many points it has
//! and the seconds of the quickest time: what is left of `detente deals` without its start, its reading and its other findings.
//!
//! ```sh
//! cargo run --release -p detente-deals --example frontier_of_files -- domain.yml p0.yml p1.yml
//! ```

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use detente_case::Rendering;
use detente_deals::{DealSpace, Over, Search};
use detente_model::Worlds;

/// Times that it is found at the least.
const TIMES: usize = 20;
/// It is found no more once this long has passed.
const LONG_ENOUGH: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let import = detente_foreign::import(&files, None).map_err(|faults| {
        faults.iter().map(|fault| fault.render(Rendering::default())).collect::<String>()
    })?;
    let space = DealSpace::new(Worlds::new(&import.case, 1).central())?;
    let begun = Instant::now();
    let mut quickest = Duration::MAX;
    let mut points = 0;
    for time in 0.. {
        if time >= TIMES && begun.elapsed() > LONG_ENOUGH {
            break;
        }
        let before = Instant::now();
        points = space.frontier(Over::All, &Search::default()).into_result()?.len();
        quickest = quickest.min(before.elapsed());
    }
    println!("{points} {}", quickest.as_secs_f64());
    Ok(())
}
