//! Sobol indices against `SALib` and against integrals worked out by hand; the figures of `SALib` come from `tests/salib_sobol.py`.

#![allow(clippy::unwrap_used)]

use std::f64::consts::PI;

use detente_deals::sobol::{Design, Evaluations, SobolIndices};
use detente_deals::{DealSpace, Search};
use detente_model::{
    Actor, Case, Choice, Issue, IssueId, IssuePosition, Number, NumberId, Party, PartyId, Position,
    Reservation, Role, Uncertain, Valuation, Weights, Worlds,
};
use serde_json::Value;

fn fixture(name: &str) -> Value {
    let path = format!("{}/tests/salib/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// Evaluates a function where `SALib` did, and compares values and indices.
fn agrees_with_salib(name: &str, function: &dyn Fn(&[f64]) -> f64) {
    let fixture = fixture(name);
    let points: Vec<Vec<f64>> = fixture["points"].as_array().unwrap().iter().map(numbers).collect();
    let groups = fixture["groups"].as_array().unwrap().len();
    let values: Vec<f64> = points.iter().map(|point| function(point)).collect();
    for (ours, theirs) in values.iter().zip(numbers(&fixture["values"])) {
        assert!((ours - theirs).abs() < 1e-9, "{ours} {theirs}");
    }
    let mut compared = 0;
    for (output, indices) in fixture["indices"].as_object().unwrap() {
        let of = |y: &f64| if output == "positive" { f64::from(u8::from(*y >= 0.0)) } else { *y };
        let rows: Vec<Vec<Option<f64>>> =
            values.chunks(groups + 2).map(|row| row.iter().map(|y| Some(of(y))).collect()).collect();
        let ours: Vec<(f64, f64)> =
            Evaluations::from_rows(&rows, groups).estimates().into_iter().flatten().collect();
        let theirs: Vec<(f64, f64)> =
            numbers(&indices["first"]).into_iter().zip(numbers(&indices["total"])).collect();
        assert_eq!(ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert!(
                (ours.0 - theirs.0).abs() < 1e-9 && (ours.1 - theirs.1).abs() < 1e-9,
                "{ours:?} {theirs:?}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 3);
}

fn ishigami(u: &[f64]) -> f64 {
    let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
    x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
}

/// Two parties, two issues, six packages; the inputs in the order of the fixture.
fn small_case() -> Case {
    let mut case = Case::default();
    let range = |low, high| Uncertain::uniform(low, high).unwrap();
    let mut number = |path: &str, value: Uncertain| case.numbers.add(Number::new(path, value));
    let one = number("positions.one.no_deal", range(0.2, 0.8));
    let two = number("positions.two.no_deal", range(0.1, 0.5));
    let weights = [number("w.a", range(0.2, 0.8)), number("w.b", range(0.3, 0.7))];
    let middle = number("middle", range(0.1, 0.9));
    let mut known = |x: f64| number("known", Uncertain::Known(x));
    let (nought, half, all) = (known(0.0), known(0.5), known(1.0));
    let party = |id: &str| Party {
        id: id.to_owned(),
        name: id.to_owned(),
        role: Role::Principal,
        people: Vec::new(),
        quota: None,
        quota_when: None,
        place: None,
    };
    case.parties = vec![party("one"), party("two")];
    let issue = |id: &str, options: usize| Issue {
        id: id.to_owned(),
        name: id.to_owned(),
        unit: None,
        options: (0..options).map(|o| Choice::Number(o as f64)).collect(),
        continuous: false,
        place: None,
    };
    case.issues = vec![issue("a", 2), issue("b", 3)];
    let position =
        |party: usize, reservation: NumberId, weights: [NumberId; 2], values: [Vec<NumberId>; 2]| Position {
            of: Actor::Party(PartyId(party)),
            reservation: Reservation::Value(reservation),
            weights: Weights::Stated((0..2).map(|k| (IssueId(k), weights[k])).collect()),
            issues: (values.into_iter().enumerate())
                .map(|(k, values)| IssuePosition {
                    issue: IssueId(k),
                    valuation: Some(Valuation::Table(values)),
                    never: Vec::new(),
                    doubtful: Vec::new(),
                    at_most: None,
                    at_least: None,
                    cite: Vec::new(),
                    note: None,
                    place: None,
                })
                .collect(),
            cite: Vec::new(),
            note: None,
            place: None,
        };
    case.positions = vec![
        position(0, one, weights, [vec![nought, all], vec![nought, middle, all]]),
        position(1, two, [half, half], [vec![all, nought], vec![all, half, nought]]),
    ];
    case
}

#[test]
fn estimators_are_those_of_salib() {
    agrees_with_salib("ishigami", &ishigami);
    let case = small_case();
    let worlds = Worlds::new(&case, 1);
    let margin = |point: &[f64]| {
        let space = DealSpace::new(&worlds.at(point)).unwrap();
        space.margin(&Search::default()).unwrap().unwrap().value.to_f64()
    };
    agrees_with_salib("case", &margin);
    let groups: Vec<Vec<usize>> = worlds.groups().into_iter().map(|g| g.coordinates).collect();
    assert_eq!(serde_json::json!(groups), fixture("case")["groups"]);
}

/// Ishigami's function has known indices (Ishigami & Homma 1990; a = 7, b = 0.1): first 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
#[test]
fn indices_approach_the_integrals() {
    let design = Design::new(3, vec![vec![0], vec![1], vec![2]], 1);
    let rows: Vec<Vec<Option<f64>>> =
        (0..1 << 13).map(|row| design.row(row).iter().map(|point| Some(ishigami(point))).collect()).collect();
    let found = Evaluations::from_rows(&rows, 3).indices(1, &detente_model::Progress::default());
    assert_eq!(found.iter().flatten().count(), 3);
    for (found, (first, total)) in
        found.iter().flatten().zip([(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)])
    {
        // Of 8,192 independent rows the estimates would have standard errors below 0.02; Sobol points do better.
        assert!((found.first - first).abs() < 0.02 && (found.total - total).abs() < 0.02, "{found:?}");
        assert!(found.first_interval[0] <= first && first <= found.first_interval[1], "{found:?} {first}");
        assert!(found.total_interval[0] <= total && total <= found.total_interval[1], "{found:?} {total}");
    }
}

#[test]
fn a_case_is_measured_alike_on_any_number_of_threads() {
    let case = small_case();
    let worlds = Worlds::new(&case, 1);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| SobolIndices::over(&worlds, 1, 256, &std::sync::Arc::default()).unwrap())
    };
    let found = run(1);
    assert_eq!(found, run(3));
    assert!(found.zone.iter().chain(&found.margin).all(|index| index.indices.rows == 256));
    assert_eq!((found.zone.len(), found.margin.len()), (4, 4));
    assert_eq!(SobolIndices::worlds_needed(&worlds, 256), 256 * 6);
    let share = |of: &str| {
        found.margin.iter().find(|index| index.input == of).map(|index| index.indices.total).unwrap()
    };
    // What party one can fall back on moves the margin most; see the figures of `SALib`.
    assert_eq!(found.margin[0].input, "positions.one.no_deal");
    assert!(share("positions.one.no_deal") > 0.4 && share("positions.one.weights") < 0.3);
}

/// Rows without a value are left out, for each input only where they matter to it.
#[test]
fn missing_values_cost_no_more_rows_than_they_must() {
    let full: Vec<Vec<Option<f64>>> = vec![
        vec![Some(1.0), Some(2.0), Some(0.5), Some(3.0)],
        vec![Some(2.0), Some(1.0), Some(2.5), Some(1.0)],
        vec![Some(4.0), Some(3.0), Some(1.0), Some(2.0)],
    ];
    let mut holed = full.clone();
    holed[1][1] = None;
    let rows = |rows: &[Vec<Option<f64>>]| {
        let indices = Evaluations::from_rows(rows, 2).indices(1, &detente_model::Progress::default());
        indices.into_iter().map(|i| i.unwrap().rows).collect::<Vec<u64>>()
    };
    assert_eq!((rows(&full), rows(&holed)), (vec![3, 3], vec![2, 3]));
    assert_eq!(
        Evaluations::from_rows(&[vec![Some(1.0); 4], vec![Some(1.0); 4]], 2).estimates(),
        [None, None]
    );
}
