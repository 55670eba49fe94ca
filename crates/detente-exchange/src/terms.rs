//! The terms of an exchange between two sides.
//!
//! Two sides exchange what neither can take back, with no court above them. With `x` still to come, each side `s`
//! goes on at day t of a pledge of T days iff
//!
//! ```text
//! Σ worth of what it still receives − Σ worth of what it still gives
//!     − (κ_s − β_s) · D(T−t) + Φ_s + G_s(t)  ≥  0
//! ```
//!
//! κ is the net gain per day from fighting rather than pausing, β the worth of a calm day, Φ the worth of the relation
//! after the end, G(t) what a breach would cost on day t, and D(τ) = τ, or (1 − e^(−rτ))/r when days to come are
//! discounted at rate r. The two sides are treated alike: that one of them holds people and the other could resume the
//! war is a matter of figures, not of code. What is *worth to the receiver* is what it forgoes by stopping: the worth of
//! a return, less the part that it could hope to win back by force.
//!
//! After Sandholm & Lesser (1995) and Sandholm & Ferrandon (2000); the pledge term follows `reference/exchange.md`.

use detente_model::{EscrowEnd, PartyId, Watch};

use crate::ExchangeError;

/// The longest pledge that is planned, in days: ten years.
pub const LONGEST_PLEDGE: f64 = 3_660.0;
/// The most units that one side may hand over.
pub const MOST_UNITS: u32 = 20_000;
/// The most lots in all.
pub const MOST_LOTS: usize = 12;
/// The most days of handover times rounds a day.
pub const MOST_HANDOVERS: usize = 20_000;
/// The largest figure that makes sense as a worth.
const LARGEST: f64 = 1e9;

/// One of the two sides. Neither is first in rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The one that the terms name first.
    One,
    /// The one that they name second.
    Two,
}

impl Side {
    /// Both, in the order of the terms.
    pub const BOTH: [Self; 2] = [Self::One, Self::Two];

    /// Its place in a pair.
    pub fn index(self) -> usize {
        match self {
            Self::One => 0,
            Self::Two => 1,
        }
    }

    /// The side across.
    pub fn other(self) -> Self {
        match self {
            Self::One => Self::Two,
            Self::Two => Self::One,
        }
    }
}

/// What holds one side, and what pulls at it. All worths are on the side's own scale.
#[derive(Debug, Clone, PartialEq)]
pub struct SideTerms {
    /// Name as shown.
    pub name: String,
    /// The party of the case, if it comes from one.
    pub party: Option<PartyId>,
    /// κ: net gain per day from fighting rather than pausing.
    pub war_gain_per_day: f64,
    /// β: worth of a day of calm.
    pub calm_value_per_day: f64,
    /// Φ: worth of the relation after the exchange is over.
    pub day_after: f64,
    /// G: what a breach would cost it.
    pub guarantee: f64,
    /// Share of the guarantee in force by day: linear between the points, flat beyond; empty: all of it, always.
    pub guarantee_over_time: Vec<(f64, f64)>,
    /// What it has deposited and would lose.
    pub escrow: f64,
    /// The most units that it can hand over at a time; `None` for no limit.
    pub capacity: Option<u32>,
    /// The fewest that it hands over at a time, unless fewer are left; 0 and 1 mean any number.
    pub minimum_batch: u32,
}

impl SideTerms {
    /// A side that nothing pulls at and nothing holds.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            party: None,
            war_gain_per_day: 0.0,
            calm_value_per_day: 0.0,
            day_after: 0.0,
            guarantee: 0.0,
            guarantee_over_time: Vec::new(),
            escrow: 0.0,
            capacity: None,
            minimum_batch: 0,
        }
    }

    /// The share of the guarantee in force on a day.
    pub fn share_in_force(&self, day: f64) -> f64 {
        let points = &self.guarantee_over_time;
        let after = points.partition_point(|(at, _)| *at <= day);
        match (after.checked_sub(1).and_then(|i| points.get(i)), points.get(after)) {
            (None, None) => 1.0,
            (None, Some((_, share))) | (Some((_, share)), None) => *share,
            (Some((t0, s0)), Some((t1, s1))) => s0 + (day - t0) / (t1 - t0) * (s1 - s0),
        }
    }
}

