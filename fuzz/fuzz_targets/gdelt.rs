//! No table may make the reader of event data panic or hang, and its drafts are claims that a case takes.

#![no_main]

use detente_fuzz::{RETRIEVED, events, filters};
use detente_intake::events::read_gdelt;

libfuzzer_sys::fuzz_target!(|table: &[u8]| {
    for filter in filters() {
        if let Ok(import) = read_gdelt(table, &filter, RETRIEVED) {
            events(&import);
        }
    }
});
