//! The definition of a self-enforcing exchange, searched exhaustively in whole numbers and by nothing else.
//!
//! Shares no code with the crate: worths are whole hundredths, and every state that anyone could bring about is
//! visited.

use std::collections::BTreeSet;

use detente_exchange::{DeliveryDays, Side, SideTerms, Terms};
use detente_model::{EscrowEnd, Watch};
use proptest::prelude::*;

/// A small exchange in whole hundredths.
#[derive(Debug, Clone)]
pub struct Small {
    pub lots: Vec<SmallLot>,
    pub days: i64,
    /// κ − β of each side.
    pub pause: [i64; 2],
    pub guarantee: [i64; 2],
    /// Guarantee ends (falls to nothing) on this day.
    pub lapses: [Option<i64>; 2],
    pub day_after: [i64; 2],
    pub escrow: [i64; 2],
    pub escrow_to_end: bool,
    pub capacity: [Option<u32>; 2],
    pub minimum: [u32; 2],
    pub first: Option<usize>,
    pub throughout: bool,
    pub rounds: u32,
}

#[derive(Debug, Clone)]
pub struct SmallLot {
    pub from: usize,
    pub count: u32,
    pub receive: i64,
    pub give: i64,
}

impl Small {
    pub fn terms(&self) -> Terms {
        let side = |i: usize| {
            let mut side = SideTerms::new(["One", "Two"][i]);
            let hundredth = |x: i64| x as f64 / 100.0;
            // Split the net cost of the pause over both of its parts.
            side.war_gain_per_day = hundredth(self.pause[i].max(0) + 7);
            side.calm_value_per_day = hundredth((-self.pause[i]).max(0) + 7);
            side.guarantee = hundredth(self.guarantee[i]);
            if let Some(day) = self.lapses[i] {
                side.guarantee_over_time = vec![(day as f64 - 0.5, 1.0), (day as f64, 0.0)];
            }
            side.day_after = hundredth(self.day_after[i]);
            side.escrow = hundredth(self.escrow[i]);
            side.capacity = self.capacity[i];
            side.minimum_batch = self.minimum[i];
            side
        };
        let mut terms = Terms::new(side(0), side(1), self.days as f64);
        for (k, lot) in self.lots.iter().enumerate() {
            let worth = |x: i64| x as f64 / 100.0;
            terms = terms.lot(
                &format!("lot {k}"),
                Side::BOTH[lot.from],
                lot.count,
                worth(lot.receive),
                worth(lot.give),
            );
        }
        terms.delivery = DeliveryDays::Daily;
        terms.rounds_per_day = self.rounds;
        terms.first = self.first.map(|i| Side::BOTH[i]);
        terms.watch = if self.throughout { Watch::Throughout } else { Watch::Daily };
        terms.escrow_until = if self.escrow_to_end { EscrowEnd::EndOfPledge } else { EscrowEnd::Completion };
        terms
    }

    /// Whether both go on at a day with so much left.
    pub fn stands(&self, day: i64, left: &[u32]) -> bool {
        let complete = left.iter().all(|n| *n == 0);
        (0..2).all(|side| {
            let mut sum = self.day_after[side] - self.pause[side] * (self.days - day).max(0);
            if self.lapses[side].is_none_or(|lapse| day < lapse) {
                sum += self.guarantee[side];
            }
            if self.escrow_to_end || !complete {
                sum += self.escrow[side];
            }
            for (lot, n) in self.lots.iter().zip(left) {
                sum += i64::from(*n) * if lot.from == side { -lot.give } else { lot.receive };
            }
            sum >= 0
        })
    }

    fn batch_allowed(&self, side: usize, from: &[u32], to: &[u32]) -> bool {
        let units = |left: &[u32]| -> u32 {
            self.lots.iter().zip(left).filter(|(lot, _)| lot.from == side).map(|(_, n)| n).sum()
        };
        let size = units(from) - units(to);
        let small_enough = self.capacity[side].is_none_or(|most| size <= most);
        size == 0 || small_enough && (size >= self.minimum[side] || units(to) == 0)
    }

