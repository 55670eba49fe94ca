//! Bargaining in space: actors challenge whom they expect to move, settle for something in between, and do so turn by turn until nobody moves any more.
//!
//! The model is that of the program KTAB, version 1.4, in its default form (Wise, Lester and Efird 2015, after Bueno de Mesquita), restated:
//!
//! 1. Each actor has a worth for each place: `utility`, with an attitude to risk that is inferred from how likely its own place carries the day.
//! 2. In each pair of actors, each looks at the contest as it sees it: who would join whom, and which side would win (`contests`). It challenges the one from whom it
//!    expects most, if anything.
//! 3. A challenge is a proposal in between, nearer to the one who cares more and is likelier to win (`bargains`).
//! 4. Everybody votes on what each actor should do of what it was offered, and on staying where it is (`condorcet`); the likeliest is done.
//!
//! In that program a third party can vote against the side on whose very place it stands, since its vote supposes the same chance of winning whichever side it joins.
//! [`ThirdParties::Ktab`] keeps that, to reproduce its results; [`ThirdParties::Corrected`], the default, lets the chance hang on the side joined, and counts what a third
//! party gets as the place that wins: then nobody ever strengthens the side it likes less.

mod bargains;
mod condorcet;
mod contests;
mod utility;

use detente_model::Progress;

pub use bargains::Bargain;

use crate::error::CollectiveError;
use crate::line::Line;
use crate::{Body, limits};
use utility::Places;

/// How third parties weigh which side of a contest to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThirdParties {
    /// By what joining either side changes about who wins.
    #[default]
    Corrected,
    /// As KTAB 1.4 computes it: with the same chance of winning whichever side is joined, and keeping a third of one's own place if the side that was joined wins.
    Ktab,
    /// The same with the chance of winning by the side that is joined. Whoever is weak beside both sides still follows the likelier winner, even against the side on whose place it stands.
    Sided,
    /// By how much better they like the one place than the other, whatever the chances.
    Direct,
}

/// How much of an actor's weight is cast for a place that it likes better by so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Vote {
    /// In proportion to the difference.
    #[default]
    Proportional,
    /// All of it, however small the difference.
    Binary,
    /// By the cube of the difference: hardly any for small ones.
    Cubic,
    /// Half of it in proportion, half of it whole.
    Mixed,
    /// In proportion, and a third less for a gain than against a loss.
    Asymmetric,
}

impl Vote {
    /// The vote that somebody with a weight casts, who likes one place better than another by `apart`: above 0 for the one, below 0 for the other.
    #[inline]
    pub fn of(self, weight: f64, apart: f64) -> f64 {
        let whole = (apart / 1e-8).clamp(-1.0, 1.0);
        match self {
            Self::Proportional => weight * apart,
            Self::Binary => weight * whole,
            Self::Cubic => weight * apart * apart * apart,
            Self::Mixed => weight * f64::midpoint(apart, whole),
            Self::Asymmetric => weight * if apart < 0.0 { apart } else { apart * 2.0 / 3.0 },
        }
    }
}

/// How the bargaining goes.
///
/// ```
/// use detente_collective::Body;
/// use detente_collective::spatial::Spatial;
///
/// // Three of like weight, to whom it matters alike; positions and saliences are shares of the scale.
/// let mut body = Body::over(1);
/// body.actor("North", 10.0, [(0.0, 0.6)]).actor("East", 10.0, [(0.4, 0.6)]).actor("South", 10.0, [(1.0, 0.6)]);
/// let course = Spatial::default().hold(&body.build()?)?;
/// let last = course.turns.last().expect("the first is where they stand");
/// assert!(last.positions.iter().all(|place| (0.0..=1.0).contains(place)));
/// # Ok::<(), detente_collective::CollectiveError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spatial {
    /// How third parties join contests.
    pub third_parties: ThirdParties,
    /// How votes are cast.
    pub vote: Vote,
    /// To which power the strength of a side counts: 1, 2, 4 or 8; the higher, the surer the stronger side wins.
    pub power: i32,
    /// After how many turns it ends at the latest.
    pub turns: usize,
}

impl Default for Spatial {
    fn default() -> Self {
        Self { third_parties: ThirdParties::default(), vote: Vote::default(), power: 1, turns: limits::TURNS }
    }
}

/// How the bargaining went.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Where everybody stood, first before the first turn and then after each.
    pub turns: Vec<Turn>,
    /// Whether it settled; otherwise it was ended at [`Spatial::turns`].
    pub settled: bool,
}

/// One moment of the bargaining.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Where each actor stands: a row for each, a share of the scale for each issue.
    pub positions: Vec<f64>,
    /// Each actor's attitude to risk, −½ (careful) to 1 (bold), as inferred from how its place does in a vote.
    pub risk: Vec<f64>,
    /// How likely each actor's place carries the day, taken by itself. Actors who stand on the same place share its chance.
    pub probability: Vec<f64>,
    /// The challenges made from here, none at the end.
    pub bargains: Vec<Bargain>,
}

/// How near two places are one, when it is asked which place carries the day: a thousandth of the scale.
const SAME: f64 = 1e-3;
/// By which share chances may differ and still be alike: products of the same numbers in another order do.
const ALIKE: f64 = 1e-11;
/// The share of the first turn's movement below which nobody moves any more.
const STILL: f64 = 0.02;

impl Spatial {
    /// The form that reproduces the results of KTAB 1.4.
    pub fn ktab() -> Self {
        Self { third_parties: ThirdParties::Ktab, ..Self::default() }
    }

    /// Holds the bargaining.
    ///
    /// # Errors
    ///
    /// Where somebody's saliences add up to more than one attention.
    pub fn hold(&self, body: &Body) -> Result<Course, CollectiveError> {
        self.hold_watched(body, &Progress::default())
    }

