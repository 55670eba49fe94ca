//! Several hands at one case.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use detente_brief::answers::{MergeAnswer, MergeSide, OverlayAnswer};
use detente_brief::{CaseReading, MOST_READINGS};
use detente_case::CASE_FILE;
use detente_case::merge::{MergeFault, Side, Take};
use detente_case::pool::PoolRule;

use super::streamed::{first_then_all, streamed};
use super::{Sent, apart, case_of, options, whole_text};
use crate::hands::{laid_over, put_together, told_apart};
use crate::protocol::{
    FaultFound, MergeAsked, OverlaidTold, OverlayAsked, PooledMade, PoolingRule, SideTaken,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::stream::Gone;

/// The most letters of a reader's name.
const LONGEST_NAME: usize = 100;

/// `POST /api/merge`
pub(super) async fn merge(
    State(shared): State<Shared>,
    Sent(asked): Sent<MergeAsked>,
) -> Result<Json<MergeAnswer>, Refused> {
    apart(move || {
        let MergeAsked { base, mine, theirs, takes } = asked;
        let take = |SideTaken { path, side }: SideTaken| Take {
            path,
            side: match side {
                MergeSide::Mine => Side::Mine,
                MergeSide::Theirs => Side::Theirs,
            },
        };
        let takes: Vec<Take> = takes.into_iter().map(take).collect();
        let together = put_together([&base, &mine, &theirs], &takes, CASE_FILE, &shared.folder);
        let together = together.map_err(|fault| match fault {
            MergeFault::Broken { which, report } => Refused::faulty(
                format!("{which} cannot be read"),
                FaultFound::of_another_text(report.faults()),
            )
            .hint("open it in the text view first, and mend what is marked there"),
            other => Refused::unfit(other.to_string()),
        })?;
        Ok(Json(together.answer(false)))
    })
    .await
}

/// `POST /api/overlay`
pub(super) async fn overlay(
    State(shared): State<Shared>,
    Sent(asked): Sent<OverlayAsked>,
) -> Result<Response, Refused> {
    let OverlayAsked { readings, pool, manner } = asked;
    let options = options(&manner)?;
    if !(2..=MOST_READINGS).contains(&readings.len()) {
        return Err(Refused::unfit(format!(
            "between 2 and {MOST_READINGS} readings can be laid over each other, and {} were sent",
            readings.len()
        )));
    }
    if readings.iter().any(|reading| reading.name.chars().count() > LONGEST_NAME) {
        return Err(Refused::unfit(format!("the name of a reader has at most {LONGEST_NAME} letters")));
    }
    let place = shared.stream_place()?;
    let read_by = shared.clone();
    let (seat, names, others, laid) = apart(move || {
        let folder = &read_by.folder;
        let names = told_apart(readings.iter().map(|reading| reading.name.clone()));
        // Its places are in a text that nobody has before them.
        let of_reader = |name: &str, mut refused: Refused| {
            refused.said.message = format!("what {name} reads cannot be used: {}", refused.said.message);
            for fault in &mut refused.said.faults {
                (fault.at, fault.related, fault.fixes) = (None, Vec::new(), Vec::new());
            }
            refused
        };
        let mut cases = Vec::new();
        for (reading, name) in readings.iter().zip(&names) {
            cases.push(case_of(&reading.text, folder).map_err(|refused| of_reader(name, refused))?);
        }
        let texts: Vec<_> = readings.iter().map(|reading| whole_text(&reading.text, folder)).collect();
        let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
        let rule = pool.map(|rule| match rule {
            PoolingRule::Linear => PoolRule::Linear,
            PoolingRule::Quantiles => PoolRule::Quantiles,
        });
        let laid = laid_over(&texts, rule).map_err(|fault| Refused::unfit(fault.to_string()))?;
        let first = texts.first().copied().unwrap_or_default();
        let mut cases = cases.into_iter();
        let ground = cases.next().ok_or_else(|| Refused::unfit("there is no reading"))?;
        let seat = read_by.sittings.seat(first, options, || Ok::<_, Refused>(ground))?;
        let others: Vec<CaseReading> = cases
            .zip(names.iter().skip(1))
            .map(|(case, name)| CaseReading { name: name.clone(), case: Arc::new(case) })
            .collect();
        Ok((seat, names, others, laid))
    })
    .await?;
    Ok(streamed(&shared, place, seat, move |sitting, teller| {
        if let Some(text) = &laid.pooled_text
            && teller.tell("pooled", &PooledMade { text: text.clone() }).is_err()
        {
            return Ok(Err(Gone));
        }
        let name = names.first().map_or("", String::as_str);
        first_then_all(sitting, |sitting, rough| {
            let found = sitting.overlaid_by(name, &others, laid.places.clone(), laid.pooled.clone())?;
            Ok(teller.tell("overlaid", &OverlaidTold { answer: OverlayAnswer::of(&found), rough }))
        })
    }))
}
