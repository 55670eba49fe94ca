//! Would it last? Survival of an agreement from what truces lasted here and what the agreement contains.
//!
//! The baseline is local: how long truces have lasted in this conflict. What the agreement contains multiplies the hazard:
//! either by a ratio that the case states as its own judgement, or by a published finding from the [`catalogue`]. Published
//! figures come from other wars and carry over badly; they enter with a doubt of their own ([`Effect`]) and every result
//! that rests on them says so. There is no published median for all truces, and none is made up here.
//!
//! Beside that stands what records of many wars say of the whole curve ([`baseline`]): lives by class whose risk falls with time, for a
//! case that asks for them and for whoever wants to know how long an agreement that has held is likely to hold on.
//!
//! | question | answer |
//! |---|---|
//! | how long does this agreement last, figures certain? | [`Agreement::survival`], [`Agreement::median`] |
//! | how long would a package last, doubt included? | [`package_survival`], [`survival_over`], [`curve_over`] |
//! | what does each clause contribute? | [`Contribution`] |
//! | what is published? | [`catalogue`] |
//! | how long have agreements of a class lasted elsewhere? | [`baseline`], [`Baseline::drawn`] |
//! | how long will it last on, given that it has held so long? | [`Life::survival_given`], [`Life::remaining_median`] |
//! | what does a conflict's own record add to that? | [`Record::pooled`] |
//! | what does a record say by itself? | [`Record::kaplan_meier`] |
//! | from a probability to a probability | [`failure_under`] |

mod baseline;
mod catalogue;
mod effect;
mod error;
mod from_case;
mod life;
mod outlook;
mod record;
mod survival;

pub use detente_model::Band;

pub use baseline::{Baseline, Class, baseline, baselines};
pub use catalogue::{Catalogue, Correction, FindingEntry, Published, catalogue, edit_distance};
pub use effect::{Effect, TRANSFER_SD};
pub use error::DurabilityError;
pub use from_case::{Agreements, agreement_of};
pub use life::{Form, Life};
pub use outlook::{
    Contribution, Horizons, PackageSurvival, SurvivalAt, curve_over, package_life, package_survival,
    survival_over,
};
pub use record::{KaplanMeier, Pooled, Record, Spell};
pub use survival::{Agreement, TruceFactor, failure_under, hazard_ratio_between};
