//! Agreements by lot against their definitions: certificates, closed forms, linear programmes over all packages.

use crate::literal::{Literal, Shape, random_space};
use detente_deals::{ActorTerms, Central, DealSpace, Lotteries, Lottery, NashLottery, Units};
use detente_model::{Actor, LinearProgramme, PartyId};
use proptest::prelude::*;

const UNITS_PER_ONE: i64 = Units::ONE.raw();
const ONE: f64 = UNITS_PER_ONE as f64;

/// A space with one issue whose options have the surpluses given, one row a package.
fn points(rows: &[Vec<i64>]) -> DealSpace {
    let terms = |i: usize| ActorTerms {
        actor: Actor::Party(PartyId(i)),
        signs: true,
        worth: vec![rows.iter().map(|row| Units::from_raw(row[i] + 7)).collect()],
        refused: vec![vec![false; rows.len()]],
        interactions: Vec::new(),
        reservation: Units::from_raw(7),
    };
    let principals = rows[0].len();
    DealSpace::from_parts(vec![rows.len()], (0..principals).map(terms).collect(), principals, vec![], vec![])
        .unwrap()
}

fn surpluses(space: &DealSpace, lottery: &Lottery) -> Vec<f64> {
    space.principals().iter().zip(&lottery.values).map(|(t, v)| v - t.reservation.raw() as f64).collect()
}

