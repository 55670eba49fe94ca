//! Changes of a text by path.

use axum::Json;
use detente_case::edit::{Edit, EditFault, apply, rewrite};

use super::{Sent, apart};
use crate::protocol::{EditAsked, Edited, EditsAsked, FaultFound};
use crate::refusal::Refused;

/// `POST /api/edits`: all changes or none. A sound case stays sound; one that has faults is changed all the same, as long as it is TOML,
/// so that its faults can be mended by hand.
pub(super) async fn edits(Sent(asked): Sent<EditsAsked>) -> Result<Json<Edited>, Refused> {
    apart(move || {
        let edits: Option<Vec<Edit>> = asked.edits.iter().map(EditAsked::edit).collect();
        let edits = edits.ok_or_else(|| {
            Refused::not_understood("a value is needed everywhere but where something is removed")
        })?;
        let text = &asked.text;
        let splices = match apply(text, &edits) {
            Ok(edited) => edited.splices,
            Err(EditFault::Unsound(report)) => {
                if detente_case::parse(detente_case::CASE_FILE, text).is_ok() {
                    let faults = FaultFound::of_another_text(report.faults());
                    return Err(Refused::faulty(
                        "with this change the case would not be sound, so it stays as it is",
                        faults,
                    ));
                }
                rewrite(text, &edits).map_err(|fault| refused(&fault, text))?.1
            }
            Err(fault) => return Err(refused(&fault, text)),
        };
        Ok(Json(Edited::of(text, &splices)))
    })
    .await
}

fn refused(fault: &EditFault, text: &str) -> Refused {
    let message = match fault {
        EditFault::Broken(_) => "the text has a fault that must be mended first".to_owned(),
        _ => fault.to_string(),
    };
    Refused::faulty(message, FaultFound::all(fault.faults(), text))
}
