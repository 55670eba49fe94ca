//! The extract for one reader: what can be chosen, a first look at it, then the extract and the account of what it gives away.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use detente_brief::answers::ExtractAnswer;
use detente_brief::{Sitting, SittingError, page, render};

use super::look::{draws, watch};
use super::{Sent, apart, options, seat};
use crate::protocol::{
    ExtractAsked, ExtractMade, ExtractOffered, ExtractPreview, LookDone, PartyOffered, SectionOffered,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::stream::{self, Teller};

/// `POST /api/extract`
pub(super) async fn extract(
    State(shared): State<Shared>,
    Sent(asked): Sent<ExtractAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let seat = seat(&shared, asked.text.clone(), options).await?;
    let computing = seat.computing();
    let (response, teller) = stream::open(place, seat);
    tokio::spawn(async move {
        let Ok(turn) = Arc::clone(&shared.computing).acquire_owned().await else { return };
        let watching = tokio::spawn(watch(computing.sitting().clone(), teller.clone()));
        let told = teller.clone();
        let done = apart(move || {
            match tell(computing.sitting(), &asked, &told) {
                Err(SittingError::Cancelled(_)) if told.is_gone() => {}
                Err(error) => told.refuse(&error.into()),
                Ok(()) => {}
            }
            drop((computing, turn));
            Ok(())
        })
        .await;
        watching.abort();
        if let Err(refused) = done {
            let _ = teller.tell_there("failed", &refused.said).await;
        }
    });
    Ok(response)
}

/// Tells everything in turn, until nobody listens any more.
fn tell(sitting: &Sitting, asked: &ExtractAsked, teller: &Teller) -> Result<(), SittingError> {
    if teller.tell("offered", &offered(sitting)?).is_err() {
        return Ok(());
    }
    let choice = asked.choice();
    let first = sitting.first()?;
    if draws(&first) < draws(sitting) {
        let preview = ExtractPreview { html: render::html(&first.extract_page(&choice)?.page) };
        if teller.tell("preview", &preview).is_err() {
            return Ok(());
        }
    }
    let extract = sitting.extract(&choice)?;
    let made = ExtractMade { html: render::html(&extract.page), account: ExtractAnswer::of(&extract) };
    if teller.tell("extract", &made).is_ok() {
        let _ = teller.tell("done", &LookDone { draws: extract.draws });
    }
    Ok(())
}

fn offered(sitting: &Sitting) -> Result<ExtractOffered, SittingError> {
    let page = page::brief_with_annex(&*sitting.brief()?);
    // Two sections may go by one id: they are chosen together.
    let mut sections: Vec<SectionOffered> = Vec::new();
    for id in sitting.sections_to_extract()? {
        if sections.iter().any(|other| other.id == id) {
            continue;
        }
        let named: Vec<_> = page.sections.iter().filter(|section| section.id == id).collect();
        let headings: Vec<String> = named.iter().map(|section| render::plain(&section.heading)).collect();
        let annex = named.iter().any(|section| section.annex);
        sections.push(SectionOffered { heading: headings.join(" · "), annex, id });
    }
    let case = sitting.case();
    let party =
        |party: &detente_model::Party| PartyOffered { id: party.id.clone(), name: party.name.clone() };
    Ok(ExtractOffered { sections, parties: case.parties.iter().map(party).collect() })
}
