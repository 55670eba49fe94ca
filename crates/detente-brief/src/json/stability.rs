//! The `stability` section. States go by their number, the same as everywhere else.

use detente_stability::{Concept, Measure, Route, State, StateSet, Step, UnknownType};
use serde_json::{Map, Value, json};

use crate::compose::standstill::{DespiteUnknown, Prospect, Standstill, Wanted};

pub(super) fn section(found: &Standstill, wanted: Option<&Wanted>) -> Value {
    let graph = &found.graph;
    let listed_states = || graph.states().filter(|_| found.is_listed());
    let states: Vec<Value> = listed_states().map(|state| described(found, state)).collect();
    let equilibria: Map<String, Value> = Concept::ALL
        .into_iter()
        .map(|concept| (concept.word().to_owned(), json!(found.equilibria(concept))))
        .collect();
    let strong = by_sense(found, |concept| found.stability.strong_equilibria(concept));
    let perceived = found.perceived.as_ref().map(|seen| by_sense(found, |concept| seen.equilibria(concept)));
    let hidden: Map<String, Value> = (0..graph.parties())
        .filter_map(|party| {
            Some((id(found, party).to_owned(), numbers(found, graph.hidden_from(party)?.iter())))
        })
        .collect();
    let coalitional: Map<String, Value> = found
        .against_coalitions
        .iter()
        .map(|(concept, set)| (concept.word().to_owned(), numbers(found, set.iter())))
        .collect();
    let verdicts: Vec<Value> = listed_states()
        .flat_map(|state| (0..graph.parties()).map(move |party| (state, party)))
        .map(|(state, party)| verdict(found, state, party))
        .collect();
    let coalitions: Vec<Vec<&str>> = graph
        .coalitions()
        .iter()
        .map(|coalition| coalition.members().into_iter().map(|party| id(found, party)).collect())
        .collect();
    json!({
        "parties": (0..graph.parties()).map(|party| id(found, party)).collect::<Vec<_>>(),
        "state_count": graph.len(),
        "states": states,
        "status_quo": graph.status_quo().and_then(|state| graph.number(state)),
        "equilibria": equilibria,
        "strong_equilibria": (!strong.is_empty()).then_some(strong),
        "perceived": perceived.map(|equilibria| json!({ "hidden": hidden, "equilibria": equilibria })),
        "despite_unknown": found.despite_unknown.iter().map(|despite| unknown(found, despite)).collect::<Vec<_>>(),
        "likelihood": likelihood(found),
        "rests": found.rests.as_ref().map(|rests| numbers(found, rests.iter().copied())),
        "prospects": found.prospects.iter().map(|each| prospect(found, each)).collect::<Vec<_>>(),
        "complete": { "states": found.is_listed(), "paths": found.graph.status_quo().is_none() || !found.routes.is_empty() || found.rests.is_some(), "margins": found.is_weighed(), "coalitions": !found.against_coalitions.is_empty() },
        "sequential_or_simultaneous": found.sequential_or_simultaneous(),
        "coalitional_equilibria": coalitional,
        "coalitions": coalitions,
        "verdicts": verdicts,
        "paths": found.routes.iter().map(|route| path(found, route)).collect::<Vec<_>>(),
        "wanted": wanted.map(|wanted| inverse(found, wanted)),
    })
}

/// The states of a set for each sense in which there is one.
fn by_sense(found: &Standstill, sets: impl Fn(Concept) -> Option<StateSet>) -> Map<String, Value> {
    let one = |concept: Concept| Some((concept.word().to_owned(), numbers(found, sets(concept)?.iter())));
    Concept::ALL.into_iter().filter_map(one).collect()
}

fn unknown(found: &Standstill, despite: &DespiteUnknown) -> Value {
    let (drawn, held_back) = match despite.by {
        UnknownType::A => (true, false),
        UnknownType::B => (false, false),
        UnknownType::C => (true, true),
        UnknownType::D => (false, true),
    };
    let holds: Map<String, Value> = despite
        .holds
        .iter()
        .map(|(concept, set)| (concept.word().to_owned(), numbers(found, set.iter())))
        .collect();
    json!({ "drawn_to_it": drawn, "held_back_by_it": held_back, "equilibria": holds })
}

