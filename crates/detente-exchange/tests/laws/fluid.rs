//! The envelope against linear programmes, ours and another's.

use detente_exchange::{LinearProgramme, Side, SideTerms, Terms, envelope};
use good_lp::{Expression, Solution, SolverModel, constraint, microlp, variable, variables};
use proptest::prelude::*;

fn single_lots() -> impl Strategy<Value = Terms> {
    let worth = || (1u32..40).prop_map(|x| f64::from(x) / 10.0);
    ((worth(), worth(), worth(), worth()), 0u32..9, -9i32..30, -30i32..9, 0u32..20, 5u32..40, 5u32..60)
        .prop_map(|((v, l, u, d), days, war, calm, g, people, prisoners)| {
            let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), f64::from(days))
                .lot("people", Side::Two, people, v, l / 4.0)
                .lot("prisoners", Side::One, prisoners, u, d / 4.0);
            terms.sides[0].war_gain_per_day = f64::from(war) / 5.0;
            terms.sides[1].war_gain_per_day = f64::from(calm) / 5.0;
            terms.sides[0].guarantee = f64::from(g) / 10.0;
            terms
        })
}

/// Both sides' conditions on a day as rows a·(h, p) ≤ b.
fn rows(terms: &Terms, day: f64) -> Vec<(Vec<f64>, f64)> {
    let (people, prisoners) = (&terms.lots[0], &terms.lots[1]);
    let need = |side: usize| {
        let of = &terms.sides[side];
        (of.war_gain_per_day - of.calm_value_per_day) * (terms.pledge_days - day)
            - of.guarantee
            - of.day_after
    };
    vec![
        (vec![-people.to_receiver, prisoners.to_giver], -need(0)),
        (vec![people.to_giver, -prisoners.to_receiver], -need(1)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_envelope_is_the_optimum_of_the_linear_programme(terms in single_lots()) {
        let bounds: Vec<(f64, f64)> = terms.lots.iter().map(|lot| (0.0, f64::from(lot.count))).collect();
        for on in envelope(&terms, None).unwrap() {
            let programme = LinearProgramme { rows: rows(&terms, on.day), bounds: bounds.clone() };
            let ours = programme.maximise(&[-1.0, -1.0]);
            variables! { vars: 0.0 <= h <= bounds[0].1; 0.0 <= p <= bounds[1].1; }
            let mut model = vars.minimise(h + p).using(microlp);
            for (a, b) in &programme.rows {
                model = model.with(constraint!(a[0] * h + a[1] * p <= *b));
            }
            let theirs = model.solve().ok();
            match &on.held {
                Some(held) => {
                    let ours = ours.expect("the envelope is feasible");
                    prop_assert!((-ours.value - held[0] - held[1]).abs() < 1e-7, "{held:?} {ours:?}");
                    // Not only their sum: each is least.
                    prop_assert!((ours.x[0] - held[0]).abs() < 1e-7);
                    if let Some(theirs) = theirs {
                        prop_assert!((theirs.value(h) - held[0]).abs() < 1e-6);
                    }
                }
                None => prop_assert!(ours.is_none(), "{ours:?}"),
            }
        }
    }

    /// Our own solver against the other on programmes of six unknowns; its bound is never beaten.
    #[test]
    fn optima_agree(
        a in prop::collection::vec(prop::collection::vec(-5i32..6, 6), 1..9),
        b in prop::collection::vec(-10i32..20, 9), c in prop::collection::vec(-5i32..6, 6),
    ) {
        let programme = LinearProgramme {
            rows: a.iter().zip(&b).map(|(a, b)| (a.iter().map(|x| f64::from(*x)).collect(), f64::from(*b))).collect(),
            bounds: vec![(-2.0, 7.0); 6],
        };
        let c: Vec<f64> = c.into_iter().map(f64::from).collect();
        let mut vars = variables!();
        let x = vars.add_vector(variable().min(-2.0).max(7.0), 6);
        let sum = |a: &[f64]| a.iter().zip(&x).map(|(a, x)| *a * *x).sum::<Expression>();
        let mut model = vars.maximise(sum(&c)).using(microlp);
        for (a, b) in &programme.rows {
            model = model.with(constraint!(sum(a) <= *b));
        }
        let theirs = model.solve();
        match programme.maximise(&c) {
            Some(best) => {
                prop_assert!(best.violation < 1e-8);
                prop_assert!((best.bound - best.value).abs() < 1e-7, "{best:?}");
                let theirs = theirs.expect("ours satisfies every row");
                let value: f64 = c.iter().zip(&x).map(|(c, x)| c * theirs.value(*x)).sum();
                prop_assert!((value - best.value).abs() < 1e-6, "{value} {best:?}");
            }
            None => prop_assert!(theirs.is_err()),
        }
    }
}

/// With several lots the envelope in a fixed order stands for both sides, and a little less of either side does not.
#[test]
fn several_lots() {
    let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 40.0)
        .lot("soldiers", Side::Two, 12, 2.0, 0.6)
        .lot("elderly", Side::Two, 20, 1.2, 0.1)
        .lot("children", Side::Two, 6, 1.5, 0.05)
        .lot("lifers", Side::One, 50, 0.1, 0.08)
        .lot("minors", Side::One, 150, 0.04, 0.005);
    terms.sides[0].war_gain_per_day = 0.6;
    terms.sides[1].calm_value_per_day = 0.02;
    let order = [vec![4, 3], vec![2, 1, 0]];
    for on in envelope(&terms, Some(&order)).unwrap() {
        let held = on.held.unwrap();
        let slack = |held: &[f64], side: Side| {
            let mut sum = 0.0;
            for (lot, n) in terms.lots.iter().zip(held) {
                sum += n * if lot.from == side { -lot.to_giver } else { lot.to_receiver };
            }
            let of = terms.side(side);
            sum - (of.war_gain_per_day - of.calm_value_per_day) * (40.0 - on.day)
        };
        assert!(slack(&held, Side::One) > -1e-9 && slack(&held, Side::Two) > -1e-9);
        for (queue, side) in [(&order[0], Side::Two), (&order[1], Side::One)] {
            if let Some(&lot) = queue.iter().find(|lot| held[**lot] > 1e-6) {
                let mut less = held.clone();
                less[lot] -= 1e-6;
                assert!(slack(&less, side) < 1e-12, "{held:?}");
            }
        }
    }
}
