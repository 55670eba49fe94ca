//! A report is read into drafts, and what somebody accepts of them goes into the text.

use axum::Json;
use axum::extract::State;
use detente_case::Span;
use detente_case::edit::Splice;
use detente_intake::addition::{AdditionFault, DraftSource, add, addition, must_be_id, must_know};
use detente_intake::report::{DateMention, Draft, DraftKind, read_report};
use detente_model::Case;
use jiff::civil::Date;

use super::{Sent, apart, case_of};
use crate::protocol::{
    DraftRead, DraftSort, Edited, FaultFound, IntakeAsked, IntakeRead, SourceSaid, Stretch, TakeAsked,
};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/intake`
pub(super) async fn intake(
    State(shared): State<Shared>,
    Sent(asked): Sent<IntakeAsked>,
) -> Result<Json<IntakeRead>, Refused> {
    apart(move || {
        let case = case_of(&asked.text, &shared.folder)?;
        let origin = Origin::of(&case, &asked.source)?;
        let reported = origin.appeared()?;
        must_know(&case, reported, "the report appeared").map_err(|fault| refused(&fault))?;
        let found =
            read_report(&asked.report, &case, reported).map_err(|error| Refused::unfit(error.to_string()))?;
        let units = units(&asked.report);
        let drafts = found.drafts.iter().map(|draft| read(draft, &case, &asked.source.id, reported, &units));
        Ok(Json(IntakeRead {
            reported: reported.to_string(),
            new_source: origin.new,
            sentences: found.sentences,
            cut_sentences: found.cut_sentences,
            drafts: drafts.collect(),
        }))
    })
    .await
}

/// `POST /api/intake/take`
pub(super) async fn take(
    State(shared): State<Shared>,
    Sent(asked): Sent<TakeAsked>,
) -> Result<Json<Edited>, Refused> {
    apart(move || {
        let case = case_of(&asked.text, &shared.folder)?;
        let origin = Origin::of(&case, &asked.source)?;
        if origin.new && origin.source.title.trim().is_empty() {
            return Err(Refused::unfit("the source is new to the case, and has no title yet")
                .hint("say what it is called, as somebody else would look for it"));
        }
        if let Some(day) = origin.source.published {
            must_know(&case, day, "the report appeared").map_err(|fault| refused(&fault))?;
        }
        let claims: Vec<String> = asked
            .claims
            .iter()
            .map(|claim| format!("{}\n", claim.trim_end().replace("\r\n", "\n")))
            .collect();
        let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
        let longer = add(detente_case::CASE_FILE, &asked.text, &addition(&case, &origin.source, &claims))
            .map_err(|fault| refused(&fault))?;
        let end = asked.text.len();
        let splice = Splice { span: Span::new(end, end), text: longer[end..].to_owned() };
        Ok(Json(Edited::of(&asked.text, &[splice])))
    })
    .await
}

/// Where a report comes from, as far as it is said or the case knows it.
struct Origin<'a> {
    source: DraftSource<'a>,
    known: Option<Date>,
    new: bool,
}

impl<'a> Origin<'a> {
    fn of(case: &Case, said: &'a SourceSaid) -> Result<Self, Refused> {
        must_be_id(&said.id).map_err(|fault| refused(&fault))?;
        let known = case.sources.iter().find(|source| source.id == said.id);
        let published = match said.published.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
            Some(day) => Some(day.parse().map_err(|_| {
                Refused::unfit(format!("`{day}` is not a day of the calendar"))
                    .hint("a date is year, month and day: `2024-02-14`")
            })?),
            None => None,
        };
        let source = DraftSource {
            id: &said.id,
            title: said.title.as_deref().unwrap_or_default(),
            published,
            reliability: said.reliability.as_deref().filter(|grade| !grade.is_empty()),
        };
        Ok(Self { source, known: known.and_then(|source| source.published), new: known.is_none() })
    }

    fn appeared(&self) -> Result<Date, Refused> {
        self.source.published.or(self.known).ok_or_else(|| {
            Refused::unfit("it is not said on which day the report appeared")
                .hint("days in the report, such as “on Monday”, are counted from it")
        })
    }
}

fn refused(fault: &AdditionFault) -> Refused {
    match fault {
        AdditionFault::Faulty(report) => {
            let faults = FaultFound::of_another_text(report.faults());
            let why = report.faults().first().map_or_else(String::new, |fault| fault.message.clone());
            let mut refused = Refused::faulty(
                format!("with this the case would have a fault, so nothing was changed: {why}"),
                faults,
            );
            refused.said.hint = report.faults().first().and_then(|fault| fault.help.clone());
            refused
        }
        _ => Refused::unfit(fault.to_string()),
    }
}

fn read(draft: &Draft, case: &Case, report: &str, reported: Date, units: &[usize]) -> DraftRead {
    let id = draft.id(report);
    let toml = draft.to_toml(case, report, reported);
    let last = units.len().saturating_sub(1);
    let unit = |at: usize| units.get(at.min(last)).copied().unwrap_or_default();
    DraftRead {
        sort: match draft.kind {
            DraftKind::Statement { .. } => DraftSort::Statement,
            DraftKind::Act { .. } => DraftSort::Act,
            DraftKind::Quantity(_) => DraftSort::Quantity,
        },
        at: draft.stretches.iter().map(|(from, to)| Stretch { from: unit(*from), to: unit(*to) }).collect(),
        says: draft.text.clone(),
        by: draft.by.as_ref().map(|by| by.name.clone()),
        party: draft.by.as_ref().and_then(|by| by.party).map(|party| case.party(party).id.clone()),
        said: draft.said.as_ref().and_then(DateMention::day).map(|day| day.to_string()),
        why: toml.lines().filter_map(|line| line.strip_prefix("# ")).map(str::to_owned).collect(),
        affirmed: draft.is_affirmed(),
        there: case.claims.iter().any(|claim| claim.id == id),
        id,
        toml,
    }
}

/// Where each character of a text begins in UTF-16 code units, and where the last ends.
fn units(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut units: Vec<usize> = Vec::with_capacity(text.len() + 1);
    for letter in text.chars() {
        units.push(at);
        at += letter.len_utf16();
    }
    units.push(at);
    units
}
