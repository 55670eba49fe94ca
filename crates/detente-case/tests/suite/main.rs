//! The reader from the outside: broken files, sound files, the schema, and files that nobody would write.

// Helpers of tests stand outside of test functions, where the lints do not see that they are tests.
#![allow(clippy::unwrap_used, clippy::format_collect)]

mod assist;
mod begin;
mod broken;
mod compared;
mod docs;
mod edit;
mod merge;
mod mutated;
#[path = "../../../../tests/mutation.rs"]
mod mutation;
mod robust;
mod schema;
mod sheets;
mod sound;
mod struck;
mod typed;
