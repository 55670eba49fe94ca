//! What was promised for the time after the signing, and what claims say of it.

use std::collections::BTreeMap;

use detente_model::{
    Bearing, Choice, Claim, Commitment, CommitmentReport, Count, Exchange, HandsOver, PartyId, Says,
    ScheduleSteps, StepOfSchedule,
};
use jiff::civil::Date;

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::AMOUNT;
use crate::nearest::nearest;
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Node, Table};

/// What follows for a commitment from what it is a part of.
#[derive(Default)]
struct Follows {
    hands_over: Option<HandsOver>,
    by: Option<PartyId>,
    to: Option<PartyId>,
    what: Option<String>,
    count: Option<u32>,
    due: Option<Date>,
}

impl<'t> Decoder<'_, 't> {
    pub(super) fn commitments(&mut self) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in self.root.list_of("commitments") {
            let id =
                node.table().and_then(|table| table.get("id")).and_then(|id| Some((id.text()?, id.span)));
            let (Some(table), Some(id)) = (node.table(), id) else {
                self.incomplete = true;
                continue;
            };
            if self.new_id("commitment", Code::DuplicateCommitment, id, &mut seen) {
                self.commitment(table, id.0, node.span);
            }
        }
        self.no_more_than_promised_for();
        self.commitment_reports();
    }

    fn commitment(&mut self, table: Table<'t>, id: &str, span: Span) {
        let follows = self.follows(table, id);
        let cite = self.citations(table).unwrap_or_default();
        let grace = table
            .get("grace")
            .map(|node| self.number(node, format!("commitments.{id}.grace"), AMOUNT, &cite));
        let by = self.party_of(table, "by", follows.by, id);
        let to = self.party_of(table, "to", follows.to, id);
        let what = self.optional_text(table, "what").or(follows.what).unwrap_or_default();
        let count = self.promised_count(table, follows.count, follows.hands_over, id, span);
        let due = self.due(table, follows.due, id);
        let unit = self.optional_text(table, "unit");
        let clause = self.optional_text(table, "clause");
        let (Some(agreed), Some(by), Some(due)) = (self.optional_date(table, "agreed"), by, due) else {
            // A fault has said so, here or before.
            self.incomplete = true;
            return;
        };
        let name = quoted(id);
        let at = |key: &str| table.get(key).map_or(span, |node| node.span);
        self.not_after_as_of(agreed, at("agreed"), &format!("the commitment {name} was agreed"));
        if due < agreed {
            let message = format!("the commitment {name} is due on {due}, before it was agreed on {agreed}");
            let key = if table.get("due").is_some() { "due" } else { "agreed" };
            self.commitment_fault(at(key), message, "were the two dates exchanged?");
        }
        if to == Some(by) && table.get("to").is_some() {
            let message = format!("the commitment {name} is made by a party to itself");
            self.commitment_fault(
                at("to"),
                message,
                "name the party to which it was promised, or leave `to` out",
            );
        }
        let hands_over = follows.hands_over;
        let place = Some(self.place(span));
        let id = id.to_owned();
        self.case.commitments.push(Commitment {
            id,
            agreed,
            by,
            to,
            what,
            count,
            unit,
            due,
            grace,
            hands_over,
            clause,
            cite,
            place,
        });
    }

    /// What follows from the lot, and from the step of a schedule, of which it is a part.
    fn follows(&mut self, table: Table<'t>, id: &str) -> Follows {
        let Some(named) = table.entry("lot") else {
            for entry in ["schedule", "step"].into_iter().filter_map(|key| table.entry(key)) {
                let message = format!("the commitment {} has a `{}` but no `lot`", quoted(id), entry.key);
                self.commitment_fault(entry.key_span, message, "say what of the step it is: `lot = \"…\"`");
            }
            return Follows::default();
        };
        let Some(name) = named.node.text() else {
            self.incomplete = true;
            return Follows::default();
        };
        let Some(exchange) = self.case.exchange.take() else {
            if self.root.get("exchange").is_none() {
                let message =
                    format!("the commitment {} names a lot, and the case has no exchange", quoted(id));
                self.commitment_fault(
                    named.node.span,
                    message,
                    "say in `[exchange]` what changes hands, or in `by`, `what` and `due` what was promised",
                );
            }
            self.incomplete = true;
            return Follows::default();
        };
        let follows = self.part_of(&exchange, table, name, named.node.span, id);
        self.case.exchange = Some(exchange);
        follows.unwrap_or_else(|| {
            self.incomplete = true;
            Follows::default()
        })
    }

    fn part_of(
        &mut self,
        exchange: &Exchange,
        table: Table<'t>,
        lot: &str,
        at: Span,
        id: &str,
    ) -> Option<Follows> {
        let declared = self.root.get("exchange").and_then(Node::table)?;
        let lot = self.lot(lot, at, &exchange.lots, declared)?;
        let of = &exchange.lots[lot];
        let Some(begins) = exchange.begins else {
            let message = format!(
                "the commitment {} is a part of the exchange, and the day on which that begins is not said",
                quoted(id)
            );
            self.commitment_fault(at, message, "add `begins = …` to `[exchange]`: the day that is day 0");
            return None;
        };
        let step = table.entry("step");
        if let (None, Some(schedule)) = (step, table.entry("schedule")) {
            let message = format!("the commitment {} names a schedule and none of its steps", quoted(id));
            self.commitment_fault(schedule.key_span, message, "add `step = 1`, or another number");
            return None;
        }
        let step = match step {
            Some(step) => Some(self.step_named(exchange, table, step, id)?),
            None => None,
        };
        let mut follows = Follows {
            hands_over: Some(HandsOver { lot, step: step.map(|(step, _)| step) }),
            by: Some(of.from),
            to: other_side(exchange, of.from),
            what: Some(of.name.clone()),
            count: None,
            due: None,
        };
        if let Some((StepOfSchedule { schedule, step }, span)) = step {
            let proposed = &exchange.rules.schedules[schedule];
            let day = match &proposed.steps {
                ScheduleSteps::Equal { every, .. } => step as f64 * every,
                ScheduleSteps::Listed(steps) => {
                    let given = steps[step].give.iter().find(|(given, _)| *given == lot);
                    let Some((_, count)) = given else {
                        let gives = steps[step].give.iter().map(|(lot, _)| exchange.lots[*lot].name.as_str());
                        let message = format!("step {} hands over none of {}", step + 1, quoted(&of.name));
                        let help = format!("it hands over {}", listed(gives));
                        self.commitment_fault(span, message, &help);
                        return None;
                    };
                    follows.count = Some(*count);
                    steps[step].day
                }
            };
            follows.due =
                jiff::Span::new().try_days(day as i64).and_then(|days| begins.checked_add(days)).ok();
            if follows.due.is_none() {
                self.commitment_fault(
                    span,
                    "this step lies beyond the calendar".to_owned(),
                    "count its day again",
                );
            }
        }
        Some(follows)
    }

    /// The step of a schedule that `step`, with or without `schedule`, names.
    fn step_named(
        &mut self,
        exchange: &Exchange,
        table: Table<'t>,
        step: Entry<'t>,
        id: &str,
    ) -> Option<(StepOfSchedule, Span)> {
        let schedules = &exchange.rules.schedules;
        let names = || schedules.iter().map(|schedule| schedule.name.as_str());
        let schedule = match (table.get("schedule"), schedules.as_slice()) {
            (Some(node), _) => {
                let name = node.text()?;
                let found = schedules.iter().position(|schedule| schedule.name == name);
                if found.is_none() {
                    let fault = Fault::new(
                        Code::Commitment,
                        node.span,
                        format!("there is no schedule {}", quoted(name)),
                    )
                    .label("no such schedule");
                    self.faults.push(match nearest(name, names()) {
                        Some(near) => fault.did_you_mean(near),
                        None => fault.help("write the name of one of the `[[exchange.schedule]]`"),
                    });
                }
                found?
            }
            (None, [_]) => 0,
            (None, several) => {
                let message =
                    format!("the commitment {} does not say of which schedule it is a step", quoted(id));
                let help = if several.is_empty() {
                    "the exchange has no schedule: leave `step` out and say when it is due, or add an `[[exchange.schedule]]`".to_owned()
                } else {
                    format!("add `schedule = …`: {}", listed(names()))
                };
                self.commitment_fault(step.key_span, message, &help);
                return None;
            }
        };
        let steps = match &schedules[schedule].steps {
            ScheduleSteps::Equal { stages, .. } => *stages,
            ScheduleSteps::Listed(steps) => steps.len(),
        };
        let number = step.node.whole()?;
        if number == 0 || number > steps {
            let message = format!("{} has no step {number}", quoted(&schedules[schedule].name));
            let help = match steps {
                0 => "it has no steps at all".to_owned(),
                1 => "it has one step, which is 1".to_owned(),
                n => format!("its steps go from 1 to {n}"),
            };
            self.commitment_fault(step.node.span, message, &help);
            return None;
        }
        Some((StepOfSchedule { schedule, step: number - 1 }, step.node.span))
    }

    /// A party that is stated, or follows from a lot; a fault where the two differ.
    fn party_of(
        &mut self,
        table: Table<'t>,
        key: &str,
        follows: Option<PartyId>,
        id: &str,
    ) -> Option<PartyId> {
        let Some(node) = table.get(key) else { return follows };
        let stated = node.text().and_then(|party| self.known.party(party));
        self.incomplete |= stated.is_none();
        if let (Some(stated), Some(follows)) = (stated, follows)
            && stated != follows
        {
            let party = &self.case.party(follows).id;
            let message = format!(
                "the commitment {} says `{key}` {}, and of this lot it is {}",
                quoted(id),
                quoted(&self.case.party(stated).id),
                quoted(party)
            );
            self.commitment_fault(node.span, message, "leave it out: it follows from the lot");
        }
        stated.or(follows)
    }

    fn promised_count(
        &mut self,
        table: Table<'t>,
        follows: Option<u32>,
        hands_over: Option<HandsOver>,
        id: &str,
        span: Span,
    ) -> Option<u32> {
        let Some(node) = table.get("count") else {
            if hands_over.is_some() && follows.is_none() {
                let message = format!("the commitment {} does not say how many of the lot", quoted(id));
                self.commitment_fault(span, message, "add `count = …`");
            }
            return follows;
        };
        let count = node.whole().and_then(|count| u32::try_from(count).ok());
        if count == Some(0) || count.is_none() && node.whole().is_some() {
            let message = format!("the commitment {} cannot be of so many", quoted(id));
            self.commitment_fault(node.span, message, "write a whole number from 1 up");
        }
        self.incomplete |= count.is_none();
        if let (Some(count), Some(most)) = (count, follows)
            && count > most
        {
            let message =
                format!("the commitment {} is of {count}, and the step hands over {most}", quoted(id));
            self.commitment_fault(node.span, message, "leave it out: it follows from the step");
        }
        count.or(follows)
    }

    fn due(&mut self, table: Table<'t>, follows: Option<Date>, id: &str) -> Option<Date> {
        let stated = self.optional_date(table, "due");
        if let (Some(stated), Some(follows), Some(node)) = (stated, follows, table.get("due"))
            && stated != follows
        {
            let message =
                format!("the commitment {} is due on {stated}, and the step is on {follows}", quoted(id));
            self.commitment_fault(node.span, message, "leave it out: it follows from `begins` and the step");
        }
        stated.or(follows)
    }

    /// No more of a step, and of a lot, may be promised than there is.
    fn no_more_than_promised_for(&mut self) {
        let Some(exchange) = self.case.exchange.take() else { return };
        // The sum, how many commitments it is of, and the last of them.
        let mut of_step: BTreeMap<(StepOfSchedule, usize), (u64, usize, usize)> = BTreeMap::new();
        let mut of_lot: BTreeMap<usize, (u64, usize, usize)> = BTreeMap::new();
        for (place, commitment) in self.case.commitments.iter().enumerate() {
            let Some(HandsOver { lot, step }) = commitment.hands_over else { continue };
            let count = u64::from(commitment.units());
            let add = |sum: &mut (u64, usize, usize)| *sum = (sum.0 + count, sum.1 + 1, place);
            add(of_lot.entry(lot).or_default());
            if let Some(step) = step {
                add(of_step.entry((step, lot)).or_default());
            }
        }
        let steps = of_step.into_iter().filter_map(|((at, lot), sum)| {
            let ScheduleSteps::Listed(steps) = &exchange.rules.schedules[at.schedule].steps else {
                return None;
            };
            let most = steps[at.step].give.iter().find(|(given, _)| *given == lot)?.1;
            // One that promises more than its step has been told of by itself.
            (sum.1 > 1).then_some(())?;
            Some((format!("step {} hands over {most}", at.step + 1), f64::from(most), sum, lot))
        });
        let lots = of_lot.into_iter().map(|(lot, sum)| {
            let most = match exchange.lots[lot].count {
                Count::Number(id) => self.case.numbers[id].value.high(),
                Count::Issue(issue) => {
                    let sizes = self.case.issue(issue).options.iter().filter_map(Choice::number);
                    sizes.fold(0.0, f64::max)
                }
            };
            (format!("there are {most}"), most.round(), sum, lot)
        });
        let over: Vec<(String, usize)> = steps
            .chain(lots)
            .filter(|(_, most, (sum, ..), _)| *sum as f64 > *most)
            .map(|(there, _, (sum, of, place), lot)| {
                let lot = quoted(&exchange.lots[lot].name);
                let who = if of > 1 { "the commitments together promise" } else { "the commitment promises" };
                (format!("{who} {sum} of {lot}, and {there}"), place)
            })
            .collect();
        self.case.exchange = Some(exchange);
        for (message, place) in over {
            let at = self.case.commitments[place].place.as_ref();
            let span = at.map_or(self.root.span, |at| Span::new(at.offset, at.offset + at.len));
            self.commitment_fault(span, message, "count again: each may be promised once");
        }
    }

    /// What a claim says of a commitment; `None` with a fault where it says half. How many were promised is looked at later.
    pub(super) fn commitment_report(
        &mut self,
        table: Table<'t>,
        id: &str,
        named: Entry<'t>,
    ) -> Option<CommitmentReport> {
        let commitment = named.node.text().and_then(|id| self.known.commitment(id));
        self.incomplete |= commitment.is_none();
        let happened = self.optional_date(table, "happened");
        let count = table.get("count").and_then(Node::whole).and_then(|count| u32::try_from(count).ok());
        self.incomplete |= count.is_none() && table.get("count").is_some();
        let Some(says) = table.get("says") else {
            let message = format!("the claim {} does not say what became of the commitment", quoted(id));
            self.report_fault(
                named.key_span,
                message,
                "add `says = \"done\"`, or `\"partly\"`, `\"late\"`, `\"denied\"`, `\"disputed\"`",
            );
            return None;
        };
        let Some(says) = says.text().and_then(Says::of) else {
            self.incomplete = true;
            return None;
        };
        match (says, table.entry("count")) {
            (Says::Partly, None) => {
                let message = format!("the claim {} says that a part was done, and not how many", quoted(id));
                self.report_fault(named.key_span, message, "add `count = …`: how many so far, in all");
            }
            (Says::Done, Some(count)) => {
                let message = format!("the claim {} says that all of it was done, and a count", quoted(id));
                self.report_fault(count.key_span, message, "leave `count` out, or write `says = \"partly\"`");
            }
            _ => {}
        }
        self.happened_by_then(table, happened, id);
        Some(CommitmentReport { commitment: commitment?, says, count, happened })
    }

    /// What is said or reported has happened by then.
    fn happened_by_then(&mut self, table: Table<'t>, happened: Option<Date>, id: &str) {
        let (Some(happened), Some(node)) = (happened, table.get("happened")) else { return };
        self.not_after_as_of(happened, node.span, &format!("what the claim {} reports happened", quoted(id)));
        let earlier = ["said", "reported"].into_iter().find_map(|key| {
            let day = table.get(key)?;
            (day.date()? < happened).then_some((key, day))
        });
        if let Some((key, day)) = earlier {
            let message =
                format!("what the claim {} reports happened on {happened}, after it was {key}", quoted(id));
            self.faults.push(
                Fault::new(Code::CommitmentReport, node.span, message)
                    .label("later")
                    .related(day.span, key)
                    .help("were the two dates exchanged?"),
            );
        }
    }

    /// Nobody can report more than was promised, or on something before it was agreed.
    fn commitment_reports(&mut self) {
        let mut wrong: Vec<(Span, String, &str)> = Vec::new();
        let by_id: BTreeMap<&str, &Claim> =
            self.case.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
        for node in self.root.list_of("claims") {
            let Some(table) = node.table() else { continue };
            let Some((id, claim)) = table.text("id").and_then(|id| Some((id, *by_id.get(id)?))) else {
                continue;
            };
            let Some(Bearing::Commitment(report)) = &claim.bearing else { continue };
            // One that could not be read is told of already.
            let Some(commitment) = self.case.commitments.get(report.commitment.0) else { continue };
            let of = quoted(&commitment.id);
            // What went ahead may be counted in later; but nobody can tell of a promise before it is made.
            let days = [("happened", report.happened), ("said", claim.said), ("reported", claim.reported)];
            let days = days.into_iter().filter_map(|(key, day)| Some((day?, table.get(key)?)));
            let told = days.max_by_key(|(day, _)| *day);
            if let Some((day, at)) = told.filter(|(day, _)| *day < commitment.agreed) {
                let message = format!(
                    "the claim {} was told by {day}, and the commitment {of} was agreed on {}",
                    quoted(id),
                    commitment.agreed
                );
                let help = "correct one of the two days, or say with `reported` when that was told: what was told before it was promised is no report on the promise";
                wrong.push((at.span, message, help));
            }
            let (Some(counted), promised) = (report.count, commitment.units()) else { continue };
            let Some(count) = table.get("count") else { continue };
            if counted > promised {
                let message = format!(
                    "the claim {} counts {counted}, and the commitment {of} is of {promised}",
                    quoted(id)
                );
                wrong.push((count.span, message, "count again, or correct what was promised"));
            } else if counted == promised && report.says != Says::Disputed {
                let message = format!(
                    "the claim {} counts all {promised} of the commitment {of} and says `{}`",
                    quoted(id),
                    report.says.word()
                );
                wrong.push((count.span, message, "write `says = \"done\"` without a count"));
            }
        }
        for (span, message, help) in wrong {
            self.report_fault(span, message, help);
        }
    }

    fn report_fault(&mut self, span: Span, message: String, help: &str) {
        self.incomplete = true;
        self.faults.push(Fault::new(Code::CommitmentReport, span, message).label("here").help(help));
    }

    fn commitment_fault(&mut self, span: Span, message: String, help: &str) {
        self.incomplete = true;
        self.faults.push(Fault::new(Code::Commitment, span, message).label("here").help(help.to_owned()));
    }
}

/// The side across from a party in an exchange.
fn other_side(exchange: &Exchange, from: PartyId) -> Option<PartyId> {
    let givers = exchange.lots.iter().map(|lot| lot.from);
    let receivers = exchange.lots.iter().flat_map(|lot| &lot.worth).map(|(party, _)| *party);
    givers.chain(receivers).find(|party| *party != from)
}
