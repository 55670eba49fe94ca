//! What a sitting can be asked: the answer as JSON, as a page, and its main table.

use std::sync::Arc;

use detente_brief::answers::{
    BodyAnswer, BriefAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, OutlookAnswer, PackageJudged,
    SettlementFound, StabilityAnswer, TalksAnswer, ThreeTestsFound, WatchAnswer, tables,
};
use detente_brief::page::{self, Further, Page, Ready, Section};
use detente_brief::{
    BodyAhead, Chosen, Concept, Lacking, Lasting, Sitting, SittingError, Standstill, State, Want, WatchDay,
};
use detente_case::Report;
use detente_model::MOST_DAYS;
use pyo3::prelude::*;
use serde::Serialize;

/// A question, with what goes with it; Python makes one, and asks it in whichever form it wants the answer.
#[pyclass(frozen, eq, hash, module = "detente._detente")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// The deal space, with Sobol indices from so many rows, without the points of its frontiers unless they are asked for.
    #[pyo3(constructor = (sobol=None, points=false))]
    Deals { sobol: Option<u64>, points: bool },
    /// Everything, with the annex or without, and a package that is judged with it.
    #[pyo3(constructor = (full=false, package=None))]
    Brief { full: bool, package: Option<String> },
    /// Would a package hold?
    #[pyo3(constructor = (package=None))]
    Exchange { package: Option<String> },
    /// Would packages last?
    #[pyo3(constructor = (package=None))]
    Durability { package: Option<String> },
    /// Why does it rest?
    #[pyo3(constructor = (explain=None, want=None))]
    Stability { explain: Option<String>, want: Option<String> },
    /// What was said and done?
    Outlook(),
    /// How would the bargaining go?
    Talks(),
    /// On what would they settle?
    Settlement(),
    /// What is a package worth to all?
    Judged { package: String },
    /// How do the leading packages fare on all tests?
    ThreeTests(),
    /// What was promised, and what became of it as a package is carried out? The outlook for so many days.
    /// With `checklist` its page is what monitors take along.
    #[pyo3(constructor = (package=None, days=None, checklist=false))]
    Watch { package: Option<String>, days: Option<u64>, checklist: bool },
    /// What would the body decide, on some issues or all, and what would it take for it to reach some places?
    Body { issues: Vec<String>, wants: Vec<String> },
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Without {
    /// The sitting has none.
    Answer(SittingError),
    /// The case has no material; the sentence says what to add.
    Material(Lacking),
    /// What was asked about is not there.
    Such(String),
    /// Files beside the case have faults.
    Faults(Vec<Report>),
    /// It cannot be written.
    Words(serde_json::Error),
}

impl From<SittingError> for Without {
    fn from(error: SittingError) -> Self {
        Self::Answer(error)
    }
}

impl From<Lacking> for Without {
    fn from(what: Lacking) -> Self {
        Self::Material(what)
    }
}

impl From<serde_json::Error> for Without {
    fn from(error: serde_json::Error) -> Self {
        Self::Words(error)
    }
}

/// An answer, or why there is none.
pub(crate) type Told<T> = Result<T, Without>;

fn json(answer: &impl Serialize) -> Told<String> {
    Ok(serde_json::to_string(answer)?)
}

impl Question {
    /// The answer, as the JSON that the command prints.
    pub(crate) fn answer(&self, sitting: &Sitting) -> Told<String> {
        match self {
            Self::Deals { sobol, points } => {
                let deals = sitting.deals()?;
                let sobol = sobol.map(|rows| sitting.sobol(rows)).transpose()?;
                let mut answer = DealsAnswer::of(&deals, sobol.as_ref());
                if !points {
                    // A frontier can have millions of points; who wants them has them as a table.
                    answer.deals.central.frontier = None;
                    answer.deals.central.zone.frontier = None;
                }
                json(&answer)
            }
            Self::Brief { package, .. } => {
                let (about, judged) = judged(sitting, package.as_deref())?;
                json(&BriefAnswer::of(&*about.brief()?).judging(judged.as_deref()))
            }
            Self::Exchange { package } => json(&ExchangeAnswer::of(&*held(sitting, package.as_deref())?)),
            Self::Durability { package } => {
                json(&DurabilityAnswer::of(&*lasting(sitting, package.as_deref())?))
            }
            Self::Stability { explain, want } => {
                let found = sitting.standstill()?.ok_or(Lacking::Conflict)?;
                let explain = state(&found, explain.as_ref())?;
                let such = |error: detente_brief::StabilityError| Without::Such(error.to_string());
                let reasons =
                    explain.map(|state| found.reasons(state, &Concept::ALL)).transpose().map_err(such)?;
                let wanted = wanted(&found, want.as_ref())?;
                json(&StabilityAnswer::of(&found, wanted.as_ref(), reasons))
            }
            Self::Outlook() => json(&OutlookAnswer::of(&*sitting.outlook()?.ok_or(Lacking::Evidence)?)),
            Self::Talks() => json(&TalksAnswer::of(&*sitting.talks()?.ok_or(Lacking::Talks)?)),
            Self::Settlement() => json(&SettlementFound::of(&*sitting.settlement()?)),
            Self::Judged { package } => {
                let (about, chosen) = about(sitting, Some(package))?;
                json(&PackageJudged::of(&*about.judged(&chosen)?))
            }
            Self::ThreeTests() => {
                let found = sitting.three_tests()?.ok_or(Lacking::Tests)?;
                json(&ThreeTestsFound::of(sitting.case(), &found))
            }
            Self::Watch { package, days, .. } => {
                json(&WatchAnswer::of(&*watched(sitting, package.as_deref(), *days)?))
            }
            Self::Body { issues, wants } => json(&BodyAnswer::of(&body(sitting, issues, wants)?)),
        }
    }

