//! NegMAS: an outcome space and utility functions in YAML or JSON, as `Scenario.dumpas` writes them (Mohammad,
//! Nakadai & Greenwald 2021).
//!
//! A `LinearAdditiveUtilityFunction` is `u(x) = Σ_k w_k · f_k(x_k)` with the functions of [`crate::negmas_fun`] and weights
//! of any sum; `LinearUtilityFunction` and `AffineUtilityFunction` have `f_k(x)` = x and a `bias`. The scale is free. A
//! `reserved_value` that is not there, null, NaN or infinite downwards says that every outcome is better than none,
//! one that is infinite upwards that none is. A discount stands around a function as a wrapper; its own reservation counts, and the discount itself is left out.

use detente_case::Code;
use detente_case::report::{Fault, Text, quoted};
use detente_model::Choice;

use crate::File;
use crate::data::{Asking, Node, Value};
use crate::negmas_fun;
use crate::scenario::{Answers, Lines, NoDeal, Profile, Scale, Topic, Wish, Worth};

/// Outcome spaces of all combinations of their issues.
const SPACES: [&str; 4] =
    ["CartesianOutcomeSpace", "DiscreteCartesianOutcomeSpace", "SingletonOutcomeSpace", "OutcomeSpace"];

/// Issues whose options are listed.
const LISTED: [&str; 8] = [
    "CategoricalIssue",
    "DiscreteIssue",
    "OrdinalIssue",
    "DiscreteOrdinalIssue",
    "CardinalIssue",
    "DiscreteCardinalIssue",
    "SingletonIssue",
    "Issue",
];

/// The name of a class, without its module.
pub(crate) fn class(node: &Node) -> Option<&str> {
    let stated = node.get("type").or_else(|| node.get("__python_class__"))?;
    stated.text().map(|name| name.rsplit('.').next().unwrap_or(name))
}

/// Whether a file is an outcome space.
pub(crate) fn is_domain(root: &Node) -> bool {
    if let Some(class) = class(root) {
        return class.ends_with("OutcomeSpace");
    }
    root.get("issues").is_some_and(|issues| issues.list().is_some()) && root.get("weights").is_none()
}

/// Whether a file is a utility function.
pub(crate) fn is_profile(root: &Node) -> bool {
    class(root).is_some_and(|class| class.ends_with("UtilityFunction") || class.ends_with("UFun"))
}

/// The issues of an outcome space.
pub(crate) fn domain(file: &mut File, root: &Node) -> Vec<Topic> {
    let File { text, faults, .. } = file;
    let mut ask = Asking { faults };
    if let Some(other) =
        class(root).filter(|class| class.ends_with("OutcomeSpace") && !SPACES.contains(class))
    {
        let message = format!("an outcome space of the kind {} cannot be read", quoted(other));
        ask.push(
            Fault::new(Code::Unsupported, root.span, message)
                .label("not all combinations of the issues")
                .help("`CartesianOutcomeSpace`, `DiscreteCartesianOutcomeSpace` and `SingletonOutcomeSpace` can"),
        );
        return Vec::new();
    }
    let issues = ask.needed_list(root, "issues").unwrap_or_default();
    let mut topics = Vec::new();
    for (k, issue) in issues.iter().enumerate() {
        let name = match issue.get("name").and_then(Node::text) {
            Some(name) => name.to_owned(),
            None => format!("issue {}", k + 1),
        };
        let lines = Lines::of(text, issue.span);
        let answers = answers(&mut ask, issue, &name);
        topics.extend(answers.map(|answers| Topic { name, index: None, answers, span: issue.span, lines }));
    }
    topics
}

