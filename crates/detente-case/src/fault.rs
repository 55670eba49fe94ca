//! Faults in a case file, and the report that holds all of them.

use std::fmt;

use crate::code::{Code, Severity};
use crate::text::{Span, Text, quoted};

/// One thing that is wrong, or probably not meant, in a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Of which kind it is.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where; `None` for a fault of the file as a whole.
    pub span: Option<Span>,
    /// A few words for the caret.
    pub label: Option<String>,
    /// Other places that have to do with it, for example where an issue is declared.
    pub related: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
    /// The name that was probably meant, where the help asks for it.
    pub meant: Option<String>,
    /// The file, where it is not the first of the case.
    pub file: Option<String>,
    /// The line, counted from one.
    pub line: Option<usize>,
    /// The column in characters, counted from one.
    pub column: Option<usize>,
}

impl Fault {
    /// A fault at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::of_file(code, message) }
    }

    /// A fault of the file as a whole.
    pub fn of_file(code: Code, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            code,
            message,
            span: None,
            label: None,
            related: Vec::new(),
            help: None,
            meant: None,
            file: None,
            line: None,
            column: None,
        }
    }

    /// The same with a few words for the caret.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same with another place that has to do with it.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// The same with what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with the name that was probably meant.
    pub fn did_you_mean(mut self, name: &str) -> Self {
        self.meant = Some(name.to_owned());
        self.help(format!("did you mean {}?", quoted(name)))
    }

    /// Whether it stops the case from being read.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

/// The faults found so far. Only so many are kept; the rest are counted.
#[derive(Debug, Default)]
pub struct Faults {
    kept: Vec<Fault>,
    errors: usize,
    warnings: usize,
}

impl Faults {
    /// More than anyone reads at once; a file of garbage must not fill the memory with complaints.
    const MOST_KEPT: usize = 1_000;
    /// Looking for the nearest name takes time, which nobody thanks for in a file of hundreds of faults.
    const MOST_WITH_HINT: usize = 200;

    /// Keeps a fault, or counts it if a thousand are kept already.
    pub fn push(&mut self, fault: Fault) {
        match fault.code.severity() {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        if self.kept.len() < Self::MOST_KEPT {
            self.kept.push(fault);
        }
    }

    /// Those that were kept.
    pub(crate) fn kept(&self) -> &[Fault] {
        &self.kept
    }

    /// Whether faults are only counted from now on.
    pub(crate) fn is_full(&self) -> bool {
        self.kept.len() >= Self::MOST_KEPT
    }

    /// Counts an error that is not kept.
    pub(crate) fn count_error(&mut self) {
        self.errors += 1;
    }

    /// Whether the fault pushed next is one of the first, for which a hint is worth looking for.
    pub(crate) fn worth_a_hint(&self) -> bool {
        self.kept.len() < Self::MOST_WITH_HINT
    }

    /// Whether one of them is an error.
    pub fn any_error(&self) -> bool {
        self.errors > 0
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&Fault) -> bool) {
        let before = self.kept.len();
        self.kept.retain(keep);
        if self.kept.len() < before {
            // What was counted beyond those kept cannot be told apart any more.
            self.errors = self.kept.iter().filter(|fault| fault.is_error()).count();
            self.warnings = self.kept.len() - self.errors;
        }
    }

    pub(crate) fn append(&mut self, other: Self) {
        let (errors, warnings) = (self.errors + other.errors, self.warnings + other.warnings);
        for fault in other.kept {
            self.push(fault);
        }
        (self.errors, self.warnings) = (errors, warnings);
    }

    /// The report of them, with the line and column of each in the text.
    pub fn into_report(self, text: Text) -> Report {
        let Self { mut kept, errors, warnings } = self;
        for fault in &mut kept {
            if let Some(span) = fault.span {
                let span = text.pointed_at(span);
                fault.span = Some(span);
                fault.line = Some(text.line_in_file(span.start) + 1);
                let file = text.file_at(span.start);
                fault.file = (file > 0).then(|| text.file_name(file).to_owned());
                fault.column = Some(text.column_of(span.start));
            }
            for (span, _) in &mut fault.related {
                *span = text.pointed_at(*span);
            }
        }
        // A fault of the whole file first, then by place; at one place, in the order in which they were found.
        kept.sort_by_key(|fault| fault.span.map(|span| span.start));
        kept.dedup();
        Report { text, faults: kept, errors, warnings }
    }
}

/// Everything found wrong with a case file, in the order of the file.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Report {
    pub(crate) text: Text,
    faults: Vec<Fault>,
    errors: usize,
    warnings: usize,
}

impl Report {
    /// The name of the file, as it was given to the reader.
    pub fn name(&self) -> &str {
        &self.text.name
    }

    /// The faults by place. Of a file with more than a thousand, the first thousand that were found; the first
    /// two hundred of them come with hints.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Where in its file a span begins: line and column in characters, both counted from one.
    pub fn place(&self, span: Span) -> (usize, usize) {
        (self.text.line_in_file(span.start) + 1, self.text.column_of(span.start))
    }

    /// The file in which a span stands, and the same stretch counted from the start of that file: spans of faults are counted from the start
    /// of all files of a case, put one behind the other.
    pub fn in_file(&self, span: Span) -> (&str, Span) {
        (self.text.file_name(self.text.file_at(span.start)), self.text.in_file(span))
    }

    /// How many errors there are, including those of which only the number was kept.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, including those of which only the number was kept.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// One line: the name of the file, how much is wrong, and the first of it.
    fn summary(&self) -> String {
        match self.faults.as_slice() {
            [only] => format!("{}: {}", self.name(), only.message),
            [first, ..] => format!("{}: {}, the first: {}", self.name(), self.count(), first.message),
            [] => format!("{}: no faults", self.name()),
        }
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.errors + self.warnings == 0
    }

    /// "2 errors and 1 warning".
    pub fn count(&self) -> String {
        let counted = |count: usize, what: &str| match count {
            1 => format!("1 {what}"),
            _ => format!("{count} {what}s"),
        };
        match (self.errors, self.warnings) {
            (0, 0) => String::from("no faults"),
            (errors, 0) => counted(errors, "error"),
            (0, warnings) => counted(warnings, "warning"),
            (errors, warnings) => {
                format!("{} and {}", counted(errors, "error"), counted(warnings, "warning"))
            }
        }
    }
}

impl fmt::Debug for Report {
    /// In words, since it is what a failed `unwrap` prints; the text of the file would drown it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.name(), self.count())?;
        for fault in &self.faults {
            let line = fault.line.map_or(String::new(), |line| format!(" line {line}:"));
            writeln!(f, "{}{line} {}", fault.code.as_str(), fault.message)?;
        }
        Ok(())
    }
}
