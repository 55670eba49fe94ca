//! The app: what the browser loads, built from `app/` and kept in the program.

use axum::body::Body;
use axum::http::{Method, Response, StatusCode, header};

include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// What stands in the page where the word of this load belongs that lets the editor's own styles in.
const NONCE: &str = "__NONCE__";

/// A file of the app, by the path under which it is asked for.
pub(crate) fn find(path: &str) -> Option<&'static (&'static str, &'static [u8])> {
    let name = match path.strip_prefix('/')? {
        "" => "index.html",
        name => name,
    };
    BUNDLE.iter().find(|(file, _)| *file == name)
}

/// The answer that is a file of the app.
pub(crate) fn answer(
    method: &Method,
    (name, bytes): &'static (&'static str, &'static [u8]),
    nonce: &str,
) -> Response<Body> {
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let body = match (*method == Method::HEAD, std::str::from_utf8(bytes)) {
        (true, _) => Body::empty(),
        (_, Ok(page)) if *name == "index.html" => Body::from(page.replace(NONCE, nonce)),
        _ => Body::from(*bytes),
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::OK;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response
}
