//! The course of the talks of a case: in each world they go day by day from the day of the case to a horizon.
//!
//! **A day.** Days are counted from the day of the case, 1 to the horizon. First what happens on it happens; then people meet, if a meeting is due. The k-th
//! meeting is due at k times the interval and held on the day on which that falls; none is held after the deadline, nor while talks are suspended. A
//! meeting is one round of the protocol. Who is to speak first is drawn in each world. Talks end with the agreement, at the deadline, by an event
//! that ends them, or are still going on at the horizon.
//!
//! **Time.** At a meeting due at τ a party with patience P and the interval e has used the share min(τ, P) / (P + e) of its time, which at whole numbers is the
//! (s + 1)/(N + 1) of [`Deadline::share`](crate::Deadline::share). A deadline that comes before P counts in its place.
//!
//! **What no deal is worth** to party i on day d: rᵢ + oᵢ · 2^(−d/h) − pᵢ · d, with rᵢ from the deal space of the world as it is on that day, oᵢ its optimism, which
//! fades (Filson & Werner 2002 and Slantchev 2003, in their simplest form), h the days in which beliefs halve, and pᵢ the pressure of its home. Levels fall
//! towards that (Faratin, Sierra & Jennings 1998). Who could gain by nothing has nothing to offer: the meeting is over, the talks are not.
//!
//! **The cost of going on** shifts neither: what going on is worth stands in rᵢ already. It is why a party does not wait: it accepts an offer that is no worse
//! than no deal and short of its own last offer by at most what the time to the next meeting costs it (AC-gap with that as its constant; Baarslag, Hindriks
//! & Jonker 2014).
//!
//! **Events.** An event with the rate λ in thirty days happens on a day with the chance 1 − e^(−λ/30), once at most; whether it does hangs on a number that
//! its path owns on that day in that draw. So a higher rate has all events of a lower one, and more. When it happens first its changes amend the world from that
//! day on, as a proposition's would, the later event overruling the earlier; what lay on the table is off it. Each time it suspends meetings, and may end the talks.
//!
//! **Variations.** All are held in the same worlds with the same chance ([`Variation`]): who speaks first, what each party draws, which numbers events
//! hang on. What differs between them is due to what is varied.
//!
//! **What is signed** is acceptable to every principal as it is minded on that day, and its home lets it. What homes refuse is neither bid nor accepted; in a
//! space that is too large to list it falls through when it comes to signing, and they talk on.
//!
//! Continuous issues are bargained over at their stops. Work: worlds × variations × meetings; each set of events that has happened in a world
//! makes a deal space of its own, sorted once.

mod drawn;
mod held;
mod seat;
mod state;
mod variation;

use detente_model::side_by_side::each;
use detente_model::{Package, Progress, Talks, Worlds};
pub use held::{Held, Outcome};
pub use state::Measured;
pub use variation::Variation;

use crate::TalksError;
use drawn::Drawn;
use state::States;

/// Talks in one world, once for each variation.
#[derive(Debug, Clone, PartialEq)]
pub struct InWorld {
    /// How they went; places are variations.
    pub held: Vec<Held>,
    /// How what was agreed compares with the deal space as it was on the day of signing; `None` without an agreement, or where the variation is not
    /// measured.
    pub measured: Vec<Option<Measured>>,
}

/// The talks of a case in the first `draws` worlds, each held once for every variation. The first `measured` variations are compared with the exact frontier
/// and the Nash package. `progress` is told of each world. The same on any number of threads.
///
/// # Errors
/// What keeps talks from being held in one of the worlds. `None` if the case has no talks.
pub fn course(
    worlds: &Worlds,
    draws: u64,
    variations: &[Variation],
    measured: usize,
    progress: &Progress,
) -> Result<Option<Vec<InWorld>>, TalksError> {
    let Some(talks) = &worlds.case().talks else { return Ok(None) };
    progress.expect(draws);
    let found = each(draws as usize, progress, &|draw| {
        progress.stepping(|| in_world(worlds, talks, draw as u64, variations, measured, progress))
    });
    found.into_iter().collect::<Result<_, _>>().map(Some)
}

/// The same in one world.
///
/// # Errors
/// What keeps talks from being held in it.
fn in_world(
    worlds: &Worlds,
    talks: &Talks,
    draw: u64,
    variations: &[Variation],
    measured: usize,
    progress: &Progress,
) -> Result<InWorld, TalksError> {
    let drawn = Drawn::of(worlds, talks, draw);
    let mut states = States::of(worlds, talks, draw);
    let mut found = InWorld { held: Vec::new(), measured: Vec::new() };
    for (place, variation) in variations.iter().enumerate() {
        let held = held::hold(&drawn, &mut states, variation, progress)?;
        let compared = match (&held.outcome, place < measured) {
            (Outcome::Agreement(package), true) => {
                Some(states.measured(variation, &held.happened, package, place == 0)?)
            }
            _ => None,
        };
        found.held.push(held);
        found.measured.push(compared);
    }
    Ok(found)
}

/// Talks in one world told meeting by meeting: who was at what level, what was on the table. For whoever wants to follow one.
///
/// # Errors
/// As for [`course`].
pub fn followed(
    worlds: &Worlds,
    draw: u64,
    variation: &Variation,
    watch: &mut dyn FnMut(Meeting<'_>),
) -> Result<Option<Held>, TalksError> {
    let Some(talks) = &worlds.case().talks else { return Ok(None) };
    let drawn = Drawn::of(worlds, talks, draw);
    let mut states = States::of(worlds, talks, draw);
    held::watched(&drawn, &mut states, variation, &Progress::default(), watch).map(Some)
}

/// A meeting, as it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting<'a> {
    /// The day on which it was held.
    pub day: u32,
    /// When it was due, in days.
    pub due: f64,
    /// What no deal was worth to each principal on that day, in the order of the case.
    pub no_deal: &'a [f64],
    /// How much of its time each had used.
    pub time: &'a [f64],
    /// The events that had happened by then and changed something, in the order in which they first did.
    pub happened: &'a [usize],
    /// What was said, by the places of the principals in the case; the mediator has the place after the last.
    pub said: &'a [(usize, Spoken)],
}

/// Something said at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spoken {
    /// An offer, or a mediator's text.
    Offer(Package),
    /// Yes to what is on the table.
    Accept,
    /// No to it.
    Reject,
    /// Nothing to offer.
    Nothing,
}
