//! How people talk. What events and levers make of other numbers is decoded last, when every number is known.

use std::collections::BTreeMap;

use detente_model::{
    Actor, Amendment, Bargainer, Bargains, Citation, Lever, NumberId, PartyId, Role, Talks, TalksEvent,
    TalksProtocol, Uncertain, WAYS_TO_BARGAIN,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::talks::{BETWEEN_MEETINGS, DAYS, EITHER_WAY, FOLLOWED, OFTEN, SPAN};
use crate::format::{AMOUNT, Bounds, UNIT};
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

/// The most events, and the most levers: each is tried by itself in every world.
const MOST: usize = 20;

impl<'t> Decoder<'_, 't> {
    pub(super) fn talks(&mut self) {
        let Some(entry) = self.root.entry("talks") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        self.needs_a_table(entry.key_span);
        let cite = self.citations(table).unwrap_or_default();
        let path = |key: &str| format!("talks.{key}");
        let span = entry.key_span;
        let every = Uncertain::Known(Talks::EVERY);
        let every = self.or_implied(table, "every", path("every"), BETWEEN_MEETINGS, every, span, &cite);
        let deadline = self.if_stated(table, "deadline", path("deadline"), DAYS, &cite);
        let halve = Uncertain::Known(Talks::BELIEFS_HALVE);
        let beliefs_halve =
            self.or_implied(table, "beliefs_halve", path("beliefs_halve"), SPAN, halve, span, &cite);
        let talks = Talks {
            protocol: table.text("protocol").and_then(TalksProtocol::of).unwrap_or_default(),
            every,
            deadline,
            horizon: self.horizon(table),
            beliefs_halve,
            bargainers: self.bargainers(table, span),
            events: self.talks_events(table),
            levers: self.levers(table),
            cite,
            place: Some(self.place(entry.key_span)),
        };
        self.case.talks = Some(talks);
    }

    /// Who has no issues has nothing to talk about.
    fn needs_a_table(&mut self, span: Span) {
        if self.root.get("issues").is_some() {
            return;
        }
        self.faults.push(
            Fault::new(Code::MissingKey, span, "there are talks, and no issues that they could be about")
                .label("about what?")
                .help("say in `[issues.id]` what is on the table, and in `[positions.id]` what each wants"),
        );
    }

    fn horizon(&mut self, table: Table<'t>) -> u32 {
        let Some(node) = table.get("horizon") else { return Talks::HORIZON };
        let Some(days) = node.whole() else {
            self.incomplete = true;
            return Talks::HORIZON;
        };
        if FOLLOWED.holds(days as f64) {
            return days as u32;
        }
        let message = format!("talks are followed for 1 to {} days, not for {days}", Talks::MOST_DAYS);
        self.faults.push(
            Fault::new(Code::OutOfRange, node.span, message)
                .label(if days == 0 { "too small" } else { "too large" })
                .help("write days from `as_of` on, such as `horizon = 180`"),
        );
        Talks::HORIZON
    }

    fn bargainers(&mut self, talks: Table<'t>, span: Span) -> Vec<Bargainer> {
        for entry in talks.entries_of("parties") {
            self.bargains_itself(entry.key, entry.key_span);
        }
        let principals: Vec<PartyId> = self.case.principals().collect();
        principals.into_iter().map(|party| self.bargainer(party, talks, span)).collect()
    }

    /// Only who must sign bargains.
    fn bargains_itself(&mut self, id: &str, span: Span) {
        let Some(party) = self.known.party(id) else {
            self.incomplete = true;
            return;
        };
        let Some(party) = self.case.parties.get(party.0).filter(|party| party.role != Role::Principal) else {
            return;
        };
        let message =
            format!("{} is no principal: it has no seat where bargains are struck", quoted(&party.id));
        self.faults.push(
            Fault::new(Code::UnknownParty, span, message)
                .label("not a principal")
                .help("what mediators do is said by `protocol` and by `[[talks.levers]]`"),
        );
    }

    fn bargainer(&mut self, of: PartyId, talks: Table<'t>, span: Span) -> Bargainer {
        let id = self.case.actor_id(Actor::Party(of)).to_owned();
        let entry = talks.entries_of("parties").find(|entry| entry.key == id);
        let table = entry.and_then(|entry| entry.node.table());
        let span = entry.map_or(span, |entry| entry.key_span);
        let cite = table.and_then(|table| self.citations(table)).unwrap_or_default();
        let path = |key: &str| format!("talks.parties.{id}.{key}");
        let mut number = |key: &str, bounds: Bounds| {
            let value = Uncertain::Known(0.0);
            match table {
                Some(table) => self.or_implied(table, key, path(key), bounds, value, span, &cite),
                None => self.implied(value, span, path(key), bounds, &cite),
            }
        };
        let cost_per_day = number("cost_per_day", UNIT);
        let pressure_per_day = number("pressure_per_day", EITHER_WAY);
        let optimism = number("optimism", EITHER_WAY);
        let patience =
            table.and_then(|table| self.if_stated(table, "patience", path("patience"), SPAN, &cite));
        let strategy = table.and_then(|table| table.get("strategy"));
        if let Some((strategy, firmness)) = strategy.zip(table.and_then(|table| table.get("firmness"))) {
            self.faults.push(
                Fault::new(
                    Code::WayToBargain,
                    firmness.span,
                    format!("{} bargains by a `strategy` and with a `firmness`", quoted(&id)),
                )
                .label("a second time")
                .related(strategy.span, "said here already")
                .help("keep one of them: firmness 0.8 is `boulware`, 0.5 is `linear`, 0.2 is `conceder`"),
            );
        }
        let bargains = if let Some(node) = strategy {
            Bargains::OneOf(self.ways(node, &path("strategy"), &cite))
        } else {
            let [low, high] = Talks::FIRMNESS;
            let anything = Uncertain::Uniform { low, high };
            Bargains::Firmness(match table {
                Some(table) => {
                    self.or_implied(table, "firmness", path("firmness"), UNIT, anything, span, &cite)
                }
                None => self.implied(anything, span, path("firmness"), UNIT, &cite),
            })
        };
        let place = entry.map(|entry| self.place(entry.key_span));
        Bargainer { of, bargains, patience, cost_per_day, pressure_per_day, optimism, cite, place }
    }

    /// One way, or several of which one is meant.
    fn ways(
        &mut self,
        node: Node<'t>,
        path: &str,
        cite: &[Citation],
    ) -> Vec<(&'static str, Option<NumberId>)> {
        let known = |name: &str| WAYS_TO_BARGAIN.into_iter().find(|way| *way == name);
        let mut ways: Vec<(&'static str, Option<NumberId>)> = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        if let Some(table) = node.table() {
            for entry in table.entries() {
                let Some(way) = known(entry.key) else {
                    self.incomplete = true;
                    continue;
                };
                let weight = self.number(entry.node, format!("{path}.{way}"), AMOUNT, cite);
                ways.push((way, Some(weight)));
            }
            let never = |(_, weight): &(&str, Option<NumberId>)| {
                weight.is_some_and(|id| self.case.numbers[id].value.low() <= 0.0)
            };
            if !ways.is_empty() && ways.iter().all(never) {
                self.no_way(node, "every way that it could bargain in may have no weight");
            }
        } else {
            for member in node.one_or_more() {
                let Some(way) = member.text().and_then(known) else {
                    self.incomplete = true;
                    continue;
                };
                if let Some(first) = seen.insert(way, member.span) {
                    self.faults.push(
                        Fault::new(
                            Code::WayToBargain,
                            member.span,
                            format!("{} is named twice", quoted(way)),
                        )
                        .label("again here")
                        .related(first, "first here")
                        .help(format!("to make it likelier, write weights: `{{ \"{way}\" = 2, … = 1 }}`")),
                    );
                    continue;
                }
                ways.push((way, None));
            }
        }
        if ways.is_empty() {
            if !self.faults.any_error() {
                self.no_way(node, "no way to bargain is named");
            }
            self.incomplete = true;
        }
        ways
    }

    fn no_way(&mut self, node: Node<'t>, message: &str) {
        self.faults.push(
            Fault::new(Code::WayToBargain, node.span, message)
                .label("how does it bargain?")
                .help("name at least one with a weight above 0, such as `strategy = \"boulware\"`, or leave the key out"),
        );
    }

    fn talks_events(&mut self, talks: Table<'t>) -> Vec<TalksEvent> {
        let mut events = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let nodes: Vec<Node<'t>> = talks.list_of("events").collect();
        if self.more_than_are_tried(talks, "events", nodes.len()) {
            return events;
        }
        for node in nodes {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "events", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let cite = self.citations(table).unwrap_or_default();
            let path = |key: &str| format!("talks.events.{name}.{key}");
            let none = Uncertain::Known(0.0);
            let per_month = self.needed_number(table, "per_month", path("per_month"), OFTEN, &cite);
            let suspends = self.or_implied(table, "suspends", path("suspends"), DAYS, none, node.span, &cite);
            let ends = self.or_implied(table, "ends", path("ends"), UNIT, none, node.span, &cite);
            let place = Some(self.place(node.span));
            let changes = Vec::new();
            events.push(TalksEvent { name, per_month, changes, suspends, ends, cite, place });
        }
        events
    }

    fn levers(&mut self, talks: Table<'t>) -> Vec<Lever> {
        let mut levers = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let nodes: Vec<Node<'t>> = talks.list_of("levers").collect();
        if self.more_than_are_tried(talks, "levers", nodes.len()) {
            return levers;
        }
        for node in nodes {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "levers", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let cite = self.citations(table).unwrap_or_default();
            let path = |key: &str| format!("talks.levers.{name}.{key}");
            let deadline = self.if_stated(table, "deadline", path("deadline"), DAYS, &cite);
            let every = self.if_stated(table, "every", path("every"), BETWEEN_MEETINGS, &cite);
            let mut pressure_per_day = Vec::new();
            for entry in table.entries_of("pressure_per_day") {
                self.bargains_itself(entry.key, entry.key_span);
                let Some(party) = self.known.party(entry.key) else { continue };
                let path = path(&format!("pressure_per_day.{}", entry.key));
                pressure_per_day.push((party, self.number(entry.node, path, EITHER_WAY, &cite)));
            }
            let mut settles = Vec::new();
            for entry in table.entries_of("settles") {
                let Some(issue) = self.known.issue(entry.key) else {
                    self.incomplete = true;
                    continue;
                };
                match self.option(issue, entry.node) {
                    Some(option) => settles.push((issue, option)),
                    None => self.incomplete = true,
                }
            }
            let does = ["changes", "settles", "deadline", "every", "protocol", "pressure_per_day"];
            if does.iter().all(|key| table.get(key).is_none()) {
                let message = format!("the lever {} moves nothing", quoted(&name));
                self.faults.push(
                    Fault::new(Code::MissingKey, node.span, message).label("what would it change?").help(
                        "add `changes`, `settles`, `deadline`, `every`, `protocol` or `pressure_per_day`",
                    ),
                );
            }
            levers.push(Lever {
                name,
                changes: Vec::new(),
                settles,
                deadline,
                every,
                protocol: table.text("protocol").and_then(TalksProtocol::of),
                pressure_per_day,
                cite,
                place: Some(self.place(node.span)),
            });
        }
        levers
    }

    fn more_than_are_tried(&mut self, talks: Table<'t>, what: &str, count: usize) -> bool {
        if count <= MOST {
            return false;
        }
        let span = talks.entry(what).map_or(talks.span, |entry| entry.key_span);
        let message = format!("there are {count} {what}, more than the {MOST} that talks can have");
        self.faults.push(
            Fault::new(Code::TooMany, span, message)
                .label("too many")
                .help(format!("each is tried by itself in every world: keep the {what} that matter")),
        );
        true
    }

    /// What events and levers make of other numbers.
    pub(super) fn changes_while_they_talk(&mut self) {
        let Some(talks) = self.root.get("talks").and_then(Node::table) else { return };
        let tables = |what: &str| -> Vec<Table<'t>> { talks.list_of(what).filter_map(Node::table).collect() };
        let (events, levers) = (tables("events"), tables("levers"));
        let of_events: Vec<Vec<Amendment>> = events.into_iter().map(|event| self.changes_of(event)).collect();
        let of_levers: Vec<Vec<Amendment>> = levers.into_iter().map(|lever| self.changes_of(lever)).collect();
        let Some(talks) = &mut self.case.talks else { return };
        for (event, changes) in talks.events.iter_mut().zip(of_events) {
            event.changes = changes;
        }
        for (lever, changes) in talks.levers.iter_mut().zip(of_levers) {
            lever.changes = changes;
        }
    }

    fn changes_of(&mut self, table: Table<'t>) -> Vec<Amendment> {
        let entries = table.entries_of("changes");
        let of_talks: Vec<(&str, Span)> = entries
            .filter(|entry| entry.key.trim_start_matches(['"', '\'']).starts_with("talks."))
            .map(|entry| (entry.key, entry.key_span))
            .collect();
        for (path, span) in of_talks {
            self.faults.push(
                Fault::new(Code::NotAmendable, span, format!("{} is a part of the talks themselves", quoted(path)))
                    .label("not changed here")
                    .help(
                        "an event has `suspends` and `ends` for that, a lever `deadline`, `every`, `protocol` and `pressure_per_day`",
                    ),
            );
        }
        self.amendments_of(table, "changes").into_iter().map(|(amendment, _)| amendment).collect()
    }

    /// The number under a key, or one that nobody stated.
    // Everything that a number is kept with, and what stands in for it.
    #[allow(clippy::too_many_arguments)]
    fn or_implied(
        &mut self,
        table: Table<'t>,
        key: &str,
        path: String,
        bounds: Bounds,
        otherwise: Uncertain,
        span: Span,
        cite: &[Citation],
    ) -> NumberId {
        match table.get(key) {
            Some(node) => self.number(node, path, bounds, cite),
            None => self.implied(otherwise, span, path, bounds, &[]),
        }
    }

    fn if_stated(
        &mut self,
        table: Table<'t>,
        key: &str,
        path: String,
        bounds: Bounds,
        cite: &[Citation],
    ) -> Option<NumberId> {
        table.get(key).map(|node| self.number(node, path, bounds, cite))
    }
}
