//! Demands that fall with time (Faratin, Sierra & Jennings 1998; Fatima, Wooldridge & Jennings 2002).

use super::BiddingRule;
use crate::{Offer, Side, View};

/// How much of its range a party has conceded when so much of the time is gone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Conceded {
    /// κ + (1 − κ) · (min(t, T)/T)^(1/β). β below 1 is *boulware*, above 1 *conceder*; β = 0 concedes nothing before T.
    Polynomial {
        /// κ: what is conceded at once.
        kappa: f64,
        /// β.
        beta: f64,
        /// T: when all is conceded, as a share of the time.
        until: f64,
    },
    /// e^((1 − min(t, T)/T)^β · ln κ).
    Exponential {
        /// κ: what is conceded at once; above 0.
        kappa: f64,
        /// β.
        beta: f64,
        /// T: when all is conceded, as a share of the time.
        until: f64,
    },
}

impl Conceded {
    /// t^(1/β) until the deadline: boulware for β below 1, conceder above.
    pub const fn by(beta: f64) -> Self {
        Self::Polynomial { kappa: 0.0, beta, until: 1.0 }
    }

    /// The share conceded.
    ///
    /// ```
    /// use detente_talks::strategies::Conceded;
    ///
    /// assert_eq!(Conceded::by(1.0).at(0.25), 0.25);
    /// assert_eq!(Conceded::by(0.0).at(0.99), 0.0);
    /// assert!(Conceded::by(0.25).at(0.5) < Conceded::by(4.0).at(0.5));
    /// ```
    pub fn at(self, t: f64) -> f64 {
        match self {
            Self::Polynomial { kappa, beta, until } => {
                let share = (t / until).min(1.0);
                let moved = match beta {
                    0.0 if share < 1.0 => 0.0,
                    0.25 => (share * share) * (share * share),
                    0.5 => share * share,
                    1.0 => share,
                    4.0 => share.sqrt().sqrt(),
                    _ => share.powf(1.0 / beta),
                };
                kappa + (1.0 - kappa) * moved
            }
            Self::Exponential { kappa, beta, until } => {
                ((1.0 - (t / until).min(1.0)).powf(beta) * kappa.ln()).exp()
            }
        }
    }
}

/// Demands its best at first and ever less, and offers the package at its demand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeDependent {
    /// How much is conceded when.
    pub conceded: Conceded,
    /// What is offered at a demand: the least that is worth it, or, as Genius does it, the nearest.
    pub side: Side,
}

impl TimeDependent {
    /// t^(1/β) of the range conceded at t.
    pub fn by(beta: f64) -> Self {
        Self { conceded: Conceded::by(beta), side: Side::AtLeast }
    }

    /// The form in which Genius has it: t^(1/e) conceded, and the package nearest to the demand offered.
    pub fn genius(e: f64) -> Self {
        Self { conceded: Conceded::by(e), side: Side::Nearest }
    }
}

impl BiddingRule for TimeDependent {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let wants = view.at.wants;
        let (floor, most) = (wants.floor(), wants.bids.most());
        let level = most - (most - floor) * self.conceded.at(view.at.t);
        let level = if level.is_nan() { most } else { level.min(most).max(floor) };
        wants.bids.at(level, self.side)
    }
}
