//! Tables of actors: who decides, with what weight, where each stands and how much it matters to it.
//!
//! Three forms are read, told apart by their first lines:
//!
//! - the CSV of KTAB: a line with the name, a description, how many actors and on how many issues; a line of headings; then an actor a line with its influence and a position and a salience
//!   (0 to 100) for each issue;
//! - long tables as of *Decision-making in the European Union* (Thomson et al. 2012): a row for each actor on each issue, with columns `issue`, `actor`, `position`, `salience`, and where there
//!   are, `weight`, `proposal`, `name`, `reference_point`, `outcome`, `council_vote`;
//! - a plain table with columns `Actor`, `Capability`, `Position`, `Salience`, on one issue and on any scale.

use std::collections::HashMap;

use detente_collective::{Body, CollectiveError, Dossier};

/// Why a table cannot be read, and where.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ActorsFault {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: &'static str,
}

/// One row of a table: its line, and its cells without the blanks around them.
struct Row {
    line: u64,
    cells: Vec<String>,
}

/// What a table is called that has no name.
pub(crate) const UNNAMED: &str = "the table";

const FORMS: &str = "three forms are read: KTAB's CSV, a long table with the columns `issue`, `actor`, `position`, `salience`, and a plain one with `Actor`, `Capability`, `Position`, `Salience`";

/// The dossiers of a table.
///
/// # Errors
///
/// Where it has none of the known forms, a number is none or out of its range, or an actor cannot be.
pub fn dossiers(text: &str) -> Result<Vec<Dossier>, ActorsFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|why| ActorsFault {
            line: why.position().map_or(1, csv::Position::line),
            message: why.to_string(),
            hint: FORMS,
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            rows.push(Row { line, cells });
        }
    }
    let Some(first) = rows.first() else {
        return Err(ActorsFault { line: 1, message: "the table is empty".to_owned(), hint: FORMS });
    };
    let headings = |row: &Row| -> Vec<String> {
        row.cells.iter().map(|cell| cell.to_lowercase().replace([' ', '-'], "_")).collect()
    };
    let has = |row: &Row, wanted: &[&str]| {
        wanted.iter().all(|word| headings(row).iter().any(|heading| heading == word))
    };
    if has(first, &["issue", "actor", "position", "salience"]) {
        return long(&headings(first), &rows[1..]);
    }
    if has(first, &["actor", "position", "salience"]) {
        return Ok(vec![plain(&headings(first), &rows[1..])?]);
    }
    if rows.get(1).is_some_and(|second| second.cells[0].to_lowercase().starts_with("actor")) {
        return Ok(vec![ktab(&rows)?]);
    }
    Err(ActorsFault {
        line: first.line,
        message: "this is no table of actors that is known".to_owned(),
        hint: FORMS,
    })
}

/// A number in a cell.
fn number(row: &Row, at: usize, what: &str) -> Result<f64, ActorsFault> {
    let cell = row.cells.get(at).map_or("", String::as_str);
    let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| ActorsFault {
        line: row.line,
        message: if cell.is_empty() {
            format!("the {what} is missing")
        } else {
            format!("the {what} is `{cell}`, which is no number")
        },
        hint: "numbers are written with a point: `62.5`",
    })
}

/// A share of a scale from 0 to 100.
fn percent(row: &Row, at: usize, what: &str) -> Result<f64, ActorsFault> {
    let found = number(row, at, what)?;
    if (0.0..=100.0).contains(&found) {
        return Ok(found / 100.0);
    }
    Err(ActorsFault {
        line: row.line,
        message: format!("the {what} is {found}"),
        hint: "positions and saliences lie between 0 and 100 here",
    })
}

fn unfit(line: u64, why: &CollectiveError) -> ActorsFault {
    ActorsFault {
        line,
        message: why.to_string(),
        hint: "every actor needs a weight above 0, a position and a salience",
    }
}

fn ktab(rows: &[Row]) -> Result<Dossier, ActorsFault> {
    let head = &rows[0];
    let count = |back: usize, what: &str| -> Result<usize, ActorsFault> {
        let cell = head.cells.len().checked_sub(back).map_or("", |at| head.cells[at].as_str());
        cell.parse().ok().filter(|count| *count > 0).ok_or_else(|| ActorsFault {
            line: head.line,
            message: format!("the first line ends in how many actors there are and on how many issues; as {what} it has `{cell}`"),
            hint: "an example: `Emission standards,When they begin,10,1`",
        })
    };
    let (actors, issues) = (count(2, "actors")?, count(1, "issues")?);
    let found = rows.len() - 2;
    if found != actors {
        return Err(ActorsFault {
            line: head.line,
            message: format!("the first line says that there are {actors} actors; {found} follow"),
            hint: "put the count right, or the rows",
        });
    }
    let headings = &rows[1].cells;
    let mut body = Body::over(issues);
    for row in &rows[2..] {
        let stands = (0..issues)
            .map(|issue| {
                Ok((percent(row, 3 + 2 * issue, "position")?, percent(row, 4 + 2 * issue, "salience")?))
            })
            .collect::<Result<Vec<_>, ActorsFault>>()?;
        body.actor(row.cells[0].clone(), number(row, 2, "influence")?, stands);
    }
    let body = body.build().map_err(|why| unfit(head.line, &why))?;
    let named = |issue: usize| {
        headings
            .get(3 + 2 * issue)
            .map_or_else(|| format!("issue {}", issue + 1), |name| without(name, "position"))
    };
    Ok(Dossier {
        name: head.cells[0].clone(),
        proposal: None,
        issues: (0..issues).map(named).collect(),
        scales: vec![(0.0, 100.0); issues],
        body,
        decided: vec![None; issues],
        status_quo: vec![None; issues],
        rule: None,
        lines: rows[2..].iter().map(|row| row.line).collect(),
        left_out: Vec::new(),
    })
}

