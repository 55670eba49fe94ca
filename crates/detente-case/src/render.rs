//! Reports as people see them.

use std::fmt;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, NarratableReportHandler, SourceCode,
    SourceSpan, SpanContents,
};

use crate::code::Severity;
use crate::fault::{Fault, Report};
use crate::text::{Text, is_hidden};

/// How a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendering {
    /// In which form.
    pub form: Form,
    /// Columns of the page or terminal.
    pub width: usize,
    /// How many faults are shown; how many more there are is said.
    pub most: usize,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Excerpts with carets, drawn with lines.
    Drawn,
    /// The same with colour, which never says anything that the words do not.
    Coloured,
    /// Sentences alone, for screen readers and for logs.
    Told,
}

impl Default for Rendering {
    fn default() -> Self {
        Self { form: Form::Drawn, width: 100, most: 50 }
    }
}

impl Report {
    /// The report as text: each fault with its place, and a last line that counts them.
    ///
    /// Without the feature `fancy` every form is told in words.
    pub fn render(&self, how: Rendering) -> String {
        let excerpts = Excerpts::new(&self.text);
        let mut page = String::new();
        for fault in self.faults().iter().take(how.most) {
            let shown = Shown { fault, excerpts: &excerpts, drawable: excerpts.can_show(fault) };
            // Writing to a string cannot fail; a fault that could not be laid out is still told.
            if draw(&mut page, &shown, how).is_err() {
                page.push_str(&fault.message);
            }
            while page.ends_with('\n') {
                page.pop();
            }
            page.push_str("\n\n");
        }
        let total = self.errors() + self.warnings();
        let shown = self.faults().len().min(how.most);
        let unseen = match total - shown {
            0 => String::new(),
            more => format!("; the first {shown} are shown, {more} more are not"),
        };
        page.extend([self.name(), ": ", &self.count(), &unseen, ".\n"]);
        page
    }
}

#[cfg(feature = "fancy")]
fn draw(page: &mut String, shown: &Shown<'_>, how: Rendering) -> fmt::Result {
    use miette::{GraphicalReportHandler, GraphicalTheme};
    let theme = match how.form {
        Form::Drawn => GraphicalTheme::unicode_nocolor(),
        Form::Coloured => GraphicalTheme::unicode(),
        Form::Told => return NarratableReportHandler::new().render_report(page, shown),
    };
    GraphicalReportHandler::new_themed(theme)
        .with_width(how.width.max(40))
        .with_links(false)
        .with_context_lines(1)
        .render_report(page, shown)
}

#[cfg(not(feature = "fancy"))]
fn draw(page: &mut String, shown: &Shown<'_>, _how: Rendering) -> fmt::Result {
    NarratableReportHandler::new().render_report(page, shown)
}

/// A fault beside the text in which it stands.
#[derive(Debug)]
struct Shown<'a> {
    fault: &'a Fault,
    excerpts: &'a Excerpts<'a>,
    drawable: bool,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.drawable, self.fault.line, self.fault.column) {
            (false, Some(line), Some(column)) => {
                let file = self.fault.file.as_ref().map(|file| format!("{file}, ")).unwrap_or_default();
                write!(f, "{} ({file}line {line}, column {column})", self.fault.message)
            }
            _ => f.write_str(&self.fault.message),
        }
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.fault.code.as_str()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.fault.code.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.drawable.then_some(self.excerpts as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.fault.span.filter(|_| self.drawable)?;
        let primary = LabeledSpan::new_primary_with_span(
            Some(self.fault.label.clone().unwrap_or_else(|| String::from("here"))),
            (span.start, span.end - span.start),
        );
        let related = self.fault.related.iter().map(|(span, label)| {
            LabeledSpan::new_with_span(Some(label.clone()), (span.start, span.end - span.start))
        });
        Some(Box::new(std::iter::once(primary).chain(related)))
    }
}

/// The text from which excerpts are shown, with characters that would upset a terminal replaced, byte for byte.
#[derive(Debug)]
struct Excerpts<'a> {
    text: &'a Text,
    harmless: String,
}

impl<'a> Excerpts<'a> {
    /// A line longer than this is not shown: a caret in a page of it would not be found.
    const LONGEST_LINE: usize = 400;

    fn new(text: &'a Text) -> Self {
        let mut harmless = String::with_capacity(text.content.len());
        let mut chars = text.content.chars().peekable();
        while let Some(c) = chars.next() {
            // A return that ends no line would have a terminal write over what it has shown.
            let ends_a_line = c == '\r' && chars.peek() == Some(&'\n');
            if is_hidden(c) && !matches!(c, '\n' | '\t') && !ends_a_line {
                harmless.extend(std::iter::repeat_n('?', c.len_utf8()));
            } else {
                harmless.push(c);
            }
        }
        Self { text, harmless }
    }

    fn can_show(&self, fault: &Fault) -> bool {
        let places = fault.span.iter().chain(fault.related.iter().map(|(span, _)| span));
        fault.span.is_some()
            && places.into_iter().all(|span| {
                let line = self.text.line_of(span.start);
                (line.saturating_sub(1)..=line + 1).take_while(|l| *l < self.text.line_count()).all(|l| {
                    let span = self.text.lines(l, l);
                    span.end - span.start <= Self::LONGEST_LINE
                })
            })
    }
}

impl SourceCode for Excerpts<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset().checked_add(span.len()).filter(|end| *end <= self.harmless.len());
        let end = end.ok_or(MietteError::OutOfBounds)?;
        let at = self.text.line_of(span.offset());
        // An excerpt stays in its file.
        let file = self.text.file_at(span.offset());
        let of_file = self.text.file_span(file);
        let top = self.text.line_of(of_file.start);
        let bottom = match self.text.file_at(self.text.content.len()) {
            last if last == file => self.text.line_count() - 1,
            _ => self.text.line_of(of_file.end.saturating_sub(1).max(of_file.start)),
        };
        let first = at.saturating_sub(before).max(top);
        let last = self.text.line_of(end).saturating_add(after).min(bottom).max(at);
        let mut shown = self.text.lines(first, last);
        let mut column = 0;
        if before == 0 {
            // The place itself is asked for, to be named in the heading.
            shown.start = span.offset();
            column = self.text.column_of(span.offset()) - 1;
        }
        let data = self.harmless.as_bytes().get(shown.start..shown.end.max(shown.start));
        Ok(Box::new(MietteSpanContents::new_named(
            self.text.file_name(file).to_owned(),
            data.ok_or(MietteError::OutOfBounds)?,
            (shown.start, shown.end.saturating_sub(shown.start)).into(),
            if before == 0 { at - top } else { first - top },
            column,
            last + 1 - first,
        )))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text")
            .field("name", &self.name)
            .field("bytes", &self.content.len())
            .finish_non_exhaustive()
    }
}
