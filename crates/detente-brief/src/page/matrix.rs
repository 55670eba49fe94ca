//! Who wants what: issue by issue and principal by principal, with red lines and what it all rests on.

use detente_model::{Actor, Citation, Reservation};

use super::face::{Face, Faces};
use super::table::{Column, Layout, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Cite, Section, Shown};
use crate::brief::{Brief, MatrixCell, MatrixRow};
use crate::words;

/// Up to how many options are spelled out.
const SPELLED_OUT: usize = 8;

pub(super) fn section(brief: &Brief, faces: &Faces) -> Section {
    let mut columns = vec![Column::of("issue")];
    columns.extend(faces.faces.iter().map(|face| Column::words(Piece::Party(face.clone()))));
    let rows = brief.matrix.iter().map(|row| {
        let mut cells = vec![issue(row)];
        cells.extend(
            row.cells.iter().zip(&faces.faces).map(|(cell, face)| position(&brief.case, row, cell, face)),
        );
        cells
    });
    let mut table = Table::new(columns).laid_out(Layout::Parties).with(rows);
    if !table.rows.is_empty() {
        let scale = "what it is worth, on each party’s own scale from 0 to 1";
        let mut floors: Vec<Wording> =
            vec![Phrase::from("No deal at all").line(LineManner::Second, scale).into()];
        floors.extend((0..faces.faces.len()).map(|i| floor(brief, faces, i)));
        table.push_shown(Shown::Full, floors);
    }
    let see = Phrase::from(
        "Dots show how much an issue matters to a party, five for one worth half of everything or more; then the weight itself and \
         the range within which it falls in nine draws of ten. Wishes run from the best option … to the worst. ",
    )
    .line(LineManner::Red, "red line")
    .and(" marks what no deal may contain.");
    let how = "Dots and per cent: how much the issue matters, with the middle nine tenths of the draws. From … to: most to least wanted. ✕ \
               marks a red line, [1] a source, (j) a judgement.";
    let blocks = vec![Block::see(see).full(), Block::table(table), Block::how(how).short()];
    Section::new("positions", "Who wants what", if brief.matrix.is_empty() { Vec::new() } else { blocks })
}

/// An issue with its options.
fn issue(row: &MatrixRow) -> Wording {
    let (mut short, mut full) = (
        Phrase::from(row.name.clone()),
        Phrase::from(row.name.clone()).line(LineManner::Second, options(&row.options)),
    );
    if row.blocked {
        short = short.line(LineManner::Plain, "(red lines leave no option)");
        full = full.line(LineManner::Red, "red lines leave no option");
    }
    told(short, full)
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

/// What a principal wants on an issue.
fn position(case: &detente_model::Case, row: &MatrixRow, cell: &MatrixCell, face: &Face) -> Wording {
    let what = format!("{} on {}", face.name, words::named(&row.name));
    let ground = Piece::Ground { cites: Cite::all(case, &cell.cite, &what), line: cell.line };
    let silent = cell.wants.is_empty() && cell.red_lines.is_empty();
    let weight = Phrase::from(Piece::Weight { central: cell.weight, range: cell.weight_range });
    let mut short = weight.clone();
    let mut full = weight;
    if !cell.wants.is_empty() {
        let wants = Phrase::from(cell.wants.clone()).and(" ").and(ground.clone());
        short = short.line(LineManner::Plain, wants);
        full = full.line(LineManner::Plain, cell.wants.clone());
    }
    for line in &cell.red_lines {
        short = short.line(LineManner::Red, line.clone());
        full = full.line(LineManner::Red, format!("red line: {line}"));
    }
    if let Some(note) = &cell.note {
        full = full.line(LineManner::Remark, note.clone());
    }
    full = full.line(LineManner::Ground, ground);
    if silent {
        short = "nothing stated".into();
    }
    if silent && cell.weight <= 0.0 {
        full = Piece::Nothing("states nothing".to_owned()).into();
    }
    told(short, full)
}

/// What a principal has without a deal.
fn floor(brief: &Brief, faces: &Faces, i: usize) -> Wording {
    let case = &brief.case;
    let Some(deals) = &brief.deals else { return Wording::default() };
    let findings = &deals.findings;
    let worth = findings.central.reservation.get(i).map(|units| words::value(*units)).unwrap_or_default();
    let position = findings.parties.get(i).and_then(|party| case.position_of(Actor::Party(*party)));
    let position = position.map(|id| case.position(id));
    let (stated, cite, place): (String, &[Citation], _) = match position.map(|p| (p, &p.reservation)) {
        Some((_, Reservation::Value(id))) => {
            let number = &case.numbers[*id];
            let stated = if number.value.is_known() { String::new() } else { number.value.to_string() };
            (stated, &number.cite, number.place)
        }
        Some((position, Reservation::Package(named))) => {
            let options: Vec<String> = named
                .iter()
                .map(|(issue, option)| words::option(case, case.issue(*issue), *option))
                .collect();
            let stated = format!("no better than {}, all else at its worst", words::list(&options));
            (stated, &position.cite, position.place)
        }
        None => (String::new(), &[], None),
    };
    let mut text = Phrase::default().line(LineManner::Plain, Piece::Strong(worth));
    if !stated.is_empty() {
        text = text.line(LineManner::Plain, stated);
    }
    let cites = Cite::all(case, cite, &format!("{} without a deal", faces.faces[i].name));
    text.line(
        LineManner::Ground,
        Piece::Ground { cites, line: place.and_then(detente_model::Place::line_of_first_file) },
    )
    .into()
}
