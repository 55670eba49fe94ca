//! Changes of a text by path.

use axum::Json;
use axum::extract::State;
use detente_case::edit::{Edit, EditFault, Splice, apply, apply_across, rewrite};

use super::{Sent, apart, may_include};
use crate::folder::Folder;
use crate::protocol::{EditAsked, Edited, EditsAsked, FaultFound};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/edits`: all changes or none. A sound case stays sound; one that has faults is changed all the same, as long as it is TOML,
/// so that its faults can be mended by hand.
pub(super) async fn edits(
    State(shared): State<Shared>,
    Sent(asked): Sent<EditsAsked>,
) -> Result<Json<Edited>, Refused> {
    apart(move || {
        let edits: Option<Vec<Edit>> = asked.edits.iter().map(EditAsked::edit).collect();
        let edits = edits.ok_or_else(|| {
            Refused::not_understood("a value is needed everywhere but where something is removed")
        })?;
        let text = &asked.text;
        let splices = match made(text, &edits, &shared.folder)? {
            Ok(splices) => splices,
            Err(EditFault::Unsound(report)) => {
                if detente_case::parse_in(detente_case::CASE_FILE, text, &shared.folder).is_ok() {
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

/// What the edits do to a text. What they would do to a file that it includes is not done here.
fn made(text: &str, edits: &[Edit], folder: &Folder) -> Result<Result<Vec<Splice>, EditFault>, Refused> {
    if !may_include(text) {
        return Ok(apply(text, edits).map(|edited| edited.splices));
    }
    match apply_across(detente_case::CASE_FILE, text, folder, edits) {
        Ok(edited) => match edited.changed.first() {
            None => Ok(Ok(edited.splices)),
            Some(file) => Err(Refused::unfit(format!(
                "this stands in `{file}`, which the case includes and which cannot be changed from here"
            ))
            .hint("change it in a text editor; the workbench reads it anew with the next answer")),
        },
        Err(fault) => Ok(Err(fault)),
    }
}

fn refused(fault: &EditFault, text: &str) -> Refused {
    let message = match fault {
        EditFault::Broken(_) => "the text has a fault that must be mended first".to_owned(),
        _ => fault.to_string(),
    };
    Refused::faulty(message, FaultFound::all(fault.faults(), text))
}
