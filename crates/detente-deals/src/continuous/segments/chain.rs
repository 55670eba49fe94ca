//! The undominated packages of one piece, as lines.
//!
//! **One continuous issue.** The piece is a line already, for any number of principals; floors cut its ends off.
//!
//! **Two principals.** What a piece is worth to both is a sum of segments, one a continuous issue, and its upper right boundary is a chain of those
//! on which the two disagree, in the order of how much one gains for what the other loses (the boundary of a Minkowski sum: Guibas, Ramshaw & Stolfi
//! 1983). Issues with the same ratio move together. Where others must accept as well, the boundary is found by weighted sums: between two
//! packages known, the one that is furthest out (Aneja & Nair 1979).

use std::cell::Cell;
use std::cmp::Ordering;

use super::line::Line;
use crate::continuous::measure::Lines;
use crate::continuous::region::Piece;
use crate::fixed::{UNITS_PER_ONE, from_units};
use crate::limits;
use crate::sorting::Sorting;

/// The undominated packages of a piece for the first so many actors, among those that reach the floors; with the number of programmes solved. `None`
/// where these are too many.
pub(super) fn chain(
    piece: &Piece<'_>,
    principals: usize,
    floors: Option<&[i64]>,
    rounding: i64,
) -> Option<(Vec<Line>, usize)> {
    let others = piece.base.len() > principals;
    if let ([rise], Some(floors)) = (piece.rise.as_slice(), floors) {
        let Some((from, to)) = within(&piece.base, rise, floors, rounding) else {
            return Some((Vec::new(), 0));
        };
        return Some((vec![line(piece, principals, &[from], &[to]).without_consent()], 0));
    }
    if piece.rise.len() == 1 {
        return Some((vec![line(piece, principals, &[0.0], &[1.0]).without_consent()], 0));
    }
    match floors {
        Some(floors) if others => outermost(piece, principals, floors, rounding),
        floors => {
            let lines = sum(piece, principals).into_iter();
            let cut = |line: Line| match floors {
                None => Some(line),
                Some(floors) => above(&line, floors, rounding),
            };
            Some((lines.filter_map(cut).collect(), 0))
        }
    }
}

/// The line from one place of a piece to another.
fn line(piece: &Piece<'_>, principals: usize, from: &[f64], to: &[f64]) -> Line {
    let stretches: Vec<(f64, f64)> = piece.stretches.iter().map(|s| (s.from, s.to)).collect();
    let number = |((low, high), t): (&(f64, f64), &f64)| match *t {
        0.0 => *low,
        1.0 => *high,
        t => (low + t * (high - low)).clamp(*low, *high),
    };
    let numbers = |at: &[f64]| stretches.iter().zip(at).map(number).collect();
    let surplus = |i: usize, at: &[f64]| {
        piece.base[i] as f64 + piece.rise.iter().zip(at).map(|(rise, t)| rise[i] as f64 * t).sum::<f64>()
    };
    let surpluses = |at: &[f64]| (0..principals).map(|i| surplus(i, at)).collect();
    Line {
        options: piece.options.clone(),
        numbers: [numbers(from), numbers(to)],
        surpluses: [surpluses(from), surpluses(to)],
        beaten: [false; 2],
        inside: None,
        stretches,
    }
}

/// The boundary of a sum of segments, for two principals or one.
fn sum(piece: &Piece<'_>, principals: usize) -> Vec<Line> {
    let second = |rise: &[i64]| rise.get(1).copied().filter(|_| principals > 1).unwrap_or(0);
    // Best for the first principal, and of equals for the second.
    let mut at: Vec<f64> = piece
        .rise
        .iter()
        .map(|rise| f64::from(u8::from(rise[0] > 0 || rise[0] == 0 && second(rise) > 0)))
        .collect();
    let disagree = |k: &usize| piece.rise[*k][0].signum() * second(&piece.rise[*k]).signum() < 0;
    let mut issues: Vec<usize> = (0..piece.rise.len()).filter(disagree).collect();
    let steeper = |a: &usize, b: &usize| -> Ordering {
        let change = |k: usize| {
            let (first, second) = (piece.rise[k][0], second(&piece.rise[k]));
            (i128::from(first.unsigned_abs()), i128::from(second.unsigned_abs()))
        };
        let ((loses, gains), (lost, gained)) = (change(*a), change(*b));
        (gained * loses).cmp(&(gains * lost))
    };
    issues.order_by(steeper);
    let mut lines = Vec::new();
    for together in issues.chunk_by(|a, b| steeper(a, b).is_eq()) {
        let before = at.clone();
        for k in together {
            at[*k] = 1.0 - at[*k];
        }
        lines.push(line(piece, principals, &before, &at));
    }
    if lines.is_empty() {
        lines.push(line(piece, principals, &at, &at));
    }
    lines
}

