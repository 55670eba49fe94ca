//! What would change hands, and what holds each side to it.

use std::collections::BTreeMap;

use detente_model::{
    Choice, Citation, Count, Exchange, Extended, Guarantee, IssueId, Lot, NumberId, PartyId, PledgeDays,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{AMOUNT, ANY, Bounds};
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn exchange(&mut self) {
        let Some(entry) = self.root.entry("exchange") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        let cite = self.citations(table).unwrap_or_default();
        let pledge_days = self.pledge(table, &cite);
        let guarantee = self.guarantee(table, &cite);
        let war_gain_per_day = self.per_party(table, "war_gain_per_day", &cite);
        let calm_value_per_day = self.per_party(table, "calm_value_per_day", &cite);
        let day_after = self.per_party(table, "day_after", &cite);
        let lots = self.lots(table, &cite);
        let rules = self.exchange_rules(table, &lots, &cite);
        let begins = self.optional_date(table, "begins");
        let ended = self.optional_date(table, "ended");
        if let (Some(ended), Some(node)) = (ended, table.get("ended")) {
            self.not_after_as_of(ended, node.span, "the exchange ended");
            if let (Some(begins), Some(began)) =
                (begins.filter(|begins| ended < *begins), table.get("begins"))
            {
                let message = format!("the exchange ended on {ended}, before it begins on {begins}");
                self.faults.push(
                    Fault::new(Code::DaysOrder, node.span, message)
                        .label("ended")
                        .related(began.span, "begins")
                        .help("were the two dates exchanged?"),
                );
            }
        }
        let extended = self.extended(table);
        let place = Some(self.place(entry.key_span));
        self.case.exchange = Some(Exchange {
            begins,
            ended,
            extended,
            pledge_days,
            guarantee,
            war_gain_per_day,
            calm_value_per_day,
            day_after,
            lots,
            rules,
            place,
        });
    }

    /// Days of calm that were added after the pledge began.
    fn extended(&mut self, table: Table<'t>) -> Vec<Extended> {
        let mut extended: Vec<Extended> = Vec::new();
        for (i, node) in table.list_of("extended").enumerate() {
            let Some(added) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let cite = self.citations(added).unwrap_or_default();
            let path = format!("exchange.extended[{}].days", i + 1);
            let days = self.needed_number(added, "days", path, AMOUNT, &cite);
            let Some(agreed) = self.optional_date(added, "agreed") else {
                self.incomplete = true;
                continue;
            };
            let at = added.get("agreed").map_or(node.span, |agreed| agreed.span);
            self.not_after_as_of(agreed, at, "the pledge was extended");
            if extended.last().is_some_and(|before| agreed < before.agreed) {
                let message = "the days on which the pledge was extended do not go up";
                self.faults.push(
                    Fault::new(Code::DaysOrder, at, message)
                        .label("not above the one before")
                        .help("write them in the order in which they were agreed"),
                );
            }
            extended.push(Extended { agreed, days, cite, place: Some(self.place(node.span)) });
        }
        extended
    }

    fn pledge(&mut self, table: Table<'t>, cite: &[Citation]) -> PledgeDays {
        if let Some(issue) = self.numeric_issue(table, "pledge_days", "the length of the pledge", "days") {
            return PledgeDays::Issue(issue);
        }
        let path = "exchange.pledge_days".to_owned();
        PledgeDays::Days(self.needed_number(table, "pledge_days", path, AMOUNT, cite))
    }

    fn count(&mut self, table: Table<'t>, path: &str, cite: &[Citation]) -> Count {
        if let Some(issue) = self.numeric_issue(table, "count", "the size of a lot", "numbers") {
            return Count::Issue(issue);
        }
        Count::Number(self.needed_number(table, "count", format!("{path}.count"), AMOUNT, cite))
    }

    /// The issue that a key takes its number from, if it names one; a fault if that has options which cannot serve.
    fn numeric_issue(&mut self, table: Table<'t>, key: &str, what: &str, wanted: &str) -> Option<IssueId> {
        let node = table.get(key)?;
        let issue = self.issue_named(node)?;
        // An issue that has faults of its own is not complained of again.
        if self.settled[issue.0].is_none() {
            return Some(issue);
        }
        let (id, options) = (quoted(&self.case.issue(issue).id), &self.case.issue(issue).options);
        let negative = options.iter().filter_map(Choice::number).find(|x| *x < 0.0);
        let (code, message, label) = if !self.case.issue(issue).is_numeric() {
            let message = format!("{what} cannot be taken from {id}: its options are words");
            (Code::NotNumeric, message, "options in words")
        } else if let Some(x) = negative {
            let message = format!("{what} cannot be taken from {id}: it may be {x}, which is below zero");
            (Code::OutOfRange, message, "these options")
        } else {
            return Some(issue);
        };
        let mut fault = Fault::new(code, node.span, message)
            .label(format!("{wanted} are wanted"))
            .help(format!("name an issue whose options are {wanted} of at least 0, or write a number"));
        if let Some(span) = self.options_span(issue) {
            fault = fault.related(span, label);
        }
        self.faults.push(fault);
        Some(issue)
    }

    /// The issue that `"issue:…"` names.
    fn issue_named(&self, node: Node<'t>) -> Option<IssueId> {
        self.known.issue(node.text()?.strip_prefix("issue:")?)
    }

    fn guarantee(&mut self, table: Table<'t>, cite: &[Citation]) -> Guarantee {
        let rows = table.entry("guarantee_table");
        let stated = table.entry("guarantee");
        let named = stated.filter(|entry| entry.node.text().is_some());
        let Some(named) = named else {
            if let Some(rows) = rows {
                let message = "there is a `guarantee_table`, but `guarantee` does not name an issue";
                let mut fault = Fault::new(Code::GuaranteeTable, rows.key_span, message)
                    .label("rows for which options?")
                    .help("write `guarantee = \"issue:…\"` with the id of the issue whose options the rows stand for");
                if let Some(stated) = stated {
                    fault = fault.related(stated.key_span, "the same for every package");
                }
                self.faults.push(fault);
            }
            return Guarantee::Fixed(self.per_party_within(
                table,
                "guarantee",
                "exchange.guarantee",
                AMOUNT,
                cite,
            ));
        };
        let Some(issue) = self.issue_named(named.node) else {
            self.incomplete = true;
            return Guarantee::Fixed(Vec::new());
        };
        let Some(rows) = rows else {
            let message = format!(
                "the guarantee depends on {}, but there is no `guarantee_table`",
                quoted(&self.case.issue(issue).id)
            );
            self.faults.push(
                Fault::new(Code::GuaranteeTable, named.node.span, message)
                    .label("how much by which option?")
                    .help("add `[exchange.guarantee_table]` with a row for each option: `\"…\" = { party = 0 }`"),
            );
            return Guarantee::Fixed(Vec::new());
        };
        self.guarantee_rows(issue, rows, cite)
    }

    fn guarantee_rows(&mut self, issue: IssueId, rows: Entry<'t>, cite: &[Citation]) -> Guarantee {
        let help = "take the guarantee from an issue with options, or give the range a `step`";
        if !self.has_single_options(issue, rows.key_span, help) {
            return Guarantee::Fixed(Vec::new());
        }
        let mut table = vec![None; self.case.issue(issue).options.len()];
        let mut sound = self.settled[issue.0].is_some();
        for row in rows.node.table().into_iter().flat_map(Table::entries) {
            let Some(option) = self.option_of_key(issue, row.key, row.key_span) else {
                sound = false;
                continue;
            };
            if table[option].is_some() {
                let message = format!("the option {} has two rows", quoted(row.key));
                self.faults
                    .push(Fault::new(Code::DuplicateOption, row.key_span, message).label("again here"));
                continue;
            }
            let name = self.case.issue(issue).options[option].to_string();
            let path = format!("exchange.guarantee_table.{name}");
            table[option] = Some(self.numbers_by_party(row.node, &path, AMOUNT, cite));
        }
        let missing: Vec<String> = table
            .iter()
            .zip(&self.case.issue(issue).options)
            .filter(|(row, _)| row.is_none())
            .map(|(_, option)| option.to_string())
            .collect();
        if sound && !missing.is_empty() {
            let names = listed(missing.iter().map(String::as_str));
            let mut fault = Fault::new(
                Code::GuaranteeTable,
                rows.key_span,
                format!("the `guarantee_table` has no row for {names}"),
            )
            .label("incomplete")
            .help("give every option a row; `{}` where a breach costs nobody anything");
            if let Some(span) = self.options_span(issue) {
                fault = fault.related(span, "the options are declared here");
            }
            self.faults.push(fault);
        }
        self.incomplete |= !sound;
        Guarantee::Issue { issue, table: table.into_iter().map(Option::unwrap_or_default).collect() }
    }

    fn per_party(&mut self, table: Table<'t>, key: &str, cite: &[Citation]) -> Vec<(PartyId, NumberId)> {
        self.per_party_within(table, key, &format!("exchange.{key}"), ANY, cite)
    }

    pub(super) fn per_party_within(
        &mut self,
        table: Table<'t>,
        key: &str,
        path: &str,
        bounds: Bounds,
        cite: &[Citation],
    ) -> Vec<(PartyId, NumberId)> {
        table.get(key).map(|node| self.numbers_by_party(node, path, bounds, cite)).unwrap_or_default()
    }

    fn numbers_by_party(
        &mut self,
        node: Node<'t>,
        path: &str,
        bounds: Bounds,
        cite: &[Citation],
    ) -> Vec<(PartyId, NumberId)> {
        self.incomplete |= node.table().is_none();
        let mut numbers = Vec::new();
        for entry in node.table().into_iter().flat_map(Table::entries) {
            let Some(party) = self.known.party(entry.key) else {
                self.incomplete = true;
                continue;
            };
            let number = self.number(entry.node, format!("{path}.{}", entry.key), bounds, cite);
            numbers.push((party, number));
        }
        numbers
    }

    fn lots(&mut self, table: Table<'t>, exchange_cite: &[Citation]) -> Vec<Lot> {
        let mut lots = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in table.list_of("lots") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "lots", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let cite = self.citations(table).unwrap_or_else(|| exchange_cite.to_vec());
            let from = table.text("from").and_then(|id| self.known.party(id));
            self.incomplete |= from.is_none();
            let path = format!("exchange.lots.{name}");
            let count = self.count(table, &path, &cite);
            let worth_cite = self.citations_of(table, "worth_cite").unwrap_or_else(|| cite.clone());
            let worth = self.per_party_within(table, "worth", &format!("{path}.worth"), ANY, &worth_cite);
            let place = Some(self.place(node.span));
            lots.push(Lot { name, from: from.unwrap_or(PartyId(0)), count, worth, cite, place });
        }
        lots
    }

    /// Whether the name of a table in a list is new; a fault if it is not.
    pub(super) fn new_name(
        &mut self,
        table: Table<'t>,
        what: &str,
        seen: &mut BTreeMap<&'t str, Span>,
    ) -> bool {
        let Some((name, span)) = table.get("name").and_then(|node| Some((node.text()?, node.span))) else {
            self.incomplete = true;
            return true;
        };
        let Some(first) = seen.insert(name, span) else { return true };
        self.faults.push(
            Fault::new(Code::DuplicateName, span, format!("two {what} have the name {}", quoted(name)))
                .label("again here")
                .related(first, "first here")
                .help("their numbers are known by the name: give each its own"),
        );
        false
    }
}
