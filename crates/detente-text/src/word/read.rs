//! What a delegation marked in a document that was given out.

use std::ops::Range;

use detente_docx::{Block, Change, ChangeKind, Comment, Document, DocxError, Inline, Paragraph, Style};
use detente_model::Case;
use jiff::civil::Date;

use super::shown::{collapsed, letters};
use super::{OURS, names, version_mark};
use crate::version::{Clause, SingleText, TextVersion};

/// Everything that was marked in a document, in reading order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marks {
    /// The marks.
    pub list: Vec<Mark>,
    /// Clauses of the version that the document no longer has, by their ids: somebody took them out without marking it.
    pub missing: Vec<String>,
}

/// Something marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The clause that it is about, by its id; `None` for what stands at no clause.
    pub clause: Option<String>,
    /// Who marked it, in the words of the document; `None` where words were changed without being marked.
    pub by: Option<String>,
    /// The day, if the document says one.
    pub on: Option<Date>,
    /// What it is.
    pub is: MarkIs,
}

/// What somebody marked.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkIs {
    /// Other words.
    Words {
        /// Where they are, in letters of the clause as it is shown, runs of blanks counting as one.
        at: Range<usize>,
        /// What is to go; empty if nothing is.
        out: String,
        /// What is to come; empty if nothing is.
        into: String,
    },
    /// A comment.
    Comment {
        /// What it is on.
        on: String,
        /// What it says.
        says: String,
    },
    /// A heading that is new or changed, or words under a new heading: nothing that a clause of the version could take.
    Elsewhere {
        /// What is to go.
        out: String,
        /// What is to come.
        into: String,
    },
}

/// What stands in one clause of a document.
#[derive(Default)]
struct Stretch {
    /// Letters with what became of them, and the comments in which they stand.
    letters: Vec<(char, Fate)>,
    comments: Vec<(Comment, String)>,
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq)]
enum Fate {
    Kept,
    In(Change),
    Out(Change),
}

/// Reads a document that was made of a version ([`TextVersion::to_docx`]) and has come back.
///
/// What the version's own author marked belongs to the document as it was given out. Comments that it was given out with are not told again.
///
/// # Errors
/// If the file is no document, or not one that was made of a version of this text.
pub fn marks(case: &Case, version: &TextVersion, bytes: &[u8]) -> Result<Marks, MarksError> {
    let document = Document::from_bytes(bytes)?;
    let names = names(version);
    let clauses: Vec<&Clause> = version.clauses().collect();
    let mut stretches: Vec<Option<Stretch>> = clauses.iter().map(|_| None).collect();
    let mut marks = Marks::default();
    let mut elsewhere = Stretch::default();
    let mut at: Option<usize> = None;
    for paragraph in document.blocks.iter().flat_map(paragraphs) {
        let named = paragraph.name.as_ref().and_then(|name| names.iter().position(|known| known == name));
        let heading = matches!(paragraph.style, Style::Heading(_) | Style::Title | Style::Subtitle);
        if named.is_some() || heading {
            at = named;
        }
        let stretch = match at {
            Some(place) => {
                let clause = stretches[place].get_or_insert_default();
                if heading { &mut elsewhere } else { clause }
            }
            None => &mut elsewhere,
        };
        stretch.take_in(paragraph, &version.by);
        marks.list.extend(std::mem::take(&mut elsewhere).elsewhere());
    }
    if stretches.iter().all(Option::is_none) && !clauses.is_empty() {
        return Err(MarksError::NotOfThis { version: version.name.clone() });
    }
    for (clause, stretch) in clauses.iter().zip(stretches) {
        match stretch {
            Some(stretch) => marks.list.extend(stretch.of(case, clause)),
            None => marks.missing.push(clause.id.clone()),
        }
    }
    Ok(marks)
}

/// The version of which a document was made, as it says itself; the last if it does not say, or is none.
pub fn version_given_out<'a>(text: &'a SingleText, bytes: &[u8]) -> &'a TextVersion {
    let document = Document::from_bytes(bytes).unwrap_or_default();
    let names: Vec<&String> =
        document.blocks.iter().flat_map(paragraphs).filter_map(|paragraph| paragraph.name.as_ref()).collect();
    let made = text.versions.iter().find(|version| names.contains(&&version_mark(&version.name)));
    made.unwrap_or_else(|| text.latest())
}

