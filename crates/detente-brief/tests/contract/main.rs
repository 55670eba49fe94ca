//! What the answers promise to other programs, derived from their types: the JSON Schema (`schema/answers.schema.json`), the reference
//! (`docs/json.md`) and the TypeScript types (`app/types/answers.ts`); and the page on the catalogue of findings (`docs/reference/findings.md`). Each file must be as it comes out of the types now; after a
//! change write them anew with `UPDATE=1 cargo test -p detente-brief --test contract`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod findings;
mod reference;
mod schema;
mod typescript;

use std::fs;
use std::path::Path;

/// What holds for all answers, as the three files open with it.
const CONVENTIONS: &[&str] = &[
    "Parties, issues, lots and propositions go by the ids or names of the case; objects that are keyed by them keep its order.",
    "Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`.",
    "Probabilities and shares lie between 0 and 1. Days are counted from the day on which an agreement begins; dates are `2024-02-14`.",
    "A key that may be missing says so. What is there and not known is `null`, and says why beside it.",
    "Counts that may be large are strings of digits.",
    "Keys stay as they are; more may be added beside them.",
];

/// That a file is what it should be, or writes it where that was asked for.
fn in_step(file: &str, should_be: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, should_be).unwrap();
    }
    let is = fs::read_to_string(&path).unwrap_or_default();
    let at = is.lines().zip(should_be.lines()).position(|(is, should_be)| is != should_be);
    assert!(
        is == should_be,
        "`{file}` is not what the types say, from line {} on; `UPDATE=1 cargo test -p detente-brief --test contract` writes it",
        at.map_or_else(|| is.lines().count().min(should_be.lines().count()) + 1, |at| at + 1)
    );
}
