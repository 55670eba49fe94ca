//! Bodies in which many have a say: a council, an alliance, a congress, the mediators among themselves.
//!
//! Nobody signs alone there. A [`Body`] has actors with a capability each, a position on each issue and a salience that says how much the issue matters to them. [`models`] has the
//! simple formulas of what such a body decides, [`spatial`] bargaining turn by turn, [`challenge`] and
//! [`trades`] two older models of how positions move, [`rules`] what a vote can carry.
//!
//! | question | answer |
//! |---|---|
//! | what do all models say, side by side? | [`Model::outcome`] for [`Model::ALL`] |
//! | what will be decided, and how sure is that? | [`Prediction::of`] |
//! | the same where positions are not known for sure? | [`Blend::of`] |
//! | what do the simple formulas say? | [`models::compromise`], [`models::nash`], [`models::mean`], … |
//! | how would the bargaining go, turn by turn? | [`spatial::Spatial::hold`] |
//! | what if everybody challenges by expected utility? | [`challenge::Challenge::outcome`] |
//! | what would be traded between issues? | [`trades::trades`] |
//! | what can be carried under a rule, and by whom? | [`rules::core`], [`rules::uncovered`], [`rules::win_set`], [`rules::Beaten`], [`rules::carrying`], [`rules::blocking`] |
//! | who would vote how, whose vote decides, where saying no has a cost? | [`rules::Vote`] |

pub mod challenge;
pub mod models;
pub mod rules;
pub mod spatial;
pub mod trades;

mod blend;
mod body;
mod dossier;
mod error;
mod lanes;
pub mod limits;
mod line;
mod model;
mod prediction;

pub use blend::Blend;
pub use body::{Body, BodyBuilder};
pub use dossier::Dossier;
pub use error::CollectiveError;
pub use model::Model;
pub use prediction::{CONVENTION, Convention, Prediction};
