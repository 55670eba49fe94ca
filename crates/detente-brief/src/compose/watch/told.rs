//! The watch in sentences.

use detente_exchange::{Phase, Planned, Side, in_words, words as of_exchange};
use detente_model::{Commitment, CommitmentId, PartyId};
use detente_watch::{Account, Borne, BorneOver, Entry, ExchangeFromHere, Question, Seen, Status, StopOver};
use jiff::civil::Date;

use super::WatchDay;
use crate::compose::lasting::days_ranged;
use crate::words;

/// The verdict, most important first.
pub(super) fn headline(day: &WatchDay) -> Vec<String> {
    let mut sentences = vec![day.standing()];
    sentences.extend(day.ending());
    sentences.extend(day.going_on());
    sentences.extend(day.bears());
    sentences.extend(day.lasting());
    sentences.extend(day.look_next());
    sentences
}

impl WatchDay {
    /// How many of the commitments are due, and how they stand: of all of them, since one may be told of before its day.
    fn standing(&self) -> String {
        let ledger = &self.found.ledger;
        let (all, due) = (ledger.entries.len(), ledger.entries.iter().filter(|entry| entry.is_due).count());
        let agreed = format!(
            "{} had been agreed by {}; {}.",
            words::plural(all, "commitment", "commitments"),
            words::date(ledger.day),
            match (all, due) {
                (1, 0) => "its day is still to come".to_owned(),
                (1, _) => "its day has come".to_owned(),
                (_, 0) => "none is due yet".to_owned(),
                (_, due) if due == all => "all are due".to_owned(),
                (_, 1) => "one is due".to_owned(),
                (_, due) => format!("{} are due", words::count(due)),
            }
        );
        if self.found.count(Status::NotDue) == all {
            return agreed;
        }
        let mut parts = Vec::new();
        let late = ledger.with(Status::Done).filter(|entry| entry.days_late > 0).count();
        for status in [
            Status::Done,
            Status::Partly,
            Status::Late,
            Status::Denied,
            Status::Disputed,
            Status::NotReported,
            Status::NotDue,
        ] {
            let of_it = self.found.count(status);
            if of_it > 0 {
                let late = match (status, late) {
                    (Status::Done, 1..) => format!(" ({late} of them late)"),
                    _ => String::new(),
                };
                let verb = match (parts.is_empty(), of_it) {
                    (false, _) => "",
                    (true, 1) => " is",
                    (true, _) => " are",
                };
                parts.push(format!("{}{verb} {}{late}", words::count(of_it), standing_words(status)));
            }
        }
        format!("{agreed} {}.", words::list(&parts))
    }

    /// That it has ended, or that the pledge has run out.
    fn ending(&self) -> Option<String> {
        if let Some(ended) = self.ended() {
            let held = self.begins().map_or_else(String::new, |begins| {
                let days = f64::from(begins.duration_until(ended).as_hours() as i32) / 24.0;
                format!(", after {}", words::plural(days, "day", "days"))
            });
            return Some(format!("It ended on {}{held}.", words::date(ended)));
        }
        let (left, ends) = (self.found.pledge_left?, self.pledge_ends?);
        Some(match self.begins() {
            Some(begins) if begins > self.found.ledger.day => {
                format!(
                    "It begins on {}, and calm is pledged until {}.",
                    words::date(begins),
                    words::date(ends)
                )
            }
            _ if left <= 0.0 => format!("The pledge of calm ran out on {}.", words::date(ends)),
            _ => {
                let parts = self.found.exchange.iter().flat_map(|exchange| &exchange.course.parts);
                let parts: Vec<u32> = parts.map(detente_watch::Part::left).collect();
                let done = !parts.is_empty() && parts.iter().all(|left| *left == 0);
                let after = self.case.commitments.iter().any(|commitment| commitment.due > ends);
                let nothing_more = if !done || after {
                    ""
                } else {
                    " Nothing is left to hand over, and nothing is promised for any day after."
                };
                format!("Calm is pledged until {}.{nothing_more}", words::date(ends))
            }
        })
    }

