//! Variants judged together are what each is by itself, to the last digit, whatever sets them apart.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use detente_brief::answers::columns::{Cells, ColumnTable};
use detente_brief::{Options, Sitting, SittingError, Variants, WorldFindings};
use detente_case::edit::{Setting, parse_with};
use detente_deals::{DealSpace, Search, limits};
use detente_model::{Case, Package, Progress};

const DRAWS: u64 = 12;

/// Chance of our own: what is tried is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// Values of all kinds: short decimals, thirds and worse, ranges.
const VALUES: [&str; 9] = [
    "0.4",
    "0.3333333333333333",
    "0.22105263157894736",
    "0.123456789",
    "[0.3, 0.5]",
    "[0.2, 0.25, 0.9]",
    "0.5",
    "0.6180339887498949",
    "0.0",
];

/// Variants of a case: with other values of no deal, with other values of any figure, with both.
fn variants(text: &str, chance: &mut Chance) -> Vec<Arc<Case>> {
    let base = detente_case::parse("case.toml", text).unwrap().case;
    let paths: Vec<String> = base.numbers.stated().map(|number| number.path.clone()).collect();
    let no_deals: Vec<String> = paths.iter().filter(|path| path.ends_with("no_deal")).cloned().collect();
    let mut cases = vec![Arc::new(base)];
    while cases.len() < 40 {
        let mut set = Vec::new();
        for among in [&no_deals, &no_deals, &paths] {
            if chance.below(3) > 0 && !among.is_empty() {
                let (path, value) = (chance.of(among).clone(), (*chance.of(&VALUES)).to_owned());
                set.push(Setting { path, value: Some(value) });
            }
        }
        if let Ok(read) = parse_with("case.toml", text, &set) {
            cases.push(Arc::new(read.reading.case));
        }
    }
    cases
}

fn package(case: &Case, package: &Package) -> String {
    let choices = case.describe(package).map(|(issue, option)| format!("{}={option}", issue.id));
    choices.collect::<Vec<_>>().join(",")
}

/// Some packages that the case does not rule out.
fn packages(case: &Case, chance: &mut Chance) -> Vec<Package> {
    let draw =
        |_| Package(case.issues.iter().map(|issue| chance.below(issue.options.len()) as u16).collect());
    let drawn: Vec<Package> = (0..20).map(draw).collect();
    let possible = drawn.into_iter().filter(|p| !case.infeasible.iter().any(|rule| rule.when.holds(p)));
    possible.take(2).collect()
}

fn truths(table: &ColumnTable, name: &str) -> Vec<Option<bool>> {
    let (_, cells) = table.columns.iter().find(|(own, _)| own == name).unwrap();
    let Cells::Truths(cells) = cells else { panic!("{name}") };
    cells.clone()
}

fn margins(table: &ColumnTable) -> Vec<Option<f64>> {
    let (_, cells) = table.columns.iter().find(|(own, _)| own == "margin").unwrap();
    let Cells::PerhapsNumbers(cells) = cells else { panic!("margin") };
    cells.clone()
}

