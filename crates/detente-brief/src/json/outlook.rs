//! The `outlook` section. Claims go by their index in `claims`, which lists those of the case in its order.

use detente_evidence::{Contradiction, Fit, Mover, OutlookAt, Scores, Shift, Standing};
use detente_model::{Bearing, ClaimId, ForecastId, PropositionId};
use serde_json::{Map, Value, json};

use crate::compose::evidence::Evidence;

pub(super) fn section(evidence: &Evidence) -> Value {
    let case = &evidence.case;
    let id = |proposition: PropositionId| case.propositions[proposition.0].id.as_str();
    let propositions: Vec<Value> = (0..case.propositions.len())
        .filter_map(|i| {
            let (before, now) = (evidence.before()?.propositions[i], evidence.now()?.propositions[i]);
            Some(json!({
                "id": case.propositions[i].id,
                "text": case.propositions[i].text,
                "prior": before.mean,
                "prior_interval": [before.low, before.high],
                "posterior": now.mean,
                "interval": [now.low, now.high],
                "central": now.central,
                "words": evidence.likelihood(PropositionId(i)),
            }))
        })
        .collect();
    let rows: Vec<Value> = evidence
        .hypotheses
        .rows
        .iter()
        .map(|row| {
            let fits: Vec<Option<&str>> = row.cells.iter().map(|cell| cell.map(Fit::letters)).collect();
            json!({
                "proposition": id(row.proposition),
                "holds": row.holds,
                "fits": fits,
                "against": row.against,
                "probability": row.probability,
            })
        })
        .collect();
    let columns: Vec<Value> = evidence
        .hypotheses
        .columns
        .iter()
        .map(|column| json!({ "claims": indices(&column.claims), "diagnosticity": column.diagnosticity }))
        .collect();
    let information: Vec<Value> = evidence
        .outlook
        .information
        .iter()
        .map(|row| {
            json!({
                "proposition": id(row.proposition),
                "if_true": row.if_true.map(super::share),
                "if_false": row.if_false.map(super::share),
                "expected_move": row.expected_move,
            })
        })
        .collect();
    json!({
        "headline": evidence.headline,
        "propositions": propositions,
        "claims": (0..case.claims.len()).map(|i| claim(evidence, ClaimId(i))).collect::<Vec<_>>(),
        "contradictions": evidence.contradictions.iter().map(contradiction).collect::<Vec<_>>(),
        "counted_differently": evidence.counted_differently.iter().map(contradiction).collect::<Vec<_>>(),
        "by_date": evidence.outlook.by_date.iter().map(|row| at_date(evidence, row)).collect::<Vec<_>>(),
        "moved_most": evidence
            .outlook
            .origins
            .iter()
            .map(|mover| moved(evidence, mover, json!({ "claims": indices(&mover.what) })))
            .collect::<Vec<_>>(),
        "sources": evidence
            .outlook
            .sources
            .iter()
            .map(|mover| moved(evidence, mover, json!({ "source": case.source(mover.what).id })))
            .collect::<Vec<_>>(),
        "hypotheses": { "columns": columns, "rows": rows },
        "information": information,
        "forecasts": forecasts(evidence),
    })
}

fn indices(claims: &[ClaimId]) -> Vec<usize> {
    claims.iter().map(|id| id.0).collect()
}

fn shift(shift: Shift) -> Value {
    json!({ "value": shift.value, "interval": [shift.low, shift.high] })
}

