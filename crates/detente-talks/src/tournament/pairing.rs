//! Who meets whom, on what, in which role.

use super::error::TournamentError;
use super::{Arena, Contender, Protocol, Rules};
use crate::{limits, protocols::tau};

/// One negotiation to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// On which scenario.
    pub arena: usize,
    /// The contender on each seat, in the order of speaking.
    pub contenders: Vec<usize>,
    /// By how many seats the parties are turned: the one on seat s holds party s less so many.
    pub rotation: usize,
    /// Which repetition, from 0.
    pub repetition: u32,
    /// As how many negotiations it counts: all repetitions at once where nobody draws chance.
    pub times: u32,
}

impl Pairing {
    /// The party that the one on a seat holds.
    pub fn party(&self, seat: usize) -> usize {
        let count = self.contenders.len();
        (seat + count - self.rotation % count) % count
    }
}

/// All pairings of a tournament: scenario by scenario, tuples of contenders in the order of their seats, then rotations, then repetitions.
pub(super) fn pairings(
    arenas: &[Arena],
    contenders: &[Contender],
    rules: &Rules,
) -> Result<Vec<Pairing>, TournamentError> {
    if arenas.is_empty() {
        return Err(TournamentError::NoScenario);
    }
    if contenders.is_empty() {
        return Err(TournamentError::NoContender);
    }
    if let Some(twice) = (1..contenders.len())
        .find(|i| contenders[..*i].iter().any(|other| other.name() == contenders[*i].name()))
    {
        return Err(TournamentError::EnteredTwice(contenders[twice].name().to_owned()));
    }
    if !(1..=limits::ROUNDS).contains(&rules.rounds) {
        return Err(TournamentError::Rounds { rounds: rules.rounds, most: limits::ROUNDS });
    }
    let ways = contenders.len();
    let mut negotiations: u128 = 0;
    for arena in arenas {
        let parties = arena.scenario.parties().len();
        let scenario = arena.name.clone();
        if parties < 2 {
            return Err(TournamentError::OneParty(scenario));
        }
        if rules.protocol == Protocol::Tau && parties > tau::MOST_SEATS {
            return Err(TournamentError::TooManySeats { scenario, parties, most: tau::MOST_SEATS });
        }
        if !rules.self_play && ways < parties {
            return Err(TournamentError::NobodyToMeet { scenario, parties, ways });
        }
        let tuples = (0..parties).fold(1_u128, |tuples, taken| {
            let left = if rules.self_play { ways } else { ways - taken };
            tuples.saturating_mul(left as u128)
        });
        negotiations = negotiations
            .saturating_add(tuples.saturating_mul(parties as u128).saturating_mul(rules.repetitions.into()));
    }
    if negotiations > limits::NEGOTIATIONS {
        return Err(TournamentError::TooManyNegotiations { negotiations, most: limits::NEGOTIATIONS });
    }
    let mut all = Vec::with_capacity(negotiations as usize);
    for (arena, of) in arenas.iter().enumerate() {
        let seats = of.scenario.parties().len();
        let mut tuple = vec![0; seats];
        loop {
            let meets_itself = || (1..seats).any(|seat| tuple[..seat].contains(&tuple[seat]));
            if rules.self_play || !meets_itself() {
                let chancy = rules.protocol == Protocol::Simultaneous
                    || tuple.iter().any(|contender| contenders[*contender].draws_chance());
                let repetitions = rules.repetitions;
                let (held, times) = if chancy { (repetitions, 1) } else { (repetitions.min(1), repetitions) };
                for rotation in 0..seats {
                    all.extend((0..held).map(|repetition| Pairing {
                        arena,
                        contenders: tuple.clone(),
                        rotation,
                        repetition,
                        times,
                    }));
                }
            }
            // The next tuple, the last seat fastest.
            let Some(seat) = (0..seats).rev().find(|seat| tuple[*seat] + 1 < ways) else { break };
            tuple[seat] += 1;
            tuple[seat + 1..].fill(0);
        }
    }
    Ok(all)
}
