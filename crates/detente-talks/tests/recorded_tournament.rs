//! The scores and the game of a recorded tournament of another program, where the definitions are the same.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use detente_deals::DealSpaceBuilder;
use detente_games::replicator::{even, trajectory};
use detente_talks::Scenario;
use detente_talks::replay::seated;
use detente_talks::tournament::{
    Arena, Contender, LANDMARKS, Landmarks, Results, Rules, Standing, Tournament,
};
use serde_json::Value;

fn read(value: &Value) -> Vec<f64> {
    serde_json::from_value(value.clone()).unwrap()
}

/// The recorded tournament, and ours of the same scenarios and strategies.
fn recorded() -> Option<(Value, Tournament)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/talks/tournament.json");
    let recorded: Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).unwrap();
    let arena = |(name, scenario): (&String, &Value)| {
        let sizes = || {
            scenario["issues"]
                .as_array()
                .unwrap()
                .iter()
                .map(|issue| issue["values"].as_array().unwrap().len())
        };
        let names: Vec<String> = (0..sizes().count()).map(|k| k.to_string()).collect();
        let mut builder = Scenario::over(sizes());
        let mut space = DealSpaceBuilder::new(names.iter().map(String::as_str).zip(sizes()));
        for (p, party) in scenario["parties"].as_array().unwrap().iter().enumerate() {
            let tables: Vec<Vec<f64>> = serde_json::from_value(party["tables"].clone()).unwrap();
            let no_deal = party["reserve"].as_f64().unwrap();
            builder.party("", no_deal, tables.clone());
            space.party(&p.to_string(), no_deal, tables);
        }
        let scenario = builder.listing_all().build().unwrap();
        let landmarks = Landmarks::of(&space.build().unwrap(), &scenario);
        Arena { landmarks, ..Arena::unmeasured(name.clone(), scenario) }
    };
    let arenas = recorded["scenarios"].as_object().unwrap().iter().map(arena).collect();
    let contender = |(name, strategy): (&String, &Value)| {
        let strategy = strategy.clone();
        assert!(seated(&strategy, 0).is_ok());
        Contender::new(name.clone(), false, move |seat, _| seated(&strategy, seat).unwrap())
    };
    let contenders = recorded["competitors"].as_object().unwrap().iter().map(contender).collect();
    let rules = Rules { rounds: recorded["n_steps"].as_u64().unwrap() as u32, ..Rules::default() };
    let tournament = Tournament::new(arenas, contenders, rules).unwrap();
    Some((recorded, tournament))
}

#[test]
fn every_score_with_the_same_definition_is_the_same() {
    let Some((recorded, tournament)) = recorded() else { return };
    assert_eq!(tournament.negotiations(), 128);
    let found = Results::of(&tournament, &tournament.hold_all(None).unwrap());
    for Standing { name, advantage, utility, welfare, to_frontier, to_solutions, .. } in &found.standings {
        let is = |key: &str, told: f64| {
            let theirs = recorded["mean_scores"][name][key].as_f64().unwrap();
            assert!((told - theirs).abs() < 1e-12, "{name}, {key}: {told} for {theirs}");
        };
        is("advantage", advantage.mean);
        is("utility", utility.mean);
        is("welfare", welfare.mean);
        // What it calls optimality is one less the distance, as a share of the same diagonal. Its Kalai–Smorodinsky point is another than the paper's.
        is("pareto_optimality", 1.0 - to_frontier.unwrap().mean);
        let to =
            |key: &str| to_solutions[LANDMARKS.iter().position(|known| *known == key).unwrap()].unwrap().mean;
        is("nash_optimality", 1.0 - to("nash"));
        is("kalai_optimality", 1.0 - to("egalitarian"));
        let theirs = recorded["final_scores"][name].as_f64().unwrap();
        assert!((advantage.mean - theirs).abs() < 1e-12);
    }
    let order: Vec<&str> = found.standings.iter().map(|standing| standing.name.as_str()).collect();
    assert_eq!(order, ["Boulware", "Linear", "NaiveTFT", "Conceder"]);
}

