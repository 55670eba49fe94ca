//! Several hands at one case: versions put together, and readings laid over each other, as the command line and the workbench both ask for them.

use std::sync::Arc;

use detente_brief::answers::{CommentLost, MergeAnswer, MergeChange, MergeConflict, MergeSide, SideSays};
use detente_brief::{PooledReading, PooledValue, ReadingAlternative, ReadingPlace};
use detente_case::edit::{Alternative, EditFault, Overlaid, overlaid};
use detente_case::merge::{Conflict, Ground, GroundCited, MergeFault, Merged, Side, Take, merge};
use detente_case::pool::{PoolRule, Pooled, PooledFigure, pool};
use detente_case::write::Value;
use detente_case::{Report, Sheets, parse_in};

use crate::told_faults::fault_told;

/// Two versions put together, and read as a case.
#[derive(Debug)]
pub struct PutTogether {
    /// What came of it.
    pub merged: Merged,
    /// What is wrong with it as a case; `None` where what was put together is a file that a case includes.
    pub report: Option<Report>,
    /// Whether it has no error as a case; `None` as above.
    pub sound: Option<bool>,
}

/// Puts two versions together, and reads the result as a case of that name with the files it includes.
///
/// # Errors
/// One of the texts is not TOML, or a side is taken where nothing differs.
pub fn put_together(
    [base, mine, theirs]: [&str; 3],
    takes: &[Take],
    named: &str,
    sheets: &dyn Sheets,
) -> Result<PutTogether, MergeFault> {
    let merged = merge(base, mine, theirs, takes)?;
    // A file that a case includes is no case of its own.
    if [base, mine, theirs].iter().all(|text| !says_version(text)) {
        return Ok(PutTogether { merged, report: None, sound: None });
    }
    let (report, sound) = match parse_in(named, &merged.text, sheets) {
        Ok(reading) => (reading.report, true),
        Err(report) => (report, false),
    };
    Ok(PutTogether { merged, report: Some(report), sound: Some(sound) })
}

impl PutTogether {
    /// The same as an answer; `written` says whether the result is in a file.
    pub fn answer(&self, written: bool) -> MergeAnswer {
        let Merged { text, changes, conflicts, lost } = &self.merged;
        let faults = self
            .report
            .as_ref()
            .map(|report| report.faults().iter().map(|fault| fault_told(report, fault)).collect::<Vec<_>>());
        let changes = changes.iter().map(|change| MergeChange {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
            by: change.by.map(side),
        });
        let lost = lost.iter().map(|lost| CommentLost { of: side(lost.of), text: lost.text.clone() });
        MergeAnswer {
            conflicts: conflicts.iter().map(conflict).collect(),
            changes: changes.collect(),
            lost_comments: lost.collect(),
            faults: faults.unwrap_or_default(),
            sound: self.sound,
            written,
            text: (!written).then(|| text.clone()),
        }
    }
}

/// Whether a text says which version of the format it is in, as every case does.
fn says_version(text: &str) -> bool {
    text.lines().any(|line| {
        line.trim_start().strip_prefix("case").is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn conflict(conflict: &Conflict) -> MergeConflict {
    MergeConflict {
        path: conflict.path.clone(),
        base: conflict.base.clone(),
        mine: says(conflict.mine.as_ref(), &conflict.mine_ground),
        theirs: says(conflict.theirs.as_ref(), &conflict.theirs_ground),
        taken: conflict.taken.map(side),
    }
}

fn says(value: Option<&String>, ground: &Ground) -> SideSays {
    let cite = |cited: &GroundCited| {
        let title = cited.title.as_deref().unwrap_or(&cited.source);
        cited.place.as_ref().map_or_else(|| title.to_owned(), |place| format!("{title}, {place}"))
    };
    SideSays {
        value: value.cloned(),
        cites: ground.cites.iter().map(cite).collect(),
        by: ground.by.clone(),
        because: ground.because.clone(),
        note: ground.note.clone(),
        comment: ground.comment.clone(),
    }
}

fn side(side: Side) -> MergeSide {
    match side {
        Side::Mine => MergeSide::Mine,
        Side::Theirs => MergeSide::Theirs,
    }
}

/// Readings laid over the first of them, before anything is worked out of them.
#[derive(Debug, Clone)]
pub struct LaidOver {
    /// Where they differ.
    pub places: Vec<ReadingPlace>,
    /// All of them in one, where a rule was asked for.
    pub pooled: Option<PooledReading>,
    /// The text of that; `None` as above.
    pub pooled_text: Option<String>,
}

/// Lays readings over the first of them, and pools them by a rule, where one is asked for.
///
/// # Errors
/// One of the texts is not TOML, or no sound case.
pub fn laid_over(texts: &[&str], rule: Option<PoolRule>) -> Result<LaidOver, EditFault> {
    let places = overlaid(texts)?.into_iter().map(place).collect();
    let Some(rule) = rule else { return Ok(LaidOver { places, pooled: None, pooled_text: None }) };
    let found = pool(texts, rule)?;
    let text = found.text.clone();
    Ok(LaidOver { places, pooled: Some(pooled(rule, found)), pooled_text: Some(text) })
}

/// Names told apart by numbers where two are alike.
pub fn told_apart(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut apart: Vec<String> = Vec::new();
    for name in names {
        let mut told = name.clone();
        let mut count = 1;
        while apart.contains(&told) {
            count += 1;
            told = format!("{name} ({count})");
        }
        apart.push(told);
    }
    apart
}

fn place(place: Overlaid) -> ReadingPlace {
    let alternative = |alternative: Alternative| ReadingAlternative {
        value: alternative.value,
        readings: alternative.readings,
        alone: alternative.alone.map(Arc::new),
    };
    ReadingPlace {
        path: place.path,
        says: place.says,
        alternatives: place.alternatives.into_iter().map(alternative).collect(),
    }
}

fn pooled(rule: PoolRule, pooled: Pooled) -> PooledReading {
    let value = |figure: PooledFigure| PooledValue {
        path: figure.path,
        written: Value::from(figure.written).to_string(),
        mean: figure.mean,
        spread: figure.spread,
        written_spread: figure.written_spread,
    };
    PooledReading {
        rule: match rule {
            PoolRule::Linear => "linear",
            PoolRule::Quantiles => "quantiles",
        },
        case: Arc::new(pooled.case),
        figures: pooled.figures.into_iter().map(value).collect(),
        kept: pooled.kept.into_iter().map(|place| (place.path, place.why)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_alike_are_told_apart() {
        let names = ["case", "case", "anna", "case"].map(str::to_owned);
        assert_eq!(told_apart(names), ["case", "case (2)", "anna", "case (3)"]);
    }
}
