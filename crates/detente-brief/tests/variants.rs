//! Variants judged together are what each is by itself, to the last digit, whatever sets them apart.

#![allow(clippy::unwrap_used)]

#[path = "../../detente-deals/tests/varied/mod.rs"]
mod varied;

use std::sync::Arc;

use detente_brief::answers::columns::{Cells, ColumnTable};
use detente_brief::{
    AskedCase, Chosen, Measure, Options, Sitting, SittingError, VariantFindings, Variants, WorldFindings,
};
use detente_case::edit::Setting;
use detente_deals::{DealSpace, Search, limits};
use detente_model::{Band, Case, Package, Progress};
use varied::{CROWDED, Chance, another, paths, real, with};

const DRAWS: u64 = 12;
const NO_MEASURES: VariantFindings<'static> = VariantFindings { deals: WorldFindings::Margin, measures: &[] };

/// Variants of a case: with other values of no deal, with other values of any figure, with both.
fn variants(text: &str, chance: &mut Chance) -> Vec<Arc<Case>> {
    let base = detente_case::parse("case.toml", text).unwrap().case;
    let paths = paths(&base);
    let no_deals: Vec<String> = paths.iter().filter(|path| path.ends_with("no_deal")).cloned().collect();
    let mut cases = vec![Arc::new(base)];
    while cases.len() < 40 {
        let mut set: Vec<Setting> = Vec::new();
        for among in [&no_deals, &no_deals, &paths] {
            if chance.below(3) > 0 && !among.is_empty() {
                set.push(another(among, chance));
            }
        }
        cases.extend(with(text, &set));
    }
    cases
}

fn words(case: &Case, package: &Package) -> String {
    let choices = case.describe(package).map(|(issue, option)| format!("{}={option}", issue.id));
    choices.collect::<Vec<_>>().join(",")
}

/// Some packages that the case does not rule out.
fn packages(case: &Case, chance: &mut Chance) -> Vec<Package> {
    let drawn: Vec<Package> = (0..20).map(|_| varied::package(case, chance)).collect();
    let possible = drawn.into_iter().filter(|p| !case.infeasible.iter().any(|rule| rule.when.holds(p)));
    possible.take(2).collect()
}

fn asked(cases: &[Arc<Case>], packages: &[Package]) -> Vec<AskedCase> {
    let packages: Vec<String> = packages.iter().map(|package| words(&cases[0], package)).collect();
    cases.iter().map(|case| AskedCase { case: Arc::clone(case), packages: packages.clone() }).collect()
}

fn cells<'t>(table: &'t ColumnTable, name: &str) -> &'t Cells {
    let found = table.columns.iter().find(|(own, _)| own == name);
    &found.unwrap_or_else(|| panic!("no column {name}")).1
}

fn truths(table: &ColumnTable, name: &str) -> Vec<Option<bool>> {
    let Cells::Truths(cells) = cells(table, name) else { panic!("{name}") };
    cells.clone()
}

fn numbers(table: &ColumnTable, name: &str) -> Vec<Option<f64>> {
    match cells(table, name) {
        Cells::PerhapsNumbers(cells) => cells.clone(),
        Cells::Numbers(cells) => cells.iter().copied().map(Some).collect(),
        _ => panic!("{name}"),
    }
}

/// Each world of each case by itself: a space put together from it, and searched.
fn compare(name: &str, cases: &[Arc<Case>], packages: &[Package]) {
    let options = Options::drawing(1, 5);
    let together = Variants::of(&asked(cases, packages), options).unwrap();
    let found = together.judged(3..3 + DRAWS, NO_MEASURES).unwrap();
    assert_eq!(found.columns.len(), 2 + packages.len() * (cases[0].principals().count() + 1));
    let (zones, margins) = (truths(&found, "zone_exists"), numbers(&found, "margin"));
    let search = Search { effort: Some(limits::CONCESSION), ..Search::default() };
    for (variant, case) in cases.iter().enumerate() {
        let sitting = Sitting::open(Arc::clone(case), options);
        for draw in 0..DRAWS {
            let place = variant * DRAWS as usize + draw as usize;
            let world = sitting.world(Some(3 + draw)).unwrap();
            let space = DealSpace::new(&world).unwrap();
            assert_eq!(zones[place], space.zone_exists().unwrap(), "{name}, variant {variant}, draw {draw}");
            let margin = space.margin(&search).unwrap().map(|margin| margin.value.to_f64());
            assert_eq!(margins[place], margin, "{name}, variant {variant}, draw {draw}");
            for (number, package) in packages.iter().enumerate() {
                for (side, party) in case.principals().enumerate() {
                    let told = truths(&found, &format!("accepts.{number}.{}", case.party(party).id))[place];
                    assert_eq!(told, Some(space.principal_accepts(side, package)), "{name} {variant} {draw}");
                }
                let told = truths(&found, &format!("accepts.{number}.all"))[place];
                assert_eq!(told, Some(space.all_accept(package)), "{name}, variant {variant}, draw {draw}");
            }
        }
    }
}

