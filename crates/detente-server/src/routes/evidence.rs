//! Days and evidence: where one can go back to, what the outlook was, and what a strike moves.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use detente_brief::answers::{CompareAnswer, OutlookAnswer};
use detente_brief::{CaseChange, Grounds, Sitting, Timeline, page, render};
use detente_case::CASE_FILE;
use detente_case::edit::{self, ChangedSheets, EditFault, Splice, parse_with_in};
use detente_model::Case;

use super::{Sent, answer, apart, case_of, whole_text};
use crate::folder::Folder;
use crate::protocol::{
    DayTold, Days, Edited, FaultFound, JudgementLeft, LookedAt, OutlookTold, StrikeAsked, StrikeTold,
    StruckThing, TextAsked,
};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/days`
pub(super) async fn days(
    State(shared): State<Shared>,
    Sent(asked): Sent<TextAsked>,
) -> Result<Json<Days>, Refused> {
    apart(move || {
        let case = case_of(&asked.text, &shared.folder)?;
        let timeline = Timeline::of(&case);
        let first = timeline.days.keys().next().copied().unwrap_or(case.as_of);
        let claims =
            |ids: &[detente_model::ClaimId]| ids.iter().map(|id| path_of(&case, id.index())).collect();
        let days = timeline.days.iter().map(|(day, happened)| DayTold {
            day: day.to_string(),
            said: claims(&happened.said),
            reported: claims(&happened.reported),
            published: happened.published.iter().map(|id| case.source(*id).id.clone()).collect(),
        });
        Ok(Json(Days { first: first.to_string(), last: case.as_of.to_string(), days: days.collect() }))
    })
    .await
}

/// The path that leads to a claim.
pub(super) fn path_of(case: &Case, at: usize) -> String {
    let id = &case.claims[at].id;
    if id.is_empty() { format!("claims[{}]", at + 1) } else { format!("claims.{id}") }
}

/// `POST /api/outlook`
pub(super) async fn outlook(
    State(shared): State<Shared>,
    Sent(asked): Sent<LookedAt>,
) -> Result<Json<Option<OutlookTold>>, Refused> {
    let found = answer(&shared, asked.text, &asked.manner, |sitting| {
        Ok(sitting.outlook()?.map(|found| OutlookTold {
            html: page::outlook_by_date(&found).as_ref().map(render::fragment),
            answer: OutlookAnswer::of(&found),
        }))
    });
    Ok(Json(found.await?))
}

/// `POST /api/strike`
pub(super) async fn strike(
    State(shared): State<Shared>,
    Sent(asked): Sent<StrikeAsked>,
) -> Result<Json<StrikeTold>, Refused> {
    let StrikeAsked { text, struck, compare, manner } = asked;
    if struck.len() > edit::MOST_EDITS {
        return Err(Refused::unfit(format!("at most {} things can be struck at once", edit::MOST_EDITS)));
    }
    let before = text.clone();
    let read_by = shared.clone();
    let (mut told, after) = apart(move || struck_from(&text, &struck, &read_by.folder)).await?;
    if compare {
        let read_by = shared.clone();
        let compared = answer(&shared, before.clone(), &manner, move |sitting| {
            compared(sitting, &before, &after, &read_by.folder).map(Some)
        });
        told.compared = compared.await?;
    }
    Ok(Json(told))
}

/// A case with all its files, after something was struck.
struct Left {
    first: String,
    /// Those that it includes, by name.
    sheets: Vec<(String, String)>,
}

/// Strikes one thing after the other.
fn struck_from(text: &str, things: &[StruckThing], folder: &Folder) -> Result<(StrikeTold, Left), Refused> {
    let before = case_of(text, folder)?;
    let mut left = Left { first: text.to_owned(), sheets: Vec::new() };
    let mut elsewhere = BTreeSet::new();
    let mut splices: Vec<Splice> = Vec::new();
    let (mut sentences, mut claims, mut judgements) = (Vec::new(), Vec::<String>::new(), Vec::new());
    // Sources first: a claim that is named beside its source goes with it.
    let (sources, singly): (Vec<_>, Vec<_>) =
        things.iter().partition(|thing| matches!(thing, StruckThing::Source(_)));
    for thing in sources.into_iter().chain(singly) {
        let sheets = ChangedSheets { texts: &left.sheets, beside: folder };
        let struck = match thing {
            StruckThing::Source(id) => edit::strike_source(&left.first, &sheets, id),
            StruckThing::Claim(id) if claims.contains(id) => continue,
            StruckThing::Claim(id) => edit::strike_claim(&left.first, &sheets, id),
        };
        let struck = struck.map_err(|fault| refused(&fault))?;
        for edits in struck.edits.chunks(edit::MOST_EDITS) {
            let sheets = ChangedSheets { texts: &left.sheets, beside: folder };
            let edited = edit::apply_across(CASE_FILE, &left.first, &sheets, edits);
            let edited = edited.map_err(|fault| refused(&fault))?;
            splices.extend(edited.splices);
            elsewhere.extend(edited.changed);
            left = Left { first: edited.first, sheets: edited.sheets };
        }
        sentences.extend(struck.told);
        claims.extend(struck.claims);
        judgements.extend(struck.judgements);
    }
    let figures = Grounds::of(&before).figures;
    let judgement = |path: String| {
        let known = figures.iter().find(|figure| figure.path == path);
        let (name, stated) =
            known.map_or((path.clone(), String::new()), |found| (found.name.clone(), found.stated.clone()));
        JudgementLeft { path, name, stated }
    };
    let Edited { text, changes } = Edited::of(text, if elsewhere.is_empty() { &splices } else { &[] });
    let told = StrikeTold {
        text,
        changes,
        elsewhere: elsewhere.into_iter().collect(),
        told: sentences,
        claims,
        judgements: judgements.into_iter().map(judgement).collect(),
        compared: None,
    };
    Ok((told, left))
}

/// The two on the same draws. A strike is looked at as a whole: what each line of it does by itself is nobody's question.
fn compared(
    sitting: &Sitting,
    before: &str,
    after: &Left,
    folder: &Folder,
) -> Result<CompareAnswer, Refused> {
    let faulty = |faults| {
        Refused::faulty("the case has faults, and there is no answer before they are mended", faults)
    };
    let sheets = ChangedSheets { texts: &after.sheets, beside: folder };
    let after = parse_with_in(CASE_FILE, &after.first, &[], &sheets)
        .map_err(|report| faulty(FaultFound::of_another_text(report.faults())))?;
    let whole = |difference: edit::Difference| CaseChange {
        path: difference.path,
        before: difference.before,
        after: difference.after,
        alone: Err(String::new()),
        without: Err(String::new()),
    };
    let differences = edit::differences(&whole_text(before, folder), &after.text)
        .map_err(|report| faulty(FaultFound::of_another_text(report.faults())))?;
    let second = sitting.beside(Arc::new(after.reading.case));
    let found = sitting.compared_with(&second, differences.into_iter().map(whole).collect())?;
    let mut answer = CompareAnswer::of(&found);
    for difference in &mut answer.differences {
        (difference.alone, difference.without) = (None, None);
    }
    Ok(answer)
}

fn refused(fault: &EditFault) -> Refused {
    Refused::faulty(fault.to_string(), FaultFound::of_another_text(fault.faults()))
}
