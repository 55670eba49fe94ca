//! The page on the format ends with a reference that is generated.

use std::fs;
use std::path::Path;

const MARK: &str = "<!-- Generated from here on: see crates/detente-case/tests/suite/docs.rs -->\n";

/// To regenerate after a change of the format: `UPDATE_DOCS=1 cargo test -p detente-case --test suite docs`.
#[test]
fn the_reference_is_the_one_generated() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/case-format.md");
    let page = fs::read_to_string(&path).unwrap();
    let (words, reference) = page.split_once(MARK).expect("the page has a mark");
    let generated = format!("\n{}", detente_case::reference());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{words}{MARK}{generated}")).unwrap();
    } else {
        assert_eq!(
            reference, generated,
            "docs/case-format.md is stale: run `UPDATE_DOCS=1 cargo test -p detente-case --test suite docs`"
        );
    }
}

/// The examples on the page are TOML, and those that begin with `case = 1` are whole cases.
#[test]
fn the_examples_are_sound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/case-format.md");
    let page = fs::read_to_string(&path).unwrap();
    let mut whole = 0;
    for example in page.split("```toml\n").skip(1) {
        let text = example.split("```").next().unwrap();
        let errors = toml::de::DeTable::parse_recoverable(text).1;
        assert!(errors.is_empty(), "{errors:?}");
        if text.starts_with("case = 1") {
            let reading = detente_case::parse("example", text).unwrap();
            assert!(reading.report.is_clean(), "{:?}", reading.report);
            whole += 1;
        }
    }
    assert!(whole > 0);
}
