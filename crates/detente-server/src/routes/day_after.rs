//! The day after: what was promised and what became of it, on any day up to that of the case.

use axum::extract::State;
use axum::response::Response;
use detente_brief::answers::WatchAnswer;
use detente_model::{Bearing, Case, Says};
use jiff::civil::Date;

use super::evidence::path_of;
use super::streamed::{first_then_all, streamed};
use super::{Sent, apart, case_of, options, whole_text};
use crate::protocol::{ActorListed, DayAfterFound, DaysWatched, LookedAt, ReportListed, ReportSays};
use crate::refusal::Refused;
use crate::server::Shared;

/// `POST /api/day-after`
pub(super) async fn day_after(
    State(shared): State<Shared>,
    Sent(asked): Sent<LookedAt>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let sat = shared.clone();
    let (days, seat) = apart(move || {
        let case = case_of(&asked.text, &sat.folder)?;
        let days = days(&case);
        let whole = whole_text(&asked.text, &sat.folder);
        let seat = sat.sittings.seat::<Refused>(&whole, options, || Ok(case))?;
        drop(whole);
        Ok((days, seat))
    })
    .await?;
    Ok(streamed(&shared, place, seat, move |sitting, teller| {
        first_then_all(sitting, |sitting, rough| {
            let case = sitting.case();
            let found = match case.commitments.as_slice() {
                [] => None,
                _ => sitting.watch(&sitting.package(None)?, None)?,
            };
            let told = DayAfterFound {
                days: days.clone(),
                answer: found.as_deref().map(WatchAnswer::of),
                reports: reports(case),
                rough,
            };
            Ok(teller.tell("found", &told))
        })
    }))
}

/// Whether a case has a day after to look at: something was promised, or its exchange has begun.
pub(super) fn is_there(case: &Case) -> bool {
    let begins = case.exchange.as_ref().and_then(|exchange| exchange.begins);
    !case.commitments.is_empty() || begins.is_some_and(|begins| begins <= case.as_of)
}

/// The days of a case as stated.
fn days(case: &Case) -> DaysWatched {
    let agreed = case.commitments.iter().map(|commitment| commitment.agreed);
    let begins = case.exchange.as_ref().and_then(|exchange| exchange.begins);
    let told = (0..case.claims.len()).filter_map(|at| report(case, at)).map(|report| report.day);
    let first = agreed.chain(begins).chain(told).filter(|day| *day <= case.as_of).min();
    let first = first.filter(|_| !case.commitments.is_empty());
    let parties = case.parties.iter();
    DaysWatched {
        first: first.map(|day| day.to_string()),
        last: case.as_of.to_string(),
        promised: case.commitments.len(),
        parties: parties.map(|it| ActorListed { id: it.id.clone(), name: it.name.clone() }).collect(),
    }
}

/// The reports of a case on commitments, by the day of which they speak.
fn reports(case: &Case) -> Vec<ReportListed> {
    let mut all: Vec<Report> = (0..case.claims.len()).filter_map(|at| report(case, at)).collect();
    all.sort_by_key(|report| (report.day, report.told));
    all.into_iter().map(|report| report.listed).collect()
}

/// A report, with its days as days.
struct Report {
    day: Date,
    told: Date,
    listed: ReportListed,
}

/// What a claim reports on a commitment; `None` for another claim, and for a draft, which says nothing yet.
fn report(case: &Case, at: usize) -> Option<Report> {
    let claim = case.claims.get(at).filter(|claim| !claim.draft)?;
    let Some(Bearing::Commitment(said)) = &claim.bearing else { return None };
    // As the ledger of the watch takes them.
    let day = said.happened.or(claim.said).or(claim.reported).unwrap_or(case.as_of);
    let told = claim.reported.or(claim.said).or(said.happened).unwrap_or(case.as_of);
    let listed = ReportListed {
        path: path_of(case, at),
        commitment: case.commitment(said.commitment).id.clone(),
        says: match said.says {
            Says::Done => ReportSays::Done,
            Says::Partly => ReportSays::Partly,
            Says::Late => ReportSays::Late,
            Says::Denied => ReportSays::Denied,
            Says::Disputed => ReportSays::Disputed,
        },
        count: said.count,
        day: day.to_string(),
        told: told.to_string(),
        party: claim.party.map(|party| case.party(party).id.clone()),
        by: claim.by.clone(),
        text: claim.text.clone(),
    };
    Some(Report { day, told, listed })
}
