//! Audiences that are asked about some packages only, against the definition taken literally.

use std::collections::BTreeSet;

use crate::literal::{self, Dice, Literal, Shape, least_opening_asking, random_space};
use detente_deals::{
    Blockers, Central, Condition, DealSpace, Known, RedLines, Search, Shortfall, Units, Votes, ZoneCount,
};
use detente_model::{Combination, IssueId, Package};
use proptest::prelude::*;

/// What everybody wants when asked, and when each is.
struct Asking {
    plain: DealSpace,
    when: Vec<Option<Combination>>,
}

impl Asking {
    fn space(&self) -> DealSpace {
        let conditions = self.when.iter().enumerate();
        conditions.fold(self.plain.clone(), |space, (i, when)| match when {
            Some(when) => space.asked_only_if(i, when),
            None => space,
        })
    }

    fn asked(&self, i: usize, package: &Package) -> bool {
        self.when[i].as_ref().is_none_or(|when| when.holds(package))
    }

    fn accepts(&self, i: usize, package: &Package) -> bool {
        !self.asked(i, package) || self.plain.actors()[i].accepts(package)
    }

    /// The conditions of a deal that a package violates.
    fn violated(&self, package: &Package) -> BTreeSet<Condition> {
        let mut violated = BTreeSet::new();
        for (i, terms) in self.plain.actors().iter().enumerate() {
            if i >= self.plain.principals().len() {
                if terms.signs && !self.accepts(i, package) {
                    violated.insert(Condition::Veto { audience: i });
                }
                continue;
            }
            if terms.value(package) < terms.reservation {
                violated.insert(Condition::Surplus { principal: i });
            }
            let crossed = (0..package.0.len()).filter(|k| terms.refused[*k][package.option(IssueId(*k))]);
            violated.extend(crossed.map(|k| Condition::RedLine { principal: i, issue: IssueId(k) }));
        }
        for rule in self.plain.ratification() {
            if !rule.carried(|voter| self.accepts(voter, package)) {
                violated.insert(Condition::Quota { principal: rule.principal });
            }
        }
        violated
    }

    /// The smallest surplus among those who must sign and are asked; `None` where one of their red lines is crossed.
    fn margin_of(&self, package: &Package) -> Option<Units> {
        let signing = self.plain.actors().iter().enumerate();
        let mut signing = signing.filter(|(i, t)| t.signs && self.asked(*i, package)).map(|(_, t)| t);
        if signing.clone().any(|terms| terms.refuses(package)) {
            return None;
        }
        signing.by_ref().map(|terms| terms.value(package) - terms.reservation).min()
    }
}

fn agrees(asking: &Asking) {
    let space = asking.space();
    let feasible: Vec<Package> = space.packages().filter(|package| space.is_feasible(package)).collect();
    let in_zone = |package: &Package| asking.violated(package).is_empty();
    for package in &feasible {
        assert_eq!(space.all_accept(package), in_zone(package));
        for i in 0..space.actors().len() {
            assert_eq!(space.actors()[i].accepts(package), asking.accepts(i, package));
        }
    }
    let found = Central::of(space.clone()).unwrap();
    let zone: Vec<&Package> = feasible.iter().filter(|package| in_zone(package)).collect();
    assert_eq!(found.zone_count, ZoneCount::Exact(zone.len().into()));
    assert_eq!(space.find_agreement(&Search::default()).unwrap().is_some(), !zone.is_empty());
    let margin = feasible.iter().filter_map(|package| asking.margin_of(package)).max();
    assert_eq!(found.margin.as_ref().map(|m| m.value), margin);
    if let Some(margin) = &found.margin {
        assert_eq!(asking.margin_of(&margin.package), Some(margin.value));
    }

    let all: Vec<Vec<Units>> = zone.iter().map(|package| space.values(package)).collect();
    let beaten = |a: &Vec<Units>| all.iter().any(|b| a != b && a.iter().zip(b).all(|(x, y)| x <= y));
    let frontier: BTreeSet<Vec<Units>> = all.iter().filter(|values| !beaten(values)).cloned().collect();
    let zone_frontier = found.zone_frontier.value().unwrap();
    assert_eq!(zone_frontier.iter().map(|p| p.values.clone()).collect::<BTreeSet<_>>(), frontier);
    assert!(zone_frontier.iter().all(|point| in_zone(&point.package)));
    let everything: Vec<Vec<Units>> =
        Literal::of(&asking.plain).frontier().into_iter().map(|f| f.0).collect();
    let told: Vec<Vec<Units>> = found.frontier.value().unwrap().iter().map(|p| p.values.clone()).collect();
    assert_eq!(told, everything);
    blockers_agree(asking, &space, &feasible);
}

