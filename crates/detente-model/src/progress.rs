//! How far a long computation is, and whether anybody still wants it.
//!
//! One [`Progress`] is handed to everything that takes long. The computation says what it has done ([`Progress::step`] after each
//! world, [`Progress::work`] inside long searches); whoever waits reads it, or cancels from another thread.
//!
//! A cancelled computation leaves by unwinding, from its next report, to [`unless_cancelled`]: no engine has to carry an answer that
//! is none through all its results, and a search that reports every few milliseconds ends within a few milliseconds. Nothing is
//! printed on the way, and threads that work on the same question end at their own next report.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// The most steps of a search that may lie between two calls of [`Progress::work`]: a few milliseconds' worth.
pub const MOST_BETWEEN_REPORTS: u64 = 200_000;

/// Things in a list that are passed between two reports.
const STRIDE: usize = 4_096;

/// What is called with the steps done and the steps expected.
type Listener = dyn Fn(u64, u64) + Send + Sync;

/// How far a computation is, and whether it is still wanted.
///
/// ```
/// use detente_model::{Cancelled, Progress, unless_cancelled};
///
/// let progress = Progress::default();
/// progress.expect(3);
/// progress.step();
/// assert_eq!((progress.done(), progress.expected()), (1, 3));
/// progress.cancel();
/// assert_eq!(unless_cancelled(|| progress.step()), Err(Cancelled));
/// ```
#[derive(Default)]
pub struct Progress {
    expected: AtomicU64,
    done: AtomicU64,
    work: AtomicU64,
    most_at_once: AtomicU64,
    reports: AtomicU64,
    last_report: Option<u64>,
    cancelled: AtomicBool,
    listener: Option<Box<Listener>>,
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("done", &self.done())
            .field("expected", &self.expected())
            .field("cancelled", &self.is_cancelled())
            .finish_non_exhaustive()
    }
}

impl Progress {
    /// A progress that calls `listener` with the steps done and expected after each step, from whichever thread made it.
    pub fn heard(listener: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        Self { listener: Some(Box::new(listener)), ..Self::default() }
    }

    /// A progress that cancels itself at its report number `reports`: for tests of where a computation can be ended.
    pub fn cancelled_at(reports: u64) -> Self {
        Self { last_report: Some(reports), ..Self::default() }
    }

    /// Says that so many steps more are to come.
    pub fn expect(&self, steps: u64) {
        self.expected.fetch_add(steps, Relaxed);
    }

    /// Takes one step, a world as a rule, and says that it is done. Does not begin it, nor return, if the computation was cancelled: of
    /// the worlds that are still to be looked at when it is, none is.
    ///
    /// ```
    /// use detente_model::{Progress, unless_cancelled};
    ///
    /// let progress = Progress::default();
    /// assert_eq!((progress.stepping(|| 7), progress.done()), (7, 1));
    /// progress.cancel();
    /// assert!(unless_cancelled(|| progress.stepping(|| panic!("nobody wants this one"))).is_err());
    /// ```
    pub fn stepping<T>(&self, one: impl FnOnce() -> T) -> T {
        self.go_on();
        let found = one();
        self.step();
        found
    }

    /// Does not return if the computation was cancelled.
    pub fn go_on(&self) {
        if self.is_cancelled() {
            resume_unwind(Box::new(Cancelled));
        }
    }

