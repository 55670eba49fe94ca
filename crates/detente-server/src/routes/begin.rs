//! A case that is begun: from plain answers, or from the files of another tool.

use axum::Json;
use axum::http::StatusCode;
use detente_case::begin::{Answers, first_case};
use detente_case::report::Report;

use super::{Sent, apart};
use crate::protocol::{Begun, FaultFound, ForeignFault, HowBad, ImportAsked, Imported};
use crate::refusal::Refused;

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
            warnings: import.warnings.iter().flat_map(told).collect(),
        }))
    })
    .await
}

fn told(report: &Report) -> Vec<ForeignFault> {
    let fault = |fault: &detente_case::Fault| ForeignFault {
        file: report.name().to_owned(),
        line: fault.line,
        message: fault.message.clone(),
        help: fault.help.clone(),
    };
    report.faults().iter().map(fault).collect()
}

/// The faults of the files in the place of those of a text: each says in which file and line it is.
fn refused(reports: &[Report]) -> Refused {
    let faults = reports.iter().flat_map(told).map(|fault| FaultFound {
        code: "detente::foreign".to_owned(),
        severity: HowBad::Error,
        message: match fault.line {
            Some(line) => format!("{}, line {line}: {}", fault.file, fault.message),
            None => format!("{}: {}", fault.file, fault.message),
        },
        at: None,
        line: fault.line,
        label: None,
        help: fault.help,
        related: Vec::new(),
        fixes: Vec::new(),
    });
    let mut refused = Refused::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "foreign",
        "no case can be made of these files as they are",
    )
    .hint("a negotiation takes its domain and the profiles of those at the table, together; a conflict takes one file");
    refused.said.faults = faults.collect();
    refused
}
