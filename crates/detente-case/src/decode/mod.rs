//! From a tree of the right shape to a [`Case`].
//!
//! One file for each part of the format. What [`crate::conform`] has found wrong is not reported again here: a
//! decoder that meets it notes that its part is incomplete and goes on, so that all faults are found at once.

mod amendments;
mod asked;
mod claims;
mod collective;
mod commitments;
mod comparisons;
mod conflict;
mod durability;
mod events;
mod exchange;
mod exchange_rules;
mod forecasts;
mod formula;
mod head;
mod interactions;
mod issues;
mod matrix;
mod options;
mod parties;
mod positions;
mod preferences;
mod propositions;
mod ranking;
mod sources;
mod stops;
mod talks;
mod valuation;
mod weighing;
mod weights;

use std::collections::BTreeMap;

use detente_model::{Case, Citation, Number, NumberId, Place, Uncertain};

pub use self::issues::clean;
use self::options::Options;
use crate::code::Code;
use crate::fault::{Fault, Faults};
use crate::format::Bounds;
use crate::names::{Known, WHAT_AN_ID_IS, is_id};
use crate::text::{Span, Text, grouped, quoted};
use crate::tree::{Node, Table};

/// How many of each a case can have: far more than anyone writes, and few enough for every check to be quick.
const LIMITS: [(&str, usize); 12] = [
    ("sources", 10_000),
    ("parties", 1_000),
    ("audiences", 1_000),
    ("issues", 1_000),
    ("infeasible", 10_000),
    ("interactions", 10_000),
    ("prefers", 200),
    ("propositions", 10_000),
    ("claims", 100_000),
    ("commitments", 10_000),
    ("forecasts", 10_000),
    ("moves", 1_000),
];

/// The case so far.
#[derive(Debug)]
pub(crate) struct Decoder<'a, 't> {
    text: &'a Text,
    root: Table<'t>,
    known: &'a Known<'t>,
    faults: &'a mut Faults,
    case: Case,
    /// For each issue its options, if they are sound, so that names of options can be checked against them.
    settled: Vec<Option<Options>>,
    /// The path of every number, with the place where it stands.
    paths: BTreeMap<String, (NumberId, Span)>,
    /// Whether anything was left out; only with a fault that says why.
    incomplete: bool,
}

/// Decodes a case; `None` if any error was found, now or before.
pub(crate) fn decode<'t>(
    text: &Text,
    root: Table<'t>,
    known: &Known<'t>,
    faults: &mut Faults,
) -> Option<Case> {
    let mut decoder = Decoder {
        text,
        root,
        known,
        faults,
        case: Case::default(),
        settled: Vec::new(),
        paths: BTreeMap::new(),
        incomplete: false,
    };
    if decoder.too_many() {
        return None;
    }
    decoder.head();
    decoder.sources();
    decoder.parties();
    decoder.issues();
    decoder.infeasible();
    decoder.positions();
    decoder.asked();
    decoder.interactions();
    decoder.comparisons();
    decoder.propositions();
    decoder.claims();
    decoder.weighing();
    decoder.forecasts();
    decoder.exchange();
    decoder.commitments();
    decoder.durability();
    decoder.moves();
    decoder.conflict();
    decoder.talks();
    decoder.collective();
    decoder.amendments();
    decoder.changes_while_they_talk();
    decoder.interactions_stay_small();
    decoder.clashes();
    let Decoder { case, incomplete, .. } = decoder;
    if incomplete && !faults.any_error() {
        // Better an answer that asks for help than a case from which something is missing.
        faults.push(
            Fault::of_file(Code::NotUnderstood, "a part of this file could not be understood")
                .help("this is a fault of the reader: please report it with the file"),
        );
    }
    (!faults.any_error()).then_some(case)
}

