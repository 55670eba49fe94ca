//! NegMAS: the functions of one issue.
//!
//! `TableFun` (a mapping), `IdentityFun` x, `LinearFun` slope · x, `AffineFun` slope · x + bias, `ConstFun` bias,
//! `TriangularFun` (bias at `start` and `end` and beyond, bias + scale at `middle`), and on issues whose options can be
//! listed `QuadraticFun` a2 · x² + a1 · x + bias. A mapping without a type is a table.

use detente_case::Code;
use detente_case::report::{Fault, quoted};

use crate::data::{Asking, Node};
use crate::negmas::class;
use crate::scenario::{Answers, Topic, Worth, between};

/// What the answers on an issue are worth by a function; `None` with a fault.
pub(crate) fn worth(ask: &mut Asking<'_>, stated: &Node, topic: &Topic) -> Option<Worth> {
    match class(stated) {
        Some("TableFun") => {
            let mapping = ask.needed(stated, "mapping")?;
            table(ask, mapping, topic)
        }
        None if stated.map().is_some() => table(ask, stated, topic),
        Some("IdentityFun") => line(ask, stated, topic, 1.0, 0.0),
        Some("LinearFun" | "AffineFun") => {
            let slope = needed(ask, stated, "slope")?;
            let bias = ask.number_or(stated, "bias", 0.0)?;
            line(ask, stated, topic, slope, bias)
        }
        Some("ConstFun") => {
            let bias = needed(ask, stated, "bias")?;
            Some(match topic.answers.count() {
                Some(count) => Worth::Table(vec![bias; count]),
                None => {
                    Worth::Points(topic.answers.ends().map(|(from, _)| (from, bias)).into_iter().collect())
                }
            })
        }
        Some("TriangularFun") => triangle(ask, stated, topic),
        Some("QuadraticFun") if topic.answers.count().is_some() => {
            let (a2, a1) = (needed(ask, stated, "a2")?, needed(ask, stated, "a1")?);
            let bias = ask.number_or(stated, "bias", 0.0)?;
            listed(ask, stated, topic, |x| a2 * x * x + a1 * x + bias)
        }
        other => {
            let message = format!(
                "a function of the kind {} cannot be read on {}",
                quoted(other.unwrap_or("?")),
                quoted(&topic.name)
            );
            ask.push(
                Fault::new(Code::Unsupported, stated.span, message)
                    .label("not known")
                    .help("tables, lines, constants and triangles can; `Scenario.discretize` and a `TableFun` for each issue serve for the rest"),
            );
            None
        }
    }
}

fn needed(ask: &mut Asking<'_>, stated: &Node, key: &str) -> Option<f64> {
    let node = ask.needed(stated, key)?;
    ask.finite(node, key)
}

fn table(ask: &mut Asking<'_>, mapping: &Node, topic: &Topic) -> Option<Worth> {
    let (Some(entries), Some(count)) = (mapping.map(), topic.answers.count()) else {
        let message = format!("a table cannot say what every number of {} is worth", quoted(&topic.name));
        ask.push(
            Fault::new(Code::Valuation, mapping.span, message).label("not a list of options").help(
                "write a function of numbers, such as an `AffineFun`, or list the options of the issue",
            ),
        );
        return None;
    };
    let mut values = vec![None; count];
    for (key, stated) in entries {
        let Some(option) = topic.answers.position(&key.key_name()) else {
            crate::sound::unknown_option(ask, topic, key);
            return None;
        };
        let worth = ask.finite(stated, "mapping")?;
        crate::sound::once(ask, &mut values, option, worth, key)?;
    }
    if let Some(missing) = values.iter().position(Option::is_none) {
        let name = topic.answers.choice(missing).map(|choice| choice.to_string()).unwrap_or_default();
        let message = format!("the table on {} has no value for {}", quoted(&topic.name), quoted(&name));
        ask.push(
            Fault::new(Code::MissingValue, mapping.span, message)
                .label("incomplete")
                .help("give every option a value"),
        );
        return None;
    }
    Some(Worth::Table(values.into_iter().flatten().collect()))
}

/// A line over an issue in numbers.
pub(crate) fn line(
    ask: &mut Asking<'_>,
    stated: &Node,
    topic: &Topic,
    slope: f64,
    bias: f64,
) -> Option<Worth> {
    match topic.answers.ends() {
        Some((from, to)) => {
            Some(Worth::points(&[(from, slope * from + bias), (to, slope * to + bias)], (from, to)))
        }
        None => listed(ask, stated, topic, |x| slope * x + bias),
    }
}

fn triangle(ask: &mut Asking<'_>, stated: &Node, topic: &Topic) -> Option<Worth> {
    let (start, middle, end) =
        (needed(ask, stated, "start")?, needed(ask, stated, "middle")?, needed(ask, stated, "end")?);
    let (bias, scale) = (ask.number_or(stated, "bias", 0.0)?, ask.number_or(stated, "scale", 1.0)?);
    if start < middle && middle < end {
        let points = [(start, bias), (middle, bias + scale), (end, bias)];
        return match topic.answers.ends() {
            Some(ends) => Some(Worth::points(&points, ends)),
            None => listed(ask, stated, topic, |x| between(&points, x)),
        };
    }
    let message = "a triangle whose `start`, `middle` and `end` do not go up cannot be held by a case";
    ask.push(
        Fault::new(Code::Unsupported, stated.span, message)
            .label("upright or turned over")
            .help("write three numbers that go up"),
    );
    None
}

/// A function of each option of an issue whose options are numbers.
fn listed(ask: &mut Asking<'_>, stated: &Node, topic: &Topic, f: impl Fn(f64) -> f64) -> Option<Worth> {
    let options = (0..topic.answers.count().unwrap_or(0)).filter_map(|option| topic.answers.choice(option));
    let values: Option<Vec<f64>> = options.map(|choice| choice.number().map(&f)).collect();
    if values.is_none() || matches!(topic.answers, Answers::Between(..)) {
        let message = format!("{} is in words, and this is a function of numbers", quoted(&topic.name));
        ask.push(
            Fault::new(Code::NotNumeric, stated.span, message)
                .label("only in numbers")
                .help("write a `TableFun`, with a value for each option"),
        );
        return None;
    }
    values.map(Worth::Table)
}
