//! Who takes part in a tournament.

use std::fmt;
use std::sync::Arc;

use crate::{Negotiator, Way};

/// Makes somebody for a seat, with chance from a seed.
type Seats = dyn Fn(usize, u64) -> Box<dyn Negotiator> + Send + Sync;

/// A way to bargain that takes part: its name, and how somebody is seated who bargains so.
#[derive(Clone)]
pub struct Contender {
    name: String,
    draws_chance: bool,
    seats: Arc<Seats>,
}

impl Contender {
    /// A named way to bargain.
    pub fn of(way: Way) -> Self {
        Self::new(way.to_string(), way.draws_chance(), move |seat, seed| way.seated(seat, seed))
    }

    /// Anybody else: a name, whether it draws chance, and what makes one for a seat and a seed.
    pub fn new(
        name: impl Into<String>,
        draws_chance: bool,
        seats: impl Fn(usize, u64) -> Box<dyn Negotiator> + Send + Sync + 'static,
    ) -> Self {
        Self { name: name.into(), draws_chance, seats: Arc::new(seats) }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it draws chance.
    pub fn draws_chance(&self) -> bool {
        self.draws_chance
    }

    /// One for a seat.
    pub(super) fn seated(&self, seat: usize, seed: u64) -> Box<dyn Negotiator> {
        (self.seats)(seat, seed)
    }
}

impl fmt::Debug for Contender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contender").field("name", &self.name).finish_non_exhaustive()
    }
}
