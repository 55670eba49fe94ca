//! A look at a text: what is wrong with it, then the brief as it is found, from the first draws and then from all.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::response::Response;
use detente_brief::answers::{
    BriefAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, OutlookAnswer, StabilityAnswer,
};
use detente_brief::page::{Further, Head, Ready, Unfolding, contents};
use detente_brief::{Options, Sentence, Sitting, SittingError, render};
use detente_deals::Sampling;
use detente_model::Case;

use super::{Sent, apart, day_after, options, whole_text};
use crate::folder::Folder;
use crate::protocol::{
    AnswerTold, Checked, FaultFound, FigureTold, HeadTold, LookAsked, LookDone, ProgressTold, SectionTold,
    SentenceTold, Stretch, Wanted,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::sittings::{Computing, Seat};
use crate::stream::{self, Gone, Teller};
use crate::units::Units;

/// How often the progress is told.
const PROGRESS: Duration = Duration::from_millis(150);
/// If the deal space from the first draws took no longer than this, that from all of them will not keep anybody waiting.
const SOON: Duration = Duration::from_millis(10);

/// `POST /api/look`
pub(super) async fn look(
    State(shared): State<Shared>,
    Sent(asked): Sent<LookAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let sittings = Arc::clone(&shared.sittings);
    let read_by = shared.clone();
    let (asked, checked, seat) = apart(move || {
        let (checked, case) = checked(&asked.text, &read_by.folder);
        let whole = whole_text(&asked.text, &read_by.folder);
        let seat = case.map(|case| sittings.seat::<Refused>(&whole, options, || Ok(case))).transpose()?;
        drop(whole);
        Ok((asked, checked, seat))
    })
    .await?;
    let computing = seat.as_ref().map(Seat::computing);
    let (response, teller) = stream::open(place, seat);
    tokio::spawn(async move {
        let told = teller.tell_there("checked", &checked).await;
        let Some(computing) = computing.filter(|_| checked.sound && told.is_ok()) else {
            let _ = teller.tell_there("done", &LookDone { draws: 0 }).await;
            return;
        };
        let Ok(turn) = Arc::clone(&shared.computing).acquire_owned().await else { return };
        let watching = tokio::spawn(watch(computing.sitting().clone(), teller.clone()));
        let told = teller.clone();
        let done = apart(move || {
            told_of(&computing, &asked, &told);
            drop((computing, turn));
            Ok(())
        })
        .await;
        watching.abort();
        if let Err(refused) = done {
            let _ = teller.tell_there("failed", &refused.said).await;
        }
    });
    Ok(response)
}

/// What is wrong with a text, and the case that it is if it can be read.
fn checked(text: &str, folder: &Folder) -> (Checked, Option<Case>) {
    match detente_case::parse_in(detente_case::CASE_FILE, text, folder) {
        Ok(read) => {
            let mut faults = FaultFound::all(read.report.faults(), text);
            let refusals = Sitting::open(read.case.clone(), Options::default()).refusals();
            let sound = refusals.is_empty();
            faults.extend(
                refusals.into_iter().map(|refusal| FaultFound::of_engine(refusal.sentence, refusal.line)),
            );
            let day_after = Some(day_after::is_there(&read.case));
            (Checked { faults, sound, contents: Some(contents(&read.case)), day_after }, Some(read.case))
        }
        Err(report) => {
            let faults = FaultFound::all(report.faults(), text);
            (Checked { faults, sound: false, contents: None, day_after: None }, None)
        }
    }
}

/// Says now and then how far it is.
pub(super) async fn watch(sitting: Sitting, teller: Teller) {
    loop {
        tokio::time::sleep(PROGRESS).await;
        let progress = sitting.progress();
        let told = ProgressTold { done: progress.done(), expected: progress.expected() };
        if teller.tell_if_heard("progress", &told).is_err() {
            return;
        }
    }
}

/// Tells everything that was asked for.
fn told_of(computing: &Computing, asked: &LookAsked, teller: &Teller) {
    let sitting = computing.sitting();
    let draws = draws(sitting);
    let first = sitting.first().map(|first| (self::draws(&first) < draws).then_some(first));
    let told = first.and_then(|first| {
        let mut exact = Telling::of(sitting, asked, false, teller);
        if let Some(first) = &first {
            let mut rough = Telling::of(first, asked, true, teller);
            let begun = Instant::now();
            rough.deals()?;
            // Where that was soon done, the deal space from all draws comes before the rest from the first ones.
            if begun.elapsed() < SOON {
                exact.deals()?;
            }
            rough.rest(Some(&exact))?;
        }
        exact.deals()?;
        exact.rest(None)
    });
    match told {
        Ok(()) => {
            let _ = teller.tell("done", &LookDone { draws });
        }
        Err(SittingError::Cancelled(_)) if teller.is_gone() => {}
        Err(error) => teller.refuse(&error.into()),
    }
}

pub(super) fn draws(sitting: &Sitting) -> u64 {
    match sitting.options().sampling {
        Sampling::Draws(draws) => draws,
        Sampling::Interval { most, .. } => most,
    }
}

/// One brief on its way to the reader: from the first draws, or from all of them.
struct Telling<'s> {
    sitting: &'s Sitting,
    asked: &'s LookAsked,
    rough: bool,
    teller: &'s Teller,
    unfolding: Unfolding<'s>,
}

