//! How the bargaining itself would go: protocols, strategies, models of the other side.
//!
//! The deal space says what is possible; talks are how people get there, or do not. A [`Scenario`] has the issues and what the parties want; a
//! protocol of [`protocols`] says who may speak when; a [`Way`] to bargain seats somebody at the table. What is said comes as [`Act`]s, and how it
//! went as [`Ended`].
//!
//! ```
//! use detente_talks::protocols::sao;
//! use detente_talks::{Deadline, Said, Scenario, Way};
//!
//! // A house: four prices, two months. What each option adds to the worth of a deal, and what no deal is worth.
//! let mut house = Scenario::over([4, 2]);
//! house.party("seller", 0.40, [vec![0.0, 0.3, 0.5, 0.7], vec![0.3, 0.0]]);
//! house.party("buyer", 0.30, [vec![0.6, 0.45, 0.3, 0.0], vec![0.0, 0.4]]);
//! let house = house.build()?;
//!
//! // The seller concedes late, the buyer evenly. They meet ten times; the seller speaks first.
//! let seller = "boulware".parse::<Way>()?.seated(0, 1);
//! let buyer = "linear".parse::<Way>()?.seated(1, 1);
//! let mut offers = 0;
//! let ended = sao::hold(&house.wants(), &mut [seller, buyer], Deadline::rounds(10), |act| {
//!     offers += usize::from(matches!(act.said, Said::Offer(_)));
//! });
//!
//! // The second price, handed over in the first month: the one who concedes late gains more, .2 against .15.
//! let agreed = ended.agreement().map(|offer| house.layout().package(&offer).0);
//! assert_eq!((agreed, ended.worth(&house.wants())), (Some(vec![1, 0]), vec![0.6, 0.45]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Of a real case, [`Scenario::of`] takes a deal space. Anybody who can say what to offer and what to accept can sit as well: implement [`Negotiator`], or
//! [`strategies::BiddingRule`] or [`acceptance::AcceptanceRule`] and put them together as [`Composed`].
//!
//! Talks are sequences, so one run is one thread's work; runs share a scenario and nothing else, and each seat draws its chance from the seed and
//! its place alone ([`chance_of`]), so any number of threads hold the same talks. The rules are those of the papers; [`negmas`] keeps those of another program,
//! by which [`replay`] holds its recorded talks again. [`limits`] says what bounds the work.

pub mod acceptance;
mod bids;
mod chance;
mod composed;
pub mod course;
mod curve;
mod deadline;
mod error;
pub mod limits;
pub mod models;
pub mod negmas;
mod negotiator;
mod offer;
pub mod protocols;
pub mod replay;
mod scenario;
mod sha256;
pub mod strategies;
pub mod tournament;
mod trace;
mod way;
mod worth;

pub use bids::{Bids, Descent, FrontPoint, Listed, Side};
pub use chance::chance_of;
pub use composed::{Composed, ModelMaker, Remembered, View};
pub use curve::Curve;
pub use deadline::Deadline;
pub use error::TalksError;
pub use negotiator::{Answer, Moment, Negotiator};
pub use offer::{Layout, Offer};
pub use scenario::{Party, Scenario, ScenarioBuilder, Wants};
pub use trace::{Act, End, Ended, Said};
pub use way::{UnknownWay, Way};
pub use worth::Worth;
