//! The place of a fault, and what can be done there.

use super::Fix;
use crate::code::Code;
use crate::edit::insert::{New, insert};
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::remove::remove;
use crate::edit::{Splice, from_the_end};
use crate::fault::Fault;
use crate::format::Kind;
use crate::text::{Span, quoted};
use crate::write::Key;

/// Ways that may mend one fault.
pub(super) struct Mender<'m, 't> {
    pub(super) layout: &'m Layout<'t>,
    pub(super) fault: &'m Fault,
    /// The stretch to which the fault points; empty at the beginning of the text for one of the whole file.
    pub(super) span: Span,
    found: Vec<Fix>,
}

impl<'m, 't> Mender<'m, 't> {
    pub(super) fn new(layout: &'m Layout<'t>, fault: &'m Fault) -> Self {
        let within = |span: &Span| layout.text.get(span.start..span.end).is_some();
        let span = fault.span.filter(within).unwrap_or_else(|| Span::new(0, 0));
        Self { layout, fault, span, found: Vec::new() }
    }

    /// All ways that may mend it, the likeliest first.
    pub(super) fn candidates(mut self) -> Vec<Fix> {
        match self.fault.code {
            Code::Syntax | Code::TooDeep | Code::DuplicateKey | Code::EmptyFile | Code::NotUtf8 => {
                self.syntax();
            }
            _ => {
                self.meant();
                self.of_figures();
                self.of_keys();
                self.of_names();
                self.of_parts();
            }
        }
        self.found
    }

    pub(super) fn code(&self) -> Code {
        self.fault.code
    }

