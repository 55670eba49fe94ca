//! No name of a package may make the choice panic.

#![no_main]

use std::sync::LazyLock;

use detente_brief::{Options, Sitting};

/// One sitting: the leading packages are looked for once, and then only names are read.
static SITTING: LazyLock<Sitting> = LazyLock::new(|| {
    let case = detente_case::parse("template", detente_case::template()).expect("the template is sound").case;
    Sitting::open(case, Options::drawing(4, 1))
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(error) = SITTING.package(Some(text)) {
        assert!(!error.to_string().is_empty());
    }
});
