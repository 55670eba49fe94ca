//! Replicator dynamics, α-rank, Nash averaging, replies and deviations: closed forms, published examples and the definitions taken literally.

#![allow(clippy::unwrap_used)]

use detente_games::alpha_rank::{CROWD, alpha_rank, stationary};
use detente_games::deviations::deviations;
use detente_games::dominance::{last_standing, survivors};
use detente_games::nash_averaging::nash_average;
use detente_games::replicator::{even, mostly, trajectory};
use detente_games::replies::best_replies;
use detente_games::{Payoffs, equilibria};
use proptest::prelude::*;

fn game(rows: &[&[f64]]) -> Payoffs {
    Payoffs::new(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
}

fn paper_scissors() -> Payoffs {
    game(&[&[0.0, -1.0, 1.0], &[1.0, 0.0, -1.0], &[-1.0, 1.0, 0.0]])
}

fn near(a: &[f64], b: &[f64], by: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= by)
}

fn table() -> impl Strategy<Value = Payoffs> {
    (1_usize..=6).prop_flat_map(|n| {
        let row = proptest::collection::vec((-8..=8).prop_map(|k| f64::from(k) / 8.0), n);
        proptest::collection::vec(row, n).prop_map(|rows| Payoffs::new(rows).unwrap())
    })
}

fn permuted(game: &Payoffs, order: &[usize]) -> Payoffs {
    Payoffs::new(order.iter().map(|i| order.iter().map(|j| game.of(*i, *j)).collect()).collect()).unwrap()
}

#[test]
fn a_share_that_always_gains_grows_as_the_logistic_curve() {
    let path = trajectory(&game(&[&[1.0, 1.0], &[0.0, 0.0]]), &[0.2, 0.8], 12);
    for (t, mix) in path.iter().enumerate() {
        let exact = 0.2 / (0.2 + 0.8 * (-(t as f64)).exp());
        assert!((mix[0] - exact).abs() < 1e-9, "at {t}: {} for {exact}", mix[0]);
    }
}

#[test]
fn paper_and_scissors_go_round_and_keep_their_product() {
    let path = trajectory(&paper_scissors(), &mostly(0, 3), 200);
    let product = |mix: &[f64]| mix.iter().product::<f64>();
    assert!(path.iter().all(|mix| (product(mix) - product(&path[0])).abs() < 1e-8));
    assert!(path.iter().any(|mix| mix[1] > 0.8) && path.iter().any(|mix| mix[2] > 0.8));
    assert!(near(&trajectory(&paper_scissors(), &even(3), 50)[50], &even(3), 1e-12), "the middle rests");
}

#[test]
fn alpha_rank_has_its_closed_form_for_two() {
    // ρ(d) / ρ(−d) = e^(α (M − 1) d).
    for (d, alpha) in [(0.3, 0.05), (0.3, 1.0), (-0.7, 0.2), (1.0, 40.0)] {
        let mass = stationary(&[vec![0.0, d], vec![0.0, 0.0]], alpha);
        let ratio = (alpha * (CROWD - 1.0) * d).exp();
        assert!((mass[0] - 1.0 / (1.0 + 1.0 / ratio)).abs() < 1e-12, "{mass:?} for {d}, {alpha}");
    }
}

/// Rock, paper and scissors, even and biased (examples of Omidshafiei et al. 2019): thirds, of the biased one where α is large.
#[test]
fn alpha_rank_gives_the_published_masses() {
    let third = even(3);
    let even_game = alpha_rank(&paper_scissors());
    assert!(even_game.rests && even_game.sweep.iter().all(|at| near(&at.mass, &third, 1e-12)));
    let biased = game(&[&[0.0, -0.5, 1.0], &[0.5, 0.0, -0.1], &[-1.0, 0.1, 0.0]]);
    let ranked = alpha_rank(&biased);
    assert!(ranked.rests && near(ranked.mass(), &third, 1e-8), "{:?}", ranked.mass());
    assert!(!near(&ranked.sweep[6].mass, &third, 1e-3), "little intensity tells them apart");
    assert_eq!(ranked.places(), [vec![0, 1, 2]]);
}

