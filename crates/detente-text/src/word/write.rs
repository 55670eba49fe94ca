//! A version as a document.

use detente_docx::{Block, Change, Comment, Document, DocxError, Inline, Paragraph, Run, Style};
use detente_model::{Case, Citation};

use super::{OURS, names, version_mark};
use crate::changed::{ClauseChange, Kept, WordsChange, changes};
use crate::version::{Bracket, Clause, Objection, Piece, TextVersion};

impl TextVersion {
    /// The version as a Word document: its articles and clauses under headings, what is open in brackets with a comment on what each wording
    /// settles, objections as comments of those who object. With another version, what changed since then is marked, as changes of whoever
    /// wrote this one.
    ///
    /// # Errors
    /// If it is larger than such a file can be.
    pub fn to_docx(&self, case: &Case, since: Option<&Self>) -> Result<Vec<u8>, DocxError> {
        self.document(case, since).to_bytes()
    }

    fn document(&self, case: &Case, since: Option<&Self>) -> Document {
        let title = self.title.as_ref().unwrap_or(&case.title);
        let mut document = Document::titled(title.as_str());
        document.on = Some(self.date.to_string());
        document.foot = Some(format!("{title}, version {} of {}", self.name, told(self.date)));
        let mut written = vec![Paragraph::of(Style::Title).text(title.as_str())];
        let marked = since
            .map_or(String::new(), |since| format!(" What changed since version {} is marked.", since.name));
        let stands = format!("Version {}, {}, by {}.{marked}", self.name, told(self.date), self.by);
        written.push(Paragraph::of(Style::Subtitle).named(version_mark(&self.name)).text(stands));
        let changed = since.map(|since| changes(since, self));
        let change_of = |clause: &Clause| {
            let all = changed.as_ref()?;
            all.iter().find(|change| change.after.is_some_and(|after| after.id == clause.id))
        };
        let names = names(self);
        let mut names = names.iter();
        for article in &self.articles {
            if !article.heading().is_empty() {
                written.push(Paragraph::of(Style::Heading(1)).text(article.heading()));
            }
            for clause in &article.clauses {
                let name = names.next().map(String::as_str).unwrap_or_default();
                let mut body = self.body(case, clause, change_of(clause));
                if !clause.heading().is_empty() {
                    written.push(Paragraph::of(Style::Heading(2)).named(name).text(clause.heading()));
                } else if let Some(first) = body.first_mut() {
                    // An article that is one clause has its heading already; the clause is found again by its words.
                    first.name = Some(name.to_owned());
                }
                written.extend(body);
            }
        }
        let gone = changed
            .iter()
            .flatten()
            .filter(|change| change.after.is_none())
            .filter_map(|change| change.before);
        for clause in gone {
            // A clause that went out stands at the end, all of it struck.
            for (style, words) in [(Style::Heading(2), clause.heading()), (Style::Body, clause.shown())] {
                let change = Some(Change::deleted(self.by.as_str(), Some(self.date.to_string())));
                written.push(Paragraph { change, ..Paragraph::of(style).text(words) });
            }
        }
        document.blocks = written.into_iter().map(Block::Paragraph).collect();
        document
    }

    fn body(&self, case: &Case, clause: &Clause, change: Option<&ClauseChange<'_>>) -> Vec<Paragraph> {
        let on = Some(self.date.to_string());
        let new = change.is_some_and(|change| change.before.is_none());
        let changed = change.filter(|change| change.before.is_some() && change.words_changed());
        let mut body = match changed {
            Some(change) => vec![self.marked(&change.words)],
            None => words(case, clause),
        };
        if let (Some(first), true) =
            (body.first_mut(), changed.is_some() && clause.brackets().any(Bracket::is_open))
        {
            let said = clause
                .brackets()
                .filter(|bracket| bracket.is_open())
                .flat_map(|bracket| settles(case, bracket))
                .collect();
            comment(first, Comment { by: OURS.to_owned(), on: None, text: said });
        }
        if let Some(first) = body.first_mut() {
            for objection in &clause.objections {
                comment(first, objected(case, objection));
            }
        }
        if new {
            for paragraph in &mut body {
                paragraph.change = Some(Change::inserted(self.by.as_str(), on.clone()));
            }
        }
        body
    }

    /// What became of the words since another version.
    fn marked(&self, words: &[WordsChange]) -> Paragraph {
        let on = Some(self.date.to_string());
        let mut paragraph = Paragraph::of(Style::Body);
        for (i, part) in words.iter().enumerate() {
            // The blank before words goes and comes with them.
            let said = if i > 0 { format!(" {}", part.words) } else { part.words.clone() };
            paragraph = match part.kind {
                Kept::Same => paragraph.text(said),
                Kept::Out => paragraph.changed(Change::deleted(self.by.as_str(), on.clone()), said),
                Kept::In => paragraph.changed(Change::inserted(self.by.as_str(), on.clone()), said),
            };
        }
        paragraph
    }
}

/// The words of a clause, a paragraph a paragraph, each open bracket with a comment on what its wordings settle.
fn words(case: &Case, clause: &Clause) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::of(Style::Body)];
    for piece in &clause.body {
        match piece {
            Piece::Words(words) => {
                for (i, part) in words.split("\n\n").enumerate() {
                    if i > 0 {
                        paragraphs.push(Paragraph::of(Style::Body));
                    }
                    if let (Some(last), false) = (paragraphs.last_mut(), part.is_empty()) {
                        last.inlines.push(Inline::Run(Run::plain(part)));
                    }
                }
            }
            Piece::Bracket(bracket) => {
                let shown = vec![Inline::Run(if bracket.is_open() {
                    Run::strong(bracket.shown())
                } else {
                    Run::plain(bracket.shown())
                })];
                let inlines = if bracket.is_open() {
                    let comment = Comment { by: OURS.to_owned(), on: None, text: settles(case, bracket) };
                    vec![Inline::Commented { comment, inlines: shown }]
                } else {
                    shown
                };
                if let Some(last) = paragraphs.last_mut() {
                    last.inlines.extend(inlines);
                }
            }
        }
    }
    paragraphs
}

/// What each wording of a bracket settles, a sentence a wording.
fn settles(case: &Case, bracket: &Bracket) -> Vec<String> {
    let said = bracket.open().map(|(_, wording)| {
        let words = if wording.words.is_empty() {
            "Nothing here".to_owned()
        } else {
            format!("“{}”", wording.words)
        };
        if wording.ties.words_options() {
            format!("{words} settles {}.", wording.ties.told(case))
        } else {
            format!("{words} settles nothing that the analysis knows.")
        }
    });
    std::iter::once("Open. One of these is to stand:".to_owned()).chain(said).collect()
}

fn objected(case: &Case, objection: &Objection) -> Comment {
    let rests = |cite: &Citation| {
        let place = cite.locator.as_ref().map_or(String::new(), |place| format!(", on {place}"));
        format!("Rests on: {}{place}.", case.source(cite.source).title)
    };
    let text = std::iter::once(objection.words.clone()).chain(objection.cites.iter().map(rests)).collect();
    Comment { by: case.actor_name(objection.by).to_owned(), on: Some(objection.since.to_string()), text }
}

/// Puts a comment on all of a paragraph.
fn comment(paragraph: &mut Paragraph, comment: Comment) {
    let inlines = std::mem::take(&mut paragraph.inlines);
    paragraph.inlines.push(Inline::Commented { comment, inlines });
}

fn told(day: jiff::civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
