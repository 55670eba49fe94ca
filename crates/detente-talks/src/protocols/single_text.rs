//! A mediator's single text (Fisher 1978; Klein, Faratin, Sayama & Bar-Yam 2003).
//!
//! The mediator puts one text before all, changes one issue of it at a time, and keeps a change if they agree to it. *Hill climbers* agree to what is not worse
//! for them than the text as it stands; *annealers* agree to worse ones with a probability that falls with the loss and with time. Where some climb and
//! some anneal, climbers do better at the others' cost; so the mediator can anneal instead: parties say how strongly they are for or against a change, and it
//! keeps changes on balance, against some of them at first and less and less so.
//!
//! Whatever text it is that stood last, all that comes of it is what nobody would rather do without: a text that is worse for somebody than no
//! deal is not signed. The mediator keeps in mind the last text that all would have signed, and falls back on that.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use crate::{Answer, End, Moment, Negotiator, Offer, Wants, chance_of};

/// How a party judges a change of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Voter {
    /// It agrees to what is not worse for it.
    Climber,
    /// It agrees to a loss with probability e^(−loss/T), where T falls evenly to 0 from this share of its range.
    Annealer {
        /// T at the beginning, as a share of its range.
        heat: f64,
    },
}

/// When the mediator keeps a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Keeps {
    /// When all agree to it.
    Unanimous,
    /// With probability min(1, e^(Σ/T)) where Σ sums the votes, 1 strongly for, 0 weakly for, −1 weakly against, −2 strongly against, and T falls
    /// evenly to 0 from this. Parties vote as they are, whoever they are.
    OnBalance {
        /// T at the beginning.
        heat: f64,
        /// From which change of worth on a vote is a strong one, as a share of a party's range.
        strong: f64,
    },
}

/// What became of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The text that stood last.
    pub last: Offer,
    /// What all sign: the last text, or the last before it that nobody would rather do without; `None` if there was none.
    pub signed: Option<Offer>,
    /// In how many rounds the text was changed.
    pub changed: u32,
}

/// How the mediator works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mediation {
    /// How many changes are put to the parties.
    pub rounds: u32,
    /// When one is kept.
    pub keeps: Keeps,
    /// Where the mediator's ideas come from.
    pub seed: u64,
}

