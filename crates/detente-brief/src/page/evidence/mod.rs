//! What was said and done, and what it makes of the outlook.

mod by_date;
mod claims;
mod forecasts;
mod hypotheses;
mod movers;

use detente_evidence::Estimate;
use detente_model::PropositionId;

use self::by_date::{by_date, figure};
use self::claims::{claims, contradictions, counts};
use self::forecasts::forecasts;
use self::hypotheses::hypotheses;
use self::movers::{information, movers, sources};
use super::block::Version;
use super::table::{Column, Table};
use super::wording::{Chance, DoubtOf, LineManner, Phrase, told};
use super::{Block, Section};
use crate::compose::evidence::WeighedEvidence;
use crate::extract::marks::is_marked;
use crate::words;

/// Rows of a table that could be long; the rest is counted.
const SHOWN: usize = 40;

/// The whole of it on a page; a terminal shows what it makes of the open questions and of the outlook.
pub(super) fn section(found: &WeighedEvidence) -> Section {
    let mut blocks = Block::headline(&found.headline);
    blocks.extend(figure(found).map(|figure| Block::figure(figure).full()));
    let questions = questions(found);
    if questions.shows(Version::Full) {
        blocks.push(Block::heading(questions.heading).full());
    }
    blocks.extend(first_apart(questions.blocks));
    blocks.extend(first_apart(by_date(found).blocks).into_iter().map(Block::short));
    for part in [contradictions, claims, sources, hypotheses, information, forecasts] {
        blocks.extend(part(found).full().inside());
    }
    if blocks.iter().any(|block| block.shows(Version::Short)) {
        blocks.push(Block::told("`detente outlook` shows every claim with its weight.").short());
    }
    Section::new("evidence", "What was said and done", blocks)
}

/// Each part as a section.
pub(super) fn sections(found: &WeighedEvidence) -> Vec<Section> {
    let parts = [
        questions,
        contradictions,
        claims,
        counts,
        by_date,
        movers,
        sources,
        hypotheses,
        information,
        forecasts,
    ];
    parts.into_iter().map(|part| part(found)).collect()
}

/// The outlook by date as a drawing alone.
pub(super) fn drawn(found: &WeighedEvidence) -> Option<Section> {
    figure(found).map(|figure| Section::new("by-date", "By date", vec![Block::figure(figure).full()]))
}

/// The same with the first block set apart from what stands before.
fn first_apart(mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(first) = blocks.first_mut() {
        first.apart = true;
    }
    blocks
}

/// The open questions: how likely each was before any claim, and is now.
fn questions(found: &WeighedEvidence) -> Section {
    let columns = [
        Column::words("").short(),
        Column::words(told("open question", "Question")),
        Column::of_figures("before"),
        Column::of_figures("now"),
        Column::of("in words"),
    ];
    let mut table = Table::new(columns);
    if let (Some(before), Some(now)) = (found.before(), found.now()) {
        for (i, proposition) in found.case.propositions.iter().enumerate() {
            let named = Phrase::from(format!("{} · {}", i + 1, proposition.text));
            let full = match proposition.place {
                Some(place) if place.file == 0 => {
                    named.line(LineManner::Second, format!("line {}", place.line))
                }
                _ => named,
            };
            table.push(vec![
                format!("Q{}", i + 1).into(),
                told(proposition.text.as_str(), full),
                words::percent(before.propositions[i].mean).into(),
                chance(now.propositions[i]).into(),
                found.likelihood(PropositionId(i)).into(),
            ]);
        }
    }
    let how = told(
        "Before any claim, and after all of them; in brackets the middle nine tenths of what doubt about priors and weights leaves. The \
         words are those of Intelligence Community Directive 203.",
        "Before any claim, and after all of them, with the middle nine tenths of what doubt about priors and weights leaves. Words \
         after Intelligence Community Directive 203.",
    );
    Section::new("questions", "Open questions", Block::read(table, how))
}

/// A probability with what doubt about the case leaves.
fn chance(estimate: Estimate) -> Chance {
    Chance { value: estimate.mean, low: estimate.low, high: estimate.high, doubt: DoubtOf::Case }
}

/// `[2]`, the number under which the source of something is cited; empty without one, or where an extract leaves it out.
fn note(found: &WeighedEvidence, source: Option<detente_model::SourceId>) -> String {
    let source = source.filter(|source| !is_marked(&found.case.source(*source).title));
    source.map(|source| format!("[{}]", found.case.source_number(source))).unwrap_or_default()
}
