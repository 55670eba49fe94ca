//! Bargaining in space against its definition, every sum taken actor by actor and every contest looked at.

use detente_collective::Body;
use detente_collective::spatial::{Spatial, ThirdParties};
use proptest::prelude::*;

/// What an actor is in one number each: capability, place, salience.
type Actor = (f64, f64, f64);

fn body(actors: &[Actor]) -> Body {
    let mut body = Body::over(1);
    for (at, (capability, place, salience)) in actors.iter().enumerate() {
        body.actor(format!("{at}"), *capability, [(*place, *salience)]);
    }
    body.build().expect("within their scales")
}

fn worth(distance: f64, risk: f64) -> f64 {
    (1.0 - distance) * (1.0 + distance * risk)
}

/// How likely each of some outcomes is, from what each is worth to each actor: `worth[outcome][actor]`.
fn chances(worth: &[Vec<f64>], weight: &[f64]) -> Vec<f64> {
    let prefers = |one: &[f64], other: &[f64]| -> f64 {
        1e-8 + (0..weight.len()).map(|k| (weight[k] * (one[k] - other[k])).max(0.0)).sum::<f64>()
    };
    let product = |i: usize| -> f64 {
        let against = |j: usize| {
            let (mine, theirs) = (prefers(&worth[i], &worth[j]), prefers(&worth[j], &worth[i]));
            (mine / (mine + theirs)).ln()
        };
        (0..worth.len()).filter(|j| *j != i).map(against).sum::<f64>()
    };
    let logarithms: Vec<f64> = (0..worth.len()).map(product).collect();
    let most = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let whole: f64 = logarithms.iter().map(|one| (one - most).exp()).sum();
    logarithms.iter().map(|one| (one - most).exp() / whole).collect()
}

/// One turn: the challenges as (who, whom, chance to win), and where everybody goes.
fn turn(actors: &[Actor], at: &[f64], form: ThirdParties) -> (Vec<(usize, usize, f64)>, Vec<f64>) {
    let n = actors.len();
    let whole: f64 = actors.iter().map(|actor| actor.0).sum();
    let capability: Vec<f64> = actors.iter().map(|actor| actor.0 / whole).collect();
    let salience = |k: usize| actors[k].2;
    let weight: Vec<f64> = (0..n).map(|k| capability[k] * salience(k)).collect();
    let apart = |i: usize, k: usize| (at[i] - at[k]).abs();
    let places = |risk: &dyn Fn(usize) -> f64| -> Vec<Vec<f64>> {
        (0..n).map(|i| (0..n).map(|k| worth(apart(i, k), risk(k))).collect()).collect()
    };
    let p = chances(&places(&|_| 0.0), &capability);
    let (most, least) = p.iter().fold((0.0_f64, 1.0_f64), |(m, l), p| (m.max(*p), l.min(*p)));
    let risk: Vec<f64> = p.iter().map(|p| (3.0 * p - most - 2.0 * least) / (2.0 * (most - least))).collect();
    let mut challenges = Vec::new();
    for i in 0..n {
        let seen = places(&|k| (2.0 * risk[i] + risk[k]) / 3.0);
        let mut best: Option<(f64, usize, f64)> = None;
        for j in (0..n).filter(|j| *j != i) {
            let mine = 1e-10 + (weight[i] * (seen[i][i] - seen[j][i])).max(0.0);
            let theirs = 1e-10 + (weight[j] * (seen[j][j] - seen[i][j])).max(0.0);
            let (mut for_me, mut for_them) = (mine, theirs);
            for k in (0..n).filter(|k| *k != i && *k != j) {
                let (a, b) = (seen[i][k], seen[j][k]);
                let strength = (weight[k] * (a - b)).abs();
                let vote = match form {
                    ThirdParties::Direct => weight[k] * (a - b),
                    _ => weight[k] * (a - b) * strength / (mine + theirs + strength),
                };
                for_me += vote.max(0.0);
                for_them += (-vote).max(0.0);
            }
            let chance = for_me / (for_me + for_them);
            let (own, other) = (seen[i][i], seen[j][i]);
            let (won, lost) = (2.0 * own, 2.0 * other);
            let gain = (1.0 - salience(j)) * won + salience(j) * (chance * won + (1.0 - chance) * lost)
                - own
                - other;
            if best.is_none_or(|best| gain > best.0) {
                best = Some((gain, j, chance));
            }
        }
        if let Some((gain, j, chance)) = best
            && gain > 1e-5
        {
            challenges.push((i, j, chance));
        }
    }
    let now: Vec<Vec<f64>> = places(&|k| risk[k]);
    let mean = |moved: &[(usize, f64)]| -> Vec<f64> {
        let one = |k: usize| -> f64 {
            let place = |i: usize| match moved.iter().find(|(who, _)| *who == i) {
                Some((_, to)) => worth((at[k] - to).abs(), risk[k]),
                None => now[i][k],
            };
            (0..n).map(place).sum::<f64>() / n as f64
        };
        (0..n).map(one).collect()
    };
    let grained = |place: f64| (place * 1e4).round() / 1e4;
    let offers: Vec<[(usize, f64); 2]> = challenges
        .iter()
        .map(|&(i, j, p)| {
            let (mine, theirs) = ((salience(i) * p).powi(2), (salience(j) * (1.0 - p)).powi(2));
            let all = mine + theirs + 1e-6;
            let first = ((mine + 1e-6) * at[i] + theirs * at[j]) / all;
            let second = (mine * at[i] + (theirs + 1e-6) * at[j]) / all;
            [(i, grained(first)), (j, grained(second))]
        })
        .collect();
    let goes = |k: usize| -> f64 {
        let named: Vec<&[(usize, f64); 2]> =
            offers.iter().filter(|offer| offer.iter().any(|(who, _)| *who == k)).collect();
        let outcomes: Vec<Vec<f64>> =
            std::iter::once(mean(&[])).chain(named.iter().map(|offer| mean(*offer))).collect();
        let p = chances(&outcomes, &capability);
        let most = p.iter().copied().fold(0.0, f64::max);
        match p.iter().position(|one| *one >= most - 1e-12) {
            Some(taken) if taken > 0 => {
                named[taken - 1].iter().find(|(who, _)| *who == k).map_or(at[k], |(_, to)| *to)
            }
            _ => at[k],
        }
    };
    let next = (0..n).map(goes).collect();
    (challenges, next)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_turn_is_that_of_the_definition(
        actors in proptest::collection::vec((0.5..20.0_f64, 0.0..=1.0_f64, 0.05..=1.0_f64), 2..=45), direct in proptest::bool::ANY,
    ) {
        let form = if direct { ThirdParties::Direct } else { ThirdParties::Corrected };
        let course = Spatial { third_parties: form, turns: 4, ..Spatial::default() }.hold(&body(&actors)).expect("held");
        for pair in course.turns.windows(2) {
            let (challenges, next) = turn(&actors, &pair[0].positions, form);
            let found: Vec<(usize, usize)> = pair[0].bargains.iter().map(|bargain| (bargain.initiator, bargain.receiver)).collect();
            let literal: Vec<(usize, usize)> = challenges.iter().map(|(i, j, _)| (*i, *j)).collect();
            prop_assert_eq!(found, literal);
            for (bargain, (_, _, chance)) in pair[0].bargains.iter().zip(&challenges) {
                prop_assert!((bargain.victory - chance).abs() < 1e-9, "{} and {}", bargain.victory, chance);
            }
            for (found, literal) in pair[1].positions.iter().zip(&next) {
                prop_assert!((found - literal).abs() < 1e-9, "{} and {}", found, literal);
            }
        }
    }
}