#[test]
fn the_game_is_the_same() {
    let Some((recorded, tournament)) = recorded() else { return };
    let found = Results::of(&tournament, &tournament.hold_all(None).unwrap());
    let game = found.game().unwrap();
    let names: Vec<&str> = tournament.contenders().iter().map(Contender::name).collect();
    let matrix = recorded["payoff"]["matrix"].as_array().unwrap();
    for (row, theirs) in game.payoffs.rows().iter().zip(matrix) {
        assert!(row.iter().zip(read(theirs)).all(|(a, b)| (a - b).abs() < 1e-12));
    }
    let called = |places: &[usize]| places.iter().map(|place| names[*place]).collect::<Vec<_>>();
    assert_eq!(serde_json::json!(called(&game.pure)), recorded["pure_symmetric_nash"]);
    assert_eq!(serde_json::json!(called(&game.survivors)), recorded["iterated_strict_dominance_survivors"]);
    assert!((game.regret_of_even - recorded["regret_uniform"].as_f64().unwrap()).abs() < 1e-12);
    for (place, (strategy, _)) in game.last_standing.iter().enumerate() {
        assert_eq!(recorded["sequential_elimination"][names[*strategy]], place + 1);
    }
    // Its time is counted in payoffs as they are, ours in payoffs over their range.
    let path = trajectory(&game.payoffs, &even(4), 100);
    for (t, theirs) in
        read(&recorded["replicator"]["t"]).iter().zip(recorded["replicator"]["x"].as_array().unwrap())
    {
        let at = t * game.payoffs.range();
        let (before, share) = (at.floor() as usize, at.fract());
        for (k, theirs) in read(theirs).iter().enumerate() {
            let ours = (1.0 - share) * path[before][k] + share * path[before + 1][k];
            assert!((ours - theirs).abs() < 1e-2, "at {t}: {ours} for {theirs}");
        }
    }
}

/// Its paired t, over scenarios and who speaks first, worked out from our traces; ours compares over scenarios and roles, and comes to the same differences.
#[test]
fn the_differences_are_the_same() {
    let Some((recorded, tournament)) = recorded() else { return };
    let found = Results::of(&tournament, &tournament.hold_all(None).unwrap());
    let place = |name: &Value| tournament.contenders().iter().position(|one| *name == one.name()).unwrap();
    let mut rows: Vec<(usize, (usize, usize), f64)> = Vec::new();
    for pairing in tournament.pairings() {
        for (contender, seat) in pairing.contenders.iter().zip(tournament.traced(pairing).seats) {
            let advantage = (seat.utility - seat.no_deal) / (seat.most - seat.no_deal);
            rows.push((*contender, (pairing.arena, pairing.rotation), advantage));
        }
    }
    let of = |contender: usize, unit: (usize, usize)| {
        let of = rows.iter().filter(|row| (row.0, row.1) == (contender, unit)).map(|row| row.2);
        of.clone().sum::<f64>() / of.count() as f64
    };
    let units: Vec<(usize, usize)> = (0..4).flat_map(|arena| [(arena, 0), (arena, 1)]).collect();
    for pair in recorded["paired_t_by_scenario"].as_array().unwrap() {
        let (a, b) = (place(&pair["strategy_a"]), place(&pair["strategy_b"]));
        let differences: Vec<f64> = units.iter().map(|unit| of(a, *unit) - of(b, *unit)).collect();
        let n = differences.len() as f64;
        let mean = differences.iter().sum::<f64>() / n;
        let variance = differences.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / (n - 1.0);
        let theirs = pair["statistic"].as_f64().unwrap();
        assert!((mean / (variance / n).sqrt() - theirs).abs() < 1e-6, "{pair}");
        let ours = found
            .significance
            .comparisons
            .iter()
            .find(|one| [one.better, one.worse].iter().all(|c| [a, b].contains(c)));
        let ours = ours.unwrap();
        assert!((ours.difference - mean.abs()).abs() < 1e-12 && (ours.better == a) == (mean > 0.0));
    }
}
