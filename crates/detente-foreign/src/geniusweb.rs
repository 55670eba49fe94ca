//! GeniusWeb: a domain and profiles in JSON.
//!
//! A profile is a `LinearAdditiveUtilitySpace`: `u(x) = Σ_k w_k · e_k(x_k)`, utilities and weights from 0 to 1. Issues in
//! words have `discreteutils`; an option that they leave out has utility 0. Issues in numbers have `numberutils`,
//! linear from `lowValue` to `highValue`. No agreement is worth what the `reservationBid` is; without one, every bid is
//! better than none.

use detente_case::Code;
use detente_case::report::{Fault, quoted};
use detente_case::write::as_written;
use detente_model::Choice;

use crate::File;
use crate::data::{Asking, Node};
use crate::scenario::{Answers, Lines, NoDeal, Profile, Scale, Topic, Wish, Worth};

/// The names of a weighted sum: those of the class and of its interface.
const SPACES: [&str; 2] = ["LinearAdditiveUtilitySpace", "LinearAdditive"];

/// Profiles of other kinds, which are refused where parts of files are judged.
const OTHERS: [&str; 2] = ["SumOfGroupsUtilitySpace", "DefaultPartialOrdering"];

/// What options and numbers are worth, as the Java and the Python edition spell it.
const DISCRETE: [&str; 2] = ["discreteutils", "DiscreteValueSetUtilities"];
const NUMBERS: [&str; 2] = ["numberutils", "NumberValueSetUtilities"];

/// Whether a file is a domain.
pub(crate) fn is_domain(root: &Node) -> bool {
    root.get("issuesValues").is_some()
}

/// Whether a file is a profile.
pub(crate) fn is_profile(root: &Node) -> bool {
    SPACES.iter().chain(&OTHERS).any(|space| root.get(space).is_some())
}

/// The weighted sum in a profile.
fn space(root: &Node) -> Option<&Node> {
    SPACES.iter().find_map(|space| root.get(space))
}

/// The domain that a profile carries with it.
pub(crate) fn domain_of(root: &Node) -> Option<&Node> {
    space(root)?.get("domain").filter(|domain| is_domain(domain))
}

/// The issues of a domain.
pub(crate) fn domain(file: &mut File, root: &Node) -> Vec<Topic> {
    let File { text, faults, .. } = file;
    let mut ask = Asking { faults };
    let mut topics = Vec::new();
    for (key, stated) in ask.needed_map(root, "issuesValues").unwrap_or_default() {
        let answers = match (stated.get("values"), stated.get("range")) {
            (Some(_), _) => listed(&mut ask, stated),
            (None, Some(_)) => range(&mut ask, stated),
            (None, None) => {
                let message =
                    format!("the issue {} has neither `values` nor a `range`", quoted(&key.key_name()));
                ask.push(
                    Fault::new(Code::OptionsOrRange, key.span, message)
                        .label("nothing to choose from")
                        .help("add `\"values\": […]`, or `\"range\": [low, high, step]`"),
                );
                None
            }
        };
        let span = key.span;
        let lines = Lines(Lines::of(text, key.span).0, Lines::of(text, stated.span).1);
        topics.extend(answers.map(|answers| Topic {
            name: key.key_name(),
            index: None,
            answers,
            span,
            lines,
        }));
    }
    topics
}

fn listed(ask: &mut Asking<'_>, stated: &Node) -> Option<Answers> {
    let mut choices = Vec::new();
    for node in ask.needed_list(stated, "values")? {
        match (node.text(), node.number()) {
            (Some(text), _) => choices.push(Choice::Text(text.to_owned())),
            (None, Some(x)) if x.is_finite() => choices.push(Choice::Number(x)),
            _ => {
                ask.wrong(node, "values", "a list of texts");
                return None;
            }
        }
    }
    Some(Answers::Listed(choices))
}

