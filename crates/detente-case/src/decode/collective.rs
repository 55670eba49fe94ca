//! A body in which many have a say.

use std::collections::BTreeMap;

use detente_model::{
    Citation, Collective, CollectiveActor, CollectiveIssue, CollectiveRule, NumberId, Uncertain,
};

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::collective::{EITHER_SHARE, QUOTA};
use crate::format::{ABOVE_ZERO, AMOUNT, Bounds, UNIT};
use crate::names::is_id;
use crate::nearest::nearest;
use crate::text::{Span, grouped, listed, quoted};
use crate::tree::{Entry, Node, Table};

/// The scale of an issue that states none.
const SCALE: [f64; 2] = [0.0, 100.0];

impl<'t> Decoder<'_, 't> {
    pub(super) fn collective(&mut self) {
        let Some(entry) = self.root.entry("collective") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        let most = [("issues", Collective::MOST_ISSUES), ("actors", Collective::MOST_ACTORS)];
        if most.into_iter().any(|(key, most)| self.too_many_of(table, key, most)) {
            return;
        }
        let cite = self.citations(table).unwrap_or_default();
        let mut body = Collective {
            name: self.optional_text(table, "name"),
            issues: Vec::new(),
            actors: Vec::new(),
            rule: CollectiveRule::default(),
            capability_order: self.members_in_order(table, "capability_order"),
            cite,
            place: Some(self.place(entry.key_span)),
        };
        for issue in table.entries_of("issues") {
            let issue = self.collective_issue(issue, &body.cite);
            body.issues.push(issue);
        }
        let actors: Vec<Entry<'t>> = table.entries_of("actors").collect();
        for (at, entry) in actors.iter().enumerate() {
            let actor = self.collective_actor(*entry, at, &body);
            body.actors.push(actor);
        }
        if body.issues.is_empty() || body.actors.is_empty() {
            self.incomplete = true;
            if !self.faults.any_error() {
                let what = if body.issues.is_empty() { "nothing is decided" } else { "nobody decides" };
                self.faults.push(
                    Fault::new(Code::Collective, entry.key_span, format!("{what} in this body"))
                        .label("an empty body")
                        .help("add `[collective.issues.id]` with a `name`, and `[collective.actors.id]` for everybody who has a say"),
                );
            }
        }
        body.rule = self.voting_rule(table, &body);
        self.somebody_votes(entry.key_span, &body);
        self.case.collective = Some(body);
    }

    fn too_many_of(&mut self, table: Table<'t>, key: &str, most: usize) -> bool {
        let Some(entry) = table.entry(key) else { return false };
        let count = entry.node.table().map_or(0, Table::len);
        if count > most {
            let message = format!(
                "there are {} {key}, more than the {} that a body can have",
                grouped(count),
                grouped(most)
            );
            self.faults.push(Fault::new(Code::TooMany, entry.key_span, message).label("too many"));
        }
        count > most
    }

    fn collective_issue(&mut self, entry: Entry<'t>, cite: &[Citation]) -> CollectiveIssue {
        let mut issue = CollectiveIssue {
            id: entry.key.to_owned(),
            name: String::new(),
            unit: None,
            scale: SCALE,
            options: Vec::new(),
            status_quo: None,
            position_order: Vec::new(),
            salience_order: Vec::new(),
            place: Some(self.place(entry.key_span)),
        };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return issue;
        };
        issue.name = self.needed_text(table, "name");
        issue.unit = self.optional_text(table, "unit");
        issue.options = self.places(table, entry.key);
        issue.scale = self.scale(table, entry, &issue.options);
        let path = format!("collective.issues.{}.status_quo", entry.key);
        issue.status_quo = table.get("status_quo").and_then(|node| self.on_scale(node, path, &issue, cite));
        issue.position_order = self.members_in_order(table, "position_order");
        issue.salience_order = self.members_in_order(table, "salience_order");
        issue
    }

    /// The places that can be decided, ascending.
    fn places(&mut self, issue: Table<'t>, id: &str) -> Vec<(String, f64)> {
        let mut places: Vec<(String, f64)> = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in issue.list_of("options") {
            let Some((table, at)) = node.table().and_then(|table| Some((table, table.get("at")?))) else {
                self.incomplete = true;
                continue;
            };
            let (Some(place), true) = (at.number(), self.new_name(table, "options", &mut seen)) else {
                continue;
            };
            if let Some((other, _)) = places.iter().find(|(_, known)| *known == place) {
                let message = format!("two options of {} lie at {place}", quoted(id));
                self.faults.push(
                    Fault::new(Code::Collective, at.span, message)
                        .label(format!("as {} does", quoted(other)))
                        .help("options that are decided apart lie apart on the scale"),
                );
            }
            places.push((self.needed_text(table, "name"), place));
        }
        places.sort_by(|one, other| one.1.total_cmp(&other.1));
        places
    }

    fn scale(&mut self, table: Table<'t>, issue: Entry<'t>, options: &[(String, f64)]) -> [f64; 2] {
        let Some(node) = table.get("scale") else {
            return match options {
                [first, .., last] if first.1 < last.1 => [first.1, last.1],
                _ => SCALE,
            };
        };
        let ends: Vec<f64> = node.list().filter_map(Node::number).collect();
        let scale = match *ends {
            [low, high] if low.is_finite() && high.is_finite() && low < high => [low, high],
            _ => {
                self.faults.push(
                    Fault::new(
                        Code::Collective,
                        node.span,
                        format!("the scale of {} goes from nowhere to nowhere", quoted(issue.key)),
                    )
                    .label("two numbers, the lower first")
                    .help("write it as `scale = [0, 100]`"),
                );
                return SCALE;
            }
        };
        if let Some((name, at)) = options.iter().find(|(_, at)| !(scale[0]..=scale[1]).contains(at)) {
            let message =
                format!("the option {} of {} lies at {at}, off its scale", quoted(name), quoted(issue.key));
            self.faults.push(
                Fault::new(Code::OutOfRange, node.span, message)
                    .label(format!("from {} to {}", scale[0], scale[1]))
                    .help("widen the scale, or leave it out: it goes from the first option to the last then"),
            );
        }
        scale
    }

    /// A place on the scale of an issue, as a number or by the name of an option.
    fn on_scale(
        &mut self,
        node: Node<'t>,
        path: String,
        issue: &CollectiveIssue,
        cite: &[Citation],
    ) -> Option<NumberId> {
        let [least, most] = issue.scale;
        let bounds = Bounds { least, most };
        if let Some(name) = node.text() {
            let Some((_, at)) = issue.options.iter().find(|(option, _)| option == name) else {
                self.faults.push(no_such_place(node.span, name, issue));
                return None;
            };
            return Some(self.keep(Uncertain::Known(*at), node.span, path, bounds, cite));
        }
        let value = uncertain(node);
        if let Some(value) = value.filter(|value| !(bounds.holds(value.low()) && bounds.holds(value.high())))
        {
            let message = format!("{} must be between {least} and {most}, found {value}", quoted(&path));
            self.faults.push(
                Fault::new(Code::OutOfRange, node.span, message)
                    .label(if value.low() < least { "too low on the scale" } else { "too high on the scale" })
                    .help(format!(
                        "the scale of {} is said by its `scale`; without one it goes from 0 to 100",
                        quoted(&issue.id)
                    )),
            );
            return None;
        }
        Some(self.number(node, path, bounds, cite))
    }

    fn collective_actor(&mut self, entry: Entry<'t>, at: usize, body: &Collective) -> CollectiveActor {
        let id = entry.key;
        let table = entry.node.table();
        self.incomplete |= table.is_none();
        let own = table.and_then(|table| self.citations(table));
        let cite = own.unwrap_or_else(|| body.cite.clone());
        let path = |key: &str| format!("collective.actors.{id}.{key}");
        let span = entry.key_span;
        let ordered = body.capability_order.iter().any(|group| group.contains(&at));
        let capability = match table.and_then(|table| table.entry("capability")) {
            Some(stated) if ordered => {
                self.stands_twice(stated, id, "capability_order");
                self.number(stated.node, path("capability"), ABOVE_ZERO, &cite)
            }
            Some(stated) => self.number(stated.node, path("capability"), ABOVE_ZERO, &cite),
            None if ordered => self.anywhere(UNIT, span, path("capability")),
            None => self.implied(Uncertain::Known(1.0), span, path("capability"), ABOVE_ZERO, &[]),
        };
        let votes = table.and_then(|table| table.get("votes"));
        let votes = votes.map(|node| self.number(node, path("votes"), AMOUNT, &cite));
        let (mut position, mut salience) = (Vec::new(), Vec::new());
        for issue in &body.issues {
            let of = |key: &str| table.and_then(|table| table.get(key)?.table()?.entry(&issue.id));
            position.push(self.stands(entry, at, issue, of("position"), &cite));
            salience.push(self.cares(entry, at, issue, of("salience"), &cite));
        }
        let mut share = |key: &str, bounds: Bounds| match table.and_then(|table| table.get(key)) {
            Some(node) => self.number(node, path(key), bounds, &cite),
            None => self.implied(Uncertain::Known(0.0), span, path(key), bounds, &[]),
        };
        let cost_of_blocking = share("cost_of_blocking", UNIT);
        let balance = share("balance", EITHER_SHARE);
        let party = self.known.party(id).and_then(|party| self.case.parties.get(party.0));
        let party = party.map(|party| party.name.clone());
        let name = table.and_then(|table| self.optional_text(table, "name"));
        let note = table.and_then(|table| self.optional_text(table, "note"));
        let place = Some(self.place(span));
        let name = name.or(party).unwrap_or_else(|| id.to_owned());
        let id = id.to_owned();
        CollectiveActor {
            id,
            name,
            capability,
            votes,
            position,
            salience,
            cost_of_blocking,
            balance,
            cite,
            note,
            place,
        }
    }

    fn stands(
        &mut self,
        actor: Entry<'t>,
        at: usize,
        issue: &CollectiveIssue,
        stated: Option<Entry<'t>>,
        cite: &[Citation],
    ) -> NumberId {
        let path = format!("collective.actors.{}.position.{}", actor.key, issue.id);
        let ordered = issue.position_order.iter().any(|group| group.contains(&at));
        let [least, most] = issue.scale;
        let scale = Bounds { least, most };
        if let Some(stated) = stated {
            if ordered {
                self.stands_twice(stated, actor.key, "position_order");
            }
            if let Some(id) = self.on_scale(stated.node, path.clone(), issue, cite) {
                return id;
            }
            self.incomplete = true;
        } else if ordered {
            return self.anywhere(scale, actor.key_span, path);
        } else if is_id(actor.key) {
            let message = format!("{} stands nowhere on {}", quoted(actor.key), quoted(&issue.id));
            self.faults.push(
                Fault::new(Code::MissingPosition, actor.key_span, message).label("where does it stand?").help(format!(
                    "add `position = {{ {} = … }}`; where nothing is known, a range as wide as the scale: `[{least}, {most}]`",
                    issue.id
                )),
            );
            self.incomplete = true;
        }
        self.anywhere(scale, actor.key_span, path)
    }

    fn cares(
        &mut self,
        actor: Entry<'t>,
        at: usize,
        issue: &CollectiveIssue,
        stated: Option<Entry<'t>>,
        cite: &[Citation],
    ) -> NumberId {
        let path = format!("collective.actors.{}.salience.{}", actor.key, issue.id);
        let ordered = issue.salience_order.iter().any(|group| group.contains(&at));
        match stated {
            Some(stated) => {
                if ordered {
                    self.stands_twice(stated, actor.key, "salience_order");
                }
                self.number(stated.node, path, UNIT, cite)
            }
            None => self.anywhere(UNIT, actor.key_span, path),
        }
    }

    /// A number of which nothing is said but its bounds.
    fn anywhere(&mut self, bounds: Bounds, span: Span, path: String) -> NumberId {
        let anything = Uncertain::Uniform { low: bounds.least, high: bounds.most };
        self.implied(anything, span, path, bounds, &[])
    }

    fn stands_twice(&mut self, stated: Entry<'t>, actor: &str, order: &str) {
        self.faults.push(
            Fault::new(
                Code::Collective,
                stated.key_span,
                format!("{} stands in `{order}`, and has a number here", quoted(actor)),
            )
            .label("said a second time")
            .help("keep the number where it is known, and the place in the order where only that is"),
        );
    }

    /// Actors in an order, group by group.
    fn members_in_order(&mut self, table: Table<'t>, key: &str) -> Vec<Vec<usize>> {
        let mut groups = Vec::new();
        let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
        for node in table.list_of(key) {
            let mut group = Vec::new();
            for member in node.one_or_more() {
                let Some((id, at)) = member.text().and_then(|id| Some((id, self.known.member(id)?))) else {
                    self.incomplete = true;
                    continue;
                };
                if let Some(first) = seen.insert(at, member.span) {
                    self.faults.push(
                        Fault::new(
                            Code::Collective,
                            member.span,
                            format!("{} stands twice in `{key}`", quoted(id)),
                        )
                        .label("again here")
                        .related(first, "first here"),
                    );
                    continue;
                }
                group.push(at);
            }
            if !group.is_empty() {
                groups.push(group);
            }
        }
        groups
    }

    fn somebody_votes(&mut self, span: Span, body: &Collective) {
        let counts =
            |actor: &CollectiveActor| actor.votes.is_none_or(|id| self.case.numbers[id].value.high() > 0.0);
        if !body.actors.is_empty() && !body.actors.iter().any(counts) && !self.faults.any_error() {
            self.faults.push(
                Fault::new(Code::Collective, span, "nobody in this body has a vote")
                    .label("all `votes` are 0")
                    .help("leave `votes` out, or give those who vote a number above 0"),
            );
        }
    }

    fn voting_rule(&mut self, collective: Table<'t>, body: &Collective) -> CollectiveRule {
        let Some(table) = collective.get("rule").and_then(Node::table) else {
            return CollectiveRule::default();
        };
        let quota = table.entry("quota");
        let unanimity = self.truth(table, "unanimity", false);
        if let Some(quota) = quota.filter(|_| unanimity) {
            self.faults.push(
                Fault::new(Code::Collective, quota.key_span, "a body that decides unanimously has no quota")
                    .label("a second rule")
                    .help("keep `unanimity = true` if nobody may be against, the quota if so many must be in favour"),
            );
        }
        let mut veto = Vec::new();
        for node in table.list_of("veto") {
            match node.text().and_then(|id| self.known.member(id)) {
                Some(at) if !veto.contains(&at) => veto.push(at),
                Some(_) => {}
                None => self.incomplete = true,
            }
        }
        let heads = table.text("votes") == Some("heads");
        CollectiveRule {
            quota: quota
                .map(|quota| self.number(quota.node, "collective.rule.quota".to_owned(), QUOTA, &body.cite)),
            heads,
            unanimity,
            veto,
            together: self.truth(table, "together", false),
        }
    }
}

fn no_such_place(span: Span, name: &str, issue: &CollectiveIssue) -> Fault {
    let fault = Fault::new(
        Code::UnknownOption,
        span,
        format!("{} has no option {}", quoted(&issue.id), quoted(name)),
    )
    .label("no such option");
    let names = || issue.options.iter().map(|(option, _)| option.as_str());
    match nearest(name, names()) {
        Some(near) => fault.did_you_mean(near),
        None if issue.options.is_empty() => fault.help("write a number of its scale, or declare `options`"),
        None => fault.help(format!("it has {}", listed(names()))),
    }
}
