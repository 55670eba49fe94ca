//! The page on the catalogue of published findings, told from the catalogue.

use std::fmt::Write;

use detente_brief::answers::{FindingsAnswer, tables};

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
         way. Below 1 an agreement lasts longer. Where records that came later put another figure in the place of the published one, the second column has \
         that; a case whose day is earlier is reckoned with what was published then. How those records were read, and how far they disagree: \
         `bench/validity/durability.md`. A base rate changes no risk; it is here to be read, and no factor can rest on it.\n\n\
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
            "\n## {}\n\nWhat was found: {}.\n\n- Where from: {}\n- Estimated on: {}\n- Carries over {}: {}\n- Published: {}; reckoned with: {}\n- What records say now: {}\n",
            finding.id,
            finding.finding,
            finding.citation,
            finding.estimated_on,
            finding.transfers,
            finding.because,
            finding.published(),
            finding.used(),
            finding.said_now(),
        )
        .unwrap();
    }
    in_step("docs/reference/findings.md", &page);
}

/// A row a finding, a column for either end of every range, and an empty cell where nothing is published.
#[test]
fn the_table_for_programs_is_whole() {
    let answer = FindingsAnswer::all().unwrap();
    let table = tables::findings(&answer);
    let ends = ["hazard_ratio.median", "hazard_ratio.interval.low", "hazard_ratio.interval.high"];
    let column = |name: &str| table.header.iter().position(|known| known == name).unwrap();
    for end in ends {
        assert!(table.header.iter().any(|name| *name == format!("later.{end}")));
    }
    assert_eq!(table.rows.len(), answer.findings.len());
    for (row, finding) in table.rows.iter().zip(&answer.findings) {
        assert_eq!(row.len(), table.header.len());
        assert_eq!(row[column("id")], finding.id);
        // An empty cell is no number.
        let number = |end: &str| row[column(&format!("published_hazard_ratio.{end}"))].parse::<f64>().ok();
        let published = finding.published_hazard_ratio;
        assert_eq!([number("low"), number("high")], [published.map(|p| p[0]), published.map(|p| p[1])]);
        assert!(ends.iter().all(|end| row[column(end)].is_empty() == finding.hazard_ratio.is_none()));
    }
}
