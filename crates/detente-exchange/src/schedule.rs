//! A schedule: what goes on which day.

use std::borrow::Cow;

use crate::{ExchangeError, Side, Terms};

/// Some of one lot handed over on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Handover {
    /// Days since the pledge began.
    pub day: f64,
    /// The lot, as an index into [`Terms::lots`].
    pub lot: usize,
    /// How many.
    pub count: u32,
}

/// Handovers in order. Those that follow each other on one day belong to one round, unless a new round is begun.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Schedule {
    /// Name as shown.
    pub name: String,
    /// The side that hands over first within a round; `None` when both do at once.
    pub first: Option<Side>,
    /// The rounds, in order of days.
    pub rounds: Vec<Round>,
}

/// What is handed over together.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// Days since the pledge began.
    pub day: f64,
    /// Lot and how many, in the order of the lots; each lot at most once.
    pub give: Vec<(usize, u32)>,
}

impl Schedule {
    /// An empty schedule.
    pub fn new(name: impl Into<String>, first: Option<Side>) -> Self {
        Self { name: name.into(), first, rounds: Vec::new() }
    }

    /// The same with one more round.
    pub fn round(mut self, day: f64, give: &[(usize, u32)]) -> Self {
        self.rounds.push(Round { day, give: give.to_vec() });
        self
    }

    /// Every lot in equal parts, so many days apart from day 0 on; where a lot does not divide evenly the earlier
    /// parts are larger by one.
    ///
    /// ```
    /// use detente_exchange::{Schedule, Side, SideTerms, Terms};
    ///
    /// let terms = Terms::new(SideTerms::new("a"), SideTerms::new("b"), 135.0).lot("people", Side::Two, 101, 1.0, 0.2);
    /// let stages = Schedule::equal(&terms, "3 × 45 days", None, 3, 45.0);
    /// assert_eq!(stages.rounds.iter().map(|r| r.give[0].1).collect::<Vec<_>>(), [34, 34, 33]);
    /// ```
    pub fn equal(terms: &Terms, name: &str, first: Option<Side>, stages: u32, every: f64) -> Self {
        let weights = vec![1.0; stages.max(1) as usize];
        Self::in_shares(terms, name, first, &weights, every, &orders_as_listed(terms), false)
    }

    /// Each side's units in batches proportional to `shares`, so many days apart, lots in the order given for each
    /// side. `mixed` hands over one lot after the other; otherwise every lot is divided alike.
    pub(crate) fn in_shares(
        terms: &Terms,
        name: &str,
        first: Option<Side>,
        shares: &[f64],
        every: f64,
        orders: &[Vec<usize>; 2],
        one_lot_after_another: bool,
    ) -> Self {
        let total: f64 = shares.iter().sum();
        let mut schedule = Self::new(name, first);
        let mut given = vec![0u32; terms.lots.len()];
        let mut so_far = 0.0;
        for (k, share) in shares.iter().enumerate() {
            so_far += share;
            let part = if k + 1 == shares.len() || total <= 0.0 { 1.0 } else { so_far / total };
            // Rounded up, so that what does not divide evenly goes early; the small allowance is for the rounding
            // of the shares themselves.
            let of = |count: u32| ((f64::from(count) * part - 1e-9).ceil().max(0.0) as u32).min(count);
            let mut give = Vec::new();
            for side in Side::BOTH {
                let mut units = of(terms.units_of(side));
                for &lot in &orders[side.index()] {
                    let count = terms.lots[lot].count;
                    let by_now = if one_lot_after_another { count.min(units) } else { of(count) };
                    units -= by_now.min(units);
                    if by_now > given[lot] {
                        give.push((lot, by_now - given[lot]));
                        given[lot] = by_now;
                    }
                }
            }
            give.sort_unstable();
            if !give.is_empty() {
                schedule.rounds.push(Round { day: k as f64 * every, give });
            }
        }
        schedule
    }

    /// Every single handover, in order.
    pub fn handovers(&self) -> impl Iterator<Item = Handover> {
        self.rounds.iter().flat_map(|round| {
            round.give.iter().map(|(lot, count)| Handover { day: round.day, lot: *lot, count: *count })
        })
    }

    /// Says what is wrong with it under these terms, if anything is.
    ///
    /// # Errors
    /// Days fall, a lot is unknown, or more is handed over than there is.
    pub fn check(&self, terms: &Terms) -> Result<(), ExchangeError> {
        let mut given = vec![0u64; terms.lots.len()];
        let mut last = 0.0;
        for round in &self.rounds {
            if !round.day.is_finite() || round.day < last {
                return Err(ExchangeError::DaysOutOfOrder { what: format!("schedule `{}`", self.name) });
            }
            if round.day > crate::LONGEST_PLEDGE {
                return Err(ExchangeError::TooLarge {
                    what: format!("day of a handover in `{}`", self.name),
                    found: round.day,
                    most: crate::LONGEST_PLEDGE,
                });
            }
            last = round.day;
            for (lot, count) in &round.give {
                let Some(terms_of_lot) = terms.lots.get(*lot) else {
                    return Err(ExchangeError::UnknownLot { lot: *lot, lots: terms.lots.len() });
                };
                given[*lot] += u64::from(*count);
                if given[*lot] > u64::from(terms_of_lot.count) {
                    return Err(ExchangeError::MoreThanHeld {
                        lot: terms_of_lot.name.clone(),
                        day: round.day,
                        given: given[*lot],
                        count: terms_of_lot.count,
                    });
                }
            }
        }
        Ok(())
    }

    /// The same schedule where the lots are of another size (their number is itself in doubt): what is missing is left
    /// out of the last handovers of the lot, what is over goes with its last handover.
    pub fn fitted(&self, terms: &Terms) -> Self {
        self.fitting(terms).into_owned()
    }

    /// The same without a copy where the schedule fits as it is.
    pub(crate) fn fitting(&self, terms: &Terms) -> Cow<'_, Self> {
        let mut given = vec![0u64; terms.lots.len()];
        let mut is_bare = true;
        for round in &self.rounds {
            is_bare &= !round.give.is_empty();
            for (lot, count) in &round.give {
                is_bare &= *count > 0;
                if let Some(given) = given.get_mut(*lot) {
                    *given += u64::from(*count);
                }
            }
        }
        let fits = |(given, lot): (&u64, &crate::LotTerms)| *given == 0 || *given == u64::from(lot.count);
        if is_bare && given.iter().zip(&terms.lots).all(fits) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(self.cut_to(terms))
    }

    fn cut_to(&self, terms: &Terms) -> Self {
        let mut fitted = self.clone();
        for (lot, of) in terms.lots.iter().enumerate() {
            let mut left = of.count;
            let mut last = None;
            for (r, round) in fitted.rounds.iter_mut().enumerate() {
                for (i, (_, count)) in round.give.iter_mut().enumerate().filter(|(_, (l, _))| *l == lot) {
                    *count = (*count).min(left);
                    left -= *count;
                    last = Some((r, i));
                }
            }
            if let Some((r, i)) = last {
                fitted.rounds[r].give[i].1 += left;
            }
        }
        for round in &mut fitted.rounds {
            round.give.retain(|(_, count)| *count > 0);
        }
        fitted.rounds.retain(|round| !round.give.is_empty());
        fitted
    }
}

/// The lots of each side in the order of the terms.
pub(crate) fn orders_as_listed(terms: &Terms) -> [Vec<usize>; 2] {
    [terms.lots_of(Side::One).collect(), terms.lots_of(Side::Two).collect()]
}
