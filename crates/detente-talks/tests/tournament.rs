//! Tournaments: the table is what its own traces give, and nothing hangs on threads, on orders, on names, or on where it was broken off.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use detente_deals::{DealSpace, DealSpaceBuilder};
use detente_talks::tournament::record::{self, RecordError};
use detente_talks::tournament::{
    Arena, Contender, Held, Protocol, Results, Rules, Tournament, TournamentError,
};
use detente_talks::{Scenario, Way, chance_of};
use proptest::prelude::*;
use rand::RngExt;
use serde_json::Value;

/// A deal space of so many parties, with values in hundredths drawn from a seed.
fn space(sizes: &[usize], parties: usize, seed: u64) -> DealSpace {
    let mut chance = chance_of(seed, 0);
    let names: Vec<String> = (0..sizes.len()).map(|k| format!("issue {k}")).collect();
    let mut builder = DealSpaceBuilder::new(names.iter().map(String::as_str).zip(sizes.iter().copied()));
    for party in 0..parties {
        let mut row = |size: usize| -> Vec<f64> {
            (0..size).map(|_| f64::from(chance.random_range(0..=50_u32)) / 100.0).collect()
        };
        let tables: Vec<Vec<f64>> = sizes.iter().map(|size| row(*size)).collect();
        builder.party(&format!("party {party}"), f64::from(chance.random_range(0..30_u32)) / 100.0, tables);
    }
    builder.build().unwrap()
}

fn arena(name: &str, sizes: &[usize], parties: usize, seed: u64) -> Arena {
    Arena::of(name, &space(sizes, parties, seed), []).unwrap()
}

fn contenders(names: &[&str]) -> Vec<Contender> {
    names.iter().map(|name| Contender::of(name.parse().unwrap())).collect()
}

fn arenas() -> Vec<Arena> {
    vec![arena("small", &[4, 3, 2], 2, 1), arena("three", &[3, 3], 3, 2), arena("wide", &[6, 5, 3], 2, 3)]
}

const WAYS: [&str; 5] = ["boulware", "micro", "conceder", "random", "hybrid"];

fn tournament(ways: &[&str], rules: Rules) -> Tournament {
    Tournament::new(arenas(), contenders(ways), rules).unwrap()
}

fn short() -> Rules {
    Rules { rounds: 15, repetitions: 3, ..Rules::default() }
}

fn results(tournament: &Tournament) -> Results {
    Results::of(tournament, &tournament.hold_all(None).unwrap())
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * (1.0 + a.abs())
}

/// The mean of values, each so many times.
fn mean(values: &[(f64, f64)]) -> f64 {
    values.iter().map(|(value, times)| value * times).sum::<f64>()
        / values.iter().map(|(_, times)| times).sum::<f64>()
}

/// A scenario and the place of a party.
type Unit = (String, u64);
/// Values, and as how many each counts.
type Counted = Vec<(f64, f64)>;
/// Five scores of a negotiation, and as how many it counts.
type Scores = Vec<([f64; 5], f64)>;

