//! When offers are accepted, rule by rule, on one issue of eleven options worth 0, .1, … 1.

use detente_talks::acceptance::{AcceptanceRule, After, Combi, Constant, Gap, Lowest, Next, Previous, Than};
use detente_talks::strategies::BiddingRule;
use detente_talks::{Answer, Composed, Moment, Negotiator, Offer, Scenario, Side, View, Wants};

/// Bids at levels that are given, one a turn.
struct Levels(Vec<f64>);

impl BiddingRule for Levels {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        view.at.wants.bids.at(self.0.remove(0), Side::Nearest)
    }
}

/// What a party that bids at these levels, and has no deal worth .15, answers to offers of so many tenths, one a round of fifteen; it bids after each that it does not
/// accept.
fn answers(rule: impl AcceptanceRule + 'static, levels: &[f64], offers: &[usize]) -> Vec<bool> {
    let scenario = Scenario::over([11])
        .party("one", 0.15, [(0..=10).map(|k| f64::from(k) / 10.0)])
        .build()
        .expect("one issue");
    let wants = Wants::new(&scenario.parties()[0].bids, 0.15);
    let mut party = Composed::new(Levels(levels.to_vec()), rule, None);
    let mut said = Vec::new();
    for (round, tenths) in offers.iter().enumerate() {
        let (t, round) = ((round + 1) as f64 / 16.0, round as u32);
        let at = Moment { t, round, rounds: Some(15), seat: 0, seats: 2, wants: &wants };
        let offer = scenario.layout().offer(&[*tenths]).expect("eleven options");
        party.hears(&at, 1, &offer);
        said.push(party.answers(&at, 1, &offer) == Answer::Accept);
        if said.last() == Some(&false) {
            party.proposes(&at);
        }
    }
    said
}

#[test]
fn next_compares_with_the_bid_of_this_turn() {
    assert_eq!(answers(Next::default(), &[0.9, 0.7, 0.5, 0.3], &[8, 6, 5, 2]), [false, false, true, false]);
    assert_eq!(answers(Next { factor: 2.0, plus: 0.1 }, &[0.9, 0.7], &[3, 3]), [false, true]);
}

#[test]
fn previous_and_gap_compare_with_the_bid_before() {
    let previous = Previous { factor: 1.0, plus: 0.0 };
    assert_eq!(answers(previous, &[0.9, 0.7, 0.5, 0.3], &[10, 8, 7, 4]), [false, false, true, false]);
    assert_eq!(answers(Gap(0.2), &[0.9, 0.7, 0.5], &[10, 6, 5]), [false, false, true]);
}

#[test]
fn constant_and_time_look_at_nothing_else_but_never_below_no_deal() {
    assert_eq!(answers(Constant(0.4), &[1.0; 3], &[3, 4, 9]), [false, true, true]);
    assert_eq!(answers(Constant(0.0), &[1.0; 2], &[1, 2]), [false, true]);
    assert_eq!(answers(After(0.1875), &[1.0; 4], &[9, 9, 2, 1]), [false, false, true, false]);
}

#[test]
fn lowest_remembers_what_was_offered_before() {
    assert_eq!(answers(Lowest::default(), &[0.9, 0.6, 0.8, 0.8], &[5, 5, 6, 5]), [false, false, true, false]);
}

#[test]
fn combi_takes_towards_the_end_what_is_as_good_as_can_be_hoped_for() {
    // The thirteenth comes at 13/16, and what was heard from 10/16 on counts: .6, .4 and .5.
    let offers = [2, 8, 2, 3, 4, 3, 2, 2, 7, 6, 4, 5, 5];
    let levels = [1.0; 13];
    let last = |than, from| answers(Combi { from, than }, &levels, &offers)[12];
    assert!(!last(Than::BestEver, 0.8), "there was .8");
    assert!(!last(Than::BestInWindow, 0.8), "there was .6 in the window");
    assert!(last(Than::MeanInWindow, 0.8), "their mean is .5");
    assert!(!last(Than::MeanInWindow, 0.9), "it is not late enough");
    let lower = [2, 3, 2, 3, 4, 3, 2, 2, 4, 3, 4, 2, 5];
    assert!(answers(Combi { from: 0.8, than: Than::BestEver }, &levels, &lower)[12]);
}