/// People or things of one kind that one side hands over.
#[derive(Debug, Clone, PartialEq)]
pub struct LotTerms {
    /// Name as shown.
    pub name: String,
    /// Who hands them over.
    pub from: Side,
    /// How many.
    pub count: u32,
    /// What one is worth to the receiver.
    pub to_receiver: f64,
    /// What one is worth to the giver: as leverage, or what it costs to let go.
    pub to_giver: f64,
}

/// More days of calm for more people.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtensionTerms {
    /// How many days are added at a time.
    pub days: f64,
    /// For how many people.
    pub for_every: u32,
    /// Of which lots, in the order in which they go.
    pub of: Vec<usize>,
    /// What goes the other way for them: lot and how many.
    pub in_return: Vec<(usize, u32)>,
    /// The most days that can be added.
    pub at_most: Option<f64>,
}

/// The terms of an exchange, every figure certain.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// The two sides.
    pub sides: [SideTerms; 2],
    /// What is handed over.
    pub lots: Vec<LotTerms>,
    /// T: for how many days calm is pledged.
    pub pledge_days: f64,
    /// The days on which there can be handovers.
    pub delivery: DeliveryDays,
    /// How many handovers there can be on each of those days.
    pub rounds_per_day: u32,
    /// The side that hands over first; `None` when both do at once.
    pub first: Option<Side>,
    /// When each side thinks again.
    pub watch: Watch,
    /// r: discount rate a day of the days to come; 0 for none.
    pub discount_per_day: f64,
    /// When a deposit is given back.
    pub escrow_until: EscrowEnd,
    /// More days for more people, if that is agreed.
    pub extension: Option<ExtensionTerms>,
}

/// The days on which there can be handovers, every figure certain.
#[derive(Debug, Clone, PartialEq)]
pub enum DeliveryDays {
    /// Every day from 0 to the end of the pledge.
    Daily,
    /// Day 0 and every so many days, and the last day of the pledge.
    Every(f64),
    /// These days.
    On(Vec<f64>),
}

impl Terms {
    /// Terms between two sides for a pledge of so many days: nothing to hand over yet, handovers daily and at once.
    ///
    /// ```
    /// use detente_exchange::{Side, SideTerms, Terms};
    ///
    /// let mut terms = Terms::new(SideTerms::new("Israel"), SideTerms::new("Hamas"), 42.0)
    ///     .lot("people held", Side::Two, 101, 1.0, 0.2)
    ///     .lot("prisoners", Side::One, 1500, 0.03, 0.02);
    /// terms.sides[0].war_gain_per_day = 0.5;
    /// assert!(terms.check().is_ok());
    /// ```
    pub fn new(one: SideTerms, two: SideTerms, pledge_days: f64) -> Self {
        Self {
            sides: [one, two],
            lots: Vec::new(),
            pledge_days,
            delivery: DeliveryDays::Daily,
            rounds_per_day: 1,
            first: None,
            watch: Watch::Daily,
            discount_per_day: 0.0,
            escrow_until: EscrowEnd::Completion,
            extension: None,
        }
    }

    /// The same with one more lot.
    pub fn lot(mut self, name: &str, from: Side, count: u32, to_receiver: f64, to_giver: f64) -> Self {
        self.lots.push(LotTerms { name: name.to_owned(), from, count, to_receiver, to_giver });
        self
    }

    /// A side.
    pub fn side(&self, side: Side) -> &SideTerms {
        &self.sides[side.index()]
    }

    /// A side, to be changed.
    pub fn side_mut(&mut self, side: Side) -> &mut SideTerms {
        &mut self.sides[side.index()]
    }

    /// The lots that a side hands over, by index.
    pub fn lots_of(&self, side: Side) -> impl Iterator<Item = usize> {
        self.lots.iter().enumerate().filter(move |(_, lot)| lot.from == side).map(|(i, _)| i)
    }

