//! Survival of packages of a case.

use detente_durability::{DurabilityError, Effect, agreement_of, package_survival};
use detente_model::{
    Case, Choice, Combination, Durability, Factor, Finding, Issue, IssueId, Lasting, Number, Package,
    Uncertain, Worlds,
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
        median_days: median,
        shape: None,
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
