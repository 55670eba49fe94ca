//! A tournament of ways to bargain: on which scenarios it is held, and what it came to.

use detente_deals::{DealSpace, DealsError};
use detente_model::Case;
use detente_talks::TalksError;
use detente_talks::tournament::{Arena, EmpiricalGame, Held, Results, Tournament};

use crate::sitting::{Sitting, SittingError};

/// A tournament that was held.
#[derive(Debug, Clone)]
pub struct PlayedOut {
    /// What was held.
    pub tournament: Tournament,
    /// What it came to.
    pub results: Results,
    /// The empirical game; `None` without self-play.
    pub game: Option<EmpiricalGame>,
}

impl PlayedOut {
    /// What negotiations came to, which follow the pairings of the tournament.
    pub fn of(tournament: Tournament, held: &[Held]) -> Self {
        let results = Results::of(&tournament, held);
        let game = results.game();
        Self { tournament, results, game }
    }

    /// The name of a contender.
    pub fn way(&self, contender: usize) -> &str {
        self.tournament.contenders()[contender].name()
    }
}

/// Why a case is no scenario of a tournament.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ArenaError {
    /// It cannot be looked at.
    #[error(transparent)]
    Sitting(#[from] SittingError),
    /// It has no deal space.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// Its deal space cannot be talked about.
    #[error(transparent)]
    Talks(#[from] TalksError),
}

impl Sitting {
    /// The case as a scenario of a tournament: its principals bargain in the central world, over all packages at the stops of continuous issues.
    ///
    /// # Errors
    /// Where there is nothing on the table, somebody has no position, or an offer would not fit.
    pub fn arena(&self, name: &str) -> Result<Arena, ArenaError> {
        let worlds = self.worlds()?;
        let case: &Case = worlds.case();
        if case.issues.is_empty() {
            return Err(SittingError::NothingOnTheTable.into());
        }
        let space = DealSpace::new(worlds.central())?;
        let parties = case.principals().map(|party| case.party(party).name.as_str());
        let issues = case.issues.iter().map(|issue| {
            let options = (0..issue.options.len()).map(|option| crate::words::option(case, issue, option));
            (issue.name.clone(), options.collect())
        });
        Ok(Arena::of(name, &space, parties)?.named(issues.collect()))
    }
}