/// How likely each state is to hold in each sense; null where nothing is in doubt.
fn likelihood(found: &Standstill) -> Option<Value> {
    let likelihood = found.likelihood.as_ref()?;
    let states = likelihood.states.iter().map(|&state| {
        let mut value = json!({ "state": found.graph.number(state) });
        for concept in Concept::ALL {
            value[concept.word()] = json!(likelihood.share(state, concept).map(super::share));
        }
        value
    });
    Some(json!({ "draws": likelihood.draws(), "states": states.collect::<Vec<_>>() }))
}

fn prospect(found: &Standstill, prospect: &Prospect) -> Value {
    let views: Vec<Value> = prospect
        .views
        .iter()
        .map(|view| {
            json!({
                "party": id(found, view.verdict.party),
                "stays": view.leaves.is_none(),
                "moves_to": view.leaves.and_then(|to| found.graph.number(to)),
                "because": view.sentence(&found.graph),
            })
        })
        .collect();
    json!({
        "state": found.graph.number(prospect.state),
        "holds": prospect.holds(),
        "day_after": views,
        "keeps": prospect.keeps.as_ref().map(|wanted| inverse(found, wanted)),
    })
}

fn id(found: &Standstill, party: usize) -> &str {
    found.party(party).map_or("", |party| party.id.as_str())
}

fn numbers(found: &Standstill, states: impl Iterator<Item = State>) -> Value {
    json!(states.filter_map(|state| found.graph.number(state)).collect::<Vec<_>>())
}

fn described(found: &Standstill, state: State) -> Value {
    let mut value = json!({ "id": found.graph.number(state), "text": found.graph.describe(state) });
    if found.graph.has_options() {
        let made = found.case.moves.iter().enumerate();
        value["moves"] = made
            .map(|(bit, m)| (m.id.clone(), json!(state.code() >> bit & 1 == 1)))
            .collect::<Map<_, _>>()
            .into();
    }
    value
}

fn verdict(found: &Standstill, state: State, party: usize) -> Value {
    let mut value = json!({ "state": found.graph.number(state), "party": id(found, party) });
    for concept in Concept::ALL {
        value[concept.word()] = json!(found.stability.is_stable(state, party, concept));
    }
    value["margin"] = json!(found.margin(state, party, Concept::Sequential));
    value
}

fn steps(found: &Standstill, steps: &[Step]) -> Value {
    let step = |step: &Step| json!({ "party": id(found, step.party), "to": found.graph.number(step.to) });
    steps.iter().map(step).collect()
}

fn path(found: &Standstill, route: &Route) -> Value {
    json!({
        "state": found.graph.number(route.target),
        "by_moves": route.by_moves.as_ref().map(|path| steps(found, path)),
        "by_improvements": route.by_improvements.as_ref().map(|path| steps(found, path)),
        "first_movers": route.first_movers().into_iter().map(|party| id(found, party)).collect::<Vec<_>>(),
    })
}

fn inverse(found: &Standstill, wanted: &Wanted) -> Value {
    let change = &wanted.change;
    let lifts: Vec<Value> = change
        .lifts
        .iter()
        .map(|lift| {
            json!({ "party": id(found, lift.party), "above": numbers(found, lift.above.iter().copied()), "pairs": lift.pairs })
        })
        .collect();
    let releases: Vec<Value> = wanted
        .releases
        .releases
        .iter()
        .map(|release| release.measures.iter().map(|measure| told(found, measure)).collect())
        .collect();
    json!({
        "state": found.graph.number(wanted.state),
        "preferences": { "pairs": change.pairs, "lifts": lifts, "reachable": change.reachable },
        "measures": releases,
        "measures_complete": wanted.releases.complete,
    })
}

fn told(found: &Standstill, measure: &Measure) -> Value {
    let the_move = |index: usize| found.case.moves.get(index).map(|m| m.id.as_str());
    let number = |state: State| found.graph.number(state);
    match *measure {
        Measure::Bind { choice } => json!({ "kind": "bind", "move": the_move(choice) }),
        Measure::Bar { choice } => json!({ "kind": "bar", "move": the_move(choice) }),
        Measure::AllowTakingBack { choice } => {
            json!({ "kind": "allow_taking_back", "move": the_move(choice) })
        }
        Measure::AllowMaking { choice } => json!({ "kind": "allow_making", "move": the_move(choice) }),
        Measure::RuleOut { state } => json!({ "kind": "rule_out", "state": number(state) }),
        Measure::Close { party, from, to } => {
            json!({ "kind": "close", "party": id(found, party), "from": number(from), "to": number(to) })
        }
        Measure::Open { party, from, to } => {
            json!({ "kind": "open", "party": id(found, party), "from": number(from), "to": number(to) })
        }
    }
}
