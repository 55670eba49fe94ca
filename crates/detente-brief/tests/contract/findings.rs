//! The page on the catalogue of published findings, told from the catalogue.

use std::fmt::Write;

use detente_brief::answers::FindingsAnswer;

use crate::in_step;

#[test]
fn the_page_on_the_findings_is_in_step() {
    let findings = FindingsAnswer::all().unwrap().findings;
    let mut page = String::from(
        "# Published findings on what makes agreements last\n\n\
         A factor in `[[durability.factors]]` can rest on one of these findings: `finding = \"…\"` with its id. `detente durability --findings` prints \
         the same list, `--json` and `--csv` for programs. This page is written from `crates/detente-durability/src/catalogue.toml` by a test.\n\n\
         All of them come from other wars, and such figures carry over badly. *Published* is by what the risk of an agreement ending at any moment \
         is multiplied, as the literature has it: a figure, a range, or no more than the direction. *Reckoned with* is what Detente takes: the \
         middle, and in brackets the middle nine tenths of a doubt made of that of the figure and that of carrying it over (a standard \
         deviation of 0.5 on the logarithm). Where only a direction is published, the ratio lies anywhere between none and a factor of 2.7 that \
         way. Below 1 an agreement lasts longer. A base rate changes no risk; it is here to be read, and no factor can rest on it.\n\n\
         | finding | published | reckoned with | from |\n|---|---|---|---|\n",
    );
    for finding in &findings {
        let (published, used) = (finding.published(), finding.used());
        let row = [&format!("[`{}`](#{})", finding.id, finding.id), &published, &used, &finding.citation];
        writeln!(page, "| {} |", row.map(|cell| cell.replace('|', "\\|")).join(" | ")).unwrap();
    }
    for finding in &findings {
        write!(
            page,
            "\n## {}\n\nWhat was found: {}.\n\n- Where from: {}\n- Estimated on: {}\n- Carries over {}: {}\n- Published: {}; reckoned with: {}\n",
            finding.id,
            finding.finding,
            finding.citation,
            finding.estimated_on,
            finding.transfers,
            finding.because,
            finding.published(),
            finding.used(),
        )
        .unwrap();
    }
    in_step("docs/reference/findings.md", &page);
}

/// As many fields in every row as the header has, whatever commas and quotes the texts hold.
#[test]
fn the_table_for_programs_is_whole() {
    let answer = FindingsAnswer::all().unwrap();
    let csv = answer.csv();
    let fields = |row: &str| {
        let mut quoted = false;
        1 + row
            .chars()
            .filter(|c| {
                if *c == '"' {
                    quoted = !quoted;
                }
                *c == ',' && !quoted
            })
            .count()
    };
    let rows: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), answer.findings.len() + 1);
    assert!(rows.iter().all(|row| fields(row) == 17), "{csv}");
}