/// A heading without a word that all of its kind have.
fn without(heading: &str, word: &str) -> String {
    let at = heading.to_lowercase().find(word);
    let rest = at.map_or_else(
        || heading.to_owned(),
        |at| format!("{}{}", &heading[..at], &heading[at + word.len()..]),
    );
    let rest = rest.trim();
    if rest.is_empty() { heading.to_owned() } else { rest.to_owned() }
}

/// Where a column is.
fn column(headings: &[String], names: &[&str]) -> Option<usize> {
    names.iter().find_map(|name| headings.iter().position(|heading| heading == name))
}

fn plain(headings: &[String], rows: &[Row]) -> Result<Dossier, ActorsFault> {
    let (actor, position, salience) = (
        column(headings, &["actor"]).unwrap_or(0),
        column(headings, &["position"]).unwrap_or(0),
        column(headings, &["salience"]).unwrap_or(0),
    );
    let weight = column(headings, &["capability", "capabilities", "weight", "influence", "power"]);
    let mut read = Vec::new();
    for row in rows {
        let weight = weight.map_or(Ok(1.0), |at| number(row, at, "capability"))?;
        read.push((row, weight, number(row, position, "position")?, number(row, salience, "salience")?));
    }
    let line = rows.first().map_or(1, |row| row.line);
    let low = read.iter().map(|row| row.2).fold(f64::INFINITY, f64::min);
    let high = read.iter().map(|row| row.2).fold(f64::NEG_INFINITY, f64::max);
    if low >= high || !(high - low).is_finite() {
        return Err(ActorsFault {
            line,
            message: if low >= high {
                "all stand on one place, so that there is no scale".to_owned()
            } else {
                format!("positions go from {low} to {high}, which is wider than any scale")
            },
            hint: "use KTAB's form, which has a scale from 0 to 100",
        });
    }
    // Saliences as shares or in percent: one above 1 says which.
    let most = read.iter().map(|row| row.3).fold(0.0, f64::max);
    let whole = if most > 1.0 { 100.0 } else { 1.0 };
    let mut body = Body::over(1);
    for (row, weight, at, cares) in &read {
        body.actor(row.cells[actor].clone(), *weight, [((at - low) / (high - low), cares / whole)]);
    }
    Ok(Dossier {
        name: UNNAMED.to_owned(),
        proposal: None,
        issues: vec!["position".to_owned()],
        scales: vec![(low, high)],
        body: body.build().map_err(|why| unfit(line, &why))?,
        decided: vec![None],
        status_quo: vec![None],
        rule: None,
        lines: read.iter().map(|row| row.0.line).collect(),
        left_out: Vec::new(),
    })
}

fn long(headings: &[String], rows: &[Row]) -> Result<Vec<Dossier>, ActorsFault> {
    let at = |names: &[&str]| column(headings, names);
    let (issue, actor, position, salience) = (
        at(&["issue"]).unwrap_or(0),
        at(&["actor"]).unwrap_or(0),
        at(&["position"]).unwrap_or(0),
        at(&["salience"]).unwrap_or(0),
    );
    let weight = at(&["weight", "capability", "influence", "power"]);
    let (decided, status_quo) = (at(&["outcome"]), at(&["reference_point"]));
    let (proposal, rule, name) = (at(&["proposal"]), at(&["council_vote", "rule"]), at(&["name"]));
    let text = |row: &Row, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at)).filter(|cell| !cell.is_empty()).cloned()
    };
    let mut order: Vec<String> = Vec::new();
    let mut grouped: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in rows {
        let Some(id) = text(row, Some(issue)) else {
            return Err(ActorsFault {
                line: row.line,
                message: "the issue is missing".to_owned(),
                hint: "every row says of which issue it is",
            });
        };
        let rows = grouped.entry(id.clone()).or_default();
        if rows.is_empty() {
            order.push(id);
        }
        rows.push(row);
    }
    let share = |row: &Row, at: Option<usize>, what: &str| match text(row, at) {
        None => Ok(None),
        Some(_) => percent(row, at.unwrap_or(0), what).map(Some),
    };
    let one = |id: &String| {
        let rows = &grouped[id];
        let mut body = Body::over(1);
        let (mut left_out, mut lines) = (Vec::new(), Vec::new());
        for row in rows {
            let who = text(row, Some(actor)).unwrap_or_default();
            if text(row, Some(position)).is_none() || text(row, Some(salience)).is_none() {
                left_out.push(format!("{who}: no position or salience"));
                continue;
            }
            let (stands, cares) = (percent(row, position, "position")?, percent(row, salience, "salience")?);
            let weight = weight.map_or(Ok(1.0), |at| number(row, at, "weight"))?;
            if cares <= 0.0 || weight <= 0.0 {
                left_out.push(format!("{who}: the issue does not matter to it, or it has no weight"));
                continue;
            }
            body.actor(who, weight, [(stands, cares)]);
            lines.push(row.line);
        }
        let first = rows[0];
        Ok(Dossier {
            name: id.clone(),
            proposal: text(first, proposal),
            issues: vec![text(first, name).unwrap_or_else(|| id.clone())],
            scales: vec![(0.0, 100.0)],
            body: body.build().map_err(|why| unfit(first.line, &why))?,
            decided: vec![share(first, decided, "outcome")?],
            status_quo: vec![share(first, status_quo, "reference point")?],
            rule: text(first, rule),
            lines,
            left_out,
        })
    };
    order.iter().map(one).collect()
}
