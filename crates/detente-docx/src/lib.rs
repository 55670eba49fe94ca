//! Documents for word processors: written as the programs of offices want them, and read back with what people marked in them.
//!
//! A [`Document`] is blocks: paragraphs in named styles and tables. Its text may carry footnotes, links, pictures that stay sharp at any size, **tracked
//! changes** ([`Change`]) and **comments** ([`Comment`]). [`Document::to_bytes`] writes the file (Office Open XML, ECMA-376); the same
//! document gives the same bytes. [`Document::from_bytes`] reads one: what another program wrote is taken as far as the words, their structure and the marks
//! go, and its looks are left behind.
//!
//! The crate knows nothing of negotiations. That it is our own has a reason: the libraries there are write no alternative texts, no vector pictures and no
//! text from right to left inside a line.
//!
//! ```
//! use detente_docx::{Block, Change, Document, Inline, Paragraph, Style};
//!
//! let draft = Paragraph::of(Style::Body)
//!     .text("The exchange ends within ")
//!     .changed(Change::deleted("A delegation", None), "six")
//!     .changed(Change::inserted("A delegation", None), "eight")
//!     .text(" weeks.");
//! let document = Document { blocks: vec![Block::Paragraph(draft)], ..Document::titled("Article 1") };
//! let back = Document::from_bytes(&document.to_bytes()?)?;
//! let Block::Paragraph(read) = &back.blocks[0] else { unreachable!() };
//! assert_eq!(read.as_it_was(), "The exchange ends within six weeks.");
//! assert_eq!(read.as_proposed(), "The exchange ends within eight weeks.");
//! # Ok::<(), detente_docx::DocxError>(())
//! ```

mod document;
mod drawing;
mod error;
mod letters;
mod read;
mod write;
mod xml;

pub use document::{
    Align, Block, Cell, Change, ChangeKind, Comment, Document, Face, Inline, Link, Paragraph, Picture, Run,
    Style, Table, Tone,
};
pub use drawing::{Drawing, Look};
pub use error::DocxError;
