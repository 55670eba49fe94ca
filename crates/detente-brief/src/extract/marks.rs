//! The mark that a name carries through everything that is made of it.
//!
//! Sentences, cells and plots are composed from the names of a case. For an extract they are composed from a case in which whatever tells
//! of somebody who is left out ends in one character that stands in no text, a noncharacter of Unicode. Every sentence that names them,
//! however it was put together, then carries the mark, and what carries it is left out: nothing has to be looked for among the words, and
//! no section has to know of extracts.

/// The mark: a noncharacter, which texts are not to exchange (Unicode Standard, 23.7).
pub(crate) const MARK: char = '\u{FDD0}';

/// A text that carries the mark.
pub(crate) fn marked(text: &str) -> String {
    format!("{}{MARK}", bare(text))
}

/// Whether a text was made of one that carries the mark.
pub(crate) fn is_marked(text: &str) -> bool {
    text.contains(MARK)
}

/// The text without marks.
pub(crate) fn bare(text: &str) -> String {
    text.replace(MARK, "")
}
