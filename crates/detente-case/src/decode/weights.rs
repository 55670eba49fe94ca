//! How much each issue matters.

use detente_model::{Citation, IssueId, IssuePosition, Uncertain, Weights};

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{AMOUNT, Names, POSITION};
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Node, Table};

/// Weights are written with two decimals or so; each may be off by as much as it was rounded.
const SLACK: f64 = 0.005;

impl<'t> Decoder<'_, 't> {
    /// The weights of a position. Empty, with a fault, if they are not sound.
    pub(super) fn weights(
        &mut self,
        position: Entry<'t>,
        table: Table<'t>,
        issues: &[IssuePosition],
        cite: &[Citation],
    ) -> Weights {
        // A valuation that was stated but not understood is valued all the same.
        let valued: Vec<IssueId> = issues
            .iter()
            .filter(|stated| {
                let id = &self.case.issue(stated.issue).id;
                stated.valuation.is_some()
                    || table.get(id).and_then(Node::table).is_some_and(|table| {
                        ["values", "ideal", "worst", "points"].iter().any(|key| table.get(key).is_some())
                    })
            })
            .map(|stated| stated.issue)
            .collect();
        match (table.entry("weights"), table.entry("importance")) {
            (Some(weights), Some(importance)) => {
                let message = format!(
                    "{} has weights and an order of importance",
                    quoted(&format!("positions.{}", position.key))
                );
                self.faults.push(
                    Fault::new(Code::WeightsAndImportance, importance.key_span, message)
                        .label("an order as well")
                        .related(weights.key_span, "weights here")
                        .help("keep the weights if numbers are known, the order if only the order is"),
                );
                Weights::Stated(Vec::new())
            }
            (Some(weights), None) => self.stated(position, weights, &valued, cite),
            (None, Some(importance)) => self.order(position, importance, &valued),
            (None, None) => match valued.as_slice() {
                [] => Weights::Stated(Vec::new()),
                [only] => Weights::Order(vec![vec![*only]]),
                several => {
                    let names: Vec<&str> =
                        several.iter().map(|issue| self.case.issue(*issue).id.as_str()).collect();
                    let order: Vec<String> = names.iter().take(8).map(|name| format!("\"{name}\"")).collect();
                    let message = format!(
                        "{} values {}, and does not say how much each matters",
                        quoted(&format!("positions.{}", position.key)),
                        listed(names.iter().copied())
                    );
                    self.faults.push(
                        Fault::new(Code::PositionWithoutWeights, position.key_span, message)
                            .label("neither `weights` nor `importance`")
                            .help(format!(
                                "add `weights = {{ … }}`, or, if only the order is known, `importance = [{}]`",
                                order.join(", ")
                            )),
                    );
                    Weights::Stated(Vec::new())
                }
            },
        }
    }

    fn stated(
        &mut self,
        position: Entry<'t>,
        weights: Entry<'t>,
        valued: &[IssueId],
        cite: &[Citation],
    ) -> Weights {
        let Some(table) = weights.node.table() else {
            self.incomplete = true;
            return Weights::Stated(Vec::new());
        };
        let mut stated = Vec::with_capacity(table.len());
        let mut values = Vec::with_capacity(table.len());
        let mut sound = true;
        // An issue that is not known may be the misspelt one that seems to lack a weight.
        let mut strangers = false;
        for entry in table.entries() {
            let value = uncertain(entry.node).filter(|value| value.low() >= 0.0);
            let Some(issue) = self.known.issue(entry.key) else {
                strangers = true;
                continue;
            };
            if !valued.contains(&issue) {
                self.weight_without_values(position, entry.key, entry.key_span);
                sound = false;
            }
            let path = format!("positions.{}.weights.{}", position.key, entry.key);
            let number = self.number(entry.node, path, AMOUNT, cite);
            stated.push((issue, number));
            values.extend(value.map(|value| (entry.key, value)));
        }
        self.incomplete |= strangers;
        sound &= values.len() == table.len();
        let lacking: Vec<&str> = valued
            .iter()
            .filter(|issue| stated.iter().all(|(weighted, _)| weighted != *issue))
            .map(|issue| self.case.issue(*issue).id.as_str())
            .collect();
        if strangers {
            return Weights::Stated(stated);
        }
        if let Some(first) = lacking.first() {
            let message = format!(
                "{} values {}, and gives no weight to {}",
                quoted(&format!("positions.{}", position.key)),
                listed(lacking.iter().copied()),
                if lacking.len() == 1 { "it" } else { "them" }
            );
            let help = format!("add `{first} = …` here; 0 if it does not matter");
            self.faults.push(
                Fault::new(Code::ValuesWithoutWeight, weights.key_span, message)
                    .label("incomplete")
                    .help(help),
            );
        } else if sound {
            self.sum_to_one(position, weights, &values);
        }
        Weights::Stated(stated)
    }

    fn sum_to_one(&mut self, position: Entry<'t>, weights: Entry<'t>, values: &[(&str, Uncertain)]) {
        if values.is_empty() {
            return;
        }
        let owner = quoted(&format!("positions.{}.weights", position.key));
        let slack = SLACK * values.len() as f64 + 1e-12;
        let low: f64 = values.iter().map(|(_, value)| value.low()).sum();
        let high: f64 = values.iter().map(|(_, value)| value.high()).sum();
        if high == 0.0 {
            let fault = Fault::new(Code::WeightsSum, weights.key_span, format!("all of {owner} are 0"));
            self.faults.push(
                fault.label("sum is 0").help("give at least one issue a weight above 0; they sum to 1"),
            );
        } else if values.iter().all(|(_, value)| value.is_known()) {
            if (low - 1.0).abs() > slack {
                let rescaled: Vec<String> = values
                    .iter()
                    .map(|(name, value)| format!("{name} = {}", thousandths(value.low() / low)))
                    .collect();
                let fault = Fault::new(
                    Code::WeightsSum,
                    weights.key_span,
                    format!("{owner} sum to {}, not to 1", thousandths(low)),
                );
                self.faults.push(fault.label(format!("sum is {}", thousandths(low))).help(
                    if low.is_finite() {
                        format!("in the same proportions: `weights = {{ {} }}`", rescaled.join(", "))
                    } else {
                        String::from("write shares of 1")
                    },
                ));
            }
        } else if low > 1.0 + slack || high < 1.0 - slack {
            let (side, sum) = if low > 1.0 { ("at least", low) } else { ("at most", high) };
            let message = format!("{owner} sum to {side} {}, so never to 1", thousandths(sum));
            self.faults.push(
                Fault::new(Code::WeightsNeverSum, weights.key_span, message)
                    .label(format!("between {} and {}", thousandths(low), thousandths(high)))
                    .help("they are rescaled in every draw, so only their proportions count; ranges around shares of 1 are easier to read"),
            );
        }
    }

    fn weight_without_values(&mut self, position: Entry<'t>, issue: &str, span: Span) {
        let tables = position.node.table().into_iter().flat_map(Table::entries);
        let mut unknown =
            tables.filter(|entry| entry.node.table().is_some() && self.known.issue(entry.key).is_none());
        if unknown.any(|entry| POSITION.keys.iter().all(|key| key.name != entry.key)) {
            // Its values are probably there, under a misspelt name that is a fault of its own.
            self.incomplete = true;
            return;
        }
        let message = format!(
            "{} weighs {}, on which it values nothing",
            quoted(&format!("positions.{}", position.key)),
            quoted(issue)
        );
        let mut fault =
            Fault::new(Code::WeightWithoutValues, span, message).label("no values for it").help(format!(
                "add `[positions.{}.{issue}]` with `values`, or `ideal` and `worst`; or leave it out here",
                position.key
            ));
        if let Some(declared) = self.known.declared(Names::Issue, issue) {
            fault = fault.related(declared, "the issue is declared here");
        }
        self.faults.push(fault);
    }

    fn order(&mut self, position: Entry<'t>, importance: Entry<'t>, valued: &[IssueId]) -> Weights {
        let mut groups = Vec::new();
        let mut placed: Vec<(IssueId, Span)> = Vec::new();
        let mut sound = importance.node.is_list();
        for node in importance.node.list() {
            let mut group = Vec::new();
            for member in node.one_or_more() {
                let Some((id, issue)) = member.text().and_then(|id| Some((id, self.known.issue(id)?))) else {
                    sound = false;
                    continue;
                };
                if let Some((_, first)) = placed.iter().find(|(other, _)| *other == issue) {
                    let message = format!("{} stands twice in the order of importance", quoted(id));
                    self.faults.push(
                        Fault::new(Code::DuplicateIssue, member.span, message)
                            .label("again here")
                            .related(*first, "first here"),
                    );
                    continue;
                }
                placed.push((issue, member.span));
                if valued.contains(&issue) {
                    group.push(issue);
                } else {
                    self.weight_without_values(position, id, member.span);
                }
            }
            if !group.is_empty() {
                groups.push(group);
            }
        }
        self.incomplete |= !sound;
        let lacking: Vec<&str> = valued
            .iter()
            .filter(|issue| placed.iter().all(|(other, _)| other != *issue))
            .map(|issue| self.case.issue(*issue).id.as_str())
            .collect();
        if sound && !lacking.is_empty() {
            let message = format!(
                "{} values {}, which the order of importance leaves out",
                quoted(&format!("positions.{}", position.key)),
                listed(lacking.iter().copied())
            );
            self.faults.push(
                Fault::new(Code::ValuesWithoutWeight, importance.key_span, message).label("incomplete").help(
                    "put every valued issue in its place; issues that matter alike go in a list of their own",
                ),
            );
        }
        if groups.is_empty() { Weights::Stated(Vec::new()) } else { Weights::Order(groups) }
    }
}

/// A number with three decimals at most: `0.25`, `1.2`.
fn thousandths(x: f64) -> String {
    ((x * 1000.0).round() / 1000.0).to_string()
}