/// Why no marks were read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MarksError {
    /// The file is no document.
    #[error(transparent)]
    NoDocument(#[from] DocxError),
    /// It is not one of this text.
    #[error(
        "the document has none of the clauses of version {version}: it was not made of it, or another program dropped the names of its headings"
    )]
    NotOfThis {
        /// The version.
        version: String,
    },
}

fn paragraphs(block: &Block) -> Vec<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => vec![paragraph],
        Block::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).flatten().collect(),
    }
}

impl Stretch {
    /// Adds a paragraph, what its author marked taken as it was given out.
    fn take_in(&mut self, paragraph: &Paragraph, own: &str) {
        self.letters.push((' ', Fate::Kept));
        self.inlines(&paragraph.inlines, paragraph.change.as_ref(), own);
    }

    fn inlines(&mut self, inlines: &[Inline], within: Option<&Change>, own: &str) {
        for inline in inlines {
            match inline {
                Inline::Run(run) => self.say(&run.text, within, own),
                Inline::Break => self.say(" ", within, own),
                Inline::Link(link) => {
                    for run in &link.runs {
                        self.say(&run.text, within, own);
                    }
                }
                Inline::Changed { change, runs } => {
                    for run in runs {
                        self.say(&run.text, Some(change), own);
                    }
                }

                Inline::Commented { comment, inlines } => {
                    let from = self.letters.len();
                    self.inlines(inlines, within, own);
                    let on = self.letters[from..]
                        .iter()
                        .filter(|(_, fate)| !matches!(fate, Fate::In(_)))
                        .map(|(letter, _)| *letter);
                    self.comments.push((comment.clone(), on.collect()));
                }
                Inline::Footnote(_) | Inline::Picture(_) => {}
            }
        }
    }

    fn say(&mut self, words: &str, change: Option<&Change>, own: &str) {
        let fate = match change {
            Some(change) if change.by != own => match change.kind {
                ChangeKind::Inserted => Fate::In(change.clone()),
                ChangeKind::Deleted => Fate::Out(change.clone()),
            },
            Some(change) if change.kind == ChangeKind::Deleted => return,
            _ => Fate::Kept,
        };
        self.letters.extend(words.chars().map(|letter| (letter, fate.clone())));
    }

    /// What was marked in a clause.
    fn of(self, case: &Case, clause: &Clause) -> Vec<Mark> {
        let given: Vec<char> = letters(clause).into_iter().map(|(letter, _)| letter).collect();
        let known = |comment: &Comment| {
            comment.by == OURS
                || clause.objections.iter().any(|objection| {
                    case.actor_name(objection.by) == comment.by
                        && comment.text.first() == Some(&objection.words)
                })
        };
        let comments =
            self.comments.iter().filter(|(comment, _)| !known(comment)).map(|(comment, on)| Mark {
                clause: Some(clause.id.clone()),
                by: Some(comment.by.clone()),
                on: day(comment.on.as_deref()),
                is: MarkIs::Comment { on: plain(on.chars()), says: plain(comment.text.join(" ").chars()) },
            });
        let comments: Vec<Mark> = comments.collect();
        let (base, edits) = edits(&self.letters);
        let words = if base == given {
            edits.into_iter().map(|edit| edit.mark(&clause.id, &given)).collect()
        } else {
            // Somebody wrote into the text without marking it: all that differs in the end is one change.
            let after: Vec<char> = collapsed(
                self.letters
                    .iter()
                    .filter(|(_, fate)| !matches!(fate, Fate::Out(_)))
                    .map(|(letter, _)| (*letter, ())),
            )
            .into_iter()
            .map(|(letter, ())| letter)
            .collect();
            unmarked(&given, &after).into_iter().map(|edit| edit.mark(&clause.id, &given)).collect::<Vec<_>>()
        };
        words.into_iter().chain(comments).collect()
    }

