//! What a text declares, as far as it can be made out: ids with the names that people know them by, options, lots, paths.

use crate::edit::kind::member;
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::path::Paths;
use crate::format::{Kind, Names};
use crate::write::Value;

/// Options of a range are offered one by one up to this many.
const MOST_OF_A_RANGE: usize = 200;
/// As many paths of numbers are offered; a longer list serves nobody who types.
const MOST_PATHS: usize = 5_000;

/// The tables in which what is named is declared, with the word for one of them.
pub(super) fn tables(names: Names) -> &'static [(&'static str, &'static str)] {
    match names {
        Names::Source => &[("sources", "source")],
        Names::Party => &[("parties", "party")],
        Names::Actor => &[("parties", "party"), ("audiences", "audience")],
        Names::Issue => &[("issues", "issue")],
        Names::Proposition => &[("propositions", "open question")],
        Names::Move => &[("moves", "move")],
        Names::Commitment => &[("commitments", "commitment")],
        Names::Member => &[("actors", "actor of the body")],
        Names::Matter => &[("issues", "issue of the body")],
        Names::New | Names::Option | Names::Lot | Names::Path | Names::Trust => &[],
    }
}

/// Something that has an id.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) node: Id,
    /// What it is, in a word.
    pub(super) what: &'static str,
    /// The name as shown; empty if it has none.
    pub(super) shown: String,
}

impl Named {
    /// "source: News analysis", for a list.
    pub(super) fn words(&self) -> String {
        if self.shown.is_empty() { self.what.to_owned() } else { format!("{}: {}", self.what, self.shown) }
    }
}

impl Layout<'_> {
    /// Everything of a kind that is declared, in the order of the file.
    pub(super) fn named(&self, names: Names) -> Vec<Named> {
        let of_table = |(table, what): &(&'static str, &'static str)| {
            let within = if matches!(names, Names::Member | Names::Matter) {
                self.child(ROOT, "collective")
            } else {
                Some(ROOT)
            };
            let children = within
                .and_then(|within| self.child(within, table))
                .map_or(&[][..], |table| &self.node(table).children);
            let named = |node: &Id| {
                // Members of a list say their id themselves.
                let own = || self.text_of(self.child(*node, "id")?);
                let id = self.node(*node).key.clone().or_else(own)?;
                Some(Named { id, node: *node, what, shown: self.shown_name(*node) })
            };
            children.iter().filter_map(named).collect::<Vec<_>>()
        };
        if names == Names::Lot {
            return self.lots();
        }
        tables(names).iter().flat_map(of_table).collect()
    }

    fn lots(&self) -> Vec<Named> {
        self.of_exchange("lots", "lot")
    }

    /// The schedules that somebody proposes, by their names.
    pub(super) fn schedules(&self) -> Vec<Named> {
        self.of_exchange("schedule", "schedule")
    }

    /// What a list of the exchange declares by name.
    fn of_exchange(&self, list: &str, what: &'static str) -> Vec<Named> {
        let list = self.child(ROOT, "exchange").and_then(|exchange| self.child(exchange, list));
        let children = list.map_or(&[][..], |list| &self.node(list).children);
        let named = |node: &Id| {
            let id = self.text_of(self.child(*node, "name")?)?;
            Some(Named { shown: id.clone(), id, node: *node, what })
        };
        children.iter().filter_map(named).collect()
    }

    /// The thing of a kind that has an id.
    pub(super) fn declared(&self, names: Names, id: &str) -> Option<Named> {
        self.named(names).into_iter().find(|named| named.id == id)
    }

    /// The name of a table as people know it: its `name`, `title` or `text`; empty if it has none.
    pub(super) fn shown_name(&self, table: Id) -> String {
        ["name", "title", "text", "quantity", "what", "lot"]
            .into_iter()
            .find_map(|key| self.text_of(self.child(table, key)?))
            .unwrap_or_default()
    }

    /// The options of an issue as they are written, a range one by one if that is not too long.
    pub(super) fn options(&self, issue: &str) -> Vec<String> {
        let Some(issue) = self.child(ROOT, "issues").and_then(|issues| self.child(issues, issue)) else {
            return Vec::new();
        };
        if let Some(options) = self.child(issue, "options") {
            let written = |id: &Id| self.value(*id).map(|_| self.inline(*id));
            return self.node(options).children.iter().filter_map(written).collect();
        }
        let Some(range) = self.child(issue, "range") else { return Vec::new() };
        let number = |key: &str| self.number(self.child(range, key)?);
        let (Some(from), Some(to)) = (number("from"), number("to")) else { return Vec::new() };
        match number("step").filter(|step| *step > 0.0) {
            Some(step) if (to - from) / step <= MOST_OF_A_RANGE as f64 => {
                let steps = ((to - from) / step + 1e-9).floor().max(0.0) as usize;
                (0..=steps)
                    .map(|i| {
                        Value::from(crate::write::as_written(
                            from + i as f64 * step,
                            from.abs().max(to.abs()),
                        ))
                        .to_string()
                    })
                    .collect()
            }
            _ => vec![Value::from(from).to_string(), Value::from(to).to_string()],
        }
    }

    /// A single number.
    pub(super) fn number(&self, id: Id) -> Option<f64> {
        let How::Scalar(span) = self.node(id).how else { return None };
        self.slice(span).replace('_', "").parse::<f64>().ok().filter(|x| x.is_finite())
    }

    /// The paths of all numbers that can be amended.
    pub(super) fn number_paths(&self) -> Vec<String> {
        let paths = Paths::of(self);
        let amendable = |id: &Id| {
            self.is_number(*id) && !self.is_in(*id, &["propositions", "evidence", "claims", "forecasts"])
        };
        self.ids()
            .filter(|id| *id != ROOT && amendable(id))
            .take(MOST_PATHS)
            .map(|id| paths.path(self, id))
            .collect()
    }

    /// Whether a thing stands in one of some tables at the top.
    fn is_in(&self, id: Id, tables: &[&str]) -> bool {
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            if parent == ROOT {
                return self.node(at).key.as_deref().is_some_and(|key| tables.contains(&key));
            }
            at = parent;
        }
        false
    }

    /// The kind that the format asks for at a place to which something is still to come.
    pub(super) fn kind_of_place(&self, holder: Id, key: Option<&str>) -> Option<&'static Kind> {
        let kind = self.kind(holder)?;
        match key {
            Some(key) => crate::edit::kind::under(kind, key),
            None => member(kind),
        }
    }

    /// The issue whose options can come at a place.
    pub(super) fn issue_of_what_comes(&self, holder: Id, key: Option<&str>) -> Option<String> {
        let issue = match key {
            Some(key) => self.issue_of_place(holder, key),
            None => self.issue_of_members(holder),
        };
        issue.map(str::to_owned)
    }
}
