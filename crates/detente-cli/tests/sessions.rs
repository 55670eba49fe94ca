//! The sessions under `tests/sessions` are played back: what a page shows is what the command prints. So is the picture
//! of the first screen of a brief in `README.md`.
//!
//! `TRYCMD=overwrite` rewrites the sessions, `README=overwrite` the picture.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use detente_brief::{Options, Sitting, page, render};

#[test]
fn the_sessions_play_as_written() {
    trycmd::TestCases::new().case("tests/sessions/*.md");
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    const COMMAND: &str = "```console\n$ detente brief cases/cairo-2024\n";
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let case = detente_case::read(&root.join("cases/cairo-2024")).unwrap().case;
    let brief = Sitting::open(&case, Options::drawing(2_000, 1)).brief().unwrap();
    let printed = render::terminal(&page::brief(&brief), 100);
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let start = readme.find(COMMAND).unwrap() + COMMAND.len();
    // The picture is the first screen; its last line begins with `…` and says that the command goes on.
    let end = start + readme[start..].find("\n… ").unwrap() + 1;
    if std::env::var("README").is_ok_and(|how| how == "overwrite") {
        let lines = readme[start..end].lines().count();
        let screen: String = printed.split_inclusive('\n').take(lines).collect();
        fs::write(root.join("README.md"), format!("{}{screen}{}", &readme[..start], &readme[end..])).unwrap();
    } else {
        assert!(
            printed.starts_with(&readme[start..end]),
            "the picture in README.md is old: README=overwrite cargo test"
        );
    }
}
