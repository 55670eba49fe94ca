//! How the bargaining itself would go.

pub mod acceptance;
mod bids;
mod chance;
mod composed;
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
