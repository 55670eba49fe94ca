//! What stands in the way, and which concession would clear it.

use detente_deals::{Central, Concession, ConcessionKind, Findings, StickingPoint, Units};
use detente_model::{Actor, Case, IssueId};

use super::blockers;
use crate::brief::{ConcessionStep, Obstacles, WayOut};
use crate::words;

/// What an actor gives up by a concession beside the package that comes nearest to agreement.
pub(crate) fn cost_from_nearest(central: &Central, concession: &Concession) -> Option<Units> {
    let nearest = &central.margin.as_ref()?.package;
    let terms = central.space.actors().iter().find(|terms| terms.actor == concession.actor)?;
    let worth = &terms.worth[concession.issue.index()];
    Some(worth[nearest.option(concession.issue)] - worth[concession.option])
}

pub(super) fn in_the_way(case: &Case, deals: &Findings) -> Obstacles {
    let blockers = blockers::told(case, deals);
    let points = &deals.central.sticking_points;
    let steps = points
        .iter()
        .map(|point| ConcessionStep {
            actor: point.concession.actor,
            issue: point.concession.issue,
            text: concession(case, &point.concession),
            cost: point.concession.cost,
            cost_from_nearest: cost_from_nearest(&deals.central, &point.concession),
            margin_after: point.least_after(),
            margin_after_at_most: point.most_after(),
            opens: point.opens,
        })
        .collect();
    if deals.central.exists() == Some(true) {
        return Obstacles { steps, ..Obstacles::default() };
    }
    Obstacles {
        blockers,
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
                paths: opening.concessions.iter().map(|c| position(case, c.actor, c.issue)).collect(),
                cost: opening.concessions.iter().map(|c| c.cost).sum(),
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

/// Where the case says what an actor thinks of an issue.
pub(super) fn position(case: &Case, actor: Actor, issue: IssueId) -> String {
    format!("positions.{}.{}", case.actor_id(actor), case.issue(issue).id)
}

/// A concession as something that an actor does.
pub(super) fn concession(case: &Case, concession: &Concession) -> String {
    let actor = case.actor_name(concession.actor);
    let issue = case.issue(concession.issue);
    let option =
        concession.number.map_or_else(|| issue.label(concession.option), |x| issue.label_of_number(x));
    let name = words::named(&issue.name);
    match concession.kind {
        ConcessionKind::RedLine => {
            format!("{actor} to give up a red line on {name} and take “{option}”")
        }
        ConcessionKind::Move => format!("{actor} to move to “{option}” on {name}"),
    }
}
