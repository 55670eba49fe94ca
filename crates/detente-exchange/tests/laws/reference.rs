//! The worked example (invented numbers) and the closed forms.

use detente_exchange::{
    LongestPledge, Planned, Schedule, Side, SideTerms, Terms, Trust, envelope, guarantee_for_day_zero,
    guarantee_needed, guarantee_to_begin, last_handover, longest_pledge, longest_pledge_when_out_by, plan,
    verify,
};

/// v 1, κ 0.5, d 0.02, u 0.03, l 0.2, β 0.05, N 101, M 1500.
pub fn example(days: f64, guarantee: f64) -> Terms {
    let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), days)
        .lot("people held", Side::Two, 101, 1.0, 0.2)
        .lot("prisoners", Side::One, 1500, 0.03, 0.02);
    terms.sides[0].war_gain_per_day = 0.5;
    terms.sides[0].guarantee = guarantee;
    terms.sides[1].calm_value_per_day = 0.05;
    terms
}

#[test]
fn the_worked_example_comes_out_exactly() {
    let held_and_done = |days: f64, guarantee: f64| {
        let Planned::Found(plan) = plan(&example(days, guarantee)).unwrap() else { panic!() };
        assert!(plan.verification.self_enforcing);
        (plan.held[0].left[0], plan.completes_on_day)
    };
    assert_eq!(held_and_done(135.0, 0.0), (73, 135.0));
    assert_eq!(held_and_done(135.0, 20.0), (50, 95.0));
    assert_eq!(held_and_done(135.0, 40.0), (28, 55.0));
    assert_eq!(held_and_done(135.0, 60.0), (8, 15.0));
    assert_eq!(held_and_done(42.0, 0.0).0, 23);
    assert_eq!(held_and_done(42.0, 20.0).0, 1);
}

#[test]
fn the_plan_is_the_envelope_rounded_up_while_one_side_binds() {
    // With a guarantee of 40 H's condition never binds: the people held are ⌈(κ(T−t) − G)/v⌉.
    let terms = example(135.0, 40.0);
    let Planned::Found(plan) = plan(&terms).unwrap() else { panic!() };
    for (held, on) in plan.held.iter().zip(envelope(&terms, None).unwrap()) {
        let closed = (0.5 * (135.0 - held.day) - 40.0).max(0.0);
        assert!((on.held.unwrap()[0] - closed).abs() < 1e-9);
        assert_eq!(f64::from(held.left[0]), closed.ceil());
    }
}

#[test]
fn closed_forms() {
    let terms = example(150.0, 0.0);
    // κT + d·M − v·N − Φ = 75 + 30 − 101.
    assert_eq!(guarantee_to_begin(&terms, Side::One), 4.0);
    assert_eq!(guarantee_needed(&terms).unwrap().alone[0], Some(4.0));
    // All on day 0: G ≥ κT − Φ.
    assert_eq!(guarantee_for_day_zero(&terms, Side::One), 75.0);
    let at_once = |g: f64| {
        let terms = example(150.0, g);
        let schedule = Schedule::new("all at once", None).round(0.0, &[(0, 101), (1, 1500)]);
        verify(&terms, &schedule).unwrap().self_enforcing
    };
    assert!(at_once(75.0) && !at_once(74.999));
    // T_max = t₁ + (G + Φ)/κ, and a day more does not hold.
    assert_eq!(longest_pledge_when_out_by(&example(150.0, 20.0), Side::One, 30.0), 70.0);
    let by_day_30 = |days: f64| {
        let terms = example(days, 20.0);
        let schedule =
            Schedule::new("by day 30", None).round(0.0, &[(0, 20)]).round(30.0, &[(0, 81), (1, 1500)]);
        verify(&terms, &schedule).unwrap().self_enforcing
    };
    assert!(by_day_30(70.0) && !by_day_30(71.0));
    // I begins as long as κT ≤ v·N − d·M: 142 days.
    assert_eq!(longest_pledge(&example(135.0, 0.0)).unwrap(), LongestPledge::Days(142.0));
}

/// The first step at which a side would gain by stopping is named: three stages of 45 days.
#[test]
fn three_stages_of_45_days() {
    let verdict = |guarantee: f64| {
        let terms = example(135.0, guarantee);
        let stages = Schedule::equal(&terms, "3 × 45 days", None, 3, 45.0);
        verify(&terms, &stages).unwrap()
    };
    let report = verdict(0.0);
    let failure = report.first_failure.unwrap();
    // After the first stage 67 people (67) and 1,000 prisoners (20) are to come and 135 days to be paused (67.5).
    assert_eq!((failure.side, failure.day, failure.round), (Side::One, 0.0, 1));
    assert!((failure.slack - (67.0 - 20.0 - 67.5)).abs() < 1e-12);
    // 33 and 500 left on day 45, 90 days to go: 33 − 10 − 45 = −22; none left on day 90: −22.5 is the worst moment.
    assert!((report.epsilon - 22.5).abs() < 1e-12);
    assert!(verdict(22.5).self_enforcing && !verdict(22.4).self_enforcing);
}

/// Discounting: κ(1 − e^(−r(T−t)))/r in place of κ(T−t).
#[test]
fn discounted_days_weigh_less() {
    let mut terms = example(135.0, 0.0);
    terms.discount_per_day = 0.01;
    let needed = 0.5 * (1.0 - (-1.35_f64).exp()) / 0.01;
    assert!((guarantee_for_day_zero(&terms, Side::One) - needed).abs() < 1e-9);
    let Planned::Found(with) = plan(&terms).unwrap() else { panic!() };
    assert!(with.held[0].left[0] < 73);
}

/// "No long-term guarantee": one that lapses on day 90 is worth nothing for the days after it.
#[test]
fn a_guarantee_that_lapses_holds_only_until_then() {
    let mut terms = example(135.0, 60.0);
    terms.sides[0].guarantee_over_time = vec![(89.0, 1.0), (90.0, 0.0)];
    let Planned::Found(plan) = plan(&terms).unwrap() else { panic!() };
    // From day 90 on it is as if there were none: ⌈0.5·45 …⌉ people are still held then, and the last leave at the end.
    let none = example(135.0, 0.0);
    let Planned::Found(without) = detente_exchange::plan(&none).unwrap() else { panic!() };
    assert_eq!(plan.completes_on_day, 135.0);
    assert_eq!(plan.held[90].left, without.held[90].left);
    assert!(plan.held[0].left[0] < without.held[0].left[0]);
}

/// q* ≤ 1 says the same as a slack of at least 0, and q* is the probability at which the handover breaks even.
#[test]
fn trust_and_slack_agree() {
    let mut terms = example(10.0, 0.0);
    terms.lots[0].count = 4;
    terms.lots[1].count = 20;
    let schedule = Schedule::new("prisoners first", None).round(0.0, &[(1, 20)]).round(5.0, &[(0, 4)]);
    let last = last_handover(&terms, &schedule, Side::Two).unwrap();
    // Keep 4·0.2 = 0.8, nothing to come, peace 5 days of calm at 0.05: 0.25.
    assert_eq!(last.trust, Trust::NeverEnough);
    terms.sides[1].day_after = 0.75;
    let last = last_handover(&terms, &schedule, Side::Two).unwrap();
    assert!(matches!(last.trust, Trust::AtLeast(q) if (q - 0.8).abs() < 1e-12));
}
