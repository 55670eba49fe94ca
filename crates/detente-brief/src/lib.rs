//! The brief: runs the engines over a case, composes what they found, and renders it.
//!
//! A [`Sitting`] is the only place that knows all engines: it holds a case with its draws and gives each answer on demand. What a reader sees of
//! an answer is composed once, as the tree of a [`page`], and [`render`]ed as text for a terminal or as one self-contained HTML file;
//! [`answers`] has the same figures for other programs.

pub mod answers;
mod brief;
mod compose;
mod extract;
mod lacking;
pub mod page;
mod parts;
pub mod render;
mod sitting;
mod track_record;
pub mod words;

pub use brief::{
    Brief, ConcessionStep, Deals, GroundedFigure, Grounds, Home, LeadingPackage, MatrixCell, MatrixRow,
    Obstacles, WayOut,
};
pub use compose::collective::{
    ActorOnIssue, BodyAhead, BodyVote, CarriesAhead, Coalitions, IssueAhead, ModelAhead, PlaceAhead, ShiftOf,
    ShiftTried, ShiftWhat, Want, WantMet, issue_decided,
};
pub use compose::evidence::{WeighedClaim, WeighedEvidence};
pub use compose::exchange::{
    EnvelopeLine, EnvelopePanel, ExchangePlan, FigureRow, Learned, Narrowed, ProposedAccount, RemedyRow,
    ShapeRow, Steadiest, StepRow, Variations,
};
pub use compose::judged::{Judged, JudgedActor, JudgedPrincipal, SingleChange, Vote};
pub use compose::lasting::{Alike, Lasting, PackageLife};
pub use compose::lasting_grounds::LifeGrounds;
pub use compose::one_text::{
    BracketFound, ClauseCompared, Crossing, MOST_ASKED, MOST_JUDGED_WORDINGS, Stake, TextFound,
    TextOfPackage, TextsCompared, VersionNamed, WordingFound,
};
pub use compose::overlay::{
    Bearing, CaseReading, MOST_READINGS, OverlaidAlternative, OverlaidPlace, Overlay, PooledReading,
    PooledValue, ReadingAlternative, ReadingPlace,
};
pub use compose::package_choice::{Chosen, PackageError};
pub use compose::package_table::{MOST_PACKAGES, PackageRows};
pub use compose::scenario::Scenario;
pub use compose::sentence::{FigureSaid, Sentence};
pub use compose::settlement::LikelySettlement;
pub use compose::side_by_side::{
    CaseChange, ComparedChange, ComparedFigure, ComparedStep, ComparedWords, Counted, Effect, Judgement,
    MOST_JUDGED, SideBySide,
};
pub use compose::standstill::{
    ConflictMove, DespiteUnknown, MOST_LISTED, NamingError, Prospect, ProspectAccount, Standstill,
    StandstillAccount, View, Wanted,
};
pub use compose::sweep::{Sweep, SweepCase, SweepPoint, Swept, must_count};
pub use compose::talks::{AgreedBy, AgreedPackage, Assumed, Distance, EndedBy, LeverTried, TalksAhead};
pub use compose::three_tests::{
    Change, Gain, Manner, Needed, Results, Standings, Test, Tested, TestsError, ThreeTests,
};
pub use compose::timeline::{Happened, Timeline};
pub use compose::tournament::{ArenaError, PlayedOut};
pub use compose::trial_run::Refusal;
pub use compose::variants::{AskedCase, Measure, VariantFindings, Variants};
pub use compose::watch::WatchDay;
pub use compose::world_table::{WorldFindings, WorldRows};
pub use detente_stability::{Concept, StabilityError, State};
pub use extract::{
    Extract, ExtractAccount, ExtractChoice, ExtractError, ExtractPage, ExtractStep, GivenAway, HEADLINE, How,
    NotGiven, SectionOffered, ShownThrough, WhyNot,
};
pub use lacking::Lacking;
pub use sitting::{FIRST_DRAWS, Options, Sitting, SittingError};
pub use track_record::{ForecastKind, MEASURED, TrackRecord};
