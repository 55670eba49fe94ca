//! Ways to bargain by name: rules for bidding and accepting and a model of the others, as their authors put them together.

use std::fmt;
use std::str::FromStr;

use crate::acceptance::{Combi, Lowest, Next};
use crate::models::{Bayesian, EntropyFrequency, OpponentModel};
use crate::strategies::{
    BiddingRule, Conceded, Consents, Descending, FastMicro, Follows, Hybrid, Likeness, Micro, NiceTitForTat,
    Random, TimeDependent, TitForTat, Tough, TradeOff,
};
use crate::{Composed, Negotiator, chance_of};

/// A way to bargain. Its name is what [`fmt::Display`] prints and [`FromStr`] reads.
///
/// ```
/// use detente_talks::Way;
///
/// assert_eq!("boulware".parse(), Ok(Way::Time { beta: 0.25 }));
/// assert_eq!("time 0.5".parse::<Way>().map(|way| way.to_string()).as_deref(), Ok("time 0.5"));
/// assert!(Way::all().iter().all(|way| way.to_string().parse().as_ref() == Ok(way)));
/// assert!("bully".parse::<Way>().is_err_and(|why| why.to_string().contains("micro")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Way {
    /// Concedes with time: t^(1/β) of its range at t. β below 1 late (*boulware*), 1 evenly (*linear*), above 1 at once (*conceder*).
    Time {
        /// β.
        beta: f64,
    },
    /// Concedes in the proportion of the other's last move.
    RelativeTitForTat,
    /// Concedes as much as the other did with its last move.
    AbsoluteTitForTat,
    /// Concedes in the proportion of the other's moves over five offers.
    AveragedTitForTat,
    /// Aims at the Nash point that it estimates, and comes towards it as the other does.
    NiceTitForTat,
    /// One new offer for each new offer.
    Micro,
    /// The same, leaving packages out to be done by the deadline.
    FastMicro,
    /// The other's moves at first, and more and more time alone.
    Hybrid,
    /// Concedes evenly with time, and gives what is most like the other's offer at that price.
    TradeOff,
    /// Never concedes.
    Tough,
    /// Anything not worse than no deal.
    Random,
    /// Goes down its packages: *conceding*, or first *wasting* what it does not want.
    Descending {
        /// Whether it first wastes what it does not want.
        wasting: bool,
        /// What it consents to.
        consents: Consents,
    },
}

/// A name that no way to bargain has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no way to bargain is called `{name}`; there are {known}")]
pub struct UnknownWay {
    name: String,
    known: String,
}

/// Names of ways that need no figure; `time β` names the others.
const NAMED: [(&str, Way); 19] = [
    ("boulware", Way::Time { beta: 0.25 }),
    ("linear", Way::Time { beta: 1.0 }),
    ("conceder", Way::Time { beta: 4.0 }),
    ("relative tit for tat", Way::RelativeTitForTat),
    ("absolute tit for tat", Way::AbsoluteTitForTat),
    ("averaged tit for tat", Way::AveragedTitForTat),
    ("nice tit for tat", Way::NiceTitForTat),
    ("micro", Way::Micro),
    ("fast micro", Way::FastMicro),
    ("hybrid", Way::Hybrid),
    ("trade-off", Way::TradeOff),
    ("tough", Way::Tough),
    ("random", Way::Random),
    ("can", Way::Descending { wasting: false, consents: Consents::NotWorse }),
    ("cab", Way::Descending { wasting: false, consents: Consents::Better }),
    ("car", Way::Descending { wasting: false, consents: Consents::Rational }),
    ("wan", Way::Descending { wasting: true, consents: Consents::NotWorse }),
    ("wab", Way::Descending { wasting: true, consents: Consents::Better }),
    ("war", Way::Descending { wasting: true, consents: Consents::Rational }),
];

impl Way {
    /// One of every kind, in the order in which they are listed.
    pub fn all() -> Vec<Self> {
        NAMED.iter().map(|(_, way)| *way).collect()
    }

    /// Whether it draws chance: talks of ways that do not go the same every time.
    pub fn draws_chance(self) -> bool {
        match self {
            Self::Micro | Self::Random => true,
            Self::Time { .. }
            | Self::RelativeTitForTat
            | Self::AbsoluteTitForTat
            | Self::AveragedTitForTat
            | Self::NiceTitForTat
            | Self::FastMicro
            | Self::Hybrid
            | Self::TradeOff
            | Self::Tough
            | Self::Descending { .. } => false,
        }
    }

    /// Somebody who bargains this way, in a seat, with chance from a seed.
    pub fn seated(self, seat: usize, seed: u64) -> Box<dyn Negotiator> {
        let chance = || chance_of(seed, seat);
        let next = |bidding: Box<dyn BiddingRule>| -> Box<dyn Negotiator> {
            Box::new(Composed::boxed(bidding, Box::new(Next::default()), None))
        };
        match self {
            Self::Time { beta } => next(Box::new(TimeDependent::by(beta))),
            Self::RelativeTitForTat => next(Box::new(TitForTat { follows: Follows::Relative { back: 1 } })),
            Self::AbsoluteTitForTat => {
                let follows = Follows::Absolute { back: 1, spread: 0.0, chance: Box::new(chance()) };
                next(Box::new(TitForTat { follows }))
            }
            Self::AveragedTitForTat => next(Box::new(TitForTat { follows: Follows::Averaged { window: 5 } })),
            Self::NiceTitForTat => {
                let model = |layout: &_| -> Box<dyn OpponentModel> { Box::new(Bayesian::new(layout)) };
                Box::new(Composed::new(NiceTitForTat::new(), Combi::default(), Some(model)))
            }
            Self::Micro => Box::new(Composed::new(Micro::new(chance()), Lowest::default(), None)),
            Self::FastMicro => Box::new(Composed::new(FastMicro::new(), Lowest::default(), None)),
            Self::Hybrid => next(Box::<Hybrid>::default()),
            Self::TradeOff => {
                let model =
                    |layout: &_| -> Box<dyn OpponentModel> { Box::new(EntropyFrequency::new(layout)) };
                let bidding = TradeOff { conceded: Conceded::by(1.0), likeness: Likeness::Named };
                Box::new(Composed::new(bidding, Next::default(), Some(model)))
            }
            Self::Tough => next(Box::new(Tough)),
            Self::Random => next(Box::new(Random { chance: chance() })),
            Self::Descending { wasting: true, consents } => Box::new(Descending::wasting(consents)),
            Self::Descending { wasting: false, consents } => Box::new(Descending::conceding(consents)),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (NAMED.iter().find(|(_, way)| way == self), self) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Self::Time { beta }) => write!(f, "time {beta}"),
            // Every other way stands in the list.
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

impl FromStr for Way {
    type Err = UnknownWay;

    fn from_str(name: &str) -> Result<Self, UnknownWay> {
        let plain = name.trim().to_lowercase().replace('_', " ");
        if let Some((_, way)) = NAMED.iter().find(|(known, _)| *known == plain) {
            return Ok(*way);
        }
        let beta = plain.strip_prefix("time ").and_then(|beta| beta.trim().parse::<f64>().ok());
        if let Some(beta) = beta.filter(|beta| beta.is_finite() && *beta >= 0.0) {
            return Ok(Self::Time { beta });
        }
        let known: Vec<&str> = NAMED.iter().map(|(known, _)| *known).collect();
        Err(UnknownWay { name: name.to_owned(), known: known.join(", ") + " and `time β`" })
    }
}
