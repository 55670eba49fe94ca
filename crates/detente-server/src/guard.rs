//! Who may ask. Every request passes here before any route sees it, whatever its path.
//!
//! A page on the internet that is open in the same browser can send requests to 127.0.0.1, and a name that it owns can be made to lead
//! there. What it cannot do is change the `Host`, `Origin` and `Sec-Fetch-Site` that the browser writes, or know the token. So, in this
//! order:
//!
//! 1. `Host` must be there once and be one of ours: a name that was rebound is told apart by it.
//! 2. A plain load of one of the app's files (`GET` or `HEAD`) needs no more: they hold nothing of the case.
//! 3. Anything else must say that it comes from our own page: by `Sec-Fetch-Site: same-origin` or by our `Origin`. Saying neither is no
//!    reason to let it in, and neither may say otherwise.
//! 4. It must carry the token in `Authorization`, which no page gets by itself as it would a cookie.
//! 5. What it sends must be declared as JSON, which no form can do.

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap, HeaderName, ORIGIN};
use axum::http::{Method, StatusCode};

use crate::refusal::Refused;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The words that open this server: who is spoken to under which names.
#[derive(Debug, Clone)]
pub struct Guard {
    hosts: Vec<String>,
    token: String,
}

impl Guard {
    /// A guard for a server that answers to these names, each with its port, to those who know the token.
    pub fn new(hosts: Vec<String>, token: String) -> Self {
        Self { hosts, token }
    }

    /// The token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Whether a request may go on; `asset` says whether its path is that of one of the app's files.
    pub(crate) fn admits(&self, method: &Method, asset: bool, headers: &HeaderMap) -> Result<(), Refused> {
        let host = self.host(headers)?;
        if asset && matches!(*method, Method::GET | Method::HEAD) {
            return Ok(());
        }
        own_page(headers, host)?;
        self.token_of(headers)?;
        if *method != Method::GET && *method != Method::HEAD {
            declared_as_json(headers)?;
        }
        Ok(())
    }

    /// The name under which the server was spoken to.
    fn host<'h>(&self, headers: &'h HeaderMap) -> Result<&'h str, Refused> {
        let host =
            only(headers, &HOST).filter(|host| self.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host)));
        host.ok_or_else(|| {
            Refused::new(
                StatusCode::MISDIRECTED_REQUEST,
                "wrong_host",
                "this server does not go by the name under which it was asked",
            )
            .hint("open the address that `detente serve` printed")
        })
    }

    fn token_of(&self, headers: &HeaderMap) -> Result<(), Refused> {
        let given = only(headers, &AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        if given.is_some_and(|given| alike(given.as_bytes(), self.token.as_bytes())) {
            return Ok(());
        }
        Err(Refused::new(
            StatusCode::UNAUTHORIZED,
            "no_token",
            "the request does not carry the token of this server",
        )
        .hint("open the whole address that `detente serve` printed, with what follows `#token=`"))
    }
}

/// The request comes from a page that this server handed out.
fn own_page(headers: &HeaderMap, host: &str) -> Result<(), Refused> {
    let foreign = || {
        Refused::new(
            StatusCode::FORBIDDEN,
            "foreign_page",
            "the request does not come from a page of this server",
        )
    };
    let site = said(headers, &SEC_FETCH_SITE).map_err(|()| foreign())?;
    let origin = said(headers, &ORIGIN).map_err(|()| foreign())?;
    let ours = |origin: &str| {
        let name = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        name.is_some_and(|name| name.eq_ignore_ascii_case(host))
    };
    match (site, origin) {
        (None, None) => Err(foreign()),
        (site, origin) if site.is_none_or(|site| site == "same-origin") && origin.is_none_or(ours) => Ok(()),
        _ => Err(foreign()),
    }
}

fn declared_as_json(headers: &HeaderMap) -> Result<(), Refused> {
    let declared = only(headers, &CONTENT_TYPE).and_then(|value| value.split(';').next());
    if declared.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        return Ok(());
    }
    Err(Refused::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not_json",
        "what is sent must be declared as `application/json`",
    ))
}

