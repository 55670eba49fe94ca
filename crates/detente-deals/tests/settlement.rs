//! Which package people settle on: the model against its definition, against data of its own making, and against what people did.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss, clippy::float_cmp, clippy::print_stderr)]

use std::path::Path;
use std::sync::Arc;

use detente_deals::settlement::{
    CAMP, CONVENTIONS, COUNT, Choice, Coefficients, FEATURES, Features, Forecast, ITEMS, LAPSE, MeasuredZone,
    POOLED, Prior, Score, Settlement, chances, divisions, fit, likelihood, settled,
};
use detente_deals::{DealSpace, DealSpaceBuilder};
use detente_model::{Package, Progress, Worlds};

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn unit(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 30)
    }
}

/// What a small space is made of: for each party what no deal is worth and what each option is.
#[derive(Clone)]
struct Small {
    sizes: Vec<usize>,
    parties: Vec<(f64, Vec<Vec<f64>>)>,
}

impl Small {
    fn random(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let sizes: Vec<usize> = (0..=dice.below(3)).map(|_| 2 + dice.below(3) as usize).collect();
        let parties = (0..2 + dice.below(2)).map(|_| {
            let rows = sizes
                .iter()
                .map(|size| (0..*size).map(|_| dice.below(5) as f64 / 4.0).collect::<Vec<f64>>())
                .collect();
            (dice.below(3) as f64 / 4.0, rows)
        });
        let parties = parties.collect();
        Self { sizes, parties }
    }

    fn space(&self) -> DealSpace {
        let names: Vec<String> = (0..self.sizes.len()).map(|k| format!("k{k}")).collect();
        let mut space =
            DealSpaceBuilder::new(names.iter().map(String::as_str).zip(self.sizes.iter().copied()));
        for (i, (no_deal, rows)) in self.parties.iter().enumerate() {
            space.party(&format!("p{i}"), *no_deal, rows.clone());
        }
        space.build().unwrap()
    }

    fn packages(&self) -> Vec<Vec<usize>> {
        self.sizes.iter().fold(vec![Vec::new()], |all, size| {
            all.iter()
                .flat_map(|start| (0..*size).map(move |o| start.iter().copied().chain([o]).collect()))
                .collect()
        })
    }

