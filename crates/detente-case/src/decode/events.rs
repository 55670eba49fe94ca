//! Claims of kind `event`: rows of a data set of events.

use detente_model::{Citation, DatePrecision, Event};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::AMOUNT;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

/// The keys that only an event has.
const OF_EVENTS: [&str; 8] =
    ["dataset", "code", "actors", "location", "precision", "until", "deaths", "retrieved"];

impl<'t> Decoder<'_, 't> {
    /// The event that a claim is, if it is one; what makes no sense is reported.
    pub(super) fn event(
        &mut self,
        table: Table<'t>,
        id: &str,
        span: Span,
        cite: &[Citation],
    ) -> Option<Event> {
        let Some(kind) = table.entry("kind") else {
            for entry in OF_EVENTS.iter().filter_map(|key| table.entry(key)) {
                self.event_fault(
                    entry.key_span,
                    format!("the claim {} has `{}` but is no event", quoted(id), entry.key),
                    "a row of a data set of events says `kind = \"event\"`",
                );
            }
            return None;
        };
        if kind.node.text() != Some("event") {
            self.incomplete = true;
            return None;
        }
        for entry in ["on", "quantity"].iter().filter_map(|key| table.entry(key)) {
            self.faults.push(
                Fault::new(
                    Code::ClaimBearing,
                    entry.key_span,
                    format!("the event {} bears on something besides", quoted(id)),
                )
                .label("here")
                .related(kind.key_span, "an event here")
                .help("say what it bears on in a claim of its own, and give both the same `origin`"),
            );
        }
        let needed: Vec<&str> =
            ["dataset", "precision"].into_iter().filter(|key| table.get(key).is_none()).collect();
        if !needed.is_empty() {
            let keys: Vec<String> = needed.iter().map(|key| format!("`{key}`")).collect();
            self.event_fault(
                kind.key_span,
                format!("the event {} has no {}", quoted(id), keys.join(" and no ")),
                "add the data set as it is cited, and how closely the day is known (`\"unknown\"` if it does not say)",
            );
        }
        let precision = table.text("precision");
        let precision = DatePrecision::ALL.into_iter().find(|p| Some(p.word()) == precision);
        self.incomplete |= precision.is_none() && table.get("precision").is_some();
        let (said, until) = (self.optional_date(table, "said"), self.optional_date(table, "until"));
        if let (Some(until), Some(said)) = (until, said)
            && until < said
        {
            self.event_fault(
                table.get("until").map_or(span, |node| node.span),
                format!("the event {} ends on {until}, before it begins on {said}", quoted(id)),
                "were the two dates exchanged?",
            );
        }
        let actors = table.list_of("actors").filter_map(Node::text).map(str::to_owned).collect();
        let deaths =
            table.get("deaths").map(|node| self.number(node, format!("claims.{id}.deaths"), AMOUNT, cite));
        Some(Event {
            dataset: self.optional_text(table, "dataset").unwrap_or_default(),
            code: self.optional_text(table, "code"),
            actors,
            location: self.optional_text(table, "location"),
            precision: precision.unwrap_or(DatePrecision::Unknown),
            until,
            deaths,
            retrieved: self.optional_date(table, "retrieved"),
        })
    }

    fn event_fault(&mut self, span: Span, message: String, help: &str) {
        self.faults.push(Fault::new(Code::ClaimEvent, span, message).label("here").help(help));
    }
}