    /// Every state that a batch of one side can lead to.
    fn batches(&self, side: usize, from: &[u32]) -> Vec<Vec<u32>> {
        let mut states = vec![from.to_vec()];
        for (k, lot) in self.lots.iter().enumerate().filter(|(_, lot)| lot.from == side) {
            let _ = lot;
            states = states
                .into_iter()
                .flat_map(|state| {
                    (0..=state[k]).map(move |n| {
                        let mut next = state.clone();
                        next[k] = n;
                        next
                    })
                })
                .collect();
        }
        states.retain(|to| self.batch_allowed(side, from, to));
        states
    }

    /// The first day on which everything can be out, both sides going on at every moment from first to last. Lots go in
    /// any mixture, or in the order given for each side if `orders` says so.
    pub fn soonest(&self, orders: Option<&[Vec<usize>; 2]>) -> Option<i64> {
        let full: Vec<u32> = self.lots.iter().map(|lot| lot.count).collect();
        let in_order = |left: &[u32]| {
            orders.is_none_or(|orders| {
                orders.iter().all(|order| {
                    // Of two lots in order, the later is untouched as long as some of the earlier is left.
                    order.windows(2).all(|w| left[w[0]] == 0 || left[w[1]] == self.lots[w[1]].count)
                })
            })
        };
        if !self.stands(0, &full) {
            return None;
        }
        let mut reached = BTreeSet::from([full]);
        for day in 0..=self.days {
            for _ in 0..self.rounds {
                let mut next = BTreeSet::new();
                for state in &reached {
                    // Going on with the round presupposes that both stand its very beginning when they watch.
                    if self.throughout && !self.stands(day, state) {
                        continue;
                    }
                    let (first, second) = match self.first {
                        Some(i) => (i, 1 - i),
                        None => (0, 1),
                    };
                    for half in self.batches(first, state) {
                        if self.first.is_some() && !self.stands(day, &half) {
                            continue;
                        }
                        for to in self.batches(second, &half) {
                            if self.stands(day, &to) && in_order(&to) {
                                next.insert(to);
                            }
                        }
                    }
                }
                reached = next;
            }
            let nothing = vec![0; self.lots.len()];
            if reached.contains(&nothing) && (day..=self.days).all(|d| self.stands(d, &nothing)) {
                return Some(day);
            }
        }
        None
    }
}

/// Small exchanges of every kind.
pub fn small() -> impl Strategy<Value = Small> {
    let lots = prop::collection::vec(
        (0usize..2, 1u32..4, 0i64..12, 0i64..9).prop_map(|(from, count, receive, give)| SmallLot {
            from,
            count,
            receive: receive * 10,
            give: give * 10,
        }),
        1..4,
    );
    let pair = |range: std::ops::Range<i64>| [range.clone(), range];
    let cap = || [prop::option::of(1u32..4), prop::option::of(1u32..4)];
    (
        (lots, 0i64..5, pair(-40..60), pair(0..120), pair(-10..40)),
        (
            [prop::option::weighted(0.2, 1i64..5), prop::option::weighted(0.2, 1i64..5)],
            prop_oneof![Just([0, 0]), pair(0..80)],
            any::<bool>(),
            prop_oneof![Just([None, None]), cap()],
            prop_oneof![2 => Just([0, 0]), 1 => [0u32..4, 0u32..4]],
        ),
        (prop::option::of(0usize..2), any::<bool>(), 1u32..3),
    )
        .prop_map(
            |(
                (lots, days, pause, guarantee, day_after),
                (lapses, escrow, escrow_to_end, capacity, minimum),
                (first, throughout, rounds),
            )| Small {
                lots,
                days,
                pause,
                guarantee,
                lapses,
                day_after,
                escrow,
                escrow_to_end,
                capacity,
                minimum,
                first,
                throughout,
                rounds,
            },
        )
}