    /// Whether each side gains by going on, and where somebody would first stop.
    fn going_on(&self) -> Vec<String> {
        let Some(exchange) = &self.found.exchange else { return Vec::new() };
        let name = |side: Side| exchange.terms.side(side).name.as_str();
        let [one, two] = Side::BOTH
            .map(|side| format!("{} in {}", name(side), words::share(exchange.goes_on_now[side.index()])));
        let mut sentences = vec![format!(
            "Going on is now worth more than stopping to {one} of the worlds drawn and to {two}; to the end nobody gains by stopping in {}.",
            words::share(exchange.to_the_end)
        )];
        if let Some(stop) = exchange.stops.first() {
            sentences.push(format!("The first to gain by stopping would most often be {}.", self.stop(stop)));
        }
        sentences
    }

    /// A step at which somebody would stop: `Israel on 28 November 2023, with everything handed over: in 40 % (38–42)`.
    pub(crate) fn stop(&self, stop: &StopOver) -> String {
        let Some(exchange) = &self.found.exchange else { return String::new() };
        let name = &exchange.terms.side(stop.side).name;
        let gain = stop.gain;
        format!(
            "{name} {}: in {}, by {} ({} to {}) on its own scale",
            self.when(stop),
            words::share(stop.share),
            of_exchange::worth(gain.median),
            of_exchange::worth(gain.low),
            of_exchange::worth(gain.high)
        )
    }

    /// When somebody would stop: `on 28 November 2023, with everything handed over`.
    pub(crate) fn when(&self, stop: &StopOver) -> String {
        let date = self.date(stop.day);
        let on = date.map_or_else(|| format!("{} days from now", stop.day), words::date);
        let still = match stop.phase {
            Phase::Start if stop.day == 0.0 => return "at once".to_owned(),
            Phase::Start => "before anything more is handed over",
            Phase::Before => "just before the handover",
            Phase::BetweenHands => "between the two hands of that day’s handover",
            Phase::After => "after that day’s handover",
            Phase::Complete => "with everything handed over",
        };
        format!("on {on}, {still}")
    }

    /// The calendar day so many days from the one that is looked at, or from day 0 if it has not begun.
    pub(crate) fn date(&self, from_here: f64) -> Option<Date> {
        match &self.found.exchange {
            Some(exchange) => exchange.course.date(from_here),
            None => self.found.date(from_here),
        }
    }

    /// What delay is borne: of all that is still to come, and of what is late.
    fn bears(&self) -> Vec<String> {
        let Some(exchange) = &self.found.exchange else { return Vec::new() };
        let mut sentences = Vec::new();
        if exchange.course.parts.iter().any(|part| part.left() > 0) {
            sentences.push(self.late_together(exchange));
        }
        for (id, delay) in &exchange.delays {
            let entry = self.found.ledger.entry(*id);
            if entry.days_late == 0 {
                continue;
            }
            sentences.push(format!(
                "{} {} {} late: {}.",
                words::sentence(&self.commitment(*id)),
                if self.case.commitment(*id).units() == 1 { "is" } else { "are" },
                words::plural(entry.days_late, "day", "days"),
                inside(entry, delay)
            ));
        }
        sentences
    }

