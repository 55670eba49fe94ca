//! Whom each actor challenges: a contest between two as one of them sees it, with everybody else joining a side.

use detente_model::Progress;
use rayon::prelude::*;

use super::utility::worth;
use super::{Spatial, Standing, ThirdParties, Vote};
use crate::Body;
use crate::lanes::sides;
use crate::line::{Line, Spot};

/// What each side of a contest has even if it cares for nothing.
const HARDLY: f64 = 1e-10;
/// How much a challenge must promise to be made.
const WORTH_IT: f64 = 1e-5;

/// What sums of the same numbers in another order may differ by.
const ROUNDED: f64 = 1.0 + 1e-9;
/// So few contests are looked at by one thread.
const ALONE: usize = 16;
/// With so few actors asking all of them takes no longer than bounding what they would say.
const FEW: usize = 128;

/// A challenge that an actor makes.
pub struct Challenge {
    /// Who makes it.
    pub initiator: usize,
    /// Whom it names.
    pub receiver: usize,
    /// What the initiator expects of it, beyond leaving things as they are.
    pub gain: f64,
    /// How likely the initiator thinks it is to win.
    pub victory: f64,
}

/// The challenge of each actor that makes one: the one from which it expects most.
pub fn challenges(
    rules: &Spatial,
    body: &Body,
    positions: &[f64],
    standing: &Standing,
    progress: &Progress,
) -> Vec<Challenge> {
    let attention: Vec<f64> = (0..body.len()).map(|actor| body.attention(actor)).collect();
    let weight: Vec<f64> =
        body.capability().iter().zip(&attention).map(|(capability, s)| capability * s).collect();
    let bounded = matches!(rules.third_parties, ThirdParties::Corrected | ThirdParties::Direct);
    let line = (bounded && body.len() > FEW && rules.on_a_line(body)).then(|| {
        let line = Line::of(positions, &weight, |actor| standing.risk[actor] / 3.0);
        let spots = positions.iter().map(|place| line.spot(*place)).collect();
        (line, spots)
    });
    let line = line.as_ref();
    let best = |by: usize| Seen::by(by, rules, &weight, standing, line).best(&attention, progress);
    if body.len() < 2 * ALONE {
        return (0..body.len()).filter_map(best).collect();
    }
    (0..body.len()).into_par_iter().with_min_len(ALONE).filter_map(best).collect()
}

/// Actors on a line, and where each stands among them.
type OnLine = (Line, Vec<Spot>);

/// The contests of one actor, as it sees them: at what it takes the others' attitudes to risk to be.
struct Seen<'a> {
    by: usize,
    rules: &'a Spatial,
    weight: &'a [f64],
    standing: &'a Standing,
    /// Everybody's attitude to risk as this actor takes it to be: two parts its own and one part theirs.
    risk: Vec<f64>,
    /// What this actor's place is worth to everybody, at those attitudes.
    mine: Vec<f64>,
    /// What everybody's own place is worth to them.
    own: Vec<f64>,
    /// By which what a challenge promises can be bounded before everybody is asked; none where it cannot.
    line: Option<&'a OnLine>,
}

impl<'a> Seen<'a> {
    fn by(
        by: usize,
        rules: &'a Spatial,
        weight: &'a [f64],
        standing: &'a Standing,
        line: Option<&'a OnLine>,
    ) -> Self {
        let risk: Vec<f64> =
            standing.risk.iter().map(|theirs| (2.0 * standing.risk[by] + theirs) / 3.0).collect();
        let mine = standing.distances.of(by).iter().zip(&risk).map(|(d, risk)| worth(*d, *risk)).collect();
        let own =
            risk.iter().enumerate().map(|(k, risk)| worth(standing.distances.of(k)[k], *risk)).collect();
        Self { by, rules, weight, standing, risk, mine, own, line }
    }

    fn best(&self, attention: &[f64], progress: &Progress) -> Option<Challenge> {
        let mut best: Option<Challenge> = None;
        // The two who contend add to their own sides alone.
        let mut thirds = self.weight.to_vec();
        thirds[self.by] = 0.0;
        let mut looked_at = 0;
        let mut look = |receiver: usize, best: &mut Option<Challenge>| {
            looked_at += self.weight.len() as u64;
            thirds[receiver] = 0.0;
            let victory = self.victory(receiver, &thirds);
            thirds[receiver] = self.weight[receiver];
            let gain = self.gain(receiver, victory, attention[receiver]);
            let better = |best: &Challenge| gain > best.gain || gain >= best.gain && receiver < best.receiver;
            if best.as_ref().is_none_or(better) {
                *best = Some(Challenge { initiator: self.by, receiver, gain, victory });
            }
        };
        // Nothing is gained beyond what the other's place is worse than one's own. What a contest as likely won as lost would promise says well enough with whom to begin; the rest are looked
        // at if they could promise as much.
        let apart = |receiver: usize| self.own[self.by] - self.theirs(receiver);
        let others = || (0..self.weight.len()).filter(|receiver| *receiver != self.by);
        let even = |receiver: usize| apart(receiver) * (1.0 - attention[receiver]);
        let likely = others()
            .map(|receiver| (even(receiver), receiver))
            .max_by(|one, other| one.0.total_cmp(&other.0));
        let begun = likely.map(|(_, receiver)| receiver).filter(|receiver| apart(*receiver) > WORTH_IT);
        if let Some(receiver) = begun {
            look(receiver, &mut best);
        }
        let enough = |most: f64, best: &Option<Challenge>| {
            best.as_ref().is_none_or(|best: &Challenge| most * ROUNDED >= best.gain)
        };
        let mut rest: Vec<(f64, usize)> = Vec::new();
        for receiver in others().filter(|receiver| Some(*receiver) != begun) {
            let most = apart(receiver);
            if most <= WORTH_IT || !enough(most, &best) {
                continue;
            }
            let most = self.at_most(receiver, attention[receiver]).unwrap_or(most);
            if enough(most, &best) {
                rest.push((most, receiver));
            }
        }
        rest.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (most, receiver) in rest {
            if !enough(most, &best) {
                break;
            }
            look(receiver, &mut best);
        }
        progress.work(looked_at);
        best.filter(|challenge| challenge.gain > WORTH_IT)
    }

