//! What each side wants: reservation, weights, values, red lines.

use detente_model::{
    Actor, Citation, DoubtfulLine, IssueId, IssuePosition, Position, Reservation, Role, Uncertain,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{ANY, Names, POSITION, UNIT};
use crate::text::quoted;
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn positions(&mut self) {
        for entry in self.root.entries_of("positions") {
            let (Some(of), Some(table)) = (self.known.actor(entry.key), entry.node.table()) else {
                self.incomplete = true;
                continue;
            };
            self.position(of, entry, table);
        }
        self.everyone_has_a_position();
    }

    fn position(&mut self, of: Actor, entry: Entry<'t>, table: Table<'t>) {
        let cite = self.citations(table).unwrap_or_default();
        let reservation = self.reservation(entry.key, table, &cite);
        let mut issues = Vec::new();
        for other in table.entries().filter(|other| POSITION.keys.iter().all(|key| key.name != other.key)) {
            match (self.known.issue(other.key), other.node.table()) {
                (Some(issue), Some(stated)) => {
                    let position = self.issue_position(entry.key, issue, other, stated, &cite);
                    issues.push(position);
                }
                _ => self.incomplete = true,
            }
        }
        let weights = self.weights(entry, table, &issues, &cite);
        let note = self.optional_text(table, "note");
        let place = Some(self.place(entry.key_span));
        self.case.positions.push(Position { of, reservation, weights, issues, cite, note, place });
    }

    fn reservation(&mut self, id: &str, table: Table<'t>, cite: &[Citation]) -> Reservation {
        let package = table.get("no_deal").and_then(Node::table);
        let Some(package) = package else {
            let path = format!("positions.{id}.no_deal");
            return Reservation::Value(self.needed_number(table, "no_deal", path, UNIT, cite));
        };
        if let Some(blocking) = self.case.blocking.iter().find(|b| self.case.party(b.of).id == id) {
            let path =
                blocking.numbers().next().map(|id| self.case.numbers[id].path.clone()).unwrap_or_default();
            let message = format!(
                "no deal is a package to {}, and {} says what saying no costs it",
                quoted(id),
                quoted(&path)
            );
            self.faults.push(
                Fault::new(Code::BlockingACost, package.span, message)
                    .label("no figure to lower")
                    .help("write `no_deal` as a number, or leave the cost and the balance out"),
            );
        }
        let mut options = Vec::with_capacity(package.len());
        for entry in package.entries() {
            match self.known.issue(entry.key) {
                Some(issue) => options.extend(self.option(issue, entry.node).map(|option| (issue, option))),
                None => self.incomplete = true,
            }
        }
        Reservation::Package(options)
    }

    fn issue_position(
        &mut self,
        id: &str,
        issue: IssueId,
        entry: Entry<'t>,
        table: Table<'t>,
        position_cite: &[Citation],
    ) -> IssuePosition {
        let cite = self.citations(table).unwrap_or_else(|| position_cite.to_vec());
        let path = format!("positions.{id}.{}", entry.key);
        let valuation = self.valuation(issue, &path, entry, table, &cite);
        let mut never = Vec::new();
        let refuses_one_by_one = table.entry("never").filter(|entry| {
            self.has_single_options(issue, entry.key_span, "draw the line with `at_most` or `at_least`")
        });
        let mut doubtful: Vec<DoubtfulLine> = Vec::new();
        for (i, node) in refuses_one_by_one.into_iter().flat_map(|_| table.list_of("never")).enumerate() {
            if let Some(line) = node.table() {
                let path = format!("{path}.never[{}]", i + 1);
                doubtful.extend(self.doubtful_line(issue, line, &path, &cite));
            } else if let Some(option) = self.option(issue, node).filter(|option| !never.contains(option)) {
                never.push(option);
            }
        }
        self.one_line_an_option(issue, &never, &doubtful, table);
        let mut bound = |key: &str| {
            let node = table.entry(key)?;
            if !self.numeric(issue, node) {
                return None;
            }
            Some(self.number(node.node, format!("{path}.{key}"), ANY, &cite))
        };
        let (at_most, at_least) = (bound("at_most"), bound("at_least"));
        let note = self.optional_text(table, "note");
        let place = Some(self.place(entry.key_span));
        let position =
            IssuePosition { issue, valuation, never, doubtful, at_most, at_least, cite, note, place };
        self.red_lines(&position, entry, table);
        position
    }

    /// A red line that may not be meant.
    fn doubtful_line(
        &mut self,
        issue: IssueId,
        line: Table<'t>,
        path: &str,
        cite: &[Citation],
    ) -> Option<DoubtfulLine> {
        let option = line.get("option").and_then(|node| self.option(issue, node));
        let certain = Uncertain::Known(1.0);
        let sure = match line.get("sure") {
            Some(node) => self.number(node, format!("{path}.sure"), UNIT, cite),
            None => self.implied(certain, line.span, format!("{path}.sure"), UNIT, cite),
        };
        let anywhere = Uncertain::Uniform { low: 0.0, high: 1.0 };
        let quantile = match line.get("sure") {
            Some(_) => anywhere,
            // Nothing to draw: it holds wherever its question lets it.
            None => Uncertain::Known(0.0),
        };
        let quantile = self.implied(quantile, line.span, format!("{path}.meant"), UNIT, cite);
        let mut question = |key: &str| {
            let id = line.text(key)?;
            let known = self.known.proposition(id);
            self.incomplete |= known.is_none();
            known
        };
        let (only_if, unless) = (question("if"), question("unless"));
        if ["sure", "if", "unless"].iter().all(|key| line.get(key).is_none()) {
            let message = format!("{} does not say what is in doubt", quoted(path));
            self.faults.push(
                Fault::new(Code::CertainLine, line.span, message)
                    .label("as certain as an option by itself")
                    .help("say how likely it is meant (`sure = [0.6, 0.9]`), or on which open question it rests (`if`, `unless`); or write the option alone"),
            );
        }
        let Some(option) = option else {
            self.incomplete = true;
            return None;
        };
        Some(DoubtfulLine { option, sure, quantile, only_if, unless })
    }

    /// An option is refused once: for certain, or perhaps.
    fn one_line_an_option(
        &mut self,
        issue: IssueId,
        never: &[usize],
        doubtful: &[DoubtfulLine],
        table: Table<'t>,
    ) {
        let again = doubtful.iter().enumerate().find(|(i, line)| {
            never.contains(&line.option) || doubtful[..*i].iter().any(|other| other.option == line.option)
        });
        let Some((_, line)) = again else { return };
        let Some(span) = table.entry("never").map(|entry| entry.node.span) else { return };
        let label = self.case.issue(issue).label(line.option);
        let message = format!("{} is refused twice", quoted(&label));
        self.faults.push(
            Fault::new(Code::DuplicateOption, span, message)
                .label("in this list")
                .help("keep the one that says how sure it is, or the one that does not doubt it"),
        );
    }

    /// Whether an issue is in numbers; a fault if a key that needs that stands on an issue in words.
    pub(super) fn numeric(&mut self, issue: IssueId, entry: Entry<'t>) -> bool {
        if self.settled[issue.0].is_none() {
            self.incomplete = true;
            return false;
        }
        let declared = self.case.issue(issue);
        if declared.is_numeric() {
            return true;
        }
        let id = quoted(&declared.id);
        let message =
            format!("{} asks for an issue in numbers, and the options of {id} are words", quoted(entry.key));
        let help = match entry.key {
            "at_most" | "at_least" => "name the options that are refused: `never = [\"…\"]`",
            _ => "give each option its worth: `values = { \"…\" = 1, \"…\" = 0 }`",
        };
        let mut fault =
            Fault::new(Code::NotNumeric, entry.key_span, message).label("only in numbers").help(help);
        if let Some(span) = self.options_span(issue) {
            fault = fault.related(span, "options in words");
        }
        self.faults.push(fault);
        false
    }

    fn red_lines(&mut self, position: &IssuePosition, entry: Entry<'t>, table: Table<'t>) {
        let value = |id: Option<detente_model::NumberId>| id.map(|id| self.case.numbers[id].value);
        let (most, least) = (value(position.at_most), value(position.at_least));
        let id = quoted(entry.key);
        if let (Some(most), Some(least)) = (most, least)
            && least.low() > most.high()
        {
            let at = |key: &str| table.entry(key).map_or(entry.key_span, |entry| entry.key_span);
            let fault = Fault::new(
                Code::RedLinesCross,
                at("at_least"),
                format!("the red lines on {id} leave nothing: at least {least} and at most {most}"),
            );
            self.faults.push(
                fault
                    .label("always above the other")
                    .related(at("at_most"), "the upper line")
                    .help("were `at_least` and `at_most` exchanged?"),
            );
            return;
        }
        let issue = self.case.issue(position.issue);
        let refused = |(option, choice): (usize, &detente_model::Choice)| {
            position.never.contains(&option)
                || choice.number().is_some_and(|x| {
                    most.is_some_and(|most| x > most.high()) || least.is_some_and(|least| x < least.low())
                })
        };
        if position.has_red_line()
            && !issue.options.is_empty()
            && issue.options.iter().enumerate().all(refused)
        {
            let message = format!("the red lines on {id} refuse every option, so there can be no deal");
            let span = ["never", "at_most", "at_least"].into_iter().find_map(|key| table.entry(key));
            let fault = Fault::new(
                Code::RefusesEverything,
                span.map_or(entry.key_span, |entry| entry.key_span),
                message,
            );
            self.faults.push(
                fault.label("nothing is left").help(
                    "if there is an option that the party could live with, leave it out of the red lines",
                ),
            );
        }
    }

    fn role_is_stated(&self, party: &str) -> bool {
        let table =
            self.root.get("parties").and_then(Node::table).and_then(|parties| parties.get(party)?.table());
        table.and_then(|table| table.text("role")).and_then(super::parties::role).is_some()
    }

    fn everyone_has_a_position(&mut self) {
        let stated = |key| self.root.entry(key).is_some();
        let says_else = crate::format::WITHOUT_A_TABLE.iter().any(|key| stated(key));
        if says_else && !stated("issues") && !stated("positions") {
            // Nothing is on the table: the case is about the conflict, an exchange, durability or claims alone.
            return;
        }
        for (id, party) in self.case.parties.iter().enumerate() {
            let actor = Actor::Party(detente_model::PartyId(id));
            let stated = self.root.get("positions").and_then(Node::table).and_then(|t| t.entry(&party.id));
            match (party.role, stated) {
                (Role::Principal, None) if self.case.position_of(actor).is_none() => {
                    let Some(span) = self.known.declared(Names::Party, &party.id) else { continue };
                    let message = format!("the principal {} has no position", quoted(&party.id));
                    self.faults.push(
                        Fault::new(Code::MissingPosition, span, message)
                            .label("must sign, but what does it want?")
                            .help(format!("add `[positions.{}]` with `no_deal`, and a table for each issue on which it wants something", party.id)),
                    );
                }
                // A role that is not understood is a fault of its own.
                (Role::Mediator | Role::Guarantor | Role::Other, Some(entry))
                    if self.role_is_stated(&party.id) =>
                {
                    let message = format!(
                        "the position of {} is not used: only principals and audiences accept or refuse",
                        quoted(&party.id)
                    );
                    let fault = Fault::new(Code::UnusedPosition, entry.key_span, message).label("not used");
                    let fault = match self.known.declared(Names::Party, &party.id) {
                        Some(span) => fault.related(span, format!("its role is `{}`", party.role.word())),
                        None => fault,
                    };
                    self.faults.push(fault.help("if it must sign, give it `role = \"principal\"`"));
                }
                _ => {}
            }
        }
        for (id, audience) in self.case.audiences.iter().enumerate() {
            let actor = Actor::Audience(detente_model::AudienceId(id));
            let positions = self.root.get("positions").and_then(Node::table);
            let stated = positions.is_some_and(|table| table.entry(&audience.id).is_some());
            if stated || self.case.position_of(actor).is_some() {
                continue;
            }
            let Some(span) = self.known.declared(Names::Actor, &audience.id) else { continue };
            let counts = audience.veto || self.case.numbers[audience.weight].value.high() > 0.0;
            let id = quoted(&audience.id);
            self.faults.push(if counts {
                let why = if audience.veto { "has a veto" } else { "counts in the ratification" };
                Fault::new(
                    Code::MissingPosition,
                    span,
                    format!("the audience {id} {why}, but has no position"),
                )
                .label("what would it accept?")
                .help(format!(
                    "add `[positions.{}]` with `no_deal`, or give the audience `weight = 0`{}",
                    audience.id,
                    if audience.veto { " and no veto" } else { "" }
                ))
            } else {
                Fault::new(
                    Code::SilentAudience,
                    span,
                    format!("the audience {id} has no position and counts for nothing"),
                )
                .label("not used")
                .help(format!("add `[positions.{}]`, or leave the audience out", audience.id))
            });
        }
    }
}
