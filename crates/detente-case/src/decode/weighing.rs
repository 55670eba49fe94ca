//! How claims are weighed, where the case departs from the convention.

use detente_model::{Citation, NumberId, Strength, TrustIn, Weighing};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{AT_LEAST_ONE, UNIT};
use crate::text::quoted;
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn weighing(&mut self) {
        let Some(node) = self.root.get("evidence") else { return };
        let Some(table) = node.table() else {
            self.incomplete = true;
            return;
        };
        let cite = self.citations(table).unwrap_or_default();
        let within_origin = table
            .get("within_origin")
            .map(|node| self.number(node, "evidence.within_origin".to_owned(), UNIT, &cite));
        let mut likelihood_ratios = Vec::new();
        let ratios = table.get("likelihood_ratios");
        self.incomplete |= ratios.is_some_and(|node| node.table().is_none());
        for strength in Strength::ALL {
            let Some(node) = ratios.and_then(Node::table).and_then(|table| table.get(strength.word())) else {
                continue;
            };
            let path = format!("evidence.likelihood_ratios.{}", strength.word());
            likelihood_ratios.push((strength, self.number(node, path, AT_LEAST_ONE, &cite)));
        }
        let trust = self.trust(table, &cite);
        self.case.weighing = Weighing { likelihood_ratios, trust, within_origin };
    }

    fn trust(&mut self, table: Table<'t>, cite: &[Citation]) -> Vec<(TrustIn, NumberId)> {
        let mut trust = Vec::new();
        let entries: Vec<_> = table.entries_of("trust").collect();
        for entry in entries {
            let Some(key) = TrustIn::from_key(entry.key) else {
                self.faults.push(
                    Fault::new(Code::TrustKey, entry.key_span, format!("{} is no grade", quoted(entry.key)))
                        .label("neither a grade nor half of one")
                        .help(
                            "a source is a letter, `B`; information a digit in quotes, `\"2\"`; both together `B2`; a claim \
                             that nobody has graded is `ungraded`",
                        ),
                );
                continue;
            };
            let number = self.number(entry.node, format!("evidence.trust.{}", entry.key), UNIT, cite);
            trust.push((key, number));
        }
        trust
    }
}
