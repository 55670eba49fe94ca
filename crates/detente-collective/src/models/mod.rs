//! The simple models, one file each: what a body decides as a formula of where its members stand.
//!
//! They are the measure of every other: on real decisions no published model of bargaining has been shown to beat the best of them (Thomson et al. 2006; Achen 2006).

mod compromise;
mod egalitarian;
mod mean;
mod median;
mod nash;
mod weighted_median;

pub use compromise::compromise;
pub use egalitarian::egalitarian;
pub use mean::mean;
pub use median::median;
pub use nash::nash;
pub(crate) use weighted_median::middle_of;
pub use weighted_median::weighted_median;
