//! `detente intake`: drafts of claims from the text of a report.

use detente_intake::addition::DraftSource;
use detente_intake::report::{Draft, DraftKind, MOST_BYTES, read_report};

use crate::addition::{CaseToExtend, Drafted, load, source_id};
use crate::arguments::IntakeArguments;
use crate::output::{Failure, say};

pub fn run(arguments: &IntakeArguments) -> Result<(), Failure> {
    let IntakeArguments { report: path, into, reported } = arguments;
    let target = CaseToExtend::read(&into.case)?;
    target.must_know(*reported, "the report appeared")?;
    let id = source_id(into.source.as_deref(), path, "report")?;
    let text = readable(path, load(path, MOST_BYTES as u64)?)?;
    let found = read_report(&text, &target.case, *reported)
        .map_err(|error| Failure::said(format!("`{}`: {error}", path.display())))?;
    let count = |wanted: fn(&DraftKind) -> bool| found.drafts.iter().filter(|d| wanted(&d.kind)).count();
    say(&format!(
        "{} sentences: {} statements, {} acts, {} quantities; each is a draft for a person to accept, change or drop\n",
        found.sentences,
        count(|kind| matches!(kind, DraftKind::Statement { .. })),
        count(|kind| matches!(kind, DraftKind::Act { .. })),
        count(|kind| matches!(kind, DraftKind::Quantity(_))),
    ));
    if found.cut_sentences > 0 {
        say(&format!(
            "note: {} sentences have no end within 300 words and were cut; what runs over a cut is missed\n",
            found.cut_sentences
        ));
    }
    let drafted =
        |draft: &Draft| Drafted { id: draft.id(&id), toml: draft.to_toml(&target.case, &id, *reported) };
    let drafts: Vec<Drafted> = found.drafts.iter().map(drafted).collect();
    let title = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let origin = DraftSource { id: &id, title: &title, published: Some(*reported), reliability: None };
    target.take(into, &origin, &drafts)
}

/// The text of a report, without the mark that some editors put in front.
fn readable(path: &std::path::Path, bytes: Vec<u8>) -> Result<String, Failure> {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => Err(Failure::said(format!(
            "`{}` is not text in UTF-8{}; save it as UTF-8 and try again",
            path.display(),
            if wide {
                " but in UTF-16".to_owned()
            } else {
                format!(" (byte {})", error.utf8_error().valid_up_to())
            }
        ))),
    }
}
