//! Worth that options have only when they come together.

use std::collections::BTreeMap;

use detente_model::{Actor, Interaction, NumberId, Role};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::ADDED;
use crate::text::{Span, quoted};
use crate::tree::Node;

impl Decoder<'_, '_> {
    pub(super) fn interactions(&mut self) {
        for (i, node) in self.root.list_of("interactions").enumerate() {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let cite = self.citations(table).unwrap_or_default();
            let path = format!("interactions[{}].value", i + 1);
            let value = self.needed_number(table, "value", path, ADDED, &cite);
            let of = table.text("of").and_then(|id| self.known.actor(id));
            let when = self.combination(table.get("when"));
            let (Some(of), Some(when)) = (of, when) else {
                self.incomplete = true;
                continue;
            };
            self.not_empty(&when, table.get("when"), "this interaction");
            self.unheard(of, table.get("of").map_or(node.span, |of| of.span), "interaction");
            let place = Some(self.place(node.span));
            self.case.interactions.push(Interaction { of, when, value, cite, place });
        }
    }

    /// What interactions add to a position comes, all together and however amended, to no more than one of them may.
    pub(super) fn interactions_stay_small(&mut self) {
        let amended = |number: NumberId| {
            let each = self.case.propositions.iter().flat_map(|p| p.when_true.iter().chain(&p.when_false));
            let talks = self.case.talks.iter();
            let meanwhile = talks.flat_map(|talks| {
                let of_events = talks.events.iter().flat_map(|event| &event.changes);
                of_events.chain(talks.levers.iter().flat_map(|lever| &lever.changes))
            });
            each.chain(meanwhile)
                .filter(move |amendment| amendment.number == number)
                .map(|amendment| &amendment.value)
        };
        let most = |number: NumberId| {
            // What is beyond the bounds of one has its own fault.
            let values = std::iter::once(&self.case.numbers[number].value).chain(amended(number));
            let largest = values.map(|value| value.low().abs().max(value.high().abs())).fold(0.0, f64::max);
            largest.min(ADDED.most)
        };
        let mut added: BTreeMap<Actor, f64> = BTreeMap::new();
        let mut too_much: Vec<Fault> = Vec::new();
        for interaction in &self.case.interactions {
            let sum = added.entry(interaction.of).or_default();
            let before = *sum;
            *sum += most(interaction.value);
            if before <= ADDED.most && *sum > ADDED.most {
                let id = quoted(self.case.actor_id(interaction.of));
                let message = format!("the interactions of {id} come to more than {} in all", ADDED.most);
                let span =
                    interaction.place.map_or(Span::new(0, 0), |p| Span::new(p.offset, p.offset + p.len));
                too_much.push(Fault::new(Code::OutOfRange, span, message).label("with this one").help(
                    "values are on the position's own scale, on which the best of all issues together is worth 1: divide them by \
                     what they are measured in",
                ));
            }
        }
        for fault in too_much {
            self.faults.push(fault);
        }
    }

    /// Warns of something stated about an actor whose preferences nobody asks for.
    pub(super) fn unheard(&mut self, of: Actor, span: Span, what: &str) {
        let silent = match of {
            Actor::Party(id) => self.case.party(id).role != Role::Principal,
            Actor::Audience(_) => false,
        };
        let id = self.case.actor_id(of);
        let stated = self.root.get("positions").and_then(Node::table).is_some_and(|t| t.get(id).is_some());
        if silent || !stated {
            let message = format!("this {what} is not used: {} has no position that counts", quoted(id));
            self.faults.push(Fault::new(Code::UnusedPosition, span, message).label("not used"));
        }
    }
}