    /// What was marked where no clause of the version stands.
    fn elsewhere(self) -> Vec<Mark> {
        let comments =
            self.comments.iter().filter(|(comment, _)| comment.by != OURS).map(|(comment, on)| Mark {
                clause: None,
                by: Some(comment.by.clone()),
                on: day(comment.on.as_deref()),
                is: MarkIs::Comment { on: plain(on.chars()), says: plain(comment.text.join(" ").chars()) },
            });
        let comments: Vec<Mark> = comments.collect();
        let (base, edits) = edits(&self.letters);
        let words = edits.into_iter().map(|edit| Mark {
            clause: None,
            by: edit.by.clone(),
            on: edit.on,
            is: MarkIs::Elsewhere {
                out: base[edit.at.clone()].iter().collect(),
                into: plain(edit.into.chars()),
            },
        });
        words.chain(comments).collect()
    }
}

/// Words that somebody changed.
struct Edit {
    at: Range<usize>,
    into: String,
    by: Option<String>,
    on: Option<Date>,
}

impl Edit {
    fn mark(self, clause: &str, given: &[char]) -> Mark {
        let out = given[self.at.clone()].iter().collect();
        Mark {
            clause: Some(clause.to_owned()),
            by: self.by,
            on: self.on,
            is: MarkIs::Words { at: self.at, out, into: plain_inside(&self.into) },
        }
    }
}

/// The letters as they were given out, runs of blanks as one, and what was changed in them: what goes and what comes beside it by one hand is one change.
fn edits(all: &[(char, Fate)]) -> (Vec<char>, Vec<Edit>) {
    let mut base: Vec<char> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    for (letter, fate) in all {
        let change = match fate {
            Fate::Kept => None,
            Fate::In(change) | Fate::Out(change) => Some(change),
        };
        let blank = letter.is_whitespace();
        let comes = matches!(fate, Fate::In(_));
        let at = base.len();
        if !comes {
            if blank && base.last().is_none_or(|last| *last == ' ') {
                continue;
            }
            base.push(if blank { ' ' } else { *letter });
        }
        let Some(change) = change else { continue };
        let same = |edit: &Edit| {
            edit.at.end == at
                && edit.by.as_deref() == Some(change.by.as_str())
                && edit.on == day(change.on.as_deref())
        };
        if edits.last().is_none_or(|edit| !same(edit)) {
            let (by, on) = (Some(change.by.clone()), day(change.on.as_deref()));
            edits.push(Edit { at: at..at, into: String::new(), by, on });
        }
        let Some(edit) = edits.last_mut() else { continue };
        if comes {
            edit.into.push(*letter);
        } else {
            edit.at.end = base.len();
        }
    }
    if base.last() == Some(&' ') {
        base.pop();
    }
    for edit in &mut edits {
        edit.at.start = edit.at.start.min(base.len());
        edit.at.end = edit.at.end.min(base.len());
    }
    edits.retain(|edit| !edit.at.is_empty() || !edit.into.trim().is_empty());
    (base, edits)
}

/// The one change that makes `after` of `given`, at whole words; none if they are the same.
fn unmarked(given: &[char], after: &[char]) -> Option<Edit> {
    if given == after {
        return None;
    }
    let mut first = given.iter().zip(after).take_while(|(a, b)| a == b).count();
    let most = given.len().min(after.len()) - first;
    let mut last = given.iter().rev().zip(after.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    while first > 0 && given[first - 1] != ' ' {
        first -= 1;
    }
    while last > 0 && given[given.len() - last] != ' ' {
        last -= 1;
    }
    let into = after[first..after.len() - last].iter().collect();
    Some(Edit { at: first..given.len() - last, into, by: None, on: None })
}

fn plain(letters: impl IntoIterator<Item = char>) -> String {
    collapsed(letters.into_iter().map(|letter| (letter, ()))).into_iter().map(|(letter, ())| letter).collect()
}

/// Runs of blanks as one, those at the ends kept: words written in bring their own blanks.
fn plain_inside(text: &str) -> String {
    let inside = plain(text.chars());
    let blank = |letter: Option<char>| if letter.is_some_and(char::is_whitespace) { " " } else { "" };
    if inside.is_empty() {
        return blank(text.chars().next()).to_owned();
    }
    format!("{}{inside}{}", blank(text.chars().next()), blank(text.chars().next_back()))
}

fn day(written: Option<&str>) -> Option<Date> {
    written?.parse().ok()
}