    /// What delay is borne of all together, and of what by itself is borne least: the one may be large and the other small, because where one thing alone is
    /// late the other side goes on handing over.
    pub(crate) fn late_together(&self, exchange: &ExchangeFromHere) -> String {
        let together = match exchange.delay.central {
            Borne::NotAsItIs => {
                return format!(
                    "Somebody gains by stopping as it is, late or not; in {} of the worlds drawn nobody does.",
                    words::share(exchange.delay.as_it_is)
                );
            }
            Borne::Any => "nobody would gain by stopping, however late".to_owned(),
            Borne::Days(0) => {
                format!("somebody would gain by stopping after a single day{}", over(&exchange.delay))
            }
            Borne::Days(days) => format!(
                "nobody would gain by stopping for up to {}{}",
                words::plural(days, "day", "days"),
                over(&exchange.delay)
            ),
        };
        let least = |borne: &Borne| match borne {
            Borne::NotAsItIs => 0,
            Borne::Days(days) => u64::from(*days) + 1,
            Borne::Any => u64::MAX,
        };
        let alone = exchange.delays.iter().min_by_key(|(_, delay)| least(&delay.central));
        let alone = alone.map_or_else(String::new, |(id, delay)| {
            let of = self.commitment(*id);
            match delay.central {
                Borne::Any | Borne::NotAsItIs => {
                    "; if one thing that is overdue or due next were late alone, nobody would, however late"
                        .to_owned()
                }
                Borne::Days(0) => {
                    format!("; late alone, {of} may not come a single day after its day{}", over(delay))
                }
                Borne::Days(days) => format!(
                    "; late alone, {of} may come {} after its day{}",
                    words::plural(days, "day", "days"),
                    over(delay)
                ),
            }
        });
        format!("If all that is still to come were late together, {together}{alone}.")
    }

    /// How long it lasts on.
    fn lasting(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        if let Some(lasting) = &self.found.lasting {
            let breach = if lasting.breached.hits == 0 {
                String::new()
            } else {
                let without = days_ranged(lasting.unbreached.median_days);
                let open = if lasting.breached.hits == lasting.breached.draws {
                    "A breach is told of and not contested".to_owned()
                } else {
                    format!(
                        "A breach, told of and not contested, is open in {}",
                        words::share(lasting.breached)
                    )
                };
                format!(
                    " {open}: it multiplies the risk of ending by {:.1} ({:.1}–{:.1}); without it that would be {without}.",
                    lasting.ratio.median, lasting.ratio.low, lasting.ratio.high
                )
            };
            let such = if self.breaks_before_its_end() {
                "such agreements without an agreed end"
            } else {
                "such agreements"
            };
            let held = match lasting.held {
                0.0 => format!("Half of {such} last"),
                held => {
                    format!(
                        "It has held for {}: half of {such} last another",
                        words::plural(held, "day", "days")
                    )
                }
            };
            sentences.push(format!("{held} {}.{breach}", days_ranged(lasting.remaining.median_days)));
        }
        if let Some(error) = &self.found.not_known {
            sentences.push(format!("How long it lasts on is not told: {error}."));
        }
        if let Some(outlook) = &self.found.outlook {
            sentences.push(format!(
                "The chance that it lasts {} is {}.",
                self.horizon(),
                words::percent(outlook.mean)
            ));
        }
        sentences
    }

    /// Whether what is told of how long it lasts is from ceasefires without an agreed end, and this one has an end.
    pub(crate) fn breaks_before_its_end(&self) -> bool {
        let of_a_class = self.grounds.as_ref().filter(|grounds| grounds.of_a_class);
        let elsewhere = of_a_class.and_then(|grounds| grounds.elsewhere);
        self.pledge_ends.is_some() && elsewhere.is_some_and(|found| found.class.is_of_ceasefires())
    }

    /// The days for which the outlook is told, from its first day if it has not begun: `another 3 days, to 28 November 2023,`.
    pub(crate) fn horizon(&self) -> String {
        let begun = self.found.exchange.as_ref().is_none_or(|exchange| exchange.course.now >= 0.0);
        let days = match (begun, self.found.horizon) {
            (false, days) => words::plural(days, "day", "days"),
            (true, 1.0) => "another day".to_owned(),
            (true, days) => format!("another {}", words::plural(days, "day", "days")),
        };
        match self.date(self.found.horizon) {
            Some(date) => format!("{days}, to {},", words::date(date)),
            None => days,
        }
    }

    /// What to look at next.
    fn look_next(&self) -> Option<String> {
        let seen = self.found.next.first().filter(|seen| seen.moves > 0.0)?;
        Some(format!("What would tell most is {}: {}.", self.question(seen), ends(seen)))
    }