/// What a header says; an error if it is there more than once, or is no text.
fn said<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h str>, ()> {
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| ()),
        _ => Err(()),
    }
}

fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    said(headers, name).ok().flatten()
}

/// Whether two secrets are the same, in a time that does not tell how much of them is.
fn alike(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// A token that nobody guesses: 256 random bits.
pub(crate) fn new_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |token, byte| token + &format!("{byte:02x}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut all = HeaderMap::new();
        for (name, value) in pairs {
            all.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        all
    }

    fn status(method: &Method, asset: bool, pairs: &[(&'static str, &'static str)]) -> u16 {
        let guard = Guard::new(vec!["127.0.0.1:7".to_owned(), "localhost:7".to_owned()], "secret".to_owned());
        guard.admits(method, asset, &headers(pairs)).map_or_else(|refused| refused.status.as_u16(), |()| 200)
    }

    const HOST: (&str, &str) = ("host", "127.0.0.1:7");
    const TOKEN: (&str, &str) = ("authorization", "Bearer secret");
    const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");
    const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:7");
    const JSON: (&str, &str) = ("content-type", "application/json");

    #[test]
    fn our_own_page_is_let_in() {
        assert_eq!(status(&Method::GET, true, &[HOST]), 200);
        assert_eq!(status(&Method::GET, true, &[("host", "LOCALHOST:7")]), 200);
        assert_eq!(status(&Method::GET, false, &[HOST, SAME, TOKEN]), 200);
        assert_eq!(status(&Method::POST, false, &[HOST, SAME, ORIGIN, TOKEN, JSON]), 200);
        assert_eq!(status(&Method::POST, false, &[HOST, ORIGIN, TOKEN, JSON]), 200);
        let utf8 = ("content-type", "application/json; charset=utf-8");
        assert_eq!(status(&Method::POST, false, &[HOST, SAME, TOKEN, utf8]), 200);
    }

    #[test]
    fn nobody_else_is() {
        // A name that somebody else owns and made to lead here; no name; two names; another port.
        for hosts in [&[("host", "rebound.example:7")][..], &[], &[HOST, HOST], &[("host", "127.0.0.1:8")]] {
            assert_eq!(status(&Method::GET, true, hosts), 421);
            assert_eq!(status(&Method::POST, false, &[hosts, &[SAME, ORIGIN, TOKEN, JSON]].concat()), 421);
        }
        let foreign = ("origin", "http://evil.example");
        let cross = ("sec-fetch-site", "cross-site");
        for from in [
            &[][..],
            &[foreign],
            &[cross],
            &[SAME, foreign],
            &[cross, ORIGIN],
            &[ORIGIN, foreign],
            &[SAME, SAME],
            &[("origin", "null")],
            &[("origin", "ftp://127.0.0.1:7")],
            &[("origin", "http://127.0.0.1")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
        ] {
            assert_eq!(status(&Method::POST, false, &[&[HOST, TOKEN, JSON], from].concat()), 403, "{from:?}");
            assert_eq!(status(&Method::GET, false, &[&[HOST, TOKEN], from].concat()), 403, "{from:?}");
        }
        let wrong = ("authorization", "Bearer secres");
        let bare = ("authorization", "secret");
        let cookie = ("cookie", "token=secret");
        for token in [&[][..], &[wrong], &[bare], &[cookie], &[TOKEN, TOKEN], &[("authorization", "Bearer ")]]
        {
            assert_eq!(
                status(&Method::POST, false, &[&[HOST, SAME, JSON], token].concat()),
                401,
                "{token:?}"
            );
        }
        for kind in [&[][..], &[("content-type", "text/plain")], &[JSON, JSON]] {
            assert_eq!(status(&Method::POST, false, &[&[HOST, SAME, TOKEN], kind].concat()), 415, "{kind:?}");
        }
        // A file of the app is loaded, not posted to.
        assert_eq!(status(&Method::POST, true, &[HOST]), 403);
    }
}
