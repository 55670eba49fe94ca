//! What an editor of a case file needs while somebody types: what can come at a place, what stands there, how a fault is mended,
//! and where everything is.
//!
//! All of it is read from the format's own declaration and from the text as it stands, finished or not: a key without a value, an
//! open quote or bracket, a heading half written. Nothing is changed; what is offered is text for a [`Span`](crate::Span). Offsets are
//! bytes.
//!
//! ```
//! use detente_case::assist::{completions, hover, place_of};
//!
//! let text = "case = 1\n[sources.gazette]\nreli";
//! let offered = completions(text, text.len());
//! assert_eq!((offered[0].label.as_str(), offered[0].insert.as_str()), ("reliability", "reliability = "));
//!
//! let text = "[parties.north]\nname = \"North\"\n[positions.";
//! assert!(completions(text, text.len()).iter().any(|one| one.insert == "[positions.north]"));
//!
//! let text = detente_case::template();
//! let no_deal = place_of(text, "positions.upland.no_deal").unwrap();
//! let told = hover(text, no_deal.start).unwrap();
//! assert_eq!(told.title, "positions.upland.no_deal");
//! assert!(told.text.contains("Worth of no agreement"));
//! ```

mod complete;
mod cursor;
mod fixes;
mod headings;
mod hover;
mod naming;
mod outline;
mod pattern;
mod values;

pub use complete::{Completion, CompletionKind, MOST_COMPLETIONS, completions};
pub use fixes::{Fix, fixes};
pub use hover::{Hover, hover};
pub use outline::{OutlineItem, outline, path_at, place_of};
