//! What a tournament comes to.

use std::collections::HashMap;

use super::interval::weighted_mean;
use super::score::{Distances, LANDMARKS};
use super::{EmpiricalGame, Held, MeanWithin, Score, Significance, Tournament};
use crate::Offer;

/// What a tournament comes to. Every mean is taken within each pair of scenario and party first, and then over these pairs, so that each scenario and role counts the
/// same, however many negotiations it makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The contenders, by mean advantage, the best first; of equals in the order in which they were entered.
    pub standings: Vec<Standing>,
    /// How each contender did in each role: scenario by scenario, party by party, contender by contender.
    pub roles: Vec<RoleMean>,
    /// Who is better than whom.
    pub significance: Significance,
    /// Row i, column j: what contender i gets when j is at the table too, in mean advantage; `None` where they never met.
    pub payoffs: Vec<Vec<Option<f64>>>,
}

/// How a contender did.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Its place among the contenders.
    pub contender: usize,
    /// Its name.
    pub name: String,
    /// How much of what could be gained it gained.
    pub advantage: MeanWithin,
    /// What it got.
    pub utility: MeanWithin,
    /// What all at its tables got, on average.
    pub welfare: MeanWithin,
    /// The share of its negotiations that ended in an agreement.
    pub agreement: MeanWithin,
    /// In how many rounds they ended.
    pub rounds: MeanWithin,
    /// How far from the frontier they ended; `None` where no frontier is known.
    pub to_frontier: Option<MeanWithin>,
    /// How far from each of [`LANDMARKS`]; `None` where none is known.
    pub to_solutions: Vec<Option<MeanWithin>>,
    /// How long a negotiation took in which it sat, in seconds; `None` unless every one was timed.
    pub seconds: Option<f64>,
}

/// How a contender did in one role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleMean {
    /// The scenario, by place.
    pub arena: usize,
    /// The party whose role it is, by place.
    pub party: usize,
    /// The contender, by place.
    pub contender: usize,
    /// As how many negotiations it counts.
    pub negotiations: u64,
    /// The means of its scores.
    pub mean: Score,
}

/// Scores with as how many negotiations each counts.
type Scored = Vec<(Score, u32)>;

