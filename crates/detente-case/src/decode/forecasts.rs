//! Probabilities that somebody wrote down, and what came of them.

use std::collections::BTreeMap;

use detente_model::Forecast;

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::UNIT;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn forecasts(&mut self) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in self.root.list_of("forecasts") {
            let id =
                node.table().and_then(|table| table.get("id")).and_then(|id| Some((id.text()?, id.span)));
            let (Some(table), Some(id)) = (node.table(), id) else {
                self.incomplete = true;
                continue;
            };
            // The numbers of a second one of the same name would only be reported as the same a second time.
            if self.new_id("forecast", Code::DuplicateForecast, id, &mut seen) {
                self.forecast(table, id.0, node.span);
            }
        }
    }

    fn forecast(&mut self, table: Table<'t>, id: &str, span: Span) {
        let cite = self.citations(table).unwrap_or_default();
        let path = |key: &str| format!("forecasts.{id}.{key}");
        let probability = self.needed_number(table, "probability", path("probability"), UNIT, &cite);
        let base_rate = table.get("base_rate").map(|node| self.number(node, path("base_rate"), UNIT, &cite));
        let on = table.text("on").and_then(|id| self.known.proposition(id));
        self.incomplete |= on.is_none() && table.get("on").is_some();
        let outcome = table.get("outcome").and_then(Node::truth);
        self.incomplete |= outcome.is_none() && table.get("outcome").is_some();
        let (made, due) = (self.optional_date(table, "made"), self.optional_date(table, "due"));
        let resolved = self.optional_date(table, "resolved");
        let (Some(made), Some(due)) = (made, due) else {
            // A fault of the shape has said so.
            self.incomplete = true;
            return;
        };
        let forecast = Forecast {
            id: id.to_owned(),
            text: self.needed_text(table, "text"),
            made,
            due,
            probability,
            by: self.optional_text(table, "by"),
            on,
            base_rate,
            outcome,
            resolved,
            place: Some(self.place(span)),
        };
        self.forecast_dates(&forecast, table);
        self.case.forecasts.push(forecast);
    }

    /// In the order in which things happen: made, resolved, due; and nothing after the day of the case.
    fn forecast_dates(&mut self, forecast: &Forecast, table: Table<'t>) {
        let name = quoted(&forecast.id);
        let at = |key: &str| table.get(key).map_or(table.span, |node| node.span);
        self.not_after_as_of(forecast.made, at("made"), &format!("the forecast {name} was made"));
        if let Some(resolved) = forecast.resolved {
            self.not_after_as_of(resolved, at("resolved"), &format!("the forecast {name} was resolved"));
        }
        let as_of = self.case.as_of;
        let Forecast { made, due, outcome, resolved, .. } = forecast;
        let wrong = match (outcome, resolved) {
            _ if due < made => Some((
                "due",
                format!("the forecast {name} is due on {due}, before it was made on {made}"),
                "were the two dates exchanged?",
            )),
            (None, Some(_)) => Some((
                "resolved",
                format!("the forecast {name} is resolved but has no outcome"),
                "add `outcome = true` if it came about, `outcome = false` if not",
            )),
            (Some(_), Some(resolved)) if resolved < made => Some((
                "resolved",
                format!("the forecast {name} was resolved on {resolved}, before it was made on {made}"),
                "a forecast is made before its outcome is known",
            )),
            (Some(_), None) if *due > as_of => Some((
                "outcome",
                format!("the forecast {name} has an outcome before it is due on {due}"),
                "say since when the outcome is known: `resolved = …`",
            )),
            _ => None,
        };
        if let Some((key, message, help)) = wrong {
            self.faults
                .push(Fault::new(Code::ForecastDates, at(key), message).label("this cannot be").help(help));
        }
    }
}
