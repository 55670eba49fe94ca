//! The expected-utility model of challenges (Bueno de Mesquita 1984 to 1997), as restated by Scholz, Calbert and Smith (2011).
//!
//! What was published of it leaves choices open, so each is named here ([`Challenge`]) and results are a band over them, never one of them alone. On one issue.

use crate::Body;
use crate::error::CollectiveError;
use crate::line::{Line, Spot};
use crate::models::{middle_of, weighted_median};

/// One reading of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Challenge {
    /// How likely things stay as they are if nobody is challenged: 1 in the early papers, ½ in others.
    pub quiet: f64,
    /// For how many rounds it goes on.
    pub rounds: usize,
    /// Whether attitudes to risk are inferred anew each round, or everybody is neutral.
    pub risk: bool,
}

/// How near two sums are one.
const ALIKE: f64 = 1e-9;

/// The readings of which a band is made: what happens if nobody is challenged, and who is bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reading {
    /// Unchallenged, things stay as they are; attitudes to risk are inferred.
    QuietBold,
    /// Unchallenged, things stay as they are; everybody is neutral.
    QuietNeutral,
    /// Unchallenged, things move as likely as not; attitudes to risk are inferred.
    RestlessBold,
    /// Unchallenged, things move as likely as not; everybody is neutral.
    RestlessNeutral,
}

impl Reading {
    /// The word by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::QuietBold => "challenge",
            Self::QuietNeutral => "challenge-neutral",
            Self::RestlessBold => "challenge-restless",
            Self::RestlessNeutral => "challenge-restless-neutral",
        }
    }

    /// What it comes to.
    pub fn challenge(self) -> Challenge {
        let (quiet, risk) = match self {
            Self::QuietBold => (1.0, true),
            Self::QuietNeutral => (1.0, false),
            Self::RestlessBold => (0.5, true),
            Self::RestlessNeutral => (0.5, false),
        };
        Challenge { quiet, rounds: 10, risk }
    }
}

/// What becomes of an actor that is looked at by another.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Offer {
    Stay,
    To(f64),
}

impl Challenge {
    /// Where everybody stands after each round, as shares of the scale: first where they stand now. Ends early where nobody moves.
    ///
    /// # Errors
    ///
    /// On more than one issue.
    pub fn rounds(&self, body: &Body) -> Result<Vec<Vec<f64>>, CollectiveError> {
        if body.issues() != 1 {
            return Err(CollectiveError::OneIssue {
                question: "the model of challenges",
                issues: body.issues(),
            });
        }
        let salience: Vec<f64> = (0..body.len()).map(|actor| body.salience(actor)[0]).collect();
        let weight: Vec<f64> = body
            .capability()
            .iter()
            .zip(&salience)
            .map(|(capability, salience)| capability * salience)
            .collect();
        let mut rounds = vec![body.positions().to_vec()];
        for _ in 0..self.rounds {
            let at = &rounds[rounds.len() - 1];
            let next = self.round(at, &salience, &weight);
            if next == *at {
                break;
            }
            rounds.push(next);
        }
        Ok(rounds)
    }

    /// Where it ends: the weighted median of the last round, as a share of the scale.
    ///
    /// # Errors
    ///
    /// As [`Self::rounds`].
    pub fn outcome(&self, body: &Body) -> Result<f64, CollectiveError> {
        let rounds = self.rounds(body)?;
        let ended = body.standing_at(&rounds[rounds.len() - 1])?;
        Ok(weighted_median(&ended, 0))
    }

    fn round(&self, at: &[f64], salience: &[f64], weight: &[f64]) -> Vec<f64> {
        let actors = at.len();
        let range = at.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - at.iter().copied().fold(f64::INFINITY, f64::min);
        if range <= 0.0 {
            return at.to_vec();
        }
        let table = Table::of(at, weight, range, self.quiet);
        let neutral = vec![1.0; actors];
        let exponents = if self.risk { exponents(&table.expected(salience, &neutral)) } else { neutral };
        let expected = table.expected(salience, &exponents);
        (0..actors)
            .map(|i| {
                let offers = (0..actors)
                    .filter(|j| *j != i)
                    .map(|j| offer(at[i], at[j], expected[i * actors + j], expected[j * actors + i]));
                let moves = offers.filter_map(|offer| match offer {
                    Offer::To(place) => Some(place),
                    Offer::Stay => None,
                });
                let apart: Vec<f64> = moves.map(|place| place - at[i]).collect();
                let nearest = apart.iter().copied().map(f64::abs).fold(f64::INFINITY, f64::min);
                // As far to either side: who is drawn both ways stays.
                let ways = |side: f64| {
                    apart.iter().any(|apart| apart * side >= 0.0 && apart.abs() <= nearest + ALIKE)
                };
                match (ways(-1.0), ways(1.0)) {
                    (true, false) => at[i] - nearest,
                    (false, true) => at[i] + nearest,
                    _ => at[i],
                }
            })
            .collect()
    }
}

