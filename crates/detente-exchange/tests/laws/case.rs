//! Terms made from a case are those made by hand.

use detente_exchange::{ExchangeError, Planned, Side, assess, observations_of, over_worlds, terms_of};
use detente_model::{
    Case, Choice, Combination, Count, Exchange, ExchangeRules, Guarantee, Issue, IssueId, Lot, Number,
    NumberId, ObservedStep, Package, Party, PartyId, PledgeDays, ProposedSchedule, Role, ScheduleSteps,
    Uncertain, Worlds,
};

const ISRAEL: PartyId = PartyId(0);
const HAMAS: PartyId = PartyId(2);

/// The worked example as a case, with κ in doubt and the guarantee an issue.
fn case() -> Case {
    let mut case = Case::default();
    let party = |id: &str, role| Party {
        id: id.to_owned(),
        name: id.to_owned(),
        role,
        people: Vec::new(),
        quota: None,
        quota_when: None,
        place: None,
    };
    case.parties = vec![
        party("Israel", Role::Principal),
        party("Qatar", Role::Mediator),
        party("Hamas", Role::Principal),
    ];
    let issue = |id: &str, options| Issue {
        id: id.to_owned(),
        name: id.to_owned(),
        unit: None,
        options,
        continuous: false,
        place: None,
    };
    case.issues = vec![
        issue("truce", vec![Choice::Number(42.0), Choice::Number(135.0)]),
        issue("guarantee", vec![Choice::Text("none".to_owned()), Choice::Text("mediators".to_owned())]),
    ];
    let numbers = &mut case.numbers;
    let mut add = |path: &str, value: Uncertain| numbers.add(Number::new(path, value));
    let mut known = |path: &str, value: f64| add(path, value.into());
    let [v, l, d, u] = [1.0, 0.2, 0.02, 0.03].map(|x| known("worth", x));
    let (people, prisoners) = (known("people", 101.0), known("prisoners", 1500.0));
    let (calm, guarantee) = (known("calm", 0.05), known("guarantee", 40.0));
    let war = add("exchange.war_gain_per_day.israel", Uncertain::Uniform { low: 0.3, high: 0.7 });
    let lot = |name: &str, from, count: NumberId, worth| Lot {
        name: name.to_owned(),
        from,
        count: Count::Number(count),
        worth,
        cite: Vec::new(),
        place: None,
    };
    let observed = ObservedStep {
        party: HAMAS,
        day: 3.0,
        pledge_days: 7.0,
        still_to_come: vec![(1, 30)],
        kept: true,
        cite: Vec::new(),
        place: None,
    };
    let proposed = ProposedSchedule {
        name: "3 × 45 days".to_owned(),
        when: Combination(vec![(IssueId(0), vec![1])]),
        first: None,
        steps: ScheduleSteps::Equal { stages: 3, every: 45.0 },
        cite: Vec::new(),
        place: None,
    };
    case.exchange = Some(Exchange {
        begins: None,
        ended: None,
        extended: Vec::new(),
        pledge_days: PledgeDays::Issue(IssueId(0)),
        guarantee: Guarantee::Issue { issue: IssueId(1), table: vec![vec![], vec![(ISRAEL, guarantee)]] },
        war_gain_per_day: vec![(ISRAEL, war)],
        calm_value_per_day: vec![(HAMAS, calm)],
        day_after: Vec::new(),
        lots: vec![
            lot("people held", HAMAS, people, vec![(ISRAEL, v), (HAMAS, l)]),
            lot("prisoners", ISRAEL, prisoners, vec![(HAMAS, u), (ISRAEL, d)]),
        ],
        rules: ExchangeRules {
            schedules: vec![proposed],
            observed: vec![observed],
            ..ExchangeRules::default()
        },
        place: None,
    });
    case
}

#[test]
fn the_worked_example_from_a_case() {
    let case = case();
    let worlds = Worlds::new(&case, 1);
    let assessment = |truce, guarantee| assess(worlds.central(), &Package(vec![truce, guarantee])).unwrap();
    let bare = assessment(1, 0);
    let Planned::Found(plan) = &bare.planned else { panic!() };
    assert_eq!((plan.held[0].left[0], plan.completes_on_day), (73, 135.0));
    assert_eq!(bare.terms.side(Side::Two).party, Some(HAMAS));
    // The schedule belongs to the long truce only; it fails after its first stage, in words.
    assert!(!bare.proposed[0].verification.self_enforcing);
    assert!(bare.proposed[0].words.contains("Israel would gain"), "{}", bare.proposed[0].words);
    assert_eq!(bare.proposed[0].guarantee[0], Some(22.5));
    assert!(assessment(0, 0).proposed.is_empty());
    let bound = assessment(1, 1);
    assert!(bound.proposed[0].verification.self_enforcing);
    let Planned::Found(plan) = &bound.planned else { panic!() };
    assert_eq!((plan.held[0].left[0], plan.completes_on_day), (28, 55.0));
    let seen = observations_of(&case, &bare.terms);
    assert_eq!((seen[0].side, &seen[0].remaining), (Side::Two, &vec![0, 30]));
}

#[test]
fn worlds_of_a_case() {
    let case = case();
    let worlds = Worlds::new(&case, 7);
    let package = Package(vec![1, 0]);
    let found = over_worlds(500, |i| terms_of(&worlds.draw(i), &package), None).unwrap();
    // I begins iff 135κ ≤ 71: κ ≤ 0.5259 of [0.3, 0.7], a share of 0.565; the standard error is 0.022.
    assert!((found.some_schedule_holds.value() - 0.565).abs() < 0.066, "{found:?}");
    let [low, high] = found.some_schedule_holds.interval();
    assert!(low < 0.565 && high > 0.5);
}

#[test]
fn a_case_that_says_too_little() {
    let mut case = case();
    let package = Package(vec![1, 0]);
    // A world knows the case that it is of.
    let terms = |case: &Case| terms_of(Worlds::new(case, 1).central(), &package);
    if let Some(exchange) = &mut case.exchange {
        exchange.lots.clear();
    }
    assert_eq!(terms(&case), Err(ExchangeError::Sides { found: 0 }));
    case.exchange = None;
    assert_eq!(terms(&case), Err(ExchangeError::NoExchange));
}