/// Mediates by a single text, from a text to begin with or, without one, from one that the seed draws. `wants` and `voters` go together. Only texts that can be
/// put together are proposed. What stands after each round is shown to `watch`.
///
/// ```
/// use detente_talks::Scenario;
/// use detente_talks::protocols::single_text::{Keeps, Mediation, Voter, hold};
///
/// let mut talks = Scenario::over([5, 5]);
/// let (up, down) = ([0.0, 0.1, 0.2, 0.3, 0.5], [0.5, 0.4, 0.3, 0.2, 0.0]);
/// talks.party("north", 0.2, [up, up]).party("south", 0.2, [up, down]);
/// let talks = talks.build()?;
/// let mediation = Mediation { rounds: 200, keeps: Keeps::Unanimous, seed: 1 };
/// let text = hold(&talks.wants(), &[Voter::Climber; 2], &mediation, None, |_| ());
/// let signed = text.signed.expect("both want the first issue high");
/// assert_eq!(talks.layout().option(&signed, 0), 4);
/// # Ok::<(), detente_talks::TalksError>(())
/// ```
pub fn hold(
    wants: &[Wants<'_>],
    voters: &[Voter],
    mediation: &Mediation,
    begin: Option<Offer>,
    mut watch: impl FnMut(&Offer),
) -> Text {
    let seats = wants.len().min(voters.len());
    let (wants, voters) = (&wants[..seats], &voters[..seats]);
    let mut mediator = chance_of(mediation.seed, seats);
    let mut minds: Vec<ChaCha8Rng> = (0..seats).map(|seat| chance_of(mediation.seed, seat)).collect();
    let Some(first) = wants.first() else {
        return Text { last: Offer::default(), signed: None, changed: 0 };
    };
    let possible = |text: &Offer| first.bids.can_be(text);
    let drawn = |chance: &mut ChaCha8Rng| first.bids.drawn(f64::NEG_INFINITY, chance);
    let begin = begin.filter(possible).or_else(|| drawn(&mut mediator)).unwrap_or_default();
    let signs = |text: &Offer| wants.iter().all(|wants| wants.worth(text) >= wants.no_deal);
    let mut text = begin;
    let mut signed = Some(text).filter(|text| signs(text));
    let mut changed = 0;
    for round in 0..mediation.rounds {
        let left = 1.0 - f64::from(round + 1) / f64::from(mediation.rounds);
        let proposal = mutated(first, &text, &mut mediator);
        if proposal != text && possible(&proposal) {
            // Everybody is asked, so that what one says changes nothing of the chance of another.
            let changes = wants.iter().map(|wants| Change::of(wants, &text, &proposal));
            let kept = match mediation.keeps {
                Keeps::Unanimous => {
                    let votes = changes.zip(voters).zip(&mut minds);
                    votes
                        .map(|((change, voter), mind)| voter.agrees(&change, left, mind))
                        .fold(true, |a, b| a & b)
                }
                Keeps::OnBalance { heat, strong } => {
                    let sum: f64 = changes.map(|change| change.vote(strong)).sum();
                    accepted(sum, heat * left, &mut mediator)
                }
            };
            if kept {
                text = proposal;
                changed += 1;
                signed = if signs(&text) { Some(text) } else { signed };
            }
        }
        watch(&text);
    }
    Text { last: text, signed, changed }
}

/// A mediator's text that lives from one meeting to the next, and is signed as soon as all who bargain over it would sign.
///
/// The parties do not vote as climbers or annealers alone: each bargains in its own way, and signs a text that it would accept as an offer.
#[derive(Debug)]
pub struct Draft {
    text: Offer,
    chance: ChaCha8Rng,
}

/// T at the beginning, by which a draft between meetings keeps changes on balance.
const HEAT: f64 = 1.0;
/// From which change of worth on a vote on a draft is a strong one, as a share of a party's range.
const STRONG: f64 = 0.1;

impl Draft {
    /// A text that chance draws from what can be put together.
    pub fn drawn(wants: &Wants<'_>, mut chance: ChaCha8Rng) -> Option<Self> {
        let text = wants.bids.drawn(f64::NEG_INFINITY, &mut chance)?;
        Some(Self { text, chance })
    }

    /// The text as it stands.
    pub fn text(&self) -> Offer {
        self.text
    }

    /// One meeting: everybody tells the mediator what it would offer; then the mediator proposes as many changes as there are issues, each of one issue, and
    /// keeps them on balance ([`Keeps::OnBalance`], T falling evenly to 0 over the time of the parties, in their mean). Agreed is the first text, from the one that stood on,
    /// that all accept. A party that leaves or has nothing to offer breaks the talks.
    pub fn meeting<'m, N: Negotiator>(
        &mut self,
        parties: &mut [N],
        moment: impl Fn(usize) -> Moment<'m>,
        watch: &mut impl FnMut(&Offer),
    ) -> Option<End> {
        let seats = parties.len();
        if seats == 0 {
            return None;
        }
        for (seat, party) in parties.iter_mut().enumerate() {
            if party.proposes(&moment(seat)).is_none() {
                return Some(End::Broken);
            }
        }
        let first = moment(0);
        let left = 1.0 - (0..seats).map(|seat| moment(seat).t).sum::<f64>() / seats as f64;
        if let Some(end) = self.put(parties, &moment, watch) {
            return Some(end);
        }
        for _ in 0..first.wants.bids.layout().issues() {
            let proposal = mutated(first.wants, &self.text, &mut self.chance);
            if proposal == self.text || !first.wants.bids.can_be(&proposal) {
                continue;
            }
            let votes =
                (0..seats).map(|seat| Change::of(moment(seat).wants, &self.text, &proposal).vote(STRONG));
            let sum: f64 = votes.sum();
            if !accepted(sum, HEAT * left, &mut self.chance) {
                continue;
            }
            self.text = proposal;
            if let Some(end) = self.put(parties, &moment, watch) {
                return Some(end);
            }
        }
        None
    }

    /// Puts the text before all, who hear it and sign or do not.
    fn put<'m, N: Negotiator>(
        &self,
        parties: &mut [N],
        moment: &impl Fn(usize) -> Moment<'m>,
        watch: &mut impl FnMut(&Offer),
    ) -> Option<End> {
        let mediator = parties.len();
        watch(&self.text);
        let mut all = true;
        for (seat, party) in parties.iter_mut().enumerate() {
            party.hears(&moment(seat), mediator, &self.text);
        }
        for (seat, party) in parties.iter_mut().enumerate() {
            match party.answers(&moment(seat), mediator, &self.text) {
                Answer::Accept => {}
                Answer::Reject => all = false,
                Answer::Leave => return Some(End::Broken),
            }
        }
        all.then_some(End::Agreement(self.text))
    }
}

/// By how much a change of the text is better for a party.
struct Change {
    by: f64,
    range: f64,
}

impl Change {
    fn of(wants: &Wants<'_>, text: &Offer, proposal: &Offer) -> Self {
        let (before, after) = (wants.worth(text), wants.worth(proposal));
        // Between two texts that both cross a red line there is nothing to choose.
        let by = if before == after { 0.0 } else { after - before };
        Self { by, range: wants.bids.most() - wants.bids.least() }
    }

    fn vote(&self, strong: f64) -> f64 {
        let strongly = self.by.abs() > strong * self.range;
        match (self.by >= 0.0, strongly) {
            (true, true) => 1.0,
            (true, false) => 0.0,
            (false, false) => -1.0,
            (false, true) => -2.0,
        }
    }
}

impl Voter {
    fn agrees(self, change: &Change, left: f64, mind: &mut ChaCha8Rng) -> bool {
        match self {
            Self::Climber => change.by >= 0.0,
            Self::Annealer { heat } => accepted(change.by, heat * left * change.range, mind),
        }
    }
}

/// Whether a balance is accepted at a heat: always if it is not negative, never if there is no heat.
fn accepted(balance: f64, heat: f64, chance: &mut ChaCha8Rng) -> bool {
    let drawn: f64 = chance.random();
    balance >= 0.0 || heat > 0.0 && drawn < (balance / heat).exp()
}

/// The text with another option on one issue.
pub(super) fn mutated(wants: &Wants<'_>, text: &Offer, chance: &mut ChaCha8Rng) -> Offer {
    let layout = wants.bids.layout();
    let open: Vec<usize> = (0..layout.issues()).filter(|issue| layout.sizes()[*issue] > 1).collect();
    if open.is_empty() {
        return *text;
    }
    let issue = open[chance.random_range(0..open.len())];
    let now = layout.option(text, issue);
    let other = chance.random_range(0..layout.sizes()[issue] - 1);
    layout.with(text, issue, if other < now { other } else { other + 1 })
}
