//! Monotonic concession, and the strategy of Zeuthen (Zeuthen 1930; Rosenschein & Zlotkin 1994).
//!
//! Both offer at once. They agree if one offers the other at least what that one asks for itself. Otherwise each stands by its offer or concedes, which is to
//! offer something worth more to the other; if both stand, there is no deal. They bargain over packages that are not worse than no deal for either
//! and that no other package betters.
//!
//! Zeuthen's party concedes if it would lose no more by conflict, in proportion, than the other: its risk (u(own) − u(other's))/(u(own) − no deal) is not
//! the higher one; it then concedes just enough for the other to have to. As the lower risk is that of the offer with the smaller product of gains, talks
//! end at the package of the largest product, which is Nash's.

use detente_model::Package;
use rand::RngExt;

use super::rubinstein::{Bargain, Point};
use crate::chance_of;

/// What a party does when it has heard the other's offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concession {
    /// It stands by its offer.
    Stand,
    /// It offers the package at this place.
    To(usize),
}

/// A way to concede. Offers are places in the points of the bargain.
pub trait Concedes {
    /// What a party does. `side` is 0 or 1, `own` what it has on the table and `other` what the other has.
    fn concedes(&mut self, bargain: &Gains, side: usize, own: usize, other: usize) -> Concession;
}

/// The packages that two bargain over, as gains over no deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Gains {
    gains: Vec<[f64; 2]>,
    packages: Vec<Package>,
}

/// How monotonic concession ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Conceded {
    /// The package agreed on; `None` if both stood by their offers, or there was nothing to agree on.
    pub agreed: Option<Package>,
    /// What both had on the table in each round, as places.
    pub offers: Vec<[usize; 2]>,
}

impl Gains {
    /// What there is to bargain over: of the frontier, the packages not worse than no deal for either.
    pub fn of(bargain: &Bargain, no_deal: [f64; 2]) -> Self {
        let gain = |point: &Point| [point.worth[0] - no_deal[0], point.worth[1] - no_deal[1]];
        let rational = bargain.points().iter().filter(|point| gain(point).iter().all(|gain| *gain >= 0.0));
        let (gains, packages) = rational.map(|point| (gain(point), point.package.clone())).unzip();
        Self { gains, packages }
    }

    /// What each package gives the two beyond no deal, the first's best first.
    pub fn gains(&self) -> &[[f64; 2]] {
        &self.gains
    }

    /// The share that a party would lose by conflict rather than taking the other's offer.
    ///
    /// # Panics
    /// If there is no package at one of the places.
    pub fn risk(&self, side: usize, own: usize, other: usize) -> f64 {
        let (own, other) = (self.gains[own][side], self.gains[other][side]);
        if own > 0.0 { (own - other) / own } else { 1.0 }
    }

    /// The package that is one step better for the other than this one; `None` past its best.
    pub fn step(&self, side: usize, from: usize) -> Option<usize> {
        if side == 0 { Some(from + 1).filter(|to| *to < self.gains.len()) } else { from.checked_sub(1) }
    }
}

/// Holds talks by monotonic concession; each begins with its best. `seed` decides where both are content with what the other offers.
pub fn hold(bargain: &Gains, parties: [&mut dyn Concedes; 2], seed: u64) -> Conceded {
    let Some(last) = bargain.gains.len().checked_sub(1) else {
        return Conceded { agreed: None, offers: Vec::new() };
    };
    let mut offers = vec![[0, last]];
    let mut now = [0, last];
    let mut chance = chance_of(seed, 0);
    let [first, second] = parties;
    loop {
        let gain = |offer: usize, side: usize| bargain.gains[offer][side];
        let content = [gain(now[1], 0) >= gain(now[0], 0), gain(now[0], 1) >= gain(now[1], 1)];
        let agreed = match content {
            [true, true] => Some(now[usize::from(chance.random::<bool>())]),
            [true, false] => Some(now[1]),
            [false, true] => Some(now[0]),
            [false, false] => None,
        };
        if let Some(agreed) = agreed {
            return Conceded { agreed: Some(bargain.packages[agreed].clone()), offers };
        }
        let moves = [first.concedes(bargain, 0, now[0], now[1]), second.concedes(bargain, 1, now[1], now[0])];
        let before = now;
        for (side, concession) in moves.into_iter().enumerate() {
            // What gives the other no more is no concession, and leaves the offer as it was.
            if let Concession::To(offer) = concession
                && offer < bargain.gains.len()
                && gain(offer, 1 - side) > gain(before[side], 1 - side)
            {
                now[side] = offer;
            }
        }
        if now == before {
            return Conceded { agreed: None, offers };
        }
        offers.push(now);
    }
}

/// Concedes if its risk is not the higher one, just enough for the other's to become the lower. Where both risks are equal, the one whom the seed
/// picks concedes; both must have the same seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zeuthen {
    /// Decides who concedes where both risks are equal.
    pub seed: u64,
}

impl Concedes for Zeuthen {
    fn concedes(&mut self, bargain: &Gains, side: usize, own: usize, other: usize) -> Concession {
        let product = |offer: usize| bargain.gains[offer][0] * bargain.gains[offer][1];
        // Risk_i ≤ Risk_j just where the product of the gains of i's offer is not the larger; products need no division.
        let mine = product(own);
        let theirs = product(other);
        let picked = || {
            let mut chance = chance_of(self.seed, own.min(other) * bargain.gains.len() + own.max(other));
            usize::from(chance.random::<bool>()) == side
        };
        if mine > theirs || mine == theirs && !picked() {
            return Concession::Stand;
        }
        let mut to = own;
        while let Some(next) = bargain.step(side, to) {
            to = next;
            // The other's own offer is as far as anybody has to go.
            if product(to) > theirs || to == other {
                break;
            }
        }
        if to == own { Concession::Stand } else { Concession::To(to) }
    }
}

/// Concedes one package every round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StepByStep;

impl Concedes for StepByStep {
    fn concedes(&mut self, bargain: &Gains, side: usize, own: usize, _: usize) -> Concession {
        bargain.step(side, own).map_or(Concession::Stand, Concession::To)
    }
}
