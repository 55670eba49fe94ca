//! A conflict as a case file without a table: parties, moves, and who prefers what.

use detente_case::write::Value;

use crate::Origin;
use crate::gmcr::{Dispute, Preference};
use crate::names::Ids;
use crate::write::head;

/// The text of the case.
pub(crate) fn case_text(dispute: &Dispute, title: &str, origin: &Origin<'_>) -> String {
    let mut out = head(title, origin);
    let mut ids = Ids::default();
    let parties: Vec<String> =
        dispute.makers.iter().enumerate().map(|(i, maker)| ids.take(&maker.name, "party", i + 1)).collect();
    for (maker, id) in dispute.makers.iter().zip(&parties) {
        out.remark(&format!("line {}", maker.line));
        out.heading(&["parties", id]);
        out.line("name", if maker.name.trim().is_empty() { id } else { &maker.name });
        out.line("role", "principal");
        out.gap();
    }
    for (k, option) in dispute.options.iter().enumerate() {
        let by = dispute.makers.iter().position(|maker| maker.options.contains(&k));
        out.remark(&format!("line {}", option.line));
        out.heading(&["moves", &option.id]);
        out.line("by", by.map_or("", |by| parties[by].as_str()));
        out.line("text", if option.name.trim().is_empty() { &option.id } else { &option.name });
        if option.direction != "both" {
            out.line("direction", option.direction);
        }
        out.gap();
    }
    out.heading(&["conflict"]);
    if !dispute.infeasible.is_empty() {
        out.line("infeasible", Value::list(&dispute.infeasible));
    }
    if !dispute.coalitions.is_empty() {
        let groups =
            dispute.coalitions.iter().map(|group| Value::list(group.iter().map(|maker| &parties[*maker])));
        out.line("coalitions", Value::list(groups));
    }
    out.gap();
    out.heading(&["conflict", "preferences"]);
    for (maker, id) in dispute.makers.iter().zip(&parties) {
        match &maker.preference {
            Preference::Prioritised(wanted) => out.line(id, Value::list(wanted)),
            Preference::Ranking(groups) => out.dotted_line(
                &[id, "ranking"],
                Value::list(groups.iter().map(|group| Value::list(group.iter().copied()))),
            ),
        }
    }
    let hidden = dispute.makers.iter().zip(&parties).filter(|(maker, _)| !maker.hidden.is_empty());
    for (i, (maker, id)) in hidden.enumerate() {
        if i == 0 {
            out.gap();
            out.heading(&["conflict", "hidden"]);
        }
        out.line(id, Value::list(&maker.hidden));
    }
    out.into_text()
}
