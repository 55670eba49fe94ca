//! Facts that a model of exchange has to be able to hold, without being fitted to them.
//!
//! The figures of worth are invented and round; what is checked is what follows from the form of each exchange.

use detente_exchange::{
    ExtensionEnd, ExtensionTerms, Figure, Inverse, Observation, Planned, Schedule, Side, SideTerms, Terms,
    extend, infer, plan, verify,
};

/// November 2023: three for one, one more day for every ten; 105 people were freed within seven days.
fn november(eligible: u32, men: u32) -> Terms {
    let mut terms = Terms::new(SideTerms::new("Israel"), SideTerms::new("Hamas"), 4.0)
        .lot("women and children, first four days", Side::Two, 50, 1.0, 0.1)
        .lot("prisoners, first four days", Side::One, 150, 0.06, 0.03)
        .lot("women and children, later", Side::Two, eligible, 1.0, 0.1)
        .lot("prisoners, later", Side::One, 3 * eligible, 0.06, 0.03)
        .lot("men and soldiers", Side::Two, men, 1.0, 3.0);
    terms.sides[0].war_gain_per_day = 2.0;
    terms.sides[1].calm_value_per_day = 1.0;
    terms.extension = Some(ExtensionTerms {
        days: 1.0,
        for_every: 10,
        of: vec![2],
        in_return: vec![(3, 30)],
        at_most: None,
    });
    terms
}

#[test]
fn november_2023_ends_on_day_seven_when_too_few_of_the_class_are_left() {
    // 81 Israelis came home: 50 in the first four days, 31 of whom three tens bought three days.
    let terms = november(31, 0);
    let course = extend(&terms, &terms.counts()).unwrap().unwrap();
    assert_eq!(course.tranches.len(), 3);
    assert_eq!(course.ends_on_day, 7.0);
    assert_eq!(course.because, ExtensionEnd::TooFewLeft { left: 1 });
    assert!(course.tranches.iter().all(|tranche| tranche.gain.iter().all(|gain| *gain > 0.0)));
    // More of the class, and it would have gone on; on the same terms for people held more dearly, it would not.
    let longer = november(100, 0);
    assert_eq!(extend(&longer, &longer.counts()).unwrap().unwrap().ends_on_day, 14.0);
    let mut men = november(0, 60);
    if let Some(rule) = &mut men.extension {
        rule.of = vec![4];
    }
    men.lots[3].count = 1_000;
    let course = extend(&men, &men.counts()).unwrap().unwrap();
    assert!(matches!(course.because, ExtensionEnd::WouldNotGain { side: Side::Two, .. }), "{course:?}");
}

#[test]
fn november_2023_day_by_day_was_kept_and_so_it_comes_out() {
    let terms = november(31, 0).pledged();
    let daily = (0..4).fold(Schedule::new("four days", None), |schedule, day| {
        let (people, prisoners) = if day < 2 { (13, 39) } else { (12, 36) };
        schedule.round(f64::from(day), &[(0, people), (1, prisoners)])
    });
    let report = verify(&terms, &daily).unwrap();
    // The last of the fifty left on day 3; what then remained was a day of pause, and the hope of more.
    let failure = report.first_failure.as_ref().map(|m| (m.side, m.day));
    assert_eq!(failure, Some((Side::One, 3.0)));
    let mut with_hope = terms.clone();
    with_hope.sides[0].day_after = 2.0;
    assert!(verify(&with_hope, &daily).unwrap().self_enforcing);
    // All fifty on the first day would have needed four days' worth of something else.
    let at_once = Schedule::new("at once", None).round(0.0, &[(0, 50), (1, 150)]);
    assert_eq!(verify(&with_hope, &at_once).unwrap().first_failure.unwrap().side, Side::One);
}

/// Shalit 2011: one man; 477 prisoners on the day, 550 two months after he was home.
fn shalit(day_after: f64) -> (Terms, Schedule) {
    let mut terms = Terms::new(SideTerms::new("Israel"), SideTerms::new("Hamas"), 60.0)
        .lot("Gilad Shalit", Side::Two, 1, 20.0, 4.0)
        .lot("prisoners", Side::One, 1027, 0.03, 0.01);
    terms.sides[0].day_after = day_after;
    let schedule = Schedule::new("as it was", None).round(0.0, &[(0, 1), (1, 477)]).round(60.0, &[(1, 550)]);
    (terms, schedule)
}

#[test]
fn shalit_2011_was_kept_by_something_other_than_collateral() {
    let (terms, schedule) = shalit(0.0);
    let report = verify(&terms, &schedule).unwrap();
    let failure = report.first_failure.unwrap();
    // With him home, 550 releases at 0.01 each are all cost.
    assert_eq!((failure.side, failure.day, failure.slack), (Side::One, 0.0, -5.5));
    // No schedule at all brings the last prisoners out later than him without a hold on the side that frees them.
    let Planned::Found(fastest) = plan(&terms).unwrap() else { panic!() };
    assert_eq!(fastest.completes_on_day, 0.0);
    let (held, schedule) = shalit(5.5);
    assert!(verify(&held, &schedule).unwrap().self_enforcing);
    // So what was seen tells that the relation (guarantors, the next exchange) outweighed the 550.
    let seen =
        Observation { side: Side::One, day: 59.0, pledge_days: 60.0, remaining: vec![0, 550], kept: true };
    let figures = [(Figure::DayAfter(Side::One), 0.0, 50.0), (Figure::Guarantee(Side::One), 0.0, 3.0)];
    let Inverse::Bounds(bounds) = infer(&terms, &figures, &[seen]).unwrap() else { panic!() };
    assert!((bounds[0].after.0 - 2.5).abs() < 1e-9); // at least 5.5, of which a guarantor could give 3
}

/// Algiers 1981: people against assets, paid on certification: a deposit stands in for all trust.
#[test]
fn algiers_1981_an_escrow_lets_everybody_go_at_once() {
    let mut terms = Terms::new(SideTerms::new("United States"), SideTerms::new("Iran"), 0.0)
        .lot("people held", Side::Two, 52, 1.0, 0.5)
        .lot("assets", Side::One, 8, 10.0, 4.0);
    terms.first = Some(Side::Two);
    assert!(plan(&terms).unwrap().found().is_none());
    // 52 people first, then 8 · 4 of assets with nothing left to come: a deposit of 32 holds the payer.
    terms.sides[0].escrow = 32.0;
    let plan_with = plan(&terms).unwrap().found().unwrap();
    assert_eq!(plan_with.completes_on_day, 0.0);
}