/// Means over scenario and party of means within: the table, from nothing but what traces say.
#[test]
fn the_table_is_what_its_traces_give() {
    for protocol in [Protocol::Alternating, Protocol::Simultaneous, Protocol::Tau] {
        let tournament = tournament(&WAYS, Rules { protocol, ..short() });
        let found = results(&tournament);
        let traces: Vec<Value> = tournament
            .pairings()
            .iter()
            .map(|pairing| serde_json::to_value(tournament.traced(pairing)).unwrap())
            .collect();
        let mut scores: BTreeMap<String, BTreeMap<Unit, Scores>> = BTreeMap::new();
        let mut payoffs: BTreeMap<(String, String), BTreeMap<Unit, Counted>> = BTreeMap::new();
        for trace in &traces {
            let seats = trace["seats"].as_array().unwrap();
            let number = |seat: &Value, key: &str| seat[key].as_f64().unwrap();
            let welfare = seats.iter().map(|seat| number(seat, "utility")).sum::<f64>() / seats.len() as f64;
            let agreed = f64::from(u8::from(trace["end"] == "agreement"));
            let rounds = trace["rounds"].as_f64().unwrap();
            let times = trace["times"].as_f64().unwrap();
            for (at, seat) in seats.iter().enumerate() {
                let (utility, no_deal) = (number(seat, "utility"), number(seat, "no_deal"));
                let advantage = (utility - no_deal) / (number(seat, "most") - no_deal);
                let way = seat["way"].as_str().unwrap().to_owned();
                let unit = (trace["scenario"].as_str().unwrap().to_owned(), seat["place"].as_u64().unwrap());
                let all = [advantage, utility, welfare, agreed, rounds];
                scores.entry(way.clone()).or_default().entry(unit.clone()).or_default().push((all, times));
                for other in
                    seats.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other)
                {
                    let against = (way.clone(), other["way"].as_str().unwrap().to_owned());
                    payoffs
                        .entry(against)
                        .or_default()
                        .entry(unit.clone())
                        .or_default()
                        .push((advantage, times));
                }
            }
            // The last thing said in talks that were agreed on is a yes, and what was agreed was offered.
            if agreed == 1.0 && protocol == Protocol::Alternating {
                let said = trace["said"].as_array().unwrap();
                assert_eq!(said[said.len() - 1][3], "accept");
                assert!(said.iter().any(|row| row[4] == trace["package"]));
            }
        }
        for standing in &found.standings {
            let units = &scores[&standing.name];
            let of = |k: usize| {
                let within = units.values().map(|all| {
                    mean(&all.iter().map(|(scores, times)| (scores[k], *times)).collect::<Vec<_>>())
                });
                within.sum::<f64>() / units.len() as f64
            };
            let told = [
                &standing.advantage,
                &standing.utility,
                &standing.welfare,
                &standing.agreement,
                &standing.rounds,
            ];
            for (k, told) in told.into_iter().enumerate() {
                assert!(
                    near(told.mean, of(k)),
                    "{protocol:?}, {}, {k}: {} for {}",
                    standing.name,
                    told.mean,
                    of(k)
                );
            }
        }
        for (i, row) in found.payoffs.iter().enumerate() {
            for (j, told) in row.iter().enumerate() {
                let units = &payoffs[&(WAYS[i].to_owned(), WAYS[j].to_owned())];
                let again = units.values().map(|all| mean(all)).sum::<f64>() / units.len() as f64;
                assert!(near(told.unwrap(), again));
            }
        }
    }
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let tournament = tournament(&WAYS, short());
    let on = |threads: usize| tournament.hold_all(NonZeroUsize::new(threads)).unwrap();
    let one = on(1);
    assert!((2..5).all(|threads| on(threads) == one));
    assert_eq!(one, tournament.hold_all(None).unwrap());
}

/// Standings by name, without places.
fn by_name(found: &Results) -> BTreeMap<String, String> {
    let told = |standing: &detente_talks::tournament::Standing| {
        let mut standing = standing.clone();
        standing.contender = 0;
        (standing.name.clone(), format!("{standing:?}"))
    };
    found.standings.iter().map(told).collect()
}

#[test]
fn the_order_of_ways_and_of_scenarios_changes_no_bit() {
    let turned: Vec<&str> = WAYS.iter().rev().copied().collect();
    let one = results(&tournament(&WAYS, short()));
    assert_eq!(by_name(&one), by_name(&results(&tournament(&turned, short()))));
    let other = Tournament::new(arenas().into_iter().rev().collect(), contenders(&WAYS), short()).unwrap();
    assert_eq!(by_name(&one), by_name(&results(&other)));
}

#[test]
fn names_of_options_and_parties_change_nothing_and_the_order_of_parties_only_whose_role_it_is() {
    let turned = |swap: bool| {
        let mut space = DealSpaceBuilder::new([("price", 4), ("month", 2)]);
        let mut sides = vec![
            ("seller", 0.4, [vec![0.0, 0.3, 0.5, 0.7], vec![0.3, 0.0]]),
            ("buyer", 0.3, [vec![0.6, 0.45, 0.3, 0.0], vec![0.0, 0.4]]),
        ];
        if swap {
            sides.reverse();
        }
        for (name, no_deal, tables) in sides {
            space.party(name, no_deal, tables);
        }
        let space = space.build().unwrap();
        let arena = Arena::of("house", &space, if swap { ["b", "a"] } else { ["one", "two"] }).unwrap();
        let ways = contenders(&["boulware", "conceder", "linear", "hybrid"]);
        results(&Tournament::new(vec![arena.named(Vec::new())], ways, short()).unwrap())
    };
    assert_eq!(by_name(&turned(false)), by_name(&turned(true)));
}

