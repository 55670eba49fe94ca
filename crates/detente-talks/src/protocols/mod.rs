//! Ways of talking: who may say what, when, and when it is agreed. One file each.
//!
//! Where parties speak for themselves ([`sao`], [`simultaneous`], [`tau`], [`learning_mediator`]) any [`crate::Negotiator`] can sit. [`rubinstein`],
//! [`monotonic`] and [`final_offer`] are for two who know each other's packages, over the frontier of a deal space. By a [`single_text`] or [`veto`] a mediator
//! proposes and parties vote.

pub mod final_offer;
pub mod learning_mediator;
pub mod monotonic;
pub mod rubinstein;
pub mod sao;
pub mod simultaneous;
pub mod single_text;
pub mod tau;
pub mod veto;
