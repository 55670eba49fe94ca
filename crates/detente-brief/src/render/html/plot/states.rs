//! The states of a conflict and the moves that someone would gain by: a graph that reads from left to right.
//!
//! A state stands in the column of the number of moves it takes to get there from where the conflict stands; inside
//! a column states stand near those they are tied to (barycentres, Sugiyama, Tagawa & Toda 1981). An arrow is a
//! move that is better for whoever makes it, in the colour and dash of that party and with its mark.

use super::super::look::{colour, dash, shape};
use super::label::shorten;
use super::svg::{Svg, num};
use crate::page::{Arrow, Plot, States};

const COLUMN: f64 = 150.0;
/// From a row of states to the next, with one line of words below each.
const ROW: f64 = 62.0;
/// A further line of words.
const LINE: f64 = 12.0;
/// So many lines stand below a state, each of so many columns.
const MOST_LINES: usize = 4;
const COLUMNS: usize = 24;
pub(super) const RADIUS: f64 = 13.0;
/// Rows of a column; more states than that stand in a second column beside the first.
const MOST_ROWS: usize = 8;
/// Sweeps that bring tied states near each other.
const SWEEPS: usize = 4;

/// Draws the graph.
pub(super) fn draw(plot: &Plot, of: &States) -> String {
    let States { states, arrows, .. } = of;
    let columns = arrange(of);
    let lines = states.iter().map(|state| state.what.len().min(MOST_LINES)).max().unwrap_or(0);
    let row = ROW + LINE * lines.saturating_sub(1) as f64;
    let mut places = vec![(0.0, 0.0); states.len()];
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(1) as f64;
    for (i, column) in columns.iter().enumerate() {
        // Every other column stands half a row lower, so that arrows along a row do not run through it.
        let shift = (tallest - column.len() as f64) / 2.0 + if i % 2 == 1 { 0.5 } else { 0.0 };
        for (j, state) in column.iter().enumerate() {
            places[*state] = (70.0 + COLUMN * i as f64, 30.0 + row * (j as f64 + shift));
        }
    }
    // The last column has room for the words beside a state.
    let width = 180.0 + COLUMN * (columns.len().max(1) - 1) as f64;
    let height = 60.0 + row * (tallest - 0.5);
    let mut svg = Svg::new(plot, "plot large", width.max(440.0), height);
    for (party, face) in of.faces.iter().enumerate() {
        draw_arrows(&mut svg, arrows.iter().filter(|arrow| arrow.party == party), face.look, &places);
    }
    for (i, state) in states.iter().enumerate() {
        let (x, y) = places[i];
        let class = if state.rests { r#"class="state rests""# } else { r#"class="state""# };
        svg.path(&circle(x, y, RADIUS), class);
        if state.now {
            svg.path(&circle(x, y, RADIUS + 3.5), r#"class="now""#);
        }
        let class = if state.rests { r#"class="middle number on""# } else { r#"class="middle number""# };
        svg.text((x, y + 4.5), class, &state.number);
        words_below(&mut svg, &state.what, (x, y + RADIUS + 13.0));
        if state.now {
            svg.text((x, y - RADIUS - 6.0), r#"class="says middle halo""#, "now");
        }
        if state.better_for_all {
            svg.text((x + RADIUS + 5.0, y + 4.0), r#"class="says halo""#, "better for all");
        }
    }
    svg.finish()
}

/// What a state is, below it; lines that there is no room for are counted.
fn words_below(svg: &mut Svg, what: &[String], (x, y): (f64, f64)) {
    let shown = if what.len() > MOST_LINES { MOST_LINES - 1 } else { what.len() };
    let mut lines: Vec<String> = what.iter().take(shown).map(|line| shorten(line, COLUMNS)).collect();
    if what.len() > shown {
        lines.push(format!("and {} more", what.len() - shown));
    }
    for (place, line) in lines.iter().enumerate() {
        svg.text((x, y + LINE * place as f64), r#"class="what middle halo""#, line);
    }
}

/// The columns of states, by their places in the list.
fn arrange(of: &States) -> Vec<Vec<usize>> {
    let States { states, arrows, .. } = of;
    let furthest = states.iter().filter_map(|state| state.moves_away).max().unwrap_or(0);
    let mut columns = Vec::new();
    for step in 0..=furthest + 1 {
        let at = |i: &usize| states[*i].moves_away.unwrap_or(furthest + 1) == step;
        let mut members: Vec<usize> = (0..states.len()).filter(at).collect();
        if members.is_empty() {
            continue;
        }
        let parts = members.len().div_ceil(MOST_ROWS);
        let rows = members.len().div_ceil(parts);
        while members.len() > rows {
            let rest = members.split_off(rows);
            columns.push(std::mem::replace(&mut members, rest));
        }
        columns.push(members);
    }
    for _ in 0..SWEEPS {
        for c in 0..columns.len() {
            let height: Vec<f64> = heights(&columns, states.len());
            let middle = |state: usize| {
                let ties = arrows.iter().filter_map(|arrow| match (arrow.from == state, arrow.to == state) {
                    (true, _) => Some(height[arrow.to]),
                    (_, true) => Some(height[arrow.from]),
                    _ => None,
                });
                let (sum, count) = ties.fold((0.0, 0.0), |(sum, count), y| (sum + y, count + 1.0));
                if count > 0.0 { sum / count } else { height[state] }
            };
            columns[c].sort_by(|a, b| middle(*a).total_cmp(&middle(*b)).then(a.cmp(b)));
        }
    }
    columns
}

/// How far from the middle of its column each state stands.
fn heights(columns: &[Vec<usize>], states: usize) -> Vec<f64> {
    let mut heights = vec![0.0; states];
    for column in columns {
        for (row, state) in column.iter().enumerate() {
            heights[*state] = row as f64 - (column.len() as f64 - 1.0) / 2.0;
        }
    }
    heights
}

/// The arrows of one party: bent lines, heads, and its mark half way.
pub(super) fn draw_arrows<'a>(
    svg: &mut Svg,
    arrows: impl Iterator<Item = &'a Arrow>,
    look: usize,
    places: &[(f64, f64)],
) {
    let (mut lines, mut solid) = (String::new(), String::new());
    for arrow in arrows {
        let (a, b) = (places[arrow.from], places[arrow.to]);
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy).max(1.0);
        // Bent to one side, so that the way back and the moves of others stand apart; each party a little further.
        let bend = 10.0 + length * 0.07 + 7.0 * (look % 4) as f64;
        let by = (f64::midpoint(a.0, b.0) - dy / length * bend, f64::midpoint(a.1, b.1) + dx / length * bend);
        let from = toward(a, by, RADIUS + 1.0);
        let to = toward(b, by, RADIUS + 7.0);
        lines.push_str(&format!("M{}Q{} {}", at(from), at(by), at(to)));
        let tip = toward(b, by, RADIUS + 1.5);
        let side = |turn: f64| {
            let (ux, uy) = ((to.0 - tip.0) / 5.5, (to.1 - tip.1) / 5.5);
            (to.0 - uy * 3.4 * turn + ux, to.1 + ux * 3.4 * turn + uy)
        };
        solid.push_str(&format!("M{}L{}L{}Z", at(tip), at(side(1.0)), at(side(-1.0))));
        let half = |p: f64, q: f64, r: f64| 0.25 * p + 0.5 * q + 0.25 * r;
        solid.push_str(&shape(look, half(from.0, by.0, to.0), half(from.1, by.1, to.1), 3.4));
    }
    let (colour, dash) = (colour(look), dash(look));
    svg.path(&lines, &format!(r#"class="gain" stroke="{colour}" stroke-dasharray="{dash}""#));
    svg.path(&solid, &format!(r#"fill="{colour}""#));
}

/// The point so far from `from` in the direction of `to`.
fn toward(from: (f64, f64), to: (f64, f64), distance: f64) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1.0);
    (from.0 + dx / length * distance, from.1 + dy / length * distance)
}

fn at(point: (f64, f64)) -> String {
    format!("{} {}", num(point.0), num(point.1))
}

pub(super) fn circle(x: f64, y: f64, radius: f64) -> String {
    let (r, across) = (num(radius), num(2.0 * radius));
    format!("M{} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z", num(x - radius), num(y))
}
