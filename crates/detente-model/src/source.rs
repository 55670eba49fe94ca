//! Where things come from: sources, citations, places in the case file.

use crate::SourceId;

/// A publication, document or conversation that the case rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Short id in the case file.
    pub id: String,
    /// What it is, as a reader would look it up.
    pub title: String,
    /// When it appeared, if known.
    pub published: Option<jiff::civil::Date>,
    /// How far it can be trusted in general.
    pub reliability: Option<Reliability>,
    /// Where to find it: an address, an ISBN, an archive number. Never fetched.
    pub locator: Option<String>,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// Reliability of a source on the NATO (Admiralty) scale. `F` is not the worst grade: it says that the
/// reliability cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

impl Reliability {
    /// The letter of the scale.
    pub fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
            Self::E => 'E',
            Self::F => 'F',
        }
    }

    /// The grade that a letter stands for.
    pub fn from_letter(letter: char) -> Option<Self> {
        [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F].into_iter().find(|r| r.letter() == letter)
    }
}

/// A reference to a source, with the place inside it where one was given (`"dispatch#paragraph 8"`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// Page, paragraph or time inside it.
    pub locator: Option<String>,
}

/// A stretch of the case file, or of the files of a case that is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Byte offset from the start of the file; of a case in several files, from the start of all their texts put one behind the other.
    pub offset: usize,
    /// Length in bytes.
    pub len: usize,
    /// Line in its own file, counted from one.
    pub line: usize,
    /// Which of the files it stands in: 0 for the first, others as in [`Case::sheets`](crate::Case::sheets).
    pub file: usize,
}

impl Place {
    /// The line, if it is one of the first file: a reader who has no other before them would look in the wrong one.
    pub fn line_of_first_file(self) -> Option<usize> {
        (self.file == 0).then_some(self.line)
    }
}
