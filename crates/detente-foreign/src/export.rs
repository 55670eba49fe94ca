//! A case in one world, as files of NegMAS or of GeniusWeb.
//!
//! Both formats hold a weighted sum over listed options, and what no agreement is worth: NegMAS as a number, GeniusWeb
//! as a bid that is worth as much. Whatever else a case has is left out, and said: interactions, red lines,
//! combinations that cannot be, audiences and quotas; of a continuous issue only its stops are written.

use std::collections::BTreeSet;

use detente_model::{Actor, Case, Choice, Combination, Floor, IssueId, Package, PartyId, Preferences, World};
use serde_json::{Map, Value, json};

use crate::Format;

/// Packages that are gone through for a bid that is worth as much as no agreement.
const MOST_BIDS: u128 = 1_000_000;

/// Files to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Name and text of each.
    pub files: Vec<(String, String)>,
    /// What the format cannot hold, a sentence each.
    pub losses: Vec<String>,
}

/// One principal in one world.
struct Side<'a> {
    id: &'a str,
    weights: &'a [f64],
    /// Before weighting, by issue and option.
    values: Vec<Vec<f64>>,
    wants: Preferences,
}

/// The files of a case in one world; `None` for a format that is only read, or a case without a table.
pub fn export(world: &World, format: Format) -> Option<Export> {
    let case = world.case();
    if case.issues.is_empty() {
        return None;
    }
    let sides: Vec<Side<'_>> = case.principals().filter_map(|party| side(case, world, party)).collect();
    let mut losses = losses(case, &sides);
    let stems = stems(&sides);
    let files = match format {
        Format::Negmas => {
            let mut files = vec![(String::from("domain.yml"), space(case))];
            files.extend(
                sides.iter().zip(&stems).map(|(side, stem)| (format!("{stem}.yml"), function(case, side))),
            );
            files
        }
        Format::GeniusWeb => {
            let domain = web_domain(case);
            let mut files = vec![(String::from("domain.json"), format!("{domain:#}\n"))];
            for (side, stem) in sides.iter().zip(&stems) {
                let profile = web_profile(case, side, &domain, &mut losses);
                files.push((format!("{stem}.json"), format!("{profile:#}\n")));
            }
            files
        }
        Format::Genius | Format::Gmcr | Format::Actors => return None,
    };
    Some(Export { files, losses })
}

