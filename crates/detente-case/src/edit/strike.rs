//! Taking a source or a claim out of a case, with all that rests on it alone: "what if we had never read this?"
//!
//! A claim that the source reports goes. A figure that cites it beside others goes on citing the others; one that cites nothing else
//! becomes a judgement, with the same number: that nobody vouches for a figure any more does not say what it is instead.

use std::collections::BTreeMap;

use super::layout::{How, Id, Layout, ROOT};
use super::path::Paths;
use super::rests::{Ground, Resting, bears_on, resting_on};
use super::{Edit, EditFault};
use crate::format::Kind;
use crate::read::{CASE_FILE, parse_in};
use crate::sheets::{Sheets, with_sheets};
use crate::text::{Text, quoted};

/// The edits that strike something from a case and the files that it includes, and what they do. They are those of
/// [`apply_across`](super::apply_across).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Struck {
    /// The edits, to be made in this order: each leaves a sound case. More than [`MOST_EDITS`](super::MOST_EDITS) are made in several
    /// turns.
    pub edits: Vec<Edit>,
    /// The claims that go, by id.
    pub claims: Vec<String>,
    /// The figures that become judgements, by path.
    pub judgements: Vec<String>,
    /// What the edits do, a sentence each.
    pub told: Vec<String>,
}

/// The edits that take a source out of a sound case, with the claims that it reports and the citations of it.
///
/// ```
/// use detente_case::{NoSheets, edit, template};
///
/// let struck = edit::strike_source(template(), &NoSheets, "gazette").unwrap();
/// assert!(struck.claims.contains(&"forecast-may".to_owned()));
/// let edited = edit::apply(template(), &struck.edits).unwrap();
/// assert!(edited.reading.case.sources.iter().all(|source| source.id != "gazette"));
/// ```
///
/// # Errors
/// The case is not sound, or has no such source.
pub fn strike_source(text: &str, sheets: &dyn Sheets, id: &str) -> Result<Struck, EditFault> {
    let reading = parse_in(CASE_FILE, text, sheets).map_err(EditFault::Unsound)?;
    let resting = resting_on(&reading.case, &Ground::Source(id.to_owned()))?;
    let mut struck = Struck::default();
    let all = with_sheets(Text::new(CASE_FILE, text), sheets);
    let Some(layout) = Layout::of(all.text.as_read()) else { return Ok(struck) };
    let paths = Paths::of(&layout);
    // From the end of each list, so that the places of the others stay.
    for list in layout.ids() {
        if let How::List(_) = layout.node(list).how
            && matches!(layout.kind(list), Some(Kind::List(Kind::Citation)))
        {
            citations(&layout, &paths, list, id, &mut struck);
        }
    }
    let claims = paths_of_claims(&layout, &paths);
    for claim in &resting.claims {
        struck.edits.extend(claims.get(&claim.id).map(Edit::remove));
        struck.claims.push(claim.id.clone());
        let on = claim.on.as_ref().map_or_else(String::new, |on| format!(", which bears on {}", quoted(on)));
        struck.told.push(format!("takes out the claim {}{on}", quoted(&claim.id)));
    }
    judgements(&resting, &mut struck);
    let path = layout
        .child(ROOT, "sources")
        .and_then(|sources| layout.child(sources, id))
        .map_or_else(|| format!("sources.{id}"), |source| paths.path(&layout, source));
    struck.edits.push(Edit::remove(path));
    struck.told.push(format!("takes out the source {}", quoted(id)));
    Ok(struck)
}

