//! Holding the negotiations of a tournament.

use std::num::NonZeroUsize;

use rayon::prelude::*;

use super::error::TournamentError;
use super::pairing::pairings;
use super::{Arena, Contender, Pairing};
use crate::protocols::{sao, simultaneous, tau};
use crate::sha256::sha256;
use crate::{Act, Deadline, End, Ended, Negotiator, Offer, Wants};

/// Who may speak when, in a tournament.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Stacked alternating offers ([`sao`]).
    Alternating,
    /// All offer at once ([`simultaneous`]).
    Simultaneous,
    /// Talks that end when nobody has anything new to say ([`tau`]).
    Tau,
}

impl Protocol {
    /// Its name, as people and records have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alternating => "alternating offers",
            Self::Simultaneous => "simultaneous offers",
            Self::Tau => "TAU",
        }
    }
}

/// How a tournament is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Who may speak when.
    pub protocol: Protocol,
    /// After how many rounds talks are over.
    pub rounds: u32,
    /// How often each negotiation counts: negotiations in which somebody draws chance are held so many times.
    pub repetitions: u32,
    /// The seed of all chance.
    pub seed: u64,
    /// Whether a way to bargain also meets itself.
    pub self_play: bool,
}

impl Default for Rules {
    /// Alternating offers over 100 rounds, once, with self-play, from seed 1.
    fn default() -> Self {
        Self { protocol: Protocol::Alternating, rounds: 100, repetitions: 1, seed: 1, self_play: true }
    }
}

/// How a negotiation went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// How it ended, and in how many rounds.
    pub ended: Ended,
    /// How long it took in nanoseconds, where that was measured. It bears on nothing else.
    pub nanoseconds: Option<u64>,
}

/// Scenarios, contenders and rules, and everything that is to be held.
#[derive(Debug, Clone)]
pub struct Tournament {
    arenas: Vec<Arena>,
    contenders: Vec<Contender>,
    rules: Rules,
    pairings: Vec<Pairing>,
    digests: Vec<String>,
}

