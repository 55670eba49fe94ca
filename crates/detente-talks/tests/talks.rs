//! Talks by every way to bargain: what must hold of all of them.

use detente_talks::protocols::{sao, simultaneous, tau};
use detente_talks::{Act, Deadline, End, Ended, Offer, Said, Scenario, Wants, Way, chance_of};
use proptest::prelude::*;
use rand::RngExt;

/// Tables of 1/1024ths, which add up to the same in any order, no two packages alike.
fn tables(seed: u64, sizes: &[usize]) -> Vec<Vec<f64>> {
    let mut chance = chance_of(seed, 7);
    let mut value = || f64::from(chance.random_range(0_u32..1 << 20)) / f64::from(1 << 22);
    sizes.iter().map(|size| (0..*size).map(|_| value()).collect()).collect()
}

fn scenario(tables: &[Vec<Vec<f64>>], no_deal: f64) -> Scenario {
    let mut builder = Scenario::over(tables[0].iter().map(Vec::len));
    for (i, table) in tables.iter().enumerate() {
        builder.party(&format!("party {i}"), no_deal, table.clone());
    }
    builder.build().expect("tables that fit")
}

fn held(wants: &[Wants<'_>], ways: &[Way], rounds: u32, seed: u64) -> (Ended, Vec<Act>) {
    let mut parties: Vec<_> = ways.iter().enumerate().map(|(seat, way)| way.seated(seat, seed)).collect();
    let mut acts = Vec::new();
    let ended = sao::hold(wants, &mut parties, Deadline::rounds(rounds), |act| acts.push(*act));
    (ended, acts)
}

/// Ways that do not draw by chance which of their offers they make.
fn without_chance() -> Vec<Way> {
    let mut ways = Way::all();
    ways.retain(|way| !matches!(way, Way::Random | Way::Micro));
    ways
}

#[test]
fn nobody_offers_or_accepts_or_ends_below_no_deal() {
    let sizes = [4, 3, 5];
    for seed in 0..6 {
        let both = scenario(&[tables(seed, &sizes), tables(seed + 100, &sizes)], 0.35);
        let wants = both.wants();
        for a in Way::all() {
            for b in Way::all() {
                let (ended, acts) = held(&wants, &[a, b], 30, seed);
                let wastes = |way: &Way| matches!(way, Way::Descending { wasting: true, .. });
                for act in &acts {
                    if let Said::Offer(offer) = act.said
                        && !wastes(&[a, b][act.seat])
                    {
                        assert!(wants[act.seat].worth(&offer) >= 0.35, "{a} against {b}");
                    }
                }
                for (seat, worth) in ended.worth(&wants).into_iter().enumerate() {
                    assert!(worth >= 0.35 || wastes(&[a, b][seat]), "{a} against {b}: {worth}");
                }
            }
        }
    }
}

#[test]
fn who_can_gain_nothing_leaves() {
    let sizes = [3, 3];
    let both = scenario(&[tables(1, &sizes), tables(2, &sizes)], 5.0);
    for way in Way::all().into_iter().filter(|way| !matches!(way, Way::Descending { .. })) {
        let (ended, acts) = held(&both.wants(), &[way, way], 10, 1);
        assert_eq!((ended.end, acts.len()), (End::Broken, 1), "{way}");
    }
}

#[test]
fn the_same_seed_gives_the_same_talks_and_every_way_sits_at_every_table() {
    let sizes = [4, 3, 5];
    let three = scenario(&[tables(1, &sizes), tables(2, &sizes), tables(3, &sizes)], 0.2);
    for way in Way::all() {
        let ways = [way, Way::Time { beta: 1.0 }, Way::Micro];
        assert_eq!(held(&three.wants(), &ways, 25, 3), held(&three.wants(), &ways, 25, 3), "{way}");
        let parties = || ways.iter().enumerate().map(|(seat, way)| way.seated(seat, 3)).collect::<Vec<_>>();
        let at_once = simultaneous::hold(&three.wants(), &mut parties(), Deadline::rounds(25), 3, |_| ());
        assert!(at_once.worth(&three.wants()).iter().all(|worth| *worth >= 0.2), "{way}");
        let tau = tau::hold(&three.wants(), &mut parties(), None, |_| ());
        assert!(tau.rounds <= 61, "{way}: {}", tau.rounds);
    }
}

/// Options and parties in another order.
fn reordered(tables: &[Vec<f64>], orders: &[Vec<usize>]) -> Vec<Vec<f64>> {
    tables.iter().zip(orders).map(|(row, order)| order.iter().map(|option| row[*option]).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The party added second may as well be added first, if it keeps its seat; options may have other places.
    #[test]
    fn the_order_of_parties_and_options_changes_nothing(seed in 0_u64..10_000) {
        let sizes = [4, 3, 5];
        let mut chance = chance_of(seed, 1);
        let orders: Vec<Vec<usize>> = sizes.iter().map(|size| {
            let mut order: Vec<usize> = (0..*size).collect();
            for k in (1..*size).rev() {
                order.swap(k, chance.random_range(0..=k));
            }
            order
        }).collect();
        let (one, other) = (tables(seed, &sizes), tables(seed + 50_000, &sizes));
        let plain = scenario(&[one.clone(), other.clone()], 0.2);
        let moved = scenario(&[reordered(&other, &orders), reordered(&one, &orders)], 0.2);
        let swapped: Vec<Wants<'_>> = moved.wants().into_iter().rev().collect();
        let back = |offer: Offer| {
            let options = moved.layout().options(&offer).zip(&orders).map(|(place, order)| order[place]);
            plain.layout().offer(&options.collect::<Vec<_>>()).unwrap()
        };
        // Bayesian shapes of worth, and who wastes its packages as they are enumerated, go by the places of options.
        let ways: Vec<Way> = without_chance().into_iter().filter(|way| {
            !matches!(way, Way::NiceTitForTat | Way::Descending { wasting: true, .. })
        }).collect();
        for a in &ways {
            for b in &ways {
                let (ended, acts) = held(&plain.wants(), &[*a, *b], 20, 1);
                let (again, acts_again) = held(&swapped, &[*a, *b], 20, 1);
                prop_assert_eq!(ended.rounds, again.rounds, "{} against {}", a, b);
                prop_assert_eq!(ended.agreement(), again.agreement().map(back), "{} against {}", a, b);
                let back_again = acts_again.iter().map(|act| match act.said {
                    Said::Offer(offer) => Act { said: Said::Offer(back(offer)), ..*act },
                    _ => *act,
                });
                prop_assert!(acts.iter().copied().eq(back_again), "{} against {}", a, b);
            }
        }
    }
}

/// The rules of alternating offers taken literally, for two parties whose demands fall evenly.
#[test]
fn talks_of_two_who_concede_with_time_go_as_the_definitions_say() {
    let sizes = [4, 3, 5];
    for seed in 0..20 {
        let both = scenario(&[tables(seed, &sizes), tables(seed + 9, &sizes)], 0.1);
        let wants = both.wants();
        let beta = [0.25, 4.0];
        let rounds = 15;
        let demand = |seat: usize, t: f64| {
            let worths: Vec<f64> = both.layout().every().map(|offer| wants[seat].worth(&offer)).collect();
            let most = worths.iter().copied().fold(0.0, f64::max);
            let floor = worths.iter().copied().fold(f64::INFINITY, f64::min).max(0.1);
            most - (most - floor) * f64::powf(t, 1.0 / beta[seat])
        };
        let bid = |seat: usize, t: f64| -> Offer {
            // A demand is met but for the last digits, in which powers may differ.
            let enough =
                both.layout().every().filter(|offer| wants[seat].worth(offer) >= demand(seat, t) - 1e-12);
            enough.min_by(|a, b| wants[seat].worth(a).total_cmp(&wants[seat].worth(b))).unwrap()
        };
        let mut standing: Option<Offer> = None;
        let mut agreed = None;
        'talks: for round in 0..rounds {
            let t = f64::from(round + 1) / f64::from(rounds + 1);
            for (seat, wanted) in wants.iter().enumerate() {
                let own = bid(seat, t);
                if let Some(offer) = standing
                    && wanted.worth(&offer) >= wanted.worth(&own)
                {
                    agreed = Some((offer, round + 1));
                    break 'talks;
                }
                standing = Some(own);
            }
        }
        let ways = beta.map(|beta| Way::Time { beta });
        let (ended, _) = held(&wants, &ways, rounds, 1);
        assert_eq!(ended.agreement().map(|offer| (offer, ended.rounds)), agreed, "seed {seed}");
    }
}

#[test]
fn talks_over_a_space_beyond_listing_end_as_well() {
    let sizes = [10; 20];
    let both = scenario(&[tables(1, &sizes), tables(2, &sizes)], 1.0);
    for way in Way::all().into_iter().filter(|way| !matches!(way, Way::Descending { wasting: true, .. })) {
        let (ended, _) = held(&both.wants(), &[way, Way::Time { beta: 1.0 }], 12, 1);
        assert!(ended.worth(&both.wants()).iter().all(|worth| *worth >= 1.0), "{way}");
    }
}
