//! What the options of an issue are worth to someone.

use detente_model::{Citation, IssueId, NumberId, Valuation};

use super::{Decoder, uncertain};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{ANY, UNIT};
use crate::text::{Span, listed, quoted};
use crate::tree::{Entry, Node, Table};

impl<'t> Decoder<'_, 't> {
    /// The valuation on one issue, `None` if only red lines are drawn, or with a fault.
    pub(super) fn valuation(
        &mut self,
        issue: IssueId,
        path: &str,
        entry: Entry<'t>,
        table: Table<'t>,
        cite: &[Citation],
    ) -> Option<Valuation> {
        let ways: Vec<Entry<'t>> = ["values", "ideal", "points"]
            .into_iter()
            .filter_map(|key| {
                table.entry(key).or_else(|| if key == "ideal" { table.entry("worst") } else { None })
            })
            .collect();
        if let [first, second, ..] = *ways.as_slice() {
            let message = format!("{} states its worth in two ways", quoted(path));
            self.faults.push(
                Fault::new(Code::Valuation, second.key_span, message)
                    .label(format!("{} as well", quoted(second.key)))
                    .related(first.key_span, format!("{} here", quoted(first.key)))
                    .help("keep one of `values`, `ideal` and `worst`, `points`"),
            );
            return None;
        }
        let way = ways.first()?;
        match way.key {
            "values" if !self.options_by_name(issue, *way) => None,
            "values" => self.table_of_values(issue, path, *way, cite),
            "points" if self.numeric(issue, *way) => self.points(path, way.node, cite),
            "points" => None,
            _ if !self.numeric(issue, *way) => None,
            _ => self.linear(path, entry, table, cite),
        }
    }

    fn table_of_values(
        &mut self,
        issue: IssueId,
        path: &str,
        values: Entry<'t>,
        cite: &[Citation],
    ) -> Option<Valuation> {
        let table = values.node.table()?;
        let options = self.case.issue(issue).options.len();
        let mut worth: Vec<Option<(NumberId, Span)>> = vec![None; options];
        let mut sound = self.settled[issue.0].is_some();
        for entry in table.entries() {
            let Some(option) = self.option_of_key(issue, entry.key, entry.key_span) else {
                sound = false;
                continue;
            };
            if let Some((_, first)) = worth[option] {
                let message = format!("the option {} has two values", quoted(entry.key));
                self.faults.push(
                    Fault::new(Code::DuplicateOption, entry.key_span, message)
                        .label("again here")
                        .related(first, "first here"),
                );
                continue;
            }
            // The path names the option as the issue writes it, however the key does: `30`, not `30.0`.
            let name = self.case.issue(issue).options[option].to_string();
            let number = self.number(entry.node, format!("{path}.values.{name}"), UNIT, cite);
            worth[option] = Some((number, entry.key_span));
        }
        if !sound {
            self.incomplete = true;
            return None;
        }
        let declared = self.case.issue(issue);
        let missing: Vec<String> = worth
            .iter()
            .zip(&declared.options)
            .filter(|(value, _)| value.is_none())
            .map(|(_, option)| option.to_string())
            .collect();
        if !missing.is_empty() {
            let what = if missing.len() == 1 { "option" } else { "options" };
            let names = listed(missing.iter().map(String::as_str));
            let mut fault = Fault::new(
                Code::MissingValue,
                values.key_span,
                format!("{} has no value for the {what} {names}", quoted(&format!("{path}.values"))),
            )
            .label("incomplete")
            .help("give every option a worth from 0 to 1; one that is refused has a worth too");
            if let Some(span) = self.options_span(issue) {
                fault = fault.related(span, "the options are declared here");
            }
            self.faults.push(fault);
            return None;
        }
        Some(Valuation::Table(worth.into_iter().flatten().map(|(number, _)| number).collect()))
    }

    fn linear(
        &mut self,
        path: &str,
        entry: Entry<'t>,
        table: Table<'t>,
        cite: &[Citation],
    ) -> Option<Valuation> {
        let (Some(ideal), Some(worst)) = (table.entry("ideal"), table.entry("worst")) else {
            let there = table.entry("ideal").or_else(|| table.entry("worst")).unwrap_or(entry);
            let lacking = if there.key == "ideal" { "worst" } else { "ideal" };
            let message = format!("{} has `{}` but no `{lacking}`", quoted(path), there.key);
            self.faults.push(
                Fault::new(Code::Valuation, there.key_span, message).label("half of a pair").help(format!(
                    "add `{lacking} = …`: the worth is 1 at the ideal, 0 at the worst, linear between"
                )),
            );
            return None;
        };
        if let (Some(a), Some(b)) = (uncertain(ideal.node), uncertain(worst.node))
            && a.low() <= b.high()
            && b.low() <= a.high()
        {
            let message = format!("the ideal and the worst of {} could be the same number", quoted(path));
            self.faults.push(
                Fault::new(Code::IdealMeetsWorst, worst.node.span, message)
                    .label(format!("{b}"))
                    .related(ideal.node.span, format!("{a}"))
                    .help("the two ranges must not overlap"),
            );
        }
        let ideal = self.number(ideal.node, format!("{path}.ideal"), ANY, cite);
        let worst = self.number(worst.node, format!("{path}.worst"), ANY, cite);
        Some(Valuation::Linear { ideal, worst })
    }

    fn points(&mut self, path: &str, node: Node<'t>, cite: &[Citation]) -> Option<Valuation> {
        let mut points: Vec<(f64, NumberId)> = Vec::new();
        let mut sound = true;
        let mut before: Option<(f64, Span)> = None;
        for (i, point) in node.list().enumerate() {
            let place = format!("{path}.points[{}]", i + 1);
            let pair: Vec<Node<'t>> = point.list().collect();
            if !point.is_list() {
                sound = false;
                continue;
            }
            let [x, y] = *pair.as_slice() else {
                let message = format!("{} must be a pair, found {} numbers", quoted(&place), pair.len());
                self.faults.push(
                    Fault::new(Code::Valuation, point.span, message)
                        .label("a number and its worth are wanted")
                        .help("for example `[42, 0.8]`: 42 is worth 0.8"),
                );
                sound = false;
                continue;
            };
            let Some(at) = x.number().filter(|at| at.is_finite()) else {
                if x.is_list() {
                    let message = format!("the first number of {} must be known exactly", quoted(&place));
                    self.faults.push(
                        Fault::new(Code::WrongType, x.span, message)
                            .label("a range")
                            .help("only the worth, the second number, can be a range"),
                    );
                }
                sound = false;
                continue;
            };
            if let Some((last, span)) = before.filter(|(last, _)| at <= *last) {
                let message = format!("the points of {} do not go up: {at} comes after {last}", quoted(path));
                self.faults.push(
                    Fault::new(Code::PointsOrder, x.span, message)
                        .label("not above the one before")
                        .related(span, "the one before")
                        .help("write the points in the order of their first numbers, each once"),
                );
                sound = false;
            }
            before = Some((at, x.span));
            if !self.share(y, &place) {
                sound = false;
            }
            let number = self.number(y, place, UNIT, cite);
            points.push((at, number));
        }
        if points.is_empty() && sound {
            let message = format!("{} has no points", quoted(path));
            self.faults.push(
                Fault::new(Code::Valuation, node.span, message)
                    .label("an empty list")
                    .help("write at least one pair: `points = [[0, 1.0], [42, 0.8]]`"),
            );
            return None;
        }
        self.incomplete |= !sound;
        sound.then_some(Valuation::Piecewise(points))
    }

    /// The worth of a point; the shape of a pair cannot say that only its second number has bounds.
    fn share(&mut self, node: Node<'t>, place: &str) -> bool {
        let Some(value) = uncertain(node) else { return false };
        let within = UNIT.holds(value.low()) && UNIT.holds(value.high());
        if !within {
            let message = format!("the worth of {} must be between 0 and 1, found {value}", quoted(place));
            let label = if value.low() < 0.0 { "too small" } else { "too large" };
            self.faults.push(Fault::new(Code::OutOfRange, node.span, message).label(label));
        }
        within
    }
}
