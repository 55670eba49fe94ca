//! What votes carry, whose vote decides, and which coalitions carry or block.

use detente_collective::CollectiveError;
use detente_collective::rules::{self, Ballot, Beaten, Carries, Ends, Vote};
use detente_model::{Band, Share};
use rayon::prelude::*;

use super::in_world::InWorld;
use super::{BesideOthers, BodyVote, CarriesAhead, Coalitions, Over, Seen, band_on};

/// Actors up to which coalitions are gone through one by one.
const LISTED_ACTORS: usize = 18;
/// Coalitions that are listed.
const LISTED: usize = 12;

/// Comparisons of one thing with another by one actor over which worlds are spread in which everything listed is set beside everything else.
const COMPARED: usize = 100_000_000;

/// A vote of one world: who votes how, whether it passes, and whose ballot decides.
type Held = (Vote, bool, Vec<bool>);

/// The vote on a decision, given as shares of the scales, against what `now` says of how things stand; `None` where nothing is known of that.
pub(super) fn on(
    over: &Over<'_>,
    decision: &[f64],
    now: impl Fn(&InWorld) -> Vec<Option<f64>>,
) -> Option<BodyVote> {
    let votes: Vec<Held> = over
        .seen
        .iter()
        .filter_map(|seen| {
            let status_quo = now(&seen.at);
            if status_quo.iter().all(Option::is_none) {
                return None;
            }
            let vote = Vote::between(&seen.at.body, &status_quo, decision, &seen.at.lets_pass);
            let (passes, decides) = (vote.passes(&seen.at.rule), vote.decides(&seen.at.rule));
            Some((vote, passes, decides))
        })
        .collect();
    let all = votes.len() as u64;
    if all == 0 {
        return None;
    }
    let share =
        |so: &dyn Fn(&Held) -> bool| Share::of(votes.iter().filter(|vote| so(vote)).count() as u64, all);
    let actors = 0..over.collective.actors.len();
    let ballots = actors.clone().map(|actor| {
        [Ballot::For, Ballot::Abstains, Ballot::Against]
            .map(|ballot| share(&|vote| vote.0.ballots()[actor] == ballot))
    });
    Some(BodyVote {
        passes: share(&|vote| vote.1),
        ballots: ballots.collect(),
        decides: actors.map(|actor| share(&|vote| vote.2[actor])).collect(),
    })
}

/// What could be carried on an issue against things as they are.
pub(super) fn carries(over: &Over<'_>, at: usize) -> Option<CarriesAhead> {
    let issue = &over.collective.issues[at];
    let found = |seen: &Seen| {
        let now = seen.at.status_quo[at]?;
        Some(Carries::on(&seen.at.body, at, &seen.at.rule, now, &seen.at.lets_pass))
    };
    found(over.central)?;
    let carries: Vec<Carries> = over.seen.iter().filter_map(found).collect();
    let band =
        |of: fn(&Carries) -> f64| Band::of(carries.iter().map(of).collect()).map(|band| band_on(issue, band));
    Some(CarriesAhead {
        anything: Share::of(carries.iter().filter(|one| one.anything()).count() as u64, carries.len() as u64),
        low: band(|one| one.low),
        high: band(|one| one.high),
    })
}

/// How often there are places against which nothing could be carried, and from where to where they go.
pub(super) fn core(over: &Over<'_>, at: usize) -> (Share, Option<Band>, Option<Band>) {
    let issue = &over.collective.issues[at];
    let found = |seen: &Seen| rules::core(&seen.at.body, at, &seen.at.rule);
    let end =
        |of: fn((f64, f64)) -> f64| over.band(|seen| found(seen).map(of)).map(|band| band_on(issue, band));
    (over.share(|seen| Some(found(seen).is_some())), end(|core| core.0), end(|core| core.1))
}

/// From where to where the uncovered set goes.
pub(super) fn uncovered(over: &Over<'_>, at: usize) -> (Option<Band>, Option<Band>) {
    let issue = &over.collective.issues[at];
    let found = |seen: &Seen| rules::uncovered(&seen.at.body, at, &seen.at.rule);
    let end =
        |of: fn((f64, f64)) -> f64| over.band(|seen| found(seen).map(of)).map(|band| band_on(issue, band));
    (end(|ends| ends.0), end(|ends| ends.1))
}

