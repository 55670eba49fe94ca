//! Reading and checking case files, format 1.
//!
//! A case file says in TOML who talks, what is on the table, what each side wants and how sure anyone is of it
//! (`docs/case-format.md` in the project). [`read`] turns one into a [`Case`](detente_model::Case), in which every
//! name is resolved and every number kept with its source, or into a [`Report`] of everything that is wrong with it:
//! all faults at once, each with a [`Code`], its place, the places that have to do with it, and a hint.
//!
//! ```
//! use detente_case::{Code, Form, Rendering, parse, template};
//!
//! let reading = parse("case.toml", template()).unwrap();
//! assert!(reading.report.is_clean());
//! assert_eq!(reading.case.principals().count(), 2);
//!
//! let misspelt = template().replace("of = \"delta\"", "of = \"detla\"");
//! let report = parse("case.toml", &misspelt).unwrap_err();
//! assert_eq!(report.faults()[0].code, Code::UnknownParty);
//! assert_eq!(report.faults()[0].help.as_deref(), Some("did you mean `delta`?"));
//! let page = report.render(Rendering { form: Form::Told, ..Rendering::default() });
//! assert!(page.starts_with("`detla` is not a party of this case"));
//! ```
//!
//! [`edit`] changes such a file by path and leaves all else in it as it was; [`assist`] is what an editor needs while somebody types;
//! [`forms`] shows what in it can be changed on the thing itself; [`begin`] makes a first case from plain answers; [`write`](mod@write) is how TOML is written;
//! [`report`] is for readers of other formats, whose faults are told in the same way.
//!
//! The format is declared once, in `format.rs`: the check of shapes, the JSON [`schema`] and the [`reference`](fn@reference)
//! are made from it. No input panics or takes long: a file is at most 8 MB, nesting and numbers of things are
//! bounded, and of thousands of faults the first are kept and the rest counted.

pub mod assist;
pub mod begin;
mod code;
mod conform;
mod decode;
pub mod edit;
mod expected;
mod fault;
mod format;
pub mod forms;
mod meant;
pub mod merge;
mod names;
mod nearest;
pub mod pool;
mod read;
mod reference;
mod render;
pub mod report;
mod schema;
mod sheets;
mod syntax;
mod template;
mod text;
mod tree;
mod without;
mod wording;
pub mod write;

pub use code::{Code, Severity};
pub use fault::{Fault, Report};
pub use names::is_id;
pub use nearest::nearest;
pub use read::{CASE_FILE, LARGEST, Reading, parse, parse_in, read};
pub use reference::reference;
pub use render::{Form, Rendering};
pub use schema::schema;
pub use sheets::{MOST_SHEETS, NoSheets, SheetFound, Sheets, SheetsIn, VARIANTS, case_folder, is_variant};
pub use template::template;
pub use text::Span;
