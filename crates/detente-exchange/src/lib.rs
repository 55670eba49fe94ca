//! Exchanges that hold themselves.
mod alternation;
mod amount;
mod assessment;
mod batches;
mod envelope;
mod error;
mod extension;
mod from_case;
mod guarantee;
mod inverse;
mod items;
mod lattice;
mod least;
mod linear;
mod plan;
mod pledge;
mod queue;
mod rates;
mod remedies;
mod schedule;
mod shapes;
mod share;
mod stakes;
mod terms;
mod trust;
mod uncertainty;
mod verify;
pub mod words;

pub use alternation::Worths;
pub use amount::Amount;
pub use assessment::{Assessment, Proposed, assess, assess_terms, in_words};
pub use envelope::{EnvelopeDay, envelope};
pub use error::ExchangeError;
pub use extension::{ExtensionCourse, ExtensionEnd, Tranche, extend};
pub use from_case::{observations_of, schedules_of, terms_of};
pub use guarantee::{
    GuaranteeNeeded, guarantee_for_day_zero, guarantee_for_schedule, guarantee_needed, guarantee_to_begin,
};
pub use inverse::{Figure, FigureBounds, Inverse, Observation, infer};
pub use items::{Item, ItemPlan, ItemStep, plan_items};
pub use linear::{LinearProgramme, Solution};
pub use plan::{Held, Obstacle, ObstacleKind, Plan, Planned, Proof, plan};
pub use pledge::{
    LongestPledge, MOST_VISITS, longest_pledge, longest_pledge_of_each, longest_pledge_when_out_by,
};
pub use rates::{Rates, rates};
pub use remedies::{Remedy, RemedyKind, apply, remedies};
pub use schedule::{Handover, Round, Schedule};
pub use shapes::{LotOrder, Shape, Shaped, compare_shapes, epsilon_by_rounds};
pub use share::{Band, Share};
pub use terms::{
    DeliveryDays, ExtensionTerms, LONGEST_PLEDGE, LotTerms, MOST_HANDOVERS, MOST_LOTS, MOST_UNITS, Side,
    SideTerms, Terms,
};
pub use trust::{LastHandover, Trust, last_handover, slack_at, trust_needed};
pub use uncertainty::{FailingStep, OverWorlds, over_worlds};
pub use verify::{Moment, Phase, RoundSlack, Verification, verify};