/// Names of files, told apart from that of the domain and from each other on any disk, and none that a folder of files
/// would pass over.
fn stems(sides: &[Side<'_>]) -> Vec<String> {
    let mut taken = BTreeSet::from([String::from("domain")]);
    // Whoever can keep its own name does.
    let mut stems: Vec<Option<String>> = sides
        .iter()
        .map(|side| {
            let own = !side.id.starts_with('_') && taken.insert(side.id.to_lowercase());
            own.then(|| side.id.to_owned())
        })
        .collect();
    for (stem, side) in stems.iter_mut().zip(sides).filter(|(stem, _)| stem.is_none()) {
        let plain = format!("party-{}", side.id.trim_start_matches('_'));
        let numbered = (2..=sides.len() + 2).map(|n| format!("{plain}-{n}"));
        *stem = std::iter::once(plain.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
    }
    stems.into_iter().flatten().collect()
}

fn side<'a>(case: &'a Case, world: &'a World, party: PartyId) -> Option<Side<'a>> {
    let position = case.position_of(Actor::Party(party))?;
    let values = case
        .issues
        .iter()
        .enumerate()
        .map(|(k, issue)| {
            (0..issue.options.len()).map(|option| world.option_value(position, IssueId(k), option)).collect()
        })
        .collect();
    let wants = world.preferences(Actor::Party(party))?;
    Some(Side { id: &case.party(party).id, weights: world.weights(position), values, wants })
}

fn losses(case: &Case, sides: &[Side<'_>]) -> Vec<String> {
    let mut losses = Vec::new();
    for side in sides {
        let worth: usize = side.wants.interactions.len();
        if worth > 0 {
            losses.push(format!("`{}`: {worth} interactions are left out, so packages that meet them are worth something else", side.id));
        }
        if side.wants.refused.iter().flatten().any(|refused| *refused) {
            losses.push(format!("`{}`: its red lines are left out", side.id));
        }
    }
    if !case.infeasible.is_empty() {
        losses
            .push(String::from("combinations that cannot be are left out, so the files have more packages"));
    }
    if !case.audiences.is_empty() {
        let conditional = case.audiences.iter().any(|audience| audience.when.is_some())
            || case.parties.iter().any(|party| party.quota_when.is_some());
        let and_when = if conditional { ", and when each of them is asked," } else { "" };
        losses.push(format!("audiences, their vetoes and quotas{and_when} are left out"));
    }
    for issue in case.issues.iter().filter(|issue| issue.continuous) {
        losses.push(format!(
            "`{}`: of its continuous range only {} numbers are written",
            issue.id,
            issue.options.len()
        ));
    }
    losses
}

/// What no agreement is worth, interactions aside.
fn reserved(side: &Side<'_>) -> f64 {
    match &side.wants.reservation {
        Floor::Value(r) => *r,
        Floor::Package(named) => {
            let worth = side.wants.worth.iter().enumerate();
            worth
                .map(|(k, options)| match named.iter().find(|(issue, _)| issue.0 == k) {
                    Some((_, option)) => options[*option],
                    None => options.iter().copied().fold(f64::INFINITY, f64::min),
                })
                .sum()
        }
    }
}

/// Text as YAML and JSON both read it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A number; adding 0 makes -0 the same as 0.
fn plain(x: f64) -> String {
    (x + 0.0).to_string()
}

/// An option as text.
fn worded(choice: &Choice) -> String {
    match choice {
        Choice::Text(text) => text.clone(),
        Choice::Number(x) => plain(*x),
    }
}

fn written(choice: &Choice) -> String {
    match choice {
        Choice::Text(text) => quoted(text),
        Choice::Number(x) => plain(*x),
    }
}

fn space(case: &Case) -> String {
    let mut out = String::from("issues:\n");
    for issue in &case.issues {
        let whole = issue.options.iter().all(|option| option.number().is_some_and(|x| x.fract() == 0.0));
        let kind = match (whole, issue.is_numeric()) {
            (true, _) => "DiscreteCardinalIssue",
            (false, true) => "DiscreteOrdinalIssue",
            (false, false) => "CategoricalIssue",
        };
        out.push_str(&format!("- name: {}\n  type: {kind}\n  values:\n", quoted(&issue.id)));
        for option in &issue.options {
            out.push_str(&format!("  - {}\n", written(option)));
        }
    }
    out.push_str(&format!("name: {}\ntype: CartesianOutcomeSpace\n", quoted(&case.title)));
    out
}

fn function(case: &Case, side: &Side<'_>) -> String {
    let mut out = format!(
        "name: {}\nreserved_value: {}\ntype: LinearAdditiveUtilityFunction\nvalues:\n",
        quoted(side.id),
        plain(reserved(side))
    );
    for (issue, values) in case.issues.iter().zip(&side.values) {
        out.push_str("- type: TableFun\n  mapping:\n");
        for (option, value) in issue.options.iter().zip(values) {
            out.push_str(&format!("    {}: {}\n", written(option), plain(*value)));
        }
    }
    out.push_str("weights:\n");
    side.weights.iter().for_each(|weight| out.push_str(&format!("- {}\n", plain(*weight))));
    out
}

fn web_domain(case: &Case) -> Value {
    let issues: Map<String, Value> = case
        .issues
        .iter()
        .map(|issue| {
            let values: Vec<String> = issue.options.iter().map(worded).collect();
            (issue.id.clone(), json!({ "values": values }))
        })
        .collect();
    json!({ "name": case.title, "issuesValues": issues })
}

fn web_profile(case: &Case, side: &Side<'_>, domain: &Value, losses: &mut Vec<String>) -> Value {
    let mut utilities = Map::new();
    for (issue, values) in case.issues.iter().zip(&side.values) {
        let table: Map<String, Value> = issue
            .options
            .iter()
            .zip(values)
            .map(|(option, value)| (worded(option), json!(value + 0.0)))
            .collect();
        utilities.insert(issue.id.clone(), json!({ "discreteutils": { "valueUtilities": table } }));
    }
    let weights: Map<String, Value> = case
        .issues
        .iter()
        .zip(to_the_letter(side.weights))
        .map(|(issue, w)| (issue.id.clone(), json!(w + 0.0)))
        .collect();
    let bid = reservation_bid(case, side, losses).map(|outcome| {
        let values: Map<String, Value> = case
            .describe(&outcome)
            .map(|(issue, choice)| (issue.id.clone(), json!(worded(choice))))
            .collect();
        json!({ "issuevalues": values })
    });
    json!({ "LinearAdditiveUtilitySpace": {
        "issueUtilities": utilities,
        "issueWeights": weights,
        "domain": domain,
        "name": side.id,
        "reservationBid": bid,
    } })
}

/// Weights whose decimals sum to 1 exactly, as GeniusWeb demands: to twelve places, the largest taking the rest.
fn to_the_letter(weights: &[f64]) -> Vec<f64> {
    let mut units: Vec<i64> = weights.iter().map(|w| (w * 1e12).round() as i64).collect();
    let rest = 1_000_000_000_000 - units.iter().sum::<i64>();
    if let Some(largest) = units.iter_mut().max_by_key(|unit| **unit) {
        *largest += rest;
    }
    units.into_iter().map(|unit| unit as f64 / 1e12).collect()
}

/// The package that is worth as much as no agreement, or the one just above.
fn reservation_bid(case: &Case, side: &Side<'_>, losses: &mut Vec<String>) -> Option<Package> {
    let r = reserved(side);
    let least = |k: usize| -> usize {
        let options = &side.wants.worth[k];
        (0..options.len()).min_by(|a, b| options[*a].total_cmp(&options[*b])).unwrap_or(0)
    };
    if let Floor::Package(named) = &side.wants.reservation {
        let named = Combination(named.iter().map(|(issue, option)| (*issue, vec![*option])).collect());
        let option =
            |k: usize| named.0.iter().find(|(issue, _)| issue.0 == k).map_or(least(k), |(_, o)| o[0]);
        return Some(Package((0..case.issues.len()).map(|k| option(k) as u16).collect()));
    }
    if case.package_count().is_none_or(|count| count > MOST_BIDS) {
        losses.push(format!("`{}`: no deal is worth {r} to it; the files hold no bid for that, for want of time to look for one", side.id));
        return None;
    }
    let mut best: Option<(f64, Vec<u16>)> = None;
    let mut at = vec![0u16; case.issues.len()];
    loop {
        let worth: f64 =
            at.iter().enumerate().map(|(k, option)| side.wants.worth[k][usize::from(*option)]).sum();
        // Sums that differ by less are the same, to the rounding of decimals.
        if worth >= r - 1e-12 && best.as_ref().is_none_or(|(w, _)| worth < *w) {
            best = Some((worth, at.clone()));
        }
        let Some(k) = (0..at.len()).rev().find(|k| usize::from(at[*k]) + 1 < case.issues[*k].options.len())
        else {
            break;
        };
        at[k] += 1;
        at[k + 1..].fill(0);
    }
    match &best {
        None => losses.push(format!(
            "`{}`: nothing is worth as much to it as no deal, {r}; the file holds no bid for that",
            side.id
        )),
        Some((worth, _)) if (worth - r).abs() > 1e-9 => {
            losses.push(format!("`{}`: no deal is worth {r} to it, and the bid that stands for it {worth}: no package is nearer from above", side.id));
        }
        Some(_) => {}
    }
    best.map(|(_, at)| Package(at))
}