    /// Says that one step is done: a world, as a rule. Does not return if the computation was cancelled.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Relaxed) + 1;
        if let Some(listener) = &self.listener {
            listener(done, self.expected());
        }
        self.report();
    }

    /// Says that a search has gone on by so many of the steps it counts, at most [`MOST_BETWEEN_REPORTS`]. Does not return if the
    /// computation was cancelled.
    pub fn work(&self, steps: u64) {
        self.work.fetch_add(steps, Relaxed);
        self.most_at_once.fetch_max(steps, Relaxed);
        self.report();
    }

    /// The things in a list, each a step, told in strides before they are passed. Does not return if the computation was cancelled.
    ///
    /// ```
    /// use detente_model::Progress;
    ///
    /// let progress = Progress::default();
    /// assert_eq!(progress.along(&[1.0; 10_000]).sum::<f64>(), 10_000.0);
    /// assert_eq!(progress.work_done(), 10_000);
    /// ```
    pub fn along<'l, T>(&self, list: &'l [T]) -> impl Iterator<Item = &'l T> {
        list.chunks(STRIDE).flat_map(|stride| {
            self.work(stride.len() as u64);
            stride
        })
    }

    fn report(&self) {
        if let Some(last) = self.last_report
            && self.reports.fetch_add(1, Relaxed) + 1 >= last
        {
            self.cancel();
        }
        self.go_on();
    }

    /// Ends the computation at its next report.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    /// How many steps are done.
    pub fn done(&self) -> u64 {
        self.done.load(Relaxed)
    }

    /// How many steps there will be, as far as known.
    pub fn expected(&self) -> u64 {
        self.expected.load(Relaxed)
    }

    /// How many steps of searches were reported in all.
    pub fn work_done(&self) -> u64 {
        self.work.load(Relaxed)
    }

    /// The most steps of a search that were reported at once: how late a cancellation may be noticed.
    pub fn most_at_once(&self) -> u64 {
        self.most_at_once.load(Relaxed)
    }

    /// How many reports were made; counted only where the progress cancels itself.
    pub fn reports(&self) -> u64 {
        self.reports.load(Relaxed)
    }
}

/// How many steps [`Work`] gathers before it reports them: well below [`MOST_BETWEEN_REPORTS`], as a single stride may be long.
const GATHERED: u64 = 16_384;

/// Fewer steps than these are lost at the end of a search: telling them would take as long as they did.
const WORTH_TELLING: u64 = 256;

/// The steps of a search on their way to a [`Progress`], gathered so that reporting costs nothing.
#[derive(Debug)]
pub struct Work<'p> {
    progress: &'p Progress,
    steps: u64,
}

impl<'p> Work<'p> {
    /// No step yet.
    pub fn of(progress: &'p Progress) -> Self {
        Self { progress, steps: 0 }
    }

    /// Some steps more. Does not return if the computation was cancelled.
    #[inline]
    pub fn add(&mut self, steps: u64) {
        self.steps += steps;
        if self.steps >= GATHERED {
            self.report();
        }
    }

    /// Ends one of many small searches: what it took is told, unless it is too little to be worth telling.
    pub fn end(mut self) {
        if self.steps >= WORTH_TELLING {
            self.report();
        }
    }

    /// Reports what is gathered.
    #[cold]
    fn report(&mut self) {
        let steps = std::mem::take(&mut self.steps);
        self.progress.work(steps);
    }
}

/// A computation was ended from outside before it had an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled before there was an answer")]
pub struct Cancelled;

/// Runs a computation that may be cancelled.
///
/// # Errors
/// [`Cancelled`] if it was. Any other panic goes on as it is.
pub fn unless_cancelled<T>(computation: impl FnOnce() -> T) -> Result<T, Cancelled> {
    catch_unwind(AssertUnwindSafe(computation)).map_err(|payload| match payload.downcast::<Cancelled>() {
        Ok(cancelled) => *cancelled,
        Err(other) => resume_unwind(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computation_ends_at_the_report_after_it_was_cancelled() {
        for last in [1, 2, 40] {
            let progress = Progress::cancelled_at(last);
            assert_eq!(unless_cancelled(|| (0..1_000).for_each(|_| progress.work(3))), Err(Cancelled));
            assert_eq!(
                (progress.reports(), progress.work_done(), progress.most_at_once()),
                (last, 3 * last, 3)
            );
        }
        assert_eq!(unless_cancelled(|| 7), Ok(7));
    }

    #[test]
    #[should_panic(expected = "something else")]
    fn other_panics_go_on() {
        let _ = unless_cancelled(|| panic!("something else"));
    }
}
