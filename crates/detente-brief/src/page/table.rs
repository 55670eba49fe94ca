//! Tables: columns that know what they hold, and rows of cells.

use serde::Serialize;

use super::block::{Shown, Version};
use super::wording::{Wording, named};
use crate::words;

/// A table. Every row has a cell for every column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// How it is laid out on a page.
    pub layout: Layout,
    /// What stands above it.
    pub caption: Option<Wording>,
    /// Its columns; the first names the row.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// How a table is laid out on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Rows of figures; on a phone each row becomes a card.
    Rows,
    /// Every column as wide as it may be, for long paths.
    Fixed,
    /// A grid of signs, the columns of signs that tell most first: it stays a table everywhere, and shows as many of them as
    /// there is room for.
    Grid,
    /// Cells of several lines, one column a party; of many parties one card a row.
    Parties,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// In which version it is there.
    pub shown: Shown,
    /// Its head.
    pub name: Wording,
    /// What it holds.
    pub holds: ColumnHolds,
    /// What a name too short to speak for itself stands for; it is told below the table.
    pub stands_for: Option<Wording>,
    /// Whether a row says what it has to say without this cell: an extract leaves the cell out and keeps the row.
    #[serde(skip)]
    pub beside: bool,
}

/// What a column holds, which decides how it is aligned and stressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnHolds {
    /// Words.
    Words,
    /// Words that take up most of the row, and need no head where there is no room for one.
    Label,
    /// A letter that stands for the row.
    Letter,
    /// Figures, to the right.
    Figures,
    /// The figures that decide, to the right and stressed.
    Verdict,
    /// A sign or two, in the middle of a grid.
    Sign,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// In which version it is there.
    pub shown: Shown,
    /// One cell a column.
    pub cells: Vec<Wording>,
    /// What its figure goes by where the headline says it too ([`FigureSaid::id`](crate::FigureSaid::id)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
}

impl Table {
    /// A table of columns, as yet without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { layout: Layout::Rows, caption: None, columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// The same with another layout.
    #[must_use]
    pub fn laid_out(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }

    /// The same with a sentence above it.
    #[must_use]
    pub fn captioned(self, caption: impl Into<Wording>) -> Self {
        Self { caption: Some(caption.into()), ..self }
    }

    /// Adds a row; what it lacks in cells stays empty.
    pub fn push(&mut self, cells: Vec<Wording>) {
        self.push_shown(Shown::Always, cells);
    }

    /// Adds a row that is there in some versions only.
    pub fn push_shown(&mut self, shown: Shown, mut cells: Vec<Wording>) {
        cells.resize(self.columns.len(), Wording::default());
        self.rows.push(Row { shown, cells, figure: None });
    }

    /// The same with what the figure of each row goes by, from the first row on.
    #[must_use]
    pub fn naming(mut self, figures: impl IntoIterator<Item = Option<String>>) -> Self {
        self.rows.iter_mut().zip(figures).for_each(|(row, figure)| row.figure = figure);
        self
    }

    /// The same with these rows.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Vec<Wording>>) -> Self {
        rows.into_iter().for_each(|row| self.push(row));
        self
    }

    /// The same with at most so many columns of signs, and how many are left out.
    pub fn narrowed(&self, most: usize) -> (Self, usize) {
        let mut signs = 0;
        let mut keep = |column: &Column| {
            signs += usize::from(column.holds == ColumnHolds::Sign);
            column.holds != ColumnHolds::Sign || signs <= most
        };
        let kept: Vec<bool> = self.columns.iter().map(&mut keep).collect();
        let mut narrowed = self.clone();
        let mut places = kept.iter();
        narrowed.columns.retain(|_| places.next() == Some(&true));
        for row in &mut narrowed.rows {
            let mut places = kept.iter();
            row.cells.retain(|_| places.next() == Some(&true));
        }
        (narrowed, signs.saturating_sub(most))
    }

    /// How many columns of signs are left out, in a sentence; empty for none.
    pub fn left_out(columns: usize) -> String {
        match columns {
            0 => String::new(),
            more => format!(
                "{} in `--json`.",
                words::plural(more, "column that tells less is", "columns that tell less are")
            ),
        }
    }

    /// The columns of a version.
    pub fn columns_shown(&self, version: Version) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.shown.shows(version))
    }

    /// The rows of a version, each cell beside its column.
    pub fn shown(&self, version: Version) -> impl Iterator<Item = Vec<(&Column, &Wording)>> {
        self.rows.iter().filter(move |row| row.shown.shows(version)).map(move |row| {
            self.columns.iter().zip(&row.cells).filter(|(column, _)| column.shown.shows(version)).collect()
        })
    }

    /// What the figures of these rows go by, row by row.
    pub fn figures(&self, version: Version) -> impl Iterator<Item = Option<&str>> {
        self.rows.iter().filter(move |row| row.shown.shows(version)).map(|row| row.figure.as_deref())
    }
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<Wording>) -> Self {
        Self {
            shown: Shown::Always,
            name: name.into(),
            holds: ColumnHolds::Words,
            stands_for: None,
            beside: false,
        }
    }

    /// A column of figures.
    pub fn figures(name: impl Into<Wording>) -> Self {
        Self::words(name).holding(ColumnHolds::Figures)
    }

    /// The same, with cells without which their rows still say what they have to say.
    #[must_use]
    pub fn beside(self) -> Self {
        Self { beside: true, ..self }
    }

    /// A column of words whose head is written small in a terminal and with a capital on a page.
    pub fn of(name: &str) -> Self {
        Self::words(named(name))
    }

    /// As [`Column::of`], of figures.
    pub fn of_figures(name: &str) -> Self {
        Self::figures(named(name))
    }

    /// The same, holding something else.
    #[must_use]
    pub fn holding(self, holds: ColumnHolds) -> Self {
        Self { holds, ..self }
    }

    /// The same, its name standing for something.
    #[must_use]
    pub fn standing_for(self, what: impl Into<Wording>) -> Self {
        Self { stands_for: Some(what.into()), ..self }
    }

    /// The same in the short version alone.
    #[must_use]
    pub fn short(self) -> Self {
        Self { shown: Shown::Short, ..self }
    }

    /// The same in the full version alone.
    #[must_use]
    pub fn full(self) -> Self {
        Self { shown: Shown::Full, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_keeps_the_signs_that_tell_most_and_counts_the_others() {
        let signs = (1..=5).map(|n| Column::words(format!("E{n}")).holding(ColumnHolds::Sign));
        let columns =
            std::iter::once(Column::of("hypothesis")).chain(signs).chain([Column::of_figures("chance")]);
        let row = ["Q1", "C", "I", "N", "CC", "II", "40 %"].map(Wording::from);
        let grid = Table::new(columns).with([row.to_vec()]).laid_out(Layout::Grid);
        let (narrowed, left_out) = grid.narrowed(2);
        assert_eq!(narrowed.rows[0].cells, ["Q1", "C", "I", "40 %"].map(Wording::from));
        assert_eq!(narrowed.columns.len(), 4);
        assert_eq!(Table::left_out(left_out), "3 columns that tell less are in `--json`.");
        let (whole, left_out) = grid.narrowed(5);
        assert_eq!((whole, left_out), (grid, 0));
        assert!(Table::left_out(0).is_empty());
    }
}
