//! No text of a deal may make its reader panic or hang; what is read is written, and read again the same.

#![no_main]

use detente_text::{Allowed, parse};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(case) = detente_case::parse("case.toml", detente_case::template()) else { return };
    let Ok(reading) = parse(&[("1", text)], &case.case) else { return };
    let version = reading.text.latest();
    let written = version.to_markdown(&reading.case);
    let again = parse(&[("1", &written)], &reading.case).expect("what was written is read");
    assert_eq!(again.text.latest().to_markdown(&reading.case), written);
    let _ = Allowed::by(version).options(&reading.case);
});
