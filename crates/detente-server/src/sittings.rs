//! Sittings that are kept for another question about the same text, and ended when nobody waits for them any more.
//!
//! Whoever asks takes a [`Seat`]. An edit makes the browser drop the answer it was waiting for, and ask about the new text: when the
//! last seat of a sitting is given up while it computes, it is cancelled and forgotten, so that the processor is free for the
//! new question.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use detente_brief::{Options, Sitting};
use detente_model::{Case, Progress};

use crate::limits;

/// The sittings that are kept, the one that was asked last at the end.
#[derive(Debug, Default)]
pub struct Sittings {
    kept: Mutex<Vec<Kept>>,
}

#[derive(Debug)]
struct Kept {
    text: Arc<str>,
    options: Options,
    sitting: Sitting,
    /// Those who wait for an answer, or look at one.
    seats: usize,
    /// Computations under way.
    computing: usize,
}

/// A place at a sitting, as long as somebody wants an answer of it.
#[derive(Debug)]
pub struct Seat {
    sittings: Arc<Sittings>,
    sitting: Sitting,
}

/// A computation under way at a sitting.
#[derive(Debug)]
pub struct Computing {
    sittings: Arc<Sittings>,
    sitting: Sitting,
}

fn same(a: &Sitting, b: &Sitting) -> bool {
    Arc::ptr_eq(a.progress(), b.progress())
}

impl Sittings {
    /// A seat at the sitting about a text, which is begun with `case` if there is none.
    ///
    /// # Errors
    /// Whatever `case` refuses.
    pub fn seat<E>(
        self: &Arc<Self>,
        text: &str,
        options: Options,
        case: impl FnOnce() -> Result<Case, E>,
    ) -> Result<Seat, E> {
        if let Some(seat) = self.taken(text, options) {
            return Ok(seat);
        }
        // Read outside of the lock; should two ask about the same new text at once, the second finds the first one's sitting.
        let case = case()?;
        if let Some(seat) = self.taken(text, options) {
            return Ok(seat);
        }
        let sitting = Sitting::watched(case, options, Arc::new(Progress::default()));
        let mut kept = self.lock();
        if kept.len() >= limits::SITTINGS
            && let Some(idle) = kept.iter().position(|kept| kept.seats == 0)
        {
            kept.remove(idle);
        }
        kept.push(Kept { text: Arc::from(text), options, sitting: sitting.clone(), seats: 1, computing: 0 });
        drop(kept);
        Ok(Seat { sittings: Arc::clone(self), sitting })
    }

    fn taken(self: &Arc<Self>, text: &str, options: Options) -> Option<Seat> {
        let mut kept = self.lock();
        let at = kept.iter().position(|kept| *kept.text == *text && kept.options == options)?;
        let mut found = kept.remove(at);
        found.seats += 1;
        let sitting = found.sitting.clone();
        kept.push(found);
        Some(Seat { sittings: Arc::clone(self), sitting })
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Kept>> {
        // What is done under the lock cannot fail half-way.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Seat {
    /// The sitting.
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// Says that a computation begins.
    pub fn computing(&self) -> Computing {
        if let Some(kept) = self.sittings.lock().iter_mut().find(|kept| same(&kept.sitting, &self.sitting)) {
            kept.computing += 1;
        }
        Computing { sittings: Arc::clone(&self.sittings), sitting: self.sitting.clone() }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut all = self.sittings.lock();
        let Some(at) = all.iter().position(|kept| same(&kept.sitting, &self.sitting)) else { return };
        all[at].seats -= 1;
        if all[at].seats > 0 {
            return;
        }
        if all[at].computing > 0 {
            self.sitting.progress().cancel();
            all.remove(at);
        } else if all.len() > limits::SITTINGS {
            all.remove(at);
        }
    }
}

impl Computing {
    /// The sitting.
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }
}

impl Drop for Computing {
    fn drop(&mut self) {
        if let Some(kept) = self.sittings.lock().iter_mut().find(|kept| same(&kept.sitting, &self.sitting)) {
            kept.computing -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template() -> Result<Case, String> {
        detente_case::parse("case", detente_case::template())
            .map(|read| read.case)
            .map_err(|report| report.to_string())
    }

    #[test]
    fn a_sitting_is_kept_until_nobody_wants_what_it_computes() {
        let sittings = Arc::new(Sittings::default());
        let options = Options::drawing(50, 1);
        let seat = sittings.seat("text", options, template).unwrap();
        let again = sittings.seat("text", options, || Err(())).unwrap();
        assert!(same(seat.sitting(), again.sitting()));
        // One of two leaves: the other still waits.
        let computing = seat.computing();
        drop(again);
        assert!(!computing.sitting().progress().is_cancelled());
        drop(seat);
        assert!(computing.sitting().progress().is_cancelled());
        assert!(sittings.is_empty());
        drop(computing);
        // Nothing is under way: the sitting is kept, with what it found.
        let seat = sittings.seat("text", options, template).unwrap();
        let deals = seat.sitting().deals().unwrap();
        drop(seat);
        let again = sittings.seat("text", options, || Err(())).unwrap();
        assert!(Arc::ptr_eq(&deals, &again.sitting().deals().unwrap()));
        let other = sittings.seat("text", Options::drawing(51, 1), template).unwrap();
        assert!(!same(other.sitting(), again.sitting()));
    }

    #[test]
    fn only_so_many_are_kept() {
        let sittings = Arc::new(Sittings::default());
        let seats: Vec<Seat> = (0..2 * limits::SITTINGS as u64)
            .map(|draws| sittings.seat("text", Options::drawing(draws + 1, 1), template).unwrap())
            .collect();
        assert_eq!(sittings.len(), seats.len());
        drop(seats);
        assert!(sittings.len() <= limits::SITTINGS);
    }
}