    /// What stands where the fault points.
    pub(super) fn slice(&self) -> &'t str {
        self.layout.slice(self.span)
    }

    /// The thing whose key is there.
    pub(super) fn at_key(&self) -> Option<Id> {
        let here = |span: &Span| span.start == self.span.start && span.end >= self.span.end;
        self.layout.ids().find(|id| self.layout.node(*id).keys.iter().any(here))
    }

    /// The thing whose value is there.
    pub(super) fn at_value(&self) -> Option<Id> {
        let starts = |id: &Id| self.layout.value(*id).is_some_and(|span| span.start == self.span.start);
        self.layout.ids().find(starts)
    }

    /// The table whose heading is there.
    pub(super) fn at_heading(&self) -> Option<Id> {
        let starts = |id: &Id| {
            let statement = self.layout.node(*id).statement.map(|at| self.layout.statements[at]);
            statement.is_some_and(|it| {
                it.heading && it.span.start <= self.span.start && self.span.start < it.span.end
            })
        };
        self.layout.ids().find(starts)
    }

    /// The thing at which the fault points.
    pub(super) fn here(&self) -> Option<Id> {
        self.at_key().or_else(|| self.at_value()).or_else(|| self.at_heading())
    }

    /// The thing itself or the nearest around it whose kind answers a question.
    pub(super) fn around(&self, id: Id, is: impl Fn(&'static Kind) -> bool) -> Option<Id> {
        let mut at = Some(id);
        while let Some(here) = at {
            if self.layout.kind(here).is_some_and(&is) {
                return Some(here);
            }
            at = self.layout.node(here).parent;
        }
        None
    }

    /// The nearest table of a shape around a thing.
    pub(super) fn shaped(&self, id: Id, name: &str) -> Option<Id> {
        self.around(id, |kind| matches!(kind, Kind::Table(shape) if shape.name == name))
    }

    pub(super) fn child_of_root(&self, key: &str) -> Option<Id> {
        self.layout.child(ROOT, key)
    }

    pub(super) fn fix(&mut self, title: impl Into<String>, mut edits: Vec<(Span, String)>) {
        edits.sort_by_key(|(span, _)| *span);
        let apart = edits.windows(2).all(|two| two[0].0.end <= two[1].0.start);
        if !edits.is_empty() && apart {
            self.found.push(Fix { title: title.into(), edits });
        }
    }

    fn splices(&mut self, title: impl Into<String>, splices: Vec<Splice>) {
        let edits = from_the_end(splices).into_iter().map(|splice| (splice.span, splice.text)).collect();
        self.fix(title, edits);
    }

    /// Writes something in the place of a value.
    pub(super) fn set(&mut self, id: Id, value: &str) {
        if let Some(span) = self.layout.value(id) {
            self.fix(format!("write {}", quoted(value)), vec![(span, value.to_owned())]);
        }
    }

    /// Writes another key.
    pub(super) fn rekey(&mut self, span: Span, key: &str) {
        let quotes = self.layout.slice(span).starts_with(['"', '\'']);
        let written = if quotes { Key::quoted(key) } else { Key::from(key) };
        self.fix(format!("write {}", quoted(key)), vec![(span, written.as_str().to_owned())]);
    }

    /// Takes a thing out.
    pub(super) fn take_out(&mut self, id: Id) {
        if id != ROOT {
            let title = format!("take out {}", quoted(&self.called(id)));
            self.splices(title, remove(self.layout, id));
        }
    }

    /// Takes several things out.
    pub(super) fn take_out_all(&mut self, ids: &[Id]) {
        let names: Vec<String> = ids.iter().map(|id| quoted(&self.called(*id))).collect();
        let splices = ids.iter().flat_map(|id| remove(self.layout, *id)).collect();
        self.splices(format!("take out {}", names.join(" and ")), splices);
    }

    /// Takes out what stands under keys of a table, one way for each key that is there.
    pub(super) fn take_out_keys(&mut self, table: Id, keys: &[&str]) {
        for key in keys {
            if let Some(id) = self.layout.child(table, key) {
                self.take_out(id);
            }
        }
    }

    /// Adds a key to a table.
    pub(super) fn add(&mut self, table: Id, key: &str, value: &str) {
        self.add_all(table, &[(key.to_owned(), value.to_owned())]);
    }

    /// Adds keys to a table.
    pub(super) fn add_all(&mut self, table: Id, pairs: &[(String, String)]) {
        let mut splices: Vec<Splice> = Vec::new();
        for (key, value) in pairs {
            match insert(self.layout, table, New::Key(key), value) {
                Ok(more) => splices.extend(more),
                Err(_) => return,
            }
        }
        let names: Vec<String> = pairs
            .iter()
            .map(|(key, value)| quoted(&format!("{} = {value}", Key::from(key).as_str())))
            .collect();
        // Several at one place follow each other.
        let mut joined: Vec<(Span, String)> = Vec::new();
        for splice in splices {
            match joined.iter_mut().find(|(span, _)| *span == splice.span) {
                Some((_, text)) => text.push_str(&splice.text),
                None => joined.push((splice.span, splice.text)),
            }
        }
        self.fix(format!("add {}", names.join(", ")), joined);
    }

    /// Adds a member to a list.
    pub(super) fn append(&mut self, list: Id, value: &str) {
        if let Ok(splices) = insert(self.layout, list, New::Member(0), value) {
            self.splices(format!("add {} to the list", quoted(value)), splices);
        }
    }

    /// Adds a table at the end of the text.
    pub(super) fn add_at_end(&mut self, title: &str, lines: &str) {
        let end = self.layout.text.len();
        let eol = self.layout.line_break();
        let gap = if self.layout.text.is_empty() || self.layout.text.ends_with('\n') { "" } else { eol };
        let lines = format!("{gap}{eol}{}", lines.replace('\n', eol));
        self.fix(title, vec![(Span::new(end, end), lines)]);
    }

    /// Exchanges what stands under two keys of a table.
    pub(super) fn exchange(&mut self, table: Id, one: &str, other: &str) {
        let value = |key: &str| self.layout.value(self.layout.child(table, key)?);
        if let (Some(a), Some(b)) = (value(one), value(other)) {
            let (first, second) = (self.layout.slice(a).to_owned(), self.layout.slice(b).to_owned());
            self.fix(
                format!("exchange {} and {}", quoted(one), quoted(other)),
                vec![(a, second), (b, first)],
            );
        }
    }

    /// What a thing is called in a title: its key, or what it says.
    pub(super) fn called(&self, id: Id) -> String {
        let node = self.layout.node(id);
        match (&node.key, node.how) {
            (Some(key), _) => key.clone(),
            (None, How::Scalar(_)) => self.layout.inline(id),
            (None, _) => {
                let title = self.layout.title(id, "");
                if title.is_empty() { self.layout.inline(id) } else { title }
            }
        }
    }
}