#[test]
fn a_tie_that_never_ends_and_a_single_strategy_are_no_trouble() {
    let flat = alpha_rank(&game(&[&[2.0, 2.0], &[2.0, 2.0]]));
    assert!(flat.rests && near(flat.mass(), &[0.5, 0.5], 0.0));
    let one = game(&[&[3.0]]);
    assert_eq!(alpha_rank(&one).mass(), [1.0]);
    assert_eq!(nash_average(&one).unwrap().weights, [1.0]);
    assert_eq!(trajectory(&one, &mostly(0, 1), 3)[3], [1.0]);
    assert_eq!((survivors(&one), last_standing(&one)), (vec![0], vec![(0, 3.0)]));
}

/// Two that tie, and a third that loses to one of them more than it wins from the other, hold the weight of the one down to a fifth.
#[test]
fn the_most_even_weights_stop_where_a_strategy_would_begin_to_gain() {
    let average = nash_average(&game(&[&[0.0, 0.0, -0.5], &[0.0, 0.0, 0.125], &[0.5, -0.125, 0.0]])).unwrap();
    assert!(near(&average.weights, &[0.2, 0.8, 0.0], 1e-6), "{average:?}");
    // Without the third nothing holds it.
    assert!(near(&nash_average(&game(&[&[0.0, 0.0], &[0.0, 0.0]])).unwrap().weights, &[0.5, 0.5], 1e-9));
}

/// The paper's own point: of a copy nobody's skill changes, and it shares the weight.
#[test]
fn copies_share_a_weight_and_change_no_skill() {
    let copied = game(&[
        &[0.0, -1.0, 1.0, 1.0],
        &[1.0, 0.0, -1.0, -1.0],
        &[-1.0, 1.0, 0.0, 0.0],
        &[-1.0, 1.0, 0.0, 0.0],
    ]);
    let average = nash_average(&copied).unwrap();
    let third = 1.0 / 3.0;
    assert!(near(&average.weights, &[third, third, third / 2.0, third / 2.0], 1e-6), "{average:?}");
    assert!(near(&average.skill, &[0.0; 4], 1e-9));
}

