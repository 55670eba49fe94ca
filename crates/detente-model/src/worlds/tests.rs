use super::*;
use crate::{Actor, Amendment, IssueId, Number, Position, Proposition, Reservation, Uncertain, Weights};

fn proposition(id: &str, prior: NumberId, when_true: Vec<Amendment>) -> Proposition {
    let (id, text) = (id.to_owned(), String::new());
    Proposition { id, text, prior, when_true, when_false: Vec::new(), place: None }
}

fn doubtful_case() -> Case {
    let mut case = Case::default();
    case.numbers.add(Number::new("a", Uncertain::uniform(0.0, 1.0).unwrap()));
    case.numbers.add(Number::new("b", Uncertain::triangular(0.0, 0.2, 1.0).unwrap()));
    case
}

#[test]
fn a_new_judgement_leaves_the_draws_of_the_others_alone() {
    let before = doubtful_case();
    let mut after = doubtful_case();
    after.numbers.add(Number::new("c", Uncertain::uniform(2.0, 3.0).unwrap()));
    let (before, after) = (Worlds::new(&before, 9), Worlds::new(&after, 9));
    for draw in 0..50 {
        for number in [NumberId(0), NumberId(1)] {
            assert_eq!(before.draw(draw).number(number).to_bits(), after.draw(draw).number(number).to_bits());
        }
    }
}

#[test]
fn draws_have_the_mean_of_their_distribution() {
    let case = doubtful_case();
    let worlds = Worlds::new(&case, 3);
    let draws = 20_000;
    let mean = |id| (0..draws).map(|i| worlds.draw(i).number(id)).sum::<f64>() / draws as f64;
    // Standard errors are below 0.29/141 = 0.0021; four of them.
    assert!((mean(NumberId(0)) - 0.5).abs() < 0.0083);
    assert!((mean(NumberId(1)) - 0.4).abs() < 0.0083);
}

#[test]
fn a_true_proposition_amends_its_number() {
    let mut case = doubtful_case();
    let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
    let amendment = Amendment { number: NumberId(0), value: Uncertain::Known(7.0), place: None };
    case.propositions.push(proposition("p", prior, vec![amendment]));
    let worlds = Worlds::new(&case, 5);
    let mut held = 0;
    for i in 0..5_000 {
        let world = worlds.draw(i);
        assert_eq!(world.number(NumberId(0)) == 7.0, world.holds(PropositionId(0)));
        held += u32::from(world.holds(PropositionId(0)));
    }
    // A share of 0.3 in 5,000 draws has a standard error of 0.0065; four of them.
    assert!((f64::from(held) / 5_000.0 - 0.3).abs() < 0.026);
    assert!(!worlds.central().holds(PropositionId(0)));
}

#[test]
fn a_belief_replaces_the_prior_and_nothing_else() {
    let mut case = doubtful_case();
    let prior = case.numbers.add(Number::new("propositions.p.prior", 0.3));
    let amendment = Amendment { number: NumberId(0), value: Uncertain::Known(7.0), place: None };
    case.propositions.push(proposition("p", prior, vec![amendment]));
    let worlds = Worlds::new(&case, 5);
    let mut held = 0;
    for i in 0..5_000 {
        // The belief sees the number before the proposition amends it.
        let world = worlds.draw_believing(i, |_, stated| {
            assert!(stated(NumberId(0)) < 1.0);
            0.8
        });
        let before = worlds.draw(i);
        assert!(world.holds(PropositionId(0)) || !before.holds(PropositionId(0)));
        assert_eq!(world.number(NumberId(1)).to_bits(), before.number(NumberId(1)).to_bits());
        held += u32::from(world.holds(PropositionId(0)));
        assert_eq!(*before, worlds.draw_believing(i, |_, stated| stated(prior)));
    }
    // A share of 0.8 in 5,000 draws has a standard error of 0.0057; four of them.
    assert!((f64::from(held) / 5_000.0 - 0.8).abs() < 0.023);
}

#[test]
fn stated_weights_are_rescaled_in_every_world() {
    let mut case = doubtful_case();
    let issue = |id: &str| crate::Issue {
        id: id.to_owned(),
        name: id.to_owned(),
        unit: None,
        options: vec![crate::Choice::Text("x".to_owned())],
        continuous: false,
        place: None,
    };
    case.issues = vec![issue("p"), issue("q")];
    let reservation = case.numbers.add(Number::new("r", 0.0));
    case.positions.push(Position {
        of: Actor::Party(crate::PartyId(0)),
        reservation: Reservation::Value(reservation),
        weights: Weights::Stated(vec![(IssueId(0), NumberId(0)), (IssueId(1), NumberId(1))]),
        issues: Vec::new(),
        cite: Vec::new(),
        note: None,
        place: None,
    });
    let worlds = Worlds::new(&case, 1);
    for i in 0..100 {
        let world = worlds.draw(i);
        let weights = world.weights(PositionId(0));
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let (a, b) = (world.number(NumberId(0)), world.number(NumberId(1)));
        assert!((weights[0] * (a + b) - a).abs() < 1e-12);
    }
}
