//! No files in the format of geniusweb may make the import panic or hang. A line of `=====` ends one file and begins the next.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| detente_fuzz::foreign("json", input));
