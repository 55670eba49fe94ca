//! A case that is begun: from plain answers, or from the files of another tool.

use axum::Json;
use axum::http::StatusCode;
use detente_case::begin::{Answers, first_case};
use detente_case::report::Report;

use super::{Sent, apart};
use crate::protocol::{Begun, ImportAsked, Imported};
use crate::refusal::Refused;
use crate::told_files::{faults_of_files, told_of_file};

/// `POST /api/begin`
pub(super) async fn begin(Sent(answers): Sent<Answers>) -> Result<Json<Begun>, Refused> {
    apart(move || {
        Ok(Json(match first_case(&answers) {
            Ok(text) => Begun { text: Some(text), faults: Vec::new() },
            Err(faults) => Begun { text: None, faults },
        }))
    })
    .await
}

/// `POST /api/import`
pub(super) async fn import(Sent(asked): Sent<ImportAsked>) -> Result<Json<Imported>, Refused> {
    let day = asked.day.as_ref().map(|day| day.parse()).transpose().map_err(|_| {
        Refused::unfit("the day is not one of the calendar")
            .hint("a date is year, month and day: `2024-02-14`")
    })?;
    apart(move || {
        let files: Vec<(&str, &str)> =
            asked.files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
        let import = detente_foreign::import_texts(&files, day).map_err(|reports| refused(&reports))?;
        Ok(Json(Imported {
            from: import.format.words().to_owned(),
            text: import.toml,
            warnings: import.warnings.iter().flat_map(|report| told_of_file(report, "")).collect(),
        }))
    })
    .await
}

/// The faults of the files in the place of those of a text.
fn refused(reports: &[Report]) -> Refused {
    let mut refused = Refused::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "foreign",
        "no case can be made of these files as they are",
    )
    .hint("a negotiation takes its domain and the profiles of those at the table, together; a conflict takes one file");
    refused.said.faults = faults_of_files(reports, "", "detente::foreign");
    refused
}