#[test]
fn what_goes_the_same_every_time_is_held_once_and_counts_as_often() {
    let ways = ["boulware", "conceder", "tough"];
    let once = tournament(&ways, Rules { repetitions: 1, ..short() });
    let often = tournament(&ways, Rules { repetitions: 7, ..short() });
    assert_eq!(once.pairings().len(), often.pairings().len());
    assert_eq!(often.negotiations(), 7 * once.negotiations());
    let told = |tournament: &Tournament| {
        results(tournament).standings.iter().map(|standing| standing.advantage).collect::<Vec<_>>()
    };
    assert!(told(&once).iter().zip(told(&often)).all(|(a, b)| near(a.mean, b.mean)));
    let chancy = tournament(&["boulware", "random"], Rules { repetitions: 7, ..short() });
    assert_eq!(chancy.pairings().iter().filter(|pairing| pairing.times == 7).count(), 2 + 3 + 2);
    assert_eq!(chancy.negotiations(), 7 * (2 * 8 + 3 * 8));
}

#[test]
fn without_self_play_nobody_meets_itself_and_there_is_no_game() {
    let found = tournament(&["boulware", "linear", "tough"], Rules { self_play: false, ..short() });
    assert!(found.pairings().iter().all(|pairing| {
        let seats = &pairing.contenders;
        (1..seats.len()).all(|seat| !seats[..seat].contains(&seats[seat]))
    }));
    let results = results(&found);
    assert!((0..3).all(|i| results.payoffs[i][i].is_none()) && results.payoffs[0][1].is_some());
    assert!(results.game().is_none());
}

/// Broken off after any number of bytes, a tournament goes on to the same end.
#[test]
fn a_record_cut_anywhere_is_gone_on_from() {
    let tournament = tournament(&["boulware", "micro"], Rules { repetitions: 2, ..short() });
    let held = tournament.hold_all(None).unwrap();
    let mut whole = record::header(&tournament, false);
    // Threads end in any order.
    let mut order: Vec<usize> = (0..held.len()).collect();
    order.reverse();
    for place in order {
        whole.push_str(&record::line(&tournament, place, &held[place]));
    }
    for cut in (0..=whole.len()).filter(|cut| *cut < 400 || cut.is_multiple_of(37) || *cut + 3 > whole.len())
    {
        let read = record::read(&tournament, false, &whole.as_bytes()[..cut]).unwrap();
        assert!(read.whole <= cut && (read.whole == 0 || whole.as_bytes()[read.whole - 1] == b'\n'));
        let known = read.held.iter().flatten().count();
        assert_eq!(known, whole[..read.whole].lines().count().saturating_sub(1));
        let again: Vec<Held> = tournament
            .hold_with::<TournamentError>(None, |place, hold| Ok(read.held[place].unwrap_or_else(hold)))
            .unwrap();
        assert_eq!(again, held);
    }
}

#[test]
fn a_record_of_something_else_is_refused() {
    let tournament = tournament(&["boulware", "linear"], short());
    let refused = |record: &[u8]| record::read(&tournament, false, record).unwrap_err();
    let other =
        Tournament::new(arenas(), contenders(&["boulware", "linear"]), Rules { seed: 2, ..short() }).unwrap();
    let told = refused(record::header(&other, false).as_bytes()).to_string();
    assert!(told.contains("another tournament, of boulware, linear on small, three, wide"), "{told}");
    assert_eq!(refused(b"shopping: eggs, milk\n"), RecordError::NoRecord);
    assert_eq!(refused(b"shop"), RecordError::NoRecord);
    assert_eq!(refused(record::header(&tournament, true).as_bytes()), RecordError::Timed(true));
    let held = tournament.hold_all(None).unwrap();
    let (first, line) = (record::header(&tournament, false), record::line(&tournament, 3, &held[3]));
    for damaged in [line.replace("\"negotiation\":3", "\"negotiation\":300000"), line.replacen('{', "", 1)] {
        let record = format!("{first}{line}{damaged}{line}");
        assert_eq!(refused(record.as_bytes()), RecordError::Line(3));
    }
}

