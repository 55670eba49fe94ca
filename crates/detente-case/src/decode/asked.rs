//! Audiences and votes that are asked only about some packages: `when` on `[audiences.…]` and `[ratification.…]`.

use detente_model::{Actor, AudienceId};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    /// The conditions, once issues and positions are known.
    pub(super) fn asked(&mut self) {
        for (i, entry) in self.root.entries_of("audiences").enumerate() {
            let Some(when) = entry.node.table().and_then(|table| table.get("when")) else { continue };
            let Some(condition) =
                self.condition(when, "this audience is asked whatever is agreed: its `when`")
            else {
                continue;
            };
            self.no_line_between_stops(AudienceId(i), when.span);
            self.case.audiences[i].when = Some(condition);
        }
        for entry in self.root.entries_of("ratification") {
            let table = entry.node.table();
            let Some((when, party)) = table.and_then(|t| t.get("when")).zip(self.known.party(entry.key))
            else {
                continue;
            };
            let Some(condition) = self.condition(when, "this vote is held whatever is agreed: its `when`")
            else {
                continue;
            };
            let voters: Vec<AudienceId> =
                self.case.audiences_of(party).filter(|id| !self.case.audience(*id).veto).collect();
            for voter in voters {
                self.no_line_between_stops(voter, when.span);
            }
            self.case.parties[party.0].quota_when = Some(condition);
        }
    }

    fn condition(&mut self, when: Node<'t>, what: &str) -> Option<detente_model::Combination> {
        let condition = self.combination(Some(when));
        match &condition {
            Some(condition) => self.not_empty(condition, Some(when), what),
            None => self.incomplete = true,
        }
        condition
    }

    /// Where somebody is not asked, its red lines do not bind; between the stops of a continuous issue no search could heed that.
    fn no_line_between_stops(&mut self, audience: AudienceId, when: Span) {
        let Some(position) = self.case.position_of(Actor::Audience(audience)) else { return };
        let lines = self.case.position(position).issues.iter().filter(|on| on.has_red_line());
        let Some(issue) = lines.map(|on| self.case.issue(on.issue)).find(|issue| issue.continuous) else {
            return;
        };
        let (id, issue) = (quoted(&self.case.audience(audience).id), quoted(&issue.id));
        let message = format!(
            "{id} is asked about some packages only, and draws a red line on {issue}, which is continuous"
        );
        let line = self.position_table(audience).map_or(when, |table| table.span);
        self.faults.push(
            Fault::new(Code::ConditionalRedLine, when, message)
                .label("asked only then")
                .related(line, "its position")
                .help(format!(
                    "give the range of {issue} a `step`, or let the worth of {id} there fall to 0 instead of drawing a line"
                )),
        );
    }

    fn position_table(&self, audience: AudienceId) -> Option<Table<'t>> {
        let positions = self.root.get("positions")?.table()?;
        positions.get(&self.case.audience(audience).id)?.table()
    }
}
