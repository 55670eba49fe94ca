//! Where things stand, in a few sentences that a mediator reads first.

use detente_deals::{Condition, Findings, Share, ZoneCount};
use detente_model::Case;

use super::sentence::Sentence;
use crate::brief::{LeadingPackage, Obstacles, WayOut};
use crate::words;

/// Packages that are named in one sentence; of more the first is named and the others are counted.
const NAMED: usize = 3;

pub(super) fn sentences(
    case: &Case,
    deals: &Findings,
    packages: &[LeadingPackage],
    obstacles: &Obstacles,
) -> Vec<Sentence> {
    let mut sentences = vec![today(deals)];
    sentences.push(over_the_draws(deals));
    if deals.central.exists() == Some(false) {
        sentences.push(obstacles.blockers.summary.clone());
        sentences.extend(other_ways(obstacles).map(Sentence::from));
        sentences.push(match deals.central.openings.value() {
            Some(_) => smallest_opening(case, obstacles),
            None => words::OPENING_NOT_KNOWN.into(),
        });
    } else if let Some(nash) = deals.central.chosen().and_then(|solutions| solutions.nash.as_ref()) {
        let fair = words::package(case, &nash.point.package);
        let told = Sentence::from("The bargain that shares the gain best, by Nash’s measure: ");
        sentences.push(told.figure(&fair, NASH).and("."));
    }
    sentences.extend(doubtful_line(case, deals));
    sentences.extend(likeliest(packages));
    sentences.extend(at_stops_only(case, deals).map(Sentence::from));
    sentences
}

/// What the figures of the headline go by.
const ZONE: &str = "zone";
const ZONE_COUNT: &str = "zone_count";
const NASH: &str = "solutions.nash";

fn today(deals: &Findings) -> Sentence {
    let central = &deals.central;
    if central.exists().is_none() {
        let most = central.zone_count.at_most();
        let given_up = Sentence::whole(
            "Whether any package would be signed by all is not known, if every judgement in the case is taken at its middle: the \
             search was given up.",
            ZONE_COUNT,
        );
        return match most {
            Some(most) => {
                given_up.and(" No more than ").figure(&words::large(most), ZONE_COUNT).and(" would be.")
            }
            None => given_up,
        };
    }
    let middle = ", if every judgement in the case is taken at its middle.";
    if central.exists() == Some(false) {
        return Sentence::whole(&format!("No deal on the table would be signed by all{middle}"), ZONE_COUNT);
    }
    if central.zone_count == ZoneCount::Unlimited {
        return Sentence::whole(&format!("There are packages that all would sign{middle}"), ZONE_COUNT);
    }
    Sentence::default()
        .figure(&words::sentence(&words::zone_count(&central.zone_count)), ZONE_COUNT)
        .and(&format!(" of {} would be signed by all{middle}", words::large(&deals.packages)))
}

fn over_the_draws(deals: &Findings) -> Sentence {
    let zone = deals.acceptability.zone;
    let not_known = deals.acceptability.zone_not_known;
    if not_known > 0 {
        let low = zone.interval()[0];
        let high = Share::of(zone.hits + not_known, zone.draws).interval()[1];
        return Sentence::from("Over all that the case leaves open, one exists in ")
            .figure(&words::percent(low), ZONE)
            .and(" to ")
            .figure(&words::percent(high), ZONE)
            .and(&format!(
                " of the worlds drawn: in {} of {} the search for one was given up.",
                words::count(not_known),
                words::plural(zone.draws, "world", "worlds"),
            ));
    }
    let drawn = words::count(zone.draws);
    match zone.hits {
        0 => Sentence::from(format!("Nor does one exist in any of the {drawn} worlds drawn (at most "))
            .figure(&words::percent_to_tenths(zone.interval()[1]), ZONE)
            .and(")."),
        hits if hits == zone.draws => {
            Sentence::from(format!("One exists in every one of the {drawn} worlds drawn (at least "))
                .figure(&words::percent_to_tenths(zone.interval()[0]), ZONE)
                .and(").")
        }
        _ => Sentence::from("Over all that the case leaves open, one exists in ")
            .figure(&words::percent(zone.value()), ZONE)
            .and(&format!(" of the worlds drawn ({}).", words::interval(zone))),
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
fn doubtful_line(case: &Case, deals: &Findings) -> Option<Sentence> {
    let central = &deals.central;
    if central.exists() != Some(true) {
        return None;
    }
    let most = deals.acceptability.blockers.of.first()?;
    let Condition::RedLine { principal, issue } = most.condition else { return None };
    super::blockers::is_doubtful(case, &central.space, principal, issue).then(|| {
        let path = || [super::obstacles::position(case, central.space.actors()[principal].actor, issue)];
        Sentence::from(format!(
            "Where none exists, it is most often for {}, if it is meant: alone in ",
            super::blockers::condition(case, &central.space, most.condition)
        ))
        .figure_of(&words::percent(most.only.value()), super::blockers::blocker_id(0), path())
        .and(" of the worlds drawn, as one of several in ")
        .figure_of(&words::percent(most.one_of_several.value()), super::blockers::blocker_id(0), path())
        .and(".")
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

fn smallest_opening(case: &Case, obstacles: &Obstacles) -> Sentence {
    // A single concession goes by its place among all that were looked at.
    let id = |place: usize, way: &WayOut| {
        let step = obstacles.steps.iter().position(|step| way.concessions == [step.text.as_str()]);
        step.map_or_else(|| format!("openings.{}", place + 1), concession_id)
    };
    let priced = |(place, way): (usize, &WayOut)| {
        Sentence::from(format!("{}, at a cost of ", words::list(&way.concessions))).figure_of(
            &words::value(way.cost),
            id(place, way),
            way.paths.clone(),
        )
    };
    let opening =
        match (obstacles.openings.first().map(|way| way.concessions.len()), obstacles.openings.len()) {
            (None, _) => {
                let forbids = what_forbids(case);
                return format!("No set of concessions on the issues would open the way: {forbids}.").into();
            }
            (Some(1), _) => "The cheapest concession on an issue that would open the way: ".to_owned(),
            (Some(n), 1) => format!("The smallest opening takes {n} concessions: "),
            (Some(n), _) => format!("The smallest opening takes {n} concessions: either "),
        };
    let ways = obstacles.openings.iter().enumerate().map(priced);
    Sentence::from(opening).then_all(ways, "; or ").and(".")
}

/// What a concession goes by, at a place among all that were looked at.
pub(crate) fn concession_id(place: usize) -> String {
    format!("concessions.{}", place + 1)
}

/// What the share of the worlds goes by in which a package is acceptable to all.
pub(crate) fn package_id(letter: &str) -> String {
    format!("packages.{letter}")
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

fn likeliest(packages: &[LeadingPackage]) -> Option<Sentence> {
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
        return Some(
            Sentence::from(format!("{alike_told} are acceptable to all equally often, in "))
                .figure(&words::percent(best.all.value()), package_id(&best.letter))
                .and(&format!(" of the worlds drawn; {} is {}.{more}", best.letter, best.label)),
        );
    }
    Some(
        Sentence::from(format!("The package most often acceptable to all is {}, in ", best.letter))
            .figure(&words::percent(best.all.value()), package_id(&best.letter))
            .and(&format!(" of the worlds drawn: {}.", best.label)),
    )
}
