//! The text in Word: given out as a document, and back from a delegation that has marked it up.
//!
//! [`TextVersion::to_docx`] writes a version with its brackets, its objections as comments, and what changed since another version as tracked changes. A
//! delegation marks it up as it would any document. [`marks`] reads what came back: words struck out or written in and comments, each at the clause that it
//! is about; [`taken`] makes a new version of those that a person accepts. Nothing is taken by itself.

mod accept;
mod read;
mod shown;
mod take;
mod write;

pub use accept::{AcceptError, Accepted, accepted};
pub use read::{Mark, MarkIs, Marks, MarksError, marks, version_given_out};
pub use take::{NotTaken, Taken, actor_called, taken};

use crate::version::TextVersion;

/// The name under which the program's own comments stand: what a bracket settles is not somebody's objection.
const OURS: &str = "Detente";

/// The name under which a document says of which version it was made.
fn version_mark(name: &str) -> String {
    let kept = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' });
    format!("version_{}", kept.take(30).collect::<String>())
}

/// The names under which the clauses of a version stand in a document, in order: letters, figures and `_`, at most forty, each once.
fn names(version: &TextVersion) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for clause in version.clauses() {
        let kept: String = clause
            .id
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
            .take(28)
            .collect();
        let first = format!("clause_{kept}");
        let mut name = first.clone();
        let mut again = 1;
        while names.contains(&name) {
            again += 1;
            name = format!("{first}_{again}");
        }
        names.push(name);
    }
    names
}
