//! The lines of a version: headings, words, quotes, comments.

use std::collections::BTreeMap;

use detente_case::report::{Fault, quoted};
use detente_case::{Code, Span};

use super::{Reader, id_of_title};
use crate::version::{Article, Clause, Ties};

/// The most clauses that are read.
const MOST_CLAUSES: usize = 2_000;

/// A clause whose words are being gathered, each character with the byte at which it stands.
struct Open {
    clause: Clause,
    heading: Span,
    words: Vec<(char, usize)>,
    quoted: Vec<(String, Span)>,
    /// Whether the next words begin a paragraph.
    apart: bool,
}

impl Reader<'_> {
    /// The articles of the text from a byte on.
    pub(super) fn articles(&mut self, from: usize) -> Vec<Article> {
        let content = self.without_comments(from);
        let mut articles: Vec<Article> = Vec::new();
        let mut open: Option<Open> = None;
        // The ties in the heading of an article, which its own words take.
        let mut of_article: Option<(Ties, Option<String>, Span)> = None;
        let mut homeless = false;
        let mut at = 0;
        for line in content.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let trimmed = line.trim();
            let span =
                Span::new(start + (line.len() - line.trim_start().len()), start + line.trim_end().len());
            if start < from && at <= from {
                continue;
            }
            if let Some((level, heading)) = heading(trimmed) {
                let text_at = span.start + (trimmed.len() - heading.len());
                self.close(open.take(), &mut articles);
                self.idle(of_article.take());
                let (number, title, ties, id) = self.heading(heading, text_at);
                homeless = false;
                match level {
                    1 => {
                        articles.push(Article { number, title, clauses: Vec::new() });
                        of_article = Some((ties, id, span));
                    }
                    2 => {
                        if articles.is_empty() {
                            articles.push(Article::default());
                        }
                        let id = id
                            .unwrap_or_else(|| id_of_title(if title.is_empty() { &number } else { &title }));
                        let line = self.text.line_of(span.start) + 1;
                        let clause = Clause { id, number, title, ties, line, ..Clause::default() };
                        open = Some(Open {
                            clause,
                            heading: span,
                            words: Vec::new(),
                            quoted: Vec::new(),
                            apart: false,
                        });
                    }
                    _ => {
                        let fault = Fault::new(Code::TextShape, span, "a heading goes too deep");
                        self.faults.push(
                            fault
                                .label("a third level")
                                .help("`#` heads an article, `##` a clause; below that there are words"),
                        );
                    }
                }
                continue;
            }
            if trimmed.is_empty() {
                if let Some(open) = &mut open {
                    open.apart = true;
                }
                continue;
            }
            if open.is_none() {
                let Some(article) = articles.last().filter(|article| article.clauses.is_empty()) else {
                    if !std::mem::replace(&mut homeless, true) {
                        let fault = Fault::new(Code::TextShape, span, "these words stand under no heading");
                        self.faults.push(
                            fault.label("no article, no clause").help(
                                "put a heading above them: `# Preamble`, or `## 1.1 Title` for a clause",
                            ),
                        );
                    }
                    continue;
                };
                let (ties, id, heading) = of_article.take().unwrap_or((Ties::default(), None, span));
                let title = if article.title.is_empty() { &article.number } else { &article.title };
                let id = id.unwrap_or_else(|| id_of_title(title));
                let line = self.text.line_of(heading.start) + 1;
                let clause = Clause { id, ties, line, ..Clause::default() };
                open = Some(Open { clause, heading, words: Vec::new(), quoted: Vec::new(), apart: false });
            }
            if let Some(open) = &mut open {
                match trimmed.strip_prefix('>') {
                    Some(said) => {
                        let at = span.end - said.trim_start().len();
                        open.quoted.push((said.trim().to_owned(), Span::new(at, span.end)));
                        open.apart = true;
                    }
                    None => open.add(trimmed, span.start),
                }
            }
        }
        self.close(open.take(), &mut articles);
        self.idle(of_article.take());
        self.told_apart(&articles);
        articles
    }

    /// What the heading of an article ties although no words stand right under it.
    fn idle(&mut self, of_article: Option<(Ties, Option<String>, Span)>) {
        let Some((ties, id, span)) = of_article else { return };
        if ties != Ties::default() || id.is_some() {
            let fault =
                Fault::new(Code::TextShape, span, "the heading of an article ties words that are not there");
            self.faults.push(
                fault
                    .label("no words under it")
                    .help("put the braces behind the heading of the clause that words it"),
            );
        }
    }

    /// A clause that is complete.
    fn close(&mut self, open: Option<Open>, articles: &mut [Article]) {
        let Some(Open { mut clause, heading, words, quoted, .. }) = open else { return };
        let (body, ties) = self.words(&words);
        clause.ties = clause.ties.both(&ties);
        clause.body = body;
        clause.objections = self.objections(&quoted);
        if clause.id.is_empty() {
            let fault = Fault::new(Code::TextShape, heading, "a heading says nothing").label("no title");
            self.faults.push(fault.help("give it a number or a title, by which it is known in all versions"));
        }
        if let Some(article) = articles.last_mut() {
            article.clauses.push(clause);
        }
    }

    /// Number, title, ties and id of a heading.
    fn heading(&mut self, heading: &str, at: usize) -> (String, String, Ties, Option<String>) {
        let (shown, ties, id) =
            match heading.strip_suffix('}').and_then(|rest| rest.rfind('{').map(|open| (rest, open))) {
                Some((rest, open)) => {
                    let (ties, id) = self.ties(&rest[open + 1..], at + open + 1);
                    (rest[..open].trim_end(), ties, id)
                }
                None => (heading, Ties::default(), None),
            };
        let (number, title) = numbered(shown);
        (number.to_owned(), title.to_owned(), ties, id)
    }

    /// Two clauses that would be taken for one in other versions.
    fn told_apart(&mut self, articles: &[Article]) {
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for clause in articles.iter().flat_map(|article| &article.clauses) {
            let line = |line: usize| self.text.lines(line.saturating_sub(1), line.saturating_sub(1));
            let Some(first) = known.insert(&clause.id, clause.line) else { continue };
            let message = format!("two clauses are known as {}", quoted(&clause.id));
            let fault = Fault::new(Code::SameId, line(clause.line), message).label("again here");
            self.faults.push(
                fault.related(line(first), "the other").help(
                    "give one of them another title, or an id of its own in braces: `## 1.2 Title {#id}`",
                ),
            );
        }
        if known.len() > MOST_CLAUSES {
            let message =
                format!("the text has {} clauses, more than the {MOST_CLAUSES} that are read", known.len());
            self.faults.push(Fault::of_file(Code::TooMany, message).help("is this the text of one deal?"));
        }
    }

    /// The file with blanks where its header and its comments stand, every other byte in its place.
    fn without_comments(&mut self, from: usize) -> String {
        let content = self.text.content();
        let mut kept = content.to_owned();
        let mut at = from;
        while let Some(open) = content.get(at..).and_then(|rest| rest.find("<!--")).map(|found| at + found) {
            let close = content[open..].find("-->").map(|found| open + found + 3);
            if close.is_none() {
                let fault =
                    Fault::new(Code::TextShape, Span::new(open, open + 4), "this comment is not closed");
                self.faults.push(fault.label("opened here").help("end it with `-->`"));
            }
            at = close.unwrap_or(content.len());
            let blank: String = content[open..at]
                .chars()
                .flat_map(|c| std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, c.len_utf8()))
                .collect();
            kept.replace_range(open..at, &blank);
        }
        kept
    }
}

