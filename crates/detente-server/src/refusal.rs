//! What is said to a client whose request cannot be met.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use detente_brief::SittingError;

use crate::protocol::{FaultFound, Refusal};

/// A refusal with its status.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    pub status: StatusCode,
    pub said: Refusal,
}

impl Refused {
    /// A refusal in a sentence.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        let said = Refusal { code: code.to_owned(), message: message.into(), hint: None, faults: Vec::new() };
        Self { status, said }
    }

    /// The same with what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.said.hint = Some(hint.into());
        self
    }

    /// The request is not one that the protocol knows.
    pub fn not_understood(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "not_understood", message)
    }

    /// What was asked for cannot be, as things stand in the text that was sent.
    pub fn unfit(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unfit", message)
    }

    /// The text has faults.
    pub fn faulty(message: impl Into<String>, faults: Vec<FaultFound>) -> Self {
        let mut refused = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "faulty", message);
        refused.said.faults = faults;
        refused
    }

    /// The server is at fault.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", message)
            .hint("this is a fault of the program: please report it with the case")
    }
}

impl From<SittingError> for Refused {
    fn from(error: SittingError) -> Self {
        match error {
            SittingError::Cancelled(_) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "cancelled",
                "the computation was ended before there was an answer",
            )
            .hint("ask again"),
            error => Self::unfit(error.to_string()),
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.status, Json(self.said)).into_response()
    }
}