    /// The answer as a page.
    pub(crate) fn page(&self, sitting: &Sitting) -> Told<Page> {
        Ok(match self {
            Self::Deals { sobol, .. } => {
                let (deals, standings) = (sitting.deals()?, sitting.standings()?);
                let sobol = sobol.map(|rows| sitting.sobol(rows)).transpose()?;
                let mut page = page::deals(&deals, standings.as_deref(), sobol.as_ref());
                page.sections.splice(0..0, picture(sitting)?);
                page
            }
            Self::Brief { full, package } => {
                let (about, judged) = judged(sitting, package.as_deref())?;
                let brief = about.brief()?;
                let page = if *full { page::brief_with_annex(&brief) } else { page::brief(&brief) };
                page.judging(judged.as_deref())
            }
            Self::Exchange { package } => page::exchange(&*held(sitting, package.as_deref())?),
            Self::Durability { package } => page::durability(&*lasting(sitting, package.as_deref())?),
            Self::Stability { explain, want } => {
                let found = sitting.standstill()?.ok_or(Lacking::Conflict)?;
                let (explain, wanted) = (state(&found, explain.as_ref())?, wanted(&found, want.as_ref())?);
                page::stability(&found, explain, wanted.as_ref())
                    .map_err(|error| Without::Such(error.to_string()))?
            }
            Self::Outlook() => page::outlook(&*sitting.outlook()?.ok_or(Lacking::Evidence)?),
            Self::Talks() => page::talks(&*sitting.talks()?.ok_or(Lacking::Talks)?),
            Self::Settlement() => only(page::brief_with_annex(&*sitting.brief()?), &["settlement"]),
            Self::Judged { package } => {
                let (about, chosen) = about(sitting, Some(package))?;
                let judged = about.judged(&chosen)?;
                Page { head: None, sections: Vec::new(), foot: None }.judging(Some(&judged))
            }
            Self::ThreeTests() => only(page::brief_with_annex(&*sitting.brief()?), &["three-tests"]),
            Self::Watch { package, days, checklist } => {
                let found = watched(sitting, package.as_deref(), *days)?;
                if *checklist { page::checklist(&found) } else { page::watch(&found) }
            }
            Self::Body { issues, wants } => page::body(&body(sitting, issues, wants)?),
        })
    }

    /// The main table of the answer as comma-separated values; `None` for an answer that has none.
    pub(crate) fn csv(&self, sitting: &Sitting) -> Told<Option<String>> {
        let table = match self {
            Self::Deals { .. } => tables::deals(&DealsAnswer::of(&sitting.deals()?, None)),
            Self::Exchange { package } => {
                tables::exchange(&ExchangeAnswer::of(&*held(sitting, package.as_deref())?))
            }
            Self::Durability { package } => {
                tables::durability(&DurabilityAnswer::of(&*lasting(sitting, package.as_deref())?))
            }
            Self::Stability { .. } => {
                let found = sitting.standstill()?.ok_or(Lacking::Conflict)?;
                tables::stability(&StabilityAnswer::of(&found, None, None))
            }
            Self::Outlook() => {
                tables::outlook(&OutlookAnswer::of(&*sitting.outlook()?.ok_or(Lacking::Evidence)?))
            }
            Self::Talks() => tables::talks(&TalksAnswer::of(&*sitting.talks()?.ok_or(Lacking::Talks)?)),
            Self::Watch { package, days, .. } => {
                tables::watch(&WatchAnswer::of(&*watched(sitting, package.as_deref(), *days)?))
            }
            Self::Body { issues, wants } => tables::body(&BodyAnswer::of(&body(sitting, issues, wants)?)),
            Self::Brief { .. } | Self::Settlement() | Self::Judged { .. } | Self::ThreeTests() => {
                return Ok(None);
            }
        };
        Ok(Some(table.to_csv()))
    }
}

