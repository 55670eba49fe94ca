//! Going through a file, part by part.

use roxmltree::Node as Element;

use super::{Judge, Known, Within};
use crate::data::{Node, Value};
use crate::negmas::class;
use crate::xml::Prepared;

/// An element, its attributes and the elements in it. Their depth is bounded where they are parsed.
pub(super) fn elements(judge: &mut Judge, rows: &'static [Known], element: Element<'_, '_>, xml: &Prepared) {
    let place = element.tag_name().name();
    for attribute in element.attributes() {
        let name = format!("@{}", attribute.name());
        let says_nothing = attribute.value().trim().is_empty();
        judge.row(rows, (place, &name), xml.span_of(attribute), says_nothing);
    }
    for child in element.children().filter(Element::is_element) {
        let name = child.tag_name().name();
        if judge.row(rows, (place, name), xml.span(child), false).is_some() {
            elements(judge, rows, child, xml);
        }
    }
}

/// A table of data, or each table in a list.
pub(super) fn data(judge: &mut Judge, rows: &'static [Known], place: &str, node: &Node) {
    match &node.value {
        Value::List(list) => list.iter().for_each(|member| data(judge, rows, place, member)),
        Value::Map(entries) => {
            let mut seen: Vec<(&Known, &Node)> = Vec::new();
            for (key, value) in entries {
                let Some(row) = judge.row(rows, (place, &key.key_name()), key.span, says_nothing(value))
                else {
                    continue;
                };
                if row.one {
                    match seen.iter().find(|(other, _)| std::ptr::eq(*other, row)) {
                        Some((_, first)) => judge.faults.push(super::again(first, key)),
                        None => seen.push((row, key)),
                    }
                }
                match row.within {
                    Within::Nothing => {}
                    Within::Place(place) => data(judge, rows, place, value),
                    Within::Each(place) => members(value, |member| data(judge, rows, place, member)),
                    Within::OfClass => of_class(judge, rows, value),
                    Within::EachOfClass => members(value, |member| of_class(judge, rows, member)),
                }
            }
        }
        _ => {}
    }
}

/// A table whose class says what may stand in it; those of no known class are for the reader to refuse.
pub(super) fn of_class(judge: &mut Judge, rows: &'static [Known], node: &Node) {
    let Some(class) = class(node) else { return };
    if rows.iter().any(|row| row.places.contains(&class)) {
        data(judge, rows, class, node);
    }
}

/// The members of a list, or the values of a table.
fn members(node: &Node, mut each: impl FnMut(&Node)) {
    match &node.value {
        Value::List(list) => list.iter().for_each(each),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| each(value)),
        _ => {}
    }
}

/// Whether a value says no more than if its key were left out.
fn says_nothing(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::List(list) => list.is_empty(),
        Value::Map(entries) => entries.is_empty(),
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}
