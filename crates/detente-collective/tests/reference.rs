//! Another program's results, reproduced turn by turn; skipped with a word where its files are not at hand.

#![allow(clippy::print_stderr, reason = "a test that was not run says so")]

use std::path::{Path, PathBuf};

use detente_collective::Body;
use detente_collective::spatial::{Course, Spatial, ThirdParties};

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/actors");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("NOT RUN: the other program's results are not at hand");
    None
}

/// A file of that program: a line about the whole, one of headings, then an actor a line.
fn read(path: &Path) -> Body {
    let text = std::fs::read_to_string(path).expect("there");
    let row = |line: &str| -> Vec<String> {
        line.trim().trim_end_matches(',').split(',').map(|cell| cell.trim().to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = text.lines().filter(|line| !line.trim().is_empty()).map(row).collect();
    let (issues, actors): (usize, usize) = match rows[0].as_slice() {
        [.., actors, issues] => (issues.parse().expect("a number"), actors.parse().expect("a number")),
        _ => panic!("no counts"),
    };
    let mut body = Body::over(issues);
    for row in &rows[2..2 + actors] {
        let numbers: Vec<f64> = row[2..].iter().map(|cell| cell.parse().expect("a number")).collect();
        let stands = numbers[1..].chunks(2).map(|pair| (pair[0] / 100.0, pair[1] / 100.0));
        body.actor(row[0].clone(), numbers[0], stands);
    }
    body.build().expect("a body")
}

fn held(name: &str) -> Option<(PathBuf, Body, Course)> {
    let folder = folder()?;
    let body = read(&folder.join(format!("{name}.csv")));
    let course = Spatial::ktab().hold(&body).expect("held");
    Some((folder.join("reference"), body, course))
}

fn reproduces(name: &str) {
    let Some((folder, body, course)) = held(name) else { return };
    let text = std::fs::read_to_string(folder.join(format!("{name}.positions.csv"))).expect("there");
    let (mut compared, mut last) = (0, 0);
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (turn, issue): (usize, usize) =
            (cells[0].parse().expect("a turn"), cells[2].parse().expect("an issue"));
        let actor = body.names().iter().position(|name| name == cells[1]).expect("an actor");
        let theirs: f64 = cells[3].parse().expect("a position");
        let ours = 100.0 * course.turns[turn].positions[actor * body.issues() + issue];
        assert!((ours - theirs).abs() < 1e-9, "{name}, turn {turn}, {}: {ours}, not {theirs}", cells[1]);
        compared += 1;
        last = turn;
    }
    assert_eq!((compared, course.turns.len() - 1), ((last + 1) * body.len() * body.issues(), last));

    let text = std::fs::read_to_string(folder.join(format!("{name}.prob_by_turn.txt"))).expect("there");
    for line in text.lines().filter(|line| line.contains("prob :")) {
        let (who, numbers) = line.split_once(", prob :").expect("a row");
        let actor = body.names().iter().position(|name| name == who.trim()).expect("an actor");
        let theirs: Vec<f64> =
            numbers.split_whitespace().map(|cell| cell.parse().expect("a chance")).collect();
        assert_eq!(theirs.len(), course.turns.len());
        for (turn, theirs) in theirs.into_iter().enumerate() {
            let ours = course.turns[turn].probability[actor];
            assert!((ours - theirs).abs() < 5.1e-5, "{name}, turn {turn}, {who}: {ours}, not {theirs}");
        }
    }
    let text = std::fs::read_to_string(folder.join(format!("{name}.risk_turn0.txt"))).expect("there");
    let theirs = text.lines().skip(1).map_while(|line| line.trim().parse::<f64>().ok());
    for (actor, theirs) in theirs.enumerate() {
        let ours = course.turns[0].risk[actor];
        assert!((ours - theirs).abs() < 5.1e-4, "{name}, {}: {ours}, not {theirs}", body.names()[actor]);
    }
}

#[test]
fn emission_standards_of_ten_states() {
    reproduces("ec_car_emissions_ktab");
}

#[test]
fn seven_actors_on_three_issues() {
    reproduces("dummyData_3Dim");
}

#[test]
fn twenty_six_actors_on_one_issue() {
    reproduces("SOE-Policy");
}

#[test]
fn thirteen_actors_on_two_issues() {
    reproduces("SOE-Pol-Comp");
}

/// Where the compromise of all ends up in that program's own example, by how third parties join: other people's figures for the first two, the third and fourth as this crate defines them.
#[test]
fn how_third_parties_join_moves_the_outcome() {
    let Some(folder) = folder() else { return };
    let body = read(&folder.join("SOE-Policy.csv"));
    let ends = |third_parties: ThirdParties| {
        let course = Spatial { third_parties, ..Spatial::default() }.hold(&body).expect("held");
        100.0 * course.outcome(&body).expect("of this body")[0]
    };
    for (third_parties, expected) in [
        (ThirdParties::Ktab, 32.82),
        (ThirdParties::Direct, 29.85),
        (ThirdParties::Sided, 26.39),
        (ThirdParties::Corrected, 25.75),
    ] {
        let found = ends(third_parties);
        assert!((found - expected).abs() < 0.006, "{third_parties:?}: {found}, not {expected}");
    }
}
