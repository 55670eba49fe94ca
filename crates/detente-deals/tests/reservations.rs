//! Variants of a case in the same draws: what is shared between them changes nothing, to the last digit.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use detente_case::edit::{Setting, parse_with};
use detente_deals::{DealSpace, Reservations, Search, limits};
use detente_model::{Actor, Case, Package, Reservation, Worlds};

const DRAWS: u64 = 6;

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

/// Thirds, a package for no deal, a veto, a vote, packages that go together and packages that cannot, and a side that has said what it prefers.
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
[propositions.thaw]
text = "The two talk again"
prior = [0.3, 0.6]
when_true = { "positions.north.no_deal" = [0.1, 0.2], "positions.south.no_deal" = 0.3333333333333333 }
"#;

/// A case with other values at some of `paths`, if that is a case.
fn changed(text: &str, paths: &[String], chance: &mut Chance) -> Option<Arc<Case>> {
    let set = |_| {
        let (path, value) = (chance.of(paths).clone(), (*chance.of(&VALUES)).to_owned());
        Setting { path, value: Some(value) }
    };
    let settings: Vec<Setting> = (0..2).map(set).collect();
    parse_with("case.toml", text, &settings).ok().map(|read| Arc::new(read.reading.case))
}

fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let real = ["aceh-2005", "annan-plan-2004", "cairo-2024", "camp-david-2000", "shalit-2011"]
        .map(|name| (name.to_owned(), std::fs::read_to_string(folder.join(name).join("case.toml")).unwrap()));
    let mut texts = vec![("crowded".to_owned(), CROWDED.to_owned())];
    texts.extend(real);
    texts
}

/// Draws of a variant that are made from those of the case are those that it draws by itself.
#[test]
fn a_draw_is_the_same_whoever_made_it_first() {
    let mut chance = Chance(3);
    for (name, text) in texts() {
        let base = detente_case::parse("case.toml", &text).unwrap().case;
        let paths: Vec<String> = base.numbers.stated().map(|number| number.path.clone()).collect();
        let worlds = Worlds::new(base, 5);
        for _ in 0..30 {
            let Some(case) = changed(&text, &paths, &mut chance) else { continue };
            let own = Worlds::new(case, 5);
            let places = own.coordinates_in(&worlds);
            for draw in 0..DRAWS {
                assert_eq!(own.draw_like(&worlds.drawn(draw), &places), *own.draw(draw), "{name} {draw}");
            }
        }
    }
}

/// Where no deal alone is worth something else, one list of packages says what each world by itself says.
#[test]
fn one_list_says_what_each_world_by_itself_says() {
    let mut chance = Chance(7);
    let search = Search { effort: Some(limits::CONCESSION), ..Search::default() };
    let mut looked_at = 0;
    for (name, text) in texts() {
        let base = detente_case::parse("case.toml", &text).unwrap().case;
        let of_signatory = |path: &String| !["towns", "farms"].iter().any(|voter| path.contains(voter));
        let stated = base.numbers.stated().map(|number| number.path.clone());
        let paths: Vec<String> =
            stated.filter(|path| path.ends_with(".no_deal") && of_signatory(path)).collect();
        let worlds = Worlds::new(base, 5);
        let case = worlds.case();
        let varied = case.positions.iter().filter(|position| match &position.reservation {
            Reservation::Value(id) => paths.contains(&case.numbers[*id].path),
            Reservation::Package(_) => false,
        });
        let varied: Vec<Actor> = varied.map(|position| position.of).collect();
        let drawn =
            |_| Package(case.issues.iter().map(|issue| chance.below(issue.options.len()) as u16).collect());
        let asked: Vec<Package> = (0..3).map(drawn).collect();
        let variants: Vec<Arc<Case>> = (0..25).filter_map(|_| changed(&text, &paths, &mut chance)).collect();
        for draw in 0..DRAWS {
            let drawn = worlds.drawn(draw);
            let Some(mut list) = Reservations::of(drawn.world(), &varied, &asked).unwrap() else { continue };
            for variant in &variants {
                let own = Worlds::new(Arc::clone(variant), 5);
                let apart = case.apart_in_numbers(variant).unwrap();
                let places = own.coordinates_in(&worlds);
                let mut world = drawn.world().clone();
                let numbers = apart.iter().filter(|id| !drawn.world().is_amended(**id));
                let numbers = numbers
                    .map(|id| (*id, own.number_like(&drawn, &places, *id, variant.numbers[*id].value)));
                world.restate(variant, numbers.collect::<Vec<_>>());
                assert_eq!(world, *own.draw(draw), "{name} {draw}");
                let (found, accepted) = list.in_world(&world).unwrap();
                let space = DealSpace::new(&own.draw(draw)).unwrap();
                assert_eq!(Some(found.exists), space.zone_exists().unwrap(), "{name} {draw}");
                let margin = space.margin(&search).unwrap();
                assert_eq!(
                    found.margin.map(detente_deals::Units::to_f64),
                    margin.map(|own| own.value.to_f64()),
                    "{name} {draw}"
                );
                assert_eq!(space.in_one_pass(), Some(found), "{name} {draw}");
                for (package, accepts) in asked.iter().zip(accepted) {
                    let sides =
                        (0..space.principals().len()).map(|side| space.principal_accepts(side, package));
                    let expected: Vec<bool> = sides.chain([space.all_accept(package)]).collect();
                    assert_eq!(accepts, expected, "{name} {draw}");
                }
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 400, "{looked_at}");
}
