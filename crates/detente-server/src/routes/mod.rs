//! What can be asked: one file a kind of question. Each is reached only past the guard, which stands around all of them.

mod assist;
mod begin;
mod conflict;
mod day_after;
mod edits;
mod evidence;
mod extract;
mod files;
mod forms;
mod hands;
mod intake;
mod ledger;
mod look;
mod one_text;
mod packages;
mod page;
mod streamed;
mod variants;

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use detente_brief::{Options, Sitting};
use detente_case::edit::parse_with_in;
use detente_deals::Sampling;
use detente_model::Case;

use crate::folder::Folder;
use crate::guard::{Guard, new_token};
use crate::protocol::{FaultFound, Manner};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::sittings::Seat;
use crate::{assets, limits};

/// All routes behind the guard.
pub(crate) fn app(folder: Folder, guard: Guard) -> Router {
    let shared = Shared::new(folder, guard);
    Router::new()
        .route("/api/opening", get(files::opening))
        .route("/api/file", post(files::file))
        .route("/api/draft", post(files::draft))
        .route("/api/save", post(files::save))
        .route("/api/watch", post(files::watch))
        .route("/api/edits", post(edits::edits))
        .route("/api/forms", post(forms::forms))
        .route("/api/look", post(look::look))
        .route("/api/ledger", post(ledger::ledger))
        .route("/api/assist/complete", post(assist::complete))
        .route("/api/assist/hover", post(assist::hover))
        .route("/api/begin", post(begin::begin))
        .route("/api/import", post(begin::import))
        .route("/api/page", post(page::page))
        .route("/api/document", post(page::document))
        .route("/api/extract", post(extract::extract))
        .route("/api/days", post(evidence::days))
        .route("/api/outlook", post(evidence::outlook))
        .route("/api/strike", post(evidence::strike))
        .route("/api/day-after", post(day_after::day_after))
        .route("/api/intake", post(intake::intake))
        .route("/api/intake/take", post(intake::take))
        .route("/api/conflict", post(conflict::conflict))
        .route("/api/conflict/state", post(conflict::state))
        .route("/api/compare", post(variants::compare))
        .route("/api/remove", post(variants::remove))
        .route("/api/package", post(packages::package))
        .route("/api/packages/map", post(packages::map))
        .route("/api/packages/kept", get(packages::kept))
        .route("/api/packages/keep", post(packages::keep))
        .route("/api/one-text", post(one_text::text))
        .route("/api/one-text/settled", post(one_text::settled))
        .route("/api/one-text/compared", post(one_text::compared))
        .route("/api/one-text/document", post(one_text::document))
        .route("/api/one-text/marked", post(one_text::marked))
        .route("/api/one-text/take", post(one_text::take))
        .route("/api/merge", post(hands::merge))
        .route("/api/overlay", post(hands::overlay))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(limits::BODY))
        .layer(from_fn_with_state(shared.clone(), guarded))
        .with_state(shared)
}

/// The one way in: the guard, then a file of the app or a route; and on the way out what a browser must know.
async fn guarded(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let asset = assets::find(request.uri().path());
    let admitted = shared.guard.admits(request.method(), asset.is_some(), request.headers());
    let nonce = new_token().unwrap_or_default();
    let mut response = match (admitted, asset) {
        (Err(refused), _) => refused.into_response(),
        (Ok(()), Some(asset)) => assets::answer(request.method(), asset, &nonce),
        (Ok(()), None) => match tokio::time::timeout(limits::BODY_TIME, whole(request)).await {
            Ok(Ok(request)) => next.run(request).await,
            Ok(Err(refused)) => refused.into_response(),
            Err(_) => {
                Refused::new(StatusCode::REQUEST_TIMEOUT, "too_slow", "the request did not come to its end")
                    .into_response()
            }
        },
    };
    let style = if nonce.is_empty() { String::new() } else { format!(" 'nonce-{nonce}'") };
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{style}; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A request with its whole body, which is not larger than what is taken.
async fn whole(request: Request) -> Result<Request, Refused> {
    let (head, body) = request.into_parts();
    let too_large = || {
        Refused::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "what was sent is larger than any case that can be read",
        )
        .hint("a case takes at most 8 MB")
    };
    let declared =
        head.headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|length| length > limits::BODY as u64) {
        return Err(too_large());
    }
    let bytes = axum::body::to_bytes(body, limits::BODY).await.map_err(|_| too_large())?;
    Ok(Request::from_parts(head, Body::from(bytes)))
}

