//! The pieces of a text, and the footnotes that say what they rest on.

use std::collections::HashSet;

use detente_docx::{Cell, Face, Inline, Paragraph, Run, Style, Tone};

use super::blocks::dated;
use super::look;
use crate::page::{Cite, LineManner, Phrase, Piece, SourceNote};
use crate::words;

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In running text.
    Sentence,
    /// In the cell of a table.
    Cell,
}

/// Writes pieces, and knows which sources were named already.
pub(super) struct Phrases {
    sources: Vec<SourceNote>,
    named: HashSet<usize>,
}

impl Phrases {
    /// With these sources, none of them named yet.
    pub fn citing(sources: Vec<SourceNote>) -> Self {
        Self { sources, named: HashSet::new() }
    }

    /// A paragraph; lines of their own are new lines in it, but for what a sentence says of red lines.
    pub fn paragraph(&mut self, style: Style, phrase: &Phrase) -> Paragraph {
        let mut whole = Paragraph::of(style);
        for piece in &phrase.0 {
            match piece {
                Piece::Line { manner, text } => {
                    for line in self.line(style, *manner, text) {
                        if *manner != LineManner::Red && !whole.inlines.is_empty() {
                            whole.inlines.push(Inline::Break);
                        }
                        whole.inlines.extend(line.inlines);
                    }
                }
                piece => self.piece(piece, Face::default(), Place::Sentence, &mut whole.inlines),
            }
        }
        whole
    }

    /// A cell, a paragraph a line.
    pub fn cell(&mut self, phrase: &Phrase, verdict: bool) -> Cell {
        self.lines(Style::Cell, phrase, Face { strong: verdict, ..Face::default() })
    }

    /// The head of a column; a name that is only read aloud on a page is shown here.
    pub fn head(&mut self, phrase: &Phrase) -> Cell {
        let shown = phrase.0.iter().map(|piece| match piece {
            Piece::Aloud(words) => Piece::Plain(words.clone()),
            other => other.clone(),
        });
        self.cell(&shown.collect(), false)
    }

    fn lines(&mut self, style: Style, phrase: &Phrase, face: Face) -> Vec<Paragraph> {
        let mut lines: Vec<Paragraph> = Vec::new();
        let mut current = Paragraph::of(style);
        for piece in &phrase.0 {
            if let Piece::Line { manner, text } = piece {
                if !current.inlines.is_empty() {
                    lines.push(std::mem::replace(&mut current, Paragraph::of(style)));
                }
                lines.extend(self.line(style, *manner, text));
            } else {
                self.piece(piece, face, Place::Cell, &mut current.inlines);
            }
        }
        if !current.inlines.is_empty() {
            lines.push(current);
        }
        lines
    }

    fn line(&mut self, style: Style, manner: LineManner, text: &Phrase) -> Vec<Paragraph> {
        let face = match manner {
            LineManner::Plain => Face::default(),
            LineManner::Red => Face { tone: Tone::Warning, ..Face::default() },
            LineManner::Second | LineManner::Remark | LineManner::Ground => {
                Face { tone: Tone::Quiet, ..Face::default() }
            }
        };
        let mut lines = self.lines(style, text, face);
        if let (LineManner::Red, Some(first)) = (manner, lines.first_mut()) {
            // The colour is not all that tells it.
            first.inlines.insert(0, Inline::Run(Run { text: "▌".to_owned(), face }));
        }
        lines
    }

