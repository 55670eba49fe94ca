//! A conflict given by its states: what each is, who can move between which, and what is now.

use detente_model::{Matrix, PartyId, StateList};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, quoted};
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    /// The matrix of a conflict, with what is wrong in it as faults.
    pub(super) fn matrix(&mut self, entry: Entry<'t>, conflict: Table<'t>) -> Matrix {
        let beside = ["infeasible", "status_quo"].into_iter().find_map(|key| conflict.entry(key));
        if beside.is_some() || !self.case.moves.is_empty() {
            let fault = Fault::new(
                Code::Conflict,
                entry.key_span,
                "a conflict is given by moves or by its states, not by both",
            );
            self.faults.push(fault.label("its states").help(
                "keep `[moves]` with `infeasible` and `status_quo`, or keep `[conflict.matrix]` alone",
            ));
        }
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return Matrix::default();
        };
        let states: Vec<String> =
            table.list_of("states").map(|n| n.text().unwrap_or("").to_owned()).collect();
        if states.is_empty() {
            if let Some(list) = table.entry("states").filter(|list| list.node.is_list()) {
                let fault = Fault::new(Code::Conflict, list.node.span, "the conflict has no states");
                self.faults
                    .push(fault.label("empty").help("say what each state is, the first being state 1"));
            }
            self.incomplete = true;
        }
        let count = Some(states.len());
        let status_quo = table.get("status_quo").and_then(|node| self.state_number(node, count));
        let mut moves = Vec::new();
        for of in table.entries_of("moves") {
            let party = self.known.party(of.key);
            for node in of.node.list() {
                match (party, self.pair(node, count)) {
                    (Some(party), Some((from, to))) => moves.push((party, from, to)),
                    _ => self.incomplete = true,
                }
            }
        }
        Matrix { states, moves, status_quo }
    }

    /// Two different states.
    pub(super) fn pair(&mut self, node: Node<'t>, states: Option<usize>) -> Option<(usize, usize)> {
        let members: Vec<Node<'t>> = node.list().collect();
        let [first, second] = members[..] else {
            if node.is_list() {
                let message = format!("a pair of states was expected, found {} of them", members.len());
                self.faults.push(
                    Fault::new(Code::Conflict, node.span, message).label("not two").help("write `[1, 2]`"),
                );
            }
            self.incomplete = true;
            return None;
        };
        let pair = (self.state_number(first, states)?, self.state_number(second, states)?);
        if pair.0 == pair.1 {
            let message = format!("the state {} is paired with itself", pair.0);
            self.faults.push(Fault::new(Code::Conflict, node.span, message).label("the same state twice"));
        }
        Some(pair)
    }

    /// The number of a state that is there.
    pub(super) fn state_number(&mut self, node: Node<'t>, states: Option<usize>) -> Option<usize> {
        let Some(number) = node.whole() else {
            self.incomplete = true;
            return None;
        };
        if number == 0 || states.is_some_and(|states| number > states) {
            let fault = Fault::new(Code::Conflict, node.span, format!("there is no state {number}"));
            let fault = fault.label("no such state");
            self.faults.push(match states {
                Some(states) => fault.help(format!("the states are numbered from 1 to {states}")),
                None => fault.help("states are numbered from 1"),
            });
            return None;
        }
        Some(number)
    }

    pub(super) fn unknown_pairs(
        &mut self,
        conflict: Table<'t>,
        states: Option<usize>,
    ) -> Vec<(PartyId, usize, usize)> {
        let mut unknown = Vec::new();
        for of in conflict.entries_of("unknown") {
            let party = self.known.party(of.key);
            for node in of.node.list() {
                match (party, self.pair(node, states)) {
                    (Some(party), Some((a, b))) => unknown.push((party, a, b)),
                    _ => self.incomplete = true,
                }
            }
        }
        unknown
    }

    /// The states that parties do not see: statements and numbers may stand side by side.
    pub(super) fn hidden(&mut self, conflict: Table<'t>, states: Option<usize>) -> Vec<(PartyId, StateList)> {
        let mut hidden = Vec::new();
        for of in conflict.entries_of("hidden") {
            let Some(party) = self.known.party(of.key) else {
                self.incomplete = true;
                continue;
            };
            let mut numbers = Vec::new();
            for node in of.node.list() {
                match node.text() {
                    Some(text) => hidden.extend(
                        self.statement(text, node.span).map(|statement| (party, StateList::When(statement))),
                    ),
                    None => numbers.extend(self.state_number(node, states)),
                }
            }
            if !numbers.is_empty() {
                hidden.push((party, StateList::Numbers(numbers)));
            }
        }
        hidden
    }

    pub(super) fn coalitions(&mut self, conflict: Table<'t>) -> Vec<Vec<PartyId>> {
        let mut coalitions = Vec::new();
        for list in conflict.list_of("coalitions") {
            let mut members: Vec<PartyId> = Vec::new();
            for node in list.list() {
                match node.text().and_then(|id| self.known.party(id)) {
                    Some(party) if members.contains(&party) => {
                        let message = format!("{} is named twice", quoted(node.text().unwrap_or("")));
                        self.faults.push(Fault::new(Code::Conflict, node.span, message).label("again here"));
                    }
                    Some(party) => members.push(party),
                    None => self.incomplete = true,
                }
            }
            if members.is_empty() && list.is_list() {
                self.nobody(list.span);
            }
            coalitions.push(members);
        }
        coalitions
    }

    fn nobody(&mut self, span: Span) {
        let fault = Fault::new(Code::Conflict, span, "a coalition has no members").label("nobody");
        self.faults.push(fault.help("name the parties that act together, or leave it out"));
    }
}
