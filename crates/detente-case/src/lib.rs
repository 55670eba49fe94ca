//! Reading and checking case files.

mod code;
mod conform;
mod decode;
mod fault;
mod format;
mod names;
mod nearest;
mod read;
mod render;
mod schema;
mod syntax;
mod template;
mod text;
mod tree;
mod wording;

pub use code::{Code, Severity};
pub use fault::{Fault, Report};
pub use read::{CASE_FILE, LARGEST, Reading, parse, read};
pub use render::{Form, Rendering};
pub use schema::schema;
pub use template::template;
pub use text::Span;