const VOTE: &str = include_str!("cases/vote.toml");
const TRUCE: &str = include_str!("cases/truce.toml");

#[test]
fn variants_are_what_each_is_by_itself() {
    let mut chance = Chance(7);
    for (name, text) in [("vote", VOTE), ("truce", TRUCE), ("crowded", CROWDED)] {
        let cases = variants(text, &mut chance);
        let packages = packages(&cases[0], &mut chance);
        compare(name, &cases, &packages);
    }
}

#[test]
fn variants_of_real_cases_are_what_each_is_by_itself() {
    let mut chance = Chance(11);
    for (name, text) in real() {
        let cases = variants(&text, &mut chance);
        let packages = packages(&cases[0], &mut chance);
        compare(&name, &cases[..25], &packages);
    }
}

/// How it would be carried out and how long it would last, beside what is said of an open question that hangs on.
const TESTED: &str = concat!(
    include_str!("cases/truce.toml"),
    include_str!("cases/carried_out.toml"),
    include_str!("cases/durability.toml"),
    r#"
[[durability.factors]]
name = "people who come home early"
when = { release = ["all at once", "most at once"] }
hazard_ratio = 0.8
[[prefers]]
of = "north"
this = { guarantee = "none", truce = 60 }
over = { guarantee = "observers", truce = 45 }
[propositions.quiet]
text = "The river stays quiet"
prior = [0.3, 0.6]
when_true = { "exchange.war_gain_per_day.north" = [0, 0.1], "positions.south.no_deal" = 0.4 }
[[claims]]
id = "patrols"
source = "wire"
by = "A patrol"
said = 2024-02-10
reported = 2024-02-10
text = "No shots were heard."
on = "quiet"
stance = "for"
strength = "moderate"
grade = "B2"
[[claims]]
id = "shots"
source = "wire"
by = "A fisherman"
said = 2024-02-12
reported = 2024-02-12
text = "Shots were heard."
on = "quiet"
stance = "against"
strength = "weak"
grade = "C3"
"#
);

