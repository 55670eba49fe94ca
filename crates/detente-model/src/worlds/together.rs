//! The same draw of several cases at once.
//!
//! Variants of a case have most of what is in doubt in common, and what chance makes of it is the same in all of them: it is asked for once.

use super::Worlds;
use crate::{NumberId, Uncertain, World};

/// A draw of one case, with what other cases can take from it. It is made anew, and not kept.
#[derive(Debug, Clone)]
pub struct Drawn {
    draw: u64,
    /// The first point of the unit cube that was tried.
    first: Vec<f64>,
    world: World,
    settled_at_once: bool,
}

impl Drawn {
    /// The world.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The world, to be made that of another case by [`World::restate`].
    pub fn into_world(self) -> World {
        self.world
    }

    /// Whether the first attempt at the draw was one in which all comparisons can hold.
    pub fn is_settled_at_once(&self) -> bool {
        self.settled_at_once
    }
}

impl Worlds {
    /// Draw number `draw`, as [`Self::draw`] gives it.
    pub fn drawn(&self, draw: u64) -> Drawn {
        let first = self.attempt(draw, 0);
        let (point, world) = self.settled(draw, first.clone());
        Drawn { draw, settled_at_once: point == first, first, world }
    }

    /// Where each coordinate of these worlds stands among those of others; `None` for one that they lack.
    pub fn coordinates_in(&self, other: &Self) -> Vec<Option<usize>> {
        let mut places = Vec::with_capacity(self.dimension);
        for own in &self.inputs {
            let known = other
                .inputs
                .iter()
                .find(|theirs| self.seed == other.seed && theirs.key == own.key && theirs.len >= own.len);
            places.extend((0..own.len).map(|k| known.map(|theirs| theirs.first + k)));
        }
        places
    }

    /// The world that [`Self::draw`] gives, made from what another case drew: `places` is where each coordinate stands among those of its worlds
    /// ([`Self::coordinates_in`]).
    pub fn draw_like(&self, drawn: &Drawn, places: &[Option<usize>]) -> World {
        let mut point = Vec::with_capacity(self.dimension);
        let mut own = None;
        for (k, place) in places.iter().enumerate() {
            point.push(match place {
                Some(place) => drawn.first[*place],
                None => own.get_or_insert_with(|| self.attempt(drawn.draw, 0))[k],
            });
        }
        self.settled(drawn.draw, point).1
    }

    /// What the draw of another case with these same inputs, or fewer, makes of a number of this one, where the case says `value` and nothing amends it.
    pub fn number_like(
        &self,
        drawn: &Drawn,
        places: &[Option<usize>],
        id: NumberId,
        value: Uncertain,
    ) -> f64 {
        let Some(k) = self.number_coordinate[id.0].filter(|_| !value.is_known()) else {
            return value.quantile(0.5);
        };
        let uniform = places[k].map_or_else(|| self.drawn_for(drawn.draw, id), |place| drawn.first[place]);
        value.quantile(uniform)
    }
}
