//! No path and no value may make an edit panic, break its case, or touch what it was not about. The first two lines of the input are
//! the path and the value; the rest is the case, or the template where there is none.

#![no_main]

use detente_case::edit;

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (path, rest) = input.split_once('\n').unwrap_or((input, ""));
    let (value, text) = rest.split_once('\n').unwrap_or((rest, ""));
    let text = if text.is_empty() { detente_case::template() } else { text };
    if let Ok(edited) = edit::set(text, path, value) {
        // What was accepted reads, and can be set again to the same.
        let again = edit::set(&edited.text, path, value).expect("what was set can be set");
        assert_eq!(again.text, edited.text);
    }
    let _ = edit::remove(text, path);
    if let Ok(places) = edit::paths(text) {
        for place in &places {
            assert_eq!(&text[place.span.start..place.span.end], place.text);
        }
    }
});