    /// How many units a side hands over.
    pub fn units_of(&self, side: Side) -> u32 {
        self.lots_of(side).map(|i| self.lots[i].count).sum()
    }

    /// How many of each lot there are before anything is handed over.
    pub fn counts(&self) -> Vec<u32> {
        self.lots.iter().map(|lot| lot.count).collect()
    }

    /// The part that is pledged from the outset: lots named by the extension rule belong to the extensions alone.
    pub fn pledged(&self) -> Self {
        let mut pledged = self.clone();
        if let Some(rule) = &self.extension {
            for lot in rule.of.iter().chain(rule.in_return.iter().map(|(lot, _)| lot)) {
                if let Some(lot) = pledged.lots.get_mut(*lot) {
                    lot.count = 0;
                }
            }
        }
        pledged
    }

    /// D(τ): so many days to come, discounted. `0` for days past.
    pub fn days_to_come(&self, day: f64) -> f64 {
        self.discounted((self.pledge_days - day).max(0.0))
    }

    /// D(τ).
    pub(crate) fn discounted(&self, days: f64) -> f64 {
        let r = self.discount_per_day;
        if r > 0.0 { -(-r * days).exp_m1() / r } else { days }
    }

    /// Says what is wrong with the terms, if anything is.
    ///
    /// # Errors
    /// A figure is not finite or too large, a worth, count or share is negative, days do not increase, or there is
    /// more than can be planned ([`MOST_UNITS`], [`MOST_LOTS`], [`LONGEST_PLEDGE`], [`MOST_HANDOVERS`]).
    pub fn check(&self) -> Result<(), ExchangeError> {
        for side in &self.sides {
            let named = |what: &'static str| move || format!("{what} of {}", side.name);
            finite(side.war_gain_per_day, named("war gain per day"))?;
            finite(side.calm_value_per_day, named("value of a calm day"))?;
            finite(side.day_after, named("worth of the day after"))?;
            not_negative(side.guarantee, named("guarantee"))?;
            not_negative(side.escrow, named("escrow"))?;
            for (day, share) in &side.guarantee_over_time {
                finite(*day, named("day of a guarantee"))?;
                not_negative(*share, named("share of a guarantee"))?;
            }
            increasing(side.guarantee_over_time.iter().map(|(day, _)| *day), named("guarantee over time"))?;
        }
        for lot in &self.lots {
            not_negative(lot.to_receiver, || format!("worth of `{}` to the receiver", lot.name))?;
            not_negative(lot.to_giver, || format!("worth of `{}` to the giver", lot.name))?;
        }
        let stated = |what: &'static str| move || what.to_owned();
        at_most(self.lots.len() as f64, MOST_LOTS as f64, stated("lots"))?;
        for side in Side::BOTH {
            let units: f64 = self.lots_of(side).map(|i| f64::from(self.lots[i].count)).sum();
            at_most(units, f64::from(MOST_UNITS), || {
                format!("units handed over by {}", self.side(side).name)
            })?;
        }
        not_negative(self.pledge_days, stated("length of the pledge"))?;
        at_most(self.pledge_days, LONGEST_PLEDGE, stated("length of the pledge in days"))?;
        not_negative(self.discount_per_day, stated("discount rate"))?;
        match &self.delivery {
            DeliveryDays::Daily => {}
            DeliveryDays::Every(days) => {
                not_negative(*days, stated("days between handovers"))?;
                if *days < 1.0 {
                    return Err(ExchangeError::OutOfRange {
                        what: "days between handovers (use rounds per day below 1)".to_owned(),
                        value: *days,
                    });
                }
            }
            DeliveryDays::On(days) => {
                for day in days {
                    not_negative(*day, stated("day of a handover"))?;
                    at_most(*day, LONGEST_PLEDGE, stated("day of a handover"))?;
                }
                increasing(days.iter().copied(), stated("days of handover"))?;
            }
        }
        at_most(self.handovers(self.pledge_days) as f64, MOST_HANDOVERS as f64, stated("handovers"))
    }

