//! What if: two texts side by side, told step by step, and variants taken away.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Arc, PoisonError};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use detente_brief::answers::{CaseDifference, CompareAnswer};
use detente_brief::{CaseChange, ComparedStep, FIRST_DRAWS, SittingError};
use detente_case::edit::{Difference, EditFault, paths};
use detente_deals::Sampling;
use detente_model::Progress;

use super::{Sent, apart, case_of, options, whole_text};
use crate::protocol::{
    ChangedOutside, CompareAsked, ComparedTold, DifferenceListed, DifferenceTold, DifferencesTold, EditAsked,
    LookDone, RemoveAsked, Stretch,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::sittings::Computing;
use crate::stream::{self, Teller};
use crate::units::Units;
use crate::variants::changes_between;

/// Cancels what is computed for a reader when the reader goes.
pub(super) struct Ending(pub Arc<Progress>);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// `POST /api/compare`
pub(super) async fn compare(
    State(shared): State<Shared>,
    Sent(asked): Sent<CompareAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let sittings = Arc::clone(&shared.sittings);
    let by_line = asked.by_line;
    let read_by = shared.clone();
    let (listed, changes, before, after) = apart(move || {
        let base = |mut refused: Refused| {
            // Its places are in a text that the reader does not have before them.
            refused.said.message =
                format!("the text to compare with cannot be used: {}", refused.said.message);
            refused.said.faults.clear();
            refused
        };
        let folder = &read_by.folder;
        let (whole_before, whole_after) =
            (whole_text(&asked.before, folder), whole_text(&asked.after, folder));
        let before =
            sittings.seat(&whole_before, options, || case_of(&asked.before, folder)).map_err(base)?;
        let after = sittings.seat(&whole_after, options, || case_of(&asked.after, folder))?;
        let unfit = |fault: EditFault| Refused::unfit(fault.to_string());
        let (differences, changes): (Vec<Difference>, Vec<CaseChange>) =
            changes_between(&whole_before, &whole_after).map_err(unfit)?.into_iter().unzip();
        let listed = listed(&differences, &asked.after).map_err(unfit)?;
        Ok((listed, changes, before, after))
    })
    .await?;
    let alone = Arc::new(Progress::default());
    let computing = [before.computing(), after.computing()];
    let (response, teller) = stream::open(place, (before, after, Ending(Arc::clone(&alone))));
    tokio::spawn(async move {
        let Ok(turn) = Arc::clone(&shared.computing).acquire_owned().await else { return };
        let told = teller.clone();
        let done = apart(move || {
            if told.tell("differences", &DifferencesTold { differences: listed }).is_ok() {
                tell(computing, changes, by_line, &alone, &told);
            }
            drop(turn);
            Ok(())
        })
        .await;
        if let Err(refused) = done {
            let _ = teller.tell_there("failed", &refused.said).await;
        }
    });
    Ok(response)
}

/// Tells what all differences do, from the first draws and from all, and then what each does.
fn tell(
    computing: [Computing; 2],
    changes: Vec<CaseChange>,
    by_line: bool,
    alone: &Arc<Progress>,
    teller: &Teller,
) {
    let [before, after] = computing.each_ref().map(|computing| computing.sitting().clone());
    let mut computing = Some(computing);
    let draws = match before.options().sampling {
        Sampling::Draws(draws) => draws,
        Sampling::Interval { most, .. } => most,
    };
    let told = (|| {
        if draws > FIRST_DRAWS {
            let (first, second) = (before.first()?, after.first()?);
            first.compared_step_by_step(&second, changes.clone(), alone, |step| {
                if let ComparedStep::Together(found) = step {
                    let _ = teller
                        .tell("compared", &ComparedTold { answer: CompareAnswer::of(found), rough: true });
                }
                ControlFlow::Break(())
            })?;
        }
        before.compared_step_by_step(&after, changes, alone, |step| {
            let told = match step {
                ComparedStep::Together(found) => {
                    let answer = CompareAnswer::of(found);
                    let told = teller.tell("compared", &ComparedTold { answer, rough: false });
                    // From here on the two sittings have all that is wanted of them, and stay whatever becomes of the rest.
                    computing = None;
                    told
                }
                ComparedStep::Alone(place, change) => {
                    let difference = CaseDifference::of(change);
                    teller.tell("judged", &DifferenceTold { place, difference })
                }
            };
            if told.is_ok() && by_line { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })
    })();
    drop(computing);
    match told {
        Ok(_) => {
            let _ = teller.tell("done", &LookDone { draws });
        }
        Err(SittingError::Cancelled(_)) if teller.is_gone() => {}
        Err(error) => teller.refuse(&error.into()),
    }
}

/// The differences, each with its place in the second text.
fn listed(differences: &[Difference], after: &str) -> Result<Vec<DifferenceListed>, EditFault> {
    let units = Units::of(after);
    let places = paths(after)?;
    let at: HashMap<&str, detente_case::Span> =
        places.iter().map(|place| (place.path.as_str(), place.span)).collect();
    let place = |path: &str| -> Option<(Stretch, usize)> {
        let mut around = path;
        let span = loop {
            if let Some(span) = at.get(around) {
                break *span;
            }
            around = &around[..around.rfind(['.', '['])?];
        };
        let line = after.get(..span.start).map_or(1, |text| text.matches('\n').count() + 1);
        Some((units.stretch(span), line))
    };
    let listed = differences.iter().map(|difference| {
        let (at, line) = place(&difference.path).unzip();
        DifferenceListed {
            path: difference.path.clone(),
            before: difference.before.clone(),
            after: difference.after.clone(),
            at,
            line,
            back: EditAsked::from(&difference.unmade()),
        }
    });
    Ok(listed.collect())
}

/// `POST /api/remove`: a variant and the draft that is kept of it.
pub(super) async fn remove(
    State(shared): State<Shared>,
    Sent(asked): Sent<RemoveAsked>,
) -> Result<Response, Refused> {
    apart(move || {
        let _turn = shared.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = &shared.folder;
        let (text, stamp) = folder.read(&asked.file)?.map(|on_disk| (on_disk.text, on_disk.stamp)).unzip();
        if stamp.as_ref() != Some(&asked.stamp) {
            let message = match stamp {
                Some(_) => {
                    format!("`{}` was changed by somebody else meanwhile, and was not deleted", asked.file)
                }
                None => format!("`{}` is not there any more", asked.file),
            };
            return Ok((StatusCode::CONFLICT, Json(ChangedOutside { message, text, stamp })).into_response());
        }
        folder.remove_variant(&asked.file)?;
        folder.keep_draft(&asked.file, None)?;
        Ok(Json(serde_json::json!({})).into_response())
    })
    .await
}
