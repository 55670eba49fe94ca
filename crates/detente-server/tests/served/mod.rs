//! A server on a folder of its own, and a client that says exactly what it is told to.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test asks for some of it, and fails where anything is missing"
)]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

use detente_server::{Server, Settings, Stopper};
use tempfile::TempDir;

/// A server that runs until it is dropped.
pub struct Served {
    pub place: TempDir,
    pub address: SocketAddr,
    pub token: String,
    stopper: Stopper,
    running: Option<JoinHandle<()>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The events of a stream: name and data.
    pub fn events(&self) -> Vec<(String, serde_json::Value)> {
        let event = |told: &str| {
            let (name, data) = told.split_once("\ndata: ")?;
            Some((name.strip_prefix("event: ")?.to_owned(), serde_json::from_str(data).ok()?))
        };
        self.body.split("\n\n").filter_map(event).collect()
    }
}

impl Served {
    /// A server on a folder that holds `case.toml` with this text.
    pub fn with(text: &str) -> Self {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("case.toml"), text).unwrap();
        Self::of(place)
    }

    /// A server on the template case.
    pub fn template() -> Self {
        Self::with(detente_case::template())
    }

    /// A server on a folder.
    pub fn of(place: TempDir) -> Self {
        let server = Server::open(place.path(), &Settings::default()).unwrap();
        let address = server.address();
        let (host, token) = address.strip_prefix("http://").unwrap().split_once("/#token=").unwrap();
        let (address, token) = (host.parse().unwrap(), token.to_owned());
        let stopper = server.stopper();
        let running = Some(std::thread::spawn(move || server.run().unwrap()));
        Self { place, address, token, stopper, running }
    }

    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// The headers of our own page.
    pub fn ours(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Host", self.address.to_string()),
            ("Origin", format!("http://{}", self.address)),
            ("Sec-Fetch-Site", "same-origin".to_owned()),
            ("Authorization", format!("Bearer {}", self.token)),
            ("Content-Type", "application/json".to_owned()),
        ]
    }

    /// A connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        stream
    }

    /// Asks as our own page does.
    pub fn post(&self, path: &str, body: &serde_json::Value) -> Answer {
        self.ask("POST", path, &self.ours(), body.to_string().as_bytes())
    }

    /// Asks with these headers alone.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, String)], body: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(&request(method, path, headers, body)).unwrap();
        read_to_end(stream)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stopper.stop();
        if let Some(running) = self.running.take() {
            let ended = running.join();
            assert!(std::thread::panicking() || ended.is_ok(), "the server failed");
        }
    }
}

/// Something as a client reads it: numbers as they come back from the text.
pub fn as_read(told: &impl serde::Serialize) -> serde_json::Value {
    serde_json::from_str(&serde_json::to_string(told).unwrap()).unwrap()
}

/// A request, after which the connection is closed.
pub fn request(method: &str, path: &str, headers: &[(&str, String)], body: &[u8]) -> Vec<u8> {
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str("\r\n");
    [request.as_bytes(), body].concat()
}

/// Everything that comes until the other side closes.
pub fn read_to_end(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    // A server that refuses a body closes before it has read it all, which may cut the answer short.
    let _ = stream.read_to_end(&mut bytes);
    parsed(&bytes)
}

fn parsed(bytes: &[u8]) -> Answer {
    let split = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..split]).into_owned();
    let rest = bytes.get(split + 4..).unwrap_or_default();
    let body = if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        unchunked(rest)
    } else {
        rest.to_vec()
    };
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head, body: String::from_utf8_lossy(&body).into_owned() }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|window| window == b"\r\n") {
        let length =
            std::str::from_utf8(&rest[..end]).ok().and_then(|length| usize::from_str_radix(length, 16).ok());
        let Some(length) = length.filter(|length| *length > 0 && rest.len() >= end + 2 + length) else {
            break;
        };
        body.extend_from_slice(&rest[end + 2..end + 2 + length]);
        rest = rest.get(end + 4 + length..).unwrap_or_default();
    }
    body
}