fn answers(ask: &mut Asking<'_>, issue: &Node, name: &str) -> Option<Answers> {
    let kind = class(issue).unwrap_or("CategoricalIssue");
    if kind == "OptionalIssue" {
        let message = format!("the issue {} may be left open, which no issue of a case can be", quoted(name));
        ask.push(
            Fault::new(Code::Unsupported, issue.span, message)
                .label("optional")
                .help("write it as a `CategoricalIssue`, with an option for leaving it open"),
        );
        return None;
    }
    let values = ask.needed(issue, "values")?;
    if let Some(count) = values.whole().filter(|count| *count > 0) {
        return Some(Answers::Whole(0, count as i64 - 1));
    }
    let list = ask.needed_list(issue, "values")?;
    match kind {
        "ContiguousIssue" | "ContinuousIssue" => {
            let [low, high] = list else {
                ask.wrong(values, "values", "the two ends of a range");
                return None;
            };
            let (low, high) = (ask.finite(low, "values")?, ask.finite(high, "values")?);
            if kind == "ContinuousIssue" {
                return Some(Answers::Between(low, high));
            }
            if low.fract() != 0.0 || high.fract() != 0.0 || low.abs().max(high.abs()) > 9e15 {
                ask.wrong(values, "values", "a range of whole numbers");
                return None;
            }
            let step = ask.number_or(issue, "step", 1.0)?;
            if step == 1.0 || high <= low {
                return Some(Answers::Whole(low as i64, high as i64));
            }
            let count = ((high - low) / step).floor();
            if !(step > 0.0 && count < crate::MOST_OPTIONS as f64) {
                ask.push(crate::sound::too_many_options(values.span));
                return None;
            }
            Some(Answers::Listed(
                (0..=count as usize).map(|i| Choice::Number(low + i as f64 * step)).collect(),
            ))
        }
        kind if kind.contains("Infinite") || kind.contains("Callable") => {
            let message = format!("the issue {} has no options that could be listed", quoted(name));
            ask.push(
                Fault::new(Code::Unsupported, issue.span, message)
                    .label("without an end")
                    .help("`Scenario.discretize` makes a list of it"),
            );
            None
        }
        other if !LISTED.contains(&other) => {
            let message = format!("an issue of the kind {} cannot be read", quoted(other));
            ask.push(
                Fault::new(Code::Unsupported, issue.span, message)
                    .label("not known")
                    .help("`CategoricalIssue`, `ContiguousIssue`, `ContinuousIssue`, `DiscreteOrdinalIssue` and `DiscreteCardinalIssue` can"),
            );
            None
        }
        _ => {
            let mut choices = Vec::with_capacity(list.len());
            let in_numbers = list.iter().all(|node| node.number().is_some());
            for node in list {
                match (&node.value, in_numbers) {
                    (_, true) => choices.push(Choice::Number(ask.finite(node, "values")?)),
                    _ if node.text().is_some() || node.number().is_some() || node.truth().is_some() => {
                        choices.push(Choice::Text(node.key_name()));
                    }
                    _ => {
                        ask.wrong(node, "values", "a list of texts or numbers");
                        return None;
                    }
                }
            }
            Some(Answers::Listed(choices))
        }
    }
}

/// A utility function on the issues of a domain; `None` with faults.
pub(crate) fn profile(file: &mut File, root: &Node, topics: &[Topic], position: usize) -> Option<Profile> {
    let stem = file.stem();
    let File { text, faults, .. } = file;
    let mut ask = Asking { faults };
    let mut notes = Vec::new();
    let mut function = root;
    // A wrapper within a wrapper is bounded by the depth of the file.
    while matches!(class(function), Some("ExpDiscountedUFun" | "LinDiscountedUFun")) {
        let stated = function.get("discount").or_else(|| function.get("cost")).unwrap_or(function);
        let line = Lines::of(text, stated.span).0;
        notes.push(format!("The file discounts this over time (line {line}); the case does not."));
        ask.push(
            Fault::new(
                Code::LeftOut,
                stated.span,
                "the discount over time is left out: a deal space knows no time",
            )
            .label("figures are those of the start")
            .help("the case keeps a note of it"),
        );
        function = ask.needed(function, "ufun")?;
    }
    let no_deal = reserved(&mut ask, root, function)?;
    let wishes = match class(function) {
        Some("LinearAdditiveUtilityFunction" | "LinearUtilityAggregationFunction") => {
            additive(&mut ask, text, function, topics)?
        }
        Some("LinearUtilityFunction" | "AffineUtilityFunction") => affine(&mut ask, text, function, topics)?,
        other => {
            let message =
                format!("a utility function of the kind {} cannot be read", quoted(other.unwrap_or("?")));
            ask.push(
                Fault::new(Code::Unsupported, function.span, message)
                    .label("not a weighted sum")
                    .help("`LinearAdditiveUtilityFunction`, `LinearUtilityFunction` and `AffineUtilityFunction` can, and discounts around them"),
            );
            return None;
        }
    };
    let name = crate::sound::name(&mut ask, root, &stem)?.trim_end_matches(".xml").to_owned();
    Some(Profile { name, file: position, wishes, rectangles: Vec::new(), no_deal, scale: Scale::Free, notes })
}