/// `"range": [low, high, step]`, numbers or texts.
fn range(ask: &mut Asking<'_>, stated: &Node) -> Option<Answers> {
    let list = ask.needed_list(stated, "range")?;
    let [low, high, step] = list else {
        let message = format!("`range` must be a list of low, high and step, found a list of {}", list.len());
        let span = stated.get("range").map_or(stated.span, |node| node.span);
        ask.push(
            Fault::new(Code::RangeLength, span, message)
                .label("not three numbers")
                .help("for example `[\"0\", \"10\", \"1\"]`"),
        );
        return None;
    };
    let mut number = |node: &Node| match node.text().map(|text| text.trim().parse::<f64>()) {
        Some(Ok(x)) if x.is_finite() => Some(x),
        _ => ask.finite(node, "range"),
    };
    let (from, to, by) = (number(low)?, number(high)?, number(step)?);
    if by <= 0.0 {
        let message = format!("the step of a range must be above 0, found {by}");
        let help = "write the distance from one option to the next";
        ask.push(Fault::new(Code::OutOfRange, step.span, message).label("not above 0").help(help));
        return None;
    }
    if to < from {
        let message = format!("the range from {from} to {to} does not go up");
        let help = "write the lower end first";
        ask.push(Fault::new(Code::EmptyRange, high.span, message).label("below the first").help(help));
        return None;
    }
    if by == 1.0 && from.fract() == 0.0 && to.fract() == 0.0 && from.abs().max(to.abs()) < 9e15 {
        return Some(Answers::Whole(from as i64, to as i64));
    }
    let steps = (to - from) / by;
    if steps >= crate::MOST_OPTIONS as f64 {
        ask.push(crate::sound::too_many_options(step.span));
        return None;
    }
    // The last step that does not go beyond the end; a billionth of a step is rounding of decimals.
    let count = (steps + 1e-9).floor() as usize;
    Some(Answers::Listed(
        (0..=count)
            .map(|i| Choice::Number(as_written(from + i as f64 * by, from.abs().max(to.abs()))))
            .collect(),
    ))
}

/// A profile on the issues of a domain; `None` with faults.
pub(crate) fn profile(file: &mut File, root: &Node, topics: &[Topic], position: usize) -> Option<Profile> {
    let stem = file.stem();
    let File { text, faults, .. } = file;
    let mut ask = Asking { faults };
    let Some(space) = space(root) else {
        ask.needed(root, SPACES[0]);
        return None;
    };
    let utilities = ask.needed_map(space, "issueUtilities")?;
    let weights = ask.needed_map(space, "issueWeights")?;
    for entries in [utilities, weights] {
        crate::sound::only_issues(&mut ask, topics, entries);
    }
    if ask.faults.any_error() {
        return None;
    }
    let mut wishes = Vec::new();
    for topic in topics {
        let stated = utilities.iter().find(|(key, _)| key.text() == Some(&topic.name));
        let weight = weights.iter().find(|(key, _)| key.text() == Some(&topic.name));
        let (Some((key, stated)), Some((_, weight))) = (stated, weight) else {
            let what = if stated.is_none() { "utilities" } else { "weight" };
            let message = format!("the profile has no {what} on the issue {}", quoted(&topic.name));
            ask.push(
                Fault::new(Code::MissingValue, space.span, message)
                    .label("incomplete")
                    .help("does it belong to this domain?"),
            );
            return None;
        };
        let weight = share(&mut ask, weight, "issueWeights")?;
        let worth = match (either(stated, DISCRETE), either(stated, NUMBERS)) {
            (Some(_), Some(second)) => {
                let message = format!("{} has both `discreteutils` and `numberutils`", quoted(&topic.name));
                ask.push(
                    Fault::new(Code::Valuation, second.span, message)
                        .label("a second way of saying it")
                        .help("keep the one that is meant"),
                );
                return None;
            }
            (Some(table), None) => discrete(&mut ask, table, topic)?,
            (None, Some(line)) => numbers(&mut ask, line, topic)?,
            (None, None) => {
                ask.push(
                    Fault::new(
                        Code::Unsupported,
                        stated.span,
                        "these utilities are of no kind that is known",
                    )
                    .label("neither `discreteutils` nor `numberutils`")
                    .help("write one of the two; utilities of other kinds are not read"),
                );
                return None;
            }
        };
        let lines = Lines(Lines::of(text, key.span).0, Lines::of(text, stated.span).1);
        wishes.push(Wish { weight, worth, lines });
    }
    let no_deal = reservation(&mut ask, space, topics, &wishes)?;
    let name = crate::sound::name(&mut ask, space, &stem)?;
    Some(Profile {
        name,
        file: position,
        wishes,
        rectangles: Vec::new(),
        no_deal,
        scale: Scale::Unit,
        notes: Vec::new(),
    })
}

/// The utilities of an issue under either of their names: that of the Java edition, or of the class.
fn either<'n>(stated: &'n Node, names: [&str; 2]) -> Option<&'n Node> {
    names.iter().find_map(|name| stated.get(name))
}