/// Each world of each case by itself: a space put together from it, and searched.
fn compare(name: &str, cases: &[Arc<Case>], asked: &[Package]) {
    let options = Options::drawing(1, 5);
    let words: Vec<String> = asked.iter().map(|asked| package(&cases[0], asked)).collect();
    let together = Variants::of(cases, options, &words).unwrap();
    let found = together.judged(3..3 + DRAWS, WorldFindings::Margin).unwrap();
    let (zones, margins) = (truths(&found, "zone_exists"), margins(&found));
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
            for (number, package) in asked.iter().enumerate() {
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
/// Thirds, a package for no deal, a veto, packages that go together and packages that cannot, and a side that has said what it prefers.
const CROWDED: &str = r#"
case = 1
title = "A road and a bridge"
as_of = 2025-01-01
[parties.north]
name = "North"
role = "principal"
[parties.south]
name = "South"
role = "principal"
[parties.coast]
name = "Coast"
role = "principal"
[audiences.crews]
of = "north"
name = "Crews"
veto = true
[audiences.towns]
of = "south"
name = "Towns"
weight = [0.5, 1]
[audiences.farms]
of = "south"
name = "Farms"
weight = 0.7
[ratification.south]
quota = [0.4, 0.8]
[issues.road]
name = "Road"
options = ["none", "narrow", "wide"]
[issues.toll]
name = "Toll"
unit = "thalers"
options = [0, 1, 2, 3]
[issues.bridge]
name = "Bridge"
options = ["no", "yes"]
[[infeasible]]
when = { road = "none", bridge = "yes" }
because = "it would lead nowhere"
[positions.north]
no_deal = [0.2, 0.5]
weights = { road = 0.3333333333333333, toll = 0.3333333333333333, bridge = 0.3333333333333333 }
[positions.north.road]
values = { none = 0, narrow = 0.5, wide = 1 }
[positions.north.toll]
ideal = 0
worst = 3
[positions.north.bridge]
values = { no = [0, 0.2], yes = 1 }
[positions.south]
no_deal = 0.3333333333333333
importance = ["toll", "road", "bridge"]
[positions.south.road]
values = { none = 0, narrow = [0.2, 0.6], wide = 1 }
[positions.south.toll]
ideal = 3
worst = 0
at_least = [0, 1.5]
[positions.south.bridge]
values = { no = 1, yes = [0, 0.5] }
[positions.coast]
no_deal = { road = "narrow" }
weights = { road = 0.3, toll = 0.3, bridge = 0.4 }
[positions.coast.road]
values = { none = 0, narrow = 0.3, wide = 1 }
[positions.coast.toll]
ideal = 1
worst = 3
[positions.coast.bridge]
values = { no = 0, yes = 1 }
[positions.crews]
no_deal = [0, 0.4]
importance = ["bridge", "road"]
[positions.crews.road]
values = { none = 0, narrow = 0.5, wide = 1 }
[positions.crews.bridge]
values = { no = 0, yes = 1 }
[positions.towns]
no_deal = [0.1, 0.5]
importance = ["road", "toll"]
[positions.towns.road]
values = { none = 0, narrow = 1, wide = 0.4 }
[positions.towns.toll]
ideal = 0
worst = 3
[positions.farms]
no_deal = 0.3
importance = ["toll"]
[positions.farms.toll]
ideal = 3
worst = 0
[[interactions]]
of = "north"
when = { road = "wide", bridge = "yes" }
value = [-0.2, 0.1]
[[prefers]]
of = "south"
this = { toll = 3, road = "none" }
over = { toll = 0, road = "narrow" }
[propositions.thaw]
text = "The two talk again"
prior = [0.3, 0.6]
when_true = { "positions.north.no_deal" = [0.1, 0.2], "positions.south.no_deal" = 0.3333333333333333 }
"#;

#[test]
fn variants_are_what_each_is_by_itself() {
    let mut chance = Chance(7);
    for (name, text) in [("vote", VOTE), ("truce", TRUCE), ("crowded", CROWDED)] {
        let cases = variants(text, &mut chance);
        let asked = packages(&cases[0], &mut chance);
        compare(name, &cases, &asked);
    }
}

#[test]
fn variants_of_real_cases_are_what_each_is_by_itself() {
    let mut chance = Chance(11);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    for name in ["aceh-2005", "annan-plan-2004", "cairo-2024", "camp-david-2000", "shalit-2011"] {
        let text = std::fs::read_to_string(folder.join(name).join("case.toml")).unwrap();
        let cases = variants(&text, &mut chance);
        let asked = packages(&cases[0], &mut chance);
        compare(name, &cases[..25], &asked);
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
    let ended = Variants::watched(&cases, Options::drawing(1, 1), &[], progress).unwrap();
    assert!(matches!(ended.judged(0..1_000, WorldFindings::Zone), Err(SittingError::Cancelled(_))));
    let incomplete = Variants::of(&cases, Options::drawing(1, 1), &["toll=3".to_owned()]);
    assert!(matches!(incomplete, Err(SittingError::Package(_))));
    let bare = detente_case::parse("case.toml", NOTHING_ON_THE_TABLE).unwrap();
    let nothing = Variants::of(&[Arc::new(bare.case)], Options::drawing(1, 1), &[]);
    assert!(matches!(nothing, Err(SittingError::NothingOnTheTable)));
}
