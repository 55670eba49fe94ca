//! What stands in the way, against the definitions taken literally.

use std::collections::BTreeSet;

use crate::literal::{Shape, random_space};
use detente_deals::{
    ActorTerms, Condition, DealSpace, DealSpaceBuilder, Search, SettledPackage, Shortfall, Units, Votes,
};
use detente_model::{IssueId, Package};
use proptest::prelude::*;

/// The conditions that a package violates.
fn violated(space: &DealSpace, package: &Package) -> BTreeSet<Condition> {
    let worth = |terms: &ActorTerms| terms.value(package) >= terms.reservation;
    let principals = space.principals().len();
    let mut violated = BTreeSet::new();
    for (principal, terms) in space.principals().iter().enumerate() {
        if !worth(terms) {
            violated.insert(Condition::Surplus { principal });
        }
        for (k, option) in package.0.iter().enumerate() {
            if terms.refused[k][usize::from(*option)] {
                violated.insert(Condition::RedLine { principal, issue: IssueId(k) });
            }
        }
        for rule in space.ratification().iter().filter(|rule| rule.principal == principal) {
            if !rule.carried(|voter| space.actors()[voter].accepts(package)) {
                violated.insert(Condition::Quota { principal });
            }
        }
    }
    for (audience, terms) in space.actors().iter().enumerate().skip(principals) {
        if terms.signs && !terms.accepts(package) {
            violated.insert(Condition::Veto { audience });
        }
    }
    violated
}

/// The sets that contain none of the others.
fn least(sets: &BTreeSet<BTreeSet<Condition>>) -> BTreeSet<BTreeSet<Condition>> {
    let contains_another =
        |set: &BTreeSet<Condition>| sets.iter().any(|other| other != set && other.is_subset(set));
    sets.iter().filter(|set| !contains_another(set)).cloned().collect()
}

/// The votes for a package behind a principal.
fn votes(space: &DealSpace, principal: usize, package: &Package) -> Votes {
    let rule = space.ratification().iter().find(|rule| rule.principal == principal).unwrap();
    let in_favour = rule.voters.iter().filter(|(voter, _)| space.actors()[*voter].accepts(package));
    in_favour.map(|(_, weight)| *weight).sum()
}

