//! The lists as the page of the documentation shows them.

use std::fmt::Write;
use std::path::PathBuf;

use super::{Fate, Known, genius, geniusweb, gmcr, negmas};

const BEGIN: &str = "<!-- keys: written by a test, see known/table.rs -->\n";
const END: &str = "<!-- end of keys -->\n";

fn rows(out: &mut String, title: &str, rows: &[Known]) {
    write!(out, "\n### {title}\n\n| in | part | what becomes of it |\n|---|---|---|\n").unwrap();
    for row in rows {
        let names: Vec<String> = row
            .names
            .iter()
            .map(|name| match name.strip_prefix('@') {
                Some(attribute) => format!("`{attribute}=`"),
                None => format!("`{name}`"),
            })
            .collect();
        let places: Vec<String> = row.places.iter().map(|place| format!("`{place}`")).collect();
        let fate = match row.fate {
            Fate::Used(what) => format!("used: {what}"),
            Fate::Irrelevant(why) => format!("irrelevant: {why}"),
            Fate::Refused(why) => format!("**refused**: {why}"),
        };
        writeln!(out, "| {} | {} | {fate} |", places.join(", "), names.join(", ")).unwrap();
    }
}

fn page() -> String {
    let mut out = String::from(BEGIN);
    rows(&mut out, "Genius, domain", genius::DOMAIN);
    rows(&mut out, "Genius, profile", genius::PROFILE);
    rows(&mut out, "GeniusWeb", geniusweb::ROWS);
    rows(&mut out, "NegMAS", negmas::ROWS);
    rows(&mut out, "GMCR+", gmcr::ROWS);
    out.push('\n');
    out.push_str(END);
    out
}

/// `UPDATE=1` writes the page anew.
#[test]
fn the_documentation_shows_these_rows() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/foreign-formats.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the page has a place for the rows");
    let (_, after) = rest.split_once(END).expect("the place for the rows ends");
    let expected = format!("{before}{}{after}", page());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(
        text == expected || std::env::var_os("UPDATE").is_some(),
        "docs/reference/foreign-formats.md is not what known/ says; run again with UPDATE=1"
    );
}

#[test]
fn no_part_is_listed_twice() {
    for list in [genius::DOMAIN, genius::PROFILE, geniusweb::ROWS, negmas::ROWS, gmcr::ROWS] {
        let mut seen = std::collections::BTreeSet::new();
        for row in list {
            for (place, name) in
                row.places.iter().flat_map(|place| row.names.iter().map(move |name| (place, name)))
            {
                assert!(seen.insert((place, name)), "{name} in {place}");
            }
        }
    }
}
