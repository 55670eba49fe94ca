//! The head of the file: what the case is, and of which day.

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::Span;

impl Decoder<'_, '_> {
    pub(super) fn head(&mut self) {
        self.case.title = self.needed_text(self.root, "title");
        self.case.summary = self.optional_text(self.root, "summary");
        match self.root.get("as_of").and_then(crate::tree::Node::date) {
            Some(date) => self.case.as_of = date,
            None => self.incomplete = true,
        }
    }

    /// Reports a date that the case cannot know of yet.
    pub(super) fn not_after_as_of(&mut self, date: jiff::civil::Date, span: Span, what: &str) {
        let Some(as_of) = self.root.entry("as_of") else { return };
        if as_of.node.date().is_none_or(|as_of| date <= as_of) {
            return;
        }
        let fault = Fault::new(
            Code::AfterAsOf,
            span,
            format!("{what} on {date}, after {}, the day of the case", self.case.as_of),
        );
        self.faults.push(
            fault
                .label("later than the case knows")
                .related(as_of.node.span, "nothing later than this is known")
                .help("move `as_of` forward if the case is to know this, or leave it out"),
        );
    }
}
