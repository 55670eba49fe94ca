//! What was said and done, as reported.

use std::collections::BTreeMap;

use detente_model::{Bearing, Citation, Claim, Evidence, Speaker, Strength};

use super::Decoder;
use crate::code::Code;
use crate::conform::parse_grade;
use crate::fault::Fault;
use crate::format::{ABOVE_ZERO, ANY};
use crate::text::{Span, quoted};
use crate::tree::{Node, Table};

impl<'t> Decoder<'_, 't> {
    pub(super) fn claims(&mut self) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for node in self.root.list_of("claims") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let id = table.entry("id").and_then(|entry| Some((entry.node.text()?, entry.node.span)));
            let Some((id, id_span)) = id else {
                self.incomplete = true;
                self.claim(table, "", node.span);
                continue;
            };
            // The numbers of a second one of the same name would only be reported as the same a second time.
            if self.new_id("claim", Code::DuplicateClaim, (id, id_span), &mut seen) {
                self.claim(table, id, node.span);
            }
        }
    }

    fn claim(&mut self, table: Table<'t>, id: &str, span: Span) {
        let source = table.text("source").and_then(|text| self.citation(text));
        self.incomplete |= source.is_none() && table.get("source").is_some();
        let party = table.text("party").and_then(|id| self.known.party(id));
        self.incomplete |= party.is_none() && table.get("party").is_some();
        let role =
            table.text("role").and_then(|word| Speaker::ALL.into_iter().find(|role| role.word() == word));
        self.incomplete |= role.is_none() && table.get("role").is_some();
        let grade = table.text("grade").and_then(parse_grade);
        self.incomplete |= grade.is_none() && table.get("grade").is_some();
        let cite: Vec<Citation> = source.iter().cloned().collect();
        let (source, locator) = source.map_or((None, None), |cited| (Some(cited.source), cited.locator));
        let claim = Claim {
            id: id.to_owned(),
            said: self.optional_date(table, "said"),
            reported: self.optional_date(table, "reported"),
            by: self.optional_text(table, "by"),
            party,
            role,
            source,
            locator,
            origin: self.optional_text(table, "origin"),
            text: self.optional_text(table, "text"),
            bearing: match self.event(table, id, span, &cite) {
                Some(event) => Some(Bearing::Event(event)),
                None => self.bearing(table, id, span, &cite),
            },
            grade,
            draft: self.truth(table, "draft", false),
            place: Some(self.place(span)),
        };
        self.dates(&claim, table);
        self.case.claims.push(claim);
    }

    fn dates(&mut self, claim: &Claim, table: Table<'t>) {
        let what = |key: &str| match key {
            "until" => format!("the event {} may have happened", quoted(&claim.id)),
            key => format!("the claim {} was {key}", quoted(&claim.id)),
        };
        let event = match &claim.bearing {
            Some(Bearing::Event(event)) => (event.until, event.retrieved),
            _ => (None, None),
        };
        let stated =
            [(claim.said, "said"), (claim.reported, "reported"), (event.0, "until"), (event.1, "retrieved")];
        for (date, key) in stated {
            if let (Some(date), Some(node)) = (date, table.get(key)) {
                self.not_after_as_of(date, node.span, &what(key));
            }
        }
        if let (Some(said), Some(reported)) = (claim.said, claim.reported)
            && said > reported
            && let (Some(said_at), Some(reported_at)) = (table.get("said"), table.get("reported"))
        {
            let message = format!(
                "the claim {} was reported on {reported}, before it was said on {said}",
                quoted(&claim.id)
            );
            self.faults.push(
                Fault::new(Code::ReportedBeforeSaid, reported_at.span, message)
                    .label("reported")
                    .related(said_at.span, "said")
                    .help("were the two dates exchanged?"),
            );
        }
    }

    fn bearing(&mut self, table: Table<'t>, id: &str, span: Span, cite: &[Citation]) -> Option<Bearing> {
        let about_truth = ["stance", "strength", "likelihood_ratio"];
        let about_count = ["value", "counting"];
        let about_promise = ["says", "count", "happened"];
        if let Some(commitment) = table.entry("commitment") {
            if let Some(other) = ["on", "quantity"].into_iter().find_map(|key| table.entry(key)) {
                self.bearing_fault(
                    other.key_span,
                    format!("the claim {} bears on a commitment and on something else", quoted(id)),
                    "split it into two claims; give both the same `origin`",
                    Some((commitment.key_span, "a commitment here")),
                );
                return None;
            }
            return self.commitment_report(table, id, commitment).map(Bearing::Commitment);
        }
        if let (Some(on), Some(quantity)) = (table.entry("on"), table.entry("quantity")) {
            self.bearing_fault(
                quantity.key_span,
                format!("the claim {} bears on a proposition and on a quantity", quoted(id)),
                "split it into two claims; give both the same `origin`",
                Some((on.key_span, "a proposition here")),
            );
            return None;
        }
        for (keys, needs) in
            [(&about_truth[..], "on"), (&about_count[..], "quantity"), (&about_promise[..], "commitment")]
        {
            if table.get(needs).is_some() {
                continue;
            }
            for entry in keys.iter().filter_map(|key| table.entry(key)) {
                self.bearing_fault(
                    entry.key_span,
                    format!("the claim {} has `{}` but no `{needs}`", quoted(id), entry.key),
                    match needs {
                        "on" => "say which proposition it bears on: `on = \"…\"`",
                        "quantity" => "say what it counts: `quantity = \"…\"`",
                        _ => "say on which commitment it reports: `commitment = \"…\"`",
                    },
                    None,
                );
            }
        }
        if let Some(quantity) = table.text("quantity") {
            let Some(value) = table.get("value") else {
                let at = table.entry("quantity").map_or(span, |entry| entry.key_span);
                self.bearing_fault(
                    at,
                    format!("the claim {} counts something but does not say how many", quoted(id)),
                    "add `value = …`, a number or a range",
                    None,
                );
                return None;
            };
            let value = self.number(value, format!("claims.{id}.value"), ANY, cite);
            let counting = self.optional_text(table, "counting");
            return Some(Bearing::Quantity { quantity: quantity.to_owned(), value, counting });
        }
        let on = table.entry("on")?;
        let proposition = on.node.text().and_then(|id| self.known.proposition(id));
        self.incomplete |= proposition.is_none();
        let evidence = self.evidence(table, id, on.key_span, cite)?;
        Some(Bearing::Proposition { on: proposition?, evidence })
    }

    fn evidence(&mut self, table: Table<'t>, id: &str, on: Span, cite: &[Citation]) -> Option<Evidence> {
        match (table.entry("stance"), table.entry("likelihood_ratio")) {
            (None, None) => {
                self.bearing_fault(
                    on,
                    format!("the claim {} does not say which way it speaks", quoted(id)),
                    "add `stance = \"for\"` or `stance = \"against\"`, or a `likelihood_ratio`",
                    None,
                );
                None
            }
            (Some(stance), Some(ratio)) => {
                self.bearing_fault(
                    ratio.key_span,
                    format!("the claim {} has a stance and a likelihood ratio", quoted(id)),
                    "keep one of them: the ratio says both which way and how strongly",
                    Some((stance.key_span, "a stance here")),
                );
                None
            }
            (None, Some(ratio)) => {
                if let Some(strength) = table.entry("strength") {
                    self.bearing_fault(
                        strength.key_span,
                        format!("the claim {} has a strength beside a likelihood ratio", quoted(id)),
                        "leave `strength` out: the ratio says how strongly",
                        Some((ratio.key_span, "a ratio here")),
                    );
                }
                let path = format!("claims.{id}.likelihood_ratio");
                Some(Evidence::LikelihoodRatio(self.number(ratio.node, path, ABOVE_ZERO, cite)))
            }
            (Some(stance), None) => {
                let supports = match stance.node.text() {
                    Some("for") => true,
                    Some("against") => false,
                    _ => {
                        self.incomplete = true;
                        return None;
                    }
                };
                let word = table.get("strength").map_or(Some("moderate"), Node::text);
                let strength = Strength::ALL.into_iter().find(|strength| Some(strength.word()) == word);
                self.incomplete |= strength.is_none();
                Some(Evidence::Stance { supports, strength: strength? })
            }
        }
    }

    fn bearing_fault(&mut self, span: Span, message: String, help: &str, related: Option<(Span, &str)>) {
        let fault = Fault::new(Code::ClaimBearing, span, message).label("here").help(help);
        self.faults.push(match related {
            Some((span, label)) => fault.related(span, label),
            None => fault,
        });
    }
}
