//! How an exchange is carried out: days, batches, who goes first, what else binds each side.
//!
//! Everything here is optional in a case file; an empty [`ExchangeRules`] means: handover on any day of the pledge,
//! both sides at once, no limit on how many, guarantees that hold from first day to last, no discounting.
//!
//! ```toml
//! [exchange]
//! capacity_per_day = { hamas = 10, israel = 300 }   # at most so many people on one handover day
//! minimum_batch = { hamas = 5 }                      # none, or at least so many (or all that are left)
//! deliver = "daily"                                  # or: { every = 7 }, or: { on = [0, 45, 90] } (stages)
//! rounds_per_day = 1                                 # handovers on one such day
//! handover = "simultaneous"                          # or the id of the party that hands over first
//! watch = "daily"                                    # or "throughout": also in the moment before a handover
//! discount_per_day = 0.001                           # κ(T−t) becomes κ(1−e^(−r(T−t)))/r
//! guarantee_over_time = { israel = [[0, 1], [45, 1], [90, 0]] }   # share in force: linear between, flat beyond
//! escrow = { israel = [5, 10] }                      # deposited, lost by the side that stops
//! escrow_until = "completion"                        # or "end": of the pledge
//! # Lots that an extension names belong to extensions alone: list those pledged from the outset as lots of their own.
//! extension = { days = 1, for_every = 10, of = ["women, later"], in_return = { "prisoners, later" = 30 }, at_most = 6 }
//!
//! [[exchange.schedule]]
//! name = "three stages of 45 days"
//! when = { release = "three stages" }                # the packages that it belongs to; all, if left out
//! handover = "hamas"                                 # if it differs from [exchange]
//! steps = [
//!     { day = 0,  give = { "women and children" = 40, "prisoners" = 600 } },
//!     { day = 45, give = { "men" = 61, "prisoners" = 900 } },
//! ]
//!
//! [[exchange.schedule]]
//! name = "equal stages"
//! stages = 3                                         # every lot in equal parts,
//! every = 45                                         # so many days apart, from day 0 on
//!
//! [[exchange.observed]]
//! party = "israel"
//! day = 3                                            # since the pledge began
//! pledge_days = 4                                    # the length of that pledge
//! still_to_come = { "women and children" = 12, "prisoners" = 36 }
//! kept = true                                        # it went on; false: it stopped
//! cite = ["…"]
//! ```

use crate::{Citation, Combination, NumberId, PartyId, Place};

/// The rules of an exchange.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExchangeRules {
    /// The most people that a side can hand over on one day of handover; a party not named has no limit.
    pub capacity_per_day: Vec<(PartyId, NumberId)>,
    /// The fewest that a side hands over at a time, unless fewer are left.
    pub minimum_batch: Vec<(PartyId, NumberId)>,
    /// On which days.
    pub delivery: Delivery,
    /// How many handovers on each of those days; `None` stands for one.
    pub rounds_per_day: Option<NumberId>,
    /// The side that hands over first; `None` when both do at once.
    pub first: Option<PartyId>,
    /// When each side thinks again whether to go on.
    pub watch: Watch,
    /// Discount rate of days to come; `None` for none.
    pub discount_per_day: Option<NumberId>,
    /// The share of a party's guarantee that is in force by day, in [0, 1]: days increase, linear between, flat
    /// beyond. A party not named is bound alike on all days.
    pub guarantee_over_time: Vec<(PartyId, Vec<(f64, NumberId)>)>,
    /// What a party deposits and loses by stopping.
    pub escrow: Vec<(PartyId, NumberId)>,
    /// When a deposit is given back.
    pub escrow_until: EscrowEnd,
    /// More days for more people.
    pub extension: Option<ExtensionRule>,
    /// Schedules that somebody proposes.
    pub schedules: Vec<ProposedSchedule>,
    /// Steps of this or an earlier exchange that were kept or broken.
    pub observed: Vec<ObservedStep>,
}

/// On which days there are handovers.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Delivery {
    /// On any day of the pledge.
    #[default]
    Daily,
    /// On day 0 and every so many days.
    Every(NumberId),
    /// On these days, in increasing order: stages.
    On(Vec<f64>),
}

/// When each side thinks again whether to go on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Watch {
    /// Once a day, after the day's handovers.
    #[default]
    Daily,
    /// Also in the moment before the next handover.
    Throughout,
}

/// When a deposit is given back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum EscrowEnd {
    /// As soon as everything is handed over.
    #[default]
    Completion,
    /// At the end of the pledge.
    EndOfPledge,
}

/// More days of calm for more people: "one more day for every ten".
#[derive(Debug, Clone, PartialEq)]
pub struct ExtensionRule {
    /// How many days are added.
    pub days: NumberId,
    /// For how many people.
    pub for_every: NumberId,
    /// Of which lots, as indices into [`Exchange::lots`](crate::Exchange::lots); handed over in this order.
    pub of: Vec<usize>,
    /// What is handed over for them: lot and how many.
    pub in_return: Vec<(usize, NumberId)>,
    /// The most days that can be added; `None` for no limit.
    pub at_most: Option<NumberId>,
}

/// A schedule that somebody proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedSchedule {
    /// Name as shown.
    pub name: String,
    /// The packages that it belongs to; an empty condition means all.
    pub when: Combination,
    /// The side that hands over first, if it differs from [`ExchangeRules::first`].
    pub first: Option<PartyId>,
    /// What goes when.
    pub steps: ScheduleSteps,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// What goes when.
#[derive(Debug, Clone, PartialEq)]
pub enum ScheduleSteps {
    /// Day by day.
    Listed(Vec<ScheduleStep>),
    /// Every lot in equal parts.
    Equal {
        /// How many parts.
        stages: usize,
        /// Days between them.
        every: f64,
    },
}

/// One day of a proposed schedule.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleStep {
    /// Days since the pledge began.
    pub day: f64,
    /// Lot, as an index into [`Exchange::lots`](crate::Exchange::lots), and how many of it.
    pub give: Vec<(usize, u32)>,
}

/// A step that was kept or broken, here or in an earlier exchange on the same terms.
#[derive(Debug, Clone, PartialEq)]
pub struct ObservedStep {
    /// Who went on or stopped.
    pub party: PartyId,
    /// Days since the pledge began.
    pub day: f64,
    /// The length of that pledge in days.
    pub pledge_days: f64,
    /// What was still to come, from both sides: lot and how many; a lot not named was done.
    pub still_to_come: Vec<(usize, u32)>,
    /// Whether it went on.
    pub kept: bool,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}
