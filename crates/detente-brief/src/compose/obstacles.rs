//! What stands in the way, and which concession would clear it.

use detente_deals::{Concession, ConcessionKind, Findings, StickingPoint, Units};
use detente_model::{Case, IssueId};

use crate::brief::{ConcessionStep, Obstacles, WayOut};
use crate::words;

pub(super) fn in_the_way(case: &Case, deals: &Findings) -> Obstacles {
    let points = &deals.central.sticking_points;
    let steps = points
        .iter()
        .map(|point| ConcessionStep {
            actor: point.concession.actor,
            issue: point.concession.issue,
            text: concession(case, &point.concession),
            cost: point.concession.cost,
            margin_after: point.least_after(),
            margin_after_at_most: point.most_after(),
            opens: point.opens,
        })
        .collect();
    if deals.central.exists() == Some(true) {
        return Obstacles { steps, ..Obstacles::default() };
    }
    Obstacles {
        issues: ranked(points),
        steps,
        openings: deals
            .central
            .openings
            .value()
            .into_iter()
            .flatten()
            .map(|opening| WayOut {
                concessions: opening.concessions.iter().map(|c| concession(case, c)).collect(),
                package: opening.package.clone(),
            })
            .collect(),
    }
}

/// Issues by how much the best concession on each would help: those that open the zone, then those that leave the largest
/// margin.
fn ranked(points: &[StickingPoint]) -> Vec<IssueId> {
    let mut best: Vec<(IssueId, (bool, Option<Units>))> = Vec::new();
    for point in points {
        let helps = (point.opens, point.least_after());
        match best.iter_mut().find(|(issue, _)| *issue == point.concession.issue) {
            Some((_, known)) => *known = (*known).max(helps),
            None => best.push((point.concession.issue, helps)),
        }
    }
    best.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    best.into_iter().map(|(issue, _)| issue).collect()
}

/// A concession as something that an actor does.
pub(super) fn concession(case: &Case, concession: &Concession) -> String {
    let actor = case.actor_name(concession.actor);
    let issue = case.issue(concession.issue);
    let option = issue.label(concession.option);
    let name = words::named(&issue.name);
    match concession.kind {
        ConcessionKind::RedLine => {
            format!("{actor} to give up a red line on {name} and take “{option}”")
        }
        ConcessionKind::Move => format!("{actor} to move to “{option}” on {name}"),
    }
}
