//! A chance as a mark on a line from nought to one hundred per cent, with a bar for its range.

use crate::page::Chance;

/// Columns from nought to one hundred per cent.
const COLUMNS: usize = 41;

/// The line: `··├──●──┤··`.
pub(super) fn bar(chance: &Chance) -> String {
    let at = |share: f64| (share.clamp(0.0, 1.0) * (COLUMNS - 1) as f64).round() as usize;
    let mut line = vec!['·'; COLUMNS];
    let [low, high] = [chance.low, chance.high].map(at);
    line.iter_mut().take(high + 1).skip(low).for_each(|mark| *mark = '─');
    (line[low], line[high]) = ('├', '┤');
    line[at(chance.value)] = '●';
    line.into_iter().collect()
}

/// The scale above such lines, behind labels of so many columns.
pub(super) fn scale(label: usize) -> String {
    format!("  {:<label$} 0 %{:>width$}\n", "", "100 %", width = COLUMNS - 3)
}