/// A lottery is what it says: packages of the zone, probabilities that sum to 1, their mean.
fn is_sound(space: &DealSpace, lottery: &Lottery, in_zone: bool) {
    assert!((lottery.packages.iter().map(|(_, p)| p).sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(lottery.packages.iter().all(|(x, p)| *p > 0.0 && (!in_zone || space.all_accept(x))));
    for (i, terms) in space.principals().iter().enumerate() {
        let mean: f64 = lottery.packages.iter().map(|(x, p)| p * terms.value(x).raw() as f64).sum();
        assert!((mean - lottery.values[i]).abs() < 1e-3, "to within rounding of a unit");
    }
}

/// The zone's surpluses of those who can gain, as parts of the most that each can have.
fn shares(space: &DealSpace) -> (Vec<usize>, Vec<Vec<f64>>) {
    let rows: Vec<Vec<i64>> = Literal::of(space)
        .zone()
        .map(|x| space.principals().iter().map(|t| (t.value(x) - t.reservation).raw()).collect())
        .collect();
    let most = |i: &usize| rows.iter().map(|row| row[*i]).max().unwrap_or(0);
    let gaining: Vec<usize> = (0..space.principals().len()).filter(|i| most(i) > 0).collect();
    let share = |row: &Vec<i64>| gaining.iter().map(|i| row[*i] as f64 / most(i) as f64).collect();
    (gaining.clone(), rows.iter().map(share).collect())
}

/// The largest x of `rows · p ≥ levels + x · lifted`, over probabilities p.
fn highest(rows: &[Vec<f64>], levels: &[f64], lifted: &[bool]) -> f64 {
    let n = rows.len();
    let mut programme = LinearProgramme { rows: Vec::new(), bounds: vec![(0.0, 1.0); n] };
    programme.bounds.push((-40.0, 40.0));
    for (i, level) in levels.iter().enumerate() {
        let mut row: Vec<f64> = rows.iter().map(|s| -s[i]).collect();
        row.push(if lifted[i] { 1.0 } else { 0.0 });
        programme.rows.push((row, -level));
    }
    let sum = |sign: f64| std::iter::repeat_n(sign, n).chain([0.0]).collect::<Vec<f64>>();
    programme.rows.push((sum(1.0), 1.0));
    programme.rows.push((sum(-1.0), -1.0));
    let mut objective = vec![0.0; n];
    objective.push(1.0);
    let found = programme.maximise(&objective).unwrap();
    assert!((found.bound - found.value).abs() < 1e-7 && found.violation < 1e-7);
    found.value
}

/// Leximin by its definition: lift all, hold whoever cannot be lifted alone, go on with the rest.
fn leximin(rows: &[Vec<f64>]) -> Vec<f64> {
    let n = rows[0].len();
    let mut levels = vec![0.0; n];
    let mut free = vec![true; n];
    while free.contains(&true) {
        let floors: Vec<f64> = (0..n).map(|i| if free[i] { 0.0 } else { levels[i] - 1e-9 }).collect();
        let level = highest(rows, &floors, &free);
        for i in (0..n).filter(|i| free[*i]) {
            levels[i] = level;
        }
        let held = |i: &usize| {
            let floors: Vec<f64> = levels.iter().map(|l| l - 1e-9).collect();
            let alone: Vec<bool> = (0..n).map(|k| k == *i).collect();
            highest(rows, &floors, &alone) < 1e-6
        };
        let stuck: Vec<usize> = (0..n).filter(|i| free[*i]).filter(held).collect();
        assert!(!stuck.is_empty());
        for i in stuck {
            free[i] = false;
        }
    }
    levels
}

/// How finely values differ: with fine ones the linear programmes cannot tell who is held at a level from who is all but held,
/// so that only the first level is compared.
#[derive(PartialEq)]
enum Values {
    Coarse,
    Fine,
}

fn agrees(space: &DealSpace, differing: &Values) {
    let central = Central::of(space.clone()).unwrap();
    let Lotteries { nash, kalai_smorodinsky, margin } = &central.lotteries;
    let (gaining, shares) = shares(space);
    assert_eq!(nash.is_some(), !shares.is_empty());
    assert_eq!(kalai_smorodinsky.is_some(), !shares.is_empty());
    if let (Some(nash), Some(ks)) = (nash, kalai_smorodinsky) {
        is_sound(space, &nash.lottery, true);
        is_sound(space, &ks.lottery, true);
        assert!(nash.lottery.packages.len() <= gaining.len().max(1));
        assert!(ks.lottery.packages.len() <= gaining.len().max(1));
        if gaining.is_empty() {
            assert_eq!((nash.product, ks.share), (0.0, 0.0));
        } else {
            nash_is_proven(space, nash, &gaining);
            let reached = surpluses(space, &ks.lottery);
            let most = |i: usize| Literal::of(space).zone().map(|x| space.values(x)[i]).max().unwrap();
            let reached: Vec<f64> = gaining
                .iter()
                .map(|i| reached[*i] / (most(*i) - space.principals()[*i].reservation).raw() as f64)
                .collect();
            let n = gaining.len();
            let share = highest(&shares, &vec![0.0; n], &vec![true; n]);
            assert!((ks.share - share).abs() < 1e-7, "{} {share}", ks.share);
            if *differing == Values::Coarse {
                let levels = leximin(&shares);
                assert!(
                    reached.iter().zip(&levels).all(|(a, b)| (a - b).abs() < 1e-6),
                    "{reached:?} {levels:?}"
                );
            }
            assert!((ks.share - reached.iter().copied().fold(1.0, f64::min)).abs() < 1e-12);
        }
        // What one package can do, a lottery can.
        let discrete = central.chosen().unwrap();
        let gain = |values: &[Units], i: usize| (values[i] - space.principals()[i].reservation).to_f64();
        let product: f64 =
            gaining.iter().map(|i| gain(&discrete.nash.as_ref().unwrap().point.values, *i)).product();
        assert!(gaining.is_empty() || nash.product * nash.at_most_times >= product * (1.0 - 1e-12));
    }

    // The margin by lot, over every package that may be drawn.
    let drawn: Vec<Vec<f64>> = space
        .packages()
        .filter(|x| space.is_feasible(x))
        .filter(|x| space.actors().iter().filter(|t| t.signs).all(|t| !t.refuses(x)))
        .filter(|x| space.ratification().iter().all(|r| r.carried(|voter| space.actors()[voter].accepts(x))))
        .map(|x| {
            let signing = space.actors().iter().filter(|t| t.signs);
            signing.map(|t| (t.value(&x) - t.reservation).to_f64()).collect()
        })
        .collect();
    let margin = margin.value().unwrap();
    assert_eq!(margin.is_some(), !drawn.is_empty());
    if let Some(margin) = margin {
        is_sound(space, &margin.lottery, false);
        assert!(margin.is_proven());
        let signatories = drawn[0].len();
        assert!(margin.lottery.packages.len() <= signatories);
        let best = highest(&drawn, &vec![0.0; signatories], &vec![true; signatories]);
        assert!((margin.value.to_f64() - best).abs() < 1e-7, "{} {best}", margin.value);
        if space.ratification().is_empty() {
            assert!(margin.value >= central.margin.as_ref().unwrap().value);
        }
        // No less for anyone who signs than it says.
        for t in space.actors().iter().filter(|t| t.signs) {
            let mean: f64 = margin.lottery.packages.iter().map(|(x, p)| p * t.value(x).raw() as f64).sum();
            assert!(mean - t.reservation.raw() as f64 >= margin.value.raw() as f64 - 1e-2);
        }
    }
}

/// The certificate holds: no package of the zone has a larger weighted sum than the optimum allows.
fn nash_is_proven(space: &DealSpace, nash: &NashLottery, gaining: &[usize]) {
    let reached = surpluses(space, &nash.lottery);
    let n = gaining.len() as f64;
    for x in Literal::of(space).zone() {
        let slope: f64 = gaining
            .iter()
            .map(|i| (space.values(x)[*i] - space.principals()[*i].reservation).raw() as f64 / reached[*i])
            .sum();
        assert!(slope <= n * (1.0 + 1e-10), "{slope} {n}");
    }
    assert!((1.0..1.0 + 1e-10).contains(&nash.at_most_times), "{}", nash.at_most_times);
    let product: f64 = gaining.iter().map(|i| reached[*i] / ONE).product();
    assert!((nash.product / product - 1.0).abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn additive_spaces_equal_linear_programmes(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { principals: 2..5, issues: 1..4, ..Shape::plain() }), &Values::Coarse);
    }

    #[test]
    fn vetoes_quotas_interactions_and_rules_equal_linear_programmes(seed in any::<u64>()) {
        let shape = Shape { principals: 2..4, audiences: 0..4, interactions: 0..4, infeasible: 0..4, ..Shape::plain() };
        agrees(&random_space(seed, &shape), &Values::Coarse);
    }

    #[test]
    fn scattered_points_equal_linear_programmes(
        rows in (2..6usize).prop_flat_map(|n| proptest::collection::vec(proptest::collection::vec(0..UNITS_PER_ONE, n), 1..25)),
    ) {
        agrees(&points(&rows), &Values::Fine);
    }

    /// Few distinct values, so that many points lie on one line or plane, and some in one place.
    #[test]
    fn coarse_points_equal_linear_programmes(
        rows in (2..5usize).prop_flat_map(|n| proptest::collection::vec(proptest::collection::vec(0..4i64, n), 1..25)),
    ) {
        let rows: Vec<Vec<i64>> = rows.iter().map(|r| r.iter().map(|x| x * UNITS_PER_ONE / 10).collect()).collect();
        agrees(&points(&rows), &Values::Coarse);
    }

    /// Two packages: the product (a + t (c − a)) (b + t (d − b)) is a parabola in t.
    #[test]
    fn nash_of_two_packages_is_the_vertex_of_a_parabola(
        a in 1..UNITS_PER_ONE, b in 1..UNITS_PER_ONE, c in 1..UNITS_PER_ONE, d in 1..UNITS_PER_ONE,
    ) {
        let space = points(&[vec![a, b], vec![c, d]]);
        let nash = Central::of(space).unwrap().lotteries.nash.unwrap();
        let [a, b, c, d] = [a, b, c, d].map(|x| x as f64 / ONE);
        let product = |t: f64| (a + t * (c - a)) * (b + t * (d - b));
        let curvature = (c - a) * (d - b);
        let vertex = -(a * (d - b) + b * (c - a)) / (2.0 * curvature);
        let inside = curvature < 0.0 && (0.0..=1.0).contains(&vertex);
        let best = [product(0.0), product(1.0), if inside { product(vertex) } else { 0.0 }];
        let best = best.into_iter().fold(0.0, f64::max);
        prop_assert!((nash.product / best - 1.0).abs() < 1e-10, "{} {best}", nash.product);
    }

    /// A party's own scale means nothing: stretched, the same packages come out as often.
    #[test]
    fn scales_change_nothing(
        rows in proptest::collection::vec(proptest::collection::vec(0..1_000_000_000i64, 3), 1..15),
        by in proptest::collection::vec(1..900i64, 3),
    ) {
        let stretched: Vec<Vec<i64>> = rows.iter().map(|r| r.iter().zip(&by).map(|(x, b)| x * b).collect()).collect();
        let (one, other) = (Central::of(points(&rows)).unwrap().lotteries, Central::of(points(&stretched)).unwrap().lotteries);
        let alike = |a: &Lottery, b: &Lottery| {
            for (i, by) in by.iter().enumerate() {
                let (x, y) = (a.values[i] - 7.0, (b.values[i] - 7.0) / *by as f64);
                assert!((x - y).abs() <= 1e-7 * x.abs().max(1.0), "{x} {y}");
            }
        };
        alike(&one.nash.unwrap().lottery, &other.nash.unwrap().lottery);
        alike(&one.kalai_smorodinsky.unwrap().lottery, &other.kalai_smorodinsky.unwrap().lottery);
    }

    /// No mixture on a fine grid has a larger product, or gives whoever gets the smallest share more.
    #[test]
    fn no_mixture_on_a_grid_does_better(rows in proptest::collection::vec(proptest::collection::vec(1..1_000i64, 3), 3)) {
        let rows: Vec<Vec<i64>> = rows.iter().map(|r| r.iter().map(|x| x * UNITS_PER_ONE / 1_000).collect()).collect();
        let found = Central::of(points(&rows)).unwrap().lotteries;
        let (nash, ks) = (found.nash.unwrap(), found.kalai_smorodinsky.unwrap());
        let most: Vec<f64> = (0..3).map(|i| rows.iter().map(|r| r[i]).max().unwrap() as f64).collect();
        for a in 0..=60 {
            for b in 0..=60 - a {
                let p = [f64::from(a) / 60.0, f64::from(b) / 60.0, f64::from(60 - a - b) / 60.0];
                let mean: Vec<f64> = (0..3).map(|i| rows.iter().zip(p).map(|(r, p)| p * r[i] as f64).sum()).collect();
                prop_assert!(mean.iter().map(|x| x / ONE).product::<f64>() <= nash.product * (1.0 + 1e-10));
                let share = mean.iter().zip(&most).map(|(x, m)| x / m).fold(1.0, f64::min);
                prop_assert!(share <= ks.share + 1e-12);
            }
        }
    }
}

/// Two packages, each good for one side only: no package is acceptable, taking turns is.
#[test]
fn turns_can_do_what_no_package_does() {
    let ten = UNITS_PER_ONE / 10;
    let central =
        Central::of(points(&[vec![4 * ten, -2 * ten], vec![-ten, 3 * ten], vec![0, -ten]])).unwrap();
    assert!(!central.has_zone());
    let lotteries = central.lotteries;
    assert_eq!((lotteries.nash, lotteries.kalai_smorodinsky), (None, None));
    // (4, −2) with 2/5 and (−1, 3) with 3/5: 1 for each.
    let margin = lotteries.margin.into_value().unwrap().unwrap();
    assert_eq!((margin.value.raw(), margin.at_most.raw()), (ten, ten));
    let odds: Vec<f64> = margin.lottery.packages.iter().map(|(_, p)| *p).collect();
    assert_eq!(odds, [0.4, 0.6]);
}

/// A hundred thousand points of a smooth frontier: on x² + y² = 1 both solutions lie on the diagonal.
#[test]
fn a_long_frontier_in_two_dimensions() {
    let rows: Vec<Vec<i64>> = (0..60_000)
        .map(|k| {
            let angle = f64::from(k) / 60_000.0 * std::f64::consts::FRAC_PI_2;
            vec![(angle.cos() * 1e12) as i64, (angle.sin() * 1e12) as i64]
        })
        .collect();
    let space = points(&rows);
    let found = Central::of(space.clone()).unwrap().lotteries;
    nash_is_proven(&space, found.nash.as_ref().unwrap(), &[0, 1]);
    assert!((found.nash.unwrap().product - 0.5).abs() < 1e-9);
    assert!((found.kalai_smorodinsky.unwrap().share - 0.5_f64.sqrt()).abs() < 1e-9);
}

/// All points on one plane, and every one of them a tie: what is exact must stay so.
#[test]
fn a_flat_frontier_in_three_dimensions() {
    let rows: Vec<Vec<i64>> = (0..=250_i64)
        .flat_map(|x| {
            (0..=250 - x)
                .map(move |y| vec![x * 4_000_000_000, y * 4_000_000_000, (250 - x - y) * 4_000_000_000])
        })
        .collect();
    let found = Central::of(points(&rows)).unwrap().lotteries;
    let third = 1.0 / 3.0;
    assert!((found.nash.unwrap().product - third * third * third).abs() < 1e-12);
    assert!((found.kalai_smorodinsky.unwrap().share - third).abs() < 1e-15);
}
