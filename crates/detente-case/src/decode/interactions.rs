//! Worth that options have only when they come together.

use detente_model::{Actor, Interaction, Role};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::ANY;
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
            let value = self.needed_number(table, "value", path, ANY, &cite);
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
