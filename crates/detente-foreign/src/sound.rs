//! What no case can hold, whatever the format: issues without options, with too many, or with one twice.

use std::collections::BTreeSet;

use detente_case::Code;
use detente_case::report::{Fault, Span, grouped, listed, nearest, quoted};
use detente_model::Choice;

use crate::File;
use crate::MOST_OPTIONS;
use crate::data::{Asking, Node};
use crate::scenario::{self, Topic};

/// The least length of a range of real numbers, and the least distance of two bends on it, beside its larger end or 1.
pub(crate) const NARROWEST: f64 = 1e-9;

/// As many issues as a case can have.
const MOST_ISSUES: usize = 1_000;

/// Reports what no case can hold: issues without options, with too many, or with one twice.
pub(crate) fn check_topics(file: &mut File, topics: &[Topic]) {
    if topics.is_empty() && !file.faults.any_error() {
        file.faults
            .push(Fault::of_file(Code::NoIssues, "the domain has no issue").help("add what is on the table"));
    }
    if let Some(topic) = topics.get(MOST_ISSUES) {
        let message =
            format!("the domain has more than the {} issues that a case can have", grouped(MOST_ISSUES));
        file.faults.push(
            Fault::new(Code::TooMany, topic.span, message)
                .label("one too many")
                .help("leave out what nobody argues about"),
        );
        return;
    }
    for (k, topic) in topics.iter().enumerate() {
        let name = quoted(&topic.name);
        let fault = |code, message: String| Fault::new(code, topic.span, message);
        if let Some(first) = topics[..k].iter().find(|other| other.name == topic.name) {
            let fault = fault(Code::DuplicateName, format!("there are two issues of the name {name}"));
            file.faults.push(
                fault
                    .label("again here")
                    .related(first.span, "first here")
                    .help("give one of them another name"),
            );
        }
        if let Some(index) = topic.index
            && let Some(first) =
                topics[..k].iter().find(|other| other.index == Some(index) && other.name != topic.name)
        {
            let message = format!("{} and {name} both have the index {index}", quoted(&first.name));
            let fault =
                fault(Code::DuplicateKey, message).label("again here").related(first.span, "first here");
            file.faults.push(fault.help("give every issue an index of its own"));
        }
        match topic.answers.count() {
            Some(0) => file.faults.push(
                fault(Code::NoOptions, format!("the issue {name} has no options"))
                    .label("nothing to choose from")
                    .help("list its options, or take the issue out"),
            ),
            Some(count) if count > MOST_OPTIONS => file.faults.push(too_many_options(topic.span)),
            _ => {}
        }
        if let Some((from, to)) = topic.answers.ends()
            && (from > to || (from == to && topic.answers.count().is_none()))
        {
            file.faults.push(
                fault(Code::EmptyRange, format!("the issue {name} goes from {from} to {to}"))
                    .label("does not go up")
                    .help("write the lower end first, and a higher one after it"),
            );
        }
        if let scenario::Answers::Between(from, to) = topic.answers
            && to > from
            && to - from < NARROWEST * from.abs().max(to.abs()).max(1.0)
        {
            let message = format!("the range of {name} is too short for the numbers in it to be told apart");
            let fault = fault(Code::OutOfRange, message).label("too narrow");
            file.faults.push(fault.help("take a smaller unit, or count from a number nearby"));
        }
        let options = match &topic.answers {
            scenario::Answers::Listed(choices) => choices
                .iter()
                .filter_map(|choice| match choice {
                    Choice::Text(text) => Some(text.as_str()),
                    Choice::Number(_) => None,
                })
                .collect(),
            _ => Vec::<&str>::new(),
        };
        if let Some(c) = std::iter::once(topic.name.as_str()).chain(options).find_map(control) {
            let message =
                format!("a name in the issue {name} has the control character U+{:04X} in it", u32::from(c));
            let fault = fault(Code::ControlCharacter, message).label("here");
            file.faults.push(fault.help("leave it out; a terminal would obey what no reader can see"));
        }
        if let scenario::Answers::Listed(choices) = &topic.answers {
            let mut names: Vec<String> = choices.iter().map(ToString::to_string).collect();
            if names.iter().any(|name| name.trim().is_empty()) {
                file.faults.push(
                    fault(Code::Blank, format!("the issue {name} has an option without a name"))
                        .label("here")
                        .help("give the option a name"),
                );
            }
            names.sort();
            if let Some([twice, ..]) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                let message = format!("the issue {name} has the option {} twice", quoted(twice));
                file.faults
                    .push(fault(Code::DuplicateOption, message).label("here").help("name every option once"));
            }
        }
    }
}