#[test]
fn what_cannot_be_is_said() {
    let refused = |arenas: Vec<Arena>, ways: &[&str], rules: Rules| {
        Tournament::new(arenas, contenders(ways), rules).unwrap_err()
    };
    let two = || vec![arena("two", &[3, 3], 2, 1)];
    assert_eq!(refused(Vec::new(), &WAYS, short()), TournamentError::NoScenario);
    assert_eq!(refused(two(), &[], short()), TournamentError::NoContender);
    assert_eq!(
        refused(two(), &["linear", "linear"], short()),
        TournamentError::EnteredTwice("linear".to_owned())
    );
    assert_eq!(
        refused(vec![arena("alone", &[3], 1, 1)], &WAYS, short()),
        TournamentError::OneParty("alone".to_owned())
    );
    let alone = refused(two(), &["linear"], Rules { self_play: false, ..short() });
    assert!(matches!(alone, TournamentError::NobodyToMeet { parties: 2, ways: 1, .. }));
    let eight = vec![arena("eight", &[2], 8, 1)];
    let many = refused(eight, &["boulware", "linear", "conceder", "tough", "micro", "random"], short());
    assert!(matches!(many, TournamentError::TooManyNegotiations { negotiations: 40_310_784, .. }), "{many}");
    assert!(matches!(refused(two(), &WAYS, Rules { rounds: 0, ..short() }), TournamentError::Rounds { .. }));
}

/// All ways on a space that is too large to list, with red lines: every score is a number, and distances are known where the search knows the frontier.
#[test]
fn a_space_too_large_to_list_is_scored_as_well() {
    let mut builder = DealSpaceBuilder::new(
        (0..12).map(|k| (["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"][k], 8)),
    );
    let rising = |weight: f64| (0..8).map(|k| weight * f64::from(k) / 7.0).collect::<Vec<f64>>();
    let falling = |weight: f64| rising(weight).into_iter().rev().collect::<Vec<f64>>();
    builder.party("one", 0.2, (0..12).map(|k| rising(if k < 6 { 0.1 } else { 0.05 })));
    builder.party("two", 0.2, (0..12).map(|k| falling(if k < 6 { 0.05 } else { 0.1 }))).never("a", 7);
    let arena = Arena::of("vast", &builder.build().unwrap(), []).unwrap();
    assert!(arena.landmarks.frontier.is_ok() && arena.landmarks.no_zone == Some(false));
    let ways: Vec<Contender> =
        Way::all().into_iter().filter(|way| *way != Way::NiceTitForTat).map(Contender::of).collect();
    let tournament = Tournament::new(vec![arena], ways, Rules { rounds: 6, ..Rules::default() }).unwrap();
    let found = results(&tournament);
    for role in &found.roles {
        let mean = &role.mean;
        assert!(
            mean.utility.is_finite()
                && mean.advantage.is_finite()
                && mean.to_frontier.is_some_and(f64::is_finite)
        );
        assert!(mean.to_solutions.iter().all(Option::is_some));
    }
    // Nothing to measure by is said, and the rest stays.
    let plain = Scenario::over([3])
        .party("a", 0.0, [vec![0.0, 0.5, 1.0]])
        .party("b", 0.0, [vec![1.0, 0.5, 0.0]])
        .build()
        .unwrap();
    let unmeasured =
        Tournament::new(vec![Arena::unmeasured("pie", plain)], contenders(&["linear"]), short()).unwrap();
    let found = results(&unmeasured);
    assert!(found.standings[0].to_frontier.is_none() && found.standings[0].advantage.mean > 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever somebody does to a record: it is read or refused, and what it says of a negotiation can be said of it.
    #[test]
    fn a_record_that_was_tampered_with_is_read_or_refused(
        at in 0_usize..3_000,
        cut in 0_usize..40,
        put in proptest::collection::vec(any::<u8>(), 0..12),
        digits in any::<bool>(),
    ) {
        let one = Tournament::new(vec![arena("small", &[4, 3, 2], 2, 1)], contenders(&["boulware", "micro"]), short()).unwrap();
        let held = one.hold_all(NonZeroUsize::new(1)).unwrap();
        let mut record = record::header(&one, false).into_bytes();
        for (place, held) in held.iter().enumerate() {
            record.extend(record::line(&one, place, held).bytes());
        }
        let at = at % record.len();
        let put = put.into_iter().map(|byte| if digits { b'0' + byte % 10 } else { byte });
        record.splice(at..(at + cut).min(record.len()), put);
        if let Ok(read) = record::read(&one, false, &record) {
            let held: Vec<Held> = read.held.iter().zip(&held).map(|(read, held)| read.unwrap_or(*held)).collect();
            let found = Results::of(&one, &held);
            prop_assert!(found.standings.iter().all(|standing| standing.advantage.mean.is_finite()));
        }
    }
}