    fn gains(&self, package: &[usize]) -> Vec<f64> {
        let gain = |(no_deal, rows): &(f64, Vec<Vec<f64>>)| {
            rows.iter().zip(package).map(|(row, o)| row[*o]).sum::<f64>() - no_deal
        };
        self.parties.iter().map(gain).collect()
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn all_near(a: &Features, b: &Features) -> bool {
    a.iter().zip(b).all(|(a, b)| near(*a, *b))
}

/// The measures that have a plain definition over whole packages, taken literally, on a thousand small spaces.
#[test]
fn measures_are_what_they_say() {
    let at = |name: &str| FEATURES.iter().position(|feature| feature.name == name).unwrap();
    let mut some = 0;
    for seed in 0..1_000 {
        let small = Small::random(seed);
        let zone = MeasuredZone::of(&small.space());
        let all = small.packages();
        let acceptable: Vec<&Vec<usize>> =
            all.iter().filter(|package| small.gains(package).iter().all(|gain| *gain >= -1e-12)).collect();
        assert_eq!(zone.feasible, all.len() as u64);
        let listed: Vec<Vec<usize>> =
            zone.packages.iter().map(|p| p.0.iter().map(|o| usize::from(*o)).collect()).collect();
        assert_eq!(listed.iter().collect::<Vec<_>>(), acceptable);
        some += acceptable.len();
        let most: Vec<f64> = (0..small.parties.len())
            .map(|i| acceptable.iter().map(|package| small.gains(package)[i]).fold(0.0, f64::max))
            .collect();
        for (package, features) in acceptable.iter().zip(&zone.features) {
            let gains = small.gains(package);
            let n = gains.len() as f64;
            let shares: Vec<f64> = gains
                .iter()
                .zip(&most)
                .map(|(gain, most)| if *most > 1e-12 { gain / most } else { 1.0 })
                .collect();
            let mean = |of: &dyn Fn(f64) -> f64| shares.iter().map(|s| of(*s)).sum::<f64>() / n;
            let gap = shares.iter().fold(0.0_f64, |most, s| most.max(*s))
                - shares.iter().fold(f64::INFINITY, |least, s| least.min(*s));
            let better = |other: &&&Vec<usize>| {
                let changed = other.iter().zip(package.iter()).filter(|(a, b)| a != b).count();
                let differences: Vec<f64> =
                    small.gains(other).iter().zip(&gains).map(|(new, old)| new - old).collect();
                (1..=2).contains(&changed)
                    && differences.iter().all(|d| *d > -1e-12)
                    && differences.iter().any(|d| *d > 1e-12)
            };
            let expected = [
                ("mean_share", mean(&|s| s)),
                ("short_of_half", mean(&|s| (0.5 - s).max(0.0))),
                ("short_of_three_tenths", mean(&|s| (0.3 - s).max(0.0))),
                ("short_of_seven_tenths", mean(&|s| (0.7 - s).max(0.0))),
                ("product", shares.iter().map(|s| s.max(0.0)).product::<f64>().powf(2.0 / n)),
                ("equal", (1.0 - gap / 0.03).max(0.0)),
                ("unimproved", f64::from(u8::from(acceptable.iter().find(better).is_none()))),
            ];
            for (name, expected) in expected {
                assert!(
                    (features[at(name)] - expected).abs() < 1e-7,
                    "{name} of {package:?} in {seed}: {features:?}"
                );
            }
            assert!(features.iter().all(|x| (-1e-9..=1.0 + 1e-9).contains(x)), "{features:?}");
        }
    }
    assert!(some > 5_000);
}

/// Parties in another order, options and issues in another order, and worths on another scale leave every measure as it is.
#[test]
fn measures_do_not_hang_on_names_order_and_scale() {
    for seed in 0..300 {
        let small = Small::random(seed);
        let mut dice = Dice(seed ^ 0x4d);
        let zone = MeasuredZone::of(&small.space());
        let mut other = small.clone();
        other.parties.reverse();
        for (no_deal, rows) in &mut other.parties {
            let (scale, shift) = (0.25 + dice.below(8) as f64 / 4.0, dice.below(3) as f64 / 2.0);
            // A worth of the whole, added to a deal and to no deal alike.
            *no_deal = *no_deal * scale + shift;
            for (k, row) in rows.iter_mut().enumerate() {
                row.reverse();
                for worth in row.iter_mut() {
                    *worth = *worth * scale + if k == 0 { shift } else { 0.0 };
                }
            }
            rows.reverse();
        }
        other.sizes.reverse();
        let turned = MeasuredZone::of(&other.space());
        assert_eq!(zone.packages.len(), turned.packages.len());
        for (package, features) in zone.packages.iter().zip(&zone.features) {
            let mirrored = small.sizes.iter().zip(&package.0).map(|(size, o)| *size as u16 - 1 - o);
            let mirrored = Package(mirrored.rev().collect());
            let place = turned.packages.iter().position(|p| *p == mirrored).unwrap();
            assert!(
                all_near(features, &turned.features[place]),
                "{seed}: {features:?}\n{:?}",
                turned.features[place]
            );
        }
    }
}

/// Random choices under known coefficients.
fn simulated(count: u64, truth: &Coefficients) -> Vec<Choice> {
    let mut dice = Dice(5);
    (0..count)
        .map(|_| {
            let packages: Vec<Features> =
                (0..6 + dice.below(20)).map(|_| std::array::from_fn(|_| dice.unit())).collect();
            let mut left = dice.unit();
            let chances = chances(&packages, truth);
            let settled = chances.iter().position(|p| {
                left -= p;
                left < 0.0
            });
            Choice {
                settled: settled.or(Some(packages.len() - 1)),
                feasible: packages.len() as u64,
                packages,
            }
        })
        .collect()
}

#[test]
fn derivatives_are_those_of_the_likelihood() {
    let truth: Coefficients = std::array::from_fn(|a| a as f64 / 5.0 - 1.0);
    let choices = simulated(50, &truth);
    let choices: Vec<&Choice> = choices.iter().collect();
    let at: Coefficients = std::array::from_fn(|a| (a as f64).sin());
    let (_, gradient, information) = likelihood(&choices, &at);
    let step = 1e-5;
    for a in 0..COUNT {
        let moved = |by: f64| {
            let mut at = at;
            at[a] += by;
            likelihood(&choices, &at)
        };
        let (up, down) = (moved(step), moved(-step));
        assert!(((up.0 - down.0) / (2.0 * step) - gradient[a]).abs() < 1e-5);
        for (b, information) in information[a].iter().enumerate() {
            let second = (up.1[b] - down.1[b]) / (2.0 * step);
            assert!((second + information).abs() < 1e-4, "{a} {b}");
        }
    }
}

/// What choices were made by is found again, as near as the fit says that it is.
#[test]
fn known_coefficients_are_found_again() {
    let truth: Coefficients = std::array::from_fn(|a| [3.0, -2.0, 0.0, 1.0, -4.0][a % 5]);
    let choices = simulated(4_000, &truth);
    let found = fit(&choices.iter().collect::<Vec<_>>(), &Prior::of_nothing());
    let deviations: Vec<f64> =
        (0..COUNT).map(|a| (found.coefficients[a] - truth[a]) / found.covariance[a][a].sqrt()).collect();
    assert!(deviations.iter().all(|z| z.abs() < 4.0), "{deviations:?}");
    let square = deviations.iter().map(|z| z * z).sum::<f64>() / COUNT as f64;
    assert!((0.2..2.5).contains(&square), "{square}");
    assert!((0..COUNT).all(|a| found.covariance[a][a].sqrt() < 0.3));
}

/// Where choices say nothing, a fit stays where it began.
#[test]
fn without_choices_there_is_the_prior() {
    let prior = Prior { centre: [1.5; COUNT], precision: 0.5 };
    let found = fit(&[], &prior);
    assert_eq!(found.coefficients, prior.centre);
    assert!((0..COUNT).all(|a| near(found.covariance[a][a], 2.0)));
}

#[test]
fn chances_add_up_to_one() {
    for seed in 0..300 {
        let zone = MeasuredZone::of(&Small::random(seed).space());
        for convention in CONVENTIONS.iter().copied().chain([&POOLED]) {
            let chances = chances(&zone.features, &convention.coefficients);
            assert!(zone.packages.is_empty() || near(chances.iter().sum::<f64>(), 1.0));
            let choice = Choice { packages: zone.features.clone(), settled: None, feasible: zone.feasible };
            let forecast = Forecast::by(&choice, &convention.coefficients);
            let beyond = (zone.feasible as usize - zone.packages.len()) as f64 * forecast.else_each;
            assert!(zone.packages.is_empty() || near(forecast.chances.iter().sum::<f64>() + beyond, 1.0));
            assert!(near(choice.chance(&convention.coefficients), LAPSE / zone.feasible as f64));
        }
    }
}

/// More for one and less for none is never less likely for the shares that it leaves.
#[test]
fn shares_count_in_their_favour() {
    for convention in CONVENTIONS.iter().copied().chain([&POOLED]) {
        let b = convention.coefficients;
        let worth = |s: f64, other: f64| {
            let mean = |of: &dyn Fn(f64) -> f64| f64::midpoint(of(s), of(other));
            b[0] * mean(&|s| s)
                + b[1] * mean(&|s| (0.5 - s).max(0.0))
                + b[2] * mean(&|s| (0.3 - s).max(0.0))
                + b[3] * mean(&|s| (0.7 - s).max(0.0))
                + b[4] * s * other
        };
        for other in [0.5, 0.7, 0.9] {
            for step in 0..20 {
                let (low, high) = (f64::from(step) / 20.0, f64::from(step + 1) / 20.0);
                assert!(worth(high, other) > worth(low, other), "{} at {low} beside {other}", convention.id);
            }
        }
    }
}

/// Coefficients come with a covariance that can be drawn from.
#[test]
fn conventions_can_be_drawn_from() {
    for convention in CONVENTIONS.iter().copied().chain([&POOLED]) {
        assert_eq!(convention.drawn(&[0.0; COUNT]), convention.coefficients);
        let drawn = convention.drawn(&[1.0; COUNT]);
        assert!(drawn.iter().zip(&convention.coefficients).any(|(a, b)| a != b), "{}", convention.id);
        assert!(convention.errors().iter().all(|error| (0.01..15.0).contains(error)));
    }
}

/// On the template case: the same on any number of threads, and made of chances.
#[test]
fn over_worlds_it_is_the_same_on_any_number_of_threads() {
    let case = detente_case::parse("template", detente_case::template()).unwrap().case;
    let found = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let worlds = Worlds::new(case.clone(), 3);
        pool.install(|| Settlement::over(&worlds, 60, &Arc::<Progress>::default()).unwrap())
    };
    let one = found(1);
    assert_eq!(one, found(3));
    assert!(one.zone > 0 && one.zone + one.not_known <= one.draws);
    for options in &one.options {
        assert!(near(options.iter().map(|likely| likely.chance).sum::<f64>(), 1.0));
    }
    assert!(one.packages.windows(2).all(|pair| pair[0].likely.chance >= pair[1].likely.chance));
    let all: f64 = one.packages.iter().map(|package| package.likely.chance).sum();
    assert!(all <= 1.0 + 1e-9);
}

/// A cancelled look ends.
#[test]
fn it_can_be_cancelled() {
    let case = detente_case::parse("template", detente_case::template()).unwrap().case;
    let worlds = Worlds::new(case, 3);
    let progress = Arc::new(Progress::cancelled_at(5));
    assert!(detente_model::unless_cancelled(|| Settlement::over(&worlds, 2_000, &progress)).is_err());
}

#[test]
fn tables_that_are_none_are_refused_with_their_line() {
    let head = "status,count0,count1,count2,v1_0,v1_1,v1_2,v2_0,v2_1,v2_2,a1_0,a1_1,a1_2\n";
    let (_, read) =
        divisions(&format!("{head}deal,1,2,1,4,1,4,0,3,4,1,0,0\nno_deal,1,2,1,4,1,4,0,3,4,,,\n")).unwrap();
    assert_eq!((read[0].first_got, read[1].first_got), (Some([1, 0, 0]), None));
    assert_eq!(read[0].points_of(&Package(vec![1, 0, 0])), [4.0, 10.0]);
    for (row, wrong) in [
        ("deal,1,2,1,4,1,4,0,3,4,2,0,0", "line 2: the first got more"),
        ("deal,1,2,1,4,1,4,0,3,4,0.5,0,0", "no whole number"),
        ("deal,1,2,1,4,1,x,0,3,4,1,0,0", "`x`"),
        ("deal,1,2,1,4,1,4,0,3,4", "10 values for 13 columns"),
        ("deal,99,99,99,4,1,4,0,3,4,1,0,0", "more than"),
        ("deal,1,2,1,4,NaN,4,0,3,4,1,0,0", "NaN"),
    ] {
        let said = divisions(&format!("{head}{row}\n")).unwrap_err().to_string();
        assert!(said.contains(wrong), "{said}");
    }
    assert!(divisions("").unwrap_err().to_string().contains("v1_Food"));
}

/// What people did, where it is at hand: the coefficients that are reckoned with must not do worse than they did when they were fitted.
#[test]
fn people_settle_as_the_model_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/validity");
    let own = std::env::var_os("DETENTE_VALIDITY").map_or(folder, std::path::PathBuf::from);
    for (file, convention, at_most, pooled_at_most) in
        [("casino_deals.csv", &CAMP, 2.71, 2.80), ("dnd_deals.csv", &ITEMS, 1.19, 1.22)]
    {
        let Ok(text) = std::fs::read_to_string(own.join(file)) else {
            eprintln!("NOT RUN: `{file}` is not in the folder that DETENTE_VALIDITY names");
            continue;
        };
        let settled = settled(&divisions(&text).unwrap().1).unwrap();
        if settled.len() as u64 != convention.settlements {
            eprintln!("NOT RUN: `{file}` has other settlements than those that were fitted");
            continue;
        }
        let nats = |of: &Coefficients| {
            let forecasts: Vec<Forecast> = settled.iter().map(|one| Forecast::by(&one.choice, of)).collect();
            Score::of(&settled, &forecasts).mean()
        };
        let found = (nats(&convention.coefficients), nats(&POOLED.coefficients));
        assert!(found.0 <= at_most && found.1 <= pooled_at_most, "{file}: {found:?}");
    }
}