/// Where on the way from 0 to 1 all floors are reached; a place that rounding alone keeps outside counts.
fn within(base: &[i64], rise: &[i64], floors: &[i64], rounding: i64) -> Option<(f64, f64)> {
    let base: Vec<f64> = base.iter().zip(floors).map(|(base, floor)| (base - floor) as f64).collect();
    let rise: Vec<f64> = rise.iter().map(|rise| *rise as f64).collect();
    reaching(&base, &rise, rounding as f64)
}

fn reaching(above: &[f64], rise: &[f64], rounding: f64) -> Option<(f64, f64)> {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    for (above, rise) in above.iter().zip(rise) {
        if *rise > 0.0 {
            from = from.max(-above / rise);
        } else if *rise < 0.0 {
            to = to.min(above / -rise);
        } else if *above < 0.0 {
            return None;
        }
    }
    if from <= to {
        return Some((from, to));
    }
    let middle = (from + (to - from) / 2.0).clamp(0.0, 1.0);
    above.iter().zip(rise).all(|(above, rise)| above + rise * middle >= -rounding).then_some((middle, middle))
}

/// The part of a line on which the principals reach their floors.
fn above(line: &Line, floors: &[i64], rounding: i64) -> Option<Line> {
    let count = line.principals();
    let above: Vec<f64> = (0..count).map(|i| line.surpluses[0][i] - floors[i] as f64).collect();
    let rise: Vec<f64> = (0..count).map(|i| line.surpluses[1][i] - line.surpluses[0][i]).collect();
    let (from, to) = reaching(&above, &rise, rounding as f64)?;
    Some(line.part(from, to, line.beaten))
}

/// The boundary where others must accept as well, by weighted sums.
fn outermost(
    piece: &Piece<'_>,
    principals: usize,
    floors: &[i64],
    rounding: i64,
) -> Option<(Vec<Line>, usize)> {
    let lines = Lines::of(piece);
    let solved = Cell::new(0);
    let furthest = |weights: [f64; 2], floors: &[i64]| -> Option<Vec<f64>> {
        solved.set(solved.get() + 1);
        let weights: Vec<f64> =
            weights.into_iter().take(principals).chain(std::iter::repeat(0.0)).take(floors.len()).collect();
        lines.largest_sum(&weights, floors).map(|top| top.t)
    };
    // What is best for one, and of that the best for the other.
    let end = |first: usize| -> Option<Vec<f64>> {
        let alone = if first == 0 { [1.0, 0.0] } else { [0.0, 1.0] };
        let best = furthest(alone, floors)?;
        let mut held = floors.to_vec();
        let most = (lines.at(first, &best) * UNITS_PER_ONE as f64) as i64 - 1;
        held[first] = held[first].max(most);
        furthest([1.0 - alone[0], 1.0 - alone[1]], &held).or(Some(best))
    };
    let Some(from) = end(0) else { return Some((Vec::new(), solved.get())) };
    // Midway between what is best for each, nobody who could have more than the floor has no more.
    let alone = |i: usize| (0..floors.len()).map(|j| f64::from(u8::from(i == j))).collect::<Vec<f64>>();
    let tops: Vec<Vec<f64>> = (0..floors.len())
        .filter_map(|i| {
            solved.set(solved.get() + 1);
            lines.largest_sum(&alone(i), floors).map(|top| top.t)
        })
        .collect();
    let midway = |k: usize| tops.iter().map(|t| t[k]).sum::<f64>() / tops.len() as f64;
    let midway: Vec<f64> = (0..piece.rise.len()).map(midway).collect();
    let inside = (!tops.is_empty()).then(|| line(piece, principals, &midway, &midway).numbers[0].clone());
    if principals < 2 {
        return Some((vec![Line { inside, ..line(piece, principals, &from, &from) }], solved.get()));
    }
    let Some(to) = end(1) else { return Some((Vec::new(), solved.get())) };
    let value = |t: &[f64]| [lines.at(0, t), lines.at(1, t)];
    let mut corners = vec![from];
    let mut ahead = vec![to];
    while let Some(next) = ahead.last().cloned() {
        let last = &corners[corners.len() - 1];
        let (a, b) = (value(last), value(&next));
        let normal = [b[1] - a[1], a[0] - b[0]];
        let size = normal[0] + normal[1];
        let weights = [normal[0] / size, normal[1] / size];
        let close = from_units(rounding);
        let beyond = (normal[0] > close && normal[1] > close).then(|| furthest(weights, floors)).flatten();
        if solved.get() > limits::PROGRAMMES_OF_A_CHAIN {
            return None;
        }
        let out = |t: &[f64]| weights[0] * value(t)[0] + weights[1] * value(t)[1];
        match beyond.filter(|t| out(t) > out(last) + close / 2.0) {
            Some(t) => ahead.push(t),
            None => corners.extend(ahead.pop()),
        }
    }
    let lines = corners.windows(2).map(|ends| {
        let line = line(piece, principals, &ends[0], &ends[1]);
        Line { inside: inside.clone(), ..line }.without_consent()
    });
    Some((lines.collect(), solved.get()))
}
