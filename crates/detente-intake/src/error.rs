//! What can go wrong.

/// Why a text or a table could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than intake reads at once.
    #[error("the report has {bytes} bytes; at most {most} are read at once: split it")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// There is nothing to read.
    #[error("the report holds no text")]
    Empty,
    /// The text is not in a script that intake reads.
    #[error("the report is not English: {percent} % of its letters are Latin; intake reads English only")]
    NotEnglish {
        /// Share of Latin letters among all letters.
        percent: u8,
    },
    /// The text is a binary file.
    #[error("the report is not text: it holds {controls} control characters")]
    Binary {
        /// How many of them.
        controls: usize,
    },
    /// The table has no header that fits the format.
    #[error("line 1: not a {format} table: column `{column}` is missing")]
    MissingColumn {
        /// The format that was asked for.
        format: &'static str,
        /// The column that it needs.
        column: &'static str,
    },
    /// The first line of the table is a row.
    #[error(
        "line 1: the header is missing, for the first line is a row: put the names of the columns above it, as the codebook \
         of {format} has them ({})", needed.join(", ")
    )]
    NoHeader {
        /// The format that was asked for.
        format: &'static str,
        /// Columns that it needs.
        needed: &'static [&'static str],
    },
    /// The header is that of another data set.
    #[error("line 1: not a {format} table but one of {seems}: say `{option}`")]
    OtherTable {
        /// The format that was asked for.
        format: &'static str,
        /// The data set that has such columns.
        seems: &'static str,
        /// How to ask for it.
        option: &'static str,
    },
    /// A row of a table cannot be read.
    #[error("line {line}: {fault}")]
    Row {
        /// The line, counted from one.
        line: usize,
        /// What is wrong with it.
        fault: String,
    },
}
