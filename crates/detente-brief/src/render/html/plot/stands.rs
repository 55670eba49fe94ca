//! Who stands where: a row each with its place and its doubt, a sign for its vote, and above them what would be decided and what could be carried.

use super::label::shorten;
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Plot, StandMark, Stands, VoteSign};

const WIDTH: f64 = 460.0;
const LEFT: f64 = 148.0;
const RIGHT: f64 = 448.0;
const ROW: f64 = 21.0;
/// Letters of a name beside its row.
const LETTERS: usize = 18;

/// Draws the rows.
pub(super) fn draw(plot: &Plot, of: &Stands) -> String {
    let along = Scale::between((of.scale[0], of.scale[1]), (LEFT, RIGHT));
    let first = 12.0 + ROW;
    let rows = of.rows.len() as f64;
    let heads = if of.unbeaten.is_some() { 2.0 } else { 1.0 };
    let (top, bottom) = (first + ROW * heads, first + ROW * (rows + heads));
    let mut svg = Svg::new(plot, "plot", WIDTH, bottom + 52.0);
    if let Some([low, high]) = of.carries {
        // What could be carried: a stretch behind the rows, with its ends drawn.
        let (low, high) = (along.at(low), along.at(high));
        svg.path(
            &format!("M{} {}H{}V{}H{}Z", num(low), num(top), num(high), num(bottom), num(low)),
            r#"class="band""#,
        );
        for end in [low, high] {
            svg.line((end, top), (end, bottom), r#"class="became""#);
        }
    }
    for (value, words) in along.ticks(6) {
        let x = along.at(value);
        svg.line((x, bottom), (x, bottom + 4.0), r#"class="axis""#);
        svg.text((x, bottom + 17.0), r#"class="tick middle""#, &words);
    }
    svg.line((LEFT, bottom), (RIGHT, bottom), r#"class="axis""#);
    // What would be decided.
    let y = first + ROW / 2.0;
    svg.text((LEFT - 10.0, y + 4.0), r#"class="name end letter""#, "decided");
    svg.line((along.at(of.most[0]), y), (along.at(of.most[1]), y), r#"class="interval""#);
    svg.line((along.at(of.half[0]), y), (along.at(of.half[1]), y), r#"class="agreed""#);
    svg.disc((along.at(of.middle), y), 5.5, r#"class="changed""#);
    if let Some([low, high]) = of.unbeaten {
        let y = y + ROW;
        svg.text((LEFT - 10.0, y + 4.0), r#"class="name end letter""#, "unbeaten");
        svg.line((along.at(low), y), (along.at(high), y), r#"class="interval""#);
        for end in [low, high] {
            svg.line((along.at(end), y - 5.0), (along.at(end), y + 5.0), r#"class="step""#);
        }
    }
    if let Some(now) = of.status_quo {
        let x = along.at(now);
        svg.line((x, first), (x, bottom), r#"class="step" stroke-dasharray="5 3""#);
        let (x, anchor) = if x > f64::midpoint(LEFT, RIGHT) { (x - 2.0, "end") } else { (x + 2.0, "") };
        svg.text((x, first - 6.0), &format!(r#"class="says {anchor}""#), "as things are");
    }
    for (i, row) in of.rows.iter().enumerate() {
        let y = top + ROW * (i as f64 + 0.5);
        let stressed = if row.decides { " letter" } else { "" };
        svg.text(
            (LEFT - 26.0, y + 4.0),
            &format!(r#"class="name end{stressed}""#),
            &shorten(&row.name, LETTERS),
        );
        if let Some(votes) = row.votes {
            svg.text((LEFT - 13.0, y + 4.0), r#"class="name middle""#, votes.sign());
        }
        stand(&mut svg, &along, row, y);
    }
    svg.text((RIGHT, bottom + 34.0), r#"class="says end""#, &shorten(&of.along, 60));
    svg.finish()
}

/// The place of one actor with its doubt: full where it votes in favour, a ring where it abstains, a cross where it votes against.
fn stand(svg: &mut Svg, along: &Scale, row: &StandMark, y: f64) {
    let x = along.at(row.at);
    svg.line((along.at(row.range[0]), y), (along.at(row.range[1]), y), r#"class="interval""#);
    match row.votes {
        Some(VoteSign::Abstains) => svg.disc((x, y), 4.5, r#"class="changed""#),
        Some(VoteSign::Against) => {
            svg.line((x - 4.0, y - 4.0), (x + 4.0, y + 4.0), r#"class="step""#);
            svg.line((x - 4.0, y + 4.0), (x + 4.0, y - 4.0), r#"class="step""#);
        }
        Some(VoteSign::For) | None => svg.disc((x, y), 4.5, r#"class="spot""#),
    }
}
