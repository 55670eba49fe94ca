//! The header of a version: `key: value` a line, between two lines `---`.

use detente_case::report::{Fault, listed, nearest, quoted};
use detente_case::{Code, Span};
use jiff::civil::Date;

use super::Reader;

/// What a version says of itself.
pub(super) struct Header {
    pub title: Option<String>,
    pub date: Date,
    pub by: String,
    pub note: Option<String>,
}

const KEYS: [&str; 4] = ["title", "date", "by", "note"];

const FENCE: &str = "---";

/// A key with its value, and where that stands.
struct Entry {
    key: &'static str,
    value: String,
    span: Span,
}

impl Reader<'_> {
    /// The header, if it is sound, and the byte at which the text begins.
    pub(super) fn header(&mut self) -> (Option<Header>, usize) {
        let content = self.text.content();
        let mut at = if content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let start = at;
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines = content[at..].split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        if first.trim_end() != FENCE {
            let fault = Fault::new(
                Code::TextShape,
                Span::new(at, at + first.len()),
                "the file does not begin with a header",
            );
            self.faults.push(
                fault
                    .label("`---` is wanted here")
                    .help("begin it with four lines: `---`, `date: 2024-02-07`, `by: the mediators`, `---`"),
            );
            return (None, start);
        }
        at += first.len();
        let mut closed = false;
        for line in lines {
            let span = Span::new(at, at + line.trim_end().len());
            at += line.len();
            if line.trim_end() == FENCE {
                closed = true;
                break;
            }
            if line.starts_with('#') && !line.contains(':') {
                break;
            }
            self.entry(line, span, &mut entries);
        }
        if !closed {
            let fault = Fault::new(
                Code::TextShape,
                Span::new(start, start + first.len()),
                "the header is not closed",
            );
            self.faults.push(fault.label("opened here").help("end it with another line `---`"));
            return (None, content.len());
        }
        (self.of_entries(&entries, Span::new(start, start + FENCE.len())), at)
    }

    fn entry(&mut self, line: &str, span: Span, entries: &mut Vec<Entry>) {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            return;
        }
        let Some((key, value)) = line.split_once(':') else {
            let fault = Fault::new(Code::TextShape, span, "a line of the header has no `:`").label("no key");
            self.faults.push(fault.help(format!("write `key: value`; the keys are {}", listed(KEYS))));
            return;
        };
        let value_at = span.start + key.len() + 1 + (value.len() - value.trim_start().len());
        let value = unquoted(value.trim());
        let named = key.trim();
        let Some(key) = KEYS.into_iter().find(|known| *known == named) else {
            let fault = Fault::new(
                Code::UnknownKey,
                Span::new(span.start, span.start + key.len()),
                format!("{} is not a key of the header", quoted(named)),
            );
            self.faults.push(match nearest(named, KEYS) {
                Some(near) => fault.label("unknown key").did_you_mean(near),
                None => fault.label("unknown key").help(format!("its keys are {}", listed(KEYS))),
            });
            return;
        };
        if entries.iter().any(|entry| entry.key == key) {
            let fault =
                Fault::new(Code::DuplicateKey, span, format!("the key {} is written twice", quoted(key)));
            self.faults.push(fault.label("again here").help("keep one of them"));
            return;
        }
        if value.is_empty() {
            self.faults
                .push(Fault::new(Code::Blank, span, format!("`{key}` is blank")).label("no text here"));
        }
        entries.push(Entry { key, value: value.to_owned(), span: Span::new(value_at, span.end) });
    }

    fn of_entries(&mut self, entries: &[Entry], fence: Span) -> Option<Header> {
        let value = |key: &str| entries.iter().find(|entry| entry.key == key);
        let text = |key: &str| value(key).map(|entry| entry.value.clone());
        let mut missing = |key: &str, example: &str| {
            if value(key).is_none() {
                let fault = Fault::new(Code::MissingKey, fence, format!("the header has no `{key}`"));
                self.faults
                    .push(fault.label(format!("`{key}` is missing")).help(format!("add a line `{example}`")));
            }
        };
        missing("date", "date: 2024-02-07");
        missing("by", "by: the mediators");
        let date = match value("date") {
            Some(entry) => self.day(&entry.value, entry.span),
            None => None,
        };
        if let (Some(day), Some(entry)) = (date, value("date")) {
            self.not_later(day, entry.span);
        }
        Some(Header { title: text("title"), date: date?, by: text("by")?, note: text("note") })
    }

    /// The day that a word says; a fault if it says none.
    pub(super) fn day(&mut self, word: &str, span: Span) -> Option<Date> {
        let day = word.parse().ok();
        if day.is_none() {
            let fault = Fault::new(Code::WrongType, span, format!("{} is no day", quoted(word)));
            self.faults.push(fault.label("not a day").help("write it as `2024-02-07`: year, month, day"));
        }
        day
    }

    /// Whether the case can know of a day; a fault if not.
    pub(super) fn not_later(&mut self, day: Date, span: Span) {
        let as_of = self.case.as_of;
        if day > as_of {
            let fault = Fault::new(
                Code::AfterAsOf,
                span,
                format!("{day} is later than {as_of}, the day of the case"),
            );
            self.faults.push(
                fault
                    .label("later than the case")
                    .help("was another day meant, or should the case stand on a later one (`as_of`)?"),
            );
        }
    }
}

/// A value without the quotes that some write around it.
fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .map_or(value, str::trim)
}
