//! Intake: on any text, on annotated reports, on the dispatch from Cairo.

// The permission for tests reaches test functions, not what they call.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod any_text;
mod dispatch;
mod event_tables;
mod mutated;
#[path = "../../../../tests/mutation.rs"]
mod mutation;
mod scores;
mod speakers;
mod whose_words;
