//! `tournament`: every way to bargain against every other, on every scenario, in every role.

use detente_deals::SOLUTION_CONCEPTS;
use detente_talks::tournament::{EmpiricalGame, MeanWithin, Standing};
use serde::Serialize;

use super::{ByName, figures::Interval};
use crate::compose::tournament::PlayedOut;

/// What `detente tournament SCENARIO… --strategies WAY,… --json` prints. Ways to bargain go by their names; every list of values over ways follows
/// `tournament.ways`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TournamentAnswer {
    /// What was held.
    pub tournament: TournamentHeld,
    /// How each way did, the one that gained most first. Means are taken within each pair of scenario and party first and then over these pairs.
    pub standings: Vec<WayStanding>,
    /// Who is better than whom by more than luck of the scenarios.
    pub comparisons: WaysCompared,
    /// How each way did in each role.
    pub roles: Vec<WayInRole>,
    /// Row i, column j: the mean advantage of way i when way j is at the table too; null where they never met.
    pub payoffs: Vec<Vec<Option<f64>>>,
    /// What the theory of games says of these payoffs, as a symmetric game of two; null without self-play, where nobody knows what a way gets against itself.
    pub game: Option<GameOfWays>,
}

/// What was held in a tournament.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TournamentHeld {
    /// The ways to bargain, in the order in which they were named.
    pub ways: Vec<String>,
    /// The scenarios, in the order in which they were named.
    pub scenarios: Vec<TournamentScenario>,
    /// Who may speak when: `alternating offers`, `simultaneous offers` or `TAU`.
    pub protocol: &'static str,
    /// After how many rounds talks are over.
    pub rounds: u32,
    /// How often each negotiation counts.
    pub repetitions: u32,
    /// The seed of all chance.
    pub seed: u64,
    /// Whether a way also met itself.
    pub self_play: bool,
    /// How many negotiations were held. Those in which nobody draws chance were held once, whatever `repetitions` says.
    pub negotiations: u64,
}

/// A scenario of a tournament.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TournamentScenario {
    /// Its name, from its file or folder.
    pub name: String,
    /// Its parties.
    pub parties: Vec<String>,
    /// How many packages can be put together before any is ruled out, as digits.
    pub packages: String,
    /// How many points its frontier has; null where that is not known.
    pub frontier: Option<usize>,
    /// Why the frontier is not known; null where it is.
    pub frontier_not_known: Option<String>,
    /// Whether no package is acceptable to all, so that there are no bargaining solutions; null where that is not known.
    pub no_zone: Option<bool>,
}

/// A mean over pairs of scenario and party.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MeanOverRoles {
    /// The mean.
    pub mean: f64,
    /// Its 95 % interval if these pairs are a sample of such pairs (Student's t); null for a single pair.
    pub interval: Option<Interval>,
}

impl From<MeanWithin> for MeanOverRoles {
    fn from(within: MeanWithin) -> Self {
        Self { mean: within.mean, interval: within.interval.map(|(low, high)| [low, high]) }
    }
}

/// How a way to bargain did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WayStanding {
    /// The way.
    pub way: String,
    /// Its advantage: the share of what could be gained over no deal that it gained; 0 without an agreement, 1 with its party's best package.
    pub advantage: MeanOverRoles,
    /// What it got, on the scales of its parties.
    pub utility: MeanOverRoles,
    /// What all at its tables got, on average, each on their own scale.
    pub welfare: MeanOverRoles,
    /// The share of its negotiations that ended in an agreement.
    pub agreement: MeanOverRoles,
    /// In how many rounds they ended.
    pub rounds: MeanOverRoles,
    /// How far from the nearest point of the `frontier` over all packages, and from each bargaining solution, they ended: the distance of values as a share of the diagonal of the
    /// box that values lie in; without an agreement from what no deal is worth. Null where that is known on no scenario.
    pub distances: ByName<Option<MeanOverRoles>>,
    /// How many seconds a negotiation took in which it sat. Only with `--timed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
}