async fn unknown() -> Refused {
    Refused::new(StatusCode::NOT_FOUND, "unknown", "there is nothing here under this path")
}

async fn wrong_method() -> Refused {
    Refused::new(StatusCode::METHOD_NOT_ALLOWED, "wrong_method", "this path is not asked in this way")
}

/// What was sent, read as JSON; what cannot be read is refused in the words of the protocol.
pub(crate) struct Sent<T>(pub T);

impl<T: serde::de::DeserializeOwned + 'static> FromRequest<Shared> for Sent<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, shared: &Shared) -> Result<Self, Refused> {
        match Json::<T>::from_request(request, shared).await {
            Ok(Json(sent)) => Ok(Self(sent)),
            Err(JsonRejection::BytesRejection(_)) => Err(Refused::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                "what was sent could not be read whole",
            )),
            Err(rejected) => Err(Refused::not_understood(rejected.body_text())),
        }
    }
}

/// How a text is looked at.
pub(crate) fn options(manner: &Manner) -> Result<Options, Refused> {
    let draws = manner.draws.unwrap_or(limits::DRAWS_BY_DEFAULT);
    if !(1..=limits::DRAWS).contains(&draws) {
        return Err(Refused::unfit(format!(
            "{draws} worlds are asked for, and between 1 and {} can be drawn here",
            limits::DRAWS
        ))
        .hint("the command line draws more: `detente brief CASE --draws N`"));
    }
    let as_of = match &manner.as_of {
        Some(day) => Some(day.parse().map_err(|_| {
            Refused::unfit("the day is not one of the calendar")
                .hint("a date is year, month and day: `2024-02-14`")
        })?),
        None => None,
    };
    Ok(Options { sampling: Sampling::Draws(draws), seed: manner.seed.unwrap_or(1), as_of, tolerance: None })
}

/// The case that a text is, with the files of the folder that it includes.
pub(crate) fn case_of(text: &str, folder: &Folder) -> Result<Case, Refused> {
    detente_case::parse_in(detente_case::CASE_FILE, text, folder).map(|read| read.case).map_err(|report| {
        Refused::faulty(
            "the case has faults, and there is no answer before they are mended",
            FaultFound::all(report.faults(), text),
        )
    })
}

/// Whether a text may include other files.
pub(crate) fn may_include(text: &str) -> bool {
    text.contains("include")
}

/// A text with all that it includes, by which a sitting about it is known: a file that is included may be written anew while the text stays.
pub(crate) fn whole_text<'t>(text: &'t str, folder: &Folder) -> Cow<'t, str> {
    if !may_include(text) {
        return Cow::Borrowed(text);
    }
    match parse_with_in(detente_case::CASE_FILE, text, &[], folder) {
        Ok(read) => Cow::Owned(read.text),
        Err(_) => Cow::Borrowed(text),
    }
}

/// Runs what takes long on a thread that may wait.
pub(crate) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) if error.is_panic() => Err(Refused::internal("the computation failed")),
        Err(_) => Err(Refused::internal("the computation was ended")),
    }
}

/// A seat at the sitting about a text.
pub(crate) async fn seat(shared: &Shared, text: String, options: Options) -> Result<Seat, Refused> {
    let shared = shared.clone();
    apart(move || {
        let whole = whole_text(&text, &shared.folder);
        shared.sittings.seat(&whole, options, || case_of(&text, &shared.folder))
    })
    .await
}

/// One answer about a text. It is given up when nobody waits for it any more.
pub(crate) async fn answer<T: Send + 'static>(
    shared: &Shared,
    text: String,
    manner: &Manner,
    compute: impl FnOnce(&Sitting) -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    let seat = seat(shared, text, options(manner)?).await?;
    let computing = seat.computing();
    let turn = std::sync::Arc::clone(&shared.computing).acquire_owned().await;
    let found = apart(move || {
        let found = compute(computing.sitting());
        drop((computing, turn));
        found
    })
    .await;
    drop(seat);
    found
}
