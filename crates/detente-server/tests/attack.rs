//! Each rule of who may ask, and of what may be reached, with somebody who tries to break it.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;
use served::{Served, read_to_end, request};

/// Headers of a request.
type Headers = Vec<(&'static str, String)>;

/// Every path that the server answers to, as its source names them.
fn routes() -> Vec<String> {
    let source = include_str!("../src/routes/mod.rs");
    let named = source.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let routes: Vec<String> = named.map(str::to_owned).collect();
    assert!(routes.len() >= 8 && routes.iter().all(|route| route.starts_with("/api/")), "{routes:?}");
    routes
}

fn with(headers: &[(&'static str, String)], name: &str, value: Option<&str>) -> Vec<(&'static str, String)> {
    let mut all = headers.to_vec();
    match value {
        Some(value) => {
            all.iter_mut().filter(|(this, _)| *this == name).for_each(|(_, old)| value.clone_into(old));
        }
        None => all.retain(|(this, _)| *this != name),
    }
    all
}

#[test]
fn no_route_forgets_the_guard() {
    let served = Served::template();
    let ours = served.ours();
    let attacks: [(&str, u16, Headers); 11] = [
        ("a foreign host", 421, with(&ours, "Host", Some("evil.example"))),
        (
            "a name made to lead here",
            421,
            with(&ours, "Host", Some(&format!("evil.example:{}", served.address.port()))),
        ),
        ("another port", 421, with(&ours, "Host", Some("127.0.0.1:1"))),
        ("a foreign page", 403, with(&ours, "Origin", Some("https://evil.example"))),
        ("a page without an origin", 403, with(&ours, "Origin", Some("null"))),
        ("another site by its own word", 403, with(&ours, "Sec-Fetch-Site", Some("cross-site"))),
        ("neither word", 403, with(&with(&ours, "Origin", None), "Sec-Fetch-Site", None)),
        ("no token", 401, with(&ours, "Authorization", None)),
        ("a wrong token", 401, with(&ours, "Authorization", Some("Bearer 00"))),
        ("a form", 415, with(&ours, "Content-Type", Some("application/x-www-form-urlencoded"))),
        ("a simple request", 415, with(&ours, "Content-Type", Some("text/plain"))),
    ];
    let unknown =
        ["/api/nothing", "/case.toml", "/../../etc/passwd", "//evil.example/", "/api/../api/opening"];
    for route in routes().iter().map(String::as_str).chain(unknown) {
        for (who, status, headers) in &attacks {
            let body = json!({ "file": "case.toml", "text": "stolen", "stamp": null });
            let answer = served.ask("POST", route, headers, body.to_string().as_bytes());
            assert_eq!(answer.status, *status, "{who} at {route}: {answer:?}");
            assert!(!answer.body.contains("delta"), "{who} at {route} read the case");
        }
        for method in ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"] {
            let answer = served.ask(method, route, &with(&ours, "Authorization", None), b"");
            assert_eq!(answer.status, 401, "{method} {route}");
        }
    }
    let on_disk = std::fs::read_to_string(served.path().join("case.toml")).unwrap();
    assert_eq!(on_disk, detente_case::template());
}

#[test]
fn no_name_of_a_host_is_no_name() {
    let served = Served::template();
    let mut stream = served.connect();
    stream.write_all(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
    assert!(matches!(read_to_end(stream).status, 400 | 421));
    let mut stream = served.connect();
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n").unwrap();
    assert_eq!(read_to_end(stream).status, 421);
    // A request line that names another host than the header does not get past it either.
    let mut stream = served.connect();
    let absolute = format!(
        "GET http://evil.example/api/opening HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.address
    );
    stream.write_all(absolute.as_bytes()).unwrap();
    assert_eq!(read_to_end(stream).status, 403);
}

#[test]
fn the_page_is_told_what_it_may_load() {
    let served = Served::template();
    let host = [("Host", served.address.to_string())];
    let page = served.ask("GET", "/", &host, b"");
    assert_eq!(page.status, 200);
    let head = page.head.to_ascii_lowercase();
    for rule in [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "x-frame-options: deny",
        "referrer-policy: no-referrer",
        "cross-origin-resource-policy: same-origin",
        "cache-control: no-store",
    ] {
        assert!(head.contains(rule), "{rule} is missing in {head}");
    }
    assert!(
        !head.contains("unsafe") && !head.contains("access-control") && !head.contains("set-cookie"),
        "{head}"
    );
    assert!(!page.body.contains("__NONCE__"));
    assert!(!page.body.contains(&served.token), "the token is told to whoever loads the page");
    let nonce =
        |answer: &served::Answer| answer.head.split("'nonce-").nth(1).map(|rest| rest[..64].to_owned());
    let another = served.ask("GET", "/", &host, b"");
    assert_ne!(nonce(&page), nonce(&another));
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.toml"), "secret").unwrap();
    let served = Served::template();
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(outside.path().join("secret.toml"), served.path().join("link.toml")).unwrap();
        symlink(outside.path(), served.path().join("variants")).unwrap();
    }
    for file in [
        "link.toml",
        "variants/secret.toml",
        "../secret.toml",
        "variants/../../secret.toml",
        "/etc/hostname.toml",
        "..%2fsecret.toml",
        "case.toml/../../x.toml",
        "case.toml\u{0}.toml",
        ".detente-draft-case.toml",
        "variants",
        "",
    ] {
        for (route, body) in [
            ("/api/file", json!({ "file": file })),
            ("/api/save", json!({ "file": file, "text": "mine", "stamp": null })),
            ("/api/draft", json!({ "file": file, "text": "mine", "stamp": null })),
        ] {
            let answer = served.post(route, &body);
            // A draft of a link is a file of its own in the folder, and follows nothing.
            let harmless = route == "/api/draft" && matches!(file, "link.toml" | "variants/secret.toml");
            assert!(matches!(answer.status, 400..=499) || harmless, "{route} {file:?}: {answer:?}");
            assert!(!answer.body.contains("\"secret\""), "{route} {file:?}: {answer:?}");
        }
    }
    let there: Vec<_> =
        std::fs::read_dir(outside.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(there, ["secret.toml"]);
    assert_eq!(std::fs::read_to_string(outside.path().join("secret.toml")).unwrap(), "secret");
}

#[test]
fn a_body_of_a_gigabyte_is_not_read() {
    let served = Served::template();
    let mut stream = served.connect();
    let mut head =
        String::from("POST /api/look HTTP/1.1\r\nConnection: close\r\nContent-Length: 1000000000\r\n");
    for (name, value) in served.ours() {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
    assert_eq!(read_to_end(stream).status, 413);
    // One that does not say how long it is is read as far as a body may go.
    let mut stream = served.connect();
    let mut head =
        String::from("POST /api/look HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n");
    for (name, value) in served.ours() {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
    let mut answers = stream.try_clone().unwrap();
    let chunk = [b"100000\r\n".as_slice(), &vec![b' '; 0x10_0000], b"\r\n"].concat();
    let sent = (0..1_000).take_while(|_| stream.write_all(&chunk).is_ok()).count();
    assert!(sent < 200, "{sent} MB were taken");
    let mut answer = [0; 12];
    if answers.read_exact(&mut answer).is_ok() {
        assert_eq!(&answer, b"HTTP/1.1 413");
    }
    assert_eq!(served.post("/api/file", &json!({ "file": "case.toml" })).status, 200);
}

#[test]
fn more_worlds_than_can_be_drawn_are_refused() {
    let served = Served::template();
    let text = detente_case::template();
    for draws in [json!(0), json!(1_000_000_000_000_u64), json!(-1), json!(1.5), json!("many"), json!(1e300)]
    {
        let answer = served.post("/api/look", &json!({ "text": text, "sections": true, "draws": draws }));
        assert!(matches!(answer.status, 400 | 422), "{draws}: {answer:?}");
    }
    let answer = served.post("/api/look", &json!({ "text": text, "as_of": "2024-13-40" }));
    assert_eq!(answer.status, 422);
}

#[test]
fn whoever_holds_many_streams_keeps_nobody_else_out() {
    let served = Served::template();
    let text = detente_case::template();
    // Answers that take long, which nobody reads.
    let body = json!({ "text": text, "sections": true, "draws": 200_000 }).to_string();
    let greedy: Vec<TcpStream> = (0..200)
        .map(|i| {
            let mut stream = served.connect();
            let body = body.replace("200000", &(200_000 - i).to_string());
            stream.write_all(&request("POST", "/api/look", &served.ours(), body.as_bytes())).unwrap();
            stream
        })
        .collect();
    let answer = served.post("/api/file", &json!({ "file": "case.toml" }));
    assert_eq!(answer.status, 200);
    // Once they are gone, what they asked for is ended, and there is room for others.
    drop(greedy);
    let asked = json!({ "text": text, "sections": true, "draws": 100 });
    let found = (0..200).any(|_| {
        let answer = served.post("/api/look", &asked);
        let done = answer.events().last().is_some_and(|(name, _)| name == "done");
        if !done {
            std::thread::sleep(Duration::from_millis(50));
        }
        done
    });
    assert!(found, "no place became free");
}

#[test]
fn ten_thousand_connections_keep_nobody_out() {
    let served = Served::template();
    // Those who come and say nothing wait in the queue of the system, and are sent away when they dawdle; as many at a time as one
    // process may hold.
    let mut silent = Vec::new();
    let mut tried = 0;
    while tried < 10_000 {
        tried += 1;
        match TcpStream::connect_timeout(&served.address, Duration::from_millis(200)) {
            Ok(stream) => silent.push(stream),
            Err(_) => silent.truncate(silent.len() / 2),
        }
        if silent.len() >= 400 {
            silent.truncate(100);
        }
    }
    drop(silent);
    assert_eq!(served.post("/api/file", &json!({ "file": "case.toml" })).status, 200);
}

#[test]
fn ten_thousand_requests_with_bad_ones_among_them_lose_nothing() {
    let served = Served::template();
    let text = detente_case::template();
    let good =
        request("POST", "/api/file", &served.ours(), json!({ "file": "case.toml" }).to_string().as_bytes());
    let good =
        String::from_utf8(good).unwrap().replace("Connection: close", "Connection: keep-alive").into_bytes();
    let bad: [Vec<u8>; 5] = [
        request("POST", "/api/edits", &served.ours(), b"{"),
        request("POST", "/api/file", &served.ours(), b"[1, 2]"),
        request("POST", "/api/look", &served.ours(), json!({ "text": "parties = [" }).to_string().as_bytes()),
        b"NONSENSE\r\n\r\n".to_vec(),
        b"POST /api/file HTTP/1.1\r\nContent-Length: 50\r\n".to_vec(),
    ];
    let answered: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4)
            .map(|worker| {
                let (served, good, bad) = (&served, &good, &bad);
                scope.spawn(move || {
                    let mut stream = served.connect();
                    let mut answered = 0;
                    for i in 0..2_500 {
                        if i % 50 == worker {
                            let mut other = served.connect();
                            other.write_all(&bad[(i / 50) % bad.len()]).unwrap();
                            drop(other);
                        }
                        stream.write_all(good).unwrap();
                        answered += usize::from(whole_answer(&mut stream).contains("delta"));
                    }
                    answered
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    assert_eq!(answered, 10_000);
    assert_eq!(std::fs::read_to_string(served.path().join("case.toml")).unwrap(), text);
}

/// The next answer on a connection that stays open.
fn whole_answer(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 16_384];
    loop {
        let read = stream.read(&mut buffer).unwrap();
        assert!(read > 0, "the connection ended after {:?}", String::from_utf8_lossy(&bytes));
        bytes.extend_from_slice(&buffer[..read]);
        let Some(split) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..split]).to_ascii_lowercase();
        let length: usize =
            head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok()).unwrap();
        if bytes.len() >= split + 4 + length {
            return String::from_utf8_lossy(&bytes[split + 4..]).into_owned();
        }
    }
}

#[test]
fn two_who_save_at_once_do_not_write_over_each_other() {
    let served = Served::template();
    let opened = served.post("/api/file", &json!({ "file": "case.toml" })).json();
    let texts: BTreeSet<String> = (0..16).map(|i| format!("# {i}\n{}", detente_case::template())).collect();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let savers: Vec<_> = texts
            .iter()
            .map(|text| {
                let (served, opened) = (&served, &opened);
                scope.spawn(move || {
                    let body = json!({ "file": "case.toml", "text": text, "stamp": opened["stamp"] });
                    served.post("/api/save", &body).status
                })
            })
            .collect();
        savers.into_iter().map(|saver| saver.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 15);
    let on_disk = std::fs::read_to_string(served.path().join("case.toml")).unwrap();
    assert!(texts.contains(&on_disk));
}
