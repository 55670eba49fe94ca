//! The extract for one reader: what can be chosen, a first look at it, then the extract and the account of what it gives away.
//!
//! What it gives away is judged under a progress of its own: when the reader chooses otherwise or goes, that ends, and the sitting about the
//! text stays with all that it has found.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::response::Response;
use detente_brief::answers::{ExtractAnswer, SectionWhyNot};
use detente_brief::{Extract, ExtractStep, Sitting, SittingError, render};
use detente_model::Progress;

use super::look::draws;
use super::variants::Ending;
use super::{Sent, apart, options, seat};
use crate::protocol::{
    ExtractAsked, ExtractJudging, ExtractMade, ExtractOffered, ExtractPreview, LookDone, PartyOffered,
    SectionOffered,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::sittings::Computing;
use crate::stream::{self, Gone, Teller};

/// `POST /api/extract`
pub(super) async fn extract(
    State(shared): State<Shared>,
    Sent(asked): Sent<ExtractAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let seat = seat(&shared, asked.text.clone(), options).await?;
    let computing = seat.computing();
    let judging = Arc::new(Progress::default());
    let (response, teller) = stream::open(place, (seat, Ending(Arc::clone(&judging))));
    tokio::spawn(async move {
        let Ok(turn) = Arc::clone(&shared.computing).acquire_owned().await else { return };
        let told = teller.clone();
        let done = apart(move || {
            match tell(computing, &asked, &judging, &told) {
                Err(SittingError::Cancelled(_)) if told.is_gone() => {}
                Err(error) => told.refuse(&error.into()),
                Ok(extract) => {
                    let html = render::html(&extract.page);
                    let made = ExtractMade { html, account: ExtractAnswer::of(&extract) };
                    if told.tell("extract", &made).is_ok() {
                        let _ = told.tell("done", &LookDone { draws: extract.draws });
                    }
                }
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

/// Tells everything in turn, until nobody listens any more.
fn tell(
    computing: Computing,
    asked: &ExtractAsked,
    judging: &Arc<Progress>,
    teller: &Teller,
) -> Result<Extract, SittingError> {
    let sitting = computing.sitting().clone();
    let choice = asked.chosen.choice();
    let computing = Mutex::new(Some(computing));
    let step = |step: ExtractStep<'_>| -> Result<(), Gone> {
        match step {
            ExtractStep::Offered(sections) => {
                teller.tell("offered", &offered(&sitting, sections))?;
                // Why there is no preview is why there is no extract, and is told of that.
                let first = sitting.first().ok().filter(|first| draws(first) < draws(&sitting));
                if let Some(Ok(first)) = first.map(|first| first.extract_page(&choice)) {
                    teller.tell("preview", &ExtractPreview { html: render::html(&first.page) })?;
                }
                Ok(())
            }
            ExtractStep::Made(_) => {
                // From here on the sitting has all that is wanted of it, and stays whatever becomes of the judging.
                *computing.lock().unwrap_or_else(PoisonError::into_inner) = None;
                Ok(())
            }
            ExtractStep::Judged { done, of } => teller.tell_if_heard("judging", &ExtractJudging { done, of }),
        }
    };
    sitting.extract_step_by_step(&choice, judging, &|told| match step(told) {
        Ok(()) => ControlFlow::Continue(()),
        Err(Gone) => ControlFlow::Break(()),
    })
}

fn offered(sitting: &Sitting, sections: &[detente_brief::SectionOffered]) -> ExtractOffered {
    let section = |section: &detente_brief::SectionOffered| {
        let (why_not, needs) = section.cannot.as_ref().map(SectionWhyNot::of).unzip();
        SectionOffered {
            id: section.id.clone(),
            heading: section.heading.clone(),
            annex: section.annex,
            why_not,
            needs: needs.unwrap_or_default(),
        }
    };
    let party =
        |party: &detente_model::Party| PartyOffered { id: party.id.clone(), name: party.name.clone() };
    ExtractOffered {
        sections: sections.iter().map(section).collect(),
        parties: sitting.case().parties.iter().map(party).collect(),
    }
}
