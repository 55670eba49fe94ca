//! How long the runs of a file of recorded talks take, each held again and again for about a second, as lines of JSON.
//!
//!     cargo run --release -p detente-talks --example timed -- FILE.json
//!
//! The file has the form that `detente talks --replay` reads; rows and digests may be missing. Seconds are the least of one negotiation, from a
//! scenario that has been read and sorted, which is measured apart. `bench/talks.py` sets them beside another program's.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::time::{Duration, Instant};

use detente_talks::protocols::sao;
use detente_talks::replay::seated;
use detente_talks::{Deadline, Ended, Scenario, Wants};
use serde_json::{Value, json};

/// For how long each run is repeated.
const LONG: Duration = Duration::from_secs(1);

fn scenario(file: &Value) -> Result<Scenario, Box<dyn Error>> {
    let issues = file["scenario"]["issues"].as_array().ok_or("no issues")?;
    let mut builder =
        Scenario::over(issues.iter().map(|issue| issue["values"].as_array().map_or(0, Vec::len)));
    for party in file["scenario"]["parties"].as_array().ok_or("no parties")? {
        let tables: Vec<Vec<f64>> = serde_json::from_value(party["tables"].clone())?;
        builder.party("", party["reserve"].as_f64().unwrap_or(0.0), tables);
    }
    Ok(builder.listing_all().build()?)
}

fn held(scenario: &Scenario, run: &Value) -> Result<Ended, Box<dyn Error>> {
    let (mut wants, mut parties) = (Vec::new(), Vec::new());
    for (seat, agent) in run["agents"].as_array().ok_or("no agents")?.iter().enumerate() {
        let at = agent["party"].as_u64().ok_or("no party")? as usize;
        let party = scenario.parties().get(at).ok_or("no such party")?;
        wants.push(Wants::new(&party.bids, party.no_deal));
        parties.push(seated(agent, seat)?);
    }
    let rounds = run["n_steps"].as_u64().ok_or("no steps")?;
    Ok(sao::hold(&wants, &mut parties, Deadline::rounds(u32::try_from(rounds)?), |_| ()))
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let file: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let begun = Instant::now();
    let scenario = scenario(&file)?;
    println!("{}", json!({"id": "scenario", "seconds": begun.elapsed().as_secs_f64()}));
    for run in file["runs"].as_array().ok_or("no runs")? {
        let (begun, mut least) = (Instant::now(), Duration::MAX);
        let mut ended = held(&scenario, run)?;
        while begun.elapsed() < LONG {
            let begun = Instant::now();
            ended = held(&scenario, run)?;
            least = least.min(begun.elapsed());
        }
        let agreement: Option<Vec<usize>> =
            ended.agreement().map(|offer| scenario.layout().options(&offer).collect());
        let told = json!({"id": run["id"], "seconds": least.as_secs_f64(), "steps": ended.rounds, "agreement": agreement});
        println!("{told}");
    }
    Ok(())
}
