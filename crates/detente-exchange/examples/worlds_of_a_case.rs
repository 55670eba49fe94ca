//! How long it takes to judge the exchange of a case in many worlds:
//! `cargo run --release -p detente-exchange --example worlds_of_a_case -- cases/cairo-2024 10000`

#![allow(clippy::print_stdout)]

use std::path::Path;
use std::time::Instant;

use detente_exchange::{over_worlds, schedules_of, terms_of};
use detente_model::{Package, Worlds};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "cases/cairo-2024".to_owned());
    let draws: u64 = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let case =
        detente_case::read(Path::new(&path)).map_err(|_| "the case has faults: see `detente check`")?.case;
    let worlds = Worlds::new(&case, 1);
    // The package that picks the middle option of every issue.
    let middle = |issue: &detente_model::Issue| (issue.options.len() / 2) as u16;
    let package = Package(case.issues.iter().map(middle).collect());
    let central = terms_of(worlds.central(), &package)?;
    let proposed = schedules_of(&case, &central, &package);
    let begun = Instant::now();
    let found =
        over_worlds(draws, |draw| Ok(terms_of(&worlds.draw(draw), &package)?.pledged()), proposed.first())?;
    println!("{draws} worlds in {:.2} s", begun.elapsed().as_secs_f64());
    println!("some schedule holds itself in {:.3} of them", found.some_schedule_holds.value());
    if let (Some(holds), Some(schedule)) = (found.schedule_holds, proposed.first()) {
        println!("“{}” in {:.3}", schedule.name, holds.value());
    }
    Ok(())
}
