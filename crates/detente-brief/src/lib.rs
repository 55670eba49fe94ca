//! The brief: runs the engines over a case, composes what they found, and renders it.
//!
//! [`Brief::on`] is the only place that knows all engines. A brief is rendered as text for a terminal ([`text`]), as
//! JSON ([`json`]) or as one self-contained page ([`html`]); all three show the same figures.

mod brief;
mod compose;
pub mod html;
pub mod json;
pub mod text;
pub mod words;

pub use brief::{Brief, Figure, Grounds, Home, MatrixCell, MatrixRow, Obstacles, Package, Step, WayOut};
pub use compose::evidence::{Evidence, WeighedClaim, worlds};
pub use compose::exchange::{
    EnvelopeLine, EnvelopePanel, ExchangePlan, FigureRow, Learned, Narrowed, ProposedAccount, RemedyRow,
    ShapeRow, Steadiest, StepRow, Variations,
};
pub use compose::lasting::{Alike, Lasting, PackageLife};
pub use compose::package_choice::{Chosen, PackageError, chosen, leading, package};
pub use compose::prepared::prepared;
pub use compose::standstill::{
    Account, DespiteUnknown, MOST_LISTED, NamingError, Prospect, ProspectAccount, Standstill, View, Wanted,
};
pub use compose::three_tests::{
    Change, LASTING, Manner, Needed, Results, Test, Tested, TestsError, ThreeTests,
};
pub use compose::trial_run::{Refusal, refusals};
pub use compose::{BriefError, deal_space};
pub use detente_stability::{Concept, StabilityError, State};
