//! The `three_tests` section: the leading packages under all tests, what changes would do, and what each manner of
//! carrying the exchange out takes.

use detente_model::{Case, Guarantee};
use serde_json::{Map, Value, json};

use super::outcome;
use crate::brief::Brief;
use crate::compose::three_tests::{LASTING, Manner, Results, Test, ThreeTests};

pub(super) fn section(brief: &Brief, found: &ThreeTests) -> Value {
    let case = &brief.case;
    let tested: Vec<Value> = found
        .standings
        .tested
        .iter()
        .map(|tested| {
            let mut value = results(&tested.results);
            value["package"] = json!(tested.letter);
            value["outcome"] = outcome(&case, &tested.outcome);
            value
        })
        .collect();
    let changes: Vec<Value> = found
        .changes
        .iter()
        .map(|change| {
            let mut value = results(&change.results);
            value["issue"] = json!(case.issue(change.issue).id);
            value["outcome"] = outcome(&case, &change.outcome);
            value
        })
        .collect();
    let manner = |manner: &Manner| {
        let needed: Map<String, Value> = manner
            .needed
            .iter()
            .filter_map(|needed| {
                let band = needed.guarantee;
                let value = json!({
                    "guarantee": band.map(|band| json!({ "median": band.median, "interval": [band.low, band.high] })),
                    "needed_in": super::share(needed.some),
                    "never_enough_in": super::share(needed.never),
                });
                Some((case.party(needed.party?).id.clone(), value))
            })
            .collect();
        json!({
            "name": manner.name,
            "outcome": outcome(&case, &manner.outcome),
            "self_enforcing": manner.holds.iter().map(|(option, share)| {
                let mut value = super::share(*share);
                value["guarantee"] = json!(guarantee(&case, *option));
                value
            }).collect::<Vec<_>>(),
            "guarantee_needed": needed,
        })
    };
    json!({
        "worlds": found.standings.worlds,
        "lasting_days": LASTING,
        "packages": tested,
        "best": found.standings.best.map(|best| found.standings.tested[best].letter.as_str()),
        "changes": changes,
        "manners": found.manners.iter().map(manner).collect::<Vec<_>>(),
        "sentences": found.sentences,
    })
}

/// The option that stands for a guarantee, as people read it.
fn guarantee(case: &Case, option: Option<usize>) -> Option<String> {
    match case.exchange.as_ref()?.guarantee {
        Guarantee::Issue { issue, .. } => Some(case.issue(issue).label(option?)),
        Guarantee::Fixed(_) => None,
    }
}

fn results(results: &Results) -> Value {
    let weakest = match results.weakest() {
        Test::Acceptable => "acceptable",
        Test::Enforceable => "enforceable",
        Test::Durable => "durable",
    };
    json!({
        "acceptable": super::share(results.acceptable),
        "enforceable": results.enforceable.map(super::share),
        "as_proposed": results.as_proposed,
        "some_schedule_enforceable": results.some_way.map(super::share),
        "durable": results.durable.map(|band| json!({ "median": band.median, "interval": [band.low, band.high] })),
        "all_three": results.all_three,
        "weakest": weakest,
    })
}
