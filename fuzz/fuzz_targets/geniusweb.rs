//! No files in the format of geniusweb may make the import panic or hang. A line of `=====` ends one file and begins the next.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| {
    let names = ["one.json", "two.json", "three.json", "four.json"];
    let files: Vec<(&str, &str)> = names.into_iter().zip(input.split("\n=====\n")).collect();
    match detente_foreign::import_texts(&files, None) {
        // What is made is a case like any other.
        Ok(import) => drop(detente_case::parse("case.toml", &import.toml).expect("an import is a sound case")),
        Err(reports) => assert!(!reports.is_empty()),
    }
});