/// What is shown of a negotiation while it is held.
pub(super) enum Shown<'a> {
    /// Something said.
    Act(&'a Act),
    /// An offer by TAU, and who accepted it.
    Heard(&'a tau::Heard),
}

impl Tournament {
    /// A tournament.
    ///
    /// # Errors
    /// [`TournamentError`] says what makes it none.
    pub fn new(
        arenas: Vec<Arena>,
        contenders: Vec<Contender>,
        rules: Rules,
    ) -> Result<Self, TournamentError> {
        let pairings = pairings(&arenas, &contenders, &rules)?;
        let digests = arenas.iter().map(Arena::digest).collect();
        Ok(Self { arenas, contenders, rules, pairings, digests })
    }

    /// Its scenarios.
    pub fn arenas(&self) -> &[Arena] {
        &self.arenas
    }

    /// Its contenders.
    pub fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// Its rules.
    pub fn rules(&self) -> Rules {
        self.rules
    }

    /// The negotiations to be held, in order.
    pub fn pairings(&self) -> &[Pairing] {
        &self.pairings
    }

    /// How many negotiations count, repetitions of those that go the same every time included.
    pub fn negotiations(&self) -> u64 {
        self.pairings.iter().map(|pairing| u64::from(pairing.times)).sum()
    }

    /// What is distinctive of it, in hexadecimal: the same for the same rules, contenders in the same order, and scenarios of the same numbers in the same order.
    pub fn digest(&self) -> String {
        let names: Vec<&str> = self.contenders.iter().map(Contender::name).collect();
        sha256(format!("{:?}\n{names:?}\n{:?}", self.rules, self.digests).as_bytes())
    }

    /// Holds a negotiation. The same pairing goes the same every time.
    pub fn hold(&self, pairing: &Pairing) -> Held {
        Held { ended: self.watched(pairing, |_| ()), nanoseconds: None }
    }

    /// Holds all negotiations, on so many threads or on as many as there are processors. What comes of it does not hang on how many they are.
    ///
    /// # Errors
    /// If threads cannot be started.
    pub fn hold_all(&self, threads: Option<NonZeroUsize>) -> Result<Vec<Held>, TournamentError> {
        self.hold_with(threads, |_, hold| Ok(hold()))
    }

    /// As [`Self::hold_all`], each negotiation through `each`, which is told its place among the pairings and a way to hold it: it may measure that, keep what came of it, or take it
    /// from a record instead. The first error ends the tournament.
    ///
    /// # Errors
    /// Those of `each`, and if threads cannot be started.
    pub fn hold_with<E: From<TournamentError> + Send>(
        &self,
        threads: Option<NonZeroUsize>,
        each: impl Fn(usize, &dyn Fn() -> Held) -> Result<Held, E> + Sync,
    ) -> Result<Vec<Held>, E> {
        let one = |place: usize| each(place, &|| self.hold(&self.pairings[place]));
        let all = || (0..self.pairings.len()).into_par_iter().map(one).collect();
        match threads.map(NonZeroUsize::get) {
            Some(1) => (0..self.pairings.len()).map(one).collect(),
            None => all(),
            Some(threads) => {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
                pool.map_err(|why| TournamentError::Threads(why.to_string()))?.install(all)
            }
        }
    }

    /// What the party on each seat of a pairing wants.
    pub(super) fn wants(&self, pairing: &Pairing) -> Vec<Wants<'_>> {
        let parties = self.arenas[pairing.arena].scenario.parties();
        let seats = 0..pairing.contenders.len();
        seats
            .map(|seat| {
                let party = &parties[pairing.party(seat)];
                Wants::new(&party.bids, party.no_deal)
            })
            .collect()
    }

    /// Holds a negotiation, and shows what is said.
    pub(super) fn watched(&self, pairing: &Pairing, mut show: impl FnMut(&Shown<'_>)) -> Ended {
        let wants = self.wants(pairing);
        let seed = self.seed(pairing);
        let seats = pairing.contenders.iter().enumerate();
        let mut parties: Vec<Box<dyn Negotiator>> =
            seats.map(|(seat, contender)| self.contenders[*contender].seated(seat, seed)).collect();
        let rounds = self.rules.rounds;
        match self.rules.protocol {
            Protocol::Alternating => sao::hold(&wants, &mut parties, Deadline::rounds(rounds), |act| {
                show(&Shown::Act(act));
            }),
            Protocol::Simultaneous => {
                simultaneous::hold(&wants, &mut parties, Deadline::rounds(rounds), seed, |act| {
                    show(&Shown::Act(act));
                })
            }
            Protocol::Tau => {
                tau::hold(&wants, &mut parties, Some(rounds), |heard| show(&Shown::Heard(heard)))
            }
        }
    }

    /// The seed of a negotiation: of the numbers of its scenario, the names at the table, the roles and the repetition, so that what else is in the tournament, and
    /// in which order, changes nothing.
    fn seed(&self, pairing: &Pairing) -> u64 {
        let chancy = self.rules.protocol == Protocol::Simultaneous
            || pairing.contenders.iter().any(|contender| self.contenders[*contender].draws_chance());
        if !chancy {
            return self.rules.seed;
        }
        let names: Vec<&str> =
            pairing.contenders.iter().map(|contender| self.contenders[*contender].name()).collect();
        let told = format!(
            "{} {} {names:?} {} {}",
            self.rules.seed, self.digests[pairing.arena], pairing.rotation, pairing.repetition
        );
        u64::from_str_radix(&sha256(told.as_bytes())[..16], 16).unwrap_or(self.rules.seed)
    }

    /// What a negotiation was worth to each seat.
    pub(super) fn worth(&self, pairing: &Pairing, held: &Held) -> Vec<f64> {
        held.ended.worth(&self.wants(pairing))
    }

    /// The package that was agreed, as places of options.
    pub fn agreed(&self, pairing: &Pairing, held: &Held) -> Option<Vec<usize>> {
        let layout = self.arenas[pairing.arena].scenario.layout();
        held.ended.agreement().map(|offer: Offer| layout.options(&offer).collect())
    }

    /// How a negotiation ended, in one word.
    pub fn end(held: &Held) -> &'static str {
        match held.ended.end {
            End::Agreement(_) => "agreement",
            End::Timeout => "timeout",
            End::Broken => "broken",
        }
    }
}