/// Ways to bargain compared in pairs, on the mean advantage in each pair of scenario and party.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WaysCompared {
    /// The test: that of Fisher (1935), which changes the signs of paired differences.
    pub test: &'static str,
    /// On how many pairs of scenario and party.
    pub on: usize,
    /// Whether every way to change signs was looked at; if not, 20,000 were drawn.
    pub exact: bool,
    /// The correction for many comparisons: that of Holm (1979).
    pub correction: &'static str,
    /// Every pair of ways, the clearest first.
    pub pairs: Vec<TwoWaysCompared>,
}

/// Two ways to bargain compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TwoWaysCompared {
    /// The one with the larger mean advantage.
    pub better: String,
    /// The other.
    pub worse: String,
    /// By how much.
    pub difference: f64,
    /// The share of ways to change signs that give a difference as large.
    pub p: f64,
    /// The same, corrected.
    pub p_corrected: f64,
}

/// How a way did as one party of one scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WayInRole {
    /// The scenario.
    pub scenario: String,
    /// The party.
    pub party: String,
    /// The way.
    pub way: String,
    /// As how many negotiations it counts.
    pub negotiations: u64,
    /// Its mean advantage.
    pub advantage: f64,
    /// What it got, on average.
    pub utility: f64,
    /// What all at its tables got, on average.
    pub welfare: f64,
    /// The share of its negotiations that ended in an agreement.
    pub agreement: f64,
    /// In how many rounds they ended, on average.
    pub rounds: f64,
    /// How far from the frontier and from each bargaining solution they ended, on average; null where that is not known.
    pub distances: ByName<Option<f64>>,
}

/// The empirical game of ways to bargain.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GameOfWays {
    /// Ways that are best replies to themselves: pure symmetric Nash equilibria.
    pub pure_equilibria: Vec<String>,
    /// All symmetric Nash equilibria, pure and mixed; where ties make whole sets of them, the corners of these sets. Null where they were not looked for.
    pub equilibria: Option<Vec<EquilibriumOfWays>>,
    /// Pairs of `equilibria`, by place from 0, of which every mix is one too. Null where they were not looked for.
    pub joined: Option<Vec<[usize; 2]>>,
    /// Why mixed equilibria, or the Nash average, were not looked for; null where they were.
    pub not_looked_for: Option<String>,
    /// Ways that are left when strictly dominated ones are struck, again and again.
    pub undominated: Vec<String>,
    /// The order in which ways are left over when the one with the least mean payoff against those left goes, again and again; the last one left first.
    pub last_standing: Vec<String>,
    /// By how much the best way betters an even mix against an even mix.
    pub regret_of_even_mix: f64,
    /// Replicator dynamics: what becomes of a crowd in which what does better than the average spreads.
    pub replicator: ReplicatorOfWays,
    /// α-rank: which ways a crowd is found at that imitates success and seldom tries something new.
    pub alpha_rank: AlphaRankOfWays,
    /// Nash averaging: how good ways are against opponents that are worth meeting. Null where it was not looked for.
    pub nash_average: Option<NashAverageOfWays>,
    /// To each way the best replies, several where they tie.
    pub best_replies: ByName<Vec<String>>,
    /// Sets of ways of which each leads back to itself by best replies through the others.
    pub best_reply_cycles: Vec<Vec<String>>,
    /// The deviation graph: where two end up who choose again in turn.
    pub deviations: DeviationsOfWays,
}

/// A symmetric equilibrium.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EquilibriumOfWays {
    /// The shares of the ways that are played.
    pub mix: ByName<f64>,
    /// The advantage of everybody.
    pub value: f64,
}

/// Paths of the replicator dynamics.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReplicatorOfWays {
    /// At which times shares are told; in one unit the largest difference of payoffs multiplies a small share by e.
    pub times: Vec<usize>,
    /// From an even crowd, and from one for each way that most follow at first.
    pub paths: Vec<ReplicatorPath>,
}

/// One path of the replicator dynamics.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReplicatorPath {
    /// The way that nine tenths follow at first; null for an even start.
    pub mostly: Option<String>,
    /// At each time the share of each way.
    pub shares: Vec<Vec<f64>>,
}

