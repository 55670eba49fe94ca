//! The analyst's own words, as far as they stand in an extract: titles, names, remarks, claims, sources.

use std::collections::BTreeSet;

use detente_model::{Bearing, Case, Choice, Citation};
use serde::Serialize;
use serde_json::Value;

use crate::page::Page;
use crate::render;

/// The analyst's words that stand in an extract.
pub(super) struct AnalystsWords(Vec<(String, String)>);

/// Words with the section in which they stand first.
pub(super) struct Said<'w> {
    /// The heading of the section.
    pub section: &'w str,
    /// The words.
    pub words: &'w str,
}

impl AnalystsWords {
    /// Those of a case that a page shows.
    pub fn on(case: &Case, page: &Page) -> Self {
        let mut parts = vec![("Where things stand".to_owned(), text_of(&page.head))];
        for section in &page.sections {
            let heading = render::plain(&section.heading);
            let name = if heading.is_empty() { section.id.to_owned() } else { heading };
            parts.push((name, text_of(section)));
        }
        let words = words_of(case).into_iter().filter(|words| words.chars().any(char::is_numeric));
        let placed = words.filter_map(|words| {
            let (section, _) = parts.iter().find(|(_, text)| text.contains(words))?;
            Some((section.clone(), words.to_owned()))
        });
        Self(placed.collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = Said<'_>> {
        self.0.iter().map(|(section, words)| Said { section, words })
    }
}

/// Every text in a part of a page, one a line.
pub(super) fn text_of(part: &impl Serialize) -> String {
    fn collect(value: &Value, text: &mut String) {
        match value {
            Value::String(words) => {
                text.push_str(words);
                text.push('\n');
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, text)),
            Value::Object(values) => values.values().for_each(|value| collect(value, text)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut text = String::new();
    if let Ok(value) = serde_json::to_value(part) {
        collect(&value, &mut text);
    }
    text
}

/// Every text of a case that somebody wrote for people to read, each once.
fn words_of(case: &Case) -> BTreeSet<&str> {
    let mut words: Vec<&str> = vec![&case.title];
    words.extend(case.summary.as_deref());
    words.extend(case.parties.iter().map(|party| party.name.as_str()));
    words.extend(case.audiences.iter().map(|audience| audience.name.as_str()));
    for issue in &case.issues {
        words.push(&issue.name);
        words.extend(issue.unit.as_deref());
        words.extend(issue.options.iter().filter_map(|option| match option {
            Choice::Text(text) => Some(text.as_str()),
            Choice::Number(_) => None,
        }));
    }
    words.extend(case.infeasible.iter().filter_map(|rule| rule.because.as_deref()));
    for position in &case.positions {
        words.extend(position.note.as_deref());
        words.extend(position.issues.iter().filter_map(|on| on.note.as_deref()));
        words.extend(locators(&position.cite));
        words.extend(position.issues.iter().flat_map(|on| locators(&on.cite)));
    }
    words.extend(case.numbers.stated().flat_map(|number| locators(&number.cite)));
    words.extend(case.propositions.iter().map(|proposition| proposition.text.as_str()));
    for claim in &case.claims {
        let texts = [&claim.text, &claim.by, &claim.origin, &claim.locator];
        words.extend(texts.into_iter().filter_map(|text| text.as_deref()));
        if let Some(Bearing::Quantity { quantity, counting, .. }) = &claim.bearing {
            words.push(quantity);
            words.extend(counting.iter().map(String::as_str));
        }
    }
    for commitment in &case.commitments {
        words.push(&commitment.what);
        words.extend([&commitment.unit, &commitment.clause].into_iter().filter_map(|text| text.as_deref()));
        words.extend(locators(&commitment.cite));
    }
    for forecast in &case.forecasts {
        words.push(&forecast.text);
        words.extend(forecast.by.as_deref());
    }
    if let Some(exchange) = &case.exchange {
        words.extend(exchange.lots.iter().map(|lot| lot.name.as_str()));
        words.extend(exchange.rules.schedules.iter().map(|schedule| schedule.name.as_str()));
    }
    let factors = case.durability.iter().flat_map(|durability| &durability.factors);
    words.extend(factors.map(|factor| factor.name.as_str()));
    let past = case.durability.iter().flat_map(|durability| &durability.record);
    words.extend(past.map(|past| past.name.as_str()));
    words.extend(case.moves.iter().map(|made| made.text.as_str()));
    let matrix = case.conflict.iter().filter_map(|conflict| conflict.matrix.as_ref());
    words.extend(matrix.flat_map(|matrix| &matrix.states).map(String::as_str));
    for source in &case.sources {
        words.push(&source.title);
        words.extend(source.locator.as_deref());
    }
    words.into_iter().filter(|words| !words.trim().is_empty()).collect()
}

fn locators(cite: &[Citation]) -> impl Iterator<Item = &str> {
    cite.iter().filter_map(|citation| citation.locator.as_deref())
}
