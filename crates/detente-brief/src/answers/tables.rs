//! The main table of each answer, for spreadsheets: the same keys and the same figures as in its JSON.
//!
//! A row is an object of a list in the JSON. Objects inside it become columns with a dot between the keys (`outcome.truce`,
//! `acceptance.all`), and so do objects in a list that have an id; the two ends of an interval become `….low` and `….high`; other lists stand in one cell with `; ` between what they
//! hold. What is null or missing is an empty cell.

use detente_model::Case;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    BodyAnswer, CompareAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, FindingsAnswer, OutlookAnswer,
    StabilityAnswer, SweepAnswer, TalksAnswer, TournamentAnswer, WatchAnswer,
};
use crate::brief::Grounds;

/// A table of texts and figures with a row of names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CsvTable {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl CsvTable {
    /// The rows that some objects make, with every column that one of them has; `least` are the columns of a table without rows.
    fn of(objects: impl IntoIterator<Item = Value>, least: &[&str]) -> Self {
        let flat: Vec<Map<String, Value>> = objects
            .into_iter()
            .map(|object| {
                let mut row = Map::new();
                flatten("", &object, &mut row);
                row
            })
            .collect();
        let mut header: Vec<String> = Vec::new();
        for row in &flat {
            // A column that this row brings stands behind the one before it.
            let mut place = 0;
            for key in row.keys() {
                if let Some(at) = header.iter().position(|known| known == key) {
                    place = at + 1;
                } else {
                    header.insert(place, key.clone());
                    place += 1;
                }
            }
        }
        if flat.is_empty() {
            header = least.iter().map(|name| (*name).to_owned()).collect();
        }
        // A key that is null in some rows and an object or an interval in others has its columns from those.
        let (all, known) = (header.clone(), &flat);
        header.retain(|key| {
            let inside = format!("{key}.");
            let is_null = |row: &Map<String, Value>| row.get(key).is_none_or(Value::is_null);
            !(all.iter().any(|other| other.starts_with(&inside)) && known.iter().all(is_null))
        });
        let row = |row: &Map<String, Value>| header.iter().map(|key| cell(row.get(key))).collect();
        Self { rows: flat.iter().map(row).collect(), header }
    }

    /// The table as comma-separated values (RFC 4180, lines that end in a line feed).
    pub fn to_csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.header).chain(&self.rows) {
            // Rows of one length into memory: nothing that can fail.
            let _ = writer.write_record(row);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// An object in columns.
fn flatten(name: &str, value: &Value, row: &mut Map<String, Value>) {
    let below = |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| flatten(&below(key), value, row)),
        Value::Array(ends) if is_interval(name, ends) => {
            for (end, value) in ["low", "high"].into_iter().zip(ends) {
                row.insert(below(end), value.clone());
            }
        }
        Value::Array(members) if !members.is_empty() && members.iter().all(|member| id(member).is_some()) => {
            for member in members {
                let name = below(id(member).unwrap_or_default());
                let Value::Object(object) = member else { continue };
                let rest = object.iter().filter(|(key, _)| *key != "id");
                rest.for_each(|(key, value)| flatten(&format!("{name}.{key}"), value, row));
            }
        }
        value => {
            row.insert(name.to_owned(), value.clone());
        }
    }
}

/// The id by which an object in a list is known.
fn id(member: &Value) -> Option<&str> {
    member.get("id")?.as_str()
}

fn is_interval(name: &str, ends: &[Value]) -> bool {
    let is_named_so = name.ends_with("interval") || name == "published_hazard_ratio";
    is_named_so && ends.len() == 2 && ends.iter().all(Value::is_number)
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(members)) => {
            members.iter().map(|member| cell(Some(member))).collect::<Vec<_>>().join("; ")
        }
        Some(value) => value.to_string(),
    }
}

/// Objects of a list, as they stand in the JSON.
fn objects<T: Serialize>(list: &[T]) -> impl Iterator<Item = Value> + '_ {
    list.iter().filter_map(|object| serde_json::to_value(object).ok())
}

/// The same with something before all else.
fn leading(first: Value, object: Value) -> Value {
    match (first, object) {
        (Value::Object(mut first), Value::Object(rest)) => {
            first.extend(rest);
            Value::Object(first)
        }
        (_, object) => object,
    }
}

/// The leading packages.
pub fn deals(answer: &DealsAnswer) -> CsvTable {
    let letters = ('A'..='Z').map(String::from).chain(std::iter::repeat(String::new()));
    let rows = letters.zip(objects(&answer.deals.packages));
    CsvTable::of(rows.map(|(letter, object)| leading(json!({ "letter": letter }), object)), &["letter"])
}

/// The schedule.
pub fn exchange(answer: &ExchangeAnswer) -> CsvTable {
    CsvTable::of(objects(&answer.exchange.schedule), &["day", "from", "lot", "count"])
}

/// How talks go under each assumption of how people bargain.
pub fn talks(answer: &TalksAnswer) -> CsvTable {
    CsvTable::of(answer.talks.assumed.iter().map(|assumed| json!(assumed)), &["name"])
}

/// Where everybody in a body stands and goes, issue after issue.
pub fn body(answer: &BodyAnswer) -> CsvTable {
    let found = &answer.collective;
    let rows = found.issues.iter().flat_map(|issue| {
        found.actors.iter().zip(&issue.actors).map(|(actor, on)| {
            let mut row = Map::new();
            row.insert("issue".to_owned(), json!(issue.issue));
            row.insert("actor".to_owned(), json!(actor));
            if let Value::Object(figures) = json!(on) {
                row.extend(figures);
            }
            Value::Object(row)
        })
    });
    CsvTable::of(rows, &["issue", "actor"])
}

