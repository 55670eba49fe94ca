//! The packages most likely to be acceptable to all, and to whom each is hard.

use detente_deals::Findings;
use detente_model::Case;

use crate::brief::Package;
use crate::words;

/// How many packages a brief shows.
const SHOWN: usize = 6;

pub(super) fn leading(case: &Case, deals: &Findings) -> Vec<Package> {
    let judged = deals.acceptability.packages.iter().take(SHOWN);
    judged
        .zip('A'..='Z')
        .map(|(package, letter)| {
            let hardest = package.hardest();
            let everyone = package.principals.iter().all(|share| share.hits == hardest);
            Package {
                letter: letter.to_string(),
                label: words::package(case, &package.outcome),
                all: package.all,
                principals: package.principals.clone(),
                values: deals.central.space.values(&package.outcome),
                hardest: (0..package.principals.len())
                    .filter(|i| !everyone && package.principals[*i].hits == hardest)
                    .collect(),
                agreed: deals.central.space.all_accept(&package.outcome),
                outcome: package.outcome.clone(),
            }
        })
        .collect()
}
