//! The brief to hand out: the same bytes as `detente brief CASE --html` and `--docx`.

use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use detente_brief::{Sitting, SittingError, page, render};

use super::{Sent, answer};
use crate::protocol::{DocumentAsked, DocumentMade, PageAsked, PageMade};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/page`
pub(super) async fn page(
    State(shared): State<Shared>,
    Sent(asked): Sent<PageAsked>,
) -> Result<Json<PageMade>, Refused> {
    let annex = asked.annex;
    let html =
        answer(&shared, asked.text, &asked.manner, move |sitting| Ok(render::html(&shown(sitting, annex)?)))
            .await?;
    Ok(Json(PageMade { html }))
}

/// `POST /api/document`
pub(super) async fn document(
    State(shared): State<Shared>,
    Sent(asked): Sent<DocumentAsked>,
) -> Result<Json<DocumentMade>, Refused> {
    let DocumentAsked { page: asked, extract } = asked;
    let bytes = answer(&shared, asked.text, &asked.manner, move |sitting| {
        let page = match extract {
            Some(chosen) => sitting.extract_page(&chosen.choice())?.page,
            None => shown(sitting, asked.annex)?,
        };
        render::docx(&page).map_err(|why| Refused::unfit(why.to_string()))
    })
    .await?;
    Ok(Json(DocumentMade { base64: STANDARD.encode(bytes) }))
}

fn shown(sitting: &Sitting, annex: bool) -> Result<page::Page, SittingError> {
    let brief = sitting.brief()?;
    Ok(if annex { page::brief_with_annex(&brief) } else { page::brief(&brief) })
}
