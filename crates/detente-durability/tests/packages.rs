//! Survival of packages of a case.

#![allow(clippy::unwrap_used)]

use detente_durability::{Basis, DurabilityError, Effect, UnaidedLife, agreement_of, package_survival};
use detente_model::{
    Case, Choice, Class, Combination, Durability, Factor, Finding, Form, Issue, IssueId, Lasting, LifeSpread,
    Number, Package, PastAgreement, Spell, Unaided, Uncertain, Worlds,
};

/// A baseline of 58 days (7 to 140), and what a guarantee does: from a finding, or by the case's own judgement.
fn case(finding: &str) -> Case {
    let as_of = "2024-02-14".parse().unwrap_or_default();
    let mut case = Case { as_of, ..Case::default() };
    let options = ["none", "monitors", "own judgement"].map(|text| Choice::Text(text.to_owned())).to_vec();
    let (id, name) = ("guarantee".to_owned(), "Guarantee".to_owned());
    case.issues = vec![Issue { id, name, unit: None, options, continuous: false, place: None }];
    let median = case.numbers.add(Number::new(
        "durability.baseline.median_days",
        Uncertain::Triangular { low: 7.0, mode: 58.0, high: 140.0 },
    ));
    let one = case.numbers.add(Number::new("durability.factors.monitors.hazard_ratio", 1.0));
    let quantile = case
        .numbers
        .add(Number::new("durability.factors.monitors.finding", Uncertain::Uniform { low: 0.0, high: 1.0 }));
    let own = case.numbers.add(Number::new(
        "durability.factors.own.hazard_ratio",
        Uncertain::Triangular { low: 0.3, mode: 0.5, high: 1.0 },
    ));
    let factor = |name: &str, option, hazard_ratio, finding| Factor {
        name: name.to_owned(),
        when: Combination(vec![(IssueId(0), vec![option])]),
        hazard_ratio,
        finding,
        cite: Vec::new(),
        place: None,
    };
    let finding = Finding { id: finding.to_owned(), quantile };
    case.durability = Some(Durability {
        baseline: Unaided::Median { days: median, spread: LifeSpread::Constant },
        record: Vec::new(),
        held_since: None,
        hindsight: false,
        breach: None,
        of: Lasting::Truce,
        horizons: Vec::new(),
        factors: vec![factor("monitors", 1, one, Some(finding)), factor("own", 2, own, None)],
        cite: Vec::new(),
        place: None,
    });
    case
}

#[test]
fn a_finding_lengthens_life_and_says_where_it_comes_from() {
    let case = case("fortna-2004-peacekeepers");
    let worlds = Worlds::new(&case, 1);
    let bare = package_survival(&worlds, 2_000, &Package(vec![0])).unwrap();
    let with = package_survival(&worlds, 2_000, &Package(vec![1])).unwrap();
    let own = package_survival(&worlds, 2_000, &Package(vec![2])).unwrap();
    assert!(bare.warnings.is_empty() && own.warnings.is_empty());
    assert!(with.warnings[0].contains("from other wars") && with.warnings[0].contains("Fortna 2004"));
    assert!(with.median_days.median > bare.median_days.median);
    // Common draws: the baseline is the same in both.
    assert_eq!(with.baseline_median_days, bare.median_days);
    // ln HR is normal around ln √(0.25·0.5) with the deviation of the effect: nine tenths within 1.645 of them.
    let effect = Effect::Ratio { low: 0.25, high: 0.5 };
    let ratio = with.contributions[0].hazard_ratio;
    let expected = |z: f64| (effect.log_centre() + z * effect.log_sd()).exp();
    // Standard error of the 5 % point of the logarithm in 2,000 draws: √(0.05·0.95/2000)/0.103 · 0.54 = 0.026.
    assert!(
        (ratio.low / expected(-1.645)).ln().abs() < 0.1 && (ratio.high / expected(1.645)).ln().abs() < 0.1
    );
    assert!((ratio.median / expected(0.0)).ln().abs() < 0.06);
    let days: Vec<f64> = with.survival.iter().map(|at| at.days).collect();
    assert_eq!(days, [30.0, 90.0, 180.0, 365.0]);
    assert!(with.survival.windows(2).all(|w| w[0].probability.median > w[1].probability.median));
    assert!(with.contributions[0].survival_gain.low > 0.0);
}

#[test]
fn the_central_world_uses_the_published_figure() {
    let case = case("fortna-2004-peacekeepers");
    let agreement = agreement_of(Worlds::new(&case, 1).central(), &Package(vec![1])).unwrap();
    assert!((agreement.factors[0].hazard_ratio - 0.125_f64.sqrt()).abs() < 1e-9);
}

