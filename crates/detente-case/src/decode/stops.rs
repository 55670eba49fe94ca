//! The stops of a continuous issue: an issue with a `range` and no `step`.
//!
//! Any number in the range can be agreed on, but only some can matter by themselves: where the range ends, where the worth
//! of somebody bends, where a red line runs, and what the file names. These are its *stops*. They are
//! gathered before positions are read, so that a position can name them; whatever is in doubt contributes the ends of its
//! range and its central value, and so does what a proposition would put in its place.

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, quoted};
use crate::tree::{Entry, Node};
use detente_model::IssueId;

/// Keys of a position on an issue whose numbers lie on the issue's own scale.
const ON_THE_SCALE: [&str; 4] = ["ideal", "worst", "at_most", "at_least"];

impl<'t> Decoder<'_, 't> {
    /// The stops of an issue that runs from one number to another, ascending.
    pub(super) fn stops(&self, issue: &str, from: f64, to: f64) -> Vec<f64> {
        let mut named = Vec::new();
        for position in self.root.entries_of("positions").filter_map(|entry| entry.node.table()) {
            let package = position.get("no_deal").and_then(Node::table);
            named.extend(package.and_then(|package| package.get(issue)).and_then(Node::number));
            let Some(stated) = position.get(issue).and_then(Node::table) else { continue };
            for key in ON_THE_SCALE {
                named.extend(stated.get(key).into_iter().flat_map(marks));
            }
            named.extend(
                stated.list_of("points").filter_map(|point| point.list().next().and_then(Node::number)),
            );
        }
        for comparison in self.root.list_of("prefers").filter_map(Node::table) {
            for package in ["this", "over", "as_much_as"].into_iter().filter_map(|key| comparison.get(key)) {
                named.extend(package.table().and_then(|package| package.get(issue)).and_then(Node::number));
            }
        }
        for proposition in self.root.entries_of("propositions").filter_map(|entry| entry.node.table()) {
            let amended = proposition.entries_of("when_true").chain(proposition.entries_of("when_false"));
            for amendment in amended.filter(|amendment| lies_on(amendment, issue)) {
                named.extend(marks(amendment.node));
            }
        }
        // Two spellings of one number are one stop.
        let slack = 1e-9 * from.abs().max(to.abs()).max(1.0);
        named.retain(|x| *x > from + slack && *x < to - slack);
        named.sort_by(f64::total_cmp);
        let mut stops = vec![from + 0.0];
        for x in named {
            if stops.last().is_some_and(|last| x > last + slack) {
                stops.push(x + 0.0);
            }
        }
        stops.push(to + 0.0);
        stops
    }

    /// Whether single options of an issue can be named; a fault if it is continuous.
    pub(super) fn has_single_options(&mut self, issue: IssueId, span: Span, help: &str) -> bool {
        let declared = self.case.issue(issue);
        if !declared.continuous {
            return true;
        }
        let message =
            format!("{} can be any number in its range, so no list of options fits it", quoted(&declared.id));
        let mut fault =
            Fault::new(Code::ContinuousIssue, span, message).label("names single numbers").help(help);
        if let Some(range) = self.options_span(issue) {
            fault = fault.related(range, "a range without a step");
        }
        self.faults.push(fault);
        false
    }

    /// The same for a table that is about options one by one.
    pub(super) fn options_by_name(&mut self, issue: IssueId, entry: Entry<'t>) -> bool {
        self.has_single_options(
            issue,
            entry.key_span,
            "write `points = [[…, …], […, …]]`, or `ideal` and `worst`; or give the range a `step`",
        )
    }
}

/// What a number puts on a scale: itself, or the ends and the centre of what it may be.
fn marks(node: Node<'_>) -> Vec<f64> {
    uncertain(node).map_or_else(Vec::new, |x| vec![x.low(), x.central(), x.high()])
}

/// Whether a path in quotes leads to a number on the scale of the issue: `positions.….issue.at_most`.
fn lies_on(amendment: &Entry<'_>, issue: &str) -> bool {
    let plain: String = amendment.key.chars().filter(|c| *c != '"').collect();
    let path: Vec<&str> = plain.split('.').collect();
    let [.., of, key] = path.as_slice() else { return false };
    *of == issue && path[0] == "positions" && ON_THE_SCALE.contains(key)
}
