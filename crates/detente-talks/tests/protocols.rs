//! Protocols over the frontier and with a mediator, beside their definitions taken literally.

use std::f64::consts::PI;

use detente_deals::{DealSpace, DealSpaceBuilder, Over, Search};
use detente_model::Package;
use detente_talks::models::{EntropyFrequency, OpponentModel};
use detente_talks::protocols::final_offer::{self, Fair};
use detente_talks::protocols::learning_mediator::{self, Mediator, Seeks};
use detente_talks::protocols::monotonic::{self, Gains, StepByStep, Zeuthen};
use detente_talks::protocols::rubinstein::{Bargain, Horizon, Point, shares, shares_at_rates};
use detente_talks::protocols::single_text::{self, Keeps, Mediation, Voter};
use detente_talks::protocols::veto::{self, Vetoes};
use detente_talks::{Deadline, Said, Scenario, Way, chance_of};
use proptest::prelude::*;
use rand::RngExt;

/// A deal space of two from a seed.
fn space(seed: u64, sizes: &[usize], no_deal: f64) -> DealSpace {
    let mut chance = chance_of(seed, 3);
    let mut table = || -> Vec<Vec<f64>> {
        sizes
            .iter()
            .map(|size| (0..*size).map(|_| f64::from(chance.random_range(0..1_000)) / 4_000.0).collect())
            .collect()
    };
    let names: Vec<String> = (0..sizes.len()).map(|k| format!("issue {k}")).collect();
    let mut builder = DealSpaceBuilder::new(names.iter().map(String::as_str).zip(sizes.iter().copied()));
    builder.party("one", no_deal, table());
    builder.party("other", no_deal, table());
    builder.build().expect("tables that fit")
}

/// A pie in so many equal pieces.
fn pie(pieces: u16) -> Bargain {
    let point = |k: u16| {
        let share = f64::from(k) / f64::from(pieces);
        Point { worth: [share, 1.0 - share], package: Package(vec![k]) }
    };
    Bargain::over((0..=pieces).map(point), [0.0, 0.0])
}

#[test]
fn rubinsteins_shares_are_those_of_the_paper() {
    for first in [0.0, 0.3, 0.9, 0.99, 0.999_999] {
        for second in [0.0, 0.5, 0.95, 0.999_9] {
            let share = (1.0 - second) / (1.0 - first * second);
            assert!((shares([first, second])[0] - share).abs() < 1e-12);
            // Shared out by lot, a pie of two pieces is any pie.
            let by_lot = pie(1).by_lot([first, second]).unwrap();
            assert!(
                (by_lot[0] - share).abs() < 1e-9 && (by_lot[1] - (1.0 - share)).abs() < 1e-9,
                "{by_lot:?}"
            );
        }
    }
    for length in [1.0, 1e-3, 1e-9] {
        let discounts = [0.05_f64, 0.2].map(|rate| (-rate * length).exp());
        let [share, _] = shares_at_rates([0.05, 0.2], length);
        assert!(length < 1e-6 || (share - shares(discounts)[0]).abs() < 1e-9);
        assert!(length > 1e-6 || (share - 0.8).abs() < 1e-9);
    }
}

#[test]
fn on_ever_finer_pies_the_first_gets_rubinsteins_share() {
    let bargain = pie(50_000);
    for discounts in [[0.9, 0.8], [0.5, 0.95], [0.7, 0.7]] {
        let periods = bargain.equilibrium(discounts, 0, Horizon::Endless);
        let found = periods[0].worth[0];
        // No nearer than a piece of the pie and what comes of it when each puts the other off by a piece.
        let near = 2.0 / 50_000.0 / (1.0 - discounts[0] * discounts[1]);
        assert!((found - shares(discounts)[0]).abs() <= near, "{discounts:?}: {found}");
        let second = bargain.equilibrium(discounts, 1, Horizon::Endless)[0].worth[1];
        assert!((second - shares([discounts[1], discounts[0]])[0]).abs() <= near);
    }
}

