//! Finds the Pareto frontier of a case once and prints how many points it has and the seconds that took; then the bargaining solutions, each by
//! itself, and the seconds that took.
//!
//! ```sh
//! cargo run --release -p detente-deals --example frontier_of_case -- case.toml
//! ```

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use detente_deals::{DealSpace, Over, Search};
use detente_model::Worlds;

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args_os().skip(1).map(PathBuf::from) {
        let case = detente_case::read(&path).map_err(|_| format!("{} has faults", path.display()))?.case;
        let space = DealSpace::new(Worlds::new(&case, 1).central())?;
        let before = Instant::now();
        match space.frontier(Over::All, &Search::default()).into_result() {
            Ok(points) => println!("{} points, {:.6} s", points.len(), before.elapsed().as_secs_f64()),
            Err(error) => println!("{error}, {:.6} s", before.elapsed().as_secs_f64()),
        }
        let before = Instant::now();
        let solutions = space.solutions(&Search::default())?;
        let known =
            solutions.iter().flat_map(|s| [&s.nash, &s.kalai_smorodinsky, &s.egalitarian, &s.utilitarian]);
        println!("{} solutions, {:.6} s", known.flatten().count(), before.elapsed().as_secs_f64());
    }
    Ok(())
}