/// A number from 0 to 1.
fn share(ask: &mut Asking<'_>, node: &Node, key: &str) -> Option<f64> {
    let x = ask.finite(node, key)?;
    if !(0.0..=1.0).contains(&x) {
        let message = format!("{} must be between 0 and 1, found {x}", quoted(key));
        ask.push(
            Fault::new(Code::OutOfRange, node.span, message)
                .label("outside")
                .help("divide all of them by their largest"),
        );
        return None;
    }
    Some(x)
}

fn discrete(ask: &mut Asking<'_>, table: &Node, topic: &Topic) -> Option<Worth> {
    let count = topic.answers.count().unwrap_or(0);
    let mut values = vec![None; count];
    for (key, stated) in ask.needed_map(table, "valueUtilities")? {
        let Some(option) = topic.answers.position(&key.key_name()) else {
            crate::sound::unknown_option(ask, topic, key);
            return None;
        };
        let worth = share(ask, stated, "valueUtilities")?;
        crate::sound::once(ask, &mut values, option, worth, key)?;
    }
    Some(Worth::Table(values.into_iter().map(|worth| worth.unwrap_or(0.0)).collect()))
}

fn numbers(ask: &mut Asking<'_>, line: &Node, topic: &Topic) -> Option<Worth> {
    let mut at = |key: &str| ask.needed(line, key).cloned().and_then(|node| ask.finite(&node, key));
    let (x0, x1) = (at("lowValue")?, at("highValue")?);
    let (y0, y1) = (at("lowUtility")?, at("highUtility")?);
    for key in ["lowUtility", "highUtility"] {
        if let Some(node) = line.get(key) {
            share(ask, node, key)?;
        }
    }
    if x1 < x0 {
        let message = format!("`lowValue` is {x0}, and `highValue` {x1}");
        ask.push(
            Fault::new(Code::RangeOrder, line.span, message)
                .label("does not go up")
                .help("write the lower number as `lowValue`, each with its own utility"),
        );
        return None;
    }
    let points = if x1 > x0 { vec![(x0, y0), (x1, y1)] } else { vec![(x0, y0)] };
    match &topic.answers {
        Answers::Listed(choices) if choices.iter().all(|choice| choice.number().is_some()) => {
            let worth =
                choices.iter().filter_map(Choice::number).map(|x| crate::scenario::between(&points, x));
            Some(Worth::Table(worth.collect()))
        }
        answers => {
            if let Some(ends) = answers.ends() {
                Some(Worth::points(&points, ends))
            } else {
                let message =
                    format!("{} is in words, and these are utilities of numbers", quoted(&topic.name));
                ask.push(
                    Fault::new(Code::NotNumeric, line.span, message)
                        .label("only in numbers")
                        .help("write `discreteutils`, with a utility for each option"),
                );
                None
            }
        }
    }
}

/// What no agreement is worth: the utility of the reservation bid, to which an issue that it leaves open adds nothing.
fn reservation(ask: &mut Asking<'_>, space: &Node, topics: &[Topic], wishes: &[Wish]) -> Option<NoDeal> {
    let bid = space.get("reservationBid").filter(|bid| !bid.is_null());
    let Some(bid) = bid else { return Some(NoDeal::Unsaid) };
    let values = bid.get("issuevalues").or_else(|| bid.get("issueValues"));
    let Some(values) = values.and_then(Node::map) else {
        ask.push(
            Fault::new(Code::MissingKey, bid.span, "`issuevalues` is missing here")
                .label("incomplete")
                .help("add `\"issuevalues\"` with an option for each issue, or write `null` for no bid"),
        );
        return None;
    };
    let mut options: Vec<Option<usize>> = vec![None; topics.len()];
    for (key, value) in values {
        let Some(k) = topics.iter().position(|topic| key.text() == Some(&topic.name)) else {
            crate::sound::unknown_issue(ask, topics, key);
            return None;
        };
        let Some(option) = topics[k].answers.position(&value.key_name()) else {
            crate::sound::unknown_option(ask, &topics[k], value);
            return None;
        };
        options[k] = Some(option);
    }
    let whole: Option<Vec<usize>> = options.iter().copied().collect();
    Some(if let Some(options) = whole {
        NoDeal::Package(options)
    } else {
        let named = options.iter().enumerate().filter_map(|(k, option)| Some((k, (*option)?)));
        let worth =
            named.map(|(k, option)| wishes[k].weight * wishes[k].worth.of(&topics[k].answers, option));
        NoDeal::Value(worth.sum(), bid.span)
    })
}
