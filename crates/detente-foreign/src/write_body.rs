//! A table of actors as a case with a body that decides, every figure citing the line that it came from.

use std::path::Path;

use detente_case::report::{Fault, Faults, Report, Span, Text, contents};
use detente_case::write::Value;
use detente_case::{Code, parse};
use detente_collective::Dossier;
use detente_model::Collective;
use jiff::civil::Date;

use crate::names::Ids;
use crate::write::head;
use crate::{Format, Import, Origin, actors, harmless};

/// Whether a file is a table of actors by its ending.
pub(crate) fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// The case made of a table that stands in a file.
pub(crate) fn import(path: &Path, as_of: Option<Date>) -> Result<Import, Vec<Report>> {
    let text = contents(path, path).map_err(|report| vec![report])?;
    import_text(path, text, as_of)
}

/// The same of a table that has been read.
pub(crate) fn import_text(path: &Path, text: Text, as_of: Option<Date>) -> Result<Import, Vec<Report>> {
    let refused = |text: Text, fault: Fault| {
        let mut faults = Faults::default();
        faults.push(fault);
        Err(vec![faults.into_report(text)])
    };
    let dossiers = match actors::dossiers(text.content()) {
        Ok(dossiers) => dossiers,
        Err(why) => {
            let span = line(&text, why.line);
            return refused(
                text,
                Fault::new(Code::UnknownFormat, span, why.message).label("here").help(why.hint),
            );
        }
    };
    if dossiers.len() > Collective::MOST_ISSUES {
        let message = format!(
            "the table has {} issues, more than the {} that a body can have",
            dossiers.len(),
            Collective::MOST_ISSUES
        );
        return refused(
            text,
            Fault::of_file(Code::TooMany, message)
                .help("keep the rows of one proposal; `detente collective` takes the whole table as it is"),
        );
    }
    let name = path.file_name().map(|name| harmless(&name.to_string_lossy())).unwrap_or_default();
    let stem = path.file_stem().map(|stem| harmless(&stem.to_string_lossy())).unwrap_or_default();
    let source = Ids::default().take(&stem, "file", 1);
    let (sources, names) = ([source], [name]);
    let origin = Origin { format: Format::Actors, sources: &sources, names: &names, as_of };
    let toml = match case_text(&dossiers, &stem, &origin) {
        Ok(toml) => toml,
        Err((at, message)) => {
            let span = line(&text, at);
            let fault = Fault::new(Code::Collective, span, message).label("another one here");
            return refused(text, fault.help("keep the rows of one time, in which everybody has one weight"));
        }
    };
    match parse(&format!("the case made of {}", names[0]), &toml) {
        Ok(reading) => {
            let warnings = if reading.report.is_clean() { Vec::new() } else { vec![reading.report] };
            Ok(Import { format: Format::Actors, toml, case: reading.case, warnings })
        }
        Err(report) => Err(vec![report]),
    }
}

/// Where a line stands in a text.
fn line(text: &Text, line: u64) -> Span {
    let line = usize::try_from(line).unwrap_or(1).clamp(1, text.line_count().max(1));
    text.lines(line, line)
}

/// Somebody who has a say, over all dossiers.
struct Member<'a> {
    name: &'a str,
    capability: f64,
    /// By dossier: on which line, and which actor of it.
    lines: Vec<Option<(u64, usize)>>,
}

