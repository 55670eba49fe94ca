//! Variants of a case in the same draws: what is shared between them changes nothing, to the last digit.

#![allow(clippy::unwrap_used)]

mod varied;

use std::sync::Arc;

use detente_deals::{DealSpace, Reservations, Search, limits};
use detente_model::{Actor, Case, Package, Reservation, Worlds};
use varied::{CROWDED, Chance, another, package, paths, real, with};

const DRAWS: u64 = 6;

/// A case with other values at some of `paths`, if that is a case.
fn changed(text: &str, paths: &[String], chance: &mut Chance) -> Option<Arc<Case>> {
    with(text, &[another(paths, chance), another(paths, chance)])
}

fn texts() -> Vec<(String, String)> {
    [("crowded".to_owned(), CROWDED.to_owned())].into_iter().chain(real()).collect()
}

/// Draws of a variant that are made from those of the case are those that it draws by itself.
#[test]
fn a_draw_is_the_same_whoever_made_it_first() {
    let mut chance = Chance(3);
    for (name, text) in texts() {
        let base = detente_case::parse("case.toml", &text).unwrap().case;
        let paths = paths(&base);
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
        let mut paths = paths(&base);
        paths.retain(|path| path.ends_with(".no_deal") && of_signatory(path));
        let worlds = Worlds::new(base, 5);
        let case = worlds.case();
        let varied = case.positions.iter().filter(|position| match &position.reservation {
            Reservation::Value(id) => paths.contains(&case.numbers[*id].path),
            Reservation::Package(_) => false,
        });
        let varied: Vec<Actor> = varied.map(|position| position.of).collect();
        let asked: Vec<Package> = (0..3).map(|_| package(case, &mut chance)).collect();
        let variants: Vec<Arc<Case>> = (0..25).filter_map(|_| changed(&text, &paths, &mut chance)).collect();
        for draw in 0..DRAWS {
            let drawn = worlds.drawn(draw);
            // Of a later attempt at the draw nobody knows what no deal is worth in it.
            if !drawn.is_settled_at_once() {
                continue;
            }
            let Some(mut list) = Reservations::of(drawn.world(), &varied).unwrap() else { continue };
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
                let (found, accepted) = list.in_world(&world, &asked).unwrap();
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
