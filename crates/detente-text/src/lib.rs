//! The text of a deal: one draft, written by whoever mediates, that the parties criticise and nobody has to concede anything to (the *single negotiating
//! text*: Fisher 1978; at Camp David in 1978 it took thirteen days and 23 drafts).
//!
//! A [`SingleText`] has versions, a [`TextVersion`] articles of clauses. Words are tied to options of the case, what is open stands in brackets, and objections
//! stand below the clause that they are about. [`read`](fn@read) reads the versions beside a case file, with everything that is wrong with them at once.
//!
//! A text is a set of packages: [`Allowed`] tells which it still allows. A package is a text: [`TextVersion::settled_on`] settles every
//! bracket on it. [`changes`] tells what became of the words between two versions.
//!
//! ```
//! use detente_text::{Allowed, parse};
//!
//! let case = detente_case::parse("case.toml", r#"
//! case = 1
//! title = "Harbour dues"
//! as_of = 2025-03-01
//! [parties.port]
//! name = "Port authority"
//! role = "principal"
//! [parties.union]
//! name = "Dockers' union"
//! role = "principal"
//! [issues.pay]
//! name = "Rise in pay"
//! unit = "per cent"
//! options = [2, 4, 6]
//! [positions.port]
//! no_deal = 0.4
//! pay = { ideal = 2, worst = 6 }
//! [positions.union]
//! no_deal = 0.4
//! pay = { ideal = 6, worst = 2 }
//! "#).unwrap().case;
//! let first = "---\ndate: 2025-02-20\nby: the mediator\n---\n# Pay\n## 1 The rise\nWages rise by \
//!              [two per cent]{pay = 2} / [four per cent]{pay = 4} in May.\n> Dockers' union, since 2025-02-21: Two is less than prices rose.\n";
//! let reading = parse(&[("1", first)], &case).unwrap();
//! let version = reading.text.latest();
//! let allowed = Allowed::by(version);
//! assert_eq!(allowed.options(&case).unwrap().packages, 2);
//!
//! let four = detente_model::Package(vec![1]);
//! let settled = version.settled_on(&case, &four, []);
//! assert_eq!(settled.version.clauses().next().unwrap().shown(), "Wages rise by four per cent in May.");
//! assert_eq!(Allowed::by(&settled.version).packages(&case, 10).unwrap(), [four]);
//! ```

mod allowed;
mod asked;
mod changed;
mod objected;
mod read;
mod settle;
mod version;
mod word;
mod write;

pub use allowed::{Allowed, MOST_IN_A_PART, Options};
pub use asked::{NotInText, actor_named};
pub use changed::{ClauseChange, Kept, MOST_COMPARED, WordsChange, changes, words_changed};
pub use objected::{ObjectionCourse, objections_until};
pub use read::{MOST_VERSIONS, Reading, TEXT_FOLDER, has_text, parse, read};
pub use settle::{Borrowed, BorrowedFrom, SettledText};
pub use version::{Article, Bracket, Clause, Objection, Piece, SingleText, TextVersion, Ties, Wording};
pub use word::{
    AcceptError, Accepted, Mark, MarkIs, Marks, MarksError, NotTaken, Taken, accepted, actor_called, marks,
    taken, version_given_out,
};
