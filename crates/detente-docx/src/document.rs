//! What a document is made of.

use crate::drawing::Drawing;

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its title, in the properties of the file.
    pub title: String,
    /// Its language: `en`, `ar`.
    pub language: String,
    /// The day that the properties give as that of its making, `2024-02-14`; a file does not otherwise say when it was written, so that the same document
    /// gives the same bytes.
    pub on: Option<String>,
    /// What stands at the foot of each page, beside its number.
    pub foot: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// What it is.
    pub style: Style,
    /// A name that a link leads to, and that is still there when the file comes back. At most 40 letters, figures and `_`, a letter first.
    pub name: Option<String>,
    /// Whether it stays on the page of the paragraph that follows.
    pub with_next: bool,
    /// Whether the paragraph as a whole came in or went out.
    pub change: Option<Change>,
    /// What it says.
    pub inlines: Vec<Inline>,
}

/// What a paragraph is. Each is a style of the document, which a reader may give another look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// The title.
    Title,
    /// What stands under it.
    Subtitle,
    /// What to see first.
    Lead,
    /// A heading of level 1 to 3; other levels count as the nearest of them.
    Heading(u8),
    /// Running text.
    #[default]
    Body,
    /// How to read what stands above, quiet.
    Reading,
    /// What stands over a table or a picture.
    Caption,
    /// An item of a list.
    Bullet,
    /// An item of the numbered list with this number of its own: items of one list count on.
    Numbered(u32),
    /// What a page would fold: its line.
    Folded,
    /// The text of a cell.
    Cell,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Run(Run),
    /// A new line.
    Break,
    /// A footnote.
    Footnote(Vec<Run>),
    /// A picture.
    Picture(Picture),
    /// Words that lead somewhere.
    Link(Link),
    /// Words that came in or went out.
    Changed {
        /// Who did what, and when.
        change: Change,
        /// The words.
        runs: Vec<Run>,
    },
    /// Words with a comment on them.
    Commented {
        /// The comment.
        comment: Comment,
        /// What it is on.
        inlines: Vec<Inline>,
    },
}

/// Words with one face.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub face: Face,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// They carry weight.
    pub strong: bool,
    /// They are set off, such as a judgement.
    pub stressed: bool,
    /// Their colour.
    pub tone: Tone,
}

/// The colour of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// That of the text around them.
    #[default]
    Plain,
    /// Less than that, for what stands beside the point.
    Quiet,
    /// One that warns, with weight: a red line.
    Warning,
    /// One of their own, red, green and blue, such as that of a mark beside a name.
    Own([u8; 3]),
}

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The name of a paragraph of this document ([`Paragraph::name`]).
    pub to: String,
    /// The words.
    pub runs: Vec<Run>,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// They came in.
    Inserted,
    /// They went out.
    Deleted,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of the words.
    pub kind: ChangeKind,
    /// Who did it.
    pub by: String,
    /// The day, `2024-02-14`.
    pub on: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Who made it.
    pub by: String,
    /// The day, `2024-02-14`.
    pub on: Option<String>,
    /// What it says, a string a paragraph.
    pub text: Vec<String>,
}

/// A picture, in lines and areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What is drawn.
    pub drawing: Drawing,
    /// Its width on paper in millimetres; its height follows.
    pub width: f64,
    /// Its title.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it shows, for those who do not see it.
    pub description: String,
    /// How the words of each column stand.
    pub columns: Vec<Align>,
    /// The heads of the columns, which come again on each page; empty for none.
    pub head: Vec<Cell>,
    /// The rows, a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: paragraphs.
pub type Cell = Vec<Paragraph>;

/// How the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// From where its script begins.
    #[default]
    Start,
    /// In the middle.
    Middle,
    /// At the end, as figures do.
    End,
}

impl Document {
    /// An empty document in English.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), language: "en".to_owned(), ..Self::default() }
    }
}

impl Change {
    /// Words came in.
    pub fn inserted(by: impl Into<String>, on: Option<String>) -> Self {
        Self { kind: ChangeKind::Inserted, by: by.into(), on }
    }

    /// Words went out.
    pub fn deleted(by: impl Into<String>, on: Option<String>) -> Self {
        Self { kind: ChangeKind::Deleted, by: by.into(), on }
    }
}

impl Run {
    /// Words as the rest of the paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face::default() }
    }

    /// Words that carry weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face { strong: true, ..Face::default() } }
    }

    /// Quiet words.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { text: text.into(), face: Face { tone: Tone::Quiet, ..Face::default() } }
    }
}

impl Paragraph {
    /// An empty one.
    #[must_use]
    pub fn of(style: Style) -> Self {
        Self { style, ..Self::default() }
    }

    /// The same with words at its end.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.and(Inline::Run(Run::plain(text)))
    }

    /// The same with words at its end that came in or went out.
    #[must_use]
    pub fn changed(self, change: Change, text: impl Into<String>) -> Self {
        self.and(Inline::Changed { change, runs: vec![Run::plain(text)] })
    }

    /// The same with a piece at its end.
    #[must_use]
    pub fn and(mut self, inline: Inline) -> Self {
        self.inlines.push(inline);
        self
    }

    /// The same under a name.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// Its words before anybody changed them: without what came in, with what went out.
    #[must_use]
    pub fn as_it_was(&self) -> String {
        self.without(ChangeKind::Inserted)
    }

    /// Its words with all changes taken.
    #[must_use]
    pub fn as_proposed(&self) -> String {
        self.without(ChangeKind::Deleted)
    }

    /// The comments on it, in the order in which they begin.
    #[must_use]
    pub fn comments(&self) -> Vec<&Comment> {
        fn of<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Comment>) {
            for inline in inlines {
                if let Inline::Commented { comment, inlines } = inline {
                    found.push(comment);
                    of(inlines, found);
                }
            }
        }
        let mut found = Vec::new();
        of(&self.inlines, &mut found);
        found
    }

    /// The changes inside it and of it as a whole, in the order of its words.
    #[must_use]
    pub fn changes(&self) -> Vec<&Change> {
        fn of<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Change>) {
            for inline in inlines {
                match inline {
                    Inline::Changed { change, .. } => found.push(change),
                    Inline::Commented { inlines, .. } => of(inlines, found),
                    _ => {}
                }
            }
        }
        let mut found = self.change.iter().collect();
        of(&self.inlines, &mut found);
        found
    }

    fn without(&self, kind: ChangeKind) -> String {
        fn of(inlines: &[Inline], kind: ChangeKind, words: &mut String) {
            for inline in inlines {
                match inline {
                    Inline::Run(run) => words.push_str(&run.text),
                    Inline::Break => words.push('\n'),
                    Inline::Link(Link { runs, .. }) => words.extend(runs.iter().map(|run| run.text.as_str())),
                    Inline::Changed { change, runs } if change.kind != kind => {
                        words.extend(runs.iter().map(|run| run.text.as_str()));
                    }
                    Inline::Commented { inlines, .. } => of(inlines, kind, words),
                    Inline::Changed { .. } | Inline::Footnote(_) | Inline::Picture(_) => {}
                }
            }
        }
        let mut words = String::new();
        if self.change.as_ref().is_none_or(|change| change.kind != kind) {
            of(&self.inlines, kind, &mut words);
        }
        words
    }
}