/// What an actor at `mine` is led to by another at `theirs`, if it expects `ij` of challenging the other, and the other `ji` of challenging it.
fn offer(mine: f64, theirs: f64, ij: f64, ji: f64) -> Offer {
    // Sums of the same numbers in another order differ by so much; what is expected is as good as nothing then.
    let told = |expected: f64| if expected.abs() <= ALIKE { 0.0 } else { expected };
    let (ij, ji) = (told(ij), told(ji));
    if ji <= 0.0 {
        return Offer::Stay;
    }
    if ij > 0.0 {
        // Both challenge: the one who expects less gives way.
        return if ji > ij + ALIKE { Offer::To(theirs) } else { Offer::Stay };
    }
    if ji > -ij + ALIKE {
        return Offer::To(mine + (theirs - mine) * (ij / ji).abs());
    }
    if ij < 0.0 { Offer::To(theirs) } else { Offer::Stay }
}

/// The exponents of worths by which bold actors (below 1) and careful ones (above) see success and failure; 2 at most and ½ at least.
fn exponents(expected: &[f64]) -> Vec<f64> {
    let actors = expected.len().isqrt();
    let threat =
        |i: usize| -> f64 { (0..actors).filter(|j| *j != i).map(|j| expected[j * actors + i]).sum() };
    let threats: Vec<f64> = (0..actors).map(threat).collect();
    let most = threats.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let least = threats.iter().copied().fold(f64::INFINITY, f64::min);
    if most - least <= 1e-12 * most.abs().max(least.abs()).max(1.0) {
        return vec![1.0; actors];
    }
    let one = |threat: &f64| {
        let risk = (2.0 * threat - most - least) / (most - least);
        (1.0 - risk / 3.0) / (1.0 + risk / 3.0)
    };
    threats.iter().map(one).collect()
}

/// What does not hang on attitudes to risk: who wins against whom, and how far apart they are.
struct Table<'a> {
    at: &'a [f64],
    range: f64,
    quiet: f64,
    /// The place that wins against every other in a vote: with likes that fall with distance on a line, that of the weighted median.
    middle: f64,
    /// How likely i wins against j.
    wins: Vec<f64>,
}

impl<'a> Table<'a> {
    fn of(at: &'a [f64], weight: &[f64], range: f64, quiet: f64) -> Self {
        let actors = at.len();
        let mut wins = vec![0.5; actors * actors];
        // Everybody votes for the nearer of two places, by its weight and by how much nearer it is.
        let line = Line::of(at, weight, |_| 0.0);
        let spots: Vec<Spot> = at.iter().map(|place| line.spot(*place)).collect();
        for i in 0..actors {
            for j in 0..actors {
                if at[i] >= at[j] {
                    continue;
                }
                let (mine, theirs) = line.sides(&spots[i], &spots[j], 0.0);
                if mine + theirs > 0.0 {
                    wins[i * actors + j] = mine / (mine + theirs);
                    wins[j * actors + i] = theirs / (mine + theirs);
                }
            }
        }
        let middle = middle_of(at.iter().copied().zip(weight.iter().copied()).collect()).unwrap_or(at[0]);
        Self { at, range, quiet, middle, wins }
    }

    /// What each expects of challenging each other: row i, column j.
    fn expected(&self, salience: &[f64], exponents: &[f64]) -> Vec<f64> {
        let actors = self.at.len();
        let mut expected = vec![0.0; actors * actors];
        for i in 0..actors {
            let exponent = exponents[i];
            let worth = |share: f64| {
                let share = share.max(0.0);
                2.0 - 4.0 * if exponent == 1.0 { share } else { share.powf(exponent) }
            };
            let as_it_is = worth(0.5);
            let to_middle = (self.at[i] - self.middle).abs() / self.range;
            for j in (0..actors).filter(|j| *j != i) {
                let apart = (self.at[i] - self.at[j]).abs() / self.range;
                let (success, failure) = (worth(0.5 - 0.5 * apart), worth(0.5 + 0.5 * apart));
                // Left to itself the other drifts to the middle; that is better for i where the middle is nearer.
                let better = || worth(0.5 - 0.25 * (to_middle + apart));
                let worse = || worth(0.5 + 0.25 * (to_middle + apart));
                let drift = if self.quiet >= 1.0 {
                    0.0
                } else if to_middle < apart {
                    better()
                } else if to_middle > apart {
                    worse()
                } else {
                    f64::midpoint(better(), worse())
                };
                let wins = self.wins[i * actors + j];
                let challenge =
                    salience[j] * (wins * success + (1.0 - wins) * failure) + (1.0 - salience[j]) * success;
                expected[i * actors + j] = challenge - self.quiet * as_it_is - (1.0 - self.quiet) * drift;
            }
        }
        expected
    }
}