/// A case of a day on which the correction was out is reckoned with it; one of a day before the finding itself is told so.
#[test]
fn what_is_reckoned_with_is_what_was_known_on_the_day() {
    let on = |finding: &str, day: &str| {
        let mut case = case(finding);
        case.as_of = day.parse().unwrap();
        let worlds = Worlds::new(&case, 1);
        let ratio = agreement_of(worlds.central(), &Package(vec![1])).unwrap().factors[0].hazard_ratio;
        (ratio, package_survival(&worlds, 20, &Package(vec![1])).unwrap().warnings)
    };
    let (corrected, warnings) = on("fortna-2004-peacekeepers", "2027-01-01");
    assert!((corrected - (0.28_f64 * 1.02).sqrt()).abs() < 1e-9 && warnings.len() == 1);
    let (early, warnings) = on("fortna-2004-peacekeepers", "1995-10-31");
    assert!((early - 0.125_f64.sqrt()).abs() < 1e-9);
    assert!(warnings[1].contains("published in 2004, after the day of this case"), "{warnings:?}");
}

#[test]
fn a_direction_stays_on_its_side_of_one() {
    let case = case("fortna-2003-monitors");
    let worlds = Worlds::new(&case, 3);
    for i in 0..500 {
        let ratio = agreement_of(&worlds.draw(i), &Package(vec![1])).unwrap().factors[0].hazard_ratio;
        assert!((1.0 / std::f64::consts::E..=1.0).contains(&ratio), "{ratio}");
    }
}

#[test]
fn mediation_turns() {
    let case = case("beardsley-2008-mediation");
    let agreement = agreement_of(&Worlds::new(&case, 1).draw(5), &Package(vec![1])).unwrap();
    let (day, later) = agreement.factors[0].later.unwrap();
    assert!(agreement.factors[0].hazard_ratio < 1.0 && later > 1.0 && day == 365.0);
    // As strong one way as the other.
    assert!((agreement.factors[0].hazard_ratio * later - 1.0).abs() < 1e-9);
}

#[test]
fn what_is_no_factor_is_refused() {
    let package = Package(vec![1]);
    let refuse = |finding: &str| {
        let case = case(finding);
        agreement_of(Worlds::new(&case, 1).central(), &package).unwrap_err()
    };
    assert_eq!(
        refuse("walter-1997-civil"),
        DurabilityError::NotAFactor { id: "walter-1997-civil".to_owned() }
    );
    assert!(refuse("fortna-2003-monitor").to_string().contains("fortna-2003-monitors"));
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let case = case("park-2023-flexible");
    let worlds = Worlds::new(&case, 9);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| package_survival(&worlds, 300, &Package(vec![1])).unwrap())
    };
    assert_eq!(format!("{:?}", run(1)), format!("{:?}", run(3)));
}

/// Lasting is told at the days of the case, and compared on the last but one of them.
#[test]
fn horizons_are_those_of_the_case_or_of_its_kind() {
    let told = |of: Lasting, horizons: &[f64]| {
        let mut case = case("fortna-2004-peacekeepers");
        let durability = case.durability.as_mut().unwrap();
        (durability.of, durability.horizons) = (of, horizons.to_vec());
        let found = package_survival(&Worlds::new(&case, 1), 50, &Package(vec![1])).unwrap();
        let days: Vec<f64> = found.survival.iter().map(|at| at.days).collect();
        (days, found)
    };
    let (days, truce) = told(Lasting::Truce, &[]);
    assert_eq!((days, truce.compared_day), (vec![30.0, 90.0, 180.0, 365.0], 180.0));
    let (days, peace) = told(Lasting::Peace, &[]);
    assert_eq!((days, peace.compared_day), (vec![180.0, 365.0, 730.0, 1825.0], 730.0));
    let (days, chosen) = told(Lasting::Peace, &[30.0, 365.0, 1825.0]);
    assert_eq!((days, chosen.compared_day), (vec![30.0, 365.0, 1825.0], 365.0));
    let (days, single) = told(Lasting::Truce, &[42.0]);
    assert_eq!((days, single.compared_day), (vec![42.0], 42.0));
    // The same agreement on the same day is the same, whatever else is told.
    assert_eq!(truce.survival[2], peace.survival[0]);
    assert_eq!(peace.survival[3], chosen.survival[2]);
    assert_ne!(truce.contributions[0].survival_gain, peace.contributions[0].survival_gain);
}

/// The case with a class in the place of its own median, and a record of two truces.
fn of_class(class: Class, form: Form) -> Case {
    let mut case = case("fortna-2003-monitors");
    let doubt = ["location", "spread", "between"].map(|what| {
        let path = format!("durability.class.{what}");
        case.numbers.add(Number::new(path, Uncertain::Uniform { low: 0.0, high: 1.0 }))
    });
    let durability = case.durability.as_mut().unwrap();
    durability.baseline = Unaided::Class { class, form, doubt };
    durability.record = [(138.0, "2008-06-19"), (7.0, "2023-11-24")]
        .map(|(days, began)| PastAgreement {
            name: began.to_owned(),
            began: Some(began.parse().unwrap()),
            went: Spell::Broke { days },
            place: None,
        })
        .to_vec();
    case
}

