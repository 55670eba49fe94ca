//! Open questions on which the case depends. Their amendments are decoded last, when every number is known.

use detente_model::Proposition;

use super::Decoder;
use crate::format::UNIT;

impl Decoder<'_, '_> {
    pub(super) fn propositions(&mut self) {
        for entry in self.root.entries_of("propositions") {
            let table = entry.node.table();
            self.incomplete |= table.is_none();
            let path = format!("propositions.{}.prior", entry.key);
            let cite = table.and_then(|table| self.citations(table)).unwrap_or_default();
            let prior = match table {
                Some(table) => self.needed_number(table, "prior", path, UNIT, &cite),
                None => self.number(entry.node, path, UNIT, &cite),
            };
            let proposition = Proposition {
                id: entry.key.to_owned(),
                text: table.map(|table| self.needed_text(table, "text")).unwrap_or_default(),
                prior,
                when_true: Vec::new(),
                when_false: Vec::new(),
                place: Some(self.place(entry.key_span)),
            };
            self.case.propositions.push(proposition);
        }
    }
}