/// What no agreement is worth: the outermost reservation that says something; `None` with a fault.
fn reserved(ask: &mut Asking<'_>, root: &Node, function: &Node) -> Option<NoDeal> {
    let mut found = NoDeal::Unsaid;
    for node in [root, function].into_iter().filter_map(|node| node.get("reserved_value")) {
        match &node.value {
            Value::Number(x) if x.is_nan() || *x == f64::NEG_INFINITY => {}
            // Any number will do: far above or below all outcomes it says no more than that.
            Value::Number(x) if found == NoDeal::Unsaid => found = NoDeal::Value(*x, node.span),
            Value::Null | Value::Number(_) => {}
            other => {
                let message = format!("`reserved_value` must be a number, found {}", node.what());
                let help = match other {
                    Value::Text(text) => meant(text),
                    _ => None,
                };
                let help = help.unwrap_or_else(|| {
                    String::from("write what no agreement is worth, for example `0.4`; or `null` if every package is better than none")
                });
                ask.push(Fault::new(Code::WrongType, node.span, message).label("not a number").help(help));
                return None;
            }
        }
    }
    Some(found)
}

/// What to write for a text that is nearly a number.
fn meant(text: &str) -> Option<String> {
    let plain = text.trim();
    let is_number = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok_and(f64::is_finite)
    };
    if is_number(plain) {
        return Some(format!("drop the quotes: {}", quoted(plain)));
    }
    let point = plain.replace(',', ".");
    if is_number(&point) {
        return Some(format!("write a decimal point: {}", quoted(&point)));
    }
    let joined = plain.replace('_', "");
    is_number(&joined).then(|| format!("write the digits together: {}", quoted(&joined)))
}

/// What a list has in the place of an issue, or a table under its name.
fn of_issue<'n>(
    ask: &mut Asking<'_>,
    function: &'n Node,
    key: &str,
    topics: &[Topic],
    k: usize,
) -> Option<&'n Node> {
    let stated = ask.needed(function, key)?;
    let found = match (stated.list(), stated.map()) {
        (Some(list), _) if list.len() == topics.len() => list.get(k),
        (_, Some(_)) => stated.get(&topics[k].name),
        _ => None,
    };
    if found.is_none() {
        let message = format!("{} must have one for each of the {} issues", quoted(key), topics.len());
        ask.push(
            Fault::new(Code::MissingValue, stated.span, message)
                .label("not one an issue")
                .help("does the function belong to this domain?"),
        );
    }
    found
}

fn additive(ask: &mut Asking<'_>, text: &Text, function: &Node, topics: &[Topic]) -> Option<Vec<Wish>> {
    for entries in ["values", "weights"].into_iter().filter_map(|key| function.get(key)?.map()) {
        crate::sound::only_issues(ask, topics, entries);
    }
    if ask.faults.any_error() {
        return None;
    }
    let bias = ask.number_or(function, "bias", 0.0)?;
    let unweighted = function.get("weights").is_none_or(Node::is_null);
    let mut wishes = Vec::with_capacity(topics.len());
    for (k, topic) in topics.iter().enumerate() {
        let stated = of_issue(ask, function, "values", topics, k)?;
        let weight = if unweighted {
            1.0
        } else {
            let node = of_issue(ask, function, "weights", topics, k)?;
            ask.finite(node, "weights")?
        };
        let worth = negmas_fun::worth(ask, stated, topic)?;
        wishes.push(Wish { weight, worth, lines: Lines::of(text, stated.span) });
    }
    add(bias, &mut wishes);
    Some(wishes)
}

fn affine(ask: &mut Asking<'_>, text: &Text, function: &Node, topics: &[Topic]) -> Option<Vec<Wish>> {
    for entries in ["values", "weights"].into_iter().filter_map(|key| function.get(key)?.map()) {
        crate::sound::only_issues(ask, topics, entries);
    }
    if ask.faults.any_error() {
        return None;
    }
    let bias = ask.number_or(function, "bias", 0.0)?;
    let mut wishes = Vec::with_capacity(topics.len());
    for (k, topic) in topics.iter().enumerate() {
        let stated = of_issue(ask, function, "weights", topics, k)?;
        let weight = ask.finite(stated, "weights")?;
        let worth = negmas_fun::line(ask, stated, topic, 1.0, 0.0)?;
        wishes.push(Wish { weight, worth, lines: Lines::of(text, stated.span) });
    }
    add(bias, &mut wishes);
    Some(wishes)
}

/// Adds a constant to a sum: to its first part, whose weight goes into its worth.
fn add(bias: f64, wishes: &mut [Wish]) {
    let Some(first) = wishes.first_mut().filter(|_| bias != 0.0) else { return };
    let weight = std::mem::replace(&mut first.weight, 1.0);
    let with = |e: f64| weight * e + bias;
    match &mut first.worth {
        Worth::Table(values) => values.iter_mut().for_each(|e| *e = with(*e)),
        Worth::Points(points) => points.iter_mut().for_each(|(_, e)| *e = with(*e)),
    }
}
