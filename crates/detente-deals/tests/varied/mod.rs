//! Cases in which something is changed by chance, for tests of what variants of a case have in common.

use std::path::Path;
use std::sync::Arc;

use detente_case::edit::{Setting, parse_with};
use detente_model::{Case, Package};

/// Chance of our own: what is tried is the same each time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    pub fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
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
pub const CROWDED: &str = r#"
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

/// Another value at one of some paths.
pub fn another(paths: &[String], chance: &mut Chance) -> Setting {
    Setting { path: chance.of(paths).clone(), value: Some((*chance.of(&VALUES)).to_owned()) }
}

/// A case with something else in it, if that is a case.
pub fn with(text: &str, set: &[Setting]) -> Option<Arc<Case>> {
    parse_with("case.toml", text, set).ok().map(|read| Arc::new(read.reading.case))
}

/// The paths of the figures that a case states.
pub fn paths(case: &Case) -> Vec<String> {
    case.numbers.stated().map(|number| number.path.clone()).collect()
}

/// Any package, whether or not the case rules it out.
pub fn package(case: &Case, chance: &mut Chance) -> Package {
    Package(case.issues.iter().map(|issue| chance.below(issue.options.len()) as u16).collect())
}

/// Real cases, each with its name.
pub fn real() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    ["aceh-2005", "annan-plan-2004", "cairo-2024", "camp-david-2000", "shalit-2011"]
        .map(|name| (name.to_owned(), std::fs::read_to_string(folder.join(name).join("case.toml")).unwrap()))
        .into()
}
