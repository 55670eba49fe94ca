//! A space whose issues are all tied together, too large to go through: what can still be said, and how closely.

#![allow(clippy::unwrap_used)]

use detente_deals::{ActorTerms, Central, DealSpace, DealsError, Known, Over, Search, Units};
use detente_model::{Actor, Combination, IssueId, PartyId};

const ISSUES: usize = 12;
const OPTIONS: usize = 4;

/// Twelve issues of four options; every two of them are tied by a small interaction of each side.
fn tangle(reservation: Units) -> DealSpace {
    let unit = Units::ONE.raw() / (ISSUES * (OPTIONS - 1)) as i64;
    let terms = |i: usize| ActorTerms {
        actor: Actor::Party(PartyId(i)),
        signs: true,
        worth: (0..ISSUES)
            .map(|k| {
                let weight = 1 + ((k + i * 5) % 3) as i64;
                (0..OPTIONS)
                    .map(|o| {
                        Units::from_raw(unit * weight * (if i == 0 { o } else { OPTIONS - 1 - o }) as i64 / 2)
                    })
                    .collect()
            })
            .collect(),
        refused: vec![vec![false; OPTIONS]; ISSUES],
        interactions: (0..ISSUES)
            .flat_map(|a| (0..a).map(move |b| (a, b)))
            .map(|(a, b)| {
                let when =
                    vec![(IssueId(b), vec![(a + i) % OPTIONS]), (IssueId(a), vec![(b + 2 * i) % OPTIONS])];
                (Combination(when), Units::from_raw(unit / 50 * (((a + b) % 3) as i64 - 1)))
            })
            .collect(),
        reservation,
    };
    DealSpace::from_parts(vec![OPTIONS; ISSUES], vec![terms(0), terms(1)], 2, vec![], vec![]).unwrap()
}

/// What is listed, and at what distance.
fn apart<T>(known: Known<T>) -> (T, Units) {
    let distance = known.distance().unwrap();
    (known.into_value().unwrap(), distance)
}

#[test]
fn a_tangle_is_refused_without_a_tolerance_and_answered_with_one() {
    let space = tangle(Units::from_f64(0.25));
    let refused = space.frontier(Over::All, &Search::default()).into_result().unwrap_err();
    assert!(matches!(&refused, DealsError::TooWide { .. }));
    assert!(refused.to_string().contains("issue 1") && refused.to_string().contains("--tolerance"));

    let asked = Units::from_f64(0.02);
    let (frontier, distance) = apart(space.frontier(Over::All, &Search::within(asked)));
    let (zone, zone_distance) = apart(space.frontier(Over::Zone, &Search::within(asked)));
    assert!(!frontier.is_empty() && frontier.iter().all(|p| space.values(&p.package) == p.values));
    assert!(!zone.is_empty() && zone.iter().all(|p| space.all_accept(&p.package)));
    let by_lot = space.margin_by_lot().unwrap().unwrap();
    assert!(by_lot.value <= by_lot.at_most && by_lot.at_most - by_lot.value < Units::from_f64(0.1));
    // What the interactions can add in all bounds how far it may be.
    let expected = Units::from_f64(0.01)..Units::from_f64(0.1);
    assert!(expected.contains(&distance), "{distance}");
    assert!(expected.contains(&zone_distance), "{zone_distance}");

    // A hundred thousand packages, taken at regular distances from all 4¹²: none is farther off than is proven.
    let mut package = detente_model::Package(vec![0; ISSUES]);
    for number in (0..4_u64.pow(ISSUES as u32)).step_by(167) {
        for (k, option) in package.0.iter_mut().enumerate() {
            *option = (number >> (2 * k) & 3) as u16;
        }
        let values = space.values(&package);
        let near = |points: &[detente_deals::FrontierPoint], distance: Units| {
            points.iter().any(|p| p.values.iter().zip(&values).all(|(y, x)| *y + distance > *x))
        };
        assert!(near(&frontier, distance));
        let clear = values.iter().all(|v| *v >= Units::from_f64(0.25) + zone_distance);
        assert!(!clear || near(&zone, zone_distance));
    }
}

#[test]
fn a_tangle_in_which_nobody_could_agree_is_known_to_have_no_zone() {
    let space = tangle(Units::of_whole(3));
    let found = space.find_agreement(&Search::default()).unwrap();
    assert_eq!(found, None);
    assert_eq!(space.frontier(Over::Zone, &Search::within(Units::from_f64(0.02))).value(), Some(&vec![]));
}

/// With a reservation and a tolerance, everything ends, and what one answer has found stands behind all others.
#[test]
fn a_tangle_with_a_reservation_is_answered_as_a_whole() {
    let found = Central::to_within(tangle(Units::from_f64(0.4)), Units::from_f64(0.1)).unwrap();
    assert_eq!(found.exists(), Some(true));
    let least = |values: &[Units]| values.iter().zip(&found.reservation).map(|(v, r)| *v - *r).min().unwrap();
    let margin = found.margin.as_ref().unwrap().value;
    let points = found.zone_frontier.value().unwrap();
    assert!(!points.is_empty() && points.iter().all(|point| least(&point.values) <= margin));
    let egalitarian = found.chosen().unwrap().egalitarian.as_ref().unwrap();
    assert!(least(&egalitarian.point.values) <= margin && margin > Units::ZERO);
    assert!(found.lotteries.margin.value().unwrap().as_ref().unwrap().value >= margin);
}
