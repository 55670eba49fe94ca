//! Genius: profiles of hyper-rectangles, worth that a box of outcomes has (Ito, Klein & Hattori 2008).
//!
//! The utility of an outcome is the sum of the utilities of the rectangles that contain it, divided by `maxutility` if
//! that is above 0. Bounds belong to the box. A bound is read where it says which options lie in the box: on whole numbers, on options
//! that are numbers in ascending order, and on a real issue where the box holds all of it or nothing. A part of a real issue, words, which
//! have no order that a bound could mean, other aggregations than sums, and `EXCLUDES` are refused.

use detente_case::Code;
use detente_case::report::{Fault, quoted};
use detente_model::Choice;
use roxmltree::Node;

use crate::data::LARGEST_NUMBER;
use crate::genius::Reader;
use crate::scenario::{Answers, Rectangle, Scale, Topic};
use crate::xml::{attribute, children};

/// The rectangles of a profile, and its scale; `None` if it is not of that kind.
pub(crate) fn read(
    reader: &mut Reader<'_>,
    root: Node<'_, '_>,
    topics: &[Topic],
) -> Option<(Vec<Rectangle>, Scale)> {
    let first = root.descendants().find(|node| node.has_tag_name("hyperRectangle"))?;
    let holder = first.ancestors().find(|node| node.attribute("maxutility").is_some());
    let most = holder.and_then(|node| max_utility(reader, node)).unwrap_or(0.0);
    let (divisor, scale) = if most > 0.0 { (most, Scale::Unit) } else { (1.0, Scale::Free) };
    let mut rectangles = Vec::new();
    let boxes: Vec<Node<'_, '_>> =
        root.descendants().filter(|node| node.has_tag_name("hyperRectangle")).collect();
    for node in boxes {
        if let Some(mut rectangle) = rectangle(reader, node, topics) {
            rectangle.worth /= divisor;
            rectangles.push(rectangle);
        }
    }
    Some((rectangles, scale))
}

/// By what utilities are divided; `None` if by nothing, or with a fault.
fn max_utility(reader: &mut Reader<'_>, node: Node<'_, '_>) -> Option<f64> {
    let (most, span) = reader.number(node, "maxutility")?;
    if most < 0.0 {
        let message = format!("`maxutility` is {most}: utilities are not divided by it");
        reader.push(
            Fault::new(Code::LeftOut, span, message)
                .label("below 0")
                .help("write the largest utility that there is, or 0 to divide by nothing"),
        );
    }
    if most > 0.0 && most < 1.0 / LARGEST_NUMBER {
        let message = "`maxutility` is too small to divide by";
        reader.push(
            Fault::new(Code::OutOfRange, span, message)
                .label("all but 0")
                .help("write the largest utility that there is, 10⁻¹⁵ at least"),
        );
        return None;
    }
    Some(most)
}

/// One rectangle; `None` if nothing lies in it, or with a fault.
fn rectangle(reader: &mut Reader<'_>, node: Node<'_, '_>, topics: &[Topic]) -> Option<Rectangle> {
    let mut factor = 1.0;
    for holder in node.ancestors().filter(|holder| holder.has_tag_name("ufun") || *holder == node) {
        if holder.attribute("weight").is_some() {
            factor *= reader.number(holder, "weight")?.0;
        }
        if let Some(other) = attribute(holder, "aggregation").filter(|how| !how.eq_ignore_ascii_case("sum")) {
            let message = format!(
                "rectangles whose utilities are put together by {} cannot be held by a case",
                quoted(&other)
            );
            let span = reader.xml.span(holder);
            reader.push(
                Fault::new(Code::Unsupported, span, message)
                    .label("not a sum")
                    .help("only `aggregation=\"sum\"` is read"),
            );
            return None;
        }
    }
    if let Some(excluded) = children(node, "EXCLUDES").next() {
        let span = reader.xml.span(excluded);
        reader.push(
            Fault::new(Code::Unsupported, span, "rectangles that exclude cannot be held by a case")
                .label("not read")
                .help("only `<INCLUDES …/>` is"),
        );
        return None;
    }
    let (worth, _) = reader.number(node, "utility")?;
    let mut sides: Vec<(usize, usize, usize)> = Vec::new();
    let bounds: Vec<Node<'_, '_>> = children(node, "INCLUDES").collect();
    for bound in bounds {
        let (index, span) = reader.any_number(bound, "index")?;
        let Some(topic) = topics.iter().position(|topic| topic.index.map(|i| i as f64) == Some(index)) else {
            let message = format!("the domain has no issue with the index {index}");
            reader.push(
                Fault::new(Code::UnknownIssue, span, message)
                    .label("no such issue")
                    .help("does the profile belong to this domain?"),
            );
            return None;
        };
        let (low, high) = (reader.any_number(bound, "min")?.0, reader.any_number(bound, "max")?.0);
        let (low, high) = match within(&topics[topic].answers, low, high) {
            Side::Some(first, last) => (first, last),
            Side::All => continue,
            Side::Nothing => return None,
            Side::Unclear(why) => {
                let message = format!("a rectangle bounds {}, {why}", quoted(&topics[topic].name));
                let span = reader.xml.span(bound);
                reader.push(
                    Fault::new(Code::Unsupported, span, message)
                        .label("not read")
                        .help("a case holds worth of combinations for options that can be listed"),
                );
                return None;
            }
        };
        // A second bound on the same issue narrows the first.
        match sides.iter_mut().find(|(other, ..)| *other == topic) {
            Some((_, first, last)) => {
                (*first, *last) = ((*first).max(low), (*last).min(high));
                if first > last {
                    return None;
                }
            }
            None => sides.push((topic, low, high)),
        }
    }
    Some(Rectangle { sides, worth: worth * factor, line: reader.lines(node).0 })
}

/// What a bound says about an issue.
enum Side {
    /// From the first of these answers to the second.
    Some(usize, usize),
    /// Every answer lies in the box.
    All,
    /// No answer does.
    Nothing,
    /// It cannot be said, and why.
    Unclear(&'static str),
}

/// Which answers lie from `low` to `high`.
fn within(answers: &Answers, low: f64, high: f64) -> Side {
    match answers {
        Answers::Whole(from, to) => {
            let (low, high) = (low.ceil().max(*from as f64), high.floor().min(*to as f64));
            if low > high {
                return Side::Nothing;
            }
            Side::Some((low as i64 - from) as usize, (high as i64 - from) as usize)
        }
        Answers::Between(from, to) if low <= *from && *to <= high => Side::All,
        Answers::Between(from, to) if high < *from || *to < low || high < low => Side::Nothing,
        Answers::Between(..) => Side::Unclear("of which only a part of a real range lies in it"),
        Answers::Listed(choices) => {
            let number = |choice: &Choice| match choice {
                Choice::Number(x) => Some(*x),
                Choice::Text(text) => text.trim().parse().ok().filter(|x: &f64| x.is_finite()),
            };
            let Some(numbers) = choices.iter().map(number).collect::<Option<Vec<f64>>>() else {
                return Side::Unclear("which is in words");
            };
            if !numbers.is_sorted() {
                return Side::Unclear("whose numbers do not go up");
            }
            let (first, after) =
                (numbers.partition_point(|x| *x < low), numbers.partition_point(|x| *x <= high));
            if first < after { Side::Some(first, after - 1) } else { Side::Nothing }
        }
    }
}
