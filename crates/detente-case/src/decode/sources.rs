//! What the case rests on.

use detente_model::{Reliability, Source};

use super::Decoder;

impl Decoder<'_, '_> {
    pub(super) fn sources(&mut self) {
        for entry in self.root.entries_of("sources") {
            let place = Some(self.place(entry.key_span));
            let mut source = Source {
                id: entry.key.to_owned(),
                title: String::new(),
                published: None,
                reliability: None,
                locator: None,
                place,
            };
            if let Some(table) = entry.node.table() {
                source.title = self.needed_text(table, "title");
                source.published = self.optional_date(table, "published");
                source.locator = self.optional_text(table, "locator");
                if let Some(letter) = table.text("reliability") {
                    let mut letters = letter.chars();
                    source.reliability = letters.next().and_then(Reliability::from_letter);
                    self.incomplete |= source.reliability.is_none() || letters.next().is_some();
                }
                if let (Some(date), Some(node)) = (source.published, table.get("published")) {
                    let what = format!("the source `{}` was published", entry.key);
                    self.not_after_as_of(date, node.span, &what);
                }
            } else {
                self.incomplete = true;
            }
            self.case.sources.push(source);
        }
    }
}
