//! What a reader of another format needs to tell of faults as the reader of cases does: the text with its lines, spans in
//! it, faults and the report that they become, and how names and counts are shown in a sentence.

pub use crate::fault::{Fault, Faults, Report};
pub use crate::nearest::nearest;
pub use crate::read::contents;
pub use crate::text::{Span, Text, grouped, listed, quoted};
