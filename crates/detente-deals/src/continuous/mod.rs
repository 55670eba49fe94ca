//! Continuous issues: what lies between their stops.
//!
//! An issue with a range and no step can be settled at any number in it. Options stand for some of these, its *stops*, and everything that lists packages
//! lists those; this module answers for all numbers. Values are piecewise linear on such an issue and no condition on packages speaks
//! of it, so between two neighbouring bends of a world ([`Stretch`]) every surplus is a straight line, and whatever is asked of the packages on one
//! choice of stretches ([`region::Piece`]) is a small concave programme. The best over all pieces is exact: Beale & Tomlin (1970) for
//! piecewise-linear terms, Geoffrion (1974) for the bounds that spare most pieces.
//!
//! Programmes say *where* to look and give bounds that rounding cannot spoil. What is found there is judged anew in whole units as every package is, so a
//! witness is a real package. Values are rounded once for each contribution, so nothing can be told apart by less than two units (2 · 10⁻¹²) for each
//! continuous issue ([`DealSpace::rounding`](crate::DealSpace)); that is how exact "exact" is.

mod best;
mod decimals;
mod measure;
mod package;
mod product;
mod refine;
mod region;
mod scale;
mod segments;
mod sweep;
mod undominated;
mod zone;

pub(crate) use measure::Measure;
pub use package::SettledPackage;
pub use refine::refined;
pub(crate) use scale::{Scale, Stretch, Taste};
pub use segments::{FrontierSegment, SegmentEnd};
pub use zone::Looked;
