//! Where things stand, in a few sentences that a mediator reads first.

use detente_deals::{Condition, Findings, Share, ZoneCount};
use detente_model::Case;

use crate::brief::{LeadingPackage, Obstacles, WayOut};
use crate::words;

/// Packages that are named in one sentence; of more the first is named and the others are counted.
const NAMED: usize = 3;

pub(super) fn sentences(
    case: &Case,
    deals: &Findings,
    packages: &[LeadingPackage],
    obstacles: &Obstacles,
) -> Vec<String> {
    let mut sentences = vec![today(deals)];
    sentences.push(over_the_draws(deals));
    if deals.central.exists() == Some(false) {
        sentences.push(obstacles.blockers.summary.clone());
        sentences.extend(other_ways(obstacles));
        sentences.push(match deals.central.openings.value() {
            Some(_) => smallest_opening(case, obstacles),
            None => words::OPENING_NOT_KNOWN.to_owned(),
        });
    } else if let Some(nash) = deals.central.chosen().and_then(|solutions| solutions.nash.as_ref()) {
        let fair = words::package(case, &nash.point.package);
        sentences.push(format!("The bargain that shares the gain best, by Nash’s measure: {fair}."));
    }
    sentences.extend(doubtful_line(case, deals));
    sentences.extend(likeliest(packages));
    sentences.extend(at_stops_only(case, deals));
    sentences
}

fn today(deals: &Findings) -> String {
    let central = &deals.central;
    if central.exists().is_none() {
        let most = central.zone_count.at_most();
        return format!(
            "Whether any package would be signed by all is not known, if every judgement in the case is taken at its middle: the \
             search was given up.{}",
            most.map_or_else(String::new, |most| format!(" No more than {} would be.", words::large(most)))
        );
    }
    if central.exists() == Some(false) {
        return "No deal on the table would be signed by all, if every judgement in the case is taken at its middle.".to_owned();
    }
    if central.zone_count == ZoneCount::Unlimited {
        return "There are packages that all would sign, if every judgement in the case is taken at its middle.".to_owned();
    }
    format!(
        "{} of {} would be signed by all, if every judgement in the case is taken at its middle.",
        words::sentence(&words::zone_count(&central.zone_count)),
        words::large(&deals.packages),
    )
}

fn over_the_draws(deals: &Findings) -> String {
    let zone = deals.acceptability.zone;
    let not_known = deals.acceptability.zone_not_known;
    if not_known > 0 {
        let low = zone.interval()[0];
        let high = Share::of(zone.hits + not_known, zone.draws).interval()[1];
        return format!(
            "Over all that the case leaves open, one exists in {} to {} of the worlds drawn: in {} of {} the search for one was given \
             up.",
            words::percent(low),
            words::percent(high),
            words::count(not_known),
            words::plural(zone.draws, "world", "worlds"),
        );
    }
    match zone.hits {
        0 => format!(
            "Nor does one exist in any of the {} worlds drawn (at most {}).",
            words::count(zone.draws),
            words::percent_to_tenths(zone.interval()[1])
        ),
        hits if hits == zone.draws => format!(
            "One exists in every one of the {} worlds drawn (at least {}).",
            words::count(zone.draws),
            words::percent_to_tenths(zone.interval()[0])
        ),
        _ => format!(
            "Over all that the case leaves open, one exists in {} of the worlds drawn ({}).",
            words::percent(zone.value()),
            words::interval(zone)
        ),
    }
}

/// What would meet a condition at home that blocks: somebody won over, or a lower quota. What a red line or no deal would take is told with the
/// concessions.
fn other_ways(obstacles: &Obstacles) -> Option<String> {
    let at_home = obstacles
        .blockers
        .alone
        .iter()
        .filter(|blocker| matches!(blocker.condition, Condition::Quota { .. } | Condition::Veto { .. }));
    let ways: Vec<&str> = at_home.flat_map(|blocker| &blocker.ways).map(String::as_str).collect();
    (!ways.is_empty()).then(|| format!("At home it would take {}.", ways.join("; or ")))
}

