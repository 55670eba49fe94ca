//! The brief as a page to print and to hand out: the same bytes as `detente brief CASE --html`.

use axum::Json;
use axum::extract::State;
use detente_brief::{page, render};

use super::{Sent, answer};
use crate::protocol::{PageAsked, PageMade};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/page`
pub(super) async fn page(
    State(shared): State<Shared>,
    Sent(asked): Sent<PageAsked>,
) -> Result<Json<PageMade>, Refused> {
    let annex = asked.annex;
    let html = answer(&shared, asked.text, &asked.manner, move |sitting| {
        let brief = sitting.brief()?;
        Ok(render::html(&if annex { page::brief_with_annex(&brief) } else { page::brief(&brief) }))
    })
    .await?;
    Ok(Json(PageMade { html }))
}
