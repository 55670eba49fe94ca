//! What stands in braces: `truce = 42 | 90, release = three stages`, and `#id` for the clause.

use detente_case::report::{Fault, listed, nearest, quoted};
use detente_case::{Code, Span};
use detente_model::{Choice, Issue, IssueId, folded_name};

use super::Reader;
use crate::version::Ties;

/// A part of the braces with the byte at which it stands.
#[derive(Clone, Copy)]
struct Part<'a> {
    said: &'a str,
    at: usize,
}

impl<'a> Part<'a> {
    fn trimmed(self) -> Self {
        let cut = self.said.len() - self.said.trim_start().len();
        Self { said: self.said.trim(), at: self.at + cut }
    }

    fn span(self) -> Span {
        Span::new(self.at, self.at + self.said.len())
    }

    /// The parts between some sign outside of quotes.
    fn split(self, sign: char) -> Vec<Part<'a>> {
        let (mut parts, mut from, mut in_quotes) = (Vec::new(), 0, false);
        for (i, c) in self.said.char_indices() {
            if c == '"' {
                in_quotes = !in_quotes;
            } else if c == sign && !in_quotes {
                parts.push(Part { said: &self.said[from..i], at: self.at + from });
                from = i + c.len_utf8();
            }
        }
        parts.push(Part { said: &self.said[from..], at: self.at + from });
        parts
    }
}

impl Reader<'_> {
    /// The ties that braces say, and the id.
    pub(super) fn ties(&mut self, inner: &str, at: usize) -> (Ties, Option<String>) {
        let mut ties = Ties::default();
        let mut id = None;
        for part in self.entries(Part { said: inner, at }) {
            if let Some(name) = part.said.strip_prefix('#') {
                if name.trim().is_empty() || id.is_some() {
                    let fault = Fault::new(Code::BadId, part.span(), "a clause has one id");
                    self.faults.push(fault.label("not an id").help("write `{#id}`, once"));
                } else {
                    id = Some(name.trim().to_owned());
                }
                continue;
            }
            let (issue, options) = match part.said.split_once('=') {
                Some((issue, options)) => {
                    let at = part.at + issue.len() + 1;
                    (Part { said: issue, at: part.at }.trimmed(), Some(Part { said: options, at }))
                }
                None => (part, None),
            };
            let Some(known) = self.issue(issue) else { continue };
            if ties.issues().any(|other| other == known) {
                let fault = Fault::new(
                    Code::Bracket,
                    issue.span(),
                    format!("{} is named twice here", quoted(issue.said)),
                );
                self.faults.push(
                    fault.label("again here").help("put its options behind one `=`, with ` | ` between them"),
                );
                continue;
            }
            match options {
                None => ties.about.push(known),
                Some(options) => {
                    let found: Vec<usize> = options
                        .split('|')
                        .into_iter()
                        .filter_map(|option| self.option(known, option.trimmed()))
                        .collect();
                    let mut found = found;
                    found.sort_unstable();
                    found.dedup();
                    if !found.is_empty() {
                        ties.when.0.push((known, found));
                    }
                }
            }
        }
        ties.when.0.sort_by_key(|(issue, _)| *issue);
        ties.about.sort_unstable();
        (ties, id)
    }

    /// What stands between commas; one that belongs to an option stays in it.
    fn entries<'t>(&self, inner: Part<'t>) -> Vec<Part<'t>> {
        let mut entries: Vec<Part<'t>> = Vec::new();
        for part in inner.split(',') {
            let trimmed = part.trimmed();
            let begins = trimmed.said.contains('=')
                || trimmed.said.starts_with('#')
                || self.issue_named(trimmed.said).is_some();
            let belongs = !begins && entries.last().is_some_and(|before| before.said.contains('='));
            match entries.last_mut() {
                Some(before) if belongs => {
                    let from = before.at - inner.at;
                    before.said = inner.said[from..part.at - inner.at + part.said.len()].trim_end();
                }
                _ if trimmed.said.is_empty() => {}
                _ => entries.push(trimmed),
            }
        }
        entries
    }

    fn issue_named(&self, name: &str) -> Option<IssueId> {
        let issues = &self.case.issues;
        let by_id = issues.iter().position(|issue| issue.id == name);
        let named = |issue: &Issue| {
            let folded = folded_name(name);
            folded == folded_name(&issue.id) || folded == folded_name(&issue.name)
        };
        by_id.or_else(|| issues.iter().position(named)).map(IssueId)
    }

    fn issue(&mut self, named: Part<'_>) -> Option<IssueId> {
        let known = self.issue_named(named.said);
        if known.is_none() {
            let ids: Vec<&str> = self.case.issues.iter().map(|issue| issue.id.as_str()).collect();
            let fault = Fault::new(
                Code::UnknownIssue,
                named.span(),
                format!("{} is not an issue of this case", quoted(named.said)),
            );
            let fault = fault.label("not an issue");
            self.faults.push(match nearest(named.said, ids.iter().copied()) {
                Some(near) => fault.did_you_mean(near),
                None => fault.help(format!("its issues are {}", listed(ids))),
            });
        }
        known
    }

    fn option(&mut self, of: IssueId, named: Part<'_>) -> Option<usize> {
        let issue = self.case.issue(of);
        let said = unquoted(named.said);
        if issue.is_numeric() {
            let number = in_numbers(issue, &said);
            if let Some(x) = number {
                if let Some(option) = issue.number_option(x) {
                    return Some(option);
                }
                let ends = (
                    issue.options.first().and_then(Choice::number),
                    issue.options.last().and_then(Choice::number),
                );
                if let (true, (Some(low), Some(high))) = (issue.continuous, ends)
                    && (low..=high).contains(&x)
                {
                    self.stops.push((of, x));
                    return Some(0);
                }
            }
        } else {
            let exactly = issue.text_option(&said);
            let alike =
                || issue.options.iter().position(|o| folded_name(&o.to_string()) == folded_name(&said));
            if let Some(option) = exactly.or_else(alike) {
                return Some(option);
            }
        }
        let options: Vec<String> = issue.options.iter().map(Choice::to_string).collect();
        let fault = Fault::new(
            Code::UnknownOption,
            named.span(),
            format!("{} is not an option of {}", quoted(&said), quoted(&issue.id)),
        );
        let fault = fault.label("no such option");
        self.faults.push(match nearest(&said, options.iter().map(String::as_str)) {
            _ if issue.continuous => fault.help(format!(
                "it can be any number from {} to {}",
                options.first().map_or("", String::as_str),
                options.last().map_or("", String::as_str)
            )),
            Some(near) if !issue.is_numeric() => fault.did_you_mean(near),
            _ => fault.help(format!("its options are {}", listed(options.iter().map(String::as_str)))),
        });
        None
    }
}

/// A number, with or without the unit behind it.
fn in_numbers(issue: &Issue, said: &str) -> Option<f64> {
    let bare = issue.unit.as_deref().and_then(|unit| said.strip_suffix(unit)).unwrap_or(said).trim();
    bare.parse().ok().filter(|x: &f64| x.is_finite())
}

/// An option without the quotes around it.
fn unquoted(said: &str) -> String {
    match said.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => said.to_owned(),
    }
}