    /// What a challenge promises at the most, from sums over all actors; none where there are no such sums.
    fn at_most(&self, receiver: usize, cares: f64) -> Option<f64> {
        let (line, spots) = self.line?;
        let (here, there) = (&spots[self.by], &spots[receiver]);
        let bold = 2.0 * self.standing.risk[self.by] / 3.0;
        let (join_me, join_them) = if here.at < there.at {
            let [low, high] = line.whole_sides(here, there, bold);
            (low, high)
        } else {
            let [low, high] = line.whole_sides(there, here, bold);
            (high, low)
        };
        // The two who contend are among those who have been summed.
        let (mine, theirs) = self.own_parts(receiver);
        let (join_me, join_them) = (join_me.without(mine - HARDLY), join_them.without(theirs - HARDLY));
        let rounded = line.rounded();
        let (me, them) = match self.rules.third_parties {
            ThirdParties::Direct => (join_me.sum + rounded.0, join_them.sum - rounded.0),
            _ => (join_me.turned(mine + theirs, rounded).1, join_them.turned(mine + theirs, rounded).0),
        };
        let (me, them) = (mine + me.max(0.0), theirs + them.max(0.0));
        Some(self.gain(receiver, me / (me + them), cares))
    }

    /// What the two who contend bring to their own sides.
    fn own_parts(&self, receiver: usize) -> (f64, f64) {
        let (vote, by) = (self.rules.vote, self.by);
        let at_receiver = self.theirs(receiver);
        let mine = HARDLY + vote.of(self.weight[by], self.own[by] - at_receiver).max(0.0);
        let theirs =
            HARDLY + vote.of(self.weight[receiver], self.own[receiver] - self.mine[receiver]).max(0.0);
        (mine, theirs)
    }

    /// How likely this actor thinks it would win against another.
    fn victory(&self, receiver: usize, thirds: &[f64]) -> f64 {
        let (mine, theirs) = self.own_parts(receiver);
        let vote = self.rules.vote;
        // Said apart, so that the loop over actors does not ask how votes are cast.
        let (join_me, join_them) = if vote == Vote::Proportional {
            self.joined(receiver, thirds, (mine, theirs), |weight, apart| weight * apart)
        } else {
            self.joined(receiver, thirds, (mine, theirs), |weight, apart| vote.of(weight, apart))
        };
        let (mine, theirs) = (mine + join_me, theirs + join_them);
        mine / (mine + theirs)
    }

    /// What third parties bring to either side, beside what the two have who contend.
    #[inline]
    fn joined(
        &self,
        receiver: usize,
        thirds: &[f64],
        (mine, theirs): (f64, f64),
        vote: impl Fn(f64, f64) -> f64,
    ) -> (f64, f64) {
        let away = self.standing.distances.of(receiver);
        let (risk, at_mine, own) = (&self.risk[..], &self.mine[..], &self.own[..]);
        match self.rules.third_parties {
            ThirdParties::Direct => sides([thirds, at_mine, away, risk], |[weight, a, away, risk]| {
                vote(weight, a - worth(away, risk))
            }),
            ThirdParties::Ktab => sides([thirds, at_mine, away, risk, own], |[weight, a, away, risk, o]| {
                let b = worth(away, risk);
                let lean = vote(weight, a - b);
                let wins = (mine + lean.max(0.0)) / (mine + theirs + lean.abs());
                let with_me = wins * (2.0 * a + o) + (1.0 - wins) * (3.0 * b);
                let with_them = wins * (3.0 * a) + (1.0 - wins) * (2.0 * b + o);
                vote(weight, with_me - with_them)
            }),
            ThirdParties::Sided => sides([thirds, at_mine, away, risk, own], |[weight, a, away, risk, o]| {
                let b = worth(away, risk);
                let strength = vote(weight, a - b).abs();
                let all = mine + theirs + strength;
                let (joining_me, joining_them) = ((mine + strength) / all, mine / all);
                let with_me = joining_me * (2.0 * a + o) + (1.0 - joining_me) * (3.0 * b);
                let with_them = joining_them * (3.0 * a) + (1.0 - joining_them) * (2.0 * b + o);
                vote(weight, with_me - with_them)
            }),
            ThirdParties::Corrected => sides([thirds, at_mine, away, risk], |[weight, a, away, risk]| {
                let b = worth(away, risk);
                let strength = vote(weight, a - b).abs();
                // Joining a side changes who wins by this much; whoever wins, what a third party gets is the winner's place.
                let turns = strength / (mine + theirs + strength);
                vote(weight, turns * (a - b))
            }),
        }
    }

    /// What the place of another is worth to this actor.
    fn theirs(&self, receiver: usize) -> f64 {
        worth(self.standing.distances.of(receiver)[self.by], self.risk[self.by])
    }

    /// What this actor expects of a challenge beyond leaving things as they are. The other gives way without a contest as far as it does not care.
    fn gain(&self, receiver: usize, victory: f64, cares: f64) -> f64 {
        let (own, theirs) = (self.own[self.by], self.theirs(receiver));
        let (as_it_is, won, lost) = (own + theirs, 2.0 * own, 2.0 * theirs);
        let contest = victory * won + (1.0 - victory) * lost;
        (1.0 - cares) * won + cares * contest - as_it_is
    }
}
