//! Who talks, and who stands behind them.

use detente_model::{Audience, Blocking, Party, PartyId, Person, Role, Uncertain};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::collective::EITHER_SHARE;
use crate::format::{AMOUNT, Bounds, UNIT};
use crate::text::quoted;
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn parties(&mut self) {
        for entry in self.root.entries_of("parties") {
            let mut party = Party {
                id: entry.key.to_owned(),
                name: String::new(),
                role: Role::Other,
                people: Vec::new(),
                quota: None,
                quota_when: None,
                place: Some(self.place(entry.key_span)),
            };
            if let Some(table) = entry.node.table() {
                party.name = self.needed_text(table, "name");
                match table.text("role").and_then(role) {
                    Some(role) => party.role = role,
                    None => self.incomplete = true,
                }
                for person in table.list_of("people").filter_map(Node::table) {
                    let person = self.person(person);
                    party.people.push(person);
                }
            } else {
                self.incomplete = true;
            }
            self.case.parties.push(party);
            self.blocking(entry);
        }
        self.audiences();
        self.ratification();
        self.principals();
    }

    fn blocking(&mut self, party: Entry<'t>) {
        let Some(table) = party.node.table() else { return };
        let of = PartyId(self.case.parties.len() - 1);
        let cite = Vec::new();
        let mut number = |key: &str, bounds: Bounds| {
            table
                .get(key)
                .map(|node| self.number(node, format!("parties.{}.{key}", party.key), bounds, &cite))
        };
        let cost = number("cost_of_blocking", UNIT);
        let balance = number("balance", EITHER_SHARE);
        if cost.is_some() || balance.is_some() {
            self.case.blocking.push(Blocking { of, cost, balance });
        }
    }

    fn person(&mut self, table: Table<'t>) -> Person {
        Person {
            name: self.needed_text(table, "name"),
            role: self.optional_text(table, "role"),
            aliases: table.list_of("aliases").filter_map(Node::text).map(str::to_owned).collect(),
        }
    }

    fn audiences(&mut self) {
        for entry in self.root.entries_of("audiences") {
            let table = entry.node.table();
            self.incomplete |= table.is_none();
            let of = table.and_then(|table| table.text("of")).and_then(|id| self.known.party(id));
            self.incomplete |= of.is_none();
            let cite = table.and_then(|table| self.citations(table)).unwrap_or_default();
            let path = format!("audiences.{}.weight", entry.key);
            let weight = match table.and_then(|table| table.get("weight")) {
                Some(node) => self.number(node, path, AMOUNT, &cite),
                // Audiences of which nothing is said count alike.
                None => self.keep(Uncertain::Known(1.0), entry.key_span, path, AMOUNT, &cite),
            };
            let audience = Audience {
                id: entry.key.to_owned(),
                name: table.map(|table| self.needed_text(table, "name")).unwrap_or_default(),
                of: of.unwrap_or(PartyId(0)),
                veto: table.is_some_and(|table| self.truth(table, "veto", false)),
                weight,
                // Issues are not known yet: see `asked`.
                when: None,
                place: Some(self.place(entry.key_span)),
            };
            self.case.audiences.push(audience);
        }
    }

    fn ratification(&mut self) {
        // An audience of nobody known may have been meant for the party.
        let unsure = self.root.entries_of("audiences").any(|entry| {
            entry
                .node
                .table()
                .and_then(|table| table.text("of"))
                .and_then(|id| self.known.party(id))
                .is_none()
        });
        for entry in self.root.entries_of("ratification") {
            let (Some(party), Some(table)) = (self.known.party(entry.key), entry.node.table()) else {
                self.incomplete = true;
                continue;
            };
            let cite = self.citations(table).unwrap_or_default();
            let path = format!("ratification.{}.quota", entry.key);
            let quota = self.needed_number(table, "quota", path, UNIT, &cite);
            self.case.parties[party.0].quota = Some(quota);
            let counts = self
                .case
                .audiences_of(party)
                .map(|id| self.case.audience(id))
                .any(|audience| !audience.veto && self.case.numbers[audience.weight].value.high() > 0.0);
            if !counts && !unsure && self.case.numbers[quota].value.high() > 0.0 {
                let message = format!(
                    "{} needs a quota of its audiences, but none behind it has a weight and no veto",
                    quoted(entry.key)
                );
                self.faults.push(
                    Fault::new(Code::QuotaWithoutAudience, entry.key_span, message)
                        .label("a quota of nobody")
                        .help(format!(
                            "declare an audience `of = \"{}\"`, or leave the quota out: then the leader decides",
                            entry.key
                        )),
                );
            }
        }
    }

    fn principals(&mut self) {
        let Some(parties) = self.root.entry("parties") else { return };
        // A party whose role is not understood may have been meant as one.
        let unsure = self
            .root
            .entries_of("parties")
            .any(|entry| entry.node.table().and_then(|table| table.text("role")).and_then(role).is_none());
        let principals = self.case.principals().count();
        if unsure || principals >= 2 {
            return;
        }
        let count = if principals == 0 { "no party" } else { "only one party" };
        let fault = Fault::new(
            Code::TooFewPrincipals,
            parties.key_span,
            format!("{count} of this case must sign: an agreement takes two at least"),
        );
        self.faults.push(
            fault.label("fewer than two principals").help("give those who must sign `role = \"principal\"`"),
        );
    }
}

/// The role that a word stands for.
pub(super) fn role(word: &str) -> Option<Role> {
    [Role::Principal, Role::Mediator, Role::Guarantor, Role::Other]
        .into_iter()
        .find(|role| role.word() == word)
}
