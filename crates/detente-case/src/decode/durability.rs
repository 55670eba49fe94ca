//! How long agreements have lasted here, and what makes them last.

use std::collections::BTreeMap;

use detente_model::{Durability, Factor};

use super::Decoder;
use crate::format::ABOVE_ZERO;
use crate::text::Span;
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
        let place = Some(self.place(entry.key_span));
        self.case.durability = Some(Durability { median_days, shape, factors, cite, place });
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
            let path = format!("durability.factors.{name}.hazard_ratio");
            let hazard_ratio = self.needed_number(table, "hazard_ratio", path, ABOVE_ZERO, &cite);
            let Some(when) = self.combination(table.get("when")) else {
                self.incomplete = true;
                continue;
            };
            self.not_empty(&when, table.get("when"), "this factor");
            let place = Some(self.place(node.span));
            factors.push(Factor { name, when, hazard_ratio, cite, place });
        }
        factors
    }
}
