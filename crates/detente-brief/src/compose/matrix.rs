//! Who wants what, how much it matters, and where the red lines run.

use detente_deals::{Condition, Findings};
use detente_model::{
    Actor, Case, IssueId, IssuePosition, PositionId, Progress, PropositionId, World, Worlds, in_order,
};

use crate::brief::{MatrixCell, MatrixRow};
use crate::words;

/// The rows. `progress` may cancel it.
pub(crate) fn rows(worlds: &Worlds, deals: &Findings, draws: u64, progress: &Progress) -> Vec<MatrixRow> {
    let case = worlds.case();
    let central = worlds.central();
    let positions: Vec<PositionId> =
        deals.parties.iter().filter_map(|party| case.position_of(Actor::Party(*party))).collect();
    let ranges = weight_ranges(worlds, &positions, draws, progress);
    // A red line that blocks alone is told where it is drawn.
    let alone = deals.central.blockers.iter().filter_map(|blockers| blockers.alone.value()).flatten();
    let alone: Vec<Condition> = alone.map(|blocker| blocker.condition).collect();
    case.issues
        .iter()
        .enumerate()
        .map(|(k, issue)| {
            let cell = |i: usize| {
                let mut cell = cell(case, central, positions[i], IssueId(k), ranges[i][k]);
                if alone.contains(&Condition::RedLine { principal: i, issue: IssueId(k) }) {
                    cell.red_lines.iter_mut().for_each(|line| line.push_str(" (stands in the way)"));
                }
                cell
            };
            MatrixRow {
                issue: IssueId(k),
                name: issue.name.clone(),
                options: (0..issue.options.len()).map(|option| issue.label(option)).collect(),
                cells: (0..positions.len()).map(cell).collect(),
                blocked: deals.central.blocked.contains(&IssueId(k)),
            }
        })
        .collect()
}

/// For each position and issue, the 5 % and 95 % quantiles of its weight over the draws.
fn weight_ranges(
    worlds: &Worlds,
    positions: &[PositionId],
    draws: u64,
    progress: &Progress,
) -> Vec<Vec<[f64; 2]>> {
    let issues = worlds.case().issues.len();
    let mut seen = vec![vec![Vec::with_capacity(draws as usize); issues]; positions.len()];
    for world in (0..draws).map(|draw| worlds.draw(draw)) {
        progress.go_on();
        for (position, seen) in positions.iter().zip(&mut seen) {
            for (weight, seen) in world.weights(*position).iter().zip(seen) {
                seen.push(*weight);
            }
        }
    }
    let quantiles = |mut weights: Vec<f64>| {
        in_order(&mut weights, f64::total_cmp, progress);
        let at =
            |q: f64| weights.get((q * (weights.len() - 1) as f64).round() as usize).copied().unwrap_or(0.0);
        if weights.is_empty() { [0.0, 1.0] } else { [at(0.05), at(0.95)] }
    };
    seen.into_iter().map(|position| position.into_iter().map(quantiles).collect()).collect()
}

fn cell(case: &Case, central: &World, position: PositionId, issue: IssueId, range: [f64; 2]) -> MatrixCell {
    let stated: Option<&IssuePosition> = case.position(position).issues.iter().find(|p| p.issue == issue);
    let values: Vec<f64> = match stated.and_then(|p| p.valuation.as_ref()) {
        None => Vec::new(),
        Some(_) => (0..case.issue(issue).options.len())
            .map(|option| central.option_value(position, issue, option))
            .collect(),
    };
    MatrixCell {
        weight: central.weights(position)[issue.index()],
        weight_range: range,
        wants: wants(case, issue, &values),
        red_lines: stated.map(|p| red_lines(case, p)).unwrap_or_default(),
        cite: stated.map(|p| p.cite.clone()).unwrap_or_default(),
        note: stated.and_then(|p| p.note.clone()),
        line: stated.and_then(|p| p.place).and_then(detente_model::Place::line_of_first_file),
        values,
    }
}

/// `best … worst`, or the one option that is wanted.
fn wants(case: &Case, issue: IssueId, values: &[f64]) -> String {
    let extreme = |better: fn(f64, f64) -> bool| {
        let mut found: Option<usize> = None;
        for (option, value) in values.iter().enumerate() {
            if found.is_none_or(|best| better(*value, values[best])) {
                found = Some(option);
            }
        }
        found
    };
    let label = |option: usize| case.issue(issue).label(option);
    match (extreme(|a, b| a > b), extreme(|a, b| a < b)) {
        (Some(best), Some(worst)) if values[best] > values[worst] => {
            format!("{} … {}", label(best), label(worst))
        }
        (Some(_), _) => "indifferent".to_owned(),
        _ => String::new(),
    }
}

fn red_lines(case: &Case, stated: &IssuePosition) -> Vec<String> {
    let issue = case.issue(stated.issue);
    let unit = issue.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let number = |id| case.numbers[id].value.to_string();
    let mut lines: Vec<String> = stated.never.iter().map(|o| format!("never {}", issue.label(*o))).collect();
    lines.extend(stated.doubtful.iter().map(|line| {
        let question = |id: PropositionId| words::named(&case.propositions[id.index()].text);
        let sure = &case.numbers[line.sure];
        let ifs = [
            (!sure.implied).then(|| format!("if it is meant ({})", sure.value)),
            line.only_if.map(|id| format!("if {}", question(id))),
            line.unless.map(|id| format!("unless {}", question(id))),
        ];
        let ifs: Vec<String> = ifs.into_iter().flatten().collect();
        format!("never {}, {}", issue.label(line.option), words::list(&ifs))
    }));
    lines.extend(stated.at_most.map(|id| format!("at most {}{unit}", number(id))));
    lines.extend(stated.at_least.map(|id| format!("at least {}{unit}", number(id))));
    lines
}
