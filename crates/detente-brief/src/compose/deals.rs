//! The deal space in words: from the findings of the engine to [`Deals`].

use std::sync::Arc;

use detente_deals::Findings;
use detente_model::Worlds;

use super::sentence::Sentence;
use super::three_tests::Standings;
use super::{grounds, headline, homes, obstacles, packages};
use crate::brief::Deals;

/// What follows from the findings about the deal space.
pub(crate) fn told(worlds: &Worlds, findings: Findings) -> Deals {
    let case = worlds.case();
    let packages = packages::leading(case, &findings);
    let obstacles = obstacles::in_the_way(case, &findings);
    Deals {
        headline: headline::sentences(case, &findings, &packages, &obstacles),
        homes: homes::behind(case, &findings, &packages),
        hangs_on: grounds::hangs_on(case, &findings),
        case: Arc::clone(case),
        draws: findings.acceptability.zone.draws,
        seed: worlds.seed(),
        findings,
        packages,
        obstacles,
    }
}

impl Deals {
    /// Where things stand in a few sentences, most important first, with the package that does best on all tests where packages were
    /// put to the tests.
    pub fn headline_with(&self, standings: Option<&Standings>) -> Vec<Sentence> {
        let mut sentences = self.headline.clone();
        sentences.extend(standings.map(|standings| standings.said(&self.case)));
        sentences
    }
}