/// The text of the case; of an actor with two weights, the line of the second, and what is wrong.
fn case_text(dossiers: &[Dossier], title: &str, origin: &Origin<'_>) -> Result<String, (u64, String)> {
    let members = members(dossiers)?;
    let one = dossiers.first().filter(|_| dossiers.len() == 1);
    let proposal = dossiers.first().and_then(|dossier| dossier.proposal.as_deref());
    let shared =
        proposal.filter(|proposal| dossiers.iter().all(|other| other.proposal.as_deref() == Some(proposal)));
    let named = one.map(|dossier| dossier.name.as_str()).filter(|name| *name != actors::UNNAMED);
    let mut out = head(named.or(shared).unwrap_or(title), origin);
    let mut ids = Ids::default();
    let mut issues: Vec<Vec<String>> = Vec::new();
    for dossier in dossiers {
        let own = dossier.issues.iter().enumerate();
        issues.push(
            own.map(|(at, issue)| {
                ids.take(if dossiers.len() > 1 { &dossier.name } else { issue }, "issue", at + 1)
            })
            .collect(),
        );
    }
    let rule = dossiers.first().and_then(|dossier| dossier.rule.as_deref()).unwrap_or_default();
    if let Some(rule) = rules(rule) {
        out.remark(&format!("the table says: {rule}"));
        out.heading(&["collective", "rule"]);
        if rule.to_lowercase().starts_with("unan") {
            out.line("unanimity", true);
        } else {
            out.remark("from 62 of 87 votes with fifteen members to 255 of 345 with twenty-seven");
            out.line("quota", Value::list([0.712, 0.74]));
        }
        out.gap();
    }
    for (dossier, ids) in dossiers.iter().zip(&issues) {
        for (at, id) in ids.iter().enumerate() {
            let (low, high) = dossier.scales[at];
            out.heading(&["collective", "issues", id]);
            out.line("name", legible(&dossier.issues[at], id));
            out.line("scale", Value::list([low, high]));
            if let Some(now) = dossier.status_quo[at] {
                out.line("status_quo", scaled((low, high), now));
            }
            out.gap();
        }
    }
    let mut actors = Ids::default();
    for (at, member) in members.iter().enumerate() {
        let id = actors.take(member.name, "actor", at + 1);
        out.heading(&["collective", "actors", &id]);
        out.line("name", legible(member.name, &id));
        out.line("capability", member.capability);
        let (mut position, mut salience) = (Vec::new(), Vec::new());
        for ((dossier, ids), stands) in dossiers.iter().zip(&issues).zip(&member.lines) {
            for (issue, id) in ids.iter().enumerate() {
                let (low, high) = dossier.scales[issue];
                if let Some((_, actor)) = stands {
                    let at = scaled((low, high), dossier.body.position(*actor)[issue]);
                    position.push((id, Value::from(at)));
                    salience.push((id, Value::from(tidy(dossier.body.salience(*actor)[issue]))));
                } else {
                    // No word in this: it may stand anywhere, and does not care.
                    position.push((id, Value::list([low, high])));
                    salience.push((id, Value::from(0.0)));
                }
            }
        }
        out.line("position", Value::table(position));
        out.line("salience", Value::table(salience));
        let mut lines: Vec<u64> = member.lines.iter().flatten().map(|(line, _)| *line).collect();
        lines.dedup();
        let cited = lines.iter().map(|line| format!("{}#line {line}", origin.sources[0]));
        out.line("cite", Value::list(cited));
        out.gap();
    }
    Ok(out.into_text())
}

fn members(dossiers: &[Dossier]) -> Result<Vec<Member<'_>>, (u64, String)> {
    let mut members: Vec<Member<'_>> = Vec::new();
    for (at, dossier) in dossiers.iter().enumerate() {
        for (actor, name) in dossier.body.names().iter().enumerate() {
            let (line, capability) = (dossier.lines[actor], dossier.body.capability()[actor]);
            let known = members.iter_mut().find(|member| member.name == name);
            match known {
                Some(member) if (member.capability - capability).abs() > 1e-9 => {
                    let message =
                        format!("`{name}` has the weight {capability} here, and {} above", member.capability);
                    return Err((line, message));
                }
                Some(member) => member.lines[at] = Some((line, actor)),
                None => {
                    let mut lines = vec![None; dossiers.len()];
                    lines[at] = Some((line, actor));
                    members.push(Member { name, capability, lines });
                }
            }
        }
    }
    Ok(members)
}

/// The rule that a table states, if it is one that is known.
fn rules(stated: &str) -> Option<&str> {
    let word = stated.to_lowercase();
    (word.starts_with("unan") || word.starts_with("qmv") || word.starts_with("qualified")).then_some(stated)
}

fn legible<'a>(name: &'a str, id: &'a str) -> &'a str {
    if name.trim().is_empty() { id } else { name }
}

/// A share of a scale as a number on it.
fn scaled((low, high): (f64, f64), share: f64) -> f64 {
    tidy(low + share * (high - low))
}

/// What arithmetic leaves behind the ninth decimal is no figure of the table.
fn tidy(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}
