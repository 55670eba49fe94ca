//! The frontier between stops: lines against packages of a fine grid, on random cases.

use detente_deals::{Central, DealSpace, DealsError, FrontierSegment, SegmentEnd, SettledPackage, Units};
use detente_model::{Actor, Case, IssueId, PartyId, Worlds};
use proptest::prelude::*;

use crate::random::{Dice, Shape, case};

/// What rounding can make up, in units: of values on both sides, and of numbers written in few digits.
const ROUNDING: Units = Units::from_raw(30);
/// A gain that rounding cannot feign: who gives up a unit wins no more than hundreds here.
const PLAIN: Units = Units::from_raw(100_000);

struct World {
    space: DealSpace,
    continuous: Vec<usize>,
    found: Central,
}

fn shape(seed: u64, principals: u64, continuous: u64) -> Shape {
    let mut dice = Dice::new(seed ^ 0x51ed_270b);
    Shape { principals, discrete: dice.roll(3), continuous, doubt: false, tangled: dice.roll(2) == 0 }
}

fn world(case: &Case) -> World {
    let space = DealSpace::new(Worlds::new(case, 1).central()).unwrap();
    let continuous = (0..case.issues.len()).filter(|k| case.issues[*k].continuous).collect();
    World { found: Central::of(space.clone()).unwrap(), space, continuous }
}

impl World {
    fn values(&self, package: &SettledPackage) -> Vec<Units> {
        (0..self.space.principals().len()).map(|i| self.space.value_of(i, package)).collect()
    }

    /// All choices of options with numbers of a grid.
    fn grid(&self, finer: u64) -> Vec<SettledPackage> {
        let mut packages = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for mut options in self.space.packages().filter(|package| self.space.is_feasible(package)) {
            self.continuous.iter().for_each(|k| options.0[*k] = 0);
            if !seen.insert(options.clone()) {
                continue;
            }
            let mut numbers: Vec<Vec<(IssueId, f64)>> = vec![Vec::new()];
            for k in &self.continuous {
                let on = |x: u64| (IssueId(*k), x as f64 / finer as f64);
                numbers = numbers
                    .into_iter()
                    .flat_map(|list| (0..=12 * finer).map(move |x| [list.clone(), vec![on(x)]].concat()))
                    .collect();
            }
            packages.extend(
                numbers.into_iter().map(|numbers| SettledPackage { options: options.clone(), numbers }),
            );
        }
        packages
    }
}

/// Whether nobody could lose and somebody gain, by more than rounding could feign.
fn is_beaten(values: &[Units], by: &[Units]) -> bool {
    let everybody = by.iter().zip(values).all(|(x, y)| *x > *y + ROUNDING);
    let gain: Units = by.iter().zip(values).map(|(x, y)| *x - *y).sum();
    everybody || by.iter().zip(values).all(|(x, y)| x >= y) && gain > PLAIN
}

/// What a place of a line is worth.
fn along(segment: &FrontierSegment, share: f64) -> Vec<Units> {
    let pairs = segment.from.values.iter().zip(&segment.to.values);
    let at = |a: &Units, b: &Units| a.raw() as f64 + share * (*b - *a).raw() as f64;
    pairs.map(|(a, b)| Units::from_raw(at(a, b).round() as i64)).collect()
}

fn check_ends(world: &World, segments: &[FrontierSegment], in_zone: bool) {
    for segment in segments {
        let SegmentEnd { package, .. } = &segment.from;
        for k in (0..world.space.sizes().len()).filter(|k| !world.continuous.contains(k)) {
            assert_eq!(package.options.0[k], segment.to.package.options.0[k]);
        }
        for end in [&segment.from, &segment.to] {
            assert!(world.space.is_feasible(&end.package.options));
            assert!(!in_zone || world.space.all_accept_package(&end.package), "{end:?}");
            assert!(!end.on_frontier || world.values(&end.package) == end.values, "{end:?}");
        }
        // What lies between is worth what a straight line says, and accepted where the ends are.
        for share in [0.1, 0.37, 0.5, 0.83] {
            let (from, to) = (&segment.from.package, &segment.to.package);
            let pairs = from.numbers.iter().zip(&to.numbers);
            let numbers = pairs.map(|((k, a), (_, b))| (*k, a + share * (b - a))).collect();
            let package = SettledPackage { options: from.options.clone(), numbers };
            let straight = along(segment, share);
            let here = world.values(&package);
            assert!(here.iter().zip(&straight).all(|(x, y)| (*x - *y).abs() <= ROUNDING), "{segment:?}");
            let barely = || {
                (0..world.space.actors().len()).any(|i| {
                    (world.space.value_of(i, &package) - world.space.actors()[i].reservation).abs()
                        <= ROUNDING
                })
            };
            assert!(!in_zone || world.space.all_accept_package(&package) || barely(), "{package:?}");
        }
    }
}

