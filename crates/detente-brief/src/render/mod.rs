//! From the tree of a page to a medium, one renderer each. A renderer knows blocks and no section.

mod docx;
mod html;
mod terminal;

pub use docx::docx;
pub use html::{fragment, html, plain, standing_in};
pub use terminal::terminal;