fn claim(evidence: &Evidence, id: ClaimId) -> Value {
    let case = &evidence.case;
    let claim = evidence.claim(id);
    let mut value = json!({
        "id": claim.id,
        "said": claim.said.map(|day| day.to_string()),
        "reported": claim.reported.map(|day| day.to_string()),
        "by": claim.by,
        "party": claim.party.map(|party| case.party(party).id.as_str()),
        "role": claim.role.map(detente_model::Speaker::word),
        "source": claim.source.map(|source| case.source(source).id.as_str()),
        "locator": claim.locator,
        "origin": claim.origin,
        "text": claim.text,
        "draft": claim.draft,
        "standing": match evidence.standing[id.0] {
            Standing::In => "in",
            Standing::Out => "out",
            Standing::Undecided => "undecided",
        },
    });
    match &claim.bearing {
        Some(Bearing::Proposition { on, .. }) => {
            value["on"] = json!(case.propositions[on.0].id);
            if let Some(weighed) = evidence.weighed.iter().find(|w| w.claim == id) {
                value["log_likelihood_ratio"] = json!(weighed.log_ratio);
                value["ground"] = json!(evidence.ground(weighed));
                value["repeats"] = json!(weighed.repeats);
            }
        }
        Some(Bearing::Quantity { quantity, value: number, counting }) => {
            let stated = case.numbers[*number].value;
            value["quantity"] = json!(quantity);
            value["value"] = json!([stated.low(), stated.central(), stated.high()]);
            value["counting"] = json!(counting);
        }
        Some(Bearing::Event(event)) => {
            value["kind"] = json!("event");
            value["dataset"] = json!(event.dataset);
            value["code"] = json!(event.code);
        }
        None => {}
    }
    value
}

fn contradiction(found: &Contradiction) -> Value {
    json!({
        "kind": found.kind.word(),
        "claims": found.claims.map(|id| id.0),
        "because": found.because,
    })
}

fn at_date(evidence: &Evidence, row: &OutlookAt) -> Value {
    let propositions: Vec<Value> = evidence
        .case
        .propositions
        .iter()
        .zip(&row.propositions)
        .map(|(p, e)| json!({ "id": p.id, "value": e.mean, "interval": [e.low, e.high] }))
        .collect();
    json!({
        "date": row.date.map(|day| day.to_string()),
        "claims": indices(&row.claims),
        "propositions": propositions,
        "zone_probability": row.share.map(super::share),
    })
}

fn moved<T>(evidence: &Evidence, mover: &Mover<T>, mut what: Value) -> Value {
    let names = evidence.case.propositions.iter().map(|p| p.id.clone());
    let moves: Map<String, Value> = names.zip(mover.moves.iter().map(|by| json!(by))).collect();
    what["moves"] = Value::Object(moves);
    what["flips"] = mover.flips.iter().map(|id| evidence.case.propositions[id.0].id.as_str()).collect();
    what["zone_shift"] = json!(mover.shift.map(shift));
    what
}

fn forecasts(evidence: &Evidence) -> Value {
    let (case, ledger) = (&evidence.case, &evidence.ledger);
    let id = |forecast: ForecastId| case.forecasts[forecast.0].id.as_str();
    // A certainty that failed has no finite logarithmic score: JSON has no infinity, so it is null beside a count.
    let scores = |s: Scores| json!({ "count": s.count, "brier": s.brier, "logarithmic": s.logarithmic });
    let calibration: Vec<Value> = ledger
        .calibration
        .iter()
        .map(|bin| {
            json!({ "from": bin.from, "count": bin.count, "forecast": bin.forecast, "observed": super::share(bin.observed) })
        })
        .collect();
    let scored: Vec<Value> = ledger
        .scored
        .iter()
        .map(|s| {
            json!({
                "id": id(s.forecast), "probability": s.probability, "outcome": s.outcome,
                "brier": s.brier, "logarithmic": s.logarithmic,
            })
        })
        .collect();
    json!({
        "scored": scored,
        "overdue": ledger.overdue.iter().map(|f| id(*f)).collect::<Vec<_>>(),
        "open": ledger.open.iter().map(|f| id(*f)).collect::<Vec<_>>(),
        "scores": ledger.scores.map(scores),
        "base_rate": ledger.base_rate.map(scores),
        "skill": ledger.skill,
        "calibration": calibration,
        "reliability": ledger.reliability,
        "resolution": ledger.resolution,
        "uncertainty": ledger.uncertainty,
    })
}
