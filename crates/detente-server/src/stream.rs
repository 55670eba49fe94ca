//! Answers that come in pieces, as server-sent events.
//!
//! What is computed is told from a thread of its own. When the reader goes away, the stream is dropped, and with it the interest in what
//! is being computed for it.

use std::any::Any;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use axum::http::header;
use axum::response::Response;
use bytes::Bytes;
use hyper::body::Frame;
use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, mpsc};

use crate::limits;
use crate::refusal::Refused;

/// The end of a stream into which events are told.
#[derive(Debug, Clone)]
pub(crate) struct Teller {
    sender: mpsc::Sender<Bytes>,
}

/// Nobody listens any more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gone;

impl Teller {
    /// Tells an event from a thread that may wait, and waits while the reader is slow.
    pub fn tell(&self, event: &str, data: &impl Serialize) -> Result<(), Gone> {
        self.sender.blocking_send(framed(event, data)).map_err(|_| Gone)
    }

    /// Tells an event from a task.
    pub async fn tell_there(&self, event: &str, data: &impl Serialize) -> Result<(), Gone> {
        self.sender.send(framed(event, data)).await.map_err(|_| Gone)
    }

    /// Tells an event that matters only now: not at all if the reader is slow.
    pub fn tell_if_heard(&self, event: &str, data: &impl Serialize) -> Result<(), Gone> {
        match self.sender.try_send(framed(event, data)) {
            Err(mpsc::error::TrySendError::Closed(_)) => Err(Gone),
            _ => Ok(()),
        }
    }

    /// Whether nobody listens any more.
    pub fn is_gone(&self) -> bool {
        self.sender.is_closed()
    }

    /// Says that an answer is refused, as the last event.
    pub fn refuse(&self, refused: &Refused) {
        let _ = self.tell("failed", &refused.said);
    }
}

fn framed(event: &str, data: &impl Serialize) -> Bytes {
    // JSON has no line breaks outside of its strings, and escapes those inside.
    let data = serde_json::to_string(data).unwrap_or_else(|_| "null".to_owned());
    Bytes::from(format!("event: {event}\ndata: {data}\n\n"))
}

/// A body that gives what is told, and holds what must be held as long as somebody reads it.
struct Told {
    events: mpsc::Receiver<Bytes>,
    _held: Box<dyn Any + Send>,
    _place: OwnedSemaphorePermit,
}

impl HttpBody for Told {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.events.poll_recv(context).map(|event| event.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// A response that streams, and the end into which it is told. `held` is dropped when nobody reads any more, `place` with it.
pub(crate) fn open(place: OwnedSemaphorePermit, held: impl Any + Send) -> (Response, Teller) {
    let (sender, events) = mpsc::channel(limits::WAITING);
    let mut response = Response::new(Body::new(Told { events, _held: Box::new(held), _place: place }));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/event-stream; charset=utf-8"));
    (response, Teller { sender })
}
