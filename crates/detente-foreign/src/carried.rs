//! Domains that profiles carry with them, and whether they are the one on the table.

use std::collections::BTreeSet;

use detente_case::Code;
use detente_case::report::{Fault, Span, quoted};

use crate::data::Node;
use crate::recognise::{Content, Kind};
use crate::scenario::Topic;
use crate::{File, geniusweb, negmas};

/// The domain that a profile carries.
fn carried(content: &Content) -> Option<&Node> {
    match content {
        Content::Data(root, Kind::WebProfile) => geniusweb::domain_of(root),
        Content::Data(root, Kind::Function) => {
            let space = root
                .get("outcome_space")
                .or_else(|| root.get("ufun").and_then(|ufun| ufun.get("outcome_space")));
            // Functions of older editions carry the issues themselves.
            space.filter(|space| negmas::is_domain(space)).or_else(|| root.get("issues").map(|_| root))
        }
        _ => None,
    }
}

/// The issues of the domain that a profile carries; `None` if it carries none.
pub(crate) fn topics(file: &mut File, content: &Content) -> Option<Vec<Topic>> {
    let domain = carried(content)?;
    Some(match content {
        Content::Data(_, Kind::WebProfile) => geniusweb::domain(file, domain),
        _ => negmas::domain(file, domain),
    })
}

/// Reports where the domain that a profile carries is not the one on the table.
pub(crate) fn check(file: &mut File, content: &Content, table: &[Topic]) {
    let Some(domain) = carried(content) else { return };
    let Some(topics) = topics(file, content) else { return };
    if file.faults.any_error() {
        return;
    }
    if let Some((span, message)) = difference(&topics, table, domain.span) {
        file.faults.push(
            Fault::new(Code::OtherDomain, span, message)
                .label("not the domain on the table")
                .help("name the domain that the profile was written for, or mend the one that it carries"),
        );
    }
}

/// The first thing in which two domains differ, in the order of the one that is carried.
fn difference(carried: &[Topic], table: &[Topic], whole: Span) -> Option<(Span, String)> {
    for topic in carried {
        let name = quoted(&topic.name);
        let Some(other) = table.iter().find(|other| other.name == topic.name) else {
            return Some((
                topic.span,
                format!("the profile carries a domain with the issue {name}, which is not on the table"),
            ));
        };
        let (ours, theirs) = (options(topic), options(other));
        if let Some(option) = ours.difference(&theirs).next() {
            let message = format!(
                "in the domain that the profile carries, {name} has the option {}, which is not on the table",
                quoted(option)
            );
            return Some((topic.span, message));
        }
        if let Some(option) = theirs.difference(&ours).next() {
            let message = format!(
                "in the domain that the profile carries, {name} lacks the option {}, which is on the table",
                quoted(option)
            );
            return Some((topic.span, message));
        }
        if topic.answers.count().is_none() != other.answers.count().is_none()
            || (topic.answers.count().is_none() && topic.answers.ends() != other.answers.ends())
        {
            let message = format!("in the domain that the profile carries, {name} has another range");
            return Some((topic.span, message));
        }
    }
    let missing = table.iter().find(|topic| carried.iter().all(|other| other.name != topic.name))?;
    let message = format!("the domain that the profile carries lacks the issue {}", quoted(&missing.name));
    Some((whole, message))
}

/// What an issue can be settled as, as people read it.
fn options(topic: &Topic) -> BTreeSet<String> {
    let count = topic.answers.count().unwrap_or(0).min(crate::MOST_OPTIONS + 1);
    (0..count).filter_map(|option| topic.answers.choice(option)).map(|choice| choice.to_string()).collect()
}
