//! The worlds drawn, one row each: every uncertain input, the answer to every open question, whether there is a deal, the margin, and the
//! package that leaves whoever gains least the most.

use std::collections::BTreeMap;

use detente_deals::{DealSpace, Search, limits};
use detente_model::{Case, Input, Package, PositionId, World};
use rayon::prelude::*;
use serde_json::Value;

use crate::answers::PackageOptions;
use crate::answers::tables::CsvTable;
use crate::sitting::{Sitting, SittingError};

/// One row a world. Its columns: `draw`; each input by its path, an order by the weight that it gives each issue; `zone_exists` (empty
/// where it is not known); `margin` (empty where red lines leave no package, or it is not known); `best_letter`, if that package leads;
/// `best_acceptable`; and `best.` with the id of each issue. The best package has the margin of that world; where all accept
/// another and not that one, it is the other.
pub(crate) fn table(sitting: &Sitting) -> Result<CsvTable, SittingError> {
    let (deals, worlds, progress) = (sitting.deals()?, sitting.worlds()?, sitting.progress());
    let case = worlds.case();
    let letters: BTreeMap<Package, String> =
        deals.packages.iter().map(|leading| (leading.package.clone(), leading.letter.clone())).collect();
    let mut header = vec!["draw".to_owned()];
    header.extend(worlds.inputs().iter().flat_map(|coordinates| columns(case, coordinates.input)));
    header.extend(["zone_exists", "margin", "best_letter", "best_acceptable"].map(str::to_owned));
    header.extend(case.issues.iter().map(|issue| format!("best.{}", issue.id)));
    progress.expect(deals.draws);
    let rows: Result<Vec<Vec<String>>, SittingError> = (0..deals.draws)
        .into_par_iter()
        .map(|draw| {
            progress.step();
            let world = worlds.draw(draw);
            let mut row = vec![draw.to_string()];
            row.extend(worlds.inputs().iter().flat_map(|coordinates| cells(&world, coordinates.input)));
            row.extend(judged(case, &world, &letters)?);
            Ok(row)
        })
        .collect();
    Ok(CsvTable { header, rows: rows? })
}

/// The columns of an input.
fn columns(case: &Case, input: Input) -> Vec<String> {
    match input {
        Input::Number(_) | Input::Truth(_) => vec![input.path(case)],
        Input::Order(position) => weighed(case, position)
            .map(|issue| format!("{}.{}", input.path(case), case.issues[issue].id))
            .collect(),
        // What comparisons leave of weights shows in the weights.
        Input::Comparisons(_) => Vec::new(),
    }
}

/// The issues to which an order gives weights.
fn weighed(case: &Case, position: PositionId) -> impl Iterator<Item = usize> + '_ {
    let ordered = match &case.position(position).weights {
        detente_model::Weights::Order(groups) => groups.iter().flatten().map(|issue| issue.index()).collect(),
        detente_model::Weights::Stated(_) => Vec::new(),
    };
    (0..case.issues.len()).filter(move |issue| ordered.contains(issue))
}

fn cells(world: &World, input: Input) -> Vec<String> {
    match input {
        Input::Number(id) => vec![number(world.number(id))],
        Input::Truth(id) => vec![world.holds(id).to_string()],
        Input::Order(position) => {
            let weights = world.weights(position);
            weighed(world.case(), position).map(|issue| number(weights[issue])).collect()
        }
        Input::Comparisons(_) => Vec::new(),
    }
}

/// A number as it stands in the JSON.
fn number(x: f64) -> String {
    Value::from(x).to_string()
}

/// What is found in a world: from `zone_exists` on.
fn judged(
    case: &Case,
    world: &World,
    letters: &BTreeMap<Package, String>,
) -> Result<Vec<String>, SittingError> {
    let space = DealSpace::new(world)?;
    let exists = space.zone_exists()?;
    let search = Search { effort: Some(limits::CONCESSION), ..Search::default() };
    let margin = match space.margin(&search) {
        Err(limit) if limit.is_limit() => None,
        found => found?,
    };
    let accepted = margin.as_ref().is_some_and(|margin| match &margin.between {
        Some(between) => space.all_accept_package(between),
        None => space.all_accept(&margin.package),
    });
    let other = if accepted || exists != Some(true) {
        None
    } else {
        match space.find_agreement(&search) {
            Err(limit) if limit.is_limit() => None,
            found => found?,
        }
    };
    let proven = margin.as_ref().filter(|margin| margin.is_proven()).map(|margin| margin.value.to_f64());
    let mut row = vec![
        exists.map_or_else(String::new, |exists| exists.to_string()),
        proven.map_or_else(String::new, number),
    ];
    let acceptable = accepted || other.is_some();
    let best = other.as_ref().or(margin.as_ref().map(|margin| &margin.package));
    let between = margin.as_ref().filter(|_| other.is_none()).and_then(|margin| margin.between.as_ref());
    let letter = best.filter(|_| between.is_none()).and_then(|best| letters.get(best));
    row.push(letter.cloned().unwrap_or_default());
    row.push(best.map_or_else(String::new, |_| acceptable.to_string()));
    match best {
        Some(best) => {
            let numbers = between.map_or(&[][..], |between| between.numbers.as_slice());
            let options = PackageOptions::of(case, best).with_numbers(case, numbers);
            row.extend(options.iter().map(|(_, option)| match serde_json::to_value(option) {
                Ok(Value::String(text)) => text,
                Ok(value) => value.to_string(),
                Err(_) => String::new(),
            }));
        }
        None => row.extend(case.issues.iter().map(|_| String::new())),
    }
    Ok(row)
}
