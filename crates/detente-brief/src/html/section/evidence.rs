//! What was said and done, and what it makes of the outlook.

use detente_evidence::Fit;
use detente_model::{Citation, PropositionId};
use serde::Serialize;

use crate::brief::Brief;
use crate::compose::evidence::{Evidence, WeighedClaim};
use crate::html::notes::{Notes, Reference};
use crate::html::plot::outlook::{Step, draw};
use crate::words;

/// The evidence.
#[derive(Serialize)]
pub(in crate::html) struct Section {
    headline: Vec<String>,
    questions: Vec<Question>,
    plot: Option<minijinja::Value>,
    contradictions: Vec<Contradiction>,
    sources: Vec<Moved>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    information: Vec<Answer>,
    forecasts: Vec<String>,
}

/// An open question with the claims on it.
#[derive(Serialize)]
struct Question {
    number: usize,
    text: String,
    before: String,
    now: String,
    range: String,
    words: &'static str,
    line: Option<usize>,
    claims: Vec<Told>,
}

/// A claim with its weight.
#[derive(Serialize)]
struct Told {
    who: String,
    when: String,
    said: String,
    weighs: String,
    ground: String,
    cites: Vec<Reference>,
    line: Option<usize>,
}

#[derive(Serialize)]
struct Contradiction {
    kind: String,
    because: String,
    verdict: &'static str,
}

/// What a source brings.
#[derive(Serialize)]
struct Moved {
    source: String,
    deal: String,
    questions: String,
    turns: String,
}

/// A column of the table of hypotheses.
#[derive(Serialize)]
struct Column {
    name: String,
    what: String,
}

#[derive(Serialize)]
struct Row {
    name: String,
    fits: Vec<&'static str>,
    against: String,
    chance: String,
}

/// What an answer would bring.
#[derive(Serialize)]
struct Answer {
    text: String,
    now: String,
    if_true: String,
    if_false: String,
    moves: String,
}

/// Columns of the table of hypotheses that a page has room for.
const COLUMNS: usize = 10;

pub(in crate::html) fn section(brief: &Brief, notes: &mut Notes) -> Option<Section> {
    let evidence = brief.evidence.as_ref()?;
    let case = &evidence.case;
    let (before, now) = (evidence.before()?, evidence.now()?);
    let questions = case.propositions.iter().enumerate().map(|(i, proposition)| {
        let estimate = now.propositions[i];
        let on = evidence.weighed.iter().filter(|w| w.on == PropositionId(i));
        Question {
            number: i + 1,
            text: proposition.text.clone(),
            before: words::percent(before.propositions[i].mean),
            now: words::percent(estimate.mean),
            range: format!("{:.0}–{:.0} %", estimate.low * 100.0, estimate.high * 100.0),
            words: evidence.likelihood(PropositionId(i)),
            line: proposition.place.map(|place| place.line),
            claims: on.map(|w| told(evidence, w, notes)).collect(),
        }
    });
    let questions: Vec<Question> = questions.collect();
    let found = evidence.contradictions.iter().map(|c| Contradiction {
        kind: words::sentence(c.kind.word()),
        because: c.because.clone(),
        verdict: evidence.verdict(c),
    });
    let differently = evidence.counted_differently.iter().map(|c| Contradiction {
        kind: "No contradiction".to_owned(),
        because: c.because.clone(),
        verdict: "",
    });
    let sources = evidence.outlook.sources.iter().map(|mover| {
        let names = |ids: &mut dyn Iterator<Item = String>| ids.collect::<Vec<_>>().join(", ");
        Moved {
            source: case.source(mover.what).title.clone(),
            deal: mover.shift.map(|shift| words::points(shift.value)).unwrap_or_default(),
            questions: names(
                &mut (0..case.propositions.len())
                    .filter(|i| mover.moves[*i] != 0.0)
                    .map(|i| format!("{}: {}", i + 1, words::points(mover.moves[i]))),
            ),
            turns: names(&mut mover.flips.iter().map(|id| (id.0 + 1).to_string())),
        }
    });
    Some(Section {
        headline: evidence.headline.clone(),
        plot: plot(evidence),
        contradictions: found.chain(differently).collect(),
        sources: sources.collect(),
        columns: columns(evidence),
        rows: rows(evidence),
        information: information(evidence),
        forecasts: forecasts(evidence),
        questions,
    })
}

