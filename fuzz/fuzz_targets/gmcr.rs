//! No files in the format of gmcr may make the import panic or hang. A line of `=====` ends one file and begins the next.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| detente_fuzz::foreign("gmcr", input));
