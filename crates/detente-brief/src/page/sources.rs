//! The sources by the numbers under which they are cited.

use std::collections::BTreeSet;

use detente_model::{Case, Reliability, SourceId};

use super::block::SourceNote;
use super::day::Day;
use super::{Block, Section};

/// The sources; `cited` holds the numbers of those that something rests on.
pub(super) fn section(case: &Case, cited: &[usize]) -> Section {
    Section::new("sources", "Sources", vec![block(case, cited)])
}

/// The sources, without one that had not appeared on the day of the view and on which nothing rests.
pub(super) fn block(case: &Case, cited: &[usize]) -> Block {
    let sources = case.sources.iter().enumerate().map(|(i, source)| SourceNote {
        note: case.source_number(SourceId(i)),
        title: source.title.clone(),
        published: source.published.map(Day),
        later: source.published.is_some_and(|day| day > case.as_of),
        reliability: source.reliability.map(|grade| (grade.letter(), meaning(grade))),
        locator: source.locator.clone(),
    });
    let shown = sources.filter(|source| !source.later || cited.contains(&source.note));
    let mut shown: Vec<SourceNote> = shown.collect();
    shown.sort_by_key(|source| source.note);
    Block::sources(shown)
}

/// Only the sources of these numbers; nothing for none.
pub(super) fn of(case: &Case, cited: &[usize]) -> Section {
    let mut only = block(case, cited);
    if let super::Content::Sources(sources) = &mut only.content {
        sources.retain(|source| cited.contains(&source.note));
    }
    Section::new("sources", "Sources", vec![only])
}

/// The numbers of the sources that figures of the case rest on.
pub(super) fn of_figures(case: &Case) -> Vec<usize> {
    let cited: BTreeSet<SourceId> =
        case.numbers.stated().flat_map(|number| &number.cite).map(|cite| cite.source).collect();
    cited.into_iter().map(|source| case.source_number(source)).collect()
}

/// What a grade means.
fn meaning(grade: Reliability) -> &'static str {
    match grade {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "reliability cannot be judged",
    }
}
