//! Who wants what: issue by issue and principal by principal, with red lines and what it all rests on.

use detente_model::{Actor, Citation, Reservation};
use serde::Serialize;

use crate::brief::{Brief, MatrixCell};
use crate::html::notes::{Notes, Reference};
use crate::html::parties::{Face, Faces};
use crate::words;

/// Up to how many options are spelled out.
const SPELLED_OUT: usize = 8;

/// The issue matrix.
#[derive(Serialize)]
pub(in crate::html) struct Matrix {
    faces: Vec<Face>,
    /// Whether there are more principals than columns fit on a page.
    many: bool,
    rows: Vec<Row>,
    /// What no deal is worth to each principal.
    floors: Vec<Floor>,
}

/// An issue.
#[derive(Serialize)]
struct Row {
    name: String,
    options: String,
    blocked: bool,
    cells: Vec<Cell>,
}

/// What a principal wants on it.
#[derive(Serialize)]
struct Cell {
    /// Whether the principal states anything on the issue.
    stated: bool,
    full: String,
    empty: String,
    weight: String,
    range: String,
    wants: String,
    red_lines: Vec<String>,
    note: Option<String>,
    cites: Vec<Reference>,
    line: Option<usize>,
}

/// What a principal has without a deal.
#[derive(Serialize)]
struct Floor {
    value: String,
    stated: String,
    cites: Vec<Reference>,
    line: Option<usize>,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces, notes: &mut Notes) -> Option<Matrix> {
    if brief.matrix.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for row in &brief.matrix {
        let cells = row.cells.iter().enumerate().map(|(i, cell)| {
            let what = format!("{} on {}", faces.0[i].name, words::mid_sentence(&row.name));
            shown(cell, notes.refer(&cell.cite, &what))
        });
        rows.push(Row {
            cells: cells.collect(),
            name: row.name.clone(),
            options: options(&row.options),
            blocked: row.blocked,
        });
    }
    let floors = faces.0.iter().map(|face| floor(brief, face, notes)).collect();
    Some(Matrix { faces: faces.0.clone(), many: faces.0.len() > 3, rows, floors })
}

/// The options in a line; long scales by their beginning and end.
fn options(labels: &[String]) -> String {
    match labels {
        [first, second, .., last] if labels.len() > SPELLED_OUT => {
            format!("{first} · {second} … {last} ({} options)", labels.len())
        }
        _ => labels.join(" · "),
    }
}

fn shown(cell: &MatrixCell, cites: Vec<Reference>) -> Cell {
    let dots = words::dots(cell.weight);
    let full = dots.find('○').unwrap_or(dots.len());
    let [low, high] = cell.weight_range.map(words::percent);
    Cell {
        stated: cell.weight > 0.0 || !cell.wants.is_empty() || !cell.red_lines.is_empty(),
        full: dots[..full].to_owned(),
        empty: dots[full..].to_owned(),
        weight: words::percent(cell.weight),
        range: if low == high { String::new() } else { format!("{low} to {high}") },
        wants: cell.wants.clone(),
        red_lines: cell.red_lines.clone(),
        note: cell.note.clone(),
        cites,
        line: cell.line,
    }
}

fn floor(brief: &Brief, face: &Face, notes: &mut Notes) -> Floor {
    let case = &brief.case;
    let central = &brief.deals.findings.central;
    let worth = central.reservation.get(face.index).map(|units| words::value(*units)).unwrap_or_default();
    let position =
        case.position_of(Actor::Party(brief.deals.findings.parties[face.index])).map(|id| case.position(id));
    let (stated, cite, place): (String, &[Citation], _) = match position.map(|p| (p, &p.reservation)) {
        Some((_, Reservation::Value(id))) => {
            let number = &case.numbers[*id];
            let stated = if number.value.is_known() { String::new() } else { number.value.to_string() };
            (stated, &number.cite, number.place)
        }
        Some((position, Reservation::Package(named))) => {
            let options: Vec<String> = named
                .iter()
                .map(|(issue, option)| words::option(&case, case.issue(*issue), *option))
                .collect();
            let stated = format!("no better than {}, all else at its worst", words::list(&options));
            (stated, &position.cite, position.place)
        }
        None => (String::new(), &[], None),
    };
    Floor {
        value: worth,
        stated,
        cites: notes.refer(cite, &format!("{} without a deal", face.name)),
        line: place.map(|place| place.line),
    }
}
