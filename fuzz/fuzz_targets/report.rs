//! No text may make the reader of reports panic or hang, and its drafts are claims that a case takes.

#![no_main]

use std::sync::LazyLock;

use detente_model::Case;

static CASE: LazyLock<Case> = LazyLock::new(|| {
    detente_case::parse("template", detente_case::template()).expect("the template is sound").case
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reported = CASE.as_of;
    if let Ok(found) = detente_intake::report::read_report(text, &CASE, reported) {
        for draft in &found.drafts {
            let toml = draft.to_toml(&CASE, "wire", reported);
            assert!(detente_case::edit::rewrite(&toml, &[]).is_ok(), "{toml}");
        }
    }
});
