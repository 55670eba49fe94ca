//! How often figures like those of a page were right: a line for each kind of figure that can be read as a forecast.

use detente_model::Case;

use super::{Block, Section};
use crate::track_record::{ForecastKind, TrackRecord};

/// The section to which every such figure leads.
pub(crate) const RECORD: &str = "record";

/// Of a whole brief.
pub(super) fn section(case: &Case) -> Section {
    of(TrackRecord::of_case(case))
}

/// Of some kinds of figure.
pub(super) fn of_kinds(kinds: impl IntoIterator<Item = ForecastKind>) -> Section {
    of(kinds.into_iter().map(TrackRecord::of).collect())
}

fn of(records: Vec<TrackRecord>) -> Section {
    let blocks = if records.is_empty() { Vec::new() } else { vec![Block::record(records)] };
    Section::new(RECORD, "How often were such figures right?", blocks)
}

/// The kind of figure that a section of the two pages or of the annex mainly tells.
pub(super) fn kind_of(id: &str, case: &Case) -> Option<ForecastKind> {
    Some(match id {
        "leading" | "packages" | "tests" | "three-tests" => ForecastKind::Package,
        "in-the-way" | "obstacles" => ForecastKind::InTheWay,
        "settlement" => ForecastKind::Settlement,
        "hold" | "exchange" => ForecastKind::Hold,
        "last" | "durability" => TrackRecord::lasting(case)?,
        "bargain" | "talks" => ForecastKind::Talks,
        "stuck" | "stability" => ForecastKind::Stuck,
        "heard" | "evidence" => ForecastKind::Outlook,
        "decides" | "collective" => ForecastKind::Body,
        _ => return None,
    })
}