/// The α-rank.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlphaRankOfWays {
    /// How large the crowd is.
    pub crowd: u32,
    /// The mass of each way in the end.
    pub mass: ByName<f64>,
    /// The ways by mass, the largest first; those of one mass together.
    pub places: Vec<Vec<String>>,
    /// Whether the masses no longer change as α rises.
    pub rests: bool,
    /// The masses at each α.
    pub sweep: Vec<AlphaRankAt>,
}

/// The masses at one intensity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlphaRankAt {
    /// α, in units of one over the range of the payoffs.
    pub alpha: f64,
    /// The mass of each way.
    pub mass: Vec<f64>,
}

/// The Nash average.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct NashAverageOfWays {
    /// The weight of each way as an opponent: the most even equilibrium of the game for the difference of payoffs.
    pub weights: ByName<f64>,
    /// The skill of each way: how far its payoff lies above its opponent's, against opponents so weighed. 0 is the most that is possible.
    pub skill: ByName<f64>,
}

/// The deviation graph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DeviationsOfWays {
    /// What two can follow, whoever follows which.
    pub profiles: Vec<[String; 2]>,
    /// From each profile, by place from 0, where the change leads by which the one who changes gains most; several where they tie, none in equilibrium.
    pub to: Vec<Vec<usize>>,
    /// Where such changes end.
    pub ends: Vec<DeviationsEnd>,
}

/// Profiles that changes do not leave again.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DeviationsEnd {
    /// The profiles, by place from 0: one if it is an equilibrium, several if changes go round for ever.
    pub profiles: Vec<usize>,
    /// The share of profiles from which changes can lead here.
    pub basin: f64,
}

/// Times of the replicator dynamics lie so far apart in the answer.
const EVERY: usize = 5;

impl TournamentAnswer {
    /// The answer that a tournament is.
    pub fn of(found: &PlayedOut) -> Self {
        let PlayedOut { tournament, results, game } = found;
        let rules = tournament.rules();
        let way = |contender: usize| found.way(contender).to_owned();
        let scenarios = tournament.arenas().iter().map(|arena| TournamentScenario {
            name: arena.name.clone(),
            parties: arena.scenario.parties().iter().map(|party| party.name.clone()).collect(),
            packages: arena.scenario.layout().packages().to_string(),
            frontier: arena.landmarks.frontier.as_ref().ok().map(Vec::len),
            frontier_not_known: arena.landmarks.frontier.as_ref().err().cloned(),
            no_zone: arena.landmarks.no_zone,
        });
        let pairs = results.significance.comparisons.iter().map(|one| TwoWaysCompared {
            better: way(one.better),
            worse: way(one.worse),
            difference: one.difference,
            p: one.p,
            p_corrected: one.p_holm,
        });
        let roles = results.roles.iter().map(|role| {
            let arena = &tournament.arenas()[role.arena];
            WayInRole {
                scenario: arena.name.clone(),
                party: arena.scenario.parties()[role.party].name.clone(),
                way: way(role.contender),
                negotiations: role.negotiations,
                advantage: role.mean.advantage,
                utility: role.mean.utility,
                welfare: role.mean.welfare,
                agreement: role.mean.agreement,
                rounds: role.mean.rounds,
                distances: distances(role.mean.to_frontier, &role.mean.to_solutions),
            }
        });
        Self {
            tournament: TournamentHeld {
                ways: (0..tournament.contenders().len()).map(way).collect(),
                scenarios: scenarios.collect(),
                protocol: rules.protocol.name(),
                rounds: rules.rounds,
                repetitions: rules.repetitions,
                seed: rules.seed,
                self_play: rules.self_play,
                negotiations: tournament.pairings().len() as u64,
            },
            standings: results.standings.iter().map(WayStanding::of).collect(),
            comparisons: WaysCompared {
                test: "signs of paired differences changed",
                on: results.significance.units,
                exact: results.significance.exact,
                correction: "Holm",
                pairs: pairs.collect(),
            },
            roles: roles.collect(),
            payoffs: results.payoffs.clone(),
            game: game.as_ref().map(|game| GameOfWays::of(game, found)),
        }
    }
}

