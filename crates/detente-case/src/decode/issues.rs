//! What is on the table.

use std::collections::BTreeMap;

use detente_model::{Choice, Infeasible, Issue};

use super::Decoder;
use super::options::Options;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, grouped, quoted};
use crate::tree::{Entry, Node, Table};

const MOST_OPTIONS: usize = 10_000;
/// Over all issues: ranges make many options out of few bytes.
const MOST_OPTIONS_IN_ALL: usize = 200_000;
/// The largest number that a range without step reaches: whole numbers up to here are exact, and can be written out.
const LARGEST_NUMBER: f64 = 1e15;
/// The least length of a range without step, beside its larger end or 1: numbers in it can then be told apart to a millionth of it at least.
const NARROWEST_RANGE: f64 = 1e-9;

impl<'t> Decoder<'_, 't> {
    pub(super) fn issues(&mut self) {
        let Some(issues) = self.root.entry("issues") else { return };
        let count = issues.node.table().map_or(0, Table::len);
        if count == 0 && issues.node.table().is_some() {
            let fault = Fault::new(Code::NoIssues, issues.key_span, "there is no issue on the table");
            self.faults
                .push(fault.label("empty").help("add at least one: `[issues.id]` with `name` and `options`"));
        }
        let mut in_all = 0;
        for entry in self.root.entries_of("issues") {
            let mut issue = Issue {
                id: entry.key.to_owned(),
                name: String::new(),
                unit: None,
                options: Vec::new(),
                continuous: false,
                place: Some(self.place(entry.key_span)),
            };
            let mut options = None;
            if let Some(table) = entry.node.table() {
                issue.name = self.needed_text(table, "name");
                issue.unit = self.optional_text(table, "unit");
                // Beyond the limit a fault has been reported; there is no use in filling the memory.
                let range = table.get("range").and_then(Node::table);
                issue.continuous = range.is_some_and(|range| range.get("step").is_none());
                options = if in_all <= MOST_OPTIONS_IN_ALL { self.options_of(entry, table) } else { None };
            }
            self.incomplete |= options.is_none();
            self.settled.push(options.as_deref().map(Options::index));
            issue.options = options.unwrap_or_default();
            let before = in_all;
            in_all += issue.options.len();
            if before <= MOST_OPTIONS_IN_ALL && in_all > MOST_OPTIONS_IN_ALL {
                let message = format!(
                    "the issues have more than the {} options that a case can have in all",
                    grouped(MOST_OPTIONS_IN_ALL)
                );
                self.faults
                    .push(Fault::new(Code::TooMany, entry.key_span, message).label("too many with this one"));
            }
            self.case.issues.push(issue);
        }
    }

    /// The options of an issue, or `None` with a fault.
    fn options_of(&mut self, issue: Entry<'t>, table: Table<'t>) -> Option<Vec<Choice>> {
        match (table.entry("options"), table.entry("range")) {
            (Some(options), None) => self.listed_options(issue, options),
            (None, Some(range)) => self.range_options(issue, range.node),
            (Some(options), Some(range)) => {
                let message = format!("the issue {} has options and a range", quoted(issue.key));
                self.faults.push(
                    Fault::new(Code::OptionsOrRange, range.key_span, message)
                        .label("a range as well")
                        .related(options.key_span, "options here")
                        .help("keep one of them"),
                );
                None
            }
            (None, None) => {
                let message = format!("the issue {} has no options", quoted(issue.key));
                self.faults.push(
                    Fault::new(Code::OptionsOrRange, issue.key_span, message)
                        .label("nothing to choose from")
                        .help("add `options = [\"…\", \"…\"]`, or `range = { from = …, to = …, step = … }`"),
                );
                None
            }
        }
    }

    fn listed_options(&mut self, issue: Entry<'t>, options: Entry<'t>) -> Option<Vec<Choice>> {
        let nodes: Vec<Node<'t>> = options.node.list().collect();
        if !options.node.is_list()
            || nodes.iter().any(|node| node.text().is_none() && node.number().is_none())
        {
            return None;
        }
        if nodes.is_empty() {
            let message = format!("the issue {} has an empty list of options", quoted(issue.key));
            self.faults.push(
                Fault::new(Code::NoOptions, options.node.span, message)
                    .label("nothing to choose from")
                    .help("an issue with nothing to decide can be left out"),
            );
            return None;
        }
        if nodes.len() > MOST_OPTIONS {
            let message = format!(
                "the issue {} has {} options, more than the {} that an issue can have",
                quoted(issue.key),
                grouped(nodes.len()),
                grouped(MOST_OPTIONS)
            );
            self.faults.push(Fault::new(Code::TooMany, options.node.span, message).label("too many"));
            return None;
        }
        let mut sound = true;
        let in_words = nodes[0].text().is_some();
        if let Some(other) = nodes.iter().find(|node| node.text().is_some() != in_words) {
            let message = format!("the options of {} are partly words and partly numbers", quoted(issue.key));
            self.faults.push(
                Fault::new(Code::MixedOptions, other.span, message)
                    .label(other.what())
                    .related(nodes[0].span, nodes[0].what())
                    .help("write them all in words, or all as numbers"),
            );
            return None;
        }
        let mut first_at: BTreeMap<String, Span> = BTreeMap::new();
        let mut choices = Vec::with_capacity(nodes.len());
        for node in nodes {
            let choice = match (node.text(), node.number()) {
                (Some(text), _) if text.trim().is_empty() => {
                    let message = format!("an option of {} is blank", quoted(issue.key));
                    self.faults.push(Fault::new(Code::Blank, node.span, message).label("no text here"));
                    sound = false;
                    continue;
                }
                (Some(text), _) => Choice::Text(text.to_owned()),
                // Adding 0 makes -0 the same as 0.
                (None, Some(x)) => Choice::Number(x + 0.0),
                (None, None) => return None,
            };
            sound &= choice.number().is_none_or(f64::is_finite);
            let name = choice.to_string();
            if let Some(first) = first_at.get(&name) {
                let message =
                    format!("the issue {} has the option {} twice", quoted(issue.key), quoted(&name));
                self.faults.push(
                    Fault::new(Code::DuplicateOption, node.span, message)
                        .label("again here")
                        .related(*first, "first here"),
                );
                sound = false;
            } else {
                first_at.insert(name, node.span);
                choices.push(choice);
            }
        }
        sound.then_some(choices)
    }

    fn range_options(&mut self, issue: Entry<'t>, node: Node<'t>) -> Option<Vec<Choice>> {
        let range = node.table()?;
        let end = |key: &str| range.get(key).and_then(Node::number).filter(|x| x.is_finite());
        let (from, to) = (end("from")?, end("to")?);
        let id = quoted(issue.key);
        if from >= to {
            let message = format!("the range of {id} does not go up: from {from} to {to}");
            let fault =
                Fault::new(Code::EmptyRange, range.get("to")?.span, message).label("not above `from`");
            self.faults.push(if from > to {
                fault.help(format!("the other way round: `from = {to}, to = {from}`"))
            } else {
                fault.help(format!("for a single option write `options = [{from}]`"))
            });
            return None;
        }
        let Some(step_node) = range.get("step") else {
            let size = from.abs().max(to.abs());
            let wrong = if size > LARGEST_NUMBER {
                Some((
                    "goes beyond 10¹⁵, where numbers are no longer exact",
                    "too large",
                    "take a larger unit",
                ))
            } else if to - from < NARROWEST_RANGE * size.max(1.0) {
                let help = "take a smaller unit, or count from a number nearby";
                Some(("is too short for the numbers in it to be told apart", "too narrow", help))
            } else {
                None
            };
            if let Some((what, label, help)) = wrong {
                let message = format!("the range of {id} {what}");
                self.faults.push(Fault::new(Code::OutOfRange, node.span, message).label(label).help(help));
                return None;
            }
            let stops = self.stops(issue.key, from, to);
            if stops.len() > MOST_OPTIONS {
                let message = format!(
                    "the positions bend at {} numbers of {id}, more than the {} that an issue can have",
                    grouped(stops.len()),
                    grouped(MOST_OPTIONS)
                );
                self.faults.push(Fault::new(Code::TooMany, node.span, message).label("too many"));
                return None;
            }
            return Some(stops.into_iter().map(Choice::Number).collect());
        };
        let step = end("step")?;
        if step <= 0.0 {
            let message = format!("the step of {id} must be above 0, found {step}");
            self.faults
                .push(Fault::new(Code::OutOfRange, step_node.span, message).label("never gets anywhere"));
            return None;
        }
        let steps = (to - from) / step;
        if steps >= MOST_OPTIONS as f64 {
            let count = if steps < 1e15 { grouped(steps as usize + 1) } else { String::from("far too many") };
            let most = grouped(MOST_OPTIONS);
            let message =
                format!("the range of {id} has {count} options, more than the {most} that an issue can have");
            self.faults.push(
                Fault::new(Code::TooMany, step_node.span, message)
                    .label("too fine")
                    .help("take a larger step"),
            );
            return None;
        }
        let whole = steps.round();
        let scale = from.abs().max(to.abs());
        // Decimals such as 0.1 are not exact in binary: a billionth of a step is not a miss.
        if (steps - whole).abs() > 1e-9 * steps.max(1.0) {
            let at = |i: f64| clean(from + i * step, scale);
            let (below, above) = (at(steps.floor()), at(steps.ceil()));
            let message = format!(
                "the range of {id} never reaches its end: in steps of {step} from {from} it passes {to}"
            );
            let help = if below > from {
                format!("the nearest ends are {below} and {above}")
            } else {
                format!("the nearest end is {above}")
            };
            self.faults.push(
                Fault::new(Code::RangeMissesEnd, range.get("to")?.span, message)
                    .label("never reached")
                    .help(help),
            );
            return None;
        }
        let whole = whole as usize;
        let number = |i: usize| if i == whole { to } else { clean(from + i as f64 * step, scale) };
        Some((0..=whole).map(|i| Choice::Number(number(i) + 0.0)).collect())
    }

    pub(super) fn infeasible(&mut self) {
        let mut ruled_out: Vec<Vec<bool>> =
            self.case.issues.iter().map(|issue| vec![false; issue.options.len()]).collect();
        for node in self.root.list_of("infeasible") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let when = self.combination(table.get("when"));
            let because = self.optional_text(table, "because");
            let span = table.get("when").map_or(node.span, |when| when.span);
            let Some(when) = when else {
                self.incomplete = true;
                continue;
            };
            // A condition that lists every option of an issue says nothing about it.
            let mut telling = when
                .0
                .iter()
                .filter(|(issue, options)| options.len() < self.case.issue(*issue).options.len());
            match (telling.next(), telling.next()) {
                (None, _) => self.nothing_feasible(span, "this rules out every package", None),
                (Some((issue, options)), None) => {
                    let issue = issue.0;
                    let row = &mut ruled_out[issue];
                    let before = row.iter().all(|out| *out);
                    for option in options {
                        row[*option] = true;
                    }
                    if !before && row.iter().all(|out| *out) {
                        let message = format!(
                            "with this, no option of {} is left",
                            quoted(&self.case.issues[issue].id)
                        );
                        let declared =
                            self.known.declared(crate::format::Names::Issue, &self.case.issues[issue].id);
                        self.nothing_feasible(span, &message, declared);
                    }
                }
                _ => {}
            }
            let place = Some(self.place(node.span));
            self.case.infeasible.push(Infeasible { when, because, place });
        }
    }

    fn nothing_feasible(&mut self, span: Span, message: &str, issue: Option<Span>) {
        let fault = Fault::new(Code::NothingFeasible, span, message)
            .label("nothing is left")
            .help("`[[infeasible]]` says which combinations cannot be: name options of two issues or more");
        self.faults.push(match issue {
            Some(span) => fault.related(span, "the issue is declared here"),
            None => fault,
        });
    }
}

/// The shortest decimal that binary rounding at this scale cannot tell from a number: 0.30000000000000004 is 0.3.
pub fn clean(x: f64, scale: f64) -> f64 {
    (0..=12)
        .find_map(|digits| {
            let rounded: f64 = format!("{x:.digits$}").parse().ok()?;
            ((x - rounded).abs() <= 8.0 * f64::EPSILON * scale).then_some(rounded)
        })
        .unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn decimals_lose_the_noise_of_binary() {
        assert_eq!(clean(0.1 * 3.0, 1.0).to_string(), "0.3");
        assert_eq!(clean(1e6 + 0.1 + 0.2, 1e6), 1_000_000.3);
        assert_eq!(clean(1.0 / 3.0, 1.0), 1.0 / 3.0);
    }
}
