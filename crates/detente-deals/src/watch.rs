//! Telling whoever watches how a search goes on, and ending where nobody wants its answer any more.
//!
//! A space knows who watches its questions, and hands that on to every search ([`crate::DealSpace::watched_by`]). A search counts its
//! steps on a [`Meter`], which reports them every [`EVERY`]; a cancelled one leaves by unwinding (see [`Progress`]).

use std::cell::Cell;
use std::sync::Arc;

use detente_model::{MOST_BETWEEN_REPORTS, Progress};

/// Steps between two reports: about a millisecond, and never more than a few.
const EVERY: u64 = 50_000;

/// Whoever watches, if anybody does.
#[derive(Debug, Clone, Default)]
pub(crate) struct Watch(Option<Arc<Progress>>);

/// Who watches a space is no part of what it is.
impl PartialEq for Watch {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Watch {
    pub fn by(progress: &Arc<Progress>) -> Self {
        Self(Some(Arc::clone(progress)))
    }

    /// Reports steps.
    pub fn work(&self, mut steps: u64) {
        let Some(progress) = &self.0 else { return };
        while steps > 0 {
            let some = steps.min(MOST_BETWEEN_REPORTS);
            progress.work(some);
            steps -= some;
        }
    }
}

/// Counts the steps of a search on one thread.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter {
    watch: Watch,
    open: Cell<u64>,
}

impl Meter {
    pub fn of(watch: &Watch) -> Self {
        Self { watch: watch.clone(), open: Cell::new(0) }
    }

    /// Who watches.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Counts some steps.
    #[inline]
    pub fn count(&self, steps: u64) {
        let open = self.open.get() + steps;
        self.open.set(open);
        if open >= EVERY {
            self.report();
        }
    }

    #[cold]
    fn report(&self) {
        self.watch.work(self.open.take());
    }
}
