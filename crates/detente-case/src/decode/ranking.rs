//! States of the conflict, ranked by number.
//!
//! A state says of each move whether it is made. The feasible ones are numbered from 1 in increasing decimal order,
//! the first move being the lowest bit. Counting them takes 2^moves times the length of the formulas.

use std::collections::BTreeMap;

use detente_model::{Doubt, PartyId, Statement};

use super::Decoder;
use super::conflict::size;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Table};

/// Steps that a check of a file may take.
const MOST_STEPS: usize = 20_000_000;

impl<'t> Decoder<'_, 't> {
    /// How many states are feasible, if they can be counted in good time and every formula is understood.
    pub(super) fn feasible_states(&mut self, infeasible: &[Statement], table: Table<'t>) -> Option<usize> {
        let stated = table.get("infeasible").map_or(0, |node| node.list().count());
        let moves = self.case.moves.len();
        if infeasible.len() < stated || moves > 20 {
            return None;
        }
        let steps: usize = infeasible.iter().map(|statement| size(&statement.formula)).sum();
        if (steps + 1).saturating_mul(1 << moves) > MOST_STEPS {
            return None;
        }
        let count = (0..1usize << moves)
            .filter(|state| !infeasible.iter().any(|s| s.formula.holds(&|id| state >> id.0 & 1 == 1)))
            .count();
        if count == 0 {
            let span = table.entry("infeasible").map_or(table.span, |entry| entry.key_span);
            let fault = Fault::new(
                Code::NoFeasibleState,
                span,
                "these statements rule out every combination of moves",
            );
            self.faults.push(
                fault
                    .label("nothing is left")
                    .help("each statement says what cannot be: is one the wrong way round?"),
            );
        }
        Some(count)
    }

    pub(super) fn ranking(
        &mut self,
        party: &str,
        ranking: Entry<'t>,
        states: Option<usize>,
    ) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut much: Vec<usize> = Vec::new();
        let mut open: Option<Span> = None;
        let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
        let mut sound = ranking.node.is_list();
        for group in ranking.node.list() {
            if group.text().map(str::trim) == Some(">>") {
                if let (Some(before), None) = (groups.len().checked_sub(1), open) {
                    much.push(before);
                    open = Some(group.span);
                } else {
                    self.parts_nothing(party, group.span);
                }
                continue;
            }
            open = None;
            let mut members = Vec::new();
            for node in group.list() {
                let Some(state) = node.whole() else {
                    sound = false;
                    continue;
                };
                if state == 0 || states.is_some_and(|states| state > states) {
                    let message = format!("{} ranks the state {state}, which is not there", quoted(party));
                    let fault = Fault::new(Code::Ranking, node.span, message).label("no such state");
                    self.faults.push(match states {
                        Some(states) => {
                            fault.help(format!("the feasible states are numbered from 1 to {states}"))
                        }
                        None => fault.help("states are numbered from 1"),
                    });
                    sound = false;
                } else if let Some(first) = seen.get(&state) {
                    let message = format!("{} ranks the state {state} twice", quoted(party));
                    self.faults.push(
                        Fault::new(Code::Ranking, node.span, message)
                            .label("again here")
                            .related(*first, "first here"),
                    );
                    sound = false;
                } else {
                    seen.insert(state, node.span);
                    members.push(state);
                }
            }
            if !group.is_list() {
                sound = false;
            } else if !members.is_empty() {
                groups.push(members);
            } else if sound {
                let message = format!("the ranking of {} has an empty group", quoted(party));
                self.faults.push(Fault::new(Code::Ranking, group.span, message).label("no state"));
            }
        }
        if let Some(span) = open {
            self.parts_nothing(party, span);
        }
        self.incomplete |= !sound;
        if let Some(states) = states.filter(|_| sound) {
            let missing: Vec<String> =
                (1..=states).filter(|s| !seen.contains_key(s)).take(100).map(|s| s.to_string()).collect();
            if !missing.is_empty() {
                let names = listed(missing.iter().map(String::as_str));
                let message = format!(
                    "the ranking of {} leaves out {} of {states} states",
                    quoted(party),
                    states - seen.len()
                );
                self.faults.push(
                    Fault::new(Code::Ranking, ranking.key_span, message)
                        .label("incomplete")
                        .help(format!("every feasible state has a place; states that are equally good share a group; missing: {names}")),
                );
            }
        }
        (groups, much)
    }

    /// The groups of states of a ranking of which nobody knows which stands where.
    pub(super) fn unsure(
        &mut self,
        stated: Entry<'t>,
        party: PartyId,
        states: Option<usize>,
    ) -> Option<Doubt> {
        let groups = stated.node.table()?.get("unsure")?;
        let mut orders: Vec<Vec<usize>> = Vec::new();
        for group in groups.list() {
            let mut members: Vec<usize> = Vec::new();
            for node in group.list() {
                let Some(state) = self.state_number(node, states) else { continue };
                if members.contains(&state) || orders.iter().flatten().any(|other| *other == state) {
                    let message = format!("{} is unsure of the state {state} twice", quoted(stated.key));
                    let fault = Fault::new(Code::Ranking, node.span, message).label("again here");
                    self.faults.push(fault.help("name every state in one group at most"));
                } else {
                    members.push(state);
                }
            }
            if group.list().count() < 2 {
                let message = format!("a group of {} has fewer than two states", quoted(stated.key));
                let fault = Fault::new(Code::Ranking, group.span, message).label("this group");
                self.faults.push(fault.help(
                    "a group holds two states at least, any of which could have the place of the other",
                ));
            }
            orders.push(members);
        }
        Some(Doubt { of: party, sure: Vec::new(), orders })
    }

    fn parts_nothing(&mut self, party: &str, span: Span) {
        let message = format!("the ranking of {} has a `>>` that parts nothing", quoted(party));
        self.faults.push(
            Fault::new(Code::Ranking, span, message)
                .label("here")
                .help("it stands between two groups of states, the better of which is much better"),
        );
    }
}
