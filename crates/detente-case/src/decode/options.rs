//! Options of an issue, wherever a file names them.

use std::collections::{BTreeMap, BTreeSet};

use detente_model::{Choice, Combination, IssueId};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::Names;
use crate::nearest::nearest;
use crate::text::{Span, listed, quoted};
use crate::tree::Node;

/// The options of one issue, to be looked up in a time that hardly grows with their number.
#[derive(Debug)]
pub(super) struct Options {
    texts: BTreeMap<String, usize>,
    /// In ascending order.
    numbers: Vec<(f64, usize)>,
}

impl Options {
    pub(super) fn index(options: &[Choice]) -> Self {
        let mut index = Self { texts: BTreeMap::new(), numbers: Vec::new() };
        for (i, option) in options.iter().enumerate() {
            match option {
                Choice::Text(text) => {
                    index.texts.insert(text.clone(), i);
                }
                Choice::Number(x) => index.numbers.push((*x, i)),
            }
        }
        index.numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
        index
    }

    fn text(&self, text: &str) -> Option<usize> {
        self.texts.get(text).copied()
    }

    /// Allows for the rounding of a range written in decimals.
    fn number(&self, x: f64) -> Option<usize> {
        let slack = 1e-9 * x.abs().max(1.0);
        let first = self.numbers.partition_point(|(y, _)| *y < x - slack);
        let near = self.numbers[first..].iter().take_while(|(y, _)| *y <= x + slack);
        near.min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs())).map(|(_, i)| *i)
    }

    fn number_written(&self, text: &str) -> Option<usize> {
        text.trim().parse().ok().filter(|x: &f64| x.is_finite()).and_then(|x| self.number(x))
    }
}

impl<'t> Decoder<'_, 't> {
    /// The option that a value names; `None` with a fault, here or before.
    pub(super) fn option(&mut self, issue: IssueId, node: Node<'t>) -> Option<usize> {
        let Some(options) = &self.settled[issue.0] else {
            self.incomplete = true;
            return None;
        };
        let found = match (node.text(), node.number()) {
            (Some(text), _) => options.text(text),
            (None, Some(x)) if x.is_finite() => options.number(x),
            _ => {
                self.incomplete = true;
                return None;
            }
        };
        if found.is_none() {
            let name = node.text().map_or_else(|| node.number().unwrap_or(0.0).to_string(), str::to_owned);
            self.unknown_option(issue, &name, node.span);
        }
        found
    }

    /// The option that a key names: the text, or the number written as text.
    pub(super) fn option_of_key(&mut self, issue: IssueId, key: &str, span: Span) -> Option<usize> {
        let Some(options) = &self.settled[issue.0] else {
            self.incomplete = true;
            return None;
        };
        let found = options.text(key).or_else(|| options.number_written(key));
        if found.is_none() {
            self.unknown_option(issue, key, span);
        }
        found
    }

    fn unknown_option(&mut self, issue: IssueId, name: &str, span: Span) {
        self.incomplete = true;
        let declared = self.case.issue(issue);
        let id = quoted(&declared.id);
        let mut fault =
            Fault::new(Code::UnknownOption, span, format!("{} is not an option of {id}", quoted(name)))
                .label("no such option");
        if self.faults.worth_a_hint() {
            let names: Vec<String> = declared.options.iter().map(Choice::to_string).collect();
            let near = match name.trim().parse::<f64>() {
                Ok(x) if declared.is_numeric() => nearest_number(x, &declared.options),
                _ => nearest(name, names.iter().map(String::as_str)).map(str::to_owned),
            };
            fault = match near {
                Some(near) if declared.is_numeric() => {
                    fault.help(format!("the nearest option is {}", quoted(&near)))
                }
                Some(near) => fault.did_you_mean(&near),
                None => fault.help(format!("its options are {}", listed(names.iter().map(String::as_str)))),
            };
            let place = self.options_span(issue);
            if let Some(place) = place {
                fault = fault.related(place, format!("the options of {id} are declared here"));
            }
        }
        self.faults.push(fault);
    }

    /// Where the options of an issue are declared.
    pub(super) fn options_span(&self, issue: IssueId) -> Option<Span> {
        let id = &self.case.issue(issue).id;
        let table = self.root.get("issues")?.table()?.get(id)?.table()?;
        let entry = table.entry("options").or_else(|| table.entry("range"));
        entry.map(|entry| entry.key_span).or_else(|| self.known.declared(Names::Issue, id))
    }

    /// A condition on packages; `None` with a fault.
    pub(super) fn combination(&mut self, when: Option<Node<'t>>) -> Option<Combination> {
        let table = when?.table()?;
        let mut sound = true;
        let mut combination = Combination::default();
        for entry in table.entries() {
            let Some(issue) = self.known.issue(entry.key) else {
                sound = false;
                continue;
            };
            let help = "leave the issue out of the condition, or give its range a `step`";
            if !self.has_single_options(issue, entry.key_span, help) {
                sound = false;
                continue;
            }
            let mut options = Vec::new();
            let mut seen = BTreeSet::new();
            for node in entry.node.one_or_more() {
                match self.option(issue, node) {
                    Some(option) if !seen.insert(option) => {
                        let name = self.case.issue(issue).options[option].to_string();
                        let message = format!("the condition names the option {} twice", quoted(&name));
                        self.faults
                            .push(Fault::new(Code::DuplicateOption, node.span, message).label("again here"));
                    }
                    Some(option) => options.push(option),
                    None => sound = false,
                }
            }
            if options.is_empty() && entry.node.is_list() && sound {
                let message =
                    format!("the condition on {} lists no option, so it never holds", quoted(entry.key));
                self.faults.push(
                    Fault::new(Code::NoOptions, entry.node.span, message)
                        .label("an empty list")
                        .help("name one option or more, or leave the issue out"),
                );
                sound = false;
            }
            combination.0.push((issue, options));
        }
        sound.then_some(combination)
    }

    /// Warns of a condition that always holds.
    pub(super) fn not_empty(&mut self, combination: &Combination, when: Option<Node<'t>>, what: &str) {
        if let Some(node) = when.filter(|_| combination.0.is_empty()) {
            let fault =
                Fault::new(Code::EmptyCondition, node.span, format!("{what} holds for every package"));
            self.faults.push(fault.label("no condition").help("name an issue and one of its options"));
        }
    }
}

fn nearest_number(x: f64, options: &[Choice]) -> Option<String> {
    let near =
        options.iter().filter_map(Choice::number).min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()));
    near.map(|near| near.to_string())
}