/// The case with its own median and nothing else: the risk falls, as in the records of elsewhere.
fn of_a_median() -> Case {
    let mut case = case("fortna-2003-monitors");
    let quantile = case
        .numbers
        .add(Number::new("durability.baseline.spread", Uncertain::Uniform { low: 0.0, high: 1.0 }));
    let durability = case.durability.as_mut().unwrap();
    let Unaided::Median { days, .. } = durability.baseline else { unreachable!() };
    let spread = LifeSpread::Elsewhere { class: None, form: Form::Lognormal, quantile };
    durability.baseline = Unaided::Median { days, spread };
    case
}

#[test]
fn a_class_and_the_record_of_the_conflict_are_put_together() {
    let case = of_class(Class::Cessation, Form::Lognormal);
    let worlds = Worlds::new(&case, 1);
    let basis = Basis::of(&case).unwrap();
    assert!(basis.elsewhere.is_some_and(|found| found.class == Class::Cessation) && basis.own.len() == 2);
    let pooled = basis.pooled(worlds.central()).unwrap().unwrap();
    let found = basis.elsewhere.unwrap().life;
    // The conjugate rule, by hand.
    let (own, other) = (2.0 / found.spread.powi(2), 1.0 / found.between.powi(2));
    assert!((pooled.weight - own / (own + other)).abs() < 1e-6);
    let mean = f64::midpoint(138.0_f64.ln(), 7.0_f64.ln());
    let expected = (own * mean + other * found.location) / (own + other);
    assert!((pooled.life.location - expected).abs() < 1e-6);
    let survival = package_survival(&worlds, 400, &Package(vec![0])).unwrap();
    // Told for 30, 90 and 180 days: what has held longer is likelier to hold half a year more.
    let held: Vec<f64> = survival.remaining.iter().map(|left| left.held).collect();
    assert_eq!(held, [30.0, 90.0, 180.0]);
    assert!(survival.remaining.windows(2).all(|w| w[0].median_days.median < w[1].median_days.median));
    assert!(survival.remaining[0].more[2].mean > survival.survival[2].mean);
}

#[test]
fn a_record_is_known_only_as_far_as_its_day() {
    let mut case = of_class(Class::Cessation, Form::Lognormal);
    case.as_of = "2023-11-27".parse().unwrap();
    let own: Vec<Spell> = Basis::of(&case).unwrap().own.iter().map(|(_, spell)| *spell).collect();
    assert_eq!(own, [Spell::Broke { days: 138.0 }, Spell::Held { days: 3.0 }]);
    case.as_of = "2023-11-01".parse().unwrap();
    assert_eq!(Basis::of(&case).unwrap().own.len(), 1);
    case.durability.as_mut().unwrap().held_since = Some("2023-10-02".parse().unwrap());
    let survival = package_survival(&Worlds::new(&case, 1), 20, &Package(vec![0])).unwrap();
    assert!(survival.remaining.len() == 1 && survival.remaining[0].held == 30.0);
}

#[test]
fn what_was_not_out_is_not_used_unless_asked_for() {
    let mut case = of_class(Class::Cessation, Form::Lognormal);
    case.as_of = "2016-06-30".parse().unwrap();
    let error = Basis::of(&case).unwrap_err().to_string();
    assert!(error.contains("2022") && error.contains("hindsight"), "{error}");
    case.durability.as_mut().unwrap().hindsight = true;
    assert!(Basis::of(&case).unwrap().in_hindsight);
    // A median needs no more than a spread: Fortna's record in 2016, none in 1995.
    let mut case = of_a_median();
    let lent = |case: &Case| Basis::of(case).unwrap().elsewhere.map(|found| found.class);
    assert_eq!(lent(&case), Some(Class::Cessation));
    case.as_of = "2016-06-30".parse().unwrap();
    assert_eq!(lent(&case), Some(Class::Truce));
    case.as_of = "1995-10-31".parse().unwrap();
    assert_eq!(lent(&case), None);
    assert!(Basis::of(&case).unwrap().constant_for_want_of_a_record());
}

#[test]
fn a_median_keeps_its_place_and_its_risk_falls() {
    let case = of_a_median();
    let worlds = Worlds::new(&case, 1);
    for world in [worlds.central(), &worlds.draw(3)] {
        let agreement = agreement_of(world, &Package(vec![0])).unwrap();
        let stated = world.number(case.numbers.at_path("durability.baseline.median_days").unwrap());
        assert!((agreement.median() / stated - 1.0).abs() < 1e-6);
        assert!(agreement.survival_given(30.0, 90.0) > agreement.survival(90.0));
    }
    let doubt = |draw| agreement_of(&worlds.draw(draw), &Package(vec![0])).unwrap().unaided;
    let spread = |draw| match doubt(draw) {
        UnaidedLife::Of(life) => life.spread,
        UnaidedLife::Weibull { .. } => f64::NAN,
    };
    // The shape is not known for sure.
    assert!((spread(1) - spread(2)).abs() > 1e-6);
}