/// The chance of lasting beyond each day, package after package.
pub fn durability(answer: &DurabilityAnswer) -> CsvTable {
    let packages = answer.durability.packages.iter().flat_map(|package| {
        let outcome = serde_json::to_value(&package.outcome).unwrap_or_default();
        let first = json!({ "letter": package.letter, "outcome": outcome });
        objects(&package.survival).map(move |day| leading(first.clone(), day))
    });
    CsvTable::of(packages, &["letter", "days", "median", "interval.low", "interval.high", "mean"])
}

/// The published findings on what makes agreements last.
pub fn findings(answer: &FindingsAnswer) -> CsvTable {
    CsvTable::of(objects(&answer.findings), &["id"])
}

/// The outlook day by day.
pub fn outlook(answer: &OutlookAnswer) -> CsvTable {
    CsvTable::of(objects(&answer.outlook.by_date), &["date"])
}

/// The states, each with the senses in which it holds for everybody.
pub fn stability(answer: &StabilityAnswer) -> CsvTable {
    let found = &answer.stability;
    let rows = found.states.iter().map(|state| {
        let senses = found.equilibria.iter().filter_map(|(sense, held)| {
            let holds = state.id.is_some_and(|id| held.as_ref().is_some_and(|held| held.contains(&id)));
            held.as_ref().map(|_| (sense.clone(), Value::from(holds)))
        });
        let senses: Map<String, Value> = senses.collect();
        let state = serde_json::to_value(state).unwrap_or_default();
        leading(state, json!({ "holds": senses }))
    });
    CsvTable::of(rows, &["id", "text"])
}

/// The figures of sound cases, each case under the name of its file: path, value as stated, what it rests on, and line.
pub fn figures<'a>(cases: impl IntoIterator<Item = (&'a str, &'a Case)>) -> CsvTable {
    let rows = cases.into_iter().flat_map(|(file, case)| {
        let row = move |figure: crate::GroundedFigure| {
            let cited = figure.cite.iter().map(|cite| {
                let source = &case.source(cite.source).id;
                cite.locator.as_ref().map_or_else(|| source.clone(), |locator| format!("{source}#{locator}"))
            });
            json!({
                "file": file,
                "path": figure.path,
                "stated": figure.stated,
                "cite": cited.collect::<Vec<_>>(),
                "line": figure.line,
            })
        };
        Grounds::of(case).figures.into_iter().map(row)
    });
    CsvTable::of(rows, &["file", "path", "stated", "cite", "line"])
}

/// The points of a sweep.
pub fn sweep(answer: &SweepAnswer) -> CsvTable {
    let rows = objects(&answer.points).map(|point| {
        let Value::Object(mut point) = point else { return point };
        // The paths themselves are the names of the first columns.
        let values = point.shift_remove("values").unwrap_or_default();
        leading(values, Value::Object(point))
    });
    CsvTable::of(rows, &[])
}

/// How each way to bargain did in a tournament.
pub fn tournament(answer: &TournamentAnswer) -> CsvTable {
    CsvTable::of(objects(&answer.standings), &["way"])
}

/// Every figure of two cases side by side: of all differences together, and of each alone and taken back.
pub fn compare(answer: &CompareAnswer) -> CsvTable {
    let all = objects(&answer.figures)
        .map(|figure| leading(json!({ "change": "all", "difference_at": null }), figure));
    let each = answer.differences.iter().flat_map(|difference| {
        let of = |change: &'static str, effect: &Option<super::EffectFound>| {
            let path = difference.path.clone();
            let rows: Vec<Value> = effect.iter().flat_map(|effect| objects(&effect.figures)).collect();
            rows.into_iter().map(move |row| leading(json!({ "change": change, "difference_at": path }), row))
        };
        of("alone", &difference.alone).chain(of("without", &difference.without)).collect::<Vec<_>>()
    });
    let rows: Vec<Value> = all.chain(each).collect();
    CsvTable::of(rows, &["change", "difference_at", "figure", "before", "after", "difference"])
}

/// Every commitment, and how it stands.
pub fn watch(answer: &WatchAnswer) -> CsvTable {
    CsvTable::of(objects(&answer.watch.commitments), &["id"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_columns_stand_where_their_fellows_do() {
        let rows = [
            json!({ "a": 0.1, "b": { "x": "one, two", "z": 3 }, "interval": [0.25, 0.5], "c": null }),
            json!({ "a": 1, "interval": null }),
            json!({ "a": 2, "b": { "x": "say \"no\"\nor yes", "y": true, "z": 4 }, "interval": [0, 1], "c": [1, "p"] }),
        ];
        let table = CsvTable::of(rows, &[]);
        assert_eq!(table.header, ["a", "b.x", "b.y", "b.z", "interval.low", "interval.high", "c"]);
        assert_eq!(
            table.to_csv(),
            "a,b.x,b.y,b.z,interval.low,interval.high,c\n0.1,\"one, two\",,3,0.25,0.5,\n1,,,,,,\n2,\"say \"\"no\"\"\nor yes\",true,4,0,1,1; p\n"
        );
        assert_eq!(CsvTable::of([], &["a", "b"]).to_csv(), "a,b\n");
    }
}