/// The name that a file gives itself, or that of the file; `None` with a fault.
pub(crate) fn name(ask: &mut Asking<'_>, stated: &Node, stem: &str) -> Option<String> {
    let Some((node, name)) = stated.get("name").and_then(|node| Some((node, node.text()?))) else {
        return Some(stem.to_owned());
    };
    if let Some(c) = control(name) {
        let message = format!("the name has the control character U+{:04X} in it", u32::from(c));
        let fault = Fault::new(Code::ControlCharacter, node.span, message).label("here");
        ask.push(fault.help("leave it out; a terminal would obey what no reader can see"));
        return None;
    }
    Some(name.to_owned())
}

/// A control character in a name; a case takes only line breaks and tabs.
fn control(name: &str) -> Option<char> {
    name.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t')
}

pub(crate) fn too_many_options(span: Span) -> Fault {
    let message = format!("an issue has more than the {} options that one can have", grouped(MOST_OPTIONS));
    Fault::new(Code::TooMany, span, message).label("too many").help("take a larger step")
}

/// The fault of an option that the domain does not have.
pub(crate) fn unknown_option(ask: &mut Asking<'_>, topic: &Topic, key: &Node) {
    let name = key.key_name();
    let message = format!("{} is not an option of {}", quoted(&name), quoted(&topic.name));
    let fault = Fault::new(Code::UnknownOption, key.span, message).label("not in the domain");
    let names: Vec<String> = (0..topic.answers.count().unwrap_or(0).min(1_000))
        .filter_map(|option| topic.answers.choice(option))
        .map(|choice| choice.to_string())
        .collect();
    let near = nearest(&name, names.iter().map(String::as_str));
    ask.push(match near {
        Some(near) => fault.help(format!("did you mean {}?", quoted(near))),
        None => fault.help(format!("its options are {}", listed(names.iter().map(String::as_str)))),
    });
}

/// The fault of an issue that the domain does not have.
pub(crate) fn unknown_issue(ask: &mut Asking<'_>, topics: &[Topic], key: &Node) {
    let name = key.key_name();
    let near = nearest(&name, topics.iter().map(|topic| topic.name.as_str()));
    let help = near.map_or_else(
        || String::from("does the profile belong to this domain? if so, take the issue out"),
        |near| format!("did you mean {}?", quoted(near)),
    );
    let message = format!("{} is not an issue of the domain", quoted(&name));
    ask.push(Fault::new(Code::UnknownIssue, key.span, message).label("no such issue").help(help));
}

/// Reports the keys of a table that name no issue of the domain.
pub(crate) fn only_issues(ask: &mut Asking<'_>, topics: &[Topic], entries: &[(Node, Node)]) {
    let names: BTreeSet<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
    for (key, _) in entries.iter().filter(|(key, _)| !names.contains(key.key_name().as_str())) {
        unknown_issue(ask, topics, key);
    }
}

/// Keeps what an option is worth; `None` with a fault if the table has said something else of it before.
pub(crate) fn once(
    ask: &mut Asking<'_>,
    values: &mut [Option<f64>],
    option: usize,
    worth: f64,
    key: &Node,
) -> Option<()> {
    if values[option].is_some_and(|other| other != worth) {
        let message = format!("the option {} is valued twice", quoted(&key.key_name()));
        ask.push(
            Fault::new(Code::DuplicateOption, key.span, message)
                .label("again here, and not the same")
                .help("keep the value that is meant"),
        );
        return None;
    }
    values[option] = Some(worth);
    Some(())
}
