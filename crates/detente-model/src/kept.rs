//! Worlds that were made once and are asked for again: a brief looks at the same draws in every section.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::World;

/// How many draws are kept, counted from the first: some tens of megabytes for a large case. Later draws are made anew whenever they
/// are asked for, so that a study of millions does not eat the memory.
pub const MOST_KEPT: u64 = (SHELVES * PLACES) as u64;

const SHELVES: usize = 128;
const PLACES: usize = 512;

type Shelf = Box<[OnceLock<Arc<World>>]>;

/// The draws made so far. Shelves are put up as they are needed; whoever comes first fills a place.
pub(crate) struct Kept {
    shelves: Box<[OnceLock<Shelf>]>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { shelves: (0..SHELVES).map(|_| OnceLock::new()).collect() }
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept =
            self.shelves.iter().filter_map(OnceLock::get).flatten().filter(|place| place.get().is_some());
        f.debug_tuple("Kept").field(&kept.count()).finish()
    }
}

impl Kept {
    /// The world of a draw, made if nobody has asked for it yet, or if so many are not kept.
    pub fn world(&self, draw: u64, make: impl FnOnce() -> World) -> Arc<World> {
        if draw >= MOST_KEPT {
            return Arc::new(make());
        }
        let (shelf, place) = (draw as usize / PLACES, draw as usize % PLACES);
        let shelf = self.shelves[shelf].get_or_init(|| (0..PLACES).map(|_| OnceLock::new()).collect());
        Arc::clone(shelf[place].get_or_init(|| Arc::new(make())))
    }
}
