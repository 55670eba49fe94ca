//! The findings as one JSON object, in the keys that the design contracts.
//!
//! Every vector over parties follows `parties`. Large counts are decimal strings. Outcomes are objects
//! `{issue: option}`, numeric options as numbers. Probabilities come as `{"value", "interval"}`.

mod deals;
mod durability;
mod exchange;
mod outlook;
mod stability;
mod three_tests;

use detente_deals::{Share, SobolIndices};
use detente_model::{Case, Choice, Outcome};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::brief::{Brief, Deals};
use crate::compose::evidence::Evidence;
use crate::compose::exchange::ExchangePlan;
use crate::compose::lasting::Lasting;
use crate::compose::standstill::{Standstill, Wanted};

/// The whole brief.
pub fn brief(brief: &Brief) -> Value {
    let mut object = head(&brief.case, brief.draws, brief.seed);
    object.insert("deals".to_owned(), json!(deals::Section::of(&brief.case, &brief.deals.findings, None)));
    if let Some(found) = &brief.exchange {
        object.insert("exchange".to_owned(), exchange::section(found));
    }
    if let Some(found) = &brief.durability {
        object.insert("durability".to_owned(), durability::section(found));
    }
    if let Some(found) = &brief.standstill {
        object.insert("stability".to_owned(), stability::section(found, None));
    }
    if let Some(evidence) = &brief.evidence {
        object.insert("outlook".to_owned(), outlook::section(evidence));
    }
    if let Some(found) = &brief.three_tests {
        object.insert("three_tests".to_owned(), three_tests::section(brief, found));
    }
    object.insert("headline".to_owned(), json!(brief.headline));
    object.insert(
        "grounds".to_owned(),
        json!({ "cited": brief.grounds.cited, "estimated": brief.grounds.estimated, "judged": brief.grounds.judged }),
    );
    Value::Object(object)
}

/// The deal space alone. A frontier can be long, so it is written as it is, without an object in memory for each point.
pub fn deals<'a>(found: &'a Deals, sobol: Option<&SobolIndices>) -> impl Serialize + 'a {
    #[derive(Serialize)]
    struct Object<'a> {
        #[serde(flatten)]
        head: Map<String, Value>,
        deals: deals::Section<'a>,
    }
    Object {
        head: head(&found.case, found.draws, found.seed),
        deals: deals::Section::of(&found.case, &found.findings, sobol),
    }
}

/// What was said and done, and what it makes of the outlook.
pub fn outlook(evidence: &Evidence) -> Value {
    let mut object = head(&evidence.case, evidence.draws, evidence.seed);
    object.insert("outlook".to_owned(), outlook::section(evidence));
    Value::Object(object)
}

/// The exchange that one package would set in motion.
pub fn exchange(found: &ExchangePlan) -> Value {
    let mut object = head(&found.case, found.draws, found.seed);
    object.insert("exchange".to_owned(), exchange::section(found));
    Value::Object(object)
}

/// How long packages would last.
pub fn durability(found: &Lasting) -> Value {
    let mut object = head(&found.case, found.draws, found.seed);
    object.insert("durability".to_owned(), durability::section(found));
    Value::Object(object)
}

/// Why the conflict rests where it does, and what would make a wanted state hold.
pub fn stability(found: &Standstill, wanted: Option<&Wanted>) -> Value {
    let case = &found.case;
    json!({
        "case": { "title": case.title, "as_of": case.as_of.to_string() },
        "stability": stability::section(found, wanted),
    })
}

fn head(case: &Case, draws: u64, seed: u64) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("case".to_owned(), json!({ "title": case.title, "as_of": case.as_of.to_string() }));
    object.insert("seed".to_owned(), json!(seed));
    object.insert("draws".to_owned(), json!(draws));
    object
}

/// A package as `{issue: option}`.
struct Named<'a> {
    case: &'a Case,
    outcome: &'a Outcome,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_map(self.case.describe(self.outcome).map(|(issue, choice)| (&issue.id, Offered(choice))))
    }
}

/// An option: a string, or a number that is written whole when it is whole.
struct Offered<'a>(&'a Choice);

impl Serialize for Offered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Choice::Text(text) => serializer.serialize_str(text),
            Choice::Number(x) if x.fract() == 0.0 && x.abs() < 9e15 => serializer.serialize_i64(*x as i64),
            Choice::Number(x) => serializer.serialize_f64(*x),
        }
    }
}

fn outcome(case: &Case, outcome: &Outcome) -> Value {
    json!(Named { case, outcome })
}

fn option(choice: &Choice) -> Value {
    json!(Offered(choice))
}

fn share(share: Share) -> Value {
    json!({ "value": share.value(), "interval": share.interval() })
}