#[test]
fn hawks_and_doves_end_as_one_of_each_and_paper_and_scissors_never() {
    let doves = deviations(&game(&[&[-1.0, 2.0], &[0.0, 1.0]]));
    assert_eq!(doves.to, [vec![1], vec![], vec![1]]);
    let round = deviations(&paper_scissors());
    assert_eq!(round.ends.len(), 1);
    assert!(round.ends[0].profiles.len() > 1 && round.ends[0].basin == 1.0);
    assert_eq!(best_replies(&paper_scissors()).cycles, [vec![0, 1, 2]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_stationary_law_is_one(game in table(), power in -2.0..1.0_f64) {
        let (n, alpha) = (game.len(), 10_f64.powf(power));
        let mass = stationary(game.rows(), alpha);
        prop_assert!((mass.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let rate = |from: usize, to: usize| {
            let pull = alpha * (game.of(to, from) - game.of(from, to));
            if pull == 0.0 { 1.0 / CROWD } else { (-pull).exp_m1() / (-CROWD * pull).exp_m1() }
        };
        for i in 0..n {
            let comes: f64 = (0..n).filter(|j| *j != i).map(|j| mass[j] * rate(j, i)).sum();
            let goes: f64 = (0..n).filter(|j| *j != i).map(|j| mass[i] * rate(i, j)).sum();
            prop_assert!((comes - goes).abs() <= 1e-11, "{comes} {goes}");
        }
    }

    #[test]
    fn an_average_is_an_equilibrium_and_the_most_even_one(game in table(), seed in 0_u64..1_000) {
        let n = game.len();
        let average = nash_average(&game).unwrap();
        prop_assert!(average.skill.iter().all(|skill| *skill < 1e-7), "{average:?}");
        prop_assert!((average.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let entropy = |mix: &[f64]| -mix.iter().filter(|x| **x > 0.0).map(|x| x * x.ln()).sum::<f64>();
        // Mixes of the corners of the same set are no more even.
        let ahead = (0..n).map(|i| (0..n).map(|j| game.of(i, j) - game.of(j, i)).collect()).collect();
        let ahead = Payoffs::new(ahead).unwrap();
        let corners = equilibria::symmetric(&ahead).unwrap().list;
        for k in 0..20 {
            let lot = |c: usize| ((seed + 31 * k + 17 * c as u64) % 23) as f64 + 0.01;
            let sum: f64 = (0..corners.len()).map(lot).sum();
            let share = |i: usize| corners.iter().enumerate().map(|(c, corner)| lot(c) / sum * corner.mix[i]).sum();
            let mix: Vec<f64> = (0..n).map(share).collect();
            prop_assert!(ahead.regret(&mix) < 1e-7, "equilibria of such a game are one convex set");
            prop_assert!(entropy(&mix) <= entropy(&average.weights) + 1e-7, "{mix:?} {average:?}");
        }
    }

    #[test]
    fn the_order_of_the_strategies_does_not_matter(game in table(), turn in 1_usize..6) {
        let n = game.len();
        let order: Vec<usize> = (0..n).map(|i| (n - 1 - i + turn) % n).collect();
        let other = permuted(&game, &order);
        let turned = |values: &[f64]| -> Vec<f64> { order.iter().map(|i| values[*i]).collect() };
        let (a, b) = (nash_average(&game).unwrap(), nash_average(&other).unwrap());
        prop_assert!(near(&turned(&a.weights), &b.weights, 1e-5), "{a:?} {b:?}");
        prop_assert!(near(&turned(&a.skill), &b.skill, 1e-5));
        let (a, b) = (alpha_rank(&game), alpha_rank(&other));
        prop_assert!(near(&turned(a.mass()), b.mass(), 1e-9));
        let (a, b) = (trajectory(&game, &even(n), 20), trajectory(&other, &even(n), 20));
        prop_assert!(near(&turned(&a[20]), &b[20], 1e-9));
        let mut back: Vec<usize> = survivors(&other).iter().map(|i| order[*i]).collect();
        back.sort_unstable();
        prop_assert_eq!(survivors(&game), back);
        let ends = |game: &Payoffs| {
            let mut ends: Vec<(usize, f64)> =
                deviations(game).ends.iter().map(|end| (end.profiles.len(), end.basin)).collect();
            ends.sort_by(|a, b| a.partial_cmp(b).unwrap());
            ends
        };
        prop_assert_eq!(ends(&game), ends(&other));
    }

    /// From everywhere the best changes lead to some end, and an end of one profile is one where nobody gains.
    #[test]
    fn walks_end(game in table()) {
        let found = deviations(&game);
        for end in &found.ends {
            if let [only] = end.profiles[..] {
                let (i, j) = found.profiles[only];
                let gains = |a: usize, b: usize| (0..game.len()).any(|k| game.of(k, b) > game.of(a, b) + game.tie());
                prop_assert!(!gains(i, j) && !gains(j, i));
            }
        }
        prop_assert!(found.ends.iter().map(|end| end.basin).sum::<f64>() >= 1.0 - 1e-12);
    }

    #[test]
    fn what_is_struck_is_in_no_equilibrium(game in table()) {
        let left = survivors(&game);
        for found in equilibria::symmetric(&game).unwrap().list {
            prop_assert!((0..game.len()).all(|i| left.contains(&i) || found.mix[i] == 0.0));
        }
    }
}
