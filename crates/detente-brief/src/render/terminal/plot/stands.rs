//! Who stands where, with characters: a line an actor, its doubt as a bar, and how it votes as a sign.

use crate::page::Stands;

/// Columns for a name; longer ones end in a mark.
const LABEL: usize = 20;
/// Columns from the low end of the scale to the high one.
const COLUMNS: usize = 49;

/// The plot under what would be decided.
pub(super) fn draw(shown: &Stands) -> String {
    let [low, high] = shown.scale;
    let column =
        |place: f64| (((place - low) / (high - low)).clamp(0.0, 1.0) * (COLUMNS - 1) as f64).round() as usize;
    let now = shown.status_quo.map(column);
    let line = |range: [f64; 2], at: f64, mark: char| -> String {
        let mut line = vec![' '; COLUMNS];
        if let Some(carries) = shown.carries {
            let [from, to] = carries.map(column);
            line.iter_mut().take(to + 1).skip(from).for_each(|cell| *cell = '·');
        }
        let [from, to] = range.map(column);
        line.iter_mut().take(to + 1).skip(from).for_each(|cell| *cell = '─');
        if let Some(now) = now {
            line[now] = '┊';
        }
        line[column(at)] = mark;
        line.into_iter().collect()
    };
    let label = |name: &str| {
        let short: String = name.chars().take(LABEL - 1).collect();
        if name.chars().count() > LABEL { format!("{short}…") } else { name.to_owned() }
    };
    let mut text = format!("  {:LABEL$}   {}\n", "decided", line(shown.half, shown.middle, '◆').trim_end());
    if let Some([low, high]) = shown.unbeaten {
        let mut cells = vec![' '; COLUMNS];
        let [from, to] = [low, high].map(column);
        cells.iter_mut().take(to + 1).skip(from).for_each(|cell| *cell = '═');
        let cells: String = cells.into_iter().collect();
        text.push_str(&format!("  {:LABEL$}   {}\n", "unbeaten", cells.trim_end()));
    }
    for row in &shown.rows {
        let sign = row.votes.map_or(" ", |votes| votes.sign());
        text.push_str(&format!(
            "  {:LABEL$} {sign} {}\n",
            label(&row.name),
            line(row.range, row.at, '●').trim_end()
        ));
    }
    text
}
