//! From a problem with any number of coordinates to a search compiled for a fixed number of them.

use super::eliminate::eliminate;
use super::enumerate::{enumerate, is_listable};
use super::order::elimination_order;
use super::problem::{Point, Problem};
use crate::DealsError;
use crate::limits;

/// The non-dominated points of a problem.
///
/// # Errors
/// If too many issues hang together, too many coordinates count at once, or a frontier outgrows memory.
pub(crate) fn solve(problem: &Problem) -> Result<Vec<Point>, DealsError> {
    if problem.choices.iter().any(Vec::is_empty) {
        return Ok(Vec::new());
    }
    comparable(problem.coordinates.len())?;
    match problem.coordinates.len() {
        0..=2 => search::<2>(problem),
        3 => search::<3>(problem),
        4 => search::<4>(problem),
        5 => search::<5>(problem),
        6 => search::<6>(problem),
        7 | 8 => search::<8>(problem),
        _ => search::<{ limits::COORDINATES }>(problem),
    }
}

/// Whether so many coordinates can be compared.
///
/// # Errors
/// If they are too many.
pub(crate) fn comparable(count: usize) -> Result<(), DealsError> {
    if count <= limits::COORDINATES {
        Ok(())
    } else {
        Err(DealsError::TooManyActors { count, most: limits::COORDINATES })
    }
}

/// Elimination where the issues hang together loosely enough, else one package after the other.
fn search<const D: usize>(problem: &Problem) -> Result<Vec<Point>, DealsError> {
    match elimination_order(problem) {
        Ok(order) => eliminate::<D>(problem, &order),
        Err(DealsError::TooWide { .. }) if is_listable(problem) => enumerate::<D>(problem),
        Err(error) => Err(error),
    }
}
