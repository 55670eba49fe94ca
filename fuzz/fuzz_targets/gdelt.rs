//! No table may make the reader of event data panic or hang.

#![no_main]

use detente_intake::events::{EventFilter, read_gdelt};

libfuzzer_sys::fuzz_target!(|table: &[u8]| {
    let retrieved = jiff::civil::date(2025, 3, 1);
    let _ = read_gdelt(table, &EventFilter::default(), retrieved);
});
