//! Votes in which saying no may cost something, by their definition.

mod drawn;

use detente_collective::rules::{Ballot, Carries, Ends, Rule, Vote};
use detente_collective::{Blend, Body, Prediction};
use drawn::{body, rows};
use proptest::prelude::*;

fn rule_of(body: &Body, quota: u32, veto: Option<usize>) -> Rule {
    if quota == 100 {
        return Rule::consensus(body.capability().to_vec());
    }
    let rule = Rule::by_weight(body.capability().to_vec(), f64::from(quota) / 100.0).expect("a rule");
    veto.map_or(rule.clone(), |actor| rule.with_veto(actor % body.len()))
}

proptest! {
    #[test]
    fn what_passes_is_what_the_vote_on_each_place_says(
        rows in rows(6, 1), quota in 1..=100_u32, veto in proptest::option::of(0..6_usize), now in 0..=20_u32, costs in proptest::collection::vec(0..=8_u32, 6),
    ) {
        let body = body(&rows);
        let rule = rule_of(&body, quota, veto);
        let lets_pass: Vec<f64> = costs.iter().take(body.len()).map(|cost| f64::from(*cost) / 20.0).collect();
        let now = f64::from(now) / 20.0;
        let found = Carries::on(&body, 0, &rule, now, &lets_pass);
        for place in (0..=160).map(|n| f64::from(n) / 160.0).filter(|place| (place - now).abs() > 1e-9) {
            let passes = Vote::between(&body, &[Some(now)], &[place], &lets_pass).passes(&rule);
            // Ends themselves lie on twentieths, where a vote may tip.
            let at_an_end = (place - found.low).abs() < 1e-9 || (place - found.high).abs() < 1e-9;
            let inside = found.low < place && place < found.high;
            prop_assert!(at_an_end || passes == inside, "{place} against {now}: {found:?}");
        }
    }

    #[test]
    fn who_decides_is_who_changes_the_outcome(rows in rows(5, 2), quota in 1..=100_u32, cost in 0..=6_u32) {
        let body = body(&rows);
        let rule = rule_of(&body, quota, None);
        let lets_pass = vec![f64::from(cost) / 20.0; body.len()];
        let vote = Vote::between(&body, &[Some(0.3), Some(0.6)], &[0.5, 0.5], &lets_pass);
        let passes = vote.passes(&rule);
        for (actor, decides) in vote.decides(&rule).into_iter().enumerate() {
            let turned = |to: Ballot| rule.passes(|of| if of == actor { to } else { vote.ballots()[of] });
            let any = [Ballot::For, Ballot::Against].into_iter().any(|to| turned(to) != passes);
            prop_assert_eq!(decides, any);
        }
    }

    #[test]
    fn neighbours_that_carry_and_block_are_the_fewest(rows in rows(7, 1), quota in 1..=99_u32) {
        let body = body(&rows);
        let rule = rule_of(&body, quota, None);
        let ends = Ends::on(&body, 0, &rule);
        let carries = |set: &[usize]| rule.carries(|actor| set.contains(&actor));
        for group in &ends.carrying {
            prop_assert!(carries(group));
            let places: Vec<f64> = group.iter().map(|actor| body.position(*actor)[0]).collect();
            for end in [places[0], places[places.len() - 1]] {
                let rest: Vec<usize> = group.iter().copied().filter(|actor| (body.position(*actor)[0] - end).abs() > 1e-9).collect();
                prop_assert!(!carries(&rest));
            }
        }
        for group in [&ends.blocking_low, &ends.blocking_high] {
            let rest: Vec<usize> = (0..body.len()).filter(|actor| !group.contains(actor)).collect();
            prop_assert!(!group.is_empty() && !carries(&rest));
        }
    }

    #[test]
    fn a_blend_of_one_is_that_one_and_of_several_their_mean(one in rows(6, 1), other in rows(6, 1)) {
        let parts = [Prediction::of(&body(&one), 0), Prediction::of(&body(&other), 0)];
        let alone = Blend::of(vec![parts[0].clone()]).expect("one");
        let both = Blend::of(parts.to_vec()).expect("two");
        for place in (0..=40).map(|n| f64::from(n) / 40.0) {
            prop_assert!((alone.at_most(place) - parts[0].at_most(place)).abs() < 1e-12);
            let mean = f64::midpoint(parts[0].at_most(place), parts[1].at_most(place));
            prop_assert!((both.at_most(place) - mean).abs() < 1e-12);
        }
        prop_assert!((alone.middle() - parts[0].middle()).abs() < 2e-6);
        let chances = both.of_places(&[0.0, 0.25, 1.0]);
        prop_assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
