//! Bodies drawn at random.

use detente_collective::Body;
use proptest::prelude::*;

/// One actor as numbers: capability, then position and salience on each issue. Coarse numbers make ties common.
pub type Row = (f64, Vec<(f64, f64)>);

/// Rows of between two and `most` actors on so many issues, whose saliences add up to at most one attention.
pub fn rows(most: usize, issues: usize) -> impl Strategy<Value = Vec<Row>> {
    let share = |grain: u32| (0..=grain).prop_map(move |n| f64::from(n) / f64::from(grain));
    let stands = (share(20), (1..=10_u32).prop_map(move |n| f64::from(n) / (10.0 * issues as f64)));
    let row = ((1..=20_u32).prop_map(f64::from), proptest::collection::vec(stands, issues));
    proptest::collection::vec(row, 2..=most)
}

/// The body of some rows; actors are called by the number of their row.
pub fn body(rows: &[Row]) -> Body {
    named(rows, (0..rows.len()).collect())
}

/// The body of some rows in another order; actors keep their names.
pub fn named(rows: &[Row], order: Vec<usize>) -> Body {
    let mut body = Body::over(rows[0].1.len());
    for at in order {
        body.actor(format!("{at}"), rows[at].0, rows[at].1.clone());
    }
    body.build().expect("within their scales")
}
