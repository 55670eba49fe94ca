//! Numbers, ranges, days and orders.

use super::at::Mender;
use crate::code::Code;
use crate::edit::layout::{How, Id, Layout};
use crate::format::Kind;
use crate::text::Span;
use crate::write::{Value, as_written};

impl Mender<'_, '_> {
    pub(super) fn of_figures(&mut self) {
        match self.code() {
            Code::OutOfRange => self.out_of_range(),
            Code::RangeOrder => self.sort_value(),
            Code::RangeLength => self.range_length(),
            Code::PointsOrder => self.sort_list_around(),
            Code::DaysOrder => {
                self.sort_list_around();
                if let Some(id) = self.at_value() {
                    self.take_out(id);
                    if let Some(member) = self.member_around(id) {
                        self.take_out(member);
                    }
                }
            }
            Code::WeightsSum | Code::WeightsNeverSum => self.weights(),
            Code::RangeMissesEnd => self.range_end(),
            Code::EmptyRange => {
                if let Some(range) = self.at_value().and_then(|id| self.layout.node(id).parent) {
                    self.exchange(range, "from", "to");
                }
            }
            Code::RedLinesCross => {
                if let Some(table) = self.here().and_then(|id| self.layout.node(id).parent) {
                    self.exchange(table, "at_least", "at_most");
                    self.take_out_keys(table, &["at_least", "at_most"]);
                }
            }
            Code::ReportedBeforeSaid | Code::ForecastDates | Code::ClaimEvent => self.dates(),
            Code::AfterAsOf => {
                let day = self.slice().to_owned();
                if let Some(as_of) = self.child_of_root("as_of").and_then(|id| self.layout.value(id)) {
                    self.fix(format!("move `as_of` to {day}"), vec![(as_of, day)]);
                }
                if let Some(id) = self.at_value() {
                    self.take_out(id);
                }
            }
            _ => {}
        }
    }

    fn out_of_range(&mut self) {
        let Some(id) = self.at_value() else { return };
        let layout = self.layout;
        if let Some(x) = layout.number(id) {
            let share = Value::from(as_written(x / 100.0, x.abs().max(1.0)));
            if (2.0..=100.0).contains(&x) {
                self.set(id, share.as_str());
            }
            // All of a range in per cent.
            if let Some(parent) = layout.node(id).parent.filter(|list| layout.is_number(*list)) {
                let shares: Option<Vec<Value>> = layout
                    .node(parent)
                    .children
                    .iter()
                    .map(|id| {
                        layout.number(*id).map(|x| Value::from(as_written(x / 100.0, x.abs().max(1.0))))
                    })
                    .collect();
                if let Some(shares) = shares {
                    let list =
                        Value::list(shares.iter().map(|share| share.as_str().parse::<f64>().unwrap_or(0.0)));
                    self.set(parent, list.as_str());
                }
            }
        }
        self.decimal_comma(id);
        // The days at which something is told go up.
        self.sort_list_around();
        if let Some(list) =
            layout.node(id).parent.filter(|list| matches!(layout.node(*list).how, How::List(_)))
            && !layout.is_number(list)
            && !layout.is_list_of_pairs(list)
        {
            self.take_out(id);
        }
    }

    /// `[0,6]` for `0.6`.
    fn decimal_comma(&mut self, id: Id) {
        let Some(span) = self.layout.value(id) else { return };
        let inside = self.layout.slice(span).trim_matches(['[', ']', ' ']);
        let parts: Vec<&str> = inside.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        if !digits || !parts.len().is_multiple_of(2) || parts.is_empty() || parts.len() > 6 {
            return;
        }
        let decimals: Vec<String> = parts.chunks(2).map(|pair| pair.join(".")).collect();
        match decimals.as_slice() {
            [one] => self.set(id, one),
            several => self.set(id, &format!("[{}]", several.join(", "))),
        }
    }

    fn range_length(&mut self) {
        let Some(id) = self.at_value() else { return };
        self.decimal_comma(id);
        let mut numbers: Vec<(f64, &str)> = Vec::new();
        for child in &self.layout.node(id).children {
            let (Some(x), Some(span)) = (self.layout.number(*child), self.layout.value(*child)) else {
                return;
            };
            numbers.push((x, self.layout.slice(span)));
        }
        numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
        match numbers.as_slice() {
            [] => {
                if let Some(Kind::Number(bounds)) = self.layout.kind(id) {
                    self.set(id, crate::assist::pattern::numbers(*bounds)[0]);
                }
                self.take_out(id);
            }
            [(_, only)] => self.set(id, only),
            [(_, low), .., (_, high)] => self.set(id, &format!("[{low}, {high}]")),
        }
    }

    /// The members of a range in order.
    fn sort_value(&mut self) {
        if let Some(id) = self.at_value() {
            self.sort(id);
        }
    }

