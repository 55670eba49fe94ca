//! Which clause crosses whose red line.
//!
//! Words cross a red line on an issue if it refuses every option that they word there: whoever holds it could not sign them, whatever else the text
//! says. Where the line runs may be uncertain, so that it is asked in every world drawn.

use detente_deals::DealSpace;
use detente_model::{Actor, IssueId, Share};
use detente_text::{TextVersion, Ties};
use rayon::prelude::*;

use super::name_of;
use crate::sitting::{Sitting, SittingError};

/// Words that cross somebody's red line.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// The id of the clause.
    pub clause: String,
    /// How the clause is called.
    pub name: String,
    /// The wording of a bracket, by the places of bracket and wording, with its words; `None` where the clause does so whichever way it is settled.
    pub wording: Option<(usize, usize, String)>,
    /// On which issue.
    pub issue: IssueId,
    /// Whose red line.
    pub actor: Actor,
    /// Whether it is crossed in the central world.
    pub central: bool,
    /// In which share of the worlds drawn.
    pub share: Share,
}

/// Words on one issue.
struct Asked<'a> {
    clause: &'a str,
    name: String,
    wording: Option<(usize, usize, &'a str)>,
    issue: IssueId,
    options: Vec<usize>,
}

/// Every crossing in some world, in reading order; who holds the line, principals first.
pub(super) fn crossings(sitting: &Sitting, version: &TextVersion) -> Result<Vec<Crossing>, SittingError> {
    let asked = asked(version);
    let (worlds, draws, progress) = (sitting.worlds()?, sitting.draws()?, sitting.progress());
    let central = DealSpace::new(worlds.central())?;
    let actors = central.actors().len();
    let crosses = |space: &DealSpace, of: &Asked<'_>, actor: usize| {
        let refused = &space.stated(actor).refused[of.issue.index()];
        of.options.iter().all(|option| refused[*option])
    };
    progress.expect(draws);
    let nothing = || vec![0u64; asked.len() * actors];
    let hits = (0..draws)
        .into_par_iter()
        .try_fold(nothing, |mut hits, draw| {
            progress.step();
            let space = DealSpace::new(&worlds.draw(draw))?;
            for (place, hit) in hits.iter_mut().enumerate() {
                *hit += u64::from(crosses(&space, &asked[place / actors], place % actors));
            }
            Ok::<_, SittingError>(hits)
        })
        .try_reduce(nothing, |mut one, other| {
            for (sum, hits) in one.iter_mut().zip(other) {
                *sum += hits;
            }
            Ok(one)
        })?;
    let found = hits.into_iter().enumerate().filter_map(|(place, hits)| {
        let (of, actor) = (&asked[place / actors], place % actors);
        let central_crosses = crosses(&central, of, actor);
        (hits > 0 || central_crosses).then(|| Crossing {
            clause: of.clause.to_owned(),
            name: of.name.clone(),
            wording: of.wording.map(|(bracket, wording, words)| (bracket, wording, words.to_owned())),
            issue: of.issue,
            actor: central.actors()[actor].actor,
            central: central_crosses,
            share: Share::of(hits, draws),
        })
    });
    Ok(found.collect())
}

/// All words that word options, and what a bracket words whichever way it goes.
fn asked(version: &TextVersion) -> Vec<Asked<'_>> {
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for clause in version.clauses() {
        let name = name_of(version, clause);
        for (issue, options) in &clause.ties.when.0 {
            let options = options.clone();
            asked.push(Asked {
                clause: &clause.id,
                name: name.clone(),
                wording: None,
                issue: *issue,
                options,
            });
        }
        for (b, bracket) in clause.brackets().enumerate() {
            let open: Vec<_> = bracket.open().collect();
            // What every wording words on an issue, taken together, is worded whichever way the bracket goes.
            for issue in bracket.issues() {
                let on = |ties: &Ties| {
                    ties.when.0.iter().find(|(of, _)| *of == issue).map(|(_, options)| options.clone())
                };
                let all: Option<Vec<Vec<usize>>> =
                    open.iter().map(|(_, wording)| on(&wording.ties)).collect();
                if let Some(all) = all.filter(|all| !all.is_empty()) {
                    let mut options = all.concat();
                    options.sort_unstable();
                    options.dedup();
                    asked.push(Asked {
                        clause: &clause.id,
                        name: name.clone(),
                        wording: None,
                        issue,
                        options,
                    });
                }
            }
            if open.len() > 1 {
                for (w, wording) in open {
                    for (issue, options) in &wording.ties.when.0 {
                        asked.push(Asked {
                            clause: &clause.id,
                            name: name.clone(),
                            wording: Some((b, w, &wording.words)),
                            issue: *issue,
                            options: options.clone(),
                        });
                    }
                }
            }
        }
    }
    asked
}
