//! Opening, watching and saving the files of the folder.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use detente_brief::FIRST_DRAWS;

use super::{Sent, apart};
use crate::protocol::{
    ChangedOutside, DraftKept, DraftToKeep, FileAsked, FileChanged, FileOpened, Opening, SaveAsked, Saved,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::{limits, stream};

/// `GET /api/opening`
pub(super) async fn opening(State(shared): State<Shared>) -> Json<Opening> {
    let folder = &shared.folder;
    Json(Opening {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        folder: folder.name().to_owned(),
        file: folder.first().to_owned(),
        files: folder.files(),
        draws: limits::DRAWS_BY_DEFAULT,
        first_draws: FIRST_DRAWS,
        most_draws: limits::DRAWS,
        seed: 1,
    })
}

/// `POST /api/file`
pub(super) async fn file(
    State(shared): State<Shared>,
    Sent(asked): Sent<FileAsked>,
) -> Result<Json<FileOpened>, Refused> {
    apart(move || {
        let read = shared.folder.read(&asked.file)?;
        let (text, stamp) = read.map(|on_disk| (on_disk.text, on_disk.stamp)).unzip();
        let draft = shared.folder.draft(&asked.file).filter(|draft| Some(&draft.text) != text.as_ref());
        Ok(Json(FileOpened { file: asked.file, text, stamp, draft }))
    })
    .await
}

/// `POST /api/draft`
pub(super) async fn draft(
    State(shared): State<Shared>,
    Sent(sent): Sent<DraftToKeep>,
) -> Result<Json<serde_json::Value>, Refused> {
    apart(move || {
        let at = jiff::Timestamp::now().to_string();
        let draft = sent.text.map(|text| DraftKept { text, stamp: sent.stamp, at });
        shared.folder.keep_draft(&sent.file, draft.as_ref())?;
        Ok(Json(serde_json::json!({})))
    })
    .await
}

/// `POST /api/save`: the file is written if it is as the writer knows it, and the draft of it is thrown away.
pub(super) async fn save(
    State(shared): State<Shared>,
    Sent(asked): Sent<SaveAsked>,
) -> Result<Response, Refused> {
    apart(move || {
        // One after the other, so that of two who save at once the second sees what the first wrote.
        let _turn = shared.saving.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (text, stamp) =
            shared.folder.read(&asked.file)?.map(|on_disk| (on_disk.text, on_disk.stamp)).unzip();
        if stamp != asked.stamp && text.as_ref() != Some(&asked.text) {
            let message = match text {
                Some(_) => format!(
                    "`{}` was changed by somebody else since it was opened here; nothing was written",
                    asked.file
                ),
                None => format!("`{}` is not there any more; nothing was written", asked.file),
            };
            return Ok((StatusCode::CONFLICT, Json(ChangedOutside { message, text, stamp })).into_response());
        }
        let stamp = shared.folder.write(&asked.file, &asked.text)?;
        shared.folder.keep_draft(&asked.file, None)?;
        Ok(Json(Saved { stamp }).into_response())
    })
    .await
}

/// `POST /api/watch`: says whenever another text is on the disk.
pub(super) async fn watch(
    State(shared): State<Shared>,
    Sent(asked): Sent<FileAsked>,
) -> Result<Response, Refused> {
    let place = shared.stream_place()?;
    let (response, teller) = stream::open(place, ());
    tokio::spawn(async move {
        let on_disk = |shared: &Shared, name: &str| {
            shared.folder.read(name).ok().flatten().map(|on_disk| on_disk.stamp)
        };
        let mut touched = shared.folder.touched(&asked.file);
        let mut known = on_disk(&shared, &asked.file);
        loop {
            tokio::time::sleep(limits::LOOK).await;
            if teller.is_gone() {
                return;
            }
            let now = shared.folder.touched(&asked.file);
            if now == touched {
                continue;
            }
            touched = now;
            let stamp = on_disk(&shared, &asked.file);
            if stamp != known {
                known.clone_from(&stamp);
                if teller.tell_there("changed", &FileChanged { stamp }).await.is_err() {
                    return;
                }
            }
        }
    });
    Ok(response)
}