    fn piece(&mut self, piece: &Piece, face: Face, place: Place, to: &mut Vec<Inline>) {
        let mut say = |text: &str, face: Face| {
            if !text.is_empty() {
                to.push(Inline::Run(Run { text: joined(text), face }));
            }
        };
        match piece {
            Piece::Plain(words) | Piece::Path(words) => say(words, face),
            Piece::Strong(words) => say(words, Face { strong: true, ..face }),
            Piece::Judgement(words) => say(words, Face { stressed: true, ..face }),
            Piece::Nothing(words) => say(words, Face { tone: Tone::Quiet, ..face }),
            Piece::Party(who) => {
                to.push(Inline::Run(mark(who.look)));
                to.push(Inline::Run(Run { text: format!("\u{a0}{}", who.name), face }));
            }
            Piece::Mark(number) => {
                to.push(Inline::Run(mark(*number)));
                to.push(Inline::Run(Run { text: "\u{a0}".to_owned(), face }));
            }
            Piece::Chance(chance) => {
                say(&words::percent(chance.value), face);
                let quiet = Face { tone: Tone::Quiet, strong: false, ..face };
                match place {
                    Place::Sentence => say(&format!(" ({})", chance.range()), quiet),
                    // The range has a line of its own, so that figures stand below each other.
                    Place::Cell => say(&format!("\n{}", chance.range()), quiet),
                }
            }
            Piece::Weight { central, range } => {
                say(&format!("{} ", words::dots(*central)), face);
                say(&words::percent(*central), Face { strong: true, ..face });
                let [low, high] = range.map(words::percent);
                if low != high {
                    say(&format!(" {low} to {high}"), Face { tone: Tone::Quiet, strong: false, ..face });
                }
            }
            Piece::Ground { cites, line } => {
                if cites.is_empty() {
                    say("judgement", Face { stressed: true, ..face });
                }
                for (i, cite) in cites.iter().enumerate() {
                    if i > 0 {
                        // Two numbers beside each other would be read as one.
                        to.push(Inline::Run(Run { text: "\u{2009}".to_owned(), face }));
                    }
                    let note = self.note(cite);
                    to.push(Inline::Footnote(note));
                }
                if let Some(line) = line {
                    let text = format!(" line {line}");
                    to.push(Inline::Run(Run { text, face: Face { tone: Tone::Quiet, ..face } }));
                }
            }
            // Lines are taken apart before; what is only read aloud on a page is read here where it names a column.
            Piece::Aloud(_) | Piece::Line { .. } => {}
        }
    }

    /// A footnote: all about a source where it is named first, its title and the place from then on.
    fn note(&mut self, cite: &Cite) -> Vec<Run> {
        let Some(source) = self.sources.iter().find(|source| source.note == cite.note) else {
            return vec![Run::plain(format!("Source {}.", cite.note))];
        };
        let place = cite.locator.as_ref().map_or(String::new(), |locator| format!(", on {locator}"));
        if self.named.insert(cite.note) {
            vec![Run::plain(format!("{}{place}{}", source.title, rest(source)))]
        } else {
            vec![Run::plain(format!("{}{place}.", source.title))]
        }
    }
}

/// All about a source.
pub(super) fn described(source: &SourceNote) -> String {
    format!("{}{}", source.title, rest(source))
}

fn rest(source: &SourceNote) -> String {
    let address = source.locator.as_ref().map_or(String::new(), |locator| format!(", {locator}"));
    let grade = source
        .reliability
        .map_or(String::new(), |(letter, meaning)| format!(" Reliability {letter} ({meaning})."));
    format!("{}{address}.{grade}", dated(source))
}

/// The mark of a look: a sign of its shape in its colour.
pub(super) fn mark(number: usize) -> Run {
    Run {
        text: look::sign(number).to_owned(),
        face: Face { tone: Tone::Own(look::rgb(number)), ..Face::default() },
    }
}

/// A text in which a number keeps its per cent sign beside it where a line ends.
pub(super) fn joined(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

/// A text in plain letters.
pub(super) fn plain(phrase: &Phrase) -> String {
    joined(&crate::render::html::plain_phrase(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Chance, DoubtOf};

    #[test]
    fn a_source_is_described_once_and_named_from_then_on() {
        let source = SourceNote {
            note: 3,
            title: "An agency report".to_owned(),
            published: None,
            later: false,
            reliability: Some(('B', "usually reliable")),
            locator: None,
        };
        let mut phrases = Phrases::citing(vec![source]);
        let cite = Cite { note: 3, locator: Some("outline".to_owned()), what: "pace".to_owned() };
        let cited =
            Phrase::from("42 days").and(Piece::Ground { cites: vec![cite.clone(), cite], line: Some(7) });
        let paragraph = phrases.paragraph(Style::Body, &cited);
        let notes: Vec<&str> = paragraph
            .inlines
            .iter()
            .filter_map(|inline| match inline {
                Inline::Footnote(runs) => Some(runs[0].text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            notes,
            [
                "An agency report, on outline. Reliability B (usually reliable).",
                "An agency report, on outline."
            ]
        );
        assert_eq!(paragraph.as_proposed(), "42 days\u{2009} line 7");
    }

    #[test]
    fn lines_of_a_cell_are_paragraphs_and_a_red_line_has_a_sign() {
        let said = Phrase::from("wants 90 days").line(LineManner::Red, "never 365");
        let chance = Chance { value: 0.22, low: 0.2, high: 0.24, doubt: DoubtOf::Draws };
        let cell = Phrases::citing(Vec::new()).cell(&said.and(chance), true);
        let lines: Vec<String> = cell.iter().map(Paragraph::as_proposed).collect();
        assert_eq!(lines, ["wants 90 days", "▌never 365", "22\u{a0}%\n20–24\u{a0}%"]);
    }
}