/// The edit that takes a claim out of a sound case.
///
/// ```
/// use detente_case::{NoSheets, edit, template};
///
/// let struck = edit::strike_claim(template(), &NoSheets, "forecast-may").unwrap();
/// assert_eq!(struck.told[0], "takes out the claim `forecast-may`, which bears on `dry_year`");
/// assert!(edit::apply(template(), &struck.edits).is_ok());
/// ```
///
/// # Errors
/// The case is not sound, or has no such claim.
pub fn strike_claim(text: &str, sheets: &dyn Sheets, id: &str) -> Result<Struck, EditFault> {
    let reading = parse_in(CASE_FILE, text, sheets).map_err(EditFault::Unsound)?;
    let case = &reading.case;
    // Of what is not there it is said that it is not.
    resting_on(case, &Ground::Claim(id.to_owned()))?;
    let mut struck = Struck { claims: vec![id.to_owned()], ..Struck::default() };
    let all = with_sheets(Text::new(CASE_FILE, text), sheets);
    let Some(layout) = Layout::of(all.text.as_read()) else { return Ok(struck) };
    struck.edits.extend(paths_of_claims(&layout, &Paths::of(&layout)).get(id).map(Edit::remove));
    let on = case.claims.iter().find(|claim| claim.id == id).and_then(bears_on);
    let shown =
        on.map_or_else(String::new, |on| format!(", which bears on {}", quoted(&case.propositions[on.0].id)));
    struck.told.push(format!("takes out the claim {}{shown}", quoted(id)));
    if let Some(on) = on
        && case.claims.iter().filter(|claim| bears_on(claim) == Some(on)).count() == 1
    {
        let proposition = quoted(&case.propositions[on.0].id);
        struck.told.push(format!("leaves {proposition} with its prior: no other claim bears on it"));
    }
    Ok(struck)
}

/// The path of every claim, by its id.
fn paths_of_claims(layout: &Layout<'_>, paths: &Paths) -> BTreeMap<String, String> {
    let claims = layout.child(ROOT, "claims");
    let children = claims.map_or(&[][..], |claims| &layout.node(claims).children);
    let id = |claim: &Id| layout.text_of(layout.child(*claim, "id")?);
    children.iter().filter_map(|claim| Some((id(claim)?, paths.path(layout, *claim)))).collect()
}

/// The edits that take a source out of a list of citations.
fn citations(layout: &Layout<'_>, paths: &Paths, list: Id, source: &str, struck: &mut Struck) {
    let members = &layout.node(list).children;
    let cites = |member: &Id| {
        let text = layout.text_of(*member).unwrap_or_default();
        text.split('#').next().map(str::trim) == Some(source)
    };
    let count = members.iter().filter(|member| cites(member)).count();
    if count == 0 {
        return;
    }
    let path = paths.path(layout, list);
    let owner = path.rsplit_once('.').map_or(path.as_str(), |(owner, _)| owner);
    if count == members.len() {
        let edit = if inherits(layout, list) { Edit::set(&path, "[]") } else { Edit::remove(&path) };
        struck.edits.push(edit);
        struck.told.push(format!("leaves {} without a source", quoted(owner)));
        return;
    }
    for (i, _) in members.iter().enumerate().rev().filter(|(_, member)| cites(member)) {
        struck.edits.push(Edit::remove(format!("{path}[{}]", i + 1)));
    }
    let others: Vec<String> = members
        .iter()
        .filter(|member| !cites(member))
        .filter_map(|member| layout.text_of(*member))
        .map(|text| text.split('#').next().unwrap_or("").trim().to_owned())
        .collect();
    let others = crate::text::listed(others.iter().map(String::as_str));
    struck.told.push(format!("takes it out of what {} cites, which leaves {others}", quoted(owner)));
}

/// Whether without this list another one around it would be cited: then an empty one says that there is nothing.
fn inherits(layout: &Layout<'_>, list: Id) -> bool {
    let table = layout.node(list).parent;
    let shape = table.and_then(|table| layout.kind(table));
    matches!(shape, Some(Kind::Table(shape)) if matches!(shape.name, "issue position" | "lot"))
}

fn judgements(resting: &Resting, struck: &mut Struck) {
    struck.judgements =
        resting.figures.iter().filter(|figure| figure.alone).map(|figure| figure.path.clone()).collect();
    for path in &struck.judgements {
        struck.told.push(format!("makes {} a judgement", quoted(path)));
    }
}