    /// What would be looked at, in words that go on in a sentence.
    pub(crate) fn question(&self, seen: &Seen) -> String {
        let of = self.commitment(seen.observation.commitment);
        let commitment = self.case.commitment(seen.observation.commitment);
        match seen.observation.question {
            Question::DueNext => {
                format!("whether the promise of {of} is kept by {}", words::date(commitment.due))
            }
            Question::StillMissing => format!("whether what is missing of {of} still comes"),
            Question::NotReported => {
                format!("whether the promise of {of} was kept, of which nobody has told")
            }
            Question::Disputed => format!("which account of {of} is right"),
        }
    }

    /// A commitment in a sentence: `13 of “women and children” from Hamas to Israel`.
    pub(crate) fn commitment(&self, id: CommitmentId) -> String {
        let commitment = self.case.commitment(id);
        let to = commitment.to.map(|to| format!(" to {}", self.case.party(to).name)).unwrap_or_default();
        let from = &self.case.party(commitment.by).name;
        format!("{} from {from}{to}", what(commitment))
    }

    /// How a commitment stands, in words that stand by themselves.
    pub(crate) fn status(&self, entry: &Entry) -> String {
        let commitment = self.case.commitment(entry.commitment);
        let days = |n: u32| words::plural(n, "day", "days");
        let (promised, least) = (entry.promised, entry.least);
        let so_far = || match commitment.count {
            Some(_) if least > 0 => format!("{} of {} so far, ", words::count(least), words::count(promised)),
            _ => String::new(),
        };
        match entry.status {
            Status::NotDue => format!("{}not due yet", so_far()),
            Status::NotReported if commitment.due == self.found.ledger.day => {
                "due today, nothing told yet".to_owned()
            }
            Status::NotReported => "nobody has told of it".to_owned(),
            Status::Done => {
                let on = entry.done_on.map_or_else(String::new, |on| format!(" on {}", words::date(on)));
                let late = if entry.days_late > 0 {
                    format!(", {} late", days(entry.days_late))
                } else {
                    String::new()
                };
                format!("{}{on}{late}", if commitment.hands_over.is_some() { "handed over" } else { "kept" })
            }
            Status::Partly | Status::Late => {
                let held = if entry.status == Status::Late { "held back" } else { "the rest missing" };
                let late = if entry.days_late > 0 {
                    format!(", {} late", days(entry.days_late))
                } else {
                    String::new()
                };
                format!("{}{held}{late}", so_far())
            }
            Status::Denied => format!("{}told not to be kept ({})", so_far(), self.who_denies(entry)),
            Status::Disputed => format!("disputed: {}", self.accounts(entry)),
        }
    }

    /// Who says of which day that a commitment is not kept: `by Israel of 24 November 2023 and by others of 26 November 2023`.
    pub(crate) fn who_denies(&self, entry: &Entry) -> String {
        let by = entry.accounts.iter().filter(|account| account.count < entry.promised);
        let told = |account: &Account| format!("{} of {}", self.by(account.party), words::date(account.by));
        words::list(&by.map(told).collect::<Vec<_>>())
    }

    /// For whom an account speaks: `by Israel`.
    fn by(&self, party: Option<PartyId>) -> String {
        party.map_or_else(|| "by others".to_owned(), |party| format!("by {}", self.case.party(party).name))
    }

    /// The accounts of a commitment, side by side: `kept, says Israel; 8 of 12, says Hamas`.
    pub(crate) fn accounts(&self, entry: &Entry) -> String {
        let commitment = self.case.commitment(entry.commitment);
        let each = entry.accounts.iter().map(|account| {
            let by = match account.party {
                Some(party) => format!("says {}", self.case.party(party).name),
                None => "say others".to_owned(),
            };
            let count = match (commitment.count, account.count) {
                (_, count) if count == entry.promised => "kept".to_owned(),
                (Some(promised), count) => format!("{} of {}", words::count(count), words::count(promised)),
                (None, _) => "not kept".to_owned(),
            };
            format!("{count}, {by}")
        });
        each.collect::<Vec<_>>().join("; ")
    }

