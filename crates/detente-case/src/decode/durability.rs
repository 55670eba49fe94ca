//! How long agreements have lasted here, and what makes them last.

use std::collections::BTreeMap;

use detente_model::{
    BASE_RATES, Citation, Durability, FINDINGS, Factor, Finding, Lasting, MOST_DAYS, NumberId, Uncertain,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{ABOVE_ZERO, Bounds, UNIT};
use crate::nearest::nearest;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn durability(&mut self) {
        let Some(entry) = self.root.entry("durability") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        let cite = self.citations(table).unwrap_or_default();
        let Some(baseline) = table.get("baseline").and_then(Node::table) else {
            self.incomplete = true;
            self.factors(table);
            return;
        };
        let path = "durability.baseline.median_days".to_owned();
        let median_days = self.needed_number(baseline, "median_days", path, ABOVE_ZERO, &cite);
        let shape = table
            .get("shape")
            .map(|node| self.number(node, "durability.shape".to_owned(), ABOVE_ZERO, &cite));
        let factors = self.factors(table);
        let of = table.text("of").and_then(Lasting::of).unwrap_or_default();
        let horizons = self.horizons(table);
        let place = Some(self.place(entry.key_span));
        self.case.durability = Some(Durability { median_days, shape, factors, of, horizons, cite, place });
    }

    /// The days at which lasting is told: each after the one before.
    fn horizons(&mut self, table: Table<'t>) -> Vec<f64> {
        let mut days: Vec<f64> = Vec::new();
        for node in table.list_of("horizons") {
            let Some(day) = node.number() else { continue };
            let fault = |code: Code, message: String| {
                Fault::new(code, node.span, message)
                    .label("here")
                    .help("write days counted from the signing, in their order, such as `[30, 365, 1825]`")
            };
            if !(day > 0.0 && day <= MOST_DAYS) {
                let message =
                    format!("a horizon is a number of days above 0 and at most {MOST_DAYS}, not {day}");
                self.faults.push(fault(Code::OutOfRange, message));
            } else if days.last().is_some_and(|last| day <= *last) {
                self.faults.push(fault(
                    Code::OutOfRange,
                    format!("the horizon {day} does not come after the one before it"),
                ));
            } else {
                days.push(day);
            }
        }
        days
    }

    fn factors(&mut self, table: Table<'t>) -> Vec<Factor> {
        let mut factors = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in table.list_of("factors") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "factors", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let cite = self.citations(table).unwrap_or_default();
            let finding = self.finding(table, &name, &cite);
            let hazard_ratio = self.hazard_ratio(table, &name, finding.is_some(), &cite);
            let Some(when) = self.combination(table.get("when")) else {
                self.incomplete = true;
                continue;
            };
            self.not_empty(&when, table.get("when"), "this factor");
            let place = Some(self.place(node.span));
            factors.push(Factor { name, when, hazard_ratio, finding, cite, place });
        }
        factors
    }

    /// The ratio as stated; 1 beside a finding where none is.
    fn hazard_ratio(&mut self, table: Table<'t>, name: &str, found: bool, cite: &[Citation]) -> NumberId {
        let path = format!("durability.factors.{name}.hazard_ratio");
        if let Some(node) = table.get("hazard_ratio") {
            return self.number(node, path, ABOVE_ZERO, cite);
        }
        if !found {
            let message = format!("the factor {} has neither a `hazard_ratio` nor a `finding`", quoted(name));
            self.faults.push(
                Fault::new(Code::HazardRatio, table.span, message)
                    .label("by what does it multiply the hazard?")
                    .help(
                        "write `hazard_ratio = [0.5, 1.0]`, or `finding = \"…\"` with an id of the catalogue",
                    ),
            );
            self.incomplete = true;
        }
        self.implied(Uncertain::Known(1.0), table.span, path, ABOVE_ZERO, cite)
    }

    /// A number that nobody stated.
    pub(super) fn implied(
        &mut self,
        value: Uncertain,
        span: Span,
        path: String,
        bounds: Bounds,
        cite: &[Citation],
    ) -> NumberId {
        let id = self.keep(value, span, path, bounds, cite);
        self.case.numbers[id].implied = true;
        id
    }

    /// The finding, with the number that says where in its distribution a world falls.
    fn finding(&mut self, table: Table<'t>, name: &str, cite: &[Citation]) -> Option<Finding> {
        let node = table.get("finding")?;
        let Some(id) = node.text() else {
            self.incomplete = true;
            return None;
        };
        if !FINDINGS.contains(&id) {
            self.faults.push(not_a_finding(id, node.span));
        }
        let path = format!("durability.factors.{name}.finding");
        let anywhere = Uncertain::Uniform { low: 0.0, high: 1.0 };
        Some(Finding { id: id.to_owned(), quantile: self.implied(anywhere, node.span, path, UNIT, cite) })
    }
}

fn not_a_finding(id: &str, span: Span) -> Fault {
    if BASE_RATES.contains(&id) {
        let message = format!("{} is a base rate: it changes no hazard, so that it is no factor", quoted(id));
        return Fault::new(Code::Finding, span, message)
            .label("says how often, not what makes it last")
            .help("name a finding on what makes agreements last, or write a `hazard_ratio`");
    }
    let fault = Fault::new(Code::Finding, span, format!("the catalogue has no finding {}", quoted(id)))
        .label("no such finding");
    match nearest(id, FINDINGS) {
        Some(near) => fault.did_you_mean(near),
        None => fault.help(
            "the catalogue has only published findings; write a `hazard_ratio` for what the case itself judges",
        ),
    }
}