/// Where a deal exists if every judgement is taken at its middle, and not in all worlds, and a red line that may not be meant is what shuts it most often.
fn doubtful_line(case: &Case, deals: &Findings) -> Option<String> {
    let central = &deals.central;
    if central.exists() != Some(true) {
        return None;
    }
    let most = deals.acceptability.blockers.of.first()?;
    let Condition::RedLine { principal, issue } = most.condition else { return None };
    super::blockers::is_doubtful(case, &central.space, principal, issue).then(|| {
        format!(
            "Where none exists, it is most often for {}, if it is meant: alone in {} of the worlds drawn, as one of several in {}.",
            super::blockers::condition(case, &central.space, most.condition),
            words::percent(most.only.value()),
            words::percent(most.one_of_several.value())
        )
    })
}

/// What no concession on an issue takes away, in words; what the case has none of is not blamed.
fn what_forbids(case: &Case) -> String {
    let asked = case.audiences.iter().any(|audience| audience.veto)
        || case.parties.iter().any(|party| party.quota.is_some());
    let reasons = [
        (!case.infeasible.is_empty(), "what cannot go together"),
        (asked, "ratification at home"),
        (!case.interactions.is_empty(), "what options are worth only together"),
    ];
    let there: Vec<&str> = reasons.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect();
    match there.as_slice() {
        [] => "no package is worth enough to all".to_owned(),
        there => format!("{} still forbids every package", words::one_of(there)),
    }
}

fn smallest_opening(case: &Case, obstacles: &Obstacles) -> String {
    let priced =
        |way: &WayOut| format!("{}, at a cost of {}", words::list(&way.concessions), words::value(way.cost));
    let ways: Vec<String> = obstacles.openings.iter().map(priced).collect();
    match (obstacles.openings.first().map(|way| way.concessions.len()), ways.as_slice()) {
        (None, _) => {
            format!("No set of concessions on the issues would open the way: {}.", what_forbids(case))
        }
        (Some(1), ways) => {
            format!("The cheapest concession on an issue that would open the way: {}.", ways.join("; or "))
        }
        (Some(n), [only]) => format!("The smallest opening takes {n} concessions: {only}."),
        (Some(n), ways) => {
            format!("The smallest opening takes {n} concessions: either {}.", ways.join("; or "))
        }
    }
}

/// Where the search between the stops of continuous issues was given up.
fn at_stops_only(case: &Case, deals: &Findings) -> Option<String> {
    let issues = deals.at_stops_only.iter().map(|id| case.issue(*id));
    let names: Vec<String> = issues.map(|issue| words::named(&issue.name)).collect();
    (!names.is_empty()).then(|| {
        format!(
            "On {}, packages were looked for at the stops only, the ends of the range, the bends of positions and red lines among \
             them, so what lies between may be better.",
            words::list(&names)
        )
    })
}

fn likeliest(packages: &[LeadingPackage]) -> Option<String> {
    let best = packages.first().filter(|package| package.all.hits > 0)?;
    let alike: Vec<&str> = packages
        .iter()
        .skip(1)
        .filter(|package| package.all.hits == best.all.hits)
        .map(|package| package.letter.as_str())
        .collect();
    if !alike.is_empty() {
        // A reader need not look up more letters than a brief lists at the least.
        let alike_told = match alike.len() {
            others if others < NAMED => words::list(&[&[best.letter.as_str()], alike.as_slice()].concat()),
            others => format!("{} and {others} others", best.letter),
        };
        let all_listed = alike.len() + 1 == packages.len();
        let more = if all_listed { " Packages that are not listed may be so as often." } else { "" };
        return Some(format!(
            "{alike_told} are acceptable to all equally often, in {} of the worlds drawn; {} is {}.{more}",
            words::percent(best.all.value()),
            best.letter,
            best.label
        ));
    }
    Some(format!(
        "The package most often acceptable to all is {}, in {} of the worlds drawn: {}.",
        best.letter,
        words::percent(best.all.value()),
        best.label
    ))
}
