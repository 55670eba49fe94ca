//! How long agreements have lasted here, and what makes them last.

use std::collections::BTreeMap;

use detente_model::{
    BASE_RATES, Breach, Citation, Class, Durability, FINDINGS, Factor, Finding, Form, Lasting, LifeSpread,
    MOST_DAYS, NumberId, PastAgreement, Spell, UNSTATED_BREACH, Unaided, Uncertain,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{ABOVE_ZERO, Bounds, UNIT};
use crate::nearest::nearest;
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn durability(&mut self) {
        let Some(entry) = self.root.entry("durability") else { return };
        let Some(table) = entry.node.table() else {
            self.incomplete = true;
            return;
        };
        let cite = self.citations(table).unwrap_or_default();
        let Some(baseline) = self.unaided(table, &cite) else {
            self.incomplete = true;
            self.factors(table);
            return;
        };
        let record = self.record(table);
        let held_since = self.optional_date(table, "held_since");
        if let (Some(since), Some(node)) = (held_since, table.get("held_since")) {
            self.not_after_as_of(since, node.span, "the agreement has been in force");
        }
        let hindsight = self.truth(table, "hindsight", false);
        let factors = self.factors(table);
        let breach = self.breach(entry.key_span, table, &cite);
        let of = table.text("of").and_then(Lasting::of).unwrap_or_default();
        let horizons = self.horizons(table);
        let place = Some(self.place(entry.key_span));
        self.case.durability = Some(Durability {
            baseline,
            record,
            held_since,
            hindsight,
            breach,
            factors,
            of,
            horizons,
            cite,
            place,
        });
    }

    /// How long agreements last without any factor: a median of the case's own, or a class. The doubt about what records elsewhere say is a
    /// number of its own, so that it is drawn like any other.
    fn unaided(&mut self, table: Table<'t>, cite: &[Citation]) -> Option<Unaided> {
        let form = table.text("life").map(|word| Form::of(word).unwrap_or_default());
        let class = table.text("class").and_then(Class::of);
        let anywhere = Uncertain::Uniform { low: 0.0, high: 1.0 };
        let shape = table.entry("shape");
        if let Some(shape) = shape {
            let beside = ["life", "class"].into_iter().filter_map(|key| table.entry(key)).find(|beside| {
                beside.key == "class" && table.get("baseline").is_none()
                    || beside.key == "life" && form != Some(Form::Weibull)
            });
            if let Some(beside) = beside {
                let message = format!("`shape` does not go with {}", quoted(beside.key));
                self.faults.push(
                    Fault::new(Code::TwoLives, shape.key_span, message)
                        .label("this says how lives spread")
                        .related(beside.key_span, "and so does this")
                        .help("a shape is that of Weibull lives around the median of `baseline`: leave out one of the two"),
                );
                self.incomplete = true;
            }
        }
        if let Some(baseline) = table.get("baseline").and_then(Node::table) {
            let path = "durability.baseline.median_days".to_owned();
            let days = self.needed_number(baseline, "median_days", path, ABOVE_ZERO, cite);
            let spread = match (shape, form.unwrap_or_default()) {
                (Some(shape), _) => LifeSpread::Shape(self.number(
                    shape.node,
                    "durability.shape".to_owned(),
                    ABOVE_ZERO,
                    cite,
                )),
                (None, Form::Constant) => LifeSpread::Constant,
                (None, form) => {
                    let path = "durability.baseline.spread".to_owned();
                    let quantile = self.implied(anywhere, baseline.span, path, UNIT, &[]);
                    LifeSpread::Elsewhere { class, form, quantile }
                }
            };
            return Some(Unaided::Median { days, spread });
        }
        let class = class?;
        let span = table.get("class").map_or(table.span, |node| node.span);
        let doubt = ["location", "spread", "between"]
            .map(|what| self.implied(anywhere, span, format!("durability.class.{what}"), UNIT, &[]));
        Some(Unaided::Class { class, form: form.unwrap_or_default(), doubt })
    }

    /// How earlier agreements went.
    fn record(&mut self, table: Table<'t>) -> Vec<PastAgreement> {
        let mut record = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in table.list_of("record") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "earlier agreements", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let began = self.optional_date(table, "began");
            if let (Some(began), Some(node)) = (began, table.get("began")) {
                self.not_after_as_of(began, node.span, &format!("the agreement {} began", quoted(&name)));
            }
            match self.went(table, &name) {
                Some(went) => {
                    if let (Some(began), Spell::Broke { days }, Some(node)) =
                        (began, went, table.get("broke_after"))
                    {
                        let broke =
                            jiff::Span::new().try_days(days as i64).and_then(|span| began.checked_add(span));
                        let what = format!("the agreement {} broke", quoted(&name));
                        self.not_after_as_of(broke.unwrap_or(jiff::civil::Date::MAX), node.span, &what);
                    }
                    record.push(PastAgreement { name, began, went, place: Some(self.place(node.span)) });
                }
                None => self.incomplete = true,
            }
        }
        record
    }

    /// How one of them went; a fault where that is said twice, not at all, or in days that cannot be.
    fn went(&mut self, table: Table<'t>, name: &str) -> Option<Spell> {
        let days = |node: Node<'t>| node.number().filter(|days| (0.0..=MOST_DAYS).contains(days));
        let said: Vec<_> = ["broke_after", "broke_between", "held_for"]
            .into_iter()
            .filter_map(|key| table.entry(key))
            .collect();
        let [said] = said.as_slice() else {
            let message = match said.len() {
                0 => format!("how the agreement {} went is not said", quoted(name)),
                _ => format!("how the agreement {} went is said twice", quoted(name)),
            };
            let span = said.get(1).map_or(table.span, |again| again.key_span);
            self.faults.push(Fault::new(Code::TwoLives, span, message).label("one of three is needed").help(
                "write `broke_after = 138`, `broke_between = [30, 90]` if nobody knows when, or `held_for = 200` if it did not break",
            ));
            return None;
        };
        let members: Vec<Option<f64>> = said.node.one_or_more().into_iter().map(days).collect();
        let spell = match (said.key, members.as_slice()) {
            ("broke_after", [Some(after)]) if *after > 0.0 => Some(Spell::Broke { days: *after }),
            ("held_for", [Some(days)]) => Some(Spell::Held { days: *days }),
            ("broke_between", [Some(from), Some(to)]) if from < to => {
                Some(Spell::Unclear { from: *from, to: *to })
            }
            _ => None,
        };
        // What is no number at all has been told already.
        let told = said.node.one_or_more().iter().any(|node| node.number().is_none());
        if spell.is_none() && !told {
            let message = format!("{} of the agreement {} makes no sense", quoted(said.key), quoted(name));
            self.faults.push(Fault::new(Code::OutOfRange, said.node.span, message).label("here").help(
                format!(
                    "write days from its beginning, at most {MOST_DAYS}; of two the first is the smaller"
                ),
            ));
        }
        spell
    }

    /// The days at which lasting is told: each after the one before.
    fn horizons(&mut self, table: Table<'t>) -> Vec<f64> {
        let mut days: Vec<f64> = Vec::new();
        for node in table.list_of("horizons") {
            let Some(day) = node.number() else { continue };
            let fault = |code: Code, message: String| {
                Fault::new(code, node.span, message)
                    .label("here")
                    .help("write days counted from the signing, in their order, such as `[30, 365, 1825]`")
            };
            if !(day > 0.0 && day <= MOST_DAYS) {
                let message =
                    format!("a horizon is a number of days above 0 and at most {MOST_DAYS}, not {day}");
                self.faults.push(fault(Code::OutOfRange, message));
            } else if days.last().is_some_and(|last| day <= *last) {
                self.faults.push(fault(
                    Code::OutOfRange,
                    format!("the horizon {day} does not come after the one before it"),
                ));
            } else {
                days.push(day);
            }
        }
        days
    }

    /// What a breach does to the hazard: stated, or implied by there being something that can be breached.
    fn breach(&mut self, at: Span, table: Table<'t>, cite: &[Citation]) -> Option<Breach> {
        let path = "durability.breach".to_owned();
        if let Some(node) = table.get("breach") {
            let hazard_ratio = self.number(node, path, ABOVE_ZERO, cite);
            return Some(Breach { hazard_ratio, stated: true });
        }
        if self.case.commitments.is_empty() {
            return None;
        }
        let [low, high] = UNSTATED_BREACH;
        let hazard_ratio = self.implied(Uncertain::Uniform { low, high }, at, path, ABOVE_ZERO, &[]);
        Some(Breach { hazard_ratio, stated: false })
    }

    fn factors(&mut self, table: Table<'t>) -> Vec<Factor> {
        let mut factors = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in table.list_of("factors") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            if !self.new_name(table, "factors", &mut seen) {
                continue;
            }
            let name = self.needed_text(table, "name");
            let cite = self.citations(table).unwrap_or_default();
            let finding = self.finding(table, &name, &cite);
            let hazard_ratio = self.hazard_ratio(table, &name, finding.is_some(), &cite);
            let Some(when) = self.combination(table.get("when")) else {
                self.incomplete = true;
                continue;
            };
            self.not_empty(&when, table.get("when"), "this factor");
            let place = Some(self.place(node.span));
            factors.push(Factor { name, when, hazard_ratio, finding, cite, place });
        }
        factors
    }

    /// The ratio as stated; 1 beside a finding where none is.
    fn hazard_ratio(&mut self, table: Table<'t>, name: &str, found: bool, cite: &[Citation]) -> NumberId {
        let path = format!("durability.factors.{name}.hazard_ratio");
        if let Some(node) = table.get("hazard_ratio") {
            return self.number(node, path, ABOVE_ZERO, cite);
        }
        if !found {
            let message = format!("the factor {} has neither a `hazard_ratio` nor a `finding`", quoted(name));
            self.faults.push(
                Fault::new(Code::HazardRatio, table.span, message)
                    .label("by what does it multiply the hazard?")
                    .help(
                        "write `hazard_ratio = [0.5, 1.0]`, or `finding = \"…\"` with an id of the catalogue",
                    ),
            );
            self.incomplete = true;
        }
        self.implied(Uncertain::Known(1.0), table.span, path, ABOVE_ZERO, cite)
    }

    /// A number that nobody stated.
    pub(super) fn implied(
        &mut self,
        value: Uncertain,
        span: Span,
        path: String,
        bounds: Bounds,
        cite: &[Citation],
    ) -> NumberId {
        let id = self.keep(value, span, path, bounds, cite);
        self.case.numbers[id].implied = true;
        id
    }

    /// The finding, with the number that says where in its distribution a world falls.
    fn finding(&mut self, table: Table<'t>, name: &str, cite: &[Citation]) -> Option<Finding> {
        let node = table.get("finding")?;
        let Some(id) = node.text() else {
            self.incomplete = true;
            return None;
        };
        if !FINDINGS.contains(&id) {
            self.faults.push(not_a_finding(id, node.span));
        }
        let path = format!("durability.factors.{name}.finding");
        let anywhere = Uncertain::Uniform { low: 0.0, high: 1.0 };
        Some(Finding { id: id.to_owned(), quantile: self.implied(anywhere, node.span, path, UNIT, cite) })
    }
}

fn not_a_finding(id: &str, span: Span) -> Fault {
    if BASE_RATES.contains(&id) {
        let message = format!("{} is a base rate: it changes no hazard, so that it is no factor", quoted(id));
        return Fault::new(Code::Finding, span, message)
            .label("says how often, not what makes it last")
            .help("name a finding on what makes agreements last, or write a `hazard_ratio`");
    }
    let fault = Fault::new(Code::Finding, span, format!("the catalogue has no finding {}", quoted(id)))
        .label("no such finding");
    match nearest(id, FINDINGS) {
        Some(near) => fault.did_you_mean(near),
        None => fault.help(
            "the catalogue has only published findings; write a `hazard_ratio` for what the case itself judges",
        ),
    }
}