fn told(evidence: &Evidence, weighed: &WeighedClaim, notes: &mut Notes) -> Told {
    let claim = evidence.claim(weighed.claim);
    let cite: Vec<Citation> =
        claim.source.map(|source| Citation { source, locator: claim.locator.clone() }).into_iter().collect();
    let mut ground = evidence.ground(weighed);
    if weighed.repeats {
        ground.push_str("; repeats another report");
    } else if weighed.shares > 0 {
        let others = words::plural(weighed.shares as u128, "other", "others");
        ground.push_str(&format!("; one origin with {others}"));
    }
    Told {
        who: evidence.claimant(claim),
        when: claim.said.or(claim.reported).map(words::date).unwrap_or_default(),
        said: evidence.said(claim),
        weighs: words::weight(weighed.log_ratio),
        ground,
        cites: notes.refer(&cite, &claim.id),
        line: claim.place.map(|place| place.line),
    }
}

fn plot(evidence: &Evidence) -> Option<minijinja::Value> {
    let rows = &evidence.outlook.by_date;
    if rows.len() < 2 {
        return None;
    }
    let steps: Option<Vec<Step>> = rows
        .iter()
        .map(|row| {
            let share = row.share?;
            let mut who: Vec<String> = Vec::new();
            for name in row.claims.iter().map(|id| evidence.claimant(evidence.claim(*id))) {
                if !who.contains(&name) {
                    who.push(name);
                }
            }
            let [low, high] = share.interval();
            Some(Step { date: row.date, value: share.value(), interval: (low, high), who })
        })
        .collect();
    steps.map(|steps| draw(&steps, &see(&steps)))
}

/// What the plot shows, for those who listen.
fn see(steps: &[Step]) -> String {
    let step = |step: &Step| {
        let when = step
            .date
            .map_or_else(|| "before any claim".to_owned(), |day| format!("from {}", words::date(day)));
        format!("{} {when}", words::percent(step.value))
    };
    let told: Vec<String> = steps.iter().map(step).collect();
    format!("The share of worlds in which a deal exists: {}.", words::list(&told))
}

fn columns(evidence: &Evidence) -> Vec<Column> {
    let column = |(i, column): (usize, &detente_evidence::EvidenceColumn)| {
        let first = column.claims.first().map(|id| evidence.claim(*id));
        let mut who: Vec<String> =
            column.claims.iter().map(|id| evidence.claimant(evidence.claim(*id))).collect();
        who.dedup();
        let what = match first.and_then(|claim| claim.origin.clone()) {
            Some(origin) => format!("{origin} ({})", words::list(&who)),
            None => format!("{}: {}", words::list(&who), first.map(|c| evidence.said(c)).unwrap_or_default()),
        };
        Column { name: format!("E{}", i + 1), what }
    };
    evidence.hypotheses.columns.iter().take(COLUMNS).enumerate().map(column).collect()
}

fn rows(evidence: &Evidence) -> Vec<Row> {
    let row = |row: &detente_evidence::Hypothesis| Row {
        name: format!("{} {}", row.proposition.0 + 1, if row.holds { "holds" } else { "does not hold" }),
        fits: row.cells.iter().take(COLUMNS).map(|cell| cell.map_or("", Fit::letters)).collect(),
        against: format!("{:.1}", row.against),
        chance: words::percent(row.probability),
    };
    evidence.hypotheses.rows.iter().map(row).collect()
}

fn information(evidence: &Evidence) -> Vec<Answer> {
    let answer = |row: &detente_evidence::Information| {
        Some(Answer {
            text: evidence.case.propositions[row.proposition.0].text.clone(),
            now: words::percent(row.probability.mean),
            if_true: words::percent(row.if_true?.value()),
            if_false: words::percent(row.if_false?.value()),
            moves: words::points(row.expected_move?),
        })
    };
    evidence.outlook.information.iter().filter_map(answer).collect()
}

/// The ledger in sentences.
fn forecasts(evidence: &Evidence) -> Vec<String> {
    let (case, ledger) = (&evidence.case, &evidence.ledger);
    let mut told = Vec::new();
    if let (Some(own), Some(base)) = (ledger.scores, ledger.base_rate) {
        told.push(format!(
            "{} came due: Brier score {:.3}, against {:.3} for always saying the base rate (0 is perfect).",
            words::plural(own.count as u128, "forecast", "forecasts"),
            own.brier,
            base.brier
        ));
    }
    let waiting = [(&ledger.overdue, "Overdue since"), (&ledger.open, "Due")];
    for (ids, what) in waiting {
        told.extend(ids.iter().map(|id| {
            let forecast = &case.forecasts[id.0];
            let probability = words::percent(case.numbers[forecast.probability].value.central());
            format!("{what} {}: {} ({probability}).", words::date(forecast.due), forecast.text)
        }));
    }
    told
}
