//! Spaces too large to list: the packages that come nearest to agreement in some world.

use std::collections::BTreeMap;

use detente_model::{Outcome, Share, Worlds};
use rayon::prelude::*;

use super::PackageAcceptability;
use crate::DealsError;
use crate::space::DealSpace;

/// How many candidates are judged in every world.
const MOST_CANDIDATES: usize = 200;

/// The draws with a zone, ascending, and the candidates with their shares.
pub(super) fn judge(
    worlds: &Worlds<'_>,
    central: &DealSpace,
    draws: u64,
    drawn: &(dyn Fn() + Sync),
) -> Result<(Vec<u64>, Vec<PackageAcceptability>), DealsError> {
    let nearest: Vec<Result<(bool, Option<Outcome>), DealsError>> = (0..draws)
        .into_par_iter()
        .map(|draw| {
            let found = nearest(&DealSpace::new(worlds.case(), &worlds.draw(draw))?);
            drawn();
            found
        })
        .collect();
    let mut zone = Vec::new();
    let mut met: BTreeMap<Outcome, u64> = BTreeMap::new();
    met.extend(nearest_to_agreement(central)?.map(|outcome| (outcome, 1)));
    for (draw, result) in (0..).zip(nearest) {
        let (open, outcome) = result?;
        if open {
            zone.push(draw);
        }
        if let Some(outcome) = outcome {
            *met.entry(outcome).or_default() += 1;
        }
    }
    let mut candidates: Vec<(Outcome, u64)> = met.into_iter().collect();
    candidates.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    candidates.truncate(MOST_CANDIDATES);
    let candidates: Vec<Outcome> = candidates.into_iter().map(|(outcome, _)| outcome).collect();

    let (principals, actors) = (central.principals, central.actors.len());
    let width = 1 + principals + actors;
    let hits = (0..draws)
        .into_par_iter()
        .try_fold(
            || vec![0u64; candidates.len() * width],
            |mut hits, draw| {
                let space = DealSpace::new(worlds.case(), &worlds.draw(draw))?;
                for (outcome, row) in candidates.iter().zip(hits.chunks_mut(width)) {
                    row[0] += u64::from(space.all_accept(outcome));
                    for i in 0..principals {
                        row[1 + i] += u64::from(space.principal_accepts(worlds.case(), i, outcome));
                    }
                    for (i, terms) in space.actors.iter().enumerate() {
                        row[1 + principals + i] += u64::from(terms.accepts(outcome));
                    }
                }
                Ok(hits)
            },
        )
        .try_reduce(
            || vec![0u64; candidates.len() * width],
            |mut a, b| {
                a.iter_mut().zip(b).for_each(|(x, y)| *x += y);
                Ok(a)
            },
        )?;
    let share = |hits: &u64| Share { hits: *hits, draws };
    let judged = candidates.into_iter().zip(hits.chunks(width)).map(|(outcome, row)| PackageAcceptability {
        outcome,
        all: share(&row[0]),
        principals: row[1..=principals].iter().map(share).collect(),
        actors: central
            .actors
            .iter()
            .map(|terms| terms.actor)
            .zip(row[1 + principals..].iter().map(share))
            .collect(),
    });
    Ok((zone, judged.collect()))
}

/// Whether there is a zone, and the package that is in it, or nearest to it.
fn nearest(space: &DealSpace) -> Result<(bool, Option<Outcome>), DealsError> {
    let nearest = nearest_to_agreement(space)?;
    if nearest.as_ref().is_some_and(|outcome| space.all_accept(outcome)) {
        return Ok((true, nearest));
    }
    let found = space.find_agreement()?;
    Ok((found.is_some(), found.or(nearest)))
}

fn nearest_to_agreement(space: &DealSpace) -> Result<Option<Outcome>, DealsError> {
    Ok(space.margin()?.map(|margin| margin.outcome))
}
