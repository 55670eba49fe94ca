//! Would it hold? Exchanges in which neither side gains by stopping half-way.
//!
//! Two sides exchange what neither can take back, and no court stands above them. A schedule **holds itself** when at every
//! moment what is still to come is worth more to each side than stopping; [`Terms`] states the condition. From it follow:
//!
//! | question | answer |
//! |---|---|
//! | does this schedule hold itself, and where does it fail first? | [`verify`] |
//! | what is the fastest one that does, and if there is none, why? | [`plan`] |
//! | how few must still be held, day by day? | [`envelope`] |
//! | what guarantee does it take, how long a pledge does a guarantee carry? | [`guarantee_needed`], [`longest_pledge`] |
//! | what is a guarantee worth in people and in days? | [`rates`] |
//! | what trust does the last handover take? | [`last_handover`], [`trust_needed`] |
//! | what would repair it, at what price? | [`remedies`] |
//! | should batches grow or shrink? | [`compare_shapes`], [`epsilon_by_rounds`] |
//! | how far does "one more day for every ten" carry? | [`extend`] |
//! | how sure is all this? | [`over_worlds`], [`verify_over_worlds`] |
//! | what do steps that were kept or broken tell? | [`infer`] |
//! | all of it for one package of a case | [`assess`] |
//!
//! What holds of every answer (and is tested): a plan is verified moment by moment before it is returned; in a fixed order
//! of lots it holds the fewest on every day at once; no schedule whatever is done sooner where [`Proof::Fastest`] says so; a
//! guarantee that is found is enough, and less is not; naming the sides in the other order changes nothing.
//!
//! "Guarantee needed" is a price, not advice on whom to hold: the purpose is that people come home and a truce holds.

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
mod packages;
mod plan;
mod pledge;
mod queue;
mod rates;
mod remedies;
mod schedule;
mod shapes;
mod stakes;
mod terms;
mod trust;
mod uncertainty;
mod verify;
pub mod words;

pub use detente_model::{Band, LinearProgramme, LinearSolution, Share};

pub use alternation::Worths;
pub use amount::Amount;
pub use assessment::{Assessment, Proposed, assess, assess_terms, assess_watched, in_words};
pub use envelope::{EnvelopeDay, envelope};
pub use error::ExchangeError;
pub use extension::{ExtensionCourse, ExtensionEnd, Tranche, extend};
pub use from_case::{observations_of, schedules_of, terms_of};
pub use guarantee::{
    GuaranteeNeeded, guarantee_for_day_zero, guarantee_for_schedule, guarantee_needed, guarantee_to_begin,
};
pub use inverse::{Figure, FigureBounds, Inverse, Observation, infer};
pub use items::{Item, ItemPlan, ItemStep, plan_items};
pub use packages::{Holds, Packages};
pub use plan::{Held, Obstacle, ObstacleKind, Plan, Planned, Proof, plan, plan_watched, some_schedule_holds};
pub use pledge::{
    LongestPledge, MOST_VISITS, longest_pledge, longest_pledge_of_each, longest_pledge_when_out_by,
};
pub use rates::{Rates, rates};
pub use remedies::{Remedy, RemedyKind, apply, remedies};
pub use schedule::{Handover, Round, Schedule};
pub use shapes::{LotOrder, Shape, Shaped, compare_shapes, epsilon_by_rounds};
pub use terms::{
    DeliveryDays, ExtensionTerms, LONGEST_PLEDGE, LotTerms, MOST_HANDOVERS, MOST_LOTS, MOST_UNITS, Side,
    SideTerms, Terms,
};
pub use trust::{LastHandover, Trust, last_handover, slack_at, trust_needed};
pub use uncertainty::{
    FailingStep, OverWorlds, ScheduleOverWorlds, held_over_worlds, over_worlds, over_worlds_beside,
    verify_over_worlds,
};
pub use verify::{Moment, Phase, RoundSlack, Verification, holds_itself, verify};
