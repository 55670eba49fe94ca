//! What each party prefers among the states: rankings, or statements with the marks and doubts that stand among them.

use detente_model::{Doubt, MovePreference, PartyId, Statement};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::UNIT;
use crate::text::quoted;
use crate::tree::{Entry, Node, Table};

/// The statements of one party as they are gathered.
struct Gathered {
    /// The path of the list in the case file.
    path: String,
    statements: Vec<Statement>,
    unknown: Vec<usize>,
    strong: Option<usize>,
    doubt: Doubt,
}

impl<'t> Decoder<'_, 't> {
    /// What each party prefers, and what of it is in doubt. In a conflict given `by_states` only rankings will do.
    pub(super) fn move_preferences(
        &mut self,
        table: Table<'t>,
        by_states: bool,
        states: Option<usize>,
    ) -> (Vec<(PartyId, MovePreference)>, Vec<Doubt>) {
        let (mut preferences, mut doubts) = (Vec::new(), Vec::new());
        for stated in table.entries_of("preferences") {
            let Some(party) = self.known.party(stated.key) else {
                self.incomplete = true;
                continue;
            };
            let ranking = stated.node.table().and_then(|table| table.entry("ranking"));
            let preference = match ranking {
                Some(ranking) => match self.ranking(stated.key, ranking, states) {
                    (groups, much) if much.is_empty() => MovePreference::Ranking(groups),
                    (groups, much) => MovePreference::RankingByStrength { groups, much },
                },
                None if by_states => {
                    let message =
                        format!("{} has statements, but no moves to make them of", quoted(stated.key));
                    self.faults.push(
                        Fault::new(Code::Conflict, stated.node.span, message)
                            .label("not a ranking")
                            .help("in a conflict given by its states write `{ ranking = [[1], [2]] }`"),
                    );
                    continue;
                }
                None => {
                    let (preference, doubt) = self.prioritised(stated, party);
                    doubts.extend(doubt);
                    preference
                }
            };
            if ranking.is_some() {
                doubts.extend(self.unsure(stated, party, states));
            }
            preferences.push((party, preference));
        }
        (preferences, doubts)
    }

    /// Statements, most important first; `>>` ends those that weigh much more, `?` begins one of which it is not
    /// known which way the party wants it, a table says how likely it wants one, and a list inside has no order.
    fn prioritised(&mut self, stated: Entry<'t>, party: PartyId) -> (MovePreference, Option<Doubt>) {
        let mut gathered = Gathered {
            path: format!("conflict.preferences.{}", stated.key),
            statements: Vec::new(),
            unknown: Vec::new(),
            strong: None,
            doubt: Doubt { of: party, sure: Vec::new(), orders: Vec::new() },
        };
        for node in stated.node.list() {
            if node.text().map(str::trim) == Some(">>") {
                if gathered.strong.is_some() || gathered.statements.is_empty() {
                    let message = format!("{} has a `>>` that parts nothing", quoted(stated.key));
                    self.faults.push(
                        Fault::new(Code::Formula, node.span, message)
                            .label("here")
                            .help("put it once, after the statements that weigh much more than the rest"),
                    );
                }
                gathered.strong = Some(gathered.statements.len());
            } else if node.is_list() {
                let first = gathered.statements.len();
                node.list().for_each(|member| self.preferred(member, &mut gathered));
                let group: Vec<usize> = (first..gathered.statements.len()).collect();
                if node.list().count() < 2 {
                    let message = format!(
                        "a list among the preferences of {} has fewer than two statements",
                        quoted(stated.key)
                    );
                    let fault = Fault::new(Code::Formula, node.span, message).label("this list");
                    self.faults.push(fault.help("a list inside holds two statements at least, of which nobody knows which matters more"));
                }
                gathered.doubt.orders.push(group);
            } else {
                self.preferred(node, &mut gathered);
            }
        }
        let Gathered { statements, unknown, strong, doubt, .. } = gathered;
        let preference = match strong {
            None if unknown.is_empty() => MovePreference::Prioritised(statements),
            strong => {
                MovePreference::PrioritisedByStrength { statements, strong: strong.unwrap_or(0), unknown }
            }
        };
        let certain = doubt.sure.is_empty() && doubt.orders.is_empty();
        (preference, (!certain).then_some(doubt))
    }

    /// One statement, as text or with how likely it is.
    fn preferred(&mut self, node: Node<'t>, gathered: &mut Gathered) {
        let (text, table) = match node.table() {
            Some(table) => (table.get("statement"), Some(table)),
            None => (Some(node), None),
        };
        let Some((text, span)) = text.and_then(|node| Some((node.text()?, node.span))) else {
            self.incomplete = true;
            return;
        };
        let asked = text.trim_start().strip_prefix('?');
        let place = gathered.statements.len();
        let Some(statement) = self.statement(asked.unwrap_or(text), span) else { return };
        gathered.statements.push(statement);
        if asked.is_some() {
            gathered.unknown.push(place);
        }
        if let Some(table) = table {
            if asked.is_some() {
                let message = "a statement that nobody knows the direction of has no likelihood";
                let fault = Fault::new(Code::Formula, span, message).label("begins with `?`");
                self.faults.push(fault.help("leave out the `?`, or write the statement without `sure`"));
            }
            let path = format!("{}[{}].sure", gathered.path, place + 1);
            let sure = self.needed_number(table, "sure", path, UNIT, &[]);
            gathered.doubt.sure.push((place, sure));
        }
    }
}
