//! No text may make the reader of reports panic or hang, and its drafts are claims that a case takes.

#![no_main]

use std::sync::LazyLock;

use detente_case::{Rendering, parse, template};
use detente_model::Case;

static CASE: LazyLock<Case> = LazyLock::new(detente_fuzz::case);

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reported = CASE.as_of;
    if let Ok(found) = detente_intake::report::read_report(text, &CASE, reported)
        && !found.drafts.is_empty()
    {
        let drafts: Vec<String> =
            found.drafts.iter().map(|draft| draft.to_toml(&CASE, "wire", reported)).collect();
        let case = format!("{}\n[sources.wire]\ntitle = \"Wire\"\n\n{}", template(), drafts.join("\n"));
        if let Err(report) = parse("case.toml", &case) {
            panic!("{}", report.render(Rendering::default()));
        }
    }
});
