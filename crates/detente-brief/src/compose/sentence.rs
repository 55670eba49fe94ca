//! A sentence that knows its figures: each has a name, by which it is found again wherever else the brief says it.

use std::ops::{Deref, Range};

use serde::{Serialize, Serializer};

/// A sentence with the figures in it. Where only words are wanted, it is its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// The figures, in reading order.
    pub figures: Vec<FigureSaid>,
}

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureSaid {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// Its name: `zone` (a deal exists), `zone_count`, `solutions.nash`, `blockers.N` and `openings.N` (counted from 1), `concessions.N` (of
    /// an opening that takes a single one), `packages.LETTER` (acceptable to all), `best` (passes all tests); or the id of the section
    /// that the sentence is from.
    pub id: String,
    /// The paths of the case of which it speaks; of each what stands below it is meant as well.
    pub paths: Vec<String>,
}

impl Sentence {
    /// Adds words at the end.
    #[must_use]
    pub(crate) fn and(mut self, words: &str) -> Self {
        self.text.push_str(words);
        self
    }

    /// Adds a figure at the end.
    #[must_use]
    pub(crate) fn figure(self, figure: &str, id: impl Into<String>) -> Self {
        self.figure_of(figure, id, [])
    }

    /// Adds a figure that speaks of some paths of the case.
    #[must_use]
    pub(crate) fn figure_of(
        mut self,
        figure: &str,
        id: impl Into<String>,
        paths: impl IntoIterator<Item = String>,
    ) -> Self {
        let from = self.text.len();
        self.text.push_str(figure);
        let at = from..self.text.len();
        self.figures.push(FigureSaid { at, id: id.into(), paths: paths.into_iter().collect() });
        self
    }

    /// Adds other words with their figures.
    #[must_use]
    pub(crate) fn then(mut self, other: Self) -> Self {
        let by = self.text.len();
        self.text.push_str(&other.text);
        let moved = |said: FigureSaid| FigureSaid { at: said.at.start + by..said.at.end + by, ..said };
        self.figures.extend(other.figures.into_iter().map(moved));
        self
    }

    /// Adds several with something between each and the next.
    #[must_use]
    pub(crate) fn then_all(self, others: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let each = others.into_iter().enumerate();
        each.fold(self, |told, (i, other)| told.and(if i > 0 { between } else { "" }).then(other))
    }

    /// A sentence that stands as a whole for what it says.
    pub(crate) fn whole(text: &str, id: impl Into<String>) -> Self {
        Self::default().figure(text, id)
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self { text, figures: Vec::new() }
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<Sentence> for String {
    fn from(sentence: Sentence) -> Self {
        sentence.text
    }
}

impl Deref for Sentence {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Sentence {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_where_they_stand_when_sentences_are_put_together() {
        let one = |figure: &str, id: &str| Sentence::from("costs ").figure(figure, id);
        let told = Sentence::from("It “é” ").then_all([one("0.1", "a"), one("0.25", "b")], "; ").and(".");
        assert_eq!(told.text, "It “é” costs 0.1; costs 0.25.");
        let said: Vec<(&str, &str)> =
            told.figures.iter().map(|said| (&told.text[said.at.clone()], said.id.as_str())).collect();
        assert_eq!(said, [("0.1", "a"), ("0.25", "b")]);
    }
}
