//! The figures of published scenarios, from their files: every one of `reference.json` to 10⁻⁹.
//!
//! The scenarios are not part of the repository; where they are absent the test says so and passes. The formats
//! themselves are tested on fixtures of `detente-case`.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::{Path, PathBuf};

use detente_deals::{Central, DealSpace, FrontierPoint, ZoneCount};
use detente_foreign::import;
use detente_model::Worlds;
use serde_json::Value;

const CLOSE: f64 = 1e-9;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn values(point: &FrontierPoint) -> Vec<f64> {
    point.values.iter().map(|v| v.to_f64()).collect()
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= CLOSE)
}

/// Domain first, then the profiles in the order of the parties.
fn files(folder: &Path, scenario: &Value) -> Vec<PathBuf> {
    let names = |key: &str| -> Vec<String> {
        scenario[key].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let (files, parties) = (names("files"), names("parties"));
    let stem = |file: &String| file.rsplit_once('.').unwrap().0.to_owned();
    let domain = files.iter().find(|file| !file.starts_with('_') && !parties.contains(&stem(file))).unwrap();
    let profiles = parties.iter().map(|party| files.iter().find(|file| stem(file) == *party).unwrap());
    std::iter::once(domain).chain(profiles).map(|file| folder.join(file)).collect()
}

#[test]
fn the_figures_of_published_scenarios_are_reproduced() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/scenarios");
    let Ok(text) = std::fs::read_to_string(folder.join("reference.json")) else {
        eprintln!("SKIPPED: {} is not there", folder.display());
        return;
    };
    let reference: Value = serde_json::from_str(&text).unwrap();
    for (name, scenario) in reference["scenarios"].as_object().unwrap() {
        let expected = &scenario["values"];
        let import = import(&files(&folder.join(name), scenario), None).unwrap();
        let space = DealSpace::new(Worlds::new(&import.case, 1).central()).unwrap();
        let outcomes = space.package_count();
        let central = Central::of(space.clone()).unwrap();
        let solutions = central.chosen().unwrap();
        assert_eq!(u64::try_from(outcomes).unwrap(), scenario["n_outcomes"].as_u64().unwrap(), "{name}");

        let reservation: Vec<f64> = central.reservation.iter().map(|r| r.to_f64()).collect();
        let disagreement = numbers(&expected["disagreement"]);
        assert!(close(&reservation, &disagreement), "{name}: {reservation:?}");
        let most: Vec<f64> = (0..reservation.len())
            .map(|i| {
                let reached = central.frontier.value().unwrap().iter().map(|point| point.values[i]);
                reached.max().unwrap().to_f64()
            })
            .collect();
        let range = |end: usize| -> Vec<f64> {
            let ranges = expected["ranges"].as_array().unwrap().iter();
            ranges.map(|range| range[end].as_f64().unwrap()).collect()
        };
        let ranges = range(1);
        assert!(close(&most, &ranges), "{name}: {most:?}");
        let least: Vec<f64> = (space.principals().iter())
            .map(|terms| space.packages().map(|outcome| terms.value(&outcome)).min().unwrap().to_f64())
            .collect();
        assert!(close(&least, &range(0)), "{name}: {least:?}");

        // Of Supermarket-B, 68 packages are worth exactly 0.25 to somebody in decimals, and less in sums of binary
        // fractions; the reference counts the latter.
        let counted = expected["n_rational"].as_u64().unwrap();
        let exact = if name == "SupermarketB" { counted + 68 } else { counted };
        assert_eq!(central.zone_count, ZoneCount::Exact(exact.into()), "{name}");
        assert_eq!(
            central.zone_frontier.value().unwrap().len() as u64,
            expected["n_pareto_distinct"].as_u64().unwrap(),
            "{name}"
        );
        let sharing: u128 =
            central.zone_frontier.value().unwrap().iter().map(|point| point.shared_by.unwrap()).sum();
        assert_eq!(sharing, u128::from(expected["n_pareto_outcomes"].as_u64().unwrap()), "{name}");

        let among = |found: &[f64], key: &str| {
            let points = expected[key].as_array().unwrap();
            assert!(points.iter().any(|point| close(found, &numbers(point))), "{name}: {key} {found:?}");
        };
        among(&values(&solutions.nash.as_ref().unwrap().point), "nash");
        among(&values(&solutions.egalitarian.as_ref().unwrap().point), "egalitarian_maxmin_surplus");
        among(&values(&solutions.utilitarian.as_ref().unwrap().point), "utilitarian");
        assert_eq!(
            solutions.utilitarian.as_ref().unwrap().ties,
            expected["utilitarian"].as_array().unwrap().len(),
            "{name}"
        );
        // The reference takes the ideal point over all packages, Detente over the zone; and gives a second form.
        let gains = |point: &FrontierPoint| -> Vec<f64> {
            let values = values(point);
            (0..values.len()).map(|i| (values[i] - disagreement[i]) / (ranges[i] - disagreement[i])).collect()
        };
        let least = |point: &FrontierPoint| gains(point).into_iter().fold(f64::INFINITY, f64::min);
        let spread =
            |point: &FrontierPoint| gains(point).into_iter().fold(f64::NEG_INFINITY, f64::max) - least(point);
        let frontier = || central.zone_frontier.value().unwrap().iter();
        let by_ratio = frontier().max_by(|a, b| least(a).total_cmp(&least(b))).unwrap();
        let by_spread = frontier().min_by(|a, b| spread(a).total_cmp(&spread(b))).unwrap();
        among(&values(by_ratio), "ks_maxmin_ratio");
        among(&values(by_spread), "ks_min_spread");
        let opposition = central.opposition().unwrap();
        assert!(
            (opposition - expected["opposition"].as_f64().unwrap()).abs() <= CLOSE,
            "{name}: {opposition}"
        );
    }
}