fn blockers_agree(asking: &Asking, space: &DealSpace, feasible: &[Package]) {
    let sets: Vec<BTreeSet<Condition>> = feasible.iter().map(|package| asking.violated(package)).collect();
    let found = space.blockers(&Search::default()).unwrap();
    if sets.iter().any(BTreeSet::is_empty) {
        assert_eq!(found, None);
        return;
    }
    let found = found.unwrap();
    let least = |set: &&BTreeSet<Condition>| !sets.iter().any(|other| other != *set && other.is_subset(set));
    let repairs: BTreeSet<BTreeSet<Condition>> = sets.iter().filter(least).cloned().collect();
    assert!(found.together.complete);
    let told: BTreeSet<BTreeSet<Condition>> =
        found.together.repairs.iter().map(|set| set.iter().copied().collect()).collect();
    assert_eq!(told, repairs);
    let singles: BTreeSet<Condition> =
        repairs.iter().filter(|set| set.len() == 1).flatten().copied().collect();
    let blockers = found.alone.value().unwrap();
    assert_eq!(blockers.iter().map(|blocker| blocker.condition).collect::<BTreeSet<_>>(), singles);
    for blocker in blockers {
        let only = BTreeSet::from([blocker.condition]);
        let let_through: Vec<&Package> =
            feasible.iter().zip(&sets).filter(|(_, set)| **set == only).map(|(package, _)| package).collect();
        match (&blocker.shortfall, blocker.condition) {
            (Shortfall::Worth { short, crossed, nearest }, Condition::Veto { audience }) => {
                let terms = &asking.plain.actors()[audience];
                assert!(let_through.iter().all(|package| asking.asked(audience, package)));
                let any_keeps = let_through.iter().any(|package| !terms.refuses(package));
                let considered = let_through.iter().filter(|package| !any_keeps || !terms.refuses(package));
                let best = considered.map(|package| terms.value(package)).max().unwrap();
                assert_eq!(short.value(), Some(&(terms.reservation - best).max(Units::ZERO)));
                assert!(let_through.contains(&&nearest.options) && crossed.is_empty() == any_keeps);
            }
            (Shortfall::Votes { carried, winnable, .. }, Condition::Quota { principal }) => {
                let rule = space.ratification().iter().find(|rule| rule.principal == principal).unwrap();
                let votes = |package: &Package| -> Votes {
                    let voters = rule.voters.iter().filter(|(voter, _)| asking.accepts(*voter, package));
                    voters.map(|(_, weight)| *weight).sum()
                };
                assert_eq!(Some(*carried), let_through.iter().map(|package| votes(package)).max());
                for (voter, weight) in &rule.voters {
                    let with = |package: &&&Package| {
                        !asking.accepts(*voter, package)
                            && votes(package).raw() + weight.raw() >= rule.needed.raw()
                    };
                    let won: Vec<&&Package> = let_through.iter().filter(with).collect();
                    let told = winnable.iter().find(|winnable| winnable.audience == *voter);
                    assert_eq!(told.is_some(), !won.is_empty());
                    let Some(told) = told else { continue };
                    let terms = &asking.plain.actors()[*voter];
                    let any_keeps = won.iter().any(|package| !terms.refuses(package));
                    let considered = won.iter().filter(|package| !any_keeps || !terms.refuses(package));
                    let best = considered.map(|package| terms.value(package)).max().unwrap();
                    assert_eq!(told.short.value(), Some(&(terms.reservation - best).max(Units::ZERO)));
                }
            }
            _ => {}
        }
    }
}

/// For each actor of a space a condition under which it is asked: most audiences have one, principals none.
fn random_conditions(seed: u64, space: &DealSpace) -> Vec<Option<Combination>> {
    let mut dice = Dice(seed ^ 0xA5C3);
    let principals = space.principals().len();
    let mut condition = |i: usize| {
        if i < principals || dice.chance(15) {
            return None;
        }
        let mut when = Vec::new();
        for (k, size) in space.sizes().iter().enumerate() {
            if dice.chance(40) {
                continue;
            }
            let options: Vec<usize> = (0..*size).filter(|_| dice.chance(60)).collect();
            when.push((IssueId(k), options));
        }
        Some(Combination(when))
    };
    (0..space.actors().len()).map(&mut condition).collect()
}

