//! The exchange as it stands on a day: what was handed over, what is still to come and when, and the terms from here on.
//!
//! What is still to come goes as it was promised. What should have come by now goes on the next day; so does what nobody has told of, since
//! nobody knows that it was handed over. What was denied is not coming: nobody reckons with it any more. Parts of a schedule that no
//! commitment names are taken to go as the schedule has it. Of each lot so many are reckoned with as are promised in this way; the exchange
//! [planned anew](Course::terms_from_here) has all of them, those of extensions as far as commitments promise them.
//!
//! The terms from here on are those of the exchange with its clock set to the day that is looked at: the slack of each side at a moment is the same by either
//! clock (tested), because all that it hangs on is what is left to come and how many days of the pledge are left.

use detente_exchange::{DeliveryDays, ExchangeError, Round, Schedule, Side, Terms, schedules_of, terms_of};
use detente_model::{Case, CommitmentId, Package, World};
use jiff::civil::Date;

use crate::ledger::{Ledger, Status, days_between};

/// Something of a lot that goes on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Which commitment it is; `None` for a part of a schedule that none names.
    pub commitment: Option<CommitmentId>,
    /// The lot.
    pub lot: usize,
    /// The day on which it was to go, counted from day 0 of the pledge.
    pub day: f64,
    /// How many were to go.
    pub promised: u32,
    /// How many have gone.
    pub gone: u32,
    /// Whether what is left is not coming.
    pub is_denied: bool,
}

impl Part {
    /// How many are still to go.
    pub fn left(&self) -> u32 {
        if self.is_denied { 0 } else { self.promised - self.gone }
    }
}

/// The course of an exchange: its parts, as the ledger has them, and the day that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The day that is day 0.
    pub begins: Date,
    /// The day that is looked at, counted from day 0; below zero before it begins.
    pub now: f64,
    /// The parts, by day.
    pub parts: Vec<Part>,
    /// The side that hands over first within a round, as in the schedule that the commitments are steps of.
    pub first: Option<Side>,
    /// How many of each lot commitments promise.
    promised: Vec<u32>,
    /// Which lots an extension is made of.
    of_extensions: Vec<bool>,
}

impl Course {
    /// The course of a case's exchange as a ledger has it; `None` if the case has no exchange, does not say when it begins, or promised nothing of
    /// it.
    ///
    /// # Errors
    /// The terms of the central world make no sense.
    pub fn of(
        case: &Case,
        ledger: &Ledger,
        central: &World,
        package: &Package,
    ) -> Result<Option<Self>, ExchangeError> {
        let Some(exchange) = &case.exchange else { return Ok(None) };
        let tied = || {
            let all = case.commitments.iter().enumerate();
            all.filter_map(|(place, commitment)| {
                Some((CommitmentId(place), commitment, commitment.hands_over?))
            })
        };
        let (Some(begins), true) = (exchange.begins, tied().next().is_some()) else { return Ok(None) };
        let mut promised = vec![0u32; exchange.lots.len()];
        let mut parts: Vec<Part> = Vec::new();
        for (id, commitment, of) in tied() {
            let count = commitment.units();
            promised[of.lot] = promised[of.lot].saturating_add(count);
            let day = f64::from(days_between(begins, commitment.due));
            let entry = ledger.entry(id);
            parts.push(Part {
                commitment: Some(id),
                lot: of.lot,
                day: day.max(0.0),
                promised: count,
                gone: entry.least.min(count),
                is_denied: entry.status == Status::Denied,
            });
        }
        let now = f64::from(days_between(begins, ledger.day));
        // The rest of the schedule that the commitments are steps of.
        let terms = terms_of(central, package)?;
        let named = tied().find_map(|(.., of)| of.step).map(|step| step.schedule);
        let proposed = named.and_then(|schedule| exchange.rules.schedules.get(schedule));
        let schedule = proposed.and_then(|proposed| {
            schedules_of(case, &terms, package).into_iter().find(|schedule| schedule.name == proposed.name)
        });
        let mut covered: Vec<(f64, usize, u32)> = tied()
            .filter(|(.., of)| of.step.is_some_and(|step| Some(step.schedule) == named))
            .map(|(_, commitment, of)| {
                (f64::from(days_between(begins, commitment.due)), of.lot, commitment.units())
            })
            .collect();
        for handover in schedule.iter().flat_map(Schedule::handovers) {
            let mut left = handover.count;
            for (day, lot, count) in &mut covered {
                if *day == handover.day.floor() && *lot == handover.lot {
                    let taken = left.min(*count);
                    left -= taken;
                    *count -= taken;
                }
            }
            if left > 0 {
                let gone = if handover.day <= now { left } else { 0 };
                let (lot, day) = (handover.lot, handover.day);
                parts.push(Part { commitment: None, lot, day, promised: left, gone, is_denied: false });
            }
        }
        parts.sort_by(|a, b| a.day.total_cmp(&b.day));
        let mut of_extensions = vec![false; exchange.lots.len()];
        if let Some(rule) = &exchange.rules.extension {
            for lot in rule.of.iter().chain(rule.in_return.iter().map(|(lot, _)| lot)) {
                of_extensions[*lot] = true;
            }
        }
        let first = schedule.map_or(terms.first, |schedule| schedule.first);
        Ok(Some(Self { begins, now, parts, first, promised, of_extensions }))
    }