    /// The members of a list in the order of a number that each has: its own, its day, or the first of a pair.
    fn sort(&mut self, list: Id) {
        let layout = self.layout;
        let members = &layout.node(list).members;
        let mut ranked: Vec<(f64, &str)> = Vec::new();
        for member in members {
            let Some(x) = rank(layout, member.leaf) else { return };
            ranked.push((x, layout.slice(member.span)));
        }
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        let edits: Vec<(Span, String)> = members
            .iter()
            .zip(ranked)
            .filter(|(member, (_, text))| layout.slice(member.span) != *text)
            .map(|(member, (_, text))| (member.span, text.to_owned()))
            .collect();
        self.fix("put them in order", edits);
    }

    /// The list in which the fault points at a number, a point, or a table with a day.
    fn sort_list_around(&mut self) {
        let Some(mut at) = self.at_value() else { return };
        for _ in 0..3 {
            let Some(parent) = self.layout.node(at).parent else { return };
            if matches!(self.layout.node(parent).how, How::List(_)) {
                self.sort(parent);
            }
            at = parent;
        }
    }

    /// Weights in the same proportions that sum to 1.
    fn weights(&mut self) {
        let Some(table) = self.here() else { return };
        let layout = self.layout;
        let children = &layout.node(table).children;
        // The numbers of each weight: one, or the ends of a range.
        let weights: Option<Vec<Vec<(Span, f64)>>> = children
            .iter()
            .map(|id| {
                let numbers =
                    if layout.number(*id).is_some() { vec![*id] } else { layout.node(*id).children.clone() };
                numbers.iter().map(|id| Some((layout.value(*id)?, layout.number(*id)?))).collect()
            })
            .collect();
        let Some(weights) = weights.filter(|weights| weights.iter().all(|weight| !weight.is_empty())) else {
            return;
        };
        let middle =
            |weight: &Vec<(Span, f64)>| weight.iter().map(|(_, x)| x).sum::<f64>() / weight.len() as f64;
        let sum: f64 = weights.iter().map(middle).sum();
        let equal = sum <= 0.0;
        let scaled = |x: f64| if equal { 1.0 / weights.len() as f64 } else { x / sum };
        let mut rounded: Vec<Vec<f64>> = weights
            .iter()
            .map(|weight| weight.iter().map(|(_, x)| (scaled(*x) * 1000.0).round() / 1000.0).collect())
            .collect();
        // What rounding leaves over goes to the largest, if all are known exactly.
        if weights.iter().all(|weight| weight.len() == 1) {
            let over = 1.0 - rounded.iter().map(|weight| weight[0]).sum::<f64>();
            let largest = (0..rounded.len()).max_by(|a, b| rounded[*a][0].total_cmp(&rounded[*b][0]));
            if let Some(largest) = largest {
                rounded[largest][0] = as_written(rounded[largest][0] + over, 1.0);
            }
        }
        let edits: Vec<(Span, String)> = weights
            .iter()
            .zip(&rounded)
            .flat_map(|(weight, new)| weight.iter().zip(new))
            .map(|((span, _), x)| (*span, Value::from(*x).to_string()))
            .collect();
        let title = if equal {
            "give all the same weight"
        } else {
            "bring them to a sum of 1, in the same proportions"
        };
        self.fix(title, edits);
    }

    fn range_end(&mut self) {
        let Some(id) = self.at_value() else { return };
        let Some(range) = self.layout.node(id).parent else { return };
        let number = |key: &str| self.layout.number(self.layout.child(range, key)?);
        let (Some(from), Some(to), Some(step)) = (number("from"), number("to"), number("step")) else {
            return;
        };
        let steps = (to - from) / step;
        if !(steps.is_finite() && step > 0.0) {
            return;
        }
        for steps in [steps.floor(), steps.ceil()] {
            let end = as_written(from + steps * step, from.abs().max(to.abs()));
            self.set(id, Value::from(end).as_str());
        }
    }

    fn dates(&mut self) {
        let Some(id) = self.here() else { return };
        let Some(table) = self.layout.node(id).parent else { return };
        match self.code() {
            Code::ReportedBeforeSaid => self.exchange(table, "said", "reported"),
            Code::ForecastDates => {
                self.exchange(table, "made", "due");
                self.add(table, "outcome", "true");
                self.add(table, "outcome", "false");
                let day = self.layout.day();
                self.add(table, "resolved", &day);
                self.take_out_keys(table, &["outcome", "resolved"]);
            }
            _ => self.exchange(table, "said", "until"),
        }
        if self.code() == Code::ReportedBeforeSaid {
            self.take_out_keys(table, &["said", "reported"]);
        }
    }
}

/// By what a member of a list is put in order.
fn rank(layout: &Layout<'_>, id: Id) -> Option<f64> {
    let first = || layout.child(id, "day").or_else(|| layout.node(id).children.first().copied());
    layout.number(id).or_else(|| {
        let first = first()?;
        layout.number(first).or_else(|| layout.number(*layout.node(first).children.first()?))
    })
}
