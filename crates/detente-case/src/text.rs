//! The text of a case file, and places in it.

use detente_model::Place;

/// A stretch of the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From a byte to before another; empty where the other comes first.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The text of a file under the name by which people know it; of a case in several files all of them, one behind the other.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    pub(crate) name: String,
    pub(crate) content: String,
    /// Byte offset of the start of each line; the first is 0.
    lines: Box<[usize]>,
    /// What only a case in several files has; apart, since reports hold a text and are handed on as errors.
    files: Option<Box<Files>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Files {
    /// The files behind the first.
    sheets: Vec<SheetText>,
    /// What is read instead of the content, at the same places: without what belongs to no case.
    read_as: Option<String>,
}

/// A file whose text stands behind that of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetText {
    /// What reports call it.
    pub(crate) name: String,
    /// Its first byte.
    pub(crate) start: usize,
}

impl Text {
    /// A text, and what reports call it.
    pub fn new(name: impl Into<String>, content: impl Into<String>) -> Self {
        let content = content.into();
        let lines = std::iter::once(0)
            .chain(content.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(i, _)| i + 1))
            .collect();
        Self { name: name.into(), content, lines, files: None }
    }

    /// The same with other files in it from some bytes on, which begin lines, and with what is read in its place.
    pub(crate) fn in_files(self, sheets: Vec<SheetText>, read_as: Option<String>) -> Self {
        Self { files: Some(Box::new(Files { sheets, read_as })), ..self }
    }

    /// The files behind the first.
    pub(crate) fn sheets(&self) -> &[SheetText] {
        self.files.as_ref().map_or(&[], |files| &files.sheets)
    }

    /// The same with another text read in its place, in which everything stands where it does in this one.
    pub(crate) fn read_as(mut self, text: String) -> Self {
        self.files.get_or_insert_default().read_as = Some(text);
        self
    }

    /// What is read: the content, or what stands in for it.
    pub(crate) fn as_read(&self) -> &str {
        self.files.as_ref().and_then(|files| files.read_as.as_deref()).unwrap_or(&self.content)
    }

    /// The number of the file that holds a byte; 0 for the first.
    pub(crate) fn file_at(&self, offset: usize) -> usize {
        self.sheets().partition_point(|sheet| sheet.start <= offset)
    }

    /// What a file is called.
    pub(crate) fn file_name(&self, file: usize) -> &str {
        file.checked_sub(1).and_then(|file| self.sheets().get(file)).map_or(&self.name, |sheet| &sheet.name)
    }

    /// Where a file begins and ends.
    pub(crate) fn file_span(&self, file: usize) -> Span {
        let start = |file: usize| {
            file.checked_sub(1)
                .map_or(0, |file| self.sheets().get(file).map_or(self.content.len(), |sheet| sheet.start))
        };
        Span::new(start(file), start(file + 1))
    }

    /// The line of a byte in its own file, counted from zero.
    pub(crate) fn line_in_file(&self, offset: usize) -> usize {
        self.line_of(offset) - self.line_of(self.file_span(self.file_at(offset)).start)
    }

    /// A stretch in its own file.
    pub(crate) fn in_file(&self, span: Span) -> Span {
        let start = self.file_span(self.file_at(span.start)).start;
        Span::new(span.start - start, span.end.saturating_sub(start))
    }

    /// All of it.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The number of the line that holds a byte, counted from zero.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// How many lines there are; at least one.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of some lines, counted from zero, without the end of the last. Beyond the last line there is nothing.
    pub fn lines(&self, first: usize, last: usize) -> Span {
        let start = self.lines.get(first).copied().unwrap_or(self.content.len());
        let end = self.lines.get(last.saturating_add(1)).map_or(self.content.len(), |next| next - 1);
        let end = if self.content[..end].ends_with('\r') { end - 1 } else { end };
        Span::new(start, end.max(start))
    }

    /// The column of a byte, in characters, counted from one.
    pub(crate) fn column_of(&self, offset: usize) -> usize {
        let start = self.lines[self.line_of(offset)];
        // A byte order mark is no column of its own.
        let before = self.content.get(start..offset).map(|before| before.trim_start_matches('\u{feff}'));
        before.map_or(1, |before| before.chars().count() + 1)
    }

    /// The text of a stretch; empty where the stretch does not fall on characters.
    pub fn slice(&self, span: Span) -> &str {
        self.content.get(span.start..span.end).unwrap_or("")
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        Place {
            offset: span.start,
            len: span.end - span.start,
            line: self.line_in_file(span.start) + 1,
            file: self.file_at(span.start),
        }
    }

    /// The same stretch, moved onto whole characters, inside the text, and cut at the end of its first line:
    /// a caret under a whole table would say nothing.
    pub(crate) fn pointed_at(&self, span: Span) -> Span {
        let mut start = span.start.min(self.content.len());
        while !self.content.is_char_boundary(start) {
            start -= 1;
        }
        let line_end = self.lines(self.line_of(start), self.line_of(start)).end.max(start);
        let mut end = span.end.clamp(start, line_end);
        while !self.content.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end.max(start))
    }
}

/// A name as it is shown in a message: in backticks, without control characters, and not without end.
pub fn quoted(name: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String =
        name.chars().take(LONGEST).map(|c| if is_hidden(c) { '\u{fffd}' } else { c }).collect();
    if name.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// Names in backticks, joined as people read a list; many are cut short and counted.
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let names: Vec<&str> = names.into_iter().collect();
    let shown: Vec<String> = names.iter().take(MOST).map(|name| quoted(name)).collect();
    match (names.len(), shown.as_slice()) {
        (0, _) => String::from("none"),
        (count, _) if count > MOST => format!("{} and {} more", shown.join(", "), count - MOST),
        (_, [only]) => only.clone(),
        (_, [most @ .., last]) => format!("{} and {last}", most.join(", ")),
        (_, []) => String::new(),
    }
}

/// A count with its thousands apart: 4,000,001.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut shown = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Characters that would not be seen, or would change how a terminal shows the rest.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_as_an_editor_does() {
        let text = Text::new("x", "é = 1\r\nab = 2");
        assert_eq!((text.line_of(0), text.line_of(8), text.line_count()), (0, 1, 2));
        assert_eq!(text.column_of(5), 5);
        assert_eq!(text.slice(text.lines(0, 0)), "é = 1");
        assert_eq!(text.slice(text.lines(1, 1)), "ab = 2");
    }

    #[test]
    fn what_is_pointed_at_stays_on_one_line_and_on_whole_characters() {
        let text = Text::new("x", "é = 1\nab = 2\n");
        assert_eq!(text.pointed_at(Span::new(1, 99)), Span::new(0, 6));
        assert_eq!(text.pointed_at(Span::new(99, 120)), Span::new(14, 14));
    }

    #[test]
    fn lists_read_aloud() {
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!((grouped(999), grouped(4_000_001)), (String::from("999"), String::from("4,000,001")));
        assert_eq!(quoted("a\u{1b}[31m"), "`a\u{fffd}[31m`");
    }
}
