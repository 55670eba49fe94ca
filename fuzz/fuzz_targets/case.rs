//! No text may make the reader of case files panic or hang, nor what is said about it.

#![no_main]

use detente_case::{Rendering, parse};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let report = match parse("case.toml", text) {
        Ok(reading) => reading.report,
        Err(report) => report,
    };
    let _ = report.render(Rendering::default());
});