/// The game with a last period, gone through over all packages: what each expects if it comes to period k.
fn by_hand(
    points: &[[f64; 2]],
    no_deal: [f64; 2],
    discounts: [f64; 2],
    first: usize,
    periods: u32,
) -> Vec<[f64; 2]> {
    let mut values = Vec::new();
    let mut next: Option<[f64; 2]> = None;
    for k in (0..periods).rev() {
        let proposer = (first + k as usize) % 2;
        let waits: [f64; 2] =
            std::array::from_fn(|j| next.map_or(no_deal[j], |next| no_deal[j].max(discounts[j] * next[j])));
        let takes = points.iter().filter(|point| point[1 - proposer] >= waits[1 - proposer]);
        let best = takes.copied().reduce(|a, b| {
            let rank = |p: &[f64; 2]| (p[proposer], p[0] + p[1]);
            if rank(&b) > rank(&a) { b } else { a }
        });
        let value = best.filter(|best| best[proposer] >= waits[proposer]).unwrap_or(waits);
        values.push(value);
        next = Some(value);
    }
    values.reverse();
    values
}

#[test]
fn on_a_deal_space_equilibrium_is_that_of_the_game_gone_through() {
    for seed in 0..30 {
        let space = space(seed, &[4, 3, 4], 0.15);
        let bargain = Bargain::of(&space).unwrap();
        let zone: Vec<[f64; 2]> = space
            .packages()
            .filter(|package| space.all_accept(package))
            .map(|package| [space.values(&package)[0].to_f64(), space.values(&package)[1].to_f64()])
            .collect();
        for (discounts, first) in [([0.9, 0.8], 0), ([0.99, 0.6], 1), ([1.0, 1.0], 0)] {
            let found = bargain.equilibrium(discounts, first, Horizon::Periods(12));
            let wanted = by_hand(&zone, [0.15; 2], discounts, first, 12);
            assert_eq!(found.iter().map(|period| period.worth).collect::<Vec<_>>(), wanted, "seed {seed}");
            for period in &found {
                assert!(period.agreed.is_none_or(|at| bargain.points()[at].worth == period.worth));
            }
        }
    }
}

