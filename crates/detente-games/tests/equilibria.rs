//! Equilibria against Cramer's rule in whole numbers, closed forms, and games full of ties.

#![allow(clippy::unwrap_used)]

use detente_games::equilibria::{Equilibrium, pure, symmetric};
use detente_games::{GamesError, Payoffs};
use proptest::prelude::*;

fn game(rows: &[Vec<i32>]) -> Payoffs {
    Payoffs::new(rows.iter().map(|row| row.iter().copied().map(f64::from).collect()).collect()).unwrap()
}

/// The determinant of a matrix of whole numbers, by expansion.
fn determinant(matrix: &[Vec<i128>]) -> i128 {
    if matrix.is_empty() {
        return 1;
    }
    let minor = |column: usize| -> Vec<Vec<i128>> {
        let without = |row: &Vec<i128>| {
            let kept = row.iter().enumerate().filter(|(c, _)| *c != column);
            kept.map(|(_, entry)| *entry).collect()
        };
        matrix[1..].iter().map(without).collect()
    };
    let sign = |column: usize| if column.is_multiple_of(2) { 1 } else { -1 };
    (0..matrix.len()).map(|c| sign(c) * matrix[0][c] * determinant(&minor(c))).sum()
}

/// The equilibria with supports whose equations have one solution, exactly, and whether there are supports with others.
fn literal(rows: &[Vec<i32>]) -> (Vec<Vec<f64>>, bool) {
    let n = rows.len();
    let at = |i: usize, j: usize| i128::from(rows[i][j]);
    let (mut found, mut singular) = (Vec::new(), false);
    for set in 1_u32..1 << n {
        let support: Vec<usize> = (0..n).filter(|i| set >> i & 1 == 1).collect();
        let size = support.len();
        let mut matrix: Vec<Vec<i128>> =
            support.iter().map(|i| support.iter().map(|j| at(*i, *j)).chain([-1]).collect()).collect();
        matrix.push(vec![1; size].into_iter().chain([0]).collect());
        let whole = determinant(&matrix);
        if whole == 0 {
            singular = true;
            continue;
        }
        // Times the determinant, and its sign taken out: shares and value in whole numbers.
        let solution: Vec<i128> = (0..=size)
            .map(|column| {
                let mut changed = matrix.clone();
                for (r, row) in changed.iter_mut().enumerate() {
                    row[column] = i128::from(r == size);
                }
                determinant(&changed) * whole.signum()
            })
            .collect();
        let value = solution[size];
        let gets = |i: usize| -> i128 { support.iter().zip(&solution).map(|(j, x)| at(i, *j) * x).sum() };
        if solution[..size].iter().all(|x| *x > 0) && (0..n).all(|i| gets(i) <= value) {
            let mut mix = vec![0.0; n];
            for (i, x) in support.iter().zip(&solution) {
                mix[*i] = *x as f64 / whole.abs() as f64;
            }
            found.push(mix);
        }
    }
    (found, singular)
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-7)
}