    /// How many handovers there can be in a pledge of so many days: the length of [`Self::handover_days_of`] it.
    pub(crate) fn handovers(&self, pledge_days: f64) -> usize {
        let last = pledge_days.clamp(0.0, LONGEST_PLEDGE);
        let stepwise = |step: f64| {
            let steps = (last / step).floor() as u32;
            steps as usize + 1 + usize::from(f64::from(steps) * step < last)
        };
        let days = match &self.delivery {
            DeliveryDays::Daily => stepwise(1.0),
            DeliveryDays::Every(step) => stepwise(step.max(1.0)),
            DeliveryDays::On(days) => days.iter().filter(|day| **day <= last).count().max(1),
        };
        days.saturating_mul(self.rounds_per_day.max(1) as usize).min(MOST_HANDOVERS + 1)
    }

    /// The first and the last of [`Self::handover_days`] for a pledge of so many days.
    pub(crate) fn outer_handover_days(&self, pledge_days: f64) -> (f64, f64) {
        let last = pledge_days.clamp(0.0, LONGEST_PLEDGE);
        match &self.delivery {
            DeliveryDays::Daily | DeliveryDays::Every(_) => (0.0, last),
            DeliveryDays::On(days) => {
                let within = || days.iter().copied().filter(|day| *day <= last);
                (within().next().unwrap_or(last), within().next_back().unwrap_or(last))
            }
        }
    }

    /// The days of handover, one entry a round, in order. Days after the pledge has ended are left out, except when
    /// they are all that there is.
    pub fn handover_days(&self) -> Vec<f64> {
        self.handover_days_of(self.pledge_days)
    }

    /// The same for a pledge of so many days.
    pub(crate) fn handover_days_of(&self, pledge_days: f64) -> Vec<f64> {
        let last = pledge_days.clamp(0.0, LONGEST_PLEDGE);
        let mut days: Vec<f64> = match &self.delivery {
            DeliveryDays::Daily => (0..=last.floor() as u32).map(f64::from).collect(),
            DeliveryDays::Every(step) => {
                let step = step.max(1.0);
                (0..=(last / step).floor() as u32).map(|k| f64::from(k) * step).collect()
            }
            DeliveryDays::On(days) => days.iter().copied().filter(|day| *day <= last).collect(),
        };
        if !matches!(self.delivery, DeliveryDays::On(_)) && days.last().is_none_or(|day| *day < last) {
            days.push(last);
        }
        if days.is_empty() {
            days.push(last);
        }
        if self.rounds_per_day <= 1 {
            return days;
        }
        // One round more than can be planned is enough for `check` to see that there are too many.
        let rounds = (self.rounds_per_day as usize).min(MOST_HANDOVERS + 1);
        days.iter().flat_map(|day| std::iter::repeat_n(*day, rounds)).take(MOST_HANDOVERS + 1).collect()
    }
}

// The checks run in every world: what is wrong is put into words only if something is.

fn finite(value: f64, what: impl FnOnce() -> String) -> Result<(), ExchangeError> {
    if value.is_finite() && value.abs() <= LARGEST {
        return Ok(());
    }
    Err(ExchangeError::OutOfRange { what: what(), value })
}

fn not_negative(value: f64, what: impl Fn() -> String) -> Result<(), ExchangeError> {
    finite(value, &what)?;
    if value < 0.0 {
        return Err(ExchangeError::Negative { what: what(), value });
    }
    Ok(())
}

fn at_most(found: f64, most: f64, what: impl FnOnce() -> String) -> Result<(), ExchangeError> {
    if found > most {
        return Err(ExchangeError::TooLarge { what: what(), found, most });
    }
    Ok(())
}

fn increasing(days: impl Iterator<Item = f64>, what: impl FnOnce() -> String) -> Result<(), ExchangeError> {
    let mut last = f64::NEG_INFINITY;
    for day in days {
        if day <= last {
            return Err(ExchangeError::DaysOutOfOrder { what: what() });
        }
        last = day;
    }
    Ok(())
}
