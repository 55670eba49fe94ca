//! Putting a package together.

use std::sync::{Arc, PoisonError};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use detente_brief::answers::{OptionValue, PackageJudged, PackageOptions, TestResults};
use detente_brief::page::{Kind, PickableSpace, Section};
use detente_brief::{FIRST_DRAWS, Sitting, SittingError, page, render};
use detente_deals::Sampling;
use detente_model::Case;

use super::{Sent, answer, apart, options, seat};
use crate::protocol::{
    ActorListed, Carried, CarriedTold, IssueListed, KeepAsked, LookDone, MapAsked, PackageAsked, PackageKept,
    PackageListed, PackageTold, PackagesKept, PackagesMap, Stands, TestedTold,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::stream::{self, Gone, Teller};

/// `POST /api/package`
pub(super) async fn package(
    State(shared): State<Shared>,
    Sent(asked): Sent<PackageAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let seat = seat(&shared, asked.text, options).await?;
    let computing = seat.computing();
    let (response, teller) = stream::open(place, seat);
    tokio::spawn(async move {
        let Ok(turn) = Arc::clone(&shared.computing).acquire_owned().await else { return };
        let told = teller.clone();
        let done = apart(move || {
            match tell(computing.sitting(), asked.package.as_deref(), &told) {
                Ok(_) => {}
                Err(SittingError::Cancelled(_)) if told.is_gone() => {}
                Err(error) => told.refuse(&error.into()),
            }
            drop((computing, turn));
            Ok(())
        })
        .await;
        if let Err(refused) = done {
            let _ = teller.tell_there("failed", &refused.said).await;
        }
    });
    Ok(response)
}

/// Tells who would sign it and how it fares on the tests, from the first draws and from all; then how it would be carried out.
fn tell(sitting: &Sitting, package: Option<&str>, teller: &Teller) -> Result<Result<(), Gone>, SittingError> {
    let sitting = package.map_or_else(|| Ok(sitting.clone()), |package| sitting.about(package))?;
    let draws = |sitting: &Sitting| match sitting.options().sampling {
        Sampling::Draws(draws) => draws,
        Sampling::Interval { most, .. } => most,
    };
    // Which package is meant may hang on all draws, so it is settled before anything is told of it.
    let chosen = sitting.package(package)?;
    let judge = |sitting: &Sitting, rough: bool| -> Result<Result<(), Gone>, SittingError> {
        let judged = PackageJudged::of(&*sitting.judged(&chosen)?);
        if teller.tell("package", &PackageTold { judged, draws: draws(sitting), rough }).is_err() {
            return Ok(Err(Gone));
        }
        let Some(found) = sitting.tested(&chosen)? else { return Ok(Ok(())) };
        let results = TestResults::of(&found.base().results);
        let (worlds, lasting_days) = (found.worlds, found.lasting_days);
        Ok(teller.tell("tested", &TestedTold { worlds, lasting_days, results, rough }))
    };
    if draws(&sitting) > FIRST_DRAWS && judge(&sitting.first()?, true)?.is_err() {
        return Ok(Err(Gone));
    }
    if judge(&sitting, false)?.is_err() {
        return Ok(Err(Gone));
    }
    if let Some(found) = sitting.exchange(&chosen)? {
        let parts = ["least-changes", "handovers", "schedule"];
        let html = fragments(&page::exchange(&found).sections, &parts);
        let told = CarriedTold { of: Carried::Exchange, sentences: found.headline.clone(), html };
        if teller.tell("carried", &told).is_err() {
            return Ok(Err(Gone));
        }
    }
    if let Some(found) = sitting.durability(std::slice::from_ref(&chosen))? {
        let html = fragments(&page::durability(&found).sections, &["survival", "factors"]);
        let told = CarriedTold { of: Carried::Durability, sentences: found.headline.clone(), html };
        if teller.tell("carried", &told).is_err() {
            return Ok(Err(Gone));
        }
    }
    Ok(teller.tell("done", &LookDone { draws: draws(&sitting) }))
}

/// Some of the sections of a page, one below the other.
fn fragments(sections: &[Section], wanted: &[&str]) -> String {
    let shown = sections.iter().filter(|section| wanted.contains(&section.id));
    shown.map(render::fragment).collect()
}

/// `POST /api/packages/map`
pub(super) async fn map(
    State(shared): State<Shared>,
    Sent(asked): Sent<MapAsked>,
) -> Result<Json<PackagesMap>, Refused> {
    let MapAsked { text, pair, also, manner } = asked;
    answer(&shared, text, &manner, move |sitting| {
        let deals = sitting.deals()?;
        let case = sitting.case();
        let parties = &deals.findings.parties;
        let principals: Vec<ActorListed> = parties
            .iter()
            .map(|id| {
                let party = case.party(*id);
                ActorListed { id: party.id.clone(), name: party.name.clone() }
            })
            .collect();
        let place = |id: &String| {
            principals
                .iter()
                .position(|actor| actor.id == *id)
                .ok_or_else(|| Refused::unfit(format!("there is nobody `{id}` among those who must sign")))
        };
        let pair = match &pair {
            Some([x, y]) => [place(x)?, place(y)?],
            None => [0, 1],
        };
        let also = also.map(|also| worth(sitting, &also)).transpose()?;
        let space = PickableSpace::of(&deals, pair, also);
        let axes = space.as_ref().map(|_| pair.map(|place| principals[place].id.clone()));
        let (html, packages, whole) = match space {
            Some(space) => (render::fragment(&space.section), space.packages, space.whole),
            None => (String::new(), Vec::new(), false),
        };
        let packages = packages.into_iter().map(|package| PackageListed {
            outcome: package.outcome,
            values: package.values,
            stands: package.kind.map(|kind| match kind {
                Kind::Crossing => Stands::Crossing,
                Kind::Refused => Stands::Refused,
                Kind::Agreed => Stands::Agreed,
            }),
            on_frontier: package.on_frontier,
            letter: package.letter,
            roles: package.roles,
        });
        let packages = packages.collect();
        let others = others(case, &principals);
        Ok(Json(PackagesMap { issues: issues(case), principals, others, pair: axes, html, packages, whole }))
    })
    .await
}

/// A package and what it is worth to each principal.
fn worth(sitting: &Sitting, text: &str) -> Result<(PackageOptions, Vec<f64>), SittingError> {
    let sitting = sitting.about(text)?;
    let chosen = sitting.package(Some(text))?;
    let case = sitting.worlds()?.case();
    Ok((PackageOptions::of(case, &chosen.package), sitting.worth(&chosen)?))
}

pub(super) fn issues(case: &Case) -> Vec<IssueListed> {
    let listed = case.issues.iter().map(|issue| IssueListed {
        id: issue.id.clone(),
        name: issue.name.clone(),
        unit: issue.unit.clone(),
        options: issue.options.iter().map(OptionValue::from).collect(),
        continuous: issue.continuous,
    });
    listed.collect()
}

fn others(case: &Case, principals: &[ActorListed]) -> Vec<ActorListed> {
    let parties = case.parties.iter().map(|party| (&party.id, &party.name));
    let audiences = case.audiences.iter().map(|audience| (&audience.id, &audience.name));
    let listed =
        parties.chain(audiences).map(|(id, name)| ActorListed { id: id.clone(), name: name.clone() });
    listed.filter(|actor| !principals.contains(actor)).collect()
}

/// `GET /api/packages/kept`
pub(super) async fn kept(State(shared): State<Shared>) -> Result<Json<PackagesKept>, Refused> {
    apart(move || shared.folder.packages().map(Json)).await
}

/// The most packages that are kept by name.
const MOST_KEPT: usize = 200;
/// The most letters of a name.
const LONGEST_NAME: usize = 80;
/// The most bytes of a package.
const LONGEST_PACKAGE: usize = 20_000;

/// `POST /api/packages/keep`
pub(super) async fn keep(
    State(shared): State<Shared>,
    Sent(asked): Sent<KeepAsked>,
) -> Result<Json<PackagesKept>, Refused> {
    apart(move || {
        // One after the other: what two windows keep at once is kept of both.
        let _turn = shared.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = shared.folder.packages()?;
        change(&mut kept.packages, asked)?;
        shared.folder.keep_packages(&kept)?;
        Ok(Json(kept))
    })
    .await
}

fn change(kept: &mut Vec<PackageKept>, asked: KeepAsked) -> Result<(), Refused> {
    let place = |kept: &[PackageKept], name: &str| kept.iter().position(|package| package.name == name);
    let there = |kept: &[PackageKept], name: &str| {
        place(kept, name).ok_or_else(|| {
            Refused::new(
                StatusCode::NOT_FOUND,
                "not_kept",
                format!("no package is kept as “{name}” any more"),
            )
        })
    };
    let free = |kept: &[PackageKept], name: String| {
        let name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(Refused::unfit(format!(
                "a name has between 1 and {LONGEST_NAME} letters, on one line"
            )));
        }
        match place(kept, &name) {
            Some(_) => Err(Refused::unfit(format!("another package is kept as “{name}”"))
                .hint("give this one another name, or drop that one first")),
            None => Ok(name),
        }
    };
    match asked {
        KeepAsked::Keep { name, package } => {
            let name = free(kept, name)?;
            if kept.len() >= MOST_KEPT || package.len() > LONGEST_PACKAGE {
                return Err(Refused::unfit(format!("{MOST_KEPT} packages are kept, and no more can be"))
                    .hint("drop some that are not needed any more"));
            }
            kept.push(PackageKept { name, package });
        }
        KeepAsked::Rename { name, to } => {
            let at = there(kept, &name)?;
            if to.trim() != name {
                kept[at].name = free(kept, to)?;
            }
        }
        KeepAsked::Drop { name } => {
            let at = there(kept, &name)?;
            kept.remove(at);
        }
    }
    Ok(())
}
