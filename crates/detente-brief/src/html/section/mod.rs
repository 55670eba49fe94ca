//! What each section of the page shows, gathered from the brief. One file a section; the templates of the same names
//! say how it looks.

pub(super) mod durability;
pub(super) mod evidence;
pub(super) mod exchange;
pub(super) mod grounds;
pub(super) mod head;
pub(super) mod homes;
pub(super) mod matrix;
pub(super) mod obstacles;
pub(super) mod packages;
pub(super) mod sources;
pub(super) mod space;
pub(super) mod stability;
pub(super) mod three_tests;

use detente_deals::Share;
use serde::Serialize;

use crate::words;

/// A share of the worlds drawn, in two pieces so that tables can line up.
#[derive(Serialize)]
pub(super) struct Likelihood {
    value: String,
    range: String,
}

impl Likelihood {
    pub fn of(share: Share) -> Self {
        Self { value: words::percent(share.value()), range: words::interval(share) }
    }
}
