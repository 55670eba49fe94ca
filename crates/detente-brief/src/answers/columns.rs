//! A table by its columns, for programs that compute on with it.

use serde_json::Value;

use super::OptionValue;
use super::tables::CsvTable;
use detente_model::{Choice, Issue};

/// A table of columns that all have one cell a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ColumnTable {
    /// The columns, each under its name, in order.
    pub columns: Vec<(String, Cells)>,
}

/// The cells of a column, all of one kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Counts, known in every row.
    Counts(Vec<u64>),
    /// Numbers, known in every row.
    Numbers(Vec<f64>),
    /// Numbers that a row may lack.
    PerhapsNumbers(Vec<Option<f64>>),
    /// Options of an issue that is settled in numbers, in the issue's own unit.
    Options(Vec<Option<f64>>),
    /// Whether something holds.
    Truths(Vec<Option<bool>>),
    /// One of a few names in each row.
    Names {
        /// The names.
        names: Vec<String>,
        /// Which of them, counted from 0.
        chosen: Vec<Option<u32>>,
    },
}

impl Cells {
    /// The column of an issue, without rows: numbers where all its options are.
    pub(crate) fn options_of(issue: &Issue) -> Self {
        if issue.options.iter().all(|option| matches!(option, Choice::Number(_))) {
            Self::Options(Vec::new())
        } else {
            Self::Names { names: issue.options.iter().map(option_text).collect(), chosen: Vec::new() }
        }
    }

    /// Adds an option of an issue to a column of it: one of those the case names, or where `number` is there that number.
    pub(crate) fn push_option(&mut self, issue: &Issue, option: Option<u16>, number: Option<f64>) {
        match self {
            Self::Options(cells) => {
                let stop = option.and_then(|option| issue.options.get(usize::from(option))?.number());
                cells.push(number.or(stop));
            }
            Self::Names { chosen, .. } => chosen.push(option.map(u32::from)),
            // A column of an issue is one of these.
            _ => {}
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Counts(cells) => cells.len(),
            Self::Numbers(cells) => cells.len(),
            Self::PerhapsNumbers(cells) | Self::Options(cells) => cells.len(),
            Self::Truths(cells) => cells.len(),
            Self::Names { chosen, .. } => chosen.len(),
        }
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One cell as a table of texts has it; empty where there is nothing.
    fn text(&self, row: usize) -> String {
        // A number as it stands in the JSON.
        let number = |x: f64| Value::from(x).to_string();
        match self {
            Self::Counts(cells) => cells[row].to_string(),
            Self::Numbers(cells) => number(cells[row]),
            Self::PerhapsNumbers(cells) => cells[row].map(number).unwrap_or_default(),
            Self::Options(cells) => cells[row].map(|x| option_text(&Choice::Number(x))).unwrap_or_default(),
            Self::Truths(cells) => cells[row].map(|holds| holds.to_string()).unwrap_or_default(),
            Self::Names { names, chosen } => {
                chosen[row].and_then(|name| names.get(name as usize)).cloned().unwrap_or_default()
            }
        }
    }

    /// Puts the rows of a column of the same kind behind its own.
    fn append(&mut self, rest: Self) {
        match (self, rest) {
            (Self::Counts(cells), Self::Counts(rest)) => cells.extend(rest),
            (Self::Numbers(cells), Self::Numbers(rest)) => cells.extend(rest),
            (Self::PerhapsNumbers(cells), Self::PerhapsNumbers(rest))
            | (Self::Options(cells), Self::Options(rest)) => cells.extend(rest),
            (Self::Truths(cells), Self::Truths(rest)) => cells.extend(rest),
            (Self::Names { chosen, .. }, Self::Names { chosen: rest, .. }) => chosen.extend(rest),
            // Pieces of one table have columns of the same kinds.
            _ => {}
        }
    }
}

/// An option as a cell has it.
fn option_text(choice: &Choice) -> String {
    match OptionValue::from(choice) {
        OptionValue::Text(text) => text,
        OptionValue::Whole(whole) => whole.to_string(),
        OptionValue::Number(number) => Value::from(number).to_string(),
    }
}

impl ColumnTable {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, cells)| cells.len())
    }

    /// Pieces of one table, one below the other.
    pub(crate) fn joined(pieces: impl IntoIterator<Item = Self>) -> Self {
        let mut pieces = pieces.into_iter();
        let mut all = pieces.next().unwrap_or_default();
        for piece in pieces {
            for ((_, cells), (_, rest)) in all.columns.iter_mut().zip(piece.columns) {
                cells.append(rest);
            }
        }
        all
    }

    /// The same as texts.
    pub fn to_csv(&self) -> CsvTable {
        CsvTable {
            header: self.columns.iter().map(|(name, _)| name.clone()).collect(),
            rows: (0..self.rows())
                .map(|row| self.columns.iter().map(|(_, cells)| cells.text(row)).collect())
                .collect(),
        }
    }
}
