//! From what was written to claims for a person to review.
//!
//! * [`report`]: the text of a report, read into drafts of statements, acts and quantities;
//! * [`events`]: rows of event data sets, read into drafts of events;
//! * [`addition`]: how drafts get into a case.
//!
//! What comes out is text as a case file writes it, each claim marked as a draft: until a person has accepted it, it weighs nothing. Nothing
//! here reads files, prints, or takes a clock.

pub mod addition;
mod calendar;
mod error;
pub mod events;
pub mod report;

pub use error::Error;