fn asking(seed: u64, tied: bool) -> Asking {
    let most = if tied { 3 } else { 1 };
    let shape =
        Shape { principals: 2..4, issues: 1..4, audiences: 1..5, interactions: 0..most, infeasible: 0..most };
    let plain = random_space(seed, &shape);
    let when = random_conditions(seed, &plain);
    Asking { plain, when }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn every_finding_is_that_of_the_definition(seed in any::<u64>(), tied in any::<bool>()) {
        agrees(&asking(seed, tied));
    }

    /// How far a package lies from the frontier of those that cross no red line of whoever is asked about them.
    #[test]
    fn what_betters_a_package_is_what_the_definition_says(seed in any::<u64>(), tied in any::<bool>(), pick in any::<usize>()) {
        let asking = asking(seed, tied);
        let space = asking.space();
        let feasible: Vec<Package> = space.packages().filter(|package| space.is_feasible(package)).collect();
        prop_assume!(!feasible.is_empty());
        let package = &feasible[pick % feasible.len()];
        let crosses = |other: &Package| {
            let signing = asking.plain.actors().iter().enumerate().filter(|(_, terms)| terms.signs);
            signing.filter(|(i, _)| asking.asked(*i, other)).any(|(_, terms)| terms.refuses(other))
        };
        let least_gain = |other: &Package| {
            let before = space.values(package);
            space.values(other).iter().zip(before).map(|(after, before)| *after - before).min().unwrap()
        };
        for red_lines in [RedLines::Ignored, RedLines::Kept] {
            let counted = feasible.iter().filter(|other| red_lines == RedLines::Ignored || !crosses(other));
            let most = counted.map(least_gain).max().filter(|most| *most >= Units::ZERO);
            let found = space.bettered(package, red_lines).unwrap();
            prop_assert_eq!(found.all_gain.and_then(Known::into_value), most);
        }
        let crossed: BTreeSet<usize> = space.red_lines_crossed(package).into_iter().map(|(actor, _)| actor).collect();
        for (i, terms) in asking.plain.actors().iter().enumerate() {
            prop_assert_eq!(crossed.contains(&i), asking.asked(i, package) && terms.refuses(package));
            prop_assert_eq!(space.stated_surplus(i, package), terms.value(package) - terms.reservation);
        }
    }

    #[test]
    fn openings_are_least(seed in any::<u64>(), tied in any::<bool>()) {
        let asking = asking(seed, tied);
        let found = asking.space().openings(&Search::default()).unwrap();
        let least = least_opening_asking(&asking.plain, &asking.when);
        prop_assert_eq!(found.is_empty(), least.is_none());
        for opening in &found {
            let cost = opening.concessions.iter().map(|c| c.cost).sum::<Units>();
            prop_assert_eq!(Some((opening.concessions.len(), cost)), least);
            let conceded = literal::conceded(&asking.plain, &opening.concessions);
            let after = Asking { plain: conceded, when: asking.when.clone() };
            prop_assert!(after.violated(&opening.package).is_empty());
        }
    }

    /// A condition that every package meets changes nothing.
    #[test]
    fn asked_about_everything_is_asked(seed in any::<u64>()) {
        let plain = asking(seed, true).plain;
        let all = |i: usize| (i >= plain.principals().len()).then(Combination::default);
        let when = (0..plain.actors().len()).map(all).collect();
        let space = Asking { plain: plain.clone(), when }.space();
        let (one, other) = (Central::of(plain.clone()).unwrap(), Central::of(space.clone()).unwrap());
        prop_assert_eq!(&one.zone_count, &other.zone_count);
        prop_assert_eq!(one.margin.as_ref().map(|m| m.value), other.margin.as_ref().map(|m| m.value));
        // Where several packages come equally near, either may be named.
        let blocking = |central: &Central| {
            let alone = |b: &Blockers| b.alone.value().map(|alone| alone.iter().map(|b| b.condition).collect::<Vec<_>>());
            central.blockers.as_ref().map(|b| (b.conditions.clone(), alone(b), b.together.clone()))
        };
        prop_assert_eq!(blocking(&one), blocking(&other));
    }
}
