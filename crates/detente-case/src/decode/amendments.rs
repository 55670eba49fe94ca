//! What follows for the numbers of the case if a proposition is true or false.

use std::collections::BTreeMap;

use detente_model::{Amendment, NumberId};

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::Bounds;
use crate::nearest::nearest;
use crate::text::{Span, quoted};
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn amendments(&mut self) {
        // The first proposition that amends a number, and where.
        let mut amended: BTreeMap<NumberId, (usize, Span)> = BTreeMap::new();
        for (i, entry) in self.root.entries_of("propositions").enumerate() {
            let Some(table) = entry.node.table() else { continue };
            let mut here: BTreeMap<NumberId, Span> = BTreeMap::new();
            for key in ["when_true", "when_false"] {
                let amendments = self.amendments_of(table, key);
                here.extend(amendments.iter().map(|(amendment, span)| (amendment.number, *span)));
                let amendments = amendments.into_iter().map(|(amendment, _)| amendment).collect();
                let Some(proposition) = self.case.propositions.get_mut(i) else { continue };
                if key == "when_true" {
                    proposition.when_true = amendments;
                } else {
                    proposition.when_false = amendments;
                }
            }
            for (number, span) in here {
                let Some((other, first)) = amended.get(&number).copied() else {
                    amended.insert(number, (i, span));
                    continue;
                };
                let path = quoted(&self.case.numbers[number].path);
                let other = quoted(&self.case.propositions[other].id);
                let message = format!("{path} is amended by {other} and by {}", quoted(entry.key));
                self.faults.push(
                    Fault::new(Code::AmendedByTwo, span, message)
                        .label("the later one wins where both apply")
                        .related(first, "first here"),
                );
            }
        }
    }

    pub(super) fn amendments_of(&mut self, proposition: Table<'t>, key: &str) -> Vec<(Amendment, Span)> {
        let mut amendments: Vec<(Amendment, Span)> = Vec::new();
        let mut seen: BTreeMap<NumberId, Span> = BTreeMap::new();
        let entries: Vec<Entry<'t>> = proposition.entries_of(key).collect();
        for entry in entries {
            let Some(number) = self.amended_number(entry) else { continue };
            if let Some(first) = seen.insert(number, entry.key_span) {
                let path = quoted(&self.case.numbers[number].path);
                self.faults.push(
                    Fault::new(
                        Code::AmendedTwice,
                        entry.key_span,
                        format!("{path} is amended twice by the same answer"),
                    )
                    .label("again here")
                    .related(first, "first here"),
                );
            }
            let Some(value) = uncertain(entry.node) else {
                self.incomplete = true;
                continue;
            };
            let stated = &self.case.numbers[number];
            let bounds = Bounds { least: stated.least, most: stated.most };
            if !(bounds.holds(value.low()) && bounds.holds(value.high())) {
                let wanted = bounds.words().unwrap_or_default();
                let message = format!("{} must be {wanted}, found {value}", quoted(&stated.path));
                let mut fault = Fault::new(Code::OutOfRange, entry.node.span, message)
                    .label(if value.low() < bounds.least { "too small" } else { "too large" });
                if let Some(place) = stated.place {
                    fault = fault.related(
                        Span::new(place.offset, place.offset + place.len),
                        "the number is stated here",
                    );
                }
                self.faults.push(fault);
                continue;
            }
            let place = Some(self.place(entry.key_span));
            amendments.push((Amendment { number, value, place }, entry.key_span));
        }
        amendments
    }

    /// The number that a path leads to; a fault if it leads nowhere, or to something else.
    fn amended_number(&mut self, entry: Entry<'t>) -> Option<NumberId> {
        // `positions.hamas.no_deal` without quotes is, to TOML, a table in a table.
        if entry.node.table().is_some() {
            return None;
        }
        let plain = unquoted(entry.key);
        let found = self.paths.get(entry.key).or_else(|| self.paths.get(&plain));
        if let Some((number, span)) = found.copied() {
            let settled = match plain.split('.').next() {
                Some("propositions") => Some((
                    "the probability of a proposition",
                    "a prior",
                    "what one proposition says about another goes into both priors",
                )),
                // Beliefs are worked out from these before any proposition is settled: an amendment would do nothing.
                Some("claims" | "evidence") => Some((
                    "a part of the evidence",
                    "evidence",
                    "what a proposition says about a claim goes into the claim's own numbers",
                )),
                Some("forecasts") => {
                    Some(("a number of a forecast", "a forecast", "a forecast stays as it was made"))
                }
                _ => None,
            };
            if let Some((what, label, help)) = settled {
                let message = format!("{} is {what}, which no proposition can amend", quoted(&plain));
                self.faults.push(
                    Fault::new(Code::NotAmendable, entry.key_span, message)
                        .label(label)
                        .related(span, "stated here")
                        .help(help),
                );
                return None;
            }
            return Some(number);
        }
        self.incomplete = true;
        if !self.faults.worth_a_hint() {
            self.faults.push(Fault::new(Code::AmendsNothing, entry.key_span, "this path leads to no number"));
            return None;
        }
        let fault = match self.standing_at(&plain) {
            Some((what, span)) => Fault::new(
                Code::NotAmendable,
                entry.key_span,
                format!("{} is {what}, which cannot be amended", quoted(&plain)),
            )
            .label("not a number that can be amended")
            .related(span, format!("{what} stands here")),
            None => {
                Fault::new(Code::AmendsNothing, entry.key_span, format!("{} leads nowhere", quoted(&plain)))
                    .label("no number has this path")
            }
        };
        // A path is long: what matters is the part in which it goes astray.
        let fault = match self.nearest_path(&plain) {
            Some((near, span)) => {
                fault.related(span, format!("{} is stated here", quoted(&near))).did_you_mean(&near)
            }
            None if fault.code == Code::NotAmendable => {
                fault.help("a proposition amends numbers that the case states as its judgements")
            }
            None => fault.help("a path is the tables and keys that lead to the number, joined by dots: `positions.party.no_deal`"),
        };
        self.faults.push(fault);
        None
    }

    fn nearest_path(&self, path: &str) -> Option<(String, Span)> {
        let sections: Vec<&str> = path.split('.').collect();
        // Paths with the same beginning come first: among equals, they are nearer.
        let mut candidates: Vec<&str> = Vec::new();
        for shared in (0..sections.len()).rev() {
            let prefix = sections[..shared].join(".");
            let from = prefix.as_str();
            let matching = self.paths.range(from.to_owned()..).map(|(path, _)| path.as_str());
            candidates.extend(matching.take_while(|path| path.starts_with(from)).take(500));
            if let Some(near) = nearest(path, candidates.iter().copied()) {
                return self.paths.get_key_value(near).map(|(path, (_, span))| (path.clone(), *span));
            }
            candidates.clear();
        }
        None
    }

    /// What stands at a path that is not one of a number.
    fn standing_at(&self, path: &str) -> Option<(&'static str, Span)> {
        let mut table = self.root;
        let mut rest = path;
        loop {
            // The longest key that fits, since a key may hold a dot.
            let entry = table
                .entries()
                .filter(|entry| {
                    rest.strip_prefix(entry.key)
                        .is_some_and(|after| after.is_empty() || after.starts_with('.'))
                })
                .max_by_key(|entry| entry.key.len())?;
            let after = rest[entry.key.len()..].strip_prefix('.').unwrap_or("");
            if after.is_empty() {
                return Some((thing(entry), entry.key_span));
            }
            rest = after;
            table = entry.node.table()?;
        }
    }
}

fn thing(entry: Entry<'_>) -> &'static str {
    match (entry.key, entry.node) {
        ("no_deal", node) if node.table().is_some() => "a package",
        ("importance", _) => "an order of importance",
        ("range", _) => "the range of an issue",
        ("options", _) => "a list of options",
        ("never", _) => "a red line on options",
        ("points", _) => "a list of points",
        (_, node) if node.number().is_some() => "a number of the format",
        (_, node) => Node::what(node),
    }
}

/// A path without the quotes around its parts: `a."b c"` is `a.b c`.
fn unquoted(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut quote: Option<char> = None;
    let mut at_start = true;
    for c in path.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if at_start && matches!(c, '"' | '\'') => quote = Some(c),
            _ => plain.push(c),
        }
        at_start = quote.is_none() && c == '.';
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn quotes_around_parts_of_a_path_fall_away() {
        assert_eq!(
            unquoted("positions.israel.release.values.\"all at once\""),
            "positions.israel.release.values.all at once"
        );
        assert_eq!(unquoted("a.'b.c'.d"), "a.b.c.d");
        assert_eq!(unquoted("a.it's"), "a.it's");
    }
}
