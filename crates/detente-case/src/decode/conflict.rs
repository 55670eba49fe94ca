//! The moves, and how they hang together.

use detente_model::{Conflict, Formula, Move, MoveId, PartyId, Statement};

use super::Decoder;
use super::formula::{self, What};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::Names;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn moves(&mut self) {
        for entry in self.root.entries_of("moves") {
            let table = entry.node.table();
            self.incomplete |= table.is_none();
            let by = table.and_then(|table| table.text("by")).and_then(|id| self.known.party(id));
            self.incomplete |= by.is_none();
            let direction = table.and_then(|table| table.entry("direction"));
            if let (Some(direction), Some(also)) =
                (direction, table.and_then(|table| table.entry("reversible")))
            {
                let message = format!("the move {} says twice which way it goes", quoted(entry.key));
                self.faults.push(
                    Fault::new(Code::Conflict, also.key_span, message)
                        .label("again here")
                        .related(direction.key_span, "first here")
                        .help("`reversible = false` is the same as `direction = \"forward\"`: keep one"),
                );
            }
            let forward = direction.is_some_and(|direction| direction.node.text() == Some("forward"));
            let the_move = Move {
                id: entry.key.to_owned(),
                by: by.unwrap_or(PartyId(0)),
                text: table.map(|table| self.needed_text(table, "text")).unwrap_or_default(),
                reversible: !forward && table.is_none_or(|table| self.truth(table, "reversible", true)),
                place: Some(self.place(entry.key_span)),
            };
            self.case.moves.push(the_move);
        }
    }

    pub(super) fn conflict(&mut self) {
        let Some(entry) = self.root.entry("conflict") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        let matrix = table.entry("matrix");
        if self.case.moves.is_empty() && matrix.is_none() {
            let fault = Fault::new(
                Code::ConflictWithoutMoves,
                entry.key_span,
                "there is a conflict, but no moves in it",
            );
            self.faults.push(
                fault
                    .label("about what?")
                    .help("declare what each side could do: `[moves.id]` with `by` and `text`"),
            );
            return;
        }
        let matrix = matrix.map(|entry| self.matrix(entry, table));
        let infeasible = self.statements(table.get("infeasible"));
        let status_quo = table.entry("status_quo").map(|entry| {
            let mut made = Vec::new();
            for node in entry.node.list() {
                match node.text().and_then(|id| self.known.the_move(id)) {
                    Some(id) if made.contains(&id) => {
                        let message =
                            format!("the move {} is named twice", quoted(node.text().unwrap_or("")));
                        self.faults.push(Fault::new(Code::SameId, node.span, message).label("again here"));
                    }
                    Some(id) => made.push(id),
                    None => self.incomplete = true,
                }
            }
            self.incomplete |= !entry.node.is_list();
            made
        });
        let states = match &matrix {
            Some(matrix) => Some(matrix.states.len()),
            None => self.feasible_states(&infeasible, table),
        };
        if let (Some(made), Some(entry)) = (&status_quo, table.entry("status_quo"))
            && states != Some(0)
            && let Some(ruled_out) = infeasible.iter().find(|s| s.formula.holds(&|id| made.contains(&id)))
        {
            let message = format!("the present state is one that {} rules out", quoted(&ruled_out.text));
            let mut fault =
                Fault::new(Code::InfeasibleStatusQuo, entry.node.span, message).label("cannot be");
            if let Some(place) = ruled_out.place {
                fault =
                    fault.related(Span::new(place.offset, place.offset + place.len), "infeasible by this");
            }
            self.faults.push(fault);
        }
        let (preferences, doubts) = self.move_preferences(table, matrix.is_some(), states);
        self.movers_have_preferences(table);
        let place = Some(self.place(entry.key_span));
        let only_undone = self.root.entries_of("moves").enumerate().filter(|(_, entry)| {
            entry.node.table().and_then(|table| table.text("direction")) == Some("back")
        });
        let only_undone = only_undone.map(|(index, _)| MoveId(index)).collect();
        let unknown = self.unknown_pairs(table, states);
        let hidden = self.hidden(table, states);
        let coalitions = self.coalitions(table);
        self.case.conflict = Some(Conflict {
            infeasible,
            status_quo,
            preferences,
            only_undone,
            matrix,
            unknown,
            hidden,
            coalitions,
            doubts,
            place,
        });
    }

    fn movers_have_preferences(&mut self, table: Table<'t>) {
        let stated = table.get("preferences").and_then(Node::table);
        for (id, party) in self.case.parties.iter().enumerate() {
            let moves = self.case.moves.iter().find(|m| m.by == PartyId(id));
            let Some(first) = moves.filter(|_| stated.is_none_or(|table| table.get(&party.id).is_none()))
            else {
                continue;
            };
            let Some(span) = self.known.declared(Names::Move, &first.id) else { continue };
            let message =
                format!("{} has moves, but the conflict does not say what it prefers", quoted(&party.id));
            self.faults.push(
                Fault::new(Code::MissingPreferences, span, message).label("one of its moves").help(format!(
                    "add `{} = [\"…\"]` under `[conflict.preferences]`: statements, most important first",
                    party.id
                )),
            );
        }
    }

    /// The statements of a list that are understood; the others are faults.
    fn statements(&mut self, list: Option<Node<'t>>) -> Vec<Statement> {
        let mut statements = Vec::new();
        for node in list.into_iter().flat_map(Node::list) {
            match node.text() {
                Some(text) => statements.extend(self.statement(text, node.span)),
                None => self.incomplete = true,
            }
        }
        statements
    }

    pub(super) fn statement(&mut self, text: &str, span: Span) -> Option<Statement> {
        let known = self.known;
        let flaws = match formula::parse(text, &|name| known.the_move(name)) {
            Ok(formula) => {
                return Some(Statement { text: text.to_owned(), formula, place: Some(self.place(span)) });
            }
            Err(flaws) => flaws,
        };
        for flaw in flaws {
            let at = self.inside(text, span, flaw.start, flaw.end);
            let fault = match flaw.what {
                What::Unknown(name) => known.unknown(Names::Move, &name, at, self.faults),
                What::Message { message, help } => {
                    Fault::new(Code::Formula, at, message).label("here").help(help)
                }
            };
            self.faults.push(fault);
        }
        self.incomplete = true;
        None
    }

    /// The place of a stretch of a string in the file: inside the quotes, if nothing in it is escaped.
    fn inside(&self, text: &str, span: Span, start: usize, end: usize) -> Span {
        let written = self.text.slice(span);
        match written.find(text).filter(|_| !text.is_empty()) {
            Some(offset) => Span::new(span.start + offset + start, span.start + offset + end.max(start + 1)),
            None => span,
        }
    }
}

/// How many parts a formula has.
pub(super) fn size(formula: &Formula) -> usize {
    match formula {
        Formula::Move(_) => 1,
        Formula::Not(a) => 1 + size(a),
        Formula::And(a, b) | Formula::Or(a, b) | Formula::Implies(a, b) | Formula::Iff(a, b) => {
            1 + size(a) + size(b)
        }
    }
}