    /// The exchange planned anew, in a sentence; `None` if the pledge has run out or there is none.
    pub(crate) fn anew(&self) -> Option<String> {
        let exchange = self.found.exchange.as_ref()?;
        let planned = exchange.anew.as_ref()?;
        let some_way = exchange.some_way.map_or_else(String::new, |share| {
            format!(
                " Some schedule from here on would hold itself in {} of the worlds drawn.",
                words::share(share)
            )
        });
        Some(match planned {
            Planned::Found(plan) => {
                let by = self.date(plan.completes_on_day);
                let by = by.map_or_else(
                    || format!("in {} days", plan.completes_on_day),
                    |day| format!("by {}", words::date(day)),
                );
                format!(
                    "Planned anew from here, everything could be handed over {by} with nobody gaining by stopping.{some_way}"
                )
            }
            // What is told of the obstacle counts its days from here.
            Planned::None(_) => format!(
                "Planned anew from here, no schedule holds itself: {}{some_way}",
                words::going_on(&in_words(&exchange.terms, planned))
            ),
        })
    }
}

/// What is promised: `13 of “women and children”`, `200 trucks of “aid let in”`, `“calm”`.
pub(super) fn what(commitment: &Commitment) -> String {
    let name = words::named(&commitment.what);
    match (commitment.count, &commitment.unit) {
        (None, _) => name,
        (Some(count), None) => format!("{} of {name}", words::count(count)),
        (Some(count), Some(unit)) => format!("{} {unit} of {name}", words::count(count)),
    }
}

fn standing_words(status: Status) -> &'static str {
    match status {
        Status::NotDue => "not due yet",
        Status::NotReported => "not reported",
        Status::Done => "kept",
        Status::Partly => "kept in part",
        Status::Late => "held back",
        Status::Denied => "told not to be kept",
        Status::Disputed => "disputed",
    }
}

/// What delay is borne, in a cell: `2 days (2–3)`.
pub(crate) fn borne_in_short(delay: &BorneOver) -> String {
    let over = over(delay);
    match delay.central {
        Borne::NotAsItIs => "–".to_owned(),
        Borne::Any => "any".to_owned(),
        Borne::Days(0) => format!("none{over}"),
        Borne::Days(days) => format!("{}{over}", words::plural(days, "day", "days")),
    }
}

/// The days that are borne over the worlds, where they differ: ` (2–3)`.
fn over(delay: &BorneOver) -> String {
    match delay.days {
        Some(band) if band.high - band.low >= 0.5 => format!(" ({:.0}–{:.0})", band.low, band.high),
        _ => String::new(),
    }
}

/// Whether the delay of a commitment is inside what the schedule bears.
fn inside(entry: &Entry, delay: &BorneOver) -> String {
    match delay.central {
        Borne::NotAsItIs => {
            format!(
                "somebody gains by stopping in any case (in {} nobody does)",
                words::share(delay.as_it_is)
            )
        }
        Borne::Any => "the schedule bears any delay of it".to_owned(),
        Borne::Days(days) if days >= entry.days_late => {
            format!("inside what the schedule bears, {}", words::plural(days, "day", "days"))
        }
        Borne::Days(days) => {
            format!("more than the schedule bears, {}", words::plural(days, "day", "days"))
        }
    }
}

/// The outlook after each end: `62 % if it is, 21 % if not`.
fn ends(seen: &Seen) -> String {
    let [kept, not] = words::told_apart([seen.if_kept, seen.if_not]);
    match seen.observation.question {
        Question::Disputed => {
            format!("the chance is {kept} if the one that says most is, {not} if the one that says least is")
        }
        _ if kept == not => {
            format!("the chance is {kept} either way, since for now that is taken to be still to come")
        }
        _ => format!("the chance is {kept} if so, {not} if not"),
    }
}
