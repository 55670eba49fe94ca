//! The brief: runs the engines over a case, composes what they found, and renders it.
//!
//! A [`Sitting`] is the only place that knows all engines: it holds a case with its draws and gives each answer on demand. A [`Brief`] is rendered as text for a terminal ([`text`]), as
//! JSON ([`json`]) or as one self-contained page ([`html`]); all three show the same figures.

mod brief;
mod compose;
pub mod html;
pub mod json;
pub mod page;
pub mod render;
mod sitting;
pub mod text;
pub mod words;

pub use brief::{
    Brief, Deals, Figure, Grounds, Home, MatrixCell, MatrixRow, Obstacles, Package, Step, WayOut,
};
pub use compose::evidence::{Evidence, WeighedClaim};
pub use compose::exchange::{
    EnvelopeLine, EnvelopePanel, ExchangePlan, FigureRow, Learned, Narrowed, ProposedAccount, RemedyRow,
    ShapeRow, Steadiest, StepRow, Variations,
};
pub use compose::lasting::{Alike, Lasting, PackageLife};
pub use compose::package_choice::{Chosen, PackageError};
pub use compose::standstill::{
    Account, DespiteUnknown, MOST_LISTED, NamingError, Prospect, ProspectAccount, Standstill, View, Wanted,
};
pub use compose::three_tests::{
    Change, LASTING, Manner, Needed, Results, Standings, Test, Tested, TestsError, ThreeTests,
};
pub use compose::trial_run::Refusal;
pub use detente_stability::{Concept, StabilityError, State};
pub use sitting::{FIRST_DRAWS, Options, Sitting, SittingError};