    /// Holds the bargaining, and says how far it is; it can be cancelled.
    ///
    /// # Errors
    ///
    /// As [`Self::hold`].
    pub fn hold_watched(&self, body: &Body, progress: &Progress) -> Result<Course, CollectiveError> {
        self.held(body, progress, true)
    }

    /// Only who moves where: the same, without the chances of places, on which no move hangs ([`Turn::probability`] is empty).
    ///
    /// # Errors
    ///
    /// As [`Self::hold`].
    pub fn moves(&self, body: &Body, progress: &Progress) -> Result<Course, CollectiveError> {
        self.held(body, progress, false)
    }

    fn held(&self, body: &Body, progress: &Progress, chances: bool) -> Result<Course, CollectiveError> {
        for actor in 0..body.len() {
            let attention = body.attention(actor);
            if attention > 1.0 + 1e-9 {
                return Err(CollectiveError::Attention { actor: body.names()[actor].clone(), attention });
            }
        }
        // Shares of all there is, so that its unit does not matter; that program takes the numbers as they are.
        let shares;
        let body = match self.third_parties {
            ThirdParties::Ktab => body,
            ThirdParties::Sided | ThirdParties::Corrected | ThirdParties::Direct => {
                shares = body.in_shares();
                &shares
            }
        };
        let mut turns = Vec::new();
        let mut positions = body.positions().to_vec();
        let mut first_move = None;
        loop {
            let standing = self.standing(body, &positions, progress, chances);
            let mut turn = Turn {
                positions: positions.clone(),
                risk: standing.risk.clone(),
                probability: standing.probability.clone(),
                bargains: Vec::new(),
            };
            let made = turns.len();
            let settled = first_move
                .is_some_and(|(first, last): (f64, f64)| made >= 2 && last < STILL * (first + 1e-4));
            if settled || made >= self.turns || body.len() == 1 {
                turns.push(turn);
                return Ok(Course { turns, settled: settled || body.len() == 1 });
            }
            let challenges = contests::challenges(self, body, &positions, &standing, progress);
            turn.bargains = bargains::offers(body, &positions, &challenges);
            let next = bargains::choices(self, body, &standing, &positions, &mut turn.bargains, progress);
            let moved: f64 = next.iter().zip(&positions).map(|(to, from)| (to - from).abs()).sum();
            first_move = Some((first_move.map_or(moved, |(first, _)| first), moved));
            positions = next;
            turns.push(turn);
        }
    }

    /// What everybody makes of where all stand.
    fn standing(&self, body: &Body, positions: &[f64], progress: &Progress, told: bool) -> Standing {
        let distances = Places::distances(body, positions, positions);
        let capability = body.capability();
        let on_a_line = self.on_a_line(body);
        let chances = if on_a_line {
            condorcet::chances_on(&Line::of(positions, capability, |_| 0.0), positions, self.power, progress)
        } else {
            let neutral = distances.worths(&vec![0.0; body.len()]);
            condorcet::chances(&neutral, capability, self.vote, self.power, progress)
        };
        let risk = risk(&chances);
        let worths = distances.worths(&risk);
        if !told {
            return Standing { distances, worths, risk, probability: Vec::new() };
        }
        let (places, at) = distinct(positions, body.issues());
        let of_place = if on_a_line {
            let line = Line::of(positions, capability, |actor| risk[actor]);
            condorcet::chances_on(&line, &places, self.power, progress)
        } else {
            let of_places = Places::distances(body, positions, &places).worths(&risk);
            condorcet::chances(&of_places, capability, self.vote, self.power, progress)
        };
        let probability = at.iter().map(|place| of_place[*place]).collect();
        Standing { distances, worths, risk, probability }
    }

    /// Whether sums over all actors need not be taken one by one ([`crate::line`]).
    fn on_a_line(&self, body: &Body) -> bool {
        body.issues() == 1 && self.vote == Vote::Proportional
    }
}

/// What everybody makes of where all stand at the beginning of a turn.
struct Standing {
    /// How far each actor's place is from each actor's ideal.
    distances: Places,
    /// How much each actor's place is worth to each actor.
    worths: Places,
    risk: Vec<f64>,
    probability: Vec<f64>,
}

/// The attitude to risk that follows from how likely one's own place carries the day: the likeliest is bold (1), the least likely careful (−½). Where all are as likely, nobody is either.
fn risk(chances: &[f64]) -> Vec<f64> {
    let most = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let least = chances.iter().copied().fold(f64::INFINITY, f64::min);
    if most - least <= ALIKE * most {
        return vec![0.0; chances.len()];
    }
    chances.iter().map(|chance| (3.0 * chance - most - 2.0 * least) / (2.0 * (most - least))).collect()
}

/// The places on which somebody stands, without those that are nearly one before them, and on which of them each actor stands: on the last that is near, where more than one is.
fn distinct(positions: &[f64], issues: usize) -> (Vec<f64>, Vec<usize>) {
    let near = |one: &[f64], other: &[f64]| {
        one.iter().zip(other).map(|(one, other)| (one - other) * (one - other)).sum::<f64>().sqrt() < SAME
    };
    let mut places: Vec<f64> = Vec::new();
    for place in positions.chunks_exact(issues) {
        if !places.chunks_exact(issues).any(|known| near(known, place)) {
            places.extend_from_slice(place);
        }
    }
    let on = |place: &[f64]| places.chunks_exact(issues).rposition(|known| near(known, place)).unwrap_or(0);
    let at = positions.chunks_exact(issues).map(on).collect();
    (places, at)
}
