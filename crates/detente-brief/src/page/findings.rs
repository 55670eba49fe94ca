//! The catalogue of published findings on what makes agreements last.

use super::table::{Column, Table};
use super::wording::{LineManner, Phrase, told};
use super::{Block, Section};
use crate::answers::FindingsAnswer;
use crate::words;

/// The catalogue: what multiplies the risk by how much, then what each finding says and how far it carries.
pub(super) fn sections(catalogue: &FindingsAnswer) -> Vec<Section> {
    let columns =
        [Column::of("finding"), Column::of("risk times, as published"), Column::of("as reckoned with")];
    let rows = catalogue
        .findings
        .iter()
        .map(|finding| vec![finding.id.clone().into(), finding.published().into(), finding.used().into()]);
    let says = catalogue.findings.iter().map(|finding| {
        let remark = format!(
            "Estimated on {}; carries over {}: {}. What records say now: {}.",
            finding.estimated_on,
            finding.transfers,
            finding.because,
            finding.said_now()
        );
        let said = format!("{} ({})", words::sentence(&finding.finding), finding.citation);
        told(
            format!("{}: {said}. {remark}", finding.id),
            Phrase::from(format!("{}: {said}. ", finding.id)).line(LineManner::Remark, remark),
        )
    });
    vec![
        Section::new(
            "catalogue",
            "Published findings on what makes agreements last",
            vec![
                Block::told(
                    "All of them come from other wars. As reckoned with: the middle, and in brackets nine tenths of what the doubt of the figure and of \
                     carrying it over leaves. A factor of a case rests on one by `finding = \"…\"`.",
                ),
                Block::table(Table::new(columns).with(rows)),
            ],
        ),
        Section::new("sayings", "What each says, and how far it carries", vec![Block::list(says)]),
    ]
}
