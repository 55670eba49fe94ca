//! Which package people in fact settle on.
//!
//! A zone says what is possible; this says what is likely, **if they sign**. The chance of a package is log-linear in measures of it
//! ([`FEATURES`]): what it leaves to each, how evenly, whether both give up the same, whether something better is in plain sight. The
//! coefficients were fitted on bargaining between people over small stakes ([`CONVENTIONS`]), and are known no better than that: each drawn world takes one of
//! the two fits in turn, and coefficients drawn from the doubt about it, so that the range of a chance holds the doubt about the case and that about the model.
//!
//! **Support.** The packages that all accept in the world at hand; continuous issues at their stops. Worlds without a zone say nothing. It is
//! never the chance that there will be a deal.
//!
//! | question | answer |
//! |---|---|
//! | what is likely in a case? | [`Settlement::over`] |
//! | the measures of all packages of a space | [`MeasuredZone::of`] |
//! | fitting | [`fits`], [`fit`] |
//! | how well does it do? | [`Score`], [`held_out`], [`BASE_LINES`] |
//! | tables of what people settled on | [`divisions`] |

mod chain;
mod convention;
mod divisions;
mod features;
mod fitted;
mod listing;
mod logit;
mod over;
mod score;

pub use convention::{CAMP, CONVENTIONS, Convention, FITTED, ITEMS, POOLED};
pub use divisions::{Division, DivisionsError, Layout, divisions};
pub use features::{COUNT, FEATURES, Feature, Features};
pub use listing::MeasuredZone;
pub use logit::{Choice, Coefficients, Fit, LAPSE, Matrix, Prior, chances, fit, likelihood, score};
pub use over::{Likely, LikelyPackage, Looked, Settlement};
pub use score::{
    BASE_LINES, BINS, BaseLine, Bin, Fits, Forecast, HeldOut, Score, Settled, fits, held_out,
    points_off_their_mean, settled,
};