impl Open {
    fn add(&mut self, line: &str, at: usize) {
        let begins = self.apart || begins_an_item(line);
        if !self.words.is_empty() {
            let before: &[char] = if begins { &['\n', '\n'] } else { &[' '] };
            self.words.extend(before.iter().map(|c| (*c, at)));
        }
        self.apart = false;
        let mut blank = false;
        for (i, c) in line.char_indices() {
            // A backslash keeps the first sign of a line from being one.
            let c = if c.is_whitespace() { ' ' } else { c };
            if !(blank && c == ' ') {
                self.words.push((c, at + i));
            }
            blank = c == ' ';
        }
    }
}

/// The level and the words of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    (level > 0 && (rest.is_empty() || rest.starts_with([' ', '\t']))).then(|| (level, rest.trim()))
}

/// Whether a line is one of a list, which stands by itself: `- `, `(a) `, `2. `.
fn begins_an_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(' ') else { return false };
    let inner = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    mark == "-"
        || mark == "*"
        || inner.len() < mark.len()
            && (1..=4).contains(&inner.len())
            && inner.chars().all(|c| c.is_ascii_digit())
        || mark.starts_with('(') && mark.ends_with(')') && (1..=4).contains(&inner.len())
}

/// The number before a title: `Article 1. Calm`, `1.2 Length`, `(a) Whom it covers`.
fn numbered(heading: &str) -> (&str, &str) {
    let word_end = |from: usize| heading[from..].find(' ').map_or(heading.len(), |end| from + end);
    let first_end = word_end(0);
    let first = &heading[..first_end];
    let counts = |word: &str| {
        let inner = word.trim_matches(|c: char| matches!(c, '(' | ')' | '.' | ':' | '§'));
        let digits = inner.chars().any(char::is_numeric)
            && inner.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '(' | ')'));
        let roman =
            word.ends_with(['.', ':']) && !inner.is_empty() && inner.chars().all(|c| "IVXLC".contains(c));
        let letter = (word.starts_with('(') || word.ends_with(['.', ')'])) && inner.chars().count() == 1;
        digits || roman || letter
    };
    if counts(first) {
        return (first, heading[first_end..].trim_start());
    }
    let named = ["article", "section", "part", "chapter", "annex", "clause", "paragraph", "§"];
    if named.contains(&first.to_lowercase().as_str()) && first_end < heading.len() {
        let second_end = word_end(first_end + 1);
        let second = &heading[first_end + 1..second_end];
        let inner = second.trim_end_matches(['.', ':']);
        let short =
            !inner.is_empty() && (inner.chars().all(|c| "IVXLC".contains(c)) || inner.chars().count() == 1);
        if counts(second) || short {
            return (&heading[..second_end], heading[second_end..].trim_start());
        }
    }
    ("", heading)
}
