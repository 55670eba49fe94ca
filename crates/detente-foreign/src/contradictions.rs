//! Genius: what a profile says twice and not the same, or of issues that are not there.
//!
//! Tools write some elements more than once; that is harmless as long as they say the same. Where they do not, whichever
//! was taken would lose the other.

use std::collections::{BTreeMap, BTreeSet};

use detente_case::Code;
use detente_case::report::{Fault, listed, nearest, quoted};
use roxmltree::Node;

use crate::genius::Reader;
use crate::scenario::Topic;
use crate::xml::{attribute, children};

/// The index of an issue, an objective or a weight.
pub(crate) fn index(node: Node<'_, '_>) -> Option<i64> {
    attribute(node, "index").and_then(|text| text.trim().parse().ok())
}

/// Reports what a profile contradicts itself in, and weights and issues that the domain does not have.
pub(crate) fn check(reader: &mut Reader<'_>, root: Node<'_, '_>, topics: &[Topic]) {
    let of = |name: &str| -> Vec<Node<'_, '_>> {
        root.descendants().filter(|node| node.has_tag_name(name)).collect()
    };
    for name in ["reservation", "discount_factor"] {
        reader.once(&of(name), &format!("`<{name}>`"));
    }
    let issues = of("issue");
    reader.issues(&issues, topics);
    for issue in &issues {
        let name = attribute(*issue, "name").unwrap_or_default();
        for part in ["evaluator", "range"] {
            let parts: Vec<Node<'_, '_>> = children(*issue, part).collect();
            reader.once(&parts, &format!("`<{part}>` of {}", quoted(&name)));
        }
    }
    let known: BTreeSet<i64> = issues
        .iter()
        .filter_map(|node| index(*node))
        .chain(topics.iter().filter_map(|topic| topic.index))
        .collect();
    let objectives: BTreeSet<i64> = of("objective").into_iter().filter_map(index).collect();
    let weights = of("weight");
    // An issue without a weight is the fault then, and is said where its values are read.
    let weighted: BTreeSet<Option<i64>> = weights.iter().map(|weight| index(*weight)).collect();
    let sure = issues.iter().all(|issue| weighted.contains(&index(*issue)));
    reader.weights(&weights, &known, &objectives, sure);
}

impl Reader<'_> {
    /// Reports the first of some elements that says anything else than the first.
    fn once(&mut self, nodes: &[Node<'_, '_>], what: &str) {
        let Some((first, others)) = nodes.split_first() else { return };
        if let Some(other) = others.iter().find(|node| !same(node, first)) {
            self.twice(*first, *other, &format!("{what} is written twice, and not the same"));
        }
    }

    fn twice(&mut self, first: Node<'_, '_>, again: Node<'_, '_>, message: &str) {
        let (first, again) = (self.xml.span(first), self.xml.span(again));
        self.push(
            Fault::new(Code::DuplicateKey, again, message)
                .label("again here")
                .related(first, "first here")
                .help("keep the one that is meant"),
        );
    }

    fn issues(&mut self, issues: &[Node<'_, '_>], topics: &[Topic]) {
        let mut by_name: BTreeMap<String, Node<'_, '_>> = BTreeMap::new();
        let mut by_index: BTreeMap<i64, Node<'_, '_>> = BTreeMap::new();
        for issue in issues {
            let Some(name) = attribute(*issue, "name") else { continue };
            if let Some(first) = by_name.get(&name) {
                if !same(first, issue) {
                    self.twice(
                        *first,
                        *issue,
                        &format!("the issue {} is written twice, and not the same", quoted(&name)),
                    );
                }
                continue;
            }
            by_name.insert(name.clone(), *issue);
            let number = index(*issue);
            if let Some(number) = number {
                if let Some(first) = by_index.get(&number) {
                    let other = attribute(*first, "name").unwrap_or_default();
                    let message =
                        format!("{} and {} both have the index {number}", quoted(&other), quoted(&name));
                    self.twice(*first, *issue, &message);
                    continue;
                }
                by_index.insert(number, *issue);
            }
            let known = |topic: &Topic| topic.name == name || (number.is_some() && topic.index == number);
            if !topics.iter().any(known) {
                let message = format!("{} is not an issue of the domain", quoted(&name));
                let near = nearest(&name, topics.iter().map(|topic| topic.name.as_str()));
                let help = near.map_or_else(
                    || String::from("does the profile belong to this domain? if so, take the issue out"),
                    |near| format!("did you mean {}?", quoted(near)),
                );
                let span = self.xml.span(*issue);
                self.push(Fault::new(Code::UnknownIssue, span, message).label("no such issue").help(help));
            }
        }
    }

    /// Weights of issues, or of the objectives over them, each once.
    fn weights(
        &mut self,
        weights: &[Node<'_, '_>],
        known: &BTreeSet<i64>,
        objectives: &BTreeSet<i64>,
        sure: bool,
    ) {
        let mut seen: BTreeMap<i64, Node<'_, '_>> = BTreeMap::new();
        for weight in weights {
            let Some((text, span)) = self.needed(*weight, "index") else { continue };
            let found = index(*weight);
            let Some(number) = found.filter(|number| known.contains(number) || objectives.contains(number))
            else {
                if !sure {
                    continue;
                }
                let names: Vec<String> = known.iter().map(i64::to_string).collect();
                let message =
                    format!("a weight is given to {}, which is the index of no issue", quoted(&text));
                self.push(Fault::new(Code::UnknownIssue, span, message).label("no such issue").help(
                    format!("the indices of the issues are {}", listed(names.iter().map(String::as_str))),
                ));
                continue;
            };
            match seen.get(&number) {
                Some(first) if !same(first, weight) => self.twice(
                    *first,
                    *weight,
                    &format!(
                        "the weight of the issue with the index {number} is written twice, and not the same"
                    ),
                ),
                Some(_) => {}
                None => {
                    seen.insert(number, *weight);
                }
            }
        }
    }
}

/// Whether two elements say the same: attributes, numbers by their value, and elements within, in order.
fn same(a: &Node<'_, '_>, b: &Node<'_, '_>) -> bool {
    let value = |text: &str| text.trim().parse::<f64>().ok().filter(|x| x.is_finite());
    let equal = |a: &str, b: &str| a.trim() == b.trim() || value(a).is_some_and(|x| value(b) == Some(x));
    a.tag_name() == b.tag_name()
        && a.attributes().len() == b.attributes().len()
        && a.attributes().all(|at| b.attribute(at.name()).is_some_and(|other| equal(at.value(), other)))
        && a.children().filter(Node::is_element).count() == b.children().filter(Node::is_element).count()
        && a.children()
            .filter(Node::is_element)
            .zip(b.children().filter(Node::is_element))
            .all(|(a, b)| same(&a, &b))
}
