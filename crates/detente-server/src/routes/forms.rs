//! A case as forms.

use axum::Json;
use axum::extract::State;
use detente_brief::Grounds;
use detente_case::forms;

use super::{Sent, apart};
use crate::protocol::{CaseForms, FaultFound, TextAsked};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/forms`: also of a case with faults, as long as it is TOML.
pub(super) async fn forms(
    State(shared): State<Shared>,
    Sent(asked): Sent<TextAsked>,
) -> Result<Json<CaseForms>, Refused> {
    apart(move || {
        let forms = forms::of(&asked.text).map_err(|fault| {
            Refused::faulty(
                "the text has a fault that must be mended before there are forms",
                FaultFound::all(fault.faults(), &asked.text),
            )
        })?;
        let read = detente_case::parse_in(detente_case::CASE_FILE, &asked.text, &shared.folder);
        let faulty = read.is_err();
        let figures = read.map(|read| Grounds::of(&read.case).figures).unwrap_or_default();
        let names = figures.into_iter().map(|figure| (figure.path, figure.name)).collect();
        Ok(Json(CaseForms { forms, names, faulty }))
    })
    .await
}
