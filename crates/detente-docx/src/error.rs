//! What can be wrong with a document.

use thiserror::Error;

/// Why a document was not read or written.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocxError {
    /// The file is no zip archive, or a broken one.
    #[error("this is no Word document (.docx): {0}")]
    NoArchive(String),
    /// A part of the archive is missing.
    #[error("this is no Word document (.docx): it holds no `{0}`")]
    NoPart(String),
    /// A part is larger than any document that people write.
    #[error("`{part}` in the document is larger than {most} MiB; a document that people write is not")]
    TooLarge {
        /// The part.
        part: String,
        /// The limit, in MiB.
        most: u64,
    },
    /// A part is no well-formed XML.
    #[error("`{part}` in the document cannot be read: {why}")]
    NoXml {
        /// The part.
        part: String,
        /// What the reader says.
        why: String,
    },
    /// Elements inside each other, deeper than any program writes them.
    #[error(
        "elements in the document lie inside each other more than {0} deep; programs that people write in do not do that"
    )]
    TooDeep(usize),
    /// A drawing that is no SVG of the kind that this crate draws.
    #[error("a drawing cannot be read: {0}")]
    NoDrawing(String),
    /// The archive could not be written.
    #[error("the document cannot be written: {0}")]
    NotWritten(String),
}