impl<'t> Decoder<'_, 't> {
    /// Whether there is more of something than makes sense; then nothing else is looked at.
    fn too_many(&mut self) -> bool {
        let mut any = false;
        for (key, most) in LIMITS {
            let Some(entry) = self.root.entry(key) else { continue };
            let count = entry.node.table().map_or_else(|| entry.node.list().count(), Table::len);
            if count > most {
                let message = format!(
                    "there are {} {key}, more than the {} that a case can have",
                    grouped(count),
                    grouped(most)
                );
                self.faults.push(Fault::new(Code::TooMany, entry.key_span, message).label("too many"));
                any = true;
            }
        }
        any
    }

    fn place(&self, span: Span) -> Place {
        self.text.place(span)
    }

    /// Text that must be there; empty where a fault has already said that it is not.
    fn needed_text(&mut self, table: Table<'t>, key: &str) -> String {
        let text = table.text(key);
        self.incomplete |= text.is_none();
        text.unwrap_or_default().to_owned()
    }

    fn optional_text(&mut self, table: Table<'t>, key: &str) -> Option<String> {
        let node = table.get(key)?;
        let text = node.text();
        self.incomplete |= text.is_none();
        text.map(str::to_owned)
    }

    fn optional_date(&mut self, table: Table<'t>, key: &str) -> Option<jiff::civil::Date> {
        let date = table.get(key)?.date();
        self.incomplete |= date.is_none();
        date
    }

    fn truth(&mut self, table: Table<'t>, key: &str, otherwise: bool) -> bool {
        let Some(node) = table.get(key) else { return otherwise };
        self.incomplete |= node.truth().is_none();
        node.truth().unwrap_or(otherwise)
    }

    /// Keeps a number under its path. A malformed one stands in as 0: a fault has been reported.
    fn number(&mut self, node: Node<'t>, path: String, bounds: Bounds, cite: &[Citation]) -> NumberId {
        let value = uncertain(node);
        self.incomplete |= value.is_none();
        self.keep(value.unwrap_or(Uncertain::Known(0.0)), node.span, path, bounds, cite)
    }

    fn keep(
        &mut self,
        value: Uncertain,
        span: Span,
        path: String,
        bounds: Bounds,
        cite: &[Citation],
    ) -> NumberId {
        let mut number = Number::new(path.clone(), value).within(bounds.least, bounds.most);
        number.cite = cite.to_vec();
        number.place = Some(self.place(span));
        let id = self.case.numbers.add(number);
        if let Some((_, first)) = self.paths.get(&path) {
            let fault = Fault::new(
                Code::SamePath,
                span,
                format!("two numbers of this case would be known as {}", quoted(&path)),
            );
            self.faults.push(
                fault
                    .label("this one")
                    .related(*first, "and this one")
                    .help("rename what one of them belongs to"),
            );
        } else {
            self.paths.insert(path, (id, span));
        }
        id
    }

    /// The number under a key that must be there.
    fn needed_number(
        &mut self,
        table: Table<'t>,
        key: &str,
        path: String,
        bounds: Bounds,
        cite: &[Citation],
    ) -> NumberId {
        if let Some(node) = table.get(key) {
            return self.number(node, path, bounds, cite);
        }
        self.incomplete = true;
        self.case.numbers.add(Number::new(path, 0.0))
    }

    /// The citations of a table; `None` if it has no key `cite`.
    fn citations(&mut self, table: Table<'t>) -> Option<Vec<Citation>> {
        self.citations_of(table, "cite")
    }

    /// The same under another key.
    fn citations_of(&mut self, table: Table<'t>, key: &str) -> Option<Vec<Citation>> {
        let node = table.get(key)?;
        let mut citations = Vec::new();
        for text in node.list().map(Node::text) {
            citations.extend(self.citation(text.unwrap_or_default()));
        }
        Some(citations)
    }

    /// Whether an id of a list is new and well formed; faults if it is not.
    pub(super) fn new_id(
        &mut self,
        what: &str,
        code: Code,
        (id, span): (&'t str, Span),
        seen: &mut BTreeMap<&'t str, Span>,
    ) -> bool {
        if !id.trim().is_empty() && !is_id(id) {
            self.faults.push(
                Fault::new(Code::BadId, span, format!("{} cannot be an id", quoted(id)))
                    .label("an id here")
                    .help(WHAT_AN_ID_IS),
            );
        }
        if let Some(first) = seen.get(id) {
            self.faults.push(
                Fault::new(code, span, format!("two {what}s have the id {}", quoted(id)))
                    .label("again here")
                    .related(*first, "first here")
                    .help(format!("give each {what} an id of its own, for example speaker and day")),
            );
            return false;
        }
        seen.insert(id, span);
        true
    }

    /// What `"dispatch#page 2"` refers to.
    fn citation(&mut self, text: &str) -> Option<Citation> {
        let (id, locator) = text.split_once('#').map_or((text, ""), |(id, locator)| (id, locator.trim()));
        let source = self.known.source(id.trim());
        self.incomplete |= source.is_none();
        Some(Citation { source: source?, locator: (!locator.is_empty()).then(|| locator.to_owned()) })
    }
}

/// The number that a node states, if it states one properly.
fn uncertain(node: Node<'_>) -> Option<Uncertain> {
    if !node.is_list() {
        return node.number().filter(|x| x.is_finite()).map(Uncertain::Known);
    }
    let numbers: Option<Vec<f64>> = node.list().map(Node::number).collect();
    match *numbers? {
        [low, high] => Uncertain::uniform(low, high).ok(),
        [low, mode, high] => Uncertain::triangular(low, mode, high).ok(),
        _ => None,
    }
}