/// The picture of the deal space, which a brief tells first.
fn picture(sitting: &Sitting) -> Told<Option<Section>> {
    let mut picture = None;
    page::unfold(sitting, |part| match part {
        Ready::Section { section, .. } if section.id == "space" => {
            picture = Some(Section { annex: false, ..section });
            Further::No
        }
        _ => Further::Yes,
    })?;
    Ok(picture)
}

/// Some sections of a page, without what stands above and below them.
fn only(page: Page, ids: &[&str]) -> Page {
    let sections = page.sections.into_iter().filter(|section| ids.contains(&section.id));
    // Alone a section is no annex to anything.
    let sections = sections.map(|section| Section { annex: false, ..section }).collect();
    Page { head: None, sections, foot: None }
}

/// The sitting that can be asked about a package, and the package.
fn about(sitting: &Sitting, package: Option<&str>) -> Told<(Sitting, Chosen)> {
    let about = match package {
        Some(text) => sitting.about(text)?,
        None => sitting.clone(),
    };
    let chosen = about.package(package)?;
    Ok((about, chosen))
}

/// A package that is named, judged, and the sitting that knows it.
fn judged(sitting: &Sitting, package: Option<&str>) -> Told<(Sitting, Option<Arc<detente_brief::Judged>>)> {
    if package.is_none() {
        return Ok((sitting.clone(), None));
    }
    let (about, chosen) = about(sitting, package)?;
    let judged = about.judged(&chosen)?;
    Ok((about, Some(judged)))
}

/// Whether a package holds.
fn held(sitting: &Sitting, package: Option<&str>) -> Told<Arc<detente_brief::ExchangePlan>> {
    if sitting.case().exchange_of_lots().is_none() {
        return Err(Lacking::Exchange.into());
    }
    let (about, chosen) = about(sitting, package)?;
    Ok(about.exchange(&chosen)?.ok_or(Lacking::Exchange)?)
}

/// How long a package lasts, or the leading ones.
fn lasting(sitting: &Sitting, package: Option<&str>) -> Told<Arc<Lasting>> {
    if sitting.case().durability.is_none() {
        return Err(Lacking::Durability.into());
    }
    let found = match package {
        Some(_) => {
            let (about, chosen) = about(sitting, package)?;
            about.durability(&[chosen])?
        }
        None => sitting.durability(&sitting.leading()?)?,
    };
    Ok(found.ok_or(Lacking::Durability)?)
}

/// What became of what was promised, as a package is carried out.
fn watched(sitting: &Sitting, package: Option<&str>, days: Option<u64>) -> Told<Arc<WatchDay>> {
    let lacking = Lacking::Commitments(sitting.case().as_of);
    if sitting.case().commitments.is_empty() {
        return Err(lacking.into());
    }
    if days.is_some_and(|days| !(1..=MOST_DAYS as u64).contains(&days)) {
        return Err(Without::Such(format!("the outlook is told for 1 to {MOST_DAYS} days")));
    }
    let (about, chosen) = about(sitting, package)?;
    Ok(about.watch(&chosen, days)?.ok_or(lacking)?)
}

/// What the body of the case would decide.
fn body(sitting: &Sitting, issues: &[String], wants: &[String]) -> Told<BodyAhead> {
    let stated = sitting.case().collective.as_ref().ok_or(Lacking::Body)?;
    let shown: Result<Vec<usize>, String> =
        issues.iter().map(|id| detente_brief::issue_decided(stated, id)).collect();
    let wants: Result<Vec<Want>, String> = wants.iter().map(|want| Want::parse(stated, want)).collect();
    let (shown, wants) = (shown.map_err(Without::Such)?, wants.map_err(Without::Such)?);
    Ok(sitting.collective_wanting(&wants)?.ok_or(Lacking::Body)?.only(&shown))
}

/// A state of the conflict by its name.
fn state(found: &Standstill, name: Option<&String>) -> Told<Option<State>> {
    name.map(|name| found.state(name).map_err(|error| Without::Such(error.to_string()))).transpose()
}

/// What would have to change for a state to hold.
fn wanted(found: &Standstill, name: Option<&String>) -> Told<Option<detente_brief::Wanted>> {
    let wanted = state(found, name)?.map(|state| found.wanted(state));
    wanted.transpose().map_err(|error| Without::Such(error.to_string()))
}