/// How each of a few places of an issue stands beside the others.
pub(super) fn places_compared(over: &Over<'_>, at: usize, places: &[f64]) -> Option<Vec<BesideOthers>> {
    compared(over, places.len(), |of| {
        let stands = |actor: usize| of.body.position(actor)[at];
        let worth = |place: &f64| {
            (0..of.body.len()).map(|actor| -(place - stands(actor)).abs()).collect::<Vec<f64>>()
        };
        places.iter().map(worth).collect()
    })
}

/// How the package that each actor wants stands beside those of the others, and beside things as they are where all of that is known.
pub(super) fn packages_compared(over: &Over<'_>) -> Option<Vec<BesideOthers>> {
    let actors = over.collective.actors.len();
    let mut beside = compared(over, actors + 1, |of| {
        let worth = |package: &[f64]| -> Vec<f64> {
            let loss = |actor: usize| -> f64 {
                let stands = of.body.position(actor).iter().zip(of.body.salience(actor));
                stands.zip(package).map(|((at, cares), place)| cares * (at - place).abs()).sum()
            };
            (0..actors).map(|actor| -loss(actor)).collect()
        };
        let now: Option<Vec<f64>> = of.status_quo.iter().copied().collect();
        let mut all: Vec<Vec<f64>> = (0..actors).map(|actor| worth(of.body.position(actor))).collect();
        all.extend(now.map(|now| worth(&now)));
        all
    })?;
    beside.truncate(actors);
    Some(beside)
}

/// Everything that is listed in a world, by what it is worth to each actor, set beside everything else in it; `None` where that would be more than is looked at.
fn compared(
    over: &Over<'_>,
    listed: usize,
    worth: impl Fn(&InWorld) -> Vec<Vec<f64>> + Sync,
) -> Option<Vec<BesideOthers>> {
    let each = listed * listed * (listed + over.collective.actors.len());
    let worlds = (COMPARED / each.max(1)).min(over.seen.len());
    if worlds == 0 || listed == 0 {
        return None;
    }
    let look = |seen: &Seen| -> Vec<(bool, bool)> {
        let beaten = Beaten::of(&worth(&seen.at), &seen.at.rule);
        let mut found = vec![(false, false); listed];
        beaten.core().for_each(|at| found[at].0 = true);
        beaten.uncovered().for_each(|at| found[at].1 = true);
        found
    };
    let found: Vec<Vec<(bool, bool)>> = over.seen[..worlds].par_iter().map(look).collect();
    let share = |at: usize, of: fn(&(bool, bool)) -> bool| {
        Share::of(found.iter().filter(|world| of(&world[at])).count() as u64, worlds as u64)
    };
    let beside =
        |at: usize| BesideOthers { unbeaten: share(at, |one| one.0), uncovered: share(at, |one| one.1) };
    Some((0..listed).map(beside).collect())
}

/// Neighbours that carry by themselves, and the fewest from either end that block, in the central world.
pub(super) fn neighbours(over: &Over<'_>, at: usize) -> (Vec<Vec<usize>>, [Vec<usize>; 2]) {
    let ends = Ends::on(&over.central.at.body, at, &over.central.at.rule);
    (ends.carrying, [ends.blocking_low, ends.blocking_high])
}

/// The smallest coalitions of the central world, whoever stands where.
pub(super) fn coalitions(over: &Over<'_>) -> Result<Option<Coalitions>, CollectiveError> {
    let rule = &over.central.at.rule;
    let actors = rule.len();
    if actors > LISTED_ACTORS {
        return Ok(None);
    }
    let listed = |mut all: Vec<Vec<usize>>| {
        let count = all.len();
        all.truncate(LISTED);
        (count, all)
    };
    let mut power = vec![0_u64; actors];
    for members in 0..1_u32 << actors {
        if !rule.carries(|actor| members & (1 << actor) != 0) {
            continue;
        }
        for (actor, turns) in power.iter_mut().enumerate().filter(|(actor, _)| members & (1 << actor) != 0) {
            let without = members & !(1 << actor);
            *turns += u64::from(!rule.carries(|other| without & (1 << other) != 0));
        }
    }
    let (carrying, blocking) = (listed(rules::carrying(rule)?), listed(rules::blocking(rule)?));
    Ok(Some(Coalitions { carrying, blocking, power }))
}
