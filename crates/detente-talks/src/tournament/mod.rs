//! Tournaments: every way to bargain against every other, on every scenario, in every role.
//!
//! A [`Tournament`] has [`Arena`]s (scenarios with what their packages are measured by), [`Contender`]s (ways to bargain by name) and [`Rules`]. Its
//! [`Pairing`]s are all tuples of contenders, one a seat, times all rotations of the parties over the seats: of two parties each contender meets each other as either party, and speaks
//! first and second. What comes of one is [`Held`], a function of the tournament and the pairing alone, so that negotiations can be held in any order, on any number of
//! threads, and some of them yesterday ([`record`]). Negotiations in which nobody draws chance go the same every time; they are held once and count as often as the others
//! ([`Pairing::times`]).
//!
//! [`Results`] has the scores ([`Score`]), the means of each contender with intervals ([`Standing`]), who is better than whom beyond luck ([`Comparison`]), and the
//! empirical game ([`EmpiricalGame`]).
//!
//! ```
//! use detente_talks::tournament::{Arena, Contender, Results, Rules, Tournament};
//! use detente_talks::{Scenario, Way};
//!
//! let mut house = Scenario::over([4, 2]);
//! house.party("seller", 0.40, [vec![0.0, 0.3, 0.5, 0.7], vec![0.3, 0.0]]);
//! house.party("buyer", 0.30, [vec![0.6, 0.45, 0.3, 0.0], vec![0.0, 0.4]]);
//! let ways = ["boulware", "linear", "conceder"].map(|name| name.parse::<Way>().expect("a known way"));
//! let tournament = Tournament::new(
//!     vec![Arena::unmeasured("house", house.build()?)],
//!     ways.into_iter().map(Contender::of).collect(),
//!     Rules { rounds: 20, ..Rules::default() },
//! )?;
//! let held = tournament.hold_all(None)?;
//! let results = Results::of(&tournament, &held);
//! assert_eq!(results.standings[0].name, "boulware", "who concedes late gets most against those who concede");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arena;
mod contender;
mod empirical;
mod error;
mod holding;
mod interval;
mod pairing;
pub mod record;
mod results;
mod score;
mod significance;
mod traced;

pub use arena::{Arena, Landmarks};
pub use contender::Contender;
pub use empirical::{EmpiricalGame, Trajectory};
pub use error::TournamentError;
pub use holding::{Held, Protocol, Rules, Tournament};
pub use interval::MeanWithin;
pub use pairing::Pairing;
pub use results::{Results, RoleMean, Standing};
pub use score::{LANDMARKS, Score};
pub use significance::{Comparison, Significance};
pub use traced::Traced;
