//! Would it last? Survival of an agreement from what truces lasted here and what the agreement contains.
//!
//! The baseline is the case's own judgement, or a class of agreements elsewhere put together with how long truces have lasted in this
//! conflict ([`Basis`]). What the agreement contains multiplies the hazard:
//! either by a ratio that the case states as its own judgement, or by a published finding from the [`catalogue`]. Published
//! figures come from other wars and carry over badly; they enter with a doubt of their own ([`Effect`]) and every result
//! that rests on them says so. There is no published median for all truces, and none is made up here.
//!
//! Records of many wars say that the risk of breaking falls with time ([`baseline`]); unless a case asks for a constant risk, it
//! falls here too, and what has held for a while is likelier to hold on ([`Remaining`]).
//!
//! | question | answer |
//! |---|---|
//! | how long does this agreement last, figures certain? | [`Agreement::survival`], [`Agreement::median`] |
//! | how long would a package last, doubt included? | [`package_survival`], [`survival_over`], [`curve_over`] |
//! | what does each clause contribute? | [`Contribution`] |
//! | what is published? | [`catalogue`] |
//! | how long have agreements of a class lasted elsewhere? | [`baseline`], [`Baseline::drawn`] |
//! | how long will it last on, given that it has held so long? | [`Agreement::survival_given`], [`Agreement::remaining_median`] |
//! | what does a conflict's own record add to that? | [`Record::pooled`] |
//! | what does the baseline of a case rest on? | [`Basis`] |
//! | what does a record say by itself? | [`Record::kaplan_meier`] |
//! | from a probability to a probability | [`failure_under`] |

mod baseline;
mod basis;
mod catalogue;
mod effect;
mod error;
mod from_case;
mod life;
mod outlook;
mod record;
mod survival;

pub use detente_model::{Band, Class, Form, Spell};

pub use baseline::{Baseline, baseline, baselines};
pub use basis::Basis;
pub use catalogue::{Catalogue, Correction, FindingEntry, Published, catalogue, edit_distance};
pub use effect::{Effect, TRANSFER_SD};
pub use error::DurabilityError;
pub use from_case::{Agreements, agreement_of};
pub use life::Life;
pub use outlook::{
    Contribution, Horizons, PackageSurvival, Remaining, SurvivalAt, curve_over, package_life,
    package_survival, survival_over, unaided_survival,
};
pub use record::{KaplanMeier, Pooled, Record};
pub use survival::{Agreement, TruceFactor, UnaidedLife, failure_under, hazard_ratio_between};
