//! What a negotiation is made of.
//!
//! A [`Case`] is what one person wrote down: who talks, what is on the table, what each side wants and could
//! live with, what was reported, and how sure anyone is of it. Any of its numbers may be [`Uncertain`].
//! [`Worlds`] resolves the doubt: once in the middle, and as often as asked for at random. A [`World`] is
//! what every engine of Detente works on.
//!
//! Nothing here reads files, prints, or knows an engine.

mod band;
mod belief;
mod blocking;
mod case;
mod collective;
mod commitment;
mod comparison;
mod conflict;
mod curve;
mod doubt;
mod durability;
mod evidence;
mod exchange;
mod exchange_rules;
mod forecast;
mod importance;
mod in_order;
mod index;
mod issue;
mod kept;
mod linear;
mod name;
pub mod normal;
mod number;
mod party;
mod polytope;
mod position;
mod progress;
mod share;
pub mod side_by_side;
mod source;
mod stops;
mod talks;
mod uncertain;
mod weighing;
mod weights_left;
mod world;
mod worlds;

pub use band::Band;
pub use blocking::Blocking;
pub use case::{Absence, Case, SetValue};
pub use collective::{Collective, CollectiveActor, CollectiveIssue, CollectiveRule, CollectiveWorld};
pub use commitment::{Commitment, CommitmentReport, Extended, HandsOver, Says, StepOfSchedule};
pub use comparison::{Comparison, Relation};
pub use conflict::{Conflict, Formula, Matrix, Move, MovePreference, StateList, Statement};
pub use curve::Curve;
pub use doubt::{Doubt, ReadingOfDoubts};
pub use durability::{
    BASE_RATES, Breach, Class, Durability, FINDINGS, Factor, Finding, Form, Lasting, LifeSpread, MOST_DAYS,
    PastAgreement, Spell, UNSTATED_BREACH, Unaided,
};
pub use evidence::{
    Amendment, Bearing, Claim, DatePrecision, Event, Evidence, Grade, Proposition, Speaker, Strength,
};
pub use exchange::{Count, Exchange, Guarantee, Lot, PledgeDays};
pub use exchange_rules::{
    Delivery, EscrowEnd, ExchangeRules, ExtensionRule, ObservedStep, ProposedSchedule, ScheduleStep,
    ScheduleSteps, Watch,
};
pub use forecast::Forecast;
pub use importance::{ordered_weights, rank_order_centroid};
pub use in_order::in_order;
pub use index::{
    AudienceId, ClaimId, CommitmentId, ForecastId, IssueId, MoveId, NumberId, PartyId, PositionId,
    PropositionId, SourceId,
};
pub use issue::{Choice, Combination, Infeasible, Issue, Package};
pub use kept::MOST_KEPT;
pub use linear::{LinearProgramme, LinearSolution};
pub use name::folded_name;
pub use number::{Number, Numbers};
pub use party::{Audience, Party, Person, Role};
pub use polytope::{Body, Constraint, Density, Polytope};
pub use position::{
    Actor, DoubtfulLine, Interaction, IssuePosition, Position, Reservation, Valuation, Weights,
};
pub use progress::{Cancelled, MOST_BETWEEN_REPORTS, Progress, Work, unless_cancelled};
pub use share::Share;
pub use source::{Citation, Place, Reliability, Source};
pub use talks::{Bargainer, Bargains, Lever, Talks, TalksEvent, TalksProtocol, WAYS_TO_BARGAIN};
pub use uncertain::{Uncertain, UncertainError};
pub use weighing::{TrustIn, Weighing};
pub use weights_left::{PROPOSALS, comparison_constraint, contradiction};
pub use world::{Floor, Preferences, World};
pub use worlds::{Coordinates, Group, Input, MOST_ATTEMPTS, Worlds};