fn check_frontier(
    world: &World,
    segments: &[FrontierSegment],
    points: &[detente_deals::FrontierPoint],
    packages: &[SettledPackage],
) {
    let values: Vec<Vec<Units>> = packages.iter().map(|package| world.values(package)).collect();
    for segment in segments {
        for share in [0.001, 0.21, 0.5, 0.79, 0.999] {
            let here = along(segment, share);
            let better = values.iter().position(|by| is_beaten(&here, by));
            assert!(better.is_none(), "{:?} beats {share} of {segment:?}", better.map(|at| &packages[at]));
        }
        for end in [&segment.from, &segment.to].into_iter().filter(|end| end.on_frontier) {
            assert!(!values.iter().any(|by| is_beaten(&end.values, by)), "{end:?}");
        }
    }
    // Every package is matched by a line or a listed point: worth no less to anybody, but for rounding.
    for (package, here) in packages.iter().zip(&values) {
        let matched =
            points.iter().any(|point| point.values.iter().zip(here).all(|(x, y)| *x + ROUNDING >= *y))
                || segments.iter().any(|segment| matches(segment, here));
        assert!(matched, "{package:?} {here:?} is missing");
    }
}

/// Whether some place of a line is worth no less to anybody, but for rounding.
fn matches(segment: &FrontierSegment, values: &[Units]) -> bool {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    for ((a, b), v) in segment.from.values.iter().zip(&segment.to.values).zip(values) {
        let (rise, above) = ((*b - *a).raw() as f64, (*a - *v + ROUNDING).raw() as f64);
        if rise > 0.0 {
            from = from.max(-above / rise);
        } else if rise < 0.0 {
            to = to.min(above / -rise);
        } else if above < 0.0 {
            return false;
        }
    }
    from <= to
}

fn holds(case: &Case, finer: u64) {
    let world = world(case);
    let packages = world.grid(finer);
    let segments = world.found.frontier_segments.value().unwrap();
    check_ends(&world, segments, false);
    check_frontier(&world, segments, world.found.frontier.value().unwrap(), &packages);
    let accepted: Vec<SettledPackage> =
        packages.into_iter().filter(|package| world.space.all_accept_package(package)).collect();
    let segments = world.found.zone_segments.value().unwrap();
    check_ends(&world, segments, true);
    check_frontier(&world, segments, world.found.zone_frontier.value().unwrap(), &accepted);
    assert!(
        accepted.is_empty() || !segments.is_empty() || !world.found.zone_frontier.value().unwrap().is_empty()
    );
}

/// The same case with the parties in the opposite order.
fn mirrored(case: &Case) -> Case {
    let mut mirrored = case.clone();
    mirrored.parties.reverse();
    let last = case.parties.len() - 1;
    let other = |party: PartyId| PartyId(last - party.index());
    mirrored.audiences.iter_mut().for_each(|audience| audience.of = other(audience.of));
    let swap = |actor: &mut Actor| {
        if let Actor::Party(party) = actor {
            *party = other(*party);
        }
    };
    mirrored.positions.iter_mut().for_each(|position| swap(&mut position.of));
    mirrored.interactions.iter_mut().for_each(|interaction| swap(&mut interaction.of));
    mirrored
}

/// Whether each line has one among the others whose ends are worth the same, but for rounding, the parties being in the opposite order.
fn mirror(lines: &[FrontierSegment], others: &[FrontierSegment]) -> bool {
    let alike = |here: &SegmentEnd, there: &SegmentEnd| {
        let values = here.values.iter().zip(there.values.iter().rev());
        here.on_frontier == there.on_frontier && values.into_iter().all(|(x, y)| (*x - *y).abs() <= ROUNDING)
    };
    let same = |here: &FrontierSegment, there: &FrontierSegment| {
        alike(&here.from, &there.from) && alike(&here.to, &there.to)
            || alike(&here.from, &there.to) && alike(&here.to, &there.from)
    };
    lines.len() == others.len() && lines.iter().all(|line| others.iter().any(|other| same(line, other)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn mirrored_parties_have_mirrored_lines(seed in any::<u64>(), continuous in 1..3u64) {
        // Audiences stand in another order where parties do, and with them the sets that carry.
        let case = case(seed, Shape { tangled: false, ..shape(seed, 2, continuous) });
        let (here, there) = (world(&case).found, world(&mirrored(&case)).found);
        let (lines, others) = (here.frontier_segments.value().unwrap(), there.frontier_segments.value().unwrap());
        prop_assert!(mirror(lines, others), "{lines:#?} {others:#?}");
        let (lines, others) = (here.zone_segments.value().unwrap(), there.zone_segments.value().unwrap());
        prop_assert!(mirror(lines, others), "{lines:#?} {others:#?}");
    }
}

/// Faces are not listed, and the reason says so.
#[test]
fn faces_are_not_listed() {
    let found = world(&case(7, shape(7, 3, 2))).found;
    let faces = DealsError::FrontierHasFaces { principals: 3, issues: 2 };
    assert_eq!(found.frontier_segments.limit(), Some(&faces));
    assert_eq!(found.zone_segments.limit(), Some(&faces));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn one_continuous_issue(seed in any::<u64>(), principals in 1..5u64) {
        holds(&case(seed, shape(seed, principals, 1)), 12);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn two_continuous_issues(seed in any::<u64>()) {
        holds(&case(seed, shape(seed, 2, 2)), 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn three_continuous_issues(seed in any::<u64>()) {
        holds(&case(seed, Shape { discrete: 0, ..shape(seed, 2, 3) }), 1);
    }
}