impl<'s> Telling<'s> {
    fn of(sitting: &'s Sitting, asked: &'s LookAsked, rough: bool, teller: &'s Teller) -> Self {
        Self { sitting, asked, rough, teller, unfolding: Unfolding::of(sitting) }
    }

    /// The headline, the deal space and what follows from that alone, once.
    fn deals(&mut self) -> Result<(), SittingError> {
        if self.asked.sections && !self.unfolding.has_begun() {
            let Self { sitting, rough, teller, unfolding, .. } = self;
            unfolding.deals(&mut |part| told(part, sitting, *rough, teller))?;
        }
        Ok(())
    }

    /// All other sections, and the answers that are wanted beside them. What `better` has told already stays as it is.
    fn rest(&mut self, better: Option<&Self>) -> Result<(), SittingError> {
        if self.asked.sections && !self.teller.is_gone() {
            let Self { sitting, rough, teller, unfolding, .. } = self;
            let known = |part: &Ready| better.is_some_and(|better| better.has_told(part));
            let mut tell =
                |part| if known(&part) { Further::Yes } else { told(part, sitting, *rough, teller) };
            unfolding.rest(&mut tell)?;
        }
        for wanted in &self.asked.want {
            let answer = answer(self.sitting, *wanted)?;
            if let Err(Gone) = self.teller.tell("answer", &Rough { answer, rough: self.rough }) {
                break;
            }
        }
        Ok(())
    }

    fn has_told(&self, part: &Ready) -> bool {
        match part {
            Ready::Head(_) => self.unfolding.has_begun(),
            Ready::Section { section, .. } => self.unfolding.has_told(section.id),
        }
    }
}

/// Tells what is ready, if somebody listens.
fn told(part: Ready, sitting: &Sitting, rough: bool, teller: &Teller) -> Further {
    let draws = draws(sitting);
    let told = match part {
        Ready::Head(head) => teller.tell("head", &head_told(head, draws, rough)),
        Ready::Section { order, section } => {
            let told = SectionTold {
                id: section.id.to_owned(),
                heading: render::plain(&section.heading),
                html: render::fragment(&section),
                annex: section.annex,
                order,
                draws,
                rough,
            };
            teller.tell("section", &told)
        }
    };
    if told.is_ok() { Further::Yes } else { Further::No }
}

/// An answer with whether it is a rough one.
#[derive(serde::Serialize)]
struct Rough {
    #[serde(flatten)]
    answer: AnswerTold,
    rough: bool,
}

fn head_told(head: Head, draws: u64, rough: bool) -> HeadTold {
    HeadTold {
        title: head.title,
        as_of: head.as_of.0.to_string(),
        headline: head.headline.into_iter().map(sentence_told).collect(),
        without: head.without,
        principals: head.principals.into_iter().map(|face| face.name).collect(),
        others: head.others.into_iter().map(|(role, names)| (role.to_owned(), names)).collect(),
        summary: head.summary,
        draws,
        rough,
    }
}

fn sentence_told(sentence: Sentence) -> SentenceTold {
    let units = Units::of(&sentence.text);
    let figures = sentence.figures.iter().map(|said| FigureTold {
        at: Stretch { from: units.unit(said.at.start), to: units.unit(said.at.end) },
        sections: said.sections().into_iter().map(str::to_owned).collect(),
        id: said.id.clone(),
        paths: said.paths.clone(),
    });
    let figures = figures.collect();
    SentenceTold { figures, text: sentence.text }
}

/// The figures for programs.
fn answer(sitting: &Sitting, wanted: Wanted) -> Result<AnswerTold, SittingError> {
    Ok(match wanted {
        Wanted::Deals => AnswerTold::Deals(Box::new(DealsAnswer::of(&sitting.deals()?, None))),
        Wanted::Exchange => {
            let leading = sitting.leading()?;
            let found = leading.first().map(|package| sitting.exchange(package)).transpose()?.flatten();
            AnswerTold::Exchange(found.map(|found| Box::new(ExchangeAnswer::of(&found))))
        }
        Wanted::Durability => {
            let found = sitting.durability(&sitting.leading()?)?;
            AnswerTold::Durability(found.map(|found| Box::new(DurabilityAnswer::of(&found))))
        }
        Wanted::Stability => {
            let found = sitting.standstill()?;
            AnswerTold::Stability(found.map(|found| Box::new(StabilityAnswer::of(&found, None, None))))
        }
        Wanted::Outlook => {
            AnswerTold::Outlook(sitting.outlook()?.map(|found| Box::new(OutlookAnswer::of(&found))))
        }
        Wanted::Brief => AnswerTold::Brief(Box::new(BriefAnswer::of(&*sitting.brief()?))),
    })
}
