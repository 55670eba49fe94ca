//! A conflict as a case file without a table: parties, moves, and who prefers what.

use super::Origin;
use super::gmcr::{Dispute, Preference};
use super::names::Ids;
use super::toml_text::quoted;
use super::write::head;

/// The text of the case.
pub(super) fn case_text(dispute: &Dispute, title: &str, origin: &Origin<'_>) -> String {
    let mut out = head(title, origin);
    let mut ids = Ids::default();
    let parties: Vec<String> =
        dispute.makers.iter().enumerate().map(|(i, maker)| ids.take(&maker.name, "party", i + 1)).collect();
    for (maker, id) in dispute.makers.iter().zip(&parties) {
        let name = if maker.name.trim().is_empty() { id } else { &maker.name };
        out.push_str(&format!(
            "# line {}\n[parties.{id}]\nname = {}\nrole = \"principal\"\n\n",
            maker.line,
            quoted(name)
        ));
    }
    for (k, option) in dispute.options.iter().enumerate() {
        let by = dispute.makers.iter().position(|maker| maker.options.contains(&k));
        let by = by.map_or("", |by| parties[by].as_str());
        let name = if option.name.trim().is_empty() { &option.id } else { &option.name };
        out.push_str(&format!(
            "# line {}\n[moves.{}]\nby = \"{by}\"\ntext = {}\n",
            option.line,
            option.id,
            quoted(name)
        ));
        if option.direction != "both" {
            out.push_str(&format!("direction = \"{}\"\n", option.direction));
        }
        out.push('\n');
    }
    out.push_str("[conflict]\n");
    if !dispute.infeasible.is_empty() {
        out.push_str(&format!("infeasible = {}\n", statements(&dispute.infeasible)));
    }
    if !dispute.coalitions.is_empty() {
        let groups: Vec<String> = dispute
            .coalitions
            .iter()
            .map(|group| {
                let names: Vec<String> =
                    group.iter().map(|maker| format!("\"{}\"", parties[*maker])).collect();
                format!("[{}]", names.join(", "))
            })
            .collect();
        out.push_str(&format!("coalitions = [{}]\n", groups.join(", ")));
    }
    out.push_str("\n[conflict.preferences]\n");
    for (maker, id) in dispute.makers.iter().zip(&parties) {
        match &maker.preference {
            Preference::Prioritised(wanted) => out.push_str(&format!("{id} = {}\n", statements(wanted))),
            Preference::Ranking(groups) => out.push_str(&format!("{id}.ranking = {groups:?}\n")),
        }
    }
    let hidden = dispute.makers.iter().zip(&parties).filter(|(maker, _)| !maker.hidden.is_empty());
    for (i, (maker, id)) in hidden.enumerate() {
        if i == 0 {
            out.push_str("\n[conflict.hidden]\n");
        }
        out.push_str(&format!("{id} = {}\n", statements(&maker.hidden)));
    }
    out
}

fn statements(list: &[String]) -> String {
    let quotes: Vec<String> = list.iter().map(|statement| quoted(statement)).collect();
    format!("[{}]", quotes.join(", "))
}
