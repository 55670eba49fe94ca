//! What a sitting can be asked: the answer as JSON, and as a page.

use detente_brief::answers::{
    BriefAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, OutlookAnswer, PackageJudged,
    SettlementFound, StabilityAnswer, TalksAnswer, ThreeTestsFound,
};
use detente_brief::page::{self, Further, Page, Ready, Section};
use detente_brief::{Chosen, Concept, Sitting, SittingError, State};
use serde::Serialize;

/// A question, with what goes with it.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// The deal space, with Sobol indices from so many rows, without the points of its frontiers unless they are asked for.
    Deals { sobol: Option<u64>, points: bool },
    /// Everything.
    Brief { full: bool },
    /// Would a package hold?
    Exchange { package: Option<String> },
    /// Would packages last?
    Durability { package: Option<String> },
    /// Why does it rest?
    Stability { explain: Option<String>, want: Option<String> },
    /// What was said and done?
    Outlook,
    /// How would the bargaining go?
    Talks,
    /// On what would they settle?
    Settlement,
    /// What is a package worth to all?
    Judged { package: String },
    /// How do the leading packages fare on all tests?
    ThreeTests,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Without {
    /// The sitting has none.
    Answer(SittingError),
    /// The case has no material; the sentence says what to add.
    Material(&'static str),
    /// What was asked about is not there.
    Such(String),
    /// It cannot be written.
    Words(serde_json::Error),
}

impl From<SittingError> for Without {
    fn from(error: SittingError) -> Self {
        Self::Answer(error)
    }
}

impl From<serde_json::Error> for Without {
    fn from(error: serde_json::Error) -> Self {
        Self::Words(error)
    }
}

type Told<T> = Result<T, Without>;

const NO_EXCHANGE: &str = "the case has no exchange: say in `[exchange]` how long calm is pledged (`pledge_days`) and what binds each side, \
                           and in `[[exchange.lots]]` who hands over what, how many, and what one is worth to each";
const NO_DURABILITY: &str = "the case has no durability: say in `[durability]` how long truces have lasted here (`baseline`), and in \
                             `[[durability.factors]]` what makes an agreement last";
const NO_CONFLICT: &str =
    "the case has no conflict: declare `[moves]` and `[conflict]`, and say what each party prefers";
const NO_EVIDENCE: &str =
    "the case has no evidence: declare `[propositions]`, and in `[[claims]]` what was said and done";
const NO_TALKS: &str =
    "the case has no talks: add `[talks]`, which may be empty; everything that it leaves out has a default";
const NO_TESTS: &str = "the case says nothing of an exchange and of durability, or has no package to test";

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
            Self::Brief { .. } => json(&BriefAnswer::of(&*sitting.brief()?)),
            Self::Exchange { package } => {
                let (about, chosen) = about(sitting, package.as_deref())?;
                let found = about.exchange(&chosen)?.ok_or(Without::Material(NO_EXCHANGE))?;
                json(&ExchangeAnswer::of(&found))
            }
            Self::Durability { package } => {
                json(&DurabilityAnswer::of(&*lasting(sitting, package.as_deref())?))
            }
            Self::Stability { explain, want } => {
                let found = sitting.standstill()?.ok_or(Without::Material(NO_CONFLICT))?;
                let (explain, want) = (state(&found, explain.as_ref())?, state(&found, want.as_ref())?);
                let such = |error: detente_brief::StabilityError| Without::Such(error.to_string());
                let reasons =
                    explain.map(|state| found.reasons(state, &Concept::ALL)).transpose().map_err(such)?;
                let wanted = want.map(|state| found.wanted(state)).transpose().map_err(such)?;
                json(&StabilityAnswer::of(&found, wanted.as_ref(), reasons))
            }
            Self::Outlook => {
                json(&OutlookAnswer::of(&*sitting.outlook()?.ok_or(Without::Material(NO_EVIDENCE))?))
            }
            Self::Talks => json(&TalksAnswer::of(&*sitting.talks()?.ok_or(Without::Material(NO_TALKS))?)),
            Self::Settlement => json(&SettlementFound::of(&*sitting.settlement()?)),
            Self::Judged { package } => {
                let (about, chosen) = about(sitting, Some(package))?;
                json(&PackageJudged::of(&*about.judged(&chosen)?))
            }
            Self::ThreeTests => {
                let found = sitting.three_tests()?.ok_or(Without::Material(NO_TESTS))?;
                json(&ThreeTestsFound::of(sitting.case(), &found))
            }
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
            Self::Brief { full: true } => page::brief_with_annex(&*sitting.brief()?),
            Self::Brief { full: false } => page::brief(&*sitting.brief()?),
            Self::Exchange { package } => {
                let (about, chosen) = about(sitting, package.as_deref())?;
                page::exchange(&*about.exchange(&chosen)?.ok_or(Without::Material(NO_EXCHANGE))?)
            }
            Self::Durability { package } => page::durability(&*lasting(sitting, package.as_deref())?),
            Self::Stability { explain, want } => {
                let found = sitting.standstill()?.ok_or(Without::Material(NO_CONFLICT))?;
                let (explain, want) = (state(&found, explain.as_ref())?, state(&found, want.as_ref())?);
                let such = |error: detente_brief::StabilityError| Without::Such(error.to_string());
                let wanted = want.map(|state| found.wanted(state)).transpose().map_err(such)?;
                page::stability(&found, explain, wanted.as_ref()).map_err(such)?
            }
            Self::Outlook => page::outlook(&*sitting.outlook()?.ok_or(Without::Material(NO_EVIDENCE))?),
            Self::Talks => page::talks(&*sitting.talks()?.ok_or(Without::Material(NO_TALKS))?),
            Self::Settlement => only(page::brief_with_annex(&*sitting.brief()?), &["settlement"]),
            Self::Judged { package } => {
                let (about, chosen) = about(sitting, Some(package))?;
                let judged = about.judged(&chosen)?;
                Page { head: None, sections: Vec::new(), foot: None }.judging(Some(&judged))
            }
            Self::ThreeTests => only(page::brief_with_annex(&*sitting.brief()?), &["three-tests"]),
        })
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

/// How long a package lasts, or the leading ones.
fn lasting(sitting: &Sitting, package: Option<&str>) -> Told<std::sync::Arc<detente_brief::Lasting>> {
    if sitting.case().durability.is_none() {
        return Err(Without::Material(NO_DURABILITY));
    }
    let found = match package {
        Some(text) => {
            let (about, chosen) = about(sitting, Some(text))?;
            about.durability(&[chosen])?
        }
        None => sitting.durability(&sitting.leading()?)?,
    };
    found.ok_or(Without::Material(NO_DURABILITY))
}

/// A state of the conflict by its name.
fn state(found: &detente_brief::Standstill, name: Option<&String>) -> Told<Option<State>> {
    name.map(|name| found.state(name).map_err(|error| Without::Such(error.to_string()))).transpose()
}
