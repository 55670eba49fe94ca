//! Where things stand, in a few sentences that a mediator reads first.

use detente_deals::Findings;
use detente_model::Case;

use crate::brief::{Obstacles, Package};
use crate::compose::three_tests::ThreeTests;
use crate::words;

pub(super) fn sentences(
    case: &Case,
    deals: &Findings,
    packages: &[Package],
    obstacles: &Obstacles,
    three_tests: Option<&ThreeTests>,
) -> Vec<String> {
    let mut sentences = vec![today(deals)];
    sentences.push(over_the_draws(deals));
    if !deals.central.has_zone() {
        sentences.extend(in_the_way(case, obstacles));
        sentences.push(smallest_opening(obstacles));
    } else if let Some(solutions) = &deals.central.solutions {
        let fair = words::package(case, &solutions.nash.point.outcome);
        sentences.push(format!("The bargain that shares the gain best, by Nash’s measure: {fair}."));
    }
    sentences.extend(likeliest(packages));
    sentences.extend(at_stops_only(case));
    sentences.extend(three_tests.and_then(|tests| tests.sentences.first().cloned()));
    sentences
}

fn today(deals: &Findings) -> String {
    let central = &deals.central;
    match central.zone_count {
        _ if !central.has_zone() => {
            "No deal on the table would be signed by all, if every judgement in the case is taken at its middle.".to_owned()
        }
        Some(n) => words::sentence(&format!(
            "{} of {} would be signed by all, if every judgement in the case is taken at its middle.",
            words::plural(n, "package", "packages"),
            words::count(deals.outcomes),
        )),
        None => "There are packages that all would sign, if every judgement in the case is taken at its middle; they \
                 are too many to count."
            .to_owned(),
    }
}

fn over_the_draws(deals: &Findings) -> String {
    let zone = deals.acceptability.zone;
    match zone.hits {
        0 => format!(
            "Nor does one exist in any of the {} worlds drawn (at most {}).",
            words::count(u128::from(zone.draws)),
            words::percent_to_tenths(zone.interval()[1])
        ),
        hits if hits == zone.draws => format!(
            "One exists in every one of the {} worlds drawn (at least {}).",
            words::count(u128::from(zone.draws)),
            words::percent_to_tenths(zone.interval()[0])
        ),
        _ => format!(
            "Over all that the case leaves open, one exists in {} of the worlds drawn ({}).",
            words::percent(zone.value()),
            words::interval(zone)
        ),
    }
}

fn in_the_way(case: &Case, obstacles: &Obstacles) -> Option<String> {
    let names: Vec<String> =
        obstacles.issues.iter().take(3).map(|id| words::the(&case.issue(*id).name)).collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(format!("What stands in the way: {only}.")),
        [most, rest @ ..] => {
            Some(format!("What stands in the way: {most} (most), then {}.", words::list(rest)))
        }
    }
}

fn smallest_opening(obstacles: &Obstacles) -> String {
    let ways: Vec<String> = obstacles.openings.iter().map(|way| words::list(&way.concessions)).collect();
    match (obstacles.openings.first().map(|way| way.concessions.len()), ways.as_slice()) {
        (None, _) => "No set of concessions on the issues would open the way: what cannot go together, or ratification at \
                      home, still forbids every package."
            .to_owned(),
        (Some(1), ways) => format!("One concession would open the way: {}.", ways.join(", or ")),
        (Some(n), [only]) => format!("The smallest opening takes {n} concessions: {only}."),
        (Some(n), ways) => format!("The smallest opening takes {n} concessions: either {}.", ways.join("; or ")),
    }
}

/// What lies between the stops of a continuous issue is not searched.
fn at_stops_only(case: &Case) -> Option<String> {
    let issues = case.issues.iter().filter(|issue| issue.continuous);
    let names: Vec<String> = issues.map(|issue| words::the(&issue.name)).collect();
    (!names.is_empty()).then(|| {
        format!(
            "On {}, packages are looked for at the stops only, the ends of the range, the bends of positions and red lines, so what \
             lies between may be better.",
            words::list(&names)
        )
    })
}

fn likeliest(packages: &[Package]) -> Option<String> {
    let best = packages.first().filter(|package| package.all.hits > 0)?;
    let alike: Vec<&str> = packages
        .iter()
        .skip(1)
        .filter(|package| package.all.hits == best.all.hits)
        .map(|package| package.letter.as_str())
        .collect();
    if !alike.is_empty() {
        let more = if alike.len() + 1 == packages.len() { ", and others may be as well" } else { "" };
        return Some(format!(
            "{} are acceptable to all equally often, in {} of the worlds drawn{more}; {} is {}.",
            words::list(&[&[best.letter.as_str()], alike.as_slice()].concat()),
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