fn agrees(space: &DealSpace) {
    let feasible: Vec<Package> = space.packages().filter(|package| space.is_feasible(package)).collect();
    let sets: Vec<BTreeSet<Condition>> = feasible.iter().map(|package| violated(space, package)).collect();
    let found = space.blockers(&Search::default()).unwrap();
    if sets.iter().any(BTreeSet::is_empty) {
        assert_eq!(found, None);
        return;
    }
    let found = found.unwrap();
    // Packages that violate one condition alone are those that its lifting lets through.
    let repairs = least(&sets.iter().cloned().collect());
    let singles: BTreeSet<Condition> =
        repairs.iter().filter(|set| set.len() == 1).flatten().copied().collect();
    let blockers = found.alone.value().unwrap();
    assert_eq!(blockers.iter().map(|blocker| blocker.condition).collect::<BTreeSet<_>>(), singles);
    assert!(found.together.complete);
    let as_sets = |sets: &[Vec<Condition>]| -> BTreeSet<BTreeSet<Condition>> {
        sets.iter().map(|set| set.iter().copied().collect()).collect()
    };
    assert_eq!(as_sets(&found.together.repairs), repairs);
    // Each blocking set has something in common with each repair, and none could do with less.
    let hits_all = |set: &BTreeSet<Condition>| repairs.iter().all(|repair| !repair.is_disjoint(set));
    for set in as_sets(&found.together.sets) {
        assert!(hits_all(&set));
        for condition in &set {
            let mut less = set.clone();
            less.remove(condition);
            assert!(!hits_all(&less));
        }
    }
    for blocker in blockers {
        let only = BTreeSet::from([blocker.condition]);
        let let_through: Vec<&Package> =
            feasible.iter().zip(&sets).filter(|(_, set)| **set == only).map(|(package, _)| package).collect();
        let is_one = |settled: &SettledPackage| let_through.contains(&&settled.options);
        match (&blocker.shortfall, blocker.condition) {
            (Shortfall::Worth { short, crossed, nearest }, Condition::Surplus { principal: actor }) => {
                let terms = &space.actors()[actor];
                let best = let_through.iter().map(|package| terms.value(package)).max().unwrap();
                assert_eq!(short.value(), Some(&(terms.reservation - best)));
                assert!(crossed.is_empty() && is_one(nearest));
                assert_eq!(terms.value(&nearest.options), best);
            }
            (Shortfall::Worth { short, crossed, nearest }, Condition::Veto { audience: actor }) => {
                let terms = &space.actors()[actor];
                let keeps = |package: &&&Package| !terms.refuses(package);
                let any_keeps = let_through.iter().any(|package| keeps(&package));
                let considered = let_through.iter().filter(|package| !any_keeps || keeps(package));
                let best = considered.map(|package| terms.value(package)).max().unwrap();
                assert_eq!(short.value(), Some(&(terms.reservation - best).max(Units::ZERO)));
                assert!(is_one(nearest) && crossed.is_empty() == any_keeps);
            }
            (Shortfall::Line { options, nearest }, Condition::RedLine { issue, .. }) => {
                let there: BTreeSet<usize> =
                    let_through.iter().map(|package| package.option(issue)).collect();
                assert_eq!(options.iter().map(|(option, _)| *option).collect::<BTreeSet<_>>(), there);
                assert!(options.is_sorted_by_key(|(_, cost)| *cost) && is_one(nearest));
            }
            (
                Shortfall::Votes { carried, at_most, needed, nearest, winnable, .. },
                Condition::Quota { principal },
            ) => {
                let most = let_through.iter().map(|package| votes(space, principal, package)).max().unwrap();
                assert_eq!((*carried, *at_most), (most, most));
                assert!(*carried < *needed && is_one(nearest));
                let rule = space.ratification().iter().find(|rule| rule.principal == principal).unwrap();
                let flips = |voter: usize, weight: Votes, package: &Package| {
                    !space.actors()[voter].accepts(package)
                        && votes(space, principal, package).raw() + weight.raw() >= needed.raw()
                };
                let expected: Vec<usize> = (rule.voters.iter())
                    .filter(|(voter, weight)| let_through.iter().any(|p| flips(*voter, *weight, p)))
                    .map(|(voter, _)| *voter)
                    .collect();
                assert_eq!(winnable.iter().map(|won| won.audience).collect::<Vec<_>>(), expected);
                for won in winnable {
                    let weight = rule.voters.iter().find(|(voter, _)| *voter == won.audience).unwrap().1;
                    let terms = &space.actors()[won.audience];
                    let near = let_through.iter().filter(|p| flips(won.audience, weight, p));
                    let keeps = near.clone().any(|package| !terms.refuses(package));
                    let considered = near.filter(|package| !keeps || !terms.refuses(package));
                    let best = considered.map(|package| terms.value(package)).max().unwrap();
                    assert_eq!(won.short.value(), Some(&(terms.reservation - best).max(Units::ZERO)));
                    assert!(is_one(&won.nearest) && won.crossed.is_empty() == keeps);
                }
            }
            (shortfall, condition) => panic!("{condition:?} falls short by {shortfall:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn what_blocks_is_what_listing_all_packages_says(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { principals: 1..4, audiences: 0..2, ..Shape::plain() }));
    }

    #[test]
    fn what_blocks_with_votes_interactions_and_what_cannot_go_together(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { audiences: 0..5, interactions: 0..3, infeasible: 0..3, ..Shape::plain() }));
    }
}

/// Of two towns one is for the deal, and has one vote too few.
#[test]
fn a_vote_that_falls_one_point_short() {
    let mut space = DealSpaceBuilder::new([("justice", 2)]);
    space.party("alpha", 0.2, [vec![1.0, 0.0]]);
    space.party("beta", 0.0, [vec![0.0, 1.0]]);
    let built = space.build().unwrap();
    let mut actors = built.actors().to_vec();
    for (voter, worth) in [[0.6, 0.0], [0.0, 1.0]].into_iter().enumerate() {
        actors.push(ActorTerms {
            actor: detente_model::Actor::Audience(detente_model::AudienceId(voter)),
            signs: false,
            worth: vec![worth.map(Units::from_f64).to_vec()],
            refused: vec![vec![false; 2]],
            interactions: Vec::new(),
            reservation: Units::from_f64(0.5),
        });
    }
    let rule = detente_deals::Ratification {
        principal: 0,
        voters: vec![(2, Votes::from_raw(54)), (3, Votes::from_raw(46))],
        needed: Votes::from_raw(55),
    };
    let space = DealSpace::from_parts(vec![2], actors, 2, Vec::new(), vec![rule]).unwrap();
    let blockers = space.blockers(&Search::default()).unwrap().unwrap();
    let [blocker] = &blockers.alone.value().unwrap()[..] else { panic!("{blockers:?}") };
    assert_eq!(blocker.condition, Condition::Quota { principal: 0 });
    let Shortfall::Votes { carried, needed, all, winnable, .. } = &blocker.shortfall else {
        panic!("{blocker:?}")
    };
    assert_eq!((carried.raw(), needed.raw(), all.raw()), (54, 55, 100));
    let [country] = &winnable[..] else { panic!("{winnable:?}") };
    assert_eq!((country.audience, country.short.value()), (3, Some(&Units::from_f64(0.5))));
}
