//! The packages most likely to be acceptable to all, to whom each is hard, and how sure it is that no other does better.

use detente_deals::Findings;
use detente_deals::limits::LISTED;
use detente_model::Case;

use crate::brief::LeadingPackage;
use crate::words;

/// How many packages a brief shows.
const SHOWN: usize = 6;

pub(super) fn leading(case: &Case, deals: &Findings) -> Vec<LeadingPackage> {
    // They stand in order of how often all accept them. What all accept in no world leads nowhere; it is shown, and called so, only where
    // nothing else is there.
    let judged = &deals.acceptability.packages;
    let some = judged.first().is_some_and(|first| first.all.hits > 0);
    let judged = judged.iter().filter(|package| !some || package.all.hits > 0).take(SHOWN);
    judged
        .zip('A'..='Z')
        .map(|(package, letter)| {
            let hardest = package.hardest();
            let everyone = package.principals.iter().all(|share| share.hits == hardest);
            LeadingPackage {
                letter: letter.to_string(),
                label: words::package(case, &package.package),
                all: package.all,
                principals: package.principals.clone(),
                themselves: package.actors[..package.principals.len()]
                    .iter()
                    .map(|(_, share)| *share)
                    .collect(),
                values: deals.central.space.values(&package.package),
                hardest: (0..package.principals.len())
                    .filter(|i| !everyone && package.principals[*i].hits == hardest)
                    .collect(),
                agreed: deals.central.space.all_accept(&package.package),
                package: package.package.clone(),
            }
        })
        .collect()
}

/// How the leading packages were found, where that needs saying.
pub(crate) fn how_found(case: &Case, deals: &Findings) -> Vec<String> {
    let found = &deals.acceptability;
    let mut sentences = Vec::new();
    if !found.listed {
        let best = found.packages.first().map_or(0, |package| package.all.hits);
        let bound = if found.bound.hits == best {
            "No package is acceptable to all more often than the first.".to_owned()
        } else {
            format!("No package can do better than {} of these worlds.", words::percent(found.bound.value()))
        };
        let few = deals.packages <= LISTED.into();
        sentences.push(match words::continuous(case).filter(|_| few) {
            Some(names) => format!(
                "Between the stops of {names} there are more packages than can be judged: these are the best of those at the stops, which \
                 stand where the central world and most worlds drawn have their best. {bound}"
            ),
            None => format!(
                "There are too many packages to judge each one: these are the best among those that are best in some world and what \
             changes on one issue or two make of them. {bound}"
            ),
        });
    }
    if let Some(agreement) = found.agreement.filter(|share| share.hits < share.draws) {
        sentences.push(format!(
            "The packages that the parties compared leave weights in {} of the worlds that the ranges allow; only such worlds \
             are counted.",
            words::share(agreement),
        ));
    }
    sentences
}
