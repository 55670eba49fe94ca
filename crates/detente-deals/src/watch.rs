//! Telling whoever watches how a search goes on, and ending where nobody wants its answer any more.
//!
//! A space knows who watches its questions, and hands that on to every search ([`crate::DealSpace::watched_by`]). A search counts its
//! steps on a [`Meter`], which reports them every [`EVERY`]; a cancelled one leaves by unwinding (see [`Progress`]). A list may hold millions,
//! so passing it is work as well: it is passed in strides.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use detente_model::{MOST_BETWEEN_REPORTS, Progress};

/// Steps between two reports: a fraction of a millisecond, and never more than a few.
const EVERY: u64 = 16_384;
/// Things in a list that are passed between two looks at the count.
const STRIDE: usize = 4_096;

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

    /// The progress that watches: one that nobody looks at where there is none.
    pub fn progress(&self) -> &Progress {
        static NOBODY: LazyLock<Progress> = LazyLock::new(Progress::default);
        self.0.as_deref().unwrap_or(&NOBODY)
    }

    /// A list in strides, each full one reported before it is passed.
    pub fn strides<'l, T>(&self, list: &'l [T]) -> impl Iterator<Item = &'l [T]> {
        list.chunks(STRIDE).inspect(|stride| {
            if stride.len() == STRIDE {
                self.work(STRIDE as u64);
            }
        })
    }

    /// What is made of each thing in a list.
    pub fn map<T, U>(&self, list: &[T], make: impl Fn(&T) -> U) -> Vec<U> {
        let mut made = Vec::with_capacity(list.len());
        self.strides(list).for_each(|stride| made.extend(stride.iter().map(&make)));
        made
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

    /// What was counted and not reported, for whoever counts on.
    pub fn open(self) -> u64 {
        self.open.get()
    }

    /// A list in strides, the steps of each counted before it is passed.
    pub fn strides<'l, T>(&self, list: &'l [T]) -> impl Iterator<Item = &'l [T]> {
        list.chunks(STRIDE).inspect(|stride| self.count(stride.len() as u64))
    }

    /// What is made of each thing in a list, each a step.
    pub fn map<T, U>(&self, list: &[T], make: impl Fn(&T) -> U) -> Vec<U> {
        let mut made = Vec::with_capacity(list.len());
        self.strides(list).for_each(|stride| made.extend(stride.iter().map(&make)));
        made
    }

    /// What is in a list, each a step.
    pub fn along<'l, T>(&self, list: &'l [T]) -> impl Iterator<Item = &'l T> {
        self.strides(list).flatten()
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