/// Distances by the names of what they lead to.
fn distances<T>(to_frontier: Option<T>, to_solutions: &[Option<T>]) -> ByName<Option<T>>
where
    T: Clone,
{
    let solutions = SOLUTION_CONCEPTS.iter().zip(to_solutions);
    let solutions = solutions.map(|(concept, to)| (concept.key.to_owned(), to.clone()));
    std::iter::once(("frontier".to_owned(), to_frontier)).chain(solutions).collect()
}

impl WayStanding {
    fn of(standing: &Standing) -> Self {
        let told = distances(standing.to_frontier, &standing.to_solutions);
        Self {
            way: standing.name.clone(),
            advantage: standing.advantage.into(),
            utility: standing.utility.into(),
            welfare: standing.welfare.into(),
            agreement: standing.agreement.into(),
            rounds: standing.rounds.into(),
            distances: told.into_iter().map(|(to, within)| (to, within.map(MeanOverRoles::from))).collect(),
            seconds: standing.seconds,
        }
    }
}

impl GameOfWays {
    fn of(game: &EmpiricalGame, found: &PlayedOut) -> Self {
        let way = |contender: usize| found.way(contender).to_owned();
        let ways = |places: &[usize]| -> Vec<String> { places.iter().map(|place| way(*place)).collect() };
        let by_way = |values: &[f64]| -> ByName<f64> {
            values.iter().enumerate().map(|(contender, value)| (way(contender), *value)).collect()
        };
        let played = |mix: &[f64]| -> ByName<f64> {
            by_way(mix).into_iter().filter(|(_, share)| *share > 0.0).collect()
        };
        let equilibria = game.equilibria.as_ref().ok();
        let average = game.nash_average.as_ref();
        let path = |trajectory: &detente_talks::tournament::Trajectory| ReplicatorPath {
            mostly: trajectory.mostly.map(way),
            shares: trajectory.path.iter().step_by(EVERY).cloned().collect(),
        };
        let steps = game.trajectories.first().map_or(0, |trajectory| trajectory.path.len());
        let why = game.equilibria.as_ref().err().or_else(|| average.err());
        Self {
            pure_equilibria: ways(&game.pure),
            equilibria: equilibria.map(|found| {
                let one = found.list.iter();
                one.map(|one| EquilibriumOfWays { mix: played(&one.mix), value: one.value }).collect()
            }),
            joined: equilibria.map(|found| found.joined.iter().map(|(a, b)| [*a, *b]).collect()),
            not_looked_for: why.map(ToString::to_string),
            undominated: ways(&game.survivors),
            last_standing: game.last_standing.iter().map(|(place, _)| way(*place)).collect(),
            regret_of_even_mix: game.regret_of_even,
            replicator: ReplicatorOfWays {
                times: (0..steps).step_by(EVERY).collect(),
                paths: game.trajectories.iter().map(path).collect(),
            },
            alpha_rank: AlphaRankOfWays {
                crowd: game.alpha_rank.crowd(),
                mass: by_way(game.alpha_rank.mass()),
                places: game.alpha_rank.places().iter().map(|place| ways(place)).collect(),
                rests: game.alpha_rank.rests,
                sweep: game
                    .alpha_rank
                    .sweep
                    .iter()
                    .map(|at| AlphaRankAt { alpha: at.alpha, mass: at.mass.clone() })
                    .collect(),
            },
            nash_average: average.ok().map(|average| NashAverageOfWays {
                weights: by_way(&average.weights),
                skill: by_way(&average.skill),
            }),
            best_replies: game
                .replies
                .to
                .iter()
                .enumerate()
                .map(|(to, best)| (way(to), ways(best)))
                .collect(),
            best_reply_cycles: game.replies.cycles.iter().map(|cycle| ways(cycle)).collect(),
            deviations: DeviationsOfWays {
                profiles: game.deviations.profiles.iter().map(|(a, b)| [way(*a), way(*b)]).collect(),
                to: game.deviations.to.clone(),
                ends: game
                    .deviations
                    .ends
                    .iter()
                    .map(|end| DeviationsEnd { profiles: end.profiles.clone(), basin: end.basin })
                    .collect(),
            },
        }
    }
}