    /// The terms of the exchange in a world from its day 0 on, with the days of calm that were added, and of the lots of extensions as many as
    /// are promised.
    ///
    /// # Errors
    /// The terms make no sense in that world.
    pub fn terms(&self, world: &World, package: &Package) -> Result<Terms, ExchangeError> {
        let mut terms = terms_of(world, package)?;
        for (lot, terms) in terms.lots.iter_mut().enumerate() {
            if self.of_extensions[lot] {
                terms.count = self.promised[lot];
            }
        }
        let exchange = world.case().exchange.as_ref();
        let added = exchange.into_iter().flat_map(|exchange| &exchange.extended);
        terms.pledge_days += added.map(|added| world.number(added.days)).sum::<f64>();
        terms.first = self.first;
        terms.check()?;
        Ok(terms)
    }

    /// How many of each lot have gone.
    pub fn gone(&self) -> Vec<u32> {
        let mut gone = vec![0u32; self.promised.len()];
        for part in &self.parts {
            gone[part.lot] = gone[part.lot].saturating_add(part.gone);
        }
        gone
    }

    /// The terms with the clock set to the day that is looked at and what has gone taken away. Before it begins they are the terms themselves.
    pub fn terms_from_here(&self, terms: &Terms) -> Terms {
        let mut here = if self.now < 0.0 { terms.clone() } else { from_here(terms, self.now, &self.gone()) };
        // More days for more people: what was agreed of it is in the lots and in the pledge.
        here.extension = None;
        here
    }

    /// The same with as many of each lot as are still to come by what was promised.
    pub fn as_promised(&self, here: &Terms) -> Terms {
        let mut promised = here.clone();
        promised.lots.iter_mut().for_each(|lot| lot.count = 0);
        for part in &self.parts {
            promised.lots[part.lot].count = promised.lots[part.lot].count.saturating_add(part.left());
        }
        promised
    }

    /// The day on which a part that is still to go will, counted from the day that is looked at.
    pub fn goes_on(&self, part: &Part) -> f64 {
        if self.now < 0.0 { part.day } else { (part.day - self.now).max(1.0) }
    }

    /// What is still to come, counted from the day that is looked at; each part so many days later as `delay` says.
    pub fn schedule_from_here(&self, name: &str, delay: impl Fn(&Part) -> f64) -> Schedule {
        let mut handovers: Vec<(f64, usize, u32)> = self
            .parts
            .iter()
            .filter(|part| part.left() > 0)
            .map(|part| (self.goes_on(part) + delay(part), part.lot, part.left()))
            .collect();
        handovers.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut schedule = Schedule::new(name, self.first);
        for (day, lot, count) in handovers {
            let same_day = schedule.rounds.last_mut().filter(|round| round.day == day);
            match same_day {
                None => schedule.rounds.push(Round { day, give: vec![(lot, count)] }),
                Some(round) => match round.give.iter_mut().find(|(given, _)| *given == lot) {
                    Some((_, more)) => *more += count,
                    None => round.give.push((lot, count)),
                },
            }
        }
        schedule
    }

    /// The calendar day so many days after the one that is looked at, or after day 0 if it has not begun.
    pub fn date(&self, from_here: f64) -> Option<Date> {
        let days = (self.now.max(0.0) + from_here).floor();
        jiff::Span::new().try_days(days as i64).ok().and_then(|span| self.begins.checked_add(span).ok())
    }
}

/// Terms with the clock set to a later day, and what has gone taken away.
fn from_here(terms: &Terms, now: f64, gone: &[u32]) -> Terms {
    let mut here = terms.clone();
    here.pledge_days = (terms.pledge_days - now).max(0.0);
    for (lot, gone) in here.lots.iter_mut().zip(gone) {
        lot.count = lot.count.saturating_sub(*gone);
    }
    for (side, before) in here.sides.iter_mut().zip(&terms.sides) {
        if !before.guarantee_over_time.is_empty() {
            // Linear between points: the share in force now becomes the first.
            let later = before.guarantee_over_time.iter().filter(|(day, _)| *day > now);
            side.guarantee_over_time = std::iter::once((0.0, before.share_in_force(now)))
                .chain(later.map(|(day, share)| (day - now, *share)))
                .collect();
        }
    }
    // What can still be handed over goes from the next day on.
    here.delivery = later_days(terms, now);
    here
}

/// The days of handover that are still to come, counted from now.
fn later_days(terms: &Terms, now: f64) -> DeliveryDays {
    let days = terms.handover_days();
    let mut later: Vec<f64> = days.into_iter().map(|day| day - now).filter(|day| *day > 0.0).collect();
    later.dedup();
    DeliveryDays::On(later)
}
