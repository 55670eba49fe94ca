//! How an exchange is carried out: days, batches, who goes first, what else binds each side.

use std::collections::BTreeMap;

use detente_model::{
    Choice, Citation, Combination, Count, Delivery, EscrowEnd, ExchangeRules, ExtensionRule, Lot, NumberId,
    ObservedStep, PartyId, ProposedSchedule, ScheduleStep, ScheduleSteps, Watch,
};

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{ABOVE_ZERO, AMOUNT, Names, UNIT};
use crate::nearest::nearest;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn exchange_rules(
        &mut self,
        table: Table<'t>,
        lots: &[Lot],
        cite: &[Citation],
    ) -> ExchangeRules {
        let by_party = |decoder: &mut Self, key: &str| {
            decoder.per_party_within(table, key, &format!("exchange.{key}"), AMOUNT, cite)
        };
        let capacity_per_day = by_party(self, "capacity_per_day");
        let minimum_batch = by_party(self, "minimum_batch");
        let escrow = by_party(self, "escrow");
        let rounds_per_day = table
            .get("rounds_per_day")
            .map(|node| self.number(node, "exchange.rounds_per_day".to_owned(), ABOVE_ZERO, cite));
        let discount_per_day = table
            .get("discount_per_day")
            .map(|node| self.number(node, "exchange.discount_per_day".to_owned(), AMOUNT, cite));
        ExchangeRules {
            capacity_per_day,
            minimum_batch,
            delivery: self.delivery(table, cite),
            rounds_per_day,
            first: self.first_hand(table),
            watch: match table.text("watch") {
                Some("throughout") => Watch::Throughout,
                _ => Watch::Daily,
            },
            discount_per_day,
            guarantee_over_time: self.guarantee_over_time(table, cite),
            escrow,
            escrow_until: match table.text("escrow_until") {
                Some("end") => EscrowEnd::EndOfPledge,
                _ => EscrowEnd::Completion,
            },
            extension: self.extension(table, lots, cite),
            schedules: self.schedules(table, lots),
            observed: self.observed(table, lots),
        }
    }

    fn delivery(&mut self, table: Table<'t>, cite: &[Citation]) -> Delivery {
        let Some(node) = table.get("deliver") else { return Delivery::Daily };
        let Some(delivery) = node.table() else { return Delivery::Daily };
        match (delivery.get("every"), delivery.get("on")) {
            (Some(every), None) => {
                Delivery::Every(self.number(every, "exchange.deliver.every".to_owned(), ABOVE_ZERO, cite))
            }
            (None, Some(on)) => {
                let days: Vec<(f64, Span)> = on
                    .list()
                    .filter_map(|day| Some((day.number().filter(|x| x.is_finite())?, day.span)))
                    .collect();
                self.incomplete |= days.len() < on.list().count();
                self.days_go_up(&days, "the days of handover", true);
                if days.is_empty() {
                    self.schedule_fault(on.span, "there is no day of handover", "an empty list");
                }
                Delivery::On(days.into_iter().map(|(day, _)| day).collect())
            }
            _ => {
                self.schedule_fault(
                    node.span,
                    "the days of handover are stated in two ways or in none",
                    "either `every` or `on`",
                );
                Delivery::Daily
            }
        }
    }

    /// The side that hands over first, if `handover` names one.
    fn first_hand(&mut self, table: Table<'t>) -> Option<PartyId> {
        let node = table.get("handover")?;
        let name = node.text()?;
        if name == "simultaneous" {
            return None;
        }
        let party = self.known.party(name);
        if party.is_none() {
            self.incomplete = true;
            let fault = self.known.unknown(Names::Party, name, node.span, self.faults);
            self.faults.push(fault);
        }
        party
    }

    fn guarantee_over_time(
        &mut self,
        table: Table<'t>,
        cite: &[Citation],
    ) -> Vec<(PartyId, Vec<(f64, NumberId)>)> {
        let mut over_time = Vec::new();
        for entry in table.entries_of("guarantee_over_time") {
            let Some(party) = self.known.party(entry.key) else {
                self.incomplete = true;
                continue;
            };
            let mut points = Vec::new();
            let mut days = Vec::new();
            for (i, point) in entry.node.list().enumerate() {
                let path = format!("exchange.guarantee_over_time.{}[{}]", entry.key, i + 1);
                let pair: Vec<Node<'t>> = point.list().collect();
                let day = pair.first().and_then(|day| day.number()).filter(|day| day.is_finite());
                let (Some(day), [_, share]) = (day, pair.as_slice()) else {
                    let message = format!("{} must be a day and a share", quoted(&path));
                    self.schedule_fault(point.span, &message, "for example `[45, 0.5]`");
                    continue;
                };
                if let Some(value) =
                    uncertain(*share).filter(|v| !UNIT.holds(v.low()) || !UNIT.holds(v.high()))
                {
                    let message =
                        format!("the share of {} must be between 0 and 1, found {value}", quoted(&path));
                    self.faults.push(Fault::new(Code::OutOfRange, share.span, message).label("not a share"));
                }
                days.push((day, point.span));
                points.push((day, self.number(*share, path, UNIT, cite)));
            }
            self.days_go_up(&days, "the days of a guarantee", true);
            over_time.push((party, points));
        }
        over_time
    }

    fn extension(&mut self, table: Table<'t>, lots: &[Lot], cite: &[Citation]) -> Option<ExtensionRule> {
        let rule = table.get("extension")?.table()?;
        let path = |key: &str| format!("exchange.extension.{key}");
        let days = self.needed_number(rule, "days", path("days"), AMOUNT, cite);
        let for_every = self.needed_number(rule, "for_every", path("for_every"), ABOVE_ZERO, cite);
        let of = rule
            .list_of("of")
            .filter_map(|node| Some((node.text()?, node.span)))
            .filter_map(|(name, span)| self.lot(name, span, lots, table))
            .collect();
        let mut in_return = Vec::new();
        for entry in rule.entries_of("in_return") {
            if let Some(lot) = self.lot(entry.key, entry.key_span, lots, table) {
                let path = format!("exchange.extension.in_return.{}", entry.key);
                in_return.push((lot, self.number(entry.node, path, AMOUNT, cite)));
            }
        }
        let at_most = rule.get("at_most").map(|node| self.number(node, path("at_most"), AMOUNT, cite));
        Some(ExtensionRule { days, for_every, of, in_return, at_most })
    }

    fn schedules(&mut self, table: Table<'t>, lots: &[Lot]) -> Vec<ProposedSchedule> {
        let mut schedules = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in table.list_of("schedule") {
            let Some(proposed) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(proposed, "schedules", &mut seen) {
                continue;
            }
            let name = self.needed_text(proposed, "name");
            let when = match proposed.get("when") {
                Some(when) => self.combination(Some(when)).unwrap_or_else(|| {
                    self.incomplete = true;
                    Combination::default()
                }),
                None => Combination::default(),
            };
            let first = self.first_hand(proposed);
            let cite = self.citations(proposed).unwrap_or_default();
            let place = Some(self.place(node.span));
            if let Some(steps) = self.steps(proposed, lots, table) {
                schedules.push(ProposedSchedule { name, when, first, steps, cite, place });
            }
        }
        schedules
    }

    fn steps(&mut self, proposed: Table<'t>, lots: &[Lot], exchange: Table<'t>) -> Option<ScheduleSteps> {
        match (proposed.entry("steps"), proposed.get("stages"), proposed.get("every")) {
            (Some(_), None, None) => {
                let mut days = Vec::new();
                let mut steps = Vec::new();
                for node in proposed.list_of("steps") {
                    let step = node.table()?;
                    let Some(day) = step.get("day").and_then(Node::number).filter(|day| day.is_finite())
                    else {
                        self.incomplete = true;
                        return None;
                    };
                    days.push((day, node.span));
                    let give = self.counts(step, "give", lots, exchange);
                    steps.push(ScheduleStep { day, give });
                }
                self.days_go_up(&days, "the days of a schedule", false);
                self.no_more_than_held(proposed, &steps, lots);
                Some(ScheduleSteps::Listed(steps))
            }
            (None, Some(stages), Some(every)) => {
                let parts = stages.whole().filter(|stages| (1..=1_000).contains(stages));
                let days = every.number().filter(|days| days.is_finite() && *days >= 0.0);
                if let (Some(stages), Some(every)) = (parts, days) {
                    return Some(ScheduleSteps::Equal { stages, every });
                }
                self.schedule_fault(
                    if parts.is_none() { stages.span } else { every.span },
                    "a schedule in equal parts has 1 to 1000 stages, and days between them that are not negative",
                    "out of range",
                );
                None
            }
            _ => {
                self.schedule_fault(
                    proposed.span,
                    "a schedule is stated either by its `steps`, or by `stages` and `every`",
                    "two ways, or half of one",
                );
                None
            }
        }
    }

    fn no_more_than_held(&mut self, proposed: Table<'t>, steps: &[ScheduleStep], lots: &[Lot]) {
        for (i, lot) in lots.iter().enumerate() {
            let given: u64 = steps
                .iter()
                .flat_map(|step| &step.give)
                .filter(|(l, _)| *l == i)
                .map(|(_, n)| u64::from(*n))
                .sum();
            let most = match lot.count {
                Count::Number(id) => self.case.numbers[id].value.high(),
                Count::Issue(issue) => {
                    let sizes = self.case.issue(issue).options.iter().filter_map(Choice::number);
                    sizes.fold(0.0, f64::max)
                }
            };
            if given as f64 > most.round() {
                let message =
                    format!("the schedule hands over {given} of {}, and there are {most}", quoted(&lot.name));
                self.schedule_fault(proposed.span, &message, "more than there are");
            }
        }
    }

    fn observed(&mut self, table: Table<'t>, lots: &[Lot]) -> Vec<ObservedStep> {
        let mut observed = Vec::new();
        for node in table.list_of("observed") {
            let Some(step) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let party = step.text("party").and_then(|id| self.known.party(id));
            let exact = |key: &str| step.get(key).and_then(Node::number).filter(|x| x.is_finite());
            let cite = self.citations(step).unwrap_or_default();
            let still_to_come = self.counts(step, "still_to_come", lots, table);
            let (Some(party), Some(day), Some(pledge_days), Some(kept)) =
                (party, exact("day"), exact("pledge_days"), step.get("kept").and_then(Node::truth))
            else {
                self.incomplete = true;
                continue;
            };
            for (day, key) in [(day, "day"), (pledge_days, "pledge_days")] {
                let span = step.get(key).map_or(node.span, |node| node.span);
                self.days_go_up(&[(day, span)], "the days of an observed step", false);
            }
            let place = Some(self.place(node.span));
            observed.push(ObservedStep { party, day, pledge_days, still_to_come, kept, cite, place });
        }
        observed
    }

    /// Lots and how many of each.
    fn counts(
        &mut self,
        table: Table<'t>,
        key: &str,
        lots: &[Lot],
        exchange: Table<'t>,
    ) -> Vec<(usize, u32)> {
        let mut counts = Vec::new();
        for entry in table.entries_of(key) {
            let Some(lot) = self.lot(entry.key, entry.key_span, lots, exchange) else { continue };
            match entry.node.whole().and_then(|n| u32::try_from(n).ok()) {
                Some(n) => counts.push((lot, n)),
                None if entry.node.whole().is_some() => {
                    self.schedule_fault(entry.node.span, "that is more people than there are", "too many");
                }
                None => self.incomplete = true,
            }
        }
        counts.sort_unstable();
        counts
    }

    /// The lot of that name; `None` with a fault, here or before.
    pub(super) fn lot(&mut self, name: &str, span: Span, lots: &[Lot], exchange: Table<'t>) -> Option<usize> {
        let found = lots.iter().position(|lot| lot.name == name);
        if found.is_none() {
            self.incomplete = true;
            // A lot that could not be read may be the one that is meant.
            if lots.len() == exchange.list_of("lots").count() {
                let fault = Fault::new(Code::UnknownLot, span, format!("there is no lot {}", quoted(name)))
                    .label("no such lot");
                self.faults.push(match nearest(name, lots.iter().map(|lot| lot.name.as_str())) {
                    Some(near) => fault.did_you_mean(near),
                    None => fault.help("write the name of one of the `[[exchange.lots]]`"),
                });
            }
        }
        found
    }

    /// Days from 0 up that rise, strictly or not.
    fn days_go_up(&mut self, days: &[(f64, Span)], what: &str, strictly: bool) {
        if let Some((day, span)) = days.iter().find(|(day, _)| *day < 0.0) {
            let fault = Fault::new(Code::DaysOrder, *span, format!("{what} begin with day 0, found {day}"));
            self.faults.push(fault.label("before the pledge began"));
        }
        let falls = |a: f64, b: f64| b < a || (strictly && b == a);
        if let Some(pair) = days.windows(2).find(|pair| falls(pair[0].0, pair[1].0)) {
            let message = format!("{what} do not go up: {} comes after {}", pair[1].0, pair[0].0);
            self.faults.push(
                Fault::new(Code::DaysOrder, pair[1].1, message)
                    .label("not above the one before")
                    .related(pair[0].1, "the one before"),
            );
        }
    }

    fn schedule_fault(&mut self, span: Span, message: &str, label: &str) {
        self.incomplete = true;
        self.faults.push(Fault::new(Code::Schedule, span, message).label(label));
    }
}