fn table(most: i32) -> impl Strategy<Value = Vec<Vec<i32>>> {
    (1_usize..=5)
        .prop_flat_map(move |n| proptest::collection::vec(proptest::collection::vec(-most..=most, n), n))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn they_are_those_of_cramers_rule(rows in table(20)) {
        let found = symmetric(&game(&rows)).unwrap();
        let (exact, singular) = literal(&rows);
        for mix in &exact {
            prop_assert!(found.list.iter().any(|known| near(&known.mix, mix)), "{mix:?} is missing in {found:?}");
        }
        if !singular {
            prop_assert_eq!(found.list.len(), exact.len());
        }
    }

    /// Ties are common among few whole numbers; whatever is found must be one, there must be some, and mixes of joined ones must be some too.
    #[test]
    fn each_is_an_equilibrium_and_there_is_one(rows in table(2)) {
        let game = game(&rows);
        let found = symmetric(&game).unwrap();
        prop_assert!(!found.list.is_empty());
        for Equilibrium { mix, value } in &found.list {
            prop_assert!(game.regret(mix) < 1e-7 && (game.between(mix, mix) - value).abs() < 1e-9);
            prop_assert!((mix.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        for (a, b) in &found.joined {
            let (a, b) = (&found.list[*a].mix, &found.list[*b].mix);
            let half: Vec<f64> = a.iter().zip(b).map(|(a, b)| f64::midpoint(*a, *b)).collect();
            prop_assert!(game.regret(&half) < 1e-7);
        }
        let corners: Vec<usize> = found.list.iter().filter_map(|one| one.mix.iter().position(|x| *x == 1.0)).collect();
        for k in pure(&game) {
            prop_assert!(corners.contains(&k), "{k} of {found:?}");
        }
    }

    /// On a fine grid of three strategies, whatever is nearly an equilibrium lies near one that was found, or between two that are joined.
    #[test]
    fn nothing_on_a_grid_is_missed(rows in proptest::collection::vec(proptest::collection::vec(-2..=2, 3), 3)) {
        let game = game(&rows);
        let found = symmetric(&game).unwrap();
        let parts = 12;
        for a in 0..=parts {
            for b in 0..=parts - a {
                let mix = [a, b, parts - a - b].map(|k| f64::from(k) / f64::from(parts));
                if game.regret(&mix) > 1e-9 {
                    continue;
                }
                // Between corners: what it plays is best against each of some corners that play only what it plays.
                let inside: Vec<&Equilibrium> = found.list.iter().filter(|corner| {
                    let plays_less = corner.mix.iter().zip(&mix).all(|(c, m)| *c < 1e-9 || *m > 0.0);
                    plays_less && (game.between(&mix, &corner.mix) - corner.value).abs() < 1e-9
                }).collect();
                prop_assert!(covers(&inside, &mix), "{mix:?} of {found:?}");
            }
        }
    }

    #[test]
    fn the_order_of_the_strategies_does_not_matter(rows in table(3), turn in 0_usize..5) {
        let n = rows.len();
        let order: Vec<usize> = (0..n).map(|i| (i * if n == 5 { 2 } else { 1 } + turn) % n).collect();
        let turned: Vec<Vec<i32>> = order.iter().map(|i| order.iter().map(|j| rows[*i][*j]).collect()).collect();
        let (one, other) = (symmetric(&game(&rows)).unwrap(), symmetric(&game(&turned)).unwrap());
        prop_assert_eq!(one.list.len(), other.list.len());
        for known in &one.list {
            let same: Vec<f64> = order.iter().map(|i| known.mix[*i]).collect();
            prop_assert!(other.list.iter().any(|found| near(&found.mix, &same)));
        }
        prop_assert_eq!(one.joined.len(), other.joined.len());
    }
}

/// Whether a mix of three lies in the hull of some corners: at one, on a line between two, or in a triangle.
fn covers(corners: &[&Equilibrium], mix: &[f64]) -> bool {
    let cross =
        |o: &[f64], a: &[f64], b: &[f64]| (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    let within = |a: &[f64], b: &[f64]| {
        let side = |k: usize| mix[k] >= a[k].min(b[k]) - 1e-9 && mix[k] <= a[k].max(b[k]) + 1e-9;
        cross(a, b, mix).abs() < 1e-9 && side(0) && side(1)
    };
    let all: Vec<&Vec<f64>> = corners.iter().map(|corner| &corner.mix).collect();
    all.iter().any(|a| {
        all.iter().any(|b| {
            within(a, b)
                || all.iter().any(|c| {
                    let turns = [cross(a, b, mix), cross(b, c, mix), cross(c, a, mix)];
                    turns.iter().all(|turn| *turn >= -1e-9) || turns.iter().all(|turn| *turn <= 1e-9)
                })
        })
    })
}

#[test]
fn known_games_have_the_equilibria_they_are_known_for() {
    let mixes = |rows: &[Vec<i32>]| -> Vec<Vec<f64>> {
        symmetric(&game(rows)).unwrap().list.into_iter().map(|found| found.mix).collect()
    };
    // A prisoner's dilemma.
    assert_eq!(mixes(&[vec![3, 0], vec![5, 1]]), [[0.0, 1.0]]);
    // A stag hunt: both pure ones, and the mix between them.
    let hunt = mixes(&[vec![4, 0], vec![3, 3]]);
    assert!(
        hunt.len() == 3 && hunt[0] == [1.0, 0.0] && hunt[1] == [0.0, 1.0] && near(&hunt[2], &[0.75, 0.25])
    );
    // Hawk and dove with a prize V and a cost C: V/C hawks.
    let doves = mixes(&[vec![-4, 6], vec![0, 3]]);
    assert!(doves.len() == 1 && near(&doves[0], &[6.0 / 14.0, 8.0 / 14.0]));
    // Where nothing matters, everything is an equilibrium, between the pure ones.
    let nothing = symmetric(&game(&vec![vec![7; 3]; 3])).unwrap();
    assert_eq!((nothing.list.len(), nothing.joined.len()), (3, 3));
    assert!(nothing.list.iter().all(|one| one.value == 7.0));
}

#[test]
fn what_is_too_much_or_no_table_is_said() {
    // Of twenty strategies, each its own best reply, none dominates another.
    let many = game(&(0..20).map(|i| (0..20).map(|j| i32::from(i == j)).collect()).collect::<Vec<_>>());
    assert!(matches!(symmetric(&many), Err(GamesError::TooMuchWork { strategies: 20, .. })));
    assert_eq!(pure(&many).len(), 20);
    for rows in [vec![], vec![vec![1.0, 2.0]], vec![vec![f64::NAN]]] {
        assert_eq!(Payoffs::new(rows), Err(GamesError::Misshapen));
    }
}