#[test]
fn what_nothing_betters_is_all_that_is_bargained_over_and_nothing_may_be_left() {
    let none = Bargain::over([], [0.2, 0.3]);
    assert_eq!(none.equilibrium([0.9; 2], 0, Horizon::Periods(3))[0].agreed, None);
    assert_eq!(none.equilibrium([0.9; 2], 0, Horizon::Endless)[0].worth, [0.2, 0.3]);
    assert_eq!(none.by_lot([0.9; 2]), None);
    let of_three = DealSpaceBuilder::new([("price", 2)])
        .party("a", 0.0, [[0.0, 1.0]])
        .party("b", 0.0, [[1.0, 0.0]])
        .party("c", 0.0, [[0.5, 0.5]])
        .build()
        .unwrap();
    assert!(Bargain::of(&of_three).is_err_and(|why| why.to_string().contains("two parties; there are 3")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Where both go by Zeuthen, talks end at the package with the largest product of gains; of several, at one of them.
    #[test]
    fn zeuthen_ends_at_the_nash_package(seed in 0_u64..100_000, no_deal in 0.0..0.3_f64) {
        let space = space(seed, &[4, 3, 4], no_deal);
        let bargain = Bargain::of(&space).unwrap();
        let no_deal = space.principals()[0].reservation.to_f64();
        let gains = Gains::of(&bargain, [no_deal; 2]);
        let ended = monotonic::hold(&gains, [&mut Zeuthen { seed }, &mut Zeuthen { seed }], seed);
        let product = |package: &Package| -> f64 {
            space.values(package).iter().map(|value| value.to_f64() - no_deal).product()
        };
        let most = space.packages().filter(|package| space.all_accept(package)).map(|p| product(&p)).reduce(f64::max);
        match (ended.agreed, most) {
            (Some(agreed), Some(most)) => prop_assert!((product(&agreed) - most).abs() <= 1e-12, "{} {}", product(&agreed), most),
            (agreed, most) => prop_assert!(agreed.is_none() && most.is_none()),
        }
        // Nobody ever takes back what it has offered.
        let gain = |at: usize, side: usize| gains.gains()[at][side];
        for pair in ended.offers.windows(2) {
            prop_assert!((0..2).all(|side| gain(pair[1][side], 1 - side) >= gain(pair[0][side], 1 - side)));
        }
    }

    #[test]
    fn a_mediators_text_is_never_worse_for_anybody_than_no_deal(seed in 0_u64..100_000, heat in 0.0..2.0_f64) {
        let space = space(seed, &[4, 3, 4], 0.3);
        let talks = Scenario::of(&space, ["one", "other"]).unwrap();
        let wants = talks.wants();
        for keeps in [Keeps::Unanimous, Keeps::OnBalance { heat, strong: 0.1 }] {
            for voters in [[Voter::Climber; 2], [Voter::Annealer { heat }; 2], [Voter::Climber, Voter::Annealer { heat }]] {
                let mediation = Mediation { rounds: 60, keeps, seed };
                let mut stood = Vec::new();
                let text = single_text::hold(&wants, &voters, &mediation, None, |text| stood.push(*text));
                prop_assert_eq!(stood.len(), 60);
                prop_assert!(text.signed.is_none_or(|signed| wants.iter().all(|wants| wants.worth(&signed) >= 0.3)));
                let all_sign = |text| wants.iter().all(|wants| wants.worth(text) >= 0.3);
                prop_assert!(!stood.iter().any(all_sign) || text.signed.is_some());
                // A text that a climber has agreed to is never worse for it than one before.
                if keeps == Keeps::Unanimous {
                    for pair in stood.windows(2) {
                        for (wants, _) in wants.iter().zip(voters).filter(|(_, voter)| *voter == Voter::Climber) {
                            prop_assert!(wants.worth(&pair[1]) >= wants.worth(&pair[0]));
                        }
                    }
                }
            }
        }
        let voted = veto::hold(&wants, &Vetoes { rounds: 60, texts: 3, seed });
        prop_assert!(voted.signed.is_none_or(|signed| wants.iter().all(|wants| wants.worth(&signed) >= 0.3)));
    }

    #[test]
    fn a_mediator_who_learns_is_followed_only_by_those_who_accept(seed in 0_u64..100_000) {
        let talks = Scenario::of(&space(seed, &[4, 3, 4], 0.2), ["one", "other"]).unwrap();
        let wants = talks.wants();
        for seeks in [Seeks::Maximin, Seeks::Nash] {
            let learns = |layout: &_| -> Box<dyn OpponentModel> { Box::new(EntropyFrequency::new(layout)) };
            let mediator = Mediator { seeks, learns, listens: 2 };
            let mut parties: Vec<_> = [1.0, 0.5].iter().enumerate().map(|(seat, beta)| Way::Time { beta: *beta }.seated(seat, 1)).collect();
            let mut texts = Vec::new();
            let ended = learning_mediator::hold(&wants, &mut parties, Deadline::rounds(30), &mediator, |act| {
                if act.seat == 2 && let Said::Offer(text) = act.said {
                    texts.push(text);
                }
            });
            prop_assert!(ended.worth(&wants).iter().all(|worth| *worth >= 0.2));
            prop_assert_eq!(ended.agreement().is_some(), ended.rounds < 30 || texts.len() == 28 && ended.agreement() == texts.last().copied());
        }
    }
}

/// A mediator who climbs meets a text that no single change betters for both.
#[test]
fn hill_climbing_ends_where_no_single_change_is_better_for_all() {
    for seed in 0..10 {
        let talks = Scenario::of(&space(seed, &[4, 3, 4], 0.0), ["one", "other"]).unwrap();
        let wants = talks.wants();
        let mediation = Mediation { rounds: 2_000, keeps: Keeps::Unanimous, seed };
        let text = single_text::hold(&wants, &[Voter::Climber; 2], &mediation, None, |_| ()).last;
        let layout = talks.layout();
        for issue in 0..3 {
            for option in 0..layout.sizes()[issue] {
                let other = layout.with(&text, issue, option);
                let better = wants.iter().all(|wants| wants.worth(&other) >= wants.worth(&text));
                let same = wants.iter().all(|wants| wants.worth(&other) == wants.worth(&text));
                assert!(!better || same, "seed {seed}, issue {issue}");
            }
        }
    }
}

/// Parties that give way one package a round meet, and if both stood by their word there would be no deal.
#[test]
fn step_by_step_both_come_to_meet() {
    let space = space(4, &[4, 3, 4], 0.0);
    let gains = Gains::of(&Bargain::of(&space).unwrap(), [0.0; 2]);
    let ended = monotonic::hold(&gains, [&mut StepByStep, &mut StepByStep], 1);
    assert!(ended.agreed.is_some());
    let rounds = ended.offers.len();
    assert!(rounds.abs_diff(gains.gains().len() / 2) <= 1, "{rounds} of {}", gains.gains().len());
}

#[test]
fn final_offers_meet_farbers_formulas_and_nobody_gains_by_another() {
    let fair = Fair::Normal { mean: 0.5, deviation: 0.1 };
    // Tables of the normal distribution.
    for (z, wanted) in [
        (0.0, 0.5),
        (1.0, 0.841_344_746_068_543),
        (-1.959_963_984_540_054, 0.025),
        (-4.0, 3.167_124_183_311_992e-5),
    ] {
        assert!((fair.at_most(0.5 + 0.1 * z) - wanted).abs() < 1e-12, "{z}");
    }
    assert_eq!(fair.lower_wins(0.4, 0.6), 0.5);
    let [low, high] = fair.equilibrium();
    assert!((high - low - 0.1 * (2.0 * PI).sqrt()).abs() < 1e-15);
    // No other offer on the line is better against the other's.
    let expects = |low: f64, high: f64| {
        let p = fair.lower_wins(low, high);
        p * low + (1.0 - p) * high
    };
    for k in 0..1_000 {
        let x = f64::from(k) / 500.0 - 0.5;
        assert!(x >= high || expects(x, high) >= expects(low, high) - 1e-9);
        assert!(x <= low || expects(low, x) <= expects(low, high) + 1e-9);
    }
    let mut found = 0;
    for seed in 0..20 {
        let space = space(seed, &[5, 4, 5], 0.1);
        let gains = Gains::of(&Bargain::of(&space).unwrap(), [0.1; 2]);
        let Some(equilibrium) = final_offer::equilibrium(&gains, fair) else { continue };
        found += 1;
        for other in 0..gains.gains().len() {
            let [first, second] = equilibrium.offers;
            let shares = final_offer::shares(&gains);
            assert!(
                final_offer::outcome(&gains, &shares, [other, second], fair).gains[0] <= equilibrium.gains[0]
            );
            assert!(
                final_offer::outcome(&gains, &shares, [first, other], fair).gains[1] <= equilibrium.gains[1]
            );
        }
    }
    assert!(found >= 10, "{found} of 20 have an equilibrium that is reached");
}

#[test]
fn talks_of_a_deal_space_know_its_red_lines_and_what_cannot_be() {
    let mut builder = DealSpaceBuilder::new([("price", 3), ("month", 2)]);
    builder.party("seller", 0.1, [vec![0.1, 0.2, 0.3], vec![0.0, 0.2]]);
    builder.party("buyer", 0.1, [vec![0.3, 0.2, 0.1], vec![0.2, 0.0]]).never("price", 2);
    builder
        .together([("price", [0].as_slice()), ("month", &[1])], 0.1)
        .rule_out([("price", [1].as_slice()), ("month", &[0])]);
    let space = builder.build().unwrap();
    let talks = Scenario::of(&space, ["seller"]).unwrap();
    assert_eq!(talks.parties()[1].name, "party 2");
    let exact = space.frontier(Over::All, &Search::default()).into_value().unwrap();
    assert!(!exact.is_empty());
    for package in space.packages() {
        let offer = talks.layout().pack(&package).unwrap();
        for (wants, terms) in talks.wants().iter().zip(space.principals()) {
            assert_eq!(wants.bids.can_be(&offer), space.is_feasible(&package));
            assert_eq!(wants.worth(&offer) >= wants.no_deal, terms.accepts(&package), "{package:?}");
            assert!(
                terms.refuses(&package)
                    || (wants.worth(&offer) - terms.value(&package).to_f64()).abs() < 1e-15
            );
        }
    }
}