impl Results {
    /// The results of negotiations, which follow the pairings of the tournament.
    pub fn of(tournament: &Tournament, held: &[Held]) -> Self {
        let ways = tournament.contenders().len();
        let mut first = Vec::new();
        let mut units = 0;
        for arena in tournament.arenas() {
            first.push(units);
            units += arena.scenario.parties().len();
        }
        let mut scored: Vec<Vec<Scored>> = vec![vec![Vec::new(); ways]; units];
        let mut against: Vec<Vec<Vec<(f64, u32)>>> = vec![vec![Vec::new(); ways * ways]; units];
        let mut seconds: Vec<Option<Vec<(f64, u32)>>> = vec![Some(Vec::new()); ways];
        let mut known: HashMap<(usize, Option<Offer>), (Vec<f64>, Distances)> = HashMap::new();
        for (pairing, held) in tournament.pairings().iter().zip(held) {
            let arena = &tournament.arenas()[pairing.arena];
            let agreement = held.ended.agreement();
            let (values, distances) = known.entry((pairing.arena, agreement)).or_insert_with(|| {
                let by_seat = tournament.worth(pairing, held);
                let mut values = vec![0.0; by_seat.len()];
                by_seat.iter().enumerate().for_each(|(seat, worth)| values[pairing.party(seat)] = *worth);
                let distances = Distances::of(arena, &values);
                (values, distances)
            });
            for (seat, contender) in pairing.contenders.iter().enumerate() {
                let party = pairing.party(seat);
                let unit = first[pairing.arena] + party;
                let score =
                    Score::of(arena, party, values, agreement.is_some(), held.ended.rounds, distances);
                let others = pairing.contenders.iter().enumerate().filter(|(other, _)| *other != seat);
                for (_, other) in others {
                    against[unit][contender * ways + other].push((score.advantage, pairing.times));
                }
                scored[unit][*contender].push((score, pairing.times));
                let took = held.nanoseconds.map(|nanoseconds| nanoseconds as f64 * 1e-9);
                match (took, &mut seconds[*contender]) {
                    (Some(took), Some(all)) => all.push((took, 1)),
                    (_, all) => *all = None,
                }
            }
        }
        let roles = roles(tournament, &scored);
        let by_unit = |contender: usize, of: &dyn Fn(&Score) -> Option<f64>| -> Vec<f64> {
            roles
                .iter()
                .filter(|role| role.contender == contender)
                .filter_map(|role| of(&role.mean))
                .collect()
        };
        let standing = |(contender, seconds): (usize, Option<Vec<(f64, u32)>>)| {
            let mean = |of: &dyn Fn(&Score) -> Option<f64>| MeanWithin::of(&by_unit(contender, of));
            Some(Standing {
                contender,
                name: tournament.contenders()[contender].name().to_owned(),
                advantage: mean(&|score| Some(score.advantage))?,
                utility: mean(&|score| Some(score.utility))?,
                welfare: mean(&|score| Some(score.welfare))?,
                agreement: mean(&|score| Some(score.agreement))?,
                rounds: mean(&|score| Some(score.rounds))?,
                to_frontier: mean(&|score| score.to_frontier),
                to_solutions: (0..LANDMARKS.len()).map(|k| mean(&|score| score.to_solutions[k])).collect(),
                seconds: seconds.and_then(weighted_mean),
            })
        };
        let mut standings: Vec<Standing> = seconds.into_iter().enumerate().filter_map(standing).collect();
        standings.sort_by(|a, b| b.advantage.mean.total_cmp(&a.advantage.mean));
        let advantages: Vec<Vec<f64>> =
            (0..ways).map(|contender| by_unit(contender, &|score| Some(score.advantage))).collect();
        let significance = Significance::of(&advantages, tournament.rules().seed);
        let payoff = |cell: usize| {
            let means = against.iter_mut().filter_map(|unit| weighted_mean(std::mem::take(&mut unit[cell])));
            MeanWithin::of(&means.collect::<Vec<f64>>()).map(|within| within.mean)
        };
        let mut payoffs = (0..ways * ways).map(payoff);
        let payoffs = (0..ways).map(|_| payoffs.by_ref().take(ways).collect()).collect();
        Self { standings, roles, significance, payoffs }
    }

    /// The empirical game; `None` without self-play, where nobody knows what a way gets against itself.
    pub fn game(&self) -> Option<EmpiricalGame> {
        let rows: Option<Vec<Vec<f64>>> =
            self.payoffs.iter().map(|row| row.iter().copied().collect()).collect();
        detente_games::Payoffs::new(rows?).ok().map(EmpiricalGame::of)
    }
}

/// The means of each contender in each role.
fn roles(tournament: &Tournament, scored: &[Vec<Scored>]) -> Vec<RoleMean> {
    let mut roles = Vec::new();
    let mut units = scored.iter();
    for (arena, of) in tournament.arenas().iter().enumerate() {
        for (party, unit) in (0..of.scenario.parties().len()).zip(units.by_ref()) {
            for (contender, scores) in unit.iter().enumerate() {
                if let Some(mean) = mean(scores) {
                    let negotiations = scores.iter().map(|(_, times)| u64::from(*times)).sum();
                    roles.push(RoleMean { arena, party, contender, negotiations, mean });
                }
            }
        }
    }
    roles
}

/// The mean of scores; `None` where there are none.
fn mean(scores: &[(Score, u32)]) -> Option<Score> {
    let of = |measure: &dyn Fn(&Score) -> Option<f64>| -> Option<f64> {
        weighted_mean(scores.iter().filter_map(|(score, times)| Some((measure(score)?, *times))).collect())
    };
    Some(Score {
        utility: of(&|score| Some(score.utility))?,
        advantage: of(&|score| Some(score.advantage))?,
        welfare: of(&|score| Some(score.welfare))?,
        agreement: of(&|score| Some(score.agreement))?,
        rounds: of(&|score| Some(score.rounds))?,
        to_frontier: of(&|score| score.to_frontier),
        to_solutions: (0..LANDMARKS.len()).map(|k| of(&|score| score.to_solutions[k])).collect(),
    })
}