/// What a point may differ in beside figures: options, what is reported, the pledge, what a factor depends on, whether there is an exchange or a durability.
const STRUCTURE: [(&str, Option<&str>); 11] = [
    ("issues.prisoners.options", Some("[500, 800, 1000, 1500]")),
    ("issues.guarantee.options", Some(r#"["none", "the Abbey’s word", "observers", "a mission"]"#)),
    ("exchange.pledge_days", Some("70")),
    ("exchange.discount_per_day", Some("0.002")),
    ("claims.patrols.grade", Some(r#""E5""#)),
    ("claims.shots", None),
    ("durability.horizons", Some("[30, 400]")),
    ("durability.baseline", Some("{ median_days = 90, shape = 0.7 }")),
    ("durability.held_since", Some("2024-01-01")),
    ("exchange", None),
    ("durability", None),
];

/// Variants that differ in what the tests hang on, as often as in what a deal does.
fn tested_variants(chance: &mut Chance) -> Vec<Arc<Case>> {
    let base = detente_case::parse("case.toml", TESTED).unwrap().case;
    let paths = paths(&base);
    let of = |engine: &str| -> Vec<String> {
        paths.iter().filter(|path| path.starts_with(engine)).cloned().collect()
    };
    let engines = [of("exchange."), of("durability."), of("positions."), of("propositions."), paths.clone()];
    let mut cases = vec![Arc::new(base)];
    while cases.len() < 40 {
        let mut set: Vec<Setting> = Vec::new();
        for _ in 0..=chance.below(2) {
            let among = &engines[chance.below(engines.len())];
            set.push(another(among, chance));
        }
        if chance.below(2) == 0 {
            let (path, value) = *chance.of(&STRUCTURE);
            set.push(Setting { path: path.to_owned(), value: value.map(str::to_owned) });
        }
        cases.extend(with(TESTED, &set));
    }
    cases
}

/// What the sitting of each case says of the packages on the tests, against what is told of the case beside others.
fn compare_on_the_tests(cases: &[Arc<Case>], packages: &[Package], options: Options) -> [usize; 4] {
    let draws = 60;
    let together = Variants::of(&asked(cases, packages), options).unwrap();
    let findings = VariantFindings { deals: WorldFindings::Zone, measures: &Measure::ALL };
    let found = together.judged(0..draws, findings).unwrap();
    let mut looked_at = [0; 4];
    for (variant, case) in cases.iter().enumerate() {
        let options = Options { sampling: detente_deals::Sampling::Draws(draws), ..options };
        let sitting = Sitting::open(Arc::clone(case), options);
        let rows = variant * draws as usize..(variant + 1) * draws as usize;
        for (number, package) in packages.iter().enumerate() {
            let at = format!("variant {variant}, package {number}");
            let chosen = sitting.package(Some(&words(&cases[0], package))).unwrap();
            let chosen = Chosen { letter: None, ..chosen };
            let known = |name: &str| -> Vec<f64> {
                let cells = &numbers(&found, &format!("{name}.{number}"))[rows.clone()];
                cells.iter().filter_map(|cell| *cell).collect()
            };
            let accepted = &truths(&found, &format!("accepts.{number}.all"))[rows.clone()];
            let held = &truths(&found, &format!("enforceable.{number}"))[rows.clone()];
            let count =
                |cells: &[Option<bool>]| cells.iter().filter(|cell| **cell == Some(true)).count() as u64;
            let Some(standings) = sitting.tested(&chosen).unwrap() else {
                assert!(held.iter().all(Option::is_none) && known("durable").is_empty(), "{at}");
                continue;
            };
            let results = &standings.tested[0].results;
            assert_eq!(count(accepted), results.acceptable.hits, "{at}");
            match results.enforceable {
                Some(share) => {
                    assert_eq!((count(held), held.len() as u64), (share.hits, share.draws), "{at}");
                }
                None => assert!(held.iter().all(Option::is_none), "{at}"),
            }
            assert_eq!(Band::of(known("durable")), results.durable, "{at}");
            let mean = known("all_three").iter().sum::<f64>() / draws as f64;
            assert_eq!(mean.to_bits(), results.all_three.to_bits(), "{at}");
            let survival = known("survival");
            match sitting.durability(&[chosen]).unwrap() {
                Some(lasting) => {
                    let last = lasting.packages[0].life.survival.last().unwrap();
                    assert_eq!(Band::of(survival), Some(last.probability), "{at}");
                }
                None => assert!(survival.is_empty(), "{at}"),
            }
            looked_at[0] += usize::from(results.all_three > 0.0 && results.all_three < 1.0);
            looked_at[1] += usize::from(results.enforceable.is_some_and(|s| s.hits > 0 && s.hits < s.draws));
            looked_at[2] += usize::from(results.durable.is_some());
            looked_at[3] += usize::from(results.durable.is_none() || results.enforceable.is_none());
        }
    }
    looked_at
}

#[test]
fn variants_fare_on_the_tests_as_each_does_by_itself() {
    let mut chance = Chance(13);
    let mut looked_at = [0; 4];
    for day in [None, Some(jiff::civil::date(2024, 2, 11))] {
        let cases = tested_variants(&mut chance);
        let mut packages = packages(&cases[0], &mut chance);
        packages.push(
            Sitting::open(Arc::clone(&cases[0]), Options::drawing(60, 5)).recommended().unwrap().package,
        );
        let options = Options { as_of: day, ..Options::drawing(1, 5) };
        let some = compare_on_the_tests(&cases, &packages, options);
        looked_at.iter_mut().zip(some).for_each(|(all, some)| *all += some);
    }
    assert!(looked_at.iter().all(|count| *count >= 10), "{looked_at:?}");
}

fn findings(measures: &[Measure]) -> VariantFindings<'_> {
    VariantFindings { deals: WorldFindings::Zone, measures }
}

/// What is asked for of it changes nothing of the rest, and neither do threads, or which others are looked at beside it.
#[test]
fn what_is_asked_for_changes_nothing_of_the_rest() {
    let mut chance = Chance(17);
    let cases = tested_variants(&mut chance);
    let packages = packages(&cases[0], &mut chance);
    let together = Variants::of(&asked(&cases, &packages), Options::drawing(1, 5)).unwrap();
    let all = together.judged(5..45, findings(&Measure::ALL)).unwrap();
    let mut told = together.judged(5..45, findings(&[])).unwrap().columns;
    let shared = told.len();
    for measure in Measure::ALL {
        let own = together.judged(5..45, findings(&[measure])).unwrap();
        told.extend(own.columns.into_iter().skip(shared));
    }
    assert_eq!(all.columns, told);
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(|| together.judged(5..45, findings(&Measure::ALL))).unwrap(), all);
    for (variant, case) in cases.iter().enumerate().skip(1).step_by(7) {
        let own = Variants::of(
            &asked(&[Arc::clone(&cases[0]), Arc::clone(case)], &packages),
            Options::drawing(1, 5),
        );
        let own = own.unwrap().judged(5..45, findings(&Measure::ALL)).unwrap();
        for ((name, cells), (_, among)) in own.columns.iter().zip(&all.columns) {
            let row = |cells: &Cells, variant: usize| {
                format!("{:?}", rows(cells, variant * 40..(variant + 1) * 40))
            };
            assert_eq!(row(cells, 1), row(among, variant), "{name}, variant {variant}");
        }
    }
}

fn rows(cells: &Cells, rows: std::ops::Range<usize>) -> Cells {
    match cells {
        Cells::Truths(cells) => Cells::Truths(cells[rows].to_vec()),
        Cells::PerhapsNumbers(cells) => Cells::PerhapsNumbers(cells[rows].to_vec()),
        Cells::Numbers(cells) => Cells::Numbers(cells[rows].to_vec()),
        _ => panic!("no column of variants"),
    }
}

const NOTHING_ON_THE_TABLE: &str = r#"
case = 1
title = "Nothing but a question"
as_of = 2025-01-01
[sources.minutes]
title = "Minutes"
[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"
[propositions.busy]
text = "The port will be busy"
prior = 0.5
[[claims]]
id = "forecast"
source = "minutes"
on = "busy"
stance = "for"
"#;

#[test]
fn variants_can_be_ended_and_say_what_they_cannot_find() {
    let case = Arc::new(detente_case::parse("case.toml", CROWDED).unwrap().case);
    let progress = Arc::new(Progress::cancelled_at(30));
    let cases = [Arc::clone(&case), Arc::clone(&case)];
    let ended = Variants::watched(&asked(&cases, &[]), Options::drawing(1, 1), progress).unwrap();
    assert!(matches!(ended.judged(0..1_000, NO_MEASURES), Err(SittingError::Cancelled(_))));
    let about = |packages: &[&str]| {
        let packages: Vec<String> = packages.iter().map(|text| (*text).to_owned()).collect();
        cases.each_ref().map(|case| AskedCase { case: Arc::clone(case), packages: packages.clone() })
    };
    let incomplete = Variants::of(&about(&["toll=3"]), Options::drawing(1, 1));
    assert!(matches!(incomplete, Err(SittingError::Package(_))));
    let bare = detente_case::parse("case.toml", NOTHING_ON_THE_TABLE).unwrap();
    let nothing = Variants::of(&asked(&[Arc::new(bare.case)], &[]), Options::drawing(1, 1));
    assert!(matches!(nothing, Err(SittingError::NothingOnTheTable)));
    let whole = "road=wide,toll=3,bridge=no".to_owned();
    let mut others = about(&[&whole]);
    let role = Setting { path: "parties.coast.role".to_owned(), value: Some(r#""mediator""#.to_owned()) };
    let gone = Setting { path: "positions.coast".to_owned(), value: None };
    others[1].case = with(CROWDED, &[gone, role]).unwrap();
    let of_others = Variants::of(&others, Options::drawing(1, 1));
    assert!(matches!(of_others, Err(SittingError::OtherPrincipals)));
    let fewer = [others[0].clone(), AskedCase { packages: Vec::new(), ..others[0].clone() }];
    let fewer = Variants::of(&fewer, Options::drawing(1, 1)).unwrap().judged(0..3, NO_MEASURES).unwrap();
    assert_eq!(fewer.columns.len(), 2);
}
